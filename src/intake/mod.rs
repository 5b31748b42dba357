//! Reads a file's bytes into text or blocks, or gives the reason why it cannot.
//!
//! A plain text file gives its text, a structured file gives [`blocks`], and an archive gives the results of its files.

mod akoma_ntoso;
mod archive;
pub mod blocks;
mod direction_marks;
mod docx;
mod encoding;
mod html;
mod misread;
mod odt;
mod pdf;
mod plain;
mod xml;
pub mod zip;

pub use crate::model::{Refusal, UnreadFormat};
pub use archive::ArchiveFiles;
pub use blocks::Structured;
pub use encoding::{NamedDecoder, set_named_decoder, windows1252_byte};
pub use plain::text_of;

use std::borrow::Cow;

/// The largest file that is read, in bytes.
pub const LARGEST: usize = 64 << 20;

/// One file, or one of an archive's files.
#[derive(Clone, Debug, PartialEq)]
pub struct SourceFile<'b> {
    /// Its name, with its folders where it comes out of an archive.
    pub name: String,
    /// Its own bytes; none if it could not be unpacked.
    pub bytes: Cow<'b, [u8]>,
    /// Its content, or why it cannot be read.
    pub content: Result<FileContent, Refusal>,
}

impl<'b> SourceFile<'b> {
    fn new(name: &str, bytes: impl Into<Cow<'b, [u8]>>, content: Result<FileContent, Refusal>) -> Self {
        Self { name: name.to_owned(), bytes: bytes.into(), content }
    }

    fn refused(name: &str, refusal: Refusal) -> Self {
        Self::new(name, Vec::new(), Err(refusal))
    }
}

/// The sources in a file, one at a time: an archive of thousands of files is never unpacked as a whole.
#[derive(Debug)]
pub enum Sources<'b> {
    /// A file; none once it was taken.
    File(Option<Box<SourceFile<'b>>>),
    /// The files of an archive.
    Archive(ArchiveFiles<'b>),
}

impl<'b> Sources<'b> {
    fn one(name: &str, bytes: &'b [u8], content: Result<FileContent, Refusal>) -> Self {
        Self::File(Some(Box::new(SourceFile::new(name, bytes, content))))
    }
}

impl<'b> Iterator for Sources<'b> {
    type Item = SourceFile<'b>;

    fn next(&mut self) -> Option<SourceFile<'b>> {
        match self {
            Self::File(file) => file.take().map(|file| *file),
            Self::Archive(files) => files.next(),
        }
    }
}

/// The content of a file.
#[derive(Clone, Debug, PartialEq)]
pub enum FileContent {
    /// Plain text.
    Text(String),
    /// Plain text whose letters were read in the wrong encoding before it came here, and are restored.
    Restored(String),
    /// Paragraphs, headings and notes as the file itself marks them.
    Structured(Structured),
}

/// Reads a file: its format is recognized by its bytes, its name only helps. An archive gives several sources, any other file
/// one.
pub fn sources<'b>(name: &str, bytes: &'b [u8]) -> Sources<'b> {
    let content = if bytes.len() > LARGEST {
        Err(Refusal::TooLarge)
    } else if zip::looks_like_zip(bytes) {
        return archive::read(name, bytes);
    } else {
        content_of(bytes).map_err(|refusal| if is_named_as_a_format(name) { as_damaged(refusal) } else { refusal })
    };
    Sources::one(name, bytes, content)
}

/// All [`sources`] of a file, with copies of their bytes.
pub fn read(name: &str, bytes: &[u8]) -> Vec<SourceFile<'static>> {
    let owned =
        |SourceFile { name, bytes, content }| SourceFile { name, bytes: bytes.into_owned().into(), content };
    sources(name, bytes).map(owned).collect()
}

/// Whether a name says that the file is of a format that we read by its structure.
pub fn is_named_as_a_format(name: &str) -> bool {
    let ending = name.rsplit_once('.').map_or("", |(_, ending)| ending);
    ["pdf", "docx", "odt"].iter().any(|format| ending.eq_ignore_ascii_case(format))
}

/// A file called .pdf that is neither a PDF nor text is damaged: the advice to save it as text would not help.
fn as_damaged(refusal: Refusal) -> Refusal {
    if refusal == Refusal::NotText { Refusal::Damaged } else { refusal }
}

/// Reads a PDF by the places of its letters alone, as if it had no structure: to measure how well that does.
///
/// # Errors
///
/// As [`read`] refuses a PDF.
pub fn read_by_place(bytes: &[u8]) -> Result<Structured, Refusal> {
    pdf::read_by_place(bytes)
}

