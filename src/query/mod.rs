//! Questions about clauses: which ones match, and how many each further choice would leave.
//!
//! Matching is per clause. Values of one facet are alternatives, facets are joined by "and", and any value can be
//! excluded instead. An [`Index`] is laid out once for the documents at hand; [`Index::ask`] then answers a [`Query`]
//! with bit sets: one for each value, one for each facet's context (all filters but its own), and their intersections
//! counted.

mod answer;
mod bits;
mod expression;
mod facet;
mod hits;
mod index;
mod interner;
mod matrix;
mod order;
mod pattern;
mod postings;
mod strings;
mod text_search;
mod values;

pub use answer::{Answer, Counts};
pub use bits::Bits;
pub use expression::{Findings, Unfinished, expression, find};
pub use facet::{Choice, Facet, Query, RoleScope, Stance};
pub use index::{Index, Place};
pub use matrix::{Axis, Line, Matrix};
pub use order::sort_numbers;
pub use values::{FacetValues, Value};
