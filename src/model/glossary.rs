use super::{Action, ActorId, ClauseClass, Language, TopicId, VerbId};
use serde::{Deserialize, Serialize};

/// A name in one or more languages.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Names {
    /// In French.
    pub fr: String,
    /// In English.
    pub en: String,
    /// In Spanish.
    pub es: String,
    /// In Russian.
    pub ru: String,
    /// In Arabic.
    pub ar: String,
    /// In Chinese.
    pub zh: String,
}

impl Names {
    /// A name in one language.
    pub fn of(language: Language, name: String) -> Self {
        let mut names = Self::default();
        *names.place(language) = name;
        names
    }

    /// The name in a language; failing that in English, in French, in any other.
    pub fn get(&self, language: Language) -> &str {
        self.get_in(language).0
    }

    /// That name, and the language that it is in.
    pub fn get_in(&self, language: Language) -> (&str, Language) {
        [language, Language::English]
            .into_iter()
            .chain(Language::ALL)
            .map(|language| (self.own(language), language))
            .find(|(name, _)| !name.is_empty())
            .unwrap_or(("", language))
    }

    /// The name in a language; empty if it has none there.
    pub fn own(&self, language: Language) -> &str {
        match language {
            Language::French => &self.fr,
            Language::English => &self.en,
            Language::Spanish => &self.es,
            Language::Russian => &self.ru,
            Language::Arabic => &self.ar,
            Language::Chinese => &self.zh,
        }
    }

    /// The field for a language.
    pub fn place(&mut self, language: Language) -> &mut String {
        match language {
            Language::French => &mut self.fr,
            Language::English => &mut self.en,
            Language::Spanish => &mut self.es,
            Language::Russian => &mut self.ru,
            Language::Arabic => &mut self.ar,
            Language::Chinese => &mut self.zh,
        }
    }
}

/// The names of the actors, topics and verbs in some documents, so that the page can show them without the lexicon.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Glossary {
    /// The actors, sorted by id.
    pub actors: Vec<ActorEntry>,
    /// The topics, with their parents, sorted by id.
    pub topics: Vec<TopicEntry>,
    /// The verbs, sorted by id.
    pub verbs: Vec<VerbEntry>,
}

impl Glossary {
    /// Adds the entries of another glossary.
    pub fn merge(&mut self, other: Self) {
        merge_by(&mut self.actors, other.actors, |entry| &entry.id);
        merge_by(&mut self.topics, other.topics, |entry| &entry.id);
        merge_by(&mut self.verbs, other.verbs, |entry| &entry.id);
    }

    /// Whether it already has every entry of another glossary.
    pub fn has_all(&self, other: &Self) -> bool {
        other.actors.iter().all(|entry| self.actor(&entry.id).is_some())
            && other.topics.iter().all(|entry| self.topic(&entry.id).is_some())
            && other.verbs.iter().all(|entry| self.verb(&entry.id).is_some())
    }

    /// The entry of an actor.
    pub fn actor(&self, id: &ActorId) -> Option<&ActorEntry> {
        self.actors.binary_search_by(|entry| entry.id.cmp(id)).ok().and_then(|i| self.actors.get(i))
    }

    /// The entry of a topic.
    pub fn topic(&self, id: &TopicId) -> Option<&TopicEntry> {
        self.topics.binary_search_by(|entry| entry.id.cmp(id)).ok().and_then(|i| self.topics.get(i))
    }

    /// The entry of a verb.
    pub fn verb(&self, id: &VerbId) -> Option<&VerbEntry> {
        self.verbs.binary_search_by(|entry| entry.id.cmp(id)).ok().and_then(|i| self.verbs.get(i))
    }
}

/// Merges two sorted lists of entries, keeping the first of two with one id. Most documents bring few new entries.
fn merge_by<T, K: Ord>(into: &mut Vec<T>, from: Vec<T>, key: impl Fn(&T) -> &K) {
    let is_new = |entry: &T| into.binary_search_by(|known| key(known).cmp(key(entry))).is_err();
    let new: Vec<T> = from.into_iter().filter(is_new).collect();
    if !new.is_empty() {
        into.extend(new);
        into.sort_by(|a, b| key(a).cmp(key(b)));
        into.dedup_by(|a, b| key(a) == key(b));
    }
}

