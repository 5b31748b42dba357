//! A phrase table: finds the longest phrase over words without case, accents or plural.

use super::vocabulary::{Token, Vocabulary, WordId, begins_with_capital};
use crate::model::Span;
use crate::text::word_spans;
use foldhash::fast::FixedState;
use std::collections::HashMap;

/// A phrase found at a word.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PhraseFound<V> {
    /// How many words it takes.
    pub n_tokens: usize,
    /// Its value in the table.
    pub value: V,
}

/// Phrases of one table, each with its value.
#[derive(Debug)]
pub struct PhraseTable<V> {
    /// For each word the node that it leads to from the beginning; 0 if no phrase begins with it. Most words of a text
    /// begin none, and this tells without hashing.
    starts: Vec<u32>,
    /// From a node and a word to the next node.
    steps: HashMap<u64, u32, FixedState>,
    nodes: Vec<Node<V>>,
    /// Words that may occur inside any phrase, sorted.
    passed_over: Vec<WordId>,
}

/// A place in the phrases: what leads on from it, and what ends there.
#[derive(Debug)]
struct Node<V> {
    /// A bit for each word that leads on, by [`bit_of`]. Most words after the first lead nowhere, and this tells without
    /// hashing too.
    leads: u64,
    /// The phrases that end here, the ones that ask more of the letters first.
    ends: Vec<End<V>>,
}

impl<V> Default for Node<V> {
    fn default() -> Self {
        Self { leads: 0, ends: Vec::new() }
    }
}

#[derive(Debug, Clone)]
struct End<V> {
    value: V,
    case: Case,
}

/// How much the case of a phrase's letters counts.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Case {
    /// Not at all.
    Any,
    /// The words with these numbers, one bit a word, must begin with a capital: `États` are no `états`.
    Capitals(u32),
    /// It counts only in exactly these letters: `WHO` is no `who`.
    Exact(String),
}

impl Case {
    fn how_much(&self) -> u32 {
        match self {
            Self::Any => 0,
            Self::Capitals(words) => words.count_ones(),
            Self::Exact(_) => u32::MAX,
        }
    }
}

impl<V> Default for PhraseTable<V> {
    fn default() -> Self {
        Self {
            starts: Vec::new(),
            steps: HashMap::default(),
            nodes: vec![Node::default()],
            passed_over: Vec::new(),
        }
    }
}

impl<V: Copy> PhraseTable<V> {
    /// Adds a phrase, or gives it a new value. A phrase without words is not added.
    pub fn insert(&mut self, vocabulary: &mut Vocabulary, phrase: &str, value: V) {
        if let Some(place) = self.place(vocabulary, phrase, Case::Any, value) {
            *place = value;
        }
    }

    /// Adds a phrase that counts only in exactly these letters, or gives it a new value: an acronym.
    pub fn insert_exact(&mut self, vocabulary: &mut Vocabulary, phrase: &str, value: V) {
        if let Some(place) = self.place(vocabulary, phrase, Case::Exact(phrase.to_owned()), value) {
            *place = value;
        }
    }

    /// The value of a phrase whose capitals count: a word that has one here must have one in the text. It is the one
    /// given if the phrase is new.
    pub fn name(&mut self, vocabulary: &mut Vocabulary, phrase: &str, value: V) -> V {
        let capitals =
            word_spans(phrase).take(32).enumerate().filter(|(_, span)| begins_with_capital(span.of(phrase)));
        let mask = capitals.fold(0, |mask, (i, _)| mask | 1 << i);
        self.place(vocabulary, phrase, Case::Capitals(mask), value).map_or(value, |place| *place)
    }

    /// The value of a phrase that counts only in exactly these letters; the one given if the phrase is new.
    pub fn exact(&mut self, vocabulary: &mut Vocabulary, phrase: &str, value: V) -> V {
        self.place(vocabulary, phrase, Case::Exact(phrase.to_owned()), value).map_or(value, |place| *place)
    }

    /// Allows a word inside any phrase: « organismes *compétents* des Nations Unies » are those of the table.
    pub fn pass_over(&mut self, vocabulary: &mut Vocabulary, word: &str) {
        let word = vocabulary.intern(word);
        if let Err(place) = self.passed_over.binary_search(&word) {
            self.passed_over.insert(place, word);
        }
    }

