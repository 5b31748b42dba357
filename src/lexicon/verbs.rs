//! The phrase that opens a clause: «Prie également», «Se déclarant gravement préoccupé», «Strongly urges».
//!
//! The tables have verbs, states and attitudes; this code handles their forms in a text: adverbs before, between and after, a
//! reflexive or a pronoun, a possessive and its noun. Where a paragraph must open with a verb, an unknown one is guessed
//! ([`VerbTable::guess`]).

use super::phrases::{Tokens, Vocabulary, WordId, WordSet, n_written, word_spans};
use super::strength;
use crate::language::table::{alternatives, rows};
use crate::language::{self, PreambleVerbs, Rules, Words};
use crate::model::{Action, ClauseClass, Language, Span, VerbEntry, VerbId};
use crate::text::fold::{fold, fold_into};
use foldhash::fast::FixedState;
use std::borrow::Cow;
use std::cell::Cell;
use std::collections::{HashMap, HashSet};

/// In which form a verb is looked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Tense {
    /// Of the third person: “requests”.
    Present,
    /// “We **request**”.
    FirstPerson,
    /// “The Assembly **requested**”, «l'Assemblée **a prié**».
    Past,
    /// The same after another one, where an auxiliary need not be said again: «et **prié**».
    JoinedPast,
}

/// The form of a verb.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mood {
    /// «Prie»: opens an operative clause.
    Finite,
    /// «Rappelant», «Consciente»: opens a preambular one.
    Participle,
}

/// An initiating phrase found in a text.
#[expect(clippy::struct_excessive_bools, reason = "facts that do not depend on each other")]
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Phrase {
    /// Its words, without a pronoun before them.
    pub span: Span,
    /// Where the clause begins: at the pronoun, if there is one.
    pub start: u32,
    /// The form of the verb.
    pub mood: Mood,
    /// The lemma.
    pub verb: VerbId,
    /// What it does.
    pub action: Action,
    /// The kind of action.
    pub class: ClauseClass,
    /// The adverbs taken off the lemma.
    pub modifiers: Vec<String>,
    /// Whether it is a verb only at the head of a paragraph.
    pub head_only: bool,
    /// Whether the tables know it.
    pub known: bool,
    /// Whether it is said in the first person: «We recognize», «nous réaffirmons».
    pub first_person: bool,
    /// Whether it reports what was done, as the text of a decision does: “decided”.
    pub in_past: bool,
}

/// What one language has to open clauses with.
#[derive(Debug)]
pub struct VerbTable {
    rules: &'static Rules,
    words: &'static Words,
    verbs: Vec<Verb>,
    /// By the first word of a form.
    forms: HashMap<String, Vec<Form>, FixedState>,
    /// What follows «we» or «nous» in declarations, by its first word.
    first_person: HashMap<String, Vec<Form>, FixedState>,
    /// What follows the organ's name in the text of a decision, by its first word.
    past: HashMap<String, Vec<Form>, FixedState>,
    /// The words that one of those may begin with, by number.
    past_openers: WordSet,
    /// By lemma.
    lemmas: HashMap<&'static str, usize, FixedState>,
    states: HashMap<String, usize, FixedState>,
    state_rows: Vec<Sense>,
    attitudes: HashMap<String, Sense, FixedState>,
    adverbs: HashMap<String, Vec<Adverb>, FixedState>,
    manner_nouns: HashSet<String, FixedState>,
    /// The words that any phrase may begin with, folded, as a quick first look; apart from them, adverbs by their ending.
    first_words: HashSet<String, FixedState>,
    /// The same by number, without the endings.
    openers: WordSet,
    /// The words that may come before a verb in mid-sentence: conjunctions, and the last words of asides.
    joints: WordSet,
    /// The last words of the asides that may come before a verb.
    aside_ends: HashSet<&'static str, FixedState>,
}

#[derive(Debug)]
struct Verb {
    lemma: &'static str,
    label: &'static str,
    action: &'static str,
    class: ClauseClass,
    takes: &'static str,
    equivalents: &'static str,
}

#[derive(Debug)]
struct Form {
    /// The words after the first.
    rest: Vec<String>,
    /// The words that come after those who are asked: «обращается к сторонам **с призывом**».
    apart: Vec<String>,
    verb: usize,
    mood: Mood,
    /// Whether the first word ends with «é»: «déterminé» is a state, «détermine» a verb.
    ends_in_accent: bool,
}

/// A form found, with the adverbs inside it: their kind, place and length in words.
struct FormFound<'a> {
    form: &'a Form,
    n_words: usize,
    inside: Vec<(AdverbKind, usize, usize)>,
}

/// What a state or an attitude makes of the verb it completes.
#[derive(Debug)]
struct Sense {
    /// As the lemma and the label have it: «préoccupé», «son appui».
    words: &'static str,
    action: &'static str,
    class: ClauseClass,
    equivalents: &'static str,
}

#[derive(Debug)]
struct Adverb {
    rest: Vec<String>,
    kind: AdverbKind,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum AdverbKind {
    Link,
    Manner,
    Not,
}

/// The longest initiating phrase that occurs in practice has about ten words.
const LONGEST_PHRASE: usize = 16;

/// Most phrases are recognised by this many words.
const MOST_PHRASES: usize = 5;

/// How many adjectives may be between a possessive and its noun: «sa très vive et profonde préoccupation».
const MOST_ADJECTIVES: usize = 5;

impl VerbTable {
    /// Reads the tables of a language.
    pub fn load(language: Language, vocabulary: &mut Vocabulary) -> Self {
        let (rules, words) = (language::rules(language), language::words(language));
        let tables = &rules.tables;
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
        };
        table.add_verbs(tables.verbs);
        table.add_states(tables.states);
        table.add_attitudes(tables.attitudes);
        table.add_adverbs(tables.adverbs);
        let small_words = words.pronouns.iter().chain(words.subjects.iter()).map(str::to_owned);
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

