//! Who is named in a text: by name, by acronym, by a short form that refers back, or by the form of the words.
//!
//! Names of both languages come from tables. What no table has still shows, under the words used, if it has the form
//! of a body's name; and « le Comité » alone is whoever was last called so ([`Referents`]). The spans are those of the
//! words that name: [`ActorTable::with_article`] adds « les » or « tous les » where they are to be shown.

mod article;
mod english;
mod finder;
mod french;
mod name_words;
mod places;
mod referents;
mod relations;
mod rows;
#[cfg(test)]
mod tests;
mod words;

pub use referents::Referents;

use super::phrases::{PhraseTable, Token, Vocabulary};
use crate::model::{ActorEntry, ActorId, Language, Span};
use name_words::NameWords;
use rows::{Kind, Name, Row};
use std::collections::HashMap;

/// How an actor was recognised.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum By {
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
    /// How it was recognised.
    pub by: By,
}

/// All actors that we know, and the words of one language that tell them.
#[derive(Debug)]
pub struct ActorTable {
    language: Language,
    /// Sorted by id.
    rows: Vec<Row>,
    /// What each phrase of the language stands for.
    phrases: PhraseTable<Entry>,
    /// « libanais » → Lebanon; in English these stand in `phrases`, since they precede the noun.
    french_adjectives: PhraseTable<Actor>,
    words: NameWords,
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

/// What the table says of a phrase.
#[derive(Clone, Copy, Debug)]
enum Entry {
    /// It names an actor: an index into [`ActorTable::names`].
    Name(u32),
    /// An English adjective of a State: « Lebanese ».
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
    by: By,
    /// How many words must stand before the name without being part of it.
    lead: usize,
    /// Whether it counts in this number only: `States`, not `State`.
    same_number: bool,
    /// The head that the name is as well, in the other number perhaps: « Secrétariat », « Rapporteur spécial ».
    head: Option<HeadId>,
}

/// A noun that begins or ends names of bodies.
#[derive(Debug)]
struct Head {
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

/// What a noun makes of the words around it; the table itself says it at length.
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

const ACTORS: &str = include_str!("../../../lexicon/actors.tsv");
const STATES: &str = include_str!("../../../lexicon/states.tsv");
const HEADS: &str = include_str!("../../../lexicon/actor_heads.tsv");
const NAME_WORDS: &str = include_str!("../../../lexicon/name_words.tsv");
const NOT_ACTORS: &str = include_str!("../../../lexicon/not_actors.tsv");

impl ActorTable {
    /// Reads the tables, adding their words to the vocabulary.
    pub fn load(language: Language, vocabulary: &mut Vocabulary) -> Self {
        let mut rows: Vec<Row> = rows::actors(ACTORS).chain(rows::states(STATES)).collect();
        rows.sort_by(|a, b| a.id.cmp(&b.id));
        let by_id = |id: &str| rows.binary_search_by(|row| row.id.as_str().cmp(id)).ok().map(|i| i as Actor);
        let mut table = Self {
            language,
            united_nations: by_id("united-nations"),
            secretariat: by_id("secretariat"),
            secretary_general: by_id("secretary-general"),
            member_states: by_id("member-states"),
            shorts: vec![Vec::new(); rows.len()],
            rows: Vec::new(),
            phrases: PhraseTable::default(),
            french_adjectives: PhraseTable::default(),
            words: NameWords::load(NAME_WORDS, language),
            names: Vec::new(),
            heads: Vec::new(),
        };
        for word in &table.words.qualifiers {
            table.phrases.pass_over(vocabulary, word);
        }
        let mut seen = Seen::default();
        for (actor, row) in rows.iter().enumerate() {
            table.add_names(vocabulary, actor as Actor, row, &mut seen);
        }
        for (_, words, kind, slug) in rows::heads(HEADS).filter(|head| head.0 == language) {
            table.add_head(vocabulary, words, kind, slug, &mut seen);
        }
        for (_, words) in rows::not_actors(NOT_ACTORS).filter(|words| words.0 == language) {
            table.phrases.insert_name(vocabulary, words, Entry::Nobody);
        }
        for (actor, row) in rows.iter().enumerate() {
            table.add_shorts(vocabulary, actor, row, &mut seen);
        }
        table.rows = rows;
        table
    }

    /// Every actor named in a text, in order of place; one span may name several.
    ///
    /// The tokens must come from the vocabulary that the table was loaded into.
    pub fn find(&self, text: &str, tokens: &[Token], referents: &mut Referents) -> Vec<ActorFound> {
        finder::Finder::new(self, text, tokens, referents).run()
    }

    /// What is known of an actor; nothing of one that was recognised by its form, which [`Referents::entry`] has.
    pub fn entry(&self, id: &ActorId) -> Option<ActorEntry> {
        let found = self.rows.binary_search_by(|row| row.id.as_str().cmp(id.as_str())).ok()?;
        self.rows.get(found).map(Row::entry)
    }

