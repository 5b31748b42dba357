//! The small words that show where a name begins and ends.

use crate::language::Words;

impl Words {
    /// Whether no name continues with a word; none does with a number.
    pub(super) fn is_stop(&self, word: &str) -> bool {
        word.is_empty() || word.starts_with(|letter: char| letter.is_ascii_digit()) || self.stops.contains(word)
    }

    /// Whether a word after a bare « de » is an infinitive and not a noun.
    pub fn is_infinitive(&self, word: &str) -> bool {
        let by_ending = word.len() > 3 && self.infinitive_endings.is_ending_of(word, 0);
        self.infinitives.contains(word) || (by_ending && !self.no_infinitives.contains(word))
    }

    /// Whether a word is an adjective that may belong to a name.
    pub(super) fn is_adjective(&self, word: &str) -> bool {
        let singular = word.strip_suffix('s').unwrap_or(word);
        if self.no_adjectives.contains(word) || self.no_adjectives.contains(singular) {
            return false;
        }
        self.name_adjectives.contains(word)
            || self.name_adjectives.contains(singular)
            || self.name_adjective_endings.is_ending_of(singular, 2)
    }
}
