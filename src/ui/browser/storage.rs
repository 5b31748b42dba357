//! What the browser keeps for us between visits: a few short settings, and what the reader puts beside clauses.

use super::Listener;
use wasm_bindgen::JsCast;
use web_sys::{Event, StorageEvent};

/// How our names begin where no other copy of this site was first.
const SHORT: &str = "dispositif.";
/// The key in which the first copy of this site on an origin leaves its folder.
const SITE: &str = "site";

/// How all names of what this site keeps begin: of settings, of the channel between windows, of the database. Storage belongs to
/// a whole origin; scripts/boot.js tells us when another copy of this site was there first.
pub fn prefix() -> String {
    root_attribute("data-storage").unwrap_or_else(|| SHORT.to_owned())
}

fn root_attribute(name: &str) -> Option<String> {
    web_sys::window()?.document()?.document_element()?.get_attribute(name)
}

fn store() -> Option<web_sys::Storage> {
    web_sys::window()?.local_storage().ok()?
}

/// A setting, if it was ever kept.
pub fn get(key: &str) -> Option<String> {
    store()?.get_item(&[&*prefix(), key].concat()).ok()?
}

/// Keeps something, and says whether keeping is allowed and there was room. A preference may well be lost.
pub fn set(key: &str, value: &str) -> bool {
    let Some(store) = store() else { return false };
    let prefix = prefix();
    if prefix == SHORT
        && let Some(folder) = root_attribute("data-site")
    {
        let claimed = store.set_item(&[SHORT, SITE].concat(), &folder);
        drop(claimed);
    }
    store.set_item(&[&*prefix, key].concat(), value).is_ok()
}

/// Keeps something no more.
pub fn remove(key: &str) -> bool {
    store().is_some_and(|store| store.remove_item(&[&*prefix(), key].concat()).is_ok())
}

/// The keys of all that is kept.
pub fn keys() -> Vec<String> {
    let Some(store) = store() else { return Vec::new() };
    let all = (0..store.length().unwrap_or_default()).filter_map(|n| store.key(n).ok()?);
    let prefix = prefix();
    all.filter_map(|key| key.strip_prefix(&*prefix).filter(|key| *key != SITE).map(str::to_owned)).collect()
}

/// Calls back with a key and its value when another window of ours keeps something, or keeps it no more.
pub fn on_change(changed: impl Fn(&str, Option<String>) + 'static) -> Option<Listener> {
    let prefix = prefix();
    let heard = move |event: Event| {
        let Some(event) = event.dyn_ref::<StorageEvent>() else { return };
        let key = event.key();
        if let Some(key) = key.as_ref().and_then(|key| key.strip_prefix(&*prefix)) {
            changed(key, event.new_value());
        }
    };
    Some(Listener::new(&web_sys::window()?.into(), "storage", Box::new(heard)))
}
