//! The sessions that a clause names, by number.

use crate::language::{rules, words};
use crate::lexicon::numbers::{cardinal, ordinal};
use crate::model::{Language, Span};
use crate::text::fold::fold;
use crate::text::word_spans;

/// How far, in bytes, the words of a session's number may come before its noun.
const SESSION_REACH: usize = 160;

/// How many words may lead to a session: “no later than the”.
const MOST_LEAD_WORDS: usize = 4;

/// How many words may say of which session something is a part: “end of its”.
const MOST_PART_WORDS: usize = 6;

/// How many words may be between what leads to a part of a session and the session: “during the **general debate** of its”.
const REACH_OF_PART: usize = 7;

/// How many sessions of one kind a body holds in a year.
const MOST_IN_A_YEAR: u32 = 4;

/// The number of a body's next session, which nobody has said.
pub(super) const NEXT: u16 = 0;

/// The words of a session that is set as a time, and its number.
#[derive(Clone, Copy, Debug)]
pub(super) struct SessionFound {
    pub(super) start: usize,
    pub(super) end: usize,
    pub(super) number: u16,
    /// Whether it is called a meeting: only the session of a body that is named.
    pub(super) is_meeting: bool,
}

/// The sessions that a clause sets as times: «à sa soixante-quinzième session», “at its next session”.
pub(super) fn sessions(text: &str, language: Language) -> Vec<SessionFound> {
    let lists = words(language);
    let mut found: Vec<SessionFound> = Vec::new();
    let sessions = lists.sessions.places_in(text).map(|(at, noun)| (at, noun, false));
    let meetings = lists.body_meetings.places_in(text).map(|(at, noun)| (at, noun, true));
    for (at, noun, is_meeting) in sessions.chain(meetings) {
        let mut add = |start: usize, end: usize, number: u16| {
            found.push(SessionFound { start, end, number, is_meeting });
        };
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
        // «soixante-quinzième» and the words before it are close by.
        let from = before.len().saturating_sub(SESSION_REACH);
        let Some(from) = (from..=before.len()).find(|from| before.is_char_boundary(*from)) else { continue };
        let near = before.get(from..).unwrap_or_default();
        if rules(language).session_number_follows {
            if let Some(start) = lead_before(near, language) {
                let numbers = numbers_after(after, language);
                let end = numbers.last().map_or(0, |(end, _)| *end);
                for (_, number) in numbers {
                    add(from + start, at + length + end, number);
                }
            }
            continue;
        }
        let spans: Vec<Span> = word_spans(near).collect();
        let folded: Vec<String> = spans.iter().rev().take(18).map(|span| fold(span.of(near))).collect();
        let (mut numbers, mut n_words) = numbers_before(&folded, near, language);
        // «en sus períodos de sesiones **octogésimo segundo y octogésimo cuarto**»
        let following = if numbers.is_empty() { numbers_after(after, language) } else { Vec::new() };
        let n_after = following.last().map_or_else(|| kinds_after(after, language), |(end, _)| *end);
        let length = length + n_after;
        numbers.extend(following.iter().rev().map(|(_, number)| u32::from(*number)));
        // “the second part of its **resumed** eighty-first session”
        n_words += folded.iter().skip(n_words).take_while(|word| lists.session_kinds.contains(word)).count();
        let phrase = |at: usize, n: usize| {
            let words = folded.get(n_words + at..n_words + at + n)?;
            Some(words.iter().rev().map(String::as_str).collect::<Vec<_>>().join(" "))
        };
        let n_lead = |at: usize, fewest: usize| {
            let is_lead = |n: &usize| phrase(at, *n).is_some_and(|words| lists.session_leads.contains(&words));
            (fewest..=MOST_LEAD_WORDS).rev().find(is_lead)
        };
        // “at the main **part of its** eighty-first session”
        let is_part = |n: &usize| phrase(0, *n).is_some_and(|words| lists.session_parts.contains(&words));
        let of_part = || {
            let n_part = (1..=MOST_PART_WORDS).rev().find(is_part)?;
            (n_part..=n_part + REACH_OF_PART).find_map(|at| Some(at + n_lead(at, 2)?))
        };
        // «le rapport sur sa soixantième session» sets no time.
        let Some(n_before) = n_lead(0, 1).or_else(of_part) else { continue };
        let Some(place) = spans.len().checked_sub(n_words + n_before).and_then(|i| spans.get(i)) else { continue };
        let words = (from + place.start as usize, at + length);
        for number in numbers.iter().rev().filter_map(|number| u16::try_from(*number).ok()) {
            add(words.0, words.1, number);
        }
    }
    found
}

/// How many bytes the words of a session's kind take after its noun: «período **de sesiones**».
fn kinds_after(text: &str, language: Language) -> usize {
    let kinds = &words(language).session_kinds;
    let text = text.split([',', ';', '.', ':', '(']).next().unwrap_or_default();
    let is_kind = |span: &Span| kinds.contains(&fold(span.of(text)));
    let mut kinds: Vec<Span> = word_spans(text).take(MOST_LEAD_WORDS).take_while(is_kind).collect();
    while kinds.last().is_some_and(|last| words(language).of.contains(last.of(text))) {
        kinds.pop();
    }
    kinds.last().map_or(0, |last| last.end as usize)
}

/// Where the words that lead to a session begin, if a text ends with them: «**قبل انعقاد** دورتها».
fn lead_before(text: &str, language: Language) -> Option<usize> {
    let is_lead = |span: &&Span| words(language).session_leads.contains(&fold(span.of(text)));
    let spans: Vec<Span> = word_spans(text).collect();
    spans.iter().rev().take(MOST_LEAD_WORDS).take_while(is_lead).last().map(|span| span.start as usize)
}

