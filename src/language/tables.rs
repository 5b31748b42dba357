//! The tables of each language.
//!
//! A few are needed whatever the language of a text, and are in every program ([`CommonTables`]). The others ([`Tables`]) are
//! in the command line and in tests. The worker fetches them as one file when a text in their language is to be read, since a reader
//! needs one language or two: docs/size.md.

use super::rules;
use super::table::rows;
use crate::model::Language;
use std::collections::HashMap;
use std::sync::OnceLock;

/// The tables of a language that are needed to read a text in any language, each in `lexicon/xx/` under its field's name, and the
/// names of all actors and topics, which `build.rs` takes from the other tables.
#[derive(Debug)]
pub struct CommonTables {
    /// The acronyms and the first name of each actor and each State: see [`actor_names`].
    pub(super) actor_names: &'static str,
    /// The words of a document's form.
    pub document: &'static str,
    /// Numbers and months.
    pub numbers: &'static str,
    /// The name of each topic: see [`topic_names`].
    pub(super) topic_names: &'static str,
    /// Word lists.
    pub words: &'static str,
}

/// The common tables of the folder with this name.
macro_rules! common_tables {
    ($folder:literal) => {
        $crate::language::CommonTables {
            actor_names: include_str!(concat!(env!("OUT_DIR"), "/lexicon/", $folder, "/actors.tsv")),
            document: include_str!(concat!(env!("OUT_DIR"), "/lexicon/", $folder, "/document.tsv")),
            numbers: include_str!(concat!(env!("OUT_DIR"), "/lexicon/", $folder, "/numbers.tsv")),
            topic_names: include_str!(concat!(env!("OUT_DIR"), "/lexicon/", $folder, "/topics.tsv")),
            words: include_str!(concat!(env!("OUT_DIR"), "/lexicon/", $folder, "/words.tsv")),
        }
    };
}
pub(super) use common_tables;

/// Every actor and State, with its kind; sorted by id.
pub const ACTORS: &str = include_str!(concat!(env!("OUT_DIR"), "/lexicon/actors.tsv"));

/// Every topic, with the one above it; sorted by id.
pub const TOPICS: &str = include_str!(concat!(env!("OUT_DIR"), "/lexicon/topics.tsv"));

/// The id, the acronyms and the first name of each actor and each State in a language, sorted by id.
pub fn actor_names(language: Language) -> impl Iterator<Item = [&'static str; 3]> {
    let names = rows(rules(language).common.actor_names);
    rows(ACTORS).zip(names).map(|([id], [acronyms, name])| [id, acronyms, name])
}

/// The id and the name of each topic in a language, sorted by id.
pub fn topic_names(language: Language) -> impl Iterator<Item = [&'static str; 2]> {
    rows(TOPICS).zip(rows(rules(language).common.topic_names)).map(|([id], [name])| [id, name])
}

/// The type of the other tables, with a field for each.
macro_rules! tables {
    ($($name:ident),+) => {
        /// The other tables of a language, each in `lexicon/xx/` under its field's name; the head of each file says what its
        /// columns mean.
        #[derive(Debug)]
        #[expect(missing_docs)]
        pub struct Tables {
            $(pub $name: &'static str,)+
        }

        impl Tables {
            const EMPTY: Self = Self { $($name: ""),+ };

            /// The tables of a file, in which each follows a line with its name; none if one is missing.
            fn of(file: &'static str) -> Option<Self> {
                let table = |name: &str| file.split("# ").find_map(|table| table.strip_prefix(name)?.strip_prefix('\n'));
                Some(Self { $($name: table(stringify!($name))?),+ })
            }

            #[cfg(all(test, feature = "cli"))]
            fn all(&self) -> impl Iterator<Item = (&'static str, &'static str)> {
                [$((stringify!($name), self.$name)),+].into_iter()
            }
        }
    };
}
tables!(actors, adverbs, attitudes, countries, cues, heads, not_actors, states, topic_cues, topics, verbs);

/// The tables that are loaded, by language.
static LOADED: [OnceLock<Tables>; Language::ALL.len()] = [const { OnceLock::new() }; Language::ALL.len()];

fn place(language: Language) -> &'static OnceLock<Tables> {
    LOADED.get(language.index()).unwrap_or(&LOADED[0])
}

/// The tables of a language; empty ones if [`has_tables`] says that there are none.
pub fn tables(language: Language) -> &'static Tables {
    if let Some(tables) = place(language).get() {
        return tables;
    }
    #[cfg(feature = "cli")]
    return place(language).get_or_init(|| Tables::of(built_in(language)).unwrap_or(Tables::EMPTY));
    #[cfg(not(feature = "cli"))]
    return &Tables::EMPTY;
}

