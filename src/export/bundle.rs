//! The documents that the page carries, in the two forms that are generated from them.
//!
//! `bundle.jsonl` is for reviews: a change to the reader shows as the change it makes to the document. `bundle.bin` is
//! for the page: the same values in a third of the bytes, read by a decoder that is a sixth of JSON's.

use super::json;
use crate::library::Library;

/// The bundle as the page carries it.
///
/// # Errors
///
/// Never in practice: the values have nothing that the format refuses.
pub fn binary(library: &Library) -> Result<Vec<u8>, postcard::Error> {
    postcard::to_allocvec(library)
}

/// One line for each thing in the bundle, for reviews.
#[derive(Debug, serde::Serialize)]
#[serde(untagged)]
pub enum Line<'a> {
    /// What stands at the head of a document.
    Head(json::Head<'a>),
    /// A paragraph with all that it says.
    Paragraph(Box<json::ParagraphView<'a>>),
    /// A footnote.
    Footnote(json::FootnoteView<'a>),
    /// A doubt.
    Doubt(json::DoubtView<'a>),
    /// An actor's names.
    Actor(&'a crate::model::ActorEntry),
    /// A topic's names.
    Topic(&'a crate::model::TopicEntry),
    /// A verb's label and equivalents.
    Verb(&'a crate::model::VerbEntry),
}

/// The lines of a bundle.
pub fn lines<'a>(library: &'a Library, message: json::Message<'_>) -> Vec<Line<'a>> {
    let mut lines = Vec::new();
    for document in &library.documents {
        lines.push(Line::Head(json::head(document)));
        lines.extend(document.paragraphs.iter().map(|p| Line::Paragraph(Box::new(json::paragraph(document, p)))));
        lines.extend(document.footnotes.iter().map(|note| Line::Footnote(json::footnote(note))));
        lines.extend(document.doubts.iter().map(|doubt| Line::Doubt(json::doubt(document, doubt, message))));
    }
    let glossary = &library.glossary;
    lines.extend(glossary.actors.iter().map(Line::Actor));
    lines.extend(glossary.topics.iter().map(Line::Topic));
    lines.extend(glossary.verbs.iter().map(Line::Verb));
    lines
}
