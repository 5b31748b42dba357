use crate::i18n::Blank;
use crate::query::Stance;
use crate::ui::browser::history;
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
    let documents = address.document.iter().chain(address.scope.chosen()).filter(|link| !cx.corpus.has(link));
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