    /// Whether a phrase may begin with this word: a quick look before [`Self::phrase_at`].
    pub fn may_open(&self, word: WordId) -> bool {
        self.openers.contains(word)
    }

    /// The same for [`Self::past_in`].
    pub fn may_open_in_past(&self, word: WordId) -> bool {
        self.past_openers.contains(word)
    }

    /// Whether a verb may follow this word in mid-sentence: a quick look too.
    pub fn may_join(&self, word: WordId) -> bool {
        self.joints.contains(word)
    }

    /// Whether an aside may end with this folded word.
    pub fn may_end_an_aside(&self, word: &str) -> bool {
        self.aside_ends.contains(word)
    }

    /// The initiating phrase that begins at a byte of a text, if the tables know one.
    pub fn phrase_at(&self, text: &str, at: usize) -> Option<Phrase> {
        let rest = text.get(at..)?;
        let span = word_spans(rest).next()?;
        let first = fold(span.of(rest));
        // «وإذ تشير»: at the head of a paragraph the word that joins it to the one before belongs to the phrase.
        let joint = self.n_joint(&first);
        if joint == 0 {
            return self.read(&first, Tense::Present, |most| Head::new(text, at, most));
        }
        let start = at + span.start as usize;
        let verb = start + n_written(span.of(rest), joint);
        let phrase = self.read(first.get(joint..)?, Tense::Present, |most| Head::new(text, verb, most))?;
        let start = start as u32;
        Some(Phrase { span: Span { start, ..phrase.span }, start, ..phrase })
    }

    /// How many bytes of a folded word are a conjunction that is written together with a verb: «و» in «ويطلب».
    fn n_joint(&self, word: &str) -> usize {
        if word.is_ascii() || self.first_words.contains(word) {
            return 0;
        }
        let joints = self.words.proclitics.iter().filter(|clitic| self.words.conjunctions.contains(clitic));
        let opens = |joint: &&str| word.strip_prefix(*joint).is_some_and(|verb| self.first_words.contains(verb));
        joints.into_iter().find(opens).map_or(0, str::len)
    }

    /// The same at a word of a text that was cut into its words.
    pub fn phrase_in(&self, text: &str, tokens: &Tokens, at: usize) -> Option<Phrase> {
        self.read(tokens.folded(at), Tense::Present, |most| Head::of(text, tokens, at, most))
    }

    /// The same for a verb that another one in the first person goes before: «We recognize …, and **encourage** …».
    pub fn first_person_in(&self, text: &str, tokens: &Tokens, at: usize) -> Option<Phrase> {
        self.read(tokens.folded(at), Tense::FirstPerson, |most| Head::of(text, tokens, at, most))
    }

    /// The same for a verb that reports what the organ did: “the General Assembly **decided** …, and **requested** …”.
    pub fn past_in(&self, text: &str, tokens: &Tokens, at: usize) -> Option<Phrase> {
        self.read(tokens.folded(at), Tense::Past, |most| Head::of(text, tokens, at, most))
    }

    /// The same for one that follows another: «…, et **prié** …».
    pub fn joined_past_in(&self, text: &str, tokens: &Tokens, at: usize) -> Option<Phrase> {
        self.read(tokens.folded(at), Tense::JoinedPast, |most| Head::of(text, tokens, at, most))
    }

    /// Reads a phrase, from some words at first and from more of them if it looks further.
    fn read<'t>(&self, first: &str, tense: Tense, head: impl Fn(usize) -> Head<'t>) -> Option<Phrase> {
        let ending = self.rules.adverb_ending;
        let may_begin = match tense {
            Tense::Past | Tense::JoinedPast => {
                let auxiliaries = &self.words.past_auxiliaries;
                self.past.contains_key(first)
                    || self.words.pronouns.contains(first)
                    || self.adverbs.contains_key(first)
                    || auxiliaries.iter().any(|words| words.split(' ').next() == Some(first))
            }
            Tense::Present | Tense::FirstPerson => self.first_words.contains(first),
        };
        if !may_begin && (ending.is_empty() || !first.ends_with(ending)) {
            return None;
        }
        for most in [MOST_PHRASES, LONGEST_PHRASE] {
            let words = head(most);
            let mut reader = Reader::new(self, &words);
            reader.first_person = tense == Tense::FirstPerson;
            reader.in_past = matches!(tense, Tense::Past | Tense::JoinedPast);
            if reader.in_past
                && !reader.auxiliary()
                && tense == Tense::Past
                && !self.words.past_auxiliaries.is_empty()
            {
                return None;
            }
            let found = reader.phrase();
            if !words.falls_short.get() {
                return found;
            }
        }
        None
    }

