use crate::model::{DocumentId, Span};
use crate::query::{Refused, TextMatches};
use std::rc::Rc;

/// What the words of the question, or its regular expression, find.
#[derive(Clone)]
pub enum Searched {
    /// They ask for nothing, or for nothing yet.
    Nothing,
    /// What is found.
    Found(Rc<FoundText>),
    /// The worker looks for the regular expression: until it answers, all is found.
    Waiting,
    /// They are an expression that cannot be read, or not yet: all is found.
    Refused(Refused),
}

/// The clauses that hold what was typed, and what is to be marked.
pub struct FoundText {
    /// The clauses of all documents.
    pub clauses: TextMatches,
    /// The words, for each paragraph of the document that is shown.
    pub hits: Vec<Rc<[Span]>>,
}

/// What the worker finds for a regular expression.
#[derive(Clone, Debug, PartialEq)]
pub struct ExpressionMatches {
    /// The expression, without its slashes.
    pub expression: String,
    /// The document that marks were asked for.
    pub marks_in: Option<DocumentId>,
    /// The clauses by their numbers in each document, and the words to be marked in paragraphs.
    pub found: Result<ClausesAndMarks, Refused>,
}

type ClausesAndMarks = (Vec<(DocumentId, Vec<u32>)>, Vec<(u32, Vec<Span>)>);
