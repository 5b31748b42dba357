//! What the browser keeps for us between visits: a few short settings.

const PREFIX: &str = "dispositif.";

fn store() -> Option<web_sys::Storage> {
    web_sys::window()?.local_storage().ok()?
}

/// A setting, if it was ever kept.
pub fn get(key: &str) -> Option<String> {
    store()?.get_item(&[PREFIX, key].concat()).ok()?
}

/// Keeps a setting, where keeping is allowed.
pub fn set(key: &str, value: &str) {
    if let Some(store) = store() {
        let kept = store.set_item(&[PREFIX, key].concat(), value);
        // A full or forbidden storage costs only the memory of a preference.
        drop(kept);
    }
}
