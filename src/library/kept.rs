//! The record of a stored text, available without reading the text.

use crate::model::ContentHash;
use serde::{Deserialize, Serialize};

/// Milliseconds since 1970, as browser clocks count.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Timestamp(pub u64);

/// The record of a stored text.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct KeptText {
    /// Its content hash, which identifies it.
    pub hash: ContentHash,
    /// The name of its file.
    pub file: String,
    /// When it was added.
    pub added: Timestamp,
    /// How many bytes the file has.
    pub size: u64,
    /// When it was removed; until it is deleted for good it can be restored.
    pub removed: Option<Timestamp>,
}

/// The stored texts.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Kept {
    /// The readable records, the newest first.
    pub texts: Vec<KeptText>,
    /// How many records are damaged or from a newer version. They are left unchanged.
    pub n_unreadable: u32,
}
