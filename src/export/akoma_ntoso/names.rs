//! The names, addresses and codes that Akoma Ntoso uses for organs, works, languages and dates.

use crate::export::calendar::days_in_month;
use crate::model::{Date, Language, Organ, Symbol};

pub(super) struct OrganName {
    pub code: &'static str,
    pub name: &'static str,
}

pub(super) fn organ(organ: Organ) -> OrganName {
    match organ {
        Organ::GeneralAssembly => OrganName { code: "un-ga", name: "General Assembly" },
        Organ::SecurityCouncil => OrganName { code: "un-sc", name: "Security Council" },
        Organ::EconomicAndSocialCouncil => OrganName { code: "un-ecosoc", name: "Economic and Social Council" },
        Organ::HumanRightsCouncil => OrganName { code: "un-hrc", name: "Human Rights Council" },
        Organ::Other => OrganName { code: "un", name: "United Nations" },
    }
}

/// The address of a work, without its expression: `/akn/un/statement/deliberation/un-ga/2019-12-18/74-175`.
pub(super) fn work(symbol: &Symbol, date: Option<Date>, of: Organ) -> String {
    let number = number(symbol);
    let date = date.map_or_else(|| "undated".to_owned(), Date::iso);
    ["/akn/un/statement/deliberation/", organ(of).code, "/", &date, "/", &slug(number)].concat()
}

/// A symbol's own number: `74/175` of `A/RES/74/175`.
pub(super) fn number(symbol: &Symbol) -> &str {
    let symbol = symbol.as_str();
    symbol.split_once("RES/").map_or(symbol, |(_, number)| number)
}

/// The address of a cited document. Its date is unknown and not needed: the symbol identifies it.
pub(super) fn cited(symbol: &Symbol) -> String {
    let of = match symbol.as_str() {
        symbol if symbol.starts_with("A/HRC/") => Organ::HumanRightsCouncil,
        symbol if symbol.starts_with("A/") => Organ::GeneralAssembly,
        symbol if symbol.starts_with("S/") => Organ::SecurityCouncil,
        symbol if symbol.starts_with("E/") => Organ::EconomicAndSocialCouncil,
        _ => Organ::Other,
    };
    ["/akn/un/statement/deliberation/", organ(of).code, "/", &slug(number(symbol))].concat()
}

/// Letters and digits, joined by hyphens.
pub(super) fn slug(text: &str) -> String {
    let mut slug = String::new();
    for letter in text.chars() {
        if letter.is_alphanumeric() {
            slug.push(letter);
        } else if !slug.is_empty() && !slug.ends_with('-') {
            slug.push('-');
        }
    }
    let slug = slug.trim_end_matches('-');
    if slug.is_empty() { "x".to_owned() } else { slug.to_owned() }
}

pub(super) fn language_code(language: Language) -> &'static str {
    match language {
        Language::French => "fra",
        Language::English => "eng",
        Language::Spanish => "spa",
        Language::Russian => "rus",
        Language::Arabic => "ara",
        Language::Chinese => "zho",
    }
}

/// A date as the schema requires it: a full day, if need be the first of the known month or year.
pub(super) fn whole_day(date: Date) -> String {
    let (month, day) = (date.month.unwrap_or(1).clamp(1, 12), date.day.unwrap_or(1).clamp(1, days_in_month(date)));
    format!("{:04}-{month:02}-{day:02}", date.year.max(1))
}
