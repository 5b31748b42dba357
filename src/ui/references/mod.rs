//! The view of references: a picture, and the same data as a list.

use crate::model::{Organ, ParagraphId, Reference, Resolution, Symbol};
use crate::ui::controls::{document_name, link_to_place};
use crate::ui::markup::{El, el};
use crate::ui::reader::link;
use crate::ui::state::{Document, ViewContext};
use std::collections::{BTreeMap, BTreeSet};

/// A cited document, and the paragraphs that cite it, in order.
struct CitedDocument<'a> {
    symbol: &'a Symbol,
    reference: &'a Reference,
    from: Vec<Citing<'a>>,
}

/// A citing paragraph, with its number in its document.
#[derive(Clone, Copy)]
struct Citing<'a> {
    document: &'a Document,
    id: &'a ParagraphId,
    at: usize,
}

/// The references in the matches.
pub fn references(cx: &ViewContext) -> Vec<El> {
    let texts = cx.texts();
    // Without a question, paragraphs without a clause count too.
    let asked = cx.corpus.asked(&cx.address);
    let citing: Vec<(usize, Document)> = if cx.results.asked {
        cx.results.answer.documents().filter_map(|at| Some((at, cx.corpus.at(at)?.clone()))).collect()
    } else {
        asked
    };
    let cited = cited(cx, &citing);
    if cited.is_empty() {
        return vec![el("p").attr("class", "hint").text(texts.nothing_cited)];
    }
    let places: BTreeSet<_> =
        cited.iter().flat_map(|cited| &cited.from).map(|from| (from.document.id(), from.at)).collect();
    let sum = texts
        .cited
        .with_all(&[&texts.count(cited.len(), texts.documents), &texts.count(places.len(), texts.places)]);
    let titled = cx.corpus.titled();
    let mut list = el("dl").attr("class", "cited");
    for entry in &cited {
        let Some(first) = entry.from.first() else { continue };
        let name = link(first.document, entry.reference, texts, &[]).text(entry.symbol.to_string());
        let title = titled.get(entry.symbol.as_str()).map(|known| {
            let title = el("bdi").attr("class", "title").attr("lang", known.id.language.code());
            title.text(known.title.clone())
        });
        let mut from = el("ul");
        let mut last: Option<&Document> = None;
        for Citing { document, id, .. } in &entry.from {
            let place = link_to_place(cx, document, id.as_str()).text(texts.place(id));
            let name = document_name(cx, document).filter(|_| last.is_none_or(|last| last != *document));
            last = Some(document);
            from = from.with(el("li").with_each(name).text(" ").with(place));
        }
        list = list
            .with(el("div").with(el("dt").with(el("bdi").with(name)).with_each(title)).with(el("dd").with(from)));
    }
    // There is a picture only for one document.
    let one = if let [(_, document)] = citing.as_slice() { Some(document) } else { None };
    let picture = one.map(|document| picture(cx, document, &cited));
    std::iter::once(el("p").attr("class", "hint").text(sum)).chain(picture).chain([list]).collect()
}

/// The cited documents, in the order of their first citation. A note's references belong to the paragraph that calls it.
fn cited<'a>(cx: &ViewContext, citing: &'a [(usize, Document)]) -> Vec<CitedDocument<'a>> {
    let mut all: Vec<CitedDocument> = Vec::new();
    let mut known: BTreeMap<&Symbol, usize> = BTreeMap::new();
    for (position, document) in citing {
        let in_document = cx.results.in_document(*position, document);
        for ((at, paragraph), found) in document.paragraphs.iter().enumerate().zip(&in_document) {
            if cx.results.asked && !found.any() {
                continue;
            }
            let noted = paragraph
                .marks
                .iter()
                .filter_map(|mark| document.footnotes.iter().find(|note| note.mark == mark.mark));
            for reference in paragraph.references.iter().chain(noted.flat_map(|note| &note.references)) {
                // References to paragraphs of this resolution are skipped.
                if reference.symbol == document.symbol {
                    continue;
                }
                let number = *known.entry(&reference.symbol).or_insert_with(|| {
                    all.push(CitedDocument { symbol: &reference.symbol, reference, from: Vec::new() });
                    all.len() - 1
                });
                if let Some(cited) = all.get_mut(number)
                    && cited.from.last().is_none_or(|last| (last.id, last.document) != (&paragraph.id, document))
                {
                    cited.from.push(Citing { document, id: &paragraph.id, at });
                }
            }
        }
    }
    all
}

