//! Regular expressions: `/états? (membres|parties)/`.
//!
//! Typed between slashes, the second of which may be missing. As in the rest of the search, case and accents do not count,
//! and a match lies within one clause. Nothing is indexed for them: the documents are read one after the other, so this is
//! for the worker; the page only needs to know that something is an expression.

#[cfg(feature = "read")]
mod program;

#[cfg(feature = "read")]
pub use program::Expression;

use serde::{Deserialize, Serialize};

/// Why an expression finds nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Refused {
    /// It may become one if typing goes on: an open parenthesis, a range without an end.
    Unfinished,
    /// It uses what is not supported, or it means nothing: lookaround, back references, a star after nothing.
    Unsupported,
    /// It is too large, or takes too many steps.
    TooCostly,
}

/// The expression in what was typed, if it is meant as one.
pub fn expression(typed: &str) -> Option<&str> {
    let rest = typed.trim().strip_prefix('/')?;
    let inner = rest.strip_suffix('/').unwrap_or(rest);
    (!inner.is_empty()).then_some(inner)
}
