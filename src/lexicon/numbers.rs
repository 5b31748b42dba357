//! Numbers and months written out, in a language or in any that we read.

use crate::language::{numbers, words};
use crate::model::Language;

/// The value of an ordinal from its folded words, hyphens taken away.
pub fn ordinal(of: &[&str], language: Language) -> Option<u32> {
    numbers(language).ordinal(of, &words(language).coordinators)
}

/// A small number, from a folded word or digits, in any language that we read.
pub fn cardinal(word: &str) -> Option<u32> {
    Language::ALL.into_iter().find_map(|language| numbers(language).cardinal(word))
}

/// The month of a folded word in any language that we read, 1 to 12.
pub fn month(word: &str) -> Option<u8> {
    Language::ALL.into_iter().find_map(|language| numbers(language).month(word))
}
