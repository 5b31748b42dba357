//! The marks of notes at the start of a line.

use super::mark_context::plain_digit;
use super::marks::RAISED;
use crate::lexicon::numbers::month;
use crate::text::fold::fold;
use crate::text::tokens::may_begin_a_sentence;

/// Whether a text begins with the name of a month.
pub fn begins_with_a_month(text: &str) -> bool {
    let word = text.split_whitespace().next().unwrap_or_default();
    let word = word.trim_end_matches(|letter: char| !letter.is_alphabetic());
    word.starts_with(may_begin_a_sentence) && month(&fold(word)).is_some()
}

/// Whether a line holds nothing but a number of at most three digits.
pub fn is_number_alone(line: &str) -> bool {
    (1..=3).contains(&line.len()) && line.bytes().all(|b| b.is_ascii_digit())
}

/// A mark as the text calls it: without brackets or a point, in plain digits.
pub fn name_of(mark: &str) -> String {
    let mark = mark.trim_start_matches("<sup>").trim_end_matches("</sup>");
    let mark = mark.trim_matches(['[', ']', '(', ')', '.', '^', ':']);
    mark.chars().map(plain_digit).collect()
}

/// The number that a mark is.
pub fn value(mark: &str) -> Option<u32> {
    name_of(mark).parse().ok()
}

/// How many bytes of a line are a note's mark in raised digits: `¹ FCCC/SB/2026/3.`
pub fn raised_mark(line: &str) -> Option<usize> {
    let is_raised = |letter: &char| !letter.is_ascii() && plain_digit(*letter).is_ascii_digit();
    let length: usize = line.chars().take_while(is_raised).map(char::len_utf8).sum();
    let body = line.get(length..)?.trim_start();
    (length > 0 && !body.is_empty()).then_some(length)
}

/// How many bytes of a line are a number with a point or a bracket after it: `1. See A/80/348.`, `2) Ibid.`
pub fn pointed_mark(line: &str) -> Option<usize> {
    let n_digits = line.bytes().take_while(u8::is_ascii_digit).count();
    let rest = line.get(n_digits..)?.strip_prefix(['.', ')'])?;
    ((1..=3).contains(&n_digits) && rest.starts_with(char::is_whitespace)).then_some(n_digits)
}

/// Two daggers, or three stars.
const MOST_SIGNS: usize = 2 * '†'.len_utf8();

/// How many bytes of a line are a note's mark: `12 Voir`, `* Nouveau tirage`, `1/ Résolution`.
pub fn note_mark(line: &str) -> Option<usize> {
    let n_digits = line.bytes().take_while(u8::is_ascii_digit).count();
    // «*», «**», «†»
    let signs = line.len() - line.trim_start_matches(['*', '†', '‡']).len();
    let n_stars = if signs <= MOST_SIGNS { signs } else { 0 };
    let mark = if n_digits > 0 { n_digits } else { n_stars };
    if mark == 0 || n_digits > 3 {
        return None;
    }
    let rest = line.get(mark..)?;
    // «1/ Résolution», but «80/7» heads a page.
    let rest = rest.strip_prefix('/').unwrap_or(rest);
    if rest.len() < line.len() - mark && rest.starts_with(|letter: char| letter.is_ascii_digit()) {
        return None;
    }
    let spaced = rest.starts_with(|letter: char| letter.is_whitespace() || letter == '«' || letter == '“');
    let body = rest.trim_start();
    let opens = body.starts_with("http")
        || body.chars().next().is_some_and(|letter| {
            may_begin_a_sentence(letter)
                || letter.is_ascii_digit()
                || matches!(letter, '«' | '“' | '"' | '\'' | '(' | '《')
        });
    (opens && (spaced || n_stars > 0 || line.get(mark..)?.starts_with('/'))).then_some(mark)
}

/// How many bytes of a line are a mark that markup raises: `<sup>3</sup> Voir`, `^4^ A/80/15`.
pub fn raised_by_markup(line: &str) -> Option<usize> {
    RAISED.into_iter().find_map(|(open, close)| {
        let inner = line.strip_prefix(open)?;
        let n_digits = inner.bytes().take_while(u8::is_ascii_digit).count();
        let body = inner.get(n_digits..)?.strip_prefix(close)?;
        ((1..=3).contains(&n_digits) && !body.trim().is_empty()).then_some(line.len() - body.len())
    })
}

/// How many bytes of a line are a note's mark in brackets: `[12] Voir`, `(1) See`.
pub fn bracketed_mark(line: &str) -> Option<usize> {
    let inner = line.strip_prefix(['[', '('])?;
    // «[^1]: A/80/1.» of Markdown
    let caret = usize::from(line.starts_with("[^"));
    let inner = inner.get(caret..)?;
    let n_digits = inner.bytes().take_while(u8::is_ascii_digit).count();
    let rest = inner.get(n_digits..)?;
    let close = if line.starts_with('[') { ']' } else { ')' };
    let body = rest.strip_prefix(close)?;
    let colon = usize::from(close == ']' && body.starts_with(':'));
    let body = body.get(colon..)?;
    let may_open = |first: char| may_begin_a_sentence(first) || matches!(first, '«' | '“' | '"' | '《');
    let opens = body.starts_with(char::is_whitespace) && body.trim_start().starts_with(may_open);
    let opens = opens || colon > 0 && body.trim_start().starts_with("http");
    (opens && (1..=3).contains(&n_digits)).then_some(n_digits + 2 + caret + colon)
}
