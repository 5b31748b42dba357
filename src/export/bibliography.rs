//! Documents, or the paragraphs chosen in them, for reference managers: BibTeX, RIS and CSL-JSON.
//!
//! A whole document is one entry. If clauses of it are chosen, each paragraph with a chosen clause is an entry, with its
//! number as locator.

use super::selection::{Chosen, Selection};
use super::words::FileWords;
use crate::model::{Date, Organ, Paragraph, ParagraphId, Resolution};
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::fmt::Write;

/// One entry.
struct Entry<'a> {
    document: &'a Resolution,
    paragraph: Option<&'a Paragraph>,
    url: String,
}

fn entries<'a>(selection: &Selection<'a>) -> Vec<Entry<'a>> {
    let mut entries = Vec::new();
    for chosen in &selection.documents {
        let Chosen { document, clauses, .. } = chosen;
        match clauses {
            None => entries.push(Entry { document, paragraph: None, url: chosen.url() }),
            Some(_) => entries.extend(chosen.paragraphs().map(|paragraph| Entry {
                document,
                paragraph: Some(paragraph),
                url: chosen.url(),
            })),
        }
    }
    entries
}

/// Whether there is no entry.
pub fn is_blank(selection: &Selection<'_>) -> bool {
    entries(selection).is_empty()
}

impl Entry<'_> {
    fn title(&self) -> &str {
        let document = self.document;
        if document.title.is_empty() { document.symbol.as_str() } else { &document.title }
    }

    fn organ(&self) -> &'static str {
        match self.document.organ {
            Organ::GeneralAssembly => "United Nations General Assembly",
            Organ::SecurityCouncil => "United Nations Security Council",
            Organ::EconomicAndSocialCouncil => "United Nations Economic and Social Council",
            Organ::HumanRightsCouncil => "United Nations Human Rights Council",
            Organ::Other => "United Nations",
        }
    }

    /// The words for places in the document's language, and the paragraph.
    fn paragraph_in_words(&self) -> Option<(&'static FileWords, &ParagraphId)> {
        Some((FileWords::of(self.document.language), &self.paragraph?.id))
    }

    /// The paragraph's number: “12(a)”; empty without one.
    fn number(&self) -> String {
        self.paragraph_in_words().map(|(words, id)| words.number(self.document, id)).unwrap_or_default()
    }

    /// The paragraph's place: “para. 12(a)”; empty without a number.
    fn place(&self) -> String {
        self.paragraph_in_words().map(|(words, id)| words.place(self.document, id)).unwrap_or_default()
    }

    /// Letters, digits and hyphens: `A-RES-74-175`, `A-RES-74-175-op2`.
    fn key(&self) -> String {
        let name = super::selection::name(self.document);
        let mut key = String::new();
        let words = [name, " ", self.paragraph.map_or("", |paragraph| paragraph.id.as_str())].concat();
        for letter in words.trim().chars().take(80) {
            if letter.is_ascii_alphanumeric() {
                key.push(letter);
            } else if !key.is_empty() && !key.ends_with('-') {
                key.push('-');
            }
        }
        let key = key.trim_matches('-');
        if key.is_empty() { "document".to_owned() } else { key.to_owned() }
    }

    fn date(&self) -> Option<Date> {
        self.document.adopted
    }
}

/// A key, with a number appended if another entry has it already.
fn unique_key(key: &str, seen: &mut BTreeMap<String, usize>) -> String {
    let mut unique = key.to_owned();
    // The count gives the next free number, unless a key itself ends in a number.
    let mut n = seen.get(key).copied().unwrap_or_default();
    while seen.contains_key(&unique) {
        n += 1;
        unique = format!("{key}-{n}");
    }
    seen.insert(key.to_owned(), n.max(1));
    seen.entry(unique.clone()).or_insert(1);
    unique
}

