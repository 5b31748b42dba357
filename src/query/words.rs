//! The full-text index of a segment.
//!
//! It has a dictionary for each language, since inflection differs, and for phrase queries the tokens of each clause in
//! order, as numbers in the dictionary of its language.

use super::clause_set::ClauseSet;
use super::column::{Column, Rows, Slice};
use super::interner::Interner;
use super::pattern::{Pattern, Term, Word};
use super::places::Places;
use super::postings::Postings;
use super::strings::Strings;
use crate::model::{ClauseId, Language, Paragraph, Resolution, Span};
use crate::text::fold::{fold_char, other_stem, stem};
use crate::text::word_spans;
use serde::{Deserialize, Serialize};
use std::ops::Range;

/// The token that ends each text of a clause: no phrase spans it. Words have the numbers from 1.
const BREAK: u32 = 0;

/// The full-text index of a segment's clauses.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(super) struct Words {
    /// The language of each document.
    languages: Vec<Language>,
    /// The tokens of each clause: a word's number in the dictionary of its language, plus 1.
    tokens: Column,
    dictionaries: Vec<Dictionary>,
}

#[derive(Clone, Debug, Serialize, Deserialize)]
struct Dictionary {
    language: Language,
    terms: Strings,
    stems: Strings,
    terms_of_stem: Column,
    /// By token, also for [`BREAK`], which every clause has.
    postings: Postings,
}

/// The tokens that a word of the pattern matches: a range, or a sorted list.
struct Tokens {
    range: Range<u32>,
    only: Option<Vec<u32>>,
}

impl Tokens {
    fn of_terms(terms: Range<usize>) -> Self {
        Self { range: terms.start as u32 + 1..terms.end as u32 + 1, only: None }
    }

    fn of_list(terms: Slice) -> Self {
        let tokens: Vec<u32> = terms.to_vec().iter().map(|term| term.saturating_add(1)).collect();
        let range =
            tokens.first().copied().unwrap_or_default()..tokens.last().map_or(0, |last| last.saturating_add(1));
        Self { range, only: Some(tokens) }
    }

    fn contains(&self, token: u32) -> bool {
        self.range.contains(&token) && self.only.as_ref().is_none_or(|list| list.contains(&token))
    }

    fn for_each(&self, mut each: impl FnMut(usize)) {
        match &self.only {
            Some(list) => list.iter().for_each(|token| each(*token as usize)),
            None => self.range.clone().for_each(|token| each(token as usize)),
        }
    }
}

/// Whether a clause contains words in sequence.
///
/// The clause is scanned for the word at `rarest` only, and the others are compared around it: a phrase of frequent words
/// may scan the whole library. For the same reason the loop is a single comparison.
fn has_run<T: Copy + Into<u32>>(clause: &[T], words: &[Tokens], rarest: usize) -> bool {
    let Some(sought) = words.get(rarest) else { return false };
    let (first, len) = (sought.range.start, sought.range.end.saturating_sub(sought.range.start));
    for (at, token) in clause.iter().enumerate() {
        if (*token).into().wrapping_sub(first) >= len {
            continue;
        }
        let start = at.checked_sub(rarest);
        let run = start.and_then(|start| clause.get(start..start + words.len()));
        if run.is_some_and(|run| run.iter().zip(words).all(|(token, word)| word.contains((*token).into()))) {
            return true;
        }
    }
    false
}

impl Words {
    /// Whether everything is there for so many documents and clauses, which damaged bytes may lack.
    pub fn is_valid(&self, n_documents: usize, n_clauses: u32) -> bool {
        self.languages.len() == n_documents
            && self.tokens.is_valid(n_clauses as usize)
            && self.dictionaries.iter().all(|dictionary| {
                dictionary.postings.is_valid(dictionary.terms.len() + 1, n_clauses)
                    && dictionary.terms_of_stem.is_valid(dictionary.stems.len())
            })
    }

    /// The clauses that match a pattern; `None` if it has no term.
    pub fn find(&self, pattern: &Pattern) -> Option<ClauseSet> {
        let mut found: Option<ClauseSet> = None;
        for term in &pattern.terms {
            let holding = self.holding(term);
            match &mut found {
                None if term.excluded => found.insert(ClauseSet::all(self.tokens.n_rows())).remove(&holding),
                None => found = Some(holding),
                Some(found) if term.excluded => found.remove(&holding),
                Some(found) => found.keep(&holding),
            }
        }
        found
    }

    fn holding(&self, term: &Term) -> ClauseSet {
        let mut holding = ClauseSet::none(self.tokens.n_rows());
        for dictionary in &self.dictionaries {
            dictionary.add_holding(&term.words, &self.tokens, &mut holding);
        }
        holding
    }

