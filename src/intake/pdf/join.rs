//! Joins paragraphs that are split at page breaks.
//!
//! Published resolutions have a new paragraph element on each page. Whether it continues is recognized by its looks: it
//! starts at the left edge of the earlier part's later lines, not of a first line, or in the middle of a sentence.

use super::compose::{Composed, PrintedRow};
use super::drafts::Draft;
use crate::intake::blocks::BlockKind;
use crate::intake::pdf::label::label_length;

/// Margins that differ by less are the same, in points.
const SAME: f32 = 3.0;

/// Joins what belongs together. Notes stay as they are.
pub fn joined(drafts: Vec<Draft>) -> Vec<Draft> {
    let edges = Edges::of(&drafts);
    let mut out: Vec<Draft> = Vec::with_capacity(drafts.len());
    let mut last: Option<usize> = None;
    for draft in drafts {
        if draft.note.is_some() || matches!(draft.kind, BlockKind::Artifact | BlockKind::Masthead) {
            out.push(draft);
            continue;
        }
        if let Some(cell) = cell_that_goes_on(&out, &draft).and_then(|at| out.get_mut(at)) {
            cell.text.append(draft.text);
            continue;
        }
        if let Some(former) = last.and_then(|last| out.get_mut(last))
            && goes_on(former, &draft, &edges)
        {
            former.text.append(draft.text);
            continue;
        }
        last = Some(out.len());
        out.push(draft);
    }
    out
}

/// Where text begins and ends in a file, for paragraphs of one line, which do not show it.
struct Edges {
    /// The most frequent left edge of lines after the first, and the right edge that lines reach, by the size of the text.
    by_size: Vec<(f32, f32, f32)>,
}

impl Edges {
    fn of(drafts: &[Draft]) -> Self {
        let mut by_size: Vec<(f32, Vec<&PrintedRow>)> = Vec::new();
        for draft in drafts.iter().filter(|draft| !matches!(draft.kind, BlockKind::Cell { .. })) {
            for row in draft.text.rows.iter().skip(1) {
                match by_size.iter_mut().find(|(size, _)| (size - row.size).abs() < 0.3) {
                    Some((_, rows)) => rows.push(row),
                    None => by_size.push((row.size, vec![row])),
                }
            }
        }
        let edges = by_size.into_iter().map(|(size, rows)| {
            let left = commonest(rows.iter().map(|row| row.left));
            let right = commonest(rows.iter().map(|row| row.right));
            (size, left, right)
        });
        Self { by_size: edges.collect() }
    }

    fn of_size(&self, size: f32) -> Option<(f32, f32)> {
        let found = self.by_size.iter().find(|(other, _, _)| (other - size).abs() < 0.3);
        found.map(|(_, left, right)| (*left, *right))
    }
}

/// The most frequent of some numbers, to two points.
fn commonest(numbers: impl Iterator<Item = f32>) -> f32 {
    let mut numbers: Vec<i32> = numbers.map(|number| (number / 2.0).round() as i32).collect();
    numbers.sort_unstable();
    let runs = numbers.chunk_by(|a, b| a == b);
    let longest = runs.max_by_key(|run| run.len()).and_then(|run| run.first());
    longest.map_or(0.0, |number| *number as f32 * 2.0)
}

/// Whether a paragraph continues with what begins on the next page.
fn goes_on(former: &Draft, next: &Draft, edges: &Edges) -> bool {
    let same_kind = former.kind == next.kind && former.parent == next.parent;
    let (Some(last), Some(first)) = (former.text.rows.last(), next.text.rows.first()) else { return false };
    let same_size = (last.size - first.size).abs() < 0.6 && former.text.is_bold == next.text.is_bold;
    let is_next_column = begins_next_column(&former.text, &next.text);
    let is_next = first.page == last.page + 1 || is_next_column;
    if !same_kind || !same_size || !is_next || is_heading(former) {
        return false;
    }
    let margin = continuation_margin(&former.text, edges);
    let at_margin = margin.is_some_and(|margin| (first.left - margin).abs() < SAME);
    let text = next.text.text.as_str();
    let is_labelled = label_length(text) > 0;
    let is_lower = text.starts_with(|letter: char| letter.is_lowercase());
    if matches!(former.kind, BlockKind::Heading(_) | BlockKind::Title) && !is_lower {
        return false;
    }
    if is_next_column {
        // Its margins are others.
        return !is_labelled && (is_lower || !former.text.text.ends_with(['.', ';', ':', ',']));
    }
    if !at_margin && (is_labelled || !is_lower) || is_elsewhere(&former.text, first) {
        return false;
    }
    // Where first lines begin at the margin too, the place says nothing.
    let is_first_line_there = first_margin(&former.text).is_some_and(|left| (first.left - left).abs() < SAME);
    let ends = former.text.text.trim_end_matches(|letter: char| letter.is_ascii_digit() || letter == ' ');
    let has_ended = ends.ends_with(['.', ';', ':']) || former.text.text.ends_with(['.', ';', ':']);
    let is_full = is_full(last, edges);
    if is_labelled && is_first_line_there {
        return false;
    }
    if has_ended { is_full && !is_labelled } else { is_lower || is_full || !is_first_line_there }
}

