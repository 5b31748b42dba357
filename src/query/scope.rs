use super::clause_set::ClauseSet;
use super::entry::SegmentNumber;
use super::facet::Query;
use super::index::Index;
use super::pattern::{LastWord, Pattern};
use crate::model::DocumentId;
use std::collections::BTreeMap;

/// Which documents a question is about.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Scope {
    /// All that are at hand.
    #[default]
    Library,
    /// Some of them: the one that is shown, or those that a reader chose.
    Documents(Vec<DocumentId>),
}

/// All that is asked of an [`Index`]. From a [`Query`] alone: of the whole library, its text disregarded.
#[derive(Clone, Copy, Debug)]
pub struct Question<'q> {
    /// The values chosen and excluded. Its text is not looked at: see `text`.
    pub query: &'q Query,
    /// The documents that are asked.
    pub scope: &'q Scope,
    /// The clauses that hold the query's text: from [`Index::find`], or from [`TextMatches::of_documents`]. `None` if it asks
    /// for nothing.
    pub text: Option<&'q TextMatches>,
}

impl<'q> From<&'q Query> for Question<'q> {
    fn from(query: &'q Query) -> Self {
        Self { query, scope: &Scope::Library, text: None }
    }
}

/// The clauses of an index that hold a text. Found in one state of an index, it knows nothing of segments added later.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TextMatches(BTreeMap<SegmentNumber, ClauseSet>);

impl TextMatches {
    /// The clauses that a regular expression was found in: for each document their numbers in it, from 0.
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

    /// How many clauses hold the text.
    pub fn n_clauses(&self) -> u32 {
        self.0.values().map(ClauseSet::count).sum()
    }

    pub(super) fn of_segment(&self, number: SegmentNumber) -> Option<&ClauseSet> {
        self.0.get(&number)
    }
}

impl Index {
    /// Finds the clauses that hold all the words that were typed; `None` if that asks for nothing, as a dash or an opened
    /// quotation mark does.
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