/// The numbers that a session's noun has before it, the last one first, and how many words they take.
///
/// `folded` are the words of `near`, the last one first.
fn numbers_before(folded: &[String], near: &str, language: Language) -> (Vec<u32>, usize) {
    let lists = words(language);
    // The longest run of words before the noun that is an ordinal; before it there may be another: “eighty-first and eighty-second”.
    let mut numbers = Vec::new();
    // «第八十二»: where each letter is a word, a mark before the number makes the ordinal.
    let has_blanks = rules(language).writing.has_blanks;
    let may_end = |word: Option<&String>| {
        let word = word.map(String::as_str);
        ends_ordinal(word, language) || !has_blanks && word.is_some_and(|word| cardinal(word).is_some())
    };
    // “its eighty-second **regular** session”
    let n_kinds = folded.iter().take_while(|word| lists.session_kinds.contains(word)).count();
    let mut n_words = n_kinds;
    // “at its **next** session” is the one after the document's own.
    if folded.get(n_words).is_some_and(|next| lists.next_sessions.contains(next)) {
        numbers.push(u32::from(NEXT));
        n_words += 1;
    } else if !has_blanks && let Some(rest) = lists.next_sessions.strip_end(near) {
        // «**下一**届会议»
        numbers.push(u32::from(NEXT));
        n_words += near.get(rest.len()..).unwrap_or_default().chars().count();
    }
    while numbers.is_empty() || may_end(folded.get(n_words)) {
        let number = (1..=6).rev().find_map(|n| {
            let run: Vec<&str> = folded.get(n_words..n_words + n)?.iter().rev().map(String::as_str).collect();
            // A run begins with a number, not with what joins it to the one before, and is no two ordinals.
            let (last, others) = run.split_last()?;
            let is_joined = !has_blanks && run.iter().any(|word| lists.coordinators.contains(word));
            let is_one = !is_joined
                && others.first().is_none_or(|first| !lists.coordinators.contains(first))
                && others.iter().all(|word| !ends_ordinal(Some(word), language) || is_ten(word, last, language));
            ordinal(&run, language).filter(|_| is_one).map(|number| (n, number))
        });
        let Some((n, number)) = number else { break };
        n_words += n;
        numbers.push(number);
        // “the first regular session of 2027” counts those of a year.
        if n_kinds > 0 && number <= MOST_IN_A_YEAR && !numbers.contains(&u32::from(NEXT)) {
            numbers.clear();
            break;
        }
        let is_joined = folded.get(n_words).is_some_and(|word| lists.coordinators.contains(word));
        // «第八十二**届**和第八十四届会议»
        let has_kind = folded.get(n_words + 1).is_some_and(|word| lists.session_kinds.contains(word));
        if is_joined && has_kind {
            n_words += 1;
        }
        if is_joined && may_end(folded.get(n_words + 1)) {
            n_words += 1;
        } else if !may_end(folded.get(n_words)) {
            break;
        }
    }
    (numbers, n_words)
}

/// The ordinals that a text begins with, each with the byte where it ends; [`NEXT`] for “next”.
fn numbers_after(text: &str, language: Language) -> Vec<(usize, u16)> {
    let lists = words(language);
    let mut found: Vec<(usize, u16)> = Vec::new();
    let mut at = 0;
    while let Some((end, number)) = text.get(at..).and_then(|rest| number_after(rest, language)) {
        found.push((at + end, number));
        at += end;
        let Some(next) = text.get(at..).and_then(|rest| Some((word_spans(rest).next()?, rest))) else { break };
        let word = fold(next.0.of(next.1));
        // «الثانية والثمانين **وا**لرابعة والثمانين», «segundo **y** octogésimo cuarto»
        let is_glued =
            lists.proclitics.iter().any(|joint| lists.coordinators.contains(joint) && word.starts_with(joint));
        if lists.coordinators.contains(&word) {
            at += next.0.end as usize;
        } else if !is_glued {
            break;
        }
    }
    found
}

/// The ordinal that a text begins with: how many bytes it takes, and its value.
fn number_after(text: &str, language: Language) -> Option<(usize, u16)> {
    const MOST_WORDS: usize = 4;
    let lists = words(language);
    // «دورتها **العادية** التاسعة والستين»
    let is_kind = |span: &Span| lists.session_kinds.contains(&fold(span.of(text)));
    let spans: Vec<Span> = word_spans(text).skip_while(is_kind).take(MOST_WORDS).collect();
    let first = spans.first()?;
    if lists.next_sessions.contains(&fold(first.of(text))) {
        return Some((first.end as usize, NEXT));
    }
    let joints = || lists.proclitics.iter().filter(|joint| lists.coordinators.contains(joint));
    let bare =
        |word: String| joints().find_map(|joint| word.strip_prefix(joint)).map_or(word.clone(), str::to_owned);
    let folded: Vec<String> = spans.iter().map(|span| fold(span.of(text))).collect();
    // «segundo **y** octogésimo cuarto», «والثمانين **وا**لرابعة والثمانين»: the next number begins.
    let is_unit = |word: &str| ordinal(&[word], language).is_some_and(|number| number < 10);
    let is_next = |word: &&String| {
        let glued = joints().find_map(|joint| word.strip_prefix(joint));
        lists.coordinators.contains(word) || glued.is_some_and(is_unit)
    };
    let n_own = 1 + folded.iter().skip(1).take_while(|word| !is_next(word)).count();
    let folded: Vec<String> = folded.into_iter().take(n_own).map(bare).collect();
    (1..=folded.len()).rev().find_map(|n| {
        let run: Vec<&str> = folded.get(..n)?.iter().map(String::as_str).collect();
        let in_digits = || run.first().filter(|_| n == 1 && rules(language).session_number_follows)?.parse().ok();
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
