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
use crate::model::{Language, Paragraph, Resolution, Span};
use crate::text::fold::{fold, fold_char, stem};
use crate::text::word_spans;
use serde::{Deserialize, Serialize};
use std::cmp::Reverse;
use std::ops::Range;

/// Stands between two texts of a clause: no phrase reaches across it.
const BREAK: u32 = u32::MAX;

/// The words of documents, laid out to be looked for.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct TextSearch {
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

/// The words of a dictionary that a word of the pattern stands for: `len` of them from `first` on, or only those of a list.
struct Terms<'a> {
    first: u32,
    len: u32,
    only: Option<&'a [u32]>,
}

impl<'a> Terms<'a> {
    fn of_range(range: Range<usize>) -> Self {
        Self { first: range.start as u32, len: range.len() as u32, only: None }
    }

    /// The list is sorted.
    fn of_list(list: &'a [u32]) -> Self {
        let first = list.first().copied().unwrap_or_default();
        let len = list.last().map_or(0, |last| last.saturating_sub(first).saturating_add(1));
        Self { first, len, only: Some(list) }
    }

    fn contains(&self, term: u32) -> bool {
        term.wrapping_sub(self.first) < self.len && self.only.is_none_or(|list| list.contains(&term))
    }

    fn for_each(&self, mut each: impl FnMut(u32)) {
        match self.only {
            Some(list) => list.iter().copied().for_each(&mut each),
            None => (self.first..self.first.saturating_add(self.len)).for_each(&mut each),
        }
    }
}

/// Whether words stand in a clause one after the other.
///
/// The clause is gone through for the word at `rarest` alone, and the others are looked for around it: a phrase of frequent
/// words may have the whole library to be gone through. Hence also a loop that is nothing but one comparison: built for
/// size, an iterator's closures would be calls.
fn has_run(clause: &[u32], words: &[Terms], rarest: usize) -> bool {
    let Some(Terms { first, len, .. }) = words.get(rarest) else { return false };
    for (at, term) in clause.iter().enumerate() {
        if term.wrapping_sub(*first) >= *len {
            continue;
        }
        let run = at_offset(clause, at, rarest, words.len());
        if run.is_some_and(|run| run.iter().zip(words).all(|(term, word)| word.contains(*term))) {
            return true;
        }
    }
    false
}

/// The `n_words` words of a clause of which the one at `at` is the one at `rarest`.
fn at_offset(clause: &[u32], at: usize, rarest: usize, n_words: usize) -> Option<&[u32]> {
    let start = at.checked_sub(rarest)?;
    clause.get(start..start + n_words)
}

impl TextSearch {
    /// Lays out the words of documents, whose clauses are numbered as in an [`super::Index`] of them.
    pub fn new(documents: &[&Resolution]) -> Self {
        let mut builder = Builder::default();
        for document in documents {
            add_text(document, &mut builder);
        }
        builder.finish()
    }

    /// The words as one buffer, to be handed from a worker to a page of the same version.
    pub fn to_bytes(&self) -> Vec<u8> {
        postcard::to_allocvec(self).unwrap_or_default()
    }

    /// The words of a buffer; nothing if it is none. What was damaged on the way may find the wrong clauses.
    pub fn from_bytes(bytes: &[u8]) -> Option<Self> {
        postcard::from_bytes(bytes).ok()
    }

