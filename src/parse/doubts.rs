//! Reports uncertain readings.

use super::references::is_later;
use crate::language::is_foreign;
use crate::model::{Doubt, DoubtKind, Organ, Paragraph, ParagraphId, Part, Resolution, Span};
use crate::text::fold::fold;
use foldhash::fast::FixedState;
use std::collections::HashSet;

/// The doubt that the paragraphs were recognized by their words, because there are no line breaks.
pub fn run_in() -> Doubt {
    of_document(DoubtKind::RunIn, "")
}

/// All doubts about a resolution: those it has already, and one for each further uncertain reading.
pub fn doubts(source: &str, resolution: &Resolution) -> Vec<Doubt> {
    let mut doubts = resolution.doubts.clone();
    doubts.extend(of_the_whole(resolution));
    doubts.extend(missing_numbers(resolution));
    let notes: HashSet<&str, FixedState> = resolution.footnotes.iter().map(|note| note.mark.as_str()).collect();
    doubts.extend(resolution.paragraphs.iter().flat_map(|paragraph| of_citations(paragraph, resolution, &notes)));
    let uncalled = resolution.footnotes.iter().filter(|note| note.called_from.is_empty());
    doubts.extend(uncalled.map(|note| of_document(DoubtKind::NoteUncalled, &note.mark)));
    if resolution.clauses().next().is_none() && is_foreign(source, resolution.language) {
        // One doubt says why there are no verbs.
        let of_words =
            [DoubtKind::NoPhrase, DoubtKind::UnknownPhrase, DoubtKind::NotAResolution, DoubtKind::NoOrgan];
        doubts.retain(|doubt| !of_words.contains(&doubt.kind));
        doubts.insert(0, of_document(DoubtKind::LanguageUnread, ""));
    }
    doubts
}

fn of_document(kind: DoubtKind, about: &str) -> Doubt {
    Doubt { kind, paragraph: None, span: Span::default(), about: about.to_owned() }
}

fn of_paragraph(kind: DoubtKind, paragraph: &ParagraphId, span: Span, about: &str) -> Doubt {
    Doubt { kind, paragraph: Some(paragraph.clone()), span, about: about.to_owned() }
}

/// What a resolution lacks as a whole: a known verb, a symbol, an organ, an operative part.
fn of_the_whole(resolution: &Resolution) -> impl Iterator<Item = Doubt> {
    // A decision names the organ in its first sentence.
    let names_organ =
        resolution.organ != Organ::Other || resolution.paragraphs.iter().any(Paragraph::names_the_organ);
    let of_verbs = resolution.doubts.iter().filter_map(|doubt| doubt.paragraph.as_ref());
    let unknown: HashSet<_, FixedState> = of_verbs.collect();
    let n_known = resolution.clauses().filter(|(paragraph, _)| !unknown.contains(&paragraph.id)).count();
    let is_operative = |paragraph: &Paragraph| paragraph.part == Part::Operative;
    let lacking = [
        (DoubtKind::NotAResolution, !names_organ && n_known < 2),
        (DoubtKind::NoSymbol, resolution.symbol.as_str().is_empty()),
        (DoubtKind::NoOrgan, !names_organ),
        (DoubtKind::NoOperativePart, !resolution.paragraphs.iter().any(is_operative)),
    ];
    lacking.into_iter().filter(|(_, lacks)| *lacks).map(|(kind, _)| of_document(kind, ""))
}

/// The gaps in the numbers of the paragraphs.
fn missing_numbers(resolution: &Resolution) -> Vec<Doubt> {
    let mut doubts = Vec::new();
    let mut last = 0;
    // The number of the paragraph that quotes a whole resolution, which the next one continues.
    let mut before_quoted = None;
    for paragraph in &resolution.paragraphs {
        if paragraph.names_the_organ() {
            before_quoted = Some(last).filter(|last| *last > 0);
            last = 0;
            continue;
        }
        if !matches!(paragraph.part, Part::Operative | Part::Preamble) || paragraph.level != 1 {
            continue;
        }
        let number = paragraph.number.as_ref().map(|number| fold(number));
        let Some(number) = number.and_then(|number| number.trim_end_matches(')').parse::<u32>().ok()) else {
            continue;
        };
        if before_quoted.is_some_and(|before| number == before + 1) {
            before_quoted = None;
        } else if number > last + 1 {
            let first = last + 1;
            let about = if number == first + 1 { first.to_string() } else { format!("{first}–{}", number - 1) };
            doubts.push(of_paragraph(DoubtKind::NumberMissing, &paragraph.id, Span::default(), &about));
        }
        last = number;
    }
    doubts
}

/// The calls of notes that are not there, and the references to documents later than the resolution.
fn of_citations<'r>(
    paragraph: &'r Paragraph,
    resolution: &'r Resolution,
    notes: &'r HashSet<&str, FixedState>,
) -> impl Iterator<Item = Doubt> + 'r {
    let calls = paragraph.marks.iter().filter(|call| !notes.contains(call.mark.as_str()));
    let missing = calls.map(|call| {
        let span = Span { start: call.at, end: call.at };
        of_paragraph(DoubtKind::NoteMissing, &paragraph.id, span, &call.mark)
    });
    let later = paragraph.references.iter().filter(|cited| is_later(&cited.symbol, &resolution.symbol));
    let later = later
        .map(|cited| of_paragraph(DoubtKind::LaterReference, &paragraph.id, cited.span, cited.symbol.as_str()));
    missing.chain(later)
}
