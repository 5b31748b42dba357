//! Reads dropped folders recursively.

use js_sys::{Array, Function};
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{
    DataTransfer, File, FileSystemDirectoryEntry, FileSystemDirectoryReader, FileSystemEntry, FileSystemFileEntry,
};

/// If a folder was dropped, calls back with all dropped files, sorted by path; returns whether one was. Hidden files, whose
/// names start with a dot, are left out.
pub fn files_of(dropped: &DataTransfer, found: impl FnOnce(Vec<File>) + 'static) -> bool {
    // The entries are available only during the event.
    let items = dropped.items();
    let entries = (0..items.length()).filter_map(|n| items.get(n)?.webkit_get_as_entry().ok().flatten());
    let entries: Vec<FileSystemEntry> = entries.collect();
    if !entries.iter().any(FileSystemEntry::is_directory) {
        return false;
    }
    let walk = Rc::new(FolderWalk {
        files: RefCell::default(),
        n_open: Cell::new(1),
        found: RefCell::new(Some(Box::new(found))),
    });
    for entry in &entries {
        walk.visit(entry);
    }
    walk.close();
    true
}

/// Receives the files.
type OnFiles = Box<dyn FnOnce(Vec<File>)>;

/// A traversal of folders.
struct FolderWalk {
    /// The files with their paths.
    files: RefCell<Vec<(String, File)>>,
    /// How many entries are still pending.
    n_open: Cell<u32>,
    found: RefCell<Option<OnFiles>>,
}

impl FolderWalk {
    fn visit(self: &Rc<Self>, entry: &FileSystemEntry) {
        if entry.name().starts_with('.') {
            return;
        }
        // Not every browser exposes the classes of entries, so `dyn_into` cannot be used.
        if entry.is_directory() {
            self.read(&entry.unchecked_ref::<FileSystemDirectoryEntry>().create_reader());
        } else {
            let file: &FileSystemFileEntry = entry.unchecked_ref();
            let path = entry.full_path();
            let answer = self.answered(move |walk, file| {
                let file = file.dyn_into().ok().map(|file| (path, file));
                walk.files.borrow_mut().extend(file);
            });
            file.file_with_callback_and_callback(&answer, &answer);
        }
    }

    /// Reads the next entries of a folder: the browser returns them in batches, and an empty one at the end.
    fn read(self: &Rc<Self>, reader: &FileSystemDirectoryReader) {
        let next = reader.clone();
        let answer = self.answered(move |walk, entries| {
            let entries: Array = entries.dyn_into().unwrap_or_default();
            let entries: Vec<FileSystemEntry> = entries.iter().map(JsCast::unchecked_into).collect();
            for entry in &entries {
                walk.visit(entry);
            }
            if !entries.is_empty() {
                walk.read(&next);
            }
        });
        let read = reader.read_entries_with_callback_and_callback(&answer, &answer);
        if read.is_err() {
            self.close();
        }
    }

    /// A callback for one result or error.
    fn answered(self: &Rc<Self>, then: impl FnOnce(&Rc<Self>, JsValue) + 'static) -> Function {
        self.n_open.set(self.n_open.get() + 1);
        let walk = Rc::clone(self);
        let answered = Closure::once_into_js(move |value: JsValue| {
            then(&walk, value);
            walk.close();
        });
        answered.unchecked_into()
    }

    /// Marks an entry as done, and calls back after the last one.
    fn close(&self) {
        self.n_open.set(self.n_open.get().saturating_sub(1));
        if self.n_open.get() == 0
            && let Some(found) = self.found.take()
        {
            let mut files = self.files.take();
            files.sort_by(|(one, _), (other, _)| one.cmp(other));
            found(files.into_iter().map(|(_, file)| file).collect());
        }
    }
}
