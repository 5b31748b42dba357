//! What the reader has put beside clauses, and how it stands with keeping it.

use super::{Document, Match, State};
use crate::annotations::file::Contents;
use crate::annotations::{Annotation, Annotations, Change, Merged, Spot, WorkState, spot_of_key};
use crate::model::ClauseId;

/// What the reader has put beside clauses. Cheap to clone.
#[derive(Clone, Debug, Default)]
pub struct AnnotationState {
    /// All of it.
    pub all: Annotations,
    /// Whether what the browser keeps is still to be read.
    pub unread: bool,
    /// Whether the browser refused to keep some of it.
    pub unkept: bool,
    /// How many records the browser has that this version cannot read.
    pub n_unreadable: usize,
    /// What there was before many clauses were marked at once, and how many that were, until something else is done.
    pub before_marks: Option<(Annotations, u32)>,
    /// What became of the file that was taken in last; nothing in it if it had no annotations.
    pub taken: Option<Option<Taken>>,
}

/// What a file gave.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Taken {
    /// What it changed.
    pub merged: Merged,
    /// How many of its lines gave nothing.
    pub n_left_out: usize,
}

/// One thing that a reader, or the browser, does to annotations.
#[derive(Clone, Debug, PartialEq)]
pub enum AnnotationAction {
    /// Has read what the browser keeps, and so many records that cannot be read.
    Read(Annotations, usize),
    /// Puts something beside a clause of the document that is shown.
    Change(ClauseId, Change),
    /// Gives the clause that is selected a star, or takes it.
    Star,
    /// Marks the clause that is selected as reviewed, or takes that back.
    Review,
    /// Says of all that is found how far the work on it has come.
    MarkFound(Option<WorkState>),
    /// Takes that back.
    UndoMarks,
    /// Learns what another window keeps under a key now; nothing if it took that away.
    Learn(String, Option<String>),
    /// Takes away what stands beside no clause.
    Forget(Spot),
    /// Takes annotations in from a file, if it holds any.
    TakeIn(Option<Contents>),
    /// Learns whether the browser keeps them.
    Kept(bool),
}

impl State {
    /// Does something to the annotations.
    pub fn annotate_by(&mut self, act: &AnnotationAction) {
        let before_marks = self.annotations.before_marks.take();
        match act {
            AnnotationAction::Read(all, n_unreadable) => {
                self.annotations.all = all.clone();
                self.place_annotations();
                self.annotations.n_unreadable = *n_unreadable;
                self.annotations.unread = false;
            }
            AnnotationAction::Change(clause, change) => self.annotate(clause, change.clone()),
            AnnotationAction::Review => {
                let clause = ClauseId::new(&*self.address.place);
                let link = self.document().map(|document| document.link());
                let now = link.and_then(|link| self.annotations.all.get(&link, &clause)?.work);
                let next = Some(WorkState::Reviewed).filter(|reviewed| now != Some(*reviewed));
                self.annotate(&clause, Change::Work(next));
            }
            AnnotationAction::MarkFound(work) => {
                let before = self.annotations.all.clone();
                let found: Vec<(Spot, String)> =
                    self.results.matches().filter_map(|found| spot_of(&found)).collect();
                self.annotations.before_marks = Some((before, found.len() as u32));
                self.annotations.all.set_work(found, *work);
            }
            AnnotationAction::UndoMarks => {
                if let Some((before, _)) = before_marks {
                    self.annotations.all = before;
                }
            }
            AnnotationAction::Star => self.annotate(&ClauseId::new(&*self.address.place), Change::Star),
            AnnotationAction::Learn(key, record) => self.learn(key, record.as_deref()),
            AnnotationAction::Forget(spot) => self.annotations.all.put(spot.clone(), None),
            AnnotationAction::TakeIn(file) => {
                // At their clauses first: a file may name a document by its symbol alone.
                let taken = file.as_ref().map(|file| (self.placed(&file.annotations), file.n_left_out));
                self.annotations.taken = Some(taken.map(|(annotations, n_left_out)| Taken {
                    merged: self.annotations.all.merge(&annotations),
                    n_left_out,
                }));
                self.place_annotations();
            }
            AnnotationAction::Kept(kept) => {
                self.annotations.unkept = !kept;
                self.annotations.before_marks = before_marks;
            }
        }
        self.corpus.annotate(&self.annotations.all);
        if let AnnotationAction::Read(..) = act {
            self.address = self.checked(self.address.clone());
        }
    }

    /// Moves annotations to where their clauses are in the documents at hand, and shows them there.
    pub(super) fn place_annotations(&mut self) {
        let placed = self.placed(&self.annotations.all);
        if placed != self.annotations.all {
            self.annotations.all = placed;
            self.corpus.annotate(&self.annotations.all);
        }
    }

    /// The same annotations, where their clauses are in the documents at hand.
    fn placed(&self, all: &Annotations) -> Annotations {
        let has_some = |document: &&Document| all.iter().any(|(spot, _)| document.id().matches(&spot.document));
        let documents: Vec<&Document> = self.corpus.all().filter(has_some).collect();
        all.placed(&documents.iter().map(|document| (document.id(), &***document)).collect::<Vec<_>>())
    }

    /// Puts something beside a clause; nothing if the document has no such clause.
    fn annotate(&mut self, clause: &ClauseId, change: Change) {
        let Some(document) = self.document() else { return };
        let found = document.clauses().find(|(_, own)| own.id == *clause);
        if let Some((paragraph, found)) = found {
            let spot = Spot { document: document.link(), clause: clause.clone() };
            self.annotations.all.change(spot, found.span.of(&paragraph.text), change);
        }
    }

    fn learn(&mut self, key: &str, record: Option<&str>) {
        let Some(spot) = spot_of_key(key) else { return };
        match record.map(Annotation::read) {
            None => self.annotations.all.put(spot, None),
            Some(Ok(annotation)) => self.annotations.all.put(spot, Some(annotation)),
            Some(Err(_)) => {}
        }
    }
}

/// The spot of a clause that is found, and its words.
fn spot_of(found: &Match) -> Option<(Spot, String)> {
    let (paragraph, clause) = found.parts()?;
    let spot = Spot { document: found.document.link(), clause: clause.id.clone() };
    Some((spot, clause.span.of(&paragraph.text).to_owned()))
}
