//! The sessions that a clause names, by number.

use crate::language::{rules, words};
use crate::lexicon::numbers::ordinal;
use crate::model::{Language, Span};
use crate::text::fold::fold;
use crate::text::word_spans;

/// How far, in bytes, the words of a session's number may come before its noun.
const SESSION_REACH: usize = 160;

/// How many sessions of one kind a body holds in a year.
const MOST_IN_A_YEAR: u32 = 4;

/// The sessions that a clause sets as times, each with its words: «à sa soixante-quinzième session», “at its 2027 session”.
pub(super) fn sessions(text: &str, language: Language, own: Option<u16>) -> Vec<(usize, usize, u16)> {
    let lists = words(language);
    let mut found: Vec<(usize, usize, u16)> = Vec::new();
    for (at, noun) in lists.sessions.places_in(text) {
        let length = noun.len();
        let Some(before) = text.get(..at) else { continue };
        let after = text.get(at + length..).unwrap_or_default();
        let goes_on = after.starts_with(char::is_alphanumeric);
        // «届会议» is no «届会».
        if lists
            .sessions
            .iter()
            .any(|longer| longer.len() > length && text.get(at..).is_some_and(|t| t.starts_with(longer)))
        {
            continue;
        }
        // «第八十三届会议**临时议程**»: the agenda of a session sets no time.
        if lists.session_agendas.iter().any(|words| after.starts_with(words)) {
            continue;
        }
        if rules(language).writing.has_blanks && (goes_on || before.ends_with(char::is_alphanumeric)) {
            continue;
        }
        if rules(language).session_number_follows {
            let lead = word_spans(before).last().map(|span| fold(span.of(before))).unwrap_or_default();
            if let Some((end, number)) =
                number_after(after, language).filter(|_| lists.session_leads.contains(&lead))
            {
                found.push((at, at + length + end, number));
            }
            continue;
        }
        // «soixante-quinzième» and the words before it are close by.
        let from = before.len().saturating_sub(SESSION_REACH);
        let Some(from) = (from..=before.len()).find(|from| before.is_char_boundary(*from)) else { continue };
        let near = before.get(from..).unwrap_or_default();
        let spans: Vec<Span> = word_spans(near).collect();
        let folded: Vec<String> = spans.iter().rev().take(18).map(|span| fold(span.of(near))).collect();
        // The longest run of words before the noun that is an ordinal; before it there may be another: “eighty-first and eighty-second”.
        let mut numbers = Vec::new();
        // “its eighty-second **regular** session”
        let n_kinds = folded.iter().take_while(|word| lists.session_kinds.contains(word)).count();
        let mut n_words = n_kinds;
        // “at its **next** session” is the one after the document's own.
        if let (Some(own), Some(next)) = (own, folded.get(n_words))
            && lists.next_sessions.contains(next)
        {
            numbers.push(u32::from(own) + 1);
            n_words += 1;
        }
        while numbers.is_empty() || ends_ordinal(folded.get(n_words).map(String::as_str), language) {
            let number = (1..=6).rev().find_map(|n| {
                let run: Vec<&str> = folded.get(n_words..n_words + n)?.iter().rev().map(String::as_str).collect();
                // A run begins with a number, not with what joins it to the one before, and is no two ordinals.
                let (last, others) = run.split_last()?;
                let is_one = others.first().is_none_or(|first| !lists.coordinators.contains(first))
                    && others
                        .iter()
                        .all(|word| !ends_ordinal(Some(word), language) || is_ten(word, last, language));
                ordinal(&run, language).filter(|_| is_one).map(|number| (n, number))
            });
            let Some((n, number)) = number else { break };
            n_words += n;
            numbers.push(number);
            // “the first regular session of 2027” counts those of a year.
            if n_kinds > 0 && number <= MOST_IN_A_YEAR {
                numbers.clear();
                break;
            }
            let is_joined = folded.get(n_words).is_some_and(|word| lists.coordinators.contains(word));
            if is_joined && ends_ordinal(folded.get(n_words + 1).map(String::as_str), language) {
                n_words += 1;
            } else if !ends_ordinal(folded.get(n_words).map(String::as_str), language) {
                break;
            }
        }
        // “the second part of its **resumed** eighty-first session”
        n_words += folded.iter().skip(n_words).take_while(|word| lists.session_kinds.contains(word)).count();
        let two = |at: usize| {
            let word = |at: usize| folded.get(n_words + at).map(String::as_str).unwrap_or_default();
            [word(at + 1), word(at)].join(" ")
        };
        // “at the main **part of its** eighty-first session”
        let three = || [folded.get(n_words + 2).map(String::as_str).unwrap_or_default(), &two(0)].join(" ");
        let n_part = if lists.session_parts.contains(&two(0)) || lists.session_parts.contains(&three()) {
            (2..=9).find(|at| lists.session_leads.contains(&two(*at))).unwrap_or_default()
        } else {
            0
        };
        // «le rapport sur sa soixantième session» sets no time.
        let Some(place) = spans.len().checked_sub(n_words + n_part + 2).and_then(|i| spans.get(i)) else {
            continue;
        };
        // «向第六十六届会议»: one letter may lead to a session where each is a word.
        let is_led_by_one = || folded.get(n_words).is_some_and(|word| lists.session_leads.contains(word));
        if n_part > 0 || lists.session_leads.contains(&two(0)) || is_led_by_one() {
            let words = (from + place.start as usize, at + length);
            found.extend(
                numbers.iter().rev().filter_map(|number| Some((words.0, words.1, u16::try_from(*number).ok()?))),
            );
        }
    }
    found
}

/// The ordinal that a text begins with: how many bytes it takes, and its value.
fn number_after(text: &str, language: Language) -> Option<(usize, u16)> {
    const MOST_WORDS: usize = 4;
    // «دورتها **العادية** التاسعة والستين»
    let is_kind = |span: &Span| words(language).session_kinds.contains(&fold(span.of(text)));
    let spans: Vec<Span> = word_spans(text).skip_while(is_kind).take(MOST_WORDS).collect();
    let conjunctions = &words(language).coordinators;
    let bare = |word: String| {
        conjunctions.iter().find_map(|joint| word.strip_prefix(joint)).map_or(word.clone(), str::to_owned)
    };
    let folded: Vec<String> = spans.iter().map(|span| bare(fold(span.of(text)))).collect();
    (1..=folded.len()).rev().find_map(|n| {
        let run: Vec<&str> = folded.get(..n)?.iter().map(String::as_str).collect();
        let in_digits = || run.first().filter(|_| n == 1)?.parse().ok();
        let number = u16::try_from(ordinal(&run, language).or_else(in_digits)?).ok()?;
        Some((spans.get(n - 1)?.end as usize, number))
    })
}

/// Whether a word may be the last one of an ordinal.
fn ends_ordinal(word: Option<&str>, language: Language) -> bool {
    word.is_some_and(|word| ordinal(&[word], language).is_some())
}

/// Whether a word and the next are a ten and a unit, both ordinals: «octogésimo segundo».
fn is_ten(word: &str, unit: &str, language: Language) -> bool {
    let of = |word: &str| ordinal(&[word], language).unwrap_or_default();
    of(word) > 10 && of(word).is_multiple_of(10) && of(unit) < 10
}
