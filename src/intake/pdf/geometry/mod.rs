//! Layout analysis: builds paragraphs from positioned glyphs, for pages without a structure tree or text outside it.
//!
//! Glyphs are joined to pieces of lines, pieces to lines, and lines to paragraphs: a paragraph ends where the space below
//! a line is wider than usual, where a line is indented, where the size changes, or where a line stops although the next
//! word would have fit. Columns are read one after the other. Small print at the foot of a page that begins with a
//! mark is notes; text that recurs at the same place on several pages is furniture. What is printed side by side over several
//! lines is a table.

mod columns;
mod foot;
mod furniture;
mod line;
mod lines;
mod paragraphs;

use super::compose::{Habits, PlacedLetter, compose};
use super::drafts::Draft;
use super::line_numbers;
use super::table::PrintedPiece;
use crate::intake::blocks::BlockKind;
use columns::{gutters, measure_room};
use foot::{body_size, mark_notes, note_paragraphs};
use furniture::mark_furniture;
pub use line::Sheet;
use line::{PrintedLine, PrintedLineKind};
use lines::{lines, segments};
use paragraphs::paragraphs;

/// Reads pages by the places of their letters.
pub fn drafts(sheets: &[Sheet], first_note: u32, first_table: u16) -> Vec<Draft> {
    let mut segments: Vec<Vec<PrintedPiece>> = sheets.iter().map(|sheet| segments(&sheet.letters)).collect();
    let line_numbers: Vec<Vec<PrintedPiece>> = segments.iter_mut().map(line_numbers::take).collect();
    let gutters = gutters(&segments, sheets);
    let mut pages: Vec<Vec<PrintedLine>> = sheets
        .iter()
        .zip(segments)
        .zip(gutters)
        .map(|((sheet, segments), gutter)| lines(sheet, segments, gutter))
        .collect();
    number_tables(&mut pages, first_table);
    mark_furniture(&mut pages, sheets);
    let body = body_size(&pages);
    let called: Vec<Vec<String>> =
        pages.iter().map(|page| page.iter().flat_map(|line| line.marks.iter().cloned()).collect()).collect();
    for (page, called) in pages.iter_mut().zip(&called) {
        mark_notes(page, body, called);
    }
    measure_room(&mut pages);
    let mut out = Vec::new();
    for (((page, called), numbers), number) in pages.into_iter().zip(&called).zip(line_numbers).zip(first_note..) {
        let (notes, text): (Vec<PrintedLine>, Vec<PrintedLine>) =
            page.into_iter().partition(|line| line.kind == PrintedLineKind::Note);
        let (furniture, text): (Vec<PrintedLine>, Vec<PrintedLine>) =
            text.into_iter().partition(|line| line.kind == PrintedLineKind::Furniture);
        let middle = text.iter().map(|line| line.base).fold(f32::INFINITY, f32::min);
        let (above, below): (Vec<PrintedLine>, Vec<PrintedLine>) =
            furniture.into_iter().partition(|line| line.base <= middle);
        let artifact = |line: PrintedLine| draft(&[line], BlockKind::Artifact, None);
        out.extend(above.into_iter().map(artifact));
        let numbers =
            numbers.into_iter().map(|piece| PrintedLine { letters: piece.letters, ..PrintedLine::default() });
        out.extend(numbers.map(artifact));
        for lines in text.chunk_by(|a, b| !a.kind.is_cell() && !b.kind.is_cell()) {
            match lines.first().map(|line| line.kind) {
                Some(PrintedLineKind::Cell { table, row, column }) => {
                    out.push(draft(lines, BlockKind::Cell { table, row, column }, None));
                }
                _ => {
                    out.extend(paragraphs(lines).into_iter().map(|lines| draft(lines, BlockKind::Paragraph, None)));
                }
            }
        }
        out.extend(
            note_paragraphs(&notes, called)
                .into_iter()
                .map(|lines| draft(lines, BlockKind::Paragraph, Some(number))),
        );
        out.extend(below.into_iter().map(artifact));
    }
    out
}

fn draft(lines: &[PrintedLine], kind: BlockKind, note: Option<u32>) -> Draft {
    let letters: Vec<PlacedLetter> = lines.iter().flat_map(|line| line.letters.iter().copied()).collect();
    let is_from_the_right = lines.first().is_some_and(|line| line.is_mirrored);
    let habits = Habits { may_cut_words: true, is_from_the_right, ..Habits::default() };
    Draft { kind, parent: 0, note, text: compose(&letters, habits) }
}

/// Numbers the tables of all pages, from one number on.
fn number_tables(pages: &mut [Vec<PrintedLine>], first: u16) {
    let mut next = first;
    for lines in pages {
        let mut most = None;
        for line in lines {
            if let PrintedLineKind::Cell { table, .. } = &mut line.kind {
                most = most.max(Some(*table));
                *table = table.saturating_add(next);
            }
        }
        next = next.saturating_add(most.map_or(0, |most| most.saturating_add(1)));
    }
}
