//! Finds footnote marks in a text.
//!
//! A mark comes glued («elles1», «Agency.2», «(2000),3»), raised (¹), with a stroke («1951 3/») or spaced («2024, 1 and»).
//! A number that belongs to the text is none: a decimal, what counts a noun, part of a date, a list or a symbol. Where
//! both are possible, the order of all calls decides: notes are called in the order of their numbers. The order is
//! evidence and not a condition, so that a lost call does not lose the others.

use super::mark_context::{
    Form, digits_len, goes_on_as_a_number, is_amid_han, is_before_the_next_mark, is_glued, is_mark_before, is_unit,
    is_year, last_word, plain_digit, spaced, symbol_before, takes_a_number,
};
use crate::language::document;
use crate::model::Span;
use crate::text::fold::fold;
use crate::text::tokens::{head, tail};
use crate::text::traced::Traced;
use foldhash::fast::FixedState;
use std::collections::{HashMap, HashSet};

/// Markup for superscript digits in HTML and Markdown.
pub const RAISED: [(&str, &str); 2] = [("<sup>", "</sup>"), ("^", "^")];

/// A mark found in a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mark {
    /// The stretch to take out of the text: the mark, with the white space that separates it from its word.
    pub span: Span,
    /// The mark itself.
    pub name: String,
}

/// A number that may be a mark.
#[derive(Clone, Debug)]
struct Candidate {
    text: usize,
    mark: Mark,
    number: u32,
    form: Form,
    /// Whether the page has a note of this number.
    is_on_page: bool,
}

/// Where the notes of a document are printed.
#[derive(Debug, Default)]
pub struct Notes {
    /// For each number the pages that have such a note.
    pages: HashMap<u32, Vec<usize>, FixedState>,
    /// Where pages end in the source; none if nothing indicates it.
    page_ends: Vec<u32>,
    /// The numbers of notes that are printed in round brackets: «(1) A/80/12».
    in_brackets: HashSet<u32, FixedState>,
    /// The notes whose mark is a sign: «*», «†».
    signs: Vec<String>,
}

impl Notes {
    /// The notes of a source, each with its number and its place.
    pub fn of(source: &str, notes: impl IntoIterator<Item = (u32, u32)>) -> Self {
        let page_ends = source.match_indices('\u{c}').map(|(at, _)| at as u32).collect();
        let mut all = Self { page_ends, ..Self::default() };
        for (number, at) in notes {
            let page = all.page_of(at);
            all.pages.entry(number).or_default().push(page);
        }
        all
    }

    /// The same with notes whose marks look like no number alone: in round brackets, or signs.
    #[must_use]
    pub fn with_looks<'s>(mut self, marks: impl IntoIterator<Item = &'s str>) -> Self {
        for mark in marks {
            if let Some(number) = mark.strip_prefix('(').and_then(|mark| mark.strip_suffix(')')) {
                self.in_brackets.extend(number.parse::<u32>());
            } else if mark.starts_with(SIGNS) {
                self.signs.push(mark.to_owned());
            }
        }
        self
    }

    fn page_of(&self, at: u32) -> usize {
        self.page_ends.partition_point(|end| *end < at)
    }

    fn has(&self, number: u32) -> bool {
        self.pages.contains_key(&number)
    }

    /// Whether a place is on the page of the note; nothing if no page is known.
    fn is_on_page(&self, number: u32, at: u32) -> Option<bool> {
        let pages = self.pages.get(&number).filter(|_| !self.page_ends.is_empty())?;
        Some(pages.contains(&self.page_of(at)))
    }
}

/// The calls in the texts of a document, for each text in order.
pub fn calls(texts: &[&Traced], notes: &Notes) -> Vec<Vec<Mark>> {
    let mut candidates = Vec::new();
    for (number, traced) in texts.iter().enumerate() {
        Scan { text: &traced.text, traced, number, notes }.candidates(&mut candidates);
    }
    let mut found = vec![Vec::new(); texts.len()];
    for candidate in chosen(candidates, notes) {
        if let Some(marks) = found.get_mut(candidate.text) {
            marks.push(candidate.mark);
        }
    }
    if !notes.signs.is_empty() {
        for (marks, traced) in found.iter_mut().zip(texts) {
            marks.extend(signs_in(&traced.text, &notes.signs));
            marks.sort_by_key(|mark| mark.span);
        }
    }
    found
}

