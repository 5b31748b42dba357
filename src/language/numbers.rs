//! Numbers and months written out: «soixante-quinzième», “seventy-fifth”, «décembre».

use super::table::rows;
use foldhash::fast::FixedState;
use std::collections::HashMap;

/// The words for numbers of a language; from `lexicon/xx/numbers.tsv`.
#[derive(Debug, Default)]
pub struct Numbers {
    words: HashMap<&'static str, NumberWord, FixedState>,
    months: HashMap<&'static str, u8, FixedState>,
}

#[derive(Clone, Copy, Debug)]
struct NumberWord {
    value: u32,
    is_ordinal: bool,
    multiplies: Multiplies,
}

/// What a number does to the smaller one before it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Multiplies {
    No,
    /// Any: “two hundred”.
    Any,
    /// This one: «quatre-vingts».
    Only(u32),
}

impl Numbers {
    /// Reads a table of numbers.
    pub fn load(table: &'static str) -> Self {
        let mut numbers = Self::default();
        for [word, value, kind, multiplies] in rows(table) {
            let Ok(value) = value.parse() else { continue };
            if kind == "month" {
                numbers.months.insert(word, u8::try_from(value).unwrap_or_default());
                continue;
            }
            let multiplies = match (multiplies, multiplies.parse()) {
                (_, Ok(only)) => Multiplies::Only(only),
                ("any", _) => Multiplies::Any,
                _ => Multiplies::No,
            };
            numbers.words.insert(word, NumberWord { value, is_ordinal: kind == "ordinal", multiplies });
        }
        numbers
    }

    /// The value of an ordinal from its folded words, hyphens taken away; `joints` are the words for “and”.
    pub fn ordinal(&self, words: &[&str], joints: &super::WordList) -> Option<u32> {
        let (mut value, mut is_ordinal) = (0, false);
        for word in words {
            if value > 0 && joints.contains(word) {
                continue;
            }
            let number = self.words.get(*word)?;
            let multiplies = match number.multiplies {
                Multiplies::No => false,
                Multiplies::Any => true,
                Multiplies::Only(only) => value == only,
            };
            value = if multiplies && value > 0 { value * number.value } else { value + number.value };
            is_ordinal |= number.is_ordinal;
        }
        (is_ordinal && value > 0).then_some(value)
    }

    /// A small number in digits or written out: «deux», “two”.
    pub fn cardinal(&self, word: &str) -> Option<u32> {
        let written = || self.words.get(word).filter(|number| !number.is_ordinal).map(|number| number.value);
        word.parse().ok().or_else(written)
    }

    /// The month of a folded word, 1 to 12.
    pub fn month(&self, word: &str) -> Option<u8> {
        self.months.get(word).copied()
    }
}
