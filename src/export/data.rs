//! A selection for programs: one JSON document, or a line of JSON for each clause. `docs/export.schema.json` describes both.

use super::json;
use super::selection::Selection;
use super::table::{COLUMNS, CellValue, ClauseColumn};
use crate::model::Doubt;
use serde_json::{Map, Value as Json, json};

/// The version of the format, raised when a field changes its meaning.
pub const VERSION: u32 = 1;

/// The whole selection: its provenance, and each document with its paragraphs and the ids of the chosen clauses.
pub fn json(selection: &Selection<'_>) -> String {
    let documents: Vec<Json> = selection
        .documents
        .iter()
        .map(|chosen| {
            // A doubt's sentence depends on the language, so its kind is written.
            let message = |doubt: &Doubt| {
                serde_json::to_value(doubt.kind)
                    .ok()
                    .and_then(|kind| kind.as_str().map(str::to_owned))
                    .unwrap_or_default()
            };
            let mut document = serde_json::to_value(json::document(chosen.document, &message)).unwrap_or_default();
            if let (Some(object), Some(_)) = (document.as_object_mut(), &chosen.clauses) {
                let ids: Vec<&str> = chosen.clauses().map(|(_, clause)| clause.id.as_str()).collect();
                object.insert("chosen".to_owned(), json!(ids));
            }
            document
        })
        .collect();
    let value = json!({ "version": VERSION, "export": provenance(selection), "documents": documents });
    let mut text = serde_json::to_string_pretty(&value).unwrap_or_default();
    text.push('\n');
    text
}

/// A first line with the provenance, then a line for each clause.
pub fn ndjson(selection: &Selection<'_>) -> String {
    let mut lines = json!({ "version": VERSION, "export": provenance(selection) }).to_string();
    lines.push('\n');
    for row in selection.rows() {
        let mut object = Map::new();
        for (column, value) in COLUMNS.iter().zip(row.values) {
            object.insert(column.name.to_owned(), cell(column, value));
        }
        lines.push_str(&Json::Object(object).to_string());
        lines.push('\n');
    }
    lines
}

fn provenance(selection: &Selection<'_>) -> Json {
    let facts = selection.provenance_data().into_iter();
    Json::Object(facts.map(|(name, value)| (name.to_owned(), Json::String(value))).collect())
}

/// An unknown value is `null`.
fn cell(column: &ClauseColumn, value: CellValue) -> Json {
    match value {
        CellValue::Number(number) => json!(number),
        CellValue::List(items) => json!(items),
        CellValue::Text(text) | CellValue::Date(text) | CellValue::Link(text) => {
            if text.is_empty() && column.is_optional() { Json::Null } else { json!(text) }
        }
    }
}
