//! The view of saved questions: how many clauses of each document match each question.

mod table;

use crate::ui::browser::files;
use crate::ui::controls::text_form;
use crate::ui::markup::{El, On, button, el};
use crate::ui::state::{QuestionAction, UiAction, ViewContext};
use std::rc::Rc;
use yew::{Callback, Event};

/// The view of saved questions: the forms that add some, and the table.
pub fn questions(cx: &ViewContext) -> Vec<El> {
    let texts = &cx.texts().intake;
    let name = el("input").attr("type", "text").attr("autocomplete", "off").flag("required", true);
    let then = |action: fn(String) -> QuestionAction| move |written| UiAction::Questions(Rc::new(action(written)));
    let keep = cx
        .results
        .asked
        .then(|| text_form(cx, (texts.question_name, name), texts.question_keep, then(QuestionAction::Keep)));
    let list = el("textarea").attr("rows", "3").attr("dir", "auto").flag("required", true);
    let paste = text_form(cx, (texts.questions_paste, list), texts.questions_add, then(QuestionAction::Paste));
    let about = el("p").text(texts.questions_about);
    let parts = [about].into_iter().chain(keep).chain([paste.with(from_file(cx))]);
    vec![el("div").attr("class", "questions").with_each(parts).with(removed(cx)).with_each(table::table(cx))]
}

/// The question deleted last, with a button that restores it, and then those before it.
fn removed(cx: &ViewContext) -> El {
    let texts = &cx.texts().intake;
    let said = cx.questions_removed.last().map(|(_, question)| {
        let undo = cx.callback(UiAction::Questions(Rc::new(QuestionAction::PutBack)));
        let undo = button(texts.undo, undo).attr("class", "quiet");
        el("span").text(texts.question_removed.with(&question.name)).text(" ").with(undo)
    });
    el("p").attr("role", "status").with_each(said)
}

/// The field that imports a list from a file.
fn from_file(cx: &ViewContext) -> El {
    let dispatch = cx.dispatch.clone();
    let chosen = Callback::from(move |event: Event| {
        let dispatch = dispatch.clone();
        files::read(&event, move |bytes| {
            let list = files::text_of(bytes).unwrap_or_default();
            dispatch.emit(UiAction::Questions(Rc::new(QuestionAction::Paste(list))));
        });
    });
    let field = el("input").attr("type", "file").attr("accept", ".csv,.tsv,.txt,text/csv").on(On::Change, chosen);
    let label = el("label").attr("class", "file").with(el("span").text(cx.texts().take_file)).with(field);
    el("div").attr("class", "files").with(label)
}
