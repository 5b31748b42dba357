//! Deadlines as an iCalendar file.

use super::selection::{Chosen, Selection, name};
use super::words::{FileWords, filled};
use crate::model::{Clause, Date, Due, Glossary, Paragraph, Resolution, Role};

/// How many letters of a clause the title of an event has.
const MOST_LETTERS: usize = 80;

/// Whether there is a deadline that a calendar can place.
pub fn has_events(selection: &Selection<'_>) -> bool {
    deadlines(selection).any(|deadline| deadline.time().is_some())
}

/// The deadlines of a selection as iCalendar, and a sentence about those that a calendar cannot place. A session or a year
/// is an event of that length. A recurring deadline without a date recurs from the day of adoption.
pub fn calendar(selection: &Selection<'_>) -> (String, Option<String>) {
    let n_unplaced = deadlines(selection).filter(|deadline| deadline.time().is_none()).count();
    let left_out = |words: &FileWords| filled(words.deadlines_left_out, &[&n_unplaced.to_string()]);
    let mut lines = Lines::default();
    lines.push("BEGIN", "VCALENDAR");
    lines.push("VERSION", "2.0");
    lines.push("PRODID", &["-//", &escaped(&selection.provenance.program), "//EN"].concat());
    for (key, value) in selection.provenance_data() {
        lines.push(&["X-DISPOSITIF-", &key.to_ascii_uppercase()].concat(), &escaped(&value));
    }
    let mut facts: Vec<String> = selection.provenance().iter().map(|fact| fact.line(selection.words())).collect();
    if n_unplaced > 0 {
        facts.push(left_out(selection.words()));
    }
    // Calendars show it beside the name.
    lines.push("X-WR-CALDESC", &escaped(&facts.join("\n")));
    let stamp = stamp(&selection.provenance.at);
    for deadline in deadlines(selection) {
        if let Some(time) = deadline.time() {
            deadline.push_event(&time, selection.glossary, &stamp, &mut lines);
        }
    }
    lines.push("END", "VCALENDAR");
    (lines.text, (n_unplaced > 0).then(|| left_out(selection.words())))
}

/// A deadline of a chosen clause.
struct Deadline<'a> {
    document: &'a Resolution,
    url: String,
    paragraph: &'a Paragraph,
    clause: &'a Clause,
    /// Its index among those of the clause.
    at: usize,
    due: &'a Due,
}

fn deadlines<'s>(selection: &'s Selection<'_>) -> impl Iterator<Item = Deadline<'s>> {
    let of_clause = |chosen: &'s Chosen<'_>, (paragraph, clause): (&'s Paragraph, &'s Clause)| {
        let dues = clause.due.iter().enumerate();
        let (document, url) = (chosen.document, chosen.url());
        dues.map(move |(at, due)| Deadline { document, url: url.clone(), paragraph, clause, at, due })
    };
    let of_document =
        move |chosen: &'s Chosen<'_>| chosen.clauses().flat_map(move |found| of_clause(chosen, found));
    selection.documents.iter().flat_map(of_document)
}

/// When an event is.
#[derive(Debug, PartialEq, Eq)]
struct EventTime {
    /// The first day.
    from: Date,
    /// The day after the last.
    to: Date,
    /// The rule by which it recurs.
    rule: Option<String>,
    /// Whether its first day is counted from the adoption.
    is_from_adoption: bool,
}

impl Deadline<'_> {
    fn time(&self) -> Option<EventTime> {
        time(self.due, self.document.adopted)
    }

    fn push_event(&self, time: &EventTime, glossary: &Glossary, stamp: &str, lines: &mut Lines) {
        let Self { document, paragraph, clause, at, due, .. } = self;
        let words = FileWords::of(document.language);
        let text = clause.span.of(&paragraph.text);
        lines.push("BEGIN", "VEVENT");
        let uid = format!("{}-{}-{at}@dispositif", name(document), clause.id).replace(' ', "_");
        lines.push("UID", &escaped(&uid));
        lines.push("DTSTAMP", stamp);
        lines.push("DTSTART;VALUE=DATE", &compact(time.from));
        lines.push("DTEND;VALUE=DATE", &compact(time.to));
        if let Some(rule) = &time.rule {
            lines.push("RRULE", rule);
        }
        let place = words.place(document, &paragraph.id);
        let of: Vec<&str> = [name(document), &place].into_iter().filter(|words| !words.is_empty()).collect();
        let what = if due.report { words.report.to_owned() } else { beginning(text) };
        let who = self.who(glossary).join(", ");
        let said = if who.is_empty() { what } else { [&who, " – ", &what].concat() };
        lines.push("SUMMARY", &escaped(&[&of.join(", "), words.colon, &said].concat()));
        let note = if time.is_from_adoption { ["\n", words.from_adoption].concat() } else { String::new() };
        lines.push("DESCRIPTION", &escaped(&[text, &note].concat()));
        if !self.url.is_empty() {
            lines.push("URL", &self.url);
        }
        lines.push("TRANSP", "TRANSPARENT");
        lines.push("END", "VEVENT");
    }

    /// The names of those who must deliver, else of the addressees, in the document's language.
    fn who<'g>(&'g self, glossary: &'g Glossary) -> Vec<&'g str> {
        let addressees = self.clause.actors.iter().filter(|mention| mention.role == Role::Addressee);
        let addressees = addressees.map(|mention| &mention.actor).filter(|_| self.due.by.is_empty());
        let language = self.document.language;
        let name = |id| glossary.actor(id).map(|entry| entry.name.get(language));
        self.due.by.iter().chain(addressees).filter_map(name).collect()
    }
}

