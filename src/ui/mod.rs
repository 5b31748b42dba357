//! The page: the only part that knows Yew.
//!
//! [`App`] holds one [`state::State`] and passes it down as a [`state::ViewContext`]. Stateless views are functions from the
//! view context, or a part of it, to [`yew::Html`], and can be rendered to a string without a browser. Components have local
//! state, like a facet's expanded values or a paragraph's open notes. Only [`browser`] knows the DOM.

pub(crate) mod annotate;
mod app;
pub(crate) mod brief;
pub mod browser;
pub(crate) mod controls;
pub(crate) mod due;
pub(crate) mod excerpt;
pub(crate) mod facets;
pub(crate) mod help;
pub(crate) mod intake;
pub(crate) mod library;
pub(crate) mod markup;
pub(crate) mod matrix;
pub(crate) mod questions;
pub(crate) mod reader;
pub(crate) mod references;
pub(crate) mod settings;
pub(crate) mod share;
pub(crate) mod shell;
pub mod state;
pub(crate) mod table;

pub use app::{App, AppProps};
