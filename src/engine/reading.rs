//! Reads a file into documents that are ready to be shown and searched.

use super::{DocumentSummary, ReadDocument};
use crate::intake::{self, FileContent, SourceFile};
use crate::library::{BUNDLED_TEXTS, Timestamp, content_hash, hash_of_text};
use crate::model::{ContentHash, DocumentId, Refusal};
use crate::parse::{Parsed, documents, parse, parse_content};
use crate::query::Segment;

/// A document that was read: from a file, from a file in an archive, or one of the resolutions in a volume.
#[derive(Debug)]
pub struct FileRead {
    /// The file's name.
    pub name: String,
    /// The bytes to store: reading them gives this document again.
    pub bytes: Vec<u8>,
    /// The document, or why it cannot be read.
    pub document: Result<ReadDocument, Refusal>,
}

/// Reads a file. An archive or a volume gives several documents, one at a time; any other file one. Each may be refused. A
/// stored text is always one document and keeps the hash by which it is `known`, even if this version reads it differently.
pub fn read(
    name: &str,
    bytes: &[u8],
    added: Timestamp,
    known: Option<ContentHash>,
) -> impl Iterator<Item = FileRead> {
    let read = move |source: SourceFile<'_>| {
        let SourceFile { name, bytes, content } = source;
        let parts = match &content {
            Ok(FileContent::Text(text) | FileContent::Restored(text)) if known.is_none() => documents(text),
            Ok(FileContent::Text(text) | FileContent::Restored(text)) => vec![text.as_str()],
            _ => Vec::new(),
        };
        let parts: Vec<String> = parts.into_iter().map(str::to_owned).collect();
        let is_restored = matches!(content, Ok(FileContent::Restored(_)));
        let mut bytes = if content.is_ok() { bytes.into_owned() } else { Vec::new() };
        let whole = match content {
            Err(refusal) => Some(FileRead { name: name.clone(), bytes: Vec::new(), document: Err(refusal) }),
            Ok(content @ FileContent::Structured(_)) => {
                let hash = known.unwrap_or_else(|| content_hash(&bytes));
                let document = document(parse_content(&content), name.clone(), hash, added);
                Some(FileRead { name: name.clone(), bytes: std::mem::take(&mut bytes), document: Ok(document) })
            }
            Ok(FileContent::Text(_) | FileContent::Restored(_)) => None,
        };
        let is_volume = parts.len() > 1;
        let texts = parts.into_iter().map(move |text| {
            let mut parsed = parse(&text);
            if is_restored {
                parsed.doubt_letters();
            }
            let hash = known.unwrap_or_else(|| hash_of_text(&text));
            let bytes = if is_volume { text.into_bytes() } else { std::mem::take(&mut bytes) };
            FileRead { document: Ok(document(parsed, name.clone(), hash, added)), name: name.clone(), bytes }
        });
        whole.into_iter().chain(texts)
    };
    intake::sources(name, bytes).flat_map(read)
}

fn document(parsed: Parsed, file: String, hash: ContentHash, added: Timestamp) -> ReadDocument {
    let Parsed { resolution, glossary, .. } = parsed;
    let id = if BUNDLED_TEXTS.iter().any(|(_, text)| hash_of_text(text) == hash) {
        DocumentId::bundled(&resolution.symbol, resolution.language)
    } else {
        DocumentId::own(&resolution.symbol, resolution.language, hash)
    };
    let mut summary = DocumentSummary::new(id, &resolution);
    summary.file = Some(file);
    summary.added = Some(added);
    let segment = Segment::new([(summary.id.clone(), &resolution)], &glossary).to_bytes();
    ReadDocument::new(summary, &resolution, &glossary, segment)
}

/// The identity of a bundled text.
pub fn bundled_id(text: &str) -> DocumentId {
    let resolution = parse(text).resolution;
    DocumentId::bundled(&resolution.symbol, resolution.language)
}
