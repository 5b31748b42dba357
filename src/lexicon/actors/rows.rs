//! Parses the tables into rows.

use super::HeadKind;
use crate::language::table::{alternatives, rows};
use crate::language::{actor_names, tables, words};
use crate::model::{ActorEntry, ActorId, Language};
use crate::text::fold::fold_char;
use std::sync::OnceLock;

/// The sort of actor in a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    Organ,
    Officer,
    Body,
    Operation,
    Tribunal,
    Agency,
    Organization,
    /// One State.
    State,
    /// Some States: « pays en développement ».
    States,
    /// Others than States and bodies: civil society, the parties.
    Sector,
}

impl Kind {
    fn from_key(key: &str) -> Option<Self> {
        Some(match key {
            "organ" => Self::Organ,
            "officer" => Self::Officer,
            "body" => Self::Body,
            "operation" => Self::Operation,
            "tribunal" => Self::Tribunal,
            "agency" => Self::Agency,
            "organization" => Self::Organization,
            "state" => Self::State,
            "states" => Self::States,
            "sector" => Self::Sector,
            _ => return None,
        })
    }

    /// Whether it is one body, which has a name of its own and may be part of another's.
    pub(super) fn is_body(self) -> bool {
        !matches!(self, Self::State | Self::States | Self::Sector)
    }

    /// Whether it is one actor and not many: a body or a State.
    pub(super) fn is_one(self) -> bool {
        self.is_body() || self == Self::State
    }

    /// Whether it is an organization beside the United Nations proper, with officers and members of its own.
    pub(super) fn has_members(self) -> bool {
        matches!(self, Self::Agency | Self::Organization)
    }
}

/// An actor as the table has it. Its names are looked up by language.
#[derive(Debug)]
pub(super) struct Row {
    pub(super) id: ActorId,
    pub(super) kind: Kind,
    entry: OnceLock<ActorEntry>,
}

/// What an actor is called in one language, whatever the language of the text.
#[derive(Clone, Copy, Debug, Default)]
struct LabelRow {
    id: &'static str,
    acronyms: &'static str,
    name: &'static str,
}

/// An actor's names in the language of a text.
#[derive(Clone, Copy, Debug, Default)]
struct NameRow {
    id: &'static str,
    names: &'static str,
    shorts: &'static str,
    adjectives: &'static str,
}

/// The languages whose longer acronyms are used in texts of any other.
const WORKING: [Language; 2] = [Language::English, Language::French];

impl Row {
    /// The name that is shown: the first, of its choices the first, with a capital; empty if it has none in a language.
    pub(super) fn label(&self, language: Language) -> String {
        let first = Name::all(self.label_row(language).name);
        let Some(name) = first.first() else { return String::new() };
        let words = name.words.splitn(name.lead + 1, ' ').last().unwrap_or_default();
        let mut letters = words.chars();
        letters.next().map_or_else(String::new, |letter| letter.to_uppercase().chain(letters).collect())
    }

    /// Every name, brackets written out.
    ///
    /// A group acts in the plural, so that «multi-stakeholder» and «a university» name nobody; where it may act in the
    /// singular as well, the table has both.
    pub(super) fn names(&self, language: Language) -> Vec<Name> {
        let mut names: Vec<Name> = alternatives(self.of(language).names).flat_map(Name::all).collect();
        for name in &mut names {
            name.same_number |= !self.kind.is_one() && name.words.ends_with('s');
        }
        names
    }

