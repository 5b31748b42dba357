//! What the reader puts beside clauses, in the browser's storage: a record for each clause, so that two windows that write at
//! once keep both.

use super::{Listener, storage};
use crate::annotations::{Annotation, Annotations, KIND, key_of_spot, spot_of_key};

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

/// Keeps what has changed, and says whether all of it is kept.
pub fn keep(before: &Annotations, after: &Annotations) -> bool {
    let mut kept = true;
    for (spot, annotation) in after.iter() {
        if before.get(&spot.document, &spot.clause) != Some(annotation) {
            let key = key_of_spot(spot);
            kept &= is_ours(&key) && storage::set(&key, &annotation.write());
        }
    }
    // What moves from one clause to another is in its new place first.
    let gone = before.iter().filter(|(spot, _)| kept && after.get(&spot.document, &spot.clause).is_none());
    let gone: Vec<_> = gone.map(|(spot, _)| key_of_spot(spot)).collect();
    gone.iter().fold(kept, |kept, key| kept & (is_ours(key) && storage::remove(key)))
}

/// Whether there is no record, or one that this version can read: what it cannot, it leaves alone.
fn is_ours(key: &str) -> bool {
    storage::get(key).is_none_or(|record| Annotation::read(&record).is_ok())
}

/// Calls back with the key and the record when another window has put something beside a clause, or taken it away.
pub fn on_change(changed: impl Fn(String, Option<String>) + 'static) -> Option<Listener> {
    storage::on_change(move |key, record| {
        if key.starts_with(KIND) {
            changed(key.to_owned(), record);
        }
    })
}
