//! A list of words, and quick checks that a word is none of them.

use super::table::alternatives;
use crate::text::fold::fold;
use crate::text::tokens::head;
use crate::text::word_spans;
use foldhash::fast::FixedState;
use memchr::memmem::Finder;
use std::collections::{HashMap, HashSet};
use std::sync::OnceLock;

/// Some words of one language, folded unless the list says otherwise.
#[derive(Clone, Debug, Default)]
pub struct WordList {
    words: Vec<&'static str>,
    /// The same, to look one up.
    known: HashSet<&'static str, FixedState>,
    /// The entries by their first word, where one may be several words.
    by_first_word: HashMap<&'static str, Vec<&'static str>, FixedState>,
    /// The shapes of the entries, and of their first and last words: most words asked about have another.
    shapes: Shapes,
    first_words: Shapes,
    last_words: Shapes,
    /// What finds each entry in a text, once it was asked for.
    finders: OnceLock<Vec<Finder<'static>>>,
}

/// A set of small numbers, which larger ones are folded into: it says for certain what is not in it.
#[derive(Clone, Copy, Debug, Default)]
struct Bits(u64);

impl Bits {
    fn insert(&mut self, number: usize) {
        self.0 |= 1 << (number & 63);
    }

    fn may_have(self, number: usize) -> bool {
        self.0 & (1 << (number & 63)) != 0
    }
}

/// The lengths in bytes and the letters at both ends of some words, whatever their case.
#[derive(Clone, Copy, Debug, Default)]
struct Shapes {
    lengths: Bits,
    first_bytes: Bits,
    last_bytes: Bits,
}

impl Shapes {
    fn insert(&mut self, word: &str) {
        self.lengths.insert(word.len());
        self.first_bytes.insert(letter_of(word.as_bytes().first()));
        self.last_bytes.insert(letter_of(word.as_bytes().last()));
    }

    /// Whether a word has the length and the letters at both ends that some of them have.
    fn may_have(self, word: &str) -> bool {
        self.lengths.may_have(word.len()) && self.may_end(word) && self.may_open(word)
    }

    fn may_open(self, text: &str) -> bool {
        self.first_bytes.may_have(letter_of(text.as_bytes().first()))
    }

    fn may_end(self, text: &str) -> bool {
        self.last_bytes.may_have(letter_of(text.as_bytes().last()))
    }
}

impl WordList {
    /// The words of a field of a table.
    pub fn of(field: &'static str) -> Self {
        let mut list = Self::default();
        list.add(field);
        list
    }

    /// Adds the words of another field.
    pub fn add(&mut self, field: &'static str) {
        self.finders = OnceLock::new();
        for word in alternatives(field) {
            let first = word.split(' ').next().unwrap_or(word);
            self.shapes.insert(word);
            self.first_words.insert(first);
            self.last_words.insert(word.rsplit(' ').next().unwrap_or(word));
            self.words.push(word);
            self.known.insert(word);
            self.by_first_word.entry(first).or_default().push(word);
        }
    }

    /// Whether a text begins with one of them.
    pub fn opens(&self, text: &str) -> bool {
        self.shapes.may_open(text) && self.words.iter().any(|word| text.starts_with(word))
    }

