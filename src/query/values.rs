//! The values of the facets: which there are, which lie beneath which, and which clauses have them.
//!
//! A clause has a value when it has one beneath it: « prier » makes it directive, a child's topic its parent's.

use super::facet::{Facet, RoleScope};
use super::interner::Interner;
use super::order::sort_numbers;
use super::postings::{Column, Postings, renumber};
use super::strings::Strings;
use crate::model::{Clause, ClauseClass, Glossary, Paragraph, Resolution, Role, TopicId, VerbId};
use serde::{Deserialize, Serialize};

/// A value that a reader can choose, with those beneath it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Value {
    /// What [`super::Choice::value`] has for it.
    pub key: String,
    /// How many clauses have it, or one beneath it, when nothing is asked; of an actor, in which it is an addressee.
    pub total: u32,
    /// The values beneath it.
    pub children: Vec<Value>,
}

/// The values of a facet, those with most clauses first, then by key.
///
/// Actors that are addressed equally often follow the number of clauses that name them at all: the order is the same for
/// both scopes, so that nothing moves when a reader turns the switch.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FacetValues {
    /// Which facet.
    pub facet: Facet,
    /// Its values of the upper level.
    pub values: Vec<Value>,
}

/// One of something for each facet.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub(super) struct PerFacet<T>([T; 5]);

impl<T> PerFacet<T> {
    pub fn new(of: impl FnMut(Facet) -> T) -> Self {
        Self([Facet::Part, Facet::Actor, Facet::Action, Facet::Topic, Facet::Annotation].map(of))
    }

    pub fn get(&self, facet: Facet) -> &T {
        let Self([part, actor, action, topic, annotation]) = self;
        match facet {
            Facet::Part => part,
            Facet::Actor => actor,
            Facet::Action => action,
            Facet::Topic => topic,
            Facet::Annotation => annotation,
        }
    }
}

/// The values of one facet.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub(super) struct Values {
    /// Their keys, sorted: a value's number is its place here.
    pub keys: Strings,
    /// Which clauses have which, for each [`RoleScope`] that makes a difference.
    scopes: Vec<Scope>,
    parents: Vec<Option<u32>>,
}

/// Who has what, both ways.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub(super) struct Scope {
    /// The values of each clause.
    pub rows: Column,
    /// The clauses of each value.
    pub postings: Postings,
}

impl Values {
    /// What each clause has, by the numbers under which the values were seen.
    fn new<'k>(
        seen: &Interner,
        scopes: impl Iterator<Item = Column>,
        parent: &dyn Fn(&str) -> Option<&'k str>,
    ) -> Self {
        let (keys, sorted_from_seen) = seen.sorted();
        let scope = |mut rows: Column| {
            rows.rows_mut().for_each(|row| renumber(row, &sorted_from_seen));
            let postings = Postings::new(rows.rows(), keys.len(), rows.n_rows());
            Scope { rows, postings }
        };
        let scopes = scopes.map(scope).collect();
        let parent = |number| parent(keys.get(number)).and_then(|key| keys.find(key));
        let parents = (0..keys.len()).map(|number| parent(number).map(|parent| parent as u32)).collect();
        Self { keys, scopes, parents }
    }

    /// Values on one level, from the keys of each clause.
    pub fn of_keys<'k>(clauses: impl Iterator<Item = Vec<&'k str>>) -> Self {
        let (mut seen, mut rows) = (Interner::default(), Column::default());
        for keys in clauses {
            for key in keys {
                rows.push_once(seen.number(key));
            }
            rows.end_row();
        }
        Self::new(&seen, std::iter::once(rows), &|_| None)
    }

    pub fn scope(&self, role: RoleScope) -> Option<&Scope> {
        match role {
            RoleScope::Addressee => self.scopes.first(),
            RoleScope::Any => self.scopes.last(),
        }
    }

    /// The values as a tree.
    pub fn tree(&self, facet: Facet) -> FacetValues {
        FacetValues { facet, values: self.beneath(None) }
    }

    fn beneath(&self, parent: Option<u32>) -> Vec<Value> {
        let count =
            |role, number: u32| self.scope(role).map_or(0, |scope| scope.postings.n_clauses(number as usize));
        let mut numbers: Vec<_> =
            (0..).zip(&self.parents).filter(|(_, of)| **of == parent).map(|(n, _)| n).collect();
        let totals = |number| (count(RoleScope::Addressee, number), count(RoleScope::Any, number));
        sort_numbers(&mut numbers, &|one, other| totals(other).cmp(&totals(one)));
        let value = |number: u32| Value {
            key: self.keys.get(number as usize).to_owned(),
            total: count(RoleScope::Addressee, number),
            children: self.beneath(Some(number)),
        };
        numbers.into_iter().map(value).collect()
    }
}

