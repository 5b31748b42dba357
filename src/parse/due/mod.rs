//! Deadlines: sessions, dates, «tous les deux ans», and whether a report is requested.

mod calendar;
mod length;
mod patterns;
mod sessions;

pub use calendar::Calendar;

use super::closing;
use crate::language::{WordList, rules, words};
use crate::lexicon::actions;
use crate::lexicon::numbers::month;
use crate::model::{ActorId, BodySession, Clause, ClauseClass, Date, Due, Language, Mention, Organ, Span};
use crate::text::fold::fold;
use crate::text::marks::{COMMAS, ENDS, STOPS};
use crate::text::word_spans;
use calendar::SessionOwner;
use length::{length_of, months_of};
use patterns::Patterns;
use regex::Captures;
use sessions::{NEXT, SessionFound, sessions};

/// How far, in letters, the verb may come before its report.
const REPORT_REACH: usize = 140;

/// The report that a clause asks for, by its words.
fn report(text: &str, language: Language) -> Option<(usize, usize)> {
    let lists = words(language);
    let account = || {
        let mut found = Patterns::of(language).account.all(text);
        found.find_map(|found| found.name("words").map(|found| (found.start(), found.end())))
    };
    let named = lists.reports.places_in(text).find_map(|(at, noun)| {
        let letters = text.get(..at)?.char_indices().rev();
        let from = letters.take(REPORT_REACH).last().map_or(0, |(from, _)| from);
        let before = fold(text.get(from..at)?);
        let before = before.rsplit(STOPS).next()?;
        let is_own = lists.own_reports.contains(before.split_whitespace().next_back()?);
        let mut verbs = before.split(|letter: char| !letter.is_alphanumeric());
        (is_own && verbs.any(|word| lists.reporting_verbs.contains(word))).then_some((at, at + noun.len()))
    });
    named.or_else(account)
}

