//! What stands before the preamble: organ, symbol, session, title.

use super::blocks::Block;
use super::closing::date_in;
use super::numbering::{leading_label, section_numeral};
use super::page::lines::{Line, LineKind};
use crate::lexicon::Lexicon;
use crate::model::{Date, Meeting, Organ, Symbol};
use crate::text::fold::fold;
use crate::text::pattern::pattern;
use crate::text::tokens::head;
use regex::Regex;
use std::sync::LazyLock;

/// What the masthead tells.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Masthead {
    /// The symbol; empty if it is not told.
    pub symbol: Symbol,
    /// The session, told by the symbol or in words.
    pub session: Option<u16>,
    /// The title; empty if there is none.
    pub title: String,
    /// When it was adopted, if the heading says so.
    pub adopted: Option<Date>,
    /// At which meeting, if the heading says so.
    pub meeting: Option<Meeting>,
}

static SYMBOL: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"\b(?:A/HRC/RES/(?:S-)?\d+/\d+|A/RES/(?:ES-|S-)?\d+/\d+(?:\s?[A-Z]\b)?|A/RES/\d+\s?\([IVXLC]+\)|S/RES/\d+(?:\s?\(\d{4}\))?|E/RES/\d{4}/\d+)",
    )
});

static COUNCIL_NUMBER: LazyLock<Regex> =
    LazyLock::new(|| pattern(r"(?i)^\s*r[ée]solution\s+(\d+)\s*\(\s*(\d{4})\s*\)"));

static OLD_NUMBER: LazyLock<Regex> = LazyLock::new(|| pattern(r"^\s*(\d{1,4})\s?\(([IVXLC]+)\)\s*[.]?\s*"));

/// «Adopted by the Security Council at its 9125th meeting, on 2 April 2031».
static ADOPTED_AT: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?i)\badopt(?:ed|ée) (?:by|par) [^,]{5,60}? (?:at its|à sa) ((\d+)(?:st|nd|rd|th|e|re|è|ème) (?:meeting|séance))",
    )
});

/// `74/175.`, `S-10/2.`, `2014/33` at the head of the title.
static NUMBER: LazyLock<Regex> =
    LazyLock::new(|| pattern(r"^\s*((?:ES-|S-)?\d{1,4}/\d{1,3})(?:\s?([A-Z])\b)?\s*[.\u{a0} \t]\s*"));

/// The line that names the organ: «L’Assemblée générale,».
pub fn organ_line(source: &str, lines: &[Line], lexicon: &Lexicon) -> Option<(usize, Organ)> {
    let text = lines.iter().enumerate().filter(|(_, line)| line.kind == LineKind::Text);
    let next = text.clone().skip(1).map(|(_, line)| Some(line.span.of(source))).chain([None]);
    // The line stands near the top; annexes and embedded declarations name organs too.
    text.zip(next).take(400).find_map(|((i, line), next)| {
        let line = line.span.of(source);
        organ_of(line).or_else(|| bare_organ(line, next, lexicon)).map(|organ| (i, organ))
    })
}

/// Where the masthead ends: at the organ's line, or before it if the text begins in the midst of a resolution and the
/// line belongs to the next one.
pub fn end(source: &str, lines: &[Line], organ_at: usize, lexicon: &Lexicon) -> usize {
    let head = lines.get(..organ_at).unwrap_or_default();
    let text = || head.iter().enumerate().filter(|(_, line)| line.kind == LineKind::Text);
    let opens = |text: &str| {
        let label = leading_label(text).filter(|label| !label.only_in_a_list);
        let body = text.get(label.as_ref().map_or(0, |label| label.rest)..).unwrap_or_default();
        let is_phrase = body.starts_with(char::is_uppercase)
            && lexicon.verbs.phrase_at(body, 0).is_some_and(|phrase| !phrase.head_only);
        is_phrase.then_some(label.is_some())
    };
    let n_numbered = text().filter(|(_, line)| opens(line.span.of(source)) == Some(true)).count();
    if n_numbered < 2 {
        return organ_at;
    }
    text().find(|(_, line)| opens(line.span.of(source)).is_some()).map_or(organ_at, |(first, _)| first)
}

/// The organ that a line names without its comma, where the next line can only follow it: «The General Assembly» before
/// «Adopts the following declaration:».
pub fn bare_organ(line: &str, next: Option<&str>, lexicon: &Lexicon) -> Option<Organ> {
    let may_be = line.len() < 60 && line.ends_with(char::is_alphabetic) && may_open_with_article(line);
    let next = next.filter(|_| may_be)?;
    let organ = organ_of(&format!("{line},")).filter(|organ| *organ != Organ::Other)?;
    let follows = leading_label(next).is_some_and(|label| label.may_be_first() && !label.only_in_a_list)
        || section_numeral(next).is_some_and(|(value, _)| value == 1)
        || lexicon.verbs.phrase_at(next, 0).is_some() && next.starts_with(char::is_uppercase);
    follows.then_some(organ)
}

