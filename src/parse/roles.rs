//! Decides the role of each actor of a clause.
//!
//! The addressees of a verb that asks are between it and what it asks for: «Prie **l'Office**, en coopération avec
//! *INTERPOL*, **de** fournir une assistance aux *États*». Elsewhere the words next to an actor decide ([`crate::lexicon::cues`]);
//! coordinated actors share their role.

use super::scene::{Lead, Named, Scene};
use crate::lexicon::actions;
use crate::lexicon::cues::Cue;
use crate::lexicon::numbers::{cardinal, ordinal};
use crate::lexicon::verbs::Phrase;
use crate::model::{ClauseClass, Role, Span};
use crate::text::marks::{COMMAS, JOINTS, LIST_COMMAS, STOPS_AND_COLONS};

/// Finds the roles of the actors of a scene, given in order of place.
pub fn roles(scene: &Scene<'_>, actors: &mut [Named]) {
    if actors.is_empty() {
        return;
    }
    let asks = scene.asks;
    let complement = if asks { scene.complement().unwrap_or(scene.rest.end) } else { 0 };
    let examples = if asks { scene.illustrations() } else { 0 };
    let mut previous: Option<Named> = None;
    let mut addressed = false;
    // The start of the last actor's coordination.
    let mut first = 0;
    for i in 0..actors.len() {
        let (before, rest) = actors.split_at_mut(i);
        let Some(actor) = rest.first_mut() else { break };
        let lead = scene.before(actor.span);
        // “Urges, recognizing that **States** matter, the Office to”: who is asked comes after the reason.
        if actor.span.start < scene.rest.start {
            continue;
        }
        if previous.is_some_and(|last| scene.share_a_noun_of_members(last.span, actor.span)) {
            // «منظمات الشباب **والمرأة**» are one.
            previous = previous.map(|last| Named { span: Span { end: actor.span.end, ..last.span }, ..last });
            continue;
        }
        if scene.lexicon.rules.addressed.is_some() {
            // The language itself has said who is asked. «与开发署**和世界银行**合作»
            let partner =
                previous.filter(|last| last.role == Role::Partner && scene.are_coordinated(*last, actor.span));
            actor.role = match partner {
                _ if actor.is_asked => Role::Addressee,
                Some(_) => Role::Partner,
                None => scene.told_by_cues(actor.span, &lead, asks),
            };
            previous = Some(*actor);
            continue;
        }
        let coordinated = previous.filter(|last| scene.are_coordinated(*last, actor.span));
        if coordinated.is_none() {
            first = i;
        }
        // “that **the parties**, **armed groups** and neighbouring States shall cease”: the verb comes after the last of them.
        let chain = before.get_mut(first..).unwrap_or_default();
        if coordinated.is_some_and(|last| last.role == Role::Mentioned)
            && chain.first().is_some_and(|first| scene.must_act_with(first.span, actor.span, asks))
        {
            let mentioned = chain.iter_mut().filter(|other| other.role == Role::Mentioned);
            mentioned.for_each(|other| other.role = Role::Addressee);
            actor.role = Role::Addressee;
            addressed = true;
            previous = Some(*actor);
            continue;
        }
        let in_reach = asks && actor.span.start < complement && actor.span.start < examples;
        let role = if actor.is_asked
            || in_reach && !addressed && scene.follows_the_verb(&lead) && !scene.is_owner(actor.span)
            || asks && !addressed && scene.is_subject_of_what_is_asked(&lead, actor.span)
            || asks && addressed && scene.is_next_subject_of_what_is_asked(&lead, actor.span)
            || !addressed && scene.is_subject_after_its_verb(&lead)
            || !addressed && scene.is_agent_of_an_order(&lead)
            || addressed && scene.is_next_agent_of_an_order(&lead)
            || !addressed && scene.is_agent_by_its_case(&lead, actor.span)
            || !addressed && scene.reminds() && scene.follows_the_verb(&lead)
        {
            Role::Addressee
        } else if let Some(last) = coordinated.filter(|last| {
            // «…, par l'intermédiaire des autorités, et à l'Office»: the verb's own preposition takes it back.
            last.role != Role::Partner || !scene.is_taken_back(&lead)
        }) {
            last.role
        } else if in_reach && addressed && scene.joins_the_addressees(&lead) {
            Role::Addressee
        } else {
            scene.told_by_cues(actor.span, &lead, asks)
        };
        addressed |= role == Role::Addressee;
        actor.role = role;
        previous = Some(*actor);
    }
    if asks && !addressed && asks_somebody(scene.phrase) && !scene.thanks() {
        scene.address_the_agents(actors);
    }
}

