//! Which matches are in view, and bringing one there.

use super::page::{document, element, height, is_in_sight, scroll_to};
use web_sys::{Element, ScrollLogicalPosition};

/// The paragraphs with matches, as they lie to what is in view.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct MatchesInView {
    /// Whether the place of the address is in sight.
    pub is_place_in_sight: bool,
    /// The first one in view.
    pub in_view: Option<String>,
    /// The first one below.
    pub below: Option<String>,
    /// The last one above.
    pub above: Option<String>,
}

/// Finds them.
pub fn matches_in_view(place: &str) -> MatchesInView {
    let mut seen = MatchesInView { is_place_in_sight: is_in_sight(place), ..MatchesInView::default() };
    let id = |element: Element| Some(element.id());
    let Some(height) = height() else { return seen };
    for_each_match(|paragraph| {
        let lies = paragraph.get_bounding_client_rect();
        // One that is not laid out yet lies nowhere; what lies behind the bars at the top is not in view.
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

/// If no match is in view, brings the next one there, or else the last one before.
pub fn show_match() {
    let seen = matches_in_view("");
    if seen.in_view.is_some() {
        return;
    }
    if let Some(paragraph) = seen.below.or(seen.above).and_then(|id| element(&id)) {
        scroll_to(&paragraph, ScrollLogicalPosition::Start);
    }
}

/// Goes through the paragraphs that match, as long as it is to go on.
fn for_each_match(mut goes_on: impl FnMut(Element) -> bool) {
    let mut next = document().and_then(|document| document.query_selector(".body > .paragraph").ok().flatten());
    while let Some(paragraph) = next {
        next = paragraph.next_element_sibling();
        // That of a text beside has no id: it is where its counterpart is.
        let matches =
            paragraph.get_attribute("data-shade").as_deref() == Some("found") && !paragraph.id().is_empty();
        if matches && !goes_on(paragraph) {
            return;
        }
    }
}
