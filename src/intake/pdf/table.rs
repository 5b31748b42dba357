//! Finds tables on a page without a structure tree: words side by side at recurring positions.
//!
//! Cells are read one by one, so that no sentence runs over two of them. Rows have no rules here to be recognized by: lines
//! that are closer to each other than others are one row.

use super::compose::PlacedLetter;
use super::label::label_length;

/// A stretch of letters without a wide gap.
pub struct PrintedPiece {
    pub letters: Vec<PlacedLetter>,
    pub left: f32,
    pub right: f32,
    pub base: f32,
    pub size: f32,
}

/// A cell, with its letters in the order of reading.
pub struct TableCell {
    /// Which of the page's tables.
    pub table: u16,
    pub row: u16,
    pub column: u16,
    pub letters: Vec<PlacedLetter>,
    pub left: f32,
    pub right: f32,
    /// The first base line of its row.
    pub base: f32,
    pub size: f32,
}

/// The words of one height, from the left.
struct Band {
    pieces: Vec<PrintedPiece>,
    base: f32,
    size: f32,
}

/// Cells are this far from each other, in shares of the size of their letters.
const NARROWEST_GAP: f32 = 0.8;
/// Lines of one cell are no further from each other.
const WIDEST_LEADING: f32 = 1.45;
/// Rows further from each other are not of one table.
const WIDEST_ROW: f32 = 5.0;

/// A table of more lines is read as several.
const MOST_LINES: usize = 400;
/// Whether a table begins at a line is seen from this many lines, so that a page without tables is not read once for each.
const FIRST_LINES: usize = 24;
/// More words side by side are no columns.
const MOST_COLUMNS: usize = 64;

/// How the text of a page is set.
#[derive(Clone, Copy, Debug)]
pub struct PageLayout {
    /// In two columns: two columns are then no table.
    pub has_columns: bool,
    pub is_from_the_right: bool,
}

/// Takes the tables out of a page's segments.
pub fn take_tables(segments: &mut Vec<PrintedPiece>, layout: PageLayout) -> Vec<TableCell> {
    let bands = bands(std::mem::take(segments));
    let mut tables = Vec::new();
    let mut at = 0;
    while at < bands.len() {
        let rest = bands.get(at..).unwrap_or_default();
        let table_in = |most: usize| {
            let (length, columns) = extent(rest.get(..rest.len().min(most)).unwrap_or_default());
            is_table(rest.get(..length).unwrap_or_default(), &columns, layout).then_some((length, columns))
        };
        if let Some(first) = table_in(FIRST_LINES) {
            let (length, columns) = table_in(MOST_LINES).unwrap_or(first);
            tables.push((at, length, columns));
            at += length;
        } else {
            at += 1;
        }
    }
    let mut cells = Vec::new();
    let mut bands = bands.into_iter();
    let mut at = 0;
    for ((start, length, columns), number) in tables.into_iter().zip(0..) {
        segments.extend(bands.by_ref().take(start - at).flat_map(|band| band.pieces));
        cells.extend(in_cells(bands.by_ref().take(length).collect(), &columns, number));
        at = start + length;
    }
    segments.extend(bands.flat_map(|band| band.pieces));
    cells
}

fn bands(mut segments: Vec<PrintedPiece>) -> Vec<Band> {
    segments.sort_by(|a, b| a.base.total_cmp(&b.base).then(a.left.total_cmp(&b.left)));
    let mut bands: Vec<Band> = Vec::new();
    for segment in segments {
        let open = bands.last_mut().filter(|band| segment.base - band.base < 0.35 * band.size.min(segment.size));
        match open {
            Some(band) => {
                band.size = band.size.max(segment.size);
                band.pieces.push(segment);
            }
            None => bands.push(Band { base: segment.base, size: segment.size, pieces: vec![segment] }),
        }
    }
    for band in &mut bands {
        band.pieces.sort_by(|a, b| a.left.total_cmp(&b.left));
    }
    bands
}

impl Band {
    /// The empty stretches between its pieces.
    fn gaps(&self) -> Vec<(f32, f32)> {
        let mut gaps = Vec::new();
        let mut end = f32::INFINITY;
        for piece in &self.pieces {
            if piece.left - end > NARROWEST_GAP * self.size {
                gaps.push((end, piece.left));
            }
            end = if end.is_finite() { end.max(piece.right) } else { piece.right };
        }
        gaps
    }

