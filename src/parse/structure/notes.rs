//! Links footnotes and addresses to their calls.

use super::block_reader::BlockReader;
use crate::model::{Footnote, ParagraphId, Reference, Resolution};
use crate::parse::blocks::{Block, text_of_lines};
use crate::parse::page::footnotes::RawNote;
use crate::parse::page::lines::{Line, LineKind};
use crate::parse::page::marks::{self, Mark};
use crate::parse::references::{references, symbol_of_link};
use crate::parse::trace::Trace;
use crate::text::traced::{SpanKind, Traced};
use foldhash::fast::FixedState;
use std::collections::HashMap;

/// The calls of notes in each block: those that its source knows, and those found in the others.
pub(super) fn calls(source: &str, blocks: &[Block], notes: &[RawNote]) -> Vec<Vec<Mark>> {
    let none = Traced::default();
    let texts: Vec<&Traced> =
        blocks.iter().map(|block| if block.calls.is_some() { &none } else { &block.text }).collect();
    let place = |note: &RawNote| note.lines.first().map_or(note.mark.start, |line| line.start);
    let numbers = notes.iter().filter_map(|note| Some((note.name.parse().ok()?, place(note))));
    let looks = notes.iter().map(|note| note.mark.of(source));
    let mut calls = marks::calls(&texts, &marks::Notes::of(source, numbers).with_looks(looks));
    for (calls, block) in calls.iter_mut().zip(blocks) {
        if let Some(known) = &block.calls {
            calls.clone_from(known);
        }
    }
    calls
}

/// Reads the footnotes and ties them to the paragraphs that call them.
pub(in crate::parse) fn footnotes(
    reader: &mut BlockReader<'_>,
    raw: &[RawNote],
    resolution: &mut Resolution,
    trace: &mut Trace,
) {
    let mut callers: HashMap<String, Vec<ParagraphId>, FixedState> = HashMap::default();
    for paragraph in &resolution.paragraphs {
        for call in &paragraph.marks {
            let ids = callers.entry(call.mark.clone()).or_default();
            if ids.last() != Some(&paragraph.id) {
                ids.push(paragraph.id.clone());
            }
        }
    }
    for note in raw {
        let text = reader.tidied(text_of_lines(reader.source, &note.lines), &[]).text;
        trace.add(&text, SpanKind::Note);
        let mark = note.name.clone();
        let references = references(&text.text, resolution.organ, &resolution.symbol);
        let called_from = callers.get(&mark).cloned().unwrap_or_default();
        resolution.footnotes.push(Footnote { mark, text: text.text, references, called_from });
    }
    resolution.footnotes.sort_by_key(|note| note.mark.parse::<u32>().unwrap_or(u32::MAX));
}

/// Collects what the document links to: the addresses that it printed, and those of all that it cites.
pub(in crate::parse) fn links(source: &str, lines: &[Line], resolution: &mut Resolution) {
    let mut addresses = std::collections::BTreeMap::new();
    let notes = resolution.footnotes.iter().flat_map(|note| &note.references);
    let cited = resolution.paragraphs.iter().flat_map(|paragraph| &paragraph.references).chain(notes);
    for reference in cited.filter(|reference| reference.paragraph.is_none()) {
        addresses.insert(reference.symbol.clone(), Reference::url(&reference.symbol, resolution.language));
    }
    for line in lines.iter().filter(|line| line.kind == LineKind::Link) {
        let link = line.span.of(source);
        if let Some(symbol) = symbol_of_link(link) {
            addresses.insert(symbol, link.to_owned());
        }
    }
    resolution.links = addresses.into_iter().collect();
}
