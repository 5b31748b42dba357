//! The input of every export: documents, the clauses chosen in each, and the provenance of the choice.

use super::words::{FACT_KEYS, FileWords, filled};
use crate::model::{Clause, Glossary, Language, Paragraph, Reference, Resolution, Span};
use std::collections::{BTreeMap, BTreeSet};

/// The documents and clauses to export.
#[derive(Clone, Debug)]
pub struct Selection<'a> {
    /// The documents, in the order they are shown.
    pub documents: Vec<Chosen<'a>>,
    /// The names of their actors, topics and verbs.
    pub glossary: &'a Glossary,
    /// The question, the time and the program.
    pub provenance: Provenance,
}

/// A document and its chosen clauses.
#[derive(Clone, Debug)]
pub struct Chosen<'a> {
    /// The document.
    pub document: &'a Resolution,
    /// The file that it was read from.
    pub file: &'a str,
    /// The clauses, each as the index of its paragraph and its own index in the paragraph; none means all.
    pub clauses: Option<BTreeSet<(u32, u32)>>,
    /// The reader's marks of work (`to-do`, `reviewed`, `not-relevant`) by the ids of their clauses.
    pub marks: BTreeMap<String, String>,
}

/// The provenance of a selection. The caller supplies everything, including the time and the link.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Provenance {
    /// The question, in words that are the same in every language; empty if nothing was asked.
    pub asked: String,
    /// The question, in the reader's words; empty if they are not known.
    pub question: String,
    /// The time of the export, in ISO 8601: `2026-11-29` or `2026-11-29T15:04:05Z`.
    pub at: String,
    /// The day of the export, in the reader's words; empty if they are not known.
    pub day: String,
    /// The program and its version.
    pub program: String,
    /// How many clauses the question covered.
    pub n_asked: usize,
    /// The link that shows this selection.
    pub link: String,
    /// The reader's language, in which files say all this.
    pub language: Language,
}

/// A fact of the provenance.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fact {
    /// Its key, the same in every language.
    pub key: &'static str,
    /// Its name in a language.
    pub name: &'static str,
    /// Its value.
    pub value: String,
}

impl<'a> Chosen<'a> {
    /// A whole document.
    pub fn whole(document: &'a Resolution, file: &'a str) -> Self {
        Self { document, file, clauses: None, marks: BTreeMap::new() }
    }

    /// The chosen clauses, in order.
    pub fn clauses(&self) -> impl Iterator<Item = (&'a Paragraph, &'a Clause)> {
        self.numbered().map(|(_, paragraph, clause)| (paragraph, clause))
    }

    /// The chosen clauses with the indexes of their paragraphs.
    pub fn numbered(&self) -> impl Iterator<Item = (usize, &'a Paragraph, &'a Clause)> {
        self.document.paragraphs.iter().enumerate().flat_map(move |(at, paragraph)| {
            let clauses = paragraph.clauses.iter().enumerate();
            clauses.filter(move |(i, _)| self.has(at, *i)).map(move |(_, clause)| (at, paragraph, clause))
        })
    }

    /// The paragraphs with a chosen clause; all if the whole document is chosen.
    pub fn paragraphs(&self) -> impl Iterator<Item = &'a Paragraph> {
        self.numbered_paragraphs().map(|(_, paragraph)| paragraph)
    }

    /// The same with their indexes.
    pub fn numbered_paragraphs(&self) -> impl Iterator<Item = (usize, &'a Paragraph)> {
        let chosen: Option<BTreeSet<u32>> =
            self.clauses.as_ref().map(|clauses| clauses.iter().map(|(paragraph, _)| *paragraph).collect());
        let paragraphs = self.document.paragraphs.iter().enumerate();
        paragraphs.filter(move |(at, _)| chosen.as_ref().is_none_or(|chosen| chosen.contains(&(*at as u32))))
    }

    /// The chosen clauses of a paragraph, if it has others too: a file marks them.
    pub fn found_among_others(&self, at: usize, paragraph: &Paragraph) -> Vec<Span> {
        let found = paragraph.clauses.iter().enumerate().filter(|(i, _)| self.has(at, *i));
        let found: Vec<Span> = found.map(|(_, clause)| clause.span).collect();
        if found.len() < paragraph.clauses.len() { found } else { Vec::new() }
    }

    fn has(&self, paragraph: usize, clause: usize) -> bool {
        self.clauses.as_ref().is_none_or(|clauses| clauses.contains(&(paragraph as u32, clause as u32)))
    }

    /// Where the document is published; empty without a symbol.
    pub fn url(&self) -> String {
        if self.document.symbol.as_str().is_empty() {
            return String::new();
        }
        Reference::url(&self.document.symbol, self.document.language)
    }
}

