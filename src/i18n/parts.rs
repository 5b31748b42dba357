//! The names of a document's parts in its own language, which may differ from the interface's.

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

pub(super) const SPANISH: [&str; 6] = each!(Part {
    Preamble => "Preámbulo",
    Operative => "Parte dispositiva",
    Heading => "Título",
    Annex => "Anexo",
    Declaration => "Declaración",
    Closing => "Cierre",
});

pub(super) const RUSSIAN: [&str; 6] = each!(Part {
    Preamble => "Преамбула",
    Operative => "Постановляющая часть",
    Heading => "Заголовок",
    Annex => "Приложение",
    Declaration => "Декларация",
    Closing => "Заключительная формула",
});

pub(super) const ARABIC: [&str; 6] = each!(Part {
    Preamble => "الديباجة",
    Operative => "المنطوق",
    Heading => "العنوان",
    Annex => "المرفق",
    Declaration => "الإعلان",
    Closing => "الخاتمة",
});

pub(super) const CHINESE: [&str; 6] = each!(Part {
    Preamble => "序言部分",
    Operative => "执行部分",
    Heading => "标题",
    Annex => "附件",
    Declaration => "宣言",
    Closing => "结尾",
});

/// The name of a part in a document's language.
pub fn part_in(language: Language, part: Part) -> &'static str {
    let names = match language {
        Language::French => FRENCH,
        Language::English => ENGLISH,
        Language::Spanish => SPANISH,
        Language::Russian => RUSSIAN,
        Language::Arabic => ARABIC,
        Language::Chinese => CHINESE,
    };
    names.get(part as usize).copied().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::i18n::{UiLanguage, texts};

    #[test]
    fn a_part_has_one_name_in_a_language_whether_the_document_or_the_interface_says_it() {
        for language in Language::ALL {
            for part in Part::ALL {
                assert_eq!(part_in(language, part), texts(UiLanguage::from(language)).part(part));
            }
        }
    }
}
