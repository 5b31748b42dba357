//! The same answers by the plainest means: every clause looked at, every word compared. What the index is held against.

use dispositif::model::{
    Clause, DocumentId, Glossary, Language, Paragraph, Resolution, Role, TopicId, TopicMatch, TopicRank,
};
use dispositif::query::{Choice, Facet, NONE, Place, Query, RoleScope, Scope, TopicScope};
use dispositif::text::fold::{fold, other_stem, stem};
use std::collections::BTreeSet;

/// A clause with all that can be asked of it.
pub struct Entry<'a> {
    pub document: &'a Resolution,
    pub id: DocumentId,
    pub place: Place,
    pub paragraph: &'a Paragraph,
    pub clause: &'a Clause,
    /// Its own words, then those of each subparagraph that continues it.
    pub texts: Vec<Vec<String>>,
}

/// What is asked, before it is typed.
#[derive(Clone, Debug)]
pub struct Term {
    pub words: Vec<String>,
    pub kind: Kind,
    pub excluded: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Each word in any inflection, the words together.
    Together,
    /// The same, and the last one only begun.
    Begun,
    /// As written.
    Quoted,
}

impl Term {
    /// Whether these words of a text, as many as the term has, are the term's.
    pub fn is(&self, words: &[String], language: Language) -> bool {
        words.iter().zip(&self.words).enumerate().all(|(i, (word, sought))| {
            let (word, sought) = (fold(word), fold(sought));
            match self.kind {
                Kind::Quoted => word == sought,
                Kind::Begun if i + 1 == self.words.len() => word.starts_with(&sought),
                _ => {
                    let sought = stemmed(sought, language);
                    other_stem(&word, language).as_ref() == Some(&sought) || stemmed(word, language) == sought
                }
            }
        })
    }

    fn is_in(&self, text: &[String], language: Language) -> bool {
        text.windows(self.words.len()).any(|words| self.is(words, language))
    }
}

fn stemmed(mut word: String, language: Language) -> String {
    stem(&mut word, language);
    word
}

pub fn words(text: &str) -> Vec<String> {
    text.split(|letter: char| !letter.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(str::to_owned)
        .collect()
}

/// What the clauses of a paragraph leave of its text.
pub fn left_over(paragraph: &Paragraph) -> Vec<&str> {
    let mut pieces = Vec::new();
    let mut done = 0;
    for clause in &paragraph.clauses {
        pieces.push(&paragraph.text[done..clause.span.start as usize]);
        done = clause.span.end as usize;
    }
    pieces.push(&paragraph.text[done..]);
    pieces
}

/// What some reader has put beside a clause.
pub fn annotations(place: Place) -> Vec<&'static str> {
    [(2, "star"), (3, "note"), (5, "label:à suivre")]
        .into_iter()
        .filter_map(|(each, key)| (place.paragraph + place.clause).is_multiple_of(each).then_some(key))
        .collect()
}

pub fn entries(documents: &[Resolution]) -> Vec<Entry<'_>> {
    let mut entries = Vec::new();
    for (d, document) in documents.iter().enumerate() {
        for (p, paragraph) in document.paragraphs.iter().enumerate() {
            for (c, clause) in paragraph.clauses.iter().enumerate() {
                let mut texts = vec![words(clause.span.of(&paragraph.text))];
                for other in document.paragraphs.iter().filter(|other| other.continues.as_ref() == Some(&clause.id))
                {
                    texts.extend(left_over(other).into_iter().map(words));
                }
                let place = Place { document: d, paragraph: p, clause: c };
                entries.push(Entry { document, id: super::id(d, document), place, paragraph, clause, texts });
            }
        }
    }
    entries
}

fn topic_is(topic: &TopicId, value: &str, glossary: &Glossary) -> bool {
    let parent = glossary.topics.iter().find(|entry| &entry.id == topic).and_then(|entry| entry.parent.as_ref());
    topic.as_str() == value || parent.is_some_and(|parent| topic_is(parent, value, glossary))
}

impl Entry<'_> {
    pub fn has(&self, facet: Facet, value: &str, query: &Query, glossary: &Glossary) -> bool {
        let role = query.role;
        let counts = |found: &&TopicMatch| query.topics == TopicScope::All || found.rank != TopicRank::Secondary;
        let names_one = || self.clause.actors.iter().any(|m| role == RoleScope::Any || m.role == Role::Addressee);
        match facet {
            Facet::Actor if value == NONE => !names_one(),
            Facet::Topic if value == NONE => !self.clause.topics.iter().any(|found| counts(&found)),
            Facet::Year if value == NONE => self.document.adopted.is_none(),
            Facet::Body if value == NONE => self.document.body().is_none(),
            Facet::Part => self.paragraph.part.key() == value,
            Facet::Actor => self.clause.actors.iter().any(|mention| {
                mention.actor.as_str() == value && (role == RoleScope::Any || mention.role == Role::Addressee)
            }),
            Facet::Action => {
                let verb = glossary.verbs.iter().find(|entry| entry.id == self.clause.verb);
                let is_usually = verb.is_some_and(|verb| verb.class.key() == value);
                self.clause.verb.as_str() == value || self.clause.class.key() == value || is_usually
            }
            Facet::Topic => {
                self.clause.topics.iter().filter(counts).any(|found| topic_is(&found.topic, value, glossary))
            }
            Facet::Annotation => annotations(self.place).contains(&value),
            Facet::Document => self.id.link().to_string() == value,
            Facet::Body => self.document.body().is_some_and(|body| body.key() == value),
            Facet::Year => self.document.adopted.is_some_and(|date| date.year.to_string() == value),
            Facet::Language => self.document.language.code() == value,
        }
    }

    pub fn is_in(&self, scope: &Scope) -> bool {
        match scope {
            Scope::Library => true,
            Scope::Documents(documents) => documents.contains(&self.id),
        }
    }

    pub fn matches(&self, query: &Query, terms: &[Term], glossary: &Glossary) -> bool {
        let has = |choice: &Choice| self.has(choice.facet, &choice.value, query, glossary);
        let facets_hold = Facet::ALL.into_iter().all(|facet| {
            let mut chosen =
                query.choices.iter().filter(|choice| choice.facet == facet && !choice.excluded).peekable();
            chosen.peek().is_none() || chosen.any(has)
        });
        let none_excluded = !query.choices.iter().any(|choice| choice.excluded && has(choice));
        let terms_hold = terms.iter().all(|term| {
            let is_there = self.texts.iter().any(|text| term.is_in(text, self.document.language));
            is_there != term.excluded
        });
        facets_hold && none_excluded && terms_hold
    }
}

/// The numbers of the words of a text that some term asks for.
pub fn sought_words(text: &[String], terms: &[Term], language: Language) -> BTreeSet<usize> {
    let mut sought = BTreeSet::new();
    for term in terms.iter().filter(|term| !term.excluded) {
        for (first, window) in text.windows(term.words.len()).enumerate() {
            if term.is(window, language) {
                sought.extend(first..first + window.len());
            }
        }
    }
    sought
}
