//! The part of the explorer that is fetched when it is first needed: see [`crate::ui::later`].
//!
//! `scripts/boot.js` fetches it when it hears `need`, tells by `later` that it has tried, and says on
//! `<html data-later>` how that stands. Where the attribute is not, nothing was parted.

use super::Listener;
use web_sys::Event;

/// Whether it is here.
pub fn is_here() -> bool {
    said().is_none_or(|said| said == "here")
}

fn said() -> Option<String> {
    web_sys::window()?.document()?.document_element()?.get_attribute("data-later")
}

/// Asks for it.
pub fn fetch() {
    if let (Some(window), Ok(event)) = (web_sys::window(), Event::new("need")) {
        let heard = window.dispatch_event(&event);
        drop(heard);
    }
}

/// Calls back when it has come, or could not be had.
pub fn on_arrival(arrived: impl Fn(bool) + 'static) -> Option<Listener> {
    let window = web_sys::window()?;
    Some(Listener::new(&window, "later", Box::new(move |_| arrived(is_here()))))
}
