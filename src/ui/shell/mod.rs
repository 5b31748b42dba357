//! The frame of the page: the bar, the filters, the question and the result.

mod bar;
mod chips;
mod empty;
mod found;
mod keys;
mod lacking;
mod map;
mod metadata;
mod page;
mod position;
mod scope;
mod suggestions;
mod title;
mod views;
mod welcome;

pub use bar::{LANGUAGES, bar};
pub use chips::chips;
pub use empty::empty;
pub use found::found;
pub use keys::action_of_key;
pub use lacking::{lacking, no_text};
pub use map::map;
pub use metadata::metadata;
pub use page::{WITH_SIDE, page};
pub use position::MatchPosition;
pub use scope::scope;
pub use title::title;
pub use views::{view, views};
pub use welcome::welcome;
