//! A segment: an immutable index of some documents.
//!
//! The design is that of Lucene and tantivy. Each document arrives as its own segment, built by the worker that read it,
//! and small segments are merged into larger ones from time to time. So adding a document does not rebuild the index.

use super::deadlines::Deadlines;
use super::facet::{Facet, PerFacet, Reach};
use super::places::Places;
use super::values::{Holders, Values, ValuesBuilder};
use super::words::{Words, WordsBuilder};
use crate::model::{Clause, DocumentId, Glossary, Organ, Paragraph, Resolution, Role, TopicId, TopicRank};
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// An immutable index of some documents.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Segment {
    pub(super) documents: Vec<DocumentId>,
    pub(super) places: Places,
    /// Annotations are not in it: they change, so the [`super::Index`] holds them.
    pub(super) values: PerFacet<Values>,
    pub(super) words: Words,
    pub(super) deadlines: Deadlines,
    /// The documents in the order of their ids.
    #[serde(skip)]
    by_id: Vec<u32>,
}

impl Segment {
    /// Indexes documents, each id once. The glossary gives the parents of topics and the classes of verbs.
    pub fn new<'d>(documents: impl IntoIterator<Item = (DocumentId, &'d Resolution)>, glossary: &Glossary) -> Self {
        let mut documents: Vec<(DocumentId, &Resolution)> = documents.into_iter().collect();
        keep_first(&mut documents, |(id, _)| id);
        let mut values = PerFacet::new(ValuesBuilder::new);
        let mut words = WordsBuilder::default();
        let mut deadlines = Deadlines::default();
        for (id, document) in &documents {
            words.add_document(document);
            document.clauses().for_each(|(_, clause)| deadlines.push(clause));
            add_values(id, document, glossary, &mut values);
        }
        let places = Places::of_documents(documents.iter().map(|(_, document)| *document));
        Self::from_parts(documents.into_iter().map(|(id, _)| id).collect(), places, values, words, deadlines)
    }

    pub(super) fn from_parts(
        documents: Vec<DocumentId>,
        places: Places,
        mut values: PerFacet<ValuesBuilder>,
        words: WordsBuilder,
        deadlines: Deadlines,
    ) -> Self {
        let values = PerFacet::new(|facet| std::mem::take(values.get_mut(facet)).finish(facet));
        let words = words.finish(&places);
        Self { by_id: sorted(&documents), documents, places, values, words, deadlines }
    }

    /// Serialises the segment, to send it from a worker to a page of the same version.
    pub fn to_bytes(&self) -> Vec<u8> {
        // Writing to memory fails only when memory is used up; the empty buffer is then refused.
        postcard::to_allocvec(self).unwrap_or_default()
    }

    /// Reads a buffer that [`Self::to_bytes`] wrote; `None` if it is not one.
    ///
    /// Damaged bytes that still pass as a segment may give wrong answers, but never a panic.
    pub fn from_bytes(bytes: &[u8]) -> Option<Self> {
        let mut segment: Self = postcard::from_bytes(bytes).ok()?;
        segment.by_id = sorted(&segment.documents);
        segment.is_valid().then_some(segment)
    }

    fn is_valid(&self) -> bool {
        let (n_documents, n_clauses) = (self.documents.len(), self.n_clauses());
        self.places.is_valid(n_documents)
            && Facet::ALL.into_iter().filter(|facet| *facet != Facet::Annotation).all(|facet| {
                let values = self.values.get(facet);
                values.is_valid(n_documents, n_clauses)
                    && matches!(values.holders, Holders::Documents(_)) == facet.is_of_documents()
            })
            && self.words.is_valid(n_documents, n_clauses)
            && self.deadlines.is_valid(n_clauses)
    }

    /// Its documents.
    pub fn documents(&self) -> &[DocumentId] {
        &self.documents
    }

    /// How many clauses it has.
    pub fn n_clauses(&self) -> u32 {
        self.places.n_clauses()
    }

    /// The number of a document in it.
    pub(super) fn find(&self, id: &DocumentId) -> Option<u32> {
        let document = |number: &u32| self.documents.get(*number as usize);
        let at = self.by_id.partition_point(|number| document(number) < Some(id));
        self.by_id.get(at).copied().filter(|number| document(number) == Some(id))
    }
}

