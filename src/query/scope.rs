use super::clause_set::ClauseSet;
use super::entry::SegmentNumber;
use super::facet::Query;
use super::index::Index;
use super::pattern::{LastWord, Pattern};
use crate::model::DocumentId;
use std::collections::BTreeMap;

/// The documents that a question covers.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Scope {
    /// The whole library.
    #[default]
    Library,
    /// Some documents: the one that is shown, or those that a reader chose.
    Documents(Vec<DocumentId>),
}

/// A complete question for an [`Index`]. Converted from a [`Query`] it covers the whole library and ignores the text.
#[derive(Clone, Copy, Debug)]
pub struct Question<'q> {
    /// The values chosen and excluded. Its text is ignored: see `text`.
    pub query: &'q Query,
    /// The documents covered.
    pub scope: &'q Scope,
    /// The clauses that match the query's text: from [`Index::find`] or [`TextMatches::of_documents`]. `None` if the text is
    /// empty.
    pub text: Option<&'q TextMatches>,
}

impl<'q> From<&'q Query> for Question<'q> {
    fn from(query: &'q Query) -> Self {
        Self { query, scope: &Scope::Library, text: None }
    }
}

/// The clauses of an index that match a text. It covers only the segments that the index had when it was computed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TextMatches(BTreeMap<SegmentNumber, ClauseSet>);

impl TextMatches {
    /// The clauses that a regular expression matches: for each document their numbers in it, from 0.
    pub fn of_documents<'d>(
        index: &Index,
        documents: impl IntoIterator<Item = (&'d DocumentId, &'d [u32])>,
    ) -> Self {
        let none = |clauses: u32| ClauseSet::none(clauses);
        let entries = index.entries();
        let mut found: BTreeMap<_, _> =
            entries.iter().map(|entry| (entry.number, none(entry.segment.n_clauses()))).collect();
        for (id, clauses) in documents {
            let entry =
                index.spot_of(id).and_then(|spot| entries.get(spot.entry as usize).map(|entry| (entry, spot)));
            let Some((entry, spot)) = entry else { continue };
            let own = entry.segment.places.clauses_of(spot.document);
            if let Some(found) = found.get_mut(&entry.number) {
                let numbers = clauses.iter().filter_map(|clause| own.start.checked_add(*clause));
                numbers.filter(|number| own.contains(number)).for_each(|number| found.insert(number));
            }
        }
        Self(found)
    }

    /// How many clauses match.
    pub fn n_clauses(&self) -> u32 {
        self.0.values().map(ClauseSet::count).sum()
    }

    pub(super) fn of_segment(&self, number: SegmentNumber) -> Option<&ClauseSet> {
        self.0.get(&number)
    }
}

impl Index {
    /// How the last word of a submitted search is taken: as the beginning of others where no clause has it whole.
    pub fn last_word(&self, typed: &str) -> LastWord {
        match self.find(typed, LastWord::Whole) {
            Some(found) if found.n_clauses() == 0 => LastWord::Begun,
            _ => LastWord::Whole,
        }
    }

    /// The clauses that match a typed search; `None` if it has no term, like a lone dash or quotation mark.
    pub fn find(&self, typed: &str, last: LastWord) -> Option<TextMatches> {
        let pattern = Pattern::parse(typed, last);
        if pattern.terms.is_empty() {
            return None;
        }
        let mut found = BTreeMap::new();
        for entry in self.entries() {
            if let Some(mut holding) = entry.segment.words.find(&pattern) {
                if let Some(live) = &entry.live {
                    holding.keep(live);
                }
                found.insert(entry.number, holding);
            }
        }
        Some(TextMatches(found))
    }
}
