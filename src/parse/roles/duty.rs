//! The words beside an actor that say what it does: who must act, with whom, for whom.

use crate::lexicon::actions;
use crate::lexicon::cues::Cue;
use crate::model::{Role, Span};
use crate::parse::scene::{Lead, Scene};
use crate::text::marks::JOINTS;

impl<'a> Scene<'a> {
    pub(super) fn told_by_cues(&self, actor: Span, lead: &Lead<'_>, asks: bool) -> Role {
        const REACH: u32 = 80;
        if self.is_cooperation_with_its_own(&lead.words) {
            return Role::Partner;
        }
        match self.lexicon.cues.before(&lead.words) {
            Some(Cue::Partner) => return Role::Partner,
            Some(Cue::Beneficiary) => return Role::Beneficiary,
            Some(Cue::Duty) if !asks && !self.is_done_to_them(actor) => return Role::Addressee,
            _ => {}
        }
        let after = Span { start: actor.end, end: (actor.end + REACH).min(self.rest.end) };
        // “that **the mandate of** the Panel shall”
        let lists = self.lexicon.words;
        let is_of_another = lead
            .words
            .first()
            .is_some_and(|word| lists.of.contains(word) && lists.phrase_prepositions.contains(word));
        let is_separated =
            self.text.get(after.start as usize..).is_some_and(|text| text.starts_with(JOINTS)) && !after.is_empty();
        let mut after =
            self.words(after).skip_while(|word| self.lexicon.words.actor_adjectives.contains(word)).peekable();
        // Most words after an actor begin no cue, and need not be collected.
        let decides = self.phrase.action.as_str() == actions::DECIDE;
        let may_tell = decides || after.peek().is_some_and(|word| self.lexicon.cues.may_begin_after(word));
        let after: Vec<&str> = if may_tell { after.collect() } else { Vec::new() };
        match self.lexicon.cues.after(&after) {
            Some(Cue::Beneficiary) => return Role::Beneficiary,
            Some(Cue::Duty)
                if !asks
                    && !self.is_passive(&after)
                    && !is_separated
                    && !is_of_another
                    && self.is_in_the_case_of_duty(actor, &after) =>
            {
                return Role::Addressee;
            }
            _ => {}
        }
        // “that the Commission, as the central body, **shall** lead”
        if is_separated
            && !asks
            && self.follows_that(lead)
            && self.after_aside(actor.end).is_some_and(|after| {
                self.lexicon.cues.after(&after) == Some(Cue::Duty) && !self.is_passive(&after)
                    || self.orders(&after)
            })
        {
            return Role::Addressee;
        }
        if decides && (self.is_subject_of_a_decision(lead, &after) || self.has_the_mandate(lead, &after)) {
            return Role::Addressee;
        }
        Role::Mentioned
    }

    /// “should be protected”: who is protected is not who acts.
    pub(super) fn is_passive(&self, after: &[&str]) -> bool {
        let lists = self.lexicon.words;
        // «que les États **soient consultés**»
        let is_ordered = |pair: &[&str]| {
            let [order, done] = pair else { return false };
            lists.passive_orders.contains(order) && lists.participle_endings.is_ending_of(done, 3)
        };
        let near = after.get(..after.len().min(4)).unwrap_or_default();
        (near.iter().any(|word| lists.passives.contains(word)) || near.windows(2).any(is_ordered))
            && !after.iter().any(|word| lists.passives_of_duty.contains(word))
    }

    /// “the need for the dykes **to be raised**”, right after an actor.
    pub(super) fn is_done_to_them(&self, actor: Span) -> bool {
        const REACH: u32 = 40;
        let after = Span { start: actor.end, end: (actor.end + REACH).min(self.rest.end) };
        let after: Vec<&str> = self.words(after).take(3).collect();
        after.first().is_some_and(|mark| self.lexicon.words.infinitive_marks.contains(mark))
            && self.is_done_to(&after)
    }

    /// «**государствам** следует», but not «усилия государств необходимо умножить»: where a case says whose duty it is.
    pub(super) fn is_in_the_case_of_duty(&self, actor: Span, after: &[&str]) -> bool {
        let Some(is_dative) = self.lexicon.rules.is_dative else { return true };
        let is_impersonal = after.first().is_some_and(|word| self.lexicon.words.impersonals.contains(word));
        !is_impersonal || is_dative(actor.of(self.text))
    }

