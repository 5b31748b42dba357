//! A document, or a selection of it → a file's contents.

#[cfg(feature = "read")]
mod akoma_ntoso;
#[cfg(feature = "read")]
mod bibliography;
#[cfg(feature = "read")]
mod calendar;
pub mod citation;
#[cfg(feature = "read")]
mod csv;
#[cfg(feature = "read")]
mod data;
#[cfg(feature = "read")]
mod format;
pub mod json;
#[cfg(feature = "read")]
mod markup;
#[cfg(feature = "read")]
mod memo;
pub mod page;
#[cfg(feature = "read")]
mod pieces;
#[cfg(feature = "read")]
mod prose;
#[cfg(feature = "read")]
pub mod selection;
#[cfg(feature = "read")]
mod xlsx;
#[cfg(feature = "read")]
pub mod zip;

#[cfg(feature = "read")]
pub use csv::CsvOptions;
#[cfg(feature = "read")]
pub use format::{File, Format, write};
