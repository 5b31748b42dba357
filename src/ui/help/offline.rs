use crate::i18n::Texts;
use crate::ui::browser::edition::{self, Edition};
use crate::ui::markup::{El, button, el};
use crate::ui::state::{UiAction, ViewContext};
use yew::Callback;

/// Whether the page works offline, and a link to the single-file edition.
pub fn offline(edition: Edition, texts: &Texts) -> El {
    let state = match edition {
        Edition::Online => texts.needs_network,
        Edition::Kept | Edition::Newer => texts.is_kept,
        Edition::File => texts.is_copy,
    };
    // Shown when scripts/boot.js has learnt that the page cannot be stored.
    let class = (edition == Edition::Online).then_some("unkept");
    let words = el("p").with(el("span").maybe("class", class).text(state));
    if edition == Edition::File {
        return words;
    }
    let copy = el("a").attr("href", "dispositif.html").attr("download", "dispositif.html").text(texts.keep_copy);
    words.text(" ").with(copy).text(texts.what_copy_is)
}

/// The notice that a newer version is ready. Its live region is always on the page: screen readers announce only changes in
/// an existing one.
pub fn renewal(cx: &ViewContext) -> El {
    let texts = cx.texts();
    let place = el("div").attr("role", "status").attr("class", "renewal");
    if cx.edition != Edition::Newer {
        return place;
    }
    let reload = button(texts.reload, Callback::from(|_| edition::renew())).attr("class", "main");
    let later = button(texts.later, cx.callback(UiAction::EditionChanged(Edition::Kept))).attr("class", "quiet");
    place.with(el("p").text(texts.newer_version)).with(reload).with(later)
}