/// A clause's deadlines, each in its place; none if it asks for nothing. The caller adds who is asked.
pub fn due(text: &str, clause: &Clause, calendar: Calendar) -> Vec<Due> {
    if !matches!(clause.class, ClauseClass::Directive | ClauseClass::Deciding) {
        return Vec::new();
    }
    let words = clause.span.of(text);
    let language = calendar.language;
    let patterns = Patterns::of(language);
    let shift = clause.span.start;
    let at = |start: usize, end: usize| Span { start: shift + start as u32, end: shift + end as u32 };
    let report = report(words, language).filter(|_| clause.class == ClauseClass::Directive);
    let mut times = session_times(text, clause, calendar, report.is_some());
    times.extend(calendar.numbered_meetings(text, clause));
    // “report to the Health Assembly **in 2028**”: a bare year is a time where it says when a report is made.
    let is_for_a_report = |start: usize| {
        let end = words.get(..start).unwrap_or_default().trim_end().len();
        let is_whom = |mention: &Mention| mention.span.end as usize == shift as usize + end;
        report.is_some_and(|(_, report)| report == end || report < end && clause.actors.iter().any(is_whom))
    };
    let dates = patterns.limit.all(words).filter_map(|found| {
        let (start, end) = place(&found)?;
        let is_meant = found.name("period").is_none()
            && (found.name("report_year").is_none()
                || is_for_a_report(start)
                || is_for_a_meeting(words, clause, start, language))
            && (found.name("on").is_none()
                || shift + start as u32 >= clause.phrase.end && is_when_to_act(words, start, language));
        let date = limit_of(&found).filter(|_| is_meant)?;
        // “At its 87th meeting, on 30 June 2026, the Assembly decided”
        let is_own_day = found.name("on").is_some() && calendar.adopted == Some(date);
        (!is_own_day).then_some(((start, end), date))
    });
    // “at its eighty-fifth session, **in 2030**”: the year of a session that is told already.
    let is_of_a_session = |start: usize, times: &[Due]| {
        times.iter().filter(|due| due.session.is_some()).any(|due| {
            let between = words.get((due.span.end - shift) as usize..start).unwrap_or(".");
            between.chars().all(|letter| matches!(letter, ',' | ' '))
        })
    };
    let sessions_told = times.clone();
    let dates: Vec<_> = dates.filter(|((start, _), _)| !is_of_a_session(*start, &sessions_told)).collect();
    let periods = patterns.within.all(words).filter_map(|found| {
        let (start, end) = place(&found)?;
        // “by the end of **the biennium**”: the words say when; “by the end of the year 2030” is a date.
        if found.name("undated").is_some() {
            let is_dated = dates.iter().any(|((from, to), _)| *from < end && start < *to);
            return (!is_dated).then_some(((start, end), None));
        }
        let (months, days) = length_of(&found)?;
        let named =
            || dates.iter().rev().find(|((_, end), _)| *end <= start).map(|(_, date)| *date).or(calendar.named);
        let origin = match origin(words, start, end, language) {
            Origin::Adoption => calendar.adopted,
            Origin::NamedDay => named(),
            Origin::Event => None,
        };
        Some(((start, end), Calendar::after(origin, months, days)))
    });
    let periods: Vec<_> = periods.collect();
    for ((start, end), date) in dates.into_iter().map(|(place, date)| (place, Some(date))).chain(periods) {
        // From a day that is not known only the words tell when.
        let is_asked = report.is_some() || clause.class == ClauseClass::Directive;
        if date.map_or(is_asked, |date| calendar.is_to_come(date)) {
            times.push(Due { span: at(start, end), date, ..Due::default() });
        }
    }
    times.sort_by_key(|due| due.span.start);
    let mut seen = Vec::new();
    times.retain(|due| {
        // Those without a number are distinguished by their words.
        let has_number = due.session.is_some() || due.date.is_some() || due.body_session.is_some();
        let place = if has_number { 0 } else { due.span.start };
        let time = (due.session, due.body_session.clone(), due.date, place);
        let is_new = !seen.contains(&time);
        seen.push(time);
        is_new
    });
    // “Decides to observe 3 May **each year** as World Rivers Day” is no deadline.
    let is_observed =
        report.is_none() && has_word_of(words, &crate::language::words(language).observances, language);
    let often = patterns.often.all(if is_observed { "" } else { words });
    let often = often.filter_map(|found| Some((place(&found)?, months_of(&found)?)));
    for ((start, end), months) in often {
        if times.iter().any(|due| due.every_months == Some(months)) {
            continue;
        }
        let place = at(start, end);
        let mut open = times.iter_mut().filter(|due| due.every_months.is_none());
        // «à sa quatre-vingtième session, puis tous les deux ans», “annually, **beginning** at its eighty-first session”
        let first =
            open.find(|due| is_beside(text, due.span, place) || begins_with(text, place.end, due.span, language));
        match first {
            Some(from) => from.every_months = Some(months),
            None => times.push(Due { span: at(start, end), every_months: Some(months), ..Due::default() }),
        }
    }
    if let Some((start, end)) = report {
        // A report goes to a session; what else it is due by, where no session is named.
        let lists = crate::language::words(language);
        let names_a_session = |due: &Due| lists.sessions.iter().any(|noun| due.span.of(text).contains(noun));
        let is_session = |due: &Due| due.session.is_some() || due.body_session.is_some() || names_a_session(due);
        let to_session = times.iter().any(is_session);
        for due in times.iter_mut().filter(|due| is_session(due) || !to_session) {
            due.report = true;
        }
        if times.is_empty() {
            times.push(Due { span: at(start, end), report: true, ..Due::default() });
        }
    }
    times.sort_by_key(|due| due.span.start);
    times
}

