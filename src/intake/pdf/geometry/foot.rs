//! Recognizes the notes at the foot of a page or column.

use super::line::{PrintedLine, PrintedLineKind, begins_with_raised};
use crate::intake::pdf::label::{label_length, mark_length};
use std::collections::HashMap;

/// The size that most of the letters have.
pub fn body_size(pages: &[Vec<PrintedLine>]) -> f32 {
    let mut sizes: HashMap<i32, usize> = HashMap::new();
    for line in pages.iter().flatten().filter(|line| line.kind == PrintedLineKind::Text) {
        *sizes.entry((line.size * 4.0).round() as i32).or_default() += line.text.len();
    }
    sizes.into_iter().max_by_key(|(size, n)| (*n, *size)).map_or(10.0, |(size, _)| size as f32 / 4.0)
}

/// Marks the small print at the foot of each column, from its first mark on.
pub fn mark_notes(page: &mut [PrintedLine], body: f32, called: &[String]) {
    let columns = page.chunk_by_mut(|a, b| a.column == b.column);
    for column in columns {
        let is_small = |line: &PrintedLine| line.size < body * 0.95;
        let n_text = column.iter().rposition(|line| line.kind == PrintedLineKind::Text && !is_small(line));
        let foot = column.get_mut(n_text.map_or(0, |last| last + 1)..).unwrap_or_default();
        let needs_raise =
            foot.iter().any(|line| line.kind == PrintedLineKind::Text && begins_note(line, true, called));
        let starts = foot
            .iter()
            .position(|line| line.kind == PrintedLineKind::Text && begins_note(line, needs_raise, called));
        // A page of nothing but small print has no notes; one whose foot continues with a note of the last page has.
        if let Some(start) = starts.filter(|_| n_text.is_some()) {
            for line in foot.iter_mut().skip(start).filter(|line| line.kind == PrintedLineKind::Text) {
                line.kind = PrintedLineKind::Note;
            }
        }
    }
}

/// Whether a line begins with a note's mark; where others on the page are raised, this one must be.
fn begins_note(line: &PrintedLine, needs_raise: bool, called: &[String]) -> bool {
    let raised = usize::from(begins_with_raised(line));
    let length = mark_length(&line.text, raised);
    let is_sign = line.text.starts_with(['*', '†', '‡']);
    let mark = line.text.get(..length).unwrap_or_default();
    // “1.” may be a paragraph’s number, unless the page calls it.
    let is_note = || label_length(&line.text) == 0 || called.iter().any(|called| called == mark);
    length > 0 && (raised > 0 || is_sign || !needs_raise && is_note())
}

/// Cuts the notes of a page into one for each mark.
pub fn note_paragraphs<'l>(lines: &'l [PrintedLine], called: &[String]) -> Vec<&'l [PrintedLine]> {
    let needs_raise = lines.iter().any(|line| begins_note(line, true, called));
    lines.chunk_by(|_, next| !begins_note(next, needs_raise, called)).collect()
}
