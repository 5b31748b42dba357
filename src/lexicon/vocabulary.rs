//! The words of all tables of a language, numbered, and a text as their numbers.
//!
//! All tables share one [`Vocabulary`]: a text is split into [`Token`]s and each is looked up once; the tables then work on
//! numbers.

use crate::language::table::{alternatives, rows};
use crate::language::{rules, tables, words};
use crate::model::{Language, Span};
use crate::text::fold::{Folding, fold};
use crate::text::forms::{Forms, WordAt};
use crate::text::word_spans;
use foldhash::fast::FixedState;
use std::borrow::Cow;
use std::collections::{HashMap, HashSet};
use std::ops::{Deref, Range};

/// The number of a word that occurs in some table.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct WordId(pub(super) u32);

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
            if vocabulary.proclitics.is_empty() {
                tokens.push(token);
            } else {
                vocabulary.push_parts(text, forms.letters(), token, &mut tokens);
            }
        }
        Self { tokens, folded: Cow::Borrowed(forms.letters()) }
    }

    /// The text between a word and the one before it.
    pub fn gap_before<'t>(&self, text: &'t str, at: usize) -> &'t str {
        let start = at.checked_sub(1).and_then(|before| self.tokens.get(before)).map_or(0, |word| word.span.end);
        let end = self.tokens.get(at).map_or(start, |word| word.span.start);
        Span { start, end }.of(text)
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
    /// Prefixes that are written together with a word, the longest first.
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
            let names = rows(tables(language).actors).flat_map(|[_, _, names]| alternatives(names));
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
    pub(super) fn intern_all(&mut self, phrase: &str) -> Vec<WordId> {
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

pub(super) fn begins_with_capital(word: &str) -> bool {
    word.chars().next().is_some_and(char::is_uppercase)
}
