//! The documents at hand, indexed, with their names.

use crate::address::Address;
use crate::annotations::{Annotations, Key};
use crate::engine::{DocumentSummary, ReadDocument};
use crate::i18n::Texts;
use crate::library::Library;
use crate::model::{
    ActorId, ClauseClass, DocumentId, DocumentLink, Glossary, Organ, Part, Resolution, Span, TopicId, VerbId,
};
use crate::query::{
    Annotated, Answer, Facet, Index, LastWord, Marker, NONE, Query, Question, Refused, Scope, Segment, TextMatches,
    Value, expression,
};
use crate::text::fold::fold;
use crate::text::word_spans;
use std::rc::Rc;

/// The documents at hand. Cheap to clone; two are equal if they are the same one.
#[derive(Clone)]
pub struct Corpus(Rc<CorpusData>);

/// A document at hand. Cheap to clone; two are equal if they are the same one.
#[derive(Clone)]
pub struct Document(Rc<(DocumentSummary, Resolution)>);

impl Document {
    /// Which document it is.
    pub fn id(&self) -> &DocumentId {
        &self.0.0.id
    }

    /// What a list says of it.
    pub fn summary(&self) -> &DocumentSummary {
        &self.0.0
    }

    /// What a link to it says.
    pub fn link(&self) -> DocumentLink {
        self.id().link()
    }

    /// The shortest name that readers know it by: its symbol, else its title.
    pub fn name(&self) -> &str {
        if self.symbol.as_str().is_empty() { &self.title } else { self.symbol.as_str() }
    }
}

impl PartialEq for Document {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

impl std::ops::Deref for Document {
    type Target = Resolution;

    fn deref(&self) -> &Resolution {
        &self.0.1
    }
}

struct CorpusData {
    documents: Vec<Document>,
    glossary: Rc<Glossary>,
    index: Index,
}

/// What was typed into the search box finds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Findings {
    /// The clauses of all documents that hold it.
    pub holding: TextMatches,
    /// For each paragraph of the document that is shown what is to be marked in it.
    pub hits: Vec<Vec<Span>>,
}

impl PartialEq for Corpus {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

impl Corpus {
    /// Indexes a library.
    pub fn new(library: Library) -> Self {
        let bundled = |document: Resolution| {
            let id = DocumentId::bundled(&document.symbol, document.language);
            Document(Rc::new((DocumentSummary::new(id, &document), document)))
        };
        let documents: Vec<Document> = library.documents.into_iter().map(bundled).collect();
        let with_ids = documents.iter().map(|document| (document.id().clone(), &**document));
        let index = Index::of(Segment::new(with_ids, &library.glossary));
        Self(Rc::new(CorpusData { documents, glossary: Rc::new(library.glossary), index }))
    }

    /// The same documents and others, which the worker has read. One that is here already is not added again.
    #[must_use]
    pub fn with_added(&self, others: &[ReadDocument]) -> Self {
        let CorpusData { documents, glossary, index } = &*self.0;
        let (mut documents, mut index) = (documents.clone(), index.clone());
        let mut glossary = Glossary::clone(glossary);
        for other in others {
            let is_here = documents.iter().any(|document| *document.id() == other.summary.id);
            let arrived = || Some((other.open()?, Segment::from_bytes(&other.segment)?));
            let Some((opened, segment)) = arrived().filter(|_| !is_here) else { continue };
            index.add(segment);
            glossary.merge(opened.glossary);
            documents.push(Document(Rc::new((other.summary.clone(), opened.resolution))));
        }
        Self(Rc::new(CorpusData { documents, glossary: Rc::new(glossary), index }))
    }

    /// The same documents without some.
    #[must_use]
    pub fn without(&self, ids: &[DocumentId]) -> Self {
        let CorpusData { documents, glossary, index } = &*self.0;
        let mut index = index.clone();
        index.remove(ids);
        let documents = documents.iter().filter(|document| !ids.contains(document.id())).cloned().collect();
        Self(Rc::new(CorpusData { documents, glossary: Rc::clone(glossary), index }))
    }

    /// What a list says of each document.
    pub fn summaries(&self) -> impl Iterator<Item = &DocumentSummary> {
        self.0.documents.iter().map(Document::summary)
    }

