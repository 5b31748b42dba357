//! Answers do not depend on how documents are divided into segments or merged.

use super::naive::annotations;
use super::properties::{ScopeOf, annotate, documents, glossary, question, scope, values};
use super::{Desk, id, sample, with_ids};
use dispositif::model::{DocumentId, Resolution};
use dispositif::query::{Axis, Facet, Index, LastWord, Query, Question, Scope, Segment, SegmentNumber, merge};
use proptest::prelude::*;
use proptest::sample::select;
use std::fmt::Write;

/// Everything that can be asked of an index with a question, as text.
fn all_answers(index: &Index, query: &Query, scope: &Scope, axes: (Axis, Axis)) -> String {
    let text = index.find(&query.text, LastWord::Whole);
    let answer = index.ask(Question { query, scope, text: text.as_ref() });
    let mut out = format!(
        "{} clauses, {} paragraphs, {} documents of {}\n{:?}\n{:?}\n",
        answer.n_clauses,
        answer.n_paragraphs,
        answer.n_documents,
        index.n_documents(),
        answer.places().collect::<Vec<_>>(),
        answer.matrix(query, axes.0, axes.1),
    );
    for facet in index.facets() {
        for value in values(facet) {
            let children: Vec<_> = value.children.iter().map(|child| &child.key).collect();
            let count = answer.counts.get(facet.facet, value.number);
            let _ = writeln!(out, "{:?} {} {} {count} {children:?}", facet.facet, value.key, value.total);
        }
    }
    for word in ["preuvves", "regionale", "pary"] {
        let _ = writeln!(out, "{:?}", index.spelled_like(word));
    }
    out
}

/// The documents in segments: each goes into the one of its number.
fn divided(documents: &[Resolution], segment_of: &[usize]) -> Index {
    let mut index = Index::default();
    for segment in 0..4 {
        let own =
            with_ids(documents).zip(segment_of).filter(|(_, of)| **of == segment).map(|(document, _)| document);
        index.add(Segment::new(own, &glossary()));
    }
    index
}

fn in_order(index: &mut Index, documents: &[Resolution]) {
    let order: Vec<DocumentId> = with_ids(documents).map(|(id, _)| id).collect();
    index.arrange(&order);
}

/// Merges the segments that are at some places of the list, as a worker would.
fn merge_some(index: &mut Index, places: &[usize], removed: &[DocumentId]) {
    let all: Vec<SegmentNumber> = index.segments().map(|(number, _)| number).collect();
    let mut chosen: Vec<SegmentNumber> = places.iter().filter_map(|place| all.get(*place)).copied().collect();
    chosen.sort();
    chosen.dedup();
    let bytes: Vec<Vec<u8>> = chosen.iter().map(|number| index.segment(*number).unwrap().to_bytes()).collect();
    let merged = merge(&bytes, removed).unwrap();
    index.replace(&chosen, Segment::from_bytes(&merged).unwrap());
}

fn block(documents: &[Resolution]) -> Index {
    Desk::new(documents, &glossary()).index
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 100, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn segments_in_any_division_and_merged_in_any_order_answer_as_one_block(
        documents in documents(),
        segment_of in prop::collection::vec(0..4usize, 7),
        merges in prop::collection::vec(prop::collection::vec(0..4usize, 1..4), 0..4),
        (query, _) in question(),
        scope in scope(),
        axes in (select(&Axis::ALL[..]), select(&Axis::ALL[..])),
    ) {
        let mut one = block(&documents);
        annotate(&mut one, &documents);
        let mut index = divided(&documents, &segment_of);
        annotate(&mut index, &documents);
        in_order(&mut index, &documents);
        let scope: Scope = ScopeOf::of(&scope, &documents);
        let expected = all_answers(&one, &query, &scope, axes);
        prop_assert_eq!(all_answers(&index, &query, &scope, axes), expected.clone());
        for places in &merges {
            merge_some(&mut index, places, &[]);
            prop_assert_eq!(all_answers(&index, &query, &scope, axes), expected.clone(), "{:?}", places);
        }
    }

    #[test]
    fn adding_and_removing_a_document_changes_nothing(
        documents in documents(),
        segment_of in prop::collection::vec(0..4usize, 7),
        removed in prop::collection::vec(any::<bool>(), 7),
        merges in prop::collection::vec(prop::collection::vec(0..4usize, 1..4), 0..3),
        (query, _) in question(),
        axes in (select(&Axis::ALL[..]), select(&Axis::ALL[..])),
    ) {
        let mut index = divided(&documents, &segment_of);
        annotate(&mut index, &documents);
        in_order(&mut index, &documents);
        let gone: Vec<DocumentId> =
            with_ids(&documents).zip(&removed).filter(|(_, removed)| **removed).map(|((id, _), _)| id).collect();
        index.remove(&gone);
        // With the ids that they have above.
        let mut kept = Index::default();
        let left = with_ids(&documents).zip(&removed).filter(|(_, removed)| !**removed).map(|(document, _)| document);
        kept.add(Segment::new(left, &glossary()));
        annotate(&mut kept, &documents);
        let expected = all_answers(&kept, &query, &Scope::Library, axes);
        prop_assert_eq!(all_answers(&index, &query, &Scope::Library, axes), expected.clone());
        for places in &merges {
            // A worker may know of the removals or not.
            let known = if places.len() > 1 { &gone[..] } else { &[] };
            merge_some(&mut index, places, known);
            prop_assert_eq!(all_answers(&index, &query, &Scope::Library, axes), expected.clone(), "{:?}", places);
        }
    }
}

