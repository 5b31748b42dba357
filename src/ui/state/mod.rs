//! What the page is about at the moment, and what a reader can do to it.
//!
//! One value, [`State`], holds it all, and [`UiAction`]s are the only way to change it. It knows neither the DOM nor a
//! hook: [`super::App`] keeps it, carries it out to the browser, and hands it down as a [`ViewContext`]. There are no
//! contexts: each hook that looks one up, and each component that does no more than draw, costs every reader half
//! a kilobyte before the first word is shown.

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
pub use annotations::{AnnotationAction, AnnotationState, N_SHOWN, Taken};
pub use context::ViewContext;
pub use corpus::Corpus;
pub use document::{Document, Match};
pub use export::{ExportAction, ExportNews, ExportState, Extent};
pub use found_text::{ExpressionMatches, FoundText, Searched};
pub use intake::{
    BackupNews, IntakeAction, IntakeState, ListOrder, Outcome, ReportLine, Storage, own_hashes, unread,
};
pub use names::mark_name;
pub use page_state::{COPIED, Copied, EXCERPT, FILTERS, Move, Panel, SEARCH, State, Step, TEXT};
pub use questions::QuestionAction;
pub use results::{Found, InParagraph, Results};
pub use settings::{MARKS, SETTINGS, Setting, Settings};
pub use transition::Start;
