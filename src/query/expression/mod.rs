//! Regular expressions: `/états? (membres|parties)/`.
//!
//! They are typed between slashes; the closing one may be missing. As in the rest of the search, case and accents are
//! ignored and a match lies within one clause. There is no index for them: the worker scans the documents one by one. The
//! page only recognizes that something is an expression.

#[cfg(feature = "read")]
mod program;

#[cfg(feature = "read")]
pub use program::Expression;

use serde::{Deserialize, Serialize};

/// Why an expression cannot be evaluated.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Refused {
    /// Incomplete, and may become valid with more letters: an open parenthesis, a range without an end.
    Unfinished,
    /// Unsupported or invalid: lookaround, a back reference, a star after nothing.
    Unsupported,
    /// Too large, or takes too many steps.
    TooCostly,
}

/// The expression in the typed text, if it starts with a slash.
pub fn expression(typed: &str) -> Option<&str> {
    let rest = typed.trim().strip_prefix('/')?;
    let inner = rest.strip_suffix('/').unwrap_or(rest);
    (!inner.is_empty()).then_some(inner)
}
