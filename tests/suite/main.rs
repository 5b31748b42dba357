//! The native suite: everything that needs no browser.

// Tests may panic: the lints that forbid it are for the programs.
#![allow(clippy::expect_used, clippy::indexing_slicing, clippy::panic, clippy::string_slice, clippy::unwrap_used)]

mod address;
mod akoma_ntoso;
mod annotations;
mod bundled;
mod citation;
mod command_line;
mod contrast;
mod doubling;
mod engine;
mod export;
mod golden;
mod hostile;
mod hostile_texts;
mod intake;
mod languages;
#[cfg(feature = "parquet")]
mod parquet;
mod query;
mod reading;
mod tidy;
mod topics;
