//! Writes ZIP archives: backups, and the container of office formats.
//!
//! Every entry has the same date, so that the same export gives the same bytes.

use crc32fast::hash as crc32;

/// An archive that is being written.
#[derive(Debug, Default)]
pub struct ZipWriter {
    bytes: Vec<u8>,
    directory: Vec<u8>,
    n_files: u64,
}

impl ZipWriter {
    /// Adds a file. Its name is the path in the archive, with `/` between folders.
    pub fn add(&mut self, name: &str, content: &[u8]) {
        let packed = miniz_oxide::deflate::compress_to_vec(content, 6);
        let (method, packed): (u16, &[u8]) = if packed.len() < content.len() { (8, &packed) } else { (0, content) };
        let at = self.bytes.len() as u32;
        // Version 2.0, names in UTF-8, 1 January 1980.
        let mut common = Vec::with_capacity(26);
        for number in [20, 1 << 11, method, 0, 0x21] {
            common.extend(number.to_le_bytes());
        }
        for number in [crc32(content), packed.len() as u32, content.len() as u32] {
            common.extend(number.to_le_bytes());
        }
        for number in [name.len() as u16, 0] {
            common.extend(number.to_le_bytes());
        }
        self.bytes.extend(b"PK\x03\x04");
        self.bytes.extend(&common);
        self.bytes.extend(name.as_bytes());
        self.bytes.extend(packed);

        self.directory.extend(b"PK\x01\x02\x14\0");
        self.directory.extend(&common);
        self.directory.extend([0; 10]);
        self.directory.extend(at.to_le_bytes());
        self.directory.extend(name.as_bytes());
        self.n_files += 1;
    }

    /// The finished archive.
    pub fn finish(mut self) -> Vec<u8> {
        let (at, length) = (self.bytes.len(), self.directory.len());
        self.bytes.append(&mut self.directory);
        let n_files = u16::try_from(self.n_files).unwrap_or(u16::MAX);
        if n_files == u16::MAX {
            self.end_of_many(at as u64, length as u64);
        }
        self.bytes.extend(b"PK\x05\x06\0\0\0\0");
        self.bytes.extend(n_files.to_le_bytes());
        self.bytes.extend(n_files.to_le_bytes());
        self.bytes.extend((length as u32).to_le_bytes());
        self.bytes.extend((at as u32).to_le_bytes());
        self.bytes.extend([0; 2]);
        self.bytes
    }

    /// The end records of ZIP64, for more files than two bytes count, and where the first of them is.
    fn end_of_many(&mut self, at: u64, length: u64) {
        let end = self.bytes.len() as u64;
        self.bytes.extend(b"PK\x06\x06");
        // The length of the rest; version 4.5; the first disk.
        self.bytes.extend(44_u64.to_le_bytes());
        self.bytes.extend(b"\x2d\0\x2d\0\0\0\0\0\0\0\0\0");
        for number in [self.n_files, self.n_files, length, at] {
            self.bytes.extend(number.to_le_bytes());
        }
        self.bytes.extend(b"PK\x06\x07\0\0\0\0");
        self.bytes.extend(end.to_le_bytes());
        self.bytes.extend(1_u32.to_le_bytes());
    }
}
