//! The library view: the list of documents, adding files, and storage.

mod list;
mod storage;

use crate::ui::browser::files::PickedFiles;
use crate::ui::controls::text_form;
use crate::ui::markup::{El, On, button, el};
use crate::ui::state::{IntakeAction, UNDO, UiAction, ViewContext};
use std::rc::Rc;
use yew::{Callback, Event};

/// The library view.
pub fn library(cx: &ViewContext) -> Vec<El> {
    let texts = &cx.texts().intake;
    let open = el("div")
        .attr("class", "files")
        .with(file_field(cx, texts.open_files, true, IntakeAction::Pick).attr("data-action", "open"));
    let field = el("textarea").attr("rows", "1").attr("dir", "auto").flag("required", true);
    let paste = text_form(cx, (texts.paste, field), texts.paste_add, |text| {
        UiAction::Intake(Rc::new(IntakeAction::Pick(PickedFiles::pasted(&text))))
    });
    let mut all = vec![el("p").text(texts.about), open, paste];
    all.extend(reading_kept(cx));
    if !cx.intake.removed.is_empty() {
        let words = texts.removed.with(&cx.intake.removed.len().to_string());
        let undo = button(texts.undo, act(cx, IntakeAction::PutBack)).attr("class", "quiet").attr("id", UNDO);
        all.push(el("p").attr("role", "status").attr("class", "undo").text(words).text(" ").with(undo));
    }
    all.extend(list::list(cx));
    all.push(storage::storage(cx));
    vec![el("div").attr("class", "library").with_each(all)]
}

/// The progress of reading stored texts: counts and matches grow with it.
pub fn reading_kept(cx: &ViewContext) -> Option<El> {
    let (n_read, n_kept) = cx.intake.kept_read;
    // How many there are is not known at first.
    let of = if n_kept == 0 { "…".to_owned() } else { n_kept.to_string() };
    let words = cx.texts().intake.reading_kept.with_all(&[&n_read.to_string(), &of]);
    (cx.awaits_texts || n_read < n_kept)
        .then(|| el("p").attr("role", "status").attr("class", "reading-kept").text(words))
}

fn act(cx: &ViewContext, action: IntakeAction) -> Callback<Event> {
    cx.callback(UiAction::Intake(Rc::new(action)))
}

/// A file field that looks like a button.
fn file_field(cx: &ViewContext, label: &'static str, several: bool, then: fn(PickedFiles) -> IntakeAction) -> El {
    let dispatch = cx.dispatch.clone();
    let chosen = Callback::from(move |event: Event| {
        let files = PickedFiles::of_field(&event);
        if !files.0.is_empty() {
            dispatch.emit(UiAction::Intake(Rc::new(then(files))));
        }
    });
    let field = el("input").attr("type", "file").flag("multiple", several).on(On::Change, chosen);
    el("label").attr("class", "file").with(el("span").text(label)).with(field)
}
