//! What is found as a table, a row a clause: where, what verb, who, about what, by when.

mod chunks;

pub use chunks::{all_drawn, in_sight};

use crate::address::{Column, Sort};
use crate::i18n::Texts;
use crate::model::{ActorId, Due, Role};
use crate::query::{Facet, Place};
use crate::text::fold::fold;
use crate::ui::controls::{document_name, link_to_place};
use crate::ui::markup::{El, button, el};
use crate::ui::reader::{place_name, spaced};
use crate::ui::state::{Match, UiAction, ViewContext};

/// The table of what is found.
pub fn table(cx: &ViewContext) -> Vec<El> {
    let texts = cx.texts();
    let Sort { by, down } = cx.address.sort;
    let several = cx.asks_several();
    let mut head = el("tr");
    if several {
        head = head.with(el("th").attr("scope", "col").text(texts.column_document));
    }
    for column in Column::ALL {
        let name = heading(column, texts);
        let sorted = (column == by).then_some(if down { "descending" } else { "ascending" });
        let sort = button(name, cx.callback(UiAction::Sort(column))).attr("title", texts.sort_by.with(name));
        head = head.with(el("th").attr("scope", "col").maybe("aria-sort", sorted).with(sort));
        if column == Column::Verb {
            head = head.with(el("th").attr("scope", "col").text(texts.column_words));
        }
    }
    let places = cx.results.sorted((cx.address.sort, texts.language), |places| in_order(cx, places));
    let long = chunks::is_long(places.len());
    let mut table = el("table").attr("aria-label", texts.view_table);
    if long {
        // The head is a row too.
        table = table.attr("class", "long").attr("aria-rowcount", (places.len() + 1).to_string());
    }
    table = table.with(el("thead").with(head));
    let shown = cx.corpus.document(&cx.address).map(|(position, _)| position);
    let here = cx.place_at();
    for (n, chunk) in places.chunks(chunks::SIZE).enumerate() {
        let holds_place = || here.is_some_and(|here| chunk.contains(&here));
        let undrawn = chunks::height_of_undrawn(n, &cx.undrawn).filter(|_| !holds_place());
        let body = el("tbody").key(&n.to_string());
        table = table.with(match undrawn {
            Some(height) => chunks::stand_in(body, height, 6 + usize::from(several)),
            None => body.with_each(chunk.iter().enumerate().filter_map(|(at, place)| {
                let index = (n * chunks::SIZE + at + 2).to_string();
                let found = cx.corpus.match_at(*place)?;
                let drawn = ClauseRow::new(cx, &found)?.draw(cx, &found, Some(place.document) == shown)?;
                Some(drawn.maybe("aria-rowindex", long.then_some(index)))
            })),
        });
    }
    let scroll = el("div").attr("class", "table scroll").attr("tabindex", "0").attr("role", "group");
    vec![scroll.attr("aria-label", texts.view_table).with(table)]
}

fn heading(column: Column, texts: &Texts) -> &'static str {
    match column {
        Column::Place => texts.column_place,
        Column::Verb => texts.column_verb,
        Column::Addressee => texts.role(Role::Addressee),
        Column::Topic => texts.topics,
        Column::Due => texts.due,
    }
}

/// What a row says in its columns.
struct ClauseRow {
    place: String,
    verb: String,
    addressees: Vec<String>,
    topics: Vec<String>,
    due: String,
    /// When it is due, so that times sort as such.
    time: Option<(u16, Option<u8>, Option<u8>)>,
}

