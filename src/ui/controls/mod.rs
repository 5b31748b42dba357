//! Components used by several parts of the page.

mod dialog;
mod listed;
mod pieces;
mod quoted;
mod spacing;

pub use dialog::Dialog;
pub use listed::{listed, points, said, with_place};
pub use pieces::{
    Chip, Toggle, chip, definitions, document_name, link, link_to_place, of_how_many, switch, text_form, toggle,
};
pub use quoted::quoted;
pub use spacing::spaced;
