//! Builds a paragraph's text from glyphs in reading order, with its lines, raised marks, links and italics.

use super::encoding;
use super::glyph::Glyph;
use crate::model::Span;
use std::ops::Range;

/// A letter of a paragraph.
#[derive(Clone, Copy, Debug)]
pub struct PlacedLetter {
    /// The page, from 0.
    pub page: u32,
    pub glyph: Glyph,
    /// The link that it is part of, by a number of its own.
    pub link: Option<u32>,
    /// The note that it calls, if the file says so.
    pub note: Option<u32>,
}

/// A printed line of a paragraph.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct PrintedRow {
    pub page: u32,
    /// The first inked letter's left edge.
    pub left: f32,
    /// The last inked letter's right edge.
    pub right: f32,
    pub base: f32,
    /// The size of most of it.
    pub size: f32,
    /// Where it begins in the text.
    pub start: u32,
}

/// A short run above the line: perhaps a note's mark.
#[derive(Clone, Debug, PartialEq)]
pub struct RaisedRun {
    pub span: Span,
    /// The page, from 0.
    pub page: u32,
    /// The note that it calls, if the file says so.
    pub note: Option<u32>,
}

/// A paragraph's text.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Composed {
    pub text: String,
    pub rows: Vec<PrintedRow>,
    pub raised: Vec<RaisedRun>,
    pub links: Vec<(Span, u32)>,
    pub italics: Vec<Span>,
    pub is_bold: bool,
}

/// A gap wider than this share of the size is a space.
const SPACE: f32 = 0.25;
/// The same between a word and a raised mark.
const RAISED_SPACE: f32 = 0.35;
/// A letter so much smaller than the line's is raised or lowered.
const SMALL: f32 = 0.85;

/// Puts letters together.
pub fn compose(letters: &[PlacedLetter], habits: Habits) -> Composed {
    let mut composer = Composer { habits, ..Composer::default() };
    for row in rows(letters, habits) {
        composer.add_row(row);
    }
    composer.finish()
}

/// How a file writes.
#[derive(Clone, Copy, Debug, Default)]
pub struct Habits {
    /// Whether it writes a space at the end of each line inside a paragraph, so that a line without one ends within
    /// a word.
    pub spaces_at_line_ends: bool,
    /// Whether a hyphen at a line's end may cut a word: the line end is then left for the parser to judge.
    pub may_cut_words: bool,
    /// Whether its lines are read from the right, even those without Arabic letters.
    pub is_from_the_right: bool,
}

impl Habits {
    /// Looks at many paragraphs.
    pub fn of<'l>(paragraphs: impl Iterator<Item = &'l [PlacedLetter]>) -> Self {
        let (mut with, mut without, mut cut) = (0_usize, 0_usize, 0_usize);
        let (mut n_arabic, mut n_others) = (0_usize, 0_usize);
        for letters in paragraphs {
            for letter in letters.iter().map(|letter| letter.glyph.letter).filter(|letter| letter.is_alphabetic()) {
                if is_right_to_left(letter) { n_arabic += 1 } else { n_others += 1 }
            }
            let rows = rows(letters, Self::default());
            for row in rows.iter().take(rows.len().saturating_sub(1)) {
                match row.letters.last().map(|last| last.glyph.letter) {
                    Some(letter) if letter.is_whitespace() => with += 1,
                    Some('-' | '\u{2010}') => cut += 1,
                    Some('/' | '–' | '—') | None => {}
                    Some(_) => without += 1,
                }
            }
        }
        // Where words are not cut, one line of fifty ends in a hyphen.
        let may_cut_words = cut > 3 && cut * 20 > with + without + cut;
        let is_from_the_right = n_arabic > n_others;
        Self { spaces_at_line_ends: with > without * 8, may_cut_words, is_from_the_right }
    }
}

/// A line's letters.
struct RowLetters {
    row: PrintedRow,
    letters: Vec<PlacedLetter>,
    /// The numbers and foreign words of a line of Arabic.
    turned: Vec<TurnedRun>,
}

