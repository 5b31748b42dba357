use crate::query::Query;
use crate::ui::markup::{El, button, el};
use crate::ui::state::{Act, Scene};

/// What to do when nothing matches: which choice to take back, and what that would leave.
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
    // Half a word finds nothing where its beginning would.
    let begun = Query { text: [words, "*"].concat(), ..query.clone() };
    let n_begun = scene.shelf.ask(&begun).n_clauses;
    if n_begun > 0 && !words.is_empty() && !query.is_expression() && !words.ends_with(['*', '"', '»']) {
        let words = texts.words_begun().with_all(&[&begun.text, &texts.n_clauses(n_begun)]);
        list = list.with(el("li").with(button(words, scene.will(Act::Search(begun.text))).attr("class", "toggle")));
    }
    for (label, query) in ways {
        let n = texts.n_clauses(scene.shelf.ask(&query).n_clauses);
        let words = texts.without_choice().with_all(&[&label, &n]);
        list = list.with(el("li").with(button(words, scene.will(Act::Ask(query))).attr("class", "toggle")));
    }
    el("div").attr("class", "empty").with(el("p").text(texts.nothing_found())).with(list)
}
