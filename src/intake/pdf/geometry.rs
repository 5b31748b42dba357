//! Layout analysis: builds paragraphs from positioned glyphs, for pages without a structure tree or text outside it.
//!
//! Glyphs are joined to pieces of lines, pieces to lines, and lines to paragraphs: a paragraph ends where the space below
//! a line is wider than usual, where a line is indented, where the size changes, or where a line stops although the next
//! word would have fit. Columns are read one after the other. Small print at the foot of a page that begins with a
//! mark is notes; text that recurs at the same place on several pages is furniture. What is printed side by side over several
//! lines is a table.

use super::compose::{Habits, PlacedLetter, compose, is_right_to_left};
use super::drafts::Draft;
use super::label::{label_length, mark_length};
use super::line_numbers;
use super::table::{PageLayout, PrintedPiece, TableCell, take_tables};
use crate::intake::blocks::BlockKind;
use std::collections::HashMap;

/// A page's letters, and its height.
pub struct Sheet {
    pub letters: Vec<PlacedLetter>,
    pub width: f32,
    pub height: f32,
}

/// A printed line, or the part of it in one column.
#[derive(Clone, Debug, Default)]
struct Line {
    letters: Vec<PlacedLetter>,
    left: f32,
    right: f32,
    base: f32,
    size: f32,
    is_bold: bool,
    text: String,
    /// The raised marks in it.
    marks: Vec<String>,
    kind: LineKind,
    /// The column, from 0; a line over the whole width begins a new row of columns.
    column: u32,
    /// Whether it begins in the right half of a page without columns, as closing lines do.
    is_aside: bool,
    /// How much room there is after it in its column.
    room: f32,
    /// Whether the page is read from the right: `left` and `right` are then those of its mirror image.
    is_mirrored: bool,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum LineKind {
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

impl LineKind {
    fn is_cell(self) -> bool {
        matches!(self, Self::Cell { .. })
    }
}

/// Reads pages by the places of their letters.
pub fn drafts(sheets: &[Sheet], first_note: u32, first_table: u16) -> Vec<Draft> {
    let mut segments: Vec<Vec<PrintedPiece>> = sheets.iter().map(|sheet| segments(&sheet.letters)).collect();
    let line_numbers: Vec<Vec<PrintedPiece>> = segments.iter_mut().map(line_numbers::take).collect();
    let gutters = gutters(&segments, sheets);
    let mut pages: Vec<Vec<Line>> = sheets
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
        let (notes, text): (Vec<Line>, Vec<Line>) = page.into_iter().partition(|line| line.kind == LineKind::Note);
        let (furniture, text): (Vec<Line>, Vec<Line>) =
            text.into_iter().partition(|line| line.kind == LineKind::Furniture);
        let middle = text.iter().map(|line| line.base).fold(f32::INFINITY, f32::min);
        let (above, below): (Vec<Line>, Vec<Line>) = furniture.into_iter().partition(|line| line.base <= middle);
        let artifact = |line: Line| draft(&[line], BlockKind::Artifact, None);
        out.extend(above.into_iter().map(artifact));
        let numbers = numbers.into_iter().map(|piece| Line { letters: piece.letters, ..Line::default() });
        out.extend(numbers.map(artifact));
        for lines in text.chunk_by(|a, b| !a.kind.is_cell() && !b.kind.is_cell()) {
            match lines.first().map(|line| line.kind) {
                Some(LineKind::Cell { table, row, column }) => {
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

fn draft(lines: &[Line], kind: BlockKind, note: Option<u32>) -> Draft {
    let letters: Vec<PlacedLetter> = lines.iter().flat_map(|line| line.letters.iter().copied()).collect();
    let habits = Habits { may_cut_words: true, ..Habits::default() };
    Draft { kind, parent: 0, note, text: compose(&letters, habits) }
}

fn segments(letters: &[PlacedLetter]) -> Vec<PrintedPiece> {
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
fn lines(sheet: &Sheet, mut segments: Vec<PrintedPiece>, gutter: Option<f32>) -> Vec<Line> {
    let is_from_the_right = is_read_from_the_right(&sheet.letters);
    let cells = take_tables(&mut segments, PageLayout { has_columns: gutter.is_some(), is_from_the_right });
    segments.sort_by(|a, b| a.base.total_cmp(&b.base).then(a.left.total_cmp(&b.left)));
    let mut lines: Vec<Line> = Vec::new();
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
            None => lines.push(Line {
                letters: segment.letters,
                left: segment.left,
                right: segment.right,
                base: segment.base,
                size: segment.size,
                column: side,
                ..Line::default()
            }),
        }
    }
    for line in &mut lines {
        line.letters.sort_by(|a, b| a.glyph.left.total_cmp(&b.glyph.left));
        let composed = compose(&line.letters, Habits::default());
        let marks = composed.raised.iter().filter(|raised| raised.span.start > 0);
        line.marks = marks.map(|raised| raised.span.of(&composed.text).to_owned()).collect();
        (line.is_bold, line.text) = (composed.is_bold, composed.text);
        line.is_aside = line.column == 0 && line.left > sheet.width * 0.55;
    }
    lines.extend(cells.into_iter().map(cell));
    lines.retain(|line| !line.text.is_empty());
    // The cells of a row have one base line.
    let place = |line: &Line| match line.kind {
        LineKind::Cell { column, .. } if is_from_the_right => -i32::from(column),
        LineKind::Cell { column, .. } => i32::from(column),
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

fn cell(cell: TableCell) -> Line {
    let composed = compose(&cell.letters, Habits::default());
    Line {
        letters: cell.letters,
        left: cell.left,
        right: cell.right,
        base: cell.base,
        size: cell.size,
        is_bold: composed.is_bold,
        text: composed.text,
        kind: LineKind::Cell { table: cell.table, row: cell.row, column: cell.column },
        ..Line::default()
    }
}

/// Numbers the tables of all pages, from one number on.
fn number_tables(pages: &mut [Vec<Line>], first: u16) {
    let mut next = first;
    for lines in pages {
        let mut most = None;
        for line in lines {
            if let LineKind::Cell { table, .. } = &mut line.kind {
                most = most.max(Some(*table));
                *table = table.saturating_add(next);
            }
        }
        next = next.saturating_add(most.map_or(0, |most| most.saturating_add(1)));
    }
}

fn is_read_from_the_right(letters: &[PlacedLetter]) -> bool {
    let count = |is: fn(char) -> bool| letters.iter().filter(|letter| is(letter.glyph.letter)).count();
    count(is_right_to_left) > count(|letter| letter.is_alphabetic() && !is_right_to_left(letter))
}

/// Arabic begins on the right: what is said of left and right here holds in a mirror.
fn mirror(line: &mut Line, width: f32) {
    (line.left, line.right) = (width - line.right, width - line.left);
    line.is_mirrored = true;
    line.column = match line.column {
        1 => 2,
        2 => 1,
        over_both => over_both,
    };
    line.is_aside = line.column == 0 && line.left > width * 0.55;
}

/// Which side of a gutter a segment is on: 1 left, 2 right, 0 over it.
fn side(segment: &PrintedPiece, gutter: f32) -> u32 {
    if segment.right <= gutter + 2.0 {
        1
    } else if segment.left >= gutter - 2.0 {
        2
    } else {
        0
    }
}

/// A page with fewer lines does not show by itself whether it has columns.
const FEW_LINES: usize = 12;

/// The gutter of each page that is set in columns. A last page may have little in its second column: it is set as the
/// one before it, if no line crosses the gutter.
fn gutters(pages: &[Vec<PrintedPiece>], sheets: &[Sheet]) -> Vec<Option<f32>> {
    let mut before: Option<f32> = None;
    let gutter_of = |(segments, sheet): (&Vec<PrintedPiece>, &Sheet)| {
        let wide = wide(segments, sheet.width);
        let keeps_clear = |at: &f32| wide.iter().all(|segment| segment.right <= *at || segment.left >= *at);
        before = gutter(&wide, sheet.width).or(before.filter(keeps_clear));
        before
    };
    pages.iter().zip(sheets).map(gutter_of).collect()
}

fn wide(segments: &[PrintedPiece], width: f32) -> Vec<&PrintedPiece> {
    segments.iter().filter(|segment| segment.right - segment.left > width * 0.2).collect()
}

/// The middle of the empty strip between two columns, if most of the page is set so.
fn gutter(wide: &[&PrintedPiece], width: f32) -> Option<f32> {
    if wide.len() < FEW_LINES {
        return None;
    }
    let crossing = |x: f32| wide.iter().filter(|segment| segment.left < x && segment.right > x).count();
    let off = |x: f32| (x - width / 2.0).abs();
    // Every hundredth of the width in the middle two fifths of the page.
    let places = (30..=70_u8).map(|share| width * f32::from(share) / 100.0);
    let best = places.min_by(|a, b| crossing(*a).cmp(&crossing(*b)).then(off(*a).total_cmp(&off(*b))))?;
    let left = wide.iter().filter(|segment| segment.right <= best).count();
    let right = wide.iter().filter(|segment| segment.left >= best).count();
    let is_set_so = left.min(right) * 4 > wide.len() && crossing(best) * 5 < wide.len();
    is_set_so.then_some(best)
}

/// Puts lines in the order of reading: down one column, then the other, between lines over the whole width.
fn in_columns(lines: Vec<Line>) -> Vec<Line> {
    let mut out: Vec<Line> = Vec::with_capacity(lines.len());
    let mut columns: [Vec<Line>; 2] = Default::default();
    for line in lines {
        match line.column {
            1 => columns[0].push(line),
            2 => columns[1].push(line),
            _ => {
                for column in &mut columns {
                    out.append(column);
                }
                out.push(line);
            }
        }
    }
    for column in &mut columns {
        out.append(column);
    }
    out
}

/// Says for each line how much room there is right of it: up to where the lines of its column and size usually end.
fn measure_room(pages: &mut [Vec<Line>]) {
    let key = |line: &Line| (line.column, (line.size * 2.0).round() as i32);
    let mut all: HashMap<(u32, i32), Vec<f32>> = HashMap::new();
    for line in pages.iter().flatten().filter(|line| line.kind == LineKind::Text) {
        all.entry(key(line)).or_default().push(line.right);
    }
    let all: HashMap<(u32, i32), f32> = all.into_iter().map(|(key, rights)| (key, usual_end(rights))).collect();
    for page in pages {
        let mut here: HashMap<(u32, i32), Vec<f32>> = HashMap::new();
        for line in page.iter().filter(|line| line.kind == LineKind::Text) {
            here.entry(key(line)).or_default().push(line.right);
        }
        for line in page {
            let edge = match here.get(&key(line)) {
                Some(rights) if rights.len() >= 12 => usual_end(rights.clone()),
                _ => all.get(&key(line)).copied().unwrap_or(line.right),
            };
            line.room = edge - line.right;
        }
    }
}

/// The bound that nine lines of ten keep.
fn usual_end(mut rights: Vec<f32>) -> f32 {
    rights.sort_by(f32::total_cmp);
    rights.get(rights.len() * 9 / 10).copied().unwrap_or(0.0)
}

/// Marks what recurs near the upper or lower edge of several pages, and page and job numbers.
fn mark_furniture(pages: &mut [Vec<Line>], sheets: &[Sheet]) {
    const MARGIN: f32 = 0.13;
    let shape = |line: &Line| -> String {
        let plain = |letter: char| if letter.is_ascii_digit() { '0' } else { letter };
        let mut shape: String = line.text.chars().map(plain).collect();
        while shape.contains("00") {
            shape = shape.replace("00", "0");
        }
        shape
    };
    let is_at_edge = |line: &Line, height: f32| line.base < height * MARGIN || line.base > height * (1.0 - MARGIN);
    let mut seen: HashMap<String, u32> = HashMap::new();
    for (lines, sheet) in pages.iter().zip(sheets) {
        let mut here: Vec<String> = lines.iter().filter(|line| is_at_edge(line, sheet.height)).map(shape).collect();
        here.sort_unstable();
        here.dedup();
        for shape in here {
            *seen.entry(shape).or_default() += 1;
        }
    }
    for (lines, sheet) in pages.iter_mut().zip(sheets) {
        let called: Vec<String> = lines.iter().flat_map(|line| line.marks.iter().cloned()).collect();
        let mut from_above: Vec<&mut Line> = lines.iter_mut().collect();
        from_above.sort_by(|a, b| a.base.total_cmp(&b.base));
        for at in 0..from_above.len() {
            let Some((above, [line, ..])) = from_above.split_at_mut_checked(at) else { continue };
            if line.kind.is_cell() {
                continue;
            }
            let recurs = seen.get(&shape(line)).is_some_and(|n| *n > 1);
            let is_note = begins_with_raised(line) || mark_length(&line.text, 0) > 0 && line.text.len() > 12;
            let at_edge = is_at_edge(line, sheet.height);
            // Two notes may end in the same words: what follows a note closely is no running foot.
            let goes_on =
                || line.base > sheet.height / 2.0 && above.iter().rev().take(4).any(|above| is_next(above, line));
            let is_numbering =
                !begins_with_raised(line) && is_page_number(&line.text) && !is_called(&line.text, &called);
            if at_edge && (is_numbering || recurs && !is_note && !goes_on()) || is_rule(&line.text) {
                line.kind = LineKind::Furniture;
            }
        }
    }
}

/// Whether a line begins with a raised mark, as a note does.
fn begins_with_raised(line: &Line) -> bool {
    let first = if line.is_mirrored { line.letters.last() } else { line.letters.first() };
    // Smaller letters on the same line are a job number beside a page number.
    first
        .is_some_and(|first| first.glyph.size < line.size * 0.85 && line.base - first.glyph.base > line.size * 0.05)
}

/// Whether a line is a short note that the page calls: “3 A/80/318.”
fn is_called(text: &str, called: &[String]) -> bool {
    let Some((mark, rest)) = text.split_at_checked(mark_length(text, 0)) else { return false };
    rest.contains(char::is_alphabetic) && called.iter().any(|called| called == mark)
}

/// Whether a line of the text or of a note is the one right above another of its size.
fn is_next(above: &Line, line: &Line) -> bool {
    let distance = (line.base - above.base) / line.size.max(1.0);
    above.kind != LineKind::Furniture
        && (above.size - line.size).abs() < 0.6
        && (0.5..1.4).contains(&distance)
        && above.left < line.right
        && line.left < above.right
}

/// `2/5`, `- 3 -`, `23-23443 2/5`, `23-23443 (E) 011223`
fn is_page_number(text: &str) -> bool {
    let n_digits = text.chars().filter(char::is_ascii_digit).count();
    let n_letters = text.chars().filter(|letter| letter.is_alphabetic()).count();
    n_digits > 0 && n_letters <= 1 && text.len() < 48
}

fn is_rule(text: &str) -> bool {
    text.len() > 4 && text.chars().all(|letter| matches!(letter, '_' | '─' | '—' | '―'))
}

/// The size that most of the letters have.
fn body_size(pages: &[Vec<Line>]) -> f32 {
    let mut sizes: HashMap<i32, usize> = HashMap::new();
    for line in pages.iter().flatten().filter(|line| line.kind == LineKind::Text) {
        *sizes.entry((line.size * 4.0).round() as i32).or_default() += line.text.len();
    }
    sizes.into_iter().max_by_key(|(size, n)| (*n, *size)).map_or(10.0, |(size, _)| size as f32 / 4.0)
}

/// Marks the small print at the foot of each column, from its first mark on.
fn mark_notes(page: &mut [Line], body: f32, called: &[String]) {
    let columns = page.chunk_by_mut(|a, b| a.column == b.column);
    for column in columns {
        let is_small = |line: &Line| line.size < body * 0.95;
        let n_text = column.iter().rposition(|line| line.kind == LineKind::Text && !is_small(line));
        let foot = column.get_mut(n_text.map_or(0, |last| last + 1)..).unwrap_or_default();
        let needs_raise = foot.iter().any(|line| line.kind == LineKind::Text && begins_note(line, true, called));
        let starts =
            foot.iter().position(|line| line.kind == LineKind::Text && begins_note(line, needs_raise, called));
        // A page of nothing but small print has no notes; one whose foot continues with a note of the last page has.
        if let Some(start) = starts.filter(|_| n_text.is_some()) {
            for line in foot.iter_mut().skip(start).filter(|line| line.kind == LineKind::Text) {
                line.kind = LineKind::Note;
            }
        }
    }
}

/// Whether a line begins with a note's mark; where others on the page are raised, this one must be.
fn begins_note(line: &Line, needs_raise: bool, called: &[String]) -> bool {
    let raised = usize::from(begins_with_raised(line));
    let length = mark_length(&line.text, raised);
    let is_sign = line.text.starts_with(['*', '†', '‡']);
    let mark = line.text.get(..length).unwrap_or_default();
    // “1.” may be a paragraph’s number, unless the page calls it.
    let is_note = || label_length(&line.text) == 0 || called.iter().any(|called| called == mark);
    length > 0 && (raised > 0 || is_sign || !needs_raise && is_note())
}

/// Cuts the notes of a page into one for each mark.
fn note_paragraphs<'l>(lines: &'l [Line], called: &[String]) -> Vec<&'l [Line]> {
    let needs_raise = lines.iter().any(|line| begins_note(line, true, called));
    lines.chunk_by(|_, next| !begins_note(next, needs_raise, called)).collect()
}

/// Cuts the lines of a page into paragraphs.
fn paragraphs(lines: &[Line]) -> Vec<&[Line]> {
    let leading = leading(lines);
    let mut out = Vec::new();
    let mut start = 0;
    for at in 1..=lines.len() {
        let here = lines.get(start..at).unwrap_or_default();
        if lines.get(at).is_none_or(|next| !goes_on(here, next, leading)) {
            out.push(here);
            start = at;
        }
    }
    out
}

/// The most frequent distance of two lines that follow each other, in shares of their size.
fn leading(lines: &[Line]) -> f32 {
    let mut distances: Vec<i32> = lines
        .windows(2)
        .filter_map(|pair| match pair {
            [a, b] if a.column == b.column && b.base > a.base => {
                Some(((b.base - a.base) / a.size.max(1.0) * 20.0).round() as i32)
            }
            _ => None,
        })
        .filter(|distance| *distance < 60)
        .collect();
    distances.sort_unstable();
    let longest =
        distances.chunk_by(|a, b| a == b).max_by_key(|run| (run.len(), -run.first().copied().unwrap_or(0)));
    longest.and_then(|run| run.first()).map_or(1.2, |distance| *distance as f32 / 20.0)
}

/// Whether a paragraph continues with a line.
fn goes_on(lines: &[Line], next: &Line, leading: f32) -> bool {
    let (Some(first), Some(last)) = (lines.first(), lines.last()) else { return false };
    let distance = next.base - last.base;
    // Had the first word of the next line had room, the line would not have stopped.
    let word = first_word_width(next);
    let had_room = last.room > word + last.size * 0.5;
    // A raised mark may push a line down.
    let is_open = next.text.starts_with(char::is_lowercase) && !last.text.ends_with(['.', ';', ':', ',']);
    // Where words are not cut, a long word leaves much room; a line of a list leaves more.
    let had_room = had_room && !(is_open && last.room < (last.right - last.left) * 0.25);
    let is_mid_sentence = !had_room
        && next.text.starts_with(char::is_lowercase)
        && !last.text.ends_with(['.', ';', ':'])
        && last.letters.iter().chain(&next.letters).any(|letter| letter.glyph.size < last.size * 0.95);
    let most = if is_mid_sentence { 1.6 } else { 1.2 };
    if last.column != next.column
        || next.is_aside
        || (last.size - next.size).abs() > 0.6
        || last.is_bold != next.is_bold
        || distance > leading * last.size * most
        || distance <= 0.0
    {
        return false;
    }
    let margin = if lines.len() > 1 { last.left } else { first.left };
    let is_further_in = next.left > margin + 4.0;
    let is_labelled =
        label_length(&next.text) > 0 && (had_room || is_further_in || last.text.ends_with([';', ':', '.']));
    let is_centred = (next.left + next.right - last.left - last.right).abs() < 4.0;
    if is_labelled {
        return false;
    }
    if lines.len() > 1 && is_further_in && !is_centred {
        return false;
    }
    !had_room || is_centred && first.room > 20.0
}

/// How much room the first word takes. A line of Chinese may end after any sign.
fn first_word_width(line: &Line) -> f32 {
    let n_letters = line.letters.len();
    let at = |i: usize| line.letters.get(if line.is_mirrored { n_letters - 1 - i } else { i });
    let letters = (0..n_letters).filter_map(at).map(|letter| letter.glyph);
    let mut extent: Option<(f32, f32)> = None;
    for letter in letters.take_while(|glyph| !glyph.letter.is_whitespace() || glyph.letter == '\u{a0}') {
        let (left, right) = extent.unwrap_or((letter.left, letter.right));
        let gap = (letter.left - right).max(left - letter.right);
        if extent.is_some() && gap > letter.size * 0.3 {
            break;
        }
        extent = Some((left.min(letter.left), right.max(letter.right)));
        if is_han(letter.letter) {
            break;
        }
    }
    extent.map_or(0.0, |(left, right)| right - left)
}

fn is_han(letter: char) -> bool {
    matches!(letter, '\u{3400}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{3ffff}')
}
