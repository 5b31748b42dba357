//! A document, or a selection of it → a file's contents.

pub mod citation;
pub mod json;
pub mod page;
#[cfg(feature = "read")]
pub mod zip;
