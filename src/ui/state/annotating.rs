//! Carries out actions on annotations.

use super::{AnnotationAction, Document, ExportAction, Match, N_SHOWN, State, Taken};
use crate::annotations::{Annotation, Annotations, Change, Spot, Typing, WorkState, spot_of_key};
use crate::model::{ClauseId, DocumentId, DocumentLink};
use std::collections::BTreeSet;

impl State {
    /// Carries out an action.
    pub fn annotate_by(&mut self, act: &AnnotationAction) {
        match act {
            AnnotationAction::Read(all, n_unreadable) => {
                self.annotations.all = all.clone();
                self.place_annotations(|_| true);
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
                let found = self.results.matches().filter_map(|found| spot_of(&found));
                self.annotations.mark(found.collect::<Vec<_>>(), *work);
            }
            AnnotationAction::MarkTo(clause, work) => {
                let range = self.range_to(clause);
                self.annotations.mark(range, *work);
            }
            AnnotationAction::UndoMarks => self.annotations.undo_marks(),
            AnnotationAction::Star => self.annotate(&ClauseId::new(&*self.address.place), Change::Star),
            AnnotationAction::Learn(records) => self.learn(records),
            AnnotationAction::Forget(spot) => self.annotations.all.put(spot.clone(), None),
            AnnotationAction::TakeFile(_) => {
                let before = self.annotations.all.clone();
                self.annotations.taken = Some(Some(Taken { n_left: Some(0), before, ..Taken::default() }));
                return;
            }
            AnnotationAction::TakeIn { records, n_left, n_left_out, unclosed } => {
                let some: Annotations = annotations_of(records).into_iter().collect();
                let merged = self.annotations.all.merge(&some);
                let mut taken = self.annotations.taken.take().flatten().unwrap_or_default();
                taken.merged.n_new += merged.n_new;
                taken.merged.n_changed += merged.n_changed;
                taken.merged.n_same += merged.n_same;
                taken.n_left_out = *n_left_out;
                taken.unclosed = *unclosed;
                taken.n_left = Some(*n_left).filter(|n_left| *n_left > 0);
                taken.of_file.merge(&some);
                self.annotations.taken = Some(Some(taken));
            }
            AnnotationAction::NotTaken => {
                self.annotations.taken = Some(None);
                return;
            }
            AnnotationAction::UndoImport => {
                let Some(taken) = self.annotations.taken.take().flatten() else { return };
                let earlier = |spot: &Spot| taken.before.get(&spot.document, &spot.clause).cloned();
                let undone =
                    taken.of_file.iter().map(|(spot, _)| (spot.clone(), earlier(spot).unwrap_or_default()));
                self.annotations.all.replace(undone.collect());
            }
            AnnotationAction::SaveFile => {
                self.export.after(ExportAction::Save);
                return;
            }
            AnnotationAction::ShowMore => {
                self.annotations.n_more += N_SHOWN;
                return;
            }
            AnnotationAction::Kept { refused, blocked } => {
                (self.annotations.unkept, self.annotations.blocked) = (*refused, *blocked);
                return;
            }
        }
        self.corpus.annotate(&self.annotations.all);
        if let AnnotationAction::Read(..) = act {
            self.address = self.checked(self.address.clone());
        }
    }

    /// Selects the clauses from the selected one to this one.
    pub(super) fn extend_to(&mut self, clause: ClauseId) {
        let begun = ClauseId::new(&*self.address.place);
        let spot = self.document().map(|document| Spot { document: document.link(), clause: begun });
        self.annotations.last_marked = spot;
        self.range_end = Some(clause);
    }

    /// The selected range of clauses, each with its words; empty if one clause is selected, or none.
    pub fn range(&self) -> Vec<(Spot, String)> {
        self.range_end.as_ref().map(|end| self.range_to(end)).unwrap_or_default()
    }

