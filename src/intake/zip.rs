//! The directory of a ZIP file, and its entries one at a time.
//!
//! Word, OpenDocument and archives of documents are ZIP files. Nothing here trusts what a file says of itself: sizes
//! are checked against the bytes there are, an entry is decompressed up to a limit that the caller gives, and entries
//! that share bytes (the trick of the small file that unpacks to terabytes) are refused.

use std::borrow::Cow;
use std::fmt;

/// More entries than this are refused: no document and no reader's collection has as many.
const MAX_ENTRIES: usize = 20_000;

/// Why a ZIP file, or an entry of it, cannot be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ZipError {
    /// It has no directory: it is no ZIP file, or its end is missing.
    CutOff,
    /// Its directory or an entry contradicts itself.
    Damaged,
    /// An entry is encrypted.
    Encrypted,
    /// An entry is compressed by a method other than deflate.
    Method,
    /// It has more entries than are read.
    TooManyEntries,
    /// An entry is larger than the limit.
    TooLarge,
}

/// A ZIP file: its bytes and its directory.
pub struct Archive<'b> {
    bytes: Cow<'b, [u8]>,
    entries: Vec<Entry>,
}

/// One file in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// Its path, with `/` between folders.
    pub name: String,
    /// How many bytes it has when decompressed, by the directory's word.
    pub size: u64,
    compressed: u64,
    header_at: u64,
    method: u16,
    is_encrypted: bool,
    checksum: u32,
}

impl Entry {
    /// Whether it is a folder.
    pub fn is_folder(&self) -> bool {
        self.name.ends_with('/')
    }
}

impl fmt::Debug for Archive<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Archive").field("entries", &self.entries.len()).finish_non_exhaustive()
    }
}

/// Whether a file begins as ZIP files do.
pub fn looks_like_zip(bytes: &[u8]) -> bool {
    bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"PK\x05\x06")
}

impl<'b> Archive<'b> {
    /// Reads the directory.
    ///
    /// # Errors
    ///
    /// When there is none, it contradicts itself, or lists too many entries.
    pub fn open(bytes: impl Into<Cow<'b, [u8]>>) -> Result<Self, ZipError> {
        Self::open_up_to(MAX_ENTRIES, bytes)
    }

    /// Reads the directory of a file of our own, with up to so many entries.
    ///
    /// # Errors
    ///
    /// As [`Archive::open`].
    pub fn open_up_to(max_entries: usize, bytes: impl Into<Cow<'b, [u8]>>) -> Result<Self, ZipError> {
        let bytes = bytes.into();
        let directory = directory(&bytes).ok_or(ZipError::CutOff)?;
        if directory.n_entries > max_entries as u64 {
            return Err(ZipError::TooManyEntries);
        }
        let mut entries = Vec::new();
        let mut at = usize::try_from(directory.at).map_err(|_| ZipError::Damaged)?;
        for _ in 0..directory.n_entries {
            let (entry, next) = entry(&bytes, at).ok_or(ZipError::Damaged)?;
            entries.push(entry);
            at = next;
        }
        if share_bytes(&entries) {
            return Err(ZipError::Damaged);
        }
        Ok(Self { bytes, entries })
    }

    /// The bytes of the file.
    pub fn into_bytes(self) -> Cow<'b, [u8]> {
        self.bytes
    }

    /// Its entries, in the directory's order.
    pub fn entries(&self) -> &[Entry] {
        &self.entries
    }

    /// The entry with this path. Case does not count: some programs write `[content_types].xml`.
    pub fn find(&self, name: &str) -> Option<&Entry> {
        let exact = self.entries.iter().find(|entry| entry.name == name);
        exact.or_else(|| self.entries.iter().find(|entry| entry.name.eq_ignore_ascii_case(name)))
    }

    /// An entry's bytes, decompressed.
    ///
    /// # Errors
    ///
    /// When it is larger than the limit, encrypted, compressed by another method, or its bytes are not what was packed.
    pub fn read(&self, entry: &Entry, limit: usize) -> Result<Vec<u8>, ZipError> {
        if entry.is_encrypted {
            return Err(ZipError::Encrypted);
        }
        if entry.size > limit as u64 {
            return Err(ZipError::TooLarge);
        }
        let packed = self.packed(entry).ok_or(ZipError::Damaged)?;
        let unpacked = match entry.method {
            0 => packed.to_vec(),
            8 => inflate(packed, limit)?,
            _ => return Err(ZipError::Method),
        };
        if unpacked.len() > limit {
            return Err(ZipError::TooLarge);
        }
        if unpacked.len() as u64 != entry.size || crc32fast::hash(&unpacked) != entry.checksum {
            return Err(ZipError::Damaged);
        }
        Ok(unpacked)
    }

    fn packed(&self, entry: &Entry) -> Option<&[u8]> {
        let at = usize::try_from(entry.header_at).ok()?;
        if self.bytes.get(at..at.checked_add(4)?)? != b"PK\x03\x04" {
            return None;
        }
        let name = usize::from(u16_at(&self.bytes, at + 26)?);
        let extra = usize::from(u16_at(&self.bytes, at + 28)?);
        let start = at + 30 + name + extra;
        self.bytes.get(start..start.checked_add(usize::try_from(entry.compressed).ok()?)?)
    }
}

