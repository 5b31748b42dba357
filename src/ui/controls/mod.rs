//! Components used by several parts of the page.

mod dialog;
mod pieces;
mod spacing;

pub use dialog::{Dialog, DialogProps};
pub use pieces::{
    Chip, Toggle, chip, definitions, document_name, link, link_to_place, of_how_many, switch, toggle,
};
pub use spacing::spaced;
