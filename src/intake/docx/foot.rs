//! Frames at the foot of a page: they are in the file where they are anchored, and are read where they are printed.

use crate::intake::xml::{Element, Space};

/// A frame that begins lower, in twentieths of a point from the upper edge of the page, is at its foot.
const LOWER_PART: u32 = 9000;

/// Whether a paragraph is in a frame at the foot of a page.
pub fn is_at_foot(properties: Element<'_>) -> bool {
    let Some(frame) = properties.child("framePr") else { return false };
    let top = frame.attribute("y").and_then(|top| top.parse::<u32>().ok());
    frame.attribute("vAnchor") == Some("page")
        && (top.is_some_and(|top| top >= LOWER_PART) || frame.attribute("yAlign") == Some("bottom"))
}

/// Where a paragraph turns to the next page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PageTurn {
    /// It begins on the next page.
    Before,
    /// It ends on the next page, or ends this one.
    After,
}

/// Whether a paragraph turns to the next page: as the file says, or as the program that wrote it last printed it.
pub fn page_turn(paragraph: Element<'_>) -> Option<PageTurn> {
    let properties = paragraph.child("pPr");
    if properties.is_some_and(|properties| properties.switch("pageBreakBefore") == Some(true)) {
        return Some(PageTurn::Before);
    }
    let mut has_words = false;
    for element in paragraph.elements().filter(|run| run.is(Space::Word, "r")).flat_map(Element::elements) {
        let is_break = element.is(Space::Word, "br") && element.attribute("type") == Some("page");
        if is_break || element.is(Space::Word, "lastRenderedPageBreak") {
            return Some(if has_words { PageTurn::After } else { PageTurn::Before });
        }
        has_words |= element.is(Space::Word, "t");
    }
    properties.and_then(|properties| properties.child("sectPr")).map(|_| PageTurn::After)
}
