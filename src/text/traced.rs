//! Text that keeps the origin of each of its characters.

use crate::model::Span;

/// How a piece of the source was used.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum SpanKind {
    /// It is in the text unchanged.
    Kept,
    /// White space, or a word split at a line end: it is replaced in the text.
    Mended,
    /// A note's mark, removed from the text.
    NoteMark,
    /// A paragraph's number, removed from the text.
    Number,
    /// A footnote.
    Note,
    /// A bare link.
    Link,
    /// A page number, a running head or a rule: it belongs to the page and not to the text.
    Furniture,
    /// The text before the resolution: organ, session, symbol, agenda item, title.
    Masthead,
}

/// A piece of text and the piece of the source that it comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Run {
    /// Its start in the text; it ends where the next run starts.
    pub at: u32,
    /// Its range in the source.
    pub source: Span,
    /// How it was used; a removed piece has an empty range in the text.
    pub kind: SpanKind,
}

/// A text made of pieces of a source, in order. Its runs tile it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Traced {
    /// The text.
    pub text: String,
    /// Its runs, in order.
    pub runs: Vec<Run>,
}

/// A replacement in a traced text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Edit {
    /// The range that is replaced.
    pub span: Span,
    /// The new text: usually empty, or a space.
    pub with: &'static str,
    /// How the replaced piece counts.
    pub kind: SpanKind,
}

impl Traced {
    /// Appends a piece of the source unchanged.
    pub fn push(&mut self, source: &str, span: Span) {
        self.runs.push(Run { at: self.text.len() as u32, source: span, kind: SpanKind::Kept });
        self.text.push_str(span.of(source));
    }

    /// Appends a replacement for a piece of the source, often an empty one.
    pub fn push_mended(&mut self, words: &str, source: Span) {
        self.runs.push(Run { at: self.text.len() as u32, source, kind: SpanKind::Mended });
        self.text.push_str(words);
    }

    /// Applies edits, which must be in order and not overlap.
    #[must_use]
    pub fn edited(self, edits: &[Edit]) -> Self {
        if edits.is_empty() {
            return self;
        }
        // Each edit is a run, and splits the one it is in.
        let n_runs = self.runs.len() + 2 * edits.len();
        let mut out = Self { text: String::with_capacity(self.text.len()), runs: Vec::with_capacity(n_runs) };
        let mut run = 0;
        let mut at = 0;
        for edit in edits {
            self.copy(at, edit.span.start, &mut run, &mut out, None);
            self.copy(edit.span.start, edit.span.end, &mut run, &mut out, Some(edit));
            at = edit.span.end;
        }
        self.copy(at, self.text.len() as u32, &mut run, &mut out, None);
        out
    }

    /// Copies the runs of a range to `out`, or an edit that replaces them.
    fn copy(&self, from: u32, to: u32, run: &mut usize, out: &mut Self, edit: Option<&Edit>) {
        if let Some(edit) = edit {
            let at = out.text.len() as u32;
            out.text.push_str(edit.with);
            let mut first = true;
            self.pieces(from, to, run, |source, _, _| {
                // The first piece gets the new text, the others become empty.
                let at = if first { at } else { out.text.len() as u32 };
                first = false;
                out.runs.push(Run { at, source, kind: edit.kind });
            });
            return;
        }
        self.pieces(from, to, run, |source, text, kind| {
            out.runs.push(Run { at: out.text.len() as u32, source, kind });
            out.text.push_str(text.of(&self.text));
        });
    }

    /// The parts of the runs in a range, each with its source, its text and its kind.
    fn pieces(&self, from: u32, to: u32, run: &mut usize, mut each: impl FnMut(Span, Span, SpanKind)) {
        while let Some(current) = self.runs.get(*run) {
            let end = self.runs.get(*run + 1).map_or(self.text.len() as u32, |next| next.at);
            let text = Span { start: current.at.max(from), end: end.min(to) };
            if current.at > to || (current.at == to && end > to) {
                return;
            }
            let is_verbatim = current.kind == SpanKind::Kept && current.source.len() == (end - current.at) as usize;
            let source = if is_verbatim {
                let shift = |at: u32| current.source.start + (at - current.at);
                Span { start: shift(text.start), end: shift(text.end.max(text.start)) }
            } else if current.at >= from {
                current.source
            } else {
                Span { start: current.source.end, end: current.source.end }
            };
            if !text.is_empty() || (current.at == end && current.at >= from) {
                each(source, text, current.kind);
            }
            if end > to {
                return;
            }
            *run += 1;
        }
    }

