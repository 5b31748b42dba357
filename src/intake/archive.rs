//! ZIP files: a Word or OpenDocument file is one, an archive of documents another.

use super::zip::{Archive, Entry, ZipError};
use super::{FileContent, LARGEST, Refusal, SourceFile, UnreadFormat, content_of, docx, odt};

/// An archive's files are unpacked up to this size in all.
const LARGEST_ARCHIVE: usize = 512 << 20;

/// So many files are read at most, those of archives in an archive included.
const MOST_FILES: usize = 20_000;

/// The sources in a ZIP file: one if it is a document, else one for each file in it.
pub fn read(name: &str, bytes: &[u8]) -> Vec<SourceFile> {
    let content = match Archive::open(bytes) {
        Err(error) => Err(error.into()),
        Ok(archive) => match document_of(&archive) {
            Some(content) => content,
            None => return sources(name, &archive),
        },
    };
    vec![SourceFile { name: name.to_owned(), content }]
}

/// The content of a ZIP file that is a document; nothing for an archive of files.
fn document_of(archive: &Archive<'_>) -> Option<Result<FileContent, Refusal>> {
    let has_folder = |folder: &str| archive.entries().iter().any(|entry| entry.name.starts_with(folder));
    if let Some(kind) = archive.find("mimetype").and_then(|entry| archive.read(entry, 200).ok()) {
        if kind.starts_with(b"application/vnd.oasis.opendocument.text") {
            return Some(odt::read(archive).map(FileContent::Structured));
        }
        if kind.starts_with(b"application/epub") {
            return Some(Err(Refusal::Unsupported(UnreadFormat::Epub)));
        }
        if kind.starts_with(b"application/vnd.oasis") {
            return Some(Err(Refusal::Unsupported(UnreadFormat::OtherOffice)));
        }
    }
    if docx::is_docx(archive) {
        return Some(docx::read(archive).map(FileContent::Structured));
    }
    let is_office = has_folder("xl/") || has_folder("ppt/") || archive.find("[Content_Types].xml").is_some();
    is_office.then_some(Err(Refusal::Unsupported(UnreadFormat::OtherOffice)))
}

/// The files of an archive, unpacked one after the other as far as the limits allow.
fn sources(name: &str, archive: &Archive<'_>) -> Vec<SourceFile> {
    let mut unpacker = Unpacker { left: LARGEST_ARCHIVE, n_left: MOST_FILES, sources: Vec::new() };
    unpacker.unpack(name, archive, true);
    unpacker.sources
}

/// The rest of the limits, which an archive shares with the archives in it.
struct Unpacker {
    left: usize,
    n_left: usize,
    sources: Vec<SourceFile>,
}

impl Unpacker {
    fn unpack(&mut self, name: &str, archive: &Archive<'_>, is_outermost: bool) {
        let n_before = self.sources.len();
        for entry in archive.entries().iter().filter(|entry| !entry.is_folder() && !is_furniture(entry)) {
            let name = [name, "/", &entry.name].concat();
            if self.n_left == 0 {
                self.push(&name, Err(Refusal::TooLarge));
                return;
            }
            self.n_left -= 1;
            match archive.read(entry, self.left.min(LARGEST)) {
                Ok(bytes) => {
                    self.left = self.left.saturating_sub(bytes.len());
                    self.file(&name, &bytes, is_outermost);
                }
                Err(error) => self.push(&name, Err(error.into())),
            }
        }
        if self.sources.len() == n_before {
            self.push(name, Err(Refusal::Empty));
        }
    }

    /// A file of an archive. An archive in an archive is opened, one in that is not, unless it is a document.
    fn file(&mut self, name: &str, bytes: &[u8], is_in_outermost: bool) {
        if !super::zip::looks_like_zip(bytes) {
            return self.push(name, content_of(bytes));
        }
        match Archive::open(bytes) {
            Err(error) => self.push(name, Err(error.into())),
            Ok(archive) => match document_of(&archive) {
                Some(content) => self.push(name, content),
                None if is_in_outermost => self.unpack(name, &archive, false),
                None => self.push(name, Err(Refusal::Unsupported(UnreadFormat::Archive))),
            },
        }
    }

    fn push(&mut self, name: &str, content: Result<FileContent, Refusal>) {
        self.sources.push(SourceFile { name: name.to_owned(), content });
    }
}

/// Files that systems add to archives.
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
