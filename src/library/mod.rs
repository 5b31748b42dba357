//! The library: the bundled documents, and the reader's own, which the browser stores.

mod kept;
#[cfg(feature = "read")]
mod own_texts;
mod store;

pub use crate::model::StoreError;
pub use kept::{Kept, KeptText, Timestamp};
#[cfg(feature = "read")]
pub use own_texts::{OwnTexts, StoreOutcome, TextWithBytes, content_hash, hash_of_text};
pub use store::TextStore;

use crate::model::{Glossary, Resolution};
use serde::{Deserialize, Serialize};

/// Documents, with the names of their actors, topics and verbs.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Library {
    /// The documents, in the order they are shown.
    pub documents: Vec<Resolution>,
    /// The names of their actors, topics and verbs.
    pub glossary: Glossary,
}

#[cfg(feature = "read")]
impl Library {
    /// Reads the documents of these texts.
    pub fn of_texts<'t>(texts: impl IntoIterator<Item = &'t str>) -> Self {
        let mut library = Self::default();
        for text in texts {
            let parsed = crate::parse::parse(text);
            library.documents.push(parsed.resolution);
            library.glossary.merge(parsed.glossary);
        }
        library
    }
}

/// The source texts of the bundle, by file name.
pub const BUNDLED_TEXTS: [(&str, &str); 1] =
    [("A-RES-74-175.fr.txt", include_str!("../../data/A-RES-74-175.fr.txt"))];

/// The bundled documents, as `dispositif bundle` wrote them; none if the bundle is from another version. A test then fails
/// and prints the command that rebuilds it.
pub fn bundled() -> Option<Library> {
    postcard::from_bytes(include_bytes!("../../data/bundle.bin")).ok()
}
