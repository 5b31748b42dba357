use crate::i18n::Texts;
use crate::ui::browser::edition::{self, Edition};
use crate::ui::markup::{El, button, el};
use crate::ui::state::{UiAction, ViewContext};
use yew::Callback;

/// Whether the page needs the network, and the copy of it that needs none.
pub fn offline(edition: Edition, texts: &Texts) -> El {
    let state = match edition {
        Edition::Online => texts.needs_network,
        Edition::Kept | Edition::Newer => texts.is_kept,
        Edition::File => texts.is_copy,
    };
    let words = el("p").text(state);
    if edition == Edition::File {
        return words;
    }
    let copy = el("a").attr("href", "dispositif.html").attr("download", "dispositif.html").text(texts.keep_copy);
    words.text(" ").with(copy).text(texts.what_copy_is)
}

/// Says that a newer version is there. The place for it is always on the page: what is announced is what changes in
/// a place that was there before.
pub fn renewal(cx: &ViewContext) -> El {
    let texts = cx.texts();
    let place = el("div").attr("role", "status").attr("class", "renewal");
    if cx.edition != Edition::Newer {
        return place;
    }
    let reload = button(texts.reload, Callback::from(|_| edition::renew())).attr("class", "main");
    let later = button(texts.later, cx.callback(UiAction::Keep(Edition::Kept))).attr("class", "quiet");
    place.with(el("p").text(texts.newer_version)).with(reload).with(later)
}
