//! Offline availability of the page, and updates.
//!
//! `scripts/boot.js` and the service worker store the site. They communicate with the page by events of the window.

use super::Listener;
use web_sys::Event;

/// Whether the page works without the network.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Edition {
    /// It is not stored and must be fetched at each visit.
    #[default]
    Online,
    /// It is stored.
    Kept,
    /// It is stored, and a newer version is ready.
    Newer,
    /// It is the single-file edition, which never needs the network.
    File,
}

/// The edition at the start: the single-file one has an attribute on its root element.
pub fn edition() -> Edition {
    let root = web_sys::window().and_then(|window| window.document()).and_then(|page| page.document_element());
    match root.and_then(|root| root.get_attribute("data-edition")) {
        Some(_) => Edition::File,
        None => Edition::Online,
    }
}

/// Calls back when the site, or a newer version of it, has been stored.
pub fn on_kept(changed: impl Fn(Edition) + Clone + 'static) -> [Option<Listener>; 2] {
    [("kept", Edition::Kept), ("newer", Edition::Newer)].map(|(kind, edition)| {
        let changed = changed.clone();
        web_sys::window().map(|window| Listener::new(&window, kind, Box::new(move |_| changed(edition))))
    })
}

/// Switches to the newer version.
pub fn renew() {
    if let (Some(window), Ok(event)) = (web_sys::window(), Event::new("renew")) {
        let told = window.dispatch_event(&event);
        drop(told);
    }
}
