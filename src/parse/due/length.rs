//! Lengths of time: «six mois», “every two years”.

use crate::language::document;
use crate::lexicon::numbers::cardinal;
use crate::text::fold::fold;
use regex::Captures;

pub(super) fn months_of(found: &Captures<'_>) -> Option<u16> {
    for (name, months) in [("year", 12), ("two", 24), ("three", 36), ("half", 6), ("quarter", 3), ("month", 1)] {
        if found.name(name).is_some() {
            return Some(months);
        }
    }
    let (months, days) = length_of(found)?;
    // «tous les 90 jours»
    u16::try_from(months + days.div_ceil(30)).ok()
}

/// A length of time in months, or else in days: «six mois».
pub(super) fn length_of(found: &Captures<'_>) -> Option<(u32, u32)> {
    const MOST: u32 = 1_200;
    // «سنتين»: a noun in the dual says two.
    let dual = |name, months: u32, days: u32| found.name(name).map(|_| (2 * months, 2 * days));
    let dual = dual("two_years", 12, 0)
        .or(dual("two_months", 1, 0))
        .or(dual("two_weeks", 0, 7))
        .or(dual("two_days", 0, 1));
    if dual.is_some() {
        return dual;
    }
    let written = found.name("n")?.as_str();
    let joints = &document().number_joints;
    let parts: Option<Vec<u32>> = written
        .split(['-', '\u{2010}', '\u{2011}', ' ', '\u{a0}'])
        .map(fold)
        .filter(|part| !joints.contains(part))
        .map(|part| cardinal(&part))
        .collect();
    // «quatre-vingt-dix», “one hundred and twenty”
    let n = parts?.into_iter().fold(0, |sum: u32, part| match (sum, part) {
        (4, 20) => 80,
        (1..10, 100) => sum * 100,
        _ => sum.saturating_add(part),
    });
    let n = Some(n).filter(|n| *n <= MOST)?;
    let in_unit = |name, months, days| found.name(name).map(|_| (n * months, n * days));
    in_unit("years", 12, 0).or(in_unit("months", 1, 0)).or(in_unit("weeks", 0, 7)).or(in_unit("days", 0, 1))
}
