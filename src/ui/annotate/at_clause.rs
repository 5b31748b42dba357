use super::{troubles, work};
use crate::annotations::{Change, Spot};
use crate::model::Clause;
use crate::ui::browser::page;
use crate::ui::markup::{El, On, button, el};
use crate::ui::state::{AnnotationAction, Document, UiAction, ViewContext};
use std::rc::Rc;
use yew::{Callback, Event};

/// The most labels that are suggested.
const N_OFFERED: usize = 60;

/// The form for the selected clause: a star, labels and a note.
pub fn at_clause(cx: &ViewContext, document: &Document, clause: &Clause) -> El {
    let texts = cx.texts();
    let own = cx.annotations.all.get(&document.link(), &clause.id).cloned().unwrap_or_default();
    let change = |change: Change| UiAction::Annotate(Rc::new(AnnotationAction::Change(clause.id.clone(), change)));
    let star = button(texts.star, cx.callback(change(Change::Star)))
        .attr("class", "star")
        .truth("aria-pressed", own.star)
        .attr("aria-keyshortcuts", "s");
    let typed = |change: fn(String) -> Change| {
        let id = clause.id.clone();
        let own = move |words| UiAction::Annotate(Rc::new(AnnotationAction::Change(id.clone(), change(words))));
        cx.dispatch.reform(move |event: Event| own(page::value_of(&event)))
    };
    let id = clause.id.clone();
    let leave = Callback::from(move |event: Event| page::leave_on_escape(&event, id.as_str()));
    let labels = el("input").attr("type", "text").attr("autocomplete", "off").value(&own.labels);
    let labels = labels.on(On::Input, typed(Change::Labels)).on(On::KeyDown, leave.clone());
    let note = el("textarea").attr("rows", "3").attr("dir", "auto").value(&own.note);
    let note = note.on(On::Input, typed(Change::Note)).on(On::KeyDown, leave);
    let field = |words: &'static str, field: El| el("label").with(el("span").text(words)).with(field);
    let mut used = el("div").attr("class", "used-labels");
    // Labels of other clauses only, so that the label being typed is not suggested.
    let spot = Spot { document: document.link(), clause: clause.id.clone() };
    for label in cx.annotations.all.labels_beside(&spot).into_iter().take(N_OFFERED) {
        let with = cx.callback(change(Change::Labels(own.labels_with(label))));
        let pressed = own.labels().any(|own| own == label);
        used = used
            .with(button(label.to_owned(), with).key(label).attr("class", "toggle").truth("aria-pressed", pressed));
    }
    el("div")
        .attr("class", "annotate")
        .attr("role", "group")
        .attr("aria-label", texts.annotations)
        .with(star)
        .with(work::marks(cx, &clause.id, own.work))
        .with(work::marked(cx))
        .with(field(texts.own_labels, labels))
        .with(used)
        .with(field(texts.own_note, note))
        .with_each(troubles(&cx.annotations, texts))
}
