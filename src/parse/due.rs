//! By when: sessions, dates, «tous les deux ans», and whether a report is asked for.

use super::closing;
use crate::lexicon::numbers::{cardinal, month, ordinal};
use crate::model::{Clause, ClauseClass, Date, Due, Language, Organ, Resolution, Role, Span};
use crate::text::fold::fold;
use crate::text::pattern::{WholeWords, pattern};
use crate::text::word_spans;
use regex::Regex;
use std::sync::LazyLock;

/// A date that a limit or a time precedes.
static LIMIT: LazyLock<WholeWords> = LazyLock::new(|| {
    WholeWords::new(
        r"(?ix)(?:d[’']ici\s(?:à|au|le|la\sfin\sde)|avant\s(?:le|la\sfin\sde|fin)|au\splus\stard\s(?:le|en|à\sla\sfin\sde)?|jusqu[’'](?:au|en|à\sla\sfin\sde)|pour\sle
        |by|before|no\slater\sthan|not\slater\sthan|until|by\sthe\send\sof)\s
        (?:(?:le\s)?(?P<day>\d{1,2})(?:er|st|nd|rd|th)?\s(?P<month>\p{L}+)\s(?P<year>(?:19|20)\d\d)|(?P<month2>\p{L}+)\s(?P<year2>(?:19|20)\d\d)|(?P<year3>(?:19|20)\d\d))",
    )
});

static OFTEN: LazyLock<WholeWords> = LazyLock::new(|| {
    WholeWords::new(
        r"(?ix)(?:(?P<year>tous\sles\sans|chaque\sannée|annuellement|une\sfois\spar\san|annually|every\syear|each\syear|on\san\sannual\sbasis|yearly)
        |(?P<two>biennalement|biennially|every\ssecond\syear|every\sother\syear)
        |(?P<half>semestriellement|deux\sfois\spar\san|twice\sa\syear|every\ssix\smonths|tous\sles\ssix\smois)
        |(?:tous\sles|every)\s(?P<n>\p{L}+|\d+)\s(?P<unit>ans|mois|jours|years|months|days))",
    )
});

/// A part of each form of [`OFTEN`], without the first letter, which may be a capital.
const COMING_ROUND: [&str; 13] = [
    "ous les ",
    "haque ann",
    "nnuellement",
    "ois par an",
    "iennalement",
    "emestriellement",
    "nnually",
    "very ",
    "ach year",
    "nnual basis",
    "early",
    "iennially",
    "wice a year",
];

/// A part of each year that a limit names.
const DATED: [&str; 2] = ["19", "20"];

/// A part of each form of a report; «inform» alone would be met in every «informations», «nform» in every «conformément».
const REPORTED: [&str; 5] = ["apport", "eport", "ompte", "informe", "informé"];

/// A part of each session's name.
const SESSION: &str = "ession";

/// A part of each way to say when: one search for all of them at once.
static TIMELY: LazyLock<Regex> = LazyLock::new(|| {
    let parts = DATED.iter().chain(&REPORTED).chain(&COMING_ROUND).chain(&[SESSION]);
    pattern(&parts.copied().collect::<Vec<_>>().join("|"))
});

/// Being asked to say how things stand without the word «report».
static ACCOUNT: LazyLock<WholeWords> = LazyLock::new(|| {
    WholeWords::new(
        r"(?i)(?:rendre\scompte|rende\scompte|rendant\scompte|(?:lui|les?|l[’'])\s?(?:en\s)?(?:informer|tenir\sinformé)|(?:tenir|tienne)\s(?:\S+\s){0,3}informée?s?|to\sreport|and\sreport|keep\s(?:\S+\s){1,6}informed)",
    )
});

/// Verbs that make a report of one's own of «report»; the noun alone may be somebody else's.
const REPORTING: [&str; 16] = [
    "presenter",
    "presentant",
    "soumettre",
    "soumettant",
    "etablir",
    "remettre",
    "faire",
    "faisant",
    "communiquer",
    "adresser",
    "submit",
    "present",
    "provide",
    "prepare",
    "include",
    "issue",
];

/// How far, in bytes, the words of a session's number may stand before «session».
const SESSION_REACH: usize = 160;

/// How far, in bytes, the verb may stand before its report.
const REPORT_REACH: usize = 140;

