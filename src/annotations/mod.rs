//! The reader's annotations of clauses: a star, labels, a note, and the state of the work on it.
//!
//! Each is keyed by the link of its document and the id of its clause, and holds the first words of the clause. If a later
//! version numbers the clauses differently, those words find its clause again ([`Annotations::placed`]). An annotation
//! whose clause is not found is kept all the same.
//!
//! The worker and the command line write and read them as CSV (`file`).

mod annotation;
mod clauses;
#[cfg(feature = "read")]
pub mod file;
mod record;
mod typing;
mod work_state;

pub use annotation::{Annotation, Change, Key, Spot};
pub use record::{KIND, Unreadable, key_of_spot, spot_of_key};
pub use typing::Typing;
pub use work_state::WorkState;

use crate::model::{ClauseId, DocumentId, DocumentLink, Resolution};
use clauses::Clauses;
use std::collections::BTreeSet;
use std::rc::Rc;

/// An annotation with its spot. States of the page share what has not changed, and a shared entry is equal at a glance.
type Entry = Rc<(Spot, Annotation)>;

/// All annotations, by their spots. Cheap to clone.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Annotations(Rc<Vec<Entry>>);

/// The state of work of a clause.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ClauseWork {
    /// The clause.
    pub spot: Spot,
    /// Its first words.
    pub words: String,
    /// Its state.
    pub work: Option<WorkState>,
}

/// The result of an import, in numbers of annotations.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Merged {
    /// New ones.
    pub n_new: usize,
    /// Existing ones that were extended.
    pub n_changed: usize,
    /// Existing ones that did not change.
    pub n_same: usize,
}

impl Annotations {
    /// All annotations, ordered by spot.
    pub fn iter(&self) -> impl Iterator<Item = &(Spot, Annotation)> {
        self.0.iter().map(|entry| &**entry)
    }

    /// The annotations of each document, ordered by clause.
    pub fn of_each(&self) -> impl Iterator<Item = (&DocumentLink, &[Rc<(Spot, Annotation)>])> {
        let chunks = self.0.chunk_by(|a, b| a.0.document == b.0.document);
        chunks.filter_map(|entries| Some((&entries.first()?.0.document, entries)))
    }

    /// The annotations of a document, ordered by clause.
    pub fn of(&self, document: &DocumentLink) -> &[Rc<(Spot, Annotation)>] {
        let start = self.0.partition_point(|entry| entry.0.document < *document);
        let rest = self.0.get(start..).unwrap_or_default();
        let n = rest.partition_point(|entry| entry.0.document == *document);
        rest.get(..n).unwrap_or_default()
    }

    /// Whether both are the same allocation, which is cheaper than comparing them.
    pub fn is(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// The annotation of a clause.
    pub fn get(&self, document: &DocumentLink, clause: &ClauseId) -> Option<&Annotation> {
        let at = self.0.binary_search_by(|entry| (&entry.0.document, &entry.0.clause).cmp(&(document, clause)));
        at.ok().and_then(|at| self.0.get(at)).map(|entry| &entry.1)
    }

    /// The spots where these differ from earlier ones, in order, each with its annotation now; none for a removed one.
    pub fn changes_since<'a>(
        &'a self,
        before: &'a Self,
    ) -> impl Iterator<Item = (&'a Spot, Option<&'a Annotation>)> {
        let (mut old, mut new) = (before.0.iter().peekable(), self.0.iter().peekable());
        std::iter::from_fn(move || {
            loop {
                let (was, is) = (old.peek().copied(), new.peek().copied());
                match (was, is) {
                    (Some(was), Some(is)) if Rc::ptr_eq(was, is) => {
                        old.next();
                        new.next();
                    }
                    (Some(was), Some(is)) if was.0 == is.0 => {
                        old.next();
                        new.next();
                        if was.1 != is.1 {
                            return Some((&is.0, Some(&is.1)));
                        }
                    }
                    (Some(was), is) if is.is_none_or(|is| was.0 < is.0) => {
                        old.next();
                        return Some((&was.0, None));
                    }
                    (_, is) => {
                        new.next();
                        return is.map(|is| (&is.0, Some(&is.1)));
                    }
                }
            }
        })
    }

    /// All labels, each once.
    pub fn labels(&self) -> Vec<&str> {
        labels_of(self.iter())
    }

