//! The view of deadlines: open, recurring and past ones, by date or by those who must deliver, each with its actors, whether
//! it is a report, and its words.

mod picture;

use crate::address::Grouping;
use crate::i18n::Texts;
use crate::model::{ActorId, Clause, Date, Due, Paragraph};
use crate::query::{Facet, NONE, Place};
use crate::ui::controls::{document_name, link_to_place, listed, points, said, switch};
use crate::ui::markup::{El, el};
use crate::ui::share;
use crate::ui::state::{Document, Match, UiAction, ViewContext};
use std::cmp::Reverse;

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

/// A heading of the view and what is below it: subheadings with their deadlines.
type Group<'e, 'm> = (El, Vec<(Option<String>, Vec<&'e Entry<'m>>)>);

/// The deadlines of the matches: by status (open, recurring, past, without a date) and year, or by those who must deliver and
/// status.
pub fn due(cx: &ViewContext) -> Vec<El> {
    let places = cx.results.answer.places();
    let found: Vec<(Place, Match)> = places.filter_map(|place| Some((place, cx.corpus.match_at(place)?))).collect();
    let mut all: Vec<Entry> = found.iter().zip(0..).flat_map(|(found, at)| Entry::all(found, at)).collect();
    all.sort_by_key(|entry| time(entry.due));
    let is_by_actor = cx.address.grouping == Grouping::Actor;
    let groups = if is_by_actor { by_actor(cx, &all) } else { by_status(cx, &all) };
    let mut order = Vec::new();
    let mut is_listed = vec![false; found.len()];
    let mut sections = el("div").attr("class", "due listed");
    for (name, parts) in groups {
        let n: usize = parts.iter().map(|(_, of)| of.len()).sum();
        sections = sections.with(el("h2").with(name).text(" ").with(el("small").text(n.to_string())));
        for (heading, of) in parts {
            let mut list = el("ol");
            for entry in of {
                let is_first = is_listed.get_mut(entry.at).is_some_and(|listed| !std::mem::replace(listed, true));
                order.extend(is_first.then_some(entry.place));
                list = list.with(entry.draw(cx, is_first));
            }
            sections = sections.with_each(heading.map(|heading| el("h3").with(el("bdi").text(heading)))).with(list);
        }
    }
    // The steps between matches go the same way.
    cx.results.sorted(cx.order_key(), |_| order);
    if all.is_empty() {
        return vec![el("p").attr("class", "hint").text(cx.texts().nothing_due)];
    }
    picture::picture(cx, &all)
        .into_iter()
        .chain([share::calendar(cx), grouping(cx, is_by_actor), sections])
        .collect()
}

/// The choice of the groups.
fn grouping(cx: &ViewContext, is_by_actor: bool) -> El {
    let texts = cx.texts();
    let groups = [(Grouping::Document, texts.due), (Grouping::Actor, texts.facet(Facet::Actor))];
    let groups = groups.map(|(grouping, name)| (grouping.key(), name, UiAction::Group(grouping)));
    let chosen = if is_by_actor { Grouping::Actor } else { Grouping::Document };
    switch(cx, "group", texts.intake.brief_group, chosen.key(), &groups)
}

/// Deadlines grouped by status, and within it by year.
fn by_status<'e, 'm>(cx: &ViewContext, all: &'e [Entry<'m>]) -> Vec<Group<'e, 'm>> {
    let mut groups = Vec::new();
    for status in DueStatus::ALL {
        let of: Vec<&Entry> = all.iter().filter(|entry| DueStatus::of(entry.due, cx.today) == status).collect();
        let by_year = of.chunk_by(|one, other| years(one.due) == years(other.due)).map(|same| {
            let years = same.first().and_then(|first| years(first.due));
            let heading = years.map(|(from, to)| {
                if from == to { from.to_string() } else { [&from.to_string(), "–", &to.to_string()].concat() }
            });
            (heading, same.to_vec())
        });
        let by_year: Vec<_> = by_year.collect();
        if !of.is_empty() {
            groups.push((el("span").text(status.name(cx.texts())), by_year));
        }
    }
    groups
}

/// Deadlines grouped by those who must deliver, the most frequent first, and within that by status.
fn by_actor<'e, 'm>(cx: &ViewContext, all: &'e [Entry<'m>]) -> Vec<Group<'e, 'm>> {
    let mut actors: Vec<(&str, Vec<&Entry>)> = Vec::new();
    for entry in all {
        let nobody = entry.due.by.is_empty().then_some(NONE);
        for key in entry.due.by.iter().map(ActorId::as_str).chain(nobody) {
            match actors.iter_mut().find(|(known, _)| *known == key) {
                Some((_, of)) => of.push(entry),
                None => actors.push((key, vec![entry])),
            }
        }
    }
    actors.sort_by_key(|(key, of)| (*key == NONE, Reverse(of.len())));
    let group = |(key, of): (&str, Vec<&'e Entry<'m>>)| {
        let with_status = |status: DueStatus| {
            let of = of.iter().copied().filter(|entry| DueStatus::of(entry.due, cx.today) == status);
            (Some(status.name(cx.texts()).to_owned()), of.collect::<Vec<_>>())
        };
        let parts = DueStatus::ALL.map(with_status).into_iter().filter(|(_, of)| !of.is_empty());
        (actor_name(cx, key), parts.collect())
    };
    actors.into_iter().map(group).collect()
}

/// An actor's name, in its language.
fn actor_name(cx: &ViewContext, key: &str) -> El {
    let lang = cx.corpus.foreign(Facet::Actor, key, cx.texts());
    el("bdi").maybe("lang", lang).text(cx.corpus.label(Facet::Actor, key, cx.texts()))
}

/// A deadline of a clause.
struct Entry<'m> {
    /// The clause's number among the matches.
    at: usize,
    place: Place,
    found: &'m Match,
    document: &'m Document,
    paragraph: &'m Paragraph,
    clause: &'m Clause,
    due: &'m Due,
}

impl<'m> Entry<'m> {
    fn all((place, found): &'m (Place, Match), at: usize) -> impl Iterator<Item = Self> {
        let (place, document) = (*place, &found.document);
        found.parts().into_iter().flat_map(move |(paragraph, clause)| {
            clause.due.iter().map(move |due| Self { at, place, found, document, paragraph, clause, due })
        })
    }

    fn draw(&self, cx: &ViewContext, is_first: bool) -> El {
        let texts = cx.texts();
        let Self { document, paragraph, clause, due, .. } = self;
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
            by = by.text(if n == 0 { "" } else { texts.comma }).with(actor_name(cx, actor.as_str()));
        }
        let place = link_to_place(cx, document, clause.id.as_str()).text(texts.place(&paragraph.id));
        let when = el("p").attr("class", "when").with(el("strong").text(when)).text(" ").with(place);
        let when = when.text(" ").with_each(document_name(cx, document));
        let said = said(cx, document, paragraph, clause);
        listed(cx, self.place, clause, is_first).with(when).with(by).with(said).with_each(points(cx, self.found))
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
