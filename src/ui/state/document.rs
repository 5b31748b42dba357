use crate::engine::{DocumentSummary, ReadDocument};
use crate::model::{Clause, DocumentId, DocumentLink, Paragraph, Resolution};
use std::cell::OnceCell;
use std::rc::Rc;

/// A document of the library. Cheap to clone; two are equal if they are the same allocation.
///
/// It is unpacked when it is first shown, so that a library of thousands costs little.
#[derive(Clone)]
pub struct Document {
    data: Rc<DocumentData>,
    /// Its name with its language, if the library has it in another one too.
    label: Option<Rc<str>>,
    /// Whether its symbol and its language lead to it and not to another text of the library.
    is_first: bool,
}

struct DocumentData {
    summary: DocumentSummary,
    packed: Option<ReadDocument>,
    opened: OnceCell<Resolution>,
}

impl Document {
    /// A bundled document.
    pub fn bundled(resolution: Resolution) -> Self {
        let id = DocumentId::bundled(&resolution.symbol, resolution.language);
        let summary = DocumentSummary::new(id, &resolution);
        Self::of(DocumentData { summary, packed: None, opened: OnceCell::from(resolution) })
    }

    /// A document that the worker has read.
    pub fn read(document: &ReadDocument) -> Self {
        // Its segment is in the index.
        let (summary, packed) = (document.summary.clone(), Some(document.without_segment()));
        Self::of(DocumentData { summary, packed, opened: OnceCell::new() })
    }

    fn of(data: DocumentData) -> Self {
        Self { data: Rc::new(data), label: None, is_first: false }
    }

    /// Its identity.
    pub fn id(&self) -> &DocumentId {
        &self.data.summary.id
    }

    /// The link to exactly this text.
    pub fn link(&self) -> DocumentLink {
        self.id().link()
    }

    /// The link that people read, and that leads to the same resolution in another library: its symbol and language, unless they
    /// lead to another text here.
    pub fn shared_link(&self) -> DocumentLink {
        let work = self.id().work.clone().filter(|_| self.is_first);
        work.map_or_else(|| self.link(), |work| DocumentLink::Work(work, Some(self.id().language)))
    }

    /// Whether a link leads to exactly this text.
    pub fn has_link(&self, link: &DocumentLink) -> bool {
        *link == self.link() || *link == self.shared_link()
    }

    /// Its summary.
    pub fn summary(&self) -> &DocumentSummary {
        &self.data.summary
    }

    /// Its shortest usual name: its symbol, its title, or its file name.
    pub fn name(&self) -> &str {
        let DocumentSummary { symbol, title, file, .. } = self.summary();
        let names = [symbol.as_str(), title, file.as_deref().unwrap_or_default()];
        names.into_iter().find(|name| !name.is_empty()).unwrap_or("?")
    }

    /// Its name in a list of documents: with its language if the library has it in another one too.
    pub fn label(&self) -> &str {
        self.label.as_deref().unwrap_or_else(|| self.name())
    }

    /// Sets whether the library has it in another language too, and whether it is the first text in its own.
    pub fn set_versions(&mut self, has_versions: bool, is_first: bool) {
        self.is_first = is_first;
        self.label = has_versions.then(|| [self.name(), " (", self.id().language.code(), ")"].concat().into());
    }
}

impl PartialEq for Document {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.data, &other.data) && self.label == other.label && self.is_first == other.is_first
    }
}

impl std::ops::Deref for Document {
    type Target = Resolution;

    fn deref(&self) -> &Resolution {
        let open = || self.data.packed.as_ref().and_then(ReadDocument::resolution);
        self.data.opened.get_or_init(|| open().unwrap_or_default())
    }
}

/// A clause of a document.
#[derive(Clone)]
pub struct Match {
    /// The document.
    pub document: Document,
    paragraph: usize,
    clause: usize,
}

impl Match {
    /// The clause with these numbers; none if the document has no such clause.
    pub fn new(document: &Document, paragraph: usize, clause: usize) -> Option<Self> {
        document.paragraphs.get(paragraph)?.clauses.get(clause)?;
        Some(Self { document: document.clone(), paragraph, clause })
    }

    /// The paragraph and the clause.
    pub fn parts(&self) -> Option<(&Paragraph, &Clause)> {
        let paragraph = self.document.paragraphs.get(self.paragraph)?;
        Some((paragraph, paragraph.clauses.get(self.clause)?))
    }

    /// The paragraphs that continue a clause which ends with a colon.
    pub fn points(&self) -> impl Iterator<Item = &Paragraph> {
        let clause = self.parts().map(|(_, clause)| clause);
        clause.into_iter().flat_map(|clause| self.document.points(self.paragraph, clause))
    }
}