    /// Where the value of a phrase is kept, in this case of its letters; nowhere if it has no words.
    fn place(&mut self, vocabulary: &mut Vocabulary, phrase: &str, case: Case, value: V) -> Option<&mut V> {
        let mut node = 0;
        for word in vocabulary.intern_all(phrase) {
            node = match self.step(node, word) {
                Some(known) => known,
                None => self.add_step(node, word),
            };
        }
        let ends = self.nodes.get_mut(node as usize).filter(|_| node != 0).map(|node| &mut node.ends)?;
        let asked = case.how_much();
        let mut at = ends.partition_point(|other| other.case.how_much() > asked);
        while ends.get(at).is_some_and(|other| other.case.how_much() == asked && other.case != case) {
            at += 1;
        }
        if ends.get(at).is_none_or(|other| other.case != case) {
            ends.insert(at, End { value, case });
        }
        ends.get_mut(at).map(|end| &mut end.value)
    }

    fn step(&self, node: u32, word: WordId) -> Option<u32> {
        if node == 0 {
            return self.starts.get(word.0 as usize).copied().filter(|next| *next != 0);
        }
        if self.nodes.get(node as usize)?.leads & bit_of(word) == 0 {
            return None;
        }
        self.steps.get(&step_key(node, word)).copied()
    }

    fn add_step(&mut self, node: u32, word: WordId) -> u32 {
        let next = self.nodes.len() as u32;
        self.nodes.push(Node::default());
        if let Some(node) = self.nodes.get_mut(node as usize) {
            node.leads |= bit_of(word);
        }
        if node != 0 {
            self.steps.insert(step_key(node, word), next);
            return next;
        }
        if self.starts.len() <= word.0 as usize {
            self.starts.resize(word.0 as usize + 1, 0);
        }
        if let Some(start) = self.starts.get_mut(word.0 as usize) {
            *start = next;
        }
        next
    }

    /// Whether a phrase may begin with a word: most words of a text begin none.
    pub fn may_begin(&self, token: &Token) -> bool {
        token.word.is_some_and(|word| self.step(0, word).is_some())
    }

    /// Whether a word may occur inside any phrase of the table.
    pub fn passes_over(&self, token: &Token) -> bool {
        token.word.is_some_and(|word| self.passed_over.binary_search(&word).is_ok())
    }

    /// The longest phrase that begins at the first of these tokens.
    pub fn longest_at(&self, text: &str, tokens: &[Token]) -> Option<PhraseFound<V>> {
        let mut node = 0;
        let mut best = None;
        let mut capitals = 0;
        let mut n_words = 0;
        for (i, token) in tokens.iter().enumerate() {
            let Some(word) = token.word else { break };
            let Some(next) = self.step(node, word) else {
                if node != 0 && self.passed_over.binary_search(&word).is_ok() {
                    continue;
                }
                break;
            };
            node = next;
            if token.capital && n_words < 32 {
                capitals |= 1 << n_words;
            }
            n_words += 1;
            let counts = |end: &&End<V>| match &end.case {
                Case::Any => true,
                Case::Capitals(needed) => needed & !capitals == 0,
                Case::Exact(letters) => words_between(text, tokens, i) == letters,
            };
            if let Some(end) = self.nodes.get(node as usize).and_then(|node| node.ends.iter().find(counts)) {
                best = Some(PhraseFound { n_tokens: i + 1, value: end.value });
            }
        }
        best
    }

    /// All phrases of a text, leftmost and longest first, none overlapping, each with its span.
    pub fn find_all(&self, text: &str, tokens: &[Token]) -> Vec<(Span, V)> {
        let mut found = Vec::new();
        let mut rest = tokens;
        while let Some(first) = rest.first() {
            let hit = if self.may_begin(first) { self.longest_at(text, rest) } else { None };
            let taken = match hit {
                Some(hit) => {
                    let end = rest.get(hit.n_tokens - 1).map_or(first.span.end, |last| last.span.end);
                    found.push((Span { start: first.span.start, end }, hit.value));
                    hit.n_tokens
                }
                None => 1,
            };
            rest = rest.get(taken..).unwrap_or_default();
        }
        found
    }
}

