use crate::model::{DocumentId, Span};
use crate::query::{Refused, TextMatches};
use std::rc::Rc;

/// The result of the question's text: of its words or its regular expression.
#[derive(Clone)]
pub enum TextResult {
    /// The text has no term, or none yet.
    Nothing,
    /// The matches.
    Found(Rc<FoundText>),
    /// The worker is searching for the regular expression; until then everything matches.
    Waiting,
    /// The expression is invalid or incomplete; everything matches.
    Refused(Refused),
}

/// The clauses that match the text, and the spans to highlight.
pub struct FoundText {
    /// The clauses of all documents.
    pub clauses: TextMatches,
    /// The spans, for each paragraph of the current document.
    pub hits: Vec<Rc<[Span]>>,
}

/// The worker's result for a regular expression.
#[derive(Clone, Debug, PartialEq)]
pub struct ExpressionMatches {
    /// The expression, without its slashes.
    pub expression: String,
    /// The document for which spans were requested.
    pub marks_in: Option<DocumentId>,
    /// The clauses by their numbers in each document, and the spans to highlight.
    pub found: Result<ClausesAndMarks, Refused>,
}

type ClausesAndMarks = (Vec<(DocumentId, Vec<u32>)>, Vec<(u32, Vec<Span>)>);
