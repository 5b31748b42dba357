//! Parses a structured file into a resolution.
//!
//! Its paragraphs are complete and its notes linked to their calls, so line layout is not analysed. The later steps are those
//! for plain text.

use super::blocks::KnownKind;
use super::known_call::KnownCall;
use super::masthead;
use super::page::footnotes::RawNote;
use super::page::layout::Layout;
use super::page::lines::{Line, LineKind};
use super::{Parsed, Prepared, SourcePages, finish};
use crate::intake::FileContent;
use crate::intake::blocks::{BlockKind, FlatText, Structured, WarningKind};
use crate::model::{Doubt, DoubtKind, Language, Span};

/// The language that a file's content is read in.
pub fn language_of(content: &FileContent) -> Language {
    match content {
        FileContent::Text(text) | FileContent::Restored(text) => crate::language::detect(text),
        FileContent::Structured(file) => language_of_text(file, &file.to_text()),
    }
}

fn language_of_text(file: &Structured, laid: &FlatText) -> Language {
    file.language.unwrap_or_else(|| crate::language::detect(&laid.text))
}

/// Reads a resolution from the content of a file.
pub fn parse_content(content: &FileContent) -> Parsed {
    match content {
        FileContent::Text(text) => super::parse(text),
        FileContent::Restored(text) => {
            let mut parsed = super::parse(text);
            parsed.doubt_letters();
            parsed
        }
        FileContent::Structured(file) => parse_structured(file),
    }
}

/// Reads all resolutions of a file: a text may have several.
pub fn parse_all(content: &FileContent) -> Vec<Parsed> {
    match content {
        FileContent::Text(text) => super::parse_each(text),
        FileContent::Restored(text) => {
            let mut all = super::parse_each(text);
            all.iter_mut().for_each(Parsed::doubt_letters);
            all
        }
        FileContent::Structured(file) => vec![parse_structured(file)],
    }
}

/// Reads a resolution from the blocks of a file.
pub fn parse_structured(file: &Structured) -> Parsed {
    let laid = file.to_text();
    let language = language_of_text(file, &laid);
    let prepared = Prepared {
        source: &laid.text,
        language,
        lines: lines(file, &laid),
        layout: Layout::ParagraphPerLine,
        notes: notes(file, &laid),
        known: Some(known(file, &laid)),
        calls: Some(calls(file, &laid)),
        n_masthead: n_masthead(file),
        is_exact: file.is_exact,
        told: masthead::FileMetadata { symbol: &file.symbol, title: &file.title },
    };
    let mut parsed = finish(&prepared);
    parsed.resolution.doubts.extend(doubts(file));
    let FlatText { text, pages, .. } = laid;
    parsed.pages = Some(SourcePages { text, pages });
    parsed
}

/// A line for each block and each line of a note, in the order of the text.
fn lines(file: &Structured, laid: &FlatText) -> Vec<Line> {
    let line = |span, kind| Line { span, indent: 0, blanks_before: 1, page_before: false, kind };
    let blocks = file.blocks.iter().zip(&laid.blocks).map(|(block, piece)| {
        let kind = if block.kind == BlockKind::Artifact { LineKind::Furniture } else { LineKind::Text };
        line(piece.whole(), kind)
    });
    let notes = laid.notes.iter().map(|piece| line(piece.whole(), LineKind::Note));
    let mut lines: Vec<Line> = blocks.chain(notes).filter(|line| !line.span.is_empty()).collect();
    lines.sort_by_key(|line| line.span);
    lines
}

/// How many lines at the start precede the resolution, according to the file.
fn n_masthead(file: &Structured) -> usize {
    let is_before =
        |block: &&crate::intake::blocks::FileBlock| matches!(block.kind, BlockKind::Masthead | BlockKind::Title);
    file.blocks.iter().take_while(is_before).filter(|block| !block.text.is_empty()).count()
}

fn notes(file: &Structured, laid: &FlatText) -> Vec<RawNote> {
    let note = |piece: &crate::intake::blocks::FlatPiece| {
        let mut start = piece.text.start as usize;
        let lines = piece.text.of(&laid.text).split('\n').map(|line| {
            let span = Span::new(start, start + line.len());
            start += line.len() + 1;
            span
        });
        RawNote {
            mark: piece.label,
            name: super::page::note_marks::name_of(piece.label.of(&laid.text)),
            lines: lines.collect(),
        }
    };
    debug_assert_eq!(file.notes.len(), laid.notes.len());
    laid.notes.iter().filter(|piece| !piece.whole().is_empty()).map(note).collect()
}

/// The places of headings and cells according to the file, in order.
fn known(file: &Structured, laid: &FlatText) -> Vec<(Span, KnownKind)> {
    let known = file.blocks.iter().zip(&laid.blocks).filter_map(|(block, piece)| match block.kind {
        BlockKind::Heading(_) | BlockKind::Title => Some((piece.whole(), KnownKind::Heading)),
        BlockKind::Cell { .. } => Some((piece.whole(), KnownKind::Cell)),
        _ => None,
    });
    known.collect()
}

