use crate::i18n::Texts;
use crate::model::{Date, Reference};
use crate::ui::state::Document;

/// The metadata of a document: names with values, and a JSON-LD description.
pub fn metadata(document: &Document, texts: &Texts) -> (Vec<(&'static str, String)>, String) {
    let summary = document.summary();
    let symbol = summary.symbol.to_string();
    let title = if summary.title.is_empty() { document.name().to_owned() } else { summary.title.clone() };
    let body = summary.body.map(|body| texts.organ(body).to_owned()).unwrap_or_default();
    let day = summary.adopted.map(Date::iso).unwrap_or_default();
    let language = summary.id.language.code().to_owned();
    let url = if symbol.is_empty() { String::new() } else { Reference::url(&summary.symbol, summary.id.language) };
    let pairs = [
        ("citation_title", &title),
        ("citation_technical_report_number", &symbol),
        ("citation_technical_report_institution", &body),
        ("citation_author", &body),
        ("citation_publication_date", &day),
        ("citation_language", &language),
        ("citation_public_url", &url),
        ("DC.title", &title),
        ("DC.identifier", &symbol),
        ("DC.creator", &body),
        ("DC.date", &day),
        ("DC.language", &language),
        ("DC.type", &"resolution".to_owned()),
    ]
    .into_iter()
    .filter(|(_, value)| !value.is_empty())
    .map(|(name, value)| (name, value.clone()))
    .collect();
    let facts = [
        ("@context", "https://schema.org"),
        ("@type", "Legislation"),
        ("name", &title),
        ("legislationIdentifier", &symbol),
        ("legislationPassedBy", &body),
        ("legislationDate", &day),
        ("inLanguage", &language),
        ("url", &url),
    ];
    let mut json = "{".to_owned();
    for (name, value) in facts.into_iter().filter(|(_, value)| !value.is_empty()) {
        json.extend([if json.len() > 1 { "," } else { "" }, &quoted(name), ":", &quoted(value)]);
    }
    json.push('}');
    (pairs, json)
}

/// A JSON string that is safe in HTML.
fn quoted(text: &str) -> String {
    let mut quoted = "\"".to_owned();
    for letter in text.chars() {
        match letter {
            '"' => quoted.push_str("\\\""),
            '\\' => quoted.push_str("\\\\"),
            '<' => quoted.push_str("\\u003c"),
            letter if letter.is_control() => quoted.push(' '),
            letter => quoted.push(letter),
        }
    }
    quoted.push('"');
    quoted
}
