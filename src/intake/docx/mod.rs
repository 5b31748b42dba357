//! Word files: paragraphs with their automatic numbers, headings by their styles, notes at their calls, tables.
//!
//! The text is what Word would print with all tracked changes accepted: insertions are in it, deletions and comments
//! are not, a field shows its result, a text box is read once although the file holds it twice for older programs.

mod body;
mod field;
mod foot;
mod notes;
pub mod number_format;
mod numbering;
mod package;
mod runs;
mod sections;
mod styles;
pub mod symbols;
mod table;
pub mod text;

use super::Refusal;
use super::blocks::{Structured, Warning, WarningKind};
use super::zip::Archive;
use package::Package;

/// Whether an archive is a Word file.
pub fn is_docx(archive: &Archive<'_>) -> bool {
    archive.find("word/document.xml").is_some() || package::main_part(archive).is_some()
}

/// Reads a Word file.
///
/// # Errors
///
/// When its text is missing, damaged or too large.
pub fn read(archive: &Archive<'_>) -> Result<Structured, Refusal> {
    let package = Package::open(archive)?;
    let mut structured = body::read(&package);
    if package.n_unreadable() > 0 {
        structured.warnings.push(Warning {
            kind: WarningKind::PartUnreadable,
            page: None,
            count: package.n_unreadable(),
        });
    }
    if structured.blocks.iter().all(|block| block.text.is_empty()) {
        return Err(if package.n_unreadable() > 0 { Refusal::Damaged } else { Refusal::Empty });
    }
    Ok(structured)
}
