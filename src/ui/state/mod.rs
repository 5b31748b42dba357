//! The state of the page, and the actions that change it.
//!
//! There is one value, [`State`], and [`UiAction`]s are the only way to change it. It uses neither the DOM nor hooks:
//! [`super::App`] holds it, applies it to the browser, and passes it down as a [`ViewContext`]. Yew's contexts are not
//! used: each hook, and each component without state, adds half a kilobyte to the page's first download.

mod action;
mod annotating;
mod annotations;
mod context;
mod corpus;
mod document;
mod export;
mod exporting;
mod found_text;
mod intake;
mod names;
mod page_state;
mod questions;
mod results;
mod search;
mod settings;
mod steps;
mod transition;

pub use action::UiAction;
pub use annotating::stored_by;
pub use annotations::{AnnotationAction, AnnotationState, N_SHOWN, Taken};
pub use context::ViewContext;
pub use corpus::Corpus;
pub use document::{Document, Match};
pub use export::{ExportAction, ExportNews, ExportState, Extent};
pub use found_text::{ExpressionMatches, FoundText, SearchFailure, TextResult};
pub use intake::{
    BackupNews, IntakeAction, IntakeState, ListOrder, Outcome, ReportLine, RestoredCounts, Storage, own_hashes,
    unread,
};
pub use names::mark_name;
pub use page_state::{COPIED, Copied, EXCERPT, FILTERS, Move, Panel, SEARCH, State, Step, TEXT, UNDO};
pub use questions::QuestionAction;
pub use results::{InParagraph, OrderKey, ResultSet, Results};
pub use search::ExpressionRequest;
pub use settings::{MARKS, SETTINGS, Setting, Settings};
pub use transition::Start;