/// An actor's names.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ActorEntry {
    /// Which actor.
    pub id: ActorId,
    /// The full name: « Office des Nations Unies contre la drogue et le crime ».
    pub name: Names,
    /// The usual acronym, empty if there is none: ONUDC, UNODC.
    pub acronym: Names,
    /// Other acronyms to find it by, in any language, separated by spaces: ЮНОДК.
    pub other_acronyms: String,
}

impl ActorEntry {
    /// Its usual short name for a language, and the language that this name is in: the acronym or the name, if need be
    /// in another language.
    pub fn short(&self, language: Language) -> (&str, Language) {
        let own = [self.acronym.own(language), self.name.own(language)].into_iter().find(|name| !name.is_empty());
        let other = || Some(self.acronym.get_in(language)).filter(|(acronym, _)| !acronym.is_empty());
        own.map(|own| (own, language)).or_else(other).unwrap_or_else(|| self.name.get_in(language))
    }
}

/// A topic's names, and the topic above it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct TopicEntry {
    /// Which topic.
    pub id: TopicId,
    /// The topic that it belongs to; none at the upper level.
    pub parent: Option<TopicId>,
    /// Its name.
    pub name: Names,
}

/// A verb as it is shown, with its equivalents in another language.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct VerbEntry {
    /// The lemma.
    pub id: VerbId,
    /// The language that it belongs to.
    pub language: Language,
    /// Its form at the start of an operative paragraph: « Prie », « Prend note avec satisfaction ».
    pub label: String,
    /// Its effect.
    pub action: Action,
    /// The kind of action.
    pub class: ClauseClass,
    /// How binding it is, from 5 (decides, demands) to 1 (merely observes): an editorial scale, not the UN's.
    pub strength: u8,
    /// Its equivalents in official translations, the most frequent first, each with its share in per cent.
    pub equivalents: Vec<(String, u8)>,
    /// The verb that official texts of each language usually have for its action.
    pub usual: Names,
}

impl VerbEntry {
    /// The language that its equivalents are in.
    pub fn equivalents_in(&self) -> Language {
        if self.language == Language::English { Language::French } else { Language::English }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_in_the_readers_language_comes_before_a_foreign_acronym() {
        let names = |en: &str, ru: &str| Names { en: en.into(), ru: ru.into(), ..Names::default() };
        let mut actor = ActorEntry {
            name: names("Office on Drugs", "Управление"),
            acronym: names("UNODC", ""),
            ..ActorEntry::default()
        };
        assert_eq!(actor.short(Language::Russian), ("Управление", Language::Russian));
        assert_eq!(actor.short(Language::English), ("UNODC", Language::English));
        assert_eq!(actor.short(Language::Arabic), ("UNODC", Language::English));
        actor.acronym = names("UNODC", "ЮНОДК");
        assert_eq!(actor.short(Language::Russian), ("ЮНОДК", Language::Russian));
    }

    #[test]
    fn new_entries_are_inserted_in_order_and_known_ones_stay() {
        let verb = |id: &str, label: &str| VerbEntry { id: id.into(), label: label.into(), ..VerbEntry::default() };
        let mut glossary = Glossary { verbs: vec![verb("b", "first"), verb("d", "first")], ..Glossary::default() };
        let verbs = vec![verb("a", "new"), verb("b", "second"), verb("c", "new"), verb("c", "twice")];
        let other = Glossary { verbs, ..Glossary::default() };
        assert!(!glossary.has_all(&other));
        glossary.merge(other.clone());
        assert!(glossary.has_all(&other));
        let known: Vec<_> = glossary.verbs.iter().map(|verb| (verb.id.as_str(), verb.label.as_str())).collect();
        assert_eq!(known, [("a", "new"), ("b", "first"), ("c", "new"), ("d", "first")]);
        assert!(glossary.verb(&"c".into()).is_some());
    }
}
