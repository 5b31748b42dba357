//! A file's bytes → documents that are ready to be shown and asked.

use super::{DocumentSummary, OpenedDocument, ReadDocument};
use crate::intake::{self, Content};
use crate::library::{BUNDLED_TEXTS, Timestamp, content_hash};
use crate::model::{ContentHash, DocumentId, Refusal};
use crate::parse::parse;
use crate::query::Segment;

/// The files that a file gives: itself, or what an archive holds.
pub fn files(name: &str, bytes: &[u8]) -> Vec<(String, Result<Vec<u8>, Refusal>)> {
    vec![(name.to_owned(), Ok(bytes.to_vec()))]
}

/// Reads a file that is no archive.
///
/// # Errors
/// When it gives no text.
pub fn read(name: &str, bytes: &[u8], added: Timestamp) -> Result<ReadDocument, Refusal> {
    let source = intake::read(name, bytes).into_iter().next().ok_or(Refusal::Empty)?;
    let (text, hash) = match source.content? {
        Content::Text(text) => {
            let hash = hash_of_text(&text);
            (text, hash)
        }
        Content::Structured(structured) => (structured.to_text().text, content_hash(bytes)),
    };
    let parsed = parse(&text);
    let (resolution, glossary) = (parsed.resolution, parsed.glossary);
    let id = if BUNDLED_TEXTS.iter().any(|(_, text)| hash_of_text(text) == hash) {
        DocumentId::bundled(&resolution.symbol, resolution.language)
    } else {
        DocumentId::own(&resolution.symbol, resolution.language, hash)
    };
    let mut summary = DocumentSummary::new(id, &resolution);
    summary.file = Some(source.name);
    summary.added = Some(added);
    let segment = Segment::new([(summary.id.clone(), &resolution)], &glossary).to_bytes();
    Ok(ReadDocument::new(summary, &OpenedDocument { resolution, glossary }, segment))
}

/// A text is the same whatever its encoding, its line ends, and the space at its end.
fn hash_of_text(text: &str) -> ContentHash {
    content_hash(text.replace("\r\n", "\n").replace('\r', "\n").trim_end().as_bytes())
}