/// `BibTeX`: `@misc` with the organ as author, since there is no entry type for resolutions.
pub fn bibtex(selection: &Selection<'_>) -> String {
    let mut bibtex = String::new();
    for fact in selection.provenance() {
        let _ = writeln!(bibtex, "% {}", fact.line(selection.words()).replace(['\n', '\r', '@'], " "));
    }
    let mut seen = BTreeMap::new();
    for entry in entries(selection) {
        let document = entry.document;
        let _ = write!(bibtex, "\n@misc{{{}", unique_key(&entry.key(), &mut seen));
        let mut field = |name: &str, value: &str| {
            if !value.is_empty() {
                let _ = write!(bibtex, ",\n  {name} = {{{value}}}");
            }
        };
        field("title", &["{", &for_bibtex(entry.title()), "}"].concat());
        field("author", &["{", entry.organ(), "}"].concat());
        field("institution", "United Nations");
        field("number", &for_bibtex(document.symbol.as_str()));
        if let Some(date) = entry.date() {
            field("date", &date.iso());
            field("year", &date.year.to_string());
            field("month", &date.month.map(|month| month.to_string()).unwrap_or_default());
        }
        field("langid", langid(document.language));
        field("note", &for_bibtex(&entry.place()));
        field("annote", &entry.paragraph.map(|paragraph| for_bibtex(&paragraph.text)).unwrap_or_default());
        field("url", &entry.url);
        bibtex.push_str("\n}\n");
    }
    bibtex
}

fn langid(language: crate::model::Language) -> &'static str {
    use crate::model::Language;
    match language {
        Language::French => "french",
        Language::English => "english",
        Language::Spanish => "spanish",
        Language::Russian => "russian",
        Language::Arabic => "arabic",
        Language::Chinese => "chinese",
    }
}

fn for_bibtex(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '\\' => escaped.push_str("\\textbackslash{}"),
            '{' | '}' | '%' | '#' | '$' | '&' | '_' => escaped.extend(['\\', letter]),
            '~' => escaped.push_str("\\textasciitilde{}"),
            '^' => escaped.push_str("\\textasciicircum{}"),
            '\n' | '\r' | '\t' => escaped.push(' '),
            _ => escaped.push(letter),
        }
    }
    escaped
}

/// RIS: lines of a tag and a value.
pub fn ris(selection: &Selection<'_>) -> String {
    let mut ris = String::new();
    let provenance = selection.provenance();
    for entry in entries(selection) {
        let document = entry.document;
        let mut line = |tag: &str, value: &str| {
            let value = value.replace(['\n', '\r', '\t'], " ");
            if !value.trim().is_empty() || tag == "ER" {
                let _ = write!(ris, "{tag}  - {}\r\n", value.trim());
            }
        };
        line("TY", "GOVDOC");
        line("TI", entry.title());
        line("AU", entry.organ());
        line("PB", "United Nations");
        line("M1", document.symbol.as_str());
        if let Some(date) = entry.date() {
            line("PY", &date.year.to_string());
            let two = |part: Option<u8>| part.map(|part| format!("{part:02}")).unwrap_or_default();
            line("DA", &format!("{}/{}/{}/", date.year, two(date.month), two(date.month.and(date.day))));
        }
        line("LA", document.language.code());
        // The section of a document; a start page (SP) would be cited as a page.
        line("SE", &entry.number());
        line("AB", entry.paragraph.map_or("", |paragraph| &paragraph.text));
        line("UR", &entry.url);
        for fact in &provenance {
            line("N1", &fact.line(selection.words()));
        }
        line("ER", "");
        ris.push_str("\r\n");
    }
    ris
}

/// CSL-JSON, for Zotero and pandoc.
pub fn csl_json(selection: &Selection<'_>) -> String {
    let provenance: Vec<String> = selection.provenance().iter().map(|fact| fact.line(selection.words())).collect();
    let mut seen = BTreeMap::new();
    let items: Vec<Value> = entries(selection)
        .into_iter()
        .map(|entry| {
            let mut item = json!({
                "id": unique_key(&entry.key(), &mut seen),
                "type": "legislation",
                "title": entry.title(),
                "authority": entry.organ(),
                "language": entry.document.language.code(),
                "note": provenance.join("\n"),
            });
            let mut put = |name: &str, value: Value| {
                if let Some(item) = item.as_object_mut() {
                    item.insert(name.to_owned(), value);
                }
            };
            if !entry.document.symbol.as_str().is_empty() {
                put("number", json!(entry.document.symbol.as_str()));
                put("URL", json!(entry.url));
            }
            if let Some(date) = entry.date() {
                let mut parts = vec![i64::from(date.year)];
                parts.extend(date.month.map(i64::from));
                parts.extend(date.month.and(date.day).map(i64::from));
                put("issued", json!({ "date-parts": [parts] }));
            }
            if let Some(paragraph) = entry.paragraph {
                let number = entry.number();
                if !number.is_empty() {
                    put("section", json!(number));
                }
                put("abstract", json!(paragraph.text));
            }
            item
        })
        .collect();
    let mut text = serde_json::to_string_pretty(&items).unwrap_or_default();
    text.push('\n');
    text
}