/// Letters that are read from the left in a line that is read from the right: their places in the line, and their edges.
struct TurnedRun {
    letters: Range<usize>,
    edges: (f32, f32),
}

/// Cuts letters into printed lines, each in the order of reading.
fn rows(letters: &[PlacedLetter], habits: Habits) -> Vec<RowLetters> {
    let mut rows: Vec<RowLetters> = Vec::new();
    for letter in letters {
        let PlacedLetter { page, glyph, .. } = letter;
        let is_blank = glyph.letter.is_whitespace();
        let open = rows.last_mut().filter(|open| {
            let apart = (open.row.base - glyph.base).abs();
            open.row.page == *page && apart <= 0.55 * open.row.size.max(glyph.size) || is_blank
        });
        match open {
            Some(open) => {
                // The line is where its largest letters are.
                if !is_blank && glyph.size > open.row.size * 1.05 {
                    (open.row.size, open.row.base) = (glyph.size, glyph.base);
                }
                open.letters.push(*letter);
            }
            None if is_blank => {}
            None => {
                let row = PrintedRow { page: *page, base: glyph.base, size: glyph.size, ..PrintedRow::default() };
                rows.push(RowLetters { row, letters: vec![*letter], turned: Vec::new() });
            }
        }
    }
    for (i, row) in rows.iter_mut().enumerate() {
        row.put_in_order(habits, i == 0);
        let inked = || row.letters.iter().filter(|letter| !letter.glyph.letter.is_whitespace());
        row.row.left = inked().map(|letter| letter.glyph.left).fold(f32::INFINITY, f32::min);
        row.row.right = inked().map(|letter| letter.glyph.right).fold(f32::NEG_INFINITY, f32::max);
    }
    rows
}

/// Whether a letter is written from right to left.
pub fn is_right_to_left(letter: char) -> bool {
    matches!(letter, '\u{590}'..='\u{8ff}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{fefc}')
}

impl RowLetters {
    /// A line of Arabic is read from the right, and the numbers and foreign words in it from the left.
    fn put_in_order(&mut self, habits: Habits, begins_paragraph: bool) {
        let n_arabic = self.letters.iter().filter(|letter| is_right_to_left(letter.glyph.letter)).count();
        let n_latin = self.letters.iter().filter(|letter| letter.glyph.letter.is_ascii_alphabetic()).count();
        let is_arabic = n_arabic > 0 && (n_arabic >= n_latin || habits.is_from_the_right);
        let is_within_arabic = n_arabic == 0 && habits.is_from_the_right && !self.ends_at_the_right();
        if !is_arabic && !is_within_arabic {
            return;
        }
        let middle = |letter: &PlacedLetter| f32::midpoint(letter.glyph.left, letter.glyph.right);
        self.letters.sort_by(|a, b| middle(b).total_cmp(&middle(a)));
        let is_strong =
            |letter: &PlacedLetter| letter.glyph.letter.is_alphanumeric() && !is_right_to_left(letter.glyph.letter);
        let (mut at, mut is_first) = (0, true);
        while at < self.letters.len() {
            let Some(rest) = self.letters.get(at..) else { break };
            if !rest.first().is_some_and(is_strong) {
                is_first &= rest.first().is_some_and(|letter| letter.glyph.letter.is_whitespace());
                at += 1;
                continue;
            }
            let turned = rest.iter().position(|letter| is_right_to_left(letter.glyph.letter)).unwrap_or(rest.len());
            let mut last = rest.iter().take(turned).rposition(is_strong).unwrap_or(0);
            let run = rest.get(..=last).unwrap_or_default();
            let own = if is_first { self.own_number(run, begins_paragraph) } else { 0 };
            let marks = run.iter().rev().take_while(|letter| self.is_mark(letter)).count();
            // A mark at the left of a number is called after it.
            last = match (own, marks) {
                (1.., _) => own - 1,
                (_, marks) if marks <= last => last - marks,
                _ => last,
            };
            is_first = false;
            let letters = at..at + last + 1;
            if let Some(run) = self.letters.get_mut(letters.clone()) {
                let edges = run.iter().fold((f32::INFINITY, f32::NEG_INFINITY), |(left, right), letter| {
                    (left.min(letter.glyph.left), right.max(letter.glyph.right))
                });
                run.reverse();
                self.turned.push(TurnedRun { letters, edges });
            }
            at += last + 1;
        }
    }

