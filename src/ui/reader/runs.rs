//! Splits a paragraph's text at the boundaries of clauses, phrases, references, hits, repairs and note marks.
//!
//! The model has independent spans; the page needs nested elements: a clause contains its phrase and references, which
//! contain plain text. Spans may overlap (a hit may end inside a reference), so the text is cut at every boundary and each
//! piece lists what covers it. Concatenated, the pieces are the text: nothing is lost or repeated.

use crate::model::{Paragraph, Role, Span};

/// The text of one clause, or text outside clauses.
#[derive(Debug, PartialEq, Eq)]
pub struct ClauseRun {
    /// The clause's index in the paragraph.
    pub clause: Option<usize>,
    /// Its groups, in order.
    pub pieces: Vec<RunPiece>,
}

/// The kind of a group within a clause.
#[derive(Debug, PartialEq, Eq)]
pub enum RunPiece {
    /// Running text.
    Text(Vec<Stretch>),
    /// The initiating phrase.
    Phrase(Vec<Stretch>),
    /// A reference, by its index in the paragraph.
    Reference(usize, Vec<Stretch>),
    /// A note's mark, by its index in the paragraph.
    Mark(usize),
}

/// Text without a boundary inside, and what covers it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Stretch {
    /// The text.
    pub span: Span,
    /// Whether it is a search hit.
    pub hit: bool,
    /// The index of its repair.
    pub mend: Option<usize>,
    /// The role of the actor that it names.
    pub role: Option<Role>,
    /// Whether it is evidence of a topic.
    pub evidence: bool,
}

/// The optional marks on a paragraph's text.
#[derive(Clone, Copy, Debug, Default)]
pub struct Overlay<'a> {
    /// The search hits.
    pub hits: &'a [Span],
    /// The actors of the marked clauses.
    pub actors: &'a [(Span, Role)],
    /// The evidence of their topics.
    pub evidence: &'a [Span],
    /// Whether repairs are shown.
    pub mends: bool,
}

/// Splits a paragraph's text.
pub fn runs(paragraph: &Paragraph, overlay: Overlay) -> Vec<ClauseRun> {
    let mut cutting = RunBuilder { paragraph, overlay, done: Vec::new(), clause: None, pieces: Vec::new() };
    let mut marks = paragraph.marks.iter().enumerate().peekable();
    while let Some((number, _)) = marks.next_if(|(_, mark)| mark.at == 0) {
        cutting.pieces.push(RunPiece::Mark(number));
    }
    let mut start = 0;
    for end in cuts(paragraph, overlay) {
        cutting.stretch(Span { start, end });
        // A mark belongs to the words before it, even if the next clause starts at the same offset.
        while let Some((number, _)) = marks.next_if(|(_, mark)| mark.at <= end) {
            cutting.pieces.push(RunPiece::Mark(number));
        }
        start = end;
    }
    cutting.pieces.extend(marks.map(|(number, _)| RunPiece::Mark(number)));
    cutting.close();
    cutting.done
}

/// Every boundary, in order, including the text's end but not its start.
fn cuts(paragraph: &Paragraph, overlay: Overlay) -> Vec<u32> {
    let mut cuts = vec![paragraph.text.len() as u32];
    let mut add = |span: Span| cuts.extend([span.start, span.end]);
    for clause in &paragraph.clauses {
        add(clause.span);
        add(clause.phrase);
    }
    paragraph.references.iter().for_each(|reference| add(reference.span));
    overlay.hits.iter().chain(overlay.evidence).for_each(|span| add(*span));
    overlay.actors.iter().for_each(|(span, _)| add(*span));
    if overlay.mends {
        paragraph.mends.iter().for_each(|mend| add(mend.span));
    }
    cuts.extend(paragraph.marks.iter().map(|mark| mark.at));
    // A span that does not fit the text must not lose any of it.
    cuts.retain(|&cut| cut > 0 && paragraph.text.is_char_boundary(cut as usize));
    cuts.sort_unstable();
    cuts.dedup();
    cuts
}

/// The finished runs, and the one that is being built.
struct RunBuilder<'a> {
    paragraph: &'a Paragraph,
    overlay: Overlay<'a>,
    done: Vec<ClauseRun>,
    clause: Option<usize>,
    pieces: Vec<RunPiece>,
}