    /// Every actor of the table, sorted by id.
    pub fn entries(&self) -> impl Iterator<Item = ActorEntry> {
        self.rows.iter().map(Row::entry)
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

    fn add_names(&mut self, vocabulary: &mut Vocabulary, actor: Actor, row: &Row, seen: &mut Seen) {
        for name in row.names(self.language) {
            self.add_name(vocabulary, actor, By::Name, &name, seen);
        }
        for acronym in row.acronyms(self.language) {
            self.add_name(vocabulary, actor, By::Acronym, &Name::plain(acronym), seen);
        }
        match self.language {
            Language::French => {
                for adjective in &row.adjectives_fr {
                    self.french_adjectives.insert_name(vocabulary, adjective, actor);
                }
            }
            Language::English => {
                for adjective in &row.adjectives_en {
                    self.phrases.insert_name(vocabulary, adjective, Entry::Adjective(actor));
                }
            }
        }
    }

    fn add_name(&mut self, vocabulary: &mut Vocabulary, actor: Actor, by: By, name: &Name, seen: &mut Seen) {
        let is_exact = !name.words.chars().any(char::is_lowercase);
        let key = if is_exact { name.words.clone() } else { rows::key(&name.words) };
        if let Some(&known) = seen.names.get(&key)
            && let Some(named) = self.names.get_mut(known as usize)
        {
            if !named.actors.contains(&actor) {
                named.actors.push(actor);
            }
            named.same_number &= name.same_number;
            return;
        }
        let number = self.names.len() as u32;
        seen.names.insert(key, number);
        let Name { words, lead, same_number, .. } = name;
        self.names.push(Named { actors: vec![actor], by, lead: *lead, same_number: *same_number, head: None });
        let phrases = &mut self.phrases;
        if is_exact {
            phrases.insert_exact(vocabulary, words, Entry::Name(number));
        } else {
            phrases.insert_name(vocabulary, words, Entry::Name(number));
        }
    }

    fn add_head(
        &mut self,
        vocabulary: &mut Vocabulary,
        words: &str,
        kind: HeadKind,
        slug: &str,
        seen: &mut Seen,
    ) -> HeadId {
        let key = rows::key(words);
        if let Some(&known) = seen.heads.get(&key) {
            return known;
        }
        let number = self.heads.len() as HeadId;
        let many_words = words.contains([' ', '’', '-']);
        let seems_plural = match self.language {
            Language::French => words.split(' ').next(),
            Language::English => words.split(' ').next_back(),
        }
        .is_some_and(|word| word.ends_with(['s', 'x']));
        self.heads.push(Head { kind, slug: slug.to_owned(), many_words, seems_plural });
        match seen.names.get(&key).and_then(|&name| self.names.get_mut(name as usize)) {
            Some(named) => named.head = Some(number),
            None => self.phrases.insert_name(vocabulary, words, Entry::Head(number)),
        }
        seen.heads.insert(key, number);
        number
    }

    fn add_shorts(&mut self, vocabulary: &mut Vocabulary, actor: usize, row: &Row, seen: &mut Seen) {
        let mut shorts = Vec::new();
        let given = row.shorts(self.language);
        for words in given {
            let slug = rows::slug(words);
            shorts.push(self.add_head(vocabulary, words, HeadKind::Own, &slug, seen));
        }
        if given.is_empty() && row.kind.is_body() {
            shorts.extend(self.head_of(vocabulary, &row.label(self.language), seen));
        }
        if let Some(place) = self.shorts.get_mut(actor) {
            *place = shorts;
        }
    }

    /// The noun that a name is built on: the first words in French, the last before a preposition in English.
    fn head_of(&self, vocabulary: &Vocabulary, name: &str, seen: &Seen) -> Option<HeadId> {
        let tokens = vocabulary.tokens(name);
        let head_at = |first: usize| {
            (first..first + 3).rev().find_map(|last| {
                let words = Span { start: tokens.get(first)?.span.start, end: tokens.get(last)?.span.end };
                seen.heads.get(&rows::key(words.of(name))).copied()
            })
        };
        let head = match self.language {
            Language::French => head_at(0),
            Language::English => {
                let capitals = tokens.iter().take_while(|token| token.capital).count();
                (0..capitals).filter_map(head_at).next_back()
            }
        }?;
        let kind = self.heads.get(head as usize)?.kind;
        matches!(kind, HeadKind::Body | HeadKind::Group).then_some(head)
    }
}

/// What has been added so far by its [`rows::key`], so that a phrase is added once.
#[derive(Default)]
struct Seen {
    names: HashMap<String, u32>,
    heads: HashMap<String, HeadId>,
}
