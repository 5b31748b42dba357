//! The address bar and the back button.

use super::Listener;
use crate::address::Address;
use gloo_timers::callback::Timeout;
use wasm_bindgen::JsValue;

/// The debounce delay before an address replaces the current one, in milliseconds.
const PAUSE: u32 = 250;

/// The current address.
pub fn read() -> Address {
    let Some(location) = web_sys::window().map(|window| window.location()) else {
        return Address::default();
    };
    Address::read(&location.search().unwrap_or_default(), &location.hash().unwrap_or_default())
}

/// The page's URL without the question: a site's root, a sub-folder, a file on disk.
pub fn base() -> String {
    before_question(&href()).to_owned()
}

fn href() -> String {
    web_sys::window().and_then(|window| window.location().href().ok()).unwrap_or_default()
}

/// The part of the URL before the question, which never changes.
fn before_question(href: &str) -> &str {
    href.split(['?', '#']).next().unwrap_or_default()
}

/// Sets the address, as a new history entry or in place of the current one.
///
/// Browsers limit how often the address may be set, and fast typing exceeds that. The next call then makes up for it.
pub fn write(address: &Address, push: bool) {
    let Some(Ok(history)) = web_sys::window().map(|window| window.history()) else { return };
    let href = href();
    let url = [before_question(&href), &address.write()].concat();
    if url == href {
        return;
    }
    let written = if push {
        history.push_state_with_url(&JsValue::NULL, "", Some(&url))
    } else {
        history.replace_state_with_url(&JsValue::NULL, "", Some(&url))
    };
    drop(written);
}

/// An address that will be set after a delay, unless this is dropped.
pub struct PendingAddress {
    _timer: Timeout,
}

/// Schedules the address to replace the current history entry.
///
/// Setting an address takes a browser longer than the page takes for a keystroke, so it must not delay the frame that shows
/// the result.
pub fn write_soon(address: &Address) -> PendingAddress {
    let address = address.clone();
    PendingAddress { _timer: Timeout::new(PAUSE, move || write(&address, false)) }
}

/// Calls back when the reader goes back or forward or follows a link within the page.
pub fn on_arrival(arrived: impl Fn(Address) + 'static) -> Option<Listener> {
    let window = web_sys::window()?;
    Some(Listener::new(&window, "popstate", Box::new(move |_| arrived(read()))))
}
