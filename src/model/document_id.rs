//! A document's identity: the work, its language, and the source of this text.
//!
//! FRBR and Akoma Ntoso call these work, expression and item. Two texts without a symbol are two documents, and so
//! are the French and the English text of one resolution.

use super::{Language, LibraryId, Symbol};
use serde::{Deserialize, Serialize};
use std::fmt;
use std::str::FromStr;

/// A document's identity.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct DocumentId {
    /// The resolution that it is a text of; none if the text has no symbol.
    pub work: Option<Symbol>,
    /// The language of the text.
    pub language: Language,
    /// Where the text comes from.
    pub source: Source,
}

/// Where the text of a document comes from.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Source {
    /// It comes with the program.
    Bundled,
    /// The reader has added it. Equal contents are one document.
    Own(ContentHash),
    /// It is one of the documents of a published library.
    Published {
        /// Which library.
        library: LibraryId,
        /// The document's number in it.
        n: u32,
    },
}

/// The first 128 bits of a cryptographic hash of a document's text. It is computed when a text is added.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct ContentHash(pub [u8; 16]);

/// A reference to a document in a link: enough to find it in the library.
///
/// A symbol without a language comes from an older version's link and matches the work in any language.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum DocumentLink {
    /// `A/RES/74/175@fr`, `A/RES/74/175`.
    Work(Symbol, Option<Language>),
    /// `~3f9c…`, 32 hexadecimal digits.
    Own(ContentHash),
    /// `human-rights~12`.
    Published(LibraryId, u32),
}

impl DocumentId {
    /// The identity of a text that comes with the program.
    pub fn bundled(symbol: &Symbol, language: Language) -> Self {
        Self { work: work(symbol), language, source: Source::Bundled }
    }

    /// The identity of a text that the reader has added.
    pub fn own(symbol: &Symbol, language: Language, hash: ContentHash) -> Self {
        Self { work: work(symbol), language, source: Source::Own(hash) }
    }

    /// The reference that links use for it.
    pub fn link(&self) -> DocumentLink {
        match &self.source {
            Source::Bundled => DocumentLink::Work(self.work.clone().unwrap_or_default(), Some(self.language)),
            Source::Own(hash) => DocumentLink::Own(*hash),
            Source::Published { library, n } => DocumentLink::Published(library.clone(), *n),
        }
    }

    /// Whether a link may mean this document. Several texts of one work can match; the first in the library wins.
    pub fn matches(&self, link: &DocumentLink) -> bool {
        match link {
            DocumentLink::Work(symbol, language) => {
                self.work.as_ref().is_none_or(|work| work == symbol)
                    && self.work.is_some() != symbol.as_str().is_empty()
                    && language.is_none_or(|language| language == self.language)
            }
            DocumentLink::Own(hash) => self.source == Source::Own(*hash),
            DocumentLink::Published(..) => self.link() == *link,
        }
    }
}

fn work(symbol: &Symbol) -> Option<Symbol> {
    Some(symbol.clone()).filter(|symbol| !symbol.as_str().is_empty())
}

impl DocumentLink {
    /// Reads a link. Never fails: anything that fits no other form is taken as a symbol.
    pub fn read(text: &str) -> Self {
        if let Some(hash) = text.strip_prefix('~').and_then(|digits| digits.parse().ok()) {
            return Self::Own(hash);
        }
        if let Some((library, n)) = text.rsplit_once('~')
            && let Ok(n) = n.parse()
            && !library.is_empty()
        {
            return Self::Published(LibraryId::new(library), n);
        }
        match text.rsplit_once('@').map(|(symbol, code)| (symbol, Language::from_code(code))) {
            Some((symbol, Some(language))) => Self::Work(Symbol::new(symbol), Some(language)),
            _ => Self::Work(Symbol::new(text), None),
        }
    }
}

