use super::entry::{Annotated, DocumentPlace, Entry, SegmentNumber};
use super::facet::{Facet, PerFacet, Reach};
use super::interner::Interner;
use super::place::Place;
use super::segment::Segment;
use super::tree::{self, FacetValues, ValueNumber};
use super::values::{Values, ValuesBuilder};
use crate::model::DocumentId;
use std::cell::OnceCell;
use std::rc::Rc;

/// The index over the library's documents, in the caller's order. Cheap to clone.
///
/// It is a list of [`Segment`]s. A removed document stays in its segment, hidden, until the segment is merged.
#[derive(Clone, Debug, Default)]
pub struct Index(Rc<Contents>);

#[derive(Clone, Debug, Default)]
struct Contents {
    entries: Vec<Entry>,
    /// Where each document is, in the caller's order.
    order: Vec<DocumentPlace>,
    /// The values of each facet, numbered in order of first occurrence. None is ever removed, so that numbers stay valid.
    values: PerFacet<Interner>,
    n_segments_seen: u32,
    facets: OnceCell<Vec<FacetValues>>,
}

impl Index {
    /// An index of one segment.
    pub fn of(segment: Segment) -> Self {
        let mut index = Self::default();
        index.add(segment);
        index
    }

    /// Adds a segment's documents at the end. A document that is in the index already is replaced and keeps its position.
    pub fn add(&mut self, segment: Segment) {
        self.put(segment, |_| true, true);
    }

    /// Replaces segments by the one they were merged into. Documents removed in the meantime stay removed.
    pub fn replace(&mut self, merged_from: &[SegmentNumber], segment: Segment) {
        self.put(segment, |entry| merged_from.contains(&entry.number), false);
    }

    fn put(&mut self, segment: Segment, is_replaced: impl Fn(&Entry) -> bool, adds: bool) {
        let contents = Rc::make_mut(&mut self.0);
        let number = SegmentNumber(contents.n_segments_seen);
        contents.n_segments_seen += 1;
        let at = contents.entries.len() as u32;
        let mut positions = Vec::with_capacity(segment.documents.len());
        let mut annotations = Vec::new();
        for (id, document) in segment.documents.iter().zip(0..) {
            let here = contents.find(id).filter(|spot| contents.entry(*spot).is_some_and(&is_replaced));
            let new = DocumentPlace { entry: at, document };
            let position = here.and_then(|spot| {
                let entry = contents.entries.get_mut(spot.entry as usize)?;
                let own = entry.annotations.iter().find(|(document, _)| *document == spot.document);
                annotations.extend(own.map(|(_, own)| (document, Rc::clone(own))));
                entry.positions.get_mut(spot.document as usize)?.take()
            });
            if let Some(place) = position.and_then(|position| contents.order.get_mut(position as usize)) {
                *place = new;
            }
            positions.push(position.or_else(|| {
                adds.then(|| {
                    contents.order.push(new);
                    contents.order.len() as u32 - 1
                })
            }));
        }
        let numbers = PerFacet::new(|facet| contents.number(facet, segment.values.get(facet)));
        let mut entry = Entry {
            number,
            segment: Rc::new(segment),
            numbers,
            positions,
            live: None,
            annotations,
            annotation_values: None,
        };
        entry.set_live();
        contents.entries.push(entry);
        contents.annotate(at as usize);
        contents.tidy(&is_replaced);
    }