/// One of 64 bits for a word.
fn bit_of(word: WordId) -> u64 {
    1 << (word.0 % 64)
}

fn step_key(node: u32, word: WordId) -> u64 {
    u64::from(node) << 32 | u64::from(word.0)
}

/// The text from the first token to the one at `last`.
fn words_between<'t>(text: &'t str, tokens: &[Token], last: usize) -> &'t str {
    let start = tokens.first().map_or(0, |token| token.span.start);
    let end = tokens.get(last).map_or(start, |token| token.span.end);
    Span { start, end }.of(text)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Language;

    fn found<'t>(text: &'t str, phrases: &[(&str, u8)], exact: &[(&str, u8)]) -> Vec<(&'t str, u8)> {
        let mut vocabulary = Vocabulary::of(Language::French);
        let mut table = PhraseTable::default();
        for (phrase, value) in phrases {
            table.insert(&mut vocabulary, phrase, *value);
        }
        for (phrase, value) in exact {
            table.insert_exact(&mut vocabulary, phrase, *value);
        }
        let tokens = vocabulary.tokens(text);
        table.find_all(text, &tokens).into_iter().map(|(span, value)| (span.of(text), value)).collect()
    }

    #[test]
    fn the_longest_phrase_wins() {
        let table = [("États", 1), ("États Membres", 2)];
        assert_eq!(
            found("Engage les États Membres et tous les États", &table, &[]),
            [("États Membres", 2), ("États", 1)]
        );
    }

    #[test]
    fn plural_accents_and_case_do_not_count() {
        assert_eq!(found("les ETATS MEMBRES", &[("État Membre", 1)], &[]), [("ETATS MEMBRES", 1)]);
    }

    #[test]
    fn an_acronym_counts_only_in_its_own_letters() {
        assert_eq!(found("those who ask the WHO", &[], &[("WHO", 1)]), [("WHO", 1)]);
    }

    #[test]
    fn a_name_written_with_a_capital_needs_one() {
        let mut vocabulary = Vocabulary::of(Language::French);
        let mut table = PhraseTable::default();
        table.name(&mut vocabulary, "États", 1);
        table.name(&mut vocabulary, "société civile", 2);
        let text = "un état de la Société civile des États";
        let tokens = vocabulary.tokens(text);
        let found: Vec<_> =
            table.find_all(text, &tokens).into_iter().map(|(span, value)| (span.of(text), value)).collect();
        assert_eq!(found, [("Société civile", 2), ("États", 1)]);
    }

    #[test]
    fn of_two_names_that_differ_in_capitals_only_the_text_chooses() {
        let mut vocabulary = Vocabulary::of(Language::French);
        let mut table = PhraseTable::default();
        table.name(&mut vocabulary, "organisations des Nations Unies", 1);
        table.name(&mut vocabulary, "Organisation des Nations Unies", 2);
        for (text, value) in [("organisations des Nations Unies", 1), ("Organisation des Nations Unies", 2)] {
            assert_eq!(table.longest_at(text, &vocabulary.tokens(text)).map(|found| found.value), Some(value));
        }
    }

    #[test]
    fn a_word_passed_over_may_stand_inside_a_phrase_and_not_around_it() {
        let mut vocabulary = Vocabulary::of(Language::French);
        let mut table = PhraseTable::default();
        table.name(&mut vocabulary, "organes des Nations Unies", 1);
        table.pass_over(&mut vocabulary, "compétents");
        let text = "les compétents organes compétents des Nations Unies compétents";
        let tokens = vocabulary.tokens(text);
        let found: Vec<_> = table.find_all(text, &tokens).into_iter().map(|(span, _)| span.of(text)).collect();
        assert_eq!(found, ["organes compétents des Nations Unies"]);
    }

    #[test]
    fn a_phrase_begun_and_not_finished_is_not_found() {
        assert_eq!(found("l’Office des Nations", &[("Office des Nations Unies", 1)], &[]), []);
    }

    #[test]
    fn an_apostrophe_separates_two_words() {
        assert_eq!(found("l’Office", &[("office", 1)], &[]), [("Office", 1)]);
    }
}