impl ClauseRow {
    fn new(cx: &ViewContext, found: &Match) -> Option<Self> {
        let texts = cx.texts();
        let (paragraph, clause) = found.parts()?;
        let mut actors: Vec<&ActorId> = Vec::new();
        for mention in clause.actors.iter().filter(|mention| mention.role == Role::Addressee) {
            if !actors.contains(&&mention.actor) {
                actors.push(&mention.actor);
            }
        }
        let label = |facet, key: &str| cx.corpus.label(facet, key, texts);
        let words = clause.due.iter().map(|due| {
            let time = texts.due_words(due);
            if due.report && time.is_empty() { texts.report_due.to_owned() } else { time }
        });
        let words: Vec<String> = words.collect();
        // The first of its times has the row.
        let time = |due: &Due| {
            let date = due.date.map(|date| (date.year, date.month, date.day));
            date.or(due.session.map(|session| (Due::years_of_session(session).0, None, None)))
        };
        Some(Self {
            place: place_name(&paragraph.id, texts),
            verb: spaced(clause.phrase.of(&paragraph.text), found.document.language),
            addressees: actors.into_iter().map(|actor| label(Facet::Actor, actor.as_str())).collect(),
            topics: clause.topics.iter().map(|found| label(Facet::Topic, found.topic.as_str())).collect(),
            due: words.join(texts.comma),
            time: clause.due.iter().filter_map(time).min(),
        })
    }

    /// Draws it. Only in the document that is shown can a row be found by the id of its clause: other documents have the same.
    fn draw(&self, cx: &ViewContext, found: &Match, is_of_shown: bool) -> Option<El> {
        let (paragraph, clause) = found.parts()?;
        let id = clause.id.as_str();
        let link = found.document.link().to_string();
        let language = found.document.language;
        let lang = language.code();
        let place = link_to_place(cx, &found.document, id).text(self.place.clone());
        let said = paragraph.text.get(clause.phrase.range().end..clause.span.range().end);
        let said = spaced(said.unwrap_or_default().trim(), language);
        let list = |items: &[String]| {
            let items = items.iter().map(|item| el("li").text(item.clone()));
            el("td").with_each((items.len() > 0).then(|| el("ul").with_each(items)))
        };
        let document = document_name(cx, &found.document).map(|name| el("td").with(name));
        Some(
            el("tr")
                .key(&[&link, " ", id].concat())
                .maybe("id", is_of_shown.then(|| id.to_owned()))
                .attr("tabindex", "-1")
                .maybe("aria-current", (is_of_shown && cx.address.place == id).then_some("location"))
                .with_each(document)
                .with(el("th").attr("scope", "row").with(place))
                .with(el("td").with(el("em").attr("lang", lang).text(self.verb.clone())))
                .with(el("td").with(el("div").attr("class", "said").attr("lang", lang).text(said)))
                .with(list(&self.addressees))
                .with(list(&self.topics))
                .with(el("td").text(self.due.clone())),
        )
    }

    /// What it is sorted by. A place sorts by where it stands, which is the order of the rows.
    fn key(&self, by: Column) -> String {
        match by {
            Column::Place => String::new(),
            Column::Verb => fold(&self.verb),
            Column::Addressee => fold(&self.addressees.join(" ")),
            Column::Topic => fold(&self.topics.join(" ")),
            Column::Due => fold(&self.due),
        }
    }
}

/// The places as a column sorts them. What a column leaves empty comes last, from either end.
fn in_order(cx: &ViewContext, mut places: Vec<Place>) -> Vec<Place> {
    let Sort { by, down } = cx.address.sort;
    if by == Column::Place {
        if down {
            places.reverse();
        }
        return places;
    }
    let key = |place: Place| {
        let row = cx.corpus.match_at(place).and_then(|found| ClauseRow::new(cx, &found));
        row.map(|row| (row.time.filter(|_| by == Column::Due), row.key(by))).unwrap_or_default()
    };
    let mut keyed: Vec<_> = places.into_iter().map(|place| (key(place), place)).collect();
    keyed.sort_by(|((time, words), _), ((other_time, other_words), _)| {
        let is_empty = |time: &Option<_>, words: &str| time.is_none() && words.is_empty();
        // A time comes before words without one: “every year” has no place among dates.
        let by_key = (time.is_none(), time, words).cmp(&(other_time.is_none(), other_time, other_words));
        is_empty(time, words).cmp(&is_empty(other_time, other_words)).then(if down {
            by_key.reverse()
        } else {
            by_key
        })
    });
    keyed.into_iter().map(|(_, place)| place).collect()
}