/// Whether the verb has addressees: it asks, authorises, thanks or congratulates.
pub fn asks_somebody(phrase: &Phrase) -> bool {
    phrase.class == ClauseClass::Directive && phrase.action.as_str() != actions::EXPECT
        || matches!(
            phrase.action.as_str(),
            actions::AUTHORIZE
                | actions::INSIST
                | actions::EXPRESS_APPRECIATION
                | actions::COMMEND
                | actions::EXPRESS_SYMPATHY
        )
}

/// Where whom an act of saying asks would be named: “reiterates its **request to** X”, «renouvelle l'**appel lancé à** X».
pub fn asking_noun(scene: &Scene<'_>) -> Option<u32> {
    let (lists, tokens) = (scene.lexicon.words, scene.tokens);
    if scene.phrase.class != ClauseClass::Reinforcing || scene.phrase.action.as_str() == actions::RECALL {
        return None;
    }
    let first = tokens.first_from(scene.rest.start);
    // «вновь обращается **к сторонам** с требованием»: the noun is a part of the verb.
    let asks = |verb: &str| verb.rsplit(' ').next().is_some_and(|noun| lists.asking_nouns.contains(noun));
    if lists.address_prepositions.contains(tokens.folded(first)) && asks(scene.phrase.verb.as_str()) {
        return tokens.get(first).map(|token| token.span.start);
    }
    let is_noun = |at: usize| lists.asking_nouns.contains(tokens.folded(at));
    let after_noun = if first.checked_sub(1).is_some_and(is_noun) {
        first
    } else {
        (first..first + 4).take_while(|at| matches!(scene.gap(*at), " " | "’" | "'")).find(|at| is_noun(*at))? + 1
    };
    let introduces = |word: &str| lists.address_prepositions.contains(word) || lists.that.contains(word);
    let mut at = (after_noun..after_noun + 4).find(|at| introduces(tokens.folded(*at)));
    // «l’appel **qu’elle a** lancé aux États»
    if let Some(that) = at.filter(|at| lists.own_pronouns.contains(tokens.folded(at + 1))) {
        const REACH: usize = 8;
        at = (that + 3..that + REACH).find(|at| lists.address_prepositions.contains(tokens.folded(*at)));
    }
    // “its call **for** all armed groups **to** disarm”
    if lists.for_subject.contains(tokens.folded(after_noun)) {
        let end = scene.asks_after(after_noun + 1)?;
        at = (end > after_noun + 1).then_some(after_noun + 1);
    }
    let at = at?;
    let token = tokens.get(at).filter(|token| token.span.end <= scene.rest.end)?;
    Some(token.span.start)
}

impl<'a> Scene<'a> {
    /// Where a list begins that only illustrates those who are asked: “bodies **such as** the Commission”.
    fn illustrations(&self) -> u32 {
        let first =
            self.tokens.within(self.rest).find(|at| self.illustrates(*at)).and_then(|at| self.tokens.get(at));
        first.map_or(u32::MAX, |first| first.span.start)
    }

    /// Where the infinitive begins that a noun is to do, if one does in the same stretch: “for all armed groups **to** disarm”.
    fn asks_after(&self, from: usize) -> Option<usize> {
        const REACH: usize = 12;
        let lists = self.lexicon.words;
        let mut places = (from..from + REACH).take_while(|at| !self.gap(*at).contains(STOPS_AND_COLONS));
        let is_mark = |word: &str| lists.infinitive_marks.contains(word) && !lists.of.contains(word);
        places.find(|at| is_mark(self.tokens.folded(*at)))
    }