/// The signs that may be marks.
const SIGNS: [char; 3] = ['*', '†', '‡'];

/// The signs in a text that call notes: each glued to the word before it, and the same as a note's.
fn signs_in(text: &str, notes: &[String]) -> Vec<Mark> {
    let mut marks = Vec::new();
    let mut at = 0;
    while let Some(found) = text.get(at..).and_then(|rest| rest.find(SIGNS)) {
        let start = at + found;
        let rest = text.get(start..).unwrap_or_default();
        let end = start + rest.len() - rest.trim_start_matches(SIGNS).len();
        at = end;
        let before = text.get(..start).and_then(|before| before.chars().next_back());
        let after = text.get(end..).and_then(|after| after.chars().next());
        let is_glued = before.is_some_and(|letter| !letter.is_whitespace() && !matches!(letter, '(' | '[' | '«'));
        let name = text.get(start..end).unwrap_or_default();
        if is_glued && after.is_none_or(|letter| !letter.is_alphanumeric()) && notes.iter().any(|note| note == name)
        {
            marks.push(Mark { span: Span::new(start, end), name: name.to_owned() });
        }
    }
    marks
}

/// No document has so many notes.
const MOST_NOTES: usize = 1000;

/// The candidates that are marks: those of the heaviest rising sequence, all raised ones, and glued ones that call a note again.
fn chosen(candidates: Vec<Candidate>, notes: &Notes) -> Vec<Candidate> {
    if candidates.is_empty() {
        return candidates;
    }
    let most = notes.pages.keys().max().map_or(0, |number| *number as usize + 1).min(MOST_NOTES);
    // For each number the heaviest sequence that ends with it: its weight and its last candidate.
    let mut best: Vec<(u32, Option<usize>)> = vec![(0, None); most];
    let mut before: Vec<Option<usize>> = Vec::with_capacity(candidates.len());
    for (i, candidate) in candidates.iter().enumerate() {
        let number = candidate.number as usize;
        if !notes.has(candidate.number) || number >= most {
            before.push(None);
            continue;
        }
        // What follows the note before it is worth more than what leaves some out.
        let follows = best.get(number - 1).map_or((0, None), |(weight, last)| match last {
            Some(_) => (weight + 4, *last),
            None => (0, None),
        });
        let lower = best.get(..number).unwrap_or_default();
        let any = lower.iter().copied().max_by_key(|(weight, _)| *weight).unwrap_or((0, None));
        let (weight, last) = if follows.0 >= any.0 { follows } else { any };
        before.push(last);
        let weight = weight + candidate.form.weight();
        if let Some(cell) = best.get_mut(number).filter(|cell| weight > cell.0) {
            *cell = (weight, Some(i));
        }
    }
    let mut is_chosen = vec![false; candidates.len()];
    let mut called: HashSet<u32, FixedState> = HashSet::default();
    let mut at = best.iter().max_by_key(|(weight, _)| *weight).and_then(|(_, last)| *last);
    while let Some(i) = at {
        if let (Some(chosen), Some(candidate)) = (is_chosen.get_mut(i), candidates.get(i)) {
            *chosen = true;
            called.insert(candidate.number);
        }
        at = before.get(i).copied().flatten();
    }
    let first = notes.pages.keys().min().copied().unwrap_or(1);
    let mut last = first.saturating_sub(1);
    let all = candidates.into_iter().zip(is_chosen);
    let kept = all.filter(|(candidate, is_chosen)| {
        let number = candidate.number;
        let has_neighbour = number == first || called.contains(&(number - 1)) || called.contains(&(number + 1));
        let is_mark = match candidate.form {
            Form::Raised => true,
            Form::Glued if !notes.has(number) => number == last + 1,
            Form::Glued => *is_chosen || called.contains(&number) && number <= last,
            Form::Spaced | Form::SpacedAtEnd => *is_chosen && (has_neighbour || candidate.is_on_page),
        };
        if is_mark {
            last = last.max(number);
        }
        is_mark
    });
    kept.map(|(candidate, _)| candidate).collect()
}

/// How far from a number its context reaches.
const WINDOW: usize = 200;

