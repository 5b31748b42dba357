//! The documents at hand: the bundled ones, and the reader's own, which the browser keeps.

mod kept;
#[cfg(feature = "read")]
mod own_texts;
mod store;

pub use crate::model::StoreError;
pub use kept::{Kept, KeptText, Timestamp};
#[cfg(feature = "read")]
pub use own_texts::{Keeping, OwnTexts, TextWithBytes, content_hash};
pub use store::TextStore;

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

/// The texts that the bundle is made of, by file name.
pub const BUNDLED_TEXTS: [(&str, &str); 1] =
    [("A-RES-74-175.fr.txt", include_str!("../../data/A-RES-74-175.fr.txt"))];

/// The bundled documents as `dispositif bundle` has read them; nothing if the bundle is of another version: a test fails
/// then and names the command that makes it again.
pub fn bundled() -> Option<Library> {
    postcard::from_bytes(include_bytes!("../../data/bundle.bin")).ok()
}
