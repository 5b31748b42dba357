//! The list of documents in the library.

use super::act;
use crate::address::{Address, DocumentScope, View};
use crate::engine::DocumentSummary;
use crate::i18n::Texts;
use crate::model::{Date, DocumentId, Source};
use crate::text::fold::fold;
use crate::ui::browser::{keeping, page};
use crate::ui::controls::link;
use crate::ui::intake::{language_name, language_of};
use crate::ui::markup::{El, On, button, el};
use crate::ui::state::{Document, IntakeAction, ListOrder, UiAction, ViewContext};
use std::rc::Rc;
use yew::{Callback, Event};

/// The columns, by their sort order.
const COLUMNS: [ListOrder; 8] = [
    ListOrder::Symbol,
    ListOrder::Title,
    ListOrder::Body,
    ListOrder::Year,
    ListOrder::Language,
    ListOrder::Clauses,
    ListOrder::Doubts,
    ListOrder::Added,
];

/// How many documents are listed at first, and how many more each time the reader asks: each costs time at every redraw.
const N_LISTED: usize = 200;
/// The same while files are being read and the page is redrawn often.
const N_LISTED_MEANWHILE: usize = 40;

/// The list, with its filter and the actions on selected documents.
pub fn list(cx: &ViewContext) -> Vec<El> {
    let texts = cx.texts();
    let all: Vec<&Document> = cx.corpus.all().collect();
    let shown = in_order(cx, matching(&all, &cx.intake.filter, texts));
    let mut rows = el("tbody");
    let (n_done, n) = cx.intake.progress();
    let n_first = if n_done < n { N_LISTED_MEANWHILE } else { N_LISTED };
    let n_shown = shown.len().min(n_first + N_LISTED * cx.intake.n_more);
    for document in shown.iter().take(n_shown) {
        rows = rows.with(row(cx, document));
    }
    let table = el("table").attr("aria-label", texts.view_library).with(el("thead").with(head(cx))).with(rows);
    let scroll = el("div").attr("class", "table scroll").attr("tabindex", "0").attr("role", "group");
    let mut parts = vec![filter_field(cx), actions(cx, &all)];
    parts.push(if shown.is_empty() {
        el("p").attr("class", "hint").text(texts.intake.nothing)
    } else {
        scroll.attr("aria-label", texts.view_library).with(table)
    });
    if n_shown < shown.len() {
        let words = texts.intake.list_more.with_all(&[&n_shown.to_string(), &shown.len().to_string()]);
        parts.push(
            button(words, act(cx, IntakeAction::ListMore)).attr("class", "quiet").attr("data-action", "more"),
        );
    }
    parts
}

fn filter_field(cx: &ViewContext) -> El {
    let dispatch = cx.dispatch.clone();
    let typed = Callback::from(move |event: Event| {
        dispatch.emit(UiAction::Intake(Rc::new(IntakeAction::Filter(page::value_of(&event)))));
    });
    let field = el("input").attr("type", "search").value(&cx.intake.filter).on(On::Input, typed);
    el("label").attr("class", "list-filter").with(el("span").text(cx.texts().intake.filter)).with(field)
}

fn head(cx: &ViewContext) -> El {
    let (order, from_end) = cx.intake.order;
    let mut row = el("tr").with(el("td"));
    for (column, name) in COLUMNS.into_iter().zip(cx.texts().intake.columns) {
        let sorted = (column == order).then_some(if from_end { "descending" } else { "ascending" });
        let sort = button(name, act(cx, IntakeAction::Order(column)));
        row = row.with(el("th").attr("scope", "col").maybe("aria-sort", sorted).with(sort));
    }
    row.with(el("td"))
}

fn row(cx: &ViewContext, document: &Document) -> El {
    let (texts, summary) = (cx.texts(), document.summary());
    let name = name(summary);
    let language = summary.knows_language.then(|| summary.id.language.code());
    let scope = &cx.address.scope;
    let link_of = document.shared_link();
    let chosen = scope.chosen().iter().find(|link| document.has_link(link));
    let choose = Address { scope: scope.toggled(chosen.unwrap_or(&link_of)), ..cx.address.clone() };
    let words = texts.intake.choose.with(&name);
    let tick = el("input")
        .attr("type", "checkbox")
        .attr("aria-label", words.clone())
        .attr("title", words)
        .checked(chosen.is_some())
        .on(On::Change, cx.callback(UiAction::Follow(choose)));
    let open = Address { document: Some(link_of), view: View::Text, ..Address::default() };
    let symbol = el("th")
        .attr("scope", "row")
        .with(link(cx, open).attr("dir", "auto").attr("title", name.clone()).text(name.clone()));
    let mut title = el("td").with(el("bdi").maybe("lang", language).text(summary.title.clone()));
    let mut also = Vec::new();
    for other in cx.corpus.other_texts(document) {
        let (shown, beside) = (document.shared_link(), other.shared_link());
        let address = Address { document: Some(shown), beside: Some(beside), ..Address::default() };
        also.push(link(cx, address).text(version_name(summary, other.summary())));
    }
    if !also.is_empty() {
        let (before, after) = texts.intake.also.around();
        let mut words = el("small").text(" ").text(before);
        for (n, other) in also.into_iter().enumerate() {
            words = words.text(if n == 0 { "" } else { texts.comma }).with(other);
        }
        title = title.with(words.text(after));
    }
    let cell = |words: String| el("td").text(words);
    let number = |n: u32| el("td").attr("class", "count").text(n.to_string());
    let own = matches!(summary.id.source, Source::Own(_));
    let remove = own.then(|| {
        button("×", act(cx, IntakeAction::Remove(vec![summary.id.clone()])))
            .attr("class", "remove")
            .attr("aria-label", texts.intake.remove.with(&name))
    });
    el("tr")
        .key(&document.link().to_string())
        .with(el("td").with(tick))
        .with(symbol)
        .with(title)
        .with(cell(body(summary, texts).to_owned()))
        .with(cell(summary.year().map(|year| year.to_string()).unwrap_or_default()))
        .with(el("td").with(el("bdi").maybe("lang", language).text(language_of(summary, texts))))
        .with(number(summary.n_clauses))
        .with(number(summary.n_doubts))
        .with(el("td").attr("class", "added").with(added(summary, texts)))
        .with(el("td").with_each(remove))
}

