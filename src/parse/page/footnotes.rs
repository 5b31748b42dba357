//! Finds footnotes, wherever they are on a page.

use super::layout::Layout;
use super::lines::{Line, LineKind};
use super::mark_context::names_what_follows;
use super::note_marks::{
    begins_with_a_month, bracketed_mark, is_number_alone, name_of, note_mark, pointed_mark, raised_by_markup,
    raised_mark, value,
};
use super::note_wording::{call_before, cites_like_a_note, is_uncased, is_worded_like_a_note, starts_a_paragraph};
pub use super::raw_notes::RawNote;
use super::raw_notes::divided;
use crate::language::document;
use crate::model::Span;
use crate::parse::closing;
use crate::text::fold::fold;
use foldhash::fast::FixedState;
use std::collections::HashSet;

/// Takes the footnotes out of the lines: their lines become [`LineKind::Note`].
pub fn take_notes(source: &str, lines: &mut [Line], layout: Layout) -> Vec<RawNote> {
    let has_pages = lines.iter().any(|line| line.page_before);
    let mut taker = NoteCollector {
        source,
        layout,
        notes: Vec::new(),
        inside: NoteArea::Text,
        is_closed: false,
        is_headed: false,
        last: 0,
        alone: None,
        to_search: 16 * source.len(),
    };
    let below = texts_below(lines);
    let mut i = 0;
    while i < lines.len() {
        let is_rule = lines.get(i).is_some_and(|line| line.kind == LineKind::Rule);
        if has_pages && is_rule {
            // Below the rule, the rest of a page has nothing but notes.
            let rest = lines.get_mut(i + 1..).unwrap_or_default();
            let ends_page = |line: &Line| line.page_before || line.kind == LineKind::Rule;
            let length = rest.iter().position(ends_page).unwrap_or(rest.len());
            let (below, _) = rest.split_at_mut(length);
            taker.inside = NoteArea::Text;
            if taker.take_below_rule(below) {
                i += 1 + length;
                continue;
            }
        }
        let (before, rest) = lines.split_at_mut(i);
        let Some(line) = rest.first_mut() else { break };
        taker.take(line, before.last(), below.get(i).copied().flatten());
        i += 1;
    }
    let notes = divided(source, taker.notes);
    mark_numbers_alone(source, lines, &notes);
    notes
}

/// The next line of text below a line.
#[derive(Clone, Copy)]
struct TextBelow {
    span: Span,
    is_on_page: bool,
}

/// For each line the next line of text below it.
fn texts_below(lines: &[Line]) -> Vec<Option<TextBelow>> {
    let mut texts = vec![None; lines.len()];
    let mut next: Option<TextBelow> = None;
    for (line, text) in lines.iter().zip(&mut texts).rev() {
        *text = next;
        if line.kind == LineKind::Text {
            next = Some(TextBelow { span: line.span, is_on_page: !line.page_before });
        } else if line.page_before {
            next = next.map(|text| TextBelow { is_on_page: false, ..text });
        }
    }
    texts
}

/// Says of numbers that are alone on their lines what they are: the mark of a note, or a call in the midst of a paragraph.
fn mark_numbers_alone(source: &str, lines: &mut [Line], notes: &[RawNote]) {
    let marks: HashSet<Span, FixedState> = notes.iter().map(|note| note.mark).collect();
    let names: HashSet<&str, FixedState> = notes.iter().map(|note| note.name.as_str()).collect();
    // «l’article / 4 / de la Convention»: its noun came before it.
    let is_expected = |before: Option<&Line>| before.is_some_and(|line| names_what_follows(line.span.of(source)));
    for i in 0..lines.len() {
        let is_text = |line: Option<&Line>| line.is_some_and(|line| line.kind == LineKind::Text);
        let after = lines.get(i + 1);
        let goes_on = after.is_some_and(|next| next.blanks_before == 0 && !next.page_before) && is_text(after);
        let before = i.checked_sub(1).and_then(|i| lines.get(i));
        let is_amid = goes_on && is_text(before);
        let is_expected = is_amid && is_expected(before);
        let Some(line) = lines.get_mut(i).filter(|line| is_number_alone(line.span.of(source))) else { continue };
        if marks.contains(&line.span) {
            line.kind = LineKind::Note;
        } else if is_amid
            && line.blanks_before == 0
            && !line.page_before
            && (is_expected || names.contains(line.span.of(source)))
        {
            line.kind = LineKind::Text;
        }
    }
}

/// Walks the lines and takes what belongs to a note.
struct NoteCollector<'a> {
    source: &'a str,
    layout: Layout,
    notes: Vec<RawNote>,
    inside: NoteArea,
    /// Whether the closing formula has come: what follows it with a number that the text calls is a note, however it speaks.
    is_closed: bool,
    /// Whether a heading of the notes has come.
    is_headed: bool,
    /// The number of the last note.
    last: u32,
    /// A number on a line of its own that may be the mark of the note below it.
    alone: Option<Span>,
    /// How many bytes may still be searched for calls: each search begins at its note and goes up.
    to_search: usize,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum NoteArea {
    Text,
    AfterRule,
    Note { ruled: bool },
}

