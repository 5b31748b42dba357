//! Running heads and feet: what belongs to the page and not to the text.

use super::layout::ends_like_a_paragraph;
use super::lines::{Line, LineKind};
use crate::text::fold::fold;
use foldhash::fast::FixedState;
use std::collections::HashMap;

/// Marks the running heads: short lines that stand again and again at the top or the foot of a page.
pub fn mark_running_heads(source: &str, lines: &mut [Line]) {
    let mut seen: HashMap<String, Vec<usize>, FixedState> = HashMap::default();
    for (i, line) in lines.iter().enumerate() {
        let near_an_edge = line.page_before
            || lines.get(i + 1).is_some_and(|next| next.page_before || next.kind == LineKind::Furniture)
            || i.checked_sub(1)
                .and_then(|i| lines.get(i))
                .is_some_and(|last| last.kind == LineKind::Furniture || last.page_before);
        if line.kind == LineKind::Text && near_an_edge && line.span.len() <= 100 {
            let mut key = fold(line.span.of(source));
            key.retain(char::is_alphabetic);
            if !key.is_empty() {
                seen.entry(key).or_default().push(i);
            }
        }
    }
    for i in EARLIEST_HEAD..lines.len() {
        let is_edge = |i: usize| lines.get(i).is_some_and(|line| line.kind == LineKind::Furniture);
        let at_an_edge = is_edge(i - 1) || is_edge(i + 1);
        let Some(line) = lines.get_mut(i) else { break };
        if line.kind == LineKind::Text && (line.page_before || at_an_edge) && is_running_head(line.span.of(source))
        {
            line.kind = LineKind::Furniture;
        }
    }
    for places in seen.into_values() {
        // The first is kept where it is the document's own heading, before any page ended.
        let heading =
            places.first().filter(|first| **first < 12 && lines.get(**first).is_some_and(|l| !l.page_before));
        let n_heads = places.len() - usize::from(heading.is_some());
        if places.len() < 2 || n_heads == 0 {
            continue;
        }
        let head = heading.copied();
        for place in places.iter().filter(|place| Some(**place) != head) {
            if let Some(line) = lines.get_mut(*place)
                && !ends_like_a_paragraph(line.span.of(source))
            {
                line.kind = LineKind::Furniture;
            }
        }
    }
}

/// The masthead has the symbol too, in one of the first lines.
const EARLIEST_HEAD: usize = 8;

/// Whether a line is a symbol, and perhaps a title set apart from it: `A/RES/74/175`, `Title of it      S/RES/2902 (2031)`.
fn is_running_head(line: &str) -> bool {
    let column = |gap: &str| line.split_once(gap).map(|(left, right)| (left.trim(), right.trim()));
    let columns = [column("\t"), column("   ")].into_iter().flatten().next();
    is_symbol(line)
        || columns.is_some_and(|(left, right)| {
            (is_symbol(left) && !ends_like_a_paragraph(right) || is_symbol(right)) && line.len() < 200
        })
}

/// Whether a text is a symbol and nothing else.
fn is_symbol(line: &str) -> bool {
    let (number, year) = line.split_once(" (").unwrap_or((line, ""));
    let is_year = year.is_empty() || year.trim_end_matches(')').bytes().all(|b| b.is_ascii_digit());
    is_year
        && ["A/", "S/", "E/"].iter().any(|body| number.starts_with(body))
        && number.bytes().all(|b| b.is_ascii_alphanumeric() || b"/.-".contains(&b))
        && number.bytes().any(|b| b.is_ascii_digit())
}
