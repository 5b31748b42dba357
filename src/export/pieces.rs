//! Splits a paragraph's text at phrases, note marks, references and actors.

use super::selection::Chosen;
use crate::model::{ActorId, Clause, Paragraph, Reference, Span};

/// A piece of a paragraph.
#[derive(Clone, Debug)]
pub enum ParagraphPiece<'a> {
    /// Plain words.
    Text(&'a str),
    /// An initiating phrase.
    Phrase(&'a str, &'a Clause),
    /// A cited document.
    Reference(&'a str, &'a Reference),
    /// An actor.
    Actor(&'a str, &'a ActorId),
    /// A note's mark.
    Mark(&'a str),
}

/// The pieces of a paragraph, in order; together they are its text with its note marks. Of overlapping ones the first is
/// used.
pub fn pieces(paragraph: &Paragraph) -> Vec<ParagraphPiece<'_>> {
    let text = paragraph.text.as_str();
    let mut found: Vec<(Span, ParagraphPiece<'_>)> = Vec::new();
    for clause in &paragraph.clauses {
        found.push((clause.phrase, ParagraphPiece::Phrase(clause.phrase.of(text), clause)));
        for mention in clause.actors.iter().filter(|mention| mention.within.is_none()) {
            found.push((mention.span, ParagraphPiece::Actor(mention.span.of(text), &mention.actor)));
        }
    }
    for reference in &paragraph.references {
        found.push((reference.span, ParagraphPiece::Reference(reference.span.of(text), reference)));
    }
    found.retain(|(span, _)| span.start < span.end && text.get(span.range()).is_some());
    found.sort_by_key(|(span, piece)| {
        (span.start, matches!(piece, ParagraphPiece::Actor(..)), std::cmp::Reverse(span.end))
    });

    let mut pieces = Vec::new();
    let mut at = 0;
    let mut marks = paragraph.marks.iter().peekable();
    for (span, piece) in found {
        let next_mark = paragraph.marks.partition_point(|mark| mark.at <= span.start);
        let has_mark_within = paragraph.marks.get(next_mark).is_some_and(|mark| mark.at < span.end);
        if span.start < at || has_mark_within {
            continue;
        }
        push_words(text, at, span.start, &mut marks, &mut pieces);
        pieces.push(piece);
        at = span.end;
    }
    push_words(text, at, text.len() as u32, &mut marks, &mut pieces);
    pieces.extend(marks.map(|mark| ParagraphPiece::Mark(&mark.mark)));
    pieces
}

/// The pieces of a paragraph, each with whether it is of a chosen clause while the paragraph has others too.
pub fn pieces_found<'a>(
    chosen: &Chosen<'_>,
    at: usize,
    paragraph: &'a Paragraph,
) -> Vec<(ParagraphPiece<'a>, bool)> {
    let found = chosen.found_among_others(at, paragraph);
    let is_found = |at: usize| found.iter().any(|span| span.range().contains(&at));
    let mut start = 0;
    let mut all = Vec::new();
    for piece in pieces(paragraph) {
        let begin = start;
        let words = match piece {
            ParagraphPiece::Text(words) => words,
            ParagraphPiece::Phrase(words, _)
            | ParagraphPiece::Reference(words, _)
            | ParagraphPiece::Actor(words, _) => {
                all.push((piece, is_found(begin)));
                start += words.len();
                continue;
            }
            ParagraphPiece::Mark(_) => {
                all.push((piece, is_found(begin)));
                continue;
            }
        };
        start += words.len();
        // Words between two phrases may belong to two clauses.
        let edges = found.iter().flat_map(|span| [span.range().start, span.range().end]);
        let edges = edges.filter_map(|edge| edge.checked_sub(begin)).filter(|edge| *edge < words.len());
        let mut from = 0;
        for edge in edges.chain([words.len()]) {
            if let Some(part) = words.get(from..edge).filter(|part| !part.is_empty()) {
                all.push((ParagraphPiece::Text(part), is_found(begin + from)));
                from = edge;
            }
        }
    }
    all
}

/// The words of a range, with the note marks in it.
fn push_words<'a>(
    text: &'a str,
    from: u32,
    to: u32,
    marks: &mut std::iter::Peekable<std::slice::Iter<'a, crate::model::NoteMark>>,
    pieces: &mut Vec<ParagraphPiece<'a>>,
) {
    let mut at = from;
    while let Some(mark) = marks.next_if(|mark| mark.at <= to) {
        push_text(text, at, mark.at, pieces);
        pieces.push(ParagraphPiece::Mark(&mark.mark));
        at = mark.at.max(at);
    }
    push_text(text, at, to, pieces);
}

fn push_text<'a>(text: &'a str, from: u32, to: u32, pieces: &mut Vec<ParagraphPiece<'a>>) {
    if let Some(words) = text.get(from as usize..to as usize).filter(|words| !words.is_empty()) {
        pieces.push(ParagraphPiece::Text(words));
    }
}