/// Whether the first word of a line may be an article: a look, since most lines name no organ.
pub fn may_open_with_article(line: &str) -> bool {
    let first = line.bytes().find(|byte| byte.is_ascii_alphanumeric() || !byte.is_ascii());
    first.is_some_and(|byte| !byte.is_ascii() || matches!(byte, b'L' | b'l' | b'T' | b't'))
}

/// The organ that a line names, if that is all it does.
pub fn organ_of(line: &str) -> Option<Organ> {
    if line.len() > 200 || !may_open_with_article(line) {
        return None;
    }
    let line =
        line.trim_matches(|letter: char| letter.is_whitespace() || matches!(letter, '"' | '“' | '«' | '»' | '”'));
    let name = line.strip_suffix([',', '.', ';', ':'])?;
    let folded = fold(name);
    let mut words = folded.split(|letter: char| !letter.is_alphanumeric()).filter(|word| !word.is_empty());
    let article = words.next()?;
    if !matches!(article, "l" | "le" | "la" | "les" | "the") {
        return None;
    }
    let rest: Vec<&str> = words.collect();
    let organ = match rest.as_slice() {
        ["assemblee", "generale"] | ["general", "assembly"] => Organ::GeneralAssembly,
        ["conseil", "de", "securite"] | ["security", "council"] => Organ::SecurityCouncil,
        ["conseil", "economique", "et", "social"] | ["economic", "and", "social", "council"] => {
            Organ::EconomicAndSocialCouncil
        }
        ["conseil", "des", "droits", "de", "l", "homme"] | ["human", "rights", "council"] => {
            Organ::HumanRightsCouncil
        }
        _ => {
            const HEADS: [&str; 13] = [
                "conference",
                "commission",
                "comite",
                "assemblee",
                "conseil",
                "council",
                "assembly",
                "committee",
                "board",
                "congres",
                "congress",
                "reunion",
                "meeting",
            ];
            let is_body = rest.iter().any(|word| HEADS.contains(word)) && rest.len() <= 14;
            let has_capital = name
                .split_whitespace()
                .nth(1)
                .or(Some(name))
                .is_some_and(|word| word.chars().any(char::is_uppercase));
            if !(is_body && has_capital && line.ends_with(',')) {
                return None;
            }
            Organ::Other
        }
    };
    Some(organ)
}

/// Reads the masthead's blocks.
pub fn masthead(source: &str, blocks: &[Block], organ: Organ) -> Masthead {
    let mut masthead = Masthead::default();
    let texts: Vec<String> = blocks.iter().map(|block| joined(source, block)).collect();
    for text in &texts {
        if masthead.symbol.as_str().is_empty()
            && let Some(found) = symbol_in(text)
        {
            masthead.symbol = Symbol::new(canonical_spaces(found.as_str()));
        }
        if text.trim_start().starts_with(['R', 'r'])
            && let Some(found) = COUNCIL_NUMBER.captures(text)
            && let (Some(number), Some(year)) = (found.get(1), found.get(2))
        {
            masthead.symbol = Symbol::new(format!("S/RES/{} ({})", number.as_str(), year.as_str()));
            masthead.adopted = date_in(text);
        }
        if masthead.title.is_empty()
            && let Some((symbol, title)) = numbered_title(text, organ)
        {
            if masthead.symbol.as_str().is_empty() {
                masthead.symbol = symbol;
            }
            masthead.title = title;
        }
    }
    if masthead.title.is_empty() && organ != Organ::SecurityCouncil {
        masthead.title = unnumbered_title(&texts);
    }
    let mut adopted = texts.iter().filter(|text| speaks_of_adoption(text));
    if let Some(found) = adopted.find_map(|text| ADOPTED_AT.captures(text))
        && let (Some(whole), Some(words), Some(number)) = (found.get(0), found.get(1), found.get(2))
    {
        masthead.meeting = Some(Meeting { text: words.as_str().to_owned(), number: number.as_str().parse().ok() });
        masthead.adopted = texts.iter().find_map(|text| date_in(text.get(text.find(whole.as_str())?..)?));
    }
    if masthead.adopted.is_none() {
        masthead.adopted = texts.iter().find(|text| fold(text).contains("date")).and_then(|text| date_in(text));
    }
    masthead.session = session_of(&masthead.symbol);
    masthead
}

/// The symbol that a text has: to look for what each of them has costs less than the expression.
fn symbol_in(text: &str) -> Option<regex::Match<'_>> {
    if text.contains("/RES/") { SYMBOL.find(text) } else { None }
}

fn speaks_of_adoption(text: &str) -> bool {
    text.as_bytes().windows(5).any(|letters| letters.eq_ignore_ascii_case(b"adopt"))
}

fn joined(source: &str, block: &Block) -> String {
    let words: Vec<&str> = block.lines.iter().flat_map(|line| line.of(source).split_whitespace()).collect();
    words.join(" ")
}

fn canonical_spaces(symbol: &str) -> String {
    match symbol.split_once('(') {
        Some((number, rest)) => format!("{} ({rest}", number.trim_end()),
        None => symbol.to_owned(),
    }
}

