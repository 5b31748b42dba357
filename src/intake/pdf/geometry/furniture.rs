//! Recognizes running heads and feet, and page numbers.

use super::line::{PrintedLine, PrintedLineKind, Sheet, begins_with_raised};
use crate::intake::pdf::label::mark_length;
use std::collections::HashMap;

/// Marks what recurs near the upper or lower edge of several pages, and page and job numbers.
pub fn mark_furniture(pages: &mut [Vec<PrintedLine>], sheets: &[Sheet]) {
    const MARGIN: f32 = 0.13;
    let shape = |line: &PrintedLine| -> String {
        let plain = |letter: char| if letter.is_ascii_digit() { '0' } else { letter };
        let mut shape: String = line.text.chars().map(plain).collect();
        while shape.contains("00") {
            shape = shape.replace("00", "0");
        }
        shape
    };
    let is_at_edge =
        |line: &PrintedLine, height: f32| line.base < height * MARGIN || line.base > height * (1.0 - MARGIN);
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
        let mut from_above: Vec<&mut PrintedLine> = lines.iter_mut().collect();
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
                line.kind = PrintedLineKind::Furniture;
            }
        }
    }
}

/// Whether a line is a short note that the page calls: “3 A/80/318.”
fn is_called(text: &str, called: &[String]) -> bool {
    let Some((mark, rest)) = text.split_at_checked(mark_length(text, 0)) else { return false };
    rest.contains(char::is_alphabetic) && called.iter().any(|called| called == mark)
}

/// Whether a line of the text or of a note is the one right above another of its size.
fn is_next(above: &PrintedLine, line: &PrintedLine) -> bool {
    let distance = (line.base - above.base) / line.size.max(1.0);
    above.kind != PrintedLineKind::Furniture
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
