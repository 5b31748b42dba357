use crate::address::{Address, Grouping, View};
use crate::query::{Choice, Facet};
use crate::ui::controls::{Chip, chip, link};
use crate::ui::markup::{El, button, el};
use crate::ui::share;
use crate::ui::state::{UiAction, ViewContext};

/// The question as chips, each of which can be removed.
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
            .with_each(beside(cx))
            .with(share::question(cx))
            .with(share::opening(cx))
            .with_each(share::print(cx)),
    )
}

/// If several actors are chosen, the link that shows their clauses side by side.
fn beside(cx: &ViewContext) -> Option<El> {
    let is_actor = |choice: &&Choice| choice.facet == Facet::Actor && !choice.excluded;
    if cx.address.query.choices.iter().filter(is_actor).count() < 2 {
        return None;
    }
    let address =
        Address { view: View::Brief, grouping: Grouping::Actor, place: String::new(), ..cx.address.clone() };
    let is_current = cx.address.view == View::Brief && cx.address.grouping == Grouping::Actor;
    let link = link(cx, address).attr("class", "quiet").maybe("aria-current", is_current.then_some("page"));
    Some(link.text(cx.texts().page.actors_beside))
}