    /// Marks documents as removed. Their data goes when their segments are merged.
    pub fn remove<'d>(&mut self, documents: impl IntoIterator<Item = &'d DocumentId>) {
        let contents = Rc::make_mut(&mut self.0);
        for id in documents {
            if let Some(spot) = contents.find(id)
                && let Some(entry) = contents.entries.get_mut(spot.entry as usize)
                && let Some(position) = entry.positions.get_mut(spot.document as usize)
            {
                *position = None;
                entry.annotations.retain(|(document, _)| *document != spot.document);
            }
        }
        let entries = &contents.entries;
        contents.order.retain(|spot| entries.get(spot.entry as usize).is_some_and(|e| e.is_live(spot.document)));
        contents.tidy(|_| true);
    }

    /// Reorders the documents. Those that are not listed follow in their present order.
    pub fn arrange(&mut self, order: &[DocumentId]) {
        let contents = Rc::make_mut(&mut self.0);
        let mut spots: Vec<DocumentPlace> = Vec::with_capacity(contents.order.len());
        let mut is_taken = vec![false; contents.order.len()];
        for spot in order.iter().filter_map(|id| contents.find(id)) {
            let position =
                contents.entry(spot).and_then(|e| e.positions.get(spot.document as usize).copied().flatten());
            let taken = position.and_then(|position| is_taken.get_mut(position as usize));
            if let Some(taken) = taken
                && !*taken
            {
                *taken = true;
                spots.push(spot);
            }
        }
        spots.extend(contents.order.iter().zip(&is_taken).filter(|(_, taken)| !**taken).map(|(spot, _)| *spot));
        contents.order = spots;
        contents.set_positions();
    }

    /// Sets the annotations of some documents.
    pub fn annotate<'d>(&mut self, documents: impl IntoIterator<Item = (&'d DocumentId, Vec<Annotated>)>) {
        let contents = Rc::make_mut(&mut self.0);
        let mut changed = vec![false; contents.entries.len()];
        for (id, annotated) in documents {
            let Some(spot) = contents.find(id) else { continue };
            let Some(entry) = contents.entries.get_mut(spot.entry as usize) else { continue };
            entry.annotations.retain(|(document, _)| *document != spot.document);
            if !annotated.is_empty() {
                entry.annotations.push((spot.document, annotated.into()));
            }
            changed.get_mut(spot.entry as usize).into_iter().for_each(|changed| *changed = true);
        }
        for (entry, _) in changed.iter().enumerate().filter(|(_, changed)| **changed) {
            contents.annotate(entry);
        }
        contents.facets.take();
    }

    /// The places of all annotated clauses, in order.
    pub fn annotated(&self) -> Vec<Place> {
        let mut places = Vec::new();
        for entry in &self.0.entries {
            for (document, annotated) in &entry.annotations {
                let Some(position) = entry.positions.get(*document as usize).copied().flatten() else { continue };
                let document = position as usize;
                let place = |of: &Annotated| Place { document, paragraph: of.paragraph, clause: of.clause };
                places.extend(annotated.iter().map(place));
            }
        }
        places.sort_unstable();
        places
    }

    /// The values of every facet, in the order of [`Facet::ALL`]. They do not depend on any question.
    pub fn facets(&self) -> impl Iterator<Item = &FacetValues> {
        self.0
            .facets
            .get_or_init(|| {
                let values = |facet| tree::values(self.entries(), self.0.values.get(facet), facet);
                Facet::ALL.map(values).into()
            })
            .iter()
    }

    /// The values of a facet.
    pub fn facet(&self, facet: Facet) -> Option<&FacetValues> {
        self.facets().find(|values| values.facet == facet)
    }

    /// The number of a value that any document has or had.
    pub fn value(&self, facet: Facet, key: &str) -> Option<ValueNumber> {
        self.0.values.get(facet).known(key).map(ValueNumber)
    }

    /// The keys of all values that a facet has or had, by [`ValueNumber`].
    pub fn keys(&self, facet: Facet) -> impl Iterator<Item = &str> {
        self.0.values.get(facet).words().iter()
    }

    /// The numbers of the values that a clause has in a facet, as places in [`Self::keys`], in the order its document has
    /// them: of actors those that are addressees, of topics and actions all, with those above them.
    pub fn values_at(&self, place: Place, facet: Facet) -> Vec<usize> {
        let mut numbers = Vec::new();
        let Some((entry, clause)) = self.clause_at(place) else { return numbers };
        let reach = if facet == Facet::Actor { Reach::Narrow } else { Reach::Wide };
        if let Some(by_clause) = entry.values(facet).and_then(|values| values.by_clause(reach)) {
            let number = |local: u32| entry.numbers.get(facet).get(local as usize).map(|number| *number as usize);
            by_clause.rows.row(clause).for_each(|local| numbers.extend(number(local)));
        }
        numbers
    }

    /// When a clause is first due, as a number: 20301231 for 31 December 2030, 20301200 for December 2030, 99999999 if
    /// its time is no date; `None` if it is not due.
    pub fn first_due(&self, place: Place) -> Option<u32> {
        let (entry, clause) = self.clause_at(place)?;
        entry.segment.deadlines.first(clause)
    }

    /// How many clauses there are.
    pub fn n_clauses(&self) -> u32 {
        self.0.entries.iter().map(Entry::n_live_clauses).sum()
    }

    /// How many documents there are.
    pub fn n_documents(&self) -> usize {
        self.0.order.len()
    }

    /// The documents, in order.
    pub fn documents(&self) -> impl Iterator<Item = &DocumentId> {
        (0..self.n_documents()).filter_map(|position| self.document(position))
    }

    /// The document at a position.
    pub fn document(&self, position: usize) -> Option<&DocumentId> {
        let (entry, document) = self.at(position)?;
        entry.segment.documents.get(document as usize)
    }

    /// The position of a document.
    pub fn position(&self, id: &DocumentId) -> Option<usize> {
        let spot = self.0.find(id)?;
        self.0.entry(spot)?.positions.get(spot.document as usize).copied().flatten().map(|at| at as usize)
    }

    /// The segments, each with its number of live clauses.
    pub fn segments(&self) -> impl Iterator<Item = (SegmentNumber, u32)> {
        self.0.entries.iter().map(|entry| (entry.number, entry.n_live_clauses()))
    }

    /// A segment, to be sent to the worker that merges it.
    pub fn segment(&self, number: SegmentNumber) -> Option<&Segment> {
        self.0.entries.iter().find(|entry| entry.number == number).map(|entry| &*entry.segment)
    }

    pub(super) fn entries(&self) -> &[Entry] {
        &self.0.entries
    }

    pub(super) fn spot(&self, position: usize) -> Option<DocumentPlace> {
        self.0.order.get(position).copied()
    }

    pub(super) fn spot_of(&self, id: &DocumentId) -> Option<DocumentPlace> {
        self.0.find(id)
    }

    /// The segment of the document at a position, and its number there.
    pub(super) fn at(&self, position: usize) -> Option<(&Entry, u32)> {
        let spot = self.spot(position)?;
        Some((self.0.entry(spot)?, spot.document))
    }

    /// The segment of a clause, and its number there.
    fn clause_at(&self, place: Place) -> Option<(&Entry, u32)> {
        let (entry, document) = self.at(place.document)?;
        let mut clauses = entry.segment.places.clauses_of_paragraph(document, place.paragraph);
        Some((entry, clauses.nth(place.clause)?))
    }

    /// How many values a facet has or had.
    pub(super) fn n_values(&self, facet: Facet) -> usize {
        self.0.values.get(facet).words().len()
    }
}

