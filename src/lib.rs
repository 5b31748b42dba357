//! Reads United Nations resolutions, answers questions about them clause by clause, and shows the answers.
//!
//! There are three layers, each of which knows only those before it:
//!
//! 1. **reading**: [`intake`] extracts the text of a file, [`text`] splits it into words and keeps their origin, [`lexicon`]
//!    looks words up in tables that [`language`] explains, and [`parse`] builds a resolution as defined in [`model`]. Reading
//!    never fails: there is always a resolution, however poor, and doubts are reported with their place;
//! 2. **asking**: [`query`] finds matching clauses and counts what each further choice would leave; [`compare`] pairs two
//!    texts of one resolution; [`export`] turns a selection into a file; [`annotations`] holds the reader's notes on clauses;
//!    [`address`] encodes the state of the page in a URL; [`library`] and [`engine`] store texts and serve the page's requests;
//! 3. **showing**: [`ui`], the only part that knows Yew (feature `page`), and in it `ui::browser`, the only part
//!    that knows the DOM.
//!
//! Reading and asking are pure: no input or output, no clock, no panic. They run natively, in tests, in the
//! command line, in the worker and in the page alike.
//!
//! The package builds three programs, each with a feature: the page (`page`), which never reads a document; the worker
//! (`worker`), which does and has no user interface; the command line (`cli`). Only `worker` and `cli` compile the readers.

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
