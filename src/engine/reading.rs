//! Reads a file into documents that are ready to be shown and searched.

use super::{DocumentSummary, ReadDocument};
use crate::intake::{self, FileContent, SourceFile};
use crate::language::has_tables;
use crate::library::{BUNDLED_TEXTS, Timestamp, content_hash, hash_of_text};
use crate::model::{ContentHash, DocumentId, Language, Refusal};
use crate::parse::{Parsed, documents, language_of, parse, parse_content};
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

/// A document of a file before it is read.
pub struct UnreadDocument {
    name: String,
    bytes: Vec<u8>,
    content: Result<FileContent, Refusal>,
}

/// The documents of a file: an archive or a volume has several, given one at a time; any other file one. A stored text, whose
/// hash is `known`, is always one document.
pub fn documents_of(name: &str, bytes: &[u8], known: Option<ContentHash>) -> impl Iterator<Item = UnreadDocument> {
    let split = move |source: SourceFile<'_>| {
        let SourceFile { name, bytes, content } = source;
        let mut bytes = if content.is_ok() { bytes.into_owned() } else { Vec::new() };
        let parts = |text: &str, of: fn(String) -> FileContent| -> Vec<_> {
            documents(text).into_iter().map(|part| Ok(of(part.to_owned()))).collect()
        };
        let contents = match content {
            Ok(FileContent::Text(text)) if known.is_none() => parts(&text, FileContent::Text),
            Ok(FileContent::Restored(text)) if known.is_none() => parts(&text, FileContent::Restored),
            content => vec![content],
        };
        let is_volume = contents.len() > 1;
        contents.into_iter().map(move |content| {
            let bytes = match &content {
                Ok(FileContent::Text(text) | FileContent::Restored(text)) if is_volume => text.clone().into_bytes(),
                _ => std::mem::take(&mut bytes),
            };
            UnreadDocument { name: name.clone(), bytes, content }
        })
    };
    intake::sources(name, bytes).flat_map(split)
}

/// Reads a file with the tables that are there.
pub fn read(
    name: &str,
    bytes: &[u8],
    added: Timestamp,
    known: Option<ContentHash>,
) -> impl Iterator<Item = FileRead> {
    documents_of(name, bytes, known).map(move |document| document.read(added, known))
}

impl UnreadDocument {
    /// The language whose tables are needed to read it; none if it is refused.
    pub fn language(&self) -> Option<Language> {
        self.content.as_ref().ok().map(language_of)
    }

    /// Reads it, or refuses it, also where the tables of its language are missing. A stored text keeps the hash by which it is
    /// `known`, even if this version reads it differently.
    pub fn read(self, added: Timestamp, known: Option<ContentHash>) -> FileRead {
        let Self { name, bytes, content } = self;
        let content =
            content.and_then(
                |content| {
                    if has_tables(language_of(&content)) { Ok(content) } else { Err(Refusal::NoTables) }
                },
            );
        let document = content.map(|content| {
            let hash = match &content {
                FileContent::Text(text) | FileContent::Restored(text) => hash_of_text(text),
                FileContent::Structured(_) => content_hash(&bytes),
            };
            let mut parsed = parse_content(&content);
            parsed.consider_name(&name, &content);
            document(parsed, name.clone(), known.unwrap_or(hash), added)
        });
        FileRead { name, bytes, document }
    }
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
