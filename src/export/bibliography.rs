//! Documents, or the paragraphs chosen in them, for reference managers: BibTeX, RIS and CSL-JSON.
//!
//! A whole document is one entry. If clauses of it are chosen, each paragraph with a chosen clause is an entry, with its
//! number as locator.

use super::selection::{Chosen, Selection};
use crate::model::{Date, Organ, Paragraph, Resolution};
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

    /// The paragraph's number, or its id where it has none.
    fn locator(&self) -> Option<String> {
        let paragraph = self.paragraph?;
        let id = paragraph.id.as_str();
        Some(match id.strip_prefix("op") {
            Some(number) if number.starts_with(|first: char| first.is_ascii_digit()) => number.to_owned(),
            _ => id.to_owned(),
        })
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
    for (name, value) in selection.provenance() {
        let _ = writeln!(bibtex, "% {name}: {}", value.replace(['\n', '\r', '@'], " "));
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
        let locator = entry.locator().map(|locator| ["Paragraph ", &for_bibtex(&locator)].concat());
        field("note", &locator.unwrap_or_default());
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
        line("SP", &entry.locator().unwrap_or_default());
        line("AB", entry.paragraph.map_or("", |paragraph| &paragraph.text));
        line("UR", &entry.url);
        for (name, value) in &provenance {
            line("N1", &[name, ": ", value].concat());
        }
        line("ER", "");
        ris.push_str("\r\n");
    }
    ris
}

/// CSL-JSON, for Zotero and pandoc.
pub fn csl_json(selection: &Selection<'_>) -> String {
    let provenance: Vec<String> =
        selection.provenance().into_iter().map(|(name, value)| [name, ": ", &value].concat()).collect();
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
                put("section", json!(entry.locator()));
                put("abstract", json!(paragraph.text));
            }
            item
        })
        .collect();
    let mut text = serde_json::to_string_pretty(&items).unwrap_or_default();
    text.push('\n');
    text
}
