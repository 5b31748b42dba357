//! The export formats and their options.

use crate::model::Language;
use serde::{Deserialize, Serialize};

/// An export format.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Format {
    /// A table for spreadsheets.
    Csv,
    /// A line of JSON for each clause.
    Ndjson,
    /// All data as one JSON document.
    Json,
    /// Text with Markdown.
    Markdown,
    /// A self-contained HTML page.
    Html,
    /// `BibTeX`
    Bibtex,
    /// RIS
    Ris,
    /// CSL-JSON
    CslJson,
    /// Akoma Ntoso; an archive of files where there are several documents.
    AkomaNtoso,
    /// Deadlines for a calendar.
    Calendar,
    /// An Excel workbook.
    Xlsx,
    /// A Word memo.
    Docx,
}

impl Format {
    /// Every format.
    pub const ALL: [Self; 12] = [
        Self::Csv,
        Self::Xlsx,
        Self::Docx,
        Self::Markdown,
        Self::Html,
        Self::Json,
        Self::Ndjson,
        Self::AkomaNtoso,
        Self::Bibtex,
        Self::Ris,
        Self::CslJson,
        Self::Calendar,
    ];

    /// The word for it on the command line and in messages to the worker.
    pub fn key(self) -> &'static str {
        match self {
            Self::Csv => "csv",
            Self::Ndjson => "ndjson",
            Self::Json => "json",
            Self::Markdown => "markdown",
            Self::Html => "html",
            Self::Bibtex => "bibtex",
            Self::Ris => "ris",
            Self::CslJson => "csl-json",
            Self::AkomaNtoso => "akoma-ntoso",
            Self::Calendar => "ics",
            Self::Xlsx => "xlsx",
            Self::Docx => "docx",
        }
    }

    /// Its name, the same in every language.
    pub fn name(self) -> &'static str {
        match self {
            Self::Csv => "CSV",
            Self::Ndjson => "NDJSON",
            Self::Json => "JSON",
            Self::Markdown => "Markdown",
            Self::Html => "HTML",
            Self::Bibtex => "BibTeX",
            Self::Ris => "RIS",
            Self::CslJson => "CSL-JSON",
            Self::AkomaNtoso => "Akoma Ntoso",
            Self::Calendar => "ICS",
            Self::Xlsx => "XLSX",
            Self::Docx => "DOCX",
        }
    }

    /// The format of a key.
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|format| format.key() == key)
    }
}

/// The options for CSV.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CsvOptions {
    /// The separator: a comma, or a semicolon for spreadsheets where the comma is the decimal sign.
    pub separator: char,
    /// Whether the file starts with a byte order mark, by which Excel recognizes UTF-8.
    pub has_mark: bool,
}

impl Default for CsvOptions {
    fn default() -> Self {
        Self { separator: ',', has_mark: true }
    }
}

impl CsvOptions {
    /// The options that spreadsheets expect in a language.
    pub fn of(language: Language) -> Self {
        let is_decimal_comma = matches!(language, Language::French | Language::Spanish | Language::Russian);
        Self { separator: if is_decimal_comma { ';' } else { ',' }, ..Self::default() }
    }
}
