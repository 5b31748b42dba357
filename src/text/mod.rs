//! Bytes → clean, traceable lines.
//!
//! A source is cut into [`lines`], what belongs to the page is told from what belongs to the text ([`pages`]), and the
//! lines of a paragraph are made [`words`] again. Nothing is lost: a [`traced::Traced`] text knows the source of each of its
//! characters, and what was taken out is kept with its class.

pub mod fold;
pub mod forms;
pub mod lines;
pub mod notes;
pub mod pages;
pub mod pattern;
pub mod traced;
mod word_spans;
pub mod words;
