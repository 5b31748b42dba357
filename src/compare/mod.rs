//! Compares two texts of one resolution paragraph by paragraph.
//!
//! Paragraphs and clauses have the same ids in every language, so the texts are paired by id. Either text may be
//! incomplete: a paragraph of only one text keeps its position, without a counterpart.

use crate::model::{Paragraph, ParagraphId, Part, Resolution};

/// A pair of paragraphs, or one without a counterpart, by their indices.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Pair {
    /// The index in the first text.
    pub first: Option<usize>,
    /// The index in the second text.
    pub second: Option<usize>,
}

/// Pairs the paragraphs of the first text with those of the second; paragraphs of only the second text are inserted where
/// they occur in it.
pub fn pairs(first: &Resolution, second: &Resolution) -> Vec<Pair> {
    let mut partner = vec![None; first.paragraphs.len()];
    let mut taken = vec![false; second.paragraphs.len()];
    let mut from = 0;
    for (paragraph, partner) in first.paragraphs.iter().zip(&mut partner) {
        // Both texts have the same order, so a counterpart that was passed already does not count.
        let found = second.paragraphs.iter().skip(from).position(|other| is_counterpart(paragraph, other));
        if let Some(at) = found.map(|ahead| from + ahead) {
            *partner = Some(at);
            taken.get_mut(at).into_iter().for_each(|taken| *taken = true);
            from = at + 1;
        }
    }
    let mut pairs = Vec::with_capacity(partner.len());
    let mut alone = taken.iter().enumerate().filter(|(_, taken)| !**taken).map(|(at, _)| at).peekable();
    for (at, second) in partner.into_iter().enumerate() {
        while let Some(before) = second.and_then(|second| alone.next_if(|alone| *alone < second)) {
            pairs.push(Pair { first: None, second: Some(before) });
        }
        pairs.push(Pair { first: Some(at), second });
    }
    pairs.extend(alone.map(|at| Pair { first: None, second: Some(at) }));
    pairs
}

fn is_counterpart(first: &Paragraph, second: &Paragraph) -> bool {
    first.id == second.id
}

/// Differences in how two texts were read.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Differences {
    /// The paragraphs with a different number of clauses in each text.
    pub clauses: Vec<ParagraphId>,
    /// How many paragraphs only one of the texts has, apart from headings and closing lines.
    pub n_alone: usize,
}

/// Finds the differences between two paired texts.
pub fn differences(first: &Resolution, second: &Resolution, pairs: &[Pair]) -> Differences {
    let mut differences = Differences::default();
    for pair in pairs {
        let one = pair.first.and_then(|at| first.paragraphs.get(at));
        let other = pair.second.and_then(|at| second.paragraphs.get(at));
        match (one, other) {
            (Some(one), Some(other)) if one.clauses.len() != other.clauses.len() => {
                differences.clauses.push(one.id.clone());
            }
            (Some(alone), None) | (None, Some(alone)) if !matches!(alone.part, Part::Heading | Part::Closing) => {
                differences.n_alone += 1;
            }
            _ => {}
        }
    }
    differences
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Clause;

    fn resolution(paragraphs: &[(&str, usize)]) -> Resolution {
        let paragraph = |(id, n_clauses): &(&str, usize)| Paragraph {
            id: ParagraphId::new(*id),
            part: Part::Operative,
            clauses: vec![Clause::default(); *n_clauses],
            ..Paragraph::default()
        };
        Resolution { paragraphs: paragraphs.iter().map(paragraph).collect(), ..Resolution::default() }
    }

    fn paired(first: &[(&str, usize)], second: &[(&str, usize)]) -> (Vec<[Option<usize>; 2]>, Differences) {
        let (first, second) = (resolution(first), resolution(second));
        let pairs = pairs(&first, &second);
        let differences = differences(&first, &second, &pairs);
        (pairs.iter().map(|pair| [pair.first, pair.second]).collect(), differences)
    }

    #[test]
    fn a_paragraph_that_one_text_lacks_stays_in_its_place_and_moves_no_other() {
        let (pairs, differences) =
            paired(&[("op1", 1), ("op2", 1), ("op4", 1)], &[("op1", 1), ("op3", 1), ("op4", 1), ("op5", 1)]);
        assert_eq!(
            pairs,
            [[Some(0), Some(0)], [Some(1), None], [None, Some(1)], [Some(2), Some(2)], [None, Some(3)]]
        );
        assert_eq!(differences.n_alone, 3);
    }

    #[test]
    fn a_different_number_of_clauses_is_reported_with_its_paragraph() {
        let (_, differences) = paired(&[("op1", 2), ("op2", 1)], &[("op1", 3), ("op2", 1)]);
        assert_eq!(differences, Differences { clauses: vec![ParagraphId::new("op1")], n_alone: 0 });
    }

    #[test]
    fn texts_without_a_common_paragraph_are_one_after_the_other() {
        let (pairs, _) = paired(&[("op1", 1)], &[("pp1", 1)]);
        assert_eq!(pairs, [[Some(0), None], [None, Some(0)]]);
        assert_eq!(paired(&[], &[]), (Vec::new(), Differences::default()));
    }
}
