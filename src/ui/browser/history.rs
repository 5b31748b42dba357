//! The address bar and the back button.

use super::Listener;
use crate::address::Address;
use gloo_timers::callback::Timeout;
use wasm_bindgen::JsValue;

/// How long an address that stands in for the present one waits for a newer one, in milliseconds.
const PAUSE: u32 = 250;

/// What the address bar says now.
pub fn read() -> Address {
    let Some(location) = web_sys::window().map(|window| window.location()) else {
        return Address::default();
    };
    Address::read(&location.search().unwrap_or_default(), &location.hash().unwrap_or_default())
}

/// Where the page is: a site's root, a sub-folder, a file on disk.
pub fn base() -> String {
    before_question(&href()).to_owned()
}

fn href() -> String {
    web_sys::window().and_then(|window| window.location().href().ok()).unwrap_or_default()
}

/// All that comes before the question, and stays as it is whatever is asked.
fn before_question(href: &str) -> &str {
    href.split(['?', '#']).next().unwrap_or_default()
}

/// Makes the address bar say it, as a new entry of the history or in place of the present one.
///
/// A browser may refuse: some allow only so many writes in a while, and a fast typist makes more. The next write
/// then catches up.
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

/// An address that is about to be written. To drop it is not to write it.
pub struct Unwritten {
    _timer: Timeout,
}

/// Makes the address bar say it in a moment, in place of the present entry.
///
/// To write an address takes a browser longer than the page works at a keystroke: it is not for the frame that shows what
/// the keystroke found.
pub fn write_soon(address: &Address) -> Unwritten {
    let address = address.clone();
    Unwritten { _timer: Timeout::new(PAUSE, move || write(&address, false)) }
}

/// Calls back when the reader goes back or forward, or follows a link within the page.
pub fn on_arrival(arrived: impl Fn(Address) + 'static) -> Option<Listener> {
    let window = web_sys::window()?;
    Some(Listener::new(&window, "popstate", Box::new(move |_| arrived(read()))))
}