    /// The verb of asking that an item opens with in the infinitive: “**To request** the Secretary-General to”, «**De prier** le»,
    /// «**Pedir** al».
    pub fn infinitive_at(&self, text: &str) -> Option<(Span, Action, ClauseClass)> {
        let marks = &self.words.infinitive_marks;
        let mut words = word_spans(text);
        let mut first = words.next()?;
        let endings = &self.words.infinitive_endings;
        if endings.is_empty() && self.rules.preamble != PreambleVerbs::Participles {
            // «أن **تطلب** إلى», «**请**秘书长»: where there is no infinitive, an item has the verb as a paragraph has it.
            if self.words.that.contains(&fold(first.of(text))) {
                first = words.next()?;
            }
            let phrase = self.phrase_at(text, first.start as usize);
            if let Some(phrase) = phrase.filter(|phrase| phrase.class == ClauseClass::Directive) {
                return Some((phrase.span, phrase.action, phrase.class));
            }
        } else if marks.contains(&fold(first.of(text))) {
            let end = first.end;
            first = words.next().filter(|verb| verb.start - end <= 3)?;
        } else if !endings.is_ending_of(&fold(first.of(text)), 2) {
            // «**Pedir** a la Oficina», «**просить** Управление»: an ending tells an infinitive without a mark.
            return None;
        }
        let start = first.start;
        let rest = text.get(start as usize..)?;
        let end = rest.find([',', ';', ':', '.']).unwrap_or(rest.len()).min(rest.len());
        let words: Vec<&str> = rest.get(..end)?.split(' ').take(LONGEST_PHRASE).collect();
        let lemma = words.join(" ").to_lowercase();
        let (row, after) = self.longest_lemma(&lemma);
        let row = row.filter(|row| row.class == ClauseClass::Directive)?;
        let end = start + (lemma.len() - after.len()) as u32;
        let end = start + Span { start, end }.of(text).trim_end().len() as u32;
        Some((Span { start, end }, Action::listed(row.action), row.class))
    }

    /// What a verb does, by its lemma.
    pub fn act(&self, lemma: &str) -> Option<(VerbId, Action, ClauseClass)> {
        let row = self.verbs.get(*self.lemmas.get(lemma)?)?;
        Some((VerbId::listed(row.lemma), Action::listed(row.action), row.class))
    }

    /// The phrase that a paragraph must have at its head, when the tables know none: recognised by its ending.
    pub fn guess(&self, text: &str, at: usize, mood: Mood) -> Option<Phrase> {
        let lists = self.words;
        let words = Head::new(text, at, LONGEST_PHRASE);
        let mut reader = Reader::new(self, &words);
        reader.adverbs();
        let reflexive = reader.word().is_some_and(|word| lists.reflexives.contains(word));
        let first = reader.at;
        if reflexive {
            reader.at += 1;
        }
        let verb = reader.word()?.to_owned();
        let endings = match mood {
            Mood::Finite => &lists.finite_endings,
            Mood::Participle => &lists.participle_endings,
        };
        let looks_like_one = verb.len() > 3 && endings.is_ending_of(&verb, 0);
        let is_upper = words.text_of(first).chars().next().is_some_and(char::is_uppercase);
        if !looks_like_one || (!is_upper && reader.at == usize::from(reflexive)) || lists.not_verbs.contains(&verb)
        {
            return None;
        }
        reader.at += 1;
        let next = reader.word().unwrap_or_default();
        if !lists.after_a_verb.is_empty()
            && !lists.after_a_verb.contains(next)
            && words.text_of(reader.at).chars().next().is_some_and(char::is_lowercase)
        {
            // A noun in the plural ends like a verb: «Countries relying on …».
            return None;
        }
        if lists.auxiliaries.contains(&verb) {
            reader.adverbs();
            reader.at += 1;
        }
        let lemma_words: Vec<&str> = (first..reader.at).map(|i| words.text_of(i)).collect();
        let lemma = lemma_words.join(if reflexive && words.text_of(first).len() == 1 { "'" } else { " " });
        reader.adverbs();
        Some(Phrase {
            span: words.span(0, reader.at),
            start: words.span(0, 1).start,
            mood,
            verb: VerbId::new(lemma.to_lowercase()),
            action: Action::listed("other"),
            class: ClauseClass::Observing,
            modifiers: reader.modifiers,
            head_only: true,
            known: false,
            first_person: false,
            in_past: false,
        })
    }

    /// A verb as a reader meets it; built from its parts when the table has no row of its own for it.
    pub fn entry(&self, verb: &VerbId, action: &Action, class: ClauseClass) -> VerbEntry {
        let (row, rest) = self.longest_lemma(verb.as_str());
        let state =
            self.state_rows.iter().find(|sense| sense.words == if row.is_some() { rest } else { verb.as_str() });
        let label = match row {
            Some(row) if rest.is_empty() => row.label.to_owned(),
            Some(row) => format!("{} {rest}", row.label),
            None => verb.as_str().to_owned(),
        };
        let equivalents = match (row, state) {
            (_, Some(state)) => state.equivalents,
            (Some(row), None) if rest.is_empty() => row.equivalents,
            _ => "",
        };
        VerbEntry {
            id: verb.clone(),
            language: self.rules.language,
            label: capitalized(&label),
            action: action.clone(),
            class,
            strength: strength::of(action),
            equivalents: alternatives(equivalents)
                .filter_map(|pair| pair.rsplit_once(' '))
                .filter_map(|(words, share)| Some((words.to_owned(), share.parse().ok()?)))
                .collect(),
        }
    }

    /// The row of the longest lemma that a composed one begins with, and what follows it.
    fn longest_lemma<'l>(&self, lemma: &'l str) -> (Option<&Verb>, &'l str) {
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
        rows::<7>(self.rules.tables.verbs).flat_map(|[_, present, participle, ..]| {
            alternatives(present)
                .map(|form| (form, Mood::Finite))
                .chain(alternatives(participle).map(|form| (form, Mood::Participle)))
                .filter(|(form, _)| !form.contains('…'))
        })
    }
}

