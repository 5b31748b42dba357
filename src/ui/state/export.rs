use crate::export::{CsvOptions, Format};
use crate::i18n::UiLanguage;
use crate::model::Language;

/// The state of the dialog that saves a file.
#[derive(Clone, Debug, PartialEq)]
pub struct ExportState {
    /// The extent.
    pub extent: Extent,
    /// The format, if the reader has chosen one.
    pub format: Option<Format>,
    /// The separator of CSV cells, if the reader has chosen one.
    pub separator: Option<char>,
    /// The progress or result.
    pub news: Option<ExportNews>,
}

impl Default for ExportState {
    fn default() -> Self {
        Self { extent: Extent::Found, format: None, separator: None, news: None }
    }
}

/// The extent of an export.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Extent {
    /// The matches, or the documents that the question covers.
    Found,
    /// The document that is shown.
    Document,
    /// All documents.
    Library,
}

/// The progress or result of an export.
#[derive(Clone, Debug, PartialEq)]
pub enum ExportNews {
    /// It is being written.
    Writing,
    /// It was saved under this name, without a number of documents that could not be read again, and with a sentence about
    /// what else is left out.
    Saved(String, u32, Option<String>),
    /// Nothing matches, and the format cannot say so in a file.
    Nothing,
    /// It could not be written.
    Failed,
}

/// An action of the dialog, or its result.
#[derive(Clone, Debug, PartialEq)]
pub enum ExportAction {
    /// Chooses the extent.
    Extent(Extent),
    /// Chooses the format, or the default of the view.
    Format(Option<Format>),
    /// Chooses the separator.
    Separator(char),
    /// Saves the file.
    Save,
    /// The progress or result has changed.
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
                self.format = format;
                self.news.take().filter(|news| *news == ExportNews::Writing)
            }
            ExportAction::Separator(separator) => {
                self.separator = Some(separator);
                None
            }
            ExportAction::Save => Some(ExportNews::Writing),
            ExportAction::News(news) => Some(news),
        }
    }

    /// The options for CSV: as chosen, else as spreadsheets expect in the interface's language.
    pub fn csv(&self, language: UiLanguage) -> CsvOptions {
        let expected = CsvOptions::of(Language::from_code(language.code()).unwrap_or_default());
        CsvOptions { separator: self.separator.unwrap_or(expected.separator), ..expected }
    }
}