impl Contents {
    fn entry(&self, spot: DocumentPlace) -> Option<&Entry> {
        self.entries.get(spot.entry as usize)
    }

    /// Where a live document is.
    fn find(&self, id: &DocumentId) -> Option<DocumentPlace> {
        self.entries.iter().zip(0..).find_map(|(entry, at)| {
            let document = entry.segment.find(id).filter(|document| entry.is_live(*document))?;
            Some(DocumentPlace { entry: at, document })
        })
    }

    /// The number of each value of a segment.
    fn number(&mut self, facet: Facet, values: &Values) -> Rc<[u32]> {
        let known = self.values.get_mut(facet);
        values.keys.iter().map(|key| known.number(key)).collect()
    }

    /// Computes the annotation values of a segment.
    fn annotate(&mut self, at: usize) {
        let Some(entry) = self.entries.get(at) else { return };
        let mut values = None;
        if !entry.annotations.is_empty() {
            let places = &entry.segment.places;
            let mut keys: Vec<(u32, &str)> = Vec::new();
            for (document, annotated) in &entry.annotations {
                for of_clause in annotated.iter() {
                    let clauses = places.clauses_of_paragraph(*document, of_clause.paragraph);
                    let clause = clauses.clone().nth(of_clause.clause);
                    keys.extend(clause.into_iter().flat_map(|n| of_clause.keys.iter().map(move |key| (n, &**key))));
                }
            }
            keys.sort_unstable();
            let mut keys = keys.into_iter().peekable();
            let mut builder = ValuesBuilder::new(Facet::Annotation);
            for clause in 0..places.n_clauses() {
                while let Some((_, key)) = keys.next_if(|(of, _)| *of == clause) {
                    builder.add(Reach::Wide, key, || None);
                }
                builder.end_row(Facet::Annotation);
            }
            values = Some(Rc::new(builder.finish(Facet::Annotation)));
        }
        let numbers = values.as_ref().map(|values| self.number(Facet::Annotation, values)).unwrap_or_default();
        if let Some(entry) = self.entries.get_mut(at) {
            *entry.numbers.get_mut(Facet::Annotation) = numbers;
            entry.annotation_values = values;
        }
    }

    /// Updates what depends on the set of live documents, and drops empty segments.
    fn tidy(&mut self, may_have_lost: impl Fn(&Entry) -> bool) {
        let is_used = |entry: &Entry| entry.positions.iter().any(Option::is_some);
        let mut n_kept = 0;
        let moved: Vec<u32> = self
            .entries
            .iter()
            .map(|entry| {
                n_kept += u32::from(is_used(entry));
                n_kept.saturating_sub(1)
            })
            .collect();
        self.entries.retain(is_used);
        for spot in &mut self.order {
            spot.entry = moved.get(spot.entry as usize).copied().unwrap_or_default();
        }
        for entry in self.entries.iter_mut().filter(|entry| may_have_lost(entry)) {
            let n_live = entry.positions.iter().flatten().count();
            if n_live < entry.positions.len() {
                entry.set_live();
            }
        }
        self.set_positions();
        self.facets.take();
    }

    fn set_positions(&mut self) {
        for (spot, position) in self.order.iter().zip(0..) {
            let entry = self.entries.get_mut(spot.entry as usize);
            if let Some(place) = entry.and_then(|entry| entry.positions.get_mut(spot.document as usize)) {
                *place = Some(position);
            }
        }
    }
}
