//! Loads the tables into an [`ActorTable`].

use super::rows::{self, Name, Row};
use super::{Actor, ActorTable, Entry, Head, HeadId, HeadKind, Named, Recognition};
use crate::language::table::rows as table_rows;
use crate::language::{self, ACTORS, NameShape};
use crate::lexicon::phrases::PhraseTable;
use crate::lexicon::vocabulary::Vocabulary;
use crate::model::Language;

/// Reads the tables, adding their words to the vocabulary.
pub(super) fn load(language: Language, vocabulary: &mut Vocabulary) -> ActorTable {
    let mut rows: Vec<Row> = rows::actors(ACTORS).collect();
    rows.sort_by(|a, b| a.id.cmp(&b.id));
    let by_id = |id: &str| rows.binary_search_by(|row| row.id.as_str().cmp(id)).ok().map(|i| i as Actor);
    let rules = language::rules(language);
    let table = ActorTable {
        rules,
        words: language::words(language),
        united_nations: by_id("united-nations"),
        secretariat: by_id("secretariat"),
        secretary_general: by_id("secretary-general"),
        member_states: by_id("member-states"),
        shorts: Vec::new(),
        rows: Vec::new(),
        phrases: PhraseTable::default(),
        adjectives_after: PhraseTable::default(),
        names: Vec::new(),
        heads: Vec::new(),
    };
    let mut loader = Loader { table, vocabulary };
    loader.words();
    for (actor, row) in rows.iter().enumerate() {
        loader.names(actor as Actor, row);
    }
    for (words, kind, slug) in rows::heads(language::tables(language).heads) {
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
        for word in self.table.words.qualifiers.iter() {
            self.table.phrases.pass_over(self.vocabulary, word);
        }
        for [words] in table_rows(language::tables(self.table.rules.language).not_actors) {
            self.table.phrases.name(self.vocabulary, words, Entry::Nobody);
        }
    }

    fn names(&mut self, actor: Actor, row: &Row) {
        for name in row.names(self.table.rules.language) {
            self.name(actor, Recognition::Name, &name);
        }
        for acronym in row.acronyms(self.table.rules.language) {
            self.name(actor, Recognition::Acronym, &Name::plain(acronym));
        }
        // An adjective that precedes its noun may begin a name; one that follows only ends it.
        for adjective in row.adjectives(self.table.rules.language) {
            if self.table.rules.adjectives_follow {
                self.table.adjectives_after.name(self.vocabulary, adjective, actor);
            } else {
                self.table.phrases.name(self.vocabulary, adjective, Entry::Adjective(actor));
            }
        }
    }

    fn name(&mut self, actor: Actor, by: Recognition, name: &Name) {
        let Name { words, lead, same_number, .. } = name;
        let number = self.table.names.len() as u32;
        // An acronym; letters without case make none.
        let is_exact = words.contains(char::is_uppercase) && !words.contains(char::is_lowercase);
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
        let noun = match self.table.rules.names {
            NameShape::HeadFirst => parts.next(),
            NameShape::HeadLast => parts.next_back(),
        };
        let seems_plural = noun.is_some_and(self.table.rules.is_plural);
        self.table.heads.push(Head {
            words: words.to_owned(),
            kind,
            slug: slug.to_owned(),
            many_words,
            seems_plural,
        });
        number
    }

    /// The forms by which a text refers back to an actor.
    fn shorts(&mut self, row: &Row) -> Vec<HeadId> {
        let language = self.table.rules.language;
        let mut given = row.shorts(language).peekable();
        if given.peek().is_none() && row.kind.is_body() {
            return self.head_of(&row.label(language)).into_iter().collect();
        }
        given.map(|words| self.head(words, HeadKind::Own, &rows::slug(words, language))).collect()
    }

    /// The noun that a name is built on: its first words, or the last before a preposition.
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
        let head = match self.table.rules.names {
            NameShape::HeadFirst => head_at(0),
            NameShape::HeadLast => {
                let n_capitals = tokens.iter().take_while(|token| token.capital).count();
                (0..n_capitals).filter_map(head_at).next_back()
            }
        }?;
        let kind = self.table.heads.get(head as usize)?.kind;
        matches!(kind, HeadKind::Body | HeadKind::Group).then_some(head)
    }
}