    /// The same documents with other annotations.
    #[must_use]
    pub fn annotated(&self, annotations: &Annotations) -> Self {
        let CorpusData { documents, glossary, index } = &*self.0;
        let mut index = index.clone();
        let of_document = |document: &Document| {
            let link = document.link();
            let mut annotated = Vec::new();
            for (paragraph, of) in document.paragraphs.iter().enumerate() {
                for (clause, own) in of.clauses.iter().enumerate() {
                    let found = annotations.get(&link, &own.id);
                    annotated.extend(found.map(|found| Annotated { paragraph, clause, keys: found.keys() }));
                }
            }
            (document.id().clone(), annotated)
        };
        let annotated: Vec<_> = documents.iter().map(of_document).collect();
        index.annotate(annotated.iter().map(|(id, annotated)| (id, annotated.clone())));
        Self(Rc::new(CorpusData { documents: documents.clone(), glossary: Rc::clone(glossary), index }))
    }

    /// Looks for what was typed; nothing if it asks for nothing yet. `shown` is the number of the document that is shown.
    ///
    /// # Errors
    /// When it is a regular expression that cannot be read, or not yet.
    pub fn find(&self, typed: &str, shown: usize) -> Result<Option<Findings>, Refused> {
        if let Some(expression) = expression(typed) {
            return self.find_expression(expression, shown).map(Some);
        }
        let Some(holding) = self.index().find(typed, LastWord::Whole) else { return Ok(None) };
        let marks = |document: &Document| {
            let marker = Marker::new(typed, LastWord::Whole, document.language);
            document.paragraphs.iter().map(|paragraph| marker.marks(paragraph)).collect()
        };
        let hits = self.0.documents.get(shown).map(marks).unwrap_or_default();
        Ok(Some(Findings { holding, hits }))
    }

    #[cfg(feature = "read")]
    fn find_expression(&self, expression: &str, shown: usize) -> Result<Findings, Refused> {
        let expression = crate::query::Expression::new(expression)?;
        let mut found = Vec::new();
        for document in &self.0.documents {
            found.push((document.id().clone(), expression.clauses(document)?));
        }
        let holding = TextMatches::of_documents(self.index(), found.iter().map(|(id, clauses)| (id, &**clauses)));
        let paragraphs = self.0.documents.get(shown).into_iter().flat_map(|document| &document.paragraphs);
        let hits = paragraphs.map(|paragraph| expression.marks(paragraph)).collect::<Result<_, _>>()?;
        Ok(Findings { holding, hits })
    }

    /// Expressions are for the worker.
    #[cfg(not(feature = "read"))]
    #[expect(clippy::unused_self, clippy::unnecessary_wraps, reason = "as where expressions can be read")]
    fn find_expression(&self, _: &str, _: usize) -> Result<Findings, Refused> {
        Err(Refused::Unsupported)
    }

    /// What was typed with the words that are nowhere spelled as some that are; nothing if there are none that they are
    /// like.
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

    /// A folded word as the documents first write it without a capital.
    fn as_written(&self, folded: &str) -> String {
        for document in self.documents() {
            for text in document.paragraphs.iter().map(|paragraph| &paragraph.text) {
                let mut words = word_spans(text).map(|span| span.of(text));
                let is_it = |word: &&str| {
                    !word.starts_with(|letter: char| letter.is_ascii_uppercase()) && fold(word) == folded
                };
                if let Some(word) = words.find(is_it) {
                    return word.to_owned();
                }
            }
        }
        folded.to_owned()
    }

    /// What a question finds that is not the page's.
    pub fn ask(&self, query: &Query) -> Answer {
        let found = self.find(&query.text, 0).ok().flatten();
        let text = found.as_ref().map(|findings| &findings.holding);
        self.index().ask(Question { query, scope: &Scope::Library, text })
    }

    /// All documents, in the order of the index.
    pub fn documents(&self) -> Vec<&Resolution> {
        self.0.documents.iter().map(|document| &**document).collect()
    }

    /// All documents, in order.
    pub fn all(&self) -> impl Iterator<Item = &Document> {
        self.0.documents.iter()
    }

    /// The address of a document as it opens. The first one need not be named.
    pub fn address_of(&self, document: &Document) -> Address {
        Address { document: self.named(document), ..Address::default() }
    }

    /// What an address says to mean a document: nothing if it is the first one.
    pub fn named(&self, document: &Document) -> Option<DocumentLink> {
        (self.0.documents.first() != Some(document)).then(|| document.link())
    }

    /// All documents with their ids.
    pub fn identified(&self) -> Vec<(&DocumentId, &Resolution)> {
        self.0.documents.iter().map(|document| (document.id(), &**document)).collect()
    }

    /// The index over all documents.
    pub fn index(&self) -> &Index {
        &self.0.index
    }

    /// The names of all that they speak of.
    pub fn glossary(&self) -> &Glossary {
        &self.0.glossary
    }

