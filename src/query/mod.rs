//! Questions about clauses: which ones match, and how many each further choice would leave.
//!
//! Matching is per clause. Values of one facet are alternatives, facets are joined by "and", and any value can be
//! excluded instead.

mod facet;

pub use facet::{Choice, Facet, Query, RoleScope, Stance};
