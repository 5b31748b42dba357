//! A phrase table: finds the longest phrase over words without case, accents or plural.
//!
//! All tables share one [`Vocabulary`]: a text is split into [`Token`]s and each is looked up once; the tables then work on
//! numbers.

use crate::language::table::{alternatives, rows};
use crate::language::{rules, words};
use crate::model::{Language, Span};
use crate::text::fold::{Folding, fold};
use crate::text::forms::{Forms, WordAt};
pub use crate::text::word_spans;
use foldhash::fast::FixedState;
use std::borrow::Cow;
use std::collections::{HashMap, HashSet};
use std::ops::{Deref, Range};

/// The number of a word that occurs in some table.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct WordId(u32);

/// A word of a text: a run of letters and digits; an apostrophe or a hyphen separates two words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Token {
    /// Where it is.
    pub span: Span,
    /// Its number, if some table knows it.
    pub word: Option<WordId>,
    /// Whether it begins with a capital.
    pub capital: bool,
    /// Where its folded form is among those of the text.
    pub(super) folded: Span,
}

/// A text cut into its words, each folded once for all who ask.
#[derive(Debug, Default)]
pub struct Tokens<'f> {
    tokens: Vec<Token>,
    folded: Cow<'f, str>,
}

impl<'f> Tokens<'f> {
    /// The words of a text of a document, whose words are numbered.
    pub fn of(text: &str, words: &[WordAt], forms: &'f Forms<'_>, vocabulary: &Vocabulary) -> Self {
        let mut tokens = Vec::with_capacity(words.len());
        for word in words {
            let form = forms.form(word.form);
            let capital = match text.as_bytes().get(word.span.start as usize) {
                Some(first) if first.is_ascii() => first.is_ascii_uppercase(),
                _ => begins_with_capital(word.span.of(text)),
            };
            let token = Token { span: word.span, word: form.in_tables.map(WordId), capital, folded: form.folded };
            vocabulary.push_parts(text, forms.letters(), token, &mut tokens);
        }
        Self { tokens, folded: Cow::Borrowed(forms.letters()) }
    }

    /// The folded form of a word; empty past the end.
    pub fn folded(&self, at: usize) -> &str {
        self.tokens.get(at).map_or("", |token| token.folded.of(&self.folded))
    }

    /// The folded forms of all words, one after the other: [`Token::folded`] says where each is.
    pub(super) fn all_folded(&self) -> &str {
        &self.folded
    }

    /// The first word that begins at a byte of the text or after it.
    pub fn first_from(&self, at: u32) -> usize {
        self.tokens.partition_point(|token| token.span.start < at)
    }

    /// The words that are within a span, by number.
    pub fn within(&self, span: Span) -> Range<usize> {
        let first = self.first_from(span.start);
        let n = self.tokens.get(first..).unwrap_or_default().partition_point(|token| token.span.end <= span.end);
        first..first + n
    }
}

impl Deref for Tokens<'_> {
    type Target = [Token];

    fn deref(&self) -> &[Token] {
        &self.tokens
    }
}

/// Every word of every table of a language, under its key: folded and in the singular.
#[derive(Debug)]
pub struct Vocabulary {
    ids: HashMap<String, WordId, FixedState>,
    /// See [`crate::language::Rules::key`].
    key: fn(&str) -> (&str, &'static str),
    /// What may be written together with a word before it, the longest first.
    proclitics: Vec<&'static str>,
    /// Those of them that are conjunctions.
    joints: Vec<&'static str>,
    /// The particles that mean “of”.
    of: Vec<&'static str>,
    /// The pronoun for “his” that may be written together with a word after it.
    enclitics: Vec<&'static str>,
    /// The folded words that names of actors begin with; only where there are some of those.
    first_of_names: HashSet<String, FixedState>,
}

impl Vocabulary {
    /// No words yet, of a language.
    pub fn of(language: Language) -> Self {
        let mut proclitics: Vec<&'static str> = words(language).proclitics.iter().collect();
        proclitics.sort_by_key(|clitic| std::cmp::Reverse(clitic.len()));
        let joints = proclitics.iter().copied().filter(|clitic| words(language).conjunctions.contains(clitic));
        let joints = joints.collect();
        let of = |clitic: &&'static str| words(language).of_bare.contains(clitic);
        let of: Vec<&'static str> = proclitics.iter().copied().filter(of).collect();
        let mut first_of_names = HashSet::default();
        if !of.is_empty() {
            let names = rows(rules(language).tables.actors).flat_map(|[_, _, names]| alternatives(names));
            first_of_names = names.filter_map(|name| name.split(' ').next()).map(fold).collect();
        }
        // «وكالات الأمم المتحدة وهيئاتها» are “the agencies and bodies of the United Nations”: “its” leads to nobody else.
        let enclitics = words(language).enclitics.iter().filter(|pronoun| pronoun.len() == 2).collect();
        Self {
            ids: HashMap::default(),
            key: rules(language).key,
            proclitics,
            joints,
            of,
            enclitics,
            first_of_names,
        }
    }

