//! Which clauses hold the words searched for.
//!
//! A dictionary for each language, since inflection differs; the words of every clause in order, as numbers of its language's
//! dictionary, for words that must follow one another.

use super::bits::Bits;
use super::interner::Interner;
use super::order::sort_numbers;
use super::pattern::{Pattern, Term, Word};
use super::postings::{Column, Postings, renumber};
use super::strings::Strings;
use crate::model::{Language, Paragraph, Span};
use crate::text::fold::{fold_char, stem};
use crate::text::words::word_spans;
use serde::{Deserialize, Serialize};
use std::ops::Range;

/// Stands between two texts of a clause: no phrase reaches across it.
const BREAK: u32 = u32::MAX;

#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub(super) struct TextSearch {
    n_clauses: u32,
    tokens: Column,
    dictionaries: Vec<Dictionary>,
}

#[derive(Clone, Debug, Serialize, Deserialize)]
struct Dictionary {
    language: Language,
    terms: Strings,
    stems: Strings,
    terms_of_stem: Column,
    postings: Postings,
}

/// The words of a dictionary that a word of the pattern stands for.
enum Terms<'a> {
    Range(Range<u32>),
    List(&'a [u32]),
}

impl Terms<'_> {
    fn contains(&self, term: u32) -> bool {
        match self {
            Self::Range(range) => range.contains(&term),
            Self::List(list) => list.contains(&term),
        }
    }

    fn for_each(&self, mut each: impl FnMut(u32)) {
        match self {
            Self::Range(range) => range.clone().for_each(&mut each),
            Self::List(list) => list.iter().copied().for_each(&mut each),
        }
    }

    fn is_empty(&self) -> bool {
        match self {
            Self::Range(range) => range.is_empty(),
            Self::List(list) => list.is_empty(),
        }
    }
}

impl TextSearch {
    pub fn n_clauses(&self) -> u32 {
        self.n_clauses
    }

    /// The clauses that hold all that is searched for; nothing when nothing is.
    pub fn find(&self, pattern: &Pattern) -> Option<Bits> {
        let mut found: Option<Bits> = None;
        for term in &pattern.terms {
            let holding = self.holding(term);
            match &mut found {
                None if term.excluded => found.insert(Bits::all(self.n_clauses)).leave_out(&holding),
                None => found = Some(holding),
                Some(found) if term.excluded => found.leave_out(&holding),
                Some(found) => found.keep(&holding),
            }
        }
        found
    }

    fn holding(&self, term: &Term) -> Bits {
        let mut holding = Bits::none(self.n_clauses);
        for dictionary in &self.dictionaries {
            dictionary.add_holding(&term.words, &self.tokens, &mut holding);
        }
        holding
    }
}

impl Dictionary {
    fn add_holding(&self, words: &[Word], tokens: &Column, into: &mut Bits) {
        let terms: Vec<_> = words.iter().map(|word| self.terms_of(word)).collect();
        if terms.iter().any(Terms::is_empty) {
            return;
        }
        let Some((first, others)) = terms.split_first() else { return };
        if others.is_empty() {
            return self.add_any(first, into);
        }
        let mut candidates = Bits::none(into.len());
        self.add_any(first, &mut candidates);
        for other in others {
            let mut holding = Bits::none(into.len());
            self.add_any(other, &mut holding);
            candidates.keep(&holding);
        }
        for clause in candidates.iter() {
            let mut windows = tokens.row(clause).windows(terms.len());
            if windows.any(|window| window.iter().zip(&terms).all(|(token, terms)| terms.contains(*token))) {
                into.insert(clause);
            }
        }
    }

    fn add_any(&self, terms: &Terms, into: &mut Bits) {
        terms.for_each(|term| self.postings.set(term as usize).add_to(into));
    }

    fn terms_of(&self, word: &Word) -> Terms<'_> {
        match word {
            Word::Exact(word) => {
                let found = self.terms.find(word).map_or(0..0, |term| term as u32..term as u32 + 1);
                Terms::Range(found)
            }
            Word::Prefix(begun) => {
                let found = self.terms.with_prefix(begun);
                Terms::Range(found.start as u32..found.end as u32)
            }
            Word::Inflected(word) => {
                let mut word = word.clone();
                stem(&mut word, self.language);
                let found = self.stems.find(&word);
                Terms::List(found.map(|stem| self.terms_of_stem.row(stem as u32)).unwrap_or_default())
            }
        }
    }
}

