//! Questions about clauses: which ones match, and how many each further choice would leave.
//!
//! Matching is per clause. Values of one facet are alternatives, facets are joined by “and”, and any value can be
//! excluded instead.
//!
//! The index is made of immutable segments, as those of Lucene and tantivy are. A document arrives as one [`Segment`], built
//! where it was read; an [`Index`] is a list of them, with removed documents marked; from time to time small segments are
//! merged into larger ones ([`Index::merge_due`], [`merge()`], [`Index::replace`]). Clauses, values and words have numbers of
//! their own in each segment, and the index knows which of its values each of these is. A [`Question`] is put to each segment
//! in turn, with bit sets: one for each value, one for each facet's context (all filters but its own), and their
//! intersections counted; the [`Answer`] is the sum.

mod answer;
mod clause_set;
mod column;
mod entry;
mod expression;
mod facet;
mod index;
mod interner;
mod marks;
mod matches;
mod matrix;
mod merge;
mod packed;
mod pattern;
mod place;
mod places;
mod postings;
mod scope;
mod segment;
mod spelling;
mod strings;
mod tree;
mod values;
mod words;

pub use answer::{Answer, Counts};
pub use entry::{Annotated, SegmentNumber};
#[cfg(feature = "read")]
pub use expression::Expression;
pub use expression::{Refused, expression};
pub use facet::{Choice, Facet, NONE, Query, RoleScope, Stance, TopicScope};
pub use index::Index;
pub use marks::Marker;
pub use matrix::{Axis, Line, Matrix};
pub use merge::{Merge, merge};
pub use pattern::LastWord;
pub use place::Place;
pub use scope::{Question, Scope, TextMatches};
pub use segment::Segment;
pub use tree::{FacetValues, Value, ValueNumber};
