//! Questions about clauses: which ones match, and how many each further choice would leave.
//!
//! Matching is per clause. Values of one facet are alternatives, facets are joined by "and", and any value can be
//! excluded instead. What is typed is looked for first ([`find`]); an [`Index`], laid out once for the documents at hand, then
//! answers the [`Query`] ([`Index::ask`]) with bit sets: one for each value, one for each facet's context (all filters but its
//! own), and their intersections counted.

mod answer;
mod bits;
mod expression;
mod facet;
mod findings;
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
pub use expression::{Unfinished, expression};
pub use facet::{Choice, Facet, Query, RoleScope, Stance};
pub use findings::{Findings, find};
pub use index::{Index, Place};
pub use matrix::{Axis, Line, Matrix};
pub use order::sort_numbers;
pub use text_search::TextSearch;
pub use values::{FacetValues, Value};