    /// The document that an address means, with its number: the one it names, else the first.
    pub fn document(&self, address: &Address) -> Option<(usize, Document)> {
        let documents = &self.0.documents;
        let named = address.document.as_ref();
        let number = named.and_then(|link| documents.iter().position(|document| document.id().matches(link)));
        let number = number.unwrap_or_default();
        documents.get(number).map(|document| (number, document.clone()))
    }

    /// The address without the choices that no document offers; annotations are `known`, or are not read yet.
    pub fn checked(&self, address: Address, known: bool) -> Address {
        address.checked(|facet, key| {
            if facet == Facet::Annotation && !known {
                return true;
            }
            let values = self.index().facet(facet);
            values.is_some_and(|of| of.values.iter().chain(&of.none).any(|value| is_or_has(value, key)))
        })
    }

    /// A value's name, as short as readers know it: an acronym, a verb as printed.
    pub fn label(&self, facet: Facet, key: &str, texts: &Texts) -> String {
        let glossary = self.glossary();
        let known = match facet {
            _ if key == NONE => Some("–".to_owned()),
            Facet::Document | Facet::Year | Facet::Language => None,
            Facet::Body => {
                Organ::ALL.into_iter().find(|organ| organ.key() == key).map(|organ| texts.organ(organ).to_owned())
            }
            Facet::Part => {
                Part::ALL.into_iter().find(|part| part.key() == key).map(|part| texts.part(part).to_owned())
            }
            Facet::Actor => glossary.actor(&ActorId::from(key)).map(|actor| {
                let acronym = actor.acronym.get(texts.language.names());
                if acronym.is_empty() { actor.name.get(texts.language.names()) } else { acronym }.to_owned()
            }),
            Facet::Action => ClauseClass::from_key(key)
                .map(|class| texts.class(class).to_owned())
                .or_else(|| glossary.verb(&VerbId::from(key)).map(|verb| verb.label.clone())),
            Facet::Topic => {
                glossary.topic(&TopicId::from(key)).map(|topic| topic.name.get(texts.language.names()).to_owned())
            }
            Facet::Annotation => Key::read(key).map(|key| match key {
                Key::Star => texts.star.to_owned(),
                Key::Note => texts.with_note.to_owned(),
                Key::Label(label) => label.to_owned(),
            }),
        };
        // What the tables do not know still shows, under its own key.
        known.filter(|name| !name.is_empty()).unwrap_or_else(|| key.to_owned())
    }

    /// What more there is to say of a value: an acronym's full name, a verb's first equivalent, a class's meaning.
    pub fn gloss(&self, facet: Facet, key: &str, texts: &Texts) -> Option<String> {
        let glossary = self.glossary();
        match facet {
            Facet::Actor => {
                let actor = glossary.actor(&ActorId::from(key))?;
                let spelled = !actor.acronym.get(texts.language.names()).is_empty();
                spelled.then(|| actor.name.get(texts.language.names()).to_owned())
            }
            Facet::Action => {
                if let Some(class) = ClauseClass::from_key(key) {
                    return Some(texts.class_meaning(class).to_owned());
                }
                let verb = glossary.verb(&VerbId::from(key))?;
                let mut words = String::new();
                for (equivalent, _) in verb.equivalents.iter().take(3) {
                    words.extend([if words.is_empty() { "" } else { ", " }, equivalent]);
                }
                Some(words).filter(|words| !words.is_empty())
            }
            _ => None,
        }
    }

    /// The language of a value's name, if it is not the interface's: verbs stay as they are printed, and the tables
    /// know the others in two languages.
    pub fn foreign(&self, facet: Facet, key: &str, texts: &Texts) -> Option<&'static str> {
        let glossary = self.glossary();
        let names = texts.language.names();
        let language = match facet {
            _ if key == NONE => return None,
            Facet::Actor => {
                let actor = glossary.actor(&ActorId::from(key))?;
                let acronym = actor.acronym.get_in(names);
                if acronym.0.is_empty() { actor.name.get_in(names) } else { acronym }.1
            }
            Facet::Action if ClauseClass::from_key(key).is_some() => return None,
            Facet::Action => glossary.verb(&VerbId::from(key))?.language,
            Facet::Topic => glossary.topic(&TopicId::from(key))?.name.get_in(names).1,
            _ => return None,
        };
        (language.code() != texts.language.code()).then(|| language.code())
    }
}

fn is_or_has(value: &Value, key: &str) -> bool {
    value.key == key || value.children.iter().any(|child| is_or_has(child, key))
}
