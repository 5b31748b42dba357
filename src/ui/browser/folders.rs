//! The files of folders that are dropped, however deep.

use js_sys::{Array, Function};
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{
    DataTransfer, File, FileSystemDirectoryEntry, FileSystemDirectoryReader, FileSystemEntry, FileSystemFileEntry,
};

/// Calls back with all files of what is dropped, in the order of their paths, if a folder is among it; returns whether
/// one is. Files whose names begin with a point are the system's own and are left out.
pub fn files_of(dropped: &DataTransfer, found: impl FnOnce(Vec<File>) + 'static) -> bool {
    // The browser names the entries only during the event.
    let items = dropped.items();
    let entries = (0..items.length()).filter_map(|n| items.get(n)?.webkit_get_as_entry().ok().flatten());
    let entries: Vec<FileSystemEntry> = entries.collect();
    if !entries.iter().any(FileSystemEntry::is_directory) {
        return false;
    }
    let walk = Rc::new(Walk {
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

/// Hears of the files.
type Found = Box<dyn FnOnce(Vec<File>)>;

/// A walk through folders.
struct Walk {
    /// The files with their paths.
    files: RefCell<Vec<(String, File)>>,
    /// How many entries the browser has still to answer for.
    n_open: Cell<u32>,
    found: RefCell<Option<Found>>,
}

impl Walk {
    fn visit(self: &Rc<Self>, entry: &FileSystemEntry) {
        if entry.name().starts_with('.') {
            return;
        }
        // Not every browser has the classes of entries under their names: they cannot be asked for.
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

    /// Reads a folder on: the browser names some entries at a time, and at the end none.
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

    /// A function that the browser calls once, with what is there or with an error.
    fn answered(self: &Rc<Self>, then: impl FnOnce(&Rc<Self>, JsValue) + 'static) -> Function {
        self.n_open.set(self.n_open.get() + 1);
        let walk = Rc::clone(self);
        let answered = Closure::once_into_js(move |value: JsValue| {
            then(&walk, value);
            walk.close();
        });
        answered.unchecked_into()
    }

    /// Notes that an entry is answered for, and calls back after the last one.
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
