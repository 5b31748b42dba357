//! What reference managers and search engines read in the head of a page: Google Scholar's names, Dublin Core, and
//! schema.org's `Legislation`.

use crate::model::{Date, Language, Reference, Symbol};

/// The facts of a document for programs.
pub struct DocumentFacts<'a> {
    /// Its title, or else its name.
    pub title: &'a str,
    /// Its symbol; may be empty.
    pub symbol: &'a Symbol,
    /// The name of the body that adopted it; empty if not known.
    pub body: &'a str,
    /// When it was adopted.
    pub adopted: Option<Date>,
    /// Its language.
    pub language: Language,
}

impl DocumentFacts<'_> {
    fn day_and_url(&self) -> (String, String) {
        let url = if self.symbol.as_str().is_empty() {
            String::new()
        } else {
            Reference::url(self.symbol, self.language)
        };
        (self.adopted.map(Date::iso).unwrap_or_default(), url)
    }

    /// Names with values.
    pub fn pairs(&self) -> Vec<(&'static str, String)> {
        let (day, url) = self.day_and_url();
        let (symbol, language) = (self.symbol.as_str(), self.language.code());
        let pairs = [
            ("citation_title", self.title),
            ("citation_technical_report_number", symbol),
            ("citation_technical_report_institution", self.body),
            ("citation_author", self.body),
            ("citation_publication_date", &day),
            ("citation_language", language),
            ("citation_public_url", &url),
            ("DC.title", self.title),
            ("DC.identifier", symbol),
            ("DC.creator", self.body),
            ("DC.date", &day),
            ("DC.language", language),
            ("DC.type", "resolution"),
        ];
        let known = pairs.into_iter().filter(|(_, value)| !value.is_empty());
        known.map(|(name, value)| (name, value.to_owned())).collect()
    }

    /// A JSON-LD description.
    pub fn json(&self) -> String {
        let (day, url) = self.day_and_url();
        let facts = [
            ("@context", "https://schema.org"),
            ("@type", "Legislation"),
            ("name", self.title),
            ("legislationIdentifier", self.symbol.as_str()),
            ("legislationPassedBy", self.body),
            ("legislationDate", &day),
            ("inLanguage", self.language.code()),
            ("url", &url),
        ];
        let mut json = "{".to_owned();
        for (name, value) in facts.into_iter().filter(|(_, value)| !value.is_empty()) {
            json.extend([if json.len() > 1 { "," } else { "" }, &quoted(name), ":", &quoted(value)]);
        }
        json.push('}');
        json
    }
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
