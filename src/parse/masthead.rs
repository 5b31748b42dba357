//! What stands before the preamble: organ, symbol, session, title.

use super::blocks::Block;
use super::closing::date_in;
use super::numbering::{leading_label, section_numeral};
use super::page::lines::{Line, LineKind};
use super::symbols;
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

static COUNCIL_NUMBER: LazyLock<Regex> =
    LazyLock::new(|| pattern(r"(?i)^\s*r[ée]solution\s+(\d+)\s*\(\s*(\d{4})\s*\)"));

static OLD_NUMBER: LazyLock<Regex> = LazyLock::new(|| pattern(r"^\s*(\d{1,4})\s?\(([IVXLC]+)\)\s*[.]?\s*"));

/// `179 (1963). Résolution du 11 juin 1963`, as printed volumes have it.
static VOLUME_NUMBER: LazyLock<Regex> =
    LazyLock::new(|| pattern(r"(?i)^\s*(\d{1,4})\s?\((\d{4})\)\s?\.\s+r[ée]solution\b"));

/// «Adopted by the Security Council at its 9125th meeting, on 2 April 2031».
static ADOPTED_AT: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?i)\badopt(?:ed|ée) (?:by|par) [^,]{5,60}? (?:at its|à sa) ((\d+)(?:st|nd|rd|th|e|re|è|ème) (?:meeting|séance))",
    )
});

/// `74/175.`, `S-10/2.`, `2014/33` at the head of the title.
static NUMBER: LazyLock<Regex> =
    LazyLock::new(|| pattern(r"^\s*((?:ES-|S-)?\d{1,4}/\d{1,3})(?:\s?([A-Z])\b)?\s*[.\u{a0} \t]\s*"));

static DRAFT_NUMBER: LazyLock<Regex> =
    LazyLock::new(|| pattern(r"^\s*(?:ES-|S-)?\d{1,4}/(?:…|\.\.\.|_+|--+)\s*\.?\s*"));

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

/// The line that names an organ is no longer, in bytes.
const LONGEST_NAME: usize = 200;

/// Whether the first word of a line may be an article: a look, since most lines name no organ.
pub fn may_open_with_article(line: &str) -> bool {
    // A text without end of brackets is not looked through.
    let first = line.bytes().take(LONGEST_NAME).find(|byte| byte.is_ascii_alphanumeric() || !byte.is_ascii());
    first.is_some_and(|byte| !byte.is_ascii() || matches!(byte, b'L' | b'l' | b'T' | b't'))
}

/// The organ that a line names, if that is all it does.
pub fn organ_of(line: &str) -> Option<Organ> {
    if line.len() > LONGEST_NAME || !may_open_with_article(line) {
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
            // «L’Assemblée mondiale», «La Commission»: the name after the article.
            let after_article = name.find(['’', '\'', ' ']).and_then(|end| name.get(end..)).unwrap_or_default();
            let has_capital = after_article.trim_start_matches(['’', '\'', ' ']).starts_with(char::is_uppercase);
            if !(is_body && has_capital && line.ends_with(',')) {
                return None;
            }
            Organ::Other
        }
    };
    Some(organ)
}

