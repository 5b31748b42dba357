//! What the page asks of the worker, and what the worker answers.
//!
//! The page never reads a document: it sends the bytes of a file with a [`Request`] and receives [`Reply`]s, the last
//! of which is [`Reply::Done`]. What is read arrives as one buffer, handed over and not copied: the document, its names,
//! and its segment of the index, all of them ready to use.
//!
//! The types are plain and known to both programs. What answers them ([`Engine`]) exists in the worker, and natively
//! for tests; it is given a store and the time, and knows no browser.

#[cfg(feature = "read")]
mod answering;
#[cfg(feature = "read")]
mod backup;
mod excerpt;
#[cfg(feature = "read")]
mod excerpting;
#[cfg(feature = "read")]
mod exporting;
mod protocol;
#[cfg(feature = "read")]
mod reading;
mod summary;
#[cfg(feature = "read")]
mod zip_writer;

#[cfg(feature = "read")]
pub use answering::Engine;
pub use excerpt::{Excerpt, ExcerptKind, ExcerptPage, ExcerptPiece};
pub use protocol::{
    ChosenClauses, Export, ExpressionFindings, Message, Reply, Request, SettingsRecord, TaskId, ToPage,
};
pub use summary::{DocumentSummary, ReadDocument};
