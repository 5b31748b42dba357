//! Where the reader's own texts are kept, as far as the rest of the program needs to know.
//!
//! The browser's IndexedDB is behind it in the worker. Each method is one short transaction: it happens whole or not
//! at all.

use super::StoreError;

/// Two tables under one key, the content hash: a small record of each text, and the text itself.
#[allow(async_fn_in_trait)]
pub trait TextStore {
    /// All records with their keys.
    async fn records(&self) -> Result<Vec<(String, Vec<u8>)>, StoreError>;

    /// The record of a key.
    async fn record(&self, key: &str) -> Result<Option<Vec<u8>>, StoreError>;

    /// The text of a key.
    async fn text(&self, key: &str) -> Result<Option<Vec<u8>>, StoreError>;

    /// Writes a record, and a text with it if there is one.
    async fn put(&self, key: &str, record: &[u8], text: Option<&[u8]>) -> Result<(), StoreError>;

    /// Deletes a record and its text.
    async fn delete(&self, key: &str) -> Result<(), StoreError>;
}
