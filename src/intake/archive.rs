//! ZIP files: a Word or OpenDocument file is one, an archive of documents another.

use super::zip::{Archive, Entry, ZipError};
use super::{Content, LARGEST, Refusal, Source, UnreadFormat, content_of, docx, odt};

/// An archive's files are unpacked up to this size in all.
const LARGEST_ARCHIVE: usize = 512 << 20;

/// What a ZIP file gives: one source if it is a document, else one for each file in it.
pub fn read(name: &str, bytes: &[u8]) -> Vec<Source> {
    let content = match Archive::open(bytes) {
        Err(error) => Err(error.into()),
        Ok(archive) => match document_of(&archive) {
            Some(content) => content,
            None => return sources(name, &archive),
        },
    };
    vec![Source { name: name.to_owned(), content }]
}

/// What a ZIP file says that is a document; nothing for an archive of files.
fn document_of(archive: &Archive<'_>) -> Option<Result<Content, Refusal>> {
    let has_folder = |folder: &str| archive.entries().iter().any(|entry| entry.name.starts_with(folder));
    if let Some(kind) = archive.find("mimetype").and_then(|entry| archive.read(entry, 200).ok()) {
        if kind.starts_with(b"application/vnd.oasis.opendocument.text") {
            return Some(odt::read(archive).map(Content::Structured));
        }
        if kind.starts_with(b"application/epub") {
            return Some(Err(Refusal::Unsupported(UnreadFormat::Epub)));
        }
        if kind.starts_with(b"application/vnd.oasis") {
            return Some(Err(Refusal::Unsupported(UnreadFormat::OtherOffice)));
        }
    }
    if docx::is_docx(archive) {
        return Some(docx::read(archive).map(Content::Structured));
    }
    let is_office = has_folder("xl/") || has_folder("ppt/") || archive.find("[Content_Types].xml").is_some();
    is_office.then_some(Err(Refusal::Unsupported(UnreadFormat::OtherOffice)))
}

/// The files of an archive, unpacked one after the other as far as the limit allows.
fn sources(name: &str, archive: &Archive<'_>) -> Vec<Source> {
    let mut left = LARGEST_ARCHIVE;
    let mut sources = Vec::new();
    for entry in archive.entries().iter().filter(|entry| !entry.is_folder() && !is_furniture(entry)) {
        let content = archive.read(entry, left.min(LARGEST)).map_err(Refusal::from).and_then(|bytes| {
            left = left.saturating_sub(bytes.len());
            content_in_archive(&bytes)
        });
        sources.push(Source { name: [name, "/", &entry.name].concat(), content });
    }
    if sources.is_empty() {
        sources.push(Source { name: name.to_owned(), content: Err(Refusal::Empty) });
    }
    sources
}

/// An archive in an archive is not opened, unless it is a document.
fn content_in_archive(bytes: &[u8]) -> Result<Content, Refusal> {
    if !super::zip::looks_like_zip(bytes) {
        return content_of(bytes);
    }
    document_of(&Archive::open(bytes)?).unwrap_or(Err(Refusal::Unsupported(UnreadFormat::Archive)))
}

/// What systems add to archives on their own.
fn is_furniture(entry: &Entry) -> bool {
    let file = entry.name.rsplit('/').next().unwrap_or_default();
    entry.name.starts_with("__MACOSX/") || file.starts_with('.') || file == "Thumbs.db" || file == "desktop.ini"
}

impl From<ZipError> for Refusal {
    fn from(error: ZipError) -> Self {
        match error {
            ZipError::Encrypted => Self::Encrypted,
            ZipError::TooLarge | ZipError::TooManyEntries => Self::TooLarge,
            ZipError::CutOff | ZipError::Damaged | ZipError::Method => Self::Damaged,
        }
    }
}
