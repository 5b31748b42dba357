//! The reader's own texts, stored as the compressed bytes of their files and never as parsed documents.

use super::{Kept, KeptText, StoreError, TextStore, Timestamp};
use crate::model::ContentHash;
use sha2::{Digest, Sha256};

/// The first byte of a record. Records that start with another byte are neither read nor changed.
const RECORD_VERSION: u8 = 1;
/// The first byte of a stored text: plain or deflated. The start of its digest follows, to detect damage.
const PLAIN: u8 = 0;
const DEFLATED: u8 = 1;
/// Compression level, 0 to 10. Higher ones are slower and hardly smaller.
const LEVEL: u8 = 6;
/// The largest length accepted, so that a damaged one cannot use up the memory. No file is this large.
const LARGEST: usize = crate::intake::LARGEST;

/// A text from the store.
pub type TextWithBytes = (KeptText, Vec<u8>);

/// The result of storing a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum StoreOutcome {
    /// It is now stored: for the first time, after it was removed, or because what was stored was damaged.
    New,
    /// It was stored before, with this record.
    Same(KeptText),
}

/// The hash that identifies contents.
pub fn content_hash(content: &[u8]) -> ContentHash {
    let digest = Sha256::digest(content);
    let mut first = [0; 16];
    first.iter_mut().zip(digest).for_each(|(to, from)| *to = from);
    ContentHash(first)
}

/// The hash that identifies a text. Encoding, line ends and trailing white space do not change it.
pub fn hash_of_text(text: &str) -> ContentHash {
    content_hash(text.replace("\r\n", "\n").replace('\r', "\n").trim_end().as_bytes())
}

/// The texts in a store.
#[derive(Debug)]
pub struct OwnTexts<S> {
    store: S,
}

impl<S: TextStore> OwnTexts<S> {
    /// The texts of this store.
    pub fn new(store: S) -> Self {
        Self { store }
    }

    /// The stored texts without the removed ones, the newest first.
    ///
    /// # Errors
    /// When the store cannot be read.
    pub async fn list(&self) -> Result<Kept, StoreError> {
        let (mut texts, n_unreadable) = self.all().await?;
        texts.retain(|text| text.removed.is_none());
        texts.sort_by(|a, b| b.added.cmp(&a.added).then_with(|| a.hash.cmp(&b.hash)));
        Ok(Kept { texts, n_unreadable })
    }

    /// Stores a text unless it is stored already. A removed one is restored, and a damaged one is written again.
    ///
    /// # Errors
    /// When the store is full or does not allow it. Nothing has changed then.
    pub async fn keep(&self, text: &KeptText, bytes: &[u8]) -> Result<StoreOutcome, StoreError> {
        let (now, mut text) = (text.added, text.clone());
        if let Some(old) = self.known(text.hash).await? {
            match self.get(text.hash).await {
                Ok(_) if old.removed.is_none() => return Ok(StoreOutcome::Same(old)),
                Ok(_) => {
                    self.set_removed(&[text.hash], None).await?;
                    return Ok(StoreOutcome::New);
                }
                Err(StoreError::Damaged) => text.added = old.added,
                Err(error) => return Err(error),
            }
        }
        let (key, record, packed) = (text.hash.to_string(), write_record(&text), pack(bytes));
        match self.store.put(&key, &record, Some(&packed)).await {
            Err(StoreError::Full) if self.delete_removed(now).await? > 0 => {
                self.store.put(&key, &record, Some(&packed)).await?;
            }
            done => done?,
        }
        Ok(StoreOutcome::New)
    }

    /// A text with the bytes of its file.
    ///
    /// # Errors
    /// When the store cannot be read, or the text in it is damaged or missing.
    pub async fn get(&self, hash: ContentHash) -> Result<TextWithBytes, StoreError> {
        let text = self.known(hash).await?.ok_or(StoreError::Damaged)?;
        let packed = self.store.text(&hash.to_string()).await?.ok_or(StoreError::Damaged)?;
        Ok((text, unpack(&packed).ok_or(StoreError::Damaged)?))
    }

    /// Marks texts as removed, or restores them.
    ///
    /// # Errors
    /// When the store does not allow it.
    pub async fn set_removed(&self, hashes: &[ContentHash], at: Option<Timestamp>) -> Result<(), StoreError> {
        for hash in hashes {
            if let Some(text) = self.known(*hash).await? {
                let text = KeptText { removed: at, ..text };
                self.store.put(&hash.to_string(), &write_record(&text), None).await?;
            }
        }
        Ok(())
    }