fn inflate(packed: &[u8], limit: usize) -> Result<Vec<u8>, ZipError> {
    use miniz_oxide::inflate::{TINFLStatus, decompress_to_vec_with_limit};
    decompress_to_vec_with_limit(packed, limit).map_err(|error| match error.status {
        TINFLStatus::HasMoreOutput => ZipError::TooLarge,
        _ => ZipError::Damaged,
    })
}

struct Directory {
    at: u64,
    n_entries: u64,
}

/// The end record says where the directory is; a comment of up to 65,535 bytes may follow it.
fn directory(bytes: &[u8]) -> Option<Directory> {
    let last = bytes.len().checked_sub(22)?;
    let first = last.saturating_sub(usize::from(u16::MAX));
    let end = (first..=last).rev().find(|at| {
        bytes.get(*at..at + 4) == Some(b"PK\x05\x06")
            && u16_at(bytes, at + 20).is_some_and(|comment| at + 22 + usize::from(comment) <= bytes.len())
    })?;
    let directory = Directory { n_entries: u16_at(bytes, end + 10)?.into(), at: u32_at(bytes, end + 16)?.into() };
    if directory.n_entries < u64::from(u16::MAX) && directory.at < u64::from(u32::MAX) {
        return Some(directory);
    }
    // Large files have a second end record; its place is written just before the first.
    let locator = end.checked_sub(20)?;
    if bytes.get(locator..locator + 4)? != b"PK\x06\x07" {
        return Some(directory);
    }
    let at = usize::try_from(u64_at(bytes, locator + 8)?).ok()?;
    if bytes.get(at..at.checked_add(4)?)? != b"PK\x06\x06" {
        return None;
    }
    Some(Directory { n_entries: u64_at(bytes, at + 32)?, at: u64_at(bytes, at + 48)? })
}

/// An entry of the directory, and where the next one begins.
fn entry(bytes: &[u8], at: usize) -> Option<(Entry, usize)> {
    if bytes.get(at..at.checked_add(4)?)? != b"PK\x01\x02" {
        return None;
    }
    let flags = u16_at(bytes, at + 8)?;
    let name_at = at + 46;
    let name_end = name_at + usize::from(u16_at(bytes, at + 28)?);
    let extra_end = name_end + usize::from(u16_at(bytes, at + 30)?);
    let next = extra_end + usize::from(u16_at(bytes, at + 32)?);
    let mut entry = Entry {
        name: entry_name(bytes.get(name_at..name_end)?),
        size: u32_at(bytes, at + 24)?.into(),
        compressed: u32_at(bytes, at + 20)?.into(),
        header_at: u32_at(bytes, at + 42)?.into(),
        method: u16_at(bytes, at + 10)?,
        is_encrypted: flags & 1 != 0,
        checksum: u32_at(bytes, at + 16)?,
    };
    read_large_sizes(&mut entry, bytes.get(name_end..extra_end)?);
    Some((entry, next))
}

/// Sizes that do not fit in 32 bits are in an extra field, in this order.
fn read_large_sizes(entry: &mut Entry, extra: &[u8]) {
    let mut at = 0;
    while let (Some(id), Some(length)) = (u16_at(extra, at), u16_at(extra, at + 2)) {
        at += 4;
        if id == 1 {
            let mut field = at;
            for value in [&mut entry.size, &mut entry.compressed, &mut entry.header_at] {
                if *value == u64::from(u32::MAX)
                    && let Some(large) = u64_at(extra, field)
                {
                    *value = large;
                    field += 8;
                }
            }
        }
        at += usize::from(length);
    }
}

fn share_bytes(entries: &[Entry]) -> bool {
    let mut ranges: Vec<(u64, u64)> = entries
        .iter()
        .filter(|entry| entry.compressed > 0)
        .map(|entry| (entry.header_at, entry.header_at.saturating_add(30).saturating_add(entry.compressed)))
        .collect();
    ranges.sort_unstable();
    ranges.windows(2).any(|pair| matches!(pair, [first, second] if second.0 < first.1))
}

/// Names are UTF-8, or what old programs wrote: code page 437.
fn entry_name(bytes: &[u8]) -> String {
    const UPPER_HALF: &str = "ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜ¢£¥₧ƒáíóúñÑªº¿⌐¬½¼¡«»░▒▓│┤╡╢╖╕╣║╗╝╜╛┐└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀αßΓπΣσµτΦΘΩδ∞φε∩≡±≥≤⌠⌡÷≈°∙·√ⁿ²■\u{a0}";
    let name = match std::str::from_utf8(bytes) {
        Ok(name) => name.to_owned(),
        Err(_) => bytes
            .iter()
            .map(|byte| match byte.checked_sub(128) {
                Some(upper) => UPPER_HALF.chars().nth(upper.into()).unwrap_or(char::REPLACEMENT_CHARACTER),
                None => char::from(*byte),
            })
            .collect(),
    };
    name.replace('\\', "/")
}

fn u16_at(bytes: &[u8], at: usize) -> Option<u16> {
    Some(u16::from_le_bytes(bytes.get(at..at.checked_add(2)?)?.try_into().ok()?))
}

fn u32_at(bytes: &[u8], at: usize) -> Option<u32> {
    Some(u32::from_le_bytes(bytes.get(at..at.checked_add(4)?)?.try_into().ok()?))
}

fn u64_at(bytes: &[u8], at: usize) -> Option<u64> {
    Some(u64::from_le_bytes(bytes.get(at..at.checked_add(8)?)?.try_into().ok()?))
}