/// Removes documents with the id of an earlier one.
pub(super) fn keep_first<T>(documents: &mut Vec<T>, id: impl Fn(&T) -> &DocumentId) {
    let mut seen = BTreeSet::new();
    let is_new: Vec<bool> = documents.iter().map(|document| seen.insert(id(document))).collect();
    let mut is_new = is_new.into_iter();
    documents.retain(|_| is_new.next().unwrap_or_default());
}

fn sorted(documents: &[DocumentId]) -> Vec<u32> {
    let mut by_id: Vec<u32> = (0..documents.len() as u32).collect();
    by_id.sort_by_key(|number| documents.get(*number as usize));
    by_id
}

/// Adds a document's values of every facet.
fn add_values(id: &DocumentId, document: &Resolution, glossary: &Glossary, values: &mut PerFacet<ValuesBuilder>) {
    for (paragraph, clause) in document.clauses() {
        for facet in Facet::OF_CLAUSES.into_iter().filter(|facet| *facet != Facet::Annotation) {
            let values = values.get_mut(facet);
            add_clause(facet, paragraph, clause, glossary, values);
            values.end_row(facet);
        }
    }
    let year = document.adopted.map(|date| date.year.to_string()).unwrap_or_default();
    for (facet, key) in [
        (Facet::Document, id.link().to_string().as_str()),
        (Facet::Body, document.body().map(Organ::key).unwrap_or_default()),
        (Facet::Year, &year),
        (Facet::Language, if document.knows_language() { document.language.code() } else { "" }),
    ] {
        let values = values.get_mut(facet);
        values.add(Reach::Wide, key, || None);
        values.end_row(facet);
    }
}

/// Adds the values of a clause, each with its ancestors.
fn add_clause(
    facet: Facet,
    paragraph: &Paragraph,
    clause: &Clause,
    glossary: &Glossary,
    values: &mut ValuesBuilder,
) {
    match facet {
        Facet::Actor => {
            for mention in &clause.actors {
                values.add(Reach::Wide, mention.actor.as_str(), || None);
                if mention.role == Role::Addressee {
                    values.add(Reach::Narrow, mention.actor.as_str(), || None);
                }
            }
        }
        Facet::Action => {
            // A clause may have another class than its verb usually has; it then counts in both.
            let usual = glossary.verb(&clause.verb).map(|verb| verb.class);
            let verb = clause.verb.as_str();
            values.add(Reach::Wide, clause.class.key(), || None);
            if let Some(usual) = usual {
                values.add(Reach::Wide, usual.key(), || None);
            }
            let parent = usual.unwrap_or(clause.class).key();
            values.add(Reach::Wide, verb, || Some(parent));
            if usual.is_none() {
                values.settle_parent(verb, parent);
            }
        }
        Facet::Topic => {
            for found in &clause.topics {
                let above = above(&found.topic, glossary);
                let chain = std::iter::once(&found.topic).chain(above.iter().copied());
                for (at, topic) in chain.enumerate() {
                    let parent = || above.get(at).map(|topic| topic.as_str());
                    values.add(Reach::Wide, topic.as_str(), parent);
                    if found.rank != TopicRank::Secondary {
                        values.add(Reach::Narrow, topic.as_str(), parent);
                    }
                }
            }
        }
        Facet::Part => values.add(Reach::Wide, paragraph.part.key(), || None),
        Facet::Annotation | Facet::Document | Facet::Body | Facet::Year | Facet::Language => {}
    }
}

/// The ancestors of a topic, the nearest first; none if they form a cycle.
fn above<'g>(topic: &TopicId, glossary: &'g Glossary) -> Vec<&'g TopicId> {
    let mut above = Vec::new();
    let mut next = glossary.topic(topic).and_then(|entry| entry.parent.as_ref());
    while let Some(parent) = next {
        if parent == topic || above.contains(&parent) {
            return Vec::new();
        }
        above.push(parent);
        next = glossary.topic(parent).and_then(|entry| entry.parent.as_ref());
    }
    above
}