/// Whether nothing else to be done is between a time and the others after it: “at its eighty-first session **and then** every two
/// years”.
fn is_beside(text: &str, first: Span, others: Span) -> bool {
    const MOST_BETWEEN: usize = 5;
    let between = Span { start: first.end, end: others.start.max(first.end) }.of(text);
    first.end <= others.start
        && !between.contains(STOPS)
        && word_spans(between).take(MOST_BETWEEN + 1).count() <= MOST_BETWEEN
}

/// Whether a time is said to be the first of others named before it: “annually, **starting at its eighty-first session**”.
fn begins_with(text: &str, others_end: u32, time: Span, language: Language) -> bool {
    const REACH: usize = 3;
    let between = Span { start: others_end, end: time.start.max(others_end) }.of(text);
    let says_so = |words: &str, n_words: usize| {
        let spans: Vec<Span> = word_spans(words).collect();
        let near = spans.get(spans.len().saturating_sub(n_words)..).unwrap_or_default();
        near.iter().any(|span| crate::language::words(language).beginnings.contains(&fold(span.of(words))))
    };
    time.start >= others_end
        && !between.contains(STOPS)
        && (says_so(between, REACH) || says_so(time.of(text), usize::MAX))
}

/// Whether a text has one of the words of a list, as written.
fn has_word_of(text: &str, list: &WordList, language: Language) -> bool {
    let is_whole = |at: usize, word: &str| {
        let around = (text.get(..at).unwrap_or_default(), text.get(at + word.len()..).unwrap_or_default());
        !around.0.ends_with(char::is_alphanumeric) && !around.1.starts_with(char::is_alphanumeric)
    };
    list.places_in(text).any(|(at, word)| !rules(language).writing.has_blanks || is_whole(at, word))
}

/// The sessions that a clause names as times, of the organ itself or of another body.
fn session_times(text: &str, clause: &Clause, calendar: Calendar, has_report: bool) -> Vec<Due> {
    let (words, language, shift) = (clause.span.of(text), calendar.language, clause.span.start);
    let mut times: Vec<Due> = Vec::new();
    for SessionFound { start, end, number: session, is_meeting } in sessions(words, language) {
        // The number of another body's session gives no year; the words still say when its report is due.
        let own = || Some(ActorId::new(calendar.organ.key())).filter(|_| calendar.organ != Organ::Other);
        let whose = calendar.host(text, clause, shift + end as u32);
        // «人权理事会第六十三届会议»: where no blank ends a name, the words begin in the midst of it.
        let is_cut = |mention: &&Mention| mention.within.is_none() && mention.span.contains(shift as usize + start);
        let cut = clause.actors.iter().find(is_cut).map(|mention| mention.span);
        let after_name = cut.map_or(shift + start as u32, |name| name.end);
        let whose = whose.unwrap_or_else(|| calendar.whose(text, clause, after_name, session));
        let is_of_the_organ = matches!(whose, SessionOwner::Assembly | SessionOwner::Own);
        if is_meeting && is_of_the_organ {
            continue;
        }
        // “at its **next** session”: the organ's own next one has a number.
        let number = match (session, calendar.session) {
            (NEXT, Some(own)) if is_of_the_organ => Some(own + 1),
            (NEXT, _) => None,
            _ => Some(session),
        };
        let is_to_come = number.is_none_or(|number| calendar.is_session_to_come(number));
        let (is_due, tells_a_year, body) = match whose {
            SessionOwner::Host(actor) => (has_report, false, Some(actor)),
            SessionOwner::Assembly => (is_to_come, true, None),
            // A session after the document's own is a time for whatever is asked; another only for a report.
            SessionOwner::Own => {
                let is_later = number.is_some_and(|number| calendar.is_later(number));
                (has_report && is_to_come || is_later, false, own())
            }
            SessionOwner::Other(body, actor) => {
                let is_sent = has_report && goes_to(text, clause, body, language);
                (is_sent || is_taken_up_by(text, clause, body, language), false, Some(actor))
            }
            SessionOwner::Addressee(actor) => (clause.class == ClauseClass::Directive, false, Some(actor)),
        };
        if is_due {
            let body_session = body.zip(number).map(|(body, number)| BodySession { body, number });
            let span = Span { start: cut.map_or(shift + start as u32, |name| name.start), end: shift + end as u32 };
            let session = number.filter(|_| tells_a_year);
            let date = month_in_brackets(words.get(end..).unwrap_or_default());
            times.push(Due { span, session, body_session, date, ..Due::default() });
        }
    }
    times
}

