use super::{bar, chips, empty, found, lacking, map, scope, view, views, welcome};
use crate::address::View;
use crate::ui::controls::Dialog;
use crate::ui::facets::facets;
use crate::ui::library::reading_kept;
use crate::ui::markup::{El, button, el};
use crate::ui::state::{FILTERS, Panel, TEXT, TextResult, UiAction, ViewContext};
use crate::ui::{annotate, excerpt, help, intake, settings, share};
use yew::prelude::*;

/// From this width the filters are beside the document. The stylesheet has the same number.
pub const WITH_SIDE: &str = "(min-width: 62.5rem)";

/// The whole page, with the document or only with its container.
pub fn page(cx: &ViewContext, with_document: bool) -> El {
    let texts = cx.texts();
    let mut columns = el("div").attr("class", "columns").attr("data-view", cx.address.view.key());
    // The library's list has its own filter; the question about clauses does not affect it.
    let is_library = cx.address.view == View::Library;
    if cx.wide && !is_library {
        let side = el("aside").attr("id", FILTERS).attr("class", "side").attr("aria-label", texts.filters);
        let side = side.attr("tabindex", "-1").node(facets(cx));
        columns = columns.with(side);
    }
    // Optional parts have a permanent container; otherwise the elements before them would be replaced and lose the focus.
    let passing = el("div")
        .with_each(annotate::progress(cx).filter(|_| !is_library))
        .with_each(language_missing(cx))
        .with_each(reading_kept(cx).filter(|_| !is_library))
        .with_each(lacking(cx))
        .with_each((with_document && !is_library).then(|| about_question(cx)).into_iter().flatten());
    // The sticky part at the top.
    let chips = el("div").attr("class", "chosen").with_each(chips(cx).filter(|_| !is_library));
    let head = el("div").attr("class", "head").with(views(cx)).with(chips);
    let head = head.with_each(shown_document(cx)).with_each((!is_library).then(|| found(cx)));
    let main = el("main")
        .attr("id", TEXT)
        .attr("tabindex", "-1")
        .with(share::printed(cx))
        .with(head)
        .with_each(scope(cx).filter(|_| !is_library))
        .with_each(intake::report(cx))
        .with(passing)
        .node(if with_document { view(cx) } else { Html::default() })
        .with(
            el("footer")
                .attr("class", "foot")
                .with(el("p").text(texts.page.unofficial))
                .with(help::offline(cx.edition, texts)),
        );
    let drop_here = el("div").attr("class", "drop-here").attr("aria-hidden", "true").text(texts.intake.drop_here);
    let page = el("div");
    // First, since elements are compared from the last one: the others are kept when the page becomes wide.
    let page = if cx.wide { page } else { page.node(dialog(cx, Panel::Filters, "filters", texts.filters)) };
    let page = page.with(bar(cx)).with(columns.with(main)).with(map(cx)).with(help::renewal(cx)).with(drop_here);
    let page = page.node(dialog(cx, Panel::Help, "help", texts.help));
    let page = page.node(dialog(cx, Panel::Export, "export", texts.export.heading));
    let page = page.node(dialog(cx, Panel::Excerpt, "excerpt", texts.intake.excerpt));
    page.node(dialog(cx, Panel::Settings, "settings", texts.settings)).with(share::copied(cx)).with(opened(cx))
}

/// The name of the document that is shown, if there are several: its masthead may be far above.
fn shown_document(cx: &ViewContext) -> Option<El> {
    if cx.address.view != View::Text || cx.corpus.len() < 2 {
        return None;
    }
    let document = cx.document()?;
    let title = el("bdi").attr("lang", document.language.code()).text(document.title.clone());
    let name = el("b").with(el("bdi").text(document.label().to_owned()));
    Some(el("p").key("shown").attr("class", "shown-document").with(name).text(" ").with(title))
}

/// A live region that announces what has opened beside the text, which may be far from the focus. Dialogs and notes are
/// announced by themselves.
fn opened(cx: &ViewContext) -> El {
    let place = cx.address.place.as_str();
    let document = cx.document().filter(|_| cx.address.view == View::Text);
    let selected = document.and_then(|document| {
        let (paragraph, _) = document.clauses().find(|(_, clause)| clause.id.as_str() == place)?;
        let said = cx.texts().page.analysis_of.with(&cx.texts().place(&paragraph.id));
        let n = cx.range().len() as u32;
        Some(if n == 0 { said } else { [&said, cx.texts().comma, &cx.texts().n_clauses(n)].concat() })
    });
    el("div").attr("class", "opened").attr("aria-live", "polite").text(selected.unwrap_or_default())
}

/// The notice that the chosen interface language could not be loaded.
fn language_missing(cx: &ViewContext) -> Option<El> {
    let words = cx.texts().language_missing.with(cx.language_missing?.name());
    Some(el("p").attr("class", "sorry").attr("role", "status").text(words))
}

/// The notice on the question: pending, or no match; without a question, suggestions.
fn about_question(cx: &ViewContext) -> Vec<El> {
    let none = (cx.results.answer.n_clauses == 0 && !cx.awaits_texts).then(|| empty(cx));
    let welcome = cx.document().and_then(|_| welcome(cx));
    [unfinished(cx), none, welcome].into_iter().flatten().collect()
}

/// The notice on a regular expression without a result, while everything matches.
fn unfinished(cx: &ViewContext) -> Option<El> {
    let (texts, typed) = (cx.texts(), cx.address.query.text.trim());
    let words = match cx.searched {
        TextResult::Waiting => texts.searching.to_owned(),
        TextResult::Failed(failure) => failure.words(texts, typed),
        TextResult::Found(ref found) if found.n_missing > 0 => {
            texts.export.missing.with(&found.n_missing.to_string())
        }
        TextResult::Nothing | TextResult::Found(_) => return None,
    };
    let words = el("p").attr("class", "sorry").attr("role", "status").text(words);
    Some(words)
}

fn dialog(cx: &ViewContext, panel: Panel, name: &'static str, heading: &'static str) -> Html {
    let open = cx.panel == Some(panel);
    let children = match panel {
        _ if !open => Html::default(),
        Panel::Help => help::help(cx),
        Panel::Settings => settings::settings(cx),
        Panel::Export => share::save(cx),
        Panel::Excerpt => excerpt::excerpt(cx),
        Panel::Filters => {
            let n = cx.texts().n_clauses(cx.results.answer.n_clauses);
            let show = button(cx.texts().show_found.with(&n), cx.callback(UiAction::Open(None)));
            el("div").node(facets(cx)).with(show.attr("class", "main")).into()
        }
    };
    html! { <Dialog key={name} cx={cx.clone()} {name} {heading} {open}>{children}</Dialog> }
}
