//! The library's documents with their index and glossary.

use super::{Document, Match};
use crate::address::{Address, DocumentScope};
use crate::annotations::Annotations;
use crate::engine::{DocumentSummary, ReadDocument};
use crate::library::Library;
use crate::model::{DocumentId, DocumentLink, Glossary, Symbol};
use crate::query::{
    Annotated, Answer, Facet, Index, LastWord, Place, Query, Question, Scope, Segment, SegmentNumber, TextMatches,
    Value,
};
use crate::text::fold::fold;
use crate::text::word_spans;
use std::collections::BTreeMap;
use std::rc::Rc;

/// The library's documents with their index and glossary. Cheap to clone; two are equal if they are the same allocation.
#[derive(Clone)]
pub struct Corpus(Rc<CorpusData>);

#[derive(Clone)]
struct CorpusData {
    /// In the order of the index.
    documents: Vec<Document>,
    glossary: Rc<Glossary>,
    index: Index,
    /// The annotations that the index has.
    annotations: Annotations,
    /// How often documents were added or removed.
    revision: u32,
}

impl PartialEq for Corpus {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

impl Corpus {
    /// Indexes the bundled documents.
    pub fn new(library: Library) -> Self {
        let documents: Vec<Document> = library.documents.into_iter().map(Document::bundled).collect();
        let with_ids = documents.iter().map(|document| (document.id().clone(), &**document));
        let index = Index::of(Segment::new(with_ids, &library.glossary));
        Self(Rc::new(CorpusData {
            documents,
            glossary: Rc::new(library.glossary),
            index,
            annotations: Annotations::default(),
            revision: 0,
        }))
    }

    /// Adds documents that the worker has read, replacing existing ones. Those that another version of the program packed are
    /// ignored.
    pub fn add(&mut self, documents: &[ReadDocument], annotations: &Annotations) {
        let data = Rc::make_mut(&mut self.0);
        data.revision = data.revision.wrapping_add(1);
        let mut added = Vec::new();
        for read in documents {
            let (Some(segment), Some(glossary)) = (Segment::from_bytes(&read.segment), read.glossary()) else {
                continue;
            };
            if segment.documents() != [read.summary.id.clone()] {
                continue;
            }
            data.index.add(segment);
            // The previous state shares the glossary, so it is copied only if there is something new.
            if !data.glossary.has_all(&glossary) {
                Rc::make_mut(&mut data.glossary).merge(glossary);
            }
            let document = Document::read(read);
            added.push(document.link());
            match data.documents.iter_mut().find(|here| here.id() == document.id()) {
                Some(here) => *here = document,
                None => data.documents.push(document),
            }
        }
        data.annotate(annotations, added);
        data.label_versions();
    }

    /// Removes documents.
    pub fn remove(&mut self, ids: &[DocumentId]) {
        let data = Rc::make_mut(&mut self.0);
        data.revision = data.revision.wrapping_add(1);
        data.index.remove(ids);
        data.documents.retain(|document| !ids.contains(document.id()));
        data.label_versions();
    }

    /// A number that changes with every document that is added or removed, and only then.
    pub fn revision(&self) -> u32 {
        self.0.revision
    }

    /// Replaces segments by the merged one from the worker.
    pub fn merge(&mut self, merged_from: &[SegmentNumber], merged: &[u8]) {
        if let Some(segment) = Segment::from_bytes(merged) {
            Rc::make_mut(&mut self.0).index.replace(merged_from, segment);
        }
    }

    /// Sets the annotations of all documents.
    pub fn annotate(&mut self, annotations: &Annotations) {
        Rc::make_mut(&mut self.0).annotate(annotations, Vec::new());
    }

    /// The typed text with unknown words replaced by similar known ones; none if there are no similar ones.
    pub fn spelled_otherwise(&self, typed: &str) -> Option<String> {
        let index = self.index();
        let mut corrected: Vec<String> = Vec::new();
        let mut changed = false;
        for word in typed.split_whitespace() {
            let is_plain = word.bytes().all(|byte| byte.is_ascii_alphabetic() || !byte.is_ascii());
            let is_nowhere =
                is_plain && index.find(word, LastWord::Whole).is_some_and(|found| found.n_clauses() == 0);
            let other = if is_nowhere { index.spelled_like(word) } else { None };
            changed |= other.is_some();
            corrected.push(other.map_or_else(|| word.to_owned(), |folded| self.as_written(&folded)));
        }
        changed.then(|| corrected.join(" "))
    }