    /// The rest of a gap between its pieces.
    fn rest_of(&self, (mut left, mut right): (f32, f32)) -> (f32, f32) {
        for piece in &self.pieces {
            if piece.right <= left || piece.left >= right {
                continue;
            }
            // The wider side stays.
            if piece.left - left > right - piece.right {
                right = piece.left;
            } else {
                left = piece.right;
            }
        }
        (left, right)
    }
}

/// How many lines continue with the gaps of the first one, and the columns that all of them leave.
fn extent(bands: &[Band]) -> (usize, Vec<(f32, f32)>) {
    let Some(first) = bands.first() else { return (0, Vec::new()) };
    let mut gaps = first.gaps();
    let mut length = usize::from((1..MOST_COLUMNS).contains(&gaps.len()));
    // How far lines without a gap of their own may be the end of cells.
    let mut end = length;
    let mut n_rows = length;
    for pair in bands.windows(2) {
        let [above, band] = pair else { break };
        if length == 0 || band.base - above.base > WIDEST_ROW * above.size.max(band.size) {
            break;
        }
        let left: Vec<(f32, f32)> =
            gaps.iter().map(|gap| band.rest_of(*gap)).filter(|(l, r)| r - l > NARROWEST_GAP * band.size).collect();
        // A line over several columns ends a table, unless it is only the head that has more of them.
        if left.is_empty() || left.len() < gaps.len() && n_rows > 1 {
            break;
        }
        gaps = left;
        length += 1;
        if band.gaps().is_empty() {
            let is_close = band.base - above.base <= WIDEST_LEADING * above.size;
            if is_close && end + 1 == length {
                end = length;
            }
        } else {
            n_rows += 1;
            end = length;
        }
    }
    let columns = columns(bands.get(..end).unwrap_or_default());
    (end, columns)
}

/// The stretches that the pieces of some lines cover, from the left.
fn columns(bands: &[Band]) -> Vec<(f32, f32)> {
    let mut covered: Vec<(f32, f32)> =
        bands.iter().flat_map(|band| &band.pieces).map(|piece| (piece.left, piece.right)).collect();
    covered.sort_by(|a, b| a.0.total_cmp(&b.0));
    let size = bands.iter().map(|band| band.size).fold(0.0, f32::max);
    let mut columns: Vec<(f32, f32)> = Vec::new();
    for (left, right) in covered {
        match columns.last_mut().filter(|last| left - last.1 < 0.5 * size) {
            Some(last) => last.1 = last.1.max(right),
            None => columns.push((left, right)),
        }
    }
    if columns.len() > MOST_COLUMNS {
        return Vec::new();
    }
    without_lone_words(&columns, bands)
}

/// A line that is stretched to its cell's width has gaps too: what is only one line's, and near the words before it, is
/// no column.
fn without_lone_words(columns: &[(f32, f32)], bands: &[Band]) -> Vec<(f32, f32)> {
    const WIDEST_SPACE: f32 = 3.0;
    let mut out: Vec<(f32, f32)> = Vec::new();
    for (left, right) in columns.iter().copied() {
        let mut here = bands.iter().filter_map(|band| {
            let at = band.pieces.iter().position(|piece| piece.left >= left && piece.right <= right)?;
            let before = at.checked_sub(1).and_then(|before| band.pieces.get(before));
            Some(before.is_some_and(|before| left - before.right < WIDEST_SPACE * band.size))
        });
        let is_lone = here.next() == Some(true) && here.next().is_none();
        match out.last_mut().filter(|_| is_lone && bands.len() > 2) {
            Some(last) => last.1 = right,
            None => out.push((left, right)),
        }
    }
    out
}

fn column_of(columns: &[(f32, f32)], piece: &PrintedPiece) -> usize {
    columns.iter().rposition(|(left, _)| piece.left >= *left).unwrap_or(0)
}

