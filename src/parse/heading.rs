//! Recognizes headings.

use crate::language::words;
use crate::model::Language;
use crate::text::fold::fold;
use crate::text::marks::{ENDS, SEMICOLONS};

/// A short line that no paragraph would be.
pub fn is_heading(text: &str, language: Language) -> bool {
    const LONGEST: usize = 140;
    const MOST_WORDS: usize = 16;
    // «…处理此案。”»: the end of a sentence that is quoted.
    let ends = |text: &str| text.ends_with(ENDS);
    text.len() <= LONGEST
        && !ends(text)
        && !ends(text.trim_end_matches(['”', '“', '»', '"']))
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_end_of_a_quoted_sentence_is_no_heading() {
        assert!(!is_heading("安理会知悉灯塔的情况。”", Language::Chinese));
        assert!(!is_heading("Совет осведомлен о маяках.»", Language::Russian));
        assert!(is_heading("Lights and “small ferries”", Language::English));
    }
}
