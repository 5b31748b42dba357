//! Finds footnote marks in a text.
//!
//! A mark comes glued («elles1», «Agency.2», «(2000),3»), raised (¹), with a stroke («1951 3/») or spaced («2024, 1 and»).
//! A number that belongs to the text is none: a decimal, what counts a noun, part of a date, a list or a symbol. Where
//! both are possible, the order of all calls decides: notes are called in the order of their numbers. The order is
//! evidence and not a condition, so that a lost call does not lose the others.

use crate::language::document;
use crate::lexicon::numbers::month;
use crate::model::Span;
use crate::text::fold::fold;
use crate::text::tokens::{head, is_han};
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

/// How sure a number is to be a mark.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Form {
    /// With white space before it, and a word after it.
    Spaced,
    /// With white space before it, and punctuation or the end after it.
    SpacedAtEnd,
    /// Glued to the word or the punctuation before it.
    Glued,
    /// With raised digits.
    Raised,
}

impl Form {
    fn weight(self) -> u32 {
        match self {
            Self::Spaced => 2,
            Self::SpacedAtEnd => 3,
            Self::Glued => 6,
            Self::Raised => 8,
        }
    }
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
        let window = (start.saturating_sub(WINDOW)..=start).find(|at| self.text.is_char_boundary(*at))?;
        let before = self.text.get(window..start)?;
        let after = head(self.text.get(end..)?, WINDOW);
        let on_page = self.notes.is_on_page(number, self.traced.source_of(start));
        if name.starts_with('0') || before.trim().is_empty() {
            // Nothing is called before the first word.
            return None;
        }
        let candidate = |form, from: usize, to: usize| {
            let mark = Mark { span: Span::new(window + from, to), name };
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
            return if is_glued(before, after, is_defined) {
                candidate(Form::Glued, before.len(), end)
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

/// Whether a text ends with the mark before a number, glued to a word: «the rules.5» before 6.
fn is_mark_before(text: &str, number: u32) -> bool {
    let word = text.trim_end_matches(|letter: char| letter.is_ascii_digit());
    let digits = text.get(word.len()..).unwrap_or_default();
    digits.parse().is_ok_and(|before: u32| before + 1 == number)
        && word
            .ends_with(|letter: char| letter.is_alphabetic() || matches!(letter, ',' | ';' | '.' | ')' | '”' | '»'))
}

/// Whether a number right after a letter or a sign is glued to it as a mark is.
fn is_glued(before: &str, after: &str, is_defined: bool) -> bool {
    let Some(last) = before.chars().next_back() else { return false };
    if is_han(last) || is_wide_mark(last) {
        return is_defined && may_follow_a_mark_in_chinese(last, before, after);
    }
    if after.starts_with(char::is_alphanumeric) {
        return false;
    }
    if last.is_alphabetic() {
        let word = before.rsplit(|letter: char| !letter.is_alphabetic()).next().unwrap_or_default();
        let is_acronym = word.chars().all(char::is_uppercase);
        // «EC-94/DEC4», «covid-19»: what has a stroke or a hyphen is a symbol, if in capitals.
        return word.chars().count() >= 3 && !is_acronym;
    }
    match last {
        '»' | '”' | '"' | ']' => is_defined,
        // «CM/Rec(2024)3» is one symbol, «resolution 1325 (2000)3» has a mark.
        ')' => is_defined && !symbol_before_bracket(before),
        ',' | ';' | ':' | '.' => {
            let name = before.get(..before.len() - 1).unwrap_or_default();
            let word = name.rsplit(|letter: char| !letter.is_alphanumeric()).next().unwrap_or_default();
            let token = name.rsplit(char::is_whitespace).next().unwrap_or_default();
            let ends_well =
                after.chars().next().is_none_or(|next| next.is_whitespace() || matches!(next, '”' | '»' | ')'));
            let is_number = word.contains(|letter: char| letter.is_ascii_digit());
            // «EC-94/DEC.4», «E/CN.4» and «A/80/L.4» are symbols; «69/313,4» and «in 2024.5» call notes.
            let is_symbol = token.contains('/') && !is_number || word.len() == 1;
            // «7.30» and «2,5» are numbers of the text.
            let number_can_end = !is_number || is_year(word) || token.contains('/') || name.ends_with(')');
            is_defined
                && ends_well
                && !is_symbol
                && number_can_end
                && (is_number || last != '.' || !takes_a_number(word))
        }
        _ => false,
    }
}

fn is_wide_mark(letter: char) -> bool {
    matches!(letter, '，' | '；' | '：' | '。' | '、' | '》' | '）')
}

/// Whether what is about a number in Chinese lets it be a mark: «报告3第27段», «报告；1», but not «过去10年», «第9和11段».
fn may_follow_a_mark_in_chinese(last: char, before: &str, after: &str) -> bool {
    let Some(next) = after.chars().next() else { return true };
    let lists = document();
    if is_wide_mark(last) {
        return next.is_whitespace() || !next.is_alphanumeric() || is_han(next) && !lists.counters.opens(after);
    }
    lists.counted_after.strip_end(before).is_none()
        && (next.is_whitespace() || is_wide_mark(next) || next == '”' || lists.seldom_counters.opens(after))
}

/// How a number after white space may be a mark, from what is before and after it.
fn spaced(before: &str, after: &str, on_page: Option<bool>) -> Option<Form> {
    let word = last_word(before);
    let is_number = word.contains(|letter: char| letter.is_ascii_digit());
    let token = before.rsplit(char::is_whitespace).next().unwrap_or_default();
    // «articles 5, 6 and 7»: a number of a list follows another.
    let may_follow = if is_number {
        is_year(word) || token.contains('/') || before.ends_with([')', ']', '”', '»'])
    } else {
        !takes_a_number(word)
    };
    if !may_follow || before.ends_with(['(', '[', '«', '“', '/', '-', '–', '—', '§', '°', '$', '€']) {
        return None;
    }
    let next = after.trim_start();
    let gap = after.len() - next.len();
    if next.is_empty() || after.starts_with("\n\n") || gap > 1 && !after.contains('\n') {
        return Some(Form::SpacedAtEnd);
    }
    let first = next.chars().next()?;
    if matches!(first, ',' | ';' | '.' | ':' | ')' | ']' | '”' | '»') {
        let rest = next.get(first.len_utf8()..)?.trim_start();
        // «1, 10, 17 et 25»
        let goes_on = rest.starts_with(|letter: char| letter.is_ascii_digit()) && !is_session_number(rest);
        return if goes_on { None } else { Some(Form::SpacedAtEnd) };
    }
    if gap == 0 {
        return None;
    }
    if first.is_ascii_digit() {
        return is_session_number(next).then_some(Form::Spaced);
    }
    let next_word = fold(next.split(|letter: char| !letter.is_alphabetic()).next().unwrap_or_default());
    if month(&next_word).is_some() || is_counted_together(&next_word, next) {
        return None;
    }
    let after_punctuation = before.ends_with([',', ';', '.', ':', ')', '”', '»']);
    // «affects 3 people»: what can be counted is; small words, names after a comma and quotations cannot.
    let cannot_be_counted = document().never_counted.contains(&next_word)
        || after_punctuation
            && (first.is_uppercase()
                || matches!(first, '“' | '«' | '(')
                || document().never_counted_ends.strip_end(&next_word).is_some());
    // Where the page has such a note, a name or a comma before it is enough.
    let follows_a_name = after_punctuation || word.starts_with(char::is_uppercase);
    (cannot_be_counted || on_page == Some(true) && follows_a_name).then_some(Form::Spaced)
}

/// «5 and 6», «3 à 7»: two numbers of a list.
fn is_counted_together(word: &str, next: &str) -> bool {
    let rest = next.trim_start_matches(|letter: char| letter.is_alphabetic()).trim_start();
    document().number_joints.contains(word)
        && rest.starts_with(|letter: char| letter.is_ascii_digit())
        && !is_session_number(rest)
}

/// `31/14`, `1325 (2000)`: what is cited by number, and not counted.
fn is_session_number(text: &str) -> bool {
    let rest = text.trim_start_matches(|letter: char| letter.is_ascii_digit());
    rest.starts_with('/') || rest.trim_start().starts_with('(')
}

/// Whether digits, or a stroke and digits, follow at once: «1.27», «5,337», «74/175», «2-3».
fn goes_on_as_a_number(after: &str) -> bool {
    let Some(first) = after.chars().next() else { return false };
    let rest = after.get(first.len_utf8()..).unwrap_or_default();
    let digit = rest.starts_with(|letter: char| letter.is_ascii_digit());
    match first {
        '.' | ',' | ':' | '/' | '-' | '–' | '\u{202f}' => digit,
        '%' | '‰' | '°' | 'º' => true,
        // «3 000 000»
        ' ' | '\u{a0}' => {
            rest.len() >= 3 && rest.bytes().take_while(u8::is_ascii_digit).count() == 3 && first == '\u{a0}'
        }
        // «报告5及其»: Chinese has no blanks.
        _ => first.is_alphanumeric() && !is_han(first),
    }
}

/// Whether a name is glued to the bracket that ends a text: `CM/Rec(2024)`.
fn symbol_before_bracket(text: &str) -> bool {
    let open = text.rfind('(');
    open.and_then(|open| text.get(..open)).is_some_and(symbol_before)
}

fn symbol_before(text: &str) -> bool {
    let token = text.rsplit(char::is_whitespace).next().unwrap_or_default();
    let is_acronym =
        token.contains(char::is_uppercase) && token.chars().all(|l| l.is_uppercase() || l.is_ascii_digit());
    text.ends_with(char::is_alphanumeric) && (token.contains('/') || is_acronym)
}

/// Whether a raised digit makes a unit: «km²».
fn is_unit(before: &str) -> bool {
    let word = before.rsplit(|letter: char| !letter.is_alphabetic()).next().unwrap_or_default();
    matches!(word, "m" | "km" | "cm" | "mm" | "dm" | "hm")
}

fn is_year(word: &str) -> bool {
    word.len() == 4
        && word.bytes().all(|b| b.is_ascii_digit())
        && (word.starts_with("19") || word.starts_with("20"))
}

fn last_word(text: &str) -> &str {
    let text = text.trim_end_matches(|letter: char| !letter.is_alphanumeric());
    text.rsplit(|letter: char| !letter.is_alphanumeric()).next().unwrap_or_default()
}

fn digits_len(text: &str) -> usize {
    let mut letters = text.chars();
    let Some(first) = letters.next().filter(|letter| plain_digit(*letter).is_ascii_digit()) else { return 0 };
    let is_raised = !first.is_ascii();
    let same = |letter: &char| plain_digit(*letter).is_ascii_digit() && letter.is_ascii() != is_raised;
    first.len_utf8() + letters.take_while(same).map(char::len_utf8).sum::<usize>()
}

/// A raised digit as a plain one.
pub fn plain_digit(letter: char) -> char {
    match letter {
        '⁰' => '0',
        '¹' => '1',
        '²' => '2',
        '³' => '3',
        '⁴'..='⁹' => char::from_u32(letter as u32 - '⁴' as u32 + '4' as u32).unwrap_or(letter),
        _ => letter,
    }
}

/// Words that a number belongs to: «no 39574», «article 5», «le 3 mars», «vol. 1577».
fn takes_a_number(word: &str) -> bool {
    let word = fold(word);
    document().number_takers.contains(&word) || month(&word).is_some()
}

/// Whether a line ends with a noun that a number belongs to: «… de l’article», “listed in annex”. Small words are no evidence.
pub(super) fn names_what_follows(line: &str) -> bool {
    let word = fold(last_word(line));
    let is_last = line.ends_with(char::is_alphabetic);
    is_last && takes_a_number(&word) && !document().never_counted.contains(&word)
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
    fn a_note_may_be_called_again() {
        assert_eq!(marks("rivers1 and lakes2, and seas1 too", &[1, 2]), ["1", "2", "1"]);
    }
}
