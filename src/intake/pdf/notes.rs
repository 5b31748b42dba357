//! Notes: distinguishes them from paragraphs, splits elements with several, and links them to their calls.

use super::compose::Composed;
use super::drafts::Draft;
use super::label::{is_mark, mark_length};
use crate::intake::blocks::{BlockKind, Call};

/// A note that was found.
#[derive(Clone, Debug, Default)]
pub struct FoundNote {
    pub mark: String,
    /// Its paragraphs.
    pub texts: Vec<Composed>,
    /// The page, from 0.
    pub page: u32,
    /// Its number in the tree, if the tree ties it to its call.
    pub number: Option<u32>,
}

/// Takes the notes out of the drafts.
pub fn taken(drafts: Vec<Draft>) -> (Vec<Draft>, Vec<FoundNote>) {
    let calls = called_by_the_file(&drafts);
    let texts = drafts.iter().filter(|draft| draft.note.is_none());
    let marks: Vec<(u32, String)> = texts.flat_map(marks_of).collect();
    let body = body_size(&drafts);
    let mut rest = Vec::with_capacity(drafts.len());
    let mut notes: Vec<FoundNote> = Vec::new();
    // The note that the paragraph before was of.
    let mut last: Option<u32> = None;
    for draft in drafts {
        let looks = draft.note.is_none() && looks_like_a_note(&draft, body, &marks);
        if draft.note.is_none() && !looks {
            rest.push(draft);
            continue;
        }
        let length = mark_length(&draft.text.text, raised_at_start(&draft.text));
        let page = draft.text.rows.first().map_or(0, |row| row.page);
        let is_tied = draft.note.is_some_and(|number| calls.contains(&number));
        let goes_on = match notes.last() {
            // A note that the tree ties to its call is one note, whatever its paragraphs begin with.
            Some(_) if is_tied => last == draft.note,
            Some(_) => length == 0,
            None => false,
        };
        last = draft.note;
        if let Some(note) = notes.last_mut().filter(|_| goes_on) {
            note.texts.push(draft.text);
            continue;
        }
        let mark = draft.text.text.get(..length).unwrap_or_default().to_owned();
        // “1. See” is as “1 See”.
        let has_stop = length > 0 && draft.text.text.get(length..).is_some_and(|rest| rest.starts_with(". "));
        let text = draft.text.without_start(length + usize::from(has_stop));
        notes.push(FoundNote { mark, texts: vec![text], page, number: draft.note.filter(|_| is_tied) });
    }
    (rest, notes)
}

/// The notes that the tree itself ties to their calls.
fn called_by_the_file(drafts: &[Draft]) -> Vec<u32> {
    let mut calls: Vec<u32> =
        drafts.iter().flat_map(|draft| draft.text.raised.iter().filter_map(|raised| raised.note)).collect();
    calls.sort_unstable();
    calls.dedup();
    calls
}

/// The marks that a text calls. A letter in a table calls what is printed below the table, not a note of the page.
fn marks_of(draft: &Draft) -> Vec<(u32, String)> {
    const SHORTEST_PARAGRAPH: usize = 80;
    let is_short = draft.text.text.len() < SHORTEST_PARAGRAPH;
    let raised = draft.text.raised.iter().filter(|raised| raised.span.start > 0);
    let marks = raised.map(|raised| (raised.page, raised.span.of(&draft.text.text).to_owned()));
    let is_table = is_short || draft.kind != BlockKind::Paragraph;
    marks.filter(|(_, mark)| !is_table || !mark.starts_with(char::is_alphabetic)).collect()
}

/// How many bytes at a text's start are printed above the line.
fn raised_at_start(text: &Composed) -> usize {
    text.raised.first().filter(|raised| raised.span.start == 0).map_or(0, |raised| raised.span.len())
}

/// The size that most of the text has.
pub fn body_size(drafts: &[Draft]) -> f32 {
    let mut sizes: Vec<(i32, usize)> = Vec::new();
    for row in drafts.iter().filter(|draft| draft.note.is_none()).flat_map(|draft| &draft.text.rows) {
        let size = (row.size * 4.0).round() as i32;
        match sizes.iter_mut().find(|(other, _)| *other == size) {
            Some((_, count)) => *count += 1,
            None => sizes.push((size, 1)),
        }
    }
    sizes.into_iter().max_by_key(|(_, count)| *count).map_or(10.0, |(size, _)| size as f32 / 4.0)
}

/// Whether a paragraph that the file calls no note is one: smaller than the text, with a raised mark at its beginning
/// that the text on the same page calls.
fn looks_like_a_note(draft: &Draft, body: f32, marks: &[(u32, String)]) -> bool {
    let raised = raised_at_start(&draft.text);
    let length = mark_length(&draft.text.text, raised);
    let Some(row) = draft.text.rows.first() else { return false };
    let mark = draft.text.text.get(..length).unwrap_or_default();
    let is_number = mark.starts_with(|letter: char| letter.is_ascii_digit());
    // Notes at the end of a web page are as large as its text.
    let is_raised_number = is_number && raised > 0;
    if length == 0 || draft.kind != BlockKind::Paragraph || row.size > body * 0.95 && !is_raised_number {
        return false;
    }
    let is_called_from = |page: u32| page == row.page || is_raised_number && page < row.page;
    (raised > 0 || !is_number) && marks.iter().any(|(page, called)| is_called_from(*page) && called == mark)
}

/// Ties the marks in a paragraph to the notes. Marks that no note has stay text.
pub fn calls(text: &Composed, kind: BlockKind, notes: &[FoundNote], missing: &mut Vec<u32>) -> Vec<Call> {
    let mut calls = Vec::new();
    for raised in &text.raised {
        let word = raised.span.of(&text.text);
        let mark = plain_digits(word);
        let tied = raised.note.and_then(|number| notes.iter().position(|note| note.number == Some(number)));
        let is_cell = matches!(kind, BlockKind::Cell { .. });
        let by_mark = || {
            let mut found: Vec<usize> = Vec::new();
            if is_mark(word) {
                found.extend(notes.iter().enumerate().filter(|(_, note)| note.mark == mark).map(|(i, _)| i));
            }
            let here = found.iter().copied().find(|i| notes.get(*i).is_some_and(|note| note.page == raised.page));
            let is_number = mark.starts_with(|letter: char| letter.is_ascii_digit());
            // A note may begin on the page after, and be called again later.
            here.or_else(|| found.last().copied().filter(|_| is_number))
        };
        match tied.or_else(by_mark) {
            Some(note) => calls.push(Call { span: raised.span, note: note as u32 }),
            None if raised.note.is_some() => missing.push(raised.page),
            None if is_mark(word) && !is_cell && mark.starts_with('*') => missing.push(raised.page),
            None => {}
        }
    }
    calls
}

fn plain_digits(word: &str) -> String {
    let digit = |letter: char| match letter {
        '⁰' => '0',
        '¹' => '1',
        '²' => '2',
        '³' => '3',
        '⁴'..='⁹' => char::from_digit(letter as u32 - '⁰' as u32, 10).unwrap_or(letter),
        letter => letter,
    };
    word.trim().chars().map(digit).collect()
}
