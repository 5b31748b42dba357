//! The report that a clause asks for.

use super::patterns::Patterns;
use crate::language::words;
use crate::model::Language;
use crate::text::fold::fold;
use crate::text::marks::{COMMAS, STOPS};

/// How far, in letters, the verb may come before its report.
const REPORT_REACH: usize = 140;

/// How far, in words, what cites a report may come before it.
const CITING_REACH: usize = 7;

/// The report that a clause asks for, by its words.
pub(super) fn report(text: &str, language: Language) -> Option<(usize, usize)> {
    let lists = words(language);
    let account = || {
        let mut found = Patterns::of(language).account.all(text);
        found.find_map(|found| found.name("words").map(|found| (found.start(), found.end())))
    };
    let named = lists.reports.places_in(text).find_map(|(at, noun)| {
        let letters = text.get(..at)?.char_indices().rev();
        let from = letters.take(REPORT_REACH).last().map_or(0, |(from, _)| from);
        let before = fold(text.get(from..at)?);
        let before = before.rsplit(STOPS).next()?;
        let last = before.split_whitespace().next_back()?;
        let is_own = lists.own_reports.contains(if last.ends_with(COMMAS) { "," } else { last });
        let mut words = before.split(|letter: char| !letter.is_alphanumeric());
        // “to provide, as set out **in the report**, technical assistance”
        let aside = before.rsplit(COMMAS).next().unwrap_or_default();
        let near = aside.rsplit(|letter: char| !letter.is_alphanumeric()).filter(|word| !word.is_empty());
        let leads = |word: &&str| lists.citings.contains(word) || lists.reporting_verbs.contains(word);
        let is_cited = near.take(CITING_REACH).find(leads).is_some_and(|word| lists.citings.contains(word));
        let is_asked = is_own && !is_cited && words.any(|word| lists.reporting_verbs.contains(word));
        is_asked.then_some((at, at + noun.len()))
    });
    named.or_else(account)
}