    /// The number of a word, given one if it is new.
    pub fn intern(&mut self, word: &str) -> WordId {
        let folded = fold(word);
        let (stem, ending) = (self.key)(&folded);
        let key = [stem, ending].concat();
        let next = WordId(self.ids.len() as u32);
        *self.ids.entry(key).or_insert(next)
    }

    /// The number of a folded word, if any table knows it.
    pub fn number(&self, folded: &str) -> Option<u32> {
        self.id_of(folded, &mut String::new()).map(|word| word.0)
    }

    /// The number of a folded word; `key` is room for its singular, where that is no part of it.
    fn id_of(&self, folded: &str, key: &mut String) -> Option<WordId> {
        let whole = self.id_of_whole(folded, key);
        // «والأمين»: what no table has may be a word with others written before it.
        whole.or_else(|| self.id_of_whole(folded.get(self.n_proclitic(folded)..)?, key))
    }

    fn id_of_whole(&self, folded: &str, key: &mut String) -> Option<WordId> {
        let (stem, ending) = (self.key)(folded);
        if ending.is_empty() {
            return self.ids.get(stem).copied();
        }
        key.clear();
        key.push_str(stem);
        key.push_str(ending);
        self.ids.get(key.as_str()).copied()
    }

    /// How many bytes at the beginning of a folded word are a word of their own that is written together with the next:
    /// «و» in «ويطلب». The tables must know what is left and not the whole; before an article it is certain.
    pub fn n_proclitic(&self, folded: &str) -> usize {
        const FEWEST_LEFT: usize = 4;
        if self.proclitics.is_empty() || folded.is_ascii() {
            return 0;
        }
        let joint = self.n_joint(folded);
        if joint > 0 {
            return joint;
        }
        let key = &mut String::new();
        if self.id_of_whole(folded, key).is_some() {
            return 0;
        }
        let is_word = |rest: &str, key: &mut String| {
            rest.len() >= FEWEST_LEFT
                && (self.id_of_whole(rest, key).is_some()
                    || self.is_with_a_pronoun(rest, key)
                    || self.articles().any(|article| rest.strip_prefix(article).is_some_and(|noun| noun.len() > 4))
                    || self.n_proclitic(rest) > 0)
        };
        let splits = |clitic: &&&str| folded.strip_prefix(**clitic).is_some_and(|rest| is_word(rest, key));
        self.proclitics.iter().filter(|clitic| clitic.len() <= 2).find(splits).map_or(0, |clitic| clitic.len())
    }

    /// Whether a word that the tables know has a pronoun after it: «مبعوثه» is “his envoy”.
    fn is_with_a_pronoun(&self, folded: &str, key: &mut String) -> bool {
        const FEWEST_LEFT: usize = 8;
        let nouns = self.enclitics.iter().filter_map(|pronoun| folded.strip_suffix(pronoun));
        nouns.into_iter().any(|noun| noun.len() >= FEWEST_LEFT && self.id_of_whole(noun, key).is_some())
    }

    /// How many bytes of a folded word are a conjunction before an article: «و» in «والدول», whatever the tables have.
    fn n_joint(&self, folded: &str) -> usize {
        let before_article = |joint: &&&str| {
            folded.strip_prefix(**joint).is_some_and(|rest| {
                self.articles().any(|article| rest.strip_prefix(article).is_some_and(|noun| noun.len() > 4))
            })
        };
        self.joints.iter().find(before_article).map_or(0, |joint| joint.len())
    }

