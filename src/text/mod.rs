//! What every stage needs of text: folding, words, and a text that knows where each of its characters came from.

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
