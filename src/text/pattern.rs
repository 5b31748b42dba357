//! Constant regular expressions.

use regex::{Captures, Regex};

/// Compiles a constant expression.
///
/// # Panics
///
/// When the expression is invalid, which a test of its module would show.
#[expect(clippy::expect_used, reason = "a constant: a test of its module compiles it")]
pub fn pattern(source: &str) -> Regex {
    Regex::new(source).expect("a valid expression")
}

/// An expression for whole words: no letter comes directly before or after them. The group `words` is the match.
///
/// Unicode's `\b` would do, but with it a non-ASCII letter makes `regex` fall back to its slowest engine, and French has
/// such letters in every line. Matching one more character at either side does not.
#[derive(Debug)]
pub struct WholeWords(Regex);

impl WholeWords {
    /// Compiles an expression that starts and ends with a letter or a digit.
    ///
    /// # Panics
    ///
    /// As [`pattern`] does.
    pub fn new(source: &str) -> Self {
        Self(pattern(&format!(r"(?:^|\W)(?P<words>{source})(?:\W|$)")))
    }

    /// The same for a language without spaces between words.
    ///
    /// # Panics
    ///
    /// As [`pattern`] does.
    pub fn anywhere(source: &str) -> Self {
        Self(pattern(&format!("(?P<words>{source})")))
    }

    /// Every match in a text, from left to right, without overlaps.
    pub fn captures_iter<'t>(&self, text: &'t str) -> impl Iterator<Item = Captures<'t>> {
        let mut from = 0;
        std::iter::from_fn(move || {
            // Most texts have none, and this check is cheaper.
            if !self.0.is_match_at(text, from) {
                return None;
            }
            let found = self.0.captures_at(text, from)?;
            // The character after one match may be the one before the next.
            from = found.name("words")?.end();
            Some(found)
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(source: &str, text: &str) -> Vec<String> {
        let words = WholeWords::new(source);
        words.captures_iter(text).filter_map(|found| Some(found.name("words")?.as_str().to_owned())).collect()
    }

    #[test]
    fn only_whole_words_are_found() {
        assert_eq!(found("été|ans?", "été ans étés dans an, (ans) péans"), ["été", "ans", "an", "ans"]);
    }

    #[test]
    fn one_letter_may_separate_two_words() {
        assert_eq!(found("[a-z]+", "a b c"), ["a", "b", "c"]);
        assert!(found("a", "").is_empty());
    }
}