/// The calls of notes, in order.
fn calls(file: &Structured, laid: &FlatText) -> Vec<KnownCall> {
    let mut calls = Vec::new();
    for (block, piece) in file.blocks.iter().zip(&laid.blocks) {
        for call in &block.calls {
            let start = piece.text.start;
            let span = Span { start: start + call.span.start, end: start + call.span.end };
            if let Some(note) = file.notes.get(call.note as usize) {
                calls.push(KnownCall { span, mark: note.mark.clone() });
            }
        }
    }
    calls
}

/// The uncertain readings, each with its page.
fn doubts(file: &Structured) -> Vec<Doubt> {
    /// A published file has a few elements without text, of pictures and empty cells.
    const FEW: u32 = 12;
    let doubt = |warning: &crate::intake::blocks::Warning| {
        let kind = match warning.kind {
            WarningKind::GlyphsWithoutText => DoubtKind::LettersUnknown,
            WarningKind::TextBehindPicture => DoubtKind::LettersRecognized,
            WarningKind::PageWithoutText => DoubtKind::PageWithoutText,
            WarningKind::PageCutShort | WarningKind::PartUnreadable => DoubtKind::PageCutShort,
            WarningKind::ElementsWithoutText if warning.count > FEW => DoubtKind::PageCutShort,
            WarningKind::TextOutsideStructure => DoubtKind::TextUnordered,
            WarningKind::ElementsWithoutText | WarningKind::NoteMissing => return None,
        };
        let about = warning.page.map(|page| format!("p. {page}")).unwrap_or_default();
        Some(Doubt { kind, paragraph: None, span: Span::default(), about })
    };
    file.warnings.iter().filter_map(doubt).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::intake::blocks::{Call, FileBlock, Note, PagePlace};
    use crate::model::Part;

    fn block(kind: BlockKind, text: &str) -> FileBlock {
        FileBlock {
            kind,
            text: text.to_owned(),
            place: Some(PagePlace { page: 1, ..PagePlace::default() }),
            ..FileBlock::default()
        }
    }

    fn resolution() -> Structured {
        let call = |start: usize, note| Call { span: Span::new(start, start + 1), note };
        let first = "Recalling its resolution 60/1 of 16 September 2005, *\u{a0}and decision 45/461,1";
        let second = block(BlockKind::Paragraph, "Requests the Secretary-General to report:2 1. of 3 pages;");
        Structured {
            blocks: vec![
                block(BlockKind::Masthead, "A/RES/80/1"),
                block(BlockKind::Heading(1), "80/1. The situation"),
                block(BlockKind::Paragraph, "The General Assembly,"),
                FileBlock {
                    calls: vec![call(first.find('*').unwrap(), 0), call(first.len() - 1, 1)],
                    ..block(BlockKind::Paragraph, first)
                },
                block(BlockKind::Heading(2), "What is to be done"),
                FileBlock {
                    label: Some("1.".to_owned()),
                    turns: vec![(42, 2)],
                    calls: vec![call(41, 1)],
                    ..second
                },
                block(BlockKind::Artifact, "26-12345 2/2"),
            ],
            notes: vec![
                Note { mark: "*".to_owned(), text: "Reissued.".to_owned(), ..Note::default() },
                Note { mark: "1".to_owned(), text: "See A/80/1.\nAnd A/80/2.".to_owned(), ..Note::default() },
            ],
            ..Structured::default()
        }
    }

    #[test]
    fn a_note_that_the_file_ties_is_called_where_it_says() {
        let parsed = parse_structured(&resolution());
        let calls: Vec<_> = parsed
            .resolution
            .paragraphs
            .iter()
            .flat_map(|paragraph| {
                paragraph.marks.iter().map(|call| (call.mark.as_str(), paragraph.text.get(..call.at as usize)))
            })
            .collect();
        let expected = [
            ("*", Some("Recalling its resolution 60/1 of 16 September 2005,")),
            ("1", Some("Recalling its resolution 60/1 of 16 September 2005, and decision 45/461,")),
            ("1", Some("Requests the Secretary-General to report:")),
        ];
        assert_eq!(calls, expected);
        assert_eq!(parsed.resolution.footnotes.len(), 2);
        assert!(parsed.resolution.footnotes.iter().all(|note| !note.called_from.is_empty()));
    }

    #[test]
    fn a_paragraph_that_the_file_calls_whole_is_not_split() {
        let parsed = parse_structured(&resolution());
        let last = parsed.resolution.paragraphs.last().unwrap();
        assert_eq!(last.number.as_deref(), Some("1"));
        assert!(last.text.ends_with("1. of 3 pages;"), "{}", last.text);
        let heading = parsed.resolution.paragraphs.iter().find(|paragraph| paragraph.text.starts_with("What is"));
        assert_eq!(heading.map(|heading| heading.part), Some(Part::Heading));
        assert_eq!(parsed.resolution.title, "The situation");
    }

    #[test]
    fn every_character_of_a_file_is_accounted_for_and_on_a_page() {
        let parsed = parse_structured(&resolution());
        let pages = parsed.pages.as_ref().unwrap();
        assert_eq!(parsed.trace.faults(&pages.text), []);
        let last = parsed.resolution.paragraphs.len() - 1;
        assert_eq!(parsed.page_of(last), Some(1));
        let (page, span) = pages.page_at(pages.text.find("of 3 pages").unwrap() as u32).unwrap();
        assert_eq!(page, 2);
        assert!(span.of(&pages.text).contains("3 pages"));
    }
}
