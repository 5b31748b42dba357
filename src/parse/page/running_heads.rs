//! Running heads and feet: what belongs to the page and not to the text.

use super::layout::ends_like_a_paragraph;
use super::lines::{Line, LineKind};
use super::note_marks::is_number_alone;
use crate::text::fold::fold;
use foldhash::fast::FixedState;
use std::collections::HashMap;

/// Marks the running heads: symbols, and short lines that are part of the document's heading or recur, at the top or the
/// foot of a page. `heading` is what is printed before the organ's line.
pub fn mark_running_heads(source: &str, lines: &mut [Line], n_heading: usize) {
    let heading = Heading::of(source, lines.get(..n_heading).unwrap_or_default());
    let notes = below_rules(source, lines);
    let is_note = |i: usize| notes.get(i).copied().unwrap_or(false);
    let recurring = recurring(source, lines, &notes);
    let mut symbol_was_printed = false;
    for i in 0..lines.len() {
        let is_edge = Edge::at(lines, i);
        let Some(line) = lines.get(i).filter(|line| line.kind == LineKind::Text) else { continue };
        let text = line.span.of(source);
        if is_running_head(text) {
            let is_own = symbol_was_printed && heading.symbols.iter().any(|symbol| text.contains(symbol.as_str()));
            symbol_was_printed |= is_symbol(text);
            // The masthead has the symbol too, in one of the first lines.
            let is_apart = i > n_heading && is_own && is_symbol(text);
            if is_apart || !is_note(i) && is_edge.any() && (i >= EARLIEST_HEAD || is_own || line.page_before) {
                mark_with_neighbours(source, lines, i, &heading);
            }
            continue;
        }
        if is_note(i) {
            continue;
        }
        if line.page_before && heading.has(text) && starts_with_a_head(source, lines, i) {
            mark_with_neighbours(source, lines, i, &heading);
        } else if recurring.get(i).copied().unwrap_or(false)
            && let Some(line) = lines.get_mut(i)
        {
            line.kind = LineKind::Furniture;
        }
    }
}

/// Which lines are below a rule on their page: what recurs there are notes, and numbers by themselves are their marks.
fn below_rules(source: &str, lines: &[Line]) -> Vec<bool> {
    let has_pages = lines.iter().any(|line| line.page_before);
    let mut is_below = false;
    let below = |line: &Line| {
        let is_furniture = line.kind == LineKind::Furniture && !is_number_alone(line.span.of(source));
        is_below &= !line.page_before && (has_pages || !is_furniture);
        is_below |= line.kind == LineKind::Rule;
        is_below
    };
    lines.iter().map(below).collect()
}

/// Printed before the organ's line.
struct Heading {
    letters: String,
    symbols: Vec<String>,
}

impl Heading {
    fn of(source: &str, lines: &[Line]) -> Self {
        let text = || lines.iter().map(|line| line.span.of(source));
        let symbols = text().filter(|line| is_symbol(line)).map(str::to_owned).collect();
        Self { letters: text().map(letters).collect(), symbols }
    }

    /// Whether it has these words.
    fn has(&self, line: &str) -> bool {
        const SHORTEST: usize = 8;
        let line = letters(line);
        line.len() >= SHORTEST && self.letters.contains(&line)
    }
}

fn letters(line: &str) -> String {
    let mut letters = fold(line);
    letters.retain(char::is_alphabetic);
    letters
}

/// The neighbourhood of a line that shows where a page ends.
#[derive(Clone, Copy, Default)]
struct Edge {
    top: bool,
    foot: bool,
    beside_furniture: bool,
}

impl Edge {
    fn at(lines: &[Line], i: usize) -> Self {
        let is_furniture = |line: &Line| line.kind == LineKind::Furniture;
        let before = i.checked_sub(1).and_then(|i| lines.get(i));
        let after = lines.get(i + 1);
        Self {
            top: lines.get(i).is_some_and(|line| line.page_before),
            foot: after.is_some_and(|next| next.page_before),
            beside_furniture: before.is_some_and(is_furniture) || after.is_some_and(is_furniture),
        }
    }