fn actions(cx: &ViewContext, all: &[&Document]) -> El {
    let texts = &cx.texts().intake;
    let mut row = el("div").attr("class", "files");
    let chosen = cx.address.scope.chosen();
    let own: Vec<&Document> =
        all.iter().copied().filter(|document| matches!(document.id().source, Source::Own(_))).collect();
    let ids = |of: &[&Document]| -> Vec<DocumentId> { of.iter().map(|document| document.id().clone()).collect() };
    if !chosen.is_empty() {
        let table = Address { view: View::Table, ..cx.address.clone() };
        row = row.with(link(cx, table).attr("class", "button").text(texts.ask_chosen));
        let is_chosen = |document: &&&Document| chosen.iter().any(|link| document.has_link(link));
        let chosen: Vec<&Document> = own.iter().filter(is_chosen).copied().collect();
        if !chosen.is_empty() {
            row = row.with(button(texts.remove_chosen, act(cx, IntakeAction::Remove(ids(&chosen)))));
        }
        let none = Address { scope: DocumentScope::Library, ..cx.address.clone() };
        row = row.with(button(cx.texts().clear_all, cx.callback(UiAction::Follow(none))));
    }
    if !own.is_empty() {
        row = row.with(
            button(texts.remove_all, act(cx, IntakeAction::Remove(ids(&own)))).attr("data-action", "remove-all"),
        );
    }
    row
}

/// A document's symbol, or the name of its file if it has none.
fn name(summary: &DocumentSummary) -> String {
    let symbol = summary.symbol.as_str();
    if symbol.is_empty() { summary.file.clone().unwrap_or_default() } else { symbol.to_owned() }
}

/// What distinguishes another text of the same resolution: its language, or else its file.
fn version_name(summary: &DocumentSummary, other: &DocumentSummary) -> String {
    if other.id.language == summary.id.language
        && let Some(file) = &other.file
    {
        return file.clone();
    }
    language_name(other.id.language.code()).to_owned()
}

/// The date it was added.
fn added(summary: &DocumentSummary, texts: &Texts) -> El {
    let Some(added) = summary.added else { return el("small").text(texts.intake.bundled) };
    let day = keeping::day(added);
    el("time").attr("datetime", day.iso()).text(texts.date(day))
}

/// The body that adopted a document, if known.
fn body(summary: &DocumentSummary, texts: &Texts) -> &'static str {
    summary.body.map(|body| texts.organ(body)).unwrap_or_default()
}

/// The documents whose names contain every word of the filter.
fn matching<'a>(all: &[&'a Document], filter: &str, texts: &Texts) -> Vec<&'a Document> {
    let filter = fold(filter);
    let words: Vec<&str> = filter.split_whitespace().collect();
    let has_all = |document: &&Document| {
        let names = fold(&names(document.summary(), texts));
        words.iter().all(|word| names.contains(word))
    };
    all.iter().copied().filter(|document| words.is_empty() || has_all(document)).collect()
}

/// All names of a document for the filter.
fn names(summary: &DocumentSummary, texts: &Texts) -> String {
    let year = summary.year().map(|year| year.to_string()).unwrap_or_default();
    let language = language_of(summary, texts);
    let file = summary.file.as_deref().unwrap_or_default();
    [summary.symbol.as_str(), &summary.title, body(summary, texts), &year, language, file].join(" ")
}

/// Sorts the documents. Keys are computed once: folding words at each comparison took a second for two thousand documents.
fn in_order<'a>(cx: &ViewContext, mut documents: Vec<&'a Document>) -> Vec<&'a Document> {
    let (order, from_end) = cx.intake.order;
    documents.sort_by_cached_key(|document| {
        let summary = document.summary();
        (sort_key(summary, order, cx.texts()), fold(&name(summary)), &summary.id)
    });
    if from_end {
        documents.reverse();
    }
    documents
}

/// The sort key of a document: a number, or words.
fn sort_key(summary: &DocumentSummary, order: ListOrder, texts: &Texts) -> (u64, String) {
    let number = |n: u32| (u64::from(n), String::new());
    match order {
        // The newest first, bundled documents last.
        ListOrder::Added => (u64::MAX - summary.added.map_or(0, |added| added.0), String::new()),
        ListOrder::Symbol => number(0),
        ListOrder::Title => (0, fold(&summary.title)),
        ListOrder::Body => (0, body(summary, texts).to_owned()),
        ListOrder::Year => number(summary.adopted.map_or(0, day_number)),
        ListOrder::Language => (0, language_of(summary, texts).to_owned()),
        ListOrder::Clauses => number(summary.n_clauses),
        ListOrder::Doubts => number(summary.n_doubts),
    }
}

/// A date as a number for sorting.
fn day_number(date: Date) -> u32 {
    let part = |part: Option<u8>| part.map_or(0, u32::from);
    (u32::from(date.year) << 16) + (part(date.month) << 8) + part(date.day)
}