    /// Every word with a length in bytes within a range, with its number of clauses among some, counted on demand.
    pub fn terms_of_length<'w>(
        &'w self,
        length: Range<usize>,
        within: &'w ClauseSet,
    ) -> impl Iterator<Item = (&'w str, impl Fn() -> u32 + 'w)> {
        self.dictionaries.iter().flat_map(move |dictionary| {
            let length = length.clone();
            let terms = dictionary.terms.iter().enumerate().filter(move |(_, term)| length.contains(&term.len()));
            terms.map(move |(number, term)| (term, move || dictionary.postings.get(number + 1).count_in(within)))
        })
    }
}

impl Dictionary {
    fn add_holding(&self, words: &[Word], tokens: &Column, into: &mut ClauseSet) {
        let words: Vec<_> = words.iter().map(|word| self.tokens_of(word)).collect();
        if let [only] = words.as_slice() {
            return self.add_any(only, into);
        }
        let mut candidates = ClauseSet::all(into.len());
        let (mut rarest, mut fewest) = (0, u32::MAX);
        for (number, word) in words.iter().enumerate() {
            let mut holding = ClauseSet::none(into.len());
            self.add_any(word, &mut holding);
            let n_holding = holding.count();
            if n_holding < fewest {
                (rarest, fewest) = (number, n_holding);
            }
            candidates.keep(&holding);
        }
        for clause in candidates.iter() {
            let is_held = match tokens.row(clause) {
                Slice::Narrow(clause) => has_run(clause, &words, rarest),
                Slice::Wide(clause) => has_run(clause, &words, rarest),
            };
            if is_held {
                into.insert(clause);
            }
        }
    }

    fn add_any(&self, tokens: &Tokens, into: &mut ClauseSet) {
        tokens.for_each(|token| self.postings.get(token).add_to(into));
    }

    fn tokens_of(&self, word: &Word) -> Tokens {
        match word {
            Word::Exact(word) => Tokens::of_terms(self.terms.find(word).map_or(0..0, |term| term..term + 1)),
            Word::Prefix(prefix) => Tokens::of_terms(self.terms.with_prefix(prefix)),
            Word::Inflected(word) => self.inflected(word),
            Word::Typing(word) => {
                // Both readings are possible: “terr” begins “terrorisme”, and “preuves” is a form of “preuve”.
                let begun = self.terms.with_prefix(word);
                let mut tokens: Vec<u32> = begun.map(|term| term as u32 + 1).collect();
                tokens.extend(self.inflected(word).only.unwrap_or_default());
                tokens.sort_unstable();
                tokens.dedup();
                let range = tokens.first().copied().unwrap_or_default()
                    ..tokens.last().map_or(0, |last| last.saturating_add(1));
                // Usually a contiguous range of the dictionary, which is faster to compare.
                let only = (range.len() != tokens.len()).then_some(tokens);
                Tokens { range, only }
            }
        }
    }

    fn inflected(&self, word: &str) -> Tokens {
        let mut word = word.to_owned();
        stem(&mut word, self.language);
        let found = self.stems.find(&word);
        Tokens::of_list(found.map_or(Slice::Narrow(&[]), |stem| self.terms_of_stem.row(stem as u32)))
    }
}

/// Collects the words of clauses, one clause after the other.
#[derive(Debug, Default)]
pub(super) struct WordsBuilder {
    languages: Vec<Language>,
    tokens: Rows,
    vocabularies: [Vocabulary; Language::ALL.len()],
}

/// The words of a language while documents are indexed.
#[derive(Debug, Default)]
struct Vocabulary {
    /// The words as written: most occur many times, and folding a word takes longer than looking it up.
    written: Interner,
    /// The folded form of each.
    folded_from_written: Vec<u32>,
    folded: Interner,
    word: String,
}

impl Vocabulary {
    /// The number of a word's folded form.
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

impl WordsBuilder {
    /// Adds the words of a document's clauses: their own, then those of the subparagraphs that continue them.
    pub fn add_document(&mut self, document: &Resolution) {
        self.languages.push(document.language);
        let mut continuing: Vec<(&ClauseId, usize, &Paragraph)> = Vec::new();
        for (number, paragraph) in document.paragraphs.iter().enumerate() {
            continuing.extend(paragraph.continues.as_ref().map(|clause| (clause, number, paragraph)));
        }
        continuing.sort_unstable_by_key(|(clause, number, _)| (*clause, *number));
        for opening in &document.paragraphs {
            let own = stretches(opening);
            for (number, clause) in opening.clauses.iter().enumerate() {
                self.add_stretches(opening, &own, Some(number), document.language);
                let first = continuing.partition_point(|(of, ..)| *of < &clause.id);
                for (_, _, other) in continuing.iter().skip(first).take_while(|(of, ..)| *of == &clause.id) {
                    self.add_stretches(other, &stretches(other), None, document.language);
                }
                self.tokens.end_row();
            }
        }
    }

