//! What the reader has put beside clauses, and how it stands with keeping it.

use super::State;
use crate::annotations::file::Contents;
use crate::annotations::{Annotation, Annotations, Change, Merged, Spot, spot_of_key};
use crate::model::ClauseId;

/// What the reader has put beside clauses. Cheap to clone.
#[derive(Clone, Debug, Default)]
pub struct Own {
    /// All of it.
    pub all: Annotations,
    /// Whether what the browser keeps is still to be read.
    pub unread: bool,
    /// Whether the browser refused to keep some of it.
    pub unkept: bool,
    /// How many records the browser has that this version cannot read.
    pub n_unreadable: usize,
    /// What became of the file that was taken in last; nothing in it if it held no annotations.
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
pub enum OwnAct {
    /// Has read what the browser keeps, and so many records that cannot be read.
    Read(Annotations, usize),
    /// Puts something beside a clause of the document that is shown.
    Change(ClauseId, Change),
    /// Gives the clause that is held a star, or takes it.
    Star,
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
    pub fn act_on_own(&mut self, act: &OwnAct) {
        match act {
            OwnAct::Read(all, n_unreadable) => {
                self.own.all = all.placed(&self.shelf.documents());
                self.own.n_unreadable = *n_unreadable;
                self.own.unread = false;
            }
            OwnAct::Change(clause, change) => self.annotate(clause, change.clone()),
            OwnAct::Star => self.annotate(&ClauseId::new(&*self.address.place), Change::Star),
            OwnAct::Learn(key, record) => self.learn(key, record.as_deref()),
            OwnAct::Forget(spot) => self.own.all.put(spot.clone(), None),
            OwnAct::TakeIn(file) => {
                self.own.taken = Some(file.as_ref().map(|file| Taken {
                    merged: self.own.all.merge(&file.annotations),
                    n_left_out: file.n_left_out,
                }));
                self.own.all = self.own.all.placed(&self.shelf.documents());
            }
            OwnAct::Kept(kept) => self.own.unkept = !kept,
        }
        self.shelf = self.shelf.annotated(&self.own.all);
        if let OwnAct::Read(..) = act {
            self.address = self.shelf.checked(self.address.clone(), true);
        }
    }

    /// Puts something beside a clause; nothing if the document has no such clause.
    fn annotate(&mut self, clause: &ClauseId, change: Change) {
        let Some(document) = self.document() else { return };
        let found = document.clauses().find(|(_, own)| own.id == *clause);
        if let Some((paragraph, found)) = found {
            let spot = Spot { document: document.symbol.clone(), clause: clause.clone() };
            self.own.all.change(spot, found.span.of(&paragraph.text), change);
        }
    }

    fn learn(&mut self, key: &str, record: Option<&str>) {
        let Some(spot) = spot_of_key(key) else { return };
        match record.map(Annotation::read) {
            None => self.own.all.put(spot, None),
            Some(Ok(annotation)) => self.own.all.put(spot, Some(annotation)),
            Some(Err(_)) => {}
        }
    }
}
