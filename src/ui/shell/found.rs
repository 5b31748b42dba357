use super::MatchPosition;
use crate::address::{Grouping, Rest, View};
use crate::ui::controls::switch;
use crate::ui::markup::{El, el, sign};
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
    if !results.asked || is_unknown {
        return bar;
    }
    // In columns a clause has several places; other views count something else.
    let view = cx.address.view;
    let is_in_columns = view == View::Brief && cx.address.grouping == Grouping::Actor;
    if is_in_columns || !matches!(view, View::Text | View::Table | View::Brief | View::References) {
        return bar;
    }
    let step = |forward, name: &'static str, key: &'static str| {
        let step = sign(cx.callback(UiAction::Match { forward })).attr("aria-keyshortcuts", key);
        step.attr("aria-label", name).attr("title", name)
    };
    let steps = el("div").attr("class", "steps").with(step(false, texts.previous_match, "p")).with(step(
        true,
        texts.next_match,
        "n",
    ));
    let bar = bar.with(steps).node(html! { <MatchPosition cx={cx.clone()} /> });
    // The others show only matches.
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
