use crate::query::Choice;
use crate::ui::controls::{Chip, chip};
use crate::ui::state::{Act, Scene};
use yew::prelude::*;

/// What is asked, choice by choice, each of which can be taken back.
pub fn chips(scene: &Scene) -> Html {
    let query = &scene.address.query;
    if query.is_empty() {
        return Html::default();
    }
    let texts = scene.texts();
    let of_choice = |choice: &Choice| {
        chip(Chip {
            label: scene.shelf.label(choice.facet, &choice.value, texts),
            lead: choice.excluded.then_some(texts.except),
            excluded: choice.excluded,
            texts,
            onclick: scene.click(Act::Release(choice.facet, choice.value.clone())),
        })
    };
    let words = query.text.trim();
    let of_words = (!words.is_empty()).then(|| {
        chip(Chip {
            label: words.to_owned(),
            lead: Some(texts.searched_words),
            excluded: false,
            texts,
            onclick: scene.click(Act::Search(String::new())),
        })
    });
    html! {
        <div class="chips">
            <ul aria-label={texts.choices}>{for query.choices.iter().map(of_choice).chain(of_words)}</ul>
            <button type="button" class="quiet" onclick={scene.click(Act::Clear)}>{texts.clear_all}</button>
        </div>
    }
}
