//! What a text cites: «résolution 72/194», «1373 (2001)», «A/74/400», «le paragraphe 3 ci-dessus».

use crate::model::{Organ, ParagraphId, Reference, Span, Symbol};
use crate::text::fold::fold;
use crate::text::pattern::pattern;
use regex::Regex;
use std::sync::LazyLock;

/// A symbol written out: `A/RES/74/175`, `E/CN.15/2019/5`, `S/2018/1021`.
static WRITTEN: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"\b(?:A|S|E|T|ST|CERD|CCPR|CAT|CEDAW|CRC|DP|TD|FCCC)/(?:[A-Z0-9][A-Za-z0-9.\-]*/)*[A-Z0-9][A-Za-z0-9.\-]*(?:\s?\((?:\d{4}|[IVXLC]+)\))?",
    )
});

/// A number of the Security Council (`1373 (2001)`), of the Assembly's old sessions (`1514 (XV)`), or a session's
/// (`72/194`, `S-10/2`, `2014/33`).
static NUMBER: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"\b(?:(?P<council>\d{1,4})\s?\((?P<year>(?:19|20)\d\d)\)|(?P<old>\d{1,4}(?:\s[A-Z])?)\s?\((?P<roman>(?:E?S-)?[IVXLC]+)\)|(?P<number>(?:ES-|S-)?\d{1,4}/\d{1,3})(?P<part>(?:\s[A-Z]\b(?:(?:\s?,\s|\s(?:et|and|à|to)\s)[A-Z]\b)*)?))",
    )
});

static OWN_PARAGRAPH: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?i)\bparagrap(?:he|h)s?\s(?P<number>\d{1,3})(?:\s(?:ci-dessus|ci-dessous|above|below|de\sla\sprésente\srésolution|of\sthe\spresent\sresolution|of\sthis\sresolution))",
    )
});

/// How far back «résolutions» may stand: lists of a dozen numbers are common.
const REACH: usize = 400;

/// What a text cites, in order. Numbers count only where words say that a resolution or a decision is meant.
pub fn references(text: &str, organ: Organ, own: &Symbol) -> Vec<Reference> {
    let mut found: Vec<Reference> = Vec::new();
    // Most paragraphs cite nothing: a digit is the least they need.
    if !text.bytes().any(|b| b.is_ascii_digit()) {
        return found;
    }
    let strokes = text.contains('/');
    for hit in WRITTEN.find_iter(if strokes { text } else { "" }) {
        let words = hit.as_str().trim_end_matches(['.', '-']);
        if words.bytes().any(|b| b.is_ascii_digit()) && words.len() > 4 {
            let span = Span::new(hit.start(), hit.start() + words.len());
            found.push(Reference { span, symbol: canonical(words), paragraph: None });
        }
    }
    let n_written = found.len();
    let mut next_written = 0;
    let mut kind = Kind::default();
    let mut last_end = 0;
    for hit in NUMBER.captures_iter(if strokes || text.contains('(') { text } else { "" }) {
        let Some(whole) = hit.get(0) else { continue };
        // Both come in order: what ends before this number need not be looked at again.
        let span = Span::new(whole.start(), whole.end());
        while next_written < n_written && found.get(next_written).is_some_and(|other| other.span.end <= span.start)
        {
            next_written += 1;
        }
        if next_written < n_written && found.get(next_written).is_some_and(|other| other.span.overlaps(span)) {
            continue;
        }
        let mut from = last_end.max(whole.start().saturating_sub(REACH));
        while !text.is_char_boundary(from) {
            from += 1;
        }
        kind.read(text.get(from..whole.start()).unwrap_or_default());
        let mut to = (whole.end() + 80).min(text.len());
        while !text.is_char_boundary(to) {
            to -= 1;
        }
        last_end = whole.end();
        let after = text.get(whole.end()..to).unwrap_or_default();
        let Some(symbol) = symbol_of(&hit, kind, organ, after) else { continue };
        let mut end = whole.end();
        // «53/243 A et B»: the letters are parts of one document.
        if hit.name("part").is_some_and(|part| part.as_str().trim().is_empty()) {
            end = hit.name("number").map_or(end, |number| number.end());
        }
        found.push(Reference { span: Span::new(whole.start(), end), symbol, paragraph: None });
    }
    for hit in OWN_PARAGRAPH.captures_iter(if text.contains("aragraph") { text } else { "" }) {
        if let (Some(whole), Some(number)) = (hit.get(0), hit.name("number")) {
            found.push(Reference {
                span: Span::new(whole.start(), whole.end()),
                symbol: own.clone(),
                paragraph: Some(ParagraphId::new(format!("op{}", number.as_str()))),
            });
        }
    }
    found.sort_by_key(|reference| reference.span);
    found
}

