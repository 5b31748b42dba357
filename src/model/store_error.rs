use serde::{Deserialize, Serialize};

/// Why the browser's store did not do what it was asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum StoreError {
    /// There is no room.
    Full,
    /// The browser does not allow this page to keep anything.
    Forbidden,
    /// A newer version of the program has changed its form.
    Newer,
    /// What was kept is damaged or gone.
    Damaged,
}
