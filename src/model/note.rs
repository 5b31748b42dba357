use super::{ParagraphId, Span};
use serde::{Deserialize, Serialize};

/// Where a footnote is called.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct NoteMark {
    /// Byte offset in the paragraph's text; the mark is printed before this byte.
    pub at: u32,
    /// The mark as printed: `4`, `*`.
    pub mark: String,
}

/// A footnote. It may be called more than once.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Footnote {
    /// Its mark as printed.
    pub mark: String,
    /// Its text.
    pub text: String,
    /// The documents that it cites.
    pub references: Vec<super::Reference>,
    /// The paragraphs that call it, in order, each once.
    pub called_from: Vec<ParagraphId>,
}

impl Footnote {
    /// The words of one of its references.
    pub fn words(&self, span: Span) -> &str {
        span.of(&self.text)
    }
}
