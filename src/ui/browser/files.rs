//! Files that the reader chooses.

use super::{Listener, folders};
use gloo_timers::callback::Timeout;
use js_sys::{Array, ArrayBuffer, Uint8Array};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{
    Blob, BlobPropertyBag, ClipboardEvent, DragEvent, Event, File, FileList, HtmlElement, HtmlInputElement,
    TextDecoder, TextDecoderOptions,
};

/// Calls back with the bytes of the file chosen in a field, and clears the field, so that the same file can be chosen
/// again. The bytes are none if the file cannot be read: it is gone, or is a folder.
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
    // The promise now owns the closure.
    told.forget();
    field.set_value("");
}

/// Files that the reader has chosen, dropped or pasted.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct PickedFiles(pub Vec<File>);

impl PickedFiles {
    /// Takes the files of a field and clears it, so that the same ones can be chosen again.
    pub fn of_field(event: &Event) -> Self {
        let field = event.target().and_then(|target| target.dyn_into::<HtmlInputElement>().ok());
        let Some(field) = field else { return Self::default() };
        let picked = Self::of_list(field.files());
        field.set_value("");
        picked
    }

    /// A pasted text as a file.
    pub fn pasted(text: &str) -> Self {
        let file = File::new_with_str_sequence(&Array::of1(&text.into()), "pasted.txt");
        Self(file.into_iter().collect())
    }

    fn of_list(files: Option<FileList>) -> Self {
        let Some(files) = files else { return Self::default() };
        Self((0..files.length()).filter_map(|n| files.get(n)).collect())
    }
}

/// The bytes of a file, in the browser's memory.
pub type FileBytes = ArrayBuffer;

/// Calls back with the bytes of a file; none if it cannot be read: it is gone, or is a folder.
pub fn bytes_of(file: &File, read: impl FnOnce(Option<FileBytes>) + 'static) {
    let mut read = Some(read);
    let told = Closure::new(move |bytes: JsValue| {
        if let Some(read) = read.take() {
            read(bytes.dyn_into().ok());
        }
    });
    let promise = file.array_buffer().then2(&told, &told);
    drop(promise);
    // The promise now owns the closure.
    told.forget();
}

/// The bytes, copied to the program's memory.
pub fn to_vec(bytes: &FileBytes) -> Vec<u8> {
    Uint8Array::new(bytes).to_vec()
}

/// Calls back with files that are dropped anywhere on the page, which keeps the browser from navigating to the file. Folders
/// are searched for files. The root element has an attribute while files are dragged over the page.
pub fn on_drop(dropped: impl Fn(PickedFiles) + Clone + 'static) -> [Option<Listener>; 3] {
    let listener = |kind, heard| web_sys::window().map(|window| Listener::new(&window, kind, heard));
    let over = |event: Event| {
        if let Some(event) = files_in(&event) {
            event.prevent_default();
            set_dragging(true);
        }
    };
    let out = |event: Event| {
        // The pointer left the window, and not only one element for another.
        if event.dyn_ref::<DragEvent>().is_some_and(|event| event.related_target().is_none()) {
            set_dragging(false);
        }
    };
    let dropped = move |event: Event| {
        set_dragging(false);
        let Some(event) = files_in(&event) else { return };
        event.prevent_default();
        let Some(data) = event.data_transfer() else { return };
        let in_folders = dropped.clone();
        if !folders::files_of(&data, move |files| in_folders(PickedFiles(files))) {
            let files = PickedFiles::of_list(data.files());
            if !files.0.is_empty() {
                dropped(files);
            }
        }
    };
    [
        listener("dragover", Box::new(over)),
        listener("dragleave", Box::new(out)),
        listener("drop", Box::new(dropped)),
    ]
}

/// The event if files are dragged, and not a link or text of the page.
fn files_in(event: &Event) -> Option<&DragEvent> {
    let event: &DragEvent = event.dyn_ref()?;
    let types = event.data_transfer()?.types();
    types.iter().any(|kind| kind.as_string().as_deref() == Some("Files")).then_some(event)
}

fn set_dragging(dragging: bool) {
    let Some(root) = web_sys::window().and_then(|window| window.document()?.document_element()) else { return };
    let set =
        if dragging { root.set_attribute("data-dragging", "") } else { root.remove_attribute("data-dragging") };
    drop(set);
}

/// Calls back with files or text that are pasted on the page and not into a field.
pub fn on_paste(pasted: impl Fn(PastedContent) + 'static) -> Option<Listener> {
    let heard = move |event: Event| {
        if super::page::is_typing(&event) {
            return;
        }
        let Some(data) = event.dyn_ref::<ClipboardEvent>().and_then(ClipboardEvent::clipboard_data) else { return };
        let files = PickedFiles::of_list(data.files());
        if files.0.is_empty() {
            pasted(PastedContent::Text(data.get_data("text/plain").unwrap_or_default()));
        } else {
            pasted(PastedContent::Files(files));
        }
    };
    Some(Listener::new(&web_sys::window()?.into(), "paste", Box::new(heard)))
}

/// Pasted content.
pub enum PastedContent {
    /// Files.
    Files(PickedFiles),
    /// A text.
    Text(String),
}

/// An object URL for saving bytes as a file. The browser frees the bytes when it is dropped.
pub struct ObjectUrl(String);

impl ObjectUrl {
    /// A URL for these bytes.
    pub fn of(bytes: &FileBytes) -> Option<Self> {
        let blob = Blob::new_with_buffer_source_sequence(&Array::of1(bytes)).ok()?;
        web_sys::Url::create_object_url_with_blob(&blob).ok().map(Self)
    }

    /// The URL.
    pub fn address(&self) -> &str {
        &self.0
    }
}

impl Drop for ObjectUrl {
    fn drop(&mut self) {
        drop(web_sys::Url::revoke_object_url(&self.0));
    }
}

/// Saves bytes as a file; none if the browser cannot.
pub fn save(bytes: &FileBytes, name: &str, media_type: &str) -> Option<()> {
    let options = BlobPropertyBag::new();
    options.set_type(media_type);
    let blob = Blob::new_with_buffer_source_sequence_and_options(&Array::of1(bytes), &options).ok()?;
    let address = web_sys::Url::create_object_url_with_blob(&blob).ok()?;
    let link: HtmlElement = web_sys::window()?.document()?.create_element("a").ok()?.dyn_into().ok()?;
    link.set_attribute("href", &address).ok()?;
    link.set_attribute("download", name).ok()?;
    link.click();
    // The browser may still read the URL for a while.
    Timeout::new(60_000, move || drop(web_sys::Url::revoke_object_url(&address))).forget();
    Some(())
}

/// Decodes a file that a spreadsheet saved: UTF-16 if it has a byte order mark, else UTF-8, else Windows-1252, as older
/// office programs write.
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
