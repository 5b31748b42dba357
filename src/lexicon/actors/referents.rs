//! The actors named so far, which short forms like « le Comité » refer to.

use super::{Actor, ActorTable, HeadId, rows};
use crate::model::{ActorEntry, ActorId, Language, Names, Organ};
use foldhash::fast::FixedState;
use std::collections::HashMap;

/// The bodies named so far in one document.
///
/// Paragraphs must be read in their order, and each once.
#[derive(Debug, Default)]
pub struct Referents {
    /// The last one named of those that a short form may refer to.
    last: HashMap<HeadId, ActorRef, FixedState>,
    /// Short forms of the adopting organ: in its own text « le Conseil » is itself, even where another council was named.
    own: Vec<(HeadId, ActorRef)>,
    /// The acronyms that the text itself gives to the names it introduces.
    acronyms: HashMap<String, ActorRef, FixedState>,
    /// Actors that are in no table, under the words first used.
    unknown: Vec<ActorEntry>,
    by_slug: HashMap<String, u32, FixedState>,
}

/// An actor of the table, or one that only this document has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum ActorRef {
    Known(Actor),
    Unknown(u32),
}

impl Referents {
    /// No actor named yet, in a text adopted by an organ.
    pub fn new(table: &ActorTable, organ: Organ) -> Self {
        let mut referents = Self::default();
        // Without being named: «l’Organisation», «l’Assemblée», «le Secrétariat» are what they are everywhere.
        for id in ["secretariat", "united-nations", "general-assembly"] {
            if let Some(actor) = table.actor_of(id) {
                referents.name(table, ActorRef::Known(actor));
            }
        }
        // The Human Rights Council's High Commissioner is the one for human rights, though another was named last.
        let close: &[&str] = match organ {
            Organ::HumanRightsCouncil => &["ohchr", "high-commissioner-for-human-rights"],
            _ => &[],
        };
        for actor in std::iter::once(organ.key()).chain(close.iter().copied()).filter_map(|id| table.actor_of(id)) {
            referents.own.extend(table.own_shorts_of(actor).map(|head| (head, ActorRef::Known(actor))));
        }
        referents
    }

    /// The entry of an actor that no table has: the words as written, in the language of the text.
    pub fn entry(&self, id: &ActorId) -> Option<&ActorEntry> {
        self.by_slug.get(id.as_str()).and_then(|&place| self.unknown.get(place as usize))
    }

    /// Every actor that no table has, in the order they were first named.
    pub fn unknown(&self) -> impl Iterator<Item = &ActorEntry> {
        self.unknown.iter()
    }

    /// Takes note that a body was named.
    pub(super) fn name(&mut self, table: &ActorTable, who: ActorRef) {
        if let ActorRef::Known(actor) = who {
            for head in table.shorts_of(actor) {
                self.last.insert(*head, who);
            }
        }
    }

    /// Records a named body that a short form may refer to.
    pub(super) fn name_as(&mut self, head: HeadId, who: ActorRef) {
        self.last.insert(head, who);
    }

    /// The actor that a short form refers to.
    pub(super) fn of(&self, head: HeadId) -> Option<ActorRef> {
        let own = self.own.iter().find(|(short, _)| *short == head).map(|(_, who)| *who);
        own.or_else(|| self.last.get(&head).copied())
    }

    /// The actor of some words that no table has; the words first used are the ones shown.
    pub(super) fn unknown_named(&mut self, id: String, words: &str, language: Language) -> ActorRef {
        if let Some(&place) = self.by_slug.get(&id) {
            return ActorRef::Unknown(place);
        }
        let place = self.unknown.len() as u32;
        let label = words.split_whitespace().collect::<Vec<_>>().join(" ");
        let name = Names::of(language, label);
        self.unknown.push(ActorEntry { id: ActorId::new(id.as_str()), name, ..ActorEntry::default() });
        self.by_slug.insert(id, place);
        ActorRef::Unknown(place)
    }

    /// The actor of some words, its id made of the words.
    pub(super) fn unknown_by_words(&mut self, words: &str, language: Language) -> ActorRef {
        self.unknown_named(rows::slug(words, language), words, language)
    }

    /// The actor for words that are not a name: `x-secretariat-of-the-convention`.
    pub fn described(&mut self, words: &str, language: Language) -> ActorId {
        let id = ["x-", &rows::slug(words, language)].concat();
        self.unknown_named(id.clone(), words, language);
        ActorId::new(id)
    }

    /// Takes note of an acronym that the text gives.
    pub(super) fn abbreviate(&mut self, acronym: &str, who: ActorRef) {
        self.acronyms.insert(acronym.to_owned(), who);
    }

    /// The actor that an acronym defined in the text refers to.
    pub(super) fn abbreviated(&self, acronym: &str) -> Option<ActorRef> {
        if self.acronyms.is_empty() { None } else { self.acronyms.get(acronym).copied() }
    }

    /// The id of an actor.
    pub(super) fn id(&self, table: &ActorTable, who: ActorRef) -> Option<ActorId> {
        match who {
            ActorRef::Known(actor) => table.row(actor).map(|row| row.id.clone()),
            ActorRef::Unknown(place) => self.unknown.get(place as usize).map(|entry| entry.id.clone()),
        }
    }
}
