//! Browser APIs: the address, the storage, the DOM.
//!
//! Any of them may fail (storage forbidden, no such element, too many history entries in a row), and no failure should
//! break the page: each function does what it can and ignores the rest.

pub mod annotations;
pub mod clipboard;
mod delayed_call;
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
pub mod reading_place;
pub mod storage;
mod worker;

pub use delayed_call::{DelayedCall, call_after};
pub use listener::Listener;
pub use worker::RunningWorker;
