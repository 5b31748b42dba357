//! The sessions that set a time: of the organ itself, or of the body that a request goes to.

use super::calendar::{Calendar, SessionOwner};
use super::sessions::{NEXT, SessionFound, sessions};
use crate::language::{rules, words};
use crate::lexicon::numbers::month;
use crate::model::{ActorId, BodySession, Clause, ClauseClass, Date, Due, Language, Mention, Organ, Span};
use crate::text::fold::fold;

/// Who is named by the session that elected them.
const PRESIDENT: &str = "president-of-the-general-assembly";

/// The sessions that a clause names as times, of the organ itself or of another body.
pub(super) fn session_times(text: &str, clause: &Clause, calendar: Calendar, has_report: bool) -> Vec<Due> {
    let (words, language, shift) = (clause.span.of(text), calendar.language, clause.span.start);
    let mut times: Vec<Due> = Vec::new();
    for SessionFound { start, end, number: session, is_meeting } in sessions(words, language) {
        // The number of another body's session gives no year; the words still say when its report is due.
        let own = || Some(ActorId::new(calendar.organ.key())).filter(|_| calendar.organ != Organ::Other);
        let whose = calendar.host(text, clause, shift + end as u32);
        // «人权理事会第六十三届会议»: where no blank ends a name, the words begin in the midst of it.
        let is_cut = |mention: &&Mention| mention.within.is_none() && mention.span.contains(shift as usize + start);
        let cut = clause.actors.iter().find(is_cut).map(|mention| mention.span);
        // “the President of the General Assembly **at its eightieth session**” says who it is.
        let is_of_president = |mention: &Mention| {
            mention.actor.as_str() == PRESIDENT && calendar.is_named_by(text, mention, shift + start as u32)
        };
        if clause.actors.iter().any(is_of_president) {
            continue;
        }
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

/// Whether the request is addressed to a body: “report **to** the Council”.
pub(super) fn goes_to(text: &str, clause: &Clause, body: Span, language: Language) -> bool {
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
