//! Saved questions in the browser's storage, one record each.

use super::{Listener, storage};
use crate::address::{QUESTION_KIND, SavedQuestion};

/// All saved questions, by name.
pub fn read() -> Vec<SavedQuestion> {
    let mut keys: Vec<String> = storage::keys().into_iter().filter(|key| key.starts_with(QUESTION_KIND)).collect();
    keys.sort_unstable();
    keys.iter().filter_map(|key| SavedQuestion::read(key, &storage::get(key)?)).collect()
}

/// Stores the changes.
pub fn keep(before: &[SavedQuestion], after: &[SavedQuestion]) {
    for question in after.iter().filter(|question| !before.contains(question)) {
        storage::set(&question.key(), &question.write());
    }
    for gone in before.iter().filter(|gone| after.iter().all(|question| question.name != gone.name)) {
        storage::remove(&gone.key());
    }
}

/// Calls back with the key and the record when another window saves or deletes a question.
pub fn on_change(changed: impl Fn(String, Option<String>) + 'static) -> Option<Listener> {
    storage::on_change(move |key, record| {
        if key.starts_with(QUESTION_KIND) {
            changed(key.to_owned(), record);
        }
    })
}
