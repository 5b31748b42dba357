//! Backups: everything that the browser stores, as one ZIP file.
//!
//! `dispositif.tsv` lists the texts (hash, when added, file name, entry); `texts/` has their files as they were; `records.tsv` has the
//! page's records: annotations and settings. Tabs, line ends and backslashes in fields are escaped.

use super::SettingsRecord;
use crate::export::zip::ZipWriter;
use crate::intake::LARGEST;
use crate::intake::zip::{Archive, Entry};
use crate::library::{KeptText, Timestamp};
use std::collections::BTreeMap;

const LIST: &str = "dispositif.tsv";
const RECORDS: &str = "records.tsv";
/// The first line of the list, with the version of the format.
const HEAD: &str = "dispositif backup 1";

/// Builds a backup.
pub struct BackupWriter {
    zip: ZipWriter,
    list: String,
    n_texts: u32,
}

impl BackupWriter {
    /// Starts with the page's records.
    pub fn new(records: &[SettingsRecord]) -> Self {
        let mut zip = ZipWriter::default();
        let lines: String = records.iter().map(|(key, value)| line(&[key, value])).collect();
        zip.add(RECORDS, lines.as_bytes());
        Self { zip, list: [HEAD, "\n"].concat(), n_texts: 0 }
    }

    /// Adds a text.
    pub fn add(&mut self, text: &KeptText, bytes: &[u8]) {
        self.n_texts += 1;
        // File names may have path separators, and two texts may have the same name.
        let safe: String = text.file.chars().map(|c| if is_safe(c) { c } else { '_' }).collect();
        let entry = ["texts/", &self.n_texts.to_string(), "-", &safe].concat();
        self.list += &line(&[&text.hash.to_string(), &text.added.0.to_string(), &text.file, &entry]);
        self.zip.add(&entry, bytes);
    }

    /// The finished file.
    pub fn finish(mut self) -> Vec<u8> {
        self.zip.add(LIST, self.list.as_bytes());
        self.zip.finish()
    }
}

fn is_safe(c: char) -> bool {
    c.is_alphanumeric() || matches!(c, '.' | '-' | '_' | ' ' | '(' | ')')
}

/// The contents of a backup.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct BackupContents {
    /// The texts.
    pub texts: Vec<(KeptText, Vec<u8>)>,
    /// How many are listed and cannot be read.
    pub n_damaged: u32,
    /// The page's records.
    pub records: Vec<SettingsRecord>,
}

/// Reads a backup; none if the file is not one, or was made by a newer version.
pub fn read(bytes: &[u8]) -> Option<BackupContents> {
    let archive = Archive::open_up_to(usize::MAX, bytes).ok()?;
    let entries: BTreeMap<&str, &Entry> =
        archive.entries().iter().map(|entry| (entry.name.as_str(), entry)).collect();
    let file = |name: &str| archive.read(entries.get(name)?, LARGEST).ok();
    let list = String::from_utf8(file(LIST)?).ok()?;
    let mut lines = list.lines();
    if lines.next() != Some(HEAD) {
        return None;
    }
    let mut contents = BackupContents::default();
    for line in lines {
        match text_of_line(line, &file) {
            Some(text) => contents.texts.push(text),
            None => contents.n_damaged += 1,
        }
    }
    let records = file(RECORDS).and_then(|bytes| String::from_utf8(bytes).ok()).unwrap_or_default();
    contents.records = records.lines().filter_map(|line| fields(line).try_into().ok()).map(pair).collect();
    Some(contents)
}

fn text_of_line(line: &str, file: &impl Fn(&str) -> Option<Vec<u8>>) -> Option<(KeptText, Vec<u8>)> {
    let [hash, added, name, entry]: [String; 4] = fields(line).try_into().ok()?;
    let bytes = file(&entry)?;
    let text = KeptText {
        hash: hash.parse().ok()?,
        file: name,
        added: Timestamp(added.parse().ok()?),
        size: bytes.len() as u64,
        removed: None,
    };
    Some((text, bytes))
}

fn pair([key, value]: [String; 2]) -> SettingsRecord {
    (key, value)
}

fn line(fields: &[&str]) -> String {
    let escape =
        |field: &&str| field.replace('\\', "\\\\").replace('\t', "\\t").replace('\n', "\\n").replace('\r', "\\r");
    [&fields.iter().map(escape).collect::<Vec<_>>().join("\t"), "\n"].concat()
}

fn fields(line: &str) -> Vec<String> {
    let unescape = |field: &str| {
        let mut out = String::new();
        let mut letters = field.chars();
        while let Some(letter) = letters.next() {
            out.push(match letter {
                '\\' => match letters.next() {
                    Some('t') => '\t',
                    Some('n') => '\n',
                    Some('r') => '\r',
                    other => other.unwrap_or('\\'),
                },
                letter => letter,
            });
        }
        out
    };
    line.split('\t').map(unescape).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::library::content_hash;

    #[test]
    fn a_backup_gives_back_what_was_put_into_it_to_the_byte() {
        let records = vec![("annotation A/RES/1 op1.1".to_owned(), "1*\na, b\tc\n\\note\r\n".to_owned())];
        let bytes = [0, 255, 13, 10, 9];
        let text = KeptText {
            hash: content_hash(&bytes),
            file: "../a\tb\n.txt".into(),
            added: Timestamp(7),
            size: 5,
            removed: None,
        };
        let mut writer = BackupWriter::new(&records);
        writer.add(&text, &bytes);
        writer.add(&text, &bytes);
        let contents = read(&writer.finish()).unwrap();
        let texts = vec![(text.clone(), bytes.to_vec()), (text, bytes.to_vec())];
        assert_eq!(contents, BackupContents { texts, n_damaged: 0, records });
    }

    #[test]
    fn a_backup_of_more_texts_than_two_bytes_count_is_read_back_whole() {
        let mut writer = BackupWriter::new(&[]);
        let text =
            KeptText { hash: content_hash(b""), file: "a".into(), added: Timestamp(1), size: 0, removed: None };
        let n = usize::from(u16::MAX) + 2;
        for _ in 0..n {
            writer.add(&text, b"");
        }
        let read = read(&writer.finish()).expect("a backup");
        assert_eq!((read.texts.len(), read.n_damaged), (n, 0));
    }

    #[test]
    fn a_file_that_is_not_a_backup_is_refused() {
        let mut other = ZipWriter::default();
        other.add("a.txt", b"a");
        assert_eq!(read(&other.finish()), None);
        let mut newer = ZipWriter::default();
        newer.add(LIST, b"dispositif backup 2\n");
        assert_eq!(read(&newer.finish()), None);
        assert_eq!(read(b"Prie"), None);
    }
}
