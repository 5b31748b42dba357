//! The values of a facet that have the letters typed.

use super::shown::any_in;
use crate::query::{Choice, Facet, Value};
use crate::text::fold::fold;
use crate::ui::markup::{El, button, el};
use crate::ui::state::{UiAction, ViewContext};

/// What is looked for in a facet.
#[derive(Clone, Copy)]
pub struct Sought<'a> {
    /// The facet.
    pub facet: Facet,
    /// The letters typed.
    pub typed: &'a str,
    /// What the reader is about.
    pub cx: &'a ViewContext,
}

impl Sought<'_> {
    /// The values that have the letters, or have one below them that does.
    pub fn among<'v>(&self, values: &'v [Value]) -> Vec<&'v Value> {
        values.iter().filter(|value| any_in(value, &|key| has_letters(&self.names(key), self.typed))).collect()
    }

    /// Chooses, or excludes, all the values of these that have the letters.
    pub fn all(&self, values: &[&Value]) -> El {
        let texts = self.cx.texts();
        let keys = self.named(values);
        let mut both = el("p").attr("class", "these");
        for (words, excluded) in [(texts.any_of_these, false), (texts.none_of_these, true)] {
            let choice = |key: &String| Choice { facet: self.facet, value: key.clone(), excluded };
            let choices = keys.iter().map(choice).collect();
            both = both.with(button(words, self.cx.callback(UiAction::Choose(choices))).attr("class", "quiet"));
        }
        both
    }

    /// The keys of the values that have the letters themselves, and not only one below them; of those that would leave
    /// something.
    fn named(&self, values: &[&Value]) -> Vec<String> {
        let mut named = Vec::new();
        for value in values {
            if has_letters(&self.names(&value.key), self.typed) {
                let leaves = self.cx.results.answer.counts.of(self.facet, &value.key) > 0;
                named.extend(leaves.then(|| value.key.clone()));
            } else {
                named.extend(self.named(&value.children.iter().collect::<Vec<_>>()));
            }
        }
        named
    }

    /// All that a value is called.
    fn names(&self, key: &str) -> String {
        self.cx.corpus.all_names(self.facet, key, self.cx.texts())
    }
}

/// Whether a name has these letters, whatever their case and accents.
fn has_letters(name: &str, typed: &str) -> bool {
    let typed = fold(typed);
    fold(name).as_bytes().windows(typed.len().max(1)).any(|part| part == typed.as_bytes())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_are_found_whatever_their_case_and_accents() {
        assert!(has_letters("Élément xy", "XY") && has_letters("Élément b", "element B"));
        assert!(!has_letters("Élément b", "element c"));
    }
}
