//! How footnotes read, and what nothing but a footnote begins with.

use super::mark_context::is_wide_mark;
use crate::language::document;
use crate::text::fold::fold;
use crate::text::tokens::{head, is_han};

/// Whether the text before a mark calls it: the same sign is glued to a word or to a mark at its end. Also where the
/// search ended.
pub fn call_before(before: &str, name: &str) -> (bool, usize) {
    let mut calls = before.rmatch_indices(name).filter(|(at, _)| {
        let head = before.get(..*at).unwrap_or_default();
        let tail = before.get(at + name.len()..).unwrap_or_default();
        let is_glued = head.ends_with(|letter: char| {
            letter.is_alphabetic()
                || matches!(letter, ',' | ';' | ':' | ')' | '”' | '»' | '"' | '،' | '؛')
                || is_wide_mark(letter)
        });
        let ends = tail.chars().next().is_none_or(|letter| !letter.is_alphanumeric() && letter != '*');
        if !is_glued || !ends {
            return false;
        }
        // A star that ends stressed words is no mark, and «A/80/L.4» is a symbol.
        let nearest =
            head.get(head.ceil_char_boundary(head.len().saturating_sub(LONGEST_LINE))..).unwrap_or_default();
        let line = nearest.rsplit('\n').next().unwrap_or_default();
        let ends_word = |letter: char| letter.is_whitespace() || is_han(letter) || is_wide_mark(letter);
        let word = line.trim_end_matches(is_wide_mark).rsplit(ends_word).next().unwrap_or_default();
        !word.contains('/') && !opens_stress(line)
    });
    calls.next().map_or((false, 0), |(at, _)| (true, at))
}

/// Whether a star opens emphasis: before a letter and not after one.
pub fn opens_stress(line: &str) -> bool {
    line.match_indices('*').any(|(at, star)| {
        let before = line.get(..at).and_then(|before| before.chars().next_back());
        let after = line.get(at + star.len()..).and_then(|after| after.chars().next());
        before.is_none_or(char::is_whitespace) && after.is_some_and(char::is_alphanumeric)
    })
}

/// Whether a letter is of a script that has no capitals.
pub fn is_uncased(letter: char) -> bool {
    letter.is_alphabetic() && !letter.is_lowercase() && !letter.is_uppercase()
}

/// Whether a line begins as notes do.
pub fn is_worded_like_a_note(text: &str) -> bool {
    let bare = text.trim_start().trim_start_matches(['/', ':', ' ', '«', '"', '“']);
    if begins_with_a_symbol(bare) || bare.starts_with("http") {
        return true;
    }
    let openings = &document().note_openings;
    openings.may_open_folded(bare) && openings.opens(&fold(head(bare, 60)))
}

/// Whether a text begins as nothing but a note does: with a symbol or « Voir ».
pub fn cites_like_a_note(text: &str) -> bool {
    let bare = text.trim_start();
    let openings = &document().sure_note_openings;
    begins_with_a_symbol(bare)
        || bare.starts_with("http")
        || openings.may_open_folded(bare) && openings.opens(&fold(head(bare, 30)))
}

/// `A/80/348`, `FCCC/SB/2026/3`, `ST/SGB/2018/3`.
pub fn begins_with_a_symbol(text: &str) -> bool {
    let token = text.split(char::is_whitespace).next().unwrap_or_default();
    let Some((body, rest)) = token.split_once('/') else { return false };
    (1..=8).contains(&body.len())
        && body.bytes().all(|b| b.is_ascii_uppercase() || b == b'-')
        && rest.contains(|letter: char| letter.is_ascii_digit())
}

/// Whether a line after a note can only be text again: it continues in lower case, or opens a numbered paragraph.
pub fn starts_a_paragraph(line: &str) -> bool {
    let mut letters = line.chars();
    let first = letters.next().unwrap_or(' ');
    let numbered = first.is_ascii_digit()
        && [". ", ".\t"]
            .iter()
            .any(|point| line.trim_start_matches(|l: char| l.is_ascii_digit()).starts_with(point));
    first.is_lowercase() || numbered
}

/// A call is looked at with so many bytes of its line.
pub const LONGEST_LINE: usize = 2000;
