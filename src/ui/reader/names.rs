use crate::i18n::Texts;
use crate::model::ParagraphId;

/// What a paragraph is called, in the language of the interface.
pub fn place_name(id: &ParagraphId, texts: &Texts) -> String {
    texts.place(id)
}
