//! A Word file's sections and their headers and footers.

use crate::intake::xml::{Element, Space};

/// The sections' properties, in order.
pub fn sections(body: Element<'_>) -> Vec<Element<'_>> {
    let mut sections = Vec::new();
    for element in body.elements() {
        match element.name() {
            (Space::Word, "sectPr") => sections.push(element),
            (Space::Word, "p") => {
                sections.extend(element.child("pPr").and_then(|properties| properties.child("sectPr")));
            }
            _ => {}
        }
    }
    sections
}

/// The header of the first page holds organ, symbol and date; all others repeat on each page.
pub struct Headers<'p> {
    pub masthead: Vec<&'p str>,
    pub running: Vec<&'p str>,
}

impl<'p> Headers<'p> {
    pub fn of(sections: &[Element<'p>]) -> Self {
        let mut headers = Self { masthead: Vec::new(), running: Vec::new() };
        for (i, section) in sections.iter().enumerate() {
            let has_first = section.switch("titlePg") == Some(true);
            for reference in section.elements() {
                let is_header = reference.is(Space::Word, "headerReference");
                if !is_header && !reference.is(Space::Word, "footerReference") {
                    continue;
                }
                let Some(id) = reference.attribute("id") else { continue };
                if headers.masthead.contains(&id) || headers.running.contains(&id) {
                    continue;
                }
                let is_first = has_first && reference.attribute("type") == Some("first");
                if is_header && is_first && i == 0 { headers.masthead.push(id) } else { headers.running.push(id) }
            }
        }
        headers
    }
}