/// Whether a title with its number begins here: `74/175. Assistance …`, `Résolution 1373 (2001)`.
pub fn title_number(text: &str) -> Option<usize> {
    let digits = text.trim_start_matches(|letter: char| letter.is_ascii_digit() || letter == '/');
    let plain = text.len() - digits.len();
    let is_title = text.starts_with(|letter: char| letter.is_ascii_digit())
        && text.get(..plain).is_some_and(|number| number.matches('/').count() == 1)
        && digits.strip_prefix('.').is_some_and(|rest| rest.trim_start().starts_with(char::is_uppercase));
    if is_title {
        return Some(plain);
    }
    let is_council = text.starts_with("Résolution ") || text.starts_with("Resolution ");
    COUNCIL_NUMBER.find(if is_council { text } else { "" }).map(|found| found.end())
}

/// `74/175. Assistance technique …` → its symbol and the title.
fn numbered_title(text: &str, organ: Organ) -> Option<(Symbol, String)> {
    // Most blocks of a masthead begin with no number.
    let first = text.trim_start().chars().next()?;
    if !(first.is_numeric() || matches!(first, 'E' | 'S')) {
        return None;
    }
    let number = head(text, 16);
    if number.contains('(')
        && let Some(found) = OLD_NUMBER.captures(text)
    {
        let (number, session) = (found.get(1)?.as_str(), found.get(2)?.as_str());
        let title = text.get(found.get(0)?.end()..)?.trim().to_owned();
        return Some((Symbol::new(format!("A/RES/{number} ({session})")), title));
    }
    let found = NUMBER.captures(if number.contains('/') { text } else { "" })?;
    let number = found.get(1)?.as_str();
    let part = found.get(2).map(|part| format!(" {}", part.as_str())).unwrap_or_default();
    let title = text.get(found.get(0)?.end()..)?.trim().trim_end_matches('*').trim().to_owned();
    let body = match organ {
        Organ::HumanRightsCouncil => "A/HRC/RES",
        Organ::EconomicAndSocialCouncil => "E/RES",
        _ => "A/RES",
    };
    Some((Symbol::new(format!("{body}/{number}{part}")), title))
}

/// The last block that is no bookkeeping: a text without a number still has a title.
fn unnumbered_title(texts: &[String]) -> String {
    const BOOKKEEPING: [&str; 22] = [
        "distr",
        "general",
        "united nations",
        "nations unies",
        "agenda item",
        "point ",
        "points ",
        "resolution adopted",
        "resolution adoptee",
        "session",
        "original",
        "date",
        "vote",
        "seance",
        "rapport",
        "meeting",
        "without reference",
        "sans renvoi",
        "on the report",
        "sur le rapport",
        "adopted",
        "adoptee",
    ];
    let is_title = |text: &&String| {
        let folded = fold(text);
        !BOOKKEEPING.iter().any(|word| folded.starts_with(word))
            && !folded.ends_with(" session")
            && symbol_in(text).is_none_or(|found| found.as_str().len() * 2 < text.len())
            && text.chars().filter(|letter| letter.is_alphabetic()).count() > 8
    };
    texts.iter().rev().find(is_title).cloned().unwrap_or_default()
}

/// The session that a symbol tells: 74 for A/RES/74/175.
fn session_of(symbol: &Symbol) -> Option<u16> {
    let rest = symbol.as_str().strip_prefix("A/RES/").or_else(|| symbol.as_str().strip_prefix("A/HRC/RES/"))?;
    rest.split('/').next()?.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_organ_is_told_by_a_line_of_its_own() {
        assert_eq!(organ_of("L’Assemblée générale,"), Some(Organ::GeneralAssembly));
        assert_eq!(organ_of("Le Conseil de sécurité,"), Some(Organ::SecurityCouncil));
        assert_eq!(organ_of("The Human Rights Council,"), Some(Organ::HumanRightsCouncil));
        assert_eq!(organ_of("La Conférence internationale de l’Instruction publique,"), Some(Organ::Other));
        for line in
            ["la sécurité internationales,", "L’Assemblée générale a décidé", "les parlements,", "le conseil,"]
        {
            assert_eq!(organ_of(line), None, "{line}");
        }
    }

    #[test]
    fn a_title_tells_the_symbol_of_its_organ() {
        let of = |text, organ| numbered_title(text, organ).map(|(symbol, title)| (symbol.to_string(), title));
        assert_eq!(
            of("74/175. Assistance technique", Organ::GeneralAssembly),
            Some(("A/RES/74/175".to_owned(), "Assistance technique".to_owned()))
        );
        assert_eq!(
            of("12/10. Follow-up", Organ::HumanRightsCouncil),
            Some(("A/HRC/RES/12/10".to_owned(), "Follow-up".to_owned()))
        );
        assert_eq!(
            of("1514 (XV). Déclaration", Organ::GeneralAssembly),
            Some(("A/RES/1514 (XV)".to_owned(), "Déclaration".to_owned()))
        );
    }
}
