//! Finds topics by the phrases of a table, each of which is evidence for one topic.
//!
//! Half of the knowledge is in exclusions. A request to the Office on Drugs and Crime is not about drugs, so the table also has
//! phrases to skip, and the names of actors found before are skipped too.

use super::phrases::PhraseTable;
use super::vocabulary::{Token, Vocabulary};
use crate::language::table::{alternatives, rows};
use crate::language::{TOPICS, actor_names, rules, tables, topic_names};
use crate::model::{Language, Names, Span, TopicEntry, TopicId};

/// The parent of phrases that give no topic.
const STOP: &str = "stop";

/// The parent of countries and regions. What the name of an actor says of them counts.
const PLACES: &str = "regional-situations";

/// Before a phrase that counts only in exactly its own letters: `=AIDS` is no « aids ».
const EXACT: char = '=';

/// Before a phrase that counts only as the object of its clause's verb: `>report of the Secretary-General`.
const OBJECT: char = '>';

/// Before a phrase that counts within an actor's name too: `@Commission of Inquiry`.
const IN_NAMES: char = '@';

/// Before a phrase that counts only where no other place is named: `~Israel`, but not beside the Golan.
const ALONE: char = '~';

/// Before a phrase that counts only in a text of the Security Council: `!Group of Experts`.
const OF_COUNCIL: char = '!';

/// A topic's place in the table.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct TopicIndex(u16);

/// Every topic that we know, and the phrases that are its evidence in one language.
#[derive(Debug, Default)]
pub struct TopicTable {
    /// The topics of the table, then the States that none of them takes in.
    entries: Vec<TopicEntry>,
    /// For each of them whether it is a place.
    places: Vec<bool>,
    /// Their numbers in order of their ids.
    by_id: Vec<u16>,
    phrases: PhraseTable<Meaning>,
    /// Whether a name begins with a capital.
    has_capitals: bool,
    /// Whether each letter is a word: one that two phrases share is none.
    has_letters_alone: bool,
}

/// The meaning of a phrase of the table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Meaning {
    About {
        topic: TopicIndex,
        /// Only as the object of the clause's verb.
        as_object: bool,
        /// Within an actor's name too.
        in_names: bool,
        /// Only where no other place is named.
        alone: bool,
        /// Only in a text of the Security Council.
        of_council: bool,
    },
    /// It is a name or a set phrase, and what is within it is no evidence.
    Nothing,
}

/// A topic found in a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(clippy::struct_excessive_bools, reason = "each is a mark of the table, and they are independent")]
pub struct TopicFound {
    /// The words that give it.
    pub span: Span,
    /// Which it is.
    pub topic: TopicIndex,
    /// Whether it counts only as the object of the clause's verb.
    pub as_object: bool,
    /// Whether it is a country or a region.
    pub is_place: bool,
    /// Whether it counts only where no other place is named.
    pub alone: bool,
    /// Whether it counts only in a text of the Security Council.
    pub of_council: bool,
    in_names: bool,
}

impl TopicTable {
    /// Reads the tables: the names in every language, the phrases of this one.
    pub fn load(language: Language, vocabulary: &mut Vocabulary) -> Self {
        let writing = &rules(language).writing;
        let mut table =
            Self { has_capitals: writing.has_capitals, has_letters_alone: !writing.has_blanks, ..Self::default() };
        for [id, parent] in rows(TOPICS).filter(|[_, parent]| *parent != STOP) {
            let parent = (!parent.is_empty()).then(|| TopicId::listed(parent));
            table.entries.push(TopicEntry { id: TopicId::listed(id), parent, name: Names::default() });
        }
        for named in Language::ALL {
            for [id, name] in topic_names(named) {
                if let Some(entry) = table.listed(id).and_then(|topic| table.entries.get_mut(usize::from(topic.0)))
                {
                    name.clone_into(entry.name.place(named));
                }
            }
        }
        for [id, _, phrases] in rows(tables(language).topics) {
            let topic = table.listed(id);
            for phrase in alternatives(phrases) {
                let (phrase, of_council) = marked(phrase, OF_COUNCIL);
                let (phrase, as_object) = marked(phrase, OBJECT);
                let (phrase, in_names) = marked(phrase, IN_NAMES);
                let (phrase, alone) = marked(phrase, ALONE);
                let meaning = match topic {
                    Some(topic) => Meaning::About { topic, as_object, in_names, alone, of_council },
                    None => Meaning::Nothing,
                };
                match phrase.strip_prefix(EXACT) {
                    Some(phrase) => table.phrases.insert_exact(vocabulary, phrase, meaning),
                    None => table.phrases.insert(vocabulary, phrase, meaning),
                }
            }
        }
        table.add_states(language, vocabulary);
        table.places = table.entries.iter().map(is_place).collect();
        table.by_id = (0..table.entries.len() as u16).collect();
        let Self { entries, by_id, .. } = &mut table;
        by_id.sort_by_key(|place| entries.get(usize::from(*place)).map(|entry| &entry.id));
        table
    }

