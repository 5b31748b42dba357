//! Text utilities for every stage: folding, tokens, and text that keeps the origin of each character.

pub mod cell;
pub mod fold;
#[cfg(feature = "read")]
pub mod forms;
#[cfg(feature = "read")]
pub mod marks;
#[cfg(feature = "read")]
pub mod pattern;
pub mod tokens;
#[cfg(feature = "read")]
pub mod traced;

pub use tokens::word_spans;