    /// The words of a phrase of a table, as [`Self::tokens`] cuts those of a text.
    fn intern_all(&mut self, phrase: &str) -> Vec<WordId> {
        let mut ids = Vec::new();
        for span in word_spans(phrase) {
            let word = span.of(phrase);
            let joint = if self.joints.is_empty() { 0 } else { self.n_joint(&fold(word)) };
            let (joint, word) =
                word.split_at_checked(n_written(word, joint)).filter(|_| joint > 0).unwrap_or(("", word));
            // «المجلس التنفيذي **ل**برنامج الأمم المتحدة»: a body after “of” is the body that it is alone.
            let folded = fold(word);
            let names_another = |of: &&&'static str| {
                folded.strip_prefix(**of).is_some_and(|rest| self.first_of_names.contains(rest))
            };
            let n_of = self.of.iter().find(names_another).map_or(0, |of| n_written(word, of.len()));
            let (of, word) = word.split_at_checked(n_of).unwrap_or(("", word));
            let parts = [joint, of, word].into_iter().filter(|part| !part.is_empty());
            ids.extend(parts.map(|part| self.intern(part)));
        }
        ids
    }

    /// The proclitics of several letters: they are kept with their word, and tables compare without them.
    fn articles(&self) -> impl Iterator<Item = &'static str> + '_ {
        self.proclitics.iter().copied().filter(|clitic| clitic.len() > 2)
    }

    /// Takes in a word of a text; in two parts if another word is written together with it.
    fn push_parts(&self, text: &str, letters: &str, mut token: Token, tokens: &mut Vec<Token>) {
        loop {
            let n_bytes = self.n_proclitic(token.folded.of(letters)) as u32;
            if n_bytes == 0 {
                return tokens.push(token);
            }
            let end = token.span.start + n_written(token.span.of(text), n_bytes as usize) as u32;
            let folded_end = token.folded.start + n_bytes;
            let folded = Span { end: folded_end, ..token.folded };
            let word = self.id_of_whole(folded.of(letters), &mut String::new());
            tokens.push(Token { span: Span { end, ..token.span }, word, folded, ..token });
            let folded = Span { start: folded_end, ..token.folded };
            let word = self.id_of_whole(folded.of(letters), &mut String::new());
            token = Token { span: Span { start: end, ..token.span }, word, folded, capital: false };
        }
    }

    /// A text cut into its words.
    pub fn tokens(&self, text: &str) -> Tokens<'static> {
        let mut tokens = Vec::with_capacity(text.len() / 5);
        let mut folding = Folding::of(text);
        let mut key = String::new();
        for span in word_spans(text) {
            let start = folding.place_of(span.start as usize);
            let folded = Span::new(start, folding.place_of(span.end as usize));
            let word = self.id_of(folded.of(folding.text()), &mut key);
            let token = Token { span, word, capital: begins_with_capital(span.of(text)), folded };
            self.push_parts(text, folding.text(), token, &mut tokens);
        }
        Tokens { tokens, folded: Cow::Owned(folding.into_text()) }
    }
}

/// A set of words that are in some table.
#[derive(Debug, Default)]
pub struct WordSet {
    /// For each word whether it is in.
    has: Vec<bool>,
}

impl WordSet {
    /// Adds a word.
    pub fn insert(&mut self, word: WordId) {
        let place = word.0 as usize;
        if self.has.len() <= place {
            self.has.resize(place + 1, false);
        }
        if let Some(has) = self.has.get_mut(place) {
            *has = true;
        }
    }

    /// Whether a word is in.
    pub fn contains(&self, word: WordId) -> bool {
        self.has.get(word.0 as usize).is_some_and(|has| *has)
    }
}

/// How many bytes of a word as it is written fold to so many; vowel signs after them belong to them.
pub fn n_written(word: &str, n_folded: usize) -> usize {
    let mut folded = String::new();
    let mut letters = word.char_indices();
    let end = letters.find(|(_, letter)| {
        crate::text::fold::fold_char(*letter, &mut folded);
        folded.len() > n_folded
    });
    end.map_or(word.len(), |(at, _)| at)
}

