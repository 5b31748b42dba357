//! What is known of a text that the browser keeps, without reading it.

use crate::model::ContentHash;
use serde::{Deserialize, Serialize};

/// Milliseconds since 1970, as a browser's clock has them.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Timestamp(pub u64);

/// A text that is kept.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct KeptText {
    /// Its content, by which it is known.
    pub hash: ContentHash,
    /// The name of the file that it came in.
    pub file: String,
    /// When it was added.
    pub added: Timestamp,
    /// How many bytes the file has.
    pub size: u64,
    /// When the reader removed it; until it is deleted for good it can be put back.
    pub removed: Option<Timestamp>,
}

/// What is kept.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Kept {
    /// The texts that can be read, the newest first.
    pub texts: Vec<KeptText>,
    /// How many records are damaged, or from a newer version. They are left as they are.
    pub n_unreadable: u32,
}
