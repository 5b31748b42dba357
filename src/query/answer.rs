//! Answers: the clauses that a question matches, and how many each facet value would leave.
//!
//! A facet is counted without its own filter: choosing one addressee must not set the counts of all others to zero.
//! Exclusions stay in force, in their own facet too, because choosing another value does not lift them: with “prier”
//! excluded, “directive” counts the clauses of its other verbs. Only an excluded value itself is counted as if it were not
//! excluded, since choosing it replaces the exclusion.
//!
//! Each segment is evaluated in turn, and the counts are added up.

use super::clause_set::ClauseSet;
use super::entry::Entry;
use super::facet::{Facet, PerFacet, Query, Reach};
use super::index::Index;
use super::places::Places;
use super::scope::{Question, Scope};
use super::tree::ValueNumber;
use super::values::{Holders, Values};
use std::cell::OnceCell;

/// The answer to a question.
#[derive(Clone, Debug)]
pub struct Answer {
    /// How many clauses match.
    pub n_clauses: u32,
    /// How many paragraphs have a clause that matches.
    pub n_paragraphs: u32,
    /// How many documents have one.
    pub n_documents: u32,
    /// How many clauses each further choice would leave.
    pub counts: Counts,
    /// For each segment the clauses that match.
    pub(super) matching: Vec<ClauseSet>,
    pub(super) index: Index,
    /// For each document the number of matches before it, then the total.
    pub(super) n_before: OnceCell<Vec<u32>>,
}

/// For each value the number of clauses that choosing it would leave.
#[derive(Clone, Debug)]
pub struct Counts {
    by_facet: PerFacet<Vec<u32>>,
    index: Index,
}

impl Counts {
    /// How many clauses choosing a value would leave, with no other choice in its facet.
    pub fn get(&self, facet: Facet, value: ValueNumber) -> u32 {
        self.by_facet.get(facet).get(value.0 as usize).copied().unwrap_or_default()
    }

    /// The same by the value's key, which costs a look-up.
    pub fn of(&self, facet: Facet, key: &str) -> u32 {
        self.index.value(facet, key).map_or(0, |value| self.get(facet, value))
    }
}

impl Index {
    /// The clauses that a question matches, and what each further choice would leave.
    pub fn ask<'q>(&self, question: impl Into<Question<'q>>) -> Answer {
        let question = question.into();
        let scope = self.within(question.scope);
        let mut counts = PerFacet::new(|facet| vec![0; self.n_values(facet)]);
        let (mut n_clauses, mut n_paragraphs, mut n_documents) = (0, 0, 0);
        let mut matching = Vec::with_capacity(self.entries().len());
        for (entry, scope) in self.entries().iter().zip(scope) {
            let asked = clauses_asked(entry, scope, &question);
            // Most segments are out of scope when one document is shown.
            if asked.is_empty() {
                matching.push(asked);
                continue;
            }
            let filters = Filters::new(entry, question.query);
            let found = filters.context(&asked, None);
            let by_document = by_document(&entry.segment.places, entry.positions.len(), &found);
            n_clauses += found.count();
            n_paragraphs += entry.segment.places.n_paragraphs(&found);
            n_documents += by_document.iter().filter(|n| **n > 0).count() as u32;
            for facet in Facet::ALL {
                let Some(values) = entry.values(facet) else { continue };
                let numbers = entry.numbers.get(facet);
                let mut sum = Sum { counts: counts.get_mut(facet), numbers };
                let Some(filter) = filters.by_facet.get(facet).as_ref() else {
                    sum.add_all(values, question.query.reach(facet), &found, &by_document);
                    continue;
                };
                let others = filters.context(&asked, Some(facet));
                let mut unfiltered = others.clone();
                filter.exclude(&mut unfiltered, entry, values, None);
                sum.add_clauses(entry, values, filter.reach, &unfiltered);
                for value in &filter.excluded {
                    let mut lifted = others.clone();
                    filter.exclude(&mut lifted, entry, values, Some(*value));
                    let mut with_value = ClauseSet::none(lifted.len());
                    values.add_to(*value, filter.reach, &entry.segment.places, &mut with_value);
                    lifted.keep(&with_value);
                    // No counted clause has it.
                    sum.add(*value as u32, lifted.count());
                }
            }
            matching.push(found);
        }
        let counts = Counts { by_facet: counts, index: self.clone() };
        Answer {
            n_clauses,
            n_paragraphs,
            n_documents,
            counts,
            matching,
            index: self.clone(),
            n_before: OnceCell::new(),
        }
    }

    /// For each segment the clauses of a scope; `None` for all.
    fn within(&self, scope: &Scope) -> Vec<Option<ClauseSet>> {
        let Scope::Documents(documents) = scope else { return vec![None; self.entries().len()] };
        let none = |entry: &Entry| Some(ClauseSet::none(entry.segment.n_clauses()));
        let mut within: Vec<_> = self.entries().iter().map(none).collect();
        for spot in documents.iter().filter_map(|id| self.spot_of(id)) {
            if let Some(Some(clauses)) = within.get_mut(spot.entry as usize)
                && let Some(entry) = self.entries().get(spot.entry as usize)
            {
                clauses.insert_range(entry.segment.places.clauses_of(spot.document));
            }
        }
        within
    }
}

/// The clauses of a segment that are live, in scope and match the text.
fn clauses_asked(entry: &Entry, scope: Option<ClauseSet>, question: &Question) -> ClauseSet {
    let mut asked = scope.unwrap_or_else(|| ClauseSet::all(entry.segment.n_clauses()));
    if let Some(live) = &entry.live {
        asked.keep(live);
    }
    if let Some(text) = question.text {
        match text.of_segment(entry.number) {
            Some(holding) => asked.keep(holding),
            None => asked = ClauseSet::none(asked.len()),
        }
    }
    asked
}