fn begins_with_capital(word: &str) -> bool {
    word.chars().next().is_some_and(char::is_uppercase)
}

/// A phrase found at a word.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Found<V> {
    /// How many words it takes.
    pub n_tokens: usize,
    /// What the table says of it.
    pub value: V,
}

/// Phrases of one table, each with its value.
#[derive(Debug)]
pub struct PhraseTable<V> {
    /// For each word the node that it leads to from the beginning; 0 if no phrase begins with it. Most words of a text
    /// begin none, and this tells without hashing.
    starts: Vec<u32>,
    /// From a node and a word to the next node.
    steps: HashMap<u64, u32, FixedState>,
    nodes: Vec<Node<V>>,
    /// Words that may occur inside any phrase, sorted.
    passed_over: Vec<WordId>,
}

/// A place in the phrases: what leads on from it, and what ends there.
#[derive(Debug)]
struct Node<V> {
    /// A bit for each word that leads on, by [`bit_of`]. Most words after the first lead nowhere, and this tells without
    /// hashing too.
    leads: u64,
    /// The phrases that end here, the ones that ask more of the letters first.
    ends: Vec<End<V>>,
}

impl<V> Default for Node<V> {
    fn default() -> Self {
        Self { leads: 0, ends: Vec::new() }
    }
}

#[derive(Debug, Clone)]
struct End<V> {
    value: V,
    case: Case,
}

/// How much the case of a phrase's letters counts.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Case {
    /// Not at all.
    Any,
    /// The words with these numbers, one bit a word, must begin with a capital: `États` are no `états`.
    Capitals(u32),
    /// It counts only in exactly these letters: `WHO` is no `who`.
    Exact(String),
}

impl Case {
    fn how_much(&self) -> u32 {
        match self {
            Self::Any => 0,
            Self::Capitals(words) => words.count_ones(),
            Self::Exact(_) => u32::MAX,
        }
    }
}

impl<V> Default for PhraseTable<V> {
    fn default() -> Self {
        Self {
            starts: Vec::new(),
            steps: HashMap::default(),
            nodes: vec![Node::default()],
            passed_over: Vec::new(),
        }
    }
}

impl<V: Copy> PhraseTable<V> {
    /// Adds a phrase, or gives it a new value. A phrase without words is not added.
    pub fn insert(&mut self, vocabulary: &mut Vocabulary, phrase: &str, value: V) {
        if let Some(place) = self.place(vocabulary, phrase, Case::Any, value) {
            *place = value;
        }
    }

    /// Adds a phrase that counts only in exactly these letters, or gives it a new value: an acronym.
    pub fn insert_exact(&mut self, vocabulary: &mut Vocabulary, phrase: &str, value: V) {
        if let Some(place) = self.place(vocabulary, phrase, Case::Exact(phrase.to_owned()), value) {
            *place = value;
        }
    }

    /// The value of a phrase whose capitals count: a word that has one here must have one in the text. It is the one
    /// given if the phrase is new.
    pub fn name(&mut self, vocabulary: &mut Vocabulary, phrase: &str, value: V) -> V {
        let capitals =
            word_spans(phrase).take(32).enumerate().filter(|(_, span)| begins_with_capital(span.of(phrase)));
        let mask = capitals.fold(0, |mask, (i, _)| mask | 1 << i);
        self.place(vocabulary, phrase, Case::Capitals(mask), value).map_or(value, |place| *place)
    }

    /// The value of a phrase that counts only in exactly these letters; the one given if the phrase is new.
    pub fn exact(&mut self, vocabulary: &mut Vocabulary, phrase: &str, value: V) -> V {
        self.place(vocabulary, phrase, Case::Exact(phrase.to_owned()), value).map_or(value, |place| *place)
    }

    /// Lets a word stand inside any phrase: « organismes *compétents* des Nations Unies » are those of the table.
    pub fn pass_over(&mut self, vocabulary: &mut Vocabulary, word: &str) {
        let word = vocabulary.intern(word);
        if let Err(place) = self.passed_over.binary_search(&word) {
            self.passed_over.insert(place, word);
        }
    }

