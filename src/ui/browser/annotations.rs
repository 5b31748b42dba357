//! Annotations in the browser's storage: one record per clause, so that two windows that write at the same time do not
//! overwrite each other.

use super::{Listener, call_after, storage};
use crate::annotations::{Annotation, Annotations, KIND, Spot, key_of_spot, spot_of_key};
use std::cell::RefCell;
use std::rc::Rc;

/// Whether any annotation is stored.
pub fn any() -> bool {
    storage::keys().iter().any(|key| key.starts_with(KIND))
}

/// All stored annotations, and the number of unreadable records.
pub fn read() -> (Annotations, usize) {
    let mut n_unreadable = 0;
    let all = storage::keys().into_iter().filter_map(|key| {
        let spot = spot_of_key(&key)?;
        let annotation = Annotation::read(&storage::get(&key)?).ok();
        n_unreadable += usize::from(annotation.is_none());
        Some((spot, annotation?))
    });
    (all.collect(), n_unreadable)
}

/// The problems while storing annotations.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct StorageProblems {
    /// The browser refused: the quota is used up, or storage is not allowed.
    pub refused: bool,
    /// An unreadable record has the same key. It is left unchanged.
    pub blocked: bool,
}

/// How many records are written at once: more would block the page.
const MOST: usize = 100;

/// Stores changed annotations, some at a time.
#[derive(Default)]
pub struct AnnotationKeeper {
    /// What is stored.
    stored: Annotations,
    /// The last spot of this pass that was written.
    last: Option<Spot>,
    /// The problems of this pass.
    kept: StorageProblems,
}

impl AnnotationKeeper {
    /// Starts a pass: what could not be stored before is tried again.
    pub fn begin(&mut self) {
        (self.last, self.kept) = (None, StorageProblems::default());
    }

    /// What is stored, as far as this window knows.
    pub fn stored(&self) -> &Annotations {
        &self.stored
    }

    /// What is stored was read, or another window has reported it.
    pub fn set_stored(&mut self, stored: Annotations) {
        self.stored = stored;
    }

    /// Writes some of the changed annotations. Returns the problems of the whole pass at its end, and nothing if there is more
    /// to write.
    pub fn go_on(&mut self, now: &Annotations) -> Option<StorageProblems> {
        let is_ahead = |spot: &Spot| self.last.as_ref().is_none_or(|last| spot > last);
        let changes: Vec<(Spot, Annotation)> = now
            .changes_since(&self.stored)
            .filter(|(spot, _)| is_ahead(spot))
            .filter_map(|(spot, annotation)| Some((spot.clone(), annotation?.clone())))
            .take(MOST)
            .collect();
        if changes.is_empty() {
            return self.remove(now);
        }
        self.last = changes.last().map(|(spot, _)| spot.clone());
        let mut written = Vec::new();
        for (spot, annotation) in changes {
            let (key, record) = (key_of_spot(&spot), annotation.write());
            let here = storage::get(&key);
            // Another window may have written the same.
            let is_same = here.as_ref() == Some(&record);
            let is_ours = here.is_none_or(|here| Annotation::read(&here).is_ok());
            self.kept.blocked |= !is_ours;
            if is_same || is_ours && storage::set(&key, &record) {
                written.push((spot, annotation));
            } else {
                self.kept.refused |= is_ours;
            }
        }
        self.stored.replace(written);
        None
    }

    /// Removes some records. An annotation that moves to another clause is written there before it is removed here.
    fn remove(&mut self, now: &Annotations) -> Option<StorageProblems> {
        let gone = now.changes_since(&self.stored).filter(|(_, annotation)| annotation.is_none());
        let gone: Vec<Spot> = gone.map(|(spot, _)| spot.clone()).take(MOST).collect();
        if gone.is_empty() || self.kept != StorageProblems::default() {
            return Some(self.kept);
        }
        for spot in &gone {
            let key = key_of_spot(spot);
            let is_ours = storage::get(&key).is_none_or(|record| Annotation::read(&record).is_ok());
            self.kept.refused |= is_ours && !storage::remove(&key);
        }
        self.stored.replace(gone.into_iter().map(|spot| (spot, Annotation::default())).collect());
        None
    }
}

/// Keys with their records; none for a removed one.
pub type Records = Vec<(String, Option<String>)>;

/// Calls back with the annotations that another window has stored or removed. Events are batched, since an import writes
/// thousands of records.
pub fn on_change(changed: impl Fn(Records) + 'static) -> Option<Listener> {
    const MOMENT: u32 = 20;
    let changed = Rc::new(changed);
    let waiting: Rc<RefCell<Records>> = Rc::default();
    storage::on_change(move |key, record| {
        if !key.starts_with(KIND) {
            return;
        }
        let Ok(mut all) = waiting.try_borrow_mut() else { return };
        all.push((key.to_owned(), record));
        if all.len() == 1 {
            let (changed, waiting) = (Rc::clone(&changed), Rc::clone(&waiting));
            call_after(MOMENT, move || changed(waiting.take())).forget();
        }
    })
}