    /// Every acronym of a language, and those of the working languages that cannot be mistaken for a word or for another actor:
    /// CEPA is a committee in English and a commission in Spanish.
    pub(super) fn acronyms(&self, language: Language) -> impl Iterator<Item = &'static str> {
        let others = WORKING.into_iter().filter(move |other| *other != language);
        let others = others.flat_map(|other| alternatives(self.label_row(other).acronyms));
        let may_be_another = !WORKING.contains(&language);
        let is_free = move |acronym: &&str| {
            acronym.len() >= 4
                && !(may_be_another
                    && label_rows(language).iter().any(|row| alternatives(row.acronyms).any(|own| own == *acronym)))
        };
        alternatives(self.label_row(language).acronyms).chain(others.filter(is_free))
    }

    /// The forms that refer back to it, where the table lists them.
    pub(super) fn shorts(&self, language: Language) -> impl Iterator<Item = &'static str> {
        alternatives(self.of(language).shorts)
    }

    /// The adjectives of a State.
    pub(super) fn adjectives(&self, language: Language) -> impl Iterator<Item = &'static str> {
        alternatives(self.of(language).adjectives)
    }

    /// Its glossary entry; made when a text first names it.
    pub(super) fn entry(&self) -> &ActorEntry {
        self.entry.get_or_init(|| {
            let mut entry = ActorEntry { id: self.id.clone(), ..ActorEntry::default() };
            for language in Language::ALL {
                *entry.name.place(language) = self.label(language);
                let mut acronyms = alternatives(self.label_row(language).acronyms);
                acronyms.next().unwrap_or_default().clone_into(entry.acronym.place(language));
                for other in acronyms {
                    let space = if entry.other_acronyms.is_empty() { "" } else { " " };
                    entry.other_acronyms.extend([space, other]);
                }
            }
            entry
        })
    }

    fn label_row(&self, language: Language) -> LabelRow {
        let rows = label_rows(language);
        let found = rows.binary_search_by(|row| row.id.cmp(self.id.as_str())).ok();
        found.and_then(|place| rows.get(place)).copied().unwrap_or_default()
    }

    fn of(&self, language: Language) -> NameRow {
        let rows = name_rows(language);
        let found = rows.binary_search_by(|row| row.id.cmp(self.id.as_str())).ok();
        found.and_then(|place| rows.get(place)).copied().unwrap_or_default()
    }
}

/// What all actors and States are called in a language, sorted by id; read the first time.
fn label_rows(language: Language) -> &'static [LabelRow] {
    static ALL: [OnceLock<Vec<LabelRow>>; Language::ALL.len()] = [const { OnceLock::new() }; Language::ALL.len()];
    let load = || actor_names(language).map(|[id, acronyms, name]| LabelRow { id, acronyms, name }).collect();
    ALL.get(language.index()).unwrap_or(&ALL[0]).get_or_init(load)
}

/// The names of all actors and States in a language, sorted by id; read the first time.
fn name_rows(language: Language) -> &'static [NameRow] {
    static ALL: [OnceLock<Vec<NameRow>>; Language::ALL.len()] = [const { OnceLock::new() }; Language::ALL.len()];
    let load = || {
        let tables = tables(language);
        let actors =
            rows(tables.actors).map(|[id, _, names, shorts]| NameRow { id, names, shorts, adjectives: "" });
        let countries =
            rows(tables.countries).map(|[id, names, adjectives]| NameRow { id, names, shorts: "", adjectives });
        let mut all: Vec<NameRow> = actors.chain(countries).collect();
        all.sort_by_key(|row| row.id);
        all
    };
    ALL.get(language.index()).unwrap_or(&ALL[0]).get_or_init(load)
}

/// The rows of the table of actors.
pub(super) fn actors(table: &'static str) -> impl Iterator<Item = Row> {
    rows(table).filter_map(|[id, kind]| {
        Some(Row { id: ActorId::listed(id), kind: Kind::from_key(kind)?, entry: OnceLock::new() })
    })
}

/// The nouns that names are built on: words, kind, slug.
pub(super) fn heads(table: &'static str) -> impl Iterator<Item = (&'static str, HeadKind, &'static str)> {
    rows(table).filter_map(|[words, kind, slug]| {
        let kind = match kind {
            "body" => HeadKind::Body,
            "group" => HeadKind::Group,
            "officer" => HeadKind::Officer,
            "chair" => HeadKind::Chair,
            "government" => HeadKind::Government,
            "self" => HeadKind::Own,
            "document" => HeadKind::Document,
            _ => return None,
        };
        Some((words, kind, slug))
    })
}

