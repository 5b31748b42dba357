//! What was typed into the search box, words or a regular expression, and where it is found.

use super::bits::Bits;
use super::expression::{self, Unfinished, expression};
use super::hits;
use super::text_search::TextSearch;
use crate::model::{Resolution, Span};

/// What the text of a question finds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Findings {
    /// The clauses of all documents that hold it, by number.
    pub holding: Bits,
    /// For each paragraph of the document that is shown what is to be marked in it, in order: a phrase is one span, what
    /// overlaps is one.
    pub hits: Vec<Vec<Span>>,
}

/// Looks for what was typed in all documents; nothing if it asks for nothing yet. `shown` is the number of the document that
/// is shown, and `text` has the words of all, where words are looked for.
///
/// # Errors
/// When it is a regular expression that cannot be read, or not yet.
pub fn find<'t>(
    typed: &str,
    documents: &[&Resolution],
    shown: usize,
    text: impl FnOnce() -> &'t TextSearch,
) -> Result<Option<Findings>, Unfinished> {
    if let Some(expression) = expression(typed) {
        return expression::find(expression, documents, shown).map(Some);
    }
    let Some(holding) = text().find(typed) else { return Ok(None) };
    let hits = documents.get(shown).map(|document| hits::hits(typed, document)).unwrap_or_default();
    Ok(Some(Findings { holding, hits }))
}
