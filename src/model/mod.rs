//! The data model of a resolution: paragraphs and their clauses; who is asked to do what, about what, and by when.
//!
//! Plain values, independent of how they were read and how they are shown. Every [`Span`] counts bytes
//! of its own paragraph's text; [`crate::export`] converts to characters for other programs.

mod actor;
mod clause;
mod document_id;
mod doubt;
mod due;
mod glossary;
mod ids;
mod language;
mod note;
mod paragraph;
mod reference;
mod refusal;
mod resolution;
mod span;
mod store_error;
mod topic;

pub use actor::{Mention, Role};
pub use clause::{Clause, ClauseClass};
pub use document_id::{ContentHash, DocumentId, DocumentLink, NotAHash, Source};
pub use doubt::{Doubt, DoubtKind};
pub use due::{BodySession, Date, Due};
pub use glossary::{ActorEntry, Glossary, Names, TopicEntry, VerbEntry};
pub use ids::{Action, ActorId, ClauseId, LibraryId, ParagraphId, Symbol, TopicId, VerbId};
pub use language::Language;
pub use note::{Footnote, NoteMark};
pub use paragraph::{Mend, Paragraph, Part};
pub use reference::Reference;
pub use refusal::{Refusal, UnreadFormat};
pub use resolution::{Meeting, Organ, Resolution};
pub use span::Span;
pub use store_error::StoreError;
pub use topic::{Evidence, TopicMatch, TopicRank};
