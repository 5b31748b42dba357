use crate::i18n::Texts;
use crate::model::ParagraphId;

/// What a paragraph is called, in the language of the interface: « paragraphe 12 a) », « 3e alinéa du préambule ».
pub fn place_name(id: &ParagraphId, texts: &Texts) -> String {
    let id = id.as_str();
    let spaced = |rest: &str| rest.replace('.', "\u{a0}");
    if let Some(rest) = id.strip_prefix("pp") {
        return texts.preambular(&spaced(rest));
    }
    if let Some(rest) = id.strip_prefix("op") {
        return texts.operative.with(&spaced(rest));
    }
    id.to_owned()
}
