//! Finds the symbol of a document in its heading: adopted resolutions and decisions, drafts, those of other bodies.

use super::page::running_heads::is_symbol;
use super::roman_numeral::roman;
use crate::language::document;
use crate::model::{Organ, Symbol};
use crate::text::fold::fold;
use crate::text::pattern::pattern;
use regex::Regex;
use std::sync::LazyLock;

static ADOPTED: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"\b(?:A/HRC/(?:RES|DEC)/(?:S-)?\d+/\d+|A/(?:RES|DEC)/(?:ES-|S-)?\d+/\d+(?:\s?[A-Z]\b)?|A/RES/\d+\s?\([IVXLC]+\)|S/RES/\d+(?:\s?\(\d{4}\))?|E/(?:RES|DEC)/\d{4}/\d+|UNEP/EA\.\d+/Res\.\d+|S/PRST/\d{4}/\d+|A/HRC/PRST/\d+/\d+)",
    )
});

/// Drafts: `A/C.3/80/L.8/Rev.1`, `A/HRC/47/L.12`, `A/80/L.22`, `E/CN.9/2026/L.3`.
static DRAFT: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"\b[A-Z]{1,5}(?:/[A-Z]{1,6}(?:\.\d+)?)*/(?:S-|ES-)?\d+/(?:[A-Z]+\.\d+/)?L\.\d+(?:/Rev\.\d+)?(?:/Add\.\d+)?",
    )
});

/// `WHA66.12`, `EB148.R2`: the World Health Assembly and its Executive Board. At the head of a line, or beside the body's name,
/// whose last word is group `owner`.
static HEALTH: LazyLock<Regex> = LazyLock::new(|| {
    pattern(r"(?:^\W{0,3}|(?P<owner>\w+)\s+)(?P<symbol>(?:WHA|EB)\d{1,3}\.(?:R\d{1,3}|\d{1,3}))\b")
});

/// `Decision 1/CP.21`, `Décision 5/CMA.3`, `Decision BC-14/12`, `Decision VII/3`, whose words are group `kind`; a draft has no number
/// yet: `Draft decision -/CP.31`.
static OF_PARTIES: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?i)^\W{0,3}(?P<kind>\w+(?:\s+\w+){0,3})\s+(?P<symbol>(?:\d{1,3}|\[?[-–—]\]?)/[A-Z]{2,4}\.\d{1,3}|(?-i:[A-Z]{2,5}-\d{1,3}|[IVXLC]{1,7})/\d{1,3})\b",
    )
});

/// `206 EX/Décision 12`, `39 C/Resolution 15`.
static OF_UNESCO: LazyLock<Regex> = LazyLock::new(|| {
    pattern(r"^\W{0,3}(\d{1,3}\s?(?:EX|C)/(?:D[ée]cision|D[ée]c\.|R[ée]solution|R[ée]s\.)\s?\d{1,3})\b")
});

/// Those of other bodies: `GC(69)/RES/8`, `Resolution A.1195(34)`, `Assembly/AU/Dec.921(XXXIX)`, `P10_TA(2026)0045`.
static OF_OTHERS: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?:^|[\s(])(GC\(\d{1,3}\)/(?:RES|DEC)/\d{1,3}|(?:A|MSC|MEPC|LEG|FAL)\.\d{1,4}\(\d{1,3}\)|(?:Assembly|EX\.CL|Ext/Assembly)/AU/(?:Dec|Res|Decl)\.\s?\d{1,4}\s?\([IVXLC]+\)|P\d{1,2}_TA(?:-PROV)?\(\d{4}\)\d{4})",
    )
});