/// Reads the values of every clause.
pub(super) struct Reader<'a> {
    documents: &'a [Resolution],
    glossary: &'a Glossary,
    /// The verbs that the glossary does not have, and the class of each: its first clause's.
    unknown: Interner,
    classes: Vec<ClauseClass>,
}

impl<'a> Reader<'a> {
    pub fn new(documents: &'a [Resolution], glossary: &'a Glossary) -> Self {
        let mut reader = Self { documents, glossary, unknown: Interner::default(), classes: Vec::new() };
        for (_, clause) in reader.clauses().filter(|(_, clause)| glossary.verb(&clause.verb).is_none()) {
            let number = reader.unknown.number(clause.verb.as_str());
            if number as usize == reader.classes.len() {
                reader.classes.push(clause.class);
            }
        }
        reader
    }

    pub fn values(&self, facet: Facet) -> Values {
        let mut seen = Interner::default();
        // All values are met in the wider scope, so that is read first.
        let any = self.rows(facet, RoleScope::Any, &mut seen);
        let addressee = (facet == Facet::Actor).then(|| self.rows(facet, RoleScope::Addressee, &mut seen));
        Values::new(&seen, addressee.into_iter().chain([any]), &|key| self.parent(facet, key))
    }

    fn rows(&self, facet: Facet, role: RoleScope, seen: &mut Interner) -> Column {
        let mut rows = Column::default();
        for (paragraph, clause) in self.clauses() {
            self.each_key(facet, role, paragraph, clause, |key| {
                rows.push_once(seen.number(key));
            });
            rows.end_row();
        }
        rows
    }

    fn clauses(&self) -> impl Iterator<Item = (&'a Paragraph, &'a Clause)> + use<'a> {
        self.documents.iter().flat_map(Resolution::clauses)
    }

    /// The values of a clause, each with all above it; some more than once.
    fn each_key(
        &self,
        facet: Facet,
        role: RoleScope,
        paragraph: &'a Paragraph,
        clause: &'a Clause,
        mut each: impl FnMut(&'a str),
    ) {
        // What has no name is no value.
        let mut each = |key: &'a str| {
            if !key.is_empty() {
                each(key);
            }
        };
        match facet {
            Facet::Part => each(paragraph.part.key()),
            Facet::Actor => {
                let counts = |is: Role| role == RoleScope::Any || is == Role::Addressee;
                let actors = clause.actors.iter().filter(|mention| counts(mention.role));
                actors.for_each(|mention| each(mention.actor.as_str()));
            }
            Facet::Action => {
                each(clause.class.key());
                each(clause.verb.as_str());
                each(self.class_of(&clause.verb).key());
            }
            Facet::Topic => {
                for found in &clause.topics {
                    each(found.topic.as_str());
                    self.above(&found.topic).iter().for_each(|topic| each(topic.as_str()));
                }
            }
            // Not in the documents.
            Facet::Annotation => {}
        }
    }

    /// The key of the value that a value lies beneath.
    fn parent(&self, facet: Facet, key: &str) -> Option<&'a str> {
        match facet {
            Facet::Part | Facet::Actor | Facet::Annotation => None,
            Facet::Action if ClauseClass::from_key(key).is_some() => None,
            Facet::Action => Some(self.class_of(&VerbId::from(key)).key()),
            Facet::Topic => self.above(&TopicId::from(key)).first().map(|topic| topic.as_str()),
        }
    }

    fn class_of(&self, verb: &VerbId) -> ClauseClass {
        if let Some(known) = self.glossary.verb(verb) {
            return known.class;
        }
        let unknown = self.unknown.known(verb.as_str());
        unknown.and_then(|number| self.classes.get(number as usize)).copied().unwrap_or_default()
    }

    /// The topics that a topic lies beneath, the nearest first; none if they lie beneath each other.
    fn above(&self, topic: &TopicId) -> Vec<&'a TopicId> {
        let mut above = Vec::new();
        let mut next = self.glossary.topic(topic).and_then(|entry| entry.parent.as_ref());
        while let Some(parent) = next {
            if parent == topic || above.contains(&parent) {
                return Vec::new();
            }
            above.push(parent);
            next = self.glossary.topic(parent).and_then(|entry| entry.parent.as_ref());
        }
        above
    }
}