    /// All labels except those that only one spot has, each once.
    pub fn labels_beside(&self, spot: &Spot) -> Vec<&str> {
        labels_of(self.iter().filter(|(other, _)| other != spot))
    }

    /// Changes the annotation of a clause, given the first words of the clause.
    pub fn change(&mut self, spot: Spot, words: &str, change: Change) {
        let mut annotation = self.get(&spot.document, &spot.clause).cloned().unwrap_or_default();
        annotation.change(change);
        annotation.set_quote(words);
        self.put(spot, Some(annotation));
    }

    /// Sets the states of work of many clauses. Returns the earlier ones, which set again undo it.
    pub fn set_work(&mut self, states: impl IntoIterator<Item = ClauseWork>) -> Vec<ClauseWork> {
        let (mut changed, mut earlier) = (Vec::new(), Vec::new());
        for ClauseWork { spot, words, work } in states {
            let mut annotation = self.get(&spot.document, &spot.clause).cloned().unwrap_or_default();
            annotation.set_quote(&words);
            let words = annotation.quote.clone();
            earlier.push(ClauseWork { spot: spot.clone(), words, work: annotation.work });
            annotation.work = work;
            changed.push((spot, annotation));
        }
        self.replace(changed);
        earlier
    }

    /// Sets or removes the annotation of a clause.
    pub fn put(&mut self, spot: Spot, annotation: Option<Annotation>) {
        let all = Rc::make_mut(&mut self.0);
        let annotation = annotation.filter(|annotation| !annotation.is_blank());
        match (all.binary_search_by(|entry| entry.0.cmp(&spot)), annotation) {
            (Ok(at), Some(annotation)) => {
                if let Some(old) = all.get_mut(at) {
                    *old = Rc::new((spot, annotation));
                }
            }
            (Ok(at), None) => drop(all.remove(at)),
            (Err(at), Some(annotation)) => all.insert(at, Rc::new((spot, annotation))),
            (Err(_), None) => {}
        }
    }

    /// Sets many annotations; empty ones are removed.
    pub fn replace(&mut self, others: Vec<(Spot, Annotation)>) {
        const FEW: usize = 8;
        if others.len() <= FEW {
            for (spot, annotation) in others {
                self.put(spot, Some(annotation));
            }
            return;
        }
        let others = last_of_each(others.into_iter().map(Rc::new).collect());
        *self = self.overlaid(others, |_, new| Some(new).filter(|new| !new.1.is_blank()));
    }

    /// Merges others into these; two annotations of one clause become one.
    pub fn merge(&mut self, others: &Self) -> Merged {
        let mut merged = Merged::default();
        *self = self.overlaid(others.0.to_vec(), |old, new| {
            let Some(old) = old else {
                merged.n_new += 1;
                return Some(new);
            };
            let mut both = old.1.clone();
            both.merge(&new.1);
            if both == old.1 {
                merged.n_same += 1;
                return Some(Rc::clone(old));
            }
            merged.n_changed += 1;
            Some(Rc::new((new.0.clone(), both)))
        });
        merged
    }

    /// These annotations and others, which are ordered by spot; each of the others is combined with the own one of its spot.
    fn overlaid(
        &self,
        others: Vec<Entry>,
        mut combine: impl FnMut(Option<&Entry>, Entry) -> Option<Entry>,
    ) -> Self {
        let mut all = Vec::with_capacity(self.0.len() + others.len());
        let mut own = self.0.iter().peekable();
        for other in others {
            while let Some(before) = own.next_if(|own| own.0 < other.0) {
                all.push(Rc::clone(before));
            }
            let old = own.next_if(|own| own.0 == other.0);
            all.extend(combine(old, other));
        }
        all.extend(own.cloned());
        Self(Rc::new(all))
    }

    /// The same annotations, re-keyed to these documents. Each gets the clause with its id if that starts with the remembered
    /// words, else the first clause that does; if there is none, it gets an id that no clause has.
    #[must_use]
    pub fn placed(&self, documents: &[(&DocumentId, &Resolution)]) -> Self {
        let mut placed = Vec::with_capacity(self.0.len());
        for (link, of_document) in self.of_each() {
            let Some((id, document)) = documents.iter().find(|(id, _)| id.matches(link)) else {
                placed.extend(of_document.iter().cloned());
                continue;
            };
            let (link, clauses) = (id.link(), Clauses::of(document));
            for entry in of_document {
                let (spot, annotation) = &**entry;
                let now = Spot { document: link.clone(), clause: clauses.place(spot, annotation) };
                placed.push(if now == *spot { Rc::clone(entry) } else { Rc::new((now, annotation.clone())) });
            }
        }
        Self::of_entries(placed)
    }

