//! What the browser keeps for us between visits: a few short settings, and what the reader puts beside clauses.

use super::Listener;
use wasm_bindgen::JsCast;
use web_sys::{Event, StorageEvent};

const PREFIX: &str = "dispositif.";

fn store() -> Option<web_sys::Storage> {
    web_sys::window()?.local_storage().ok()?
}

/// A setting, if it was ever kept.
pub fn get(key: &str) -> Option<String> {
    store()?.get_item(&[PREFIX, key].concat()).ok()?
}

/// Keeps something, and says whether keeping is allowed and there was room. A preference may well be lost.
pub fn set(key: &str, value: &str) -> bool {
    store().is_some_and(|store| store.set_item(&[PREFIX, key].concat(), value).is_ok())
}

/// Keeps something no more.
pub fn remove(key: &str) -> bool {
    store().is_some_and(|store| store.remove_item(&[PREFIX, key].concat()).is_ok())
}

/// The keys of all that is kept.
pub fn keys() -> Vec<String> {
    let Some(store) = store() else { return Vec::new() };
    let all = (0..store.length().unwrap_or_default()).filter_map(|n| store.key(n).ok()?);
    all.filter_map(|key| key.strip_prefix(PREFIX).map(str::to_owned)).collect()
}

/// Calls back with a key and its value when another window of ours keeps something, or keeps it no more.
pub fn on_change(changed: impl Fn(&str, Option<String>) + 'static) -> Option<Listener> {
    let heard = move |event: Event| {
        let Some(event) = event.dyn_ref::<StorageEvent>() else { return };
        let key = event.key();
        if let Some(key) = key.as_ref().and_then(|key| key.strip_prefix(PREFIX)) {
            changed(key, event.new_value());
        }
    };
    Some(Listener::new(&web_sys::window()?.into(), "storage", Box::new(heard)))
}