    fn add_stretches(
        &mut self,
        paragraph: &Paragraph,
        stretches: &[(Span, Option<usize>)],
        of: Option<usize>,
        language: Language,
    ) {
        let Some(vocabulary) = self.vocabularies.get_mut(language as usize) else { return };
        for (span, _) in stretches.iter().filter(|(_, clause)| *clause == of) {
            let text = span.of(&paragraph.text);
            for word in word_spans(text) {
                self.tokens.push(vocabulary.number(word.of(text)).saturating_add(1));
            }
            self.tokens.push(BREAK);
        }
    }

    /// Adds the words of some documents of a segment.
    pub fn add_segment(&mut self, words: &Words, places: &Places, documents: &[u32]) {
        let unseen = |dictionary: &Dictionary| vec![BREAK; dictionary.terms.len()];
        // For each of the segment's words, its token here once it was seen.
        let mut known: Vec<Vec<u32>> = words.dictionaries.iter().map(unseen).collect();
        for document in documents {
            let language = words.languages.get(*document as usize).copied().unwrap_or_default();
            self.languages.push(language);
            let dictionaries = words.dictionaries.iter().zip(&mut known);
            let of_language = dictionaries.filter(|(dictionary, _)| dictionary.language == language).last();
            let (Some((dictionary, known)), Some(vocabulary)) =
                (of_language, self.vocabularies.get_mut(language as usize))
            else {
                places.clauses_of(*document).for_each(|_| self.tokens.end_row());
                continue;
            };
            for clause in places.clauses_of(*document) {
                words.tokens.row(clause).for_each(|token| {
                    let term = token.wrapping_sub(1) as usize;
                    let Some(known) = known.get_mut(term) else { return self.tokens.push(BREAK) };
                    if *known == BREAK {
                        *known = vocabulary.folded.number(dictionary.terms.get(term)).saturating_add(1);
                    }
                    self.tokens.push(*known);
                });
                self.tokens.end_row();
            }
        }
    }

    pub fn finish(self, places: &Places) -> Words {
        let Self { languages, mut tokens, vocabularies } = self;
        let n_clauses = tokens.n_rows();
        let mut of_clause = Vec::with_capacity(n_clauses as usize);
        for (language, document) in languages.iter().zip(0..) {
            of_clause.extend(places.clauses_of(document).map(|_| *language));
        }
        let mut dictionaries = Vec::new();
        for (language, vocabulary) in Language::ALL.into_iter().zip(vocabularies) {
            if !languages.contains(&language) {
                continue;
            }
            let (terms, sorted_from_seen) = vocabulary.folded.sorted();
            for (row, _) in tokens.rows_mut().zip(&of_clause).filter(|(_, of)| **of == language) {
                for token in row.iter_mut().filter(|token| **token != BREAK) {
                    *token = sorted_from_seen.get(*token as usize - 1).map_or(BREAK, |term| term + 1);
                }
            }
            let (stems, terms_of_stem) = by_stem(&terms, language);
            let rows = tokens.rows().zip(&of_clause).map(|(row, of)| if *of == language { row } else { &[] });
            let postings = Postings::new(rows, terms.len() + 1, n_clauses);
            dictionaries.push(Dictionary { language, terms, stems, terms_of_stem, postings });
        }
        Words { languages, tokens: tokens.pack(), dictionaries }
    }
}

/// The stems, each with its terms.
fn by_stem(terms: &Strings, language: Language) -> (Strings, Column) {
    let stem_of = |term: &str| {
        let mut word = term.to_owned();
        stem(&mut word, language);
        word
    };
    let mut by_stem: Vec<(String, u32)> = terms.iter().map(stem_of).zip(0..).collect();
    let others = terms.iter().zip(0..).filter_map(|(term, number)| Some((other_stem(term, language)?, number)));
    by_stem.extend(others);
    by_stem.sort_unstable();
    by_stem.dedup();
    let mut stems = Strings::default();
    let mut terms_of_stem = Rows::default();
    for same in by_stem.chunk_by(|(one, _), (other, _)| one == other) {
        same.first().into_iter().for_each(|(stem, _)| stems.push(stem));
        for (_, term) in same {
            terms_of_stem.push(*term);
        }
        terms_of_stem.end_row();
    }
    (stems, terms_of_stem.pack())
}

/// A paragraph's text in pieces that no phrase spans: each clause, and the text between clauses.
///
/// Each has the clause's number in the paragraph. Text between clauses belongs to the clause that the paragraph continues, if any.
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
