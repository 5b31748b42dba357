//! A strip at the edge of the page that represents the whole document and marks the matches.
//!
//! It repeats visually what the counts and the steps between matches tell everyone, so it is hidden from screen readers and
//! is not a tab stop.

use crate::address::View;
use crate::ui::markup::{El, el};
use crate::ui::state::ViewContext;

/// The length of the strip, in its own units.
const LENGTH: usize = 1000;

/// The container of the map: always present, so that the elements around it are kept when the map appears or disappears.
pub fn map(cx: &ViewContext) -> El {
    // Shown if there is a question and the page is wide enough.
    let is_shown = cx.address.view == View::Text && cx.results.asked && cx.wide;
    el("div")
        .attr("class", "map")
        .attr("aria-hidden", "true")
        .attr("title", cx.texts().map)
        .with_each(is_shown.then(|| strip(cx)).flatten())
}

/// The map itself.
fn strip(cx: &ViewContext) -> Option<El> {
    let document = cx.document()?;
    // A short paragraph must still be visible.
    let length = |text: &str| text.len() + 40;
    let total: usize = document.paragraphs.iter().map(|paragraph| length(&paragraph.text)).sum();
    let mut strip = el("svg").attr("viewBox", "0 0 10 1000").attr("preserveAspectRatio", "none");
    let mut before = 0;
    for (paragraph, found) in document.paragraphs.iter().zip(&cx.results.paragraphs) {
        let from = before * LENGTH / total;
        before += length(&paragraph.text);
        if !found.any() {
            continue;
        }
        let height = (before * LENGTH / total).saturating_sub(from + 2).max(3);
        let bar = el("rect")
            .attr("x", "0")
            .attr("width", "10")
            .attr("y", from.to_string())
            .attr("height", height.to_string());
        let link = el("a").attr("href", ["#", paragraph.id.as_str()].concat()).attr("tabindex", "-1");
        strip = strip.with(link.with(bar));
    }
    Some(strip)
}
