//! Longest phrase first, over words without case, accents or plural.
//!
//! All tables share one [`Vocabulary`]: a text is cut into [`Token`]s once, each looked up once, and every table is
//! then a walk over numbers.

use crate::model::Span;
use crate::text::fold::{fold_char, singular};
pub use crate::text::words::word_spans;
use std::collections::HashMap;

/// The number of a word that occurs in some table.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct WordId(u32);

/// A word of a text: a run of letters and digits; an apostrophe or a hyphen parts two words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Token {
    /// Where it stands.
    pub span: Span,
    /// Its number, if some table knows it.
    pub word: Option<WordId>,
    /// Whether it begins with a capital.
    pub capital: bool,
}

/// Every word of every table, folded and in the singular.
#[derive(Debug, Default)]
pub struct Vocabulary {
    ids: HashMap<String, WordId>,
}

impl Vocabulary {
    /// The number of a word, given one if it is new.
    pub fn intern(&mut self, word: &str) -> WordId {
        let mut key = String::new();
        word.chars().for_each(|letter| fold_char(letter, &mut key));
        singular(&mut key);
        let next = WordId(self.ids.len() as u32);
        *self.ids.entry(key).or_insert(next)
    }

    /// The number of a word as a text has it, if any table knows it.
    pub fn find(&self, word: &str) -> Option<WordId> {
        let mut key = String::with_capacity(word.len());
        word.chars().for_each(|letter| fold_char(letter, &mut key));
        singular(&mut key);
        self.ids.get(&key).copied()
    }

    /// A text cut into its words.
    pub fn tokens(&self, text: &str) -> Vec<Token> {
        let mut tokens = Vec::with_capacity(text.len() / 6);
        let mut key = String::new();
        for span in word_spans(text) {
            key.clear();
            let word = span.of(text);
            word.chars().for_each(|letter| fold_char(letter, &mut key));
            singular(&mut key);
            let capital = word.chars().next().is_some_and(char::is_uppercase);
            tokens.push(Token { span, word: self.ids.get(&key).copied(), capital });
        }
        tokens
    }
}

/// A phrase found at a word.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Found<V> {
    /// How many words it takes.
    pub n_tokens: usize,
    /// What the table says of it.
    pub value: V,
}

/// Phrases of one table, each with its value.
#[derive(Debug)]
pub struct PhraseTable<V> {
    /// From a node and a word to the next node; node 0 is the beginning.
    steps: HashMap<(u32, WordId), u32>,
    ends: Vec<Option<End<V>>>,
}

#[derive(Debug, Clone)]
struct End<V> {
    value: V,
    /// The phrase's own letters, when its case matters: `WHO` is no `who`.
    exact: Option<String>,
}

impl<V> Default for PhraseTable<V> {
    fn default() -> Self {
        Self { steps: HashMap::new(), ends: vec![None] }
    }
}

impl<V: Copy> PhraseTable<V> {
    /// Adds a phrase, or gives it a new value. A phrase without words is not added.
    pub fn insert(&mut self, vocabulary: &mut Vocabulary, phrase: &str, value: V) {
        self.add(vocabulary, phrase, End { value, exact: None });
    }

    /// Adds a phrase that counts only in exactly these letters: an acronym.
    pub fn insert_exact(&mut self, vocabulary: &mut Vocabulary, phrase: &str, value: V) {
        self.add(vocabulary, phrase, End { value, exact: Some(phrase.to_owned()) });
    }

    fn add(&mut self, vocabulary: &mut Vocabulary, phrase: &str, end: End<V>) {
        let mut node = 0;
        for span in word_spans(phrase) {
            let word = vocabulary.intern(span.of(phrase));
            let next = self.ends.len() as u32;
            node = *self.steps.entry((node, word)).or_insert(next);
            if node == next {
                self.ends.push(None);
            }
        }
        if node != 0
            && let Some(place) = self.ends.get_mut(node as usize)
        {
            *place = Some(end);
        }
    }

    /// The longest phrase that begins at the first of these tokens.
    pub fn longest_at(&self, text: &str, tokens: &[Token]) -> Option<Found<V>> {
        let mut node = 0;
        let mut best = None;
        for (i, token) in tokens.iter().enumerate() {
            let Some(next) = token.word.and_then(|word| self.steps.get(&(node, word))) else { break };
            node = *next;
            if let Some(Some(end)) = self.ends.get(node as usize)
                && end.exact.as_deref().is_none_or(|exact| words_between(text, tokens, i) == exact)
            {
                best = Some(Found { n_tokens: i + 1, value: end.value });
            }
        }
        best
    }

    /// All phrases of a text, leftmost and longest first, none overlapping, each with its span.
    pub fn find_all(&self, text: &str, tokens: &[Token]) -> Vec<(Span, V)> {
        let mut found = Vec::new();
        let mut rest = tokens;
        while let Some(first) = rest.first() {
            let taken = match self.longest_at(text, rest) {
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

/// The text from the first token to the one at `last`.
fn words_between<'t>(text: &'t str, tokens: &[Token], last: usize) -> &'t str {
    let start = tokens.first().map_or(0, |token| token.span.start);
    let end = tokens.get(last).map_or(start, |token| token.span.end);
    Span { start, end }.of(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found<'t>(text: &'t str, phrases: &[(&str, u8)], exact: &[(&str, u8)]) -> Vec<(&'t str, u8)> {
        let mut vocabulary = Vocabulary::default();
        let mut table = PhraseTable::default();
        phrases.iter().for_each(|(phrase, value)| table.insert(&mut vocabulary, phrase, *value));
        exact.iter().for_each(|(phrase, value)| table.insert_exact(&mut vocabulary, phrase, *value));
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
    fn a_phrase_begun_and_not_finished_is_not_found() {
        assert_eq!(found("l’Office des Nations", &[("Office des Nations Unies", 1)], &[]), []);
    }

    #[test]
    fn an_apostrophe_parts_two_words() {
        assert_eq!(found("l’Office", &[("office", 1)], &[]), [("Office", 1)]);
    }
}