    /// Deletes texts that were removed before a given time for good, and returns how many.
    ///
    /// # Errors
    /// When the store does not allow it.
    pub async fn delete_removed(&self, before: Timestamp) -> Result<u32, StoreError> {
        let mut n_deleted = 0;
        for text in self.all().await?.0 {
            if text.removed.is_some_and(|removed| removed <= before) {
                self.store.delete(&text.hash.to_string()).await?;
                n_deleted += 1;
            }
        }
        Ok(n_deleted)
    }

    /// The record of a text.
    ///
    /// # Errors
    /// When the store cannot be read, or a newer version wrote the record.
    pub async fn known(&self, hash: ContentHash) -> Result<Option<KeptText>, StoreError> {
        match self.store.record(&hash.to_string()).await? {
            Some(record) => read_record(&record).map(Some).ok_or(StoreError::Newer),
            None => Ok(None),
        }
    }

    /// All texts, including removed ones, and the number of unreadable records.
    async fn all(&self) -> Result<(Vec<KeptText>, u32), StoreError> {
        let records = self.store.records().await?;
        let texts: Vec<KeptText> = records
            .iter()
            .filter_map(|(key, record)| read_record(record).filter(|text| text.hash.to_string() == *key))
            .collect();
        let n_unreadable = (records.len() - texts.len()) as u32;
        Ok((texts, n_unreadable))
    }
}

fn write_record(text: &KeptText) -> Vec<u8> {
    postcard::to_extend(text, vec![RECORD_VERSION]).unwrap_or_default()
}

fn read_record(record: &[u8]) -> Option<KeptText> {
    let (&version, rest) = record.split_first()?;
    if version != RECORD_VERSION {
        return None;
    }
    postcard::from_bytes(rest).ok()
}

fn pack(bytes: &[u8]) -> Vec<u8> {
    let deflated = miniz_oxide::deflate::compress_to_vec(bytes, LEVEL);
    let (method, content) = if deflated.len() < bytes.len() { (DEFLATED, &*deflated) } else { (PLAIN, bytes) };
    [&[method], &content_hash(bytes).0[..], content].concat()
}

fn unpack(packed: &[u8]) -> Option<Vec<u8>> {
    let (&method, rest) = packed.split_first()?;
    let (digest, content) = rest.split_at_checked(16)?;
    let bytes = match method {
        PLAIN => content.to_vec(),
        DEFLATED => miniz_oxide::inflate::decompress_to_vec_with_limit(content, LARGEST).ok()?,
        _ => return None,
    };
    (content_hash(&bytes).0 == digest).then_some(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text() -> KeptText {
        KeptText {
            hash: content_hash(b"a"),
            file: "a.txt".into(),
            added: Timestamp(3),
            size: 1,
            removed: Some(Timestamp(4)),
        }
    }

    #[test]
    fn a_record_reads_back_and_that_of_another_version_does_not() {
        let mut record = write_record(&text());
        assert_eq!(read_record(&record), Some(text()));
        record[0] = RECORD_VERSION + 1;
        assert_eq!(read_record(&record), None);
        assert_eq!(read_record(&[]), None);
        assert_eq!(read_record(&[RECORD_VERSION, 1, 2]), None);
    }

    #[test]
    fn bytes_come_back_as_they_were_and_text_takes_less_room() {
        let noise: Vec<u8> = (0..2000_u32).map(|i| (i.wrapping_mul(2_654_435_761) >> 24) as u8).collect();
        let words = "Prie le Secrétaire général ".repeat(100).into_bytes();
        for bytes in [noise, words.clone(), Vec::new()] {
            assert_eq!(unpack(&pack(&bytes)), Some(bytes));
        }
        assert!(pack(&words).len() * 10 < words.len());
        let mut damaged = pack(&words);
        if let Some(last) = damaged.last_mut() {
            *last ^= 1;
        }
        assert_eq!(unpack(&damaged), None);
        assert_eq!(unpack(&[7]), None);
    }

    #[test]
    fn a_hash_is_that_of_the_standard() {
        assert_eq!(content_hash(b"abc").to_string(), "ba7816bf8f01cfea414140de5dae2223");
    }
}
