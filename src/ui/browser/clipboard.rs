//! The clipboard.

use wasm_bindgen::JsValue;
use wasm_bindgen::closure::Closure;

/// Puts a text on the clipboard, and says whether it could.
///
/// To be called while a click is heard: browsers refuse at any other time. Where a page comes by plain HTTP from
/// another machine there is no clipboard at all.
pub fn copy(text: &str, done: impl FnOnce(bool) + 'static) {
    let clipboard = web_sys::window().map(|window| window.navigator().clipboard());
    let Some(clipboard) = clipboard.filter(|clipboard| !clipboard.is_undefined()) else { return done(false) };
    let mut done = Some(done);
    // What comes when it is done is nothing, and what comes when it is refused is the reason.
    let told = Closure::new(move |reason: JsValue| {
        if let Some(done) = done.take() {
            done(reason.is_undefined());
        }
    });
    let promise = clipboard.write_text(text).then2(&told, &told);
    drop(promise);
    // The browser has it now.
    told.forget();
}
