use super::{ParagraphId, Span, Symbol};
use serde::{Deserialize, Serialize};

/// Words that cite a document, or a paragraph of this one.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reference {
    /// The words: « 72/194 », « 1373 (2001) ».
    pub span: Span,
    /// The document's symbol in its canonical form; this document's own for a paragraph of it.
    pub symbol: Symbol,
    /// The paragraph, when one of this document is meant: « le paragraphe 3 ci-dessus ».
    pub paragraph: Option<ParagraphId>,
}

impl Reference {
    /// The document's address at the UN, in a language: `https://undocs.org/fr/A/RES/74/175`.
    pub fn url(symbol: &Symbol, language: super::Language) -> String {
        let path = symbol.as_str().replace(' ', "%20");
        ["https://undocs.org/", language.code(), "/", &path].concat()
    }
}