    /// Where the value of a phrase is kept, in this case of its letters; nowhere if it has no words.
    fn place(&mut self, vocabulary: &mut Vocabulary, phrase: &str, case: Case, value: V) -> Option<&mut V> {
        let mut node = 0;
        for word in vocabulary.intern_all(phrase) {
            node = match self.step(node, word) {
                Some(known) => known,
                None => self.add_step(node, word),
            };
        }
        let ends = self.nodes.get_mut(node as usize).filter(|_| node != 0).map(|node| &mut node.ends)?;
        let asked = case.how_much();
        let mut at = ends.partition_point(|other| other.case.how_much() > asked);
        while ends.get(at).is_some_and(|other| other.case.how_much() == asked && other.case != case) {
            at += 1;
        }
        if ends.get(at).is_none_or(|other| other.case != case) {
            ends.insert(at, End { value, case });
        }
        ends.get_mut(at).map(|end| &mut end.value)
    }

    fn step(&self, node: u32, word: WordId) -> Option<u32> {
        if node == 0 {
            return self.starts.get(word.0 as usize).copied().filter(|next| *next != 0);
        }
        if self.nodes.get(node as usize)?.leads & bit_of(word) == 0 {
            return None;
        }
        self.steps.get(&step_key(node, word)).copied()
    }

    fn add_step(&mut self, node: u32, word: WordId) -> u32 {
        let next = self.nodes.len() as u32;
        self.nodes.push(Node::default());
        if let Some(node) = self.nodes.get_mut(node as usize) {
            node.leads |= bit_of(word);
        }
        if node != 0 {
            self.steps.insert(step_key(node, word), next);
            return next;
        }
        if self.starts.len() <= word.0 as usize {
            self.starts.resize(word.0 as usize + 1, 0);
        }
        if let Some(start) = self.starts.get_mut(word.0 as usize) {
            *start = next;
        }
        next
    }

    /// Whether a phrase may begin with a word: most words of a text begin none.
    pub fn may_begin(&self, token: &Token) -> bool {
        token.word.is_some_and(|word| self.step(0, word).is_some())
    }

    /// Whether a word may occur inside any phrase of the table.
    pub fn passes_over(&self, token: &Token) -> bool {
        token.word.is_some_and(|word| self.passed_over.binary_search(&word).is_ok())
    }

    /// The longest phrase that begins at the first of these tokens.
    pub fn longest_at(&self, text: &str, tokens: &[Token]) -> Option<Found<V>> {
        let mut node = 0;
        let mut best = None;
        let mut capitals = 0;
        let mut n_words = 0;
        for (i, token) in tokens.iter().enumerate() {
            let Some(word) = token.word else { break };
            let Some(next) = self.step(node, word) else {
                if node != 0 && self.passed_over.binary_search(&word).is_ok() {
                    continue;
                }
                break;
            };
            node = next;
            if token.capital && n_words < 32 {
                capitals |= 1 << n_words;
            }
            n_words += 1;
            let counts = |end: &&End<V>| match &end.case {
                Case::Any => true,
                Case::Capitals(needed) => needed & !capitals == 0,
                Case::Exact(letters) => words_between(text, tokens, i) == letters,
            };
            if let Some(end) = self.nodes.get(node as usize).and_then(|node| node.ends.iter().find(counts)) {
                best = Some(Found { n_tokens: i + 1, value: end.value });
            }
        }
        best
    }

    /// All phrases of a text, leftmost and longest first, none overlapping, each with its span.
    pub fn find_all(&self, text: &str, tokens: &[Token]) -> Vec<(Span, V)> {
        let mut found = Vec::new();
        let mut rest = tokens;
        while let Some(first) = rest.first() {
            let taken = match self.longest_at(text, rest) {
                Some(hit) => {
                    let end = rest.get(hit.n_tokens - 1).map_or(first.span.end, |last| last.span.end);
                    found.push((Span { start: first.span.start, end }, hit.value));
                    hit.n_tokens
                }
                None => 1,
            };
            rest = rest.get(taken..).unwrap_or_default();
        }
        found
    }
}

