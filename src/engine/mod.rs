//! The protocol between page and worker, and the engine that answers.
//!
//! The page never parses a document: it sends the bytes of a file with a [`Request`] and receives [`Reply`]s, the last of
//! which is [`Reply::Done`]. A document arrives as one buffer, transferred and not copied, with its glossary and its
//! segment of the index, ready to use.
//!
//! The types are plain and shared by both programs. The [`Engine`] that answers runs in the worker and, for tests,
//! natively; it gets the store and the time as arguments and uses no browser API.

#[cfg(feature = "read")]
mod annotating;
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
pub use answering::{Engine, FetchTables};
pub use excerpt::{Excerpt, ExcerptKind, ExcerptPage, ExcerptPiece};
pub use protocol::{
    ChosenClauses, ClauseMark, Export, ExpressionFindings, Message, Reply, Request, SettingsRecord, TaskId, ToPage,
};
#[cfg(feature = "read")]
pub use reading::{FileRead, read as read_file};
pub use summary::{DocumentSummary, ReadDocument};
