//! Faceted search over clauses: which ones match, and how many each further choice would leave.
//!
//! Matching is per clause. Values of one facet are alternatives, facets are joined by “and”, and any value can be
//! excluded instead.
//!
//! The index consists of immutable segments, like those of Lucene and tantivy. A document arrives as one [`Segment`], built
//! by the worker that read it. An [`Index`] is a list of segments with tombstones for removed documents; small segments are
//! merged into larger ones from time to time ([`Index::merge_due`], [`merge()`], [`Index::replace`]). Clauses, values and
//! words are numbered per segment, and the index maps each segment's values to its own. A [`Question`] is evaluated on each
//! segment in turn with bit sets: one for each value, and one for each facet's context (all filters but its own). Counts
//! are the sizes of their intersections, and the [`Answer`] is the sum over all segments.

mod answer;
mod clause_set;
mod column;
mod deadlines;
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
pub use matrix::{Axis, Matrix, MatrixLine};
pub use merge::{Merge, merge};
pub use pattern::LastWord;
pub use place::Place;
pub use scope::{Question, Scope, TextMatches};
pub use segment::Segment;
pub use tree::{FacetValues, Value, ValueNumber};
