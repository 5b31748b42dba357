use crate::ui::controls::{Chip, chip};
use crate::ui::markup::{El, button, el};
use crate::ui::share;
use crate::ui::state::{UiAction, ViewContext};

/// What is asked, choice by choice, each of which can be taken back.
pub fn chips(cx: &ViewContext) -> Option<El> {
    let query = &cx.address.query;
    let words = query.text.trim();
    if words.is_empty() && query.choices.is_empty() {
        return None;
    }
    let texts = cx.texts();
    let mut list = el("ul").attr("aria-label", texts.choices);
    for choice in &query.choices {
        list = list.with(chip(Chip {
            label: cx.corpus.label(choice.facet, &choice.value, texts),
            lang: cx.corpus.foreign(choice.facet, &choice.value, texts),
            lead: choice.excluded.then_some(texts.except),
            excluded: choice.excluded,
            texts,
            taken_back: cx.callback(UiAction::Release(choice.facet, choice.value.clone())),
        }));
    }
    if !words.is_empty() {
        list = list.with(chip(Chip {
            label: words.to_owned(),
            lang: None,
            lead: Some(texts.searched_words),
            excluded: false,
            texts,
            taken_back: cx.callback(UiAction::Search(String::new())),
        }));
    }
    let clear = button(texts.clear_all, cx.callback(UiAction::Clear)).attr("class", "quiet");
    Some(
        el("div")
            .attr("class", "chips")
            .with(list)
            .with(clear)
            .with(share::question(cx))
            .with_each(share::print(cx)),
    )
}
