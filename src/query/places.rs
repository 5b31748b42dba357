use super::clause_set::ClauseSet;
use super::packed;
use crate::model::Resolution;
use serde::{Deserialize, Serialize};
use std::ops::Range;

/// Where each clause of a segment is.
///
/// Clauses are numbered from 0 across the documents of the segment, and so are documents.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(super) struct Places {
    /// For each document the number of its first paragraph, then the number of all paragraphs.
    #[serde(with = "packed")]
    paragraphs: Vec<u32>,
    /// For each paragraph the number of its first clause, then the number of all clauses.
    #[serde(with = "packed")]
    clauses: Vec<u32>,
    /// The last clause of each paragraph.
    last_of_paragraph: ClauseSet,
}

impl Places {
    /// From the number of clauses of each paragraph of each document.
    pub fn new<D: IntoIterator<Item = u32>>(documents: impl IntoIterator<Item = D>) -> Self {
        let (mut paragraphs, mut clauses) = (vec![0], vec![0]);
        let mut n_clauses = 0;
        for document in documents {
            for n_own in document {
                n_clauses += n_own;
                clauses.push(n_clauses);
            }
            paragraphs.push(clauses.len() as u32 - 1);
        }
        let mut last_of_paragraph = ClauseSet::none(n_clauses);
        clauses.iter().filter_map(|end| end.checked_sub(1)).for_each(|last| last_of_paragraph.insert(last));
        Self { paragraphs, clauses, last_of_paragraph }
    }

    pub fn of_documents<'d>(documents: impl IntoIterator<Item = &'d Resolution>) -> Self {
        let sizes = |document: &'d Resolution| document.paragraphs.iter().map(|p| p.clauses.len() as u32);
        Self::new(documents.into_iter().map(sizes))
    }

    /// Whether it describes this number of documents; false only for damaged bytes.
    pub fn is_valid(&self, n_documents: usize) -> bool {
        let ends_with = |starts: &[u32], end: u64| starts.last().is_some_and(|last| u64::from(*last) == end);
        self.last_of_paragraph.is_valid()
            && self.paragraphs.len() == n_documents + 1
            && self.paragraphs.is_sorted()
            && self.clauses.is_sorted()
            && ends_with(&self.paragraphs, (self.clauses.len() as u64).saturating_sub(1))
            && ends_with(&self.clauses, u64::from(self.n_clauses()))
            && self.paragraphs.first() == Some(&0)
            && self.clauses.first() == Some(&0)
    }

    pub fn n_clauses(&self) -> u32 {
        self.last_of_paragraph.len()
    }

    /// The numbers of a document's clauses.
    pub fn clauses_of(&self, document: u32) -> Range<u32> {
        let Range { start, end } = self.paragraphs_of(document);
        let first = |paragraph: u32| self.clauses.get(paragraph as usize).copied().unwrap_or_default();
        first(start)..first(end).max(first(start))
    }

    /// The number of clauses of each paragraph of a document.
    pub fn sizes_of(&self, document: u32) -> impl Iterator<Item = u32> {
        let Range { start, end } = self.paragraphs_of(document);
        let starts = self.clauses.get(start as usize..=end as usize).unwrap_or_default();
        starts.iter().zip(starts.iter().skip(1)).map(|(start, end)| end - start)
    }

    fn paragraphs_of(&self, document: u32) -> Range<u32> {
        let document = document as usize;
        match self.paragraphs.get(document..document.saturating_add(2)) {
            Some(&[start, end]) => start..end,
            _ => 0..0,
        }
    }

    /// The numbers of a paragraph's clauses.
    pub fn clauses_of_paragraph(&self, document: u32, paragraph: usize) -> Range<u32> {
        let n_paragraphs = self.paragraphs_of(document).len();
        if paragraph < n_paragraphs { self.clauses_from_paragraph(document, paragraph) } else { 0..0 }
    }

    /// The numbers of a paragraph's clauses; beyond the last paragraph, an empty range at the end of the document.
    pub fn clauses_from_paragraph(&self, document: u32, paragraph: usize) -> Range<u32> {
        let Range { start, end } = self.paragraphs_of(document);
        let found = (start as usize).checked_add(paragraph).filter(|at| *at < end as usize);
        if let Some(&[start, end]) = found.and_then(|at| self.clauses.get(at..at + 2)) {
            return start..end;
        }
        let end = self.clauses_of(document).end;
        end..end
    }

    /// The paragraph of a clause, by its number in the document, and the clause's number in it.
    pub fn in_document(&self, document: u32, clause: u32) -> Option<(usize, usize)> {
        let at = self.clauses.partition_point(|first| *first <= clause).checked_sub(1)?;
        let paragraph = at.checked_sub(self.paragraphs_of(document).start as usize)?;
        Some((paragraph, (clause - self.clauses.get(at)?) as usize))
    }

    /// For each document how many clauses of a set are its own.
    pub fn by_document(&self, clauses: &ClauseSet) -> Vec<u32> {
        let (mut ranks, mut n_before) = (clauses.ranks(), 0);
        let n_own = |end: &u32| {
            let n = ranks.below(self.clauses.get(*end as usize).copied().unwrap_or_default());
            n.saturating_sub(std::mem::replace(&mut n_before, n))
        };
        self.paragraphs.get(1..).unwrap_or_default().iter().map(n_own).collect()
    }

    /// How many paragraphs hold a clause of a set. A subparagraph without a clause of its own is not counted.
    pub fn n_paragraphs(&self, clauses: &ClauseSet) -> u32 {
        n_runs_touched(clauses.words(), self.last_of_paragraph.words())
    }
}

