//! The closing formula: «50e séance plénière / 18 décembre 2019», «Adoptée à l'unanimité à la 5648e séance.»

use crate::language::{Formulas, document, formulas};
use crate::lexicon::numbers::{cardinal, month as named_month, ordinal};
use crate::model::{Date, Language};
use crate::text::fold::fold;
use crate::text::marks::COLONS;
use crate::text::tokens::{head, is_han};
use crate::text::word_spans;
use regex::Captures;

/// A line without the signs of emphasis about it: «_10 December 1948._».
pub fn without_emphasis(line: &str) -> &str {
    line.trim_matches(['_', '*'])
}

/// Whether a line names the meeting, with its date or without.
pub fn is_meeting(line: &str) -> bool {
    names_a_meeting(line) || meeting_and_date(line).is_some()
}

/// The meeting that a line names before a date: «Douzième séance plénière, 23 mai 1978 (Commission B)»,
/// «(Neuvième séance plénière, 27 mai 2025 – Commission A, troisième rapport)».
pub fn meeting_and_date(line: &str) -> Option<&str> {
    const LONGEST: usize = 160;
    if line.len() >= LONGEST {
        return None;
    }
    let line = line.strip_prefix('(').unwrap_or(line);
    let (meeting, rest) = line.split_once(',').or_else(|| split_after_meeting(line))?;
    let date = rest.trim_start();
    let has_word_before = || formulas().any(|formulas| without_word_before(date, formulas).len() < date.len());
    if !may_open_a_date(date) && !has_word_before() {
        return None;
    }
    let (date, after) = date.split_at_checked(date.find(['(', '.', '–', '—', ')']).unwrap_or(date.len()))?;
    let after = after.trim_start_matches(['.', ')']).trim_start();
    let ends = after.is_empty() || after.starts_with(['(', '–', '—']);
    let may_be = || formulas().any(|formulas| formulas.meeting.may_be_in(line));
    let is_named = || names_a_meeting(meeting) || counts_a_meeting(meeting);
    (ends && is_date(date.trim_end()) && may_be() && is_named()).then_some(meeting)
}

/// “68th plenary meeting 17 December 2025”: where a paragraph broke the line, a blank is between them.
fn split_after_meeting(line: &str) -> Option<(&str, &str)> {
    let end = formulas().find_map(|formulas| Some(formulas.meeting_at_head.captures(line)?.get(0)?.end()))?;
    line.split_at_checked(end)
}

/// «Sixth meeting», « Sixième séance »: before a date it need not say that it was of all.
fn counts_a_meeting(line: &str) -> bool {
    let folded = fold(line);
    let words: Vec<&str> = word_spans(&folded).map(|span| span.of(&folded)).collect();
    let Some((noun, number)) = words.split_last() else { return false };
    let is_noun = document().meetings.iter().any(|name| name.split(' ').any(|word| word == *noun));
    is_noun && Language::ALL.into_iter().any(|language| ordinal(number, language).is_some())
}

fn names_a_meeting(line: &str) -> bool {
    line.len() < 80 && (formulas().any(|formulas| formulas.meeting.is_in(line)) || is_written_meeting(line))
}

/// «Cent-soixante-dix-septième séance plénière», «Hundred and eighty-third plenary meeting».
fn is_written_meeting(line: &str) -> bool {
    let line = line.trim_end_matches(['.', ',']);
    if !may_end_with_a_noun_of_meetings(line) || line.starts_with(char::is_numeric) {
        return false;
    }
    let folded = fold(line);
    document().meetings.strip_end(&folded).is_some_and(|words| {
        words.len() > 4 && words.chars().all(|letter| letter.is_alphabetic() || matches!(letter, ' ' | '-'))
    })
}

/// Whether a line ends with the letters of such a noun: cheaper than folding the line, and every line of a document is tested.
fn may_end_with_a_noun_of_meetings(line: &str) -> bool {
    const N_LETTERS: usize = 3;
    let end_of = |text: &str| text.as_bytes().last_chunk::<N_LETTERS>().copied();
    let nouns = &document().meetings;
    let Some(end) = end_of(line) else { return false };
    if end.is_ascii() {
        return nouns.iter().filter_map(end_of).any(|noun| noun.eq_ignore_ascii_case(&end));
    }
    let start = line.char_indices().rev().take(N_LETTERS).last().map_or(0, |(start, _)| start);
    let end = fold(line.get(start..).unwrap_or_default());
    nouns.iter().any(|noun| noun.ends_with(&end))
}

