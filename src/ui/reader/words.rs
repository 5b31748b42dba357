use crate::i18n::Texts;
use crate::model::{Footnote, Language, ParagraphId, Reference, Resolution};
use crate::ui::controls::spaced;
use crate::ui::markup::{El, el};

/// Adds a note's text to an element, with its references as links.
pub fn with_note_words(mut element: El, document: &Resolution, note: &Footnote, texts: &Texts) -> El {
    let mut start = 0;
    for reference in &note.references {
        let range = reference.span.range();
        let Some(before) = note.text.get(start..range.start) else { continue };
        let cited = spaced(reference.span.of(&note.text), document.language);
        element = element.text(spaced(before, document.language));
        element = element.with(link(document, reference, texts).text(cited));
        start = range.end;
    }
    element.text(spaced(note.text.get(start..).unwrap_or_default(), document.language))
}

/// A reference as a link without its text yet: to a paragraph of this document, or to the cited document's address at the
/// UN.
pub fn link(document: &Resolution, reference: &Reference, texts: &Texts) -> El {
    let (href, title) = match &reference.paragraph {
        Some(paragraph) if reference.symbol == document.symbol => (anchor(paragraph), texts.place(paragraph)),
        _ => {
            let printed = document.links.iter().find(|(symbol, _)| symbol == &reference.symbol);
            let url = printed.map(|(_, url)| url.clone());
            let url = url.unwrap_or_else(|| Reference::url(&reference.symbol, document.language));
            (url, texts.at_the_un.with(reference.symbol.as_str()))
        }
    };
    el("a")
        .attr("class", "reference")
        .attr("href", href)
        .attr("rel", "noopener noreferrer")
        .attr("title", title)
        .attr("draggable", "false")
}

/// The `href` of a link to a paragraph.
pub fn anchor(id: &ParagraphId) -> String {
    ["#", id.as_str()].concat()
}

/// The `dir` attribute for a language.
pub fn direction(language: Language) -> &'static str {
    if language.is_right_to_left() { "rtl" } else { "ltr" }
}
