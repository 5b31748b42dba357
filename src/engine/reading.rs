//! A file's bytes → documents that are ready to be shown and asked.

use super::{DocumentSummary, OpenedDocument, ReadDocument};
use crate::intake::{self, Content, Source, zip};
use crate::library::{BUNDLED_TEXTS, Timestamp, content_hash};
use crate::model::{ContentHash, DocumentId, Refusal};
use crate::parse::parse;
use crate::query::Segment;

/// A file that was read: the one that came, or one that an archive holds.
#[derive(Debug)]
pub struct FileRead {
    /// Its name.
    pub name: String,
    /// Its bytes.
    pub bytes: Vec<u8>,
    /// What it gives.
    pub document: Result<ReadDocument, Refusal>,
}

/// Reads a file. An archive gives several documents, any other file one, and each may be refused by itself. A text that
/// is kept stays under the hash by which it is `known`, whatever is made of it today.
pub fn read(name: &str, bytes: &[u8], added: Timestamp, known: Option<ContentHash>) -> Vec<FileRead> {
    let archive = zip::Archive::open(bytes).ok();
    let held = |entry: &str| {
        let archive = archive.as_ref()?;
        archive.read(archive.find(entry)?, intake::LARGEST).ok()
    };
    let sources = intake::read(name, bytes).into_iter();
    sources
        .map(|source| {
            let entry = source.name.strip_prefix(name).and_then(|rest| rest.strip_prefix('/'));
            let bytes = entry.and_then(held).unwrap_or_else(|| bytes.to_vec());
            let name = source.name.clone();
            FileRead { document: document(source, &bytes, added, known), name, bytes }
        })
        .collect()
}

fn document(
    source: Source,
    bytes: &[u8],
    added: Timestamp,
    known: Option<ContentHash>,
) -> Result<ReadDocument, Refusal> {
    let (text, hash) = match source.content? {
        Content::Text(text) => {
            let hash = hash_of_text(&text);
            (text, hash)
        }
        Content::Structured(structured) => (structured.to_text().text, content_hash(bytes)),
    };
    let parsed = parse(&text);
    let (resolution, glossary) = (parsed.resolution, parsed.glossary);
    let hash = known.unwrap_or(hash);
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