impl RunBuilder<'_> {
    fn stretch(&mut self, span: Span) {
        let at = span.start as usize;
        let over = |other: Span| other.contains(at);
        let clauses = &self.paragraph.clauses;
        let clause = clauses.iter().position(|clause| over(clause.span));
        if clause != self.clause {
            self.close();
            self.clause = clause;
        }
        let stretch = Stretch {
            span,
            hit: self.overlay.hits.iter().copied().any(over),
            mend: self.paragraph.mends.iter().position(|mend| self.overlay.mends && over(mend.span)),
            role: self.overlay.actors.iter().find(|(actor, _)| over(*actor)).map(|(_, role)| *role),
            evidence: self.overlay.evidence.iter().copied().any(over),
        };
        let phrase = clause.and_then(|number| clauses.get(number)).is_some_and(|clause| over(clause.phrase));
        let reference = self.paragraph.references.iter().position(|reference| over(reference.span));
        match (self.pieces.last_mut(), phrase, reference) {
            (Some(RunPiece::Phrase(stretches)), true, _) | (Some(RunPiece::Text(stretches)), false, None) => {
                stretches.push(stretch);
            }
            (Some(RunPiece::Reference(number, stretches)), false, Some(reference)) if *number == reference => {
                stretches.push(stretch);
            }
            (_, true, _) => self.pieces.push(RunPiece::Phrase(vec![stretch])),
            (_, false, Some(reference)) => self.pieces.push(RunPiece::Reference(reference, vec![stretch])),
            (_, false, None) => self.pieces.push(RunPiece::Text(vec![stretch])),
        }
    }

    fn close(&mut self) {
        if !self.pieces.is_empty() {
            self.done.push(ClauseRun { clause: self.clause, pieces: std::mem::take(&mut self.pieces) });
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Clause, Mend, NoteMark, Reference};
    use proptest::prelude::*;

    fn clause(start: usize, end: usize, phrase_end: usize) -> Clause {
        Clause { span: Span::new(start, end), phrase: Span::new(start, phrase_end), ..Clause::default() }
    }

    fn reference(start: usize, end: usize) -> Reference {
        Reference { span: Span::new(start, end), symbol: "A/RES/1/1".into(), paragraph: None }
    }

    fn mark(at: u32) -> NoteMark {
        NoteMark { at, mark: "1".into() }
    }

    /// The runs as a line of text: `{…}` a clause, `<…>` its phrase, `[…]` a reference, `*…*` a hit, `^` a mark.
    fn drawn(paragraph: &Paragraph, hits: &[Span]) -> String {
        let mut out = String::new();
        let draw = |out: &mut String, stretches: &[Stretch]| {
            for stretch in stretches {
                let hit = if stretch.hit { "*" } else { "" };
                out.extend([hit, stretch.span.of(&paragraph.text), hit]);
            }
        };
        for run in runs(paragraph, Overlay { hits, ..Overlay::default() }) {
            out.push_str(if run.clause.is_some() { "{" } else { "" });
            for piece in &run.pieces {
                match piece {
                    RunPiece::Text(stretches) => draw(&mut out, stretches),
                    RunPiece::Phrase(stretches) => {
                        out.push('<');
                        draw(&mut out, stretches);
                        out.push('>');
                    }
                    RunPiece::Reference(_, stretches) => {
                        out.push('[');
                        draw(&mut out, stretches);
                        out.push(']');
                    }
                    RunPiece::Mark(_) => out.push('^'),
                }
            }
            out.push_str(if run.clause.is_some() { "}" } else { "" });
        }
        out
    }

    #[test]
    fn a_hit_that_ends_inside_a_reference_is_cut_in_two_and_the_reference_stays_whole() {
        let paragraph = Paragraph {
            text: "Prie voir 72/194 puis".into(),
            clauses: vec![clause(0, 21, 4)],
            references: vec![reference(10, 16)],
            ..Paragraph::default()
        };
        assert_eq!(drawn(&paragraph, &[Span::new(5, 12)]), "{<Prie> *voir *[*72*/194] puis}");
    }

    #[test]
    fn a_mark_stays_with_the_words_before_it() {
        let paragraph = Paragraph {
            text: "Note tout, prie rien".into(),
            clauses: vec![clause(0, 11, 4), clause(11, 20, 15)],
            marks: vec![mark(0), mark(11), mark(20), mark(99)],
            ..Paragraph::default()
        };
        assert_eq!(drawn(&paragraph, &[]), "^{<Note> tout, ^}{<prie> rien^^}");
    }

    #[test]
    fn a_phrase_wins_over_a_reference_on_the_same_words() {
        let paragraph = Paragraph {
            text: "Prie encore".into(),
            clauses: vec![clause(0, 11, 4)],
            references: vec![reference(2, 8)],
            ..Paragraph::default()
        };
        assert_eq!(drawn(&paragraph, &[]), "{<Prie>[ enc]ore}");
    }

    #[test]
    fn mends_show_only_when_they_are_asked_for() {
        let paragraph = Paragraph {
            text: "les droits".into(),
            mends: vec![Mend { span: Span::new(4, 10), was: "droi ts".into() }],
            ..Paragraph::default()
        };
        let mended = |mends| {
            let runs = runs(&paragraph, Overlay { mends, ..Overlay::default() });
            let stretches = runs.iter().flat_map(|run| &run.pieces).flat_map(stretches_of);
            stretches.filter(|stretch| stretch.mend.is_some()).count()
        };
        assert_eq!((mended(false), mended(true)), (0, 1));
    }

    fn stretches_of(piece: &RunPiece) -> &[Stretch] {
        match piece {
            RunPiece::Text(stretches) | RunPiece::Phrase(stretches) | RunPiece::Reference(_, stretches) => {
                stretches
            }
            RunPiece::Mark(_) => &[],
        }
    }

    prop_compose! {
        fn span()(start in 0..40usize, len in 0..15usize) -> Span {
            Span::new(start, start + len)
        }
    }

    proptest! {
        #[test]
        fn no_letter_is_lost_and_no_mark(
            text in "[a-zéà ’«»]{0,30}",
            clauses in proptest::collection::vec((span(), span()), 0..3),
            references in proptest::collection::vec(span(), 0..3),
            hits in proptest::collection::vec(span(), 0..3),
            marks in proptest::collection::btree_set(0..40u32, 0..3),
        ) {
            let paragraph = Paragraph {
                text,
                clauses: clauses.iter().map(|&(span, phrase)| Clause { span, phrase, ..Clause::default() }).collect(),
                references: references.iter().map(|&span| Reference { span, ..reference(0, 0) }).collect(),
                marks: marks.into_iter().map(mark).collect(),
                ..Paragraph::default()
            };
            let runs = runs(&paragraph, Overlay { hits: &hits, ..Overlay::default() });
            let pieces = || runs.iter().flat_map(|run| &run.pieces);
            let said: String =
                pieces().flat_map(stretches_of).map(|stretch| stretch.span.of(&paragraph.text)).collect();
            prop_assert_eq!(said, paragraph.text.clone());
            let n_marks = pieces().filter(|piece| matches!(piece, RunPiece::Mark(_))).count();
            prop_assert_eq!(n_marks, paragraph.marks.len());
        }
    }
}
