use crate::address::{Address, View};
use crate::i18n::Texts;
use crate::ui::browser::page;
use crate::ui::markup::{El, On, button, el, sign};
use crate::ui::state::{Document, UiAction, ViewContext};
use yew::{Callback, Event};

/// “n / total”, in digits for every language.
pub fn of_how_many(n_shown: usize, n: usize) -> El {
    el("small").attr("class", "cut").text([&n_shown.to_string(), "\u{a0}/\u{a0}", &n.to_string()].concat())
}

/// A chip: a choice that can be removed with one click.
pub struct Chip<'a> {
    /// The choice.
    pub label: String,
    /// The language of the label, if it is not the interface's.
    pub lang: Option<&'static str>,
    /// A prefix: « sauf » before an excluded value.
    pub lead: Option<&'static str>,
    /// Whether it is excluded rather than chosen.
    pub excluded: bool,
    /// The interface's texts.
    pub texts: &'a Texts,
    /// Called when it is removed.
    pub taken_back: Callback<Event>,
}

/// Renders a chip as a list item.
pub fn chip(chip: Chip) -> El {
    let Chip { label, lang, lead, excluded, texts, taken_back } = chip;
    let spoken = match lead {
        Some(lead) => [lead, " ", &label].concat(),
        None => label.clone(),
    };
    let button = sign(taken_back)
        .attr("class", "chip")
        .flag("data-excluded", excluded)
        .attr("aria-label", texts.remove.with(&spoken))
        .with_each(lead.map(|lead| el("small").text(lead)))
        .text(" ")
        .with(el("bdi").maybe("lang", lang).text(label))
        .with(el("span").attr("class", "cross").attr("aria-hidden", "true"));
    el("li").key(&spoken).with(button)
}

/// A value that filters when it is clicked.
pub struct Toggle {
    /// Its content.
    pub label: String,
    /// The language of the label, if it is not the interface's.
    pub lang: Option<&'static str>,
    /// Its label for screen readers.
    pub name: String,
    /// Its tooltip.
    pub title: Option<String>,
    /// Whether it is on.
    pub pressed: bool,
    /// Called when it is clicked.
    pub clicked: Callback<Event>,
}

/// Renders a toggle.
pub fn toggle(toggle: Toggle) -> El {
    let Toggle { label, lang, name, title, pressed, clicked } = toggle;
    button(label, clicked)
        .attr("class", "toggle")
        .truth("aria-pressed", pressed)
        .attr("aria-label", name)
        .maybe("title", title)
        .maybe("lang", lang)
}

/// A segmented control: radio buttons, each with a key, a label and an action.
pub fn switch<L: AsRef<str>>(
    cx: &ViewContext,
    name: &'static str,
    legend: &'static str,
    chosen: &'static str,
    options: &[(&'static str, L, UiAction)],
) -> El {
    let mut choices = el("div");
    for (key, label, act) in options {
        let choice = el("input")
            .attr("type", "radio")
            .attr("name", name)
            .attr("value", *key)
            .checked(*key == chosen)
            .on(On::Change, cx.callback(act.clone()));
        choices = choices.with(el("label").with(choice).with(el("span").text(label.as_ref().to_owned())));
    }
    el("fieldset").attr("class", "switch").with(el("legend").text(legend)).with(choices)
}

/// A link within the explorer, which can also be copied or opened in a new tab.
pub fn link(cx: &ViewContext, address: Address) -> El {
    let href = address.href();
    let dispatch = cx.dispatch.clone();
    let follow = Callback::from(move |event: Event| {
        if !page::opens_elsewhere(&event) {
            event.prevent_default();
            dispatch.emit(UiAction::Follow(address.clone()));
        }
    });
    el("a").attr("href", href).on(On::Click, follow)
}

/// A link to a paragraph or a clause in the text of a document, whatever view it is in.
pub fn link_to_place(cx: &ViewContext, document: &Document, place: &str) -> El {
    let document = cx.corpus.named(document);
    link(cx, Address { document, view: View::Text, place: place.to_owned(), ..cx.address.clone() })
}

/// A document's name at the start of a list row; empty if the question covers only one document.
pub fn document_name(cx: &ViewContext, document: &Document) -> Option<El> {
    let name = el("bdi").attr("class", "of-document").attr("title", document.summary().title.clone());
    cx.asks_several().then(|| name.text(document.label().to_owned()))
}

/// A table of inputs and their effects.
pub fn definitions(term: &'static str, entries: &[(&'static str, &'static str)]) -> El {
    let mut list = el("dl");
    for (typed, meaning) in entries {
        let typed = el("dt").with_each(typed.split('\t').map(|typed| el(term).text(typed)));
        list = list.with(el("div").with(typed).with(el("dd").text(*meaning)));
    }
    list
}

/// A form with one field, which it clears when it is submitted, and a button.
pub fn text_form(
    cx: &ViewContext,
    (label, field): (&'static str, El),
    submit: &'static str,
    then: impl Fn(String) -> UiAction + 'static,
) -> El {
    let dispatch = cx.dispatch.clone();
    let submitted = Callback::from(move |event: Event| {
        if let Some(written) = page::submitted(&event) {
            dispatch.emit(then(written));
        }
    });
    let submit = el("button").attr("type", "submit").text(submit);
    let label = el("label").with(el("span").text(label)).with(field);
    el("form").attr("class", "text-form").on(On::Submit, submitted).with(label).with(submit)
}
