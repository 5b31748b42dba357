//! How many clauses each value of a facet would leave.
//!
//! A facet is counted as if it were not filtered itself: choosing one addressee must not make all the others read zero.
//! What is excluded stays excluded, also in its own facet, for choosing another value does not lift it: with « prier »
//! excluded, « directive » reads what it would leave, which is the others. Only a value that is itself excluded reads as
//! if it were not, since choosing it takes the place of excluding it.

use super::bits::Bits;
use super::facet::{Facet, Query};
use super::index::Index;
use super::values::{PerFacet, Scope, Values};

/// What a question finds.
#[derive(Clone, Debug)]
pub struct Answer {
    /// How many clauses match.
    pub n_clauses: u32,
    /// How many paragraphs hold a clause that matches.
    pub n_paragraphs: u32,
    /// The clauses that match, by number.
    pub matching: Bits,
    /// What each further choice would leave.
    pub counts: Counts,
}

/// For each value the number of clauses that choosing it would leave.
#[derive(Clone, Debug)]
pub struct Counts {
    by_facet: PerFacet<Vec<u32>>,
    index: Index,
}

impl Answer {
    /// Whether the clause of a number matches.
    pub fn matches(&self, clause: u32) -> bool {
        self.matching.contains(clause)
    }

    pub(super) fn new(index: &Index, query: &Query, holding: Option<&Bits>) -> Self {
        let filters = Filters::new(index, query, holding);
        let matching = filters.context(None);
        let by_facet = PerFacet::new(|facet| {
            let Some(scope) = index.values(facet).scope(query.role) else { return Vec::new() };
            let filter = filters.by_facet.get(facet);
            if filter.included.is_none() && filter.excluded.is_empty() {
                return counts(scope, &matching);
            }
            let others = filters.context(Some(facet));
            let mut unfiltered = others.clone();
            filter.leave_out(&mut unfiltered, scope, None);
            let mut counts = counts(scope, &unfiltered);
            for value in &filter.excluded {
                let mut lifted = others.clone();
                filter.leave_out(&mut lifted, scope, Some(*value));
                if let Some(count) = counts.get_mut(*value) {
                    *count = scope.postings.set(*value).count_in(&lifted);
                }
            }
            counts
        });
        Self {
            n_clauses: matching.count(),
            n_paragraphs: index.n_paragraphs(&matching),
            matching,
            counts: Counts { by_facet, index: index.clone() },
        }
    }
}

impl Counts {
    /// How many clauses choosing a value would leave, its own facet being otherwise unfiltered.
    pub fn of(&self, facet: Facet, value: &str) -> u32 {
        let number = self.index.values(facet).keys.find(value);
        number.and_then(|number| self.by_facet.get(facet).get(number)).copied().unwrap_or_default()
    }
}

/// All that a question asks.
pub(super) struct Filters<'q> {
    /// The clauses that hold the words; nothing if none are searched for.
    holding: Option<&'q Bits>,
    by_facet: PerFacet<Filter>,
    n_clauses: u32,
}

impl<'q> Filters<'q> {
    pub fn new(index: &Index, query: &Query, holding: Option<&'q Bits>) -> Self {
        let n_clauses = index.n_clauses();
        Self {
            holding,
            by_facet: PerFacet::new(|facet| Filter::new(facet, index.values(facet), query, n_clauses)),
            n_clauses,
        }
    }

    /// The clauses that match, one facet left aside.
    pub fn context(&self, aside: Option<Facet>) -> Bits {
        let mut context = self.holding.cloned().unwrap_or_else(|| Bits::all(self.n_clauses));
        for facet in Facet::ALL.into_iter().filter(|facet| Some(*facet) != aside) {
            self.by_facet.get(facet).apply(&mut context);
        }
        context
    }
}

/// What a question asks of one facet.
struct Filter {
    /// The clauses with one of the chosen values; nothing if none is chosen.
    included: Option<Bits>,
    /// The excluded values, each once.
    excluded: Vec<usize>,
    /// The clauses with one of them.
    left_out: Bits,
}

impl Filter {
    fn new(facet: Facet, values: &Values, query: &Query, n_clauses: u32) -> Self {
        let mut filter = Self { included: None, excluded: Vec::new(), left_out: Bits::none(n_clauses) };
        let Some(scope) = values.scope(query.role) else { return filter };
        for choice in query.choices.iter().filter(|choice| choice.facet == facet) {
            let number = values.keys.find(&choice.value);
            if !choice.excluded {
                // A value that no document has is an alternative all the same: one that no clause takes.
                let included = filter.included.get_or_insert_with(|| Bits::none(n_clauses));
                if let Some(number) = number {
                    scope.postings.set(number).add_to(included);
                }
            } else if let Some(number) = number.filter(|number| !filter.excluded.contains(number)) {
                filter.excluded.push(number);
                scope.postings.set(number).add_to(&mut filter.left_out);
            }
        }
        filter
    }

    fn apply(&self, clauses: &mut Bits) {
        if let Some(included) = &self.included {
            clauses.keep(included);
        }
        if !self.excluded.is_empty() {
            clauses.leave_out(&self.left_out);
        }
    }

    /// Leaves out the excluded values but one.
    fn leave_out(&self, clauses: &mut Bits, scope: &Scope, but: Option<usize>) {
        let mut left_out = Bits::none(clauses.len());
        let excluded = self.excluded.iter().filter(|value| Some(**value) != but);
        excluded.for_each(|value| scope.postings.set(*value).add_to(&mut left_out));
        clauses.leave_out(&left_out);
    }
}

/// How many of these clauses have each value.
///
/// Few clauses are asked for their values, many are laid over each value's; of all, it is known.
fn counts(scope: &Scope, clauses: &Bits) -> Vec<u32> {
    let n_values = scope.postings.len();
    let n_rows = clauses.count();
    if n_rows == clauses.len() {
        return (0..n_values).map(|value| scope.postings.n_clauses(value)).collect();
    }
    let n_steps_by_row = n_rows as usize * 3 + n_rows as usize * scope.rows.n_items() / clauses.len() as usize;
    if n_steps_by_row >= scope.postings.n_steps() {
        return scope.postings.sets().map(|set| set.count_in(clauses)).collect();
    }
    let mut counts = vec![0; n_values];
    for clause in clauses.iter() {
        for value in scope.rows.row(clause) {
            if let Some(count) = counts.get_mut(*value as usize) {
                *count += 1;
            }
        }
    }
    counts
}