/// The report that a clause asks for, by its words.
fn report(words: &str) -> Option<(usize, usize)> {
    let account = || {
        ACCOUNT.captures_iter(words).find_map(|found| found.name("words").map(|found| (found.start(), found.end())))
    };
    let named = ["rapport", "report"]
        .iter()
        .filter(|noun| words.contains(**noun))
        .flat_map(|noun| words.match_indices(noun))
        .find_map(|(at, noun)| {
            let mut from = at.saturating_sub(REPORT_REACH);
            while !words.is_char_boundary(from) {
                from += 1;
            }
            let before = fold(words.get(from..at)?);
            let before = before.rsplit([';', '.']).next()?;
            let mut near = before.split_whitespace().rev();
            let is_own = matches!(
                near.next()?,
                "un" | "son"
                    | "leur"
                    | "des"
                    | "autre"
                    | "nouveau"
                    | "premier"
                    | "prochain"
                    | "next"
                    | "faire"
                    | "a"
                    | "its"
                    | "an"
                    | "annual"
                    | "written"
                    | "comprehensive"
                    | "oral"
                    | "interim"
                    | "progress"
                    | "final"
                    | "detailed"
                    | "updated"
                    | "further"
                    | "biennial"
                    | "the"
                    | "regular"
            );
            let asked =
                before.split(|letter: char| !letter.is_alphanumeric()).any(|word| REPORTING.contains(&word));
            (is_own && asked).then_some((at, at + noun.len()))
        });
    named.or_else(account)
}

/// What a document says of time: which sessions are meant, and which are past.
#[derive(Clone, Copy, Debug, Default)]
pub struct Calendar {
    language: Language,
    organ: Organ,
    /// The session that the document itself is of.
    session: Option<u16>,
}

impl Calendar {
    /// Of a resolution.
    pub fn of(resolution: &Resolution) -> Self {
        Self { language: resolution.language, organ: resolution.organ, session: resolution.session }
    }

    /// Whether a session named in a clause is one of the General Assembly that is still to come.
    ///
    /// “to the Commission on Rivers at its thirtieth session”: whom what is asked goes to has the session, and else the organ itself.
    fn may_be_due(self, clause: &Clause, at: u32, session: u16) -> bool {
        let mut named = clause.actors.iter().filter(|mention| mention.within.is_none() && mention.span.end <= at);
        let last = named.rfind(|mention| !matches!(mention.role, Role::Addressee | Role::Partner));
        let of_assembly = match last {
            Some(mention) if at - mention.span.end <= NEAR_A_SESSION => {
                mention.actor.as_str() == Organ::GeneralAssembly.key()
            }
            _ => matches!(self.organ, Organ::GeneralAssembly | Organ::Other),
        };
        of_assembly && self.session.is_none_or(|own| session >= own)
    }
}

/// How far, in bytes, a body may be from its session: “to the Council, through the Committee, at its”.
const NEAR_A_SESSION: u32 = 12;

/// What a clause says of when; nothing if it asks for nothing. Who is asked is for the caller to add.
pub fn due(text: &str, clause: &Clause, calendar: Calendar) -> Option<Due> {
    if !matches!(clause.class, ClauseClass::Directive | ClauseClass::Deciding) {
        return None;
    }
    let words = clause.span.of(text);
    let shift = clause.span.start as usize;
    let at = |start: usize, end: usize| Span::new(shift + start, shift + end);
    // A look is cheaper than an expression, and most clauses say nothing of when.
    let (mut dated, mut reporting, mut coming_round, mut names_a_session) = ("", "", "", false);
    for part in TIMELY.find_iter(words) {
        match part.as_str() {
            part if DATED.contains(&part) => dated = words,
            part if REPORTED.contains(&part) => reporting = words,
            SESSION => names_a_session = true,
            _ => coming_round = words,
        }
    }
    let session = if names_a_session { session(words, calendar.language) } else { None };
    let session = session
        .filter(|(start, _, session)| calendar.may_be_due(clause, clause.span.start + *start as u32, *session));
    let limit = LIMIT.captures_iter(dated).find_map(|found| Some((found.name("words")?, limit_of(&found)?)));
    let often =
        OFTEN.captures_iter(coming_round).next().and_then(|found| Some((found.name("words")?, months_of(&found)?)));
    let report = report(reporting).filter(|_| clause.class == ClauseClass::Directive);
    let span = session
        .map(|(start, end, _)| at(start, end))
        .or_else(|| limit.map(|(words, _)| at(words.start(), words.end())))
        .or_else(|| often.map(|(words, _)| at(words.start(), words.end())))
        .or_else(|| report.map(|(start, end)| at(start, end)))?;
    Some(Due {
        span,
        session: session.map(|(_, _, session)| session),
        date: limit.map(|(_, date)| date),
        every_months: often.map(|(_, months)| months),
        report: report.is_some(),
        by: Vec::new(),
    })
}

