//! What the reader puts beside clauses, in the browser's storage: a record for each clause, so that two windows that write at
//! once keep both.

use super::{Listener, soon, storage};
use crate::annotations::{Annotation, Annotations, KIND, key_of_spot, spot_of_key};
use std::cell::RefCell;
use std::rc::Rc;

/// Whether anything is kept.
pub fn any() -> bool {
    storage::keys().iter().any(|key| key.starts_with(KIND))
}

/// All that is kept, and how many records cannot be read.
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

/// What keeping came to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Kept {
    /// The browser refused some of it: it has no room, or may not.
    pub refused: bool,
    /// A record that this version cannot read is where some of it would be. It is left alone.
    pub blocked: bool,
}

/// Keeps what has changed, and says what came of that.
pub fn keep(before: &Annotations, after: &Annotations) -> Kept {
    let mut kept = Kept::default();
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
    // What moves from one clause to another is in its new place first.
    if kept == Kept::default() {
        for (spot, _) in before.iter().filter(|(spot, _)| after.get(&spot.document, &spot.clause).is_none()) {
            let key = key_of_spot(spot);
            if is_ours(&key) {
                kept.refused |= !storage::remove(&key);
            }
        }
    }
    kept
}

/// Whether there is no record, or one that this version can read: what it cannot, it leaves alone.
fn is_ours(key: &str) -> bool {
    storage::get(key).is_none_or(|record| Annotation::read(&record).is_ok())
}

/// Keys and their records; nothing for one that was taken away.
pub type Records = Vec<(String, Option<String>)>;

/// Calls back with what another window has put beside clauses, or taken away. What comes at once is told at once: a
/// window that takes in a file writes thousands of records.
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
            soon(MOMENT, move || changed(waiting.take())).forget();
        }
    })
}