/// Reads the masthead's blocks.
pub fn masthead(blocks: &[Block], organ: Organ) -> Masthead {
    let mut masthead = Masthead::default();
    let texts: Vec<String> = blocks.iter().flat_map(texts_of).collect();
    for (i, text) in texts.iter().enumerate() {
        if masthead.symbol.as_str().is_empty() {
            masthead.symbol = symbols::in_heading(text).unwrap_or_default();
        }
        let of_council = COUNCIL_NUMBER.captures(if text.starts_with(['R', 'r']) { text } else { "" });
        let of_volume =
            || VOLUME_NUMBER.captures(if text.starts_with(|l: char| l.is_ascii_digit()) { text } else { "" });
        if let Some(found) = of_council.or_else(of_volume)
            && let (Some(number), Some(year)) = (found.get(1), found.get(2))
        {
            masthead.symbol = Symbol::new(format!("S/RES/{} ({})", number.as_str(), year.as_str()));
            masthead.adopted = date_in(text);
            continue;
        }
        if masthead.title.is_empty()
            && let Some((symbol, title)) = numbered_title(text, organ)
        {
            if masthead.symbol.as_str().is_empty() {
                masthead.symbol = symbol.unwrap_or_default();
            }
            // The number may be alone on its line.
            let next = texts.get(i + 1).filter(|next| !is_bookkeeping(next)).cloned();
            masthead.title = if title.is_empty() { next.unwrap_or_default() } else { title };
        }
    }
    if masthead.symbol.as_str().is_empty() {
        masthead.symbol = texts.iter().find_map(|text| symbols::alone(text)).unwrap_or_default();
    }
    if masthead.title.is_empty() && organ != Organ::SecurityCouncil {
        masthead.title = labelled_title(&texts)
            .or_else(|| title_after_symbol(&texts))
            .unwrap_or_else(|| unnumbered_title(&texts));
    }
    let mut adopted = texts.iter().filter(|text| speaks_of_adoption(text));
    if let Some(found) = adopted.find_map(|text| ADOPTED_AT.captures(text))
        && let (Some(whole), Some(words), Some(number)) = (found.get(0), found.get(1), found.get(2))
    {
        masthead.meeting = Some(Meeting { text: words.as_str().to_owned(), number: number.as_str().parse().ok() });
        masthead.adopted = texts.iter().find_map(|text| date_in(text.get(text.find(whole.as_str())?..)?));
    }
    if masthead.adopted.is_none() {
        let says_when = |text: &&String| {
            let folded = fold(text);
            folded.contains("date")
                || folded.starts_with("resolution adopt")
                || folded.starts_with("decision adopt")
        };
        masthead.adopted = texts.iter().filter(says_when).find_map(|text| date_in(text));
    }
    masthead.session = symbols::session_of(&masthead.symbol);
    masthead
}

/// The texts of a block: one, unless its lines are labelled («**Topic:** Rivers») or one of them is in brackets.
fn texts_of(block: &Block) -> Vec<String> {
    let lines: Vec<&str> = block.text.text.lines().collect();
    if lines.iter().filter(|line| labelled(line).is_some()).count() > 1 {
        return lines.into_iter().map(joined).collect();
    }
    vec![joined(&block.text.text)]
}

/// A line's label and what it says: «**Topic:** Protection of Rivers».
fn labelled(line: &str) -> Option<(String, &str)> {
    const MOST_WORDS: usize = 3;
    let (label, value) = line.split_once(':')?;
    let label = fold(label.trim_matches(EMPHASIS));
    let is_label = !label.is_empty()
        && label.split(' ').count() <= MOST_WORDS
        && label.chars().all(|l| l.is_alphabetic() || l == ' ');
    is_label.then(|| (label, value.trim_matches(EMPHASIS).trim()))
}

/// The signs of emphasis in Markdown, and what is about them.
const EMPHASIS: [char; 4] = ['*', '_', '#', ' '];

/// The title of a text whose heading has a line for each thing: «Topic: …».
fn labelled_title(texts: &[String]) -> Option<String> {
    const LABELS: [&str; 10] =
        ["topic", "title", "subject", "agenda topic", "re", "titre", "sujet", "objet", "theme", "question"];
    texts.iter().find_map(|text| {
        let (label, value) = labelled(text)?;
        (LABELS.contains(&label.as_str()) && !value.is_empty()).then(|| value.to_owned())
    })
}

/// What follows a symbol on its line: «WHA66.12 Neglected rivers».
fn title_after_symbol(texts: &[String]) -> Option<String> {
    texts.iter().find_map(|text| {
        let symbol = symbols::in_heading(text)?;
        let rest = text.trim_start_matches(EMPHASIS).strip_prefix(symbol.as_str())?;
        let title = rest.trim_start_matches([' ', '.', ':', '-', '–', '—']).trim_end_matches(EMPHASIS);
        (title.starts_with(char::is_uppercase) && title.chars().filter(|l| l.is_alphabetic()).count() > 8)
            .then(|| title.to_owned())
    })
}

fn speaks_of_adoption(text: &str) -> bool {
    text.as_bytes().windows(5).any(|letters| letters.eq_ignore_ascii_case(b"adopt"))
}

