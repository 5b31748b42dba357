//! The words we know, looked up: longest phrase, actors by name and acronym, topics.
//!
//! Knowledge is in tables under `lexicon/`; code only walks them.

pub mod phrases;