/// The symbol that a text of the heading has.
pub fn in_heading(text: &str) -> Option<Symbol> {
    // To look for what each of them has costs less than the expressions.
    let has = |letters: &str| text.contains(letters);
    if (has("/RES/") || has("/DEC/") || has("/EA.") || has("/PRST/"))
        && let Some(found) = ADOPTED.find(text)
    {
        // “A/RES/78/1 A/RES/78/2”: the letter is no part of the first one.
        let begins_another = text.get(found.end()..).is_some_and(|after| after.starts_with('/'));
        let own = found.as_str().trim_end_matches(|letter: char| letter == 'A' || letter.is_whitespace());
        return Some(canonical(if begins_another { own } else { found.as_str() }));
    }
    if has("/L.")
        && let Some(found) = DRAFT.find(text)
    {
        return Some(Symbol::new(found.as_str()));
    }
    if text.contains('(')
        && let Some(found) = OF_OTHERS.captures(text)
    {
        return found.get(1).map(|symbol| Symbol::new(symbol.as_str()));
    }
    let first = text.trim_start_matches(|letter: char| !letter.is_alphanumeric()).chars().next()?;
    if has("WHA") || has("EB") {
        return of_health(text);
    }
    match first {
        '0'..='9' if has("EX/") || has("C/") => {
            OF_UNESCO.captures(text).and_then(|found| found.get(1)).map(|symbol| Symbol::new(symbol.as_str()))
        }
        _ if first.is_alphabetic() && has("/") => of_parties(text),
        _ => None,
    }
}

fn of_health(text: &str) -> Option<Symbol> {
    let owners = &document().symbol_owners;
    let is_owner = |word: &str| owners.strip_end(&fold(word)).is_some();
    let mut found = HEALTH.captures_iter(text);
    let own = found.find(|found| found.name("owner").is_none_or(|owner| is_owner(owner.as_str())))?;
    own.name("symbol").map(|symbol| Symbol::new(symbol.as_str()))
}

fn of_parties(text: &str) -> Option<Symbol> {
    let found = OF_PARTIES.captures(text)?;
    let words: Vec<String> = found.name("kind")?.as_str().split_whitespace().map(fold).collect();
    let (noun, lead) = words.split_last()?;
    let is_led = lead.is_empty() || document().draft_leads.contains(&lead.join(" "));
    (is_led && names_a_text(noun)).then(|| found.name("symbol").map(|symbol| Symbol::new(symbol.as_str())))?
}

/// Whether a folded word is “resolution” or “decision”.
fn names_a_text(word: &str) -> bool {
    document().resolutions.contains(word) || document().decisions.contains(word)
}

/// `General Assembly resolution 2997 (XXVII)`: a line that says no more than that, with its noun.
static OF_AN_OLD_SESSION: LazyLock<Regex> = LazyLock::new(|| {
    pattern(r"(?i)^[^,;.]{0,24}?\b(?P<noun>\w+)\s+(?P<n>\d{1,4})\s?\((?P<session>[IVXLC]+)\)[^,;.]{0,28}$")
});

/// The symbol of a resolution of the old sessions, whose number is told in words.
pub fn of_an_old_session(text: &str) -> Option<Symbol> {
    let found = OF_AN_OLD_SESSION.captures(if text.contains('(') { text.trim() } else { return None })?;
    let group = |name| found.name(name).map_or("", |group| group.as_str());
    let is_resolution = document().resolutions.contains(&fold(group("noun")));
    is_resolution.then(|| Symbol::new(format!("A/RES/{} ({})", group("n"), group("session").to_uppercase())))
}

/// The symbol that is alone in one of the words of a heading: `United Nations A/80/348`.
pub fn alone(text: &str) -> Option<Symbol> {
    if !text.contains('/') || text.len() > 80 {
        return None;
    }
    let symbol = text.split_whitespace().find(|word| is_symbol(word) && word.matches('/').count() > 1);
    symbol.map(Symbol::new)
}

