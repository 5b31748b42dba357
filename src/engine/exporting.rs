//! Exports documents that were read, as `dispositif export` does.

use super::{ClauseMark, Export, ReadDocument, Reply};
use crate::export::selection::{Chosen, Provenance, Selection};
use crate::export::{CsvOptions, File, in_utc, is_blank, table_file, write as write_file};
use crate::library::Timestamp;
use crate::model::{DocumentId, Glossary, Resolution};
use std::collections::BTreeMap;

/// A document that was read.
#[derive(Debug)]
pub struct KnownDocument {
    /// Its id.
    pub id: DocumentId,
    /// Its text.
    pub resolution: Resolution,
    /// The names of its actors, topics and verbs.
    pub glossary: Glossary,
    /// The name of its file.
    pub file: String,
}

impl KnownDocument {
    /// Unpacks a document; none if another version packed it.
    pub fn unpack(document: &ReadDocument) -> Option<Self> {
        let file = document.summary.file.clone().unwrap_or_default();
        Some(Self {
            id: document.summary.id.clone(),
            resolution: document.resolution()?,
            glossary: document.glossary()?,
            file,
        })
    }
}

/// A document with its chosen clauses.
pub type ChosenOf<'c> = (KnownDocument, Option<&'c [(u32, u32)]>);

/// The program as files name it.
const PROGRAM: &str = concat!("dispositif ", env!("CARGO_PKG_VERSION"));

/// Writes a table of the page's own, with when and by which program in every row.
pub fn write_table(mut rows: Vec<Vec<String>>, csv: CsvOptions, now: Timestamp) -> Reply {
    for (at, row) in rows.iter_mut().enumerate() {
        row.extend(if at == 0 {
            ["export_exported".to_owned(), "export_program".to_owned()]
        } else {
            [in_utc(now.0 / 1000), PROGRAM.to_owned()]
        });
    }
    exported(table_file(&rows, csv), 0)
}

/// Writes the file.
pub fn write(export: &Export, documents: &[ChosenOf<'_>], now: Timestamp) -> Reply {
    let mut glossary = Glossary::default();
    for (document, _) in documents {
        glossary.merge(document.glossary.clone());
    }
    let mut marks: BTreeMap<&DocumentId, BTreeMap<String, String>> = BTreeMap::new();
    for ClauseMark { document, clause, mark } in &export.marks {
        if let Some((id, _)) = export.documents.get(*document as usize) {
            marks.entry(id).or_default().insert(clause.clone(), mark.clone());
        }
    }
    let chosen = documents.iter().map(|(document, clauses)| Chosen {
        document: &document.resolution,
        file: &document.file,
        clauses: clauses.map(|clauses| clauses.iter().copied().collect()),
        marks: marks.remove(&document.id).unwrap_or_default(),
    });
    let selection = Selection {
        documents: chosen.collect(),
        glossary: &glossary,
        provenance: Provenance {
            asked: export.asked.clone(),
            question: export.question.clone(),
            day: export.day.clone(),
            at: in_utc(now.0 / 1000),
            program: PROGRAM.to_owned(),
            n_asked: export.n_asked as usize,
            link: export.link.clone(),
            language: export.language,
        },
    };
    if is_blank(export.format, &selection) {
        return Reply::NothingToExport;
    }
    let n_missing = (export.documents.len() - documents.len()) as u32;
    exported(write_file(export.format, &selection, export.csv), n_missing)
}

fn exported(File { bytes, extension, media_type, left_out }: File, n_missing: u32) -> Reply {
    Reply::Exported {
        bytes,
        extension: extension.to_owned(),
        media_type: media_type.to_owned(),
        n_missing,
        left_out,
    }
}
