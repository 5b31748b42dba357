//! What the page asks of the browser: its address, its storage, its elements.
//!
//! Everything here may be refused (storage forbidden, no such element, too many history entries in a row) and a
//! refusal is never worth a dead page: each function does what it can and is silent about the rest.

pub mod annotations;
pub mod clipboard;
pub mod edition;
pub mod files;
pub mod focus;
mod folders;
pub mod history;
pub mod keeping;
mod listener;
pub mod locale;
pub mod matches;
pub mod metadata;
pub mod page;
pub mod questions;
mod soon;
pub mod storage;
mod worker;

pub use listener::Listener;
pub use soon::{Soon, soon};
pub use worker::RunningWorker;
