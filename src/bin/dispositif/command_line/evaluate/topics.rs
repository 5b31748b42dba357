//! The topics of single clauses, labelled by hand.
//!
//! A line of a `*.gold.jsonl` file is a clause: the topics that it must have, those that it may have, and those among the
//! latter that it only mentions in passing.

use super::align::letters;
use super::retrieval::Retrieval;
use super::{Arguments, gold};
use crate::command_line::speech::{Sentence, Speech};
use dispositif::lexicon::verbs::capitalized;
use dispositif::model::{Clause, Resolution, TopicRank};
use dispositif::parse::parse;
use serde::Deserialize;
use std::collections::{BTreeMap, HashMap};
use std::fmt::Write;
use std::path::Path;

/// A labelled clause.
#[derive(Debug, Deserialize)]
struct Label {
    clause: String,
    part: String,
    text: String,
    /// Topics that it must have; `a/b` is either of two.
    must: Vec<String>,
    /// Topics that it may have.
    may: Vec<String>,
    /// The topics of `may` that it only mentions.
    #[serde(default)]
    passing: Vec<String>,
    /// Subjects without an existing topic, in the labeller's words.
    missing: Option<String>,
}

impl Label {
    fn must(&self, topic: &str) -> bool {
        self.must.iter().any(|must| must.split('/').any(|either| either == topic))
    }

    /// Whether a topic is right: the clause must or may have it, or it is the one that was missing.
    fn has(&self, topic: &str) -> bool {
        self.must(topic) || self.may.iter().any(|may| may == topic) || self.misses(topic)
    }

    fn misses(&self, topic: &str) -> bool {
        let words = letters(topic);
        self.missing.as_deref().is_some_and(|missing| letters(missing).contains(&words))
    }
}

/// A topic that was found.
struct ScoredTopic {
    topic: String,
    secondary: bool,
}

/// The scores.
#[derive(Debug, Default)]
pub struct TopicScores {
    n_clauses: usize,
    n_without: usize,
    /// Against `must` and `may`; recall counts `must` alone.
    all: Retrieval,
    /// The same, with topics mentioned in passing counted as wrong.
    strict: Retrieval,
    /// The same again, of the main topics only.
    main: Retrieval,
    /// How many of `must` were found.
    must: Retrieval,
    misses: BTreeMap<&'static str, HashMap<String, usize>>,
}

/// Reads every file of labelled clauses in the folder; none if there is no such file.
pub fn scores(arguments: &Arguments, speech: Speech) -> Result<Option<TopicScores>, Sentence> {
    let cannot = |path: &Path, error: &std::io::Error| speech.cannot_list(path, error);
    let files =
        gold::files_ending(&arguments.gold, ".gold.jsonl").map_err(|error| cannot(&arguments.gold, &error))?;
    if files.is_empty() {
        return Ok(None);
    }
    let mut texts = Vec::new();
    if let Some(folder) = &arguments.texts {
        for path in gold::files_ending(folder, ".txt").map_err(|error| cannot(folder, &error))? {
            let bytes = std::fs::read(&path).map_err(|error| cannot(&path, &error))?;
            texts.extend(dispositif::intake::text_of(&bytes).map(|text| parse(&text).resolution));
        }
    }
    let mut in_texts = HashMap::new();
    for resolution in &texts {
        for (paragraph, clause) in resolution.clauses() {
            in_texts.insert(letters(clause.span.of(&paragraph.text)), clause);
        }
    }
    let mut scores = TopicScores::default();
    for file in files {
        let lines = std::fs::read_to_string(&file).map_err(|error| cannot(&file, &error))?;
        for line in lines.lines().filter(|line| !line.trim().is_empty()) {
            let Ok(label) = serde_json::from_str::<Label>(line) else {
                eprintln!("{}", speech.unknown_labels(&file));
                break;
            };
            match in_texts.get(&letters(&label.text)) {
                Some(clause) => scores.add(&label, [*clause]),
                None => scores.add(&label, read_alone(&label).clauses().map(|(_, clause)| clause)),
            }
        }
    }
    Ok(Some(scores))
}

/// Reads a clause without its document.
fn read_alone(label: &Label) -> Resolution {
    let words = capitalized(label.text.trim());
    let text = if label.part == "operative" { format!("1. {words}") } else { words };
    parse(&text).resolution
}

impl TopicScores {
    fn add<'c>(&mut self, label: &Label, clauses: impl IntoIterator<Item = &'c Clause>) {
        let mut found: Vec<ScoredTopic> = Vec::new();
        for topic in clauses.into_iter().flat_map(|clause| &clause.topics) {
            let id = topic.topic.to_string();
            if found.iter().all(|known| known.topic != id) {
                found.push(ScoredTopic { topic: id, secondary: topic.rank == TopicRank::Secondary });
            }
        }
        self.n_clauses += 1;
        self.n_without += usize::from(found.is_empty());
        for ScoredTopic { topic, secondary } in &found {
            let right = label.has(topic);
            let in_passing = label.passing.contains(topic);
            self.all.found += 1;
            self.all.both += usize::from(right);
            self.strict.found += 1;
            self.strict.both += usize::from(right && !in_passing);
            if !secondary {
                self.main.found += 1;
                self.main.both += usize::from(right && !in_passing);
            }
            if !right {
                self.miss("topic too many", topic, label);
            } else if in_passing {
                self.miss("topic in passing", topic, label);
            }
        }
        for must in &label.must {
            let hit = found.iter().find(|found| must.split('/').any(|either| either == found.topic));
            self.must.labelled += 1;
            self.must.both += usize::from(hit.is_some());
            if hit.is_none() {
                self.miss("topic missed", must, label);
            }
        }
    }

    fn miss(&mut self, kind: &'static str, topic: &str, label: &Label) {
        let what = format!("{topic}  {}: {}", label.clause, label.text);
        *self.misses.entry(kind).or_default().entry(what).or_default() += 1;
    }

    /// The table, with a number of the most frequent misses of each kind.
    pub fn table(&self, n_misses: usize) -> String {
        let mut out = String::new();
        let ratio = |retrieval: Retrieval| {
            format!("{:.3}  ({} of {})", retrieval.precision(), retrieval.both, retrieval.found)
        };
        for (name, value) in [
            ("clauses with topics by hand", self.n_clauses.to_string()),
            ("clauses without a topic", self.n_without.to_string()),
            ("topics: precision", ratio(self.all)),
            ("topics: precision, in passing is wrong", ratio(self.strict)),
            ("main topics: precision, in passing is wrong", ratio(self.main)),
            (
                "topics: recall",
                format!("{:.3}  ({} of {})", self.must.recall(), self.must.both, self.must.labelled),
            ),
        ] {
            // Writing to a string cannot fail.
            let _ = writeln!(out, "{name:<44} {value}");
        }
        for (kind, misses) in &self.misses {
            if n_misses > 0 {
                let _ = writeln!(out, "\n{kind}: {}", misses.values().sum::<usize>());
            }
            let mut misses: Vec<_> = misses.keys().collect();
            misses.sort();
            for what in misses.into_iter().take(n_misses) {
                let _ = writeln!(out, "       {what}");
            }
        }
        out
    }
}
