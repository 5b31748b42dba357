//! The trace: how each character of the source was used.

use super::page::footnotes::RawNote;
use super::page::lines::{Line, LineKind};
use crate::model::Span;
use crate::text::traced::{SpanKind, Traced};

/// A piece of the source and how it was used.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Piece {
    /// The range.
    pub source: Span,
    /// How it was used.
    pub kind: SpanKind,
    /// The number of the paragraph it belongs to, from 0, and the byte of its text that it is at.
    pub place: Option<(u32, u32)>,
}

/// All pieces of a source, in order. Between them is only white space.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Trace {
    /// The pieces.
    pub pieces: Vec<Piece>,
}

impl Trace {
    /// Adds the lines that are not body text: the masthead, furniture, rules, links.
    pub(super) fn add_lines(&mut self, lines: &[Line], body_start: usize, notes: &[RawNote]) {
        for (i, line) in lines.iter().enumerate() {
            let kind = match line.kind {
                LineKind::Text if i < body_start => SpanKind::Masthead,
                LineKind::Text | LineKind::Note => continue,
                LineKind::Furniture | LineKind::Rule => SpanKind::Furniture,
                LineKind::Link => SpanKind::Link,
            };
            self.pieces.push(Piece { source: line.span, kind, place: None });
        }
        for note in notes.iter().filter(|note| !note.mark.is_empty()) {
            self.pieces.push(Piece { source: note.mark, kind: SpanKind::Note, place: None });
        }
    }

    /// Adds the runs of a paragraph's text.
    pub(super) fn add_text(&mut self, paragraph: u32, text: &Traced) {
        for run in text.runs.iter().filter(|run| !run.source.is_empty()) {
            self.pieces.push(Piece { source: run.source, kind: run.kind, place: Some((paragraph, run.at)) });
        }
    }

    /// Adds a footnote or a piece removed from a paragraph.
    pub(super) fn add(&mut self, text: &Traced, kind: SpanKind) {
        for run in text.runs.iter().filter(|run| !run.source.is_empty()) {
            self.pieces.push(Piece { source: run.source, kind, place: None });
        }
    }

    /// Sorts the pieces.
    pub(super) fn settle(&mut self) {
        self.pieces.sort_by_key(|piece| piece.source);
    }

    /// The characters of a source that no piece covers, except white space, and those covered twice.
    pub fn faults(&self, source: &str) -> Vec<Span> {
        let mut faults = Vec::new();
        let mut at = 0;
        let is_blank = |span: Span| span.of(source).chars().all(crate::text::tokens::is_space);
        for piece in &self.pieces {
            let gap = Span { start: at, end: piece.source.start };
            if piece.source.start < at || !is_blank(gap) {
                faults.push(Span { start: at.min(piece.source.start), end: at.max(piece.source.start) });
            }
            at = at.max(piece.source.end);
        }
        let rest = Span { start: at, end: source.len() as u32 };
        if !is_blank(rest) {
            faults.push(rest);
        }
        faults
    }
}
