use super::phrase::Mood;
use super::stated::StatedForms;
use crate::language::table::{alternatives, rows};
use crate::language::{self, Rules, Words};
use crate::lexicon::vocabulary::{Vocabulary, WordSet};
use crate::model::{ClauseClass, Language};
use crate::text::fold::fold;
use crate::text::word_spans;
use foldhash::fast::FixedState;
use std::collections::{HashMap, HashSet};

/// The phrases that open clauses in one language.
#[derive(Debug)]
pub struct VerbTable {
    pub(super) rules: &'static Rules,
    pub(super) words: &'static Words,
    pub(super) verbs: Vec<Verb>,
    /// By the first word of a form.
    pub(super) forms: HashMap<String, Vec<Form>, FixedState>,
    /// Phrases after «we» or «nous» in declarations, by their first word.
    pub(super) first_person: HashMap<String, Vec<Form>, FixedState>,
    /// Phrases after the organ's name in a decision, by their first word.
    pub(super) past: HashMap<String, Vec<Form>, FixedState>,
    /// The words that one of those may begin with, by number.
    pub(super) past_openers: WordSet,
    /// By lemma.
    pub(super) lemmas: HashMap<&'static str, usize, FixedState>,
    pub(super) states: HashMap<String, usize, FixedState>,
    pub(super) state_rows: Vec<Sense>,
    pub(super) attitudes: HashMap<String, Sense, FixedState>,
    pub(super) adverbs: HashMap<String, Vec<Adverb>, FixedState>,
    pub(super) manner_nouns: HashSet<String, FixedState>,
    /// The words that any phrase may begin with, folded, as a quick first look; apart from them, adverbs by their ending.
    pub(super) first_words: HashSet<String, FixedState>,
    /// The same by number, without the endings.
    pub(super) openers: WordSet,
    /// The words that may come before a verb in mid-sentence: conjunctions, and the last words of asides.
    pub(super) joints: WordSet,
    /// The last words of the asides that may come before a verb.
    pub(super) aside_ends: HashSet<&'static str, FixedState>,
    /// Forms that ask their subject to act.
    pub stated_requests: StatedForms,
    /// Forms by which their subject promises.
    pub stated_promises: StatedForms,
}

#[derive(Debug)]
pub(super) struct Verb {
    pub(super) lemma: &'static str,
    pub(super) label: &'static str,
    pub(super) action: &'static str,
    pub(super) class: ClauseClass,
    pub(super) takes: &'static str,
    pub(super) equivalents: &'static str,
}

#[derive(Debug)]
pub(super) struct Form {
    /// The words after the first.
    pub(super) rest: Vec<String>,
    /// The words that come after those who are asked: «обращается к сторонам **с призывом**».
    pub(super) apart: Vec<String>,
    pub(super) verb: usize,
    pub(super) mood: Mood,
    /// Whether the first word ends with «é»: «déterminé» is a state, «détermine» a verb.
    pub(super) ends_in_accent: bool,
}

/// The action of a verb with the state or the attitude that completes it.
#[derive(Debug)]
pub(super) struct Sense {
    /// As the lemma and the label have it: «préoccupé», «son appui».
    pub(super) words: &'static str,
    pub(super) action: &'static str,
    pub(super) class: ClauseClass,
    pub(super) equivalents: &'static str,
}

#[derive(Debug)]
pub(super) struct Adverb {
    pub(super) rest: Vec<String>,
    pub(super) kind: AdverbKind,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum AdverbKind {
    Link,
    Manner,
    Not,
}

impl VerbTable {
    /// Reads the tables of a language.
    pub fn load(language: Language, vocabulary: &mut Vocabulary) -> Self {
        let (rules, words) = (language::rules(language), language::words(language));
        let tables = language::tables(language);
        let mut table = Self {
            rules,
            words,
            verbs: Vec::new(),
            forms: HashMap::default(),
            first_person: HashMap::default(),
            past: HashMap::default(),
            past_openers: WordSet::default(),
            lemmas: HashMap::default(),
            states: HashMap::default(),
            state_rows: Vec::new(),
            attitudes: HashMap::default(),
            adverbs: HashMap::default(),
            manner_nouns: HashSet::default(),
            first_words: HashSet::default(),
            openers: WordSet::default(),
            joints: WordSet::default(),
            aside_ends: HashSet::default(),
            stated_requests: StatedForms::of(&words.stated_requests),
            stated_promises: StatedForms::of(&words.stated_promises),
        };
        table.add_verbs(tables.verbs);
        table.add_states(tables.states);
        table.add_attitudes(tables.attitudes);
        table.add_adverbs(tables.adverbs);
        let small_words = words.pronouns.iter().chain(words.subjects.first_words()).map(str::to_owned);
        let first_words = table.forms.keys().chain(table.first_person.keys()).chain(table.states.keys());
        let first_words: HashSet<String, FixedState> =
            first_words.chain(table.adverbs.keys()).cloned().chain(small_words).collect();
        table.first_words = first_words;
        // An infinitive is a word that a text may have, and that a line's end may cut.
        for word in table.verbs.iter().flat_map(|row| folded_words(row.lemma)) {
            vocabulary.intern(&word);
        }
        for word in &table.first_words {
            table.openers.insert(vocabulary.intern(word));
        }
        let auxiliaries = words.past_auxiliaries.iter().filter_map(|words| words.split(' ').next());
        for word in table.past.keys().chain(table.adverbs.keys()).map(String::as_str).chain(auxiliaries) {
            table.past_openers.insert(vocabulary.intern(word));
        }
        for pronoun in words.pronouns.iter() {
            table.past_openers.insert(vocabulary.intern(pronoun));
        }
        table.first_words.insert(rules.with.to_owned());
        table.aside_ends = words.asides.iter().filter_map(|aside| aside.split(' ').next_back()).collect();
        for word in words.conjunctions.iter().chain(table.aside_ends.iter().copied()) {
            table.joints.insert(vocabulary.intern(word));
        }
        table
    }

