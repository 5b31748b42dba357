//! Finds the actors named in a text: by name, by acronym, by a short form that refers back, or by the form of the words.
//!
//! Names come from tables. A body that is in no table is recognized by the form of its name and listed under the words used;
//! « le Comité » alone refers to the last body of that name ([`Referents`]). The spans are those of the
//! words that name: [`ActorTable::with_article`] adds « les » or « tous les » where they are to be shown.

mod article;
mod finder;
mod head_first;
mod head_last;
mod loading;
mod name_words;
mod places;
mod referents;
mod relations;
mod rows;
#[cfg(test)]
mod tests;
mod words;

pub use referents::Referents;

use super::phrases::PhraseTable;
use super::vocabulary::{Token, Vocabulary};
use crate::language::{Rules, Words};
use crate::model::{ActorEntry, ActorId, Language, Span};
use rows::{Kind, Row};

/// How an actor was recognized.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Recognition {
    /// By a name in the table.
    Name,
    /// By an acronym in the table, or by one that the text itself gave.
    Acronym,
    /// By a form that refers back to one named before: « l’Office ».
    Short,
    /// By the form of its name alone: no table has it.
    Form,
}

/// An actor found in a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ActorFound {
    /// The words that name it, without the article.
    pub span: Span,
    /// Who.
    pub actor: ActorId,
    /// How it was recognized.
    pub by: Recognition,
}

/// All actors that we know, and the words of one language that indicate them.
#[derive(Debug)]
pub struct ActorTable {
    rules: &'static Rules,
    words: &'static Words,
    /// Sorted by id.
    rows: Vec<Row>,
    /// The meaning of each phrase of the language.
    phrases: PhraseTable<Entry>,
    /// « libanais » → Lebanon, where they follow the noun; those that precede it are in `phrases`.
    adjectives_after: PhraseTable<Actor>,
    names: Vec<Named>,
    heads: Vec<Head>,
    /// For each row, the heads by which a text may refer back to it.
    shorts: Vec<Vec<HeadId>>,
    united_nations: Option<Actor>,
    secretariat: Option<Actor>,
    secretary_general: Option<Actor>,
    member_states: Option<Actor>,
}

/// A row of the table, by number.
type Actor = u32;
/// A head noun, by number.
type HeadId = u32;

/// A phrase's meaning in the table.
#[derive(Clone, Copy, Debug)]
enum Entry {
    /// It names an actor: an index into [`ActorTable::names`].
    Name(u32),
    /// An adjective of a State that precedes its noun: “Lebanese”.
    Adjective(Actor),
    /// It may begin or end the name of a body, or refer back to one.
    Head(HeadId),
    /// It holds a name and names nobody.
    Nobody,
}

/// A name of one actor, or of several at once: « fonds, programmes et institutions spécialisées ».
#[derive(Debug)]
struct Named {
    actors: Vec<Actor>,
    by: Recognition,
    /// How many words must come before the name without being part of it.
    lead: usize,
    /// Whether it counts in this number only: `States`, not `State`.
    same_number: bool,
    /// The head that the name is as well, in the other number perhaps: « Secrétariat », « Rapporteur spécial ».
    head: Option<HeadId>,
}

/// A noun that begins or ends names of bodies.
#[derive(Debug)]
struct Head {
    /// The name as the table has it.
    words: String,
    kind: HeadKind,
    /// The id of a body that is called just so.
    slug: String,
    /// Whether it is more than one word.
    many_words: bool,
    /// Whether it looks like a plural where the text would have one: « Fonds », « Group of Experts ».
    seems_plural: bool,
}

impl Head {
    /// Whether it is the title of a person, after whom a name or what they do may follow.
    fn is_person(&self) -> bool {
        ["special-", "high-", "personal-", "independent-"].iter().any(|start| self.slug.starts_with(start))
            || matches!(self.slug.as_str(), "prosecutor" | "registrar" | "ombudsperson" | "envoy" | "coordinator")
    }
}

/// How a noun forms names with the words around it; the table explains it at length.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum HeadKind {
    Body,
    Group,
    Officer,
    Chair,
    Government,
    Own,
    Document,
}

impl ActorTable {
    /// Reads the tables, adding their words to the vocabulary.
    pub fn load(language: Language, vocabulary: &mut Vocabulary) -> Self {
        loading::load(language, vocabulary)
    }

    /// Every actor named in a text, in order of place; one span may name several.
    ///
    /// The tokens must come from the vocabulary that the table was loaded into.
    pub fn find(&self, text: &str, tokens: &[Token], referents: &mut Referents) -> Vec<ActorFound> {
        finder::Finder::new(self, text, tokens, referents).run()
    }

    /// An actor's entry; nothing for one recognized by its form, which [`Referents::entry`] has.
    pub fn entry(&self, id: &ActorId) -> Option<&ActorEntry> {
        let found = self.rows.binary_search_by(|row| row.id.as_str().cmp(id.as_str())).ok()?;
        self.rows.get(found).map(Row::entry)
    }

    /// Every actor of the table, sorted by id.
    pub fn entries(&self) -> impl Iterator<Item = &ActorEntry> {
        self.rows.iter().map(Row::entry)
    }

    /// Whether an actor is a body or an officer of one, as far as the tables know: its name is no description.
    pub fn is_body(&self, id: &ActorId) -> bool {
        self.actor_of(id.as_str()).is_some_and(|actor| self.kind(actor).is_body())
    }

    fn actor_of(&self, id: &str) -> Option<Actor> {
        self.rows.binary_search_by(|row| row.id.as_str().cmp(id)).ok().map(|i| i as Actor)
    }

    fn shorts_of(&self, actor: Actor) -> &[HeadId] {
        self.shorts.get(actor as usize).map_or(&[], Vec::as_slice)
    }

    /// The short forms that are an organ's in its own text: « le Conseil », not « le Bureau ».
    fn own_shorts_of(&self, actor: Actor) -> impl Iterator<Item = HeadId> {
        let is_own = |head: &HeadId| {
            self.heads.get(*head as usize).is_some_and(|noun| noun.kind == HeadKind::Own || noun.many_words)
        };
        self.shorts_of(actor).iter().copied().filter(is_own)
    }

    fn governments(&self) -> impl Iterator<Item = HeadId> {
        let is_government = |(_, head): &(usize, &Head)| head.kind == HeadKind::Government;
        self.heads.iter().enumerate().filter(is_government).map(|(head, _)| head as HeadId)
    }

    fn row(&self, actor: Actor) -> Option<&Row> {
        self.rows.get(actor as usize)
    }

    fn kind(&self, actor: Actor) -> Kind {
        self.row(actor).map_or(Kind::Sector, |row| row.kind)
    }
}