    /// Whether a full stop or the like is at the right end of the line, as in one that is read from the left.
    fn ends_at_the_right(&self) -> bool {
        let inked = self.letters.iter().filter(|letter| !letter.glyph.letter.is_whitespace());
        let last = inked.max_by(|a, b| a.glyph.right.total_cmp(&b.glyph.right));
        last.is_some_and(|last| !last.glyph.letter.is_alphanumeric())
    }

    fn is_mark(&self, letter: &PlacedLetter) -> bool {
        letter.glyph.letter.is_ascii_digit() && is_raised(&letter.glyph, &self.row)
    }

    /// How many digits at the right end of a line are the number of the note or paragraph that begins there: they are
    /// raised, or apart from what follows.
    fn own_number(&self, letters: &[PlacedLetter], begins_paragraph: bool) -> usize {
        let n_raised = letters.iter().take_while(|letter| self.is_mark(letter)).count();
        let is_apart = |pair: &[PlacedLetter]| match pair {
            [last, next] => last.glyph.left - next.glyph.right > 0.5 * SPACE * self.row.size || is_blank(next),
            _ => false,
        };
        let end = letters.windows(2).position(is_apart).map_or(0, |last| last + 1);
        let word = letters.get(..end).unwrap_or_default();
        let is_number = end <= 3 && word.iter().all(|letter| letter.glyph.letter.is_ascii_digit());
        if n_raised == 0 && begins_paragraph && is_number { end } else { n_raised }
    }
}

fn is_blank(letter: &PlacedLetter) -> bool {
    letter.glyph.letter.is_whitespace()
}

/// A letter, and the edges of the run around it if that is read the other way than its line.
#[derive(Clone, Copy)]
struct DirectedLetter {
    letter: PlacedLetter,
    run: Option<(f32, f32)>,
}

impl DirectedLetter {
    /// The empty space between two letters that follow each other: where the direction turns, beside the whole run.
    fn gap_after(&self, last: &Self) -> f32 {
        let edges = |it: &Self| match it.run {
            Some(edges) if self.run != last.run => edges,
            _ => (it.letter.glyph.left, it.letter.glyph.right),
        };
        let ((left, right), (last_left, last_right)) = (edges(self), edges(last));
        (left - last_right).max(last_left - right)
    }
}

#[derive(Default)]
struct Composer {
    out: Composed,
    habits: Habits,
    n_bold: usize,
    n_letters: usize,
    /// The last letter that was put.
    last: Option<DirectedLetter>,
    /// The space after it.
    space: Option<Glyph>,
    ends_in_space: bool,
}

impl Composer {
    fn add_row(&mut self, row: RowLetters) {
        let first = row.letters.iter().map(|letter| letter.glyph.letter).find(|letter| !letter.is_whitespace());
        self.end_row(first.unwrap_or(' '));
        let mut place = row.row;
        place.start = self.out.text.len() as u32;
        self.out.rows.push(place);
        (self.last, self.space) = (None, None);
        let mut turned = row.turned.iter().peekable();
        let mut letters = row.letters.into_iter().enumerate().peekable();
        while let Some((at, mut letter)) = letters.next() {
            if let (Some(accent), Some((_, next))) = (encoding::accent(letter.glyph.letter), letters.peek()) {
                // An accent printed over the next letter.
                let overlap = letter.glyph.right.min(next.glyph.right) - letter.glyph.left.max(next.glyph.left);
                let is_over = overlap > 0.4 * (letter.glyph.right - letter.glyph.left).max(0.1);
                if let Some(whole) = encoding::with_accent(next.glyph.letter, accent).filter(|_| is_over) {
                    letter = *next;
                    letter.glyph.letter = whole;
                    letters.next();
                }
            }
            while turned.next_if(|run| run.letters.end <= at).is_some() {}
            let run = turned.peek().filter(|run| run.letters.contains(&at)).map(|run| run.edges);
            self.add(DirectedLetter { letter, run }, &place);
        }
    }

