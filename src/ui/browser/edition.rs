//! What becomes of the page when the network is gone, and what the reader may do about it.
//!
//! Keeping is the work of `scripts/boot.js` and the service worker. They and the page speak by events of the window.

use super::Listener;
use web_sys::Event;

/// What the page is to a reader who loses the network.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Edition {
    /// It is not kept: to be opened again it must be fetched again.
    #[default]
    Online,
    /// The browser keeps it.
    Kept,
    /// The browser keeps it, and a newer version of it beside.
    Newer,
    /// It is the copy in one file, which never needs the network.
    File,
}

/// The edition that the page is when it opens: the one that is a single file says so in its root element.
pub fn edition() -> Edition {
    let root = web_sys::window().and_then(|window| window.document()).and_then(|page| page.document_element());
    match root.and_then(|root| root.get_attribute("data-edition")) {
        Some(_) => Edition::File,
        None => Edition::Online,
    }
}

/// Calls back when the site has been kept, and when a newer version of it has.
pub fn on_kept(changed: impl Fn(Edition) + Clone + 'static) -> [Option<Listener>; 2] {
    [("kept", Edition::Kept), ("newer", Edition::Newer)].map(|(kind, edition)| {
        let changed = changed.clone();
        web_sys::window().map(|window| Listener::new(&window, kind, Box::new(move |_| changed(edition))))
    })
}

/// Asks for the newer version in place of this one.
pub fn renew() {
    if let (Some(window), Ok(event)) = (web_sys::window(), Event::new("renew")) {
        let told = window.dispatch_event(&event);
        drop(told);
    }
}
