//! The documents at hand: which there are, and which of them are asked.

use crate::ui::controls::link;
use crate::ui::markup::{El, el};
use crate::ui::state::ViewContext;

/// The list of the documents, each a link.
pub fn library(cx: &ViewContext) -> Vec<El> {
    let mut list = el("ul").attr("class", "documents");
    for document in cx.corpus.all() {
        let address = cx.corpus.address_of(document);
        let name = link(cx, address).attr("lang", document.language.code()).text(document.name().to_owned());
        list = list.with(el("li").with(name).text(" ").with(el("span").text(document.title.clone())));
    }
    vec![list]
}
