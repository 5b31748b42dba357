//! The facet values of a segment, and the clauses that have them.
//!
//! A clause also has every ancestor of its values: “prier” makes it directive, a child topic adds its parent.

use super::clause_set::ClauseSet;
use super::column::{Column, Numbers, Rows};
use super::facet::{Facet, NONE, Reach};
use super::interner::Interner;
use super::packed;
use super::places::Places;
use super::postings::Postings;
use super::strings::Strings;
use serde::{Deserialize, Serialize};

/// Marks a top-level value.
pub(super) const NO_PARENT: u32 = u32::MAX;

/// The values of one facet in a segment.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(super) struct Values {
    /// Their keys, sorted: a value's number in the segment is its index here.
    pub keys: Strings,
    /// The parent of each value, or [`NO_PARENT`].
    #[serde(with = "packed")]
    pub parents: Vec<u32>,
    pub holders: Holders,
}

/// Whether clauses or whole documents have the values.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(super) enum Holders {
    /// Each clause has its own, for each [`Reach`] that makes a difference.
    Clauses(Vec<ByClause>),
    /// All clauses of a document have the same: the value of each document.
    Documents(Numbers),
}

/// Values by clause and clauses by value.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(super) struct ByClause {
    /// The values of each clause.
    pub rows: Column,
    /// The clauses of each value.
    pub postings: Postings,
}

impl Values {
    /// Whether it is complete for this number of documents and clauses; false only for damaged bytes.
    pub fn is_valid(&self, n_documents: usize, n_clauses: u32) -> bool {
        let n_values = self.keys.len();
        self.parents.len() == n_values
            && match &self.holders {
                Holders::Documents(values) => values.len() == n_documents,
                Holders::Clauses(scopes) => scopes.iter().all(|scope| {
                    scope.rows.is_valid(n_clauses as usize) && scope.postings.is_valid(n_values, n_clauses)
                }),
            }
    }

    /// The clauses by value; `None` if whole documents have the values.
    pub fn by_clause(&self, reach: Reach) -> Option<&ByClause> {
        let Holders::Clauses(scopes) = &self.holders else { return None };
        match reach {
            Reach::Narrow => scopes.first(),
            Reach::Wide => scopes.last(),
        }
    }

    /// Adds the clauses that have a value to a set.
    pub fn add_to(&self, value: usize, reach: Reach, places: &Places, into: &mut ClauseSet) {
        match &self.holders {
            Holders::Clauses(_) => {
                if let Some(clauses) = self.by_clause(reach) {
                    clauses.postings.get(value).add_to(into);
                }
            }
            Holders::Documents(values) => {
                for (own, document) in values.iter().zip(0..) {
                    if own as usize == value {
                        into.insert_range(places.clauses_of(document));
                    }
                }
            }
        }
    }

    /// For each value how many of some clauses have it; how many they are in each document is given.
    pub fn count(&self, reach: Reach, clauses: &ClauseSet, by_document: &[u32]) -> Vec<u32> {
        let mut counts = vec![0; self.keys.len()];
        match &self.holders {
            Holders::Clauses(_) => {
                if let Some(by_clause) = self.by_clause(reach) {
                    by_clause.count(clauses, &mut counts);
                }
            }
            Holders::Documents(values) => match counts.as_mut_slice() {
                // Often one body or one language: a single counter, raised once per document, is slow.
                [only] => *only = by_document.iter().sum(),
                _ => values.count(by_document, &mut counts),
            },
        }
        counts
    }
}

impl ByClause {
    /// For few clauses their values are read; for many the bit sets are intersected; for all the counts are known.
    fn count(&self, clauses: &ClauseSet, counts: &mut [u32]) {
        let (n_clauses, n_all) = (clauses.count() as usize, clauses.len() as usize);
        // In steps of a machine word or a list entry, as measured in a browser's engine.
        let n_steps_by_row = n_clauses * 5 + n_clauses * self.rows.n_items() / n_all.max(1);
        if n_clauses == n_all {
            counts.iter_mut().enumerate().for_each(|(value, count)| *count = self.postings.n_clauses(value));
        } else if n_steps_by_row < self.postings.n_steps() {
            self.rows.count(clauses, counts);
        } else {
            let count_of = |value: usize| self.postings.get(value).count_in(clauses);
            counts.iter_mut().enumerate().for_each(|(value, count)| *count = count_of(value));
        }
    }
}

/// Collects the values of a facet row by row, one row per clause or per document.
#[derive(Debug, Default)]
pub(super) struct ValuesBuilder {
    seen: Interner,
    /// The parent's key of each value seen so far; empty for a top-level value.
    parents: Vec<String>,
    scopes: Vec<Rows>,
    /// A buffer for the row that is being copied.
    copied: Vec<u32>,
}

impl ValuesBuilder {
    pub fn new(facet: Facet) -> Self {
        let n_scopes = if matches!(facet, Facet::Actor | Facet::Topic) { 2 } else { 1 };
        Self { scopes: (0..n_scopes).map(|_| Rows::default()).collect(), ..Self::default() }
    }