/// For each document of a segment how many of these clauses are its own.
fn by_document(places: &Places, n_documents: usize, clauses: &ClauseSet) -> Vec<u32> {
    (0..n_documents as u32).map(|document| clauses.count_in(&places.clauses_of(document))).collect()
}

/// A query's filters, resolved for a segment.
struct Filters {
    /// `None` for a facet that it does not filter.
    by_facet: PerFacet<Option<Filter>>,
}

impl Filters {
    fn new(entry: &Entry, query: &Query) -> Self {
        let mut by_facet = PerFacet::new(|_| None);
        for choice in &query.choices {
            let filter: &mut Option<Filter> = by_facet.get_mut(choice.facet);
            let reach = query.reach(choice.facet);
            let filter = filter.get_or_insert_with(|| Filter::new(entry.segment.n_clauses(), reach));
            // A value that no document has still counts as an alternative, which no clause satisfies.
            let included =
                (!choice.excluded).then(|| filter.included.get_or_insert_with(|| filter.left_out.clone()));
            let Some(values) = entry.values(choice.facet) else { continue };
            let Some(value) = values.keys.find(&choice.value) else { continue };
            if let Some(included) = included {
                values.add_to(value, reach, &entry.segment.places, included);
            } else if !filter.excluded.contains(&value) {
                filter.excluded.push(value);
            }
        }
        for facet in Facet::ALL {
            if let (Some(filter), Some(values)) = (by_facet.get_mut(facet), entry.values(facet)) {
                for value in &filter.excluded {
                    values.add_to(*value, query.reach(facet), &entry.segment.places, &mut filter.left_out);
                }
            }
        }
        Self { by_facet }
    }

    /// The clauses that match, ignoring one facet.
    fn context(&self, asked: &ClauseSet, aside: Option<Facet>) -> ClauseSet {
        let mut context = asked.clone();
        for facet in Facet::ALL.into_iter().filter(|facet| Some(*facet) != aside) {
            if let Some(filter) = self.by_facet.get(facet) {
                if let Some(included) = &filter.included {
                    context.keep(included);
                }
                context.remove(&filter.left_out);
            }
        }
        context
    }
}

/// A query's filter on one facet, resolved for a segment.
struct Filter {
    reach: Reach,
    /// The clauses with one of the chosen values; `None` if none is chosen.
    included: Option<ClauseSet>,
    /// The excluded values that the segment has, each once.
    excluded: Vec<usize>,
    /// The clauses with one of them.
    left_out: ClauseSet,
}

impl Filter {
    fn new(n_clauses: u32, reach: Reach) -> Self {
        Self { reach, included: None, excluded: Vec::new(), left_out: ClauseSet::none(n_clauses) }
    }

    /// Removes the clauses of all excluded values except one.
    fn exclude(&self, clauses: &mut ClauseSet, entry: &Entry, values: &Values, but: Option<usize>) {
        let mut left_out = ClauseSet::none(clauses.len());
        for value in self.excluded.iter().filter(|value| Some(**value) != but) {
            values.add_to(*value, self.reach, &entry.segment.places, &mut left_out);
        }
        clauses.remove(&left_out);
    }
}

/// Adds a segment's counts to those of the index.
struct Sum<'s> {
    counts: &'s mut [u32],
    /// For each value of the segment its number in the index.
    numbers: &'s [u32],
}

impl Sum<'_> {
    fn add(&mut self, value: u32, n_clauses: u32) {
        let number = self.numbers.get(value as usize);
        if let Some(count) = number.and_then(|number| self.counts.get_mut(*number as usize)) {
            *count += n_clauses;
        }
    }

    /// Adds how many of these clauses have each value. The number for each document is given.
    fn add_all(&mut self, values: &Values, reach: Reach, clauses: &ClauseSet, by_document: &[u32]) {
        let Holders::Documents(rows) = &values.holders else { return self.add_by_clause(values, reach, clauses) };
        for (n, document) in by_document.iter().zip(0..).filter(|(n, _)| **n > 0) {
            rows.row(document).for_each(|value| self.add(value, *n));
        }
    }

    fn add_clauses(&mut self, entry: &Entry, values: &Values, reach: Reach, clauses: &ClauseSet) {
        let by_document = match values.holders {
            Holders::Documents(_) => by_document(&entry.segment.places, entry.positions.len(), clauses),
            Holders::Clauses(_) => Vec::new(),
        };
        self.add_all(values, reach, clauses, &by_document);
    }

    /// For few clauses their values are read; for many the bit sets are intersected; for all the counts are known.
    fn add_by_clause(&mut self, values: &Values, reach: Reach, clauses: &ClauseSet) {
        let Some(by_clause) = values.by_clause(reach) else { return };
        let (rows, postings) = (&by_clause.rows, &by_clause.postings);
        let n_clauses = clauses.count();
        let n_values = postings.len();
        if n_clauses == clauses.len() {
            (0..n_values).for_each(|value| self.add(value as u32, postings.n_clauses(value)));
            return;
        }
        let n_steps_by_row = n_clauses as usize * 3 + n_clauses as usize * rows.n_items() / clauses.len() as usize;
        if n_steps_by_row >= postings.n_steps() {
            (0..n_values).for_each(|value| self.add(value as u32, postings.get(value).count_in(clauses)));
            return;
        }
        for clause in clauses.iter() {
            rows.row(clause).for_each(|value| self.add(value, 1));
        }
    }
}
