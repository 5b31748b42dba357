//! Deadlines as an iCalendar file.

use super::selection::{Chosen, Selection, name};
use crate::model::{Date, Due};

/// Whether there is a deadline that a calendar can place.
pub fn has_events(selection: &Selection<'_>) -> bool {
    let mut clauses = selection.documents.iter().flat_map(Chosen::clauses);
    clauses.any(|(_, clause)| clause.due.iter().any(|due| period(due).is_some()))
}

/// The deadlines of a selection as iCalendar. A session or a year is an event of that length; a recurring deadline without
/// a date is left out, since a calendar cannot place it.
pub fn calendar(selection: &Selection<'_>) -> String {
    let mut lines = Lines::default();
    lines.push("BEGIN", "VCALENDAR");
    lines.push("VERSION", "2.0");
    lines.push("PRODID", &["-//", &escaped(&selection.provenance.program), "//EN"].concat());
    for (name, value) in selection.provenance() {
        lines.push(&["X-DISPOSITIF-", &name.to_ascii_uppercase()].concat(), &escaped(&value));
    }
    let stamp = stamp(&selection.provenance.at);
    for chosen in &selection.documents {
        let document = chosen.document;
        for (paragraph, clause) in chosen.clauses() {
            for (i, due) in clause.due.iter().enumerate() {
                let Some((from, to)) = period(due) else { continue };
                let by: Vec<&str> = due
                    .by
                    .iter()
                    .map(|id| {
                        selection.glossary.actor(id).map_or(id.as_str(), |entry| entry.name.get(document.language))
                    })
                    .collect();
                let words = clause.span.of(&paragraph.text);
                let what = if by.is_empty() { String::new() } else { [": ", &by.join(", ")].concat() };
                lines.push("BEGIN", "VEVENT");
                lines.push(
                    "UID",
                    &escaped(&format!("{}-{}-{i}@dispositif", name(document), clause.id).replace(' ', "_")),
                );
                lines.push("DTSTAMP", &stamp);
                lines.push("DTSTART;VALUE=DATE", &from);
                lines.push("DTEND;VALUE=DATE", &to);
                lines.push("SUMMARY", &escaped(&[name(document), ", ", paragraph.id.as_str(), &what].concat()));
                lines.push("DESCRIPTION", &escaped(words));
                if !chosen.url().is_empty() {
                    lines.push("URL", &chosen.url());
                }
                lines.push("TRANSP", "TRANSPARENT");
                lines.push("END", "VEVENT");
            }
        }
    }
    lines.push("END", "VCALENDAR");
    lines.text
}

/// The first day, and the day after the last: a session of the General Assembly lasts from September to September.
fn period(due: &Due) -> Option<(String, String)> {
    if let Some(date) = due.date {
        let first = Date { month: Some(date.month.unwrap_or(1)), day: Some(date.day.unwrap_or(1)), ..date };
        return Some((compact(first), compact(after(date))));
    }
    let (from, to) = Due::years_of_session(due.session?);
    let september = |year| Date { year, month: Some(9), day: Some(1) };
    Some((compact(september(from)), compact(september(to))))
}

/// The day after a day, the month after a month, the year after a year.
fn after(date: Date) -> Date {
    let month = date.month.unwrap_or(12);
    let last = days_in_month(date);
    match date.day {
        Some(day) if day < last => Date { day: Some(day + 1), ..date },
        _ if month < 12 => Date { month: Some(month + 1), day: Some(1), ..date },
        _ => Date { year: date.year.saturating_add(1), month: Some(1), day: Some(1) },
    }
}

/// How many days a date's month has; December if it names none.
pub fn days_in_month(date: Date) -> u8 {
    let year = date.year;
    let is_leap = year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400));
    match date.month {
        Some(2) => 28 + u8::from(is_leap),
        Some(4 | 6 | 9 | 11) => 30,
        _ => 31,
    }
}

fn compact(date: Date) -> String {
    date.iso().replace('-', "")
}

/// `2026-11-29T15:04:05Z` in iCalendar's form.
fn stamp(at: &str) -> String {
    let digits: String = at.chars().filter(char::is_ascii_digit).collect();
    match digits.len() {
        14.. => format!("{}T{}Z", digits.get(..8).unwrap_or_default(), digits.get(8..14).unwrap_or_default()),
        8.. => format!("{}T000000Z", digits.get(..8).unwrap_or_default()),
        _ => "20000101T000000Z".to_owned(),
    }
}

fn escaped(text: &str) -> String {
    let escaped = text.replace('\\', "\\\\").replace(';', "\\;").replace(',', "\\,");
    escaped.replace("\r\n", "\\n").replace(['\n', '\r'], "\\n")
}

#[derive(Default)]
struct Lines {
    text: String,
}

impl Lines {
    /// Folds a line at 75 bytes; the continuation starts with a space.
    fn push(&mut self, name: &str, value: &str) {
        let mut length = 0;
        for letter in [name, ":", value].concat().chars() {
            if length + letter.len_utf8() > 75 {
                self.text.push_str("\r\n ");
                length = 1;
            }
            self.text.push(letter);
            length += letter.len_utf8();
        }
        self.text.push_str("\r\n");
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_year_a_month_and_a_day_end_with_their_last_day() {
        let date = |year, month, day| Date { year, month, day };
        let ends = |date| compact(after(date));
        assert_eq!(ends(date(2030, None, None)), "20310101");
        assert_eq!(ends(date(2030, Some(6), None)), "20300701");
        assert_eq!(ends(date(2028, Some(2), Some(28))), "20280229");
        assert_eq!(ends(date(2030, Some(12), Some(31))), "20310101");
        let session = Due { session: Some(75), ..Due::default() };
        assert_eq!(period(&session), Some(("20200901".to_owned(), "20210901".to_owned())));
    }

    #[test]
    fn long_lines_go_on_after_a_space() {
        let mut lines = Lines::default();
        lines.push("SUMMARY", &"é".repeat(60));
        assert!(lines.text.lines().all(|line| line.len() <= 75), "{}", lines.text);
        assert_eq!(lines.text.replace("\r\n ", ""), ["SUMMARY:", &"é".repeat(60), "\r\n"].concat());
    }
}
