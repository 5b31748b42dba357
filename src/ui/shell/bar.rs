use super::suggestions::{HINTS, below_search};
use crate::i18n::Tongue;
use crate::ui::browser::{history, page};
use crate::ui::markup::{El, On, button, el};
use crate::ui::state::{Act, Panel, SEARCH, Scene};
use yew::{Callback, Event};

/// The id of the list of languages.
pub const LANGUAGES: &str = "languages";

/// The bar at the top: the name, the search box, the language, the help.
pub fn bar(scene: &Scene) -> El {
    let texts = scene.texts();
    let opening =
        |words: String, panel| button(words, scene.will(Act::Open(Some(panel)))).attr("aria-haspopup", "dialog");
    let mut bar = el("header")
        .attr("class", "bar")
        .with(el("a").attr("class", "skip").attr("href", "#text").text(texts.skip_to_text))
        .with(el("p").attr("class", "brand").text("Dispositif"))
        .with(search(scene));
    if !scene.wide {
        let words = match scene.address.query.choices.len() {
            0 => texts.filters.to_owned(),
            n => texts.open_filters.with(&n.to_string()),
        };
        bar = bar.with(opening(words, Panel::Filters).attr("class", "open-filters"));
    }
    let mut languages =
        el("select").attr("id", LANGUAGES).attr("class", "quiet").attr("aria-label", texts.interface_language).on(
            On::Change,
            scene
                .tell
                .reform(|event: Event| Act::Speak(Tongue::from_code(&page::value_of(&event)).unwrap_or_default())),
        );
    for tongue in Tongue::ALL {
        let option = el("option").attr("value", tongue.code()).attr("lang", tongue.code());
        languages = languages.with(option.text(tongue.name()));
    }
    let mut tools = el("div").attr("class", "tools").with(languages);
    for (words, panel) in [(texts.settings, Panel::Settings), (texts.help, Panel::Help)] {
        tools = tools.with(opening(words.to_owned(), panel).attr("class", "quiet"));
    }
    bar.with(tools)
}

/// The search box. What is typed is asked at once.
fn search(scene: &Scene) -> El {
    let texts = scene.texts();
    let typed = scene.tell.reform(|event: Event| Act::Search(page::value_of(&event)));
    // Browsers limit how often an address may be written: when the typing is over, it is written once more.
    let settled = {
        let state = scene.state.clone();
        Callback::from(move |_: Event| history::write(&state.address, false))
    };
    // Who sends what was typed wants to be brought to it.
    let asked = scene.results.asked;
    let sent = scene.tell.reform(move |event: Event| {
        event.prevent_default();
        if asked { Act::Match { forward: true } } else { Act::Seek }
    });
    let field = el("input")
        .attr("id", SEARCH)
        .attr("type", "search")
        .value(&scene.address.query.text)
        .attr("placeholder", texts.search)
        .attr("aria-describedby", HINTS)
        .attr("aria-keyshortcuts", "/")
        .attr("enterkeyhint", "search")
        .attr("autocomplete", "off")
        .attr("spellcheck", "false")
        .on(On::Input, typed)
        .on(On::Change, settled)
        .on(On::KeyDown, Callback::from(|event: Event| page::leave_on_escape(&event)));
    // Always there: before what comes and goes the field would be drawn anew, and lose what is being typed.
    let below = el("div").attr("class", "below");
    el("form")
        .attr("class", "search")
        .attr("role", "search")
        .on(On::Submit, sent)
        .with(el("label").attr("for", SEARCH).text(texts.search))
        .with(field)
        .with(below_search(scene, below))
}
