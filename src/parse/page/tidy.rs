//! Repairs words that the extraction from PDF broke.
//!
//! «droi ts», «le s auteurs», «l ’Office», «Mem-⏎bres»: a word is repaired only on evidence. The joined form must occur
//! elsewhere, in the document or in the tables, and one of its halves must not be a word. A repair is recorded with the
//! original.

use super::broken_words::broken_groups;
use super::hyphens::Hyphens;
use super::marks::Mark;
use crate::language::document;
use crate::model::{Mend, NoteMark, Span};
use crate::text::forms::{Forms, WordAt};
use crate::text::tokens::{has_han, is_han, is_inside_word, is_space};
use crate::text::traced::{Edit, SpanKind, Traced};

const SOFT_HYPHEN: char = '\u{ad}';

/// Evidence that two words are one: how often it is in the document, and whether the tables have it.
impl Forms<'_> {
    /// Whether a folded word is attested: it occurs somewhere.
    pub(super) fn is_attested(&self, word: &str) -> bool {
        match self.find(word) {
            Some(form) => form.count > 0 || in_tables_if_long(word) && form.in_tables.is_some(),
            None => in_tables_if_long(word) && self.is_in_tables(word),
        }
    }

    /// Whether a folded word is by itself elsewhere in the document, or in the tables.
    pub(super) fn is_known_word(&self, word: &str) -> bool {
        self.find(word).map_or_else(|| self.is_in_tables(word), |form| form.count > 1 || form.in_tables.is_some())
    }

    /// Whether two words with nothing but white space between them are one that was broken.
    fn are_one(&self, first: &Word, second: &Word, joined: &mut String) -> bool {
        if self.is_exact || first.stands_alone && second.stands_alone {
            return false;
        }
        let (first, second) = (first.folded(self), second.folded(self));
        let n_letters = first.len() + second.len();
        let half_is_letter = first.len() == 1 || second.len() == 1;
        if n_letters < 4 && !half_is_letter {
            return false;
        }
        joined.clear();
        joined.reserve(n_letters.max(32));
        joined.push_str(first);
        joined.push_str(second);
        self.is_attested(joined)
    }
}

fn in_tables_if_long(word: &str) -> bool {
    word.len() > 4
}

/// A paragraph made tidy: words mended, white space single, note marks taken out.
#[derive(Debug, Default)]
pub struct CleanText {
    /// The text.
    pub text: Traced,
    /// Where notes are called in it.
    pub marks: Vec<NoteMark>,
    /// The mends.
    pub mends: Vec<Mend>,
}

/// A word of the raw text.
#[derive(Clone, Copy)]
struct Word {
    span: Span,
    /// Its place among the letters of all forms.
    folded: Span,
    /// Whether it may be by itself.
    stands_alone: bool,
}

impl Word {
    fn of(word: WordAt, forms: &Forms<'_>) -> Self {
        let form = forms.form(word.form);
        Self { span: word.span, folded: form.folded, stands_alone: form.stands_alone }
    }

    fn folded<'f>(&self, forms: &'f Forms<'_>) -> &'f str {
        self.folded.of(forms.letters())
    }
}

/// Makes a paragraph tidy. Its lines are joined by line feeds, and its words are given with it.
pub fn tidy(raw: Traced, words: &[WordAt], forms: &Forms<'_>, hyphens: &Hyphens, marks: &[Mark]) -> CleanText {
    let mut tidier = Cleaner {
        hyphens,
        edits: Vec::new(),
        shrunk: 0,
        marks: Vec::new(),
        mends: Vec::new(),
        joined: String::new(),
    };
    let mut marks = marks.iter().peekable();
    let text = raw.text.as_str();
    let has_soft_hyphens = text.contains(SOFT_HYPHEN);
    let has_han = has_han(text);
    tidier.trim_before(text, words.first().map_or(text.len() as u32, |first| first.span.start));
    let mut previous: Option<Word> = None;
    let groups = broken_groups(text, words, forms);
    let mut groups = groups.iter().peekable();
    for (i, word) in words.iter().enumerate() {
        let word = Word::of(*word, forms);
        if let Some(group) = groups.peek().filter(|group| group.first < i && i <= group.last)
            && let Some(last) = previous
        {
            let gap = Span { start: last.span.end, end: word.span.start };
            tidier.close(text, gap);
            if group.last == i {
                let first = words.get(group.first).map_or(word.span, |first| first.span);
                tidier.record(text, first, word.span, group.n_shrunk(text, words));
                groups.next();
            }
            previous = Some(Word { stands_alone: true, ..word });
            continue;
        }
        // A mark that is a word of its own goes with the white space before it.
        let mut marked = None;
        while let Some(mark) = marks.next_if(|mark| mark.span.start < word.span.start) {
            let start = marked.or(previous.map(|previous| previous.span.end)).unwrap_or(mark.span.start);
            tidier.spaces(text, Span { start, end: mark.span.start.max(start) }, false);
            tidier.take_mark(mark);
            marked = Some(mark.span.end);
        }
        if let Some(end) = marked {
            let end = tidier.before_punctuation(text, end);
            tidier.spaces(text, Span { start: end, end: word.span.start.max(end) }, false);
            previous = Some(word);
            continue;
        }
        if let Some(previous) = &previous {
            // Most words are by themselves with one space between them: that needs no mending, and no second look.
            let is_plain = previous.stands_alone && word.stands_alone && !has_soft_hyphens && !has_han;
            if !(is_plain && is_one_space(text, previous.span.end, word.span.start)) {
                tidier.between(text, previous, &word, forms);
            }
        }
        if has_soft_hyphens {
            tidier.soft_hyphens(text, word.span);
        }
        while let Some(mark) = marks.next_if(|mark| mark.span.start < word.span.end) {
            tidier.take_mark(mark);
        }
        previous = Some(word);
    }
    let mut end = previous.map(|last| last.span.end);
    for mark in marks {
        let start = end.unwrap_or(mark.span.start);
        tidier.spaces(text, Span { start, end: mark.span.start.max(start) }, false);
        tidier.take_mark(mark);
        end = Some(tidier.before_punctuation(text, mark.span.end));
    }
    if let Some(end) = end {
        tidier.spaces(text, Span { start: end, end: text.len() as u32 }, true);
    }
    let Cleaner { edits, marks, mends, .. } = tidier;
    CleanText { text: raw.edited(&edits), marks, mends }
}