/// The words at a place, folded, as far as punctuation lets a phrase go.
struct Head<'t> {
    text: &'t str,
    words: [Word; LONGEST_PHRASE],
    n_words: usize,
    folded: Cow<'t, str>,
    /// Whether there are more words than were taken.
    is_cut: bool,
    /// Whether one of those was asked for.
    falls_short: Cell<bool>,
}

/// Where a word is, and where its folded form is.
#[derive(Clone, Copy, Debug, Default)]
struct Word {
    span: Span,
    folded: Span,
}

impl<'t> Head<'t> {
    /// At most this many words at a place of a text.
    fn new(text: &'t str, at: usize, most: usize) -> Self {
        let mut folded = String::with_capacity(most * 12);
        let spans = word_spans(text.get(at..).unwrap_or_default());
        let spans = spans.map(|span| Span::new(at + span.start as usize, at + span.end as usize));
        let mut head = Self::empty(text);
        head.take(most, spans, |span| {
            let start = folded.len();
            fold_into(span.of(text), &mut folded);
            Word { span, folded: Span::new(start, folded.len()) }
        });
        head.folded = Cow::Owned(folded);
        head
    }

    /// At most this many words of a text that was cut into its words.
    fn of(text: &'t str, tokens: &'t Tokens, at: usize, most: usize) -> Self {
        let mut head = Self::empty(text);
        let words = tokens.get(at..).unwrap_or_default().iter();
        head.take(most, words, |token| Word { span: token.span, folded: token.folded });
        head.folded = Cow::Borrowed(tokens.all_folded());
        head
    }

    fn empty(text: &'t str) -> Self {
        let words = [Word::default(); LONGEST_PHRASE];
        Self { text, words, n_words: 0, folded: Cow::Borrowed(""), is_cut: false, falls_short: Cell::new(false) }
    }

    fn take<W>(&mut self, most: usize, words: impl Iterator<Item = W>, word_of: impl FnMut(W) -> Word) {
        let mut words = words.map(word_of);
        let mut last_end = None;
        for place in self.words.iter_mut().take(most) {
            let Some(word) = words.next() else { return };
            // A comma, a parenthesis, a quotation mark ends the phrase.
            let gap = last_end.map_or("", |end| Span { start: end, end: word.span.start }.of(self.text));
            if gap != " "
                && !gap.chars().all(|letter| letter.is_whitespace() || matches!(letter, '\'' | '’' | '-' | '‑'))
            {
                return;
            }
            *place = word;
            self.n_words += 1;
            last_end = Some(word.span.end);
        }
        self.is_cut = most < LONGEST_PHRASE;
    }

    fn word(&self, i: usize) -> Option<&Word> {
        if i >= self.n_words && self.is_cut {
            self.falls_short.set(true);
        }
        self.words.get(i).filter(|_| i < self.n_words)
    }

    fn get(&self, i: usize) -> Option<&str> {
        self.word(i).map(|word| word.folded.of(&self.folded))
    }

    fn text_of(&self, i: usize) -> &'t str {
        self.word(i).map(|word| word.span.of(self.text)).unwrap_or_default()
    }

    /// From word `from` up to, not including, word `to`.
    fn span(&self, from: usize, to: usize) -> Span {
        let start = self.word(from).map_or(0, |word| word.span.start);
        let end = to.checked_sub(1).and_then(|last| self.word(last)).map_or(start, |word| word.span.end);
        Span { start, end }
    }
}

/// Walks the words of a phrase.
struct Reader<'a> {
    table: &'a VerbTable,
    words: &'a Head<'a>,
    at: usize,
    modifiers: Vec<String>,
    /// Adverbs of manner, folded, in order: they may make another act of the verb.
    manner: Vec<String>,
    /// Whether the verb is in the first person.
    first_person: bool,
    /// Whether the verb reports what was done.
    in_past: bool,
}

impl<'a> Reader<'a> {
    fn new(table: &'a VerbTable, words: &'a Head<'a>) -> Self {
        Self { table, words, at: 0, modifiers: Vec::new(), manner: Vec::new(), first_person: false, in_past: false }
    }

    fn word(&self) -> Option<&str> {
        self.words.get(self.at)
    }

    /// Goes past the auxiliary of a past tense: «**a** décidé», «**s'est** félicitée».
    fn auxiliary(&mut self) -> bool {
        let is_next = |words: &str| words.split(' ').enumerate().all(|(i, word)| self.words.get(i) == Some(word));
        let auxiliary = self.table.words.past_auxiliaries.iter().find(|words| is_next(words));
        self.at += auxiliary.map_or(0, |words| words.split(' ').count());
        auxiliary.is_some()
    }

