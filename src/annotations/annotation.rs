//! An annotation of a clause.

use super::WorkState;
use crate::model::{ClauseId, DocumentLink};
use std::collections::BTreeSet;

/// How many letters of its clause an annotation remembers.
const N_QUOTED: usize = 120;

/// A clause of a document.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Spot {
    /// The document. A symbol alone, from an older version, means its text in any language until it is placed.
    pub document: DocumentLink,
    /// The clause.
    pub clause: ClauseId,
}

/// The suffix for the id of a clause that no longer exists, so that it matches no other clause.
pub(super) const LOST: char = '~';

impl Spot {
    /// Whether the document no longer has the clause.
    pub fn is_lost(&self) -> bool {
        self.clause.as_str().ends_with(LOST)
    }
}

/// The annotation of a clause.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Annotation {
    /// Whether it has a star.
    pub star: bool,
    /// The state of the work on it.
    pub work: Option<WorkState>,
    /// Labels as typed, separated by commas.
    pub labels: String,
    /// A note.
    pub note: String,
    /// The first words of the clause.
    pub quote: String,
}

/// A change that a reader makes to an annotation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Change {
    /// Sets or removes the star.
    Star,
    /// Sets the state of the work.
    Work(Option<WorkState>),
    /// Sets the labels.
    Labels(String),
    /// Sets the note.
    Note(String),
}

impl Annotation {
    /// Whether it is empty.
    pub fn is_blank(&self) -> bool {
        !self.star && self.work.is_none() && self.note.trim().is_empty() && self.labels().next().is_none()
    }

    /// The labels, each once.
    pub fn labels(&self) -> impl Iterator<Item = &str> {
        let labels = self.labels.split([',', '،', '，', '、']).map(str::trim).filter(|label| !label.is_empty());
        let mut seen = BTreeSet::new();
        labels.filter(move |label| seen.insert(*label))
    }

    /// The keys of the facet's values that its clause has: see [`Key`].
    pub fn keys(&self) -> Vec<String> {
        let star = self.star.then(|| Key::Star.write());
        let note = (!self.note.trim().is_empty()).then(|| Key::Note.write());
        let work = self.work.map(|work| Key::Work(work).write());
        star.into_iter()
            .chain(work)
            .chain(note)
            .chain(self.labels().map(|label| Key::Label(label).write()))
            .collect()
    }

    /// Adds a label, or removes it if it is there.
    pub fn labels_with(&self, label: &str) -> String {
        let had = self.labels().any(|own| own == label);
        let others = self.labels().filter(|own| *own != label);
        others.chain((!had).then_some(label)).collect::<Vec<_>>().join(", ")
    }

    pub(super) fn change(&mut self, change: Change) {
        match change {
            Change::Star => self.star = !self.star,
            Change::Work(work) => self.work = work,
            Change::Labels(labels) => self.labels = labels,
            Change::Note(note) => self.note = note,
        }
    }

    /// Remembers the first words of the clause.
    pub(super) fn set_quote(&mut self, words: &str) {
        self.quote = words.chars().take(N_QUOTED).collect();
    }

    /// Merges many annotations of the same clause into it.
    pub(super) fn merge_all(&mut self, others: &[Self]) {
        const FEW: usize = 16;
        if others.len() <= FEW {
            for other in others {
                self.merge(other);
            }
            return;
        }
        // Only equal notes are merged: searching each note in all the text so far would take quadratic time.
        let whole = || std::iter::once(&*self).chain(others);
        let mut seen = BTreeSet::new();
        let labels: Vec<&str> = whole().flat_map(Self::labels).filter(|label| seen.insert(*label)).collect();
        let mut seen = BTreeSet::new();
        let notes: Vec<&str> =
            whole().map(|one| one.note.trim()).filter(|note| !note.is_empty() && seen.insert(*note)).collect();
        let quote = whole().map(|one| one.quote.as_str()).find(|quote| !quote.is_empty());
        *self = Self {
            star: whole().any(|one| one.star),
            work: whole().find_map(|one| one.work),
            labels: labels.join(", "),
            note: notes.join("\n\n"),
            quote: quote.unwrap_or_default().to_owned(),
        };
    }

    /// Merges another annotation of the same clause into it; nothing of either is lost.
    pub(super) fn merge(&mut self, other: &Self) {
        self.star |= other.star;
        self.work = self.work.or(other.work);
        let own: BTreeSet<&str> = self.labels().collect();
        let new: Vec<&str> = other.labels().filter(|label| !own.contains(label)).collect();
        if !new.is_empty() {
            self.labels = self.labels().chain(new).collect::<Vec<_>>().join(", ");
        }
        if !self.note.contains(other.note.trim()) {
            self.note = if other.note.contains(self.note.trim()) {
                other.note.clone()
            } else {
                [&self.note, "\n\n", &other.note].concat()
            };
        }
        if self.quote.is_empty() {
            self.quote.clone_from(&other.quote);
        }
    }
}

/// A value of the annotation facet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Key<'a> {
    /// Clauses with a star.
    Star,
    /// Clauses with a note.
    Note,
    /// Clauses in a state of work.
    Work(WorkState),
    /// Clauses with a label.
    Label(&'a str),
}

impl<'a> Key<'a> {
    /// The word used for it in links.
    pub fn write(self) -> String {
        match self {
            Self::Star => "star".to_owned(),
            Self::Note => "note".to_owned(),
            Self::Work(work) => work.key().to_owned(),
            Self::Label(label) => ["label:", label].concat(),
        }
    }

    /// The value of such a word.
    pub fn read(key: &'a str) -> Option<Self> {
        match key {
            "star" => Some(Self::Star),
            "note" => Some(Self::Note),
            _ => WorkState::from_key(key).map(Self::Work).or_else(|| key.strip_prefix("label:").map(Self::Label)),
        }
    }
}
