//! The documents at hand: the bundled one, and later the reader's own.

use crate::model::{Glossary, Resolution};
use serde::{Deserialize, Serialize};

/// Documents that belong together, with the names of all that they speak of.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Library {
    /// The documents, in the order they are shown.
    pub documents: Vec<Resolution>,
    /// The names of their actors, topics and verbs.
    pub glossary: Glossary,
}
