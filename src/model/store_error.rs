use serde::{Deserialize, Serialize};

/// Why an operation on the browser's store failed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum StoreError {
    /// The storage quota is used up.
    Full,
    /// The browser does not allow this page to store anything.
    Forbidden,
    /// A newer version of the program has changed the store's format.
    Newer,
    /// The stored data is damaged or missing.
    Damaged,
}