/// A name with its marks taken off.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Name {
    /// All its words, those that must come before it included.
    pub(super) words: String,
    /// How many of the words must come before it.
    pub(super) lead: usize,
    /// `!`: in this number only.
    pub(super) same_number: bool,
    /// `&`: the words name another row's actor as well.
    pub(super) shared: bool,
}

impl Name {
    /// A name without marks.
    pub(super) fn plain(words: &str) -> Self {
        Self { words: words.to_owned(), lead: 0, same_number: false, shared: false }
    }

    /// The names that an item of the table expands to.
    fn all(item: &str) -> Vec<Self> {
        let shared = item.ends_with('&');
        let item = item.trim_end_matches('&');
        let same_number = item.ends_with('!');
        let item = item.trim_end_matches('!');
        written_out(item)
            .into_iter()
            .map(|words| {
                let (lead, words) = match words.strip_prefix('(').and_then(|rest| rest.split_once(") ")) {
                    Some((before, name)) => (before.split([' ', '’']).count(), format!("{before} {name}")),
                    None => (0, words),
                };
                Self { words, lead, same_number, shared }
            })
            .collect()
    }
}

/// Brackets written out: `[a/b/]c` is `ac`, `bc` and `c`; spaces left over are taken away.
fn written_out(item: &str) -> Vec<String> {
    let mut all = vec![String::new()];
    let mut rest = item;
    while let Some((before, after)) = rest.split_once('[') {
        let (choices, after) = after.split_once(']').unwrap_or((after, ""));
        all = all
            .iter()
            .flat_map(|start| choices.split('/').map(move |choice| format!("{start}{before}{choice}")))
            .collect();
        rest = after;
    }
    let clean = |start: String| {
        format!("{start}{rest}").split(' ').filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ")
    };
    all.into_iter().map(clean).collect()
}

/// Words as an id: folded, joined by hyphens, at most about sixty letters, cut between words.
pub(super) fn slug(name: &str, language: Language) -> String {
    const LONGEST: usize = 60;
    let mut slug = String::new();
    for word in name.split(|letter: char| !letter.is_alphanumeric()).filter(|word| !word.is_empty()) {
        let before = slug.len();
        if before > 0 {
            slug.push('-');
        }
        word.chars().for_each(|letter| fold_char(letter, &mut slug));
        if slug.chars().nth(LONGEST).is_some() && before > 0 {
            slug.truncate(before);
            break;
        }
    }
    // A slug cut after «de la» reads as if something were missing.
    let ends = &words(language).slug_ends;
    while let Some((start, _)) = slug.rsplit_once('-').filter(|(_, last)| ends.contains(last)) {
        slug.truncate(start.len());
    }
    slug
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn brackets_stand_for_each_of_their_choices() {
        assert_eq!(
            written_out("Haut[-/ ]Commissaire [x/y/] z"),
            [
                "Haut-Commissaire x z",
                "Haut-Commissaire y z",
                "Haut-Commissaire z",
                "Haut Commissaire x z",
                "Haut Commissaire y z",
                "Haut Commissaire z",
            ]
        );
    }

    #[test]
    fn words_in_parentheses_lead_to_the_name() {
        let names = Name::all("(toutes les) parties!");
        assert_eq!(names.len(), 1);
        assert_eq!((names[0].words.as_str(), names[0].lead, names[0].same_number), ("toutes les parties", 2, true));
    }

    #[test]
    fn a_slug_is_cut_between_words() {
        assert_eq!(
            slug("Groupe de travail sur la gestion des frontières et l’application de la loi", Language::French),
            "groupe-de-travail-sur-la-gestion-des-frontieres"
        );
    }
}