    /// The spelling of a folded word in a document, preferably without a capital.
    fn as_written(&self, folded: &str) -> String {
        let holding = self.index().find(folded, LastWord::Whole);
        let query = Query::default();
        let question = Question { query: &query, scope: &Scope::Library, text: holding.as_ref() };
        let place = holding.as_ref().and_then(|_| self.index().ask(question).nth(0));
        let found = place.and_then(|place| self.match_at(place));
        let text =
            found.as_ref().and_then(Match::parts).map(|(paragraph, _)| paragraph.text.as_str()).unwrap_or_default();
        let mut words = word_spans(text).map(|span| span.of(text));
        let is_it =
            |word: &&str| !word.starts_with(|letter: char| letter.is_ascii_uppercase()) && fold(word) == folded;
        words.find(is_it).unwrap_or(folded).to_owned()
    }

    /// The answer to a query other than the page's, for the documents of an address. Its text is searched unless it is a regular
    /// expression.
    pub fn ask(&self, query: &Query, address: &Address) -> Answer {
        let (index, typed) = (self.index(), query.text.as_str());
        let text = if query.is_expression() { None } else { index.find(typed, index.last_word(typed)) };
        self.answer(query, address, text.as_ref())
    }

    /// The answer to a query for the documents of an address.
    pub fn answer(&self, query: &Query, address: &Address, text: Option<&TextMatches>) -> Answer {
        self.index().ask(Question { query, scope: &self.scope(address), text })
    }

    /// The documents that an address's question covers.
    fn scope(&self, address: &Address) -> Scope {
        match &address.scope {
            DocumentScope::Library => Scope::Library,
            DocumentScope::Shown => {
                Scope::Documents(self.document(address).into_iter().map(|(_, shown)| shown.id().clone()).collect())
            }
            DocumentScope::Chosen(links) => {
                let chosen = links.iter().filter_map(|link| self.linked(link));
                Scope::Documents(chosen.map(|document| document.id().clone()).collect())
            }
        }
    }

    /// The documents that an address's question covers, with their positions.
    pub fn asked(&self, address: &Address) -> Vec<(usize, Document)> {
        let all = || self.all().cloned().enumerate();
        match self.scope(address) {
            Scope::Library => all().collect(),
            Scope::Documents(ids) => all().filter(|(_, document)| ids.contains(document.id())).collect(),
        }
    }

    /// All documents, in order.
    pub fn all(&self) -> impl Iterator<Item = &Document> {
        self.0.documents.iter()
    }

    /// The summary of each document.
    pub fn summaries(&self) -> impl Iterator<Item = &DocumentSummary> {
        self.all().map(Document::summary)
    }

    /// The documents that have a symbol and a title, by their symbols.
    pub fn titled(&self) -> BTreeMap<&str, &DocumentSummary> {
        let titled = self.summaries().filter(|of| !of.symbol.as_str().is_empty() && !of.title.is_empty());
        titled.map(|of| (of.symbol.as_str(), of)).collect()
    }

    /// How many documents there are.
    pub fn len(&self) -> usize {
        self.0.documents.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.0.documents.is_empty()
    }

    /// The document at a position.
    pub fn at(&self, position: usize) -> Option<&Document> {
        self.0.documents.get(position)
    }

    /// The document that a link refers to.
    pub fn linked(&self, link: &DocumentLink) -> Option<&Document> {
        self.all().find(|document| document.id().matches(link))
    }

    /// The clause at a place.
    pub fn match_at(&self, place: Place) -> Option<Match> {
        Match::new(self.at(place.document)?, place.paragraph, place.clause)
    }

    /// The current document of an address, with its position: the one it names, or else its work in another language; the
    /// first one if it names none. None if the named one is not here: another would be mistaken for it.
    pub fn document(&self, address: &Address) -> Option<(usize, Document)> {
        let position = match &address.document {
            None => 0,
            Some(link) => self.position_of(link)?,
        };
        self.at(position).map(|document| (position, document.clone()))
    }

    fn position_of(&self, link: &DocumentLink) -> Option<usize> {
        let place = |link: &DocumentLink| self.all().position(|document| document.id().matches(link));
        let in_any_language = || match link {
            DocumentLink::Work(symbol, Some(_)) => place(&DocumentLink::Work(symbol.clone(), None)),
            _ => None,
        };
        place(link).or_else(in_any_language)
    }