    fn any(self) -> bool {
        self.top || self.foot || self.beside_furniture
    }
}

/// Whether the first lines of a page have a symbol or a page number.
fn starts_with_a_head(source: &str, lines: &[Line], top: usize) -> bool {
    let head = lines.iter().skip(top).take(MOST_LINES).take_while(|line| line.span.len() <= LONGEST);
    let before = top.checked_sub(1).and_then(|i| lines.get(i));
    before.is_some_and(|line| line.kind == LineKind::Furniture)
        || head.into_iter().any(|line| line.kind == LineKind::Furniture || is_running_head(line.span.of(source)))
}

/// No head of a page has more lines than this.
const MOST_LINES: usize = 6;
/// No line of a head is longer.
const LONGEST: usize = 200;

/// Marks a line of a running head, and those about it that the document's heading has, or that only furniture surrounds.
fn mark_with_neighbours(source: &str, lines: &mut [Line], at: usize, heading: &Heading) {
    let mark = |line: &mut Line| line.kind = LineKind::Furniture;
    if let Some(line) = lines.get_mut(at) {
        mark(line);
    }
    // Upwards to the top of the page.
    for i in (at.saturating_sub(MOST_LINES)..at).rev() {
        if lines.get(i + 1).is_none_or(|below| below.page_before) {
            break;
        }
        let Some(line) = lines.get_mut(i) else { break };
        match line.kind {
            LineKind::Furniture => {}
            LineKind::Text if heading.has(line.span.of(source)) => mark(line),
            _ => break,
        }
    }
    // Downwards: titles that the heading has, or at most two lines before a page number.
    let end = (at + 1 + MOST_LINES).min(lines.len());
    let mut last = at;
    for i in at + 1..end {
        let Some(line) = lines.get_mut(i) else { break };
        if line.page_before {
            break;
        }
        match line.kind {
            LineKind::Furniture => {
                let between = lines.get_mut(last + 1..i).unwrap_or_default();
                let is_head = |line: &Line| {
                    line.kind == LineKind::Text
                        && line.span.len() <= 100
                        && !ends_like_a_paragraph(line.span.of(source))
                        && line.span.of(source).starts_with(char::is_uppercase)
                };
                if between.len() <= 2 && between.iter().all(is_head) {
                    between.iter_mut().for_each(mark);
                }
                last = i;
            }
            LineKind::Text if heading.has(line.span.of(source)) && !ends_like_a_paragraph(line.span.of(source)) => {
                mark(line);
                last = i;
            }
            LineKind::Text if i - last <= 2 => {}
            _ => break,
        }
    }
    mark_title_amid_a_sentence(source, lines, at);
}

/// Marks the line below a symbol at the top of a page where the sentence of the page before continues below it.
fn mark_title_amid_a_sentence(source: &str, lines: &mut [Line], at: usize) {
    let top =
        (at.saturating_sub(MOST_LINES)..=at).rev().find(|i| lines.get(*i).is_some_and(|line| line.page_before));
    let page = top.and_then(|top| lines.get(..top)).unwrap_or_default();
    let start = page.iter().rposition(|line| line.page_before).unwrap_or(0);
    let page = page.get(start..).unwrap_or_default();
    // What is below the rule are notes.
    let text = page.iter().take_while(|line| line.kind != LineKind::Rule);
    let Some(before) = text.filter(|line| line.kind == LineKind::Text).last().map(|line| line.span) else { return };
    let is_open = !ends_like_a_paragraph(before.of(source));
    let mut below = lines.iter_mut().skip(at + 1).filter(|line| line.kind == LineKind::Text);
    let (Some(title), Some(next)) = (below.next(), below.next()) else { return };
    let words = title.span.of(source);
    let is_title = title.span.len() <= 100
        && words.starts_with(char::is_uppercase)
        && !ends_like_a_paragraph(words)
        && title.blanks_before > 0
        && next.blanks_before > 0
        && !title.page_before;
    if is_open && is_title && next.span.of(source).starts_with(char::is_lowercase) {
        title.kind = LineKind::Furniture;
    }
}