/// The first letters of a text, on one line.
fn beginning(text: &str) -> String {
    let line = text.replace(['\n', '\r'], " ");
    let line = line.trim_end_matches([';', ',', '.', ' ', ':']);
    match line.char_indices().nth(MOST_LETTERS) {
        Some((end, _)) => [line.get(..end).unwrap_or(line).trim_end(), "…"].concat(),
        None => line.to_owned(),
    }
}

/// When a deadline is, in a document of that day of adoption. A session of the General Assembly lasts from September to
/// September.
fn time(due: &Due, adopted: Option<Date>) -> Option<EventTime> {
    let first_day =
        |date: Date| Date { month: Some(date.month.unwrap_or(1)), day: Some(date.day.unwrap_or(1)), ..date };
    let september = |year| Date { year, month: Some(9), day: Some(1) };
    let dated = due.date.map(|date| (first_day(date), after(date)));
    let of_session = || {
        let (from, to) = Due::years_of_session(due.session?);
        Some((september(from), september(to)))
    };
    let placed = dated.or_else(of_session);
    let Some(months) = due.every_months.filter(|months| *months > 0) else {
        let (from, to) = placed?;
        return Some(EventTime { from, to: first_day(to), rule: None, is_from_adoption: false });
    };
    let from_adoption = || {
        let first = after_months(adopted.filter(|date| date.month.is_some())?, months);
        Some((first_day(first), after(first)))
    };
    let (from, to) = placed.or_else(from_adoption)?;
    // It ends before it comes again.
    let to = first_day(to).min(after_months(from, months));
    Some(EventTime { from, to, rule: Some(rule(from, months)), is_from_adoption: placed.is_none() })
}

/// The rule of a date that comes again after so many months. A day that a month lacks is its last one then.
fn rule(from: Date, months: u16) -> String {
    let is_yearly = months.is_multiple_of(12);
    let rule = match months {
        12 => "FREQ=YEARLY".to_owned(),
        months if is_yearly => format!("FREQ=YEARLY;INTERVAL={}", months / 12),
        months => format!("FREQ=MONTHLY;INTERVAL={months}"),
    };
    let day = from.day.unwrap_or(1);
    let month = if is_yearly { ";BYMONTH=2" } else { "" };
    if day <= 28 || is_yearly && (from.month, day) != (Some(2), 29) {
        return rule;
    }
    let days: Vec<String> = (28..=day).map(|day| day.to_string()).collect();
    format!("{rule}{month};BYMONTHDAY={};BYSETPOS=-1", days.join(","))
}

/// The same day so many months later, or the last one of a shorter month.
fn after_months(date: Date, months: u16) -> Date {
    let n = u32::from(date.year) * 12 + u32::from(date.month.unwrap_or(1)) - 1 + u32::from(months);
    let month = Date { year: (n / 12) as u16, month: Some((n % 12) as u8 + 1), day: None };
    Date { day: date.day.map(|day| day.min(days_in_month(month))), ..month }
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
        let of_session = time(&session, None).expect("a time");
        assert_eq!(
            (compact(of_session.from), compact(of_session.to)),
            ("20200901".to_owned(), "20210901".to_owned())
        );
    }

    #[test]
    fn a_recurring_deadline_begins_at_its_date_or_after_the_adoption_and_says_its_rule() {
        let day = |year, month, day| Date { year, month: Some(month), day: Some(day) };
        let every = |months, date| Due { every_months: Some(months), date, ..Due::default() };
        let of = |due: &Due, adopted| {
            let time = time(due, adopted)?;
            Some((compact(time.from), compact(time.to), time.rule?, time.is_from_adoption))
        };
        let told = |from: &str, to: &str, rule: &str, counted| Some((from.into(), to.into(), rule.into(), counted));
        assert_eq!(
            of(&every(12, Some(day(2030, 6, 15))), None),
            told("20300615", "20300616", "FREQ=YEARLY", false)
        );
        let adopted = Some(day(2019, 11, 30));
        let rule = "FREQ=MONTHLY;INTERVAL=3;BYMONTHDAY=28,29;BYSETPOS=-1";
        assert_eq!(of(&every(3, None), adopted), told("20200229", "20200301", rule, true));
        assert_eq!(of(&every(24, None), adopted), told("20211130", "20211201", "FREQ=YEARLY;INTERVAL=2", true));
        // A session every six months is half a year long.
        let session = Due { session: Some(75), ..every(6, None) };
        assert_eq!(of(&session, adopted), told("20200901", "20210301", "FREQ=MONTHLY;INTERVAL=6", false));
        assert_eq!(time(&every(12, None), None), None);
        assert_eq!(time(&Due::default(), adopted), None);
    }

    #[test]
    fn long_lines_go_on_after_a_space() {
        let mut lines = Lines::default();
        lines.push("SUMMARY", &"é".repeat(60));
        assert!(lines.text.lines().all(|line| line.len() <= 75), "{}", lines.text);
        assert_eq!(lines.text.replace("\r\n ", ""), ["SUMMARY:", &"é".repeat(60), "\r\n"].concat());
    }
}
