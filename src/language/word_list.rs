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
    /// A bit for each length in bytes that an entry has: most words asked about have another.
    lengths: Bits,
    /// The same for the first byte, and for the last.
    first_bytes: Bits,
    last_bytes: Bits,
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
            self.lengths.insert(word.len());
            self.first_bytes.insert(letter_of(word.as_bytes().first()));
            self.last_bytes.insert(letter_of(word.as_bytes().last()));
            self.words.push(word);
            self.known.insert(word);
            self.by_first_word.entry(word.split(' ').next().unwrap_or(word)).or_default().push(word);
        }
    }

    /// Whether a text begins with one of them.
    pub fn opens(&self, text: &str) -> bool {
        self.may_open(text) && self.words.iter().any(|word| text.starts_with(word))
    }

    /// The words that follow the one a text begins with.
    pub fn strip<'t>(&self, text: &'t str) -> Option<&'t str> {
        if !self.may_open(text) {
            return None;
        }
        self.words.iter().find_map(|word| text.strip_prefix(word))
    }

    /// The words that precede the one a text ends with.
    pub fn strip_end<'t>(&self, text: &'t str) -> Option<&'t str> {
        if !self.may_end(text) {
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
        self.may_have(word) && self.known.contains(word)
    }

    /// Whether the length and the letters at both ends of a word are those of some entries, whatever their case.
    fn may_have(&self, word: &str) -> bool {
        self.lengths.may_have(word.len()) && self.may_end(word) && self.may_open(word)
    }

    /// Whether the folded form of a text may begin with one of them, by its first letter: a check before it is folded.
    pub fn may_open_folded(&self, text: &str) -> bool {
        text.bytes().next().is_some_and(|byte| !byte.is_ascii()) || self.may_open(text)
    }

    fn may_open(&self, text: &str) -> bool {
        self.first_bytes.may_have(letter_of(text.as_bytes().first()))
    }

    fn may_end(&self, text: &str) -> bool {
        self.last_bytes.may_have(letter_of(text.as_bytes().last()))
    }

    /// The entries whose first word is this one, in the order of the table.
    pub fn beginning_with(&self, word: &str) -> &[&'static str] {
        if !self.may_open(word) {
            return &[];
        }
        self.by_first_word.get(word).map_or(&[], Vec::as_slice)
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
        self.contains(word) || word.bytes().any(|byte| byte.is_ascii_uppercase()) && self.may_have(word) && is_one()
    }

    /// Whether a word ends with one of them and has at least so many bytes before it.
    pub fn is_ending_of(&self, word: &str, n_before: usize) -> bool {
        self.may_end(word)
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
