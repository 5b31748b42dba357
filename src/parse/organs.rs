//! The organs by their names.

use crate::language::{WordList, document};
use crate::model::Organ;
use crate::text::fold::fold;
use crate::text::tokens::is_alphanumeric;

/// A text in small letters without accents, one blank between its words.
pub fn words_of(text: &str) -> String {
    let folded = fold(text);
    let words: Vec<&str> =
        folded.split(|letter: char| !is_alphanumeric(letter)).filter(|word| !word.is_empty()).collect();
    words.join(" ")
}

/// The organ with a name, as [`words_of`] gives it, without its article.
pub fn named_organ(name: &str) -> Option<Organ> {
    organs().into_iter().find_map(|(names, organ)| names.contains(name).then_some(organ))
}

/// The names of the organs, as [`words_of`] gives them.
pub fn organs() -> [(&'static WordList, Organ); 4] {
    let words = document();
    [
        (&words.general_assembly, Organ::GeneralAssembly),
        (&words.security_council, Organ::SecurityCouncil),
        (&words.economic_and_social_council, Organ::EconomicAndSocialCouncil),
        (&words.human_rights_council, Organ::HumanRightsCouncil),
    ]
}