/// Whether a bare year says when something is held: “convene, **in 2028**, a conference”, «organiser une réunion **en 2028**».
fn is_for_a_meeting(text: &str, clause: &Clause, start: usize, language: Language) -> bool {
    const REACH: usize = 12;
    let lists = words(language);
    let before = text.get(..start).unwrap_or_default();
    let last = before.rsplit(STOPS).next().unwrap_or_default();
    // What commas enclose right after the verb is the time itself.
    let last = last.trim_end().trim_end_matches(COMMAS);
    let folded = fold(last.rsplit(COMMAS).next().unwrap_or_default());
    let mut words = folded.split(|letter: char| !letter.is_alphanumeric()).rev().take(REACH);
    let is_verb = |word: &&str| lists.dated_verbs.contains(word);
    let mut between = words.by_ref().take_while(|word| !is_verb(word));
    let is_plain = !between.any(|word| lists.relatives.contains(word) || lists.documents.contains(word));
    let is_after_a_verb =
        folded.split(|letter: char| !letter.is_alphanumeric()).any(|word| lists.dated_verbs.contains(word));
    is_plain && (is_after_a_verb || clause.action.as_str() == actions::COMMIT)
}

/// Whether the request is addressed to a body: “report **to** the Council”.
fn goes_to(text: &str, clause: &Clause, body: Span, language: Language) -> bool {
    let before = Span { start: clause.span.start, end: body.start }.of(text);
    let folded = fold(before);
    let lists = words(language);
    let mut words = folded.split(|letter: char| !letter.is_alphanumeric()).rev().filter(|word| !word.is_empty());
    // The name may have been taken without its article, and «au» has it inside.
    let last = words.find(|word| !lists.definite.contains(word) && !lists.the.contains(word)).unwrap_or_default();
    if !rules(language).writing.has_blanks {
        return lists.recipients.strip_end(before.trim_end()).is_some();
    }
    let body = fold(body.of(text));
    let first = body.split(|letter: char| !letter.is_alphanumeric()).next().unwrap_or_default();
    [last, first].iter().any(|word| lists.recipients.contains(word))
}

/// Whether a body is to consider the result: “a paper **for consideration by** the Commission”, «un document **pour examen par** …».
fn is_taken_up_by(text: &str, clause: &Clause, body: Span, language: Language) -> bool {
    const REACH: usize = 6;
    let before = fold(Span { start: clause.span.start, end: body.start }.of(text));
    let lists = words(language);
    let mut words = before.split(|letter: char| !letter.is_alphanumeric()).rev().filter(|word| !word.is_empty());
    let lead = words.find(|word| !lists.definite.contains(word) && !lists.the.contains(word)).unwrap_or_default();
    // «un rapport **qui sera examiné par** le Comité», “a paper **to be considered by**”
    let is_to_come = |word: &str| {
        lists.for_subject.contains(word) || lists.passive_orders.contains(word) || lists.passives.contains(word)
    };
    lists.agents.contains(lead) && words.take(REACH).any(is_to_come)
}

/// The month of a session, given after it: “at its sixty-second session **(June 2030)**”.
fn month_in_brackets(after: &str) -> Option<Date> {
    let (inside, _) = after.trim_start().strip_prefix('(')?.split_once(')')?;
    let mut words = inside.split_whitespace();
    let (name, year, None) = (words.next()?, words.next()?, words.next()) else { return None };
    let year = year.parse().ok().filter(|year| (1946..2200).contains(year))?;
    Some(Date { year, month: Some(month(&fold(name))?), day: None })
}