    fn phrase(&mut self) -> Option<Phrase> {
        let mut first = 0;
        if self.in_past {
            // «y **le** solicitó»
            if self.word().is_some_and(|word| self.table.words.pronouns.contains(word)) && self.form_at(1).is_some()
            {
                self.at = 1;
                first = 1;
            }
            self.adverbs();
        } else if self.word().is_some_and(|word| self.table.words.subjects.contains(word)) {
            self.at = 1;
            first = 1;
            self.first_person = true;
            self.adverbs();
            if self.word().is_some_and(|word| self.table.words.promises.contains(word)) {
                return self.promise();
            }
            let is_denied = self.word().is_some_and(|word| self.table.words.negations.contains(word));
            let verb = self.at + usize::from(is_denied);
            if self.table.words.promise_endings.is_ending_of(&self.words.text_of(verb).to_lowercase(), 2) {
                self.at = verb;
                return if is_denied { self.denied_promise() } else { self.promise_in_one_word() };
            }
            if let Some(phrase) = self.reflexive() {
                return Some(phrase);
            }
            if self.word().is_some_and(|word| self.table.words.copulas.contains(word)) {
                return self.own_state();
            }
        } else if self.word().is_some_and(|word| self.table.words.pronouns.contains(word))
            && self.form_at(1).is_some()
        {
            self.at = 1;
            first = 1;
        } else {
            self.adverbs_before();
        }
        let (verb, mood, head_only, action, class) = if let Some(found) = self.form_at(self.at) {
            let (row, mood) = (self.table.verbs.get(found.form.verb)?, found.form.mood);
            for (kind, at, n_words) in found.inside {
                self.keep_adverb(kind, at, n_words);
            }
            self.at += found.n_words;
            if self.table.rules.adverbs_follow {
                let (at, n_modifiers, n_manners) = (self.at, self.modifiers.len(), self.manner.len());
                self.adverbs();
                let is_infinitive = self.table.rules.is_infinitive;
                let asked = is_infinitive.is_some_and(|is| self.word().is_some_and(is));
                if asked && self.manner.len() > n_manners {
                    self.at = at;
                    self.modifiers.truncate(n_modifiers);
                    self.manner.truncate(n_manners);
                    while let Some((kind @ AdverbKind::Link, n_words)) = self.adverb_at(self.at) {
                        self.keep_adverb(kind, self.at, n_words);
                        self.at += n_words;
                    }
                }
            }
            let (verb, action, class) = self.completed(row);
            let commits = self.first_person && self.table.words.commitments.contains(row.lemma);
            let action = if commits { "commit" } else { action };
            (verb, mood, row.takes.contains("head"), action, class)
        } else {
            if self.first_person || self.in_past {
                return None;
            }
            let state = self.state_at(self.at)?;
            self.at += 1;
            self.adverbs();
            (VerbId::listed(state.words), Mood::Participle, true, state.action, state.class)
        };
        for manner in std::mem::take(&mut self.manner) {
            self.modifiers.push(manner);
        }
        Some(Phrase {
            span: self.words.span(first, self.at),
            start: self.words.span(0, 1).start,
            mood,
            verb,
            action: Action::listed(action),
            class,
            modifiers: std::mem::take(&mut self.modifiers),
            head_only,
            known: true,
            first_person: self.first_person,
            in_past: self.in_past,
        })
    }

    /// “We **will encourage**” asks as “we encourage” does; “we **will review**” commits those who say it.
    fn promise(&mut self) -> Option<Phrase> {
        self.at += 1;
        self.promise_adverbs();
        if self.word().is_some_and(|word| self.table.words.negations.contains(word)) {
            self.at += 1;
            return self.denied_promise();
        }
        let asks = self.form_at(self.at).and_then(|found| {
            let row = self.table.verbs.get(found.form.verb).filter(|row| row.class == ClauseClass::Directive)?;
            Some((row, found.n_words))
        });
        if let Some((row, n_words)) = asks {
            self.at += n_words;
            self.adverbs();
            let told = self.completed(row);
            return Some(self.in_first_person(told));
        }
        self.at += usize::from(self.word().is_some());
        self.commitment()
    }

    /// «Nous **encouragerons**», «nous **examinerons**»: the same in the future of a single word.
    fn promise_in_one_word(&mut self) -> Option<Phrase> {
        let word = self.word()?;
        // The future begins as the infinitive does, but for its last letter.
        let begins = |lemma: &str| {
            let stem = fold(lemma);
            stem.char_indices()
                .next_back()
                .is_some_and(|(last, _)| word.starts_with(stem.get(..last).unwrap_or(word)))
        };
        let mut rows = self.table.verbs.iter().filter(|row| row.class == ClauseClass::Directive);
        let asks = rows.find(|row| begins(row.lemma));
        self.at += 1;
        let Some(row) = asks else { return self.commitment() };
        self.adverbs();
        let told = self.completed(row);
        Some(self.in_first_person(told))
    }

    /// “We will not **allow**”: a commitment, even if the verb asks.
    fn denied_promise(&mut self) -> Option<Phrase> {
        self.at += usize::from(self.word().is_some());
        self.commitment()
    }

    fn promise_adverbs(&mut self) {
        while let Some((kind, n_words)) = self.adverb_at(self.at).filter(|(_, n_words)| *n_words > 0) {
            if kind != AdverbKind::Not {
                self.keep_adverb(kind, self.at, n_words);
            }
            self.at += n_words;
        }
    }

    /// What “we” will do is a commitment, whatever the verb.
    fn commitment(&mut self) -> Option<Phrase> {
        let lemma = self.table.words.commitments.iter().next()?;
        let phrase = self.in_first_person((VerbId::listed(lemma), "commit", ClauseClass::Deciding));
        Some(Phrase { known: false, ..phrase })
    }

    /// «Nous **engageons à** protéger» below «Nous, chefs d’État,» is «nous nous engageons»: nobody is asked.
    fn reflexive(&mut self) -> Option<Phrase> {
        let table = self.table;
        let forms = table.first_person.get(self.words.get(0)?)?;
        let verb = self.words.get(1)?;
        let form = forms.iter().find(|form| form.rest.first().is_some_and(|word| word == verb))?;
        let n_words = form.rest.len() + 1;
        let plain =
            table.first_person.get(verb).into_iter().flatten().filter_map(|form| table.verbs.get(form.verb));
        let asks = plain.into_iter().any(|row| row.class == ClauseClass::Directive);
        let leads = |word: &str| {
            table.words.address_prepositions.contains(word) || table.words.infinitive_marks.contains(word)
        };
        if !asks || !self.words.get(n_words).is_some_and(leads) || form.rest.get(1).is_some() {
            return None;
        }
        let row = table.verbs.get(form.verb)?;
        self.at = n_words;
        let told = (VerbId::listed(row.lemma), row.action, row.class);
        let phrase = self.in_first_person(told);
        Some(Phrase { span: self.words.span(0, n_words), ..phrase })
    }

