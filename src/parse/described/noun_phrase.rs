//! Noun phrases: where they end, which noun is their head, and whether it may act.

use super::{GrammarWalk, MOST_WORDS};
use crate::model::Span;
use std::ops::Range;

impl GrammarWalk<'_> {
    /// Adds some words as an actor if they may be one and are in no table.
    pub(super) fn candidate(&mut self, words: Range<usize>) {
        let lists = self.scene.lexicon.words;
        let tokens = self.scene.tokens;
        // “the regional banks **and**, where relevant, insurers”
        let mut words = words;
        // «механизм **ежегодно** представлять»
        let is_loose = |word: &str| lists.coordinators.contains(word) || lists.address_adverbs.contains(word);
        while words.end > words.start && is_loose(self.word(words.end - 1)) {
            words.end -= 1;
        }
        let mut start = words.start;
        let is_determiner = |at: usize| at < words.end && lists.determiners.contains(self.word(at));
        // «Invite **d’**autres bateliers»
        if lists.of.contains(self.scene.word(start)) && is_determiner(start + 1) {
            start += 1;
        }
        while is_determiner(start) {
            start += 1;
        }
        let Some(first) = tokens.get(start).filter(|_| start < words.end) else { return };
        // The noun phrase proper goes up to the first preposition or pronoun; “the **operating** entities” begins with none.
        let is_inner = |at: &usize| {
            let word = self.word(*at);
            let before_noun = || !lists.phrase_prepositions.contains(self.word(*at + 1)) && self.may_act(*at + 1);
            *at == start
                && start > words.start
                && *at + 1 < words.end
                && (!lists.adverbials.contains(word) || lists.agent_nouns.contains(self.word(*at + 1)))
                && before_noun()
                || !lists.phrase_prepositions.contains(word) && !lists.relatives.contains(word)
        };
        let n_inner = (start..words.end).take_while(is_inner).count();
        let mut end = words.end.min(start + MOST_WORDS);
        if self.needs_a_noun_of_agents {
            end = self.end_of_agent(words.start, start, end);
        }
        // «Исполнительного директора **в консультации с** советом»: with whom is no part of who.
        let leads_to_a_partner = |at: &usize| {
            self.begins(*at, &lists.adverbials) && (*at..end).any(|last| self.leads_to_a_partner(*at..last + 1))
        };
        if self.is_asked {
            end = (start + 1..end).find(leads_to_a_partner).unwrap_or(end);
        }
        let Some(head) = self.head(start..start + n_inner) else { return };
        let Some(head_span) = tokens.get(head).map(|token| token.span) else { return };
        let known = self.known.iter().enumerate();
        let is_it =
            |span: &Span| span.overlaps(head_span) || span.start == first.span.start && !self.scene.is_owner(*span);
        let shares = |known: &Span| {
            let before = tokens.within(Span { start: first.span.start, end: known.start.max(first.span.start) });
            let noun = Span { start: first.span.start, ..*known };
            (before.clone().any(|at| self.joins(at)) && known.contains(head_span.start as usize)).then_some(noun)
        };
        let named: Vec<_> = known.filter(|(_, span)| is_it(span)).map(|(i, span)| (i, shares(span))).collect();
        let is_known = !named.is_empty();
        if self.is_asked {
            self.found.asked.extend(named);
        }
        // “a robust” of “a robust and inclusive process”: one actor in the singular is a certain one.
        // «**au** bureau» has its article in it.
        let is_contracted = |at: usize| {
            let word = self.word(at);
            lists.address_prepositions.contains(word) && self.scene.word(at) != word
        };
        let has_determiner = start > words.start && !lists.indefinites.contains(self.word(start - 1))
            || start == words.start && start.checked_sub(1).is_some_and(is_contracted);
        let is_plural = (self.scene.lexicon.rules.is_plural)(head_span.of(self.scene.text));
        // Russian has no article that would tell «секретариат Конвенции» from any.
        let rules = self.scene.lexicon.rules;
        let has_articles = !lists.articles.is_empty() || !rules.writing.has_capitals;
        let needs_none = self.is_asked && !has_articles && lists.agent_nouns.contains(self.word(head));
        let is_certain = is_plural || has_determiner || first.capital || needs_none;
        // “the Kimberley **Process**”: what has a name may act, though its noun is one of things.
        let is_named = self.is_asked
            && has_determiner
            && tokens.get(head).is_some_and(|token| token.capital)
            && !lists.instruments.contains(self.word(head));
        let may_act = is_named
            || self.is_asked && start + n_inner == words.end && self.has_examples(words.end)
            || self.may_act(head)
                && (!self.needs_a_noun_of_agents
                    || lists.agent_nouns.contains(self.word(head))
                    || self.takes_names && first.capital && tokens.get(head).is_some_and(|token| token.capital));
        // «просит ее **ежегодно** представлять»
        let is_adverb = end == start + 1 && lists.address_adverbs.contains(self.word(start));
        let is_told = self.found.phrases.iter().any(|(span, _)| span.contains(first.span.start as usize));
        // “other entities **of the Agency**”: the body that they belong to is named for them.
        let is_of_a_known = self.takes_names
            && tokens.get(end - 1).is_some_and(|last| {
                let inside = Span { start: first.span.start, end: last.span.end };
                self.known.iter().any(|known| known.overlaps(inside))
            });
        if is_known
            || is_of_a_known
            || is_told
            || !is_certain
            || is_adverb
            || lists.pronouns_after.contains(self.word(start))
            || self.n_words_of(words.start, &lists.pronouns_after) > Some(1)
            || !may_act
        {
            return;
        }
        let Some(last) = tokens.get(end - 1) else { return };
        let span = Span { start: first.span.start, end: last.span.end };
        self.found.phrases.push((span, self.is_asked));
    }

    /// Where the name of an agent or partner ends: “by local associations **in the review**” says where the act takes place, which is no
    /// part of who does it.
    fn end_of_agent(&self, from: usize, start: usize, end: usize) -> usize {
        const REACH: usize = 4;
        let (lists, tokens) = (self.scene.lexicon.words, self.scene.tokens);
        // “the adoption **by** city councils **of** budgets”: what is done comes after who does it, if not before.
        let mut before = tokens.first_from(self.scene.rest.start)..from;
        let has_object = before.any(|at| lists.of.contains(self.scene.word(at)))
            || !(from.saturating_sub(REACH)..from).any(|at| lists.agents.contains(self.word(at)));
        let is_place = |at: &usize| {
            let is_of = lists.of.contains(self.scene.word(*at));
            let word = self.word(*at);
            let is_preposition =
                lists.phrase_prepositions.contains(word) || lists.address_prepositions.contains(word);
            if is_of { !has_object } else { is_preposition }
        };
        // «Pilotos **Sin** Fronteras»
        let in_a_name = |at: &usize| self.takes_names && tokens.get(*at).is_some_and(|token| token.capital);
        (start + 1..end).find(|at| is_place(at) && !in_a_name(at)).unwrap_or(end)
    }

    /// Whether known actors illustrate the noun before a place: “mechanisms, **such as the Commission**”.
    fn has_examples(&self, at: usize) -> bool {
        const REACH: usize = 4;
        let tokens = self.scene.tokens;
        let first = |span: &Span| tokens.first_from(span.start);
        self.scene.illustrates(at) && self.known.iter().any(|span| (at..at + REACH).contains(&first(span)))
    }

    /// The noun of a noun phrase without its complements.
    pub(super) fn head(&self, words: Range<usize>) -> Option<usize> {
        let lists = self.scene.lexicon.words;
        let is_noun = |at: &usize| {
            let word = self.word(*at);
            !lists.actor_adjectives.contains(word)
                && !lists.qualifiers.contains(word)
                && !lists.determiners.contains(word)
        };
        match self.scene.lexicon.rules.names {
            // «aux **membres** du Comité», though it is an adjective in «États membres»
            crate::language::NameShape::HeadFirst => {
                let alone = (words.len() == 1).then_some(words.start);
                self.past_adjectives(words).find(is_noun).or(alone)
            }
            // “the measures **imposed** by”, “the agencies **involved** in”: what was done to them comes after the noun.
            crate::language::NameShape::HeadLast => {
                let is_participle = |at: &usize| {
                    let word = self.word(*at);
                    *at > words.start
                        && lists.participle_endings.is_ending_of(word, 3)
                        && !lists.thing_endings.is_ending_of(word, 2)
                        && !lists.agent_nouns.contains(word)
                };
                words.clone().rev().skip_while(is_participle).find(is_noun)
            }
        }
    }

    /// The words from the noun of who acts, if only adjectives come before it: «специальную рабочую **группу**».
    fn past_adjectives(&self, words: Range<usize>) -> Range<usize> {
        const MOST: usize = 3;
        const SHORTEST_STEM: usize = 3;
        let lists = self.scene.lexicon.words;
        if lists.adjectives_before.is_empty() {
            return words;
        }
        let is_adjective = |at: &usize| lists.adjectives_before.is_ending_of(self.word(*at), SHORTEST_STEM);
        let noun = words.start + words.clone().take(MOST).take_while(is_adjective).count();
        let acts = noun < words.end && lists.agent_nouns.contains(self.word(noun));
        if acts { noun..words.end } else { words }
    }

    /// Whether a noun is of persons or bodies: they act, and things do not.
    pub(super) fn may_act(&self, head: usize) -> bool {
        let lists = self.scene.lexicon.words;
        let noun = self.word(head);
        if lists.agent_nouns.contains(noun) {
            return true;
        }
        let singular = noun.strip_suffix('s').unwrap_or(noun);
        let is_thing = lists.things.contains(noun)
            || lists.instruments.contains(singular)
            || lists.mandate_nouns.contains(noun)
            || lists.things.contains(singular)
            || lists.thing_endings.is_ending_of(singular, 2)
            // “readiness” is no plural.
            || singular.len() < noun.len() && lists.thing_endings.is_ending_of(noun, 2);
        noun.chars().count() > 3 && !is_thing && noun.chars().all(char::is_alphabetic)
    }
}