    /// Collects annotations, merging those of one spot.
    pub fn joined(all: Vec<(Spot, Annotation)>) -> Self {
        Self::of_entries(all.into_iter().filter(|(_, annotation)| !annotation.is_blank()).map(Rc::new).collect())
    }

    fn of_entries(mut all: Vec<Entry>) -> Self {
        all.sort_by(|a, b| a.0.cmp(&b.0));
        let mut joined: Vec<Entry> = Vec::with_capacity(all.len());
        for of_spot in all.chunk_by(|a, b| a.0 == b.0) {
            let Some((first, others)) = of_spot.split_first() else { continue };
            if others.is_empty() {
                joined.push(Rc::clone(first));
                continue;
            }
            let (spot, mut annotation) = (**first).clone();
            annotation.merge_all(&others.iter().map(|other| other.1.clone()).collect::<Vec<_>>());
            joined.push(Rc::new((spot, annotation)));
        }
        Self(Rc::new(joined))
    }
}

fn labels_of<'a>(all: impl Iterator<Item = &'a (Spot, Annotation)>) -> Vec<&'a str> {
    let mut seen = BTreeSet::new();
    all.flat_map(|(_, annotation)| annotation.labels()).filter(|label| seen.insert(*label)).collect()
}

/// Orders entries by spot, and keeps the last of several with one spot.
fn last_of_each(mut all: Vec<Entry>) -> Vec<Entry> {
    all.reverse();
    all.sort_by(|a, b| a.0.cmp(&b.0));
    all.dedup_by(|a, b| a.0 == b.0);
    all
}

impl FromIterator<(Spot, Annotation)> for Annotations {
    fn from_iter<T: IntoIterator<Item = (Spot, Annotation)>>(all: T) -> Self {
        let mut all = last_of_each(all.into_iter().map(Rc::new).collect());
        all.retain(|entry| !entry.1.is_blank());
        Self(Rc::new(all))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Clause, Paragraph, Span};

    fn spot(clause: &str) -> Spot {
        Spot { document: DocumentLink::read("A/RES/1/1@fr"), clause: ClauseId::new(clause) }
    }

    fn annotation(star: bool, labels: &str, note: &str) -> Annotation {
        Annotation { star, labels: labels.into(), note: note.into(), ..Annotation::default() }
    }

    fn id() -> DocumentId {
        DocumentId::bundled(&"A/RES/1/1".into(), crate::model::Language::French)
    }

    fn document(clauses: &[(&str, &str)]) -> Resolution {
        let mut document = Resolution { symbol: "A/RES/1/1".into(), ..Resolution::default() };
        for (id, text) in clauses {
            let clause = Clause {
                id: ClauseId::new(*id),
                span: Span { start: 0, end: text.len() as u32 },
                ..Clause::default()
            };
            let text = (*text).to_owned();
            document.paragraphs.push(Paragraph { text, clauses: vec![clause], ..Paragraph::default() });
        }
        document
    }

    fn written(annotations: &Annotations) -> String {
        let line = |(spot, a): &(Spot, Annotation)| format!("{} {} {}", spot.clause, a.keys().join(" "), a.note);
        annotations.iter().map(line).collect::<Vec<_>>().join("\n")
    }

    #[test]
    fn an_empty_annotation_is_removed() {
        let mut all = Annotations::default();
        all.change(spot("op1.1"), "Prie", Change::Star);
        all.change(spot("op1.1"), "Prie", Change::Labels(" , ".into()));
        assert_eq!(written(&all), "op1.1 star ");
        all.change(spot("op1.1"), "Prie", Change::Star);
        assert!(all.is_empty());
    }

    #[test]
    fn a_label_counts_once_however_it_is_divided() {
        let labels = annotation(false, "à suivre,budget ,, à suivre، متابعة", "");
        assert_eq!(labels.labels().collect::<Vec<_>>(), ["à suivre", "budget", "متابعة"]);
        assert_eq!(labels.labels_with("budget"), "à suivre, متابعة");
        assert_eq!(annotation(false, "a", "").labels_with("b"), "a, b");
    }

