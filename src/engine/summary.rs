use crate::library::{KeptText, Timestamp};
use crate::model::{Date, DocumentId, DoubtKind, Glossary, Organ, Resolution, Symbol};
use serde::{Deserialize, Serialize};

/// A document's entry in a list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DocumentSummary {
    /// Its identity.
    pub id: DocumentId,
    /// Its symbol; empty if none was found.
    pub symbol: Symbol,
    /// Its title; may be empty.
    pub title: String,
    /// The organ that adopted it, if known.
    pub body: Option<Organ>,
    /// When it was adopted.
    pub adopted: Option<Date>,
    /// How many clauses it has.
    pub n_clauses: u32,
    /// How many doubts it has.
    pub n_doubts: u32,
    /// Of which kinds, each once, in the order of the text.
    pub doubts: Vec<DoubtKind>,
    /// Whether its language is known.
    pub knows_language: bool,
    /// The name of its file; none for a bundled document.
    pub file: Option<String>,
    /// When it was added; none for a bundled document.
    pub added: Option<Timestamp>,
}

impl DocumentSummary {
    /// The summary of a document.
    pub fn new(id: DocumentId, resolution: &Resolution) -> Self {
        let mut doubts = Vec::new();
        for doubt in &resolution.doubts {
            if !doubts.contains(&doubt.kind) {
                doubts.push(doubt.kind);
            }
        }
        Self {
            id,
            symbol: resolution.symbol.clone(),
            title: resolution.title.clone(),
            body: resolution.body(),
            adopted: resolution.adopted,
            n_clauses: resolution.clauses().count() as u32,
            n_doubts: resolution.doubts.len() as u32,
            doubts,
            knows_language: resolution.knows_language(),
            file: None,
            added: None,
        }
    }

    /// Its year of adoption.
    pub fn year(&self) -> Option<u16> {
        self.adopted.map(|date| date.year)
    }
}

/// A document on its way from the worker to the page.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReadDocument {
    /// Its entry in lists.
    pub summary: DocumentSummary,
    /// The resolution, packed.
    #[serde(with = "serde_bytes")]
    resolution: Vec<u8>,
    /// The names of its actors, topics and verbs, packed.
    #[serde(with = "serde_bytes")]
    glossary: Vec<u8>,
    /// Its segment of the index: see [`crate::query`].
    #[serde(with = "serde_bytes")]
    pub segment: Vec<u8>,
}

impl ReadDocument {
    /// Packs a document.
    pub fn new(summary: DocumentSummary, resolution: &Resolution, glossary: &Glossary, segment: Vec<u8>) -> Self {
        let resolution = postcard::to_allocvec(resolution).unwrap_or_default();
        let glossary = postcard::to_allocvec(glossary).unwrap_or_default();
        Self { summary, resolution, glossary, segment }
    }

    /// The same document, with the file name and time of an earlier addition.
    #[must_use]
    pub fn added(mut self, text: &KeptText) -> Self {
        self.summary.file = Some(text.file.clone());
        self.summary.added = Some(text.added);
        self
    }

    /// The same document without its segment.
    #[must_use]
    pub fn without_segment(&self) -> Self {
        let Self { summary, resolution, glossary, .. } = self;
        let (summary, resolution, glossary) = (summary.clone(), resolution.clone(), glossary.clone());
        Self { summary, resolution, glossary, segment: Vec::new() }
    }

    /// The same document with its segment.
    #[cfg(feature = "read")]
    #[must_use]
    pub fn with_segment(&self) -> Self {
        let segment = match (self.resolution(), self.glossary()) {
            (Some(resolution), Some(glossary)) => {
                crate::query::Segment::new([(self.summary.id.clone(), &resolution)], &glossary).to_bytes()
            }
            _ => Vec::new(),
        };
        Self { segment, ..self.clone() }
    }

    /// Unpacks the resolution; none if another version packed it.
    pub fn resolution(&self) -> Option<Resolution> {
        postcard::from_bytes(&self.resolution).ok()
    }

    /// Unpacks the names; none if another version packed them.
    pub fn glossary(&self) -> Option<Glossary> {
        postcard::from_bytes(&self.glossary).ok()
    }
}
