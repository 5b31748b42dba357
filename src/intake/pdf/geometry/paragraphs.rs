//! Joins lines to paragraphs.

use super::line::PrintedLine;
use crate::intake::pdf::label::label_length;

/// Cuts the lines of a page into paragraphs.
pub fn paragraphs(lines: &[PrintedLine]) -> Vec<&[PrintedLine]> {
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
fn leading(lines: &[PrintedLine]) -> f32 {
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
fn goes_on(lines: &[PrintedLine], next: &PrintedLine, leading: f32) -> bool {
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
        || next.is_aside && (had_room || !next.is_mirrored)
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
fn first_word_width(line: &PrintedLine) -> f32 {
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