    /// Adds what every State is called: to the topic that names it already, or as a topic of its own.
    fn add_states(&mut self, language: Language, vocabulary: &mut Vocabulary) {
        let n_named = self.entries.len();
        for [id, names, adjectives] in rows(tables(language).countries) {
            let of_this_id = self.entries.iter().take(n_named).position(|entry| entry.id.as_str() == id);
            let of_this_name = || {
                alternatives(names).find_map(|name| match self.meaning(vocabulary, name) {
                    Some(Meaning::About { topic, .. }) => Some(topic),
                    _ => None,
                })
            };
            let topic = of_this_id.map(|place| TopicIndex(place as u16)).or_else(of_this_name);
            let topic = topic.unwrap_or_else(|| {
                self.entries.push(TopicEntry {
                    id: TopicId::listed(id),
                    parent: Some(TopicId::listed(PLACES)),
                    name: Names::default(),
                });
                TopicIndex(self.entries.len().saturating_sub(1) as u16)
            });
            let meaning =
                Meaning::About { topic, as_object: false, in_names: true, alone: false, of_council: false };
            for phrase in alternatives(names).chain(alternatives(adjectives)) {
                if self.meaning(vocabulary, phrase).is_none() {
                    self.phrases.name(vocabulary, phrase, meaning);
                }
            }
        }
        let states = self.entries.get_mut(n_named..).unwrap_or_default();
        for named in Language::ALL {
            for [id, _, name] in actor_names(named) {
                let state = states.binary_search_by(|entry| entry.id.as_str().cmp(id)).ok();
                if let Some(entry) = state.and_then(|place| states.get_mut(place)) {
                    name.clone_into(entry.name.place(named));
                }
            }
        }
    }

    /// A phrase's meaning in the table.
    fn meaning(&self, vocabulary: &Vocabulary, phrase: &str) -> Option<Meaning> {
        let tokens = vocabulary.tokens(phrase);
        let found = self.phrases.longest_at(phrase, &tokens)?;
        (found.n_tokens == tokens.len()).then_some(found.value)
    }

    /// The topic of an id of the table, before States are added; none for phrases that give no topic.
    fn listed(&self, id: &str) -> Option<TopicIndex> {
        self.entries.binary_search_by(|entry| entry.id.as_str().cmp(id)).ok().map(|place| TopicIndex(place as u16))
    }

    /// The topics of a text, each time with the words that give it, in order of place.
    ///
    /// `actors` are the spans of those found in it, in order of place. What is within a proper name is no evidence,
    /// unless it is a place: what the Croatian Government is asked is about Croatia. A phrase that covers the name or
    /// reaches out of it is evidence. An actor without a capital is no name but a description, and its words mean what
    /// they say: « services de répression » are about law enforcement. Where there are no capitals, the caller gives names only.
    pub fn find(&self, text: &str, tokens: &[Token], actors: &[Span]) -> Vec<TopicFound> {
        let is_name = |span: &Span| !self.has_capitals || span.of(text).starts_with(char::is_uppercase);
        let names: Vec<Span> = actors.iter().copied().filter(is_name).collect();
        let (mut found, stops) = self.phrases_in(text, tokens);
        let (mut names, mut stops) = (names.as_slice(), stops.as_slice());
        found.retain(|found| {
            !is_within_one(found.span, &mut stops) && (found.in_names || !is_within_one(found.span, &mut names))
        });
        found
    }