    /// The other texts of a document's resolution.
    pub fn other_texts(&self, document: &Document) -> impl Iterator<Item = &Document> {
        let id = document.id().clone();
        self.all().filter(move |other| id.work.is_some() && other.id().work == id.work && *other.id() != id)
    }

    /// The text that an address shows beside its document, with its position.
    pub fn beside(&self, address: &Address) -> Option<(usize, Document)> {
        let link = address.beside.as_ref()?;
        let (_, shown) = self.document(address)?;
        let beside = self.other_texts(&shown).find(|other| other.id().matches(link))?;
        Some((self.all().position(|document| document == beside)?, beside.clone()))
    }

    /// The document link for an address: none for the first document.
    pub fn named(&self, document: &Document) -> Option<DocumentLink> {
        (self.at(0) != Some(document)).then(|| document.shared_link())
    }

    /// The index over all documents.
    pub fn index(&self) -> &Index {
        &self.0.index
    }

    /// The names of their actors, topics and verbs.
    pub fn glossary(&self) -> &Glossary {
        &self.0.glossary
    }

    /// Whether the document of a link is in the library.
    pub fn has(&self, link: &DocumentLink) -> bool {
        self.all().any(|document| document.id().matches(link))
    }

    /// The address without missing documents and without choices that no document has; `known` tells whether annotations have
    /// been read.
    pub fn checked(&self, mut address: Address, known: bool) -> Address {
        address.scope = address.scope.with_only(|link| self.has(link));
        address.checked(|facet, key| {
            if facet == Facet::Annotation && !known {
                return true;
            }
            let values = self.index().facet(facet);
            values.is_some_and(|of| of.values.iter().chain(&of.none).any(|value| is_or_has(value, key)))
        })
    }
}

/// The documents of each work.
fn versions(documents: &[Document]) -> BTreeMap<&Symbol, Vec<&DocumentSummary>> {
    let mut versions: BTreeMap<_, Vec<_>> = BTreeMap::new();
    for summary in documents.iter().map(Document::summary) {
        if let Some(work) = &summary.id.work {
            versions.entry(work).or_default().push(summary);
        }
    }
    versions
}

impl CorpusData {
    /// Labels the documents that are here in several languages.
    fn label_versions(&mut self) {
        let documents = self.documents.clone();
        let versions = versions(&documents);
        for document in &mut self.documents {
            let language = document.id().language;
            let of_work = document.id().work.as_ref().and_then(|work| versions.get(work));
            let has_versions = of_work.is_some_and(|all| all.iter().any(|other| other.id.language != language));
            let first = of_work.and_then(|all| all.iter().find(|other| other.id.language == language));
            let is_first = first.is_some_and(|first| first.id == *document.id());
            document.set_versions(has_versions, is_first);
        }
    }

    /// Brings the index up to date: documents that were just added, and those whose annotations have changed. Only documents
    /// with annotations are unpacked.
    fn annotate(&mut self, annotations: &Annotations, added: Vec<DocumentLink>) {
        let mut links = added;
        for (spot, _) in annotations.changes_since(&self.annotations) {
            if links.last() != Some(&spot.document) {
                links.push(spot.document.clone());
            }
        }
        links.sort_unstable();
        let is_concerned = |document: &&Document| links.binary_search(&document.link()).is_ok();
        let concerned: Vec<&Document> =
            if links.is_empty() { Vec::new() } else { self.documents.iter().filter(is_concerned).collect() };
        let of_each = concerned.iter().map(|document| (document.id(), annotated_clauses(document, annotations)));
        if !concerned.is_empty() {
            self.index.annotate(of_each);
        }
        self.annotations = annotations.clone();
    }
}

/// The annotations of a document, by clause number.
fn annotated_clauses(document: &Document, annotations: &Annotations) -> Vec<Annotated> {
    let of_it = annotations.of(&document.link());
    let mut annotated = Vec::new();
    if of_it.is_empty() {
        return annotated;
    }
    for (paragraph, of) in document.paragraphs.iter().enumerate() {
        for (clause, own) in of.clauses.iter().enumerate() {
            let at = of_it.binary_search_by(|entry| entry.0.clause.cmp(&own.id)).ok();
            let keys = at.and_then(|at| of_it.get(at)).map(|entry| entry.1.keys());
            annotated.extend(keys.map(|keys| Annotated { paragraph, clause, keys }));
        }
    }
    annotated
}

fn is_or_has(value: &Value, key: &str) -> bool {
    value.key == key || value.children.iter().any(|child| is_or_has(child, key))
}
