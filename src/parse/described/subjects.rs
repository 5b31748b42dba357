//! Subjects of what an organ demands, decides or finds necessary.

use super::{GrammarWalk, MOST_OF_SUBJECT, MOST_WORDS};
use crate::lexicon::actions;
use crate::model::Span;
use crate::text::marks::STOPS_AND_COLONS;
use std::ops::Range;

impl GrammarWalk<'_> {
    /// Subjects of subordinate clauses: after “that” up to its verb, after “the need for” up to “to”.
    pub(super) fn subjects(&mut self, all: Range<usize>) {
        let lists = self.scene.lexicon.words;
        let mut at = all.start;
        if self.scene.begins_with_subject {
            let reach = at..all.end.min(at + MOST_OF_SUBJECT);
            let is_end = |i: &usize| self.begins(*i, &lists.modals) || self.scene.orders(&[self.word(*i)]);
            if let Some(end) = reach.skip(1).find(is_end) {
                self.is_asked = true;
                self.zone(at..end);
                self.is_asked = false;
                at = end;
            }
        }
        // “for X to report **and for Y** to help”, “that X shall report, **and that Y** shall help”
        let (mut had_need, had_that) = (false, lists.that.contains(self.word(all.start)));
        while at < all.end {
            let word = self.word(at);
            let is_joined = || at > all.start && lists.coordinators.contains(self.word(at - 1));
            let after_need = at > all.start
                && lists.for_subject.contains(word)
                && (lists.needs.contains(self.word(at - 1)) || had_need && is_joined());
            let after_that = lists.that.contains(word)
                && (at <= all.start + 3 || lists.needs.contains(self.word(at - 1)) || had_that && is_joined());
            if after_need || after_that {
                had_need |= after_need;
                let ends = if after_that { &lists.modals } else { &lists.infinitive_marks };
                let reach = (at + 1..all.end.min(at + MOST_OF_SUBJECT))
                    .take_while(|i| !self.gap(*i).contains(STOPS_AND_COLONS));
                // «que le groupe de travail se **réunira**»
                let is_future = |i: usize| {
                    after_that
                        && self.scene.phrase.action.as_str() == actions::DECIDE
                        && lists.future_endings.is_ending_of(self.word(i), 2)
                };
                let is_end = |i: &usize| {
                    // «el grupo **de** transbordadores»: no «dé».
                    let is_of = || after_that && lists.of.contains(self.scene.word(*i));
                    // “the need for services **in order to** help”
                    let is_purpose = || after_need && lists.not_before_infinitives.contains(self.word(i - 1));
                    self.begins(*i, ends) && !is_of() && !is_purpose()
                        || after_need && ends.contains(self.scene.word(*i))
                        || is_future(*i)
                };
                let end = reach.clone().skip(1).find(is_end);
                // «la nécessité pour les exploitants **de** bacs et les assureurs **de** partager»: the second one is meant.
                let end = end.map(|end| {
                    let infinitive = if after_need { self.infinitive_after(at) } else { None };
                    infinitive.filter(|infinitive| reach.clone().any(|i| i == *infinitive)).unwrap_or(end)
                });
                let bare = || {
                    let end = self.end_of_subject(at).or_else(|| self.end_of_singular_subject(at));
                    end.or_else(|| self.end_of_bare_subject(at)).filter(|_| after_that)
                };
                if let Some(end) = end.or_else(bare) {
                    // “the need for **the dykes** to be raised”: they do nothing.
                    let next: Vec<&str> = (end..end + 3).map(|at| self.scene.word(at)).collect();
                    self.is_asked = after_need && !self.scene.is_done_to(&next);
                    let end = if lists.reflexives.contains(self.word(end - 1)) { end - 1 } else { end };
                    self.zone(at + 1..end);
                    self.is_asked = false;
                    at = end;
                }
            } else if self.is_after_a_passive(at, all.start) || self.leads_to_an_agent(at, all.start) {
                let reach = at + 1..all.end.min(at + MOST_OF_SUBJECT);
                // “chaired by the Mayor **and attended by** donors”
                let next_agent = |i: usize| self.joins(i) && lists.agents.contains(self.word(i + 2));
                let ends = |i: &usize| {
                    self.gap(*i).contains(STOPS_AND_COLONS)
                        || next_agent(*i)
                        || self.begins(*i, &lists.modals)
                        || lists.that.contains(self.word(*i))
                };
                let end = reach.clone().skip(1).find(ends).unwrap_or(reach.end);
                self.needs_a_noun_of_agents = !self.is_after_a_passive(at, all.start);
                self.zone(at + 1..end);
                self.needs_a_noun_of_agents = false;
                at = end.max(at + 1) - 1;
            }
            at += 1;
        }
    }

    /// Where the infinitive begins that is asked for after a word.
    fn infinitive_after(&self, at: usize) -> Option<usize> {
        let start = self.scene.tokens.get(at)?.span.end;
        let rest = Span { start, end: self.scene.rest.end }.of(self.scene.text);
        let end = (self.scene.lexicon.rules.complement)(rest)?;
        Some(self.scene.tokens.first_from(start + end as u32))
    }

    /// Where the subject of a request ends, whatever its verb: «que **les forces des deux parties** cessent», “that **the armed
    /// groups** comply”.
    fn end_of_subject(&self, that: usize) -> Option<usize> {
        const MOST_WORDS: usize = 10;
        let lists = self.scene.lexicon.words;
        let has_plural = !lists.plural_verb_endings.is_empty();
        let adjectives_come_first = self.scene.lexicon.rules.names == crate::language::NameShape::HeadLast;
        // “that **countries** refrain”
        let first = self.scene.tokens.get(that + 1).map(|word| word.span.of(self.scene.text)).unwrap_or_default();
        let is_bare = adjectives_come_first
            && lists.agent_nouns.contains(self.word(that + 1))
            && (self.scene.lexicon.rules.is_plural)(first);
        if !self.scene.asks || !is_bare && !lists.determiners.contains(self.word(that + 1)) {
            return None;
        }
        let is_small = |word: &str| lists.phrase_prepositions.contains(word) || lists.determiners.contains(word);
        let mut has_agent = false;
        let mut places =
            (that + 2..that + 2 + MOST_WORDS).take_while(|at| matches!(self.gap(*at), " " | "’" | "'"));
        let is_end = |at: &usize| {
            let (before, word) = (self.word(at - 1), self.word(*at));
            has_agent |= lists.agent_nouns.contains(before)
                || lists.agent_endings.is_ending_of(before, 3) && self.may_act(at - 1);
            // «que les forces étrangères **se** retirent»
            if has_agent && lists.reflexives.contains(word) {
                return true;
            }
            let is_word = word.len() > 3 && !is_small(word) && !self.joins(*at) && !lists.relatives.contains(word);
            let is_plural = || {
                has_plural
                    && (!is_small(before) || lists.actor_adjectives.contains(before))
                    && lists.plural_verb_endings.is_ending_of(word, 3)
                    && !lists.thing_endings.is_ending_of(word, 2)
            };
            let follows_the_noun =
                || adjectives_come_first && lists.agent_nouns.contains(before) && !lists.agent_nouns.contains(word);
            has_agent && is_word && !lists.agent_nouns.contains(word) && (is_plural() || follows_the_noun())
        };
        let end = places.find(is_end)?;
        self.scene.tokens.get(end).filter(|word| word.span.end <= self.scene.rest.end).map(|_| end)
    }

    /// Where the subject of a request ends whose noun is a singular: «que **la partie lésée** hâte le retour». The verb is the last
    /// word before a determiner, a preposition or an adverb.
    fn end_of_singular_subject(&self, that: usize) -> Option<usize> {
        const MOST_WORDS: usize = 12;
        let lists = self.scene.lexicon.words;
        let noun = that + 2;
        let is_of = |at: usize| lists.of.contains(self.scene.word(at));
        let has_agreement = !lists.plural_verb_endings.is_empty();
        let is_singular = lists.determiners.contains(self.word(that + 1))
            && lists.agent_nouns.contains(self.word(noun))
            && !(self.scene.lexicon.rules.is_plural)(self.word(noun));
        if !self.scene.asks || !has_agreement || !is_singular {
            return None;
        }
        let is_small = |at: usize| {
            let word = self.word(at);
            lists.determiners.contains(word) || lists.phrase_prepositions.contains(word) || word.len() <= 2
        };
        let goes_on = |at: usize| {
            lists.determiners.contains(self.word(at))
                || !is_of(at) && lists.phrase_prepositions.contains(self.word(at))
                || lists.address_adverbs.contains(self.word(at))
        };
        let mut places = (noun + 1..noun + MOST_WORDS).take_while(|at| matches!(self.gap(*at), " " | "’" | "'"));
        let is_end = |at: &usize| {
            lists.reflexives.contains(self.word(*at))
                || !is_small(*at) && !self.joins(*at) && !is_small(at - 1) && goes_on(at + 1)
        };
        let end = places.find(is_end)?;
        self.scene.tokens.get(end).filter(|word| word.span.end < self.scene.rest.end).map(|_| end)
    }

    /// Where the subject of a request ends that is one noun before its verb: «que **le Conseil** examine».
    fn end_of_bare_subject(&self, that: usize) -> Option<usize> {
        let lists = self.scene.lexicon.words;
        let (noun, verb) = (that + 2, that + 3);
        let is_plain = |at: usize| matches!(self.gap(at), " " | "’" | "'");
        let is_subject = self.scene.asks
            && lists.determiners.contains(self.word(that + 1))
            && lists.agent_nouns.contains(self.word(noun));
        let is_verb = !lists.phrase_prepositions.contains(self.word(verb)) && !self.joins(verb) && is_plain(verb);
        // «que les forces **ougandaises** et rwandaises»: an adjective does not end as the verb of several does.
        let endings = &lists.plural_verb_endings;
        let agrees = endings.is_empty()
            || !(self.scene.lexicon.rules.is_plural)(self.word(noun))
            || endings.is_ending_of(self.word(verb), 1)
            || lists.reflexives.contains(self.word(verb));
        let is_inside = self.scene.tokens.get(verb).is_some_and(|word| word.span.end < self.scene.rest.end);
        (is_subject && is_verb && agrees && is_plain(noun) && is_inside).then_some(verb)
    }

    /// Whether a word leads to who is to do something: “be attended **by**”, «soit établi **par**».
    fn is_after_a_passive(&self, at: usize, start: usize) -> bool {
        let lists = self.scene.lexicon.words;
        let passives = |word: &str| lists.passives.contains(word) || lists.passive_orders.contains(word);
        let near = |at: usize| (start..at).rev().take(3).any(|before| passives(self.word(before)));
        // “shall be chaired by the Mayor and attended **by**”
        let goes_on = || {
            at > start + 2
                && self.joins(at - 2)
                && (start..at - 2).rev().take(MOST_WORDS).any(|at| lists.agents.contains(self.word(at)) && near(at))
        };
        self.scene.is_ordered() && lists.agents.contains(self.word(at)) && (near(at) || goes_on())
    }

    /// The same for the agents of an act that is asked for: “the sharing of lessons **by** port authorities”, «la participation
    /// **des** autorités portuaires».
    fn leads_to_an_agent(&self, at: usize, start: usize) -> bool {
        let lists = self.scene.lexicon.words;
        let tells_that = || (start..at.min(start + 3)).any(|at| lists.that.contains(self.word(at)));
        let is_of_an_act = || {
            lists.agents.contains(self.word(at))
                || lists.of.contains(self.scene.word(at))
                    && at.checked_sub(1).is_some_and(|act| lists.acts_of_others.contains(self.word(act)))
        };
        self.scene.asks && at > start && is_of_an_act() && !tells_that()
    }
}
