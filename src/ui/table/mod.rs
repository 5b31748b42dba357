//! The table view: one row per matching clause, with its place, verb, actors, topics and deadline.

mod chunks;

pub use chunks::{drawn_to_print, in_sight};

use crate::address::{Column, Sort};
use crate::i18n::{Texts, UiLanguage};
use crate::model::{ActorId, Clause, ClauseClass, Role, Span, VerbId};
use crate::query::{Facet, NONE, Place};
use crate::text::fold::fold;
use crate::ui::controls::{document_name, link_to_place, of_how_many, quoted, with_place};
use crate::ui::markup::{El, button, el};
use crate::ui::state::{Match, UiAction, ViewContext};

/// How many topics or actors of a clause are shown before it is expanded.
const N_SHOWN: usize = 2;

/// The table of matches.
pub fn table(cx: &ViewContext) -> Vec<El> {
    let texts = cx.texts();
    let several = cx.asks_several();
    let places = cx.results.sorted(cx.order_key(), |places| in_order(cx, places));
    let columns = columns(cx, &places);
    let long = chunks::is_long(places.len());
    let mut table = el("table").attr("role", "table").attr("aria-label", texts.view_table);
    if long {
        // The header is a row too.
        table = table.attr("class", "long").attr("aria-rowcount", (places.len() + 1).to_string());
    }
    table = table.with(el("thead").attr("role", "rowgroup").with(head(cx, &columns)));
    let here = cx.place_at();
    let chunk_of_place =
        here.and_then(|here| places.iter().position(|place| *place == here)).map(|at| at / chunks::SIZE);
    let n_columns = columns.len() + 1 + usize::from(several);
    let body = |n: usize| el("tbody").attr("role", "rowgroup").key(&n.to_string());
    // The heights of the chunks before this one that are not drawn.
    let mut heights: Vec<u32> = Vec::new();
    for (n, chunk) in places.chunks(chunks::SIZE).enumerate() {
        let undrawn = chunks::height_of_undrawn(n, &cx.undrawn).filter(|_| chunk_of_place != Some(n));
        if let Some(height) = undrawn {
            heights.push(height);
            continue;
        }
        if !heights.is_empty() {
            table = table.with(chunks::stand_in(body(n - heights.len()), &heights, n_columns));
            heights.clear();
        }
        table = table.with(body(n).with_each(chunk.iter().enumerate().filter_map(|(at, place)| {
            let index = (n * chunks::SIZE + at + 2).to_string();
            let found = cx.corpus.match_at(*place)?;
            let row = ClauseRow::new(cx, &found)?;
            let drawn = row.draw(cx, &found, &columns, place.document)?;
            Some(drawn.maybe("aria-rowindex", long.then_some(index)))
        })));
    }
    if !heights.is_empty() {
        let n_chunks = places.len().div_ceil(chunks::SIZE);
        table = table.with(chunks::stand_in(body(n_chunks - heights.len()), &heights, n_columns));
    }
    let scroll = el("div").attr("class", "table scroll").attr("tabindex", "0").attr("role", "group");
    let n_printed = chunks::N_PRINTED;
    let cut = (places.len() > n_printed)
        .then(|| el("p").attr("class", "printed").with(of_how_many(n_printed, places.len())));
    cut.into_iter().chain([scroll.attr("aria-label", texts.view_table).with(table)]).collect()
}

/// The columns with any content. A long table has all columns, since drawing it does not visit every row.
fn columns(cx: &ViewContext, places: &[Place]) -> Vec<Column> {
    let some = |says: fn(&Clause) -> bool| {
        chunks::is_long(places.len())
            || places.iter().any(|place| {
                let found = cx.corpus.match_at(*place);
                found.is_some_and(|found| found.parts().is_some_and(|(_, clause)| says(clause)))
            })
    };
    let is_drawn = |column: &Column| match column {
        Column::Place | Column::Verb => true,
        Column::Addressee => some(|clause| clause.actors.iter().any(|mention| mention.role == Role::Addressee)),
        Column::Topic => some(|clause| !clause.topics.is_empty()),
        Column::Due => some(|clause| !clause.due.is_empty()),
        Column::Strength => false,
    };
    Column::ALL.into_iter().filter(is_drawn).collect()
}