    /// Between two lines of a paragraph there is a space, unless a word or an address continues.
    fn end_row(&mut self, next: char) {
        let text = &mut self.out.text;
        if text.ends_with('\u{ad}') {
            text.pop();
            self.ends_in_space = false;
            return;
        }
        let is_hyphen = |letter: char| matches!(letter, '-' | '\u{2010}');
        let is_after_word = || text.trim_end_matches(is_hyphen).ends_with(char::is_alphabetic);
        if self.habits.may_cut_words && text.ends_with(is_hyphen) && is_after_word() {
            text.push('\n');
            self.ends_in_space = true;
            return;
        }
        let is_cut = || {
            let word = text.split_whitespace().next_back().unwrap_or_default();
            let is_word = word.ends_with(char::is_lowercase) && next.is_lowercase();
            is_word || word.contains('/') || is_right_to_left(next) && word.ends_with(is_right_to_left)
        };
        let goes_on = text.ends_with(['-', '\u{2010}', '/', '–', '—', '\u{2011}'])
            || self.habits.spaces_at_line_ends && is_cut();
        let is_chinese = text.chars().next_back().is_some_and(is_chinese);
        if !text.is_empty() && !self.ends_in_space && !goes_on && !is_chinese {
            text.push(' ');
            self.ends_in_space = true;
        }
    }

    fn add(&mut self, directed: DirectedLetter, row: &PrintedRow) {
        let letter = directed.letter;
        let glyph = letter.glyph;
        if glyph.letter.is_whitespace() || glyph.letter.is_control() {
            if !self.ends_in_space {
                self.space = Some(glyph);
            }
            self.add_space(glyph.letter);
            return;
        }
        let is_raised = is_raised(&glyph, row);
        if let Some(last) = self.last {
            let gap = directed.gap_after(&last);
            let before = last.letter.glyph;
            let size = glyph.size.max(before.size);
            // A mark may be a little away from its word.
            let widest = if is_raised && !is_superscript(before.letter) { RAISED_SPACE } else { SPACE };
            let is_over = self.space.is_some_and(|space| is_printed_over(&space, gap));
            if self.ends_in_space && is_over && glyph.letter.is_alphanumeric() {
                self.out.text.pop();
                self.ends_in_space = false;
            } else if !self.ends_in_space && gap > widest * size && !is_chinese(glyph.letter) {
                self.add_space(' ');
            }
        }
        self.space = None;
        // A combining accent after its letter.
        if let Some(accent) = encoding::accent(glyph.letter).filter(|accent| *accent == glyph.letter)
            && let Some(whole) =
                self.out.text.chars().next_back().and_then(|last| encoding::with_accent(last, accent))
        {
            self.out.text.pop();
            self.out.text.push(whole);
            return;
        }
        let start = self.out.text.len();
        self.out.text.push(glyph.letter);
        let span = Span::new(start, self.out.text.len());
        self.ends_in_space = false;
        self.last = Some(directed);
        self.n_letters += 1;
        self.n_bold += usize::from(glyph.is_bold);
        if glyph.is_italic {
            extend(&mut self.out.italics, span, 1);
        }
        if let Some(link) = letter.link {
            match self.out.links.last_mut() {
                Some((last, number)) if *number == link && last.end + 1 >= span.start => last.end = span.end,
                _ => self.out.links.push((span, link)),
            }
        }
        if letter.note.is_some() || is_raised {
            match self.out.raised.last_mut() {
                Some(last) if last.span.end == span.start && last.note == letter.note => last.span.end = span.end,
                _ => self.out.raised.push(RaisedRun { span, page: letter.page, note: letter.note }),
            }
        }
    }

