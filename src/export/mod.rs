//! A document, or a selection of it → a file's contents.

pub mod json;
pub mod page;