/// Whether what is between two letters joins them: Chinese has no blanks, also where a line ends.
fn needs_no_space(text: &str, gap: Span) -> bool {
    let is_wide =
        |letter: char| is_han(letter) || matches!(letter, '\u{3001}'..='\u{303f}' | '\u{ff00}'..='\u{ffef}');
    let before = text.get(..gap.start as usize).and_then(|before| before.chars().next_back());
    let after = text.get(gap.end as usize..).and_then(|after| after.chars().next());
    let (Some(before), Some(after)) = (before, after) else { return false };
    let is_joined = |letter: char| is_wide(letter) || letter.is_ascii_digit();
    (is_wide(before) || is_wide(after)) && is_joined(before) && is_joined(after)
}

fn is_one_space(text: &str, start: u32, end: u32) -> bool {
    end == start + 1 && text.as_bytes().get(start as usize) == Some(&b' ')
}

struct Cleaner<'a> {
    hyphens: &'a Hyphens,
    edits: Vec<Edit>,
    /// How many bytes shorter the text is by now.
    shrunk: i64,
    marks: Vec<NoteMark>,
    mends: Vec<Mend>,
    /// Room for the word that two make together.
    joined: String,
}

impl Cleaner<'_> {
    fn edit(&mut self, start: u32, end: u32, with: &'static str, kind: SpanKind) {
        // A note's mark may have taken the white space before it already.
        let start = self.edits.last().map_or(start, |last| start.max(last.span.end));
        if start < end {
            self.shrunk += i64::from(end - start) - i64::from(with.len() as u32);
            self.edits.push(Edit { span: Span { start, end }, with, kind });
        }
    }

    /// Where a byte of the raw text will be when all the edits before it are made.
    fn settled(&self, at: u32) -> u32 {
        u32::try_from(i64::from(at) - self.shrunk).unwrap_or_default()
    }

    fn trim_before(&mut self, text: &str, first: u32) {
        let gap = Span { start: 0, end: first };
        let leading = gap.of(text);
        let blank = leading.len() - leading.trim_start_matches(is_space).len();
        self.edit(0, blank as u32, "", SpanKind::Mended);
        self.spaces(text, Span { start: blank as u32, end: first }, false);
    }

    /// Mends what is between two words.
    fn between(&mut self, text: &str, a: &Word, b: &Word, forms: &Forms<'_>) {
        let gap = Span { start: a.span.end, end: b.span.start };
        let between = gap.of(text);
        if between.is_empty() {
            return;
        }
        // What is between most words needs no mending.
        if between == " " && !needs_no_space(text, gap) {
            let is_letter = |word: &Word| word.folded.len() < 2;
            let is_cut = (is_letter(a) || is_letter(b)) && a.span.of(text).ends_with(SOFT_HYPHEN);
            if a.stands_alone && b.stands_alone && !is_cut {
                return;
            }
        } else if matches!(between, "’" | "'" | "-" | "/" | ", " | "; " | ". " | " (" | ") ") {
            return;
        }
        if between.chars().all(is_space)
            && !needs_no_space(text, gap)
            && is_broken(text, a, b, forms, &mut self.joined)
        {
            self.mend(text, a.span, b.span, gap, "");
            return;
        }
        let mark = between.trim_matches(is_space);
        if matches!(mark, "'" | "’" | "ʼ")
            && between.len() > mark.len()
            && document().elisions.contains(a.folded(forms))
        {
            let with = if mark == "'" { "'" } else { "’" };
            self.mend(text, a.span, b.span, gap, with);
            return;
        }
        if matches!(mark, "-" | "‐" | "‑" | "\u{ad}") && between.contains('\n') && between.starts_with(mark) {
            // «vis-⏎à-vis»: what has one hyphen has the other.
            let goes_on = text.get(b.span.end as usize..).is_some_and(|rest| rest.starts_with(['-', '‑']));
            let with =
                if goes_on { "-" } else { self.hyphens.at_line_end(a.span.of(text), b.span.of(text), forms) };
            self.mend(text, a.span, b.span, gap, if mark == "\u{ad}" { "" } else { with });
            return;
        }
        self.spaces(text, gap, false);
    }

    fn mend(&mut self, text: &str, a: Span, b: Span, gap: Span, with: &'static str) {
        let start = self.settled(a.start);
        let was = Span { start: a.start, end: b.end }.of(text);
        self.edit(gap.start, gap.end, with, SpanKind::Mended);
        // A hyphen that is kept at a line's end changes no letter.
        if !was.contains('\n') || with.is_empty() {
            let span = Span { start, end: self.settled(b.end) };
            self.mends.push(Mend { span, was: was.split_whitespace().collect::<Vec<_>>().join(" ") });
        }
    }

    /// Makes every run of white space in a gap one space, or none at the end of the text.
    fn spaces(&mut self, text: &str, gap: Span, at_end: bool) {
        let between = gap.of(text);
        if between == " " && !at_end && !needs_no_space(text, gap) {
            return;
        }
        let mut letters = between.char_indices().peekable();
        while let Some((start, letter)) = letters.next() {
            if !is_space(letter) {
                continue;
            }
            let mut end = start + letter.len_utf8();
            while let Some((at, letter)) = letters.next_if(|(_, letter)| is_space(*letter)) {
                end = at + letter.len_utf8();
            }
            let here = Span { start: gap.start + start as u32, end: gap.start + end as u32 };
            let with = if at_end && end == between.len() || needs_no_space(text, here) { "" } else { " " };
            if between.get(start..end) != Some(with) {
                self.edit(gap.start + start as u32, gap.start + end as u32, with, SpanKind::Mended);
            }
        }
    }

    /// Removes the line break between a mark and the comma or stop after it; returns where the rest begins.
    fn before_punctuation(&mut self, text: &str, at: u32) -> u32 {
        let rest = text.get(at as usize..).unwrap_or_default();
        let bare = rest.trim_start_matches(is_space);
        let blank = rest.len() - bare.len();
        let is_cut = rest.get(..blank).is_some_and(|blank| blank.contains('\n'));
        let stops = [',', '.', ')'];
        let takes_no_space = bare.starts_with(stops) || !self.hyphens.spaced_stops && bare.starts_with([';', ':']);
        if !(is_cut && takes_no_space) {
            return at;
        }
        let end = at + blank as u32;
        self.edit(at, end, "", SpanKind::Mended);
        end
    }

    /// Takes the white space out of a gap.
    fn close(&mut self, text: &str, gap: Span) {
        let between = gap.of(text);
        let mut at = 0;
        for letter in between.chars() {
            let end = at + letter.len_utf8() as u32;
            if is_space(letter) {
                self.edit(gap.start + at, gap.start + end, "", SpanKind::Mended);
            }
            at = end;
        }
    }

    /// Records a word that was put together of several pieces.
    fn record(&mut self, text: &str, first: Span, last: Span, n_shrunk: u32) {
        let end = self.settled(last.end);
        let was = Span { start: first.start, end: last.end }.of(text);
        let length = last.end - first.start - n_shrunk;
        self.mends.push(Mend { span: Span { start: end.saturating_sub(length), end }, was: was.to_owned() });
    }

    fn soft_hyphens(&mut self, text: &str, word: Span) {
        for (at, hyphen) in word.of(text).match_indices(SOFT_HYPHEN) {
            let start = word.start + at as u32;
            self.edit(start, start + hyphen.len() as u32, "", SpanKind::Mended);
        }
    }

    fn take_mark(&mut self, mark: &Mark) {
        let at = self.settled(mark.span.start.max(self.edits.last().map_or(0, |last| last.span.end)));
        self.edit(mark.span.start, mark.span.end, "", SpanKind::NoteMark);
        self.marks.push(NoteMark { at, mark: mark.name.clone() });
    }
}

/// Whether two words with white space between them are one.
fn is_broken(text: &str, a: &Word, b: &Word, forms: &Forms<'_>, joined: &mut String) -> bool {
    let (first, second) = (a.span.of(text), b.span.of(text));
    let are_letters = || first.chars().chain(second.chars()).all(|l| l.is_alphabetic() || is_inside_word(l));
    // «de s’attaquer»: a letter before an apostrophe is a word of its own.
    let elides = || {
        text.get(b.span.end as usize..).is_some_and(|rest| {
            rest.trim_start_matches(is_space).starts_with(['\'', '’', 'ʼ'])
                && document().elisions.contains(b.folded(forms))
        })
    };
    second.starts_with(char::is_lowercase)
        && (first.ends_with(SOFT_HYPHEN) || forms.are_one(a, b, joined) && !elides())
        && are_letters()
}