impl Selection<'_> {
    /// How many clauses are chosen.
    pub fn n_clauses(&self) -> usize {
        self.documents.iter().map(|chosen| chosen.clauses().count()).sum()
    }

    /// How far the reader's work on the clauses has come: “reviewed 41 of 128; to do: 3”. Empty if none has a mark.
    fn work(&self, words: &FileWords) -> String {
        let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
        for chosen in self.documents.iter().filter(|chosen| !chosen.marks.is_empty()) {
            for (_, clause) in chosen.clauses() {
                if let Some(mark) = chosen.marks.get(clause.id.as_str()) {
                    *counts.entry(mark).or_default() += 1;
                }
            }
        }
        if counts.is_empty() {
            return String::new();
        }
        let n_reviewed = counts.remove("reviewed").unwrap_or_default();
        let others = counts.into_iter().map(|(mark, n)| format!("; {}{}{n}", words.mark(mark), words.colon));
        let reviewed = filled(words.reviewed, &[&n_reviewed.to_string(), &self.n_clauses().to_string()]);
        [reviewed, others.collect()].concat()
    }

    /// The files of the documents and the number of doubts. For many documents it is a summary, since tables repeat it in
    /// every row.
    fn reading(&self, words: &FileWords) -> String {
        let n_doubts = |chosen: &Chosen<'_>| chosen.document.doubts.len();
        if self.documents.len() > 10 {
            let n: usize = self.documents.iter().map(n_doubts).sum();
            return filled(words.files, &[&self.documents.len().to_string(), &n.to_string()]);
        }
        let of_each =
            self.documents.iter().map(|chosen| filled(words.file, &[chosen.file, &n_doubts(chosen).to_string()]));
        of_each.collect::<Vec<_>>().join("; ")
    }

    /// The words of files in the reader's language.
    pub fn words(&self) -> &'static FileWords {
        FileWords::of(self.provenance.language)
    }

    /// The provenance in the reader's language, for formats that people read. Unknown values are left out.
    pub fn provenance(&self) -> Vec<Fact> {
        let Provenance { asked, question, at, day, .. } = &self.provenance;
        let known = |words: &str, other: &str| if words.is_empty() { other.to_owned() } else { words.to_owned() };
        self.facts(self.words(), known(question, asked), known(day, at))
    }

    /// The provenance as keys and values that are the same in every language, for formats that programs read.
    pub fn provenance_data(&self) -> Vec<(&'static str, String)> {
        let Provenance { asked, at, .. } = self.provenance.clone();
        self.facts(FileWords::of(Language::English), asked, at)
            .into_iter()
            .map(|fact| (fact.key, fact.value))
            .collect()
    }

    fn facts(&self, words: &FileWords, asked: String, at: String) -> Vec<Fact> {
        let from = &self.provenance;
        // Short, since tables repeat it in every row.
        let documents = match self.documents.as_slice() {
            documents if documents.len() > 10 => filled(words.documents, &[&documents.len().to_string()]),
            documents => documents.iter().map(|chosen| name(chosen.document)).collect::<Vec<_>>().join("; "),
        };
        let values = [
            asked,
            documents,
            filled(words.of, &[&self.n_clauses().to_string(), &from.n_asked.to_string()]),
            self.work(words),
            at,
            from.program.clone(),
            self.reading(words),
            from.link.clone(),
        ];
        let facts = FACT_KEYS.into_iter().zip(values).filter(|(_, value)| !value.is_empty());
        facts.map(|(key, value)| Fact { key, name: words.fact(key), value }).collect()
    }
}

impl Fact {
    /// Its name and its value on one line.
    pub fn line(&self, words: &FileWords) -> String {
        [self.name, words.colon, &self.value].concat()
    }
}

/// A document's name: its symbol, or its title.
pub fn name(document: &Resolution) -> &str {
    if document.symbol.as_str().is_empty() { &document.title } else { document.symbol.as_str() }
}