/// The short lines that recur at the edges of pages.
fn recurring(source: &str, lines: &[Line], notes: &[bool]) -> Vec<bool> {
    const FEW_WORDS: usize = 4;
    let mut seen: HashMap<String, Vec<usize>, FixedState> = HashMap::default();
    for (i, line) in lines.iter().enumerate() {
        let edge = Edge::at(lines, i);
        let follows_a_top = i.checked_sub(1).and_then(|i| lines.get(i)).is_some_and(|last| last.page_before);
        let is_note = notes.get(i).copied().unwrap_or(false);
        if line.kind == LineKind::Text && !is_note && (edge.any() || follows_a_top) && line.span.len() <= 100 {
            let key = letters(line.span.of(source));
            if !key.is_empty() {
                seen.entry(key).or_default().push(i);
            }
        }
    }
    let mut marked = vec![false; lines.len()];
    for places in seen.into_values().filter(|places| places.len() > 1) {
        // The first is kept where it is the document's own heading, before any page ended.
        let is_heading = |first: &usize| *first < 12 && lines.get(*first).is_some_and(|line| !line.page_before);
        let heads = if places.first().is_some_and(is_heading) { places.get(1..) } else { places.get(..) };
        let heads = heads.unwrap_or_default();
        // Two words of a sentence may recur by chance: a page number beside them is the evidence.
        let n_sure = heads.iter().filter(|i| Edge::at(lines, **i).beside_furniture).count();
        let is_long = heads
            .first()
            .and_then(|i| lines.get(*i))
            .is_some_and(|line| line.span.of(source).split_whitespace().count() >= FEW_WORDS);
        if n_sure * 2 < heads.len() && !is_long {
            continue;
        }
        for i in heads {
            let ends = lines.get(*i).is_some_and(|line| ends_like_a_paragraph(line.span.of(source)));
            if let Some(place) = marked.get_mut(*i).filter(|_| !ends) {
                *place = true;
            }
        }
    }
    marked
}

/// The masthead has the symbol too, in one of the first lines.
const EARLIEST_HEAD: usize = 8;

/// Whether a line is a symbol, and perhaps a title set apart from it: `A/RES/74/175`, `Title of it      S/RES/2902 (2031)`.
fn is_running_head(line: &str) -> bool {
    if !line.contains('/') {
        return false;
    }
    let column = |gap: &str| line.split_once(gap).map(|(left, right)| (left.trim(), right.trim()));
    let columns = [column("\t"), column("   ")].into_iter().flatten().next();
    is_symbol(line)
        || columns.is_some_and(|(left, right)| {
            (is_symbol(left) && !ends_like_a_paragraph(right) || is_symbol(right)) && line.len() < 200
        })
}

/// Whether a text is a symbol and nothing else.
pub fn is_symbol(line: &str) -> bool {
    // Most lines are text, which their first letters show.
    let Some((body, _)) = line.split_once('/') else { return false };
    if !(1..=8).contains(&body.len()) || !body.bytes().all(|b| b.is_ascii_uppercase()) {
        return false;
    }
    let (number, year) = line.split_once(" (").unwrap_or((line, ""));
    let is_year = year.is_empty() || year.trim_end_matches(')').bytes().all(|b| b.is_ascii_digit());
    is_year
        && !line.ends_with('.')
        && number.bytes().all(|b| b.is_ascii_alphanumeric() || b"/.-".contains(&b))
        && number.bytes().any(|b| b.is_ascii_digit())
}
