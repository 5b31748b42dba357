//! The page: the only part that knows Yew.
//!
//! [`App`] keeps one [`state::State`] and hands it down as a [`state::ViewContext`]. What only draws is a function from
//! the view context, or from less, to [`yew::Html`], and can be rendered to a string without a browser; a component is
//! what keeps something of its own: a facet what is unfolded in it, a paragraph its open notes. [`browser`] is the
//! only part that knows the DOM.

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
