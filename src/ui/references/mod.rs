//! What is cited, and from where: a picture, and the list that says the same.

use crate::model::{ParagraphId, Reference, Resolution, Symbol};
use crate::ui::controls::link_to_place;
use crate::ui::markup::{El, el};
use crate::ui::reader::{link, place_name};
use crate::ui::state::ViewContext;

/// A document that is cited, and the paragraphs that cite it, in order.
struct Cited<'a> {
    symbol: &'a Symbol,
    reference: &'a Reference,
    from: Vec<(&'a ParagraphId, usize)>,
}

/// Everything that is cited in what is found.
pub fn references(cx: &ViewContext, document: &Resolution) -> Vec<El> {
    let texts = cx.texts();
    let cited = cited(cx, document);
    if cited.is_empty() {
        return vec![el("p").attr("class", "hint").text(texts.nothing_cited)];
    }
    let mut places: Vec<usize> = Vec::new();
    for at in cited.iter().flat_map(|cited| &cited.from).map(|(_, at)| *at) {
        if !places.contains(&at) {
            places.push(at);
        }
    }
    let sum = texts
        .cited
        .with_all(&[&texts.count(cited.len(), texts.documents), &texts.count(places.len(), texts.places)]);
    let mut list = el("dl").attr("class", "cited");
    for entry in &cited {
        let name = link(document, entry.reference, texts).text(entry.symbol.to_string());
        let mut from = el("ul");
        for (id, _) in &entry.from {
            from = from.with(el("li").with(link_to_place(cx, id.as_str()).text(place_name(id, texts))));
        }
        list = list.with(el("div").with(el("dt").with(name)).with(el("dd").with(from)));
    }
    vec![el("p").attr("class", "hint").text(sum), picture(cx, document, &cited), list]
}

/// The documents in the order that they are first cited in; a note's references belong to where it is called.
fn cited<'a>(cx: &ViewContext, document: &'a Resolution) -> Vec<Cited<'a>> {
    let mut all: Vec<Cited> = Vec::new();
    let mut add = |reference: &'a Reference, id: &'a ParagraphId, at: usize| {
        // A paragraph of this resolution is no document that it cites.
        if reference.symbol == document.symbol {
            return;
        }
        let known = all.iter().position(|cited| *cited.symbol == reference.symbol);
        let known = known.unwrap_or_else(|| {
            all.push(Cited { symbol: &reference.symbol, reference, from: Vec::new() });
            all.len() - 1
        });
        if let Some(cited) = all.get_mut(known)
            && cited.from.last().is_none_or(|(last, _)| *last != id)
        {
            cited.from.push((id, at));
        }
    };
    for ((at, paragraph), found) in document.paragraphs.iter().enumerate().zip(&cx.results.paragraphs) {
        if cx.results.asked && !found.any() {
            continue;
        }
        paragraph.references.iter().for_each(|reference| add(reference, &paragraph.id, at));
        for mark in &paragraph.marks {
            let note = document.footnotes.iter().find(|note| note.mark == mark.mark);
            note.iter().flat_map(|note| &note.references).for_each(|reference| add(reference, &paragraph.id, at));
        }
    }
    all
}

/// A line of the picture, in its own units.
const LINE: usize = 22;
/// Where the paragraphs stand, and where the documents.
const LEFT: usize = 60;
const RIGHT: usize = 420;

/// The paragraphs down the left side, the documents down the right one, a line for each citation.
fn picture(cx: &ViewContext, document: &Resolution, cited: &[Cited]) -> El {
    let height = (cited.len() + 1) * LINE;
    let n_paragraphs = document.paragraphs.len().max(1);
    let y_of_paragraph = |at: usize| LINE / 2 + at * (height - LINE) / n_paragraphs;
    let mut lines = el("g").attr("class", "lines");
    let mut names = el("g");
    let mut drawn: Vec<usize> = Vec::new();
    let mut last_name: Option<usize> = None;
    for (n, entry) in cited.iter().enumerate() {
        let y = n * LINE + LINE;
        names = names.with(text("start", RIGHT + 8, y + 4, entry.symbol.to_string()));
        for (_, at) in &entry.from {
            let from = y_of_paragraph(*at);
            let middle = usize::midpoint(LEFT, RIGHT);
            let way = format!("M{LEFT} {from}C{middle} {from} {middle} {y} {RIGHT} {y}");
            lines = lines.with(el("path").attr("d", way).attr("data-body", body(entry.symbol)));
        }
    }
    for (at, id) in document.paragraphs.iter().enumerate().map(|(at, paragraph)| (at, &paragraph.id)) {
        let cites = cited.iter().any(|entry| entry.from.iter().any(|(_, from)| *from == at));
        let y = y_of_paragraph(at);
        // Names that would overlap leave each other out; the list has them all.
        if cites && !drawn.contains(&at) {
            drawn.push(at);
            lines = lines.with(el("circle").attr("cx", LEFT.to_string()).attr("cy", y.to_string()).attr("r", "3"));
            if last_name.is_none_or(|last| y >= last + 13) {
                last_name = Some(y);
                names = names.with(text("end", LEFT - 8, y + 4, id.to_string()));
            }
        }
    }
    let label = cx.texts().references_picture;
    let figure = el("figure").attr("class", "picture scroll").attr("tabindex", "0").attr("aria-label", label);
    figure.with(
        el("svg")
            .attr("viewBox", format!("0 0 620 {height}"))
            .attr("role", "img")
            .attr("aria-label", label)
            .with(lines)
            .with(names),
    )
}

fn text(anchor: &'static str, x: usize, y: usize, words: String) -> El {
    el("text").attr("text-anchor", anchor).attr("x", x.to_string()).attr("y", y.to_string()).text(words)
}

/// Whose document it is, by its symbol; the colour of its lines.
fn body(symbol: &Symbol) -> &'static str {
    match symbol.as_str().split('/').next() {
        Some("A") => "assembly",
        Some("S") => "council",
        _ => "other",
    }
}
