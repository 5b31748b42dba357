//! The numbers that titles begin with.

use super::page::note_wording::is_uncased;
use crate::language::formulas;
use crate::text::fold::fold;
use crate::text::pattern::pattern;
use crate::text::tokens::{head, may_begin_a_sentence};
use regex::Regex;
use std::sync::LazyLock;

/// `217 (III).`, `3201 (S-VI).` of the old sessions.
pub static OLD_NUMBER: LazyLock<Regex> =
    LazyLock::new(|| pattern(r"^\s*(\d{1,4})\s?\(((?:E?S-)?[IVXLC]+)\)\s*[.]?\s*"));

/// `74/175.`, `S-10/2.`, `2014/33` at the head of the title.
pub static NUMBER: LazyLock<Regex> =
    LazyLock::new(|| pattern(r"^\s*((?:ES-|S-)?\d{1,4}/\d{1,3})(?:\s?([A-Z])\b)?\s*[.．、\u{a0} \t\-–—]\s*"));

/// `47/…` of a draft, which has no number yet.
pub static DRAFT_NUMBER: LazyLock<Regex> =
    LazyLock::new(|| pattern(r"^\s*(?:ES-|S-)?\d{1,4}/(?:…|\.\.\.|_+|--+)\s*\.?\s*"));

/// Whether a title with its number begins here: `74/175. Assistance …`, `Résolution 1373 (2001)`.
pub fn title_number(text: &str) -> Option<usize> {
    let digits = text.trim_start_matches(|letter: char| letter.is_ascii_digit() || letter == '/');
    let plain = text.len() - digits.len();
    let is_title = text.starts_with(|letter: char| letter.is_ascii_digit())
        && text.get(..plain).is_some_and(|number| number.matches('/').count() == 1)
        && (digits == "."
            || is_dash_before_uncased(digits)
            || digits.strip_prefix('.').is_some_and(|rest| rest.trim_start().starts_with(may_begin_a_sentence)));
    if is_title {
        return Some(plain);
    }
    if let Some(found) = in_other_digits(text) {
        return Some(found);
    }
    if let Some(found) =
        DRAFT_NUMBER.find(if text.starts_with(|first: char| first.is_ascii_digit()) { text } else { "" })
    {
        return Some(found.end());
    }
    council_number(text).map(|(_, _, end)| end)
}

/// Whether a dash and a word of a script without capitals follow a number: «61/12- حرية التجمع», as Arabic prints its titles.
fn is_dash_before_uncased(after: &str) -> bool {
    let title = after.trim_start().strip_prefix(['-', '–', '—']);
    title.is_some_and(|title| title.trim_start().starts_with(is_uncased))
}

/// Where a number ends that is not of ASCII digits and begins a title: «٨١/٤٤ - المنارات», «８１／４４. 灯塔».
fn in_other_digits(text: &str) -> Option<usize> {
    let first = text.chars().next().filter(|first| !first.is_ascii() && first.is_numeric())?;
    let end = text.find(|letter: char| !letter.is_numeric() && !matches!(letter, '/' | '／'))?;
    let (number, rest) = text.split_at_checked(end).filter(|(number, _)| number.len() > first.len_utf8())?;
    let title = rest.trim_start_matches([' ', '\u{a0}', '.', '．', '-', '–', '—', '、']);
    let is_one = number.matches(['/', '／']).count() == 1 && title.len() < rest.len();
    (is_one && title.starts_with(char::is_alphabetic)).then_some(end)
}

/// Whether a line begins with a title that has a number of the old sessions: «217 (III). International Bill of Human Rights».
pub fn is_old_title(line: &str) -> bool {
    let digits = line.trim_start().starts_with(|first: char| first.is_ascii_digit());
    let found = OLD_NUMBER.find(if digits { line } else { "" });
    found.is_some_and(|found| {
        let title = line.get(found.end()..).unwrap_or_default();
        found.as_str().trim_end().ends_with('.') && title.starts_with(char::is_uppercase)
    })
}

/// The number and the year of a resolution of the Security Council that begin a title, and where they end: «Résolution 1373 (2001)»,
/// `179 (1963). Résolution du 11 juin 1963`.
pub fn council_number(text: &str) -> Option<(String, String, usize)> {
    // A heading's number is at its head, and this is asked at many places of a long line.
    const LONGEST: usize = 60;
    let text = head(text, LONGEST);
    // The year is in brackets, which few lines have there.
    if !text.contains('(') && !text.contains('（') {
        return None;
    }
    let digits = |found: Option<regex::Match<'_>>| found.map(|found| fold(found.as_str()));
    formulas().find_map(|formulas| {
        let found = formulas.council_number.captures(text)?;
        let number = digits(found.name("n").or_else(|| found.name("n2")))?;
        let year = digits(found.name("year").or_else(|| found.name("year2")))?;
        Some((number, year, found.get(0)?.end()))
    })
}