    /// “will be attended **by** mayors”, «soit établi **par** le Comité»: the agent of a request or a decision.
    fn is_agent_of_an_order(&self, lead: &Lead<'_>) -> bool {
        const REACH: usize = 3;
        let lists = self.lexicon.words;
        let mut words = lead.words.iter();
        let passives = |word: &&str| lists.passives.contains(word) || lists.passive_orders.contains(word);
        self.is_ordered()
            && words.next().is_some_and(|word| lists.agents.contains(word))
            && words.take(REACH).any(passives)
    }

    /// “shall be chaired by the Mayor and attended **by** donors”
    fn is_next_agent_of_an_order(&self, lead: &Lead<'_>) -> bool {
        let lists = self.lexicon.words;
        let [by, _, joint, ..] = lead.words.as_slice() else { return false };
        self.phrase.action.as_str() == actions::DECIDE
            && lists.agents.contains(by)
            && lists.coordinators.contains(joint)
    }

    /// «должны утверждаться **государствами-членами**», «настаивает на отмене **правительством**»: where a case says who acts.
    fn is_agent_by_its_case(&self, lead: &Lead<'_>, actor: Span) -> bool {
        const REACH: usize = 4;
        let Some(is_instrumental) = self.lexicon.rules.is_instrumental else { return false };
        let lists = self.lexicon.words;
        let mut words = lead.words.iter();
        let Some(before) =
            words.next().filter(|_| is_instrumental(Span { start: lead.start, end: actor.end }.of(self.text)))
        else {
            return false;
        };
        let is_needed = |word: &&str| lists.needs.contains(word) || lists.modals.contains(word);
        let needed = words.take(REACH).any(is_needed);
        // A preposition before it makes it a partner: «в сотрудничестве с государствами».
        let preposition = before.chars().count() <= 3 || lists.agents.contains(before);
        let binds = self.is_ordered() || self.phrase.class == ClauseClass::Reinforcing;
        let is_insisted = self.phrase.action.as_str() == actions::INSIST;
        binds && !preposition && (needed || is_insisted)
    }

    /// Whether nothing but prepositions, adverbs and asides is between the verb and its first addressee.
    fn follows_the_verb(&self, lead: &Lead<'_>) -> bool {
        let between = Span { start: self.rest.start, end: lead.start };
        let all = self.tokens.within(between);
        let words = all.start + self.n_words_of_aside(&all)..all.end;
        // «Prie, à cet égard, l'Office»: what commas enclose does not count.
        let (mut n_commas, mut is_bare) = (0, true);
        for at in words.clone() {
            n_commas += self.gap_before(at, &words, between.start).matches(',').count();
            if self.may_lead(self.word(at)) {
                continue;
            }
            is_bare = false;
            if n_commas.is_multiple_of(2) {
                return false;
            }
        }
        is_bare || between.of(self.text).matches(',').count().is_multiple_of(2)
    }

    /// How many words an aside takes that follows the verb without commas: «Prie **à cet égard** l'Office».
    fn n_words_of_aside(&self, words: &std::ops::Range<usize>) -> usize {
        let aside = self.entry_at(words.start, &self.lexicon.words.asides).filter(|_| !words.is_empty());
        aside.map(|aside| aside.split(' ').count()).filter(|n_words| *n_words <= words.len()).unwrap_or_default()
    }

    /// «Demands that all **parties** comply», «Exige que les **parties** cessent»: who must act is asked.
    fn is_subject_of_what_is_asked(&self, lead: &Lead<'_>, actor: Span) -> bool {
        let lists = self.lexicon.words;
        // «Insta **encarecidamente a** que las partes»
        let is_small =
            |word: &&str| lists.address_prepositions.contains(word) || lists.address_adverbs.contains(word);
        let between = self.tokens.within(Span { start: self.rest.start, end: lead.start });
        let words = between.clone().skip(self.n_words_of_aside(&between)).map(|at| self.word(at));
        let mut words = words.skip_while(is_small);
        if !words.next().is_some_and(|word| lists.that.contains(word)) || !words.all(|word| self.may_lead(word)) {
            return false;
        }
        let after = Span { start: actor.end, end: self.rest.end };
        let verb: Vec<&str> = self.words(Span { end: after.end.min(after.start + 60), ..after }).collect();
        !self.is_owner(actor) && !self.is_passive(&verb)
    }