/// Takes in the words of clauses, one clause after the other.
#[derive(Debug, Default)]
pub(super) struct Builder {
    tokens: Column,
    languages: Vec<Language>,
    vocabularies: [Vocabulary; Language::ALL.len()],
}

/// The words of a language, as they are read.
#[derive(Debug, Default)]
struct Vocabulary {
    /// As they are written: most words are met many times, and folding a word takes longer than finding it.
    written: Interner,
    /// For each of these the folded word.
    folded_from_written: Vec<u32>,
    folded: Interner,
    word: String,
}

impl Vocabulary {
    /// The number of the folded word.
    fn number(&mut self, written: &str) -> u32 {
        let number = self.written.number(written) as usize;
        if let Some(folded) = self.folded_from_written.get(number) {
            return *folded;
        }
        self.word.clear();
        for letter in written.chars() {
            fold_char(letter, &mut self.word);
        }
        let folded = self.folded.number(&self.word);
        self.folded_from_written.push(folded);
        folded
    }
}

impl Builder {
    /// Adds words to the clause that is being read.
    pub fn add(&mut self, text: &str, language: Language) {
        let Some(vocabulary) = self.vocabularies.get_mut(language as usize) else { return };
        for span in word_spans(text) {
            self.tokens.push(vocabulary.number(span.of(text)));
        }
        self.tokens.push(BREAK);
    }

    /// Ends the clause that is being read.
    pub fn end_clause(&mut self, language: Language) {
        self.tokens.end_row();
        self.languages.push(language);
    }

    pub fn finish(self) -> TextSearch {
        let Self { mut tokens, languages, vocabularies } = self;
        let n_clauses = languages.len() as u32;
        let mut dictionaries = Vec::new();
        for (language, vocabulary) in Language::ALL.into_iter().zip(vocabularies) {
            if !languages.contains(&language) {
                continue;
            }
            let (terms, sorted_from_seen) = vocabulary.folded.sorted();
            for (row, _) in tokens.rows_mut().zip(&languages).filter(|(_, of)| **of == language) {
                renumber(row, &sorted_from_seen);
            }
            let (stems, terms_of_stem) = by_stem(&terms, language);
            let rows = tokens.rows().zip(&languages).map(|(row, of)| if *of == language { row } else { &[] });
            let postings = Postings::new(rows, terms.len(), n_clauses);
            dictionaries.push(Dictionary { language, terms, stems, terms_of_stem, postings });
        }
        TextSearch { n_clauses, tokens, dictionaries }
    }
}

/// The stems, and for each the terms that have it.
fn by_stem(terms: &Strings, language: Language) -> (Strings, Column) {
    let mut seen = Interner::default();
    let mut word = String::new();
    let stem_of_term: Vec<_> = (0..terms.len())
        .map(|term| {
            word.clear();
            word.push_str(terms.get(term));
            stem(&mut word, language);
            seen.number(&word)
        })
        .collect();
    let (stems, sorted_from_seen) = seen.sorted();
    let stem_of = |term: u32| stem_of_term.get(term as usize).and_then(|seen| sorted_from_seen.get(*seen as usize));
    let mut in_order: Vec<_> = (0..terms.len() as u32).collect();
    sort_numbers(&mut in_order, &|one, other| stem_of(one).cmp(&stem_of(other)));
    let mut terms_of_stem = Column::default();
    for same in in_order.chunk_by(|one, other| stem_of(*one) == stem_of(*other)) {
        for term in same {
            terms_of_stem.push(*term);
        }
        terms_of_stem.end_row();
    }
    (stems, terms_of_stem)
}

/// A paragraph's text in stretches that no phrase reaches across: each clause, and what is left between them.
///
/// The number is the clause's in the paragraph. What is left belongs to the clause that the paragraph continues, if any.
pub(super) fn stretches(paragraph: &Paragraph) -> Vec<(Span, Option<usize>)> {
    let mut stretches = Vec::with_capacity(paragraph.clauses.len() + 1);
    let mut done = 0;
    for (number, clause) in paragraph.clauses.iter().enumerate() {
        if clause.span.start > done {
            stretches.push((Span { start: done, end: clause.span.start }, None));
        }
        stretches.push((clause.span, Some(number)));
        done = done.max(clause.span.end);
    }
    let end = paragraph.text.len() as u32;
    if done < end {
        stretches.push((Span { start: done, end }, None));
    }
    stretches
}
