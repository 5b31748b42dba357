use crate::address::{Address, View};
use crate::i18n::Texts;
use crate::ui::controls::link;
use crate::ui::markup::{El, el};
use crate::ui::reader::DocumentView;
use crate::ui::state::ViewContext;
use crate::ui::{annotate, brief, due, help, library, matrix, questions, references, table};
use yew::prelude::*;

/// The ways to show what is found, each a link.
pub fn views(cx: &ViewContext) -> El {
    let texts = cx.texts();
    let mut list = el("ul");
    for view in View::ALL {
        let current = view == cx.address.view;
        let key = match view {
            View::Table => Some("t"),
            View::Matrix => Some("m"),
            _ => None,
        };
        let link = link(cx, Address { view, place: String::new(), ..cx.address.clone() })
            .maybe("aria-current", current.then_some("page"))
            .maybe("aria-keyshortcuts", key)
            .text(name(view, texts));
        list = list.with(el("li").with(link));
    }
    el("nav").attr("class", "views").attr("aria-label", texts.views).with(list)
}

/// What a view is called.
pub fn name(view: View, texts: &Texts) -> &'static str {
    match view {
        View::Text => texts.view_text,
        View::Table => texts.view_table,
        View::Matrix => texts.view_matrix,
        View::References => texts.view_references,
        View::Due => texts.view_due,
        View::Annotations => texts.view_annotations,
        View::Brief => texts.intake.view_brief,
        View::Questions => texts.intake.view_questions,
        View::Library => texts.view_library,
        View::Method => texts.method,
    }
}

/// What is found, in the view that was chosen.
pub fn view(cx: &ViewContext) -> Html {
    let Some(document) = cx.document() else { return cx.texts().no_document.into() };
    if cx.address.view == View::Text {
        return html! { <DocumentView cx={cx.clone()} /> };
    }
    let body = match cx.address.view {
        View::Text => Vec::new(),
        View::Table => table::table(cx),
        View::Matrix => matrix::matrix(cx),
        View::References => references::references(cx),
        View::Due => due::due(cx),
        View::Annotations => annotate::annotations(cx),
        View::Brief => brief::brief(cx),
        View::Questions => questions::questions(cx),
        View::Library => library::library(cx),
        View::Method => help::method(cx),
    };
    let heading = el("h1").attr("class", "view-title").text(name(cx.address.view, cx.texts()));
    let of = el("p").attr("class", "of");
    let of = if cx.asks_several() {
        of.text(cx.texts().count(cx.corpus.asked(&cx.address).len(), cx.texts().n_documents))
    } else {
        let title = el("span").attr("lang", document.language.code()).text(document.title.clone());
        of.with(el("b").text(document.name().to_owned())).text(" ").with(title)
    };
    // These are about no document in particular.
    let of = (!matches!(cx.address.view, View::Method | View::Library)).then_some(of);
    el("section").attr("class", "view").with(heading).with_each(of).with_each(body).into()
}
