//! Bytes → clean, traceable lines.
//!
//! A source is cut into [`lines`], what belongs to the page is told from what belongs to the text ([`pages`]), and the
//! lines of a paragraph are made [`words`] again. Nothing is lost: a [`traced::Traced`] text knows the source of each of its
//! characters, and what was taken out is kept with its class.

pub mod fold;
#[cfg(feature = "read")]
pub mod forms;
#[cfg(feature = "read")]
pub mod lines;
#[cfg(feature = "read")]
pub mod notes;
#[cfg(feature = "read")]
pub mod pages;
#[cfg(feature = "read")]
pub mod pattern;
#[cfg(feature = "read")]
pub mod traced;
mod word_spans;
#[cfg(feature = "read")]
pub mod words;

pub use word_spans::word_spans;
