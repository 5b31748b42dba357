//! The tables read into an [`ActorTable`].

use super::name_words::NameWords;
use super::rows::{self, Name, Row};
use super::{Actor, ActorTable, By, Entry, Head, HeadId, HeadKind, Named};
use crate::lexicon::phrases::{PhraseTable, Vocabulary};
use crate::model::Language;

pub(super) const ACTORS: &str = include_str!("../../../lexicon/actors.tsv");
pub(super) const STATES: &str = include_str!("../../../lexicon/states.tsv");
pub(super) const HEADS: &str = include_str!("../../../lexicon/actor_heads.tsv");
pub(super) const NAME_WORDS: &str = include_str!("../../../lexicon/name_words.tsv");
pub(super) const NOT_ACTORS: &str = include_str!("../../../lexicon/not_actors.tsv");

/// Reads the tables, adding their words to the vocabulary.
pub(super) fn load(language: Language, vocabulary: &mut Vocabulary) -> ActorTable {
    let mut rows: Vec<Row> = rows::actors(ACTORS).chain(rows::states(STATES)).collect();
    rows.sort_by(|a, b| a.id.cmp(&b.id));
    let by_id = |id: &str| rows.binary_search_by(|row| row.id.as_str().cmp(id)).ok().map(|i| i as Actor);
    let table = ActorTable {
        language,
        united_nations: by_id("united-nations"),
        secretariat: by_id("secretariat"),
        secretary_general: by_id("secretary-general"),
        member_states: by_id("member-states"),
        shorts: Vec::new(),
        rows: Vec::new(),
        phrases: PhraseTable::default(),
        french_adjectives: PhraseTable::default(),
        words: NameWords::load(NAME_WORDS, language),
        names: Vec::new(),
        heads: Vec::new(),
    };
    let mut loader = Loader { table, vocabulary };
    loader.words();
    for (actor, row) in rows.iter().enumerate() {
        loader.names(actor as Actor, row);
    }
    for (_, words, kind, slug) in rows::heads(HEADS).filter(|head| head.0 == language) {
        loader.head(words, kind, slug);
    }
    loader.table.shorts = rows.iter().map(|row| loader.shorts(row)).collect();
    loader.table.rows = rows;
    loader.table
}

struct Loader<'v> {
    table: ActorTable,
    vocabulary: &'v mut Vocabulary,
}

impl Loader<'_> {
    fn words(&mut self) {
        for word in &self.table.words.qualifiers {
            self.table.phrases.pass_over(self.vocabulary, word);
        }
        for (_, words) in rows::not_actors(NOT_ACTORS).filter(|words| words.0 == self.table.language) {
            self.table.phrases.name(self.vocabulary, words, Entry::Nobody);
        }
    }

    fn names(&mut self, actor: Actor, row: &Row) {
        for name in row.names(self.table.language) {
            self.name(actor, By::Name, &name);
        }
        for acronym in row.acronyms(self.table.language) {
            self.name(actor, By::Acronym, &Name::plain(acronym));
        }
        // An English adjective precedes its noun, and so may begin a name; a French one only ends it.
        if self.table.language == Language::French {
            for adjective in &row.adjectives_fr {
                self.table.french_adjectives.name(self.vocabulary, adjective, actor);
            }
        } else {
            for adjective in &row.adjectives_en {
                self.table.phrases.name(self.vocabulary, adjective, Entry::Adjective(actor));
            }
        }
    }

    fn name(&mut self, actor: Actor, by: By, name: &Name) {
        let Name { words, lead, same_number, .. } = name;
        let number = self.table.names.len() as u32;
        let is_exact = !words.chars().any(char::is_lowercase);
        let entry = if is_exact {
            self.table.phrases.exact(self.vocabulary, words, Entry::Name(number))
        } else {
            self.table.phrases.name(self.vocabulary, words, Entry::Name(number))
        };
        let Entry::Name(known) = entry else { return };
        if known == number {
            self.table.names.push(Named {
                actors: vec![actor],
                by,
                lead: *lead,
                same_number: *same_number,
                head: None,
            });
        } else if let Some(named) = self.table.names.get_mut(known as usize) {
            if !named.actors.contains(&actor) {
                named.actors.push(actor);
            }
            named.same_number &= same_number;
        }
    }

    /// Adds a head, or finds the one that has these words.
    fn head(&mut self, words: &str, kind: HeadKind, slug: &str) -> HeadId {
        let number = self.table.heads.len() as HeadId;
        match self.table.phrases.name(self.vocabulary, words, Entry::Head(number)) {
            Entry::Head(known) if known != number => return known,
            Entry::Name(name) => {
                if let Some(named) = self.table.names.get_mut(name as usize) {
                    if let Some(known) = named.head {
                        return known;
                    }
                    named.head = Some(number);
                }
            }
            _ => {}
        }
        let many_words = words.contains([' ', '’', '-']);
        let mut parts = words.split(' ');
        let noun = if self.table.language == Language::French { parts.next() } else { parts.next_back() };
        let seems_plural = noun.is_some_and(|noun| noun.ends_with(['s', 'x']));
        self.table.heads.push(Head { kind, slug: slug.to_owned(), many_words, seems_plural });
        number
    }

    /// The forms by which a text refers back to an actor.
    fn shorts(&mut self, row: &Row) -> Vec<HeadId> {
        let given = row.shorts(self.table.language);
        if given.is_empty() && row.kind.is_body() {
            return self.head_of(&row.label(self.table.language)).into_iter().collect();
        }
        given.iter().map(|words| self.head(words, HeadKind::Own, &rows::slug(words))).collect()
    }

    /// The noun that a name is built on: the first words in French, the last before a preposition in English.
    fn head_of(&self, name: &str) -> Option<HeadId> {
        let tokens = self.vocabulary.tokens(name);
        let head_at = |first: usize| {
            (1..=3).rev().find_map(|n_words| {
                let words = tokens.get(first..first + n_words)?;
                let hit = self.table.phrases.longest_at(name, words).filter(|hit| hit.n_tokens == n_words)?;
                match hit.value {
                    Entry::Head(head) => Some(head),
                    Entry::Name(known) => self.table.names.get(known as usize)?.head,
                    _ => None,
                }
            })
        };
        let head = match self.table.language {
            Language::French => head_at(0),
            Language::English => {
                let n_capitals = tokens.iter().take_while(|token| token.capital).count();
                (0..n_capitals).filter_map(head_at).next_back()
            }
        }?;
        let kind = self.table.heads.get(head as usize)?.kind;
        matches!(kind, HeadKind::Body | HeadKind::Group).then_some(head)
    }
}
