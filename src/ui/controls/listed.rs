//! Matches as items of a list, in the brief and in the deadlines.

use super::quoted;
use crate::model::{Clause, ClauseId, Paragraph, Span};
use crate::query::Place;
use crate::ui::markup::{El, el};
use crate::ui::state::{Document, Match, ViewContext};

/// The list item of a match. Of several items of one clause, the steps between matches go to the first.
pub fn listed(cx: &ViewContext, place: Place, clause: &Clause, is_first: bool) -> El {
    with_place(el("li"), cx, place.document, &clause.id, is_first)
}

/// Gives a row or an item the id of its clause, by which the steps between matches find it, and marks the selected one. Clause
/// ids repeat across documents, so those of documents that are not shown begin with the document's position.
pub fn with_place(row: El, cx: &ViewContext, document: usize, clause: &ClauseId, is_first: bool) -> El {
    let is_of_shown = cx.corpus.document(&cx.address).is_some_and(|(shown, _)| shown == document);
    let is_selected = is_first && is_of_shown && cx.address.place == clause.as_str();
    let of = if is_of_shown { String::new() } else { [&document.to_string(), ":"].concat() };
    let row = row.maybe("id", is_first.then(|| of + clause.as_str())).attr("tabindex", "-1");
    row.maybe("aria-current", is_selected.then_some("location"))
}

/// The paragraphs that continue a clause which only announces them.
pub fn points(cx: &ViewContext, found: &Match) -> Option<El> {
    let point = |point: &Paragraph| {
        let words = el("li").attr("class", "said").attr("lang", found.document.language.code());
        let words = words.with_each(point.number.as_ref().map(|number| el("span").text([number, " "].concat())));
        quoted(words, cx, &found.document, point, Span::new(0, point.text.len()))
    };
    let points: Vec<El> = found.points().map(point).collect();
    (!points.is_empty()).then(|| el("ul").attr("class", "points").with_each(points))
}

/// The words of a clause, with its phrase emphasised.
pub fn said(cx: &ViewContext, document: &Document, paragraph: &Paragraph, clause: &Clause) -> El {
    let said = el("p").attr("class", "said").attr("lang", document.language.code());
    let said = said.with(quoted(el("em"), cx, document, paragraph, clause.phrase));
    let rest = Span { start: clause.phrase.end, end: clause.span.end };
    quoted(said, cx, document, paragraph, rest)
}
