use super::{french, place_name};
use crate::i18n::Texts;
use crate::model::{Footnote, Language, Reference, Resolution};
use yew::prelude::*;

/// A note's text with its references as links.
pub fn note_words(document: &Resolution, note: &Footnote, texts: &Texts) -> Html {
    let mut start = 0;
    let mut words: Vec<Html> = Vec::new();
    for reference in &note.references {
        let range = reference.span.range();
        let Some(before) = note.text.get(start..range.start) else { continue };
        words.push(spaced(before, document.language).into());
        let cited = spaced(reference.span.of(&note.text), document.language);
        words.push(link(document, reference, texts, cited.into()));
        start = range.end;
    }
    words.push(spaced(note.text.get(start..).unwrap_or_default(), document.language).into());
    words.into_iter().collect()
}

/// A reference as a link: to a paragraph of this document, or to the document's page at the UN.
pub fn link(document: &Resolution, reference: &Reference, texts: &Texts, words: Html) -> Html {
    let (href, title) = match &reference.paragraph {
        Some(paragraph) if reference.symbol == document.symbol => {
            (["#", paragraph.as_str()].concat(), place_name(paragraph, texts))
        }
        _ => {
            let printed = document.links.iter().find(|(symbol, _)| symbol == &reference.symbol);
            let url = printed.map(|(_, url)| url.clone());
            let url = url.unwrap_or_else(|| Reference::url(&reference.symbol, document.language));
            (url, texts.at_the_un.with(reference.symbol.as_str()))
        }
    };
    html! { <a class="reference" {href} rel="noopener noreferrer" {title}>{words}</a> }
}

/// A stretch of text as the typography of its language wants it.
pub fn spaced(text: &str, language: Language) -> String {
    match language {
        Language::French => french(text),
        Language::English => text.to_owned(),
    }
}