    #[test]
    fn an_import_removes_nothing() {
        let mut here: Annotations = [
            (spot("op1.1"), annotation(false, "a, b", "ici")),
            (spot("op2.1"), annotation(true, "", "la même")),
            (spot("op3.1"), annotation(true, "", "")),
        ]
        .into_iter()
        .collect();
        let there: Annotations = [
            (spot("op1.1"), annotation(true, "b, c", "ailleurs")),
            (spot("op2.1"), annotation(true, "", "la même")),
            (spot("op4.1"), annotation(false, "d", "")),
        ]
        .into_iter()
        .collect();
        assert_eq!(here.merge(&there), Merged { n_new: 1, n_changed: 1, n_same: 1 });
        assert_eq!(here.merge(&there), Merged { n_new: 0, n_changed: 0, n_same: 3 });
        let lines = "op1.1 star note label:a label:b label:c ici\n\nailleurs\nop2.1 star note la même\nop3.1 star \nop4.1 label:d ";
        assert_eq!(written(&here), lines);
    }

    #[test]
    fn the_changes_since_earlier_annotations_turn_those_into_these() {
        let before: Annotations = ["op1.1", "op2.1", "op4.1"]
            .map(|clause| (spot(clause), annotation(true, "", "")))
            .into_iter()
            .collect();
        let mut after = before.clone();
        assert_eq!(after.changes_since(&before).count(), 0);
        after.change(spot("op2.1"), "Prie", Change::Note("une".into()));
        after.put(spot("op3.1"), Some(annotation(true, "", "")));
        after.put(spot("op4.1"), None);
        let changes: Vec<(String, bool)> =
            after.changes_since(&before).map(|(spot, now)| (spot.clause.to_string(), now.is_some())).collect();
        assert_eq!(changes, [("op2.1".into(), true), ("op3.1".into(), true), ("op4.1".into(), false)]);
        assert_eq!(before.changes_since(&Annotations::default()).count(), 3);
        assert_eq!(Annotations::default().changes_since(&before).filter(|(_, now)| now.is_none()).count(), 3);
    }

    #[test]
    fn an_annotation_of_an_older_version_moves_to_its_document_and_others_stay() {
        let old = |symbol: &str| Spot { document: DocumentLink::read(symbol), clause: ClauseId::new("op1.1") };
        let mut all = Annotations::default();
        all.change(old("A/RES/1/1"), "Prie", Change::Star);
        all.change(old("A/RES/2/2"), "Prie", Change::Star);
        all.change(old("A/RES/1/1@en"), "Requests", Change::Star);
        let now = document(&[("op1.1", "Prie les États")]);
        let placed = all.placed(&[(&id(), &now)]);
        let links: Vec<String> = placed.iter().map(|(spot, _)| spot.document.to_string()).collect();
        assert_eq!(links, ["A/RES/1/1@fr", "A/RES/1/1@en", "A/RES/2/2"]);
    }

    #[test]
    fn an_annotation_finds_its_clause_where_it_stands_now() {
        let mut all = Annotations::default();
        all.change(spot("op1.1"), "Prie les États", Change::Note("une".into()));
        all.change(spot("op2.1"), "Engage l’Office", Change::Note("deux".into()));
        all.change(spot("op3.1"), "Décide", Change::Note("trois".into()));
        let now =
            document(&[("op1.1", "Rappelle tout"), ("op2.1", "Prie les États"), ("op3.1", "Engage l’Office")]);
        let placed = all.placed(&[(&id(), &now)]);
        assert_eq!(written(&placed), "op2.1 note une\nop3.1 note deux\nop3.1~ note trois");
        assert_eq!(placed.placed(&[(&id(), &now)]), placed);
        let again = document(&[("op7.1", "Décide de tout")]);
        assert!(written(&placed.placed(&[(&id(), &again)])).contains("op7.1 note trois"));
    }

    #[test]
    fn annotations_of_a_document_that_is_not_here_stay_as_they_are() {
        let mut all = Annotations::default();
        all.change(spot("op1.1"), "Prie", Change::Star);
        assert_eq!(all.placed(&[]), all);
    }

    #[test]
    fn a_value_reads_back_from_its_key() {
        for key in [Key::Star, Key::Note, Key::Label("a:b"), Key::Label("")] {
            assert_eq!(Key::read(&key.write()), Some(key));
        }
        assert_eq!(Key::read("étoile"), None);
    }
}