/// Whether lines are a table: most of them have words in several columns, and these are more than labels. Where the first column
/// has nothing but numbers, as the notes of a page do, it is no column either.
fn is_table(bands: &[Band], columns: &[(f32, f32)], layout: PageLayout) -> bool {
    let pieces_of = |column: usize| {
        bands.iter().flat_map(|band| &band.pieces).filter(move |piece| column_of(columns, piece) == column)
    };
    let first = if layout.is_from_the_right { columns.len().saturating_sub(1) } else { 0 };
    let is_label_in = |column: usize, piece: &PrintedPiece| is_label(piece) || column == first && is_number(piece);
    let has_words = |column: &usize| !pieces_of(*column).all(|piece| is_label_in(*column, piece));
    let n_columns = (0..columns.len()).filter(has_words).count();
    let is_row = |band: &&Band| {
        let mut filled = band.pieces.iter().filter(|piece| !is_label(piece)).map(|piece| column_of(columns, piece));
        filled.next().is_some_and(|first| filled.any(|other| other != first))
    };
    let n_rows = bands.iter().filter(is_row).count();
    let is_mostly_rows = n_rows * 5 >= bands.len() * 2;
    match n_columns {
        0 | 1 => false,
        2 => !layout.has_columns && n_rows > 2 && is_mostly_rows,
        _ => n_rows > 1 && is_mostly_rows,
    }
}

/// A paragraph's number, a note's mark or a bullet, which a wide gap may follow.
fn is_label(piece: &PrintedPiece) -> bool {
    let text: String = piece.letters.iter().map(|letter| letter.glyph.letter).collect();
    let text = text.trim();
    let is_mark = || text.chars().count() == 1 && !text.starts_with(char::is_alphanumeric);
    text.is_empty() || label_length(text) == text.len() || is_mark()
}

fn is_number(piece: &PrintedPiece) -> bool {
    let text: String = piece.letters.iter().map(|letter| letter.glyph.letter).collect();
    (1..=3).contains(&text.trim().chars().count()) && text.trim().chars().all(char::is_numeric)
}

fn in_cells(bands: Vec<Band>, columns: &[(f32, f32)], table: u16) -> Vec<TableCell> {
    let mut cells: Vec<TableCell> = Vec::new();
    let starts = row_starts(&bands, columns);
    let mut row = 0_u16;
    let mut base = 0.0;
    for (band, starts_row) in bands.into_iter().zip(starts) {
        if starts_row {
            row = row.saturating_add(1);
            base = band.base;
        }
        for piece in band.pieces {
            let column = column_of(columns, &piece) as u16;
            let open = cells.iter_mut().rev().take(columns.len() * 2);
            let open = open.into_iter().find(|cell| (cell.row, cell.column) == (row, column));
            match open {
                Some(cell) => {
                    (cell.left, cell.right) = (cell.left.min(piece.left), cell.right.max(piece.right));
                    cell.letters.extend(piece.letters);
                }
                None => cells.push(TableCell {
                    table,
                    row,
                    column,
                    letters: piece.letters,
                    left: piece.left,
                    right: piece.right,
                    base,
                    size: piece.size,
                }),
            }
        }
    }
    for cell in &mut cells {
        cell.row -= 1;
    }
    cells.sort_by_key(|cell| (cell.row, cell.column));
    cells
}

/// Which lines begin a row. The first one does.
fn row_starts(bands: &[Band], columns: &[(f32, f32)]) -> Vec<bool> {
    // How close the lines of a column come to each other.
    let mut last: Vec<Option<f32>> = vec![None; columns.len()];
    let mut closest = f32::INFINITY;
    for band in bands {
        for piece in &band.pieces {
            let Some(last) = last.get_mut(column_of(columns, piece)) else { continue };
            if let Some(above) = last.replace(band.base).filter(|above| *above < band.base) {
                closest = closest.min((band.base - above) / band.size.max(1.0));
            }
        }
    }
    let distances = || {
        bands.windows(2).filter_map(|pair| match pair {
            [above, band] => Some((band.base - above.base) / band.size.max(1.0)),
            _ => None,
        })
    };
    let is_tight = closest <= WIDEST_LEADING;
    let has_rows_apart = distances().any(|distance| distance > closest * 1.2);
    let first_column = columns.iter().enumerate().map(|(at, _)| at).find(|column| {
        bands.iter().flat_map(|band| &band.pieces).any(|piece| column_of(columns, piece) == *column)
    });
    let mut starts = vec![true];
    for (band, distance) in bands.iter().skip(1).zip(distances()) {
        starts.push(if is_tight && has_rows_apart {
            distance > closest * 1.12
        } else if is_tight {
            // Lines evenly apart: what leaves the first column empty continues with the row above.
            band.pieces.iter().any(|piece| Some(column_of(columns, piece)) == first_column)
        } else {
            true
        });
    }
    starts
}
