//! The filter of a facet's values by typed letters.

use super::shown::any_in;
use crate::query::{Choice, Facet, Value};
use crate::text::fold::fold;
use crate::ui::markup::{El, button, el};
use crate::ui::state::{UiAction, ViewContext};

/// A search in a facet.
#[derive(Clone, Copy)]
pub struct FacetSearch<'a> {
    /// The facet.
    pub facet: Facet,
    /// The typed letters.
    pub typed: &'a str,
    /// The view context.
    pub cx: &'a ViewContext,
}

impl FacetSearch<'_> {
    /// The values whose names match, or that have a matching descendant.
    pub fn among<'v>(&self, values: &'v [Value]) -> Vec<&'v Value> {
        values.iter().filter(|value| any_in(value, &|key| has_letters(&self.names(key), self.typed))).collect()
    }

    /// Chooses or excludes all matching values.
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

    /// The keys of values that match themselves and would leave at least one clause.
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

    /// All names of a value.
    fn names(&self, key: &str) -> String {
        self.cx.corpus.all_names(self.facet, key, self.cx.texts())
    }
}

/// Whether a name contains the letters, ignoring case and accents.
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