    /// “We **are deeply concerned**”: a state, which in the third person would be a participle.
    fn own_state(&mut self) -> Option<Phrase> {
        self.at += 1;
        self.adverbs();
        let state = self.state_at(self.at)?;
        self.at += 1;
        self.adverbs();
        // “We **are committed** to leaving no one behind” is a promise.
        let commits = self.table.words.commitments.contains(state.words);
        let (action, class) = if commits { ("commit", ClauseClass::Deciding) } else { (state.action, state.class) };
        Some(self.in_first_person((VerbId::listed(state.words), action, class)))
    }

    /// The phrase up to here, after its subject.
    fn in_first_person(&mut self, (verb, action, class): (VerbId, &'static str, ClauseClass)) -> Phrase {
        self.modifiers.append(&mut self.manner);
        Phrase {
            span: self.words.span(1, self.at),
            start: self.words.span(0, 1).start,
            mood: Mood::Finite,
            verb,
            action: Action::listed(action),
            class,
            modifiers: std::mem::take(&mut self.modifiers),
            head_only: false,
            known: true,
            first_person: true,
            in_past: false,
        }
    }

    /// The longest form that begins at a word; adverbs may be between its own words.
    fn form_at(&self, at: usize) -> Option<FormFound<'a>> {
        let table = self.table;
        let forms = match (self.first_person, self.in_past) {
            (true, _) => &table.first_person,
            (_, true) => &table.past,
            (false, false) => &table.forms,
        };
        let forms = forms.get(self.words.get(at)?)?;
        let ends_in_accent = self.words.text_of(at).ends_with(['é', 'É']);
        forms.iter().filter(|form| form.ends_in_accent == ends_in_accent).find_map(|form| {
            let mut here = at + 1;
            let mut inside = Vec::new();
            for word in &form.rest {
                while self.words.get(here) != Some(word) {
                    let (kind, n_words) = self.adverb_at(here)?;
                    if kind == AdverbKind::Not || n_words == 0 {
                        return None;
                    }
                    inside.push((kind, here, n_words));
                    here += n_words;
                }
                here += 1;
            }
            self.comes_apart(form, here).then_some(FormFound { form, n_words: here - at, inside })
        })
    }

    /// Whether the last words of a form come after those who are asked, an adjective between them or not: «с **новым** призывом».
    fn comes_apart(&self, form: &Form, from: usize) -> bool {
        const MOST_ADJECTIVES: usize = 2;
        let [first, others @ ..] = form.apart.as_slice() else { return true };
        let mut places = (from + 1..LONGEST_PHRASE).take_while(|at| self.words.get(*at).is_some());
        places.any(|at| {
            let is_last =
                |at: usize| others.iter().enumerate().all(|(i, word)| self.words.get(at + i) == Some(word));
            self.words.get(at) == Some(first) && (at + 1..=at + 1 + MOST_ADJECTIVES).any(is_last)
        })
    }

