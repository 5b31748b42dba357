//! Exports: turns a selection of documents and clauses into the contents of a file.

#[cfg(feature = "read")]
mod akoma_ntoso;
mod asked;
#[cfg(feature = "read")]
mod bibliography;
#[cfg(feature = "read")]
mod calendar;
pub mod citation;
#[cfg(feature = "read")]
mod csv;
#[cfg(feature = "read")]
mod data;
mod format;
#[cfg(feature = "read")]
pub mod json;
#[cfg(feature = "read")]
mod markup;
#[cfg(feature = "read")]
mod memo;
pub mod metadata;
#[cfg(feature = "read")]
mod moment;
#[cfg(feature = "read")]
pub mod page;
#[cfg(feature = "parquet")]
mod parquet;
#[cfg(feature = "read")]
mod pieces;
#[cfg(feature = "read")]
mod prose;
#[cfg(feature = "read")]
pub mod selection;
#[cfg(feature = "read")]
pub mod table;
#[cfg(feature = "read")]
mod words;
#[cfg(feature = "read")]
mod write;
#[cfg(feature = "read")]
mod xlsx;
#[cfg(feature = "read")]
pub mod zip;

pub use asked::in_words;
pub use format::{CsvOptions, Format};
#[cfg(feature = "read")]
pub use moment::in_utc;
#[cfg(feature = "parquet")]
pub use parquet::parquet;
#[cfg(feature = "read")]
pub use write::{File, is_blank, table_file, write};
