//! Writes a selection in any format.

use super::selection::{Provenance, Selection};
use super::zip::ZipWriter;
use super::{CsvOptions, Format, akoma_ntoso, bibliography, calendar, csv, data, memo, prose, xlsx};

const CSV_TYPE: &str = "text/csv;charset=utf-8";

/// A file to be saved.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct File {
    /// Its contents.
    pub bytes: Vec<u8>,
    /// Its file name extension, without the dot.
    pub extension: &'static str,
    /// Its media type.
    pub media_type: &'static str,
    /// A sentence about what is left out, in the reader's language.
    pub left_out: Option<String>,
}

/// Writes a selection. The same selection gives the same bytes, in the page's worker and on the command line.
pub fn write(format: Format, selection: &Selection<'_>, options: CsvOptions) -> File {
    let file = |bytes, extension, media_type| File { bytes, extension, media_type, left_out: None };
    let text = |text: String, extension, media_type| file(text.into_bytes(), extension, media_type);
    match format {
        Format::Csv => text(csv::csv(selection, options), "csv", CSV_TYPE),
        Format::Ndjson => text(data::ndjson(selection), "ndjson", "application/x-ndjson"),
        Format::Json => text(data::json(selection), "json", "application/json"),
        Format::Markdown => text(prose::markdown(selection), "md", "text/markdown;charset=utf-8"),
        Format::Html => text(prose::html(selection), "html", "text/html;charset=utf-8"),
        Format::Bibtex => text(bibliography::bibtex(selection), "bib", "application/x-bibtex"),
        Format::Ris => text(bibliography::ris(selection), "ris", "application/x-research-info-systems"),
        Format::CslJson => {
            text(bibliography::csl_json(selection), "json", "application/vnd.citationstyles.csl+json")
        }
        Format::AkomaNtoso => akoma_ntoso_file(selection),
        Format::Calendar => {
            let (calendar, left_out) = calendar::calendar(selection);
            File { left_out, ..text(calendar, "ics", "text/calendar;charset=utf-8") }
        }
        Format::Xlsx => {
            let (workbook, left_out) = xlsx::xlsx(selection);
            File {
                left_out,
                ..file(workbook, "xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")
            }
        }
        Format::Docx => file(
            memo::memo(selection),
            "docx",
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        ),
    }
}

/// Whether a file would be blank: there is nothing in the selection, and the format has no room of its own for the
/// provenance. The reader is told so instead.
pub fn is_blank(format: Format, selection: &Selection<'_>) -> bool {
    match format {
        Format::Csv => selection.rows().next().is_none(),
        Format::Bibtex | Format::Ris | Format::CslJson => bibliography::is_blank(selection),
        Format::AkomaNtoso => selection.documents.is_empty(),
        Format::Calendar => !calendar::has_events(selection),
        Format::Ndjson | Format::Json | Format::Markdown | Format::Html | Format::Xlsx | Format::Docx => false,
    }
}

/// A table of cells as CSV.
pub fn table_file(rows: &[Vec<String>], options: CsvOptions) -> File {
    File { bytes: csv::table(rows, options).into_bytes(), extension: "csv", media_type: CSV_TYPE, left_out: None }
}

/// Akoma Ntoso always has whole documents; the question is noted in a comment.
fn akoma_ntoso_file(selection: &Selection<'_>) -> File {
    let facts: Vec<String> = selection.provenance().iter().map(|fact| fact.line(selection.words())).collect();
    // A comment may not hold two hyphens.
    let comment = ["<!-- ", &facts.join("\n     ").replace("--", "- -"), " -->\n"].concat();
    let xml = |chosen: &super::selection::Chosen<'_>, from: &Provenance| {
        let xml = akoma_ntoso::akoma_ntoso(chosen.document, selection.glossary, from);
        xml.replacen("<akomaNtoso", &[comment.as_str(), "<akomaNtoso"].concat(), 1)
    };
    if let [chosen] = selection.documents.as_slice() {
        let bytes = xml(chosen, &selection.provenance).into_bytes();
        return File { bytes, extension: "xml", media_type: "application/akn+xml", left_out: None };
    }
    let mut zip = ZipWriter::default();
    for (i, chosen) in selection.documents.iter().enumerate() {
        let name: String = super::selection::name(chosen.document)
            .chars()
            .take(60)
            .map(|letter| if letter.is_alphanumeric() { letter } else { '-' })
            .collect();
        let name = format!("{:03}-{name}-{}.xml", i + 1, chosen.document.language.code());
        zip.add(&name, xml(chosen, &selection.provenance).as_bytes());
    }
    File { bytes: zip.finish(), extension: "zip", media_type: "application/zip", left_out: None }
}
