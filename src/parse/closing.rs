//! The closing formula: «50e séance plénière / 18 décembre 2019», «Adoptée à l'unanimité à la 5648e séance.»

use crate::lexicon::numbers::{month, ordinal};
use crate::model::{Date, Language};
use crate::text::fold::fold;
use crate::text::pattern::pattern;
use crate::text::word_spans;
use regex::Regex;
use std::sync::LazyLock;

static MEETING: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?i)^\(?(\d+)\s?(?:e|è|eme|ème|°|re|ère|st|nd|rd|th|'|`|t)?\s+(?:s[ée]ance(?: pl[ée]ni[èe]re)?(?: \(reprise\))?|(?:\(resumed\) )?(?:plenary )?meeting(?: \(resumed\))?)[\s.,)]*$",
    )
});

static MEETING_AT_HEAD: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?i)^\d+\s?(?:e|è|eme|ème|re|ère|st|nd|rd|th)\s+(?:\(resumed\) )?(?:s[ée]ance pl[ée]ni[èe]re(?: \(reprise\))?|plenary meeting|meeting(?: \(resumed\))?)\b",
    )
});

static DATE_AT_HEAD: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?i)^\d{1,2}(?:er)?\s+(?:janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre|january|february|march|april|may|june|july|august|september|october|november|december)\s+\d{4}\b",
    )
});

static VOTE: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?i)^(?:\[?adopt[ée]e? (?:à|a|sans|par|without|by|unanimously|at|on|as)\b|\[?adopted (?:without|by|unanimously|at|as)\b)",
    )
});

static DATE: LazyLock<Regex> =
    LazyLock::new(|| pattern(r"(?i)^(?:le |on )?(\d{1,2})(?:er)?\s+(\p{L}+)\s+(\d{4})\.?$"));

static DATE_IN: LazyLock<Regex> =
    LazyLock::new(|| pattern(r"(?i)\b(\d{1,2})(?:er|\s?st|\s?nd|\s?rd|\s?th)?\s+(\p{L}+)\s+(\d{4})\b"));

/// A line without the signs of emphasis about it: «_10 December 1948._».
pub fn without_emphasis(line: &str) -> &str {
    line.trim_matches(['_', '*'])
}

/// Whether a line names the meeting, with its date or without.
pub fn is_meeting(line: &str) -> bool {
    names_a_meeting(line) || meeting_and_date(line).is_some()
}

/// «Douzième séance plénière, 23 mai 1978 (Commission B)»: the meeting that a line names before a date.
pub fn meeting_and_date(line: &str) -> Option<&str> {
    let (meeting, rest) = line.split_once(',').filter(|_| line.len() < 120 && has_meeting(line))?;
    let date = rest.trim_start();
    let (date, after) = date.split_at_checked(date.find(['(', '.']).unwrap_or(date.len()))?;
    let after = after.trim_start_matches('.').trim_start();
    let is_date = is_date(date.trim_end());
    (names_a_meeting(meeting) && is_date && (after.is_empty() || after.starts_with('('))).then_some(meeting)
}

fn names_a_meeting(line: &str) -> bool {
    // A look is cheaper than an expression, and every line of a document comes by here.
    let may_end_so = || may_end_as_a_meeting(line) && has_meeting(line);
    let has_number = || line.starts_with(|letter: char| letter == '(' || letter.is_numeric()) && has_meeting(line);
    line.len() < 80 && (has_number() && MEETING.is_match(line) || may_end_so() && is_written_meeting(line))
}

fn has_meeting(line: &str) -> bool {
    line.contains("ance") || line.contains("eeting") || line.contains("ANCE")
}

/// Whether a line may end with «séance plénière» or «plenary meeting»: a look at its last letters.
fn may_end_as_a_meeting(line: &str) -> bool {
    let mut letters = line.trim_end_matches(['.', ',']).bytes().rev();
    let (last, before) = (letters.next().unwrap_or_default(), letters.next().unwrap_or_default());
    !(last.is_ascii() && before.is_ascii())
        || matches!((before.to_ascii_lowercase(), last.to_ascii_lowercase()), (b'r', b'e') | (b'n', b'g'))
}

/// «Cent-soixante-dix-septième séance plénière», «Hundred and eighty-third plenary meeting».
fn is_written_meeting(line: &str) -> bool {
    let folded = fold(line.trim_end_matches(['.', ',']));
    let ordinal = folded.strip_suffix("seance pleniere").or_else(|| folded.strip_suffix("plenary meeting"));
    ordinal.is_some_and(|words| {
        words.len() > 4 && words.chars().all(|letter| letter.is_alphabetic() || matches!(letter, ' ' | '-'))
    })
}

/// How many bytes the line of a closing formula takes at the head of a text that runs on: a meeting, a date, a vote.
pub fn formula(text: &str) -> Option<usize> {
    const LONGEST: usize = 400;
    let end = (0..=LONGEST.min(text.len())).rev().find(|end| text.is_char_boundary(*end))?;
    let text = text.get(..end)?;
    let opens_with_digit = text.starts_with(|letter: char| letter.is_numeric());
    let heads: &[_] = if opens_with_digit { &[&*MEETING_AT_HEAD, &*DATE_AT_HEAD] } else { &[] };
    let found = heads.iter().find_map(|formula| formula.find(text));
    let vote = || opens_a_vote(text).then(|| text.find(if text.starts_with('[') { ']' } else { '.' }))?;
    found.map(|found| found.end()).or_else(|| vote().map(|end| end + 1))
}

