use crate::i18n::Texts;
use crate::model::{Footnote, Language, ParagraphId, Reference, Resolution, Symbol};
use crate::ui::controls::spaced;
use crate::ui::markup::{El, el};

/// The titles of cited documents that are in the library.
pub type Titles = [(Symbol, String)];

/// Adds a note's text to an element, with its references as links.
pub fn with_note_words(
    mut element: El,
    document: &Resolution,
    note: &Footnote,
    texts: &Texts,
    titles: &Titles,
) -> El {
    let mut start = 0;
    for reference in &note.references {
        let range = reference.span.range();
        let Some(before) = note.text.get(start..range.start) else { continue };
        let cited = spaced(reference.span.of(&note.text), document.language);
        element = element.text(spaced(before, document.language));
        element = element.with(link(document, reference, texts, titles).text(cited));
        start = range.end;
    }
    element.text(spaced(note.text.get(start..).unwrap_or_default(), document.language))
}

/// A reference as a link without its text yet: to a paragraph of this document, or to the cited document's address at the
/// UN. Its tooltip has the title, if it is known.
pub fn link(document: &Resolution, reference: &Reference, texts: &Texts, titles: &Titles) -> El {
    let (href, title) = match &reference.paragraph {
        Some(paragraph) if reference.symbol == document.symbol => (anchor(paragraph), texts.place(paragraph)),
        _ => {
            let printed = document.links.iter().find(|(symbol, _)| symbol == &reference.symbol);
            let url = printed.map(|(_, url)| url.clone());
            let url = url.unwrap_or_else(|| Reference::url(&reference.symbol, document.language));
            let at_the_un = texts.at_the_un.with(reference.symbol.as_str());
            let title = titles.iter().find(|(symbol, _)| *symbol == reference.symbol).map(|(_, title)| title);
            (url, title.map_or(at_the_un.clone(), |title| texts.criterion.with_all(&[&at_the_un, title])))
        }
    };
    el("a")
        .attr("class", "reference")
        .attr("href", href)
        .attr("rel", "noopener noreferrer")
        .attr("title", title)
        .attr("draggable", "false")
}

/// A note's mark in brackets, which are copied but not visible.
pub fn bracketed(mark: &str) -> [El; 3] {
    let unseen = |bracket: &'static str| el("span").attr("class", "unseen").text(bracket);
    [unseen("["), el("span").text(mark.to_owned()), unseen("]")]
}

/// The `href` of a link to a paragraph.
pub fn anchor(id: &ParagraphId) -> String {
    ["#", id.as_str()].concat()
}

/// The `dir` attribute for a language.
pub fn direction(language: Language) -> &'static str {
    if language.is_right_to_left() { "rtl" } else { "ltr" }
}