    /// The clauses that hold all that was typed; nothing if it asks for nothing, as a dash or an opened quotation mark does.
    pub fn find(&self, typed: &str) -> Option<Bits> {
        let mut found: Option<Bits> = None;
        for term in &Pattern::parse(typed).terms {
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

    /// The word of the texts that is spelled most like this one, if any is: with a letter more, less, other or out of place,
    /// two in a long word. Folded, as the dictionaries have it.
    pub fn spelled_like(&self, word: &str) -> Option<&str> {
        let word = fold(word);
        let n_letters = word.chars().count();
        let most = if n_letters < 4 { return None } else { 1 + usize::from(n_letters > 6) };
        let mut best: Option<(usize, Reverse<u32>, &str)> = None;
        for dictionary in &self.dictionaries {
            for number in 0..dictionary.terms.len() {
                let term = dictionary.terms.get(number);
                if term.len().abs_diff(word.len()) > most {
                    continue;
                }
                let distance = strsim::osa_distance(&word, term);
                let mut holding = Bits::none(self.n_clauses);
                if distance <= most {
                    dictionary.postings.set(number).add_to(&mut holding);
                    // Of those that are equally near the most frequent.
                    let found = (distance, Reverse(holding.count()), term);
                    best = Some(best.map_or(found, |best| best.min(found)));
                }
            }
        }
        best.map(|(_, _, term)| term)
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
        let words: Vec<_> = words.iter().map(|word| self.terms_of(word)).collect();
        if let [only] = words.as_slice() {
            return self.add_any(only, into);
        }
        let mut candidates = Bits::all(into.len());
        let (mut rarest, mut fewest) = (0, u32::MAX);
        for (number, word) in words.iter().enumerate() {
            let mut holding = Bits::none(into.len());
            self.add_any(word, &mut holding);
            let n_holding = holding.count();
            if n_holding < fewest {
                (rarest, fewest) = (number, n_holding);
            }
            candidates.keep(&holding);
        }
        for clause in candidates.iter().filter(|clause| has_run(tokens.row(*clause), &words, rarest)) {
            into.insert(clause);
        }
    }

    fn add_any(&self, terms: &Terms, into: &mut Bits) {
        terms.for_each(|term| self.postings.set(term as usize).add_to(into));
    }

    fn terms_of(&self, word: &Word) -> Terms<'_> {
        match word {
            Word::Exact(word) => Terms::of_range(self.terms.find(word).map_or(0..0, |term| term..term + 1)),
            Word::Prefix(begun) => Terms::of_range(self.terms.with_prefix(begun)),
            Word::Inflected(word) => {
                let mut word = word.clone();
                stem(&mut word, self.language);
                let found = self.stems.find(&word);
                Terms::of_list(found.map(|stem| self.terms_of_stem.row(stem as u32)).unwrap_or_default())
            }
        }
    }
}

/// Takes in the words of clauses, one clause after the other.
#[derive(Debug, Default)]
struct Builder {
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
    fn add(&mut self, text: &str, language: Language) {
        let Some(vocabulary) = self.vocabularies.get_mut(language as usize) else { return };
        for span in word_spans(text) {
            self.tokens.push(vocabulary.number(span.of(text)));
        }
        self.tokens.push(BREAK);
    }

    /// Ends the clause that is being read.
    fn end_clause(&mut self, language: Language) {
        self.tokens.end_row();
        self.languages.push(language);
    }

    fn finish(self) -> TextSearch {
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

/// Reads the words of a document's clauses: their own, then those of the subparagraphs that continue them.
fn add_text(document: &Resolution, builder: &mut Builder) {
    let paragraph = |number: &u32| document.paragraphs.get(*number as usize);
    let continued = |number: &u32| paragraph(number).and_then(|paragraph| paragraph.continues.as_ref());
    let mut continuing: Vec<u32> =
        (0..document.paragraphs.len() as u32).filter(|n| continued(n).is_some()).collect();
    sort_numbers(&mut continuing, &|one, other| continued(&one).cmp(&continued(&other)));
    for opening in &document.paragraphs {
        let own = stretches(opening);
        for (number, clause) in opening.clauses.iter().enumerate() {
            add_stretches(opening, &own, Some(number), document.language, builder);
            let first = continuing.partition_point(|number| continued(number) < Some(&clause.id));
            let others = continuing.iter().skip(first).take_while(|number| continued(number) == Some(&clause.id));
            for other in others.filter_map(paragraph) {
                add_stretches(other, &stretches(other), None, document.language, builder);
            }
            builder.end_clause(document.language);
        }
    }
}

fn add_stretches(
    paragraph: &Paragraph,
    stretches: &[(Span, Option<usize>)],
    of: Option<usize>,
    language: Language,
    builder: &mut Builder,
) {
    for (span, _) in stretches.iter().filter(|(_, clause)| *clause == of) {
        builder.add(span.of(&paragraph.text), language);
    }
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
