//! Folds a whole text, and maps offsets of the text to its folded form.
//!
//! Folding word by word costs three times as much: a word has six letters, a run of ASCII hundreds.

use super::{fold_char, push_ascii};

/// A folded text with the offset map.
#[derive(Debug)]
pub struct Folding {
    text: String,
    /// The end of each non-ASCII letter, in the text and in its folded form. Between two of them the shift is constant.
    steps: Vec<(usize, usize)>,
    /// How many of the steps are before the last offset that was looked up.
    n_passed: usize,
}

impl Folding {
    /// Folds a text.
    pub fn of(text: &str) -> Self {
        let mut folding = Self { text: String::with_capacity(text.len()), steps: Vec::new(), n_passed: 0 };
        let mut rest = text;
        while !rest.is_ascii() {
            let n_ascii = rest.bytes().position(|byte| !byte.is_ascii()).unwrap_or_default();
            let (ascii, others) = rest.split_at_checked(n_ascii).unwrap_or_default();
            push_ascii(ascii, &mut folding.text);
            let mut letters = others.chars();
            if let Some(letter) = letters.next() {
                fold_char(letter, &mut folding.text);
            }
            rest = letters.as_str();
            folding.steps.push((text.len() - rest.len(), folding.text.len()));
        }
        push_ascii(rest, &mut folding.text);
        folding
    }

    /// Maps an offset of the text to the folded form. Offsets must be looked up in ascending order.
    pub fn place_of(&mut self, at: usize) -> usize {
        while self.steps.get(self.n_passed).is_some_and(|(end, _)| *end <= at) {
            self.n_passed += 1;
        }
        let (end, folded_end) =
            self.n_passed.checked_sub(1).and_then(|last| self.steps.get(last)).copied().unwrap_or_default();
        folded_end + at.saturating_sub(end)
    }

    /// The folded form.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Takes the folded form out.
    pub fn into_text(self) -> String {
        self.text
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::fold::fold;
    use crate::text::word_spans;

    #[test]
    fn each_word_of_a_text_is_found_in_its_folded_form() {
        let text = "Œuvre de l’État, e\u{301}té — ÇÀ Ω\u{ad}";
        let mut folding = Folding::of(text);
        assert_eq!(folding.text(), fold(text));
        for span in word_spans(text) {
            let (start, end) = (folding.place_of(span.start as usize), folding.place_of(span.end as usize));
            assert_eq!(folding.text().get(start..end), Some(fold(span.of(text)).as_str()));
        }
    }
}