/// Whether the tables of a language are there, so that texts in it can be read.
pub fn has_tables(language: Language) -> bool {
    cfg!(feature = "cli") || place(language).get().is_some()
}

/// Sets the tables of a language from the file that is fetched, for as long as the program runs; whether they are complete.
pub fn set_tables(language: Language, file: &str) -> bool {
    let tables = Tables::of(with_names(language, file).leak());
    tables.is_some_and(|tables| place(language).set(tables).is_ok())
}

/// The file with the tables of a language that the worker fetches: without the first names, which it has already.
#[cfg(feature = "cli")]
pub fn file_to_fetch(language: Language) -> String {
    let without = |first: &str, names: &str| {
        let others = names.strip_prefix(first).unwrap_or(names);
        others.strip_prefix('|').unwrap_or(others).to_owned()
    };
    with_changed_names(language, built_in(language), without)
}

/// The tables of a fetched file, with all names.
fn with_names(language: Language, file: &str) -> String {
    with_changed_names(language, file, |first, others| {
        if others.is_empty() { first.to_owned() } else { [first, "|", others].concat() }
    })
}

/// A file in which the names of each actor, State and topic are changed, given the first one.
fn with_changed_names(language: Language, file: &str, change: impl Fn(&str, &str) -> String) -> String {
    let actors: HashMap<&str, &str> = actor_names(language).map(|[id, _, name]| (id, name)).collect();
    let topics: HashMap<&str, &str> = topic_names(language).map(|[id, name]| (id, name)).collect();
    let mut place = None;
    let mut changed = String::with_capacity(file.len());
    for line in file.lines() {
        if let Some(table) = line.strip_prefix("# ") {
            place = match table {
                "actors" => Some((&actors, 2)),
                "countries" => Some((&actors, 1)),
                "topics" => Some((&topics, 1)),
                _ => None,
            };
        }
        for (n, field) in line.split('\t').enumerate() {
            if n > 0 {
                changed.push('\t');
            }
            let id = line.split('\t').next().unwrap_or_default();
            match place.filter(|(_, column)| *column == n).and_then(|(firsts, _)| firsts.get(id)) {
                Some(first) if !first.is_empty() => changed.push_str(&change(first, field)),
                _ => changed.push_str(field),
            }
        }
        changed.push('\n');
    }
    changed
}

/// The file with the tables of a language.
#[cfg(feature = "cli")]
fn built_in(language: Language) -> &'static str {
    match language {
        Language::French => include_str!(concat!(env!("OUT_DIR"), "/lexicon/fr.txt")),
        Language::English => include_str!(concat!(env!("OUT_DIR"), "/lexicon/en.txt")),
        Language::Spanish => include_str!(concat!(env!("OUT_DIR"), "/lexicon/es.txt")),
        Language::Russian => include_str!(concat!(env!("OUT_DIR"), "/lexicon/ru.txt")),
        Language::Arabic => include_str!(concat!(env!("OUT_DIR"), "/lexicon/ar.txt")),
        Language::Chinese => include_str!(concat!(env!("OUT_DIR"), "/lexicon/zh.txt")),
    }
}

#[cfg(all(test, feature = "cli"))]
mod tests {
    use super::*;

    #[test]
    fn a_file_has_every_table_to_its_last_row() {
        for language in Language::ALL {
            let tables = Tables::of(built_in(language)).unwrap();
            for (name, table) in tables.all() {
                let path = format!("{}/lexicon/{}/{name}.tsv", env!("CARGO_MANIFEST_DIR"), language.code());
                let rows = std::fs::read_to_string(&path).unwrap();
                let rows: Vec<&str> = rows.lines().filter(|row| !row.starts_with('#')).collect();
                assert_eq!(table.lines().collect::<Vec<_>>(), rows, "{path}");
            }
        }
    }

    #[test]
    fn a_file_that_is_fetched_gives_back_every_table() {
        for language in Language::ALL {
            let file = file_to_fetch(language);
            assert!(file.len() + 10_000 < built_in(language).len(), "{}", language.code());
            assert_eq!(with_names(language, &file), built_in(language), "{}", language.code());
        }
    }

    #[test]
    fn half_a_file_is_none() {
        let file = built_in(Language::French);
        let (half, _) = file.split_once("# verbs").unwrap();
        assert!(Tables::of(half).is_none());
        assert!(Tables::of("").is_none());
    }
}