    /// The phrases of a text that are no part of a longer one, and apart from them those that give no topic.
    ///
    /// They may overlap: « collecte de données biométriques » is the collection of data and biometrics. Those of one
    /// topic are then one.
    fn phrases_in(&self, text: &str, tokens: &[Token]) -> (Vec<TopicFound>, Vec<Span>) {
        let mut found: Vec<TopicFound> = Vec::new();
        let mut stops = Vec::new();
        let mut covered = 0;
        for (at, first) in tokens.iter().enumerate().filter(|(_, first)| self.phrases.may_begin(first)) {
            let Some(hit) = self.phrases.longest_at(text, tokens.get(at..).unwrap_or_default()) else { continue };
            let end = at + hit.n_tokens;
            let last = tokens.get(end.saturating_sub(1)).unwrap_or(first);
            let span = Span { start: first.span.start, end: last.span.end };
            let Meaning::About { topic, as_object, in_names, alone, of_council } = hit.value else {
                stops.push(span);
                continue;
            };
            // «残疾**人**权利» is no «人权».
            if end <= covered || self.has_letters_alone && at + 1 == covered {
                continue;
            }
            covered = end;
            match found.last_mut() {
                Some(before) if before.topic == topic && before.span.overlaps(span) => {
                    before.span.end = span.end;
                    before.as_object &= as_object;
                    before.of_council &= of_council;
                }
                _ => {
                    let is_place = self.places.get(usize::from(topic.0)).copied().unwrap_or_default();
                    let in_names = in_names || is_place;
                    found.push(TopicFound { span, topic, as_object, is_place, alone, of_council, in_names });
                }
            }
        }
        (found, stops)
    }

    /// Every topic with its names and the topic above it: what a [`crate::model::Glossary`] holds.
    pub fn entries(&self) -> &[TopicEntry] {
        &self.entries
    }

    /// The entry of a topic that [`Self::find`] gave.
    pub fn entry(&self, index: TopicIndex) -> Option<&TopicEntry> {
        self.entries.get(usize::from(index.0))
    }

    /// The topic of an id.
    pub fn index_of(&self, id: &TopicId) -> Option<TopicIndex> {
        let place = self.by_id.binary_search_by(|place| {
            let entry = self.entries.get(usize::from(*place));
            entry.map_or(std::cmp::Ordering::Greater, |entry| entry.id.cmp(id))
        });
        place.ok().and_then(|place| self.by_id.get(place)).map(|place| TopicIndex(*place))
    }
}

/// A phrase without its mark, and whether it has it.
fn marked(phrase: &'static str, mark: char) -> (&'static str, bool) {
    phrase.strip_prefix(mark).map_or((phrase, false), |rest| (rest, true))
}

fn is_place(entry: &TopicEntry) -> bool {
    entry.id.as_str() == PLACES || entry.parent.as_ref().is_some_and(|parent| parent.as_str() == PLACES)
}

