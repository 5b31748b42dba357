//! The interface of the store for the reader's own texts.
//!
//! In the worker it is implemented with IndexedDB. Each method is one short transaction that either succeeds or changes
//! nothing.

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