    fn add_space(&mut self, letter: char) {
        if self.ends_in_space || self.out.text.is_empty() {
            return;
        }
        self.out.text.push(if letter == '\u{a0}' { letter } else { ' ' });
        self.ends_in_space = true;
    }

    fn finish(mut self) -> Composed {
        let length = self.out.text.trim_end().len();
        self.out.text.truncate(length);
        self.out.is_bold = self.n_bold * 10 > self.n_letters * 8;
        self.out
    }
}

/// Whether a letter is printed above the line, as a note's mark is.
fn is_raised(glyph: &Glyph, row: &PrintedRow) -> bool {
    let raise = (row.base - glyph.base) / row.size;
    let is_small = glyph.size < row.size * SMALL && raise > 0.1 || glyph.size < row.size * 0.95 && raise > 0.25;
    is_small || is_superscript(glyph.letter)
}

fn is_superscript(letter: char) -> bool {
    matches!(letter, '¹' | '²' | '³' | '⁰' | '⁴'..='⁹')
}

/// Whether the letter after a space is printed where the space is: Word writes one where a line may break, as
/// after the dash of “2024–2034”, and takes its width back.
fn is_printed_over(space: &Glyph, gap: f32) -> bool {
    space.right - space.left > 0.1 * space.size && gap < 0.12 * space.size
}

/// Adds a span to those before it, or to the last one if no more than so many bytes are between.
fn extend(spans: &mut Vec<Span>, span: Span, most: u32) {
    match spans.last_mut() {
        Some(last) if last.end + most >= span.start => last.end = span.end,
        _ => spans.push(span),
    }
}

/// Whether a letter is of a script that has no spaces.
fn is_chinese(letter: char) -> bool {
    matches!(letter, '\u{2e80}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{ff00}'..='\u{ffef}')
}

impl Composed {
    /// Appends what comes on the next page.
    pub fn append(&mut self, next: Self) {
        let is_chinese = self.text.chars().next_back().is_some_and(is_chinese);
        if !self.text.ends_with(['-', '/', '–', '—']) && !is_chinese {
            self.text.push(' ');
        }
        let by = self.text.len() as u32;
        let shifted = |span: Span| Span { start: span.start + by, end: span.end + by };
        self.text.push_str(&next.text);
        self.rows.extend(next.rows.into_iter().map(|row| PrintedRow { start: row.start + by, ..row }));
        let raised = next.raised.into_iter();
        self.raised.extend(raised.map(|raised| RaisedRun { span: shifted(raised.span), ..raised }));
        self.links.extend(next.links.into_iter().map(|(span, link)| (shifted(span), link)));
        self.italics.extend(next.italics.into_iter().map(shifted));
    }

    /// Takes a stretch of text away from its beginning.
    pub fn without_start(mut self, length: usize) -> Self {
        let rest = self.text.get(length..).unwrap_or_default();
        let by = (length + rest.len() - rest.trim_start().len()) as u32;
        self.text.drain(..by as usize);
        let shifted = |span: Span| Span { start: span.start.saturating_sub(by), end: span.end.saturating_sub(by) };
        for row in &mut self.rows {
            row.start = row.start.saturating_sub(by);
        }
        self.raised.iter_mut().for_each(|raised| raised.span = shifted(raised.span));
        self.links.iter_mut().for_each(|(span, _)| *span = shifted(*span));
        self.italics.iter_mut().for_each(|span| *span = shifted(*span));
        self.raised.retain(|raised| !raised.span.is_empty());
        self.links.retain(|(span, _)| !span.is_empty());
        self.italics.retain(|span| !span.is_empty());
        self
    }

    /// The size of its first line.
    pub fn size(&self) -> f32 {
        self.rows.first().map_or(0.0, |row| row.size)
    }
}