/// The text that continues with what begins on the next page, where it is one of several side by side: a table's row that
/// is split between two pages.
fn cell_that_goes_on(drafts: &[Draft], next: &Draft) -> Option<usize> {
    const MOST_CELLS: usize = 12;
    let first = next.text.rows.first()?;
    let is_lower = next.text.text.starts_with(char::is_lowercase);
    let mut extents: Vec<(f32, f32)> = Vec::new();
    let mut found = None;
    for (at, draft) in drafts.iter().enumerate().rev().take(MOST_CELLS) {
        if matches!(draft.kind, BlockKind::Artifact | BlockKind::Masthead) || draft.note.is_some() {
            continue;
        }
        let last = draft.text.rows.last()?;
        if last.page == first.page && draft.text.rows.first().is_some_and(|row| row.page < first.page) {
            // A cell of the row that has been joined.
            continue;
        }
        let rows = draft.text.rows.iter().filter(|row| row.page == last.page);
        let (left, right) =
            rows.fold((f32::INFINITY, f32::NEG_INFINITY), |(l, r), row| (l.min(row.left), r.max(row.right)));
        let is_beside = extents.iter().all(|(other_left, other_right)| right < *other_left || *other_right < left);
        if last.page + 1 != first.page || !is_beside {
            break;
        }
        extents.push((left, right));
        let has_ended = draft.text.text.ends_with(['.', ';', ':']);
        let is_full = draft.text.rows.len() > 1 && last.right - last.left > 0.6 * (right - left);
        let same_looks = same_table(draft.kind, next.kind)
            && (last.size - first.size).abs() < 0.6
            && draft.text.is_bold == next.text.is_bold
            && (last.left - first.left).abs() < SAME;
        if same_looks && !has_ended && (is_lower || is_full) && label_length(&next.text.text) == 0 {
            found = found.or(Some(at));
        }
    }
    found.filter(|_| extents.len() > 1)
}

/// The left edge says the column: the rest of a row may have cells that the row itself does not have.
fn same_table(a: BlockKind, b: BlockKind) -> bool {
    match (a, b) {
        (BlockKind::Cell { table, .. }, BlockKind::Cell { table: other, .. }) => table == other,
        _ => a == b,
    }
}

/// Whether a text is narrow and wholly beside what begins on the next page: a number of a table's last column.
fn is_elsewhere(former: &Composed, first: &PrintedRow) -> bool {
    const NARROWEST: f32 = 12.0;
    let left = former.rows.iter().map(|row| row.left).fold(f32::INFINITY, f32::min);
    let right = former.rows.iter().map(|row| row.right).fold(f32::NEG_INFINITY, f32::max);
    right - left < NARROWEST * former.size() && (left > first.right || right < first.left)
}

/// Whether a text begins at the right of another's end and above it, as a column of text does. Cells of a row do so too
/// where the file does not call them cells: they are narrow, or begin at the same height.
fn begins_next_column(former: &Composed, next: &Composed) -> bool {
    const NARROWEST: f32 = 12.0;
    const SHORTEST_WHOLE_COLUMN: usize = 15;
    let (Some(last), Some(first)) = (former.rows.last(), next.rows.first()) else { return false };
    if first.page != last.page || first.base >= last.base || first.left <= last.right {
        return false;
    }
    let width = |row: &PrintedRow| row.right - row.left;
    let widest = |text: &Composed| text.rows.iter().map(width).fold(0.0, f32::max);
    let column = widest(former);
    let is_full = width(last) > column * 0.8;
    let is_wide = |text: &Composed| widest(text) > NARROWEST * text.size();
    let here: Vec<&PrintedRow> = former.rows.iter().filter(|row| row.page == first.page).collect();
    let is_beside = here.first().is_some_and(|row| (row.base - first.base).abs() < row.size)
        && here.len() < SHORTEST_WHOLE_COLUMN;
    let is_lower = next.text.starts_with(char::is_lowercase);
    is_full && is_wide(former) && !is_beside && (is_lower || is_wide(next) && here.len() > 2)
}

fn is_heading(draft: &Draft) -> bool {
    matches!(draft.kind, BlockKind::Heading(_) | BlockKind::Title) && draft.text.rows.len() > 4
}

/// Where the lines after the first begin.
fn continuation_margin(text: &Composed, edges: &Edges) -> Option<f32> {
    let later = text.rows.get(1..).unwrap_or_default();
    if later.is_empty() {
        return edges.of_size(text.size()).map(|(left, _)| left);
    }
    Some(commonest_left(later))
}

fn commonest_left(rows: &[PrintedRow]) -> f32 {
    rows.last().map_or(0.0, |row| row.left)
}

fn first_margin(text: &Composed) -> Option<f32> {
    text.rows.first().map(|row| row.left)
}

/// Whether a line reaches the right edge.
fn is_full(row: &PrintedRow, edges: &Edges) -> bool {
    edges.of_size(row.size).is_none_or(|(_, right)| row.right > right - 2.5 * row.size)
}
