//! Finds the matches in the viewport, and scrolls to one.

use super::page::{document, element, height, is_in_sight, scroll_to};
use wasm_bindgen::JsCast;
use web_sys::{Element, ScrollLogicalPosition};

/// Paragraphs with matches, or rows, relative to the viewport.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct MatchesInView {
    /// Whether the address's place is in the viewport.
    pub is_place_in_sight: bool,
    /// The first one in the viewport.
    pub in_view: Option<String>,
    /// The first one below it.
    pub below: Option<String>,
    /// The last one above it.
    pub above: Option<String>,
}

/// Finds them.
pub fn matches_in_view(place: &str) -> MatchesInView {
    let mut seen = MatchesInView { is_place_in_sight: is_in_sight(place), ..MatchesInView::default() };
    let id = |element: Element| Some(element.id());
    let Some(height) = height() else { return seen };
    for_each_match(|paragraph| {
        let lies = paragraph.get_bounding_client_rect();
        // A paragraph without a layout has no position; one behind the bars at the top is not visible.
        if lies.height() == 0.0 {
            true
        } else if lies.bottom() < height / 6.0 {
            seen.above = id(paragraph);
            true
        } else if lies.top() > height - 24.0 {
            seen.below = id(paragraph);
            false
        } else {
            seen.in_view = id(paragraph);
            false
        }
    });
    seen
}

/// If no match is in the viewport, scrolls to the next one, else to the last one above.
pub fn show_match() {
    let seen = matches_in_view("");
    if seen.in_view.is_some() {
        return;
    }
    if let Some(paragraph) = seen.below.or(seen.above).and_then(|id| element(&id)) {
        scroll_to(&paragraph, ScrollLogicalPosition::Start);
    }
}

/// Visits the matching paragraphs, or the rows of a view that lists matches, until the callback returns false. A paragraph of
/// the text beside has no id; its counterpart has the same position.
fn for_each_match(goes_on: impl FnMut(Element) -> bool) {
    let rows = ".body > [data-shade=found][id], .table tbody tr[id], .listed li[id]";
    let rows = document().and_then(|document| document.query_selector_all(rows).ok());
    let rows = rows.into_iter().flat_map(|rows| (0..rows.length()).filter_map(move |n| rows.get(n)));
    rows.filter_map(|row| row.dyn_into().ok()).all(goes_on);
}