fn place(found: &Captures<'_>) -> Option<(usize, usize)> {
    found.name("words").map(|words| (words.start(), words.end()))
}

/// What a length of time is counted from.
enum Origin {
    /// The adoption: nothing else is said, or just that.
    Adoption,
    /// A day named before: “within a year of that date”.
    NamedDay,
    /// Something else, whose day is not known: “within a year of the election”.
    Event,
}

fn origin(text: &str, start: usize, end: usize, language: Language) -> Origin {
    const REACH: usize = 10;
    let lists = words(language);
    let before = text.get(..start).and_then(|before| before.rsplit(STOPS).next()).map(fold).unwrap_or_default();
    let phrase = fold(text.get(end..).and_then(|after| after.split(ENDS).next()).unwrap_or_default());
    let refers_back = |words: &str| lists.that_date.iter().any(|date| words.contains(date));
    let mut after = phrase.split(|letter: char| !letter.is_alphanumeric()).filter(|word| !word.is_empty());
    let first = after.next().filter(|first| lists.time_origins.contains(first));
    match first {
        // “**from this date** and within one year”
        None if refers_back(&before) => Origin::NamedDay,
        None => Origin::Adoption,
        Some(_) if refers_back(&phrase) => Origin::NamedDay,
        Some(_) if after.take(REACH).any(|word| lists.adoptions.contains(word)) => Origin::Adoption,
        Some(_) => Origin::Event,
    }
}

