//! Recognises headings.

use crate::language::words;
use crate::model::Language;
use crate::text::fold::fold;
use crate::text::marks::{ENDS, SEMICOLONS};

/// A short line that no paragraph would be.
pub fn is_heading(text: &str, language: Language) -> bool {
    let n_words = text.split_whitespace().count();
    n_words <= 16
        && text.len() <= 140
        && !text.ends_with(ENDS)
        && !is_cut_off(text, language)
        && text.chars().any(char::is_alphabetic)
}

/// Whether a line can only be part of a sentence: it continues after a semicolon, or ends with a word that leads to another.
fn is_cut_off(text: &str, language: Language) -> bool {
    let last = fold(text.rsplit(' ').next().unwrap_or_default());
    // «Peace-making; peace-keeping; research» only lists.
    let goes_on = |rest: &str| rest.starts_with(char::is_lowercase) && !rest.contains(SEMICOLONS);
    let goes_on = text.split_once("; ").is_some_and(|(_, rest)| goes_on(rest));
    goes_on || text.contains(' ') && words(language).leads.contains(&last)
}
