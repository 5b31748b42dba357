//! Paragraphs of the same resolutions in six languages, labelled by hand: `aligned.jsonl`.
//!
//! Each line is one paragraph in every language. The lines of one document, in order, form a document in each language.

use super::gold::{ClauseLabels, Labelled, LabelledPart, Labels};
use dispositif::model::Language;
use serde_json::Value;
use std::collections::BTreeMap;
use std::path::Path;

/// The labelled documents of a folder in one language, by name; none if it has no such file.
pub fn documents(folder: &Path, language: Language) -> std::io::Result<BTreeMap<String, Labelled>> {
    let file = folder.join("aligned.jsonl");
    let mut documents: BTreeMap<String, Labelled> = BTreeMap::new();
    if !file.exists() {
        return Ok(documents);
    }
    for line in std::fs::read_to_string(file)?.lines() {
        let value: Value = serde_json::from_str(line)?;
        let Some(document) = value.get("doc").and_then(Value::as_str) else { continue };
        if let Some(labels) = labels(&value, language.code()) {
            let labelled = documents.entry(document.to_owned()).or_default();
            labelled.by_hand = true;
            labelled.paragraphs.push(labels);
        }
    }
    Ok(documents)
}

fn labels(value: &Value, code: &str) -> Option<Labels> {
    let text = value.get(code)?.as_str()?.to_owned();
    let part = match value.get("part")?.as_str()? {
        "preamble" => LabelledPart::Preamble,
        _ => LabelledPart::Operative,
    };
    let clauses =
        value.get("clauses")?.as_array()?.iter().filter_map(|clause| self::clause(clause, code)).collect();
    let phrase = value.get("phrase")?.get(code).and_then(Value::as_str).map(str::to_owned);
    let clauses = Some(clauses);
    Some(Labels { text, part: Some(part), phrase, clauses, ..Labels::default() })
}

fn clause(value: &Value, code: &str) -> Option<ClauseLabels> {
    let named = |key: &str| {
        let all = value.get(key).and_then(Value::as_array).into_iter().flatten();
        all.filter_map(|actor| Some(actor.get("words")?.get(code)?.as_str()?.to_owned())).collect()
    };
    Some(ClauseLabels {
        phrase: value.get("phrase")?.get(code)?.as_str()?.to_owned(),
        class: value.get("class").and_then(Value::as_str).unwrap_or_default().to_owned(),
        assignees: named("addressees"),
        may_be_assigned: named("optional_addressees"),
        optional: value.get("optional").and_then(Value::as_bool).unwrap_or_default(),
    })
}
