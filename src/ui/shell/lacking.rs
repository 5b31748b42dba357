use crate::address::{Address, View};
use crate::i18n::Blank;
use crate::query::Stance;
use crate::ui::browser::history;
use crate::ui::controls::link;
use crate::ui::markup::{El, el};
use crate::ui::state::{Step, ViewContext};

/// The notice that the link names documents that are missing, or values that no document has. They are ignored, and without
/// the notice the reader would mistake the rest for the answer.
pub fn lacking(cx: &ViewContext) -> Vec<El> {
    if cx.step != Step::Arrived || cx.awaits_texts {
        return Vec::new();
    }
    let texts = cx.texts();
    let address = history::read();
    // In place of the text the view says so.
    let named = address.document.iter().filter(|_| cx.address.view != View::Text || cx.document().is_some());
    let documents = named.chain(address.scope.chosen()).filter(|link| !cx.corpus.has(link));
    let values = address.query.choices.iter();
    let values = values.filter(|choice| cx.address.query.stance(choice.facet, &choice.value) == Stance::Open);
    let told = |words: Blank, lacking: Vec<String>| {
        let words = words.with(&lacking.join(texts.comma));
        (!lacking.is_empty()).then(|| el("p").attr("class", "sorry").attr("role", "alert").text(words))
    };
    let documents = told(texts.page.document_lacking, documents.map(ToString::to_string).collect());
    let values = told(texts.link_lacking, values.map(|choice| choice.value.clone()).collect());
    documents.into_iter().chain(values).collect()
}

/// In place of a text that is not here: that its turn comes while the reader's own texts are read again; afterwards that it is
/// missing, with a link to the first document.
pub fn no_text(cx: &ViewContext) -> El {
    let texts = cx.texts();
    let section = el("section").attr("class", "view");
    if cx.awaits_texts {
        return section.with(el("p").attr("class", "hint").text(texts.intake.reading));
    }
    let named = cx.address.document.as_ref().map(ToString::to_string).unwrap_or_default();
    let words = el("p").attr("class", "sorry").attr("role", "alert").text(texts.page.document_lacking.with(&named));
    let first = cx.corpus.at(0).map(|first| link(cx, Address::default()).text(first.name().to_owned()));
    section.with(words).with_each(first.map(|first| el("p").with(first)))
}