/// One of 64 bits for a word.
fn bit_of(word: WordId) -> u64 {
    1 << (word.0 % 64)
}

fn step_key(node: u32, word: WordId) -> u64 {
    u64::from(node) << 32 | u64::from(word.0)
}

/// The text from the first token to the one at `last`.
fn words_between<'t>(text: &'t str, tokens: &[Token], last: usize) -> &'t str {
    let start = tokens.first().map_or(0, |token| token.span.start);
    let end = tokens.get(last).map_or(start, |token| token.span.end);
    Span { start, end }.of(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found<'t>(text: &'t str, phrases: &[(&str, u8)], exact: &[(&str, u8)]) -> Vec<(&'t str, u8)> {
        let mut vocabulary = Vocabulary::of(Language::French);
        let mut table = PhraseTable::default();
        for (phrase, value) in phrases {
            table.insert(&mut vocabulary, phrase, *value);
        }
        for (phrase, value) in exact {
            table.insert_exact(&mut vocabulary, phrase, *value);
        }
        let tokens = vocabulary.tokens(text);
        table.find_all(text, &tokens).into_iter().map(|(span, value)| (span.of(text), value)).collect()
    }

    #[test]
    fn the_longest_phrase_wins() {
        let table = [("États", 1), ("États Membres", 2)];
        assert_eq!(
            found("Engage les États Membres et tous les États", &table, &[]),
            [("États Membres", 2), ("États", 1)]
        );
    }

    #[test]
    fn plural_accents_and_case_do_not_count() {
        assert_eq!(found("les ETATS MEMBRES", &[("État Membre", 1)], &[]), [("ETATS MEMBRES", 1)]);
    }

    #[test]
    fn an_acronym_counts_only_in_its_own_letters() {
        assert_eq!(found("those who ask the WHO", &[], &[("WHO", 1)]), [("WHO", 1)]);
    }

    #[test]
    fn a_name_written_with_a_capital_needs_one() {
        let mut vocabulary = Vocabulary::of(Language::French);
        let mut table = PhraseTable::default();
        table.name(&mut vocabulary, "États", 1);
        table.name(&mut vocabulary, "société civile", 2);
        let text = "un état de la Société civile des États";
        let tokens = vocabulary.tokens(text);
        let found: Vec<_> =
            table.find_all(text, &tokens).into_iter().map(|(span, value)| (span.of(text), value)).collect();
        assert_eq!(found, [("Société civile", 2), ("États", 1)]);
    }

    #[test]
    fn of_two_names_that_differ_in_capitals_only_the_text_chooses() {
        let mut vocabulary = Vocabulary::of(Language::French);
        let mut table = PhraseTable::default();
        table.name(&mut vocabulary, "organisations des Nations Unies", 1);
        table.name(&mut vocabulary, "Organisation des Nations Unies", 2);
        for (text, value) in [("organisations des Nations Unies", 1), ("Organisation des Nations Unies", 2)] {
            assert_eq!(table.longest_at(text, &vocabulary.tokens(text)).map(|found| found.value), Some(value));
        }
    }

    #[test]
    fn a_word_passed_over_may_stand_inside_a_phrase_and_not_around_it() {
        let mut vocabulary = Vocabulary::of(Language::French);
        let mut table = PhraseTable::default();
        table.name(&mut vocabulary, "organes des Nations Unies", 1);
        table.pass_over(&mut vocabulary, "compétents");
        let text = "les compétents organes compétents des Nations Unies compétents";
        let tokens = vocabulary.tokens(text);
        let found: Vec<_> = table.find_all(text, &tokens).into_iter().map(|(span, _)| span.of(text)).collect();
        assert_eq!(found, ["organes compétents des Nations Unies"]);
    }

    #[test]
    fn a_phrase_begun_and_not_finished_is_not_found() {
        assert_eq!(found("l’Office des Nations", &[("Office des Nations Unies", 1)], &[]), []);
    }

    #[test]
    fn an_apostrophe_separates_two_words() {
        assert_eq!(found("l’Office", &[("office", 1)], &[]), [("Office", 1)]);
    }
}