    /// Adds a value to the open row of a reach; in a facet where the reach makes no difference, to the wide one.
    pub fn add<'k>(&mut self, reach: Reach, key: &str, parent: impl FnOnce() -> Option<&'k str>) {
        // An empty key is no value.
        if key.is_empty() {
            return;
        }
        let number = self.number(key, parent);
        let rows = match reach {
            Reach::Narrow => self.scopes.first_mut(),
            Reach::Wide => self.scopes.last_mut(),
        };
        if let Some(rows) = rows {
            rows.push_once(number);
        }
    }

    fn number<'k>(&mut self, key: &str, parent: impl FnOnce() -> Option<&'k str>) -> u32 {
        let number = self.seen.number(key);
        if number as usize == self.parents.len() {
            self.parents.push(parent().unwrap_or_default().to_owned());
        }
        number
    }

    /// If documents disagree on a value's parent, the smallest key wins, so that their order does not matter.
    pub fn settle_parent(&mut self, key: &str, parent: &str) {
        if let Some(number) = self.seen.known(key)
            && let Some(known) = self.parents.get_mut(number as usize)
            && (known.is_empty() || parent < known.as_str())
        {
            parent.clone_into(known);
        }
    }

    /// Adds the rows of some documents of a segment.
    pub fn add_segment(&mut self, values: &Values, places: &Places, documents: &[u32]) {
        // For each of the segment's values, its number here once it was seen.
        let mut known: Vec<Option<u32>> = vec![None; values.keys.len()];
        let parent_of = |value: u32| {
            let parent = values.parents.get(value as usize).filter(|parent| **parent != NO_PARENT);
            parent.map(|parent| values.keys.get(*parent as usize))
        };
        let mut number = |builder: &mut Self, value: u32| {
            let Some(place) = known.get_mut(value as usize) else { return };
            let number = *place.get_or_insert_with(|| {
                let key = values.keys.get(value as usize);
                let number = builder.number(key, || None);
                if let Some(parent) = parent_of(value) {
                    builder.settle_parent(key, parent);
                }
                number
            });
            builder.copied.push(number);
        };
        match &values.holders {
            Holders::Clauses(scopes) => {
                for (at, scope) in scopes.iter().enumerate() {
                    for clause in documents.iter().flat_map(|document| places.clauses_of(*document)) {
                        scope.rows.row(clause).for_each(|value| number(self, value));
                        self.end_copied(at);
                    }
                }
            }
            Holders::Documents(values) => {
                for value in documents.iter().filter_map(|document| values.get(*document as usize)) {
                    number(self, value);
                    self.end_copied(0);
                }
            }
        }
    }

    /// Moves the copied row to a reach.
    fn end_copied(&mut self, at: usize) {
        if let Some(into) = self.scopes.get_mut(at) {
            self.copied.drain(..).for_each(|value| into.push(value));
            into.end_row();
        }
    }

    /// Ends the open row.
    pub fn end_row(&mut self, facet: Facet) {
        for at in 0..self.scopes.len() {
            let is_empty = self.scopes.get(at).is_some_and(|rows| rows.open_row().is_empty());
            let none = (is_empty && facet != Facet::Annotation).then(|| self.number(NONE, || None));
            if let Some(rows) = self.scopes.get_mut(at) {
                if let Some(none) = none {
                    rows.push(none);
                }
                rows.end_row();
            }
        }
    }

    pub fn finish(self, facet: Facet) -> Values {
        let (keys, sorted_from_seen) = self.seen.sorted();
        let sorted = |seen: usize| sorted_from_seen.get(seen).copied().unwrap_or_default();
        let mut parents = vec![NO_PARENT; keys.len()];
        for (seen, parent) in self.parents.iter().enumerate().filter(|(_, parent)| !parent.is_empty()) {
            let parent = self.seen.known(parent).map(|parent| sorted(parent as usize));
            if let (Some(place), Some(parent)) = (parents.get_mut(sorted(seen) as usize), parent) {
                *place = parent;
            }
        }
        let mut scopes = self.scopes;
        scopes.iter_mut().flat_map(Rows::rows_mut).flatten().for_each(|value| *value = sorted(*value as usize));
        let by_clause = |rows: Rows| {
            let postings = Postings::new(rows.rows(), keys.len(), rows.n_rows());
            ByClause { rows: rows.pack(), postings }
        };
        let holders = if facet.is_of_documents() {
            Holders::Documents(scopes.pop().unwrap_or_default().into_items())
        } else {
            Holders::Clauses(scopes.into_iter().map(by_clause).collect())
        };
        Values { keys, parents, holders }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_and_postings_give_the_same_counts() {
        let mut builder = ValuesBuilder::new(Facet::Topic);
        for clause in 0..1000u32 {
            for (value, step) in [("all", 1), ("half", 2), ("some", 7), ("few", 90), ("rare", 400)] {
                if clause % step == 0 {
                    builder.add(Reach::Wide, value, || None);
                }
            }
            builder.end_row(Facet::Topic);
        }
        let values = builder.finish(Facet::Topic);
        let by_clause = values.by_clause(Reach::Wide).unwrap();
        for step in [1, 2, 3, 10, 100, 1000] {
            let mut clauses = ClauseSet::none(1000);
            (0..1000).step_by(step).for_each(|clause| clauses.insert(clause));
            let mut by_row = vec![0; values.keys.len()];
            by_clause.rows.count(&clauses, &mut by_row);
            let by_value: Vec<u32> =
                (0..values.keys.len()).map(|value| by_clause.postings.get(value).count_in(&clauses)).collect();
            assert_eq!(by_row, by_value, "every {step}");
            assert_eq!(values.count(Reach::Wide, &clauses, &[]), by_row, "every {step}");
        }
    }
}
