//! What the page is about at the moment, and what a reader can do to it.
//!
//! One value, [`State`], holds it all, and [`Act`]s are the only way to change it. It knows neither the DOM nor a
//! hook: [`super::App`] keeps it, carries it out to the browser, and hands it down as a [`Scene`]. There are no
//! contexts: each hook that looks one up, and each component that does no more than draw, costs every reader half
//! a kilobyte before the first word is shown.

mod act;
mod comfort;
mod own;
mod results;
mod scene;
mod shelf;

pub use act::{Act, COPIED, Copied, Edition, FILTERS, Move, Panel, SEARCH, Searched, Start, State, Step, TEXT};
pub use comfort::{Comfort, MARKS, SETTINGS, Setting};
pub use own::{Own, OwnAct, Taken};
pub use results::{Found, InParagraph, Results};
pub use scene::Scene;
pub use shelf::{Document, Shelf};
