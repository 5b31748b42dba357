//! Words of a document in the views that quote it.

use super::spaced;
use crate::model::{Paragraph, Span};
use crate::ui::markup::{El, el};
use crate::ui::state::{Document, ViewContext};

/// Adds a range of a paragraph to an element; the words searched for are marked.
pub fn quoted(element: El, cx: &ViewContext, document: &Document, paragraph: &Paragraph, range: Span) -> El {
    let words = |range: Span| spaced(range.of(&paragraph.text), document.language);
    let (mut element, mut start) = (element, range.start);
    for hit in cx.marks_in(document.language, paragraph) {
        let hit = Span { start: hit.start.max(start), end: hit.end.min(range.end) };
        if hit.start >= hit.end {
            continue;
        }
        element = element.text(words(Span { start, end: hit.start })).with(el("mark").text(words(hit)));
        start = hit.end;
    }
    element.text(words(Span { start, end: range.end }))
}
