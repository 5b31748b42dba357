//! Reads United Nations resolutions, answers questions about them clause by clause, and shows the answers.
//!
//! Three things in a row, each knowing only those before it:
//!
//! 1. **reading**: a file gives its text ([`intake`]), which becomes traceable lines ([`text`]), the words we know are looked up in tables
//!    ([`lexicon`]), and lines become a resolution ([`parse`]) as [`model`] describes one. Reading never fails:
//!    there is always a resolution, however poor, and what is doubtful is said with its place;
//! 2. **asking**: [`query`] finds the clauses that a reader asks for and counts what each further choice would
//!    leave; [`export`] turns a selection into a file's contents; [`annotations`] are what a reader puts beside clauses; [`address`] writes it all as a URL;
//! 3. **showing**: [`ui`], the only part that knows Yew (feature `page`), and in it `ui::browser`, the only part
//!    that knows the DOM.
//!
//! Reading and asking are pure: no input or output, no clock, no panic. They run natively, in tests, in the
//! command line, in the worker and in the page alike.
//!
//! Three programs share the package, each with a feature: the page (`page`), which never reads a document; the worker
//! (`worker`), which does and knows no page; the command line (`cli`). Reading exists where `worker` or `cli` is on.

pub mod model;

#[cfg(feature = "read")]
pub mod language;

pub mod text;

#[cfg(feature = "read")]
pub mod intake;

#[cfg(feature = "read")]
pub mod lexicon;

#[cfg(feature = "read")]
pub mod parse;

pub mod query;

pub mod compare;

pub mod library;

pub mod engine;

pub mod export;

pub mod annotations;

pub mod address;

pub mod i18n;

#[cfg(feature = "page")]
pub mod ui;