/// The header row, with buttons that sort.
fn head(cx: &ViewContext, columns: &[Column]) -> El {
    let texts = cx.texts();
    let Sort { by, down } = cx.address.sort;
    let heading_cell = || el("th").attr("role", "columnheader").attr("scope", "col");
    let mut head = el("tr").attr("role", "row");
    if cx.asks_several() {
        head = head.with(heading_cell().text(texts.column_document));
    }
    for column in columns {
        let column = *column;
        // The strongest come first, and the strongest have the highest number.
        let sorted = |by| if down == (by == Column::Strength) { "ascending" } else { "descending" };
        let sort = |column| {
            let name = heading(column, texts);
            let sort = button(name, cx.callback(UiAction::Sort(column))).attr("title", texts.sort_by.with(name));
            sort.flag("data-sorts", column == by)
        };
        let mut cell = heading_cell().with(sort(column));
        if column == Column::Verb {
            cell = cell.text(" ").with(sort(Column::Strength));
        }
        let is_sorted = column == by || (column == Column::Verb && by == Column::Strength);
        head = head.with(cell.maybe("aria-sort", is_sorted.then(|| sorted(by))));
        if column == Column::Verb {
            head = head.with(heading_cell().text(texts.column_words));
        }
    }
    head
}

fn heading(column: Column, texts: &Texts) -> &'static str {
    match column {
        Column::Place => texts.column_place,
        Column::Verb => texts.column_verb,
        Column::Addressee => texts.role(Role::Addressee),
        Column::Topic => texts.topics,
        Column::Due => texts.due,
        Column::Strength => texts.orders.last().copied().unwrap_or_default(),
    }
}

