//! Recurring times, and the first one that they are counted from.

use crate::language::{WordList, rules};
use crate::model::{Language, Span};
use crate::text::fold::fold;
use crate::text::marks::STOPS;
use crate::text::word_spans;

/// Whether nothing else to be done is between a time and the others after it: “at its eighty-first session **and then** every two
/// years”.
pub(super) fn is_beside(text: &str, first: Span, others: Span, language: Language) -> bool {
    const MOST_BETWEEN: usize = 6;
    let lists = crate::language::words(language);
    let between = Span { start: first.end, end: others.start.max(first.end) }.of(text);
    // “at its eighty-fifth session, **in 2030**, and every five years”
    let is_joint =
        |word: &str| lists.then_words.contains(&fold(word)) || word.chars().all(|letter| letter.is_ascii_digit());
    let mut words = word_spans(between).enumerate();
    first.end <= others.start
        && !between.contains(STOPS)
        && words.all(|(n, word)| n < MOST_BETWEEN && is_joint(word.of(between)))
}

/// Whether a time is said to be the first of others named before it: “annually, **starting at its eighty-first session**”.
pub(super) fn begins_with(text: &str, others_end: u32, time: Span, language: Language) -> bool {
    const REACH: usize = 3;
    let between = Span { start: others_end, end: time.start.max(others_end) }.of(text);
    let says_so = |words: &str, n_words: usize| {
        let spans: Vec<Span> = word_spans(words).collect();
        let near = spans.get(spans.len().saturating_sub(n_words)..).unwrap_or_default();
        near.iter().any(|span| crate::language::words(language).beginnings.contains(&fold(span.of(words))))
    };
    time.start >= others_end
        && !between.contains(STOPS)
        && (says_so(between, REACH) || says_so(time.of(text), usize::MAX))
}

/// Whether a text has one of the words of a list, as written.
pub(super) fn has_word_of(text: &str, list: &WordList, language: Language) -> bool {
    let is_whole = |at: usize, word: &str| {
        let around = (text.get(..at).unwrap_or_default(), text.get(at + word.len()..).unwrap_or_default());
        !around.0.ends_with(char::is_alphanumeric) && !around.1.starts_with(char::is_alphanumeric)
    };
    list.places_in(text).any(|(at, word)| !rules(language).writing.has_blanks || is_whole(at, word))
}
