//! The report that a clause asks for.

use super::patterns::Patterns;
use crate::language::words;
use crate::model::Language;
use crate::text::fold::fold;
use crate::text::marks::STOPS;

/// How far, in letters, the verb may come before its report.
const REPORT_REACH: usize = 140;

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
        let is_own = lists.own_reports.contains(before.split_whitespace().next_back()?);
        let mut verbs = before.split(|letter: char| !letter.is_alphanumeric());
        (is_own && verbs.any(|word| lists.reporting_verbs.contains(word))).then_some((at, at + noun.len()))
    });
    named.or_else(account)
}
