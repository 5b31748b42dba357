//! Dates as limits, and what a length of time is counted from.

use crate::language::words;
use crate::lexicon::actions;
use crate::lexicon::numbers::month;
use crate::model::{Clause, Date, Language};
use crate::parse::closing;
use crate::text::fold::fold;
use crate::text::marks::{COMMAS, ENDS, STOPS};
use regex::Captures;

/// The dates of a limit: one, or each of several years: “in 2027 **and 2028**”.
pub(super) fn limits_of(found: &Captures<'_>) -> Vec<Date> {
    let years = found.name("year3").or(found.name("report_year"));
    if let (Some(first), Some(words)) = (years, found.name("words")) {
        let text = words.as_str().get(first.start() - words.start()..).unwrap_or_default();
        let digits = text.split(|letter: char| !letter.is_numeric()).map(fold);
        return digits.filter(|year| year.len() == 4).filter_map(|year| year_of(&year)).collect();
    }
    one_limit_of(found).into_iter().collect()
}

fn one_limit_of(found: &Captures<'_>) -> Option<Date> {
    let text = |name| found.name(name).map(|part| part.as_str());
    if let Some(year) = text("year2") {
        let month = month(&fold(text("month2")?))?;
        return year_of(year).map(|date| Date { month: Some(month), ..date });
    }
    match text("session_year").or(text("session_year2")).or(text("year4")) {
        Some(year) => year_of(year),
        None => closing::date_in(found.name("words")?.as_str()),
    }
}

fn year_of(year: &str) -> Option<Date> {
    Some(Date { year: fold(year).parse().ok()?, month: None, day: None })
}

/// Whether a day says when to act, and not when something else is held: “shall end **on 31 December 2026**”, but “the conference to be
/// held on 3 May 2028”.
pub(super) fn is_when_to_act(text: &str, start: usize, language: Language) -> bool {
    const REACH: usize = 14;
    let lists = words(language);
    let before = text.get(..start).unwrap_or_default().trim_end().trim_end_matches(COMMAS);
    let stretch = before.rsplit(STOPS).next().unwrap_or_default().rsplit(COMMAS).next().unwrap_or_default();
    let folded = fold(stretch);
    let near: Vec<&str> =
        folded.split(|letter: char| !letter.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    let near = near.get(near.len().saturating_sub(REACH)..).unwrap_or_default();
    let Some(at) = near
        .iter()
        .rposition(|word| lists.dated_participles.contains(word) || lists.relative_subjects.contains(word))
    else {
        return true;
    };
    // “the meeting **shall** be held on”
    near.get(at.saturating_sub(3)..at)
        .unwrap_or_default()
        .iter()
        .any(|word| lists.modals.contains(word) && !lists.of.contains(word))
        && !near.iter().any(|word| lists.relative_subjects.contains(word))
}

/// Whether a bare year says when something is held: “convene, **in 2028**, a conference”, «organiser une réunion **en 2028**».
pub(super) fn is_for_a_meeting(text: &str, clause: &Clause, start: usize, language: Language) -> bool {
    const REACH: usize = 12;
    let lists = words(language);
    let before = text.get(..start).unwrap_or_default();
    let last = before.rsplit(STOPS).next().unwrap_or_default();
    // What commas enclose right after the verb is the time itself.
    let last = last.trim_end().trim_end_matches(COMMAS);
    let folded = fold(last.rsplit(COMMAS).next().unwrap_or_default());
    let mut words = folded.split(|letter: char| !letter.is_alphanumeric()).rev().take(REACH);
    let is_verb = |word: &&str| lists.dated_verbs.contains(word);
    let mut between = words.by_ref().take_while(|word| !is_verb(word));
    let is_plain = !between.any(|word| lists.relatives.contains(word) || lists.documents.contains(word));
    let is_after_a_verb =
        folded.split(|letter: char| !letter.is_alphanumeric()).any(|word| lists.dated_verbs.contains(word));
    is_plain && (is_after_a_verb || clause.action.as_str() == actions::COMMIT)
}

/// What a length of time is counted from.
pub(super) enum Origin {
    /// The adoption: nothing else is said, or just that.
    Adoption,
    /// A day named before: “within a year of that date”.
    NamedDay,
    /// Something else, whose day is not known: “within a year of the election”.
    Event,
}

pub(super) fn origin(text: &str, start: usize, end: usize, language: Language) -> Origin {
    const REACH: usize = 10;
    let lists = words(language);
    let before = text.get(..start).and_then(|before| before.rsplit(STOPS).next()).map(fold).unwrap_or_default();
    let phrase = fold(text.get(end..).and_then(|after| after.split(ENDS).next()).unwrap_or_default());
    let refers_back = |words: &str| lists.that_date.iter().any(|date| words.contains(date));
    let mut after = phrase.split(|letter: char| !letter.is_alphanumeric()).filter(|word| !word.is_empty());
    let first = after.next().filter(|first| lists.time_origins.contains(first));
    match first {
        // “**from this date** and within one year”
        None if refers_back(&before) => Origin::NamedDay,
        None => Origin::Adoption,
        Some(_) if refers_back(&phrase) => Origin::NamedDay,
        Some(_) if after.take(REACH).any(|word| lists.adoptions.contains(word)) => Origin::Adoption,
        Some(_) => Origin::Event,
    }
}