    /// “Requests that the Group report **and that States** cooperate with it”: who is to do the next thing is asked too.
    fn is_next_subject_of_what_is_asked(&self, lead: &Lead<'_>, actor: Span) -> bool {
        const REACH: u32 = 60;
        let lists = self.lexicon.words;
        let [that, joint, ..] = lead.words.as_slice() else { return false };
        let is_parallel = lists.that.contains(that)
            && lists.coordinators.contains(joint)
            && self.words(self.rest).next().is_some_and(|first| lists.that.contains(first));
        let after = Span { start: actor.end, end: self.rest.end.min(actor.end + REACH) };
        let verb: Vec<&str> = self.words(after).collect();
        is_parallel && !self.is_passive(&verb)
    }

    /// «يقرر أن تتخذ **الدول**», «ضرورة أن توافق **الدول**»: where the verb comes first, who must act follows it.
    fn is_subject_after_its_verb(&self, lead: &Lead<'_>) -> bool {
        const REACH: usize = 5;
        let Some(is_verb) = self.lexicon.rules.verb_before_subject else { return false };
        let binds =
            matches!(self.phrase.class, ClauseClass::Directive | ClauseClass::Deciding | ClauseClass::Reinforcing);
        let lists = self.lexicon.words;
        let follows = lead.words.first().is_some_and(|word| is_verb(word))
            && lead.words.get(1).is_some_and(|word| lists.that.contains(word));
        let between = Span { start: self.rest.start, end: lead.start };
        binds && follows && self.tokens.within(between).len() <= REACH && !between.of(self.text).contains(COMMAS)
    }

    /// Whether an actor after the first is one more addressee: «aux États, …, **et à** l'Office», «X, Y **and** Z».
    fn joins_the_addressees(&self, lead: &Lead<'_>) -> bool {
        let mut words = lead.words.iter().copied();
        let first = words.next().unwrap_or_default();
        let takes_a = self.takes_a();
        let lists = self.lexicon.words;
        let (preposition, joint) = if lists.address_prepositions.contains(first) {
            (true, words.next().unwrap_or_default())
        } else {
            (false, first)
        };
        if self.lexicon.rules.repeats_prepositions && takes_a != preposition {
            return false;
        }
        let next = words.next();
        let joined = lists.coordinators.contains(joint)
            || lists.conjunctions.iter().any(|joined| {
                let mut words = joined.rsplit(' ');
                words.next() == Some(joint) && words.next().is_some_and(|word| next == Some(word))
            });
        joined || (takes_a && preposition && lead.after_comma)
    }

    /// Whether the preposition that the verb takes comes before an actor.
    fn is_taken_back(&self, lead: &Lead<'_>) -> bool {
        lead.words.first() == Some(&"a") && self.takes_a()
    }

    /// Whether the verb takes its addressee with «à»: «demande à», «recommande à».
    fn takes_a(&self) -> bool {
        self.words(self.rest).find(|word| !self.lexicon.words.address_adverbs.contains(word)) == Some("a")
    }

    /// Whether only a conjunction or a comma, with the actor's own adjectives, separates two actors.
    fn are_coordinated(&self, last: Named, actor: Span) -> bool {
        if actor.start <= last.span.end {
            return actor.start == last.span.start;
        }
        let between = Span { start: last.span.end, end: actor.start };
        let lists = self.lexicon.words;
        if self.tokens.within(between).any(|at| self.illustrates(at)) {
            return false;
        }
        let mut has_joint = false;
        let mut last_joint = "";
        let may_stand = self.words(between).all(|word| {
            // «إضافة **إلى**» joins two, and «إلى» by itself leads to another complement.
            let is_joint = lists.actor_joints.contains(word)
                && (!last_joint.is_empty() || !lists.address_prepositions.contains(word));
            // «ainsi **que** l'Office» joins two; «…, et **que** l'Office agisse» does not.
            if lists.that.contains(word)
                && (!is_joint || matches!(last_joint, "") || lists.coordinators.contains(last_joint))
            {
                return false;
            }
            last_joint = if is_joint { word } else { "" };
            has_joint |= is_joint;
            is_joint
                || lists.repeated_prepositions.contains(word)
                || lists.determiners.contains(word)
                || lists.actor_adjectives.contains(word)
        });
        let marks = between.of(self.text);
        may_stand && (has_joint || marks.contains(LIST_COMMAS)) && !marks.contains(STOPS_AND_COLONS)
    }

