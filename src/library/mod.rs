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

impl Library {
    /// The documents as the page carries them: a third of JSON's bytes, and a decoder that is a sixth of JSON's.
    ///
    /// # Errors
    ///
    /// Never in practice: the values have nothing that the format refuses.
    pub fn to_bytes(&self) -> Result<Vec<u8>, postcard::Error> {
        postcard::to_allocvec(self)
    }
}

/// The texts that the bundle is made of, by file name.
pub const BUNDLED_TEXTS: [(&str, &str); 1] =
    [("A-RES-74-175.fr.txt", include_str!("../../data/A-RES-74-175.fr.txt"))];

/// The bundled documents as `dispositif bundle` has read them.
///
/// Empty if the file is of an older form: a test fails then and names the command that makes it anew.
pub fn bundled() -> Library {
    postcard::from_bytes(include_bytes!("../../data/bundle.bin")).unwrap_or_default()
}