/// The number of a meeting: 50 for «50e séance plénière».
pub fn meeting_number(line: &str) -> Option<u32> {
    let number =
        MEETING.captures(line).and_then(|found| found.get(1)).and_then(|number| number.as_str().parse().ok());
    number.or_else(|| {
        let words: Vec<String> = word_spans(line).map(|span| fold(span.of(line))).collect();
        let words: Vec<&str> =
            words.iter().map(String::as_str).take_while(|w| !matches!(*w, "seance" | "plenary")).collect();
        [Language::French, Language::English].into_iter().find_map(|language| ordinal(&words, language))
    })
}

/// Whether a line tells how the resolution was adopted.
pub fn is_vote(line: &str) -> bool {
    line.len() < 400 && opens_a_vote(line)
}

/// Whether a text begins as «Adoptée à l’unanimité» does.
fn opens_a_vote(text: &str) -> bool {
    let word = text.strip_prefix('[').unwrap_or(text);
    word.get(..5).is_some_and(|word| word.eq_ignore_ascii_case("adopt")) && VOTE.is_match(text)
}

/// Whether a line lists those who voted in one way: «In favour: …», «Se sont abstenus : …».
pub fn is_list_of_votes(line: &str) -> bool {
    const WAYS: [&str; 12] = [
        "in favour",
        "against",
        "abstaining",
        "abstentions",
        "for",
        "ont vote pour",
        "ont vote contre",
        "se sont abstenus",
        "votent pour",
        "votent contre",
        "pour",
        "contre",
    ];
    let head = line.as_bytes();
    let head = head.get(..24).unwrap_or(head);
    if !head.contains(&b':') {
        return false;
    }
    let colon = head.iter().position(|byte| *byte == b':');
    let way = colon.and_then(|colon| line.get(..colon));
    way.is_some_and(|way| WAYS.contains(&fold(way.trim()).as_str()))
}

/// Whether a line is nothing but a date.
pub fn is_date(line: &str) -> bool {
    let begins_so = || line.starts_with(|first: char| first.is_ascii_digit() || "LlOo".contains(first));
    line.len() < 40
        && line.ends_with(|last: char| last.is_ascii_digit() || last == '.')
        && begins_so()
        && DATE.captures(line).and_then(|found| date(&found)).is_some()
}

/// The first full date in a text.
pub fn date_in(text: &str) -> Option<Date> {
    if !has_a_year_after_a_month(text) {
        return None;
    }
    DATE_IN.captures_iter(text).find_map(|found| date(&found))
}

/// Whether four digits stand after the name of a month: the least that a date has, and told for less than by the expression.
fn has_a_year_after_a_month(text: &str) -> bool {
    let mut at = 0;
    while let Some(first) = text.get(at..).and_then(|rest| rest.bytes().position(|b| b.is_ascii_digit())) {
        let start = at + first;
        let n_digits = text.get(start..).map_or(0, |rest| rest.bytes().take_while(u8::is_ascii_digit).count());
        at = start + n_digits;
        let before = text.get(..start).map(str::trim_end).unwrap_or_default();
        if n_digits == 4 && before.len() < start {
            let word = before.rsplit(|letter: char| !letter.is_alphabetic()).next().unwrap_or_default();
            if word.len() < 20 && month(&fold(word)).is_some() {
                return true;
            }
        }
    }
    false
}

/// The date of day, month and year in the first three groups.
pub fn date(found: &regex::Captures<'_>) -> Option<Date> {
    let text = |group| found.get(group).map(|part| part.as_str());
    let day = text(1)?.parse().ok().filter(|day| (1..=31).contains(day))?;
    let month = month(&fold(text(2)?))?;
    Some(Date { year: text(3)?.parse().ok()?, month: Some(month), day: Some(day) })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_closing_line_is_told_from_text() {
        for line in [
            "50e séance plénière",
            "Soixante-dixième séance plénière",
            "37th plenary meeting",
            "70th plenary meeting",
            "52nd (resumed) plenary meeting",
            "52e séance plénière (reprise)",
        ] {
            assert!(is_meeting(line), "{line}");
        }
        for line in
            ["Adoptée à l'unanimité à la 5648e séance.", "Adopted without a vote.]", "[Adopted by a recorded vote"]
        {
            assert!(is_vote(line), "{line}");
        }
        assert!(is_list_of_votes("In favour: Andorra, Bhutan") && is_list_of_votes("Se sont abstenus : Chili"));
        assert!(!is_list_of_votes("Against all odds: it holds") && !is_list_of_votes("Pour"));
        assert!(is_date("18 décembre 2019") && is_date("18 December 2019") && is_date("1er mai 2004"));
        for line in ["Prie le Secrétaire général", "Adoptant une résolution", "18 membres élus", "12 mars"] {
            assert!(!is_meeting(line) && !is_vote(line) && !is_date(line), "{line}");
        }
    }

    #[test]
    fn a_meeting_has_its_number_and_a_date_its_day() {
        assert_eq!(meeting_number("50e séance plénière"), Some(50));
        assert_eq!(meeting_number("37th plenary meeting"), Some(37));
        assert_eq!(date_in("du 28 septembre 2001").map(Date::iso), Some("2001-09-28".to_owned()));
    }
}