/// What the words before a number say it is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Kind {
    #[default]
    Nothing,
    Resolution,
    Decision,
}

impl Kind {
    /// Updates itself with the words since the last number.
    fn read(&mut self, words: &str) {
        let folded = fold(words);
        let resolution = folded.rfind("resolution");
        let decision = folded.rfind("decision");
        match (resolution, decision) {
            (None, None) => {
                // A sentence's end, or a verb between, ends the list.
                if folded.contains(['.', ';']) && !folded.ends_with("no. ") {
                    *self = Self::Nothing;
                }
            }
            (resolution, decision) => *self = if resolution > decision { Self::Resolution } else { Self::Decision },
        }
    }
}

fn symbol_of(hit: &regex::Captures<'_>, kind: Kind, organ: Organ, after: &str) -> Option<Symbol> {
    let text = |name| hit.name(name).map(|part| part.as_str());
    if let (Some(number), Some(year)) = (text("council"), text("year")) {
        return Some(Symbol::new(format!("S/RES/{number} ({year})")));
    }
    if let (Some(number), Some(session)) = (text("old"), text("roman")) {
        return (kind != Kind::Nothing).then(|| Symbol::new(format!("A/RES/{number} ({session})")));
    }
    let number = text("number")?;
    if kind == Kind::Nothing {
        return None;
    }
    let part = match text("part").unwrap_or_default().trim() {
        part if part.len() == 1 => format!(" {part}"),
        _ => String::new(),
    };
    let after = fold(after);
    let named = |names: &[&str]| names.iter().any(|name| after.trim_start_matches([',', ' ']).starts_with(name));
    let is_year = number.split('/').next().is_some_and(|first| first.len() == 4 && first.parse::<u16>().is_ok());
    let body = if is_year || named(&["du conseil economique", "of the economic and social"]) {
        "E"
    } else if organ == Organ::HumanRightsCouncil && !named(&["de l'assemblee", "of the general assembly"])
        || named(&["du conseil des droits", "of the human rights council"])
    {
        "A/HRC"
    } else {
        "A"
    };
    let shelf = if kind == Kind::Decision { "DEC" } else { "RES" };
    Some(Symbol::new(format!("{body}/{shelf}/{number}{part}")))
}

/// A symbol with one space before its parenthesis.
pub fn canonical(symbol: &str) -> Symbol {
    match symbol.split_once('(') {
        Some((number, rest)) => Symbol::new(format!("{} ({rest}", number.trim_end())),
        None => Symbol::new(symbol),
    }
}

/// The symbol of a printed link: `https://undocs.org/fr/S/RES/2133%20(2014)` → `S/RES/2133 (2014)`.
pub fn symbol_of_link(link: &str) -> Option<Symbol> {
    let path = link.split_once("://").map_or(link, |(_, rest)| rest);
    let (host, path) = path.split_once('/')?;
    if !host.ends_with("undocs.org") {
        return None;
    }
    let path = match path.split_once('/') {
        Some((language, rest)) if language.len() == 2 && language.bytes().all(|b| b.is_ascii_lowercase()) => rest,
        _ => path,
    };
    let path = path.replace("%20", " ").replace("%28", "(").replace("%29", ")");
    path.contains('/').then(|| canonical(path.trim()))
}

