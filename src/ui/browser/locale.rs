//! Loads the interface's texts, one file per language.
//!
//! `scripts/boot.js` fetches them: those of the reader's language before the page starts, another one when the page
//! dispatches the event `language`, with the language in `data-language` of the root element. It puts the file's text into
//! `window.locale`, or nothing if the request failed, and dispatches the event `locale`.

use super::Listener;
use crate::i18n::{Texts, UiLanguage};
use js_sys::Reflect;
use std::cell::RefCell;
use web_sys::{Element, Event};

thread_local! {
    /// The loaded texts. They live as long as the page, since everything shown refers to them.
    static LOADED: RefCell<Vec<&'static Texts>> = const { RefCell::new(Vec::new()) };
}

/// The texts of a language, if `scripts/boot.js` has fetched them.
pub fn loaded() -> Option<&'static Texts> {
    let known = |language: UiLanguage| {
        LOADED.with_borrow(|loaded| loaded.iter().find(|texts| texts.language == language).copied())
    };
    if let Some(texts) = wanted().and_then(known) {
        return Some(texts);
    }
    let window = web_sys::window()?.into();
    let file = Reflect::get(&window, &"locale".into()).ok()?.as_string()?;
    let texts: &Texts = Box::leak(Box::new(Texts::from_file(file.leak())?));
    LOADED.with_borrow_mut(|loaded| loaded.push(texts));
    Some(texts)
}

/// Requests the texts of a language.
pub fn want(code: &str) {
    if let (Some(window), Some(root), Ok(event)) = (web_sys::window(), root(), Event::new("language")) {
        let (set, told) = (root.set_attribute(LANGUAGE, code), window.dispatch_event(&event));
        drop((set, told));
    }
}

/// Calls back with the requested texts, or with their language if they could not be loaded.
pub fn on_loaded(heard: impl Fn(Result<&'static Texts, UiLanguage>) + 'static) -> Option<Listener> {
    let answer = move |_| heard(loaded().ok_or_else(|| wanted().unwrap_or_default()));
    Some(Listener::new(&web_sys::window()?.into(), "locale", Box::new(answer)))
}

const LANGUAGE: &str = "data-language";

fn root() -> Option<Element> {
    web_sys::window()?.document()?.document_element()
}

/// The language that was requested last.
pub fn wanted() -> Option<UiLanguage> {
    UiLanguage::from_code(&root()?.get_attribute(LANGUAGE)?)
}
