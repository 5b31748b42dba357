use crate::i18n::Texts;
use crate::ui::state::{Act, Scene};
use yew::prelude::*;

/// A choice that a reader can take back with one click.
pub struct Chip<'a> {
    /// What was chosen.
    pub label: String,
    /// What stands before it: « sauf » before an excluded value.
    pub lead: Option<&'static str>,
    /// Whether it is excluded rather than chosen.
    pub excluded: bool,
    /// What the interface says.
    pub texts: &'a Texts,
    /// It is taken back.
    pub onclick: Callback<MouseEvent>,
}

/// Draws a chip, as an item of a list.
pub fn chip(chip: Chip) -> Html {
    let Chip { label, lead, excluded, texts, onclick } = chip;
    let spoken = match lead {
        Some(lead) => [lead, " ", &label].concat(),
        None => label.clone(),
    };
    html! {
        <li key={spoken.clone()}>
            <button type="button" class="chip" data-excluded={excluded.then_some("")}
                aria-label={texts.remove.with(&spoken)} {onclick}>
                {lead.map(|lead| html! { <small>{lead}</small> })}
                <span>{label}</span>
                <span class="cross" aria-hidden="true"></span>
            </button>
        </li>
    }
}

/// A value where it is named, which filters by it at a click.
pub struct Toggle {
    /// What it shows.
    pub label: String,
    /// The language of the label, if it is not the interface's.
    pub lang: Option<&'static str>,
    /// What it says to those who hear it.
    pub name: String,
    /// What it says to those who wait over it.
    pub title: Option<String>,
    /// Whether it is pressed.
    pub pressed: bool,
    /// It is clicked.
    pub onclick: Callback<MouseEvent>,
}

/// Draws a toggle.
pub fn toggle(toggle: Toggle) -> Html {
    let Toggle { label, lang, name, title, pressed, onclick } = toggle;
    html! {
        <button type="button" class="toggle" aria-pressed={truth(pressed)} aria-label={name} {title} {lang} {onclick}>
            {label}
        </button>
    }
}

/// A choice of one among few: radio buttons that look like one control. Each has its key, its label and its act.
pub fn switch(
    scene: &Scene,
    name: &'static str,
    legend: &'static str,
    chosen: &'static str,
    options: Vec<(&'static str, &'static str, Act)>,
) -> Html {
    let option = |(key, label, act): (&'static str, &'static str, Act)| {
        html! {
            <label>
                <input type="radio" {name} value={key} checked={key == chosen} onchange={scene.event(act)} />
                <span>{label}</span>
            </label>
        }
    };
    html! {
        <fieldset class="switch">
            <legend>{legend}</legend>
            <div>{for options.into_iter().map(option)}</div>
        </fieldset>
    }
}

/// How to search: what can be typed, and what it finds.
pub fn hints(texts: &'static Texts) -> Html {
    let hints = [
        (texts.hint_words, texts.hint_words_meaning),
        (texts.hint_phrase, texts.hint_phrase_meaning),
        (texts.hint_prefix, texts.hint_prefix_meaning),
        (texts.hint_without, texts.hint_without_meaning),
    ];
    hints
        .into_iter()
        .map(|(typed, meaning)| html! { <div><dt><code>{typed}</code></dt><dd>{meaning}</dd></div> })
        .collect()
}

/// A state as attributes say it.
pub fn truth(is: bool) -> &'static str {
    if is { "true" } else { "false" }
}
