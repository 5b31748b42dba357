//! Metadata of the document for reference managers such as Zotero and for search engines: Google Scholar's names, Dublin
//! Core, and schema.org's `Legislation`.

use web_sys::{Document, Element};

/// Marks our elements, so that they can be replaced.
const OURS: &str = "data-of-document";

/// Sets the metadata: names with values, and a JSON-LD description.
pub fn describe(pairs: &[(&'static str, String)], json: &str) {
    let Some(document) = web_sys::window().and_then(|window| window.document()) else { return };
    let Some(head) = document.head() else { return };
    while let Ok(Some(old)) = head.query_selector(&["[", OURS, "]"].concat()) {
        old.remove();
    }
    for (name, value) in pairs {
        let Some(meta) = element(&document, "meta") else { return };
        drop((meta.set_attribute("name", name), meta.set_attribute("content", value)));
        drop(head.append_child(&meta));
    }
    if let Some(data) = element(&document, "script") {
        drop(data.set_attribute("type", "application/ld+json"));
        data.set_text_content(Some(json));
        drop(head.append_child(&data));
    }
}

fn element(document: &Document, tag: &str) -> Option<Element> {
    let element = document.create_element(tag).ok()?;
    element.set_attribute(OURS, "").ok()?;
    Some(element)
}