    /// Splits the text at an offset.
    #[must_use]
    pub fn split(self, at: usize) -> (Self, Self) {
        if at == 0 {
            return (Self::default(), self);
        }
        let before = self.slice(0, at);
        // Usually a number that is split off is in the first run.
        let cut = at as u32;
        let end = self.runs.get(1).map_or(self.text.len() as u32, |next| next.at);
        match self.runs.first() {
            Some(run) if run.kind == SpanKind::Kept && run.source.len() as u32 == end && cut < end => {}
            _ => return (before, self.slice(at, self.text.len())),
        }
        let mut after = self;
        after.text.drain(..at);
        for run in &mut after.runs {
            run.at = run.at.saturating_sub(cut);
        }
        if let Some(run) = after.runs.first_mut() {
            run.source.start += cut;
        }
        (before, after)
    }

    /// A range of the text, with its runs.
    #[must_use]
    pub fn slice(&self, from: usize, to: usize) -> Self {
        let n_runs = if from == 0 { 2 } else { self.runs.len() };
        let mut out =
            Self { text: String::with_capacity(to.saturating_sub(from)), runs: Vec::with_capacity(n_runs) };
        // A piece that was removed exactly at the start belongs to the text before.
        let mut run = self.runs.partition_point(|run| (run.at as usize) <= from).saturating_sub(1);
        if from == 0 {
            run = 0;
        } else if from >= self.text.len() {
            return out;
        }
        self.copy(from as u32, to as u32, &mut run, &mut out, None);
        out
    }

    /// Maps an offset of the text to the source.
    pub fn source_of(&self, at: usize) -> u32 {
        let run = self.runs.partition_point(|run| run.at as usize <= at).saturating_sub(1);
        self.runs.get(run).map_or(0, |run| match run.kind {
            SpanKind::Kept => run.source.start + (at as u32).saturating_sub(run.at),
            _ => run.source.start,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn traced(source: &str) -> Traced {
        let mut traced = Traced::default();
        traced.push(source, Span::new(0, source.len()));
        traced
    }

    fn kept<'s>(traced: &Traced, source: &'s str) -> Vec<&'s str> {
        traced.runs.iter().filter(|run| run.kind == SpanKind::Kept).map(|run| run.source.of(source)).collect()
    }

    #[test]
    fn an_edit_leaves_the_rest_traced() {
        let source = "les droi ts de l’homme";
        let edit = Edit { span: Span::new(8, 9), with: "", kind: SpanKind::Mended };
        let mended = traced(source).edited(&[edit]);
        assert_eq!(mended.text, "les droits de l’homme");
        assert_eq!(kept(&mended, source), ["les droi", "ts de l’homme"]);
        assert_eq!(mended.source_of(8), 9);
    }

    #[test]
    fn an_edit_over_two_runs_stands_for_both() {
        let source = "ab  cd";
        let mut text = Traced::default();
        text.push(source, Span::new(0, 3));
        text.push(source, Span::new(3, 6));
        let edited = text.edited(&[Edit { span: Span::new(2, 4), with: " ", kind: SpanKind::Mended }]);
        assert_eq!(edited.text, "ab cd");
        let mended: Vec<_> = edited.runs.iter().filter(|r| r.kind == SpanKind::Mended).map(|r| r.source).collect();
        assert_eq!(mended, [Span::new(2, 3), Span::new(3, 4)]);
    }

    #[test]
    fn a_text_is_split_where_it_would_be_sliced() {
        let source = "1. Prie  l’Office";
        let mut text = Traced::default();
        text.push(source, Span::new(0, 7));
        text.push_mended(" ", Span::new(7, 9));
        text.push(source, Span::new(9, source.len()));
        for at in (0..text.text.len()).filter(|at| text.text.is_char_boundary(*at)) {
            let (before, after) = text.clone().split(at);
            assert_eq!(before.text + &after.text, text.text);
            assert_eq!(after, text.slice(at, text.text.len()), "{at}");
        }
    }

    #[test]
    fn a_cut_between_two_parts_belongs_to_one_of_them() {
        for (source, at) in [("2. **Calls**", 3), ("2.³", 2)] {
            let sign = source.find(['*', '³']).unwrap();
            let end = sign
                + source
                    .get(sign..)
                    .unwrap()
                    .chars()
                    .take_while(|l| !l.is_alphabetic())
                    .map(char::len_utf8)
                    .sum::<usize>();
            let edit = Edit { span: Span::new(sign, end), with: "", kind: SpanKind::Mended };
            let (before, after) = traced(source).edited(&[edit]).split(at);
            let signs = before.runs.iter().chain(&after.runs).filter(|run| run.source.start as usize == sign);
            assert_eq!(signs.count(), 1, "{source}");
        }
    }

    #[test]
    fn a_slice_keeps_its_sources() {
        let source = "1. Prie l’Office";
        let slice = traced(source).slice(3, source.len());
        assert_eq!(slice.text, "Prie l’Office");
        assert_eq!(slice.source_of(0), 3);
    }
}
