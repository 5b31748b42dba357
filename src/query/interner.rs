//! Numbers words in the order they are first seen.
//!
//! Indexing a large library looks up six million words, nearly all of them seen before. The table holds numbers and the
//! words are stored in one string, so a new word costs no allocation of its own. The hash has a fixed seed: colliding
//! words would only slow down the reader who added them.

use super::strings::Strings;
use foldhash::fast::FixedState;
use hashbrown::HashTable;
use hashbrown::hash_table::Entry;
use std::hash::BuildHasher;

#[derive(Clone, Debug, Default)]
pub(super) struct Interner {
    words: Strings,
    numbers: HashTable<u32>,
}

impl Interner {
    /// The number of a word, the next one if it is new.
    pub fn number(&mut self, word: &str) -> u32 {
        let words = &self.words;
        let is_word = |number: &u32| words.get(*number as usize) == word;
        let entry = self.numbers.entry(hash(word), is_word, |number| hash(words.get(*number as usize)));
        match entry {
            Entry::Occupied(known) => *known.get(),
            Entry::Vacant(free) => {
                let number = self.words.len() as u32;
                free.insert(number);
                self.words.push(word);
                number
            }
        }
    }

    /// The number of a word, if it was seen.
    pub fn known(&self, word: &str) -> Option<u32> {
        self.numbers.find(hash(word), |number| self.words.get(*number as usize) == word).copied()
    }

    /// The words, by number.
    pub fn words(&self) -> &Strings {
        &self.words
    }

    /// All words in alphabetical order, and for each number its place in that order.
    pub fn sorted(&self) -> (Strings, Vec<u32>) {
        let mut numbers: Vec<usize> = (0..self.words.len()).collect();
        numbers.sort_unstable_by_key(|number| self.words.get(*number));
        let mut places = vec![0; numbers.len()];
        for (number, sorted) in numbers.iter().zip(0..) {
            if let Some(place) = places.get_mut(*number) {
                *place = sorted;
            }
        }
        (numbers.iter().map(|number| self.words.get(*number)).collect(), places)
    }
}

fn hash(word: &str) -> u64 {
    FixedState::default().hash_one(word)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_keeps_its_number_however_many_come_after() {
        let mut interner = Interner::default();
        let words: Vec<_> = (0..1000).map(|n| format!("{}mot{n}", "long".repeat(n % 5))).collect();
        for _ in 0..2 {
            for (word, number) in words.iter().zip(0..) {
                assert_eq!(interner.number(word), number);
            }
        }
        assert_eq!(interner.known("mot7777"), None);
        assert_eq!(interner.known(&words[999]), Some(999));
        assert_eq!(Interner::default().known("mot"), None);
        assert_eq!(interner.number(""), 1000);
    }

    #[test]
    fn sorting_maps_each_number_to_its_place() {
        let mut interner = Interner::default();
        for word in ["paix", "etat", "preuve", "etat"] {
            interner.number(word);
        }
        let (sorted, places) = interner.sorted();
        assert_eq!([0, 1, 2].map(|n| sorted.get(n)), ["etat", "paix", "preuve"]);
        assert_eq!(places, [1, 0, 2]);
    }
}
