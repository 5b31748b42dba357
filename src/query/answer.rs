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
    pub(super) n_before: Vec<u32>,
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
        let mut by_position = vec![0; self.n_documents()];
        let (mut n_clauses, mut n_paragraphs) = (0, 0);
        let mut matching = Vec::with_capacity(self.entries().len());
        for (entry, scope) in self.entries().iter().zip(scope) {
            let asked = clauses_asked(entry, scope, &question);
            // Most segments are out of scope when one document is shown.
            if asked.is_empty() {
                matching.push(asked);
                continue;
            }
            let places = &entry.segment.places;
            let filters = Filters::new(entry, question.query);
            let found = filters.context(&asked, None);
            let by_document = places.by_document(&found);
            n_clauses += found.count();
            n_paragraphs += places.n_paragraphs(&found);
            for (position, n) in entry.positions.iter().zip(&by_document) {
                if let Some(place) = position.and_then(|position| by_position.get_mut(position as usize)) {
                    *place = *n;
                }
            }
            for facet in Facet::ALL {
                let Some(values) = entry.values(facet) else { continue };
                let of_segment = match filters.by_facet.get(facet) {
                    None => values.count(question.query.reach(facet), &found, &by_document),
                    Some(filter) => filter.count(values, places, filters.context(&asked, Some(facet))),
                };
                let sum = counts.get_mut(facet);
                for (number, n) in entry.numbers.get(facet).iter().zip(of_segment) {
                    sum.get_mut(*number as usize).into_iter().for_each(|sum| *sum += n);
                }
            }
            matching.push(found);
        }
        Answer {
            n_clauses,
            n_paragraphs,
            n_documents: by_position.iter().filter(|n| **n > 0).count() as u32,
            counts: Counts { by_facet: counts, index: self.clone() },
            matching,
            index: self.clone(),
            n_before: sums(by_position),
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

/// The sum of the numbers before each, then of all.
fn sums(mut numbers: Vec<u32>) -> Vec<u32> {
    let mut sum = 0;
    for number in &mut numbers {
        sum += std::mem::replace(number, sum);
    }
    numbers.push(sum);
    numbers
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
            let filter = filter.get_or_insert_with(|| Filter::new(query.reach(choice.facet)));
            // A value that no document has still counts as an alternative, which no clause satisfies.
            let none = || ClauseSet::none(entry.segment.n_clauses());
            let included = (!choice.excluded).then(|| filter.included.get_or_insert_with(none));
            let Some(values) = entry.values(choice.facet) else { continue };
            let Some(value) = values.keys.find(&choice.value) else { continue };
            if let Some(included) = included {
                values.add_to(value, filter.reach, &entry.segment.places, included);
            } else if !filter.excluded.contains(&value) {
                filter.excluded.push(value);
                let left_out = filter.left_out.get_or_insert_with(none);
                values.add_to(value, filter.reach, &entry.segment.places, left_out);
            }
        }
        Self { by_facet }
    }

    /// The clauses that match, ignoring one facet.
    fn context(&self, asked: &ClauseSet, aside: Option<Facet>) -> ClauseSet {
        let mut context = asked.clone();
        let others = Facet::ALL.into_iter().filter(|facet| Some(*facet) != aside);
        for filter in others.filter_map(|facet| self.by_facet.get(facet).as_ref()) {
            filter.included.iter().for_each(|included| context.keep(included));
            filter.left_out.iter().for_each(|left_out| context.remove(left_out));
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
    left_out: Option<ClauseSet>,
}

impl Filter {
    fn new(reach: Reach) -> Self {
        Self { reach, included: None, excluded: Vec::new(), left_out: None }
    }

    /// For each value of its facet how many of these clauses have it, which all other facets let through.
    fn count(&self, values: &Values, places: &Places, mut others: ClauseSet) -> Vec<u32> {
        let lifted = self.excluded.iter().map(|value| {
            let mut clauses = ClauseSet::none(others.len());
            values.add_to(*value, self.reach, places, &mut clauses);
            clauses.keep(&others);
            for other in self.excluded.iter().filter(|other| *other != value) {
                let mut left_out = ClauseSet::none(clauses.len());
                values.add_to(*other, self.reach, places, &mut left_out);
                clauses.remove(&left_out);
            }
            clauses.count()
        });
        let lifted: Vec<u32> = lifted.collect();
        self.left_out.iter().for_each(|left_out| others.remove(left_out));
        let by_document = match values.holders {
            Holders::Documents(_) => places.by_document(&others),
            Holders::Clauses(_) => Vec::new(),
        };
        let mut counts = values.count(self.reach, &others, &by_document);
        // No counted clause has an excluded value.
        for (value, n) in self.excluded.iter().zip(lifted) {
            counts.get_mut(*value).into_iter().for_each(|count| *count = n);
        }
        counts
    }
}
