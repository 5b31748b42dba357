//! What the parts of a document are called in its own language, which need not be the interface's.

use super::words::each;
use crate::model::{Language, Part};

pub(super) const FRENCH: [&str; 6] = each!(Part {
    Preamble => "Préambule",
    Operative => "Dispositif",
    Heading => "Titre",
    Annex => "Annexe",
    Declaration => "Déclaration",
    Closing => "Clôture",
});

pub(super) const ENGLISH: [&str; 6] = each!(Part {
    Preamble => "Preamble",
    Operative => "Operative part",
    Heading => "Heading",
    Annex => "Annex",
    Declaration => "Declaration",
    Closing => "Closing",
});

/// What a part is called in a document's language.
pub fn part_in(language: Language, part: Part) -> &'static str {
    let names = match language {
        Language::French => FRENCH,
        _ => ENGLISH,
    };
    names.get(part as usize).copied().unwrap_or_default()
}