    /// Whether a word may come between a verb and its first addressee.
    fn may_lead(&self, word: &str) -> bool {
        let lists = self.lexicon.words;
        lists.determiners.contains(word)
            || lists.address_prepositions.contains(word)
            || lists.address_adverbs.contains(word)
            || lists.qualifiers.contains(word)
            // “Recommends to the **Seventy-ninth** World Health Assembly”
            || word.split('-').all(|part| ordinal(&[part], self.lexicon.language).is_some() || cardinal(part).is_some())
    }

    /// “should be protected”: who is protected is not who acts.
    fn is_passive(&self, after: &[&str]) -> bool {
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

    fn told_by_cues(&self, actor: Span, lead: &Lead<'_>, asks: bool) -> Role {
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

    /// “the need for the dykes **to be raised**”, right after an actor.
    fn is_done_to_them(&self, actor: Span) -> bool {
        const REACH: u32 = 40;
        let after = Span { start: actor.end, end: (actor.end + REACH).min(self.rest.end) };
        let after: Vec<&str> = self.words(after).take(3).collect();
        after.first().is_some_and(|mark| self.lexicon.words.infinitive_marks.contains(mark))
            && self.is_done_to(&after)
    }

    /// «**государствам** следует», but not «усилия государств необходимо умножить»: where a case says whose duty it is.
    fn is_in_the_case_of_duty(&self, actor: Span, after: &[&str]) -> bool {
        let Some(is_dative) = self.lexicon.rules.is_dative else { return true };
        let is_impersonal = after.first().is_some_and(|word| self.lexicon.words.impersonals.contains(word));
        !is_impersonal || is_dative(actor.of(self.text))
    }

    /// «Décide que **le mandat** du Groupe comprendra», «يقرر أن تشمل **ولاية** فريق الخبراء»: the task is a duty of those who have it.
    fn has_the_mandate(&self, lead: &Lead<'_>, after: &[&str]) -> bool {
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
    fn must_act_with(&self, first: Span, last: Span, asks: bool) -> bool {
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
    fn is_cooperation_with_its_own(&self, lead: &[&str]) -> bool {
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
    fn is_subject_of_a_decision(&self, lead: &Lead<'_>, after: &[&str]) -> bool {
        self.follows_that(lead) && self.orders(after)
    }

    /// Whether nothing but “that” is between the verb and an actor.
    fn follows_that(&self, lead: &Lead<'_>) -> bool {
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
            is_subjunctive
                || lists.permissions.contains(verb)
                || verb.len() > 4 && lists.future_endings.is_ending_of(verb, 3)
        })
    }

    /// The words after the aside between commas that begins at a byte.
    fn after_aside(&self, start: u32) -> Option<Vec<&'a str>> {
        const REACH: usize = 200;
        let text = Span { start, end: self.rest.end }.of(self.text).strip_prefix(',')?;
        let end = text.char_indices().take_while(|(at, _)| *at < REACH).find(|(_, letter)| *letter == ',')?.0;
        let from = start + 1 + end as u32;
        Some(self.words(Span { start: from, end: self.rest.end.min(from + 60) }).collect())
    }

    /// «Encourage les efforts continus déployés **par** les États»: the agent of the noun is meant.
    fn address_the_agents(&self, actors: &mut [Named]) {
        let mut agent: Option<Named> = None;
        for i in 0..actors.len() {
            let Some(actor) = actors.get(i).copied() else { return };
            let lead = self.before(actor.span);
            let lists = self.lexicon.words;
            let is_agent = actor.role == Role::Mentioned
                && lead.words.first().is_some_and(|word| {
                    lists.agents.contains(word)
                        || lists.of.is_empty() && lists.acts_of_others.contains(word)
                        || lists.of.contains(word)
                            && lead.words.get(1).is_some_and(|noun| lists.acts_of_others.contains(noun))
                });
            let joins = agent.is_some_and(|last| self.are_coordinated(last, actor.span));
            if (is_agent && agent.is_none()) || joins {
                if let Some(actor) = actors.get_mut(i) {
                    actor.role = Role::Addressee;
                }
                agent = Some(actor);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lexicon::Lexicon;

    /// Marks the actors of a sentence with braces; gives their roles.
    fn check(marked: &str, expected: &[Role]) {
        let mut text = String::new();
        let mut actors = Vec::new();
        for (i, part) in marked.split(['{', '}']).enumerate() {
            let start = text.len();
            text.push_str(part);
            if i % 2 == 1 {
                actors.push(Named { span: Span::new(start, text.len()), role: Role::Mentioned, is_asked: false });
            }
        }
        let language = crate::language::detect(&text);
        let lexicon = Lexicon::of(language);
        let phrase = lexicon.verbs.phrase_at(&text, 0).unwrap();
        let rest = Span { start: phrase.span.end, end: text.len() as u32 };
        let tokens = lexicon.vocabulary.tokens(&text);
        let asks = asks_somebody(&phrase);
        roles(
            &Scene {
                text: &text,
                tokens: &tokens,
                lexicon,
                phrase: &phrase,
                asks,
                rest,
                begins_with_subject: false,
            },
            &mut actors,
        );
        let found: Vec<Role> = actors.iter().map(|actor| actor.role).collect();
        assert_eq!(found, expected, "{text}");
    }

    use Role::{Addressee, Beneficiary, Mentioned, Partner};

    #[test]
    fn the_object_of_the_verb_is_asked() {
        check("Prie l’{Office} de fournir aux {États} une assistance", &[Addressee, Beneficiary]);
        check("Engage les {États Membres} qui ne l’ont pas encore fait à envisager la ratification", &[Addressee]);
        check("Requests the {Secretary-General} to report to the {General Assembly}", &[Addressee, Mentioned]);
        check(
            "Calls upon all {States} and relevant {organizations} to cooperate with the {Office}",
            &[Addressee, Addressee, Mentioned],
        );
    }

    #[test]
    fn all_of_a_coordination_are_asked() {
        check(
            "Demande aux {États Membres}, notamment par l’intermédiaire des {autorités}, et à l’{Office} et aux autres \
             {organismes} compétents qui mènent des activités de partager",
            &[Addressee, Partner, Addressee, Addressee],
        );
    }

    #[test]
    fn an_adverbial_gives_partners() {
        check(
            "Prie l’{Office}, en coopération avec {INTERPOL} et les autres {entités} compétentes, de continuer",
            &[Addressee, Partner, Partner],
        );
        check("Engage l’{Office} à renforcer sa coordination avec le {Bureau}", &[Addressee, Mentioned]);
    }

    #[test]
    fn a_softer_verb_addresses_who_must_act() {
        check("Souligne qu’il importe que les {États Membres} créent des systèmes", &[Addressee]);
        check("Décide que tous les {États} doivent prévenir le financement", &[Addressee]);
        check("Stresses the need for {States} to cooperate and the role of the {Council}", &[Addressee, Mentioned]);
    }

    #[test]
    fn the_agent_of_a_demand_is_an_addressee() {
        check("Demands that all {parties} and {armed groups} comply with the resolution", &[Addressee, Addressee]);
        check(
            "Exige que toutes les {parties} de la région cessent les attaques contre l’{Office}",
            &[Addressee, Mentioned],
        );
        check("Requests that {Member States} be informed of the report", &[Mentioned]);
        check("Demands that the {Council}’s decisions be carried out in full", &[Mentioned]);
    }

    #[test]
    fn a_judgement_addresses_nobody() {
        check("Se félicite de l’élaboration par l’{Office} d’un guide", &[Mentioned]);
        check("Prend note de la coopération entre le {Bureau} et l’{Office}", &[Mentioned, Mentioned]);
    }

    #[test]
    fn the_agent_of_what_is_encouraged_is_asked() {
        check("Encourage la poursuite des efforts déployés par les {États} de la région", &[Addressee]);
    }

    #[test]
    fn thanks_have_an_addressee() {
        check("Remercie les {États Membres} qui ont soutenu les activités de l’{Office}", &[Addressee, Mentioned]);
    }
}
