//! The questions that the reader keeps, in the browser's storage: a record each.

use super::{Listener, storage};
use crate::address::{QUESTION_KIND, SavedQuestion};

/// All that are kept, by name.
pub fn read() -> Vec<SavedQuestion> {
    let mut keys: Vec<String> = storage::keys().into_iter().filter(|key| key.starts_with(QUESTION_KIND)).collect();
    keys.sort_unstable();
    keys.iter().filter_map(|key| SavedQuestion::read(key, &storage::get(key)?)).collect()
}

/// Keeps what has changed.
pub fn keep(before: &[SavedQuestion], after: &[SavedQuestion]) {
    for question in after.iter().filter(|question| !before.contains(question)) {
        storage::set(&question.key(), &question.write());
    }
    for gone in before.iter().filter(|gone| after.iter().all(|question| question.name != gone.name)) {
        storage::remove(&gone.key());
    }
}

/// Calls back with the key and the record when another window keeps a question, or forgets one.
pub fn on_change(changed: impl Fn(String, Option<String>) + 'static) -> Option<Listener> {
    storage::on_change(move |key, record| {
        if key.starts_with(QUESTION_KIND) {
            changed(key.to_owned(), record);
        }
    })
}
