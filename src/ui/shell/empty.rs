use super::suggestions::suggestions;
use crate::query::Query;
use crate::ui::markup::{El, button, el};
use crate::ui::state::{Act, Scene};

/// What to do when nothing matches: what has that name, what is spelled almost like it, and which choice to take back, each
/// with what that would leave.
pub fn empty(scene: &Scene) -> El {
    let texts = scene.texts();
    let query = &scene.address.query;
    let mut ways: Vec<(String, Query)> = Vec::new();
    for choice in &query.choices {
        let mut without = query.clone();
        without.release(choice.facet, &choice.value);
        ways.push((scene.shelf.label(choice.facet, &choice.value, texts), without));
    }
    let words = query.text.trim();
    if !words.is_empty() {
        ways.push((words.to_owned(), Query { text: String::new(), ..query.clone() }));
    }
    let mut list = el("ul");
    let mut other_words = Vec::new();
    if !words.is_empty() && !query.is_expression() {
        other_words.extend(scene.shelf.spelled_otherwise(words));
        // Half a word finds nothing where its beginning would.
        if !words.ends_with(['*', '"', '»']) {
            other_words.push([words, "*"].concat());
        }
    }
    for text in other_words {
        let n = scene.shelf.ask(&Query { text: text.clone(), ..query.clone() }).n_clauses;
        if n > 0 {
            let words = texts.words_begun.with_all(&[&text, &texts.n_clauses(n)]);
            let search = button(words, scene.will(Act::Search(text))).attr("class", "toggle");
            list = list.with(el("li").with(search));
        }
    }
    for (label, query) in ways {
        let n = scene.shelf.ask(&query).n_clauses;
        // A way that leads to nothing is none.
        if n > 0 {
            let words = texts.without_choice.with_all(&[&label, &texts.n_clauses(n)]);
            list = list.with(el("li").with(button(words, scene.will(Act::Ask(query))).attr("class", "toggle")));
        }
    }
    let empty = el("div").attr("class", "empty").with(el("p").text(texts.nothing_found));
    empty.with_each(suggestions(scene)).with(list)
}
