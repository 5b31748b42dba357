//! The clipboard.

use wasm_bindgen::JsValue;
use wasm_bindgen::closure::Closure;

/// Copies a text to the clipboard, and calls back with whether that worked.
///
/// Must be called during a click: browsers refuse at any other time. On a page that is served by plain HTTP from another
/// machine there is no clipboard.
pub fn copy(text: &str, done: impl FnOnce(bool) + 'static) {
    let clipboard = web_sys::window().map(|window| window.navigator().clipboard());
    let Some(clipboard) = clipboard.filter(|clipboard| !clipboard.is_undefined()) else { return done(false) };
    let mut done = Some(done);
    // The promise resolves to nothing and rejects with the reason.
    let told = Closure::new(move |reason: JsValue| {
        if let Some(done) = done.take() {
            done(reason.is_undefined());
        }
    });
    let promise = clipboard.write_text(text).then2(&told, &told);
    drop(promise);
    // The promise now owns the closure.
    told.forget();
}
