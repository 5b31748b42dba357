use crate::export::metadata::DocumentFacts;
use crate::i18n::Texts;
use crate::ui::state::Document;

/// The metadata of a document: names with values, and a JSON-LD description.
pub fn metadata(document: &Document, texts: &Texts) -> (Vec<(&'static str, String)>, String) {
    let summary = document.summary();
    let described = DocumentFacts {
        title: if summary.title.is_empty() { document.name() } else { &summary.title },
        symbol: &summary.symbol,
        body: summary.body.map(|body| texts.organ(body)).unwrap_or_default(),
        adopted: summary.adopted,
        language: summary.id.language,
    };
    (described.pairs(), described.json())
}