fn content_of(bytes: &[u8]) -> Result<FileContent, Refusal> {
    if pdf::is_pdf(bytes) {
        return pdf::read(bytes).map(FileContent::Structured);
    }
    if let Some(format) = unread_format(bytes) {
        if format == UnreadFormat::OldOffice && is_locked_office(bytes) {
            return Err(Refusal::Encrypted);
        }
        return Err(Refusal::Unsupported(format));
    }
    let named = if std::str::from_utf8(bytes).is_ok() { None } else { html::in_named_encoding(bytes) };
    let text = match named {
        Some(text) => text,
        None => text_of(bytes)?,
    };
    if akoma_ntoso::is_akoma_ntoso(&text) {
        return akoma_ntoso::read(&text).map(FileContent::Structured);
    }
    if html::is_html(&text) {
        return html::read(&text).map(FileContent::Structured);
    }
    Ok(misread::restored(&text).map_or(FileContent::Text(text), FileContent::Restored))
}

/// Whether an old Office container holds a newer file under a password: its directory names the package in UTF-16.
fn is_locked_office(bytes: &[u8]) -> bool {
    let name: Vec<u8> = "EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes).collect();
    bytes.windows(name.len()).any(|window| window == name)
}

/// The format of a file that we do not read, by the bytes that it begins with.
fn unread_format(bytes: &[u8]) -> Option<UnreadFormat> {
    const SIGNATURES: &[(&[u8], UnreadFormat)] = &[
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", UnreadFormat::OldOffice),
        (b"{\\rtf", UnreadFormat::Rtf),
        (b"\x89PNG", UnreadFormat::Picture),
        (b"\xff\xd8\xff", UnreadFormat::Picture),
        (b"GIF8", UnreadFormat::Picture),
        (b"II*\0", UnreadFormat::Picture),
        (b"MM\0*", UnreadFormat::Picture),
        (b"Rar!", UnreadFormat::Archive),
        (b"7z\xbc\xaf", UnreadFormat::Archive),
        (b"\x1f\x8b", UnreadFormat::Archive),
    ];
    let signature = SIGNATURES.iter().find(|(start, _)| bytes.starts_with(start));
    signature.map(|(_, format)| *format).or_else(|| {
        let is_webp = bytes.starts_with(b"RIFF") && bytes.get(8..12) == Some(b"WEBP");
        is_webp.then_some(UnreadFormat::Picture).or_else(|| is_mail(bytes).then_some(UnreadFormat::Mail))
    })
}

/// Whether a file begins with the headers of a message in parts, each `Name: value` or indented below one.
fn is_mail(bytes: &[u8]) -> bool {
    const LONGEST_HEAD: usize = 32 << 10;
    let head = bytes.get(..LONGEST_HEAD).unwrap_or(bytes);
    let lines = head.split(|byte| *byte == b'\n').map(<[u8]>::trim_ascii_end);
    let is_header = |line: &[u8]| {
        let name = line.iter().take_while(|byte| byte.is_ascii_alphanumeric() || **byte == b'-').count();
        line.starts_with(b" ") || line.starts_with(b"\t") || name > 0 && line.get(name) == Some(&b':')
    };
    let is_of_mime = |line: &[u8]| line.get(..13).is_some_and(|name| name.eq_ignore_ascii_case(b"MIME-Version:"));
    lines.take_while(|line| is_header(line)).any(is_of_mime)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_named_pdf_without_pdf_content_is_damaged() {
        let bytes: Vec<u8> = (0..2000_u32).map(|i| (i * 7 % 256) as u8).collect();
        let refusal = |name: &str| read(name, &bytes).remove(0).content.err();
        assert_eq!(refusal("resolution.PDF"), Some(Refusal::Damaged));
        assert_eq!(refusal("resolution.bin"), Some(Refusal::NotText));
    }

    #[test]
    fn a_format_that_is_not_read_is_named() {
        let refusal = |bytes: &[u8]| read("file", bytes).remove(0).content.err();
        assert_eq!(refusal(b"{\\rtf1\\ansi Hello}"), Some(Refusal::Unsupported(UnreadFormat::Rtf)));
        assert_eq!(refusal(b"\xff\xd8\xff\xe0 JFIF"), Some(Refusal::Unsupported(UnreadFormat::Picture)));
        let message = b"From: a@b.org\r\nTo: c@d.org,\r\n e@f.org\r\nMime-Version: 1.0\r\n\r\n1. Urges";
        assert_eq!(refusal(message), Some(Refusal::Unsupported(UnreadFormat::Mail)));
        assert_eq!(refusal(b"Topic: Rivers\n\nMIME-Version: 1.0\n\nThe General Assembly,"), None);
        assert_eq!(
            refusal(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1\0\0"),
            Some(Refusal::Unsupported(UnreadFormat::OldOffice))
        );
        let package: Vec<u8> = "EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes).collect();
        let locked = [&b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"[..], &[0; 500], &package].concat();
        assert_eq!(refusal(&locked), Some(Refusal::Encrypted));
    }

    #[test]
    fn a_text_file_is_one_source_of_that_name() {
        let sources = read("a.txt", "Prie l’Office".as_bytes());
        let text = FileContent::Text("Prie l’Office".to_owned());
        assert_eq!(sources, [SourceFile::new("a.txt", "Prie l’Office".as_bytes(), Ok(text))]);
    }
}
