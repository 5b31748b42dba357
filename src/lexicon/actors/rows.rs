//! The tables as they are written, read into rows.

use super::HeadKind;
use crate::lexicon::table::{alternatives, rows};
use crate::model::{ActorEntry, ActorId, Language, Names};
use crate::text::fold::fold_char;
use std::sync::OnceLock;

/// What sort of actor a row is.
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

/// An actor as the table has it.
#[derive(Debug)]
pub(super) struct Row {
    pub(super) id: ActorId,
    pub(super) kind: Kind,
    acronyms: [&'static str; 2],
    names: [&'static str; 2],
    shorts: [Vec<&'static str>; 2],
    pub(super) adjectives_fr: Vec<&'static str>,
    pub(super) adjectives_en: Vec<&'static str>,
    entry: OnceLock<ActorEntry>,
}

impl Row {
    /// The name that is shown: the first, of its choices the first, with a capital.
    pub(super) fn label(&self, language: Language) -> String {
        let first = alternatives(self.names_of(language)).next().map(Name::all).unwrap_or_default();
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
        let mut names: Vec<Name> = alternatives(self.names_of(language)).flat_map(Name::all).collect();
        for name in &mut names {
            name.same_number |= !self.kind.is_one() && name.words.ends_with('s');
        }
        names
    }

    /// Every acronym of a language, and the other one's where it cannot be mistaken for a word.
    pub(super) fn acronyms(&self, language: Language) -> impl Iterator<Item = &'static str> {
        let [french, english] = self.acronyms;
        let (own, other) = match language {
            Language::French => (french, english),
            Language::English => (english, french),
        };
        alternatives(own).chain(alternatives(other).filter(|acronym| acronym.len() >= 4))
    }

    /// The forms that refer back to it, where the table lists them.
    pub(super) fn shorts(&self, language: Language) -> &[&'static str] {
        let [french, english] = &self.shorts;
        match language {
            Language::French => french,
            Language::English => english,
        }
    }

    /// What a glossary says of it; made when a text first names it.
    pub(super) fn entry(&self) -> &ActorEntry {
        self.entry.get_or_init(|| {
            let [fr, en] = self.acronyms.map(|acronyms| acronyms.split('|').next().unwrap_or_default().to_owned());
            let name = Names { fr: self.label(Language::French), en: self.label(Language::English) };
            ActorEntry { id: self.id.clone(), name, acronym: Names { fr, en } }
        })
    }

    fn names_of(&self, language: Language) -> &'static str {
        let [french, english] = self.names;
        match language {
            Language::French => french,
            Language::English => english,
        }
    }
}

/// The rows of the table of actors.
pub(super) fn actors(table: &'static str) -> impl Iterator<Item = Row> {
    rows(table).filter_map(|[id, kind, acronym_fr, acronym_en, names_fr, names_en, short_fr, short_en]| {
        Some(Row {
            id: ActorId::listed(id),
            kind: Kind::from_key(kind)?,
            acronyms: [acronym_fr, acronym_en],
            names: [names_fr, names_en],
            shorts: [alternatives(short_fr).collect(), alternatives(short_en).collect()],
            adjectives_fr: Vec::new(),
            adjectives_en: Vec::new(),
            entry: OnceLock::new(),
        })
    })
}

/// The rows of the table of States.
pub(super) fn states(table: &'static str) -> impl Iterator<Item = Row> {
    rows(table).map(|[id, names_fr, names_en, adjectives_fr, adjectives_en]| Row {
        id: ActorId::listed(id),
        kind: Kind::State,
        acronyms: ["", ""],
        names: [names_fr, names_en],
        shorts: [Vec::new(), Vec::new()],
        adjectives_fr: alternatives(adjectives_fr).collect(),
        adjectives_en: alternatives(adjectives_en).collect(),
        entry: OnceLock::new(),
    })
}

/// The nouns that names are built on: language, words, kind, slug.
pub(super) fn heads(table: &'static str) -> impl Iterator<Item = (Language, &'static str, HeadKind, &'static str)> {
    rows(table).filter_map(|[language, words, kind, slug]| {
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
        Some((Language::from_code(language)?, words, kind, slug))
    })
}

/// The words that name nobody.
pub(super) fn not_actors(table: &'static str) -> impl Iterator<Item = (Language, &'static str)> {
    rows(table).filter_map(|[language, words]| Some((Language::from_code(language)?, words)))
}

/// A name with its marks taken off.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Name {
    /// All its words, those that must stand before it included.
    pub(super) words: String,
    /// How many of the words must stand before it.
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

    /// The names that an item of the table stands for.
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
pub(super) fn slug(words: &str) -> String {
    const LONGEST: usize = 60;
    let mut slug = String::new();
    for word in words.split(|letter: char| !letter.is_alphanumeric()).filter(|word| !word.is_empty()) {
        let before = slug.len();
        if before > 0 {
            slug.push('-');
        }
        word.chars().for_each(|letter| fold_char(letter, &mut slug));
        if slug.len() > LONGEST && before > 0 {
            slug.truncate(before);
            break;
        }
    }
    // A slug cut after «de la» reads as if something were missing.
    while let Some((start, last)) = slug.rsplit_once('-') {
        if !matches!(
            last,
            "de" | "du"
                | "des"
                | "d"
                | "la"
                | "le"
                | "les"
                | "l"
                | "et"
                | "a"
                | "of"
                | "the"
                | "and"
                | "on"
                | "for"
        ) {
            break;
        }
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
            slug("Groupe de travail sur la gestion des frontières et l’application de la loi"),
            "groupe-de-travail-sur-la-gestion-des-frontieres"
        );
    }
}
