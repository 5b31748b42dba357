//! Regular expressions that are written in the source.

use regex::Regex;

/// Compiles an expression that is a constant of ours.
///
/// # Panics
///
/// When the expression is no valid one, which a test of its module would show.
#[expect(clippy::expect_used, reason = "a constant: a test of its module compiles it")]
pub fn pattern(source: &'static str) -> Regex {
    Regex::new(source).expect("a valid expression")
}
