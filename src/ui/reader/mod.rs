//! The text view: masthead, paragraphs, notes, and the analysis of a clause.

mod analysis;
mod beside;
mod end;
mod legend;
mod masthead;
mod paragraph;
mod runs;
mod view;
mod words;

pub use analysis::analysis;
pub use beside::{Beside, column_beside, rows, side_by_side};
pub use end::{notes, reading};
pub use legend::legend;
pub use masthead::masthead;
pub use paragraph::{ParagraphFocus, ParagraphView, TextColumn};
pub use runs::{ClauseRun, Overlay, RunPiece, Stretch, runs};
pub use view::DocumentView;
pub use words::{Titles, anchor, bracketed, direction, link, with_note_words};