fn joined(text: &str) -> String {
    let words: Vec<&str> = text.split_whitespace().collect();
    words.join(" ")
}

/// Whether a title with its number begins here: `74/175. Assistance …`, `Résolution 1373 (2001)`.
pub fn title_number(text: &str) -> Option<usize> {
    let digits = text.trim_start_matches(|letter: char| letter.is_ascii_digit() || letter == '/');
    let plain = text.len() - digits.len();
    let is_title = text.starts_with(|letter: char| letter.is_ascii_digit())
        && text.get(..plain).is_some_and(|number| number.matches('/').count() == 1)
        && (digits == "."
            || digits.strip_prefix('.').is_some_and(|rest| rest.trim_start().starts_with(char::is_uppercase)));
    if is_title {
        return Some(plain);
    }
    if let Some(found) =
        VOLUME_NUMBER.find(if text.starts_with(|first: char| first.is_ascii_digit()) { text } else { "" })
    {
        return Some(found.end());
    }
    if let Some(found) =
        DRAFT_NUMBER.find(if text.starts_with(|first: char| first.is_ascii_digit()) { text } else { "" })
    {
        return Some(found.end());
    }
    let is_council = text.starts_with("Résolution ") || text.starts_with("Resolution ");
    COUNCIL_NUMBER.find(if is_council { text } else { "" }).map(|found| found.end())
}

/// `74/175. Assistance technique …` → its symbol and the title.
fn numbered_title(text: &str, organ: Organ) -> Option<(Option<Symbol>, String)> {
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
        return Some((Some(Symbol::new(format!("A/RES/{number} ({session})"))), title));
    }
    // «47/… Human rights and rivers»: a draft has no number yet.
    if let Some(found) = DRAFT_NUMBER.find(text) {
        return Some((None, text.get(found.end()..)?.trim().to_owned()));
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
    Some((Some(Symbol::new(format!("{body}/{number}{part}"))), title))
}

/// Whether a text of the heading is no title: the organ, the session, the agenda item, who reported, who proposes.
fn is_bookkeeping(text: &str) -> bool {
    const STARTS: [&str; 28] = [
        "distr",
        "general",
        "assemblee generale",
        "united nations",
        "nations unies",
        "agenda item",
        "item ",
        "point ",
        "points ",
        "resolution adopted",
        "resolution adoptee",
        "decision adopted",
        "decision adoptee",
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
        "committee:",
        "sponsors",
    ];
    const INSIDE: [&str; 6] = [
        ": draft resolution",
        ": projet de resolution",
        ": revised draft",
        "projet de resolution revise",
        ": draft decision",
        ": projet de decision",
    ];
    let folded = fold(text);
    STARTS.iter().any(|word| folded.starts_with(word))
        || INSIDE.iter().any(|words| folded.contains(words))
        || folded.ends_with(" session")
        || folded.starts_with('[')
        || names_a_session(&folded)
        || labelled(text).is_some()
        || symbols::in_heading(text).is_some_and(|symbol| symbol.as_str().len() * 2 >= text.len())
}

/// «Seventy-eighth session Agenda item 71», « Soixante-quatorzième session Point 106 de l’ordre du jour ».
fn names_a_session(folded: &str) -> bool {
    let words = folded.split_whitespace().take(6).collect::<Vec<_>>();
    words.iter().position(|word| *word == "session").is_some_and(|at| {
        words.get(at + 1).is_none_or(|next| matches!(*next, "agenda" | "item" | "point" | "points"))
    })
}

/// The last block that is no bookkeeping: a text without a number still has a title.
fn unnumbered_title(texts: &[String]) -> String {
    let is_title =
        |text: &&String| !is_bookkeeping(text) && text.chars().filter(|letter| letter.is_alphabetic()).count() > 8;
    texts.iter().rev().find(is_title).map(|title| title.trim_matches(EMPHASIS).to_owned()).unwrap_or_default()
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
        let of = |text, organ| {
            numbered_title(text, organ).map(|(symbol, title)| (symbol.unwrap_or_default().to_string(), title))
        };
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
