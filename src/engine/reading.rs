//! Reads a file into documents that are ready to be shown and searched.

use super::{DocumentSummary, ReadDocument};
use crate::intake::{self, FileContent, SourceFile, zip};
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

/// Reads a file. An archive or a volume gives several documents, any other file one; each may be refused. A stored text is
/// always one document and keeps the hash by which it is `known`, even if this version reads it differently.
pub fn read(name: &str, bytes: &[u8], added: Timestamp, known: Option<ContentHash>) -> Vec<FileRead> {
    let archive = zip::Archive::open(bytes).ok();
    let held = |entry: &str| {
        let archive = archive.as_ref()?;
        archive.read(archive.find(entry)?, intake::LARGEST).ok()
    };
    let mut files = Vec::new();
    for SourceFile { name: file, content } in intake::read(name, bytes) {
        let whole = || {
            let entry = file.strip_prefix(name).and_then(|rest| rest.strip_prefix('/'));
            entry.and_then(held).unwrap_or_else(|| bytes.to_vec())
        };
        let mut add = |bytes: Vec<u8>, read: Result<(Parsed, ContentHash), Refusal>| {
            let document = read.map(|(parsed, hash)| document(parsed, file.clone(), known.unwrap_or(hash), added));
            files.push(FileRead { name: file.clone(), bytes, document });
        };
        match content {
            Err(refusal) => add(whole(), Err(refusal)),
            Ok(FileContent::Text(ref text) | FileContent::Restored(ref text)) => {
                let is_restored = matches!(content, Ok(FileContent::Restored(_)));
                let parts = if known.is_some() { vec![text.as_str()] } else { documents(text) };
                let is_volume = parts.len() > 1;
                for part in parts {
                    let bytes = if is_volume { part.as_bytes().to_vec() } else { whole() };
                    let mut parsed = parse(part);
                    if is_restored {
                        parsed.doubt_letters();
                    }
                    add(bytes, Ok((parsed, hash_of_text(part))));
                }
            }
            Ok(content) => {
                let bytes = whole();
                let hash = content_hash(&bytes);
                add(bytes, Ok((parse_content(&content), hash)));
            }
        }
    }
    files
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
