//! Recognises headings.

use crate::language::words;
use crate::model::Language;
use crate::text::fold::fold;
use crate::text::marks::{ENDS, SEMICOLONS};

/// A short line that no paragraph would be.
pub fn is_heading(text: &str, language: Language) -> bool {
    const LONGEST: usize = 140;
    const MOST_WORDS: usize = 16;
    text.len() <= LONGEST
        && !text.ends_with(ENDS)
        && text.chars().any(char::is_alphabetic)
        && text.split_whitespace().nth(MOST_WORDS).is_none()
        && !is_cut_off(text, language)
}

/// Whether a line can only be part of a sentence: it continues after a semicolon, or ends with a word that leads to another.
fn is_cut_off(text: &str, language: Language) -> bool {
    let last = fold(text.rsplit(' ').next().unwrap_or_default());
    // «Peace-making; peace-keeping; research» only lists.
    let goes_on = |rest: &str| rest.starts_with(char::is_lowercase) && !rest.contains(SEMICOLONS);
    let goes_on = text.split_once("; ").is_some_and(|(_, rest)| goes_on(rest));
    goes_on || text.contains(' ') && words(language).leads.contains(&last)
}
