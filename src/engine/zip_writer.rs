//! Writes a ZIP file entry by entry.

use crc32fast::hash as crc32;

/// Compression level, 0 to 10.
const LEVEL: u8 = 6;
/// Names are in UTF-8.
const UTF8: u16 = 1 << 11;
const VERSION: u16 = 20;
const DEFLATED: u16 = 8;
/// The earliest date of the format, used for every entry: equal contents give equal bytes.
const DAY: u16 = 0x21;

/// A ZIP file that is being written.
#[derive(Debug, Default)]
pub struct BackupZipWriter {
    bytes: Vec<u8>,
    directory: Vec<u8>,
    n_entries: u16,
}

impl BackupZipWriter {
    /// Adds a file.
    pub fn add(&mut self, name: &str, content: &[u8]) {
        let deflated = miniz_oxide::deflate::compress_to_vec(content, LEVEL);
        let at = self.bytes.len() as u32;
        let mut header = Vec::new();
        for word in [VERSION, UTF8, DEFLATED, 0, DAY] {
            header.extend(word.to_le_bytes());
        }
        for number in [crc32(content), deflated.len() as u32, content.len() as u32] {
            header.extend(number.to_le_bytes());
        }
        header.extend((name.len() as u16).to_le_bytes());
        header.extend(0_u16.to_le_bytes());
        self.bytes.extend(b"PK\x03\x04");
        self.bytes.extend(&header);
        self.bytes.extend(name.as_bytes());
        self.bytes.extend(deflated);
        self.directory.extend(b"PK\x01\x02");
        self.directory.extend(VERSION.to_le_bytes());
        self.directory.extend(&header);
        // No comment, first disk, no attributes.
        self.directory.extend([0; 10]);
        self.directory.extend(at.to_le_bytes());
        self.directory.extend(name.as_bytes());
        self.n_entries += 1;
    }

    /// The finished file.
    pub fn finish(mut self) -> Vec<u8> {
        let (at, size) = (self.bytes.len() as u32, self.directory.len() as u32);
        self.bytes.append(&mut self.directory);
        self.bytes.extend(b"PK\x05\x06");
        for word in [0, 0, self.n_entries, self.n_entries] {
            self.bytes.extend(word.to_le_bytes());
        }
        for number in [size, at] {
            self.bytes.extend(number.to_le_bytes());
        }
        self.bytes.extend(0_u16.to_le_bytes());
        self.bytes
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::intake::zip::Archive;

    #[test]
    fn an_archive_is_read_back_as_written() {
        let mut writer = BackupZipWriter::default();
        let files = [("a.txt", "Prie ".repeat(100)), ("dossier/é.txt", String::new())];
        for (name, content) in &files {
            writer.add(name, content.as_bytes());
        }
        let bytes = writer.finish();
        let archive = Archive::open(&bytes).unwrap();
        let read: Vec<(&str, String)> = archive
            .entries()
            .iter()
            .map(|entry| (entry.name.as_str(), String::from_utf8(archive.read(entry, 10_000).unwrap()).unwrap()))
            .collect();
        assert_eq!(read, files);
    }
}