impl fmt::Display for DocumentLink {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Work(symbol, Some(language)) => write!(f, "{symbol}@{}", language.code()),
            Self::Work(symbol, None) => symbol.fmt(f),
            Self::Own(hash) => write!(f, "~{hash}"),
            Self::Published(library, n) => write!(f, "{library}~{n}"),
        }
    }
}

impl fmt::Display for ContentHash {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|byte| write!(f, "{byte:02x}"))
    }
}

impl fmt::Debug for ContentHash {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "ContentHash({self})")
    }
}

/// A text that is not 32 hexadecimal digits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotAHash;

impl FromStr for ContentHash {
    type Err = NotAHash;

    fn from_str(text: &str) -> Result<Self, NotAHash> {
        if text.len() != 32 || !text.bytes().all(|digit| digit.is_ascii_hexdigit()) {
            return Err(NotAHash);
        }
        u128::from_str_radix(text, 16).map(|number| Self(number.to_be_bytes())).map_err(|_| NotAHash)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn hash(byte: u8) -> ContentHash {
        ContentHash([byte; 16])
    }

    fn all_links() -> [DocumentLink; 5] {
        [
            DocumentLink::Work(Symbol::from("A/RES/74/175"), Some(Language::French)),
            DocumentLink::Work(Symbol::from("S/RES/1325 (2000)"), None),
            DocumentLink::Own(hash(0x3f)),
            DocumentLink::Own(hash(0)),
            DocumentLink::Published(LibraryId::from("human-rights"), 12),
        ]
    }

    #[test]
    fn every_link_is_read_back_as_it_was_written() {
        for link in all_links() {
            assert_eq!(DocumentLink::read(&link.to_string()), link);
        }
    }

    #[test]
    fn a_link_looks_as_the_documentation_says() {
        let written = all_links().map(|link| link.to_string());
        assert_eq!(written[0], "A/RES/74/175@fr");
        assert_eq!(written[2], format!("~{}", "3f".repeat(16)));
        assert_eq!(written[4], "human-rights~12");
    }

    #[test]
    fn an_unknown_language_or_a_damaged_hash_is_part_of_a_symbol() {
        for text in ["A/RES/74/175@xx", "~3f9c", "~+fffffffffffffffffffffffffffffff", "~", "@", "", "a~b", "~12"] {
            assert_eq!(DocumentLink::read(text), DocumentLink::Work(Symbol::from(text), None), "{text}");
        }
    }

    #[test]
    fn a_document_is_found_by_its_own_link() {
        let symbol = Symbol::from("A/RES/74/175");
        for id in [
            DocumentId::bundled(&symbol, Language::French),
            DocumentId::bundled(&Symbol::default(), Language::French),
            DocumentId::own(&symbol, Language::English, hash(1)),
            DocumentId::own(&Symbol::default(), Language::English, hash(2)),
        ] {
            assert!(id.matches(&DocumentLink::read(&id.link().to_string())), "{id:?}");
        }
    }

    #[test]
    fn a_symbol_alone_means_the_work_in_any_language_and_a_language_narrows_it() {
        let symbol = Symbol::from("A/RES/74/175");
        let french = DocumentId::bundled(&symbol, Language::French);
        let english = DocumentId::own(&symbol, Language::English, hash(1));
        let other = DocumentId::own(&Symbol::default(), Language::English, hash(2));
        let found = |link: &str| [&french, &english, &other].map(|id| id.matches(&DocumentLink::read(link)));
        assert_eq!(found("A/RES/74/175"), [true, true, false]);
        assert_eq!(found("A/RES/74/175@en"), [false, true, false]);
        assert_eq!(found(""), [false, false, true]);
    }

    #[test]
    fn texts_without_a_symbol_and_texts_in_two_languages_do_not_collide() {
        let symbol = Symbol::from("A/RES/74/175");
        let own = |byte| DocumentId::own(&Symbol::default(), Language::French, hash(byte));
        assert_ne!(own(1).link(), own(2).link());
        let bundled = |language| DocumentId::bundled(&symbol, language).link();
        assert_ne!(bundled(Language::French), bundled(Language::English));
    }
}
