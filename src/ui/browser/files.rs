//! Files that the reader chooses.

use js_sys::{ArrayBuffer, Uint8Array};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Event, HtmlInputElement, TextDecoder, TextDecoderOptions};

/// Calls back with the bytes of the file that was chosen in a field, and empties the field, so that the same file can be
/// chosen again. Of a file that was there when it was chosen and cannot be read, for it is gone or a folder, they are none.
pub fn read(event: &Event, read: impl FnOnce(&JsValue) + 'static) {
    let Some(field) = event.target().and_then(|target| target.dyn_into::<HtmlInputElement>().ok()) else { return };
    let Some(file) = field.files().and_then(|files| files.get(0)) else { return };
    let mut read = Some(read);
    let told = Closure::new(move |bytes: JsValue| {
        if let Some(read) = read.take() {
            read(&bytes);
        }
    });
    let promise = file.array_buffer().then2(&told, &told);
    drop(promise);
    // The browser has it now.
    told.forget();
    field.set_value("");
}

/// The text of a file that a spreadsheet saved: UTF-16 says so by its first bytes, and what is no UTF-8 is the
/// Windows-1252 of older offices.
pub fn text_of(bytes: &JsValue) -> Option<String> {
    let bytes: &ArrayBuffer = bytes.dyn_ref()?;
    let mark = Uint8Array::new(bytes);
    let encodings: &[&str] = match (mark.get_index(0), mark.get_index(1)) {
        (0xff, 0xfe) => &["utf-16le"],
        (0xfe, 0xff) => &["utf-16be"],
        _ => &["utf-8", "windows-1252"],
    };
    let options = TextDecoderOptions::new();
    options.set_fatal(true);
    encodings.iter().find_map(|encoding| {
        TextDecoder::new_with_label_and_options(encoding, &options).ok()?.decode_with_buffer_source(bytes).ok()
    })
}