/// A value's name, and its language if it is not the interface's.
type Label = (String, Option<&'static str>);

/// The cells of a row.
struct ClauseRow {
    addressees: Vec<Label>,
    topics: Vec<Label>,
    due: String,
}

impl ClauseRow {
    fn new(cx: &ViewContext, found: &Match) -> Option<Self> {
        let texts = cx.texts();
        let (_, clause) = found.parts()?;
        let mut actors: Vec<&ActorId> = Vec::new();
        for mention in clause.actors.iter().filter(|mention| mention.role == Role::Addressee) {
            if !actors.contains(&&mention.actor) {
                actors.push(&mention.actor);
            }
        }
        let label = |facet, key: &str| (cx.corpus.label(facet, key, texts), cx.corpus.foreign(facet, key, texts));
        let words = clause.due.iter().map(|due| {
            let time = texts.due_words(due);
            if due.report && time.is_empty() { texts.report_due.to_owned() } else { time }
        });
        let words: Vec<String> = words.collect();
        Some(Self {
            addressees: actors.into_iter().map(|actor| label(Facet::Actor, actor.as_str())).collect(),
            topics: clause.topics.iter().map(|found| label(Facet::Topic, found.topic.as_str())).collect(),
            due: words.join(texts.comma),
        })
    }

    /// Renders it.
    fn draw(&self, cx: &ViewContext, found: &Match, columns: &[Column], document: usize) -> Option<El> {
        let (paragraph, clause) = found.parts()?;
        let texts = cx.texts();
        let id = clause.id.as_str();
        let link = found.document.link().to_string();
        let language = found.document.language;
        let place = link_to_place(cx, &found.document, id).attr("title", texts.place(&paragraph.id));
        let place = place.text(texts.short_place(&paragraph.id));
        let rest = Span { start: clause.phrase.end, end: clause.span.end };
        let said = rest.of(&paragraph.text);
        let start = rest.start + (said.len() - said.trim_start().len()) as u32;
        let rest = Span { start, end: start + said.trim().len() as u32 };
        let quoted = |element: El, range: Span| quoted(element, cx, &found.document, paragraph, range);
        let cell = || el("td").attr("role", "cell");
        // Text in another language has its own direction.
        let foreign = || cell().attr("lang", language.code()).attr("dir", UiLanguage::from(language).direction());
        let mut row = with_place(el("tr"), cx, document, &clause.id, true)
            .key(&[&link, " ", id].concat())
            .attr("role", "row")
            .with_each(document_name(cx, &found.document).map(|name| cell().with(name)))
            .with(el("th").attr("role", "rowheader").attr("scope", "row").with(place))
            .with(foreign().attr("class", "verb").with(quoted(el("em"), clause.phrase)))
            .with(quoted(foreign().attr("class", "said"), rest).with_each(points(cx, found, texts)));
        for column in columns {
            let filled = match column {
                Column::Addressee => list(cell(), &self.addressees, texts),
                Column::Topic => list(cell(), &self.topics, texts),
                Column::Due if self.due.is_empty() => cell(),
                Column::Due => cell().with(el("bdi").text(self.due.clone())),
                Column::Place | Column::Verb | Column::Strength => continue,
            };
            row = row.with(filled.attr("data-label", heading(*column, texts)));
        }
        Some(row)
    }
}

/// The points of a list that a clause announces, which can be unfolded.
fn points(cx: &ViewContext, found: &Match, texts: &Texts) -> Option<El> {
    let n_points = found.points().count();
    let n = n_points.to_string();
    let call = el("summary").attr("aria-label", texts.more.with(&n)).text(["+", &n].concat());
    let mut words = el("span");
    for point in found.points() {
        words = words.text(" ").text(point.number.as_deref().unwrap_or_default().to_owned()).text(" ");
        words = quoted(words, cx, &found.document, point, Span::new(0, point.text.len()));
    }
    (n_points > 0).then(|| el("details").with(call).with(words))
}

/// A cell with its first values; the others can be expanded. Everything is inline with separators, so that a copied row is
/// one line.
fn list(cell: El, items: &[Label], texts: &Texts) -> El {
    let named = |(label, lang): &Label| el("bdi").maybe("lang", *lang).text(label.clone());
    let n_shown = if items.len() == N_SHOWN + 1 { items.len() } else { N_SHOWN };
    let (shown, more) = items.split_at(n_shown.min(items.len()));
    let mut cell = cell;
    for (n, item) in shown.iter().enumerate() {
        cell = cell.text(if n == 0 { "" } else { texts.semicolon() }).with(named(item));
    }
    if more.is_empty() {
        return cell;
    }
    let n_more = more.len().to_string();
    let call = el("summary").attr("aria-label", texts.more.with(&n_more)).text(["+", &n_more].concat());
    let mut rest = el("span");
    for item in more {
        rest = rest.text(texts.semicolon()).with(named(item));
    }
    cell.text(" ").with(el("details").with(call).with(rest))
}

/// Sorts the places by a column, by what the index has of each, so that no document is unpacked. Empty values come last in
/// either direction.
fn in_order(cx: &ViewContext, mut places: Vec<Place>) -> Vec<Place> {
    let Sort { by, down } = cx.address.sort;
    if by == Column::Place {
        if down {
            places.reverse();
        }
        return places;
    }
    let facet = match by {
        Column::Addressee => Facet::Actor,
        Column::Topic => Facet::Topic,
        Column::Verb | Column::Strength | Column::Place | Column::Due => Facet::Action,
    };
    let index = cx.corpus.index();
    let names: Vec<String> = index.keys(facet).map(|key| name_to_sort(cx, facet, key)).collect();
    let key = |place: Place| match by {
        // Numbers of eight digits.
        Column::Due => index.first_due(place).map(|time| time.to_string()).unwrap_or_default(),
        _ => index.values_at(place, facet).into_iter().filter_map(|number| names.get(number).cloned()).collect(),
    };
    let (mut keyed, mut without) = (Vec::new(), Vec::new());
    for place in places {
        let key: String = key(place);
        if key.is_empty() { without.push(place) } else { keyed.push((key, place)) }
    }
    keyed.sort_by(|(one, _), (other, _)| one.cmp(other));
    let mut places: Vec<Place> = keyed.into_iter().map(|(_, place)| place).collect();
    if down {
        places.reverse();
    }
    places.append(&mut without);
    places
}

/// The sort key of a value; none for “no topic” and for a class of verbs.
fn name_to_sort(cx: &ViewContext, facet: Facet, key: &str) -> String {
    if key == NONE || (facet == Facet::Action && ClauseClass::from_key(key).is_some()) {
        return String::new();
    }
    if cx.address.sort.by == Column::Strength {
        let strength = cx.corpus.glossary().verb(&VerbId::from(key)).map_or(0, |verb| verb.strength);
        // The strongest first.
        return char::from(u8::MAX - strength).to_string();
    }
    // A prefix of another name comes before it.
    fold(&cx.corpus.label(facet, key, cx.texts())) + "\n"
}