    fn state_at(&self, at: usize) -> Option<&'a Sense> {
        let table = self.table;
        table.states.get(self.words.get(at)?).and_then(|row| table.state_rows.get(*row))
    }

    /// What the verb becomes with the manner, the state or the attitude that completes it.
    fn completed(&mut self, row: &Verb) -> (VerbId, &'static str, ClauseClass) {
        let plain = (VerbId::listed(row.lemma), row.action, row.class);
        if let Some((i, own)) = self.manner.iter().enumerate().find_map(|(i, manner)| {
            let lemma = if self.table.rules.writing.has_blanks {
                format!("{} {manner}", row.lemma)
            } else {
                // The adverb comes first, and no blank is between them: «关切地注意到».
                format!("{manner}{}", row.lemma)
            };
            self.table.find_folded_lemma(&lemma).map(|own| (i, own))
        }) {
            self.manner.remove(i);
            return (VerbId::listed(own.lemma), own.action, own.class);
        }
        if row.takes.contains("state")
            && let Some(state) = self.state_at(self.at)
        {
            let (words, action, class) = (state.words, state.action, state.class);
            self.at += 1;
            self.adverbs();
            return (VerbId::new(format!("{} {words}", row.lemma)), action, class);
        }
        if row.takes.contains("attitude")
            && let Some((n_words, sense)) = self.attitude_at(self.at, row)
        {
            let (words, action, class) = (sense.words, sense.action, sense.class);
            self.at += n_words;
            self.adverbs();
            // «réaffirme son appui» reaffirms; «exprime son appui» supports.
            let repeats = row.class == ClauseClass::Reinforcing;
            let (action, class) = if repeats { (row.action, row.class) } else { (action, class) };
            return (VerbId::new(format!("{} {words}", row.lemma)), action, class);
        }
        plain
    }

    /// A possessive, some adjectives and the noun of an attitude, with the adjectives after it.
    ///
    /// Whose attitude it is must be plain: «réaffirme l'attachement de tous les États» is not the organ's own. Only
    /// what one merely expresses may come with an article: «exprime l'espoir».
    fn attitude_at(&self, at: usize, row: &Verb) -> Option<(usize, &'a Sense)> {
        let (grammar, table) = (self.table.words, self.table);
        let determiner = self.words.get(at).unwrap_or_default();
        let possessive = grammar.possessives.contains(determiner);
        let article = row.action == "express" && grammar.articles.contains(determiner);
        if !possessive && !article && !table.rules.bare_attitudes {
            return None;
        }
        let first = at + usize::from(possessive || article);
        (first..=first + MOST_ADJECTIVES).find_map(|here| {
            let sense = table.attitudes.get(self.words.get(here)?)?;
            if article
                && self.words.get(here + 1).is_some_and(|next| grammar.that.contains(next))
                && self.words.get(here + 2).is_some_and(|next| grammar.clause_subjects.contains(next))
            {
                // «la préoccupation que lui inspire»: the italics stop at the verb.
                return None;
            }
            let mut end = self.end_of_attitude(here);
            // «sa profonde sympathie et ses condoléances»: one feeling of the organ joined to another.
            if self.words.get(end).is_some_and(|word| grammar.conjunctions.contains(word)) {
                let second = end + 1;
                let is_own = self.words.get(second).is_some_and(|word| grammar.possessives.contains(word));
                let noun = (second..=second + if is_own { 2 } else { 0 })
                    .find(|i| self.words.get(*i).is_some_and(|word| table.attitudes.contains_key(word)));
                end = noun.map_or(end, |noun| self.end_of_attitude(noun));
            }
            // «بالغ الانزعاج **والقلق**»
            let glued = |word: &str| {
                let joints = grammar.proclitics.iter().filter(|joint| grammar.conjunctions.contains(joint));
                joints
                    .into_iter()
                    .filter_map(|joint| word.strip_prefix(joint))
                    .any(|noun| table.attitudes.contains_key(noun))
            };
            if self.words.get(end).is_some_and(glued) {
                end = self.end_of_attitude(end);
            }
            Some((end - at, sense))
        })
    }

    /// Where the adjectives after an attitude's noun end; a conjunction counts between two of them only.
    fn end_of_attitude(&self, noun: usize) -> usize {
        let grammar = self.table.words;
        let adjective = |i: usize| self.words.get(i).is_some_and(|word| grammar.adjectives_after.contains(word));
        let joins = |i: usize| self.words.get(i).is_some_and(|word| grammar.conjunctions.contains(word));
        let mut end = noun + 1;
        while adjective(end) || (end > noun + 1 && joins(end) && adjective(end + 1)) {
            end += 1;
        }
        end
    }

    /// Takes the adverbs before a verb, unless they are the beginning of a longer one: «再次» of «再次要求».
    fn adverbs_before(&mut self) {
        let whole = self.form_at(self.at).map_or(0, |found| self.at + found.n_words);
        let start = self.at;
        self.adverbs();
        // “Strongly **and unequivocally** condemns”
        let is_joint = |word: &str| self.table.words.coordinators.contains(word);
        if self.at > start
            && self.word().is_some_and(is_joint)
            && matches!(self.adverb_at(self.at + 1), Some((AdverbKind::Manner, _)))
        {
            self.at += 1;
            self.adverbs();
        }
        let split = self.form_at(self.at).map_or(0, |found| self.at + found.n_words);
        if whole > 0 && whole >= split {
            self.at = start;
            self.modifiers.clear();
            self.manner.clear();
        }
    }

    /// Takes all the adverbs that are here.
    fn adverbs(&mut self) {
        while let Some((kind, n_words)) = self.adverb_at(self.at) {
            if kind == AdverbKind::Not || n_words == 0 {
                return;
            }
            self.keep_adverb(kind, self.at, n_words);
            self.at += n_words;
        }
    }

    fn keep_adverb(&mut self, kind: AdverbKind, at: usize, n_words: usize) {
        let words = self.words.span(at, at + n_words).of(self.words.text).to_lowercase();
        match kind {
            AdverbKind::Link => self.modifiers.push(words),
            AdverbKind::Manner | AdverbKind::Not => self.manner.push(self.core_of_manner(&words)),
        }
    }

    /// The adverb at a word, and how many words it takes.
    fn adverb_at(&self, at: usize) -> Option<(AdverbKind, usize)> {
        let word = self.words.get(at)?;
        if let Some(adverbs) = self.table.adverbs.get(word) {
            let known = adverbs.iter().find(|adverb| {
                adverb.rest.iter().enumerate().all(|(i, part)| self.words.get(at + 1 + i) == Some(part))
            });
            if let Some(adverb) = known {
                return Some((adverb.kind, 1 + adverb.rest.len()));
            }
        }
        let rules = self.table.rules;
        if word == rules.with {
            return self.noun_of_manner(at + 1).map(|n_words| (AdverbKind::Manner, 1 + n_words));
        }
        let is_lower = at == 0 || self.words.text_of(at).chars().next().is_some_and(char::is_lowercase);
        let is_adverb = !rules.adverb_ending.is_empty()
            && word.len() > rules.adverb_ending.len() + 3
            && word.ends_with(rules.adverb_ending);
        (is_adverb && is_lower && !self.table.forms.contains_key(word)).then_some((AdverbKind::Manner, 1))
    }

    /// «une profonde préoccupation» after «avec»: how many words to the noun.
    fn noun_of_manner(&self, at: usize) -> Option<usize> {
        (at..=at + MOST_ADJECTIVES).find_map(|here| {
            let word = self.words.get(here)?;
            let is_noun = self.table.attitudes.contains_key(word) || self.table.manner_nouns.contains(word);
            is_noun.then_some(here + 1 - at)
        })
    }

    /// «avec une profonde préoccupation» → «avec préoccupation»: what the table's lemmas say of it.
    fn core_of_manner(&self, words: &str) -> String {
        let with = self.table.rules.with;
        match (words.split(' ').next(), words.rsplit([' ', '’', '\'']).next()) {
            (Some(first), Some(noun)) if fold(first) == with && noun != first => format!("{first} {noun}"),
            _ => words.to_owned(),
        }
    }
}

