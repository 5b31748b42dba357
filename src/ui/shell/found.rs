use super::MatchPosition;
use crate::address::{Rest, View};
use crate::ui::controls::switch;
use crate::ui::markup::{El, el};
use crate::ui::share;
use crate::ui::state::{TextResult, UiAction, ViewContext};
use yew::html;

/// The number of matches, the steps between them, and the display of the rest.
pub fn found(cx: &ViewContext) -> El {
    let texts = cx.texts();
    let results = &cx.results;
    let clauses = texts.n_clauses(results.answer.n_clauses);
    let paragraphs = texts.count(results.answer.n_paragraphs as usize, texts.paragraphs);
    let n_documents = texts.count(results.answer.n_documents as usize, texts.n_documents);
    // While the result of a regular expression is pending, everything matches, which is not an answer.
    let is_unknown = matches!(cx.searched, TextResult::Waiting);
    let words = if is_unknown || cx.unsettled {
        String::new()
    } else if results.asked && !cx.wide {
        // In one row with the position.
        if cx.asks_several() { [&clauses, texts.comma, &n_documents].concat() } else { clauses }
    } else if cx.asks_several() {
        texts.found_in.with_all(&[&clauses, &paragraphs, &n_documents])
    } else {
        texts.found.with_all(&[&clauses, &paragraphs])
    };
    // Each text that is read again adds to it: it is no answer yet, and is announced at the end.
    let words = if cx.awaits_texts && !words.is_empty() { texts.page.so_far.with(&words) } else { words };
    let bar = el("div")
        .attr("class", "found")
        .flag("data-asked", results.asked)
        .with(el("p").attr("role", "status").truth("aria-busy", cx.awaits_texts).text(words))
        // Next to the chips it is among their other actions.
        .with_each((!results.asked).then(|| share::opening(cx)));
    // The other views do not list matches.
    let view = cx.address.view;
    let has_none = results.answer.n_clauses == 0 && !cx.unsettled;
    let lists = !matches!(view, View::Questions | View::Annotations | View::Library | View::Method);
    if !results.asked || is_unknown || has_none || !lists {
        return bar;
    }
    let bar = bar.node(html! { <MatchPosition cx={cx.clone()} /> });
    // Only there is a rest.
    if view != View::Text {
        return bar;
    }
    let rest = [
        (Rest::Shown.key(), texts.rest_shown, UiAction::Rest(Rest::Shown)),
        (Rest::Dimmed.key(), texts.rest_dimmed, UiAction::Rest(Rest::Dimmed)),
        (Rest::Hidden.key(), texts.rest_hidden, UiAction::Rest(Rest::Hidden)),
    ];
    bar.with(switch(cx, "rest", texts.rest, cx.address.rest.key(), &rest))
}