    /// The words that follow the one a text begins with.
    pub fn strip<'t>(&self, text: &'t str) -> Option<&'t str> {
        if !self.shapes.may_open(text) {
            return None;
        }
        self.words.iter().find_map(|word| text.strip_prefix(word))
    }

    /// The longest of those that a text begins with.
    pub fn longest_opening(&self, text: &str) -> Option<&'static str> {
        // Nearly all have another first letter: comparing its bytes here is cheaper than a call that compares all.
        let may_open = |word: &&&str| word.bytes().zip(text.bytes()).take(3).all(|(a, b)| a == b);
        let opening = self.words.iter().filter(may_open).filter(|word| text.starts_with(**word));
        opening.max_by_key(|word| word.len()).copied()
    }

    /// The words that precede the one a text ends with.
    pub fn strip_end<'t>(&self, text: &'t str) -> Option<&'t str> {
        if !self.shapes.may_end(text) {
            return None;
        }
        self.words.iter().find_map(|word| text.strip_suffix(word))
    }

    /// Whether a text has one of them anywhere.
    pub fn is_in(&self, text: &str) -> bool {
        self.finders().iter().any(|finder| finder.find(text.as_bytes()).is_some())
    }

    /// Every place where a text has one of them, in the order of the table and then of the text.
    pub fn places_in(&self, text: &str) -> impl Iterator<Item = (usize, &'static str)> {
        let finders = self.finders().iter().zip(&self.words);
        finders.flat_map(|(finder, word)| finder.find_iter(text.as_bytes()).map(|at| (at, *word)))
    }

    fn finders(&self) -> &[Finder<'static>] {
        self.finders.get_or_init(|| self.words.iter().map(|word| Finder::new(*word)).collect())
    }

    /// Whether a word is one of them.
    pub fn contains(&self, word: &str) -> bool {
        // Most words that are asked about are in no list: this check is cheaper than a hash.
        self.shapes.may_have(word) && self.known.contains(word)
    }

    /// Whether the folded form of a text may begin with one of them, by its first letter: a check before it is folded.
    pub fn may_open_folded(&self, text: &str) -> bool {
        text.bytes().next().is_some_and(|byte| !byte.is_ascii()) || self.shapes.may_open(text)
    }

    /// The entries whose first word is this one, in the order of the table.
    pub fn beginning_with(&self, word: &str) -> &[&'static str] {
        if !self.first_words.may_have(word) {
            return &[];
        }
        self.by_first_word.get(word).map_or(&[], Vec::as_slice)
    }

    /// The words before the last one, of each entry that ends with this word: «such» for “as”, where “such as” is an entry.
    pub fn ending_with(&self, word: &str) -> impl Iterator<Item = &'static str> {
        let entries = if self.last_words.may_have(word) { self.words.as_slice() } else { &[] };
        entries.iter().filter_map(move |entry| entry.strip_suffix(word)?.strip_suffix(' '))
    }

    /// How many words the longest entry has that these words begin with; 0 if none does.
    pub fn n_words_at<'w>(&self, word: impl Fn(usize) -> Option<&'w str>) -> usize {
        let is_next = |entry: &&&str| entry.split(' ').enumerate().all(|(i, part)| word(i) == Some(part));
        let entries = word(0).map_or(&[][..], |first| self.beginning_with(first)).iter().filter(is_next);
        entries.map(|entry| entry.split(' ').count()).max().unwrap_or_default()
    }

    /// Whether the first words of a text are an entry.
    pub fn begins(&self, text: &str) -> bool {
        const MOST_WORDS: usize = 2;
        let text = head(text, 80);
        let words: Vec<String> = word_spans(text).take(MOST_WORDS).map(|span| fold(span.of(text))).collect();
        self.n_words_at(|i| words.get(i).map(String::as_str)) > 0
    }

    /// Whether a word is one of them, which are in small letters, whatever the case of its own ASCII letters.
    pub fn contains_in_any_case(&self, word: &str) -> bool {
        let is_one = || self.words.iter().any(|known| known.eq_ignore_ascii_case(word));
        self.contains(word)
            || word.bytes().any(|byte| byte.is_ascii_uppercase()) && self.shapes.may_have(word) && is_one()
    }

    /// Whether a word ends with one of them and has at least so many bytes before it.
    pub fn is_ending_of(&self, word: &str, n_before: usize) -> bool {
        self.shapes.may_end(word)
            && self.words.iter().any(|ending| word.len() >= ending.len() + n_before && word.ends_with(ending))
    }

    /// The words, as the table has them.
    pub fn iter(&self) -> impl Iterator<Item = &'static str> + '_ {
        self.words.iter().copied()
    }

    /// The first word of each.
    pub fn first_words(&self) -> impl Iterator<Item = &'static str> + '_ {
        self.by_first_word.keys().copied()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.words.is_empty()
    }
}

fn letter_of(byte: Option<&u8>) -> usize {
    byte.map_or(0, |byte| usize::from(byte.to_ascii_lowercase()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_words_before_the_last_one_are_found_by_it() {
        let list = WordList::of("such as|like|such others as");
        assert_eq!(list.ending_with("as").collect::<Vec<_>>(), ["such", "such others"]);
        assert!(list.ending_with("like").next().is_none() && list.ending_with("has").next().is_none());
    }

    #[test]
    fn of_the_words_that_a_text_begins_with_the_longest_is_found() {
        let list = WordList::of("会员国|会员|委员会|a");
        assert_eq!(list.longest_opening("会员国政府"), Some("会员国"));
        assert_eq!(list.longest_opening("ab"), Some("a"));
        assert_eq!((list.longest_opening("员会"), list.longest_opening("")), (None, None));
    }
}