/// How many bytes the line of a closing formula takes at the head of a text that runs on: a meeting, a date, a vote.
pub fn formula(text: &str) -> Option<usize> {
    const LONGEST: usize = 400;
    let text = head(text, LONGEST);
    let opens_with_digit = text.starts_with(|letter: char| letter.is_numeric());
    let found = formulas().filter(|_| opens_with_digit).find_map(|formulas| {
        let found = formulas.meeting_at_head.captures(text).or_else(|| formulas.date.captures(text));
        found?.get(0).filter(|found| found.start() == 0).map(|found| found.end())
    });
    let vote = || opens_a_vote(text).then(|| text.find(if text.starts_with('[') { ']' } else { '.' }))?;
    found.or_else(|| vote().map(|end| end + 1))
}

/// The number of a meeting: 50 for «50e séance plénière».
pub fn meeting_number(line: &str) -> Option<u32> {
    let in_digits = formulas().find_map(|formulas| {
        let found = formulas.meeting.captures(line)?;
        cardinal(found.name("n")?.as_str())
    });
    in_digits.or_else(|| {
        let folded = fold(line.trim_end_matches(['.', ',']));
        let number = document().meetings.strip_end(&folded)?;
        let words: Vec<&str> = word_spans(number).map(|span| span.of(number)).collect();
        Language::ALL.into_iter().find_map(|language| ordinal(&words, language))
    })
}

/// Whether a line says how the resolution was adopted.
pub fn is_vote(line: &str) -> bool {
    line.len() < 400 && opens_a_vote(line)
}

/// Whether a text begins as «Adoptée à l’unanimité» does.
fn opens_a_vote(text: &str) -> bool {
    formulas().any(|formulas| formulas.vote.is_in(text))
}

/// Whether a line lists those who voted in one way: «In favour: …», «Se sont abstenus : …».
pub fn is_list_of_votes(line: &str) -> bool {
    const LONGEST: usize = 24;
    let way = head(line, LONGEST).find(COLONS).and_then(|colon| line.get(..colon));
    let ways = &document().ways_of_voting;
    way.map(str::trim).is_some_and(|way| ways.may_open_folded(way) && ways.contains(&fold(way)))
}

/// Whether a line is nothing but a date.
pub fn is_date(line: &str) -> bool {
    const LONGEST: usize = 80;
    line.len() < LONGEST
        && formulas().any(|formulas| {
            let line = without_word_before(line, formulas);
            let line = line.strip_suffix(['.', '。', '，']).unwrap_or(line);
            let found = if may_open_a_date(line) { formulas.date.captures(line) } else { None };
            found.is_some_and(|found| {
                found.get(0).is_some_and(|all| all.len() == line.len()) && date(&found).is_some()
            })
        })
}

/// A date without the word that may precede it: « le 18 décembre 2019 ».
fn without_word_before<'t>(date: &'t str, formulas: &Formulas) -> &'t str {
    let bare = formulas.before_date.iter().find_map(|word| {
        let (start, rest) = date.split_at_checked(word.len())?;
        start.eq_ignore_ascii_case(word).then_some(rest)
    });
    bare.unwrap_or(date)
}

/// Whether a text begins with a number that is no label: most lines do not, which costs less to see than that they are no date.
fn may_open_a_date(text: &str) -> bool {
    let after = text.trim_start_matches(char::is_numeric);
    after.len() < text.len() && !after.starts_with(['.', ')', '/']) || text.starts_with(is_han)
}

/// The first full date in a text.
pub fn date_in(text: &str) -> Option<Date> {
    let found = formulas().filter_map(|formulas| {
        formulas.date.all(text).find_map(|found| Some((found.get(0)?.start(), date(&found)?)))
    });
    found.min_by_key(|(start, _)| *start).map(|(_, date)| date)
}

/// The date of the groups `day`, `month` and `year`.
fn date(found: &Captures<'_>) -> Option<Date> {
    let text = |group| found.name(group).map(|part| part.as_str());
    let text = |group| text(group).map(fold);
    // «一九四八年十二月十日»
    let number = |group| cardinal(&text(group)?);
    let day = number("day").and_then(|day| u8::try_from(day).ok()).filter(|day| (1..=31).contains(day))?;
    let month = text("month")?;
    let in_number = cardinal(&month).and_then(|month| u8::try_from(month).ok());
    let month = in_number.filter(|month| (1..=12).contains(month)).or_else(|| named_month(&month))?;
    let year = number("year").and_then(|year| u16::try_from(year).ok())?;
    Some(Date { year, month: Some(month), day: Some(day) })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_closing_line_is_distinguished_from_text() {
        for line in [
            "50e séance plénière",
            "Soixante-dixième séance plénière",
            "37th plenary meeting",
            "70th plenary meeting",
            "52nd (resumed) plenary meeting",
            "52e séance plénière (reprise)",
            "68th plenary meeting 17 December 2025",
            "68e séance plénière 17 décembre 2025",
            "68ª sesión plenaria 17 de diciembre de 2025",
            "68-е пленарное заседание 17 декабря 2025 года",
            "الجلسة العامة 68 17 كانون الأول/ديسمبر 2025",
            "第68次全体会议 2025年12月17日",
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
