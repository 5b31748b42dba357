//! The page around the document: its bar, its filters, what is asked and what was found.

mod bar;
mod chips;
mod empty;
mod found;
mod keys;
mod page;
mod welcome;

pub use bar::bar;
pub use chips::chips;
pub use empty::empty;
pub use found::found;
pub use keys::act_of_key;
pub use page::{WITH_SIDE, page};
pub use welcome::welcome;
