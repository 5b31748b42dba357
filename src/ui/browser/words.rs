//! The interface's words, which come as files: those of other languages than French, and all of French.
//!
//! The page has a place for each, an element that `scripts/boot.js` fills when `data-language` of the root element names
//! it: before the page starts, or when it is told `language` by an event. It answers by the event `words`.

use super::{Listener, later};
use crate::i18n::{PARTED, Texts, Tongue, french};
use web_sys::{Document, Event};

fn document() -> Option<Document> {
    web_sys::window()?.document()
}

/// The words of the language that is wanted.
///
/// # Errors
/// The language, where its words could not be had.
pub fn wanted() -> Result<&'static Texts, Tongue> {
    let root = document().and_then(|document| document.document_element());
    let code = root.and_then(|root| root.get_attribute("data-language")).unwrap_or_default();
    match Tongue::from_code(&code) {
        None => Ok(french()),
        Some(Tongue::French) => match read(Tongue::French) {
            // What the page carries of it is enough as long as nothing more is here.
            None if PARTED && later::is_here() => Err(Tongue::French),
            words => Ok(words.unwrap_or(french())),
        },
        Some(tongue) => read(tongue).ok_or(tongue),
    }
}

/// They stay for as long as the page does, since all that it shows refers to them.
fn read(tongue: Tongue) -> Option<&'static Texts> {
    let place = document()?.get_element_by_id(&["words-", tongue.code()].concat())?;
    Texts::read(tongue, place.text_content()?.leak()).map(|texts| &*Box::leak(Box::new(texts)))
}

/// Asks for the words of a language.
pub fn want(code: &str) {
    let (Some(window), Ok(event)) = (web_sys::window(), Event::new("language")) else { return };
    if let Some(root) = document().and_then(|document| document.document_element()) {
        let (set, told) = (root.set_attribute("data-language", code), window.dispatch_event(&event));
        drop((set, told));
    }
}

/// Calls back when what was asked for is there, or is known not to come.
pub fn on_had(had: impl Fn(Result<&'static Texts, Tongue>) + 'static) -> Option<Listener> {
    Some(Listener::new(&web_sys::window()?.into(), "words", Box::new(move |_| had(wanted()))))
}
