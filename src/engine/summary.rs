use crate::library::{KeptText, Timestamp};
use crate::model::{Date, DocumentId, Glossary, Organ, Resolution, Symbol};
use serde::{Deserialize, Serialize};

/// What a list says of a document.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DocumentSummary {
    /// Which document.
    pub id: DocumentId,
    /// Its symbol; empty if none was found.
    pub symbol: Symbol,
    /// Its title; may be empty.
    pub title: String,
    /// Who adopted it.
    pub organ: Organ,
    /// When it was adopted.
    pub adopted: Option<Date>,
    /// How many clauses it has.
    pub n_clauses: u32,
    /// How much of it was read with less than certainty.
    pub n_doubts: u32,
    /// The file that it came in; none if it comes with the program.
    pub file: Option<String>,
    /// When the reader added it; none if it comes with the program.
    pub added: Option<Timestamp>,
}

impl DocumentSummary {
    /// What there is to say of a document.
    pub fn new(id: DocumentId, resolution: &Resolution) -> Self {
        Self {
            id,
            symbol: resolution.symbol.clone(),
            title: resolution.title.clone(),
            organ: resolution.organ,
            adopted: resolution.adopted,
            n_clauses: resolution.clauses().count() as u32,
            n_doubts: resolution.doubts.len() as u32,
            file: None,
            added: None,
        }
    }

    /// The year that it was adopted in.
    pub fn year(&self) -> Option<u16> {
        self.adopted.map(|date| date.year)
    }
}

/// A document on its way from the worker to the page.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReadDocument {
    /// What a list says of it.
    pub summary: DocumentSummary,
    /// The resolution and its names.
    #[serde(with = "serde_bytes")]
    contents: Vec<u8>,
    /// Its segment of the index: see [`crate::query`].
    #[serde(with = "serde_bytes")]
    pub segment: Vec<u8>,
}

/// A document that has arrived.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OpenedDocument {
    /// The resolution.
    pub resolution: Resolution,
    /// The names of what it speaks of.
    pub glossary: Glossary,
}

impl ReadDocument {
    /// Packs a document up.
    pub fn new(summary: DocumentSummary, opened: &OpenedDocument, segment: Vec<u8>) -> Self {
        let contents = postcard::to_allocvec(&(&opened.resolution, &opened.glossary)).unwrap_or_default();
        Self { summary, contents, segment }
    }

    /// The same document, as it was added first.
    #[must_use]
    pub fn added(mut self, text: &KeptText) -> Self {
        self.summary.file = Some(text.file.clone());
        self.summary.added = Some(text.added);
        self
    }

    /// The document; nothing if another version packed it.
    pub fn open(&self) -> Option<OpenedDocument> {
        let (resolution, glossary) = postcard::from_bytes(&self.contents).ok()?;
        Some(OpenedDocument { resolution, glossary })
    }
}
