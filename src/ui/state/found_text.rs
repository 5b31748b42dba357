use crate::engine::ExpressionFindings;
use crate::i18n::Texts;
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
    /// The expression has no result; everything matches.
    Failed(SearchFailure),
}

/// Why a regular expression has no result.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SearchFailure {
    /// It is invalid or incomplete.
    Refused(Refused),
    /// The worker crashed or could not be started.
    Stopped,
}

impl SearchFailure {
    /// The failure in words.
    pub fn words(self, texts: &Texts, typed: &str) -> String {
        match self {
            Self::Refused(Refused::Unfinished) => texts.pattern_unfinished.with(typed),
            Self::Refused(_) => texts.pattern_refused.with(typed),
            Self::Stopped => texts.search_failed.to_owned(),
        }
    }
}

/// The clauses that match the text, and the spans to highlight.
pub struct FoundText {
    /// The clauses of all documents.
    pub clauses: TextMatches,
    /// The spans, for each paragraph of the current document.
    pub hits: Vec<Rc<[Span]>>,
    /// How many documents could not be searched.
    pub n_missing: u32,
}

/// The worker's result for a regular expression.
#[derive(Clone, Debug, PartialEq)]
pub struct ExpressionMatches {
    /// The expression, without its slashes.
    pub expression: String,
    /// The document for which spans were requested.
    pub marks_in: Option<DocumentId>,
    /// The revision of the corpus that was searched.
    pub revision: u32,
    /// The result.
    pub found: Result<ExpressionFindings, SearchFailure>,
}