/// Whether a span is a part of one of these names, and not all of it. Names that end before it are dropped: the spans
/// asked about go forward, so that each name is passed once.
fn is_within_one(span: Span, names: &mut &[Span]) -> bool {
    while let Some((first, rest)) = names.split_first()
        && first.end <= span.start
    {
        *names = rest;
    }
    let mut reaching_in = names.iter().take_while(|name| name.start <= span.start);
    reaching_in.any(|name| name.end >= span.end && name.len() > span.len())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lexicon::Lexicon;
    use crate::text::word_spans;
    use std::collections::{BTreeMap, BTreeSet, HashSet};

    fn found<'t>(language: Language, text: &'t str, actors: &[&str]) -> Vec<(String, &'t str)> {
        let lexicon = Lexicon::of(language);
        let span_of = |name: &&str| {
            let start = text.find(name).unwrap();
            Span::new(start, start + name.len())
        };
        let actors: Vec<Span> = actors.iter().map(span_of).collect();
        let found = lexicon.topics.find(text, &lexicon.vocabulary.tokens(text), &actors);
        let id_of = |topic| lexicon.topics.entry(topic).unwrap().id.to_string();
        found.into_iter().map(|found| (id_of(found.topic), found.span.of(text))).collect()
    }

    fn check(text: &str, actors: &[&str], expected: &[(&str, &str)]) {
        let expected: Vec<_> = expected.iter().map(|(topic, words)| ((*topic).to_owned(), *words)).collect();
        assert_eq!(found(Language::French, text, actors), expected, "{text}");
    }

    /// Language, id, name, phrases.
    fn all_rows() -> impl Iterator<Item = (Language, [&'static str; 3])> {
        Language::ALL.into_iter().flat_map(|language| rows(tables(language).topics).map(move |row| (language, row)))
    }

    #[test]
    fn the_longest_phrase_gives_the_topic() {
        check(
            "combattre le financement du terrorisme",
            &[],
            &[("terrorism-financing", "financement du terrorisme")],
        );
    }

    #[test]
    fn a_phrase_across_the_border_of_two_words_is_no_evidence() {
        let of = |text| found(Language::Chinese, text, &[]).into_iter().map(|(id, _)| id).collect::<Vec<_>>();
        assert_eq!(of("发展中国家"), [""; 0]);
        assert_eq!(of("请特别报告员继续工作"), [""; 0]);
        assert_eq!(of("残疾人权利"), ["disability"]);
        assert_eq!(of("中国和提交报告"), ["china", "reporting"]);
    }

    #[test]
    fn a_name_of_a_body_is_no_evidence_where_there_are_no_capitals() {
        assert_eq!(found(Language::Chinese, "请统计委员会开会", &["统计委员会"]), []);
    }

    #[test]
    fn phrases_that_overlap_are_evidence_each() {
        check(
            "la collecte de données biométriques",
            &[],
            &[("statistics", "collecte de données"), ("biometrics", "données biométriques")],
        );
    }

    #[test]
    fn overlapping_phrases_of_one_topic_are_one_piece_of_evidence() {
        check(
            "ratifier d’autres conventions pertinentes",
            &[],
            &[("legal-instruments", "ratifier d’autres conventions pertinentes")],
        );
    }

    #[test]
    fn a_set_phrase_is_passed_over_and_what_reaches_out_of_it_is_not() {
        check("conformément au droit international", &[], &[]);
        let topic = ("international-humanitarian-law", "droit international humanitaire");
        check("conformément au droit international humanitaire", &[], &[topic]);
    }

    #[test]
    fn the_name_of_a_body_is_no_topic() {
        check("Prie l’Office des Nations Unies contre la drogue et le crime", &[], &[]);
    }

    #[test]
    fn words_within_an_actor_s_name_are_no_evidence() {
        check("l’Agence pour le sport et les jeunes", &["Agence pour le sport et les jeunes"], &[]);
    }

    #[test]
    fn an_actor_that_is_described_and_not_named_is_evidence() {
        let topic = ("law-enforcement", "services de répression");
        check("les services de répression concernés", &["services de répression concernés"], &[topic]);
    }

    #[test]
    fn a_phrase_that_covers_an_actor_s_name_is_evidence() {
        let topic = ("crime-justice", "prévention du crime");
        check("la prévention du crime", &["crime"], &[topic]);
        check("la prévention du crime", &["prévention du crime"], &[topic]);
    }

    #[test]
    fn words_around_an_actor_s_name_are_evidence() {
        check(
            "la torture, l’Union des femmes et la corruption",
            &["Union des femmes"],
            &[("torture", "torture"), ("corruption", "corruption")],
        );
    }

    #[test]
    fn a_country_within_an_actor_s_name_is_evidence() {
        let name = "Mission des Nations Unies au Mozambique";
        check(
            &format!("la {name}"),
            &[name],
            &[("peacekeeping", "la Mission"), ("mozambique-namibia", "Mozambique")],
        );
        let name = "Gouvernement libanais";
        check(&format!("aide le {name}"), &[name], &[("lebanon", "libanais")]);
    }

    #[test]
    fn every_state_is_a_topic_and_its_neighbour_in_the_alphabet_is_not_meant() {
        check("la situation au Népal et au Niger", &[], &[("nepal", "Népal"), ("niger", "Niger")]);
        let found = found(Language::English, "the situation in Nepal and the Belarusian authorities", &[]);
        assert_eq!(found, [("nepal".to_owned(), "Nepal"), ("belarus".to_owned(), "Belarusian")]);
        check("la langue russe", &[], &[]);
    }

    #[test]
    fn a_state_is_taken_in_by_another_topic_in_every_language_or_in_none() {
        let ids = |language| -> BTreeSet<&TopicId> {
            let table = &Lexicon::of(language).topics;
            let ids: BTreeSet<_> = table.entries().iter().map(|entry| &entry.id).collect();
            assert_eq!(ids.len(), table.entries().len(), "an id is given twice");
            ids
        };
        let english = ids(Language::English);
        for language in Language::ALL {
            let ids = ids(language);
            let differ: Vec<_> = ids.symmetric_difference(&english).collect();
            assert!(differ.is_empty(), "in {} or in English only: {differ:?}", language.code());
        }
    }

    #[test]
    fn an_acronym_that_is_also_a_word_counts_only_in_capitals() {
        let topics = |text| found(Language::English, text, &[]).len();
        assert_eq!((topics("the response to AIDS"), topics("this aids States")), (1, 0));
    }

    #[test]
    fn every_topic_is_named_and_has_phrases_in_every_language() {
        let listed: BTreeSet<&str> = rows(TOPICS).map(|[id]| id).collect();
        let mut named: BTreeMap<Language, BTreeSet<&str>> = BTreeMap::new();
        for (language, [id, name, phrases]) in all_rows() {
            let code = language.code();
            assert!(!name.is_empty(), "{id} has no name in {code}");
            assert_ne!(alternatives(phrases).count(), 0, "{id} has no phrase in {code}");
            named.entry(language).or_default().insert(id);
        }
        for language in Language::ALL {
            let named = named.remove(&language).unwrap_or_default();
            let missing: Vec<_> = listed.difference(&named).collect();
            assert!(missing.is_empty(), "lexicon/{}/topics.tsv lacks {missing:?}", language.code());
            let unknown: Vec<_> = named.difference(&listed).collect();
            assert!(unknown.is_empty(), "lexicon/{}/topics.tsv has {unknown:?}", language.code());
        }
    }

    #[test]
    fn rows_and_phrases_are_sorted() {
        assert!(rows(TOPICS).map(|[id]| id).is_sorted_by(|one, other| one < other));
        let keys: Vec<_> = all_rows().map(|(language, [id, ..])| (language, id)).collect();
        assert!(keys.is_sorted_by(|one, other| one < other));
        for (language, [id, _, phrases]) in all_rows() {
            let code = language.code();
            assert!(alternatives(phrases).map(str::to_lowercase).is_sorted(), "the phrases of {id} in {code}");
        }
    }

    #[test]
    fn there_are_two_levels_and_every_parent_exists() {
        let table = &Lexicon::of(Language::French).topics;
        for entry in table.entries() {
            let Some(parent) = &entry.parent else { continue };
            let parent = table.index_of(parent).and_then(|index| table.entry(index));
            assert!(parent.is_some_and(|parent| parent.parent.is_none()), "{}", entry.id);
        }
    }

    #[test]
    fn no_phrase_is_given_twice() {
        let mut vocabularies = Language::ALL.map(Vocabulary::of);
        let mut seen = HashSet::new();
        for (language, [id, _, phrases]) in all_rows() {
            let vocabulary = &mut vocabularies[language.index()];
            for phrase in alternatives(phrases) {
                let phrase = phrase.trim_start_matches([EXACT, OBJECT, IN_NAMES, ALONE, OF_COUNCIL]);
                let words: Vec<_> = word_spans(phrase).map(|word| vocabulary.intern(word.of(phrase))).collect();
                assert!(seen.insert((language, words)), "«{phrase}» of {id} stands twice");
            }
        }
    }
}