    /// «Décide que **le mandat** du Groupe comprendra», «يقرر أن تشمل **ولاية** فريق الخبراء»: the task is a duty of those who have it.
    pub(super) fn has_the_mandate(&self, lead: &Lead<'_>, after: &[&str]) -> bool {
        const REACH: usize = 4;
        let lists = self.lexicon.words;
        let mut words = lead.words.iter().skip_while(|word| lists.of.contains(word));
        let includes = |word: &&str| lists.modals.contains(word);
        let tells_that = |word: &&str| lists.that.contains(word);
        words.next().is_some_and(|noun| lists.mandate_nouns.contains(noun))
            && words.clone().take(REACH).any(tells_that)
            && (self.orders(after) || self.lexicon.rules.verb_before_subject.is_some() && words.any(includes))
    }

    /// Whether what follows the last actor of a coordination says what all of them are to do.
    pub(super) fn must_act_with(&self, first: Span, last: Span, asks: bool) -> bool {
        const REACH: u32 = 80;
        if asks {
            return false;
        }
        let lists = self.lexicon.words;
        let lead = self.before(first);
        let is_of_another =
            lead.words.first().is_some_and(|word| lists.of.contains(word) || lists.agents.contains(word));
        let after = Span { start: last.end, end: (last.end + REACH).min(self.rest.end) };
        let after: Vec<&str> = self.words(after).skip_while(|word| lists.actor_adjectives.contains(word)).collect();
        let must = self.lexicon.cues.after(&after) == Some(Cue::Duty) && !self.is_passive(&after)
            || self.phrase.action.as_str() == actions::DECIDE && self.follows_that(&lead) && self.orders(&after);
        must && !is_of_another && !after.is_empty()
    }

    /// «en coordination avec d'autres **entités du** Pacte mondial», “in cooperation with **other members of the** Compact”: who belongs to
    /// a body stands for it.
    pub(super) fn is_cooperation_with_its_own(&self, lead: &[&str]) -> bool {
        let lists = self.lexicon.words;
        let [of, noun, before @ ..] = lead else { return false };
        if !lists.of.contains(of) {
            return false;
        }
        // «avec **d'**autres organismes»
        let partitive = lead.get(1..).is_some_and(|before| self.lexicon.cues.before(before) == Some(Cue::Partner));
        if partitive || !lists.agent_nouns.contains(noun) {
            return partitive;
        }
        let own = |word: &&str| {
            lists.determiners.contains(word) || lists.actor_adjectives.contains(word) || lists.of.contains(word)
        };
        let before: Vec<&str> = before.iter().copied().skip_while(own).collect();
        self.lexicon.cues.before(&before) == Some(Cue::Partner)
    }

    /// «Décide que le Comité **procédera** …»: the future of a decision is an order.
    pub(super) fn is_subject_of_a_decision(&self, lead: &Lead<'_>, after: &[&str]) -> bool {
        self.follows_that(lead) && self.orders(after)
    }

    /// Whether nothing but “that” is between the verb and an actor.
    pub(super) fn follows_that(&self, lead: &Lead<'_>) -> bool {
        let lists = self.lexicon.words;
        // «… **et que** le Comité procédera»
        if let [that, joint, ..] = lead.words.as_slice()
            && lists.that.contains(that)
            && lists.coordinators.contains(joint)
            && self.words(self.rest).next().is_some_and(|first| lists.that.contains(first))
        {
            return true;
        }
        let mut words = self.words(Span { start: self.rest.start, end: lead.start }).peekable();
        words.peek().is_some() && words.all(|word| lists.that.contains(word))
    }

    /// Whether a verb says what its subject is to do, or may.
    pub fn orders(&self, after: &[&str]) -> bool {
        let lists = self.lexicon.words;
        let verb = after.iter().find(|word| !lists.reflexives.contains(word) && !lists.pronouns.contains(word));
        verb.is_some_and(|verb| {
            // «Decide que el Comité **presente** un informe»
            let is_subjunctive = lists.modals.contains(verb) && !lists.of.contains(verb) && !self.is_passive(after);
            // «تقرر أن اللجنة **ستواصل** عملها»
            let is_future = |is_verb: fn(&str) -> bool| lists.promise_prefixes.strip(verb).is_some_and(is_verb);
            is_subjunctive
                || self.lexicon.rules.verb_before_subject.is_some_and(is_future)
                || lists.permissions.contains(verb)
                || verb.len() > 4 && lists.future_endings.is_ending_of(verb, 3)
        })
    }

    /// The words after the aside between commas that begins at a byte.
    pub(super) fn after_aside(&self, start: u32) -> Option<Vec<&'a str>> {
        const REACH: usize = 200;
        let text = Span { start, end: self.rest.end }.of(self.text).strip_prefix(',')?;
        let end = text.char_indices().take_while(|(at, _)| *at < REACH).find(|(_, letter)| *letter == ',')?.0;
        let from = start + 1 + end as u32;
        Some(self.words(Span { start: from, end: self.rest.end.min(from + 60) }).collect())
    }
}
