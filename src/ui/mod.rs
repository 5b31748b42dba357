//! The page: the only part that knows Yew.
//!
//! [`App`] holds one [`state::State`] and passes it down as a [`state::ViewContext`]. Stateless views are functions from the
//! view context, or a part of it, to [`yew::Html`], and can be rendered to a string without a browser. Components have local
//! state, like a facet's expanded values or a paragraph's open notes. Only [`browser`] knows the DOM.

pub mod annotate;
mod app;
pub mod brief;
pub mod browser;
pub mod controls;
pub mod due;
pub mod excerpt;
pub mod facets;
pub mod help;
pub mod intake;
pub mod library;
pub mod markup;
pub mod matrix;
pub mod questions;
pub mod reader;
pub mod references;
pub mod settings;
pub mod share;
pub mod shell;
pub mod state;
pub mod table;

pub use app::{App, AppProps};
