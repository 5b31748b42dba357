//! Deadlines: sessions, dates, «tous les deux ans», and whether a report is requested.

mod calendar;
mod dates;
mod length;
mod patterns;
mod recurring;
mod report;
mod session_times;
mod sessions;

pub use calendar::Calendar;

use crate::model::{Clause, ClauseClass, Due, Language, Mention, Span};
use dates::{Origin, is_for_a_meeting, is_when_to_act, limits_of, origin};
use length::{length_of, months_of};
use patterns::Patterns;
use recurring::{begins_with, has_word_of, is_beside};
use regex::Captures;
use report::report;
use session_times::session_times;

/// The words that ask for a report, where a clause does.
pub fn report_words(text: &str, clause: &Clause, calendar: Calendar) -> Option<Span> {
    let (start, end) = report(clause.span.of(text), calendar.language)?;
    let shift = clause.span.start;
    Some(Span { start: shift + start as u32, end: shift + end as u32 })
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
    let dates = patterns.limit.all(words).flat_map(|found| {
        let Some((start, end)) = place(&found) else { return Vec::new() };
        let is_meant = found.name("period").is_none()
            && (found.name("report_year").is_none()
                || is_for_a_report(start)
                || is_for_a_meeting(words, clause, start, language))
            && (found.name("on").is_none()
                || shift + start as u32 >= clause.phrase.end && is_when_to_act(words, start, language));
        let dates = if is_meant { limits_of(&found) } else { Vec::new() };
        // “At its 87th meeting, on 30 June 2026, the Assembly decided”
        let is_own_day = |date| found.name("on").is_some() && calendar.adopted == Some(date);
        dates.into_iter().filter(|date| !is_own_day(*date)).map(|date| ((start, end), date)).collect()
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
        let first = open.find(|due| {
            is_beside(text, due.span, place, language) || begins_with(text, place.end, due.span, language)
        });
        match first {
            Some(from) => from.every_months = Some(months),
            None => times.push(Due { span: at(start, end), every_months: Some(months), ..Due::default() }),
        }
    }
    if let Some((start, end)) = report {
        mark_reports(&mut times, text, at(start, end), language);
    }
    times.sort_by_key(|due| due.span.start);
    times
}

/// Says by which of its times a clause's report is due: by the sessions, or else by all.
fn mark_reports(times: &mut Vec<Due>, text: &str, report: Span, language: Language) {
    // A report goes to a session; what else it is due by, where no session is named.
    let lists = crate::language::words(language);
    let names_a_session = |due: &Due| lists.sessions.iter().any(|noun| due.span.of(text).contains(noun));
    let is_session = |due: &Due| due.session.is_some() || due.body_session.is_some() || names_a_session(due);
    let to_session = times.iter().any(is_session);
    for due in times.iter_mut().filter(|due| is_session(due) || !to_session) {
        due.report = true;
    }
    if times.is_empty() {
        times.push(Due { span: report, report: true, ..Due::default() });
    }
}

fn place(found: &Captures<'_>) -> Option<(usize, usize)> {
    found.name("words").map(|words| (words.start(), words.end()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Date;

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
