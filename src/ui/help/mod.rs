//! The help dialog.

mod method;
mod offline;

pub use method::method;
pub use offline::{offline, renewal};

use crate::address::{Address, View};
use crate::ui::controls::{definitions, link};
use crate::ui::markup::el;
use crate::ui::state::ViewContext;
use yew::Html;

/// The help: filters, search, keys, the reliability of labels, offline use.
pub fn help(cx: &ViewContext) -> Html {
    let texts = cx.texts();
    // A tab separates keys of one row.
    let keys = [
        ("/", texts.key_search),
        ("n\tp", texts.key_matches),
        ("j\tk", texts.key_paragraphs),
        ("t\tm", texts.key_views),
        ("f", texts.key_filters),
        ("s", texts.key_star),
        ("r", texts.intake.key_reviewed),
        ("Esc", texts.key_escape),
        ("?", texts.key_help),
    ];
    let method_link = link(cx, Address { view: View::Method, place: String::new(), ..cx.address.clone() })
        .text(texts.method_lead);
    el("div")
        .with(el("h3").text(texts.help_filters))
        .with(el("p").text(texts.help_filters_text))
        .with(el("h3").text(texts.search))
        .with(definitions("code", &texts.hints))
        .with(el("h3").text(texts.keys))
        .with(definitions("kbd", &keys))
        .with(el("p").text(texts.keys_off))
        .with(el("h3").text(texts.view_library))
        .with(el("p").text(texts.intake.about))
        .with(el("h3").text(texts.intake.view_questions))
        .with(el("p").text(texts.intake.questions_about))
        .with(el("h3").text(texts.intake.mark))
        .with(el("p").text(texts.intake.mark_range))
        .with(el("h3").text(texts.help_labels))
        .with(el("p").text(texts.help_labels_text))
        .with(el("p").with(method_link))
        .with(el("h3").text(texts.help_offline))
        .with(offline(cx.edition, texts))
        .into()
}