/// Looks through one text.
struct Scan<'a> {
    text: &'a str,
    traced: &'a Traced,
    number: usize,
    notes: &'a Notes,
}

impl Scan<'_> {
    fn candidates(&self, found: &mut Vec<Candidate>) {
        // A raised digit begins with one of two bytes.
        let may_begin = |byte: u8| byte.is_ascii_digit() | matches!(byte, 0xc2 | 0xe2);
        let next_from = |at: usize| Some(at + self.text.get(at..)?.bytes().position(may_begin)?);
        let mut at = 0;
        while let Some(next) = next_from(at) {
            at = next;
            let rest = self.text.get(at..).unwrap_or_default();
            let length = digits_len(rest);
            if length == 0 {
                at += rest.chars().next().map_or(1, char::len_utf8);
                continue;
            }
            found.extend(self.candidate(at, at + length));
            at += length;
        }
    }

    /// The candidate that some digits are, if they may be a mark.
    fn candidate(&self, start: usize, end: usize) -> Option<Candidate> {
        let digits = self.text.get(start..end)?;
        let is_raised = !digits.is_ascii();
        // «décembre 20171»: a year carries the mark.
        let is_year = !is_raised && (5..=7).contains(&digits.len()) && is_year(digits.get(..4)?);
        let start = if is_year { start + 4 } else { start };
        let printed = self.text.get(start..end)?;
        let name: String = printed.chars().map(plain_digit).collect();
        let number: u32 = name.parse().ok().filter(|number| (1..MOST_NOTES as u32).contains(number))?;
        let is_defined = self.notes.has(number);
        // What is far away says nothing of a number.
        let before = tail(self.text.get(..start)?, WINDOW);
        let after = head(self.text.get(end..)?, WINDOW);
        let on_page = self.notes.is_on_page(number, self.traced.source_of(start));
        if name.starts_with('0') || before.trim().is_empty() {
            // Nothing is called before the first word.
            return None;
        }
        let candidate = |form, from: usize, to: usize| {
            let mark = Mark { span: Span::new(start - before.len() + from, to), name };
            Some(Candidate { text: self.number, mark, number, form, is_on_page: on_page == Some(true) })
        };
        if is_raised {
            return if is_unit(before) { None } else { candidate(Form::Raised, before.trim_end().len(), end) };
        }
        if is_year {
            return if is_defined
                && !goes_on_as_a_number(after)
                && !document().number_takers.contains(&fold(last_word(before.get(..before.len() - 4)?)))
            {
                candidate(Form::Glued, before.len(), end)
            } else {
                None
            };
        }
        let bare = before.trim_end_matches(char::is_whitespace);
        // «1951 3/ et», not «74/175»; «2033[1] and».
        let stroke = after.strip_prefix('/').is_some_and(|rest| !rest.starts_with(char::is_alphanumeric));
        if stroke && is_defined && !bare.ends_with('/') && !takes_a_number(last_word(bare)) {
            return candidate(Form::Glued, bare.len(), end + 1);
        }
        // «[1]», «(1)», and «[^1]» of Markdown.
        let brackets = [("[^", "]"), ("[", "]"), ("(", ")")].into_iter().chain(RAISED);
        let opened = brackets.into_iter().find_map(|(open, close)| Some((before.strip_suffix(open)?, open, close)));
        if let Some((inside, open, close)) = opened {
            let is_glued = !inside.ends_with(char::is_whitespace) && !symbol_before(inside);
            // «du rapport (1) du Directeur»: where the note itself is printed so.
            let is_like_its_note = self.notes.in_brackets.contains(&number);
            let fits = after.starts_with(close) && is_defined && (open != "(" || is_glued || is_like_its_note);
            let form = if is_glued || open != "(" { Form::Glued } else { Form::SpacedAtEnd };
            return if fits && !inside.trim_end().is_empty() {
                candidate(form, inside.trim_end().len(), end + close.len())
            } else {
                None
            };
        }
        if goes_on_as_a_number(after) {
            return None;
        }
        if bare.len() == before.len() {
            if self.notes.has(number + 1) && is_before_the_next_mark(after, number) {
                return if is_glued(before, "", is_defined) {
                    candidate(Form::Glued, before.len(), end + 1)
                } else {
                    None
                };
            }
            if is_glued(before, after, is_defined) {
                return candidate(Form::Glued, before.len(), end);
            }
            return if is_defined && is_amid_han(before, after) {
                candidate(Form::Spaced, before.len(), end)
            } else {
                None
            };
        }
        if !is_defined {
            return None;
        }
        // On a page without such a note, a number by itself is the text's own.
        let follows_a_mark = self.notes.has(number - 1) && is_mark_before(bare, number);
        let form = if follows_a_mark { Some(Form::SpacedAtEnd) } else { spaced(bare, after, on_page) };
        let form = form.filter(|_| on_page != Some(false))?;
        candidate(form, bare.len(), end)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn marks(text: &str, defined: &[u32]) -> Vec<String> {
        let mut traced = Traced::default();
        traced.push(text, Span::new(0, text.len()));
        let notes = Notes::of(text, defined.iter().map(|number| (*number, 0)));
        calls(&[&traced], &notes).concat().into_iter().map(|mark| mark.name).collect()
    }

    #[test]
    fn a_mark_is_read_glued_spaced_raised_or_with_a_stroke() {
        for (text, defined) in [
            ("les femmes1, et", [1].as_slice()),
            ("the Secretary-General,1 and the Agency.", &[1]),
            ("resolution 1325 (2000),1 and", &[1]),
            ("resolution 69/313,1 and", &[1]),
            ("in 2024.1", &[1]),
            ("décembre 20171", &[1]),
            ("civilisations 1, et", &[1]),
            ("the Child 1 and the Protocols thereto", &[1]),
            ("of 22 March 2012, 1 31/14 of 23 March 2016", &[1]),
            ("10 December 1948, 1 in particular the principle", &[1]),
            ("the Pact for the Future; 1", &[1]),
            ("de 1951 1/ et", &[1]),
            ("in 2033[1] and", &[1]),
            ("the portal¹ by", &[]),
            ("the report (see A/80/12),1 and", &[1]),
            ("its eighty-second session.1", &[1]),
            ("注意到独立专家的报告1以及各国", &[1]),
        ] {
            assert_eq!(marks(text, defined), ["1"], "{text}");
        }
    }

    #[test]
    fn a_number_of_the_text_is_no_mark() {
        for text in [
            "kills 1.27 million people and 2.9 per cent",
            "recommendation CM/Rec(2024)3 and decision EC-94/DEC.4 of",
            "including 5,337 posts, from 7.30 to 9 p.m.",
            "affects 3 people and 4 of",
            "on 1 December 2019, 2 members left",
            "the programmes 1, 10, 17 et 25",
            "table ronde 1 : fleuves, et la table ronde 2 : lacs",
            "articles 5, 6 and 7 of the Convention",
            "no 1, vol. 2, p. 3",
            "3 km² of land",
            "no.5",
            "有3艘船只和2个港口，过去4年，方案5小时",
        ] {
            assert_eq!(marks(text, &[1, 2, 3, 4, 5, 6, 7, 9, 10]), [""; 0], "{text}");
        }
    }

    #[test]
    fn a_lost_call_does_not_lose_the_others_and_the_order_rejects_what_only_looks_like_one() {
        assert_eq!(marks("rivers1 and lakes4 and seas,5 then", &[1, 2, 3, 4, 5]), ["1", "4", "5"]);
        assert_eq!(marks("that group 6: rivers, shall meet; the report of the Committee.1", &[1, 2, 6, 7]), ["1"]);
    }

    #[test]
    fn two_marks_may_follow_each_other() {
        for (text, rest) in
            [("States have laws,1, 2", "States have laws,"), ("the report,1 2 and", "the report, and")]
        {
            let mut traced = Traced::default();
            traced.push(text, Span::new(0, text.len()));
            let notes = Notes::of(text, [(1, 0), (2, 0)]);
            let found = calls(&[&traced], &notes).concat();
            let mut left = text.to_owned();
            found
                .iter()
                .rev()
                .for_each(|mark| left.replace_range(mark.span.start as usize..mark.span.end as usize, ""));
            assert_eq!((found.len(), left.as_str()), (2, rest));
        }
    }

    #[test]
    fn a_note_may_be_called_again() {
        assert_eq!(marks("rivers1 and lakes2, and seas1 too", &[1, 2]), ["1", "2", "1"]);
    }
}
