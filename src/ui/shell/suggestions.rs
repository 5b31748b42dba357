use crate::query::{Choice, Facet, Query, Stance, Value};
use crate::text::fold::fold;
use crate::ui::controls::definitions;
use crate::ui::markup::{El, button, el};
use crate::ui::state::{Act, Scene};

/// The id of how to search.
pub const HINTS: &str = "search-hints";

/// How many values are suggested at most.
const N_SUGGESTED: usize = 6;

/// Puts under the search box the values that are suggested, and how to search.
pub fn below_search(scene: &Scene, below: El) -> El {
    below.with_each(suggestions(scene)).with(definitions("code", &scene.texts().hints()).attr("id", HINTS))
}

/// The values whose names have the letters typed: one box reaches every facet.
fn suggestions(scene: &Scene) -> Option<El> {
    let typed = fold(scene.address.query.text.trim());
    if typed.chars().count() < 2 || scene.address.query.is_expression() {
        return None;
    }
    let texts = scene.texts();
    // A value takes the place of the words typed, so it is counted without them.
    let query = Query { text: String::new(), ..scene.address.query.clone() };
    let counts = scene.shelf.index().ask(&query, None).counts;
    let mut list = el("ul").attr("aria-label", texts.suggestions());
    let mut n_suggested = 0;
    for (facet, value) in values(scene) {
        let key = value.key.as_str();
        let label = scene.shelf.label(facet, key, texts);
        let gloss = scene.shelf.gloss(facet, key, texts).filter(|_| facet == Facet::Actor);
        let named = has_word_beginning(&label, &typed)
            || gloss.as_ref().is_some_and(|gloss| has_word_beginning(gloss, &typed));
        let n_left = counts.of(facet, key);
        if !named || n_left == 0 || scene.address.query.stance(facet, key) != Stance::Open {
            continue;
        }
        let of = [" — ", texts.facet(facet), texts.comma(), &texts.n_clauses(n_left)].concat();
        let take = Act::Take(Choice { facet, value: key.to_owned(), excluded: false });
        let words = el("span").maybe("lang", scene.shelf.foreign(facet, key, texts)).text(label);
        list = list.with(
            el("li").with(
                button("", scene.will(take))
                    .attr("class", "suggestion")
                    .maybe("title", gloss)
                    .with(words)
                    .with(el("small").text(of)),
            ),
        );
        n_suggested += 1;
        if n_suggested == N_SUGGESTED {
            break;
        }
    }
    (n_suggested > 0).then(|| list.attr("class", "suggestions"))
}

/// All values with their facets, those of the upper level first.
fn values(scene: &Scene) -> impl Iterator<Item = (Facet, &Value)> {
    let facets =
        || scene.shelf.index().facets().flat_map(|values| values.values.iter().map(|value| (values.facet, value)));
    let beneath = facets().flat_map(|(facet, value)| value.children.iter().map(move |child| (facet, child)));
    facets().chain(beneath)
}

/// Whether some word of a name, or what follows it, begins with these letters.
fn has_word_beginning(name: &str, typed: &str) -> bool {
    let name = fold(name);
    let mut from = 0;
    while let Some(at) = name.get(from..).and_then(|rest| rest.find(typed)) {
        let at = from + at;
        if name.get(..at).is_some_and(|before| !before.ends_with(|letter: char| letter.is_ascii_alphanumeric())) {
            return true;
        }
        from = at + 1;
    }
    false
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_value_is_suggested_by_the_beginning_of_any_of_its_words() {
        assert!(has_word_beginning("Office contre la drogue et le crime", "dro"));
        assert!(has_word_beginning("État de droit", "etat de d"));
        assert!(has_word_beginning("l’Organisation", "org"));
        assert!(!has_word_beginning("Encourage", "cour"));
        assert!(!has_word_beginning("", "x"));
    }
}
