//! Annotations in the browser's storage: one record per clause, so that two windows that write at the same time do not
//! overwrite each other.

use super::{Listener, call_after, storage};
use crate::annotations::{Annotation, Annotations, KIND, key_of_spot, spot_of_key};
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

/// Stores the changed annotations.
pub fn keep(before: &Annotations, after: &Annotations) -> StorageProblems {
    let mut kept = StorageProblems::default();
    for (spot, annotation) in after.iter() {
        if before.get(&spot.document, &spot.clause) != Some(annotation) {
            let key = key_of_spot(spot);
            if is_ours(&key) {
                kept.refused |= !storage::set(&key, &annotation.write());
            } else {
                kept.blocked = true;
            }
        }
    }
    // An annotation that moves to another clause is written there before it is removed here.
    if kept == StorageProblems::default() {
        for (spot, _) in before.iter().filter(|(spot, _)| after.get(&spot.document, &spot.clause).is_none()) {
            let key = key_of_spot(spot);
            if is_ours(&key) {
                kept.refused |= !storage::remove(&key);
            }
        }
    }
    kept
}

/// Whether a record may be written: there is none yet, or it is readable.
fn is_ours(key: &str) -> bool {
    storage::get(key).is_none_or(|record| Annotation::read(&record).is_ok())
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
