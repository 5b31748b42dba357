//! A segment in an index, with its live documents and the reader's annotations.

use super::clause_set::ClauseSet;
use super::facet::{Facet, PerFacet};
use super::segment::Segment;
use super::values::Values;
use std::rc::Rc;

/// The number of a segment in an index, never used again for another segment.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SegmentNumber(pub(super) u32);

/// A document, by its segment's place in the list and its number in the segment.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct DocumentPlace {
    pub entry: u32,
    pub document: u32,
}

/// A segment in an index.
#[derive(Clone, Debug)]
pub(super) struct Entry {
    pub number: SegmentNumber,
    pub segment: Rc<Segment>,
    /// For each facet, the index-wide number of each of the segment's values.
    pub numbers: PerFacet<Rc<[u32]>>,
    /// For each document its position in the caller's order; `None` for a removed one.
    pub positions: Vec<Option<u32>>,
    /// The clauses of live documents; `None` if no document was removed.
    pub live: Option<Rc<ClauseSet>>,
    pub annotations: Vec<(u32, Rc<[Annotated]>)>,
    /// The values of the annotations, if there are any.
    pub annotation_values: Option<Rc<Values>>,
}

/// A clause that a reader has annotated.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Annotated {
    /// The paragraph's number in its document, from 0.
    pub paragraph: usize,
    /// The clause's number in its paragraph, from 0.
    pub clause: usize,
    /// The values of [`Facet::Annotation`] that it has.
    pub keys: Vec<String>,
}

impl Entry {
    pub fn values(&self, facet: Facet) -> Option<&Values> {
        match facet {
            Facet::Annotation => self.annotation_values.as_deref(),
            _ => Some(self.segment.values.get(facet)),
        }
    }

    /// The clauses of live documents.
    pub fn live_clauses(&self) -> ClauseSet {
        self.live.as_deref().cloned().unwrap_or_else(|| ClauseSet::all(self.segment.n_clauses()))
    }

    pub fn n_live_clauses(&self) -> u32 {
        self.live.as_deref().map_or(self.segment.n_clauses(), ClauseSet::count)
    }

    pub fn is_live(&self, document: u32) -> bool {
        self.positions.get(document as usize).is_some_and(Option::is_some)
    }

    pub fn set_live(&mut self) {
        let mut live = ClauseSet::none(self.segment.n_clauses());
        for (position, document) in self.positions.iter().zip(0..) {
            if position.is_some() {
                live.insert_range(self.segment.places.clauses_of(document));
            }
        }
        let all = self.positions.iter().all(Option::is_some);
        self.live = (!all).then(|| Rc::new(live));
    }
}
