//! A printed line.

use crate::intake::pdf::compose::PlacedLetter;

/// A page's letters, and its height.
pub struct Sheet {
    pub letters: Vec<PlacedLetter>,
    pub width: f32,
    pub height: f32,
}

/// A printed line, or the part of it in one column.
#[derive(Clone, Debug, Default)]
pub struct PrintedLine {
    pub letters: Vec<PlacedLetter>,
    pub left: f32,
    pub right: f32,
    pub base: f32,
    pub size: f32,
    pub is_bold: bool,
    pub text: String,
    /// The raised marks in it.
    pub marks: Vec<String>,
    pub kind: PrintedLineKind,
    /// The column, from 0; a line over the whole width begins a new row of columns.
    pub column: u32,
    /// Whether it begins in the right half of a page without columns, as closing lines do.
    pub is_aside: bool,
    /// How much room there is after it in its column.
    pub room: f32,
    /// Whether the page is read from the right: `left` and `right` are then those of its mirror image.
    pub is_mirrored: bool,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum PrintedLineKind {
    #[default]
    Text,
    Furniture,
    Note,
    /// All of a table's cell, which may be several printed lines.
    Cell {
        table: u16,
        row: u16,
        column: u16,
    },
}

impl PrintedLineKind {
    pub fn is_cell(self) -> bool {
        matches!(self, Self::Cell { .. })
    }
}

/// Whether a line begins with a raised mark, as a note does.
pub fn begins_with_raised(line: &PrintedLine) -> bool {
    let first = if line.is_mirrored { line.letters.last() } else { line.letters.first() };
    // Smaller letters on the same line are a job number beside a page number.
    first
        .is_some_and(|first| first.glyph.size < line.size * 0.85 && line.base - first.glyph.base > line.size * 0.05)
}
