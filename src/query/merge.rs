//! The merge policy, and merging itself.
//!
//! Four segments of about one size are merged into one of the next size, so a document is copied once for each size and
//! adding N documents costs O(N log N) in total. Two segments that fit into one of full size are merged too; a full one is
//! rewritten only when half of it was removed. The worker does the merging: bytes in, bytes out.

use super::deadlines::Deadlines;
use super::entry::{Entry, SegmentNumber};
use super::facet::PerFacet;
use super::index::Index;
use super::places::Places;
use super::segment::{Segment, keep_first};
use super::values::ValuesBuilder;
use super::words::WordsBuilder;
use crate::model::DocumentId;

/// How many segments of one size are merged, which is also the ratio between sizes.
const FACTOR: usize = 4;

/// The most clauses in a merged segment: their numbers fit in two bytes, and a merge takes some tenths of a second.
const FULL: u32 = 1 << 16;

/// Segments that should become one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Merge {
    /// Their numbers, for [`Index::segment`] and [`Index::replace`].
    pub segments: Vec<SegmentNumber>,
    /// The removed documents in them, which are not copied.
    pub removed: Vec<DocumentId>,
}

impl Index {
    /// The segments to merge next; `None` if no merge is worth it.
    pub fn merge_due(&self) -> Option<Merge> {
        let mut by_size: Vec<(u32, &Entry)> =
            self.entries().iter().map(|entry| (entry.n_live_clauses(), entry)).collect();
        by_size.sort_by_key(|(n_clauses, entry)| (*n_clauses, entry.number));
        for same in by_size.chunk_by(|(one, _), (other, _)| size_class(*one) == size_class(*other)) {
            let mut sum = 0;
            let fits = |(n_clauses, _): &&(u32, &Entry)| {
                sum += *n_clauses;
                sum <= FULL
            };
            let first: Vec<&Entry> = same.iter().take(FACTOR).take_while(fits).map(|(_, entry)| *entry).collect();
            if same.len() >= FACTOR && first.len() > 1 {
                return Some(Merge::of(&first));
            }
        }
        let is_half_empty = |(n_clauses, entry): &&(u32, &Entry)| n_clauses * 2 < entry.segment.n_clauses();
        by_size.iter().find(is_half_empty).map(|(_, entry)| Merge::of(&[entry]))
    }
}

fn size_class(n_clauses: u32) -> u32 {
    n_clauses.max(1).ilog2() / FACTOR.ilog2()
}

impl Merge {
    fn of(entries: &[&Entry]) -> Self {
        let is_removed = |entry: &&Entry| {
            let documents = entry.positions.iter().zip(&entry.segment.documents);
            let removed = documents.filter(|(position, _)| position.is_none());
            removed.map(|(_, id)| id.clone()).collect::<Vec<_>>()
        };
        Self {
            segments: entries.iter().map(|entry| entry.number).collect(),
            removed: entries.iter().flat_map(is_removed).collect(),
        }
    }
}

/// Merges segments, as [`Segment::to_bytes`] writes them, into one, leaving out the removed documents; `None` if some of
/// them cannot be read.
pub fn merge<B: AsRef<[u8]>>(segments: &[B], removed: &[DocumentId]) -> Option<Vec<u8>> {
    let segments: Option<Vec<Segment>> = segments.iter().map(|bytes| Segment::from_bytes(bytes.as_ref())).collect();
    Some(Segment::merged(&segments?, removed).to_bytes())
}

impl Segment {
    /// Merges segments, leaving out the removed documents. Of documents with one id, the first is kept.
    pub fn merged(segments: &[Self], removed: &[DocumentId]) -> Self {
        let mut removed: Vec<&DocumentId> = removed.iter().collect();
        removed.sort_unstable();
        let mut kept: Vec<(&DocumentId, usize, u32)> = Vec::new();
        for (at, segment) in segments.iter().enumerate() {
            kept.extend(segment.documents.iter().zip(0..).map(|(id, document)| (id, at, document)));
        }
        kept.retain(|(id, ..)| removed.binary_search(id).is_err());
        keep_first(&mut kept, |(id, ..)| id);
        let mut values = PerFacet::new(ValuesBuilder::new);
        let mut words = WordsBuilder::default();
        let mut deadlines = Deadlines::default();
        for of_segment in kept.chunk_by(|(_, one, _), (_, other, _)| one == other) {
            let Some(segment) = of_segment.first().and_then(|(_, at, _)| segments.get(*at)) else { continue };
            let documents: Vec<u32> = of_segment.iter().map(|(.., document)| *document).collect();
            words.add_segment(&segment.words, &segment.places, &documents);
            for document in &documents {
                deadlines.extend(&segment.deadlines, &segment.places, *document);
            }
            for facet in super::Facet::ALL {
                let own = segment.values.get(facet);
                values.get_mut(facet).add_segment(own, &segment.places, &documents);
            }
        }
        let sizes = kept
            .iter()
            .filter_map(|(_, at, document)| segments.get(*at).map(|segment| segment.places.sizes_of(*document)));
        let places = Places::new(sizes);
        Self::from_parts(kept.iter().map(|(id, ..)| (*id).clone()).collect(), places, values, words, deadlines)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn four_times_as_many_clauses_are_the_next_size() {
        assert_eq!([0, 1, 3, 4, 15, 16, 63, FULL - 1, FULL].map(size_class), [0, 0, 0, 1, 1, 2, 2, 7, 8]);
    }
}
