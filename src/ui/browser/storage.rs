//! Local storage: settings, annotations and saved questions.

use super::Listener;
use wasm_bindgen::JsCast;
use web_sys::{Event, StorageEvent};

/// The key of the interface's language.
pub const LANGUAGE: &str = "language";
/// The key that says that the welcome note was put away.
pub const WELCOME: &str = "welcome";

/// The default prefix of our keys.
const SHORT: &str = "dispositif.";
/// The key where the first copy of this site on an origin stores its folder.
const SITE: &str = "site";

/// The prefix of all names of this site: of settings, of the channel between windows, of the database. Storage is shared by
/// an origin; `scripts/boot.js` sets another prefix if another copy of this site was there first.
pub fn prefix() -> String {
    root_attribute("data-storage").unwrap_or_else(|| SHORT.to_owned())
}

fn root_attribute(name: &str) -> Option<String> {
    web_sys::window()?.document()?.document_element()?.get_attribute(name)
}

fn store() -> Option<web_sys::Storage> {
    web_sys::window()?.local_storage().ok()?
}

/// A stored value.
pub fn get(key: &str) -> Option<String> {
    store()?.get_item(&[&*prefix(), key].concat()).ok()?
}

/// Stores a value, and returns whether that worked. Callers may ignore a lost preference.
pub fn set(key: &str, value: &str) -> bool {
    let Some(store) = store() else { return false };
    let prefix = prefix();
    if prefix == SHORT
        && let Some(folder) = root_attribute("data-site")
    {
        let site = [SHORT, SITE].concat();
        // Reading costs much less than writing, and thousands of records may follow.
        if store.get_item(&site).ok().flatten().as_ref() != Some(&folder) {
            let claimed = store.set_item(&site, &folder);
            drop(claimed);
        }
    }
    store.set_item(&[&*prefix, key].concat(), value).is_ok()
}

/// Removes a value.
pub fn remove(key: &str) -> bool {
    store().is_some_and(|store| store.remove_item(&[&*prefix(), key].concat()).is_ok())
}

/// All our keys.
pub fn keys() -> Vec<String> {
    let Some(store) = store() else { return Vec::new() };
    let all = (0..store.length().unwrap_or_default()).filter_map(|n| store.key(n).ok()?);
    let prefix = prefix();
    all.filter_map(|key| key.strip_prefix(&*prefix).filter(|key| *key != SITE).map(str::to_owned)).collect()
}

/// Calls back with a key and its value when another window stores or removes it.
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
