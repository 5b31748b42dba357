//! Iterates over matches in document order.

use super::answer::Answer;
use super::clause_set::ClauseSet;
use super::entry::Entry;
use super::place::Place;
use std::ops::Range;

impl Answer {
    /// Whether the clause at a place matches.
    pub fn matches(&self, place: Place) -> bool {
        self.in_paragraph(place.document, place.paragraph).nth(place.clause).unwrap_or_default()
    }

    /// For each clause of a paragraph, whether it matches.
    pub fn in_paragraph(&self, document: usize, paragraph: usize) -> impl Iterator<Item = bool> {
        let found = self.document(document);
        let clauses =
            found.as_ref().map(|found| found.entry.segment.places.clauses_of_paragraph(found.number, paragraph));
        let matching = found.map(|found| found.matching);
        clauses.unwrap_or_default().map(move |clause| matching.is_some_and(|set| set.contains(clause)))
    }

    /// All matches, in order.
    pub fn places(&self) -> impl Iterator<Item = Place> {
        self.documents().flat_map(|document| self.places_in(document))
    }

    /// The documents that have matches, by their positions.
    pub fn documents(&self) -> impl Iterator<Item = usize> {
        let n_before = &self.n_before;
        let has_matches = |document: &usize| n_before.get(*document) != n_before.get(document + 1);
        (0..self.index.n_documents()).filter(has_matches)
    }

    /// The matches of a document, in order.
    pub fn places_in(&self, document: usize) -> impl Iterator<Item = Place> {
        let found = self.document(document);
        found.into_iter().flat_map(|found| {
            let range = found.clauses.clone();
            found.matching.iter_in(&range).filter_map(move |clause| found.place(clause))
        })
    }

    /// The number of matches before a place.
    pub fn n_before_place(&self, place: Place) -> u32 {
        let before = self.n_before.get(place.document).copied().unwrap_or(self.n_clauses);
        let within = self
            .document(place.document)
            .map_or(0, |found| found.matching.count_in(&(found.clauses.start..found.first_from(place))));
        before + within
    }

    /// The n-th match, from 0.
    pub fn nth(&self, n: u32) -> Option<Place> {
        let document = self.n_before.partition_point(|before| *before <= n).checked_sub(1)?;
        let before = self.n_before.get(document)?;
        self.places_in(document).nth((n - before) as usize)
    }

    /// The first match at or after a place.
    pub fn first_from(&self, place: Place) -> Option<Place> {
        self.nth(self.n_before_place(place))
    }

    /// The last match before a place.
    pub fn last_before(&self, place: Place) -> Option<Place> {
        self.nth(self.n_before_place(place).checked_sub(1)?)
    }

    fn document(&self, position: usize) -> Option<DocumentHits<'_>> {
        let spot = self.index.spot(position)?;
        let entry = self.index.entries().get(spot.entry as usize)?;
        let matching = self.matching.get(spot.entry as usize)?;
        let clauses = entry.segment.places.clauses_of(spot.document);
        Some(DocumentHits { position, number: spot.document, entry, matching, clauses })
    }
}

/// The matches of a document.
struct DocumentHits<'a> {
    position: usize,
    /// The document's number in its segment.
    number: u32,
    entry: &'a Entry,
    matching: &'a ClauseSet,
    /// The document's clauses.
    clauses: Range<u32>,
}

impl DocumentHits<'_> {
    fn place(&self, clause: u32) -> Option<Place> {
        let (paragraph, clause) = self.entry.segment.places.in_document(self.number, clause)?;
        Some(Place { document: self.position, paragraph, clause })
    }

    /// The number of the first clause at or after a place.
    fn first_from(&self, place: Place) -> u32 {
        let paragraph = self.entry.segment.places.clauses_from_paragraph(self.number, place.paragraph);
        let clause = u32::try_from(place.clause).unwrap_or(u32::MAX);
        paragraph.start.saturating_add(clause).min(paragraph.end)
    }
}
