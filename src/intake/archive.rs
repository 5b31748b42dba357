//! ZIP files: a Word or OpenDocument file is one, an archive of documents another.

use super::zip::{Archive, Entry, ZipError};
use super::{FileContent, LARGEST, Refusal, SourceFile, Sources, UnreadFormat, content_of, docx, odt};

/// An archive's files are unpacked up to this size in all.
const LARGEST_ARCHIVE: usize = 512 << 20;

/// So many files are read at most, those of archives in an archive included.
const MOST_FILES: usize = 20_000;

/// The sources in a ZIP file: one if it is a document, else one for each file in it.
pub fn read<'b>(name: &str, bytes: &'b [u8]) -> Sources<'b> {
    let content = match Archive::open(bytes) {
        Err(error) => Err(error.into()),
        Ok(archive) => match document_of(&archive) {
            Some(content) => content,
            None => return Sources::Archive(ArchiveFiles::new(name, archive)),
        },
    };
    Sources::one(name, bytes, content)
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

/// The files of an archive, unpacked one at a time as far as the limits allow. An archive in it shares its limits.
#[derive(Debug)]
pub struct ArchiveFiles<'b> {
    /// The archive, and after it the archive in it that is being read.
    open: Vec<OpenArchive<'b>>,
    left: usize,
    n_left: usize,
}

/// An archive that is being read.
#[derive(Debug)]
struct OpenArchive<'b> {
    name: String,
    archive: Archive<'b>,
    /// The next entry.
    at: usize,
    is_empty: bool,
}

impl<'b> OpenArchive<'b> {
    fn new(name: &str, archive: Archive<'b>) -> Self {
        Self { name: name.to_owned(), archive, at: 0, is_empty: true }
    }

    /// The next file, with its name and its bytes if they can be unpacked.
    fn next_file(&mut self, limit: usize) -> Option<(String, Result<Vec<u8>, ZipError>)> {
        loop {
            let entry = self.archive.entries().get(self.at)?;
            self.at += 1;
            if !entry.is_folder() && !is_furniture(entry) {
                self.is_empty = false;
                return Some(([&self.name, "/", &entry.name].concat(), self.archive.read(entry, limit)));
            }
        }
    }
}

impl<'b> ArchiveFiles<'b> {
    fn new(name: &str, archive: Archive<'b>) -> Self {
        Self { open: vec![OpenArchive::new(name, archive)], left: LARGEST_ARCHIVE, n_left: MOST_FILES }
    }

    /// A file of an archive. An archive in an archive is opened and gives no source itself; one in that is refused, unless
    /// it is a document.
    fn file(&mut self, name: &str, bytes: Vec<u8>) -> Option<SourceFile<'b>> {
        if !super::zip::looks_like_zip(&bytes) {
            let content = content_of(&bytes);
            return Some(SourceFile::new(name, bytes, content));
        }
        let archive = match Archive::open(bytes) {
            Err(error) => return Some(SourceFile::refused(name, error.into())),
            Ok(archive) => archive,
        };
        match document_of(&archive) {
            Some(content) => Some(SourceFile::new(name, archive.into_bytes(), content)),
            None if self.open.len() == 1 => {
                self.open.push(OpenArchive::new(name, archive));
                None
            }
            None => Some(SourceFile::refused(name, Refusal::Unsupported(UnreadFormat::Archive))),
        }
    }
}

impl<'b> Iterator for ArchiveFiles<'b> {
    type Item = SourceFile<'b>;

    fn next(&mut self) -> Option<SourceFile<'b>> {
        loop {
            let archive = self.open.last_mut()?;
            let limit = if self.n_left == 0 { 0 } else { self.left.min(LARGEST) };
            let Some((name, bytes)) = archive.next_file(limit) else {
                let ended = self.open.pop()?;
                if ended.is_empty {
                    return Some(SourceFile::refused(&ended.name, Refusal::Empty));
                }
                continue;
            };
            let Some(n_left) = self.n_left.checked_sub(1) else {
                self.open.clear();
                return Some(SourceFile::refused(&name, Refusal::TooLarge));
            };
            self.n_left = n_left;
            match bytes {
                Ok(bytes) => {
                    self.left = self.left.saturating_sub(bytes.len());
                    if let Some(source) = self.file(&name, bytes) {
                        return Some(source);
                    }
                }
                Err(error) => return Some(SourceFile::refused(&name, error.into())),
            }
        }
    }
}

/// Files that systems add to archives.
fn is_furniture(entry: &Entry) -> bool {
    let file = entry.name.rsplit('/').next().unwrap_or_default();
    // Word’s lock on an open file is “~$name”.
    entry.name.starts_with("__MACOSX/")
        || file.starts_with(['.', '~'])
        || file == "Thumbs.db"
        || file == "desktop.ini"
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
