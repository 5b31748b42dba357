use super::suggestions::suggestions;
use crate::query::Query;
use crate::ui::markup::{El, button, el};
use crate::ui::state::{UiAction, ViewContext};

/// Suggestions when nothing matches: values with that name, similar spellings, and choices to remove, each with the number
/// of clauses it would leave.
pub fn empty(cx: &ViewContext) -> El {
    let texts = cx.texts();
    let query = &cx.address.query;
    let mut ways: Vec<(String, Query)> = Vec::new();
    for choice in &query.choices {
        let mut without = query.clone();
        without.release(choice.facet, &choice.value);
        ways.push((cx.corpus.label(choice.facet, &choice.value, texts), without));
    }
    let words = query.text.trim();
    if !words.is_empty() {
        ways.push((words.to_owned(), Query { text: String::new(), ..query.clone() }));
    }
    let mut list = el("ul");
    let other_words = (!words.is_empty() && !query.is_expression()).then(|| cx.corpus.spelled_otherwise(words));
    if let Some(text) = other_words.flatten() {
        let n = cx.corpus.ask(&Query { text: text.clone(), ..query.clone() }, &cx.address).n_clauses;
        if n > 0 {
            let words = texts.words_begun.with_all(&[&text, &texts.n_clauses(n)]);
            let search = button(words, cx.callback(UiAction::Search(text))).attr("class", "toggle");
            list = list.with(el("li").with(search));
        }
    }
    for (label, query) in ways {
        let n = cx.corpus.ask(&query, &cx.address).n_clauses;
        // Suggestions without a match are dropped.
        if n > 0 {
            let words = texts.without_choice.with_all(&[&label, &texts.n_clauses(n)]);
            list = list
                .with(el("li").with(button(words, cx.callback(UiAction::SetQuery(query))).attr("class", "toggle")));
        }
    }
    // Words in one language find nothing in a text in another one.
    let language = cx.document().map(|document| document.language).filter(|_| !words.is_empty());
    let language = language.map(|language| el("p").text(texts.page.search_in.with(texts.equivalents(language))));
    let empty = el("div").attr("class", "empty").with(el("p").text(texts.nothing_found)).with_each(language);
    empty.with_each(suggestions(cx)).with(list)
}
