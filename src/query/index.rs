use super::answer::{Answer, Filters};
use super::bits::Bits;
use super::facet::{Facet, Query};
use super::values::{FacetValues, PerFacet, Reader, Values};
use crate::model::{Glossary, Resolution};
use serde::{Deserialize, Serialize};
use std::ops::Range;
use std::rc::Rc;

/// Documents laid out for questions.
///
/// Clauses are numbered from 0 through all documents, in order.
#[derive(Clone, Debug)]
pub struct Index {
    pub(super) layout: Rc<Layout>,
    own: Rc<Own>,
}

/// What the reader has put beside the clauses.
#[derive(Debug)]
struct Own {
    values: Values,
    tree: FacetValues,
}

impl Own {
    fn new(values: Values) -> Rc<Self> {
        Rc::new(Self { tree: values.tree(Facet::Annotation), values })
    }
}

/// What an index holds, shared with its answers: they look the values up in it.
#[derive(Debug, Serialize, Deserialize)]
pub(super) struct Layout {
    places: Places,
    facets: Vec<FacetValues>,
    values: PerFacet<Values>,
}

/// Where a clause stands, by numbers from 0: the document's, the paragraph's in it, the clause's in that.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Place {
    /// The document's number.
    pub document: usize,
    /// The paragraph's number in the document.
    pub paragraph: usize,
    /// The clause's number in the paragraph.
    pub clause: usize,
}

impl Index {
    /// Lays out documents. The glossary says which topic, and which verb, lies beneath which value.
    pub fn new(documents: &[Resolution], glossary: &Glossary) -> Self {
        let reader = Reader::new(documents, glossary);
        let values = PerFacet::new(|facet| reader.values(facet));
        let published = Facet::ALL.into_iter().filter(|facet| *facet != Facet::Annotation);
        let facets = published.map(|facet| values.get(facet).tree(facet)).collect();
        Self::of(Layout { places: Places::new(documents), facets, values })
    }

    /// The index of a layout, without annotations.
    fn of(layout: Layout) -> Self {
        let none = Values::of_keys((0..layout.places.last_of_paragraph.len()).map(|_| Vec::new()));
        Self { layout: Rc::new(layout), own: Own::new(none) }
    }

    /// The same index with other annotations: for each clause, by number, the keys of what the reader has put beside it.
    #[must_use]
    pub fn annotated<'k>(&self, keys_of: impl Fn(u32) -> Vec<&'k str>) -> Self {
        let values = Values::of_keys((0..self.n_clauses()).map(keys_of));
        Self { own: Own::new(values), layout: Rc::clone(&self.layout) }
    }

    /// The index as one buffer, to be handed from a worker to a page of the same version; without annotations.
    pub fn to_bytes(&self) -> Vec<u8> {
        postcard::to_allocvec(&*self.layout).unwrap_or_default()
    }

    /// The index of a buffer; nothing if it is none.
    ///
    /// What was damaged on the way and still reads as an index may answer wrongly, but it answers.
    pub fn from_bytes(bytes: &[u8]) -> Option<Self> {
        let layout: Layout = postcard::from_bytes(bytes).ok()?;
        layout.places.last_of_paragraph.is_sound().then(|| Self::of(layout))
    }

    /// The values of every facet, in the order of [`Facet::ALL`]. They do not depend on any question.
    pub fn facets(&self) -> impl Iterator<Item = &FacetValues> {
        self.layout.facets.iter().chain([&self.own.tree])
    }

    pub(super) fn values(&self, facet: Facet) -> &Values {
        if facet == Facet::Annotation { &self.own.values } else { self.layout.values.get(facet) }
    }

    /// How many clauses there are.
    pub fn n_clauses(&self) -> u32 {
        self.layout.places.last_of_paragraph.len()
    }

    /// The clauses that a question matches, and what each further choice would leave. What its text finds is looked for
    /// before: `holding` are the clauses of [`super::Findings`], if it asks for any.
    pub fn ask(&self, query: &Query, holding: Option<&Bits>) -> Answer {
        Answer::new(self, query, holding)
    }

    /// The clauses that a question matches, when nobody asks for counts.
    pub fn matching(&self, query: &Query, holding: Option<&Bits>) -> Bits {
        Filters::new(self, query, holding).context(None)
    }

    /// The number of a clause. `document`, `paragraph` and `clause` count from 0, as in [`Place`].
    pub fn clause_number(&self, document: usize, paragraph: usize, clause: usize) -> Option<u32> {
        let numbers = self.clause_numbers(document, paragraph);
        let number = numbers.start.checked_add(u32::try_from(clause).ok()?)?;
        numbers.contains(&number).then_some(number)
    }

    /// The numbers of all clauses of a paragraph.
    pub fn clause_numbers(&self, document: usize, paragraph: usize) -> Range<u32> {
        self.layout.places.clause_numbers(document, paragraph).unwrap_or_default()
    }

    /// Where the clause of a number stands.
    pub fn place(&self, number: u32) -> Option<Place> {
        self.layout.places.place(number)
    }

    /// How many paragraphs these clauses stand in. A subparagraph without a clause of its own is not counted.
    pub(super) fn n_paragraphs(&self, clauses: &Bits) -> u32 {
        n_runs_touched(clauses.words(), self.layout.places.last_of_paragraph.words())
    }
}

