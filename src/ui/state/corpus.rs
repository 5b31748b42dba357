//! The documents at hand, indexed, with their names.

use crate::address::Address;
use crate::annotations::{Annotation, Annotations, Key};
use crate::i18n::Texts;
use crate::library::Library;
use crate::model::{ActorId, ClauseClass, DocumentId, DocumentLink, Glossary, Part, Resolution, TopicId, VerbId};
use crate::query::{self, Answer, Facet, Findings, Index, Query, TextSearch, Unfinished, Value};
use crate::text::fold::fold;
use crate::text::word_spans;
use std::cell::OnceCell;
use std::rc::Rc;

/// The documents at hand. Cheap to clone; two are equal if they are the same one.
#[derive(Clone)]
pub struct Corpus(Rc<CorpusData>);

/// A document at hand. Cheap to clone; two are equal if they are the same one.
#[derive(Clone)]
pub struct Document(Rc<(DocumentId, Resolution)>);

impl Document {
    /// Which document it is.
    pub fn id(&self) -> &DocumentId {
        &self.0.0
    }

    /// What a link to it says.
    pub fn link(&self) -> DocumentLink {
        self.0.0.link()
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
    /// Laid out when something is first looked for.
    text: Rc<OnceCell<TextSearch>>,
}

impl PartialEq for Corpus {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

impl Corpus {
    /// Indexes a library.
    pub fn new(library: Library) -> Self {
        let index = Index::new(&library.documents, &library.glossary);
        let bundled = |document: Resolution| {
            let id = DocumentId::bundled(&document.symbol, document.language);
            Document(Rc::new((id, document)))
        };
        let documents = library.documents.into_iter().map(bundled).collect();
        Self(Rc::new(CorpusData { documents, glossary: Rc::new(library.glossary), index, text: Rc::default() }))
    }

    /// The same documents with other annotations.
    #[must_use]
    pub fn annotated(&self, annotations: &Annotations) -> Self {
        let CorpusData { documents, glossary, index, text } = &*self.0;
        let mut keys: Vec<Vec<String>> = Vec::new();
        for document in documents {
            let link = document.link();
            let of_clause = |id| annotations.get(&link, id).map(Annotation::keys).unwrap_or_default();
            keys.extend(document.clauses().map(|(_, clause)| of_clause(&clause.id)));
        }
        let keys_of = |clause: u32| keys.get(clause as usize).into_iter().flatten().map(String::as_str).collect();
        Self(Rc::new(CorpusData {
            documents: documents.clone(),
            glossary: Rc::clone(glossary),
            index: index.annotated(keys_of),
            text: Rc::clone(text),
        }))
    }

    /// Looks for what was typed; nothing if it asks for nothing yet. `shown` is the number of the document that is shown.
    ///
    /// # Errors
    /// When it is a regular expression that cannot be read, or not yet.
    pub fn find(&self, typed: &str, shown: usize) -> Result<Option<Findings>, Unfinished> {
        let documents = self.documents();
        query::find(typed, &documents, shown, || self.0.text.get_or_init(|| TextSearch::new(&documents)))
    }

    /// What was typed with the words that are nowhere spelled as some that are; nothing if there are none that they are
    /// like.
    pub fn spelled_otherwise(&self, typed: &str) -> Option<String> {
        let documents = self.documents();
        let text = self.0.text.get_or_init(|| TextSearch::new(&documents));
        let mut corrected: Vec<String> = Vec::new();
        let mut changed = false;
        for word in typed.split_whitespace() {
            let is_plain = word.bytes().all(|byte| byte.is_ascii_alphabetic() || !byte.is_ascii());
            let is_nowhere = is_plain && text.find(word).is_some_and(|found| found.count() == 0);
            let other = if is_nowhere { text.spelled_like(word) } else { None };
            changed |= other.is_some();
            corrected.push(other.map_or_else(|| word.to_owned(), |folded| self.as_written(folded)));
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
        self.index().ask(query, found.as_ref().map(|findings| &findings.holding))
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
            let facets = self.index().facets().filter(|values| values.facet == facet);
            facets.flat_map(|values| &values.values).any(|value| is_or_has(value, key))
        })
    }

    /// A value's name, as short as readers know it: an acronym, a verb as printed.
    pub fn label(&self, facet: Facet, key: &str, texts: &Texts) -> String {
        let glossary = self.glossary();
        let known = match facet {
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
            Facet::Part | Facet::Topic | Facet::Annotation => None,
        }
    }

    /// The language of a value's name, if it is not the interface's: verbs stay as they are printed, and the tables
    /// know the others in two languages.
    pub fn foreign(&self, facet: Facet, key: &str, texts: &Texts) -> Option<&'static str> {
        let glossary = self.glossary();
        let names = texts.language.names();
        let language = match facet {
            Facet::Part | Facet::Annotation => return None,
            Facet::Actor => {
                let actor = glossary.actor(&ActorId::from(key))?;
                let acronym = actor.acronym.get_in(names);
                if acronym.0.is_empty() { actor.name.get_in(names) } else { acronym }.1
            }
            Facet::Action if ClauseClass::from_key(key).is_some() => return None,
            Facet::Action => glossary.verb(&VerbId::from(key))?.language,
            Facet::Topic => glossary.topic(&TopicId::from(key))?.name.get_in(names).1,
        };
        (language.code() != texts.language.code()).then(|| language.code())
    }
}

fn is_or_has(value: &Value, key: &str) -> bool {
    value.key == key || value.children.iter().any(|child| is_or_has(child, key))
}