impl VerbTable {
    fn find_folded_lemma(&self, lemma: &str) -> Option<&Verb> {
        self.lemmas.get(lemma).and_then(|row| self.verbs.get(*row))
    }
}

/// The folded words of a table's field.
fn folded_words(text: &str) -> Vec<String> {
    word_spans(text).map(|span| fold(span.of(text))).collect()
}

/// «prie» → «Prie».
pub fn capitalized(words: &str) -> String {
    let mut letters = words.chars();
    let Some(first) = letters.next() else { return String::new() };
    first.to_uppercase().chain(letters).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn french() -> VerbTable {
        VerbTable::load(Language::French, &mut Vocabulary::of(Language::French))
    }

    /// (phrase, lemma, action, modifiers)
    fn check(text: &str, expected: Option<(&str, &str, &str, &[&str])>) {
        let phrase = french().phrase_at(text, 0);
        let found = phrase.as_ref().map(|p| {
            let modifiers: Vec<&str> = p.modifiers.iter().map(String::as_str).collect();
            (p.span.of(text), p.verb.as_str(), p.action.as_str(), modifiers)
        });
        let expected = expected.map(|(phrase, verb, action, modifiers)| (phrase, verb, action, modifiers.to_vec()));
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn a_link_is_taken_off_the_lemma_and_kept_in_the_phrase() {
        check("Prie également l’Office", Some(("Prie également", "prier", "request", &["également"])));
        check(
            "Soulignant de nouveau qu’il",
            Some(("Soulignant de nouveau", "souligner", "stress", &["de nouveau"])),
        );
    }

    #[test]
    fn a_manner_that_makes_another_act_belongs_to_the_lemma() {
        check("Prie instamment les États", Some(("Prie instamment", "prier instamment", "urge", &[])));
        check(
            "Prie également instamment",
            Some(("Prie également instamment", "prier instamment", "urge", &["également"])),
        );
        check(
            "Prend note avec une profonde satisfaction du rapport",
            Some((
                "Prend note avec une profonde satisfaction",
                "prendre note avec satisfaction",
                "take_note_with_appreciation",
                &[],
            )),
        );
    }

    #[test]
    fn an_adverb_may_stand_inside_a_verb_of_two_words() {
        check(
            "Prenant également note du rapport",
            Some(("Prenant également note", "prendre note", "take_note", &["également"])),
        );
    }

    #[test]
    fn a_state_completes_the_verb_or_stands_alone() {
        check(
            "Se déclarant gravement préoccupé par",
            Some(("Se déclarant gravement préoccupé", "se déclarer préoccupé", "express_concern", &["gravement"])),
        );
        check(
            "Profondément préoccupée également par",
            Some((
                "Profondément préoccupée également",
                "préoccupé",
                "express_concern",
                &["également", "profondément"],
            )),
        );
        check("Consciente du rôle", Some(("Consciente", "conscient", "be_aware", &[])));
    }

    #[test]
    fn an_attitude_completes_the_verb() {
        check(
            "Exprime sa plus vive préoccupation face à",
            Some(("Exprime sa plus vive préoccupation", "exprimer sa préoccupation", "express_concern", &[])),
        );
        check(
            "Réaffirmant son ferme attachement à la",
            Some(("Réaffirmant son ferme attachement", "réaffirmer son attachement", "reaffirm", &[])),
        );
        check("Réaffirme ses résolutions antérieures", Some(("Réaffirme", "réaffirmer", "reaffirm", &[])));
        check(
            "Exprime sa profonde sympathie et ses condoléances au peuple",
            Some((
                "Exprime sa profonde sympathie et ses condoléances",
                "exprimer sa sympathie",
                "express_sympathy",
                &[],
            )),
        );
        check(
            "Exprime son appui ferme et entier et prie",
            Some(("Exprime son appui ferme et entier", "exprimer son appui", "support", &[])),
        );
    }

    #[test]
    fn a_reflexive_is_part_of_the_phrase_and_a_pronoun_is_not() {
        check(
            "S’inquiétant une nouvelle fois de ce que",
            Some(("S’inquiétant une nouvelle fois", "s'inquiéter", "express_concern", &["une nouvelle fois"])),
        );
        check("les engage à", Some(("engage", "engager", "call_upon", &[])));
    }

    #[test]
    fn a_word_that_opens_no_clause_is_no_phrase() {
        check("Les États Membres", None);
        check("notamment à la Charte", None);
    }

    #[test]
    fn an_unknown_verb_at_the_head_is_recognised_by_its_ending() {
        let table = french();
        let text = "Bricole également une solution";
        assert_eq!(table.phrase_at(text, 0), None);
        let guess = table.guess(text, 0, Mood::Finite).unwrap();
        assert_eq!(
            (guess.span.of(text), guess.verb.as_str(), guess.known),
            ("Bricole également", "bricole", false)
        );
        assert_eq!(table.guess("Les États", 0, Mood::Participle), None);
    }

    #[test]
    fn a_verb_has_a_label_even_when_it_is_composed() {
        let table = french();
        let entry =
            table.entry(&"exprimer sa préoccupation".into(), &"express_concern".into(), ClauseClass::Evaluative);
        assert_eq!(entry.label, "Exprime sa préoccupation");
        let entry = table.entry(&"prier".into(), &"request".into(), ClauseClass::Directive);
        assert_eq!(entry.equivalents.first(), Some(&("Requests".to_owned(), 95)));
    }
}
