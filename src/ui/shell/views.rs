use super::no_text;
use super::scope::scope_words;
use crate::address::{Address, View};
use crate::i18n::Texts;
use crate::ui::controls::link;
use crate::ui::markup::{El, el};
use crate::ui::reader::DocumentView;
use crate::ui::state::ViewContext;
use crate::ui::{annotate, brief, due, help, library, matrix, questions, references, table};
use yew::prelude::*;

/// The tabs: a link to each view. On a narrow page the stylesheet shows the first ones and a menu with the others, which has
/// the name of the current view if that has no tab.
pub fn views(cx: &ViewContext) -> El {
    let texts = cx.texts();
    let (mut tabs, mut others) = (el("ul").attr("class", "views"), el("ul"));
    for view in View::ALL {
        let has_tab = HAS_TAB.contains(&view);
        tabs = tabs.with(el("li").flag("data-more", !has_tab).with(tab(cx, view)));
        if !has_tab {
            others = others.with(el("li").with(tab(cx, view)));
        }
    }
    let current = Some(cx.address.view).filter(|view| View::ALL.contains(view) && !HAS_TAB.contains(view));
    let named = el("summary").maybe("aria-current", current.map(|_| "true"));
    let named = named.text(current.map_or(texts.page.more_views, |view| name(view, texts)));
    let menu = el("details").attr("class", "menu").with(named).with(others);
    el("nav").attr("class", "tabs").attr("aria-label", texts.views).with(tabs).with(menu)
}

/// The views that have a tab on a narrow page too.
const HAS_TAB: [View; 3] = [View::Text, View::Table, View::Due];

/// The link to a view.
fn tab(cx: &ViewContext, view: View) -> El {
    let key = match view {
        View::Table => Some("t"),
        View::Matrix => Some("m"),
        _ => None,
    };
    link(cx, Address { view, place: String::new(), ..cx.address.clone() })
        .maybe("aria-current", (view == cx.address.view).then_some("page"))
        .maybe("aria-keyshortcuts", key)
        .text(name(view, cx.texts()))
}

/// The name of a view.
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

/// The current view.
pub fn view(cx: &ViewContext) -> Html {
    if cx.address.view == View::Text {
        return if cx.document().is_some() {
            html! { <DocumentView cx={cx.clone()} /> }
        } else {
            no_text(cx).into()
        };
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
    let of = match cx.corpus.asked(&cx.address).as_slice() {
        [(_, document)] => {
            let title = el("span").attr("lang", document.language.code()).text(document.title.clone());
            of.with(el("b").text(document.label().to_owned())).text(" ").with(title)
        }
        [] => of,
        _ => of.text(scope_words(cx)),
    };
    // These views belong to no document.
    let of = (!matches!(cx.address.view, View::Method | View::Library)).then_some(of);
    el("section").attr("class", "view").with(heading).with_each(of).with_each(body).into()
}