/// How many runs of bits, each ending where `ends` has one, hold a bit of `set`.
///
/// All at once, by a carry: where a run has a bit of the set before its end, adding ones to all places but the end carries
/// into the end.
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

/// Which numbers the clauses of a paragraph have, and back.
#[derive(Debug, Serialize, Deserialize)]
struct Places {
    /// For each document the number of its first paragraph, then that of all paragraphs.
    paragraphs: Vec<u32>,
    /// For each paragraph the number of its first clause, then that of all clauses.
    clauses: Vec<u32>,
    /// The last clause of each paragraph.
    last_of_paragraph: Bits,
}

impl Places {
    fn new(documents: &[Resolution]) -> Self {
        let (mut paragraphs, mut clauses) = (vec![0], vec![0]);
        let mut n_clauses = 0;
        for document in documents {
            for paragraph in &document.paragraphs {
                n_clauses += paragraph.clauses.len() as u32;
                clauses.push(n_clauses);
            }
            paragraphs.push(clauses.len() as u32 - 1);
        }
        let mut last_of_paragraph = Bits::none(n_clauses);
        clauses.iter().filter_map(|end| end.checked_sub(1)).for_each(|last| last_of_paragraph.insert(last));
        Self { paragraphs, clauses, last_of_paragraph }
    }

    fn clause_numbers(&self, document: usize, paragraph: usize) -> Option<Range<u32>> {
        let &[first, end] = self.paragraphs.get(document..document.checked_add(2)?)? else { return None };
        let at = (first as usize).checked_add(paragraph).filter(|at| *at < end as usize)?;
        let &[start, end] = self.clauses.get(at..at + 2)? else { return None };
        Some(start..end)
    }

    fn place(&self, number: u32) -> Option<Place> {
        if number >= self.last_of_paragraph.len() {
            return None;
        }
        let at = self.clauses.partition_point(|first| *first <= number).checked_sub(1)?;
        let document = self.paragraphs.partition_point(|first| *first as usize <= at).checked_sub(1)?;
        let paragraph = at - *self.paragraphs.get(document)? as usize;
        let clause = (number - self.clauses.get(at)?) as usize;
        Some(Place { document, paragraph, clause })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_paragraph_is_counted_once_however_many_of_its_clauses_match() {
        // Paragraphs of 1, 3, 70 and 2 clauses: the third one reaches over a word.
        let ends = [0, 3, 73, 75];
        let mut last = Bits::none(76);
        for end in ends {
            last.insert(end);
        }
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
            let mut set = Bits::none(76);
            for clause in clauses {
                set.insert(*clause);
            }
            assert_eq!(n_runs_touched(set.words(), last.words()), expected, "{clauses:?}");
        }
        assert_eq!(n_runs_touched(Bits::all(76).words(), last.words()), 4);
    }
}