/// The session that a clause sets as a time, with its words: «à sa soixante-quinzième session».
fn session(words: &str, language: Language) -> Option<(usize, usize, u16)> {
    words.match_indices(SESSION).find_map(|(at, _)| {
        let (start, end) = (at.checked_sub(1)?, at + SESSION.len());
        let is_noun = words.get(start..at).is_some_and(|first| matches!(first, "s" | "S"));
        let goes_on = words.get(end..)?.starts_with(char::is_alphanumeric);
        let before = words.get(..start)?;
        if !is_noun || goes_on || before.ends_with(char::is_alphanumeric) {
            return None;
        }
        // «soixante-quinzième» and the words before it stand close by.
        let from = before.len().saturating_sub(SESSION_REACH);
        let from = (from..=before.len()).find(|from| before.is_char_boundary(*from))?;
        let near = before.get(from..)?;
        let spans: Vec<Span> = word_spans(near).collect();
        let folded: Vec<String> = spans.iter().rev().take(6).map(|span| fold(span.of(near))).collect();
        // The longest run of words before «session» that is an ordinal.
        let (n_words, number) = (1..=folded.len()).rev().find_map(|n| {
            let run: Vec<&str> = folded.get(..n)?.iter().rev().map(String::as_str).collect();
            ordinal(&run, language).map(|number| (n, number))
        })?;
        let lead = folded.get(n_words).map(String::as_str).unwrap_or_default();
        let lead_before = folded.get(n_words + 1).map(String::as_str).unwrap_or_default();
        // «le rapport sur sa soixantième session» sets no time.
        let sets_a_time =
            matches!((lead_before, lead), ("a" | "pour" | "durant" | "avant" | "lors", "sa" | "la" | "leur"))
                || matches!(
                    (lead_before, lead),
                    ("at" | "for" | "during" | "before" | "to", "its" | "the" | "their")
                );
        let place = spans.len().checked_sub(n_words + 2).and_then(|i| spans.get(i))?;
        sets_a_time.then_some((from + place.start as usize, end, number as u16))
    })
}

fn limit_of(found: &regex::Captures<'_>) -> Option<Date> {
    let text = |name| found.name(name).map(|part| part.as_str());
    if let Some(year) = text("year3") {
        return Some(Date { year: year.parse().ok()?, month: None, day: None });
    }
    if let Some(year) = text("year2") {
        return Some(Date { year: year.parse().ok()?, month: Some(month(&fold(text("month2")?))?), day: None });
    }
    closing::date_in(found.name("words")?.as_str())
}

fn months_of(found: &regex::Captures<'_>) -> Option<u16> {
    if found.name("year").is_some() {
        return Some(12);
    }
    if found.name("two").is_some() {
        return Some(24);
    }
    if found.name("half").is_some() {
        return Some(6);
    }
    let n = cardinal(&fold(found.name("n")?.as_str()))?;
    match found.name("unit")?.as_str() {
        "ans" | "years" => u16::try_from(n * 12).ok(),
        "mois" | "months" => u16::try_from(n).ok(),
        // «tous les 90 jours»
        _ => u16::try_from(n.div_ceil(30)).ok(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(text: &str) -> Option<Due> {
        let clause = Clause { span: Span::new(0, text.len()), class: ClauseClass::Directive, ..Clause::default() };
        due(text, &clause, Calendar { language: crate::language::detect(text), ..Calendar::default() })
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
            let due = parsed.resolution.clauses().find_map(|(_, clause)| clause.due.clone());
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

    #[test]
    fn what_is_to_stand_in_the_next_report_is_asked_for() {
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
        assert_eq!(date("Prie les États d’agir avant le 31 mars 2021"), Some("2021-03-31".to_owned()));
        assert_eq!(date("Requests the States to act no later than 30 June 2020"), Some("2020-06-30".to_owned()));
        assert_eq!(date("Prie les États d’appliquer la résolution du 31 mars 2021"), None);
    }

    #[test]
    fn what_comes_round_is_counted_in_months() {
        let months = |text| of(text).and_then(|due| due.every_months);
        assert_eq!(months("Prie le Secrétaire général de faire rapport tous les deux ans"), Some(24));
        assert_eq!(months("Requests the Board to report annually to the Assembly"), Some(12));
        assert_eq!(months("Prie le Comité de se réunir tous les six mois"), Some(6));
    }

    #[test]
    fn what_asks_for_nothing_is_never_due() {
        let text = "Prend note du rapport présenté à sa soixantième session";
        let clause = Clause { span: Span::new(0, text.len()), ..Clause::default() };
        assert_eq!(due(text, &clause, Calendar::default()), None);
    }
}