/// How many runs of bits, each ending at a bit of `ends`, contain a bit of `set`.
///
/// It works on 64 bits at a time: if a run has a bit of the set before its end, adding ones to all its places but the last
/// carries into the last.
fn n_runs_touched(set: &[u64], ends: &[u64]) -> u32 {
    let mut carry = false;
    let mut n_runs = 0;
    for (set, ends) in set.iter().zip(ends) {
        let (sum, over) = (set & !ends).overflowing_add(!ends);
        let (sum, over_too) = sum.overflowing_add(u64::from(carry));
        carry = over || over_too;
        n_runs += ((sum | set) & ends).count_ones();
    }
    n_runs
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_paragraph_is_counted_once_however_many_of_its_clauses_match() {
        // The third run spans two words.
        let places = Places::new([[1, 3, 70, 2]]);
        for (clauses, expected) in [
            (&[][..], 0),
            (&[0], 1),
            (&[1, 2, 3], 1),
            (&[2], 1),
            (&[4, 73], 1),
            (&[4], 1),
            (&[73], 1),
            (&[3, 4, 70, 74, 75], 3),
        ] {
            let mut set = ClauseSet::none(76);
            for clause in clauses {
                set.insert(*clause);
            }
            assert_eq!(places.n_paragraphs(&set), expected, "{clauses:?}");
        }
        assert_eq!(places.n_paragraphs(&ClauseSet::all(76)), 4);
    }

    #[test]
    fn each_document_has_the_clauses_of_its_own_range() {
        let places = Places::new([vec![1, 0, 62], vec![], vec![1], vec![0, 200], vec![3, 3]]);
        for step in [1, 2, 5, 63, 64] {
            let mut set = ClauseSet::none(places.n_clauses());
            (0..places.n_clauses()).step_by(step).for_each(|clause| set.insert(clause));
            let expected: Vec<u32> = (0..5).map(|document| set.count_in(&places.clauses_of(document))).collect();
            assert_eq!(places.by_document(&set), expected, "every {step}");
        }
    }

    #[test]
    fn a_clause_is_found_from_its_place_and_back() {
        let places = Places::new([vec![0, 2, 0], vec![], vec![0, 0, 3]]);
        assert_eq!(places.clauses_of(0), 0..2);
        assert_eq!(places.clauses_of(1), 2..2);
        assert_eq!(places.clauses_of(2), 2..5);
        assert_eq!(places.clauses_of_paragraph(2, 2), 2..5);
        assert_eq!(places.clauses_of_paragraph(0, 3), 0..0, "the paragraph of another document");
        assert_eq!(places.in_document(0, 1), Some((1, 1)));
        assert_eq!(places.in_document(2, 3), Some((2, 1)));
        assert!(places.is_valid(3) && !places.is_valid(2));
    }
}
