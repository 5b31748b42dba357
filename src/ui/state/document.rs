use crate::engine::{DocumentSummary, ReadDocument};
use crate::model::{Clause, DocumentId, DocumentLink, Paragraph, Resolution};
use std::cell::OnceCell;
use std::rc::Rc;

/// A document at hand. Cheap to clone; two are equal if they are the same one.
///
/// It is unpacked when something of it is first shown: a library of thousands costs little until then.
#[derive(Clone)]
pub struct Document(Rc<DocumentData>);

struct DocumentData {
    summary: DocumentSummary,
    packed: Option<ReadDocument>,
    opened: OnceCell<Resolution>,
}

impl Document {
    /// A document that comes with the program.
    pub fn bundled(resolution: Resolution) -> Self {
        let id = DocumentId::bundled(&resolution.symbol, resolution.language);
        let summary = DocumentSummary::new(id, &resolution);
        Self(Rc::new(DocumentData { summary, packed: None, opened: OnceCell::from(resolution) }))
    }

    /// A document that the worker has read.
    pub fn read(document: &ReadDocument) -> Self {
        // Its segment is in the index.
        let (summary, packed) = (document.summary.clone(), Some(document.without_segment()));
        Self(Rc::new(DocumentData { summary, packed, opened: OnceCell::new() }))
    }

    /// Which document it is.
    pub fn id(&self) -> &DocumentId {
        &self.0.summary.id
    }

    /// What a link to it says.
    pub fn link(&self) -> DocumentLink {
        self.id().link()
    }

    /// What a list says of it.
    pub fn summary(&self) -> &DocumentSummary {
        &self.0.summary
    }

    /// The shortest name that readers know it by: its symbol, its title, or the file that it came in.
    pub fn name(&self) -> &str {
        let DocumentSummary { symbol, title, file, .. } = self.summary();
        let names = [symbol.as_str(), title, file.as_deref().unwrap_or_default()];
        names.into_iter().find(|name| !name.is_empty()).unwrap_or("?")
    }
}

impl PartialEq for Document {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

impl std::ops::Deref for Document {
    type Target = Resolution;

    fn deref(&self) -> &Resolution {
        let open = || self.0.packed.as_ref().and_then(ReadDocument::resolution);
        self.0.opened.get_or_init(|| open().unwrap_or_default())
    }
}

/// A clause of a document at hand.
#[derive(Clone)]
pub struct Match {
    /// The document.
    pub document: Document,
    paragraph: usize,
    clause: usize,
}

impl Match {
    /// The clause with these numbers in a document; nothing if it has no such clause.
    pub fn new(document: &Document, paragraph: usize, clause: usize) -> Option<Self> {
        document.paragraphs.get(paragraph)?.clauses.get(clause)?;
        Some(Self { document: document.clone(), paragraph, clause })
    }

    /// Its paragraph and itself.
    pub fn parts(&self) -> Option<(&Paragraph, &Clause)> {
        let paragraph = self.document.paragraphs.get(self.paragraph)?;
        Some((paragraph, paragraph.clauses.get(self.clause)?))
    }
}
