//! Storage of the reader's texts: permission, quota, and changes made in other windows.

use super::Listener;
use crate::library::Timestamp;
use crate::model::Date;
use js_sys::Promise;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{BroadcastChannel, Event, MessageEvent, StorageEstimate};

/// The name of the channel between windows, and the key of the record that tells whether there are texts.
const TEXTS: &str = "texts";

/// The current time.
pub fn now() -> Timestamp {
    Timestamp(whole(js_sys::Date::now()))
}

/// Converts a JavaScript number.
#[allow(clippy::cast_sign_loss)]
fn whole(number: f64) -> u64 {
    number as u64
}

/// The local date of a time.
pub fn day(moment: Timestamp) -> Date {
    let date = js_sys::Date::new(&(moment.0 as f64).into());
    Date {
        year: date.get_full_year() as u16,
        month: Some(date.get_month() as u8 + 1),
        day: Some(date.get_date() as u8),
    }
}

/// Whether any texts are stored, as far as is known without the worker.
pub fn has_texts() -> bool {
    super::storage::get(TEXTS).is_some()
}

/// Records that texts are stored.
pub fn set_has_texts() {
    super::storage::set(TEXTS, "1");
}

/// Requests persistent storage, which the browser does not delete by itself, and calls back with the answer. With `ask`
/// false it only queries the state.
pub fn persist(ask: bool, answered: impl FnOnce(bool) + 'static) {
    let Some(storage) = storage_manager() else { return };
    let promise = if ask { storage.persist() } else { storage.persisted() };
    if let Ok(promise) = promise {
        then(&promise.unchecked_into(), move |value| answered(value.is_truthy()));
    }
}

/// Calls back with the bytes used and the quota.
pub fn quota(answered: impl FnOnce(u64, u64) + 'static) {
    let Some(Ok(promise)) = storage_manager().map(|storage| storage.estimate()) else { return };
    then(&promise.unchecked_into(), move |value| {
        let estimate: StorageEstimate = value.unchecked_into();
        if let (Some(used), Some(all)) = (estimate.get_usage(), estimate.get_quota()) {
            answered(whole(used), whole(all));
        }
    });
}

/// Whether the browser is Safari.
pub fn is_safari() -> bool {
    let vendor =
        web_sys::window().and_then(|window| js_sys::Reflect::get(&window.navigator(), &"vendor".into()).ok());
    vendor.and_then(|vendor| vendor.as_string()).is_some_and(|vendor| vendor.starts_with("Apple"))
}

fn storage_manager() -> Option<web_sys::StorageManager> {
    let navigator = web_sys::window()?.navigator();
    // Only a page in a secure context has it.
    let has = js_sys::Reflect::has(&navigator, &"storage".into()).unwrap_or_default();
    has.then(|| navigator.storage())
}

fn then(promise: &Promise, resolved: impl FnOnce(JsValue) + 'static) {
    let closure = Closure::once(resolved);
    let chained = promise.then(&closure);
    drop(chained);
    closure.forget();
}

/// A change made in another window.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum OtherWindowChange {
    /// It has added the text with this hash.
    Added(String),
    /// It has removed the text with this hash.
    Removed(String),
}

/// The channel between the windows of this site.
pub struct Windows {
    channel: BroadcastChannel,
    _listener: Listener,
}

impl Windows {
    /// Opens the channel, and calls back with changes from other windows.
    pub fn open(heard: impl Fn(OtherWindowChange) + 'static) -> Option<Self> {
        let channel = BroadcastChannel::new(&[&*super::storage::prefix(), TEXTS].concat()).ok()?;
        let said = move |event: Event| {
            let words = event.dyn_ref::<MessageEvent>().and_then(|event| event.data().as_string());
            match words.as_deref().and_then(|words| words.split_once(' ')) {
                Some(("added", hash)) => heard(OtherWindowChange::Added(hash.to_owned())),
                Some(("removed", hash)) => heard(OtherWindowChange::Removed(hash.to_owned())),
                _ => {}
            }
        };
        let listener = Listener::new(&channel, "message", Box::new(said));
        Some(Self { channel, _listener: listener })
    }

    /// Sends a change to the other windows.
    pub fn send(&self, what: &OtherWindowChange) {
        let (verb, hash) = match what {
            OtherWindowChange::Added(hash) => ("added ", hash),
            OtherWindowChange::Removed(hash) => ("removed ", hash),
        };
        let said = self.channel.post_message(&[verb, hash].concat().into());
        drop(said);
    }
}