/// The notes and other lines below a rule.
struct BelowRule {
    /// The numbers that the text of a note may have: one if its mark is right before it.
    numbers: Vec<(u32, Span)>,
    lines: Vec<Span>,
}

impl NoteCollector<'_> {
    /// Takes the notes of a page, in whatever order their marks and words were extracted; whether there are any.
    fn take_below_rule(&mut self, lines: &mut [Line]) -> bool {
        let source = self.source;
        let marks = self.numbers_below(lines);
        let first = lines.iter().find(|line| line.kind == LineKind::Text).map(|line| line.span.of(source));
        let Some(first) = first else { return false };
        self.inside = NoteArea::AfterRule;
        let has_mark = lines
            .iter()
            .any(|line| line.kind == LineKind::Text && self.mark_of(line.span.of(source), line).is_some());
        let goes_on = self.last > 0 && first.starts_with(char::is_lowercase);
        if marks.is_empty() && !has_mark && !goes_on && !is_worded_like_a_note(first) {
            self.inside = NoteArea::Text;
            return false;
        }
        let mut groups: Vec<BelowRule> = Vec::new();
        let mut pending: Vec<(u32, Span)> = Vec::new();
        for line in lines.iter_mut() {
            if let Some(mark) = marks.iter().find(|(_, span)| *span == line.span) {
                pending.push(*mark);
                continue;
            }
            if line.kind != LineKind::Text {
                continue;
            }
            line.kind = LineKind::Note;
            let text = line.span.of(source);
            if let Some((mark, body)) = self.mark_of(text, line).filter(|_| pending.is_empty()) {
                let start = line.span.start as usize;
                let body = start + body + text.get(body..).map_or(0, |rest| rest.len() - rest.trim_start().len());
                let span = Span::new(start, start + mark);
                // A star has no number; its name is recognized by its mark.
                let number = value(span.of(source)).unwrap_or(0);
                self.last = self.last.max(number);
                groups.push(BelowRule {
                    numbers: vec![(number, span)],
                    lines: vec![Span::new(body, line.span.end as usize)],
                });
            } else if !pending.is_empty() {
                groups.push(BelowRule { numbers: std::mem::take(&mut pending), lines: vec![line.span] });
            } else if let Some(group) = groups.last_mut() {
                group.lines.push(line.span);
            } else {
                groups.push(BelowRule { numbers: Vec::new(), lines: vec![line.span] });
            }
        }
        // Marks that are printed last belong to the words that came without any.
        if let Some(group) = groups.iter_mut().find(|group| group.numbers.is_empty()) {
            group.numbers.append(&mut pending);
            group.numbers.sort_unstable();
        }
        for group in groups {
            self.add_group(group);
        }
        self.inside = NoteArea::Text;
        true
    }

    /// The numbers alone on their lines that are marks: those that follow the last note without a gap.
    fn numbers_below(&self, lines: &[Line]) -> Vec<(u32, Span)> {
        let alone = lines.iter().filter(|line| is_number_alone(line.span.of(self.source)));
        let mut numbers: Vec<(u32, Span)> =
            alone.filter_map(|line| Some((value(line.span.of(self.source))?, line.span))).collect();
        numbers.sort_unstable();
        let mut next = self.last + 1;
        // One or two may have been lost before.
        let first = numbers.iter().map(|(number, _)| *number).find(|number| *number >= next);
        if let Some(first) = first.filter(|first| *first <= next + 3 || self.last == 0) {
            next = first;
        }
        numbers.retain(|(number, _)| {
            let follows = *number == next;
            next += u32::from(follows);
            follows
        });
        numbers
    }

    fn add_group(&mut self, group: BelowRule) {
        let BelowRule { numbers, lines } = group;
        if numbers.is_empty() {
            let first = lines.first().map_or("", |line| line.of(self.source));
            match self.notes.last_mut() {
                Some(note) if !is_worded_like_a_note(first) => note.lines.extend(lines),
                _ => {
                    self.last += 1;
                    let at = lines.first().map_or(0, |line| line.start);
                    self.notes.push(RawNote {
                        mark: Span { start: at, end: at },
                        name: self.last.to_string(),
                        lines,
                    });
                }
            }
            return;
        }
        let bodies = self.bodies(&lines, numbers.len());
        for ((number, mark), lines) in numbers.into_iter().zip(bodies) {
            self.last = self.last.max(number);
            let name = name_of(mark.of(self.source));
            self.notes.push(RawNote { mark, name, lines });
        }
    }

    /// Divides lines among so many notes: one begins where the line before it ended, above all if it speaks like a note.
    fn bodies(&self, lines: &[Span], n_notes: usize) -> Vec<Vec<Span>> {
        let text = |i: usize| lines.get(i).map_or("", |line| line.of(self.source));
        let may_begin = |i: &usize| text(*i - 1).ends_with(['.', ';']) && !text(*i).starts_with(char::is_lowercase);
        let mut starts: Vec<usize> = (1..lines.len()).filter(may_begin).collect();
        let n_wanted = n_notes.saturating_sub(1);
        let mut n_more = starts.len().saturating_sub(n_wanted);
        starts.retain(|start| {
            let is_kept = n_more == 0 || is_worded_like_a_note(text(*start));
            n_more -= usize::from(!is_kept);
            is_kept
        });
        starts.truncate(n_wanted);
        let mut bodies = Vec::with_capacity(n_notes);
        let mut from = 0;
        for end in starts.into_iter().chain([lines.len()]) {
            bodies.push(lines.get(from..end).unwrap_or_default().to_vec());
            from = end;
        }
        bodies.resize(n_notes, Vec::new());
        bodies
    }

    fn is_ruled(&self) -> bool {
        matches!(self.inside, NoteArea::AfterRule | NoteArea::Note { ruled: true })
    }

    fn take(&mut self, line: &mut Line, before: Option<&Line>, below: Option<TextBelow>) {
        let text = line.span.of(self.source);
        if line.page_before {
            self.leave();
        }
        if line.kind == LineKind::Rule {
            self.leave();
            self.inside = NoteArea::AfterRule;
            return;
        }
        if self.heads_notes(text, below) {
            self.leave();
            self.inside = NoteArea::AfterRule;
            self.is_headed = true;
            line.kind = LineKind::Rule;
            return;
        }
        if is_number_alone(text) && matches!(line.kind, LineKind::Furniture | LineKind::Text) {
            self.take_number(line, before, below);
            return;
        }
        let leaves = line.kind == LineKind::Link
            || self.layout == Layout::DoubleSpaced && line.blanks_before == 0
            || line.kind == LineKind::Furniture && self.inside != NoteArea::AfterRule;
        if leaves && self.alone.is_none() {
            self.leave();
        }
        if line.kind != LineKind::Text {
            return;
        }
        if let Some(mark) = self.alone.take() {
            self.begin(mark, line.span);
            line.kind = LineKind::Note;
            return;
        }
        if let Some((mark, body)) = self.mark_of(text, line) {
            let start = line.span.start as usize;
            let body = start + body + text.get(body..).map_or(0, |rest| rest.len() - rest.trim_start().len());
            self.begin(Span::new(start, start + mark), Span::new(body, line.span.end as usize));
            line.kind = LineKind::Note;
            return;
        }
        if !self.goes_on(text, line) {
            self.leave();
            self.is_closed = self.is_closed || closing::is_meeting(text);
            return;
        }
        if let Some(note) = self.notes.last_mut() {
            note.lines.push(line.span);
        }
        line.kind = LineKind::Note;
    }

    /// Whether a line is the heading of the notes: “Notes” above the first of them, if the text calls it or the second.
    fn heads_notes(&mut self, text: &str, below: Option<TextBelow>) -> bool {
        const LONGEST: usize = 64;
        let name = text.trim_matches(|letter: char| !letter.is_alphabetic());
        if text.len() > LONGEST || name.is_empty() || !document().note_headings.contains(&fold(name)) {
            return false;
        }
        let Some(span) = below.map(|below| below.span) else { return false };
        let next = span.of(self.source);
        if raised_mark(next).or_else(|| raised_by_markup(next)).or_else(|| bracketed_mark(next)).is_some() {
            return true;
        }
        let mark = pointed_mark(next).or_else(|| note_mark(next)).and_then(|mark| next.get(..mark));
        let Some(number) = mark.and_then(value) else { return false };
        [number, number + 1].iter().any(|number| self.calls(span.start as usize, &number.to_string()))
    }

    /// Takes a number that is alone on its line: the mark of a note, or the number of the page.
    fn take_number(&mut self, line: &Line, before: Option<&Line>, below: Option<TextBelow>) {
        let Some(number) = value(line.span.of(self.source)) else { return };
        let next = below.map(|text| text.span.of(self.source));
        let has_text_below = below.is_some_and(|text| text.is_on_page);
        let follows = number > self.last && number <= self.last + 12;
        if self.is_ruled() {
            let is_mark = next.is_some() && (number == self.last + 1 || self.last == 0 && has_text_below);
            if is_mark {
                self.alone = Some(line.span);
            } else if line.kind == LineKind::Furniture {
                self.leave();
            }
            return;
        }
        // Without a rule, the note below must speak like one.
        let apart = line.blanks_before > 0 || before.is_none_or(|before| before.kind != LineKind::Text);
        let speaks = next.is_some_and(|next| is_worded_like_a_note(next) && !next.starts_with(char::is_lowercase));
        // Right below another note, its number and its call in the text are enough.
        let is_next = number == self.last + 1 && matches!(self.inside, NoteArea::Note { .. }) && next.is_some();
        let is_called = is_next && self.is_called(line.span);
        if is_called || follows && speaks && apart && number <= self.last + 3 {
            self.alone = Some(line.span);
            return;
        }
        self.leave();
    }

    /// Whether the text before a mark calls it, as far as there is still something to search.
    fn is_called(&mut self, mark: Span) -> bool {
        self.calls(mark.start as usize, mark.of(self.source))
    }

    fn calls(&mut self, end: usize, name: &str) -> bool {
        let start = self.source.ceil_char_boundary(end.saturating_sub(self.to_search));
        let (is_called, at) = call_before(self.source.get(start..end).unwrap_or_default(), name);
        self.to_search = self.to_search.saturating_sub(end - start - at);
        is_called
    }

    fn begin(&mut self, mark: Span, body: Span) {
        let name = name_of(mark.of(self.source));
        if let Ok(number) = name.parse() {
            self.last = number;
        }
        self.notes.push(RawNote { mark, name, lines: if body.is_empty() { Vec::new() } else { vec![body] } });
        self.inside = NoteArea::Note { ruled: self.is_ruled() };
    }

    fn leave(&mut self) {
        self.inside = NoteArea::Text;
        self.alone = None;
    }

    /// The mark that opens a line, and where what follows it begins.
    fn mark_of(&mut self, text: &str, line: &Line) -> Option<(usize, usize)> {
        let ruled = self.is_ruled();
        let follows = |number: u32| number > self.last && number <= self.last + 12 || self.last == 0 && number > 0;
        let apart = line.blanks_before > 0 || matches!(self.inside, NoteArea::Note { .. });
        if let Some(mark) = raised_mark(text) {
            let number = value(text.get(..mark)?)?;
            return (ruled || follows(number) && number <= self.last + 3).then_some((mark, mark));
        }
        let plain = note_mark(text).or_else(|| raised_by_markup(text)).or_else(|| {
            // «(1) Voir»: elsewhere than below a rule it opens an item of a list.
            bracketed_mark(text).filter(|_| ruled || text.starts_with('[') || text.ends_with('.'))
        });
        let is_near = |number: u32| self.last == 0 || number > self.last && number <= self.last + 3;
        // «9 December 1994, the Optional Protocol»: a line within a note may begin with a date.
        if let Some(mark) = plain.filter(|mark| !text.get(*mark..).is_some_and(begins_with_a_month)) {
            let number = value(text.get(..mark)?).unwrap_or(0);
            // Without a rule a note is recognized by its number, which follows the last one, and by its wording.
            let is_next = number == self.last + 1 && matches!(self.inside, NoteArea::Note { .. });
            let is_star = number == 0 && apart && text.get(mark..)?.starts_with(' ');
            // Without capitals, a line within a note that begins with a number looks like another: «21 日通过».
            let may_be_any = number == 0
                || is_near(number)
                || text.get(mark..)?.trim_start().starts_with(|letter: char| !is_uncased(letter));
            let is_note = ruled && may_be_any
                || follows(number) && apart && is_worded_like_a_note(text.get(mark..)?)
                || (is_next || is_star || self.is_closed && apart && number == self.last + 1)
                    && self.is_called(Span::new(line.span.start as usize, line.span.start as usize + mark));
            return is_note.then_some((mark, mark));
        }
        // «1. See A/80/348.»
        let mark = pointed_mark(text)?;
        let number = value(text.get(..mark)?)?;
        let body = text.get(mark + 1..)?;
        let is_note = if ruled {
            number == self.last + 1 && (self.last > 0 || self.is_headed || is_worded_like_a_note(body))
                || follows(number) && cites_like_a_note(body)
        } else {
            number == self.last + 1 && apart && cites_like_a_note(body)
        };
        is_note.then_some((mark + 1, mark + 1))
    }

    /// Whether a line without a mark continues with the note above it.
    fn goes_on(&self, text: &str, line: &Line) -> bool {
        let NoteArea::Note { ruled } = self.inside else { return false };
        if line.blanks_before > 0 && (closing::is_meeting(text) || closing::is_vote(text)) {
            return false;
        }
        match self.layout {
            // Where each paragraph has its line, so has each note.
            Layout::ParagraphPerLine => ruled && line.blanks_before == 0,
            Layout::DoubleSpaced if ruled => true,
            _ => line.blanks_before == 0 || ruled && !starts_a_paragraph(text),
        }
    }
}
