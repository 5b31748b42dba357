//! The phrase that opens a clause: «Prie également», «Se déclarant gravement préoccupé», «Strongly urges».
//!
//! The tables have verbs, states and attitudes; this code handles their forms in a text: adverbs before, between and after, a
//! reflexive or a pronoun, a possessive and its noun. Where a paragraph must open with a verb, an unknown one is guessed
//! ([`VerbTable::guess`]).

mod head;
mod phrase;
mod phrase_reader;
mod stated;
mod table;
#[cfg(test)]
mod tests;

pub use phrase::{Mood, Phrase};
pub use table::VerbTable;

use super::vocabulary::{Tokens, WordId, n_written};
use super::{strength, usual_verbs};
use crate::language::table::alternatives;
use crate::language::{PreambleVerbs, WordList};
use crate::model::{Action, ClauseClass, Span, VerbEntry, VerbId};
use crate::text::fold::fold;
use crate::text::word_spans;
use head::{Head, LONGEST_PHRASE};
use phrase_reader::PhraseReader;

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

/// Most phrases are recognized by this many words.
const MOST_PHRASES: usize = 5;

impl VerbTable {
    /// Whether a phrase may begin with this word: a quick check before [`Self::phrase_at`].
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
        let is_verb = |verb: &str| self.first_words.contains(verb) || self.may_say_we(verb);
        let opens = |joint: &&str| word.strip_prefix(*joint).is_some_and(is_verb);
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

    /// The same at the beginning of a text: “**Declare** that”, where those who speak were named before.
    pub fn first_person_at(&self, text: &str) -> Option<Phrase> {
        let first = fold(word_spans(text).next()?.of(text));
        self.read(&first, Tense::FirstPerson, |most| Head::new(text, 0, most))
    }

    /// The same for a verb that reports what the organ did: “the General Assembly **decided** …, and **requested** …”.
    pub fn past_in(&self, text: &str, tokens: &Tokens, at: usize) -> Option<Phrase> {
        self.read(tokens.folded(at), Tense::Past, |most| Head::of(text, tokens, at, most))
    }

    /// The same for one that follows another: «…, et **prié** …».
    pub fn joined_past_in(&self, text: &str, tokens: &Tokens, at: usize) -> Option<Phrase> {
        self.read(tokens.folded(at), Tense::JoinedPast, |most| Head::of(text, tokens, at, most))
    }

    /// Whether a phrase without a subject may begin with a folded word: «**adoptaremos**», «**no** toleraremos».
    fn may_say_we(&self, first: &str) -> bool {
        let words = self.words;
        let says = |endings: &WordList| !endings.is_empty() && endings.is_ending_of(first, 2);
        let has_subject = !words.subject_endings.is_empty() || !words.subject_prefixes.is_empty();
        says(&words.subject_endings)
            || has_subject && (words.negations.contains(first) || words.promises.contains(first))
            || self.promised_verb(first).is_some()
    }

    /// The verb that a word puts in the future by a prefix: «نتخذ» of «**س**نتخذ».
    fn promised_verb<'w>(&self, word: &'w str) -> Option<&'w str> {
        const FEWEST_LETTERS: usize = 4;
        let words = self.words;
        let verb = words.promise_prefixes.strip(word).filter(|verb| words.subject_prefixes.opens(verb))?;
        (verb.chars().count() >= FEWEST_LETTERS && !words.not_verbs.contains(word)).then_some(verb)
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
            Tense::Present | Tense::FirstPerson => self.first_words.contains(first) || self.may_say_we(first),
        };
        if !may_begin && (ending.is_empty() || !first.ends_with(ending)) {
            return None;
        }
        for most in [MOST_PHRASES, LONGEST_PHRASE] {
            let words = head(most);
            let mut reader = PhraseReader::new(self, &words);
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

    /// A verb's action, by its lemma.
    pub fn act(&self, lemma: &str) -> Option<(VerbId, Action, ClauseClass)> {
        let row = self.verbs.get(*self.lemmas.get(lemma)?)?;
        Some((VerbId::listed(row.lemma), Action::listed(row.action), row.class))
    }

    /// The phrase that a paragraph must have at its head, when the tables know none: recognized by its ending.
    pub fn guess(&self, text: &str, at: usize, mood: Mood) -> Option<Phrase> {
        let lists = self.words;
        let words = Head::new(text, at, LONGEST_PHRASE);
        let mut reader = PhraseReader::new(self, &words);
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
        let completion = if row.is_some() { rest } else { verb.as_str() };
        let state = self.state_rows.iter().find(|sense| !completion.is_empty() && sense.words == completion);
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
            usual: usual_verbs::of(action),
        }
    }
}

/// «prie» → «Prie».
pub fn capitalized(words: &str) -> String {
    let mut letters = words.chars();
    let Some(first) = letters.next() else { return String::new() };
    first.to_uppercase().chain(letters).collect()
}
