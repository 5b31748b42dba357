//! Joins glyphs to pieces of lines, and pieces to lines.

use super::columns::{in_columns, side};
use super::line::{PrintedLine, PrintedLineKind, Sheet};
use crate::intake::pdf::compose::{Habits, PlacedLetter, compose, is_right_to_left};
use crate::intake::pdf::table::{PageLayout, PrintedPiece, TableCell, take_tables};

pub fn segments(letters: &[PlacedLetter]) -> Vec<PrintedPiece> {
    let mut segments: Vec<PrintedPiece> = Vec::new();
    for letter in letters {
        let glyph = letter.glyph;
        let is_blank = glyph.letter.is_whitespace();
        let open = segments.last_mut().filter(|open| {
            let size = open.size.max(glyph.size);
            let gap = (glyph.left - open.right).max(open.left - glyph.right);
            (open.base - glyph.base).abs() < 0.5 * size && gap < size && gap > -8.0 * size
        });
        match open {
            Some(open) => {
                if !is_blank {
                    (open.left, open.right) = (open.left.min(glyph.left), open.right.max(glyph.right));
                    if glyph.size > open.size * 1.05 {
                        (open.size, open.base) = (glyph.size, glyph.base);
                    }
                }
                open.letters.push(*letter);
            }
            None if is_blank => {}
            None => segments.push(PrintedPiece {
                letters: vec![*letter],
                left: glyph.left,
                right: glyph.right,
                base: glyph.base,
                size: glyph.size,
            }),
        }
    }
    segments
}

/// The lines of a page in the order of reading.
pub fn lines(sheet: &Sheet, mut segments: Vec<PrintedPiece>, gutter: Option<f32>) -> Vec<PrintedLine> {
    let is_from_the_right = is_read_from_the_right(&sheet.letters);
    let cells = take_tables(&mut segments, PageLayout { has_columns: gutter.is_some(), is_from_the_right });
    segments.sort_by(|a, b| a.base.total_cmp(&b.base).then(a.left.total_cmp(&b.left)));
    let mut lines: Vec<PrintedLine> = Vec::new();
    for segment in segments {
        let side = gutter.map_or(0, |at| side(&segment, at));
        let open = lines.iter_mut().rev().take(8).find(|line| {
            let apart = (line.base - segment.base).abs();
            line.column == side && apart < 0.45 * line.size.max(segment.size)
        });
        match open {
            Some(line) => {
                if segment.size > line.size * 1.05 {
                    (line.size, line.base) = (segment.size, segment.base);
                }
                line.left = line.left.min(segment.left);
                line.right = line.right.max(segment.right);
                line.letters.extend(segment.letters);
            }
            None => lines.push(PrintedLine {
                letters: segment.letters,
                left: segment.left,
                right: segment.right,
                base: segment.base,
                size: segment.size,
                column: side,
                ..PrintedLine::default()
            }),
        }
    }
    for line in &mut lines {
        line.letters.sort_by(|a, b| a.glyph.left.total_cmp(&b.glyph.left));
        let composed = compose(&line.letters, Habits { is_from_the_right, ..Habits::default() });
        let marks = composed.raised.iter().filter(|raised| raised.span.start > 0);
        line.marks = marks.map(|raised| raised.span.of(&composed.text).to_owned()).collect();
        (line.is_bold, line.text) = (composed.is_bold, composed.text);
        line.is_aside = line.column == 0 && line.left > sheet.width * 0.55;
    }
    lines.extend(cells.into_iter().map(cell));
    lines.retain(|line| !line.text.is_empty());
    // The cells of a row have one base line.
    let place = |line: &PrintedLine| match line.kind {
        PrintedLineKind::Cell { column, .. } if is_from_the_right => -i32::from(column),
        PrintedLineKind::Cell { column, .. } => i32::from(column),
        _ => 0,
    };
    lines.sort_by(|a, b| a.base.total_cmp(&b.base).then_with(|| place(a).cmp(&place(b))));
    if is_from_the_right {
        for line in &mut lines {
            mirror(line, sheet.width);
        }
    }
    in_columns(lines)
}

fn cell(cell: TableCell) -> PrintedLine {
    let composed = compose(&cell.letters, Habits::default());
    PrintedLine {
        letters: cell.letters,
        left: cell.left,
        right: cell.right,
        base: cell.base,
        size: cell.size,
        is_bold: composed.is_bold,
        text: composed.text,
        kind: PrintedLineKind::Cell { table: cell.table, row: cell.row, column: cell.column },
        ..PrintedLine::default()
    }
}

fn is_read_from_the_right(letters: &[PlacedLetter]) -> bool {
    let count = |is: fn(char) -> bool| letters.iter().filter(|letter| is(letter.glyph.letter)).count();
    count(is_right_to_left) > count(|letter| letter.is_alphabetic() && !is_right_to_left(letter))
}

/// Arabic begins on the right: what is said of left and right here holds in a mirror.
fn mirror(line: &mut PrintedLine, width: f32) {
    (line.left, line.right) = (width - line.right, width - line.left);
    line.is_mirrored = true;
    line.column = match line.column {
        1 => 2,
        2 => 1,
        over_both => over_both,
    };
    line.is_aside = line.column == 0 && line.left > width * 0.55;
}