/// Whether a day says when to act, and not when something else is held: “shall end **on 31 December 2026**”, but “the conference to be
/// held on 3 May 2028”.
fn is_when_to_act(text: &str, start: usize, language: Language) -> bool {
    const REACH: usize = 14;
    let lists = words(language);
    let before = text.get(..start).unwrap_or_default().trim_end().trim_end_matches(COMMAS);
    let stretch = before.rsplit(STOPS).next().unwrap_or_default().rsplit(COMMAS).next().unwrap_or_default();
    let folded = fold(stretch);
    let near: Vec<&str> =
        folded.split(|letter: char| !letter.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    let near = near.get(near.len().saturating_sub(REACH)..).unwrap_or_default();
    let Some(at) = near
        .iter()
        .rposition(|word| lists.dated_participles.contains(word) || lists.relative_subjects.contains(word))
    else {
        return true;
    };
    // “the meeting **shall** be held on”
    near.get(at.saturating_sub(3)..at)
        .unwrap_or_default()
        .iter()
        .any(|word| lists.modals.contains(word) && !lists.of.contains(word))
        && !near.iter().any(|word| lists.relative_subjects.contains(word))
}

fn limit_of(found: &Captures<'_>) -> Option<Date> {
    let text = |name| found.name(name).map(|part| part.as_str());
    if let Some(year) = text("year3").or(text("report_year")) {
        return Some(Date { year: fold(year).parse().ok()?, month: None, day: None });
    }
    if let Some(year) = text("year2") {
        return Some(Date {
            year: fold(year).parse().ok()?,
            month: Some(month(&fold(text("month2")?))?),
            day: None,
        });
    }
    if let Some(year) = text("session_year").or(text("session_year2")) {
        return Some(Date { year: year.parse().ok()?, month: None, day: None });
    }
    closing::date_in(found.name("words")?.as_str())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(text: &str) -> Option<Due> {
        all(text).into_iter().next()
    }

    /// Of a document of 31 January 2026.
    fn all(text: &str) -> Vec<Due> {
        let clause = Clause { span: Span::new(0, text.len()), class: ClauseClass::Directive, ..Clause::default() };
        let language = crate::language::detect(text);
        let adopted = Some(Date { year: 2026, month: Some(1), day: Some(31) });
        due(text, &clause, Calendar { language, adopted, ..Calendar::default() })
    }

    #[test]
    fn each_time_of_a_clause_is_one_of_its_own() {
        let times = |text| {
            all(text).into_iter().map(|due| (due.session, due.date.map(Date::iso), due.report)).collect::<Vec<_>>()
        };
        assert_eq!(
            times(
                "Requests the Secretary-General to report to it at its eighty-first and eighty-third sessions and to publish the maps by 2030"
            ),
            [(Some(81), None, true), (Some(83), None, true), (None, Some("2030".to_owned()), false)]
        );
        assert_eq!(
            times(
                "Prie le Secrétaire général de lui faire rapport à sa quatre-vingt-unième session et d’achever les travaux d’ici à 2030"
            ),
            [(Some(81), None, true), (None, Some("2030".to_owned()), false)]
        );
    }

    #[test]
    fn a_length_of_time_is_counted_from_the_adoption() {
        let date = |text| of(text).and_then(|due| due.date).map(Date::iso);
        assert_eq!(
            date("Requests the Secretary-General to report within six months"),
            Some("2026-07-31".to_owned())
        );
        assert_eq!(
            date(
                "Requests the Secretary-General to report within one month of the adoption of the present resolution"
            ),
            Some("2026-02-28".to_owned())
        );
        assert_eq!(date("Requests the Board to report within 30 days"), Some("2026-03-02".to_owned()));
        assert_eq!(date("Requests the Board to report within six months of the election"), None);
        assert_eq!(
            date("Prie le Secrétaire général d’agir dans un délai de six mois"),
            Some("2026-07-31".to_owned())
        );
        assert_eq!(
            date(
                "Prie le Secrétaire général d’agir dans un délai de trente jours à compter de l’adoption de la présente résolution"
            ),
            Some("2026-03-02".to_owned())
        );
        assert_eq!(date("Prie le Comité d’agir dans les six mois suivant l’élection"), None);
    }

    #[test]
    fn a_day_on_which_to_act_is_a_time_and_that_of_an_event_is_none() {
        let date = |text| of(text).and_then(|due| due.date).map(Date::iso);
        for text in [
            "Decides that the mandate of the Group shall end on 31 December 2026",
            "Decides that the day shall be held on 31 December 2026",
            "Requests the Board to act as from 31 December 2026",
            "Décide que le mandat du Groupe prendra fin le 31 décembre 2026",
            "Décide de tenir une réunion de haut niveau le 31 décembre 2026 à New York",
            "Decide que el mandato del Grupo termine el 31 de diciembre de 2026",
        ] {
            assert_eq!(date(text).as_deref(), Some("2026-12-31"), "{text}");
        }
        for text in [
            "Requests the Board to prepare the conference to be held on 31 December 2026",
            "Requests the Board to extend the mandate, which ends on 31 December 2026",
            "Prie le Conseil de préparer la conférence qui se tiendra le 31 décembre 2026",
            "Prie le Conseil de préparer la conférence devant se tenir le 31 décembre 2026",
        ] {
            assert_eq!(date(text), None, "{text}");
        }
    }

    #[test]
    fn a_length_of_time_may_be_counted_from_a_day_named_before() {
        let last = |text| all(text).pop().and_then(|due| due.date).map(Date::iso);
        for text in [
            "Requests the Board to open the office on 1 March 2027 and to report within one year from this date",
            "Prie le Conseil d’ouvrir le bureau le 1er mars 2027 et de faire rapport dans un délai d’un an à compter de cette date",
        ] {
            assert_eq!(last(text).as_deref(), Some("2028-03-01"), "{text}");
        }
    }

    #[test]
    fn a_length_of_time_from_an_event_is_told_by_its_words() {
        for text in [
            "Requests the Board to report within six months of the election",
            "Prie le Conseil de faire rapport dans les six mois suivant l’élection",
        ] {
            let due = of(text).unwrap();
            assert_eq!((due.date, due.span.of(text).is_empty()), (None, false), "{text}");
        }
    }

    #[test]
    fn a_session_may_be_named_by_its_year() {
        let date = |text| of(text).and_then(|due| due.date).map(Date::iso);
        assert_eq!(
            date("Requests the Secretary-General to report to the Council at its 2027 session"),
            Some("2027".to_owned())
        );
        assert_eq!(
            date("Prie le Secrétaire général de faire rapport au Conseil à sa session de 2027"),
            Some("2027".to_owned())
        );
    }

    #[test]
    fn a_session_written_out_is_a_time() {
        let text = "Prie le Secrétaire général de lui présenter, à sa soixante-quinzième session, un rapport sur la question.";
        let due = of(text).unwrap();
        assert_eq!(
            (due.session, due.report, due.span.of(text)),
            (Some(75), true, "à sa soixante-quinzième session")
        );
        let due =
            of("Requests the Secretary-General to report to the Assembly at its seventy-fifth session").unwrap();
        assert_eq!((due.session, due.report), (Some(75), true));
    }

    #[test]
    fn a_session_of_another_body_or_a_past_one_is_none_of_the_assembly_s() {
        let session = |text: &str| {
            let parsed = crate::parse::parse(&format!(
                "A/RES/80/7\n\nThe General Assembly,\n\nRecalling the matter,\n\n1. {text}"
            ));
            let due = parsed.resolution.clauses().find_map(|(_, clause)| clause.due.first().cloned());
            due.and_then(|due| due.session)
        };
        assert_eq!(session("Requests the Secretary-General to report to it at its eighty-first session"), Some(81));
        assert_eq!(
            session("Requests the Secretary-General to report to the General Assembly at its eighty-first session"),
            Some(81)
        );
        assert_eq!(
            session(
                "Requests the Secretary-General to report to the Human Rights Council at its sixty-fifth session"
            ),
            None
        );
        assert_eq!(
            session("Requests the Secretary-General to revise the report made to it at its seventy-fifth session"),
            None
        );
    }

    /// The sessions that the first operative paragraph of a text of the Assembly sets, each with whose it is if another's.
    fn sessions_in(head: &str, text: &str) -> Vec<String> {
        let parsed = crate::parse::parse(&format!("A/RES/80/7\n\n{head}\n\n1. {text}"));
        let due = parsed.resolution.clauses().flat_map(|(_, clause)| clause.due.clone());
        let told = |due: Due| {
            let own = due.session.map(|session| session.to_string());
            own.or_else(|| due.body_session.map(|session| format!("{} {}", session.body, session.number)))
        };
        due.filter_map(told).collect()
    }

    #[test]
    fn a_session_is_of_the_body_that_the_report_goes_to() {
        let expected = ["human-rights-council 63", "human-rights-council 66"];
        for (head, text) in [
            (
                "The General Assembly,",
                "Requests the Office to submit to the Human Rights Council an oral update at its sixty-third session and \
                 a report at its sixty-sixth session.",
            ),
            (
                "L’Assemblée générale,",
                "Prie le Secrétaire général de présenter au Conseil des droits de l’homme un exposé à sa \
                 soixante-troisième session et un rapport à sa soixante-sixième session.",
            ),
            (
                "La Asamblea General,",
                "Solicita al Secretario General que presente al Consejo de Derechos Humanos una exposición en su \
                 sexagésimo tercer período de sesiones y un informe en su sexagésimo sexto período de sesiones.",
            ),
            (
                "Генеральная Ассамблея,",
                "просит Верховного комиссара представить Совету по правам человека на его шестьдесят третьей сессии \
                 устный доклад, а на его шестьдесят шестой сессии — доклад.",
            ),
            (
                "إن الجمعية العامة،",
                "تطلب إلى المفوض السامي أن يقدم تقريرا شفويا إلى مجلس حقوق الإنسان في دورته الثالثة والستين وتقريرا في \
                 دورته السادسة والستين.",
            ),
            ("大会，", "请高级专员向人权理事会第六十三届会议提交口头报告，并向理事会第六十六届会议提交报告。"),
        ] {
            assert_eq!(sessions_in(head, text), expected, "{text}");
        }
    }

    #[test]
    fn an_adjective_may_be_between_the_number_and_the_session() {
        for (head, text) in [
            ("The General Assembly,", "Requests the Board to report to it at its eighty-second regular session."),
            (
                "Генеральная Ассамблея,",
                "просит Комитет представить ей доклад на ее восемьдесят второй очередной сессии.",
            ),
            (
                "إن الجمعية العامة،",
                "تطلب إلى الأمين العام أن يقدم إليها تقريرا في دورتها العادية الثانية والثمانين.",
            ),
            ("大会，", "请秘书长向大会第八十二届常会提交报告。"),
        ] {
            assert_eq!(sessions_in(head, text), ["82"], "{text}");
        }
        let first = "Requests the Board to report to it at its first regular session of 2027.";
        assert_eq!(sessions_in("The General Assembly,", first), [""; 0]);
    }

    #[test]
    fn an_item_of_the_next_report_asks_for_a_report() {
        let report = |text| of(text).is_some_and(|due| due.report);
        assert!(report("Requests the Secretary-General to include in his next report an account of the measures"));
        assert!(report(
            "Prie le Secrétaire général de faire figurer dans son prochain rapport un exposé des mesures"
        ));
        assert!(!report("Prie le Secrétaire général de lire le prochain rapport du Comité"));
    }

    #[test]
    fn a_date_counts_when_it_is_a_limit() {
        let date = |text| of(text).and_then(|due| due.date).map(Date::iso);
        assert_eq!(date("Prie les États d’agir d’ici à 2030"), Some("2030".to_owned()));
        assert_eq!(date("Prie les États d’agir avant le 31 mars 2031"), Some("2031-03-31".to_owned()));
        assert_eq!(date("Requests the States to act no later than 30 June 2028"), Some("2028-06-30".to_owned()));
        assert_eq!(date("Prie les États de publier, avant juin 2028, les données"), Some("2028-06".to_owned()));
        assert_eq!(date("Prie les États d’appliquer la résolution du 31 mars 2031"), None);
        // What lies before the document is no limit that it sets.
        assert_eq!(date("Requests the States to publish what they did before 2020"), None);
    }

    #[test]
    fn recurring_deadlines_are_counted_in_months() {
        let months = |text| of(text).and_then(|due| due.every_months);
        assert_eq!(months("Prie le Secrétaire général de faire rapport tous les deux ans"), Some(24));
        assert_eq!(months("Requests the Board to report annually to the Assembly"), Some(12));
        assert_eq!(months("Prie le Comité de se réunir tous les six mois"), Some(6));
        assert_eq!(
            months("Prie le Secrétaire général de lui rendre compte tous les quatre-vingt-dix jours"),
            Some(3)
        );
        assert_eq!(months("Requests the Secretary-General to report every ninety days"), Some(3));
        assert_eq!(months("Requests the Secretary-General to report every one hundred and twenty days"), Some(4));
        assert_eq!(months("Prie le Secrétaire général de lui rendre compte tous les cent vingt jours"), Some(4));
        assert_eq!(months("Prie le Secrétaire général de lui présenter un rapport biennal"), Some(24));
        assert_eq!(months("Requests the Secretary-General to submit a biennial report"), Some(24));
        let due = of(
            "Requests the Secretary-General to report to it at its eighty-first session and biennially thereafter",
        )
        .unwrap();
        assert_eq!((due.session, due.every_months), (Some(81), Some(24)));
    }

    #[test]
    fn a_clause_that_asks_for_nothing_has_no_deadline() {
        let text = "Prend note du rapport présenté à sa soixantième session";
        let clause = Clause { span: Span::new(0, text.len()), ..Clause::default() };
        assert_eq!(due(text, &clause, Calendar::default()), []);
    }
}
