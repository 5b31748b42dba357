use crate::export::{CsvOptions, Format};
use crate::i18n::UiLanguage;
use crate::model::Language;

/// What the reader saves as a file, and what became of it.
#[derive(Clone, Debug, PartialEq)]
pub struct ExportState {
    /// How much.
    pub extent: Extent,
    /// In which format, if the reader has chosen it.
    pub format: Option<Format>,
    /// What is between two cells of a CSV file, if the reader has chosen it.
    pub separator: Option<char>,
    /// What became of it.
    pub news: Option<ExportNews>,
}

impl Default for ExportState {
    fn default() -> Self {
        Self { extent: Extent::Found, format: None, separator: None, news: None }
    }
}

/// How much is saved.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Extent {
    /// What was found, or the documents that are asked.
    Found,
    /// The document that is shown.
    Document,
    /// All documents.
    Library,
}

/// What becomes of a file.
#[derive(Clone, Debug, PartialEq)]
pub enum ExportNews {
    /// It is being written.
    Writing,
    /// It was saved, under this name, without so many documents that could not be read again.
    Saved(String, u32),
    /// It could not be written.
    Failed,
}

/// What the reader does in the dialog, or what comes of it.
#[derive(Clone, Debug, PartialEq)]
pub enum ExportAction {
    /// Chooses how much.
    Extent(Extent),
    /// Chooses the format.
    Format(Format),
    /// Chooses what is between two cells.
    Separator(char),
    /// Saves the file.
    Save,
    /// Learns what became of it.
    News(ExportNews),
}

impl ExportState {
    /// The state after an action.
    pub fn after(&mut self, action: ExportAction) {
        self.news = match action {
            ExportAction::Extent(extent) => {
                self.extent = extent;
                None
            }
            ExportAction::Format(format) => {
                self.format = Some(format);
                None
            }
            ExportAction::Separator(separator) => {
                self.separator = Some(separator);
                None
            }
            ExportAction::Save => Some(ExportNews::Writing),
            ExportAction::News(news) => Some(news),
        }
    }

    /// How a CSV file is written: as spreadsheets expect it in the interface's language, or as the reader chose.
    pub fn csv(&self, language: UiLanguage) -> CsvOptions {
        let expected = CsvOptions::of(Language::from_code(language.code()).unwrap_or_default());
        CsvOptions { separator: self.separator.unwrap_or(expected.separator), ..expected }
    }
}
