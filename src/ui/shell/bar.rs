use super::suggestions::{HINTS, below_search, only_suggestion};
use crate::address::{Address, View};
use crate::i18n::UiLanguage;
use crate::ui::browser::{focus, history, locale, page};
use crate::ui::controls::link;
use crate::ui::markup::{El, On, button, el};
use crate::ui::state::{Panel, SEARCH, UiAction, ViewContext};
use yew::{Callback, Event};

/// The id of the form around the search box.
const SEARCH_FORM: &str = "search-form";

/// The id of the list of languages.
pub const LANGUAGES: &str = "languages";

/// The bar at the top: the name, the search box, the language, the help.
pub fn bar(cx: &ViewContext) -> El {
    let texts = cx.texts();
    let mut bar = el("header")
        .attr("class", "bar")
        .with(el("a").attr("class", "skip").attr("href", "#text").text(texts.skip_to_text))
        .with(el("div").attr("class", "brand").with(link(cx, Address::default()).text("Dispositif")))
        .with(search(cx));
    if !cx.wide {
        bar = bar.with(open_filters(cx));
    }
    let mut languages = el("select")
        .attr("id", LANGUAGES)
        .attr("class", "quiet")
        .attr("aria-label", texts.interface_language)
        .attr("title", texts.translated)
        .on(On::Change, Callback::from(|event: Event| locale::want(&page::value_of(&event))));
    for language in UiLanguage::ALL {
        let option = el("option").attr("value", language.code()).attr("lang", language.code());
        languages = languages.with(option.text(language.name()));
    }
    let is_library = cx.address.view == View::Library;
    let library = link(cx, Address { view: View::Library, place: String::new(), ..cx.address.clone() })
        .attr("class", "quiet")
        .maybe("aria-current", is_library.then_some("page"))
        .text(texts.view_library);
    let mut tools = el("div").attr("class", "tools").with(languages).with(library);
    for (words, panel) in [(texts.settings, Panel::Settings), (texts.help, Panel::Help)] {
        tools = tools.with(opening(cx, words.to_owned(), panel).attr("class", "quiet"));
    }
    if cx.wide {
        return bar.with(tools);
    }
    // On a narrow page they are in a menu.
    let menu = el("details").attr("class", "menu");
    bar.with(menu.with(el("summary").text(texts.page.menu)).with(tools))
}

/// The button that opens the filters on a narrow page.
fn open_filters(cx: &ViewContext) -> El {
    let words = match cx.address.query.choices.len() {
        0 => cx.texts().filters.to_owned(),
        n => cx.texts().open_filters.with(&n.to_string()),
    };
    opening(cx, words, Panel::Filters).attr("class", "open-filters")
}

/// A button that opens a dialog.
fn opening(cx: &ViewContext, words: String, panel: Panel) -> El {
    let open = button(words, cx.callback(UiAction::Open(Some(panel)))).attr("aria-haspopup", "dialog");
    open.truth("aria-expanded", cx.panel == Some(panel))
}

/// The search box. It searches while the reader types.
fn search(cx: &ViewContext) -> El {
    let texts = cx.texts();
    let typed = cx.dispatch.reform(|event: Event| UiAction::Search(page::value_of(&event)));
    // Browsers limit how often the address may be set, so it is set once more when typing is over.
    let settled = {
        let state = cx.state.clone();
        Callback::from(move |_: Event| history::write(&state.address, false))
    };
    // Enter goes to the first match; a single suggestion is accepted first.
    let state = cx.clone();
    let sent = Callback::from(move |event: Event| {
        event.prevent_default();
        let only = only_suggestion(&state);
        let is_place = matches!(only, Some(UiAction::Follow(_)));
        if let Some(taken) = only {
            state.dispatch.emit(taken);
        }
        if !is_place {
            let asks = state.results.asked;
            state.dispatch.emit(if asks { UiAction::Match { forward: true } } else { UiAction::FocusSearch });
        }
    });
    let field = el("input")
        .attr("id", SEARCH)
        .attr("type", "search")
        .value(&cx.address.query.text)
        .attr("placeholder", texts.search)
        .attr("aria-describedby", HINTS)
        .attr("aria-keyshortcuts", "/")
        .attr("enterkeyhint", "search")
        .attr("autocomplete", "off")
        .attr("spellcheck", "false")
        .on(On::Input, typed)
        .on(On::Change, settled)
        .on(On::KeyDown, Callback::from(|event: Event| page::leave_on_escape(&event, SEARCH_FORM)));
    // Always present: otherwise the field would be replaced and lose what is being typed.
    let below = el("div").attr("class", "below");
    el("form")
        .attr("class", "search")
        .attr("role", "search")
        // Escape leads from the field to it: keys are commands then, and the Tab key goes on to the filters.
        .attr("id", SEARCH_FORM)
        .attr("tabindex", "-1")
        .on(On::KeyDown, Callback::from(|event: Event| focus::walk(&event, "#search, .suggestion")))
        .on(On::Submit, sent)
        .with(el("label").attr("for", SEARCH).text(texts.search))
        .with(field)
        .with(below_search(cx, below))
}
