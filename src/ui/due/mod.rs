//! What is due, in the order of its time: by whom, which report, in which words.

mod picture;

use crate::model::{Clause, Date, Due, Paragraph};
use crate::query::Facet;
use crate::ui::controls::{document_name, link_to_place};
use crate::ui::markup::{El, el};
use crate::ui::reader::{place_name, spaced};
use crate::ui::state::{Document, Match, ViewContext};

/// Everything due in what is found, under the years it is due in.
pub fn due(cx: &ViewContext) -> Vec<El> {
    let texts = cx.texts();
    let found: Vec<Match> = cx.results.matches().collect();
    let mut all: Vec<Entry> = found.iter().flat_map(Entry::all).collect();
    if all.is_empty() {
        return vec![el("p").attr("class", "hint").text(texts.nothing_due)];
    }
    all.sort_by_key(|entry| time(entry.due));
    let mut drawn = Vec::new();
    let mut list: Option<El> = None;
    let mut of: Option<Years> = None;
    for entry in &all {
        let years = years(entry.due);
        if of != Some(years) {
            drawn.extend(list.take());
            let heading = match years {
                Some((from, to)) if from == to => from.to_string(),
                Some((from, to)) => [&from.to_string(), "–", &to.to_string()].concat(),
                None => texts.undated.to_owned(),
            };
            drawn.push(el("h2").text(heading));
            of = Some(years);
        }
        let so_far = list.take().unwrap_or_else(|| el("ol"));
        list = Some(so_far.with(entry.draw(cx)));
    }
    drawn.extend(list);
    picture::picture(cx, &all).into_iter().chain([el("div").attr("class", "due").with_each(drawn)]).collect()
}

/// A clause that is due.
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
        let words = |text: &str| spaced(text, document.language);
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
        let rest = paragraph.text.get(clause.phrase.range().end..clause.span.range().end).unwrap_or_default();
        let said = el("p").attr("class", "said").attr("lang", document.language.code());
        let said = said.with(el("em").text(words(clause.phrase.of(&paragraph.text)))).text(words(rest));
        let place = link_to_place(cx, document, clause.id.as_str()).text(place_name(&paragraph.id, texts));
        let when = el("p").attr("class", "when").with(el("strong").text(when)).text(" ").with(place);
        let name = document_name(cx, document);
        el("li").with(when.text(" ").with_each(name)).with(by).with(said)
    }
}

type Years = Option<(u16, u16)>;

/// The years that something is due in.
fn years(due: &Due) -> Years {
    due.date.map(|day| (day.year, day.year)).or_else(|| due.session.map(Due::years_of_session))
}

/// What comes first is due first; what has no time comes last.
fn time(due: &Due) -> (bool, Years, Option<Date>) {
    let years = years(due);
    (years.is_none(), years, due.date)
}

#[cfg(test)]
mod tests {
    use super::*;

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
