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
    /// Who adopted it; none if nothing says.
    pub body: Option<Organ>,
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
            body: resolution.body(),
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
    /// The resolution, packed.
    #[serde(with = "serde_bytes")]
    resolution: Vec<u8>,
    /// The names of what it speaks of, packed.
    #[serde(with = "serde_bytes")]
    glossary: Vec<u8>,
    /// Its segment of the index: see [`crate::query`].
    #[serde(with = "serde_bytes")]
    pub segment: Vec<u8>,
}

impl ReadDocument {
    /// Packs a document up.
    pub fn new(summary: DocumentSummary, resolution: &Resolution, glossary: &Glossary, segment: Vec<u8>) -> Self {
        let resolution = postcard::to_allocvec(resolution).unwrap_or_default();
        let glossary = postcard::to_allocvec(glossary).unwrap_or_default();
        Self { summary, resolution, glossary, segment }
    }

    /// The same document, as it was added first.
    #[must_use]
    pub fn added(mut self, text: &KeptText) -> Self {
        self.summary.file = Some(text.file.clone());
        self.summary.added = Some(text.added);
        self
    }

    /// The same document, for who has its segment.
    #[must_use]
    pub fn without_segment(&self) -> Self {
        let Self { summary, resolution, glossary, .. } = self;
        let (summary, resolution, glossary) = (summary.clone(), resolution.clone(), glossary.clone());
        Self { summary, resolution, glossary, segment: Vec::new() }
    }

    /// The resolution; nothing if another version packed it.
    pub fn resolution(&self) -> Option<Resolution> {
        postcard::from_bytes(&self.resolution).ok()
    }

    /// The names of what it speaks of; nothing if another version packed them.
    pub fn glossary(&self) -> Option<Glossary> {
        postcard::from_bytes(&self.glossary).ok()
    }
}
