//! What the reader puts beside clauses, in the browser's storage: a record for each clause, so that two windows that write at
//! once keep both.

use super::{Listener, storage};
use crate::annotations::{Annotation, Annotations, Spot, key_of_spot, spot_of_key};

/// All that is kept, and how many records cannot be read.
pub fn read() -> (Annotations, usize) {
    let mut n_unread = 0;
    let all = storage::keys().into_iter().filter_map(|key| {
        let spot = spot_of_key(&key)?;
        let annotation = Annotation::read(&storage::get(&key)?).ok();
        n_unread += usize::from(annotation.is_none());
        Some((spot, annotation?))
    });
    (all.collect(), n_unread)
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

/// Calls back when another window has put something beside a clause, or taken it away.
pub fn on_change(changed: impl Fn(Spot, Option<Annotation>) + 'static) -> Option<Listener> {
    storage::on_change(move |key, record| {
        let Some(spot) = spot_of_key(key) else { return };
        match record.map(|record| Annotation::read(&record)) {
            None => changed(spot, None),
            Some(Ok(annotation)) => changed(spot, Some(annotation)),
            Some(Err(_)) => {}
        }
    })
}