/// The height of a line, in the picture's units.
const LINE: usize = 22;
/// The positions of paragraphs and documents, and the width; then the same for a narrow page, where the text must stay
/// readable.
const WIDE: [usize; 3] = [100, 440, 640];
const NARROW: [usize; 3] = [84, 200, 330];

/// A diagram with paragraphs on the left, documents on the right, and a line for each citation; mirrored in a right-to-left
/// interface.
fn picture(cx: &ViewContext, document: &Resolution, cited: &[CitedDocument]) -> El {
    let texts = cx.texts();
    let citing: BTreeSet<usize> = cited.iter().flat_map(|entry| &entry.from).map(|from| from.at).collect();
    let height = (cited.len().max(citing.len()) + 1) * LINE;
    let mirrored = texts.language.direction() == "rtl";
    let [from_left, to_right, width] = if cx.wide { WIDE } else { NARROW };
    let across = |x: usize| if mirrored { width - x } else { x };
    let (left, right) = (across(from_left), across(to_right));
    let (towards, away) = if mirrored { ("end", "start") } else { ("start", "end") };
    // Each side has the whole height, so that each paragraph has room for its name.
    let y_of = |n: usize, of: usize| (n + 1) * height / (of + 1);
    let y_of_paragraph = |at: usize| y_of(citing.range(..at).count(), citing.len());
    let mut lines = el("g").attr("class", "lines");
    let mut names = el("g");
    for (n, entry) in cited.iter().enumerate() {
        let y = y_of(n, cited.len());
        names = names.with(text(towards, across(to_right + 8), y + 4, entry.symbol.to_string()));
        for from in &entry.from {
            let from = y_of_paragraph(from.at);
            let middle = usize::midpoint(left, right);
            let way = format!("M{left} {from}C{middle} {from} {middle} {y} {right} {y}");
            lines = lines.with(el("path").attr("d", way).attr("data-body", body(entry.symbol)));
        }
    }
    for at in &citing {
        let Some(paragraph) = document.paragraphs.get(*at) else { continue };
        let y = y_of_paragraph(*at);
        lines = lines.with(el("circle").attr("cx", left.to_string()).attr("cy", y.to_string()).attr("r", "3"));
        names = names.with(text(away, across(from_left - 8), y + 4, texts.short_place(&paragraph.id)));
    }
    let label = texts.references_picture;
    let mut legend = el("ul").attr("class", "classes");
    for (key, organ) in [
        ("assembly", texts.organ(Organ::GeneralAssembly)),
        ("council", texts.organ(Organ::SecurityCouncil)),
        ("other", texts.other_documents),
    ] {
        if cited.iter().any(|entry| body(entry.symbol) == key) {
            let line = el("path").attr("d", "M0 6H24").attr("data-body", key);
            let swatch = el("svg").attr("class", "stroke").attr("viewBox", "0 0 24 12").attr("aria-hidden", "true");
            legend = legend.with(el("li").with(swatch.with(line)).text(organ));
        }
    }
    el("figure").attr("class", "picture").with(el("figcaption").text(label).with(legend)).with(
        el("svg")
            .attr("viewBox", format!("0 0 {width} {height}"))
            .attr("role", "img")
            .attr("aria-label", label)
            .with(lines)
            .with(names),
    )
}

fn text(anchor: &'static str, x: usize, y: usize, words: String) -> El {
    el("text").attr("text-anchor", anchor).attr("x", x.to_string()).attr("y", y.to_string()).text(words)
}

/// The organ of a document, by its symbol, which decides the colour of its lines.
fn body(symbol: &Symbol) -> &'static str {
    match symbol.as_str().split('/').next() {
        Some("A") => "assembly",
        Some("S") => "council",
        _ => "other",
    }
}
