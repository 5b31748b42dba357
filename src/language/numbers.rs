//! Numbers and months written out: «soixante-quinzième», “seventy-fifth”, «décembre».

use super::table::rows;
use crate::text::tokens::is_han;
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

/// The effect of a number on the smaller one before it.
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
            let number = self.number(word)?;
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

    /// A word for a number, or digits: alone, or with an ending that makes an ordinal of them, “67th”, «67-й».
    fn number(&self, word: &str) -> Option<NumberWord> {
        const MOST_DIGITS: usize = 4;
        if let Some(number) = self.words.get(word) {
            return Some(*number);
        }
        let n_digits = word.bytes().take_while(u8::is_ascii_digit).count();
        let (digits, ending) = word.split_at_checked(n_digits).filter(|_| (1..=MOST_DIGITS).contains(&n_digits))?;
        let is_ending =
            |ending: &str| self.words.get(ending).is_some_and(|mark| mark.is_ordinal && mark.value == 0);
        let is_ordinal = is_ending(ending.trim_start_matches(['-', '.']));
        (ending.is_empty() || is_ordinal).then_some(NumberWord {
            value: digits.parse().ok()?,
            is_ordinal,
            multiplies: Multiplies::No,
        })
    }

    /// A small number in digits or written out: «deux», “two”, «三十».
    pub fn cardinal(&self, word: &str) -> Option<u32> {
        let written = || self.words.get(word).filter(|number| !number.is_ordinal).map(|number| number.value);
        word.parse().ok().or_else(written).or_else(|| self.in_signs(word))
    }

    /// A number whose signs are each a number: «三十», «一百二十», and digit by digit «一九四八».
    fn in_signs(&self, word: &str) -> Option<u32> {
        if !word.starts_with(is_han) {
            return None;
        }
        let (mut sum, mut unit) = (0, 0_u32);
        let mut letters = [0; 4];
        for sign in word.chars() {
            let number = self.words.get(&*sign.encode_utf8(&mut letters)).filter(|number| !number.is_ordinal)?;
            if number.multiplies == Multiplies::No {
                unit = unit.checked_mul(10)?.checked_add(number.value)?;
            } else {
                sum = unit.max(1).checked_mul(number.value).and_then(|product| product.checked_add(sum))?;
                unit = 0;
            }
        }
        unit.checked_add(sum)
    }

    /// The month of a folded word, 1 to 12.
    pub fn month(&self, word: &str) -> Option<u8> {
        self.months.get(word).copied()
    }
}