    fn add_verbs(&mut self, source: &'static str) {
        for [lemma, present, participle, action, class, takes, equivalents] in rows(source) {
            let verb = self.verbs.len();
            let label = alternatives(present).next().unwrap_or(lemma);
            let class = ClauseClass::from_key(class).unwrap_or_default();
            self.verbs.push(Verb { lemma, label, action, class, takes, equivalents });
            self.lemmas.insert(lemma, verb);
            self.add_first_person(lemma, participle, verb);
            self.add_past(lemma, participle, verb);
            for (field, mood) in [(present, Mood::Finite), (participle, Mood::Participle)] {
                for form in alternatives(field) {
                    let (form, apart) = form.split_once('…').unwrap_or((form, ""));
                    let mut words = folded_words(form).into_iter();
                    let Some(first) = words.next() else { continue };
                    let ends_in_accent = form.split(' ').next().is_some_and(|word| word.ends_with('é'));
                    let apart = folded_words(apart);
                    let form = Form { rest: words.collect(), apart, verb, mood, ends_in_accent };
                    self.forms.entry(first).or_default().push(form);
                }
            }
        }
        for forms in self.forms.values_mut().chain(self.first_person.values_mut()).chain(self.past.values_mut()) {
            forms.sort_by_key(|form| std::cmp::Reverse(form.rest.len() + form.apart.len()));
        }
    }

    fn add_first_person(&mut self, lemma: &str, participle: &'static str, verb: usize) {
        let participle = alternatives(participle).next().unwrap_or_default();
        let Some(form) = (self.rules.first_person)(lemma, participle) else { return };
        let mut words = folded_words(&form).into_iter();
        if let Some(first) = words.next() {
            let (rest, apart) = (words.collect(), Vec::new());
            let form = Form { rest, apart, verb, mood: Mood::Finite, ends_in_accent: false };
            self.first_person.entry(first).or_default().push(form);
        }
    }

    fn add_past(&mut self, lemma: &str, participle: &'static str, verb: usize) {
        let participle = alternatives(participle).next().unwrap_or_default();
        for form in (self.rules.past)(lemma, participle) {
            let mut words = folded_words(&form).into_iter();
            if let Some(first) = words.next() {
                let ends_in_accent = form.split(' ').next().is_some_and(|word| word.ends_with('é'));
                let (rest, apart) = (words.collect(), Vec::new());
                let form = Form { rest, apart, verb, mood: Mood::Finite, ends_in_accent };
                self.past.entry(first).or_default().push(form);
            }
        }
    }

    fn add_states(&mut self, source: &'static str) {
        for [forms, action, class, equivalents] in rows(source) {
            let class = ClauseClass::from_key(class).unwrap_or_default();
            let row = self.state_rows.len();
            let words = alternatives(forms).next().unwrap_or_default();
            self.state_rows.push(Sense { words, action, class, equivalents });
            for form in alternatives(forms) {
                self.states.insert(fold(form), row);
            }
        }
    }

    fn add_attitudes(&mut self, source: &'static str) {
        for [forms, action, class] in rows(source) {
            let class = ClauseClass::from_key(class).unwrap_or_default();
            let words = alternatives(forms).next().unwrap_or_default();
            for noun in alternatives(forms).filter_map(|form| form.split(' ').next_back()) {
                self.attitudes.insert(fold(noun), Sense { words, action, class, equivalents: "" });
            }
        }
    }

    fn add_adverbs(&mut self, source: &'static str) {
        for [words, kind] in rows(source) {
            let kind = match kind {
                "with" => {
                    self.manner_nouns.insert(fold(words));
                    continue;
                }
                "link" => AdverbKind::Link,
                "not" => AdverbKind::Not,
                _ => AdverbKind::Manner,
            };
            let mut parts = folded_words(words).into_iter();
            let Some(first) = parts.next() else { continue };
            self.adverbs.entry(first).or_default().push(Adverb { rest: parts.collect(), kind });
        }
        for adverbs in self.adverbs.values_mut() {
            adverbs.sort_by_key(|adverb| std::cmp::Reverse(adverb.rest.len()));
        }
    }

    /// The row of the longest lemma that a composed one begins with, and what follows it.
    pub(super) fn longest_lemma<'l>(&self, lemma: &'l str) -> (Option<&Verb>, &'l str) {
        let mut end = lemma.len();
        loop {
            let head = lemma.get(..end).unwrap_or_default();
            if let Some(row) = self.lemmas.get(head).and_then(|row| self.verbs.get(*row)) {
                return (Some(row), lemma.get(end..).unwrap_or_default().trim_start());
            }
            match head.rfind(' ') {
                Some(space) => end = space,
                None => return (None, ""),
            }
        }
    }

    /// Every form of the table with its mood, for tests that make sentences of them.
    pub fn known_forms(&self) -> impl Iterator<Item = (&'static str, Mood)> + '_ {
        rows::<7>(language::tables(self.rules.language).verbs).flat_map(|[_, present, participle, ..]| {
            alternatives(present)
                .map(|form| (form, Mood::Finite))
                .chain(alternatives(participle).map(|form| (form, Mood::Participle)))
                .filter(|(form, _)| !form.contains('…'))
        })
    }

    pub(super) fn find_folded_lemma(&self, lemma: &str) -> Option<&Verb> {
        self.lemmas.get(lemma).and_then(|row| self.verbs.get(*row))
    }
}

/// The folded words of a table's field.
fn folded_words(text: &str) -> Vec<String> {
    word_spans(text).map(|span| fold(span.of(text))).collect()
}
