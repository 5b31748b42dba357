//! Coordinated actors, which share their role: “States **and** organizations”.

use crate::model::Span;
use crate::parse::scene::{Lead, Named, Scene};
use crate::text::marks::{LIST_COMMAS, STOPS_AND_COLONS};

impl Scene<'_> {
    /// Whether only a conjunction or a comma, with the actor's own adjectives, separates two actors.
    pub(super) fn are_coordinated(&self, last: Named, actor: Span) -> bool {
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

    /// Whether an actor after the first is one more addressee: «aux États, …, **et à** l'Office», «X, Y **and** Z».
    pub(super) fn joins_the_addressees(&self, lead: &Lead<'_>) -> bool {
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
    pub(super) fn is_taken_back(&self, lead: &Lead<'_>) -> bool {
        lead.words.first() == Some(&"a") && self.takes_a()
    }

    /// Whether the verb takes its addressee with «à»: «demande à», «recommande à».
    pub(super) fn takes_a(&self) -> bool {
        self.words(self.rest).find(|word| !self.lexicon.words.address_adverbs.contains(word)) == Some("a")
    }

    /// Whether only a preposition leads from one actor to the next: «par l'intermédiaire du Conseil, **au** forum».
    pub(super) fn leads_elsewhere(&self, last: Span, actor: Span) -> bool {
        let lists = self.lexicon.words;
        let between = Span { start: last.end, end: actor.start.max(last.end) };
        let mut words = self.words(between).filter(|word| !lists.determiners.contains(word)).peekable();
        words.peek().is_some() && words.all(|word| lists.address_prepositions.contains(word))
    }

    /// Whether an actor is in an aside that begins as an adverbial: “, **taking into account** the pact between X and **Y**, to”.
    pub(super) fn is_in_an_adverbial(&self, actor: Span) -> bool {
        const REACH: u32 = 300;
        let lists = self.lexicon.words;
        let start = self.rest.start.max(actor.start.saturating_sub(REACH));
        let opens = |at: &usize| self.gap(*at).contains(LIST_COMMAS);
        let opener = self.tokens.within(Span { start, end: actor.start }).rev().find(opens);
        opener.is_some_and(|at| {
            self.entry_at(at, &lists.adverbials).is_some() && !lists.address_prepositions.contains(self.word(at))
        })
    }

    /// Where a list begins that only illustrates those who are asked: “bodies **such as** the Commission”.
    pub(super) fn illustrations(&self) -> u32 {
        let first =
            self.tokens.within(self.rest).find(|at| self.illustrates(*at)).and_then(|at| self.tokens.get(at));
        first.map_or(u32::MAX, |first| first.span.start)
    }
}
