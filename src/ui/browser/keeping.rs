//! What the browser says of keeping texts, and what other windows of ours do to them.

use super::Listener;
use crate::library::Timestamp;
use crate::model::Date;
use js_sys::Promise;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{BroadcastChannel, Event, MessageEvent, StorageEstimate};

/// The name of the channel between windows, and the key of the record that there are texts.
const TEXTS: &str = "texts";

/// The time.
pub fn now() -> Timestamp {
    Timestamp(whole(js_sys::Date::now()))
}

/// A number that JavaScript has as a fraction.
#[allow(clippy::cast_sign_loss)]
fn whole(number: f64) -> u64 {
    number as u64
}

/// The day of a moment, where the reader is.
pub fn day(moment: Timestamp) -> Date {
    let date = js_sys::Date::new(&(moment.0 as f64).into());
    Date {
        year: date.get_full_year() as u16,
        month: Some(date.get_month() as u8 + 1),
        day: Some(date.get_date() as u8),
    }
}

/// Whether texts may be kept, as far as is known without asking the worker for them.
pub fn has_texts() -> bool {
    super::storage::get(TEXTS).is_some()
}

/// Remembers that texts are kept.
pub fn set_has_texts() {
    super::storage::set(TEXTS, "1");
}

/// Asks the browser not to delete what is kept by itself, and calls back with its answer; `ask` is false to hear only how
/// it stands.
pub fn persist(ask: bool, answered: impl FnOnce(bool) + 'static) {
    let Some(storage) = storage_manager() else { return };
    let promise = if ask { storage.persist() } else { storage.persisted() };
    if let Ok(promise) = promise {
        then(&promise.unchecked_into(), move |value| answered(value.is_truthy()));
    }
}

/// Calls back with how many bytes are used, of how many.
pub fn quota(answered: impl FnOnce(u64, u64) + 'static) {
    let Some(Ok(promise)) = storage_manager().map(|storage| storage.estimate()) else { return };
    then(&promise.unchecked_into(), move |value| {
        let estimate: StorageEstimate = value.unchecked_into();
        if let (Some(used), Some(all)) = (estimate.get_usage(), estimate.get_quota()) {
            answered(whole(used), whole(all));
        }
    });
}

/// Whether it is Safari.
pub fn is_safari() -> bool {
    let vendor =
        web_sys::window().and_then(|window| js_sys::Reflect::get(&window.navigator(), &"vendor".into()).ok());
    vendor.and_then(|vendor| vendor.as_string()).is_some_and(|vendor| vendor.starts_with("Apple"))
}

fn storage_manager() -> Option<web_sys::StorageManager> {
    let navigator = web_sys::window()?.navigator();
    // A page that is not from a safe place has none.
    let has = js_sys::Reflect::has(&navigator, &"storage".into()).unwrap_or_default();
    has.then(|| navigator.storage())
}

fn then(promise: &Promise, resolved: impl FnOnce(JsValue) + 'static) {
    let closure = Closure::once(resolved);
    let chained = promise.then(&closure);
    drop(chained);
    closure.forget();
}

/// What another window has done.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Elsewhere {
    /// It has added the text of a hash.
    Added(String),
    /// It has removed the text of a hash.
    Removed(String),
}

/// The channel between the windows of this site.
pub struct Windows {
    channel: BroadcastChannel,
    _listener: Listener,
}

impl Windows {
    /// Opens it, and calls back with what others say.
    pub fn open(heard: impl Fn(Elsewhere) + 'static) -> Option<Self> {
        let channel = BroadcastChannel::new(&[&*super::storage::prefix(), TEXTS].concat()).ok()?;
        let said = move |event: Event| {
            let words = event.dyn_ref::<MessageEvent>().and_then(|event| event.data().as_string());
            match words.as_deref().and_then(|words| words.split_once(' ')) {
                Some(("added", hash)) => heard(Elsewhere::Added(hash.to_owned())),
                Some(("removed", hash)) => heard(Elsewhere::Removed(hash.to_owned())),
                _ => {}
            }
        };
        let listener = Listener::new(&channel, "message", Box::new(said));
        Some(Self { channel, _listener: listener })
    }

    /// Says to the other windows what this one has done.
    pub fn say(&self, what: &Elsewhere) {
        let (verb, hash) = match what {
            Elsewhere::Added(hash) => ("added ", hash),
            Elsewhere::Removed(hash) => ("removed ", hash),
        };
        let said = self.channel.post_message(&[verb, hash].concat().into());
        drop(said);
    }
}
