//! Reports uncertain readings.

use super::references::is_later;
use crate::language::is_foreign;
use crate::model::{Doubt, DoubtKind, Organ, Paragraph, Part, Resolution, Span};
use crate::text::fold::fold;
use foldhash::fast::FixedState;
use std::collections::HashSet;

/// Reports that the paragraphs were recognised by their words, because there are no line breaks.
pub fn doubt_run_in(resolution: &mut Resolution) {
    let doubt = Doubt { kind: DoubtKind::RunIn, paragraph: None, span: Span::default(), about: String::new() };
    resolution.doubts.push(doubt);
}

/// Adds a doubt for each uncertain reading.
pub fn doubts(source: &str, resolution: &mut Resolution) {
    let mut doubts = std::mem::take(&mut resolution.doubts);
    let document =
        |kind, about: &str| Doubt { kind, paragraph: None, span: Span::default(), about: about.to_owned() };
    // A decision names it in its first sentence.
    let names_organ =
        resolution.organ != Organ::Other || resolution.paragraphs.iter().any(Paragraph::names_the_organ);
    let unknown: HashSet<_, FixedState> = doubts.iter().filter_map(|doubt| doubt.paragraph.clone()).collect();
    let n_known = resolution.clauses().filter(|(paragraph, _)| !unknown.contains(&paragraph.id)).count();
    if !names_organ && n_known < 2 {
        doubts.push(document(DoubtKind::NotAResolution, ""));
    }
    let operative = |paragraph: &&Paragraph| paragraph.part == Part::Operative;
    if resolution.symbol.as_str().is_empty() {
        doubts.push(document(DoubtKind::NoSymbol, ""));
    }
    if !names_organ {
        doubts.push(document(DoubtKind::NoOrgan, ""));
    }
    if !resolution.paragraphs.iter().any(|paragraph| operative(&paragraph)) {
        doubts.push(document(DoubtKind::NoOperativePart, ""));
    }
    let mut last = 0;
    // The number of the paragraph that quotes a whole resolution, which the next one continues.
    let mut before_quoted = None;
    let numbered = |paragraph: &&Paragraph| matches!(paragraph.part, Part::Operative | Part::Preamble);
    let counts =
        |paragraph: &&Paragraph| numbered(paragraph) && paragraph.level == 1 || paragraph.names_the_organ();
    for paragraph in resolution.paragraphs.iter().filter(counts) {
        if paragraph.names_the_organ() {
            before_quoted = Some(last).filter(|last| *last > 0);
            last = 0;
            continue;
        }
        let Some(number) =
            paragraph.number.as_ref().and_then(|number| fold(number).trim_end_matches(')').parse::<u32>().ok())
        else {
            continue;
        };
        if before_quoted.is_some_and(|before| number == before + 1) {
            before_quoted = None;
        } else if number > last + 1 {
            let about =
                if number == last + 2 { format!("{}", last + 1) } else { format!("{}–{}", last + 1, number - 1) };
            doubts.push(Doubt {
                kind: DoubtKind::NumberMissing,
                paragraph: Some(paragraph.id.clone()),
                span: Span::default(),
                about,
            });
        }
        last = number;
    }
    let defined: HashSet<&str, FixedState> = resolution.footnotes.iter().map(|note| note.mark.as_str()).collect();
    for paragraph in &resolution.paragraphs {
        for call in paragraph.marks.iter().filter(|call| !defined.contains(call.mark.as_str())) {
            doubts.push(Doubt {
                kind: DoubtKind::NoteMissing,
                paragraph: Some(paragraph.id.clone()),
                span: Span { start: call.at, end: call.at },
                about: call.mark.clone(),
            });
        }
        for reference in &paragraph.references {
            if is_later(&reference.symbol, &resolution.symbol) {
                doubts.push(Doubt {
                    kind: DoubtKind::LaterReference,
                    paragraph: Some(paragraph.id.clone()),
                    span: reference.span,
                    about: reference.symbol.to_string(),
                });
            }
        }
    }
    for note in resolution.footnotes.iter().filter(|note| note.called_from.is_empty()) {
        doubts.push(document(DoubtKind::NoteUncalled, &note.mark));
    }
    if resolution.clauses().next().is_none() && is_foreign(source, resolution.language) {
        // One doubt says why there are no verbs.
        let of_words =
            [DoubtKind::NoPhrase, DoubtKind::UnknownPhrase, DoubtKind::NotAResolution, DoubtKind::NoOrgan];
        doubts.retain(|doubt| !of_words.contains(&doubt.kind));
        doubts.insert(0, document(DoubtKind::LanguageUnread, ""));
    }
    resolution.doubts = doubts;
}
