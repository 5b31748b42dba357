//! The view of deadlines: open, recurring and past ones by date, each with its actors, whether it is a report, and its
//! words.

mod picture;

use crate::i18n::Texts;
use crate::model::{Clause, Date, Due, Paragraph, Span};
use crate::query::Facet;
use crate::ui::controls::quoted;
use crate::ui::controls::{document_name, link_to_place};
use crate::ui::markup::{El, el};
use crate::ui::share;
use crate::ui::state::{Document, Match, ViewContext};

/// The status of a deadline.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum DueStatus {
    /// In the future.
    Open,
    /// Recurring.
    Recurring,
    /// In the past.
    Past,
    /// Without a date.
    Undated,
}

impl DueStatus {
    const ALL: [Self; 4] = [Self::Open, Self::Recurring, Self::Past, Self::Undated];

    fn of(due: &Due, today: Date) -> Self {
        let month = picture::months(today).0;
        match picture::time(due) {
            _ if due.every_months.is_some() => Self::Recurring,
            None => Self::Undated,
            Some((_, to)) if to <= month => Self::Past,
            // In the current month the day decides, if it is known.
            Some(_) if due.date.is_some_and(|date| date.day.is_some() && date < today) => Self::Past,
            Some(_) => Self::Open,
        }
    }

    fn name(self, texts: &Texts) -> &'static str {
        match self {
            Self::Open => texts.intake.due_open,
            Self::Recurring => texts.intake.due_recurring,
            Self::Past => texts.intake.due_past,
            Self::Undated => texts.undated,
        }
    }
}

/// The deadlines of the matches by status (open, recurring, past, without a date), and within each by year.
pub fn due(cx: &ViewContext) -> Vec<El> {
    let found: Vec<Match> = cx.results.matches().collect();
    let mut all: Vec<Entry> = found.iter().flat_map(Entry::all).collect();
    if all.is_empty() {
        return vec![el("p").attr("class", "hint").text(cx.texts().nothing_due)];
    }
    all.sort_by_key(|entry| time(entry.due));
    let mut sections = Vec::new();
    for standing in DueStatus::ALL {
        let of: Vec<&Entry> = all.iter().filter(|entry| DueStatus::of(entry.due, cx.today) == standing).collect();
        if !of.is_empty() {
            let heading = el("h2").text(standing.name(cx.texts())).text(" ");
            sections.push(heading.with(el("small").text(of.len().to_string())));
            sections.extend(by_years(cx, &of));
        }
    }
    let sections = el("div").attr("class", "due").with_each(sections);
    picture::picture(cx, &all).into_iter().chain([share::calendar(cx), sections]).collect()
}

/// Deadlines grouped by year.
fn by_years(cx: &ViewContext, all: &[&Entry]) -> Vec<El> {
    let mut drawn = Vec::new();
    let mut list: Option<El> = None;
    let mut of: Option<Years> = None;
    for entry in all {
        let years = years(entry.due);
        if of != Some(years) {
            drawn.extend(list.take());
            let heading = match years {
                Some((from, to)) if from == to => Some(from.to_string()),
                Some((from, to)) => Some([&from.to_string(), "–", &to.to_string()].concat()),
                None => None,
            };
            drawn.extend(heading.map(|heading| el("h3").text(heading)));
            of = Some(years);
        }
        let so_far = list.take().unwrap_or_else(|| el("ol"));
        list = Some(so_far.with(entry.draw(cx)));
    }
    drawn.extend(list);
    drawn
}

/// A clause with a deadline.
struct Entry<'m> {
    document: &'m Document,
    paragraph: &'m Paragraph,
    clause: &'m Clause,
    due: &'m Due,
}

impl<'m> Entry<'m> {
    fn all(found: &'m Match) -> impl Iterator<Item = Self> {
        let document = &found.document;
        found.parts().into_iter().flat_map(move |(paragraph, clause)| {
            clause.due.iter().map(move |due| Self { document, paragraph, clause, due })
        })
    }

    fn draw(&self, cx: &ViewContext) -> El {
        let texts = cx.texts();
        let Self { document, paragraph, clause, due } = self;
        let mut when = texts.due_words(due);
        if due.report {
            when = if when.is_empty() {
                texts.report_due.to_owned()
            } else {
                [&when, texts.comma, texts.report_due].concat()
            };
        }
        let mut by = el("p").attr("class", "by");
        for (n, actor) in due.by.iter().enumerate() {
            let label = cx.corpus.label(Facet::Actor, actor.as_str(), texts);
            let lang = cx.corpus.foreign(Facet::Actor, actor.as_str(), texts);
            by = by.text(if n == 0 { "" } else { texts.comma }).with(el("span").maybe("lang", lang).text(label));
        }
        let said = el("p").attr("class", "said").attr("lang", document.language.code());
        let said = said.with(quoted(el("em"), cx, document, paragraph, clause.phrase));
        let rest = Span { start: clause.phrase.end, end: clause.span.end };
        let said = quoted(said, cx, document, paragraph, rest);
        let place = link_to_place(cx, document, clause.id.as_str()).text(texts.place(&paragraph.id));
        let when = el("p").attr("class", "when").with(el("strong").text(when)).text(" ").with(place);
        let name = document_name(cx, document);
        el("li").with(when.text(" ").with_each(name)).with(by).with(said)
    }
}

type Years = Option<(u16, u16)>;

/// The years of a deadline.
fn years(due: &Due) -> Years {
    due.date.map(|day| (day.year, day.year)).or_else(|| due.session.map(Due::years_of_session))
}

/// The sort key: earliest first, without a date last.
fn time(due: &Due) -> (bool, Years, Option<Date>) {
    let years = years(due);
    (years.is_none(), years, due.date)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_is_past_the_day_after_and_a_session_when_the_next_one_opens() {
        let day = |year, month, day| Date { year, month: Some(month), day: Some(day) };
        let on = |date| Due { date: Some(date), ..Due::default() };
        let session = Due { session: Some(75), ..Due::default() };
        let always = Due { every_months: Some(12), ..on(day(2019, 1, 1)) };
        for (due, today, standing) in [
            (&on(day(2020, 6, 15)), day(2020, 6, 15), DueStatus::Open),
            (&on(day(2020, 6, 15)), day(2020, 6, 16), DueStatus::Past),
            (&on(Date { year: 2020, month: None, day: None }), day(2020, 12, 31), DueStatus::Open),
            (&on(Date { year: 2020, month: None, day: None }), day(2021, 1, 1), DueStatus::Past),
            (&session, day(2021, 8, 31), DueStatus::Open),
            (&session, day(2021, 9, 1), DueStatus::Past),
            (&always, day(2021, 9, 1), DueStatus::Recurring),
            (&Due::default(), day(2021, 9, 1), DueStatus::Undated),
        ] {
            assert_eq!(DueStatus::of(due, today), standing, "{due:?} on {today}");
        }
    }

    #[test]
    fn a_session_is_due_in_its_first_year_and_what_has_no_time_comes_last() {
        let session = Due { session: Some(75), ..Due::default() };
        let date = |year, month| Due { date: Some(Date { year, month, day: None }), ..Due::default() };
        let always = Due { every_months: Some(12), ..Due::default() };
        assert!(time(&session) > time(&date(2020, Some(6))));
        assert!(time(&session) < time(&date(2021, None)));
        assert!(time(&date(2021, Some(2))) < time(&date(2021, Some(3))));
        assert!(time(&always) > time(&date(2050, None)));
    }
}