/// Whether a document cites one that is later than itself, as far as their symbols tell.
pub fn is_later(cited: &Symbol, own: &Symbol) -> bool {
    let session = |symbol: &Symbol| -> Option<(u32, u32)> {
        let (session, number) = symbol.as_str().strip_prefix("A/RES/")?.split_once('/')?;
        let number: String = number.chars().take_while(char::is_ascii_digit).collect();
        Some((session.parse().ok()?, number.parse().ok()?))
    };
    let council = |symbol: &Symbol| -> Option<u32> {
        symbol.as_str().strip_prefix("S/RES/")?.split(' ').next()?.parse().ok()
    };
    let years = |symbol: &Symbol| -> Option<u32> {
        let (_, year) = symbol.as_str().strip_prefix("S/RES/")?.split_once('(')?;
        year.trim_end_matches(')').parse().ok()
    };
    match (session(cited), session(own)) {
        (Some(cited), Some(own)) => return cited > own,
        (None, Some((session, _))) => return years(cited).is_some_and(|year| year > 1946 + session),
        _ => {}
    }
    matches!((council(cited), council(own)), (Some(cited), Some(own)) if cited > own)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: &[(&str, &str)]) {
        let found = references(text, Organ::GeneralAssembly, &"A/RES/74/175".into());
        let found: Vec<_> = found.iter().map(|r| (r.span.of(text), r.symbol.as_str())).collect();
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn a_list_of_resolutions_is_read_to_its_end() {
        check(
            "Résolutions 72/194, 72/284 et 73/211 de l’Assemblée générale et résolutions 2133 (2014) et 2178 (2014)",
            &[
                ("72/194", "A/RES/72/194"),
                ("72/284", "A/RES/72/284"),
                ("73/211", "A/RES/73/211"),
                ("2133 (2014)", "S/RES/2133 (2014)"),
                ("2178 (2014)", "S/RES/2178 (2014)"),
            ],
        );
    }

    #[test]
    fn each_body_has_its_own_form() {
        check("sa résolution 1514 (XV) du 14 décembre 1960", &[("1514 (XV)", "A/RES/1514 (XV)")]);
        check("sa décision 45/461", &[("45/461", "A/DEC/45/461")]);
        check("la résolution 2014/33 du Conseil économique et social", &[("2014/33", "E/RES/2014/33")]);
        check("Human Rights Council resolution 12/10 of the Human Rights Council", &[("12/10", "A/HRC/RES/12/10")]);
        check("le rapport E/CN.15/2019/5.", &[("E/CN.15/2019/5", "E/CN.15/2019/5")]);
        check("Résolutions 53/243 A et B.", &[("53/243 A et B", "A/RES/53/243")]);
        check("résolution S-10/2", &[("S-10/2", "A/RES/S-10/2")]);
    }

    #[test]
    fn other_numbers_cite_nothing() {
        check("vol. 2225, 2237, 2241 et 2326, no 39574.", &[]);
        check("une majorité de 2/3 des voix", &[]);
        check("le 18 décembre 2019", &[]);
    }

    #[test]
    fn a_paragraph_of_the_same_document_is_a_place_in_it() {
        let text = "visé au paragraphe 3 ci-dessus";
        let found = references(text, Organ::GeneralAssembly, &"A/RES/74/175".into());
        assert_eq!(found.first().and_then(|r| r.paragraph.clone()), Some("op3".into()));
    }

    #[test]
    fn a_printed_link_tells_its_symbol() {
        let symbol = symbol_of_link("https://undocs.org/fr/S/RES/2133%20(2014)");
        assert_eq!(symbol, Some("S/RES/2133 (2014)".into()));
        assert_eq!(symbol_of_link("https://example.org/a/b"), None);
    }

    #[test]
    fn a_later_document_is_told_by_its_number() {
        assert!(is_later(&"A/RES/75/1".into(), &"A/RES/74/175".into()));
        assert!(is_later(&"S/RES/2600 (2021)".into(), &"A/RES/74/175".into()));
        assert!(!is_later(&"A/RES/72/194".into(), &"A/RES/74/175".into()));
        assert!(!is_later(&"S/RES/2462 (2019)".into(), &"A/RES/74/175".into()));
    }
}
