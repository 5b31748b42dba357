//! Finds the clause of an annotation in its document.

use super::annotation::LOST;
use super::{Annotation, Spot};
use crate::model::{ClauseId, Resolution};

/// A document's clauses, by their ids and by their words.
pub(super) struct Clauses<'d> {
    /// Sorted by id.
    by_id: Vec<(&'d ClauseId, &'d str)>,
    /// Sorted by their words, each with its index in the document.
    by_words: Vec<(&'d str, usize, &'d ClauseId)>,
}

impl<'d> Clauses<'d> {
    pub fn of(document: &'d Resolution) -> Self {
        let clauses = document.clauses().enumerate();
        let mut by_words: Vec<(&str, usize, &ClauseId)> =
            clauses.map(|(at, (paragraph, clause))| (clause.span.of(&paragraph.text), at, &clause.id)).collect();
        let mut by_id: Vec<(&ClauseId, &str)> = by_words.iter().map(|(words, _, id)| (*id, *words)).collect();
        by_id.sort_unstable();
        by_words.sort_unstable();
        Self { by_id, by_words }
    }

    /// The clause that an annotation belongs to.
    pub fn place(&self, spot: &Spot, annotation: &Annotation) -> ClauseId {
        let quote = annotation.quote.as_str();
        let at = self.by_id.binary_search_by(|(id, _)| (*id).cmp(&spot.clause)).ok();
        if at.and_then(|at| self.by_id.get(at)).is_some_and(|(_, words)| words.starts_with(quote)) {
            return spot.clause.clone();
        }
        // Without remembered words only the id can identify the clause.
        let found = self.first_with(quote).filter(|_| !quote.is_empty());
        match found {
            Some(id) => id.clone(),
            None if spot.is_lost() => spot.clause.clone(),
            None => ClauseId::new([spot.clause.as_str(), &LOST.to_string()].concat()),
        }
    }

    /// The first clause of the document that starts with these words.
    fn first_with(&self, quote: &str) -> Option<&ClauseId> {
        let start = self.by_words.partition_point(|(words, ..)| *words < quote);
        let rest = self.by_words.get(start..).unwrap_or_default();
        let begins_so = rest.iter().take_while(|(words, ..)| words.starts_with(quote));
        begins_so.min_by_key(|(_, at, _)| *at).map(|(.., id)| *id)
    }
}