fn many(n: usize) -> Vec<Resolution> {
    (0..n).flat_map(|_| sample()).collect()
}

/// Adds documents one by one, merging whenever it is due; gives how many clauses were written in all.
fn added_one_by_one(documents: &[Resolution], index: &mut Index) -> u32 {
    let mut n_written = 0;
    for document in with_ids(documents) {
        let segment = Segment::new([document], &glossary());
        n_written += segment.n_clauses();
        index.add(segment);
        while let Some(due) = index.merge_due() {
            let segments: Vec<Segment> =
                due.segments.iter().map(|number| index.segment(*number).unwrap().clone()).collect();
            let merged = Segment::merged(&segments, &due.removed);
            n_written += merged.n_clauses();
            index.replace(&due.segments, merged);
        }
    }
    n_written
}

#[test]
fn adding_documents_one_by_one_copies_each_a_few_times_and_leaves_few_segments() {
    let documents = many(400);
    let mut index = Index::default();
    let n_written = added_one_by_one(&documents, &mut index);
    assert_eq!(index.n_clauses(), 2000);
    assert!(n_written < 2000 * 8, "{n_written}");
    assert!(index.segments().count() < 20, "{}", index.segments().count());
    assert!(index.documents().eq(with_ids(&documents).map(|(id, _)| id).collect::<Vec<_>>().iter()));
}

#[test]
fn a_document_that_is_removed_while_its_segment_is_merged_stays_removed() {
    let documents = many(2);
    let mut index = Index::default();
    with_ids(&documents).for_each(|document| index.add(Segment::new([document], &glossary())));
    let numbers: Vec<_> = index.segments().map(|(number, _)| number).collect();
    let segments: Vec<_> = numbers.iter().map(|number| index.segment(*number).unwrap().clone()).collect();
    let merged = Segment::merged(&segments, &[]);
    index.remove([&id(0, &documents[0])]);
    index.replace(&numbers, merged);
    assert_eq!((index.n_documents(), index.n_clauses()), (1, 5));
    assert_eq!(index.position(&id(0, &documents[0])), None);
    assert_eq!(index.position(&id(1, &documents[1])), Some(0));
}

#[test]
fn a_document_that_is_added_again_takes_its_own_place() {
    let mut documents = many(3);
    let mut index = Index::of(Segment::new(with_ids(&documents), &glossary()));
    documents[1].paragraphs.truncate(1);
    index.add(Segment::new([(id(1, &documents[1]), &documents[1])], &glossary()));
    assert_eq!((index.n_documents(), index.n_clauses()), (3, 11));
    assert_eq!(index.position(&id(1, &documents[1])), Some(1));
}

#[test]
fn a_segment_that_is_mostly_removed_is_written_again() {
    let documents = many(3);
    let mut index = Index::of(Segment::new(with_ids(&documents), &glossary()));
    assert_eq!(index.merge_due(), None);
    index.remove([&id(0, &documents[0]), &id(2, &documents[2])]);
    let due = index.merge_due().unwrap();
    assert_eq!(due.removed, [id(0, &documents[0]), id(2, &documents[2])]);
    let merged = Segment::merged(&[index.segment(due.segments[0]).unwrap().clone()], &due.removed);
    assert_eq!(merged.n_clauses(), 5);
    index.replace(&due.segments, merged);
    assert_eq!((index.merge_due(), index.n_clauses()), (None, 5));
}

#[test]
fn annotations_follow_their_document_through_merges_and_can_be_taken_away() {
    let documents = many(2);
    let mut index = Index::default();
    with_ids(&documents).for_each(|document| index.add(Segment::new([document], &glossary())));
    annotate(&mut index, &documents);
    let n_stars = |index: &Index| index.ask(&Query::default()).counts.of(Facet::Annotation, "star");
    let expected =
        super::places(&documents).into_iter().filter(|place| annotations(*place).contains(&"star")).count() as u32;
    assert_eq!(n_stars(&index), expected);
    merge_some(&mut index, &[0, 1], &[]);
    assert_eq!(n_stars(&index), expected);
    index.annotate([(&id(0, &documents[0]), Vec::new())]);
    assert_eq!(n_stars(&index), expected / 2);
}