    /// The matches from the clause marked last to this one, inclusive, in either direction.
    fn range_to(&self, clause: &ClauseId) -> Vec<(Spot, String)> {
        let Some(document) = self.document() else { return Vec::new() };
        let link = document.link();
        let last = self.annotations.last_marked.as_ref().filter(|last| last.document == link);
        let ends = [clause, last.map_or(clause, |last| &last.clause)];
        let place = |id: &ClauseId| document.clauses().position(|(_, own)| own.id == *id);
        let (Some(a), Some(b)) = (place(ends[0]), place(ends[1])) else { return Vec::new() };
        let found: BTreeSet<ClauseId> = self
            .results
            .matches()
            .filter(|found| found.document.link() == link)
            .filter_map(|found| Some(found.parts()?.1.id.clone()))
            .collect();
        let range = document.clauses().skip(a.min(b)).take(a.abs_diff(b) + 1);
        let range = range.filter(|(_, own)| found.contains(&own.id) || ends.contains(&&own.id));
        range
            .map(|(paragraph, own)| {
                let spot = Spot { document: link.clone(), clause: own.id.clone() };
                (spot, own.span.of(&paragraph.text).to_owned())
            })
            .collect()
    }

    /// Re-keys annotations to the clauses of some documents, and updates the index.
    pub(super) fn place_annotations(&mut self, is_new: impl Fn(&DocumentId) -> bool) {
        let all = &self.annotations.all;
        let has_some = |document: &&Document| all.of_each().any(|(link, _)| document.id().matches(link));
        let documents: Vec<&Document> =
            self.corpus.all().filter(|document| is_new(document.id())).filter(has_some).collect();
        if documents.is_empty() {
            return;
        }
        let placed =
            all.placed(&documents.iter().map(|document| (document.id(), &***document)).collect::<Vec<_>>());
        if placed != *all {
            self.annotations.all = placed;
            self.corpus.annotate(&self.annotations.all);
        }
    }

    /// Changes the annotation of a clause; no effect if the document has no such clause.
    fn annotate(&mut self, clause: &ClauseId, change: Change) {
        let Some(document) = self.document() else { return };
        let found = document.clauses().find(|(_, own)| own.id == *clause);
        if let Some((paragraph, found)) = found {
            let spot = Spot { document: document.link(), clause: clause.clone() };
            if let Change::Note(note) = &change {
                let typing = self.annotations.typing.take().filter(|typing| typing.is_of(&spot));
                let before = self.annotations.all.get(&spot.document, &spot.clause);
                let before = before.map(|own| own.note.as_str()).unwrap_or_default();
                let mut typing = typing.unwrap_or_else(|| Typing::new(spot.clone(), before));
                typing.write(note);
                self.annotations.typing = Some(typing);
            }
            let words = found.span.of(&paragraph.text);
            if let Change::Work(work) = change {
                self.annotations.last_marked = Some(spot.clone());
                self.annotations.mark([(spot, words.to_owned())], work);
            } else {
                self.annotations.all.change(spot, words, change);
            }
        }
    }

    fn learn(&mut self, records: &[(String, Option<String>)]) {
        let mut learnt = annotations_of(records);
        for (spot, annotation) in &mut learnt {
            if let Some(typing) = self.annotations.typing.as_mut().filter(|typing| typing.is_of(spot)) {
                annotation.note = typing.learn(&annotation.note);
            }
        }
        let links: BTreeSet<DocumentLink> = learnt.iter().map(|(spot, _)| spot.document.clone()).collect();
        self.annotations.all.replace(learnt);
        self.place_annotations(|id| links.iter().any(|link| id.matches(link)));
    }
}

/// The annotations in stored records, an empty one for a removed record. Unreadable records are left out.
fn annotations_of(records: &[(String, Option<String>)]) -> Vec<(Spot, Annotation)> {
    let readable = |(key, record): &(String, Option<String>)| {
        let spot = spot_of_key(key)?;
        let annotation = record.as_deref().map_or(Ok(Annotation::default()), Annotation::read);
        Some((spot, annotation.ok()?))
    };
    records.iter().filter_map(readable).collect()
}

/// What the browser's storage has after an action that reports it, if these annotations were known before. Storing it again
/// would overwrite what another window has stored since.
pub fn stored_by(action: &AnnotationAction, known: &Annotations) -> Option<Annotations> {
    match action {
        AnnotationAction::Read(all, _) => Some(all.clone()),
        AnnotationAction::Learn(records) => {
            let mut stored = known.clone();
            stored.replace(annotations_of(records));
            Some(stored)
        }
        _ => None,
    }
}

/// The spot and the words of a matching clause.
fn spot_of(found: &Match) -> Option<(Spot, String)> {
    let (paragraph, clause) = found.parts()?;
    let spot = Spot { document: found.document.link(), clause: clause.id.clone() };
    Some((spot, clause.span.of(&paragraph.text).to_owned()))
}
