//! Footnotes as they are on their page, divided where two share a line.

use super::note_wording::cites_like_a_note;
use crate::model::Span;

/// A footnote as it is on its page.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct RawNote {
    /// The mark, in the source; empty if it is printed nowhere.
    pub mark: Span,
    /// The mark as the text calls it.
    pub name: String,
    /// Its text, line by line, in the source.
    pub lines: Vec<Span>,
}

/// Divides lines that hold two notes: «8 A/80/1, annex. 9 A/80/2.»
pub fn divided(source: &str, notes: Vec<RawNote>) -> Vec<RawNote> {
    let mut out: Vec<RawNote> = Vec::with_capacity(notes.len());
    let mut notes = notes.into_iter().peekable();
    while let Some(note) = notes.next() {
        let next = notes.peek().and_then(|note| note.name.parse::<u32>().ok());
        out.push(note);
        while let Some(second) = out.last_mut().and_then(|note| second_note(source, note, next)) {
            out.push(second);
        }
    }
    out
}

/// The note that begins within another one, with the number that comes next.
fn second_note(source: &str, note: &mut RawNote, following: Option<u32>) -> Option<RawNote> {
    let number: u32 = note.name.parse().ok()?;
    let next = number + 1;
    if following == Some(next) {
        return None;
    }
    let printed = next.to_string();
    let (i, at) = note.lines.iter().enumerate().find_map(|(i, line)| {
        let text = line.of(source);
        let mut places = text.match_indices(printed.as_str());
        places.find_map(|(at, _)| {
            let before = text.get(..at)?;
            let after = text.get(at + printed.len()..)?;
            let parts = before.ends_with(char::is_whitespace) && before.trim_end().ends_with(['.', ';', ')']);
            (parts && after.starts_with(char::is_whitespace) && cites_like_a_note(after)).then_some((i, at))
        })
    })?;
    let line = *note.lines.get(i)?;
    let start = line.start as usize + at;
    let mark = Span::new(start, start + printed.len());
    let rest = Span::new(mark.end as usize, line.end as usize);
    let blank = rest.of(source).len() - rest.of(source).trim_start().len();
    let body = Span::new(rest.start as usize + blank, rest.end as usize);
    let after = note.lines.split_off(i + 1);
    let head = Span::new(line.start as usize, start);
    let head = Span::new(head.start as usize, head.start as usize + head.of(source).trim_end().len());
    if let Some(last) = note.lines.last_mut() {
        *last = head;
    }
    Some(RawNote { mark, name: printed, lines: std::iter::once(body).chain(after).collect() })
}