/// The organ whose symbols begin so.
pub fn organ_of(symbol: &Symbol) -> Organ {
    const PREFIXES: [(&str, Organ); 6] = [
        ("A/HRC/", Organ::HumanRightsCouncil),
        ("A/RES/", Organ::GeneralAssembly),
        ("A/DEC/", Organ::GeneralAssembly),
        ("S/RES/", Organ::SecurityCouncil),
        ("S/PRST/", Organ::SecurityCouncil),
        ("E/RES/", Organ::EconomicAndSocialCouncil),
    ];
    let named = PREFIXES.into_iter().find(|(prefix, _)| symbol.as_str().starts_with(prefix));
    named.map_or(Organ::Other, |(_, organ)| organ)
}

/// The session in a symbol: 74 for `A/RES/74/175`, 47 for `A/HRC/47/L.12`, 66 for `WHA66.12`.
pub fn session_of(symbol: &Symbol) -> Option<u16> {
    let symbol = symbol.as_str();
    if let Some(rest) = symbol.strip_prefix("WHA") {
        return rest.split('.').next()?.parse().ok();
    }
    let rest = symbol.strip_prefix("A/")?;
    // “A/RES/1653 (XVI)”: the session is in brackets.
    if let Some((_, session)) = rest.split_once(" (") {
        return roman(&session.strip_suffix(')')?.to_lowercase()).and_then(|session| u16::try_from(session).ok());
    }
    // “A/RES/ES-11/1” is of an emergency session, which has a count of its own.
    let is_special = |part: &&str| part.starts_with("S-") || part.starts_with("ES-");
    rest.split('/').take(3).take_while(|part| !is_special(part)).find_map(|part| part.parse().ok())
}

fn canonical(symbol: &str) -> Symbol {
    match symbol.split_once('(') {
        Some((number, rest)) => Symbol::new(format!("{} ({rest}", number.trim_end())),
        None => Symbol::new(symbol),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_body_writes_its_symbols_in_its_own_way() {
        for (heading, symbol, session) in [
            ("United Nations A/RES/74/175", "A/RES/74/175", Some(74)),
            ("A/HRC/47/L.12", "A/HRC/47/L.12", Some(47)),
            ("A/C.3/80/L.8/Rev.1", "A/C.3/80/L.8/Rev.1", Some(80)),
            ("A/80/L.22", "A/80/L.22", Some(80)),
            ("WHA66.12 Neglected rivers", "WHA66.12", Some(66)),
            ("SIXTY-SIXTH WORLD HEALTH ASSEMBLY    WHA66.12", "WHA66.12", Some(66)),
            ("Decision 1/CP.31", "1/CP.31", None),
            ("Decision -/CP.31", "-/CP.31", None),
            ("Projet de décision -/CMA.8", "-/CMA.8", None),
            ("206 EX/Décision 12", "206 EX/Décision 12", None),
            ("S/RES/1373(2001)", "S/RES/1373 (2001)", None),
            ("A/RES/ES-11/1", "A/RES/ES-11/1", None),
            ("A/RES/S-23/3", "A/RES/S-23/3", None),
            ("A/RES/1653 (XVI)", "A/RES/1653 (XVI)", Some(16)),
            ("A/RES/78/1 A/RES/78/2", "A/RES/78/1", Some(78)),
            ("A/RES/78/1 A", "A/RES/78/1 A", Some(78)),
            ("Decision OEWG-13/4", "OEWG-13/4", None),
            ("Decision VII/3", "VII/3", None),
            ("Decision 14/COP.16", "14/COP.16", None),
        ] {
            let found = in_heading(heading).unwrap_or_default();
            assert_eq!((found.as_str(), session_of(&found)), (symbol, session), "{heading}");
        }
        assert_eq!(in_heading("Report of the Agency"), None);
        for heading in
            ["General Assembly resolution 2997 (XXVII)", "Résolution 2997 (XXVII) de l’Assemblée générale"]
        {
            assert_eq!(of_an_old_session(heading), Some(Symbol::new("A/RES/2997 (XXVII)")), "{heading}");
        }
        assert_eq!(of_an_old_session("Follow-up to resolution 2997 (XXVII) on the environment and rivers"), None);
    }
}
