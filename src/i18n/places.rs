//! The name of a paragraph: « paragraphe 12 a) », « 3e alinéa du préambule »; in a short form, « § 12 a) ».

use super::Texts;
use crate::model::{ParagraphId, Part};

/// The parts of a paragraph's id: its section's label, its kind, its number with the labels of its subparagraphs.
struct Place<'a> {
    section: Option<&'a str>,
    kind: &'a str,
    number: &'a str,
    labels: Vec<&'a str>,
}

/// Whether a piece of an id is a kind of paragraph with its number: `op57`.
fn is_numbered(piece: &str) -> bool {
    const KINDS: [&str; 9] = ["pp", "op", "ou", "an", "at", "de", "dt", "cl", "h"];
    let digits = piece.trim_start_matches(|letter: char| letter.is_ascii_lowercase());
    let kind = piece.strip_suffix(digits).unwrap_or_default();
    digits.starts_with(|letter: char| letter.is_ascii_digit()) && KINDS.contains(&kind)
}

impl<'a> Place<'a> {
    /// The parts of `op12.a.ii`, or of `A.op3`.
    fn read(id: &'a str) -> Option<Self> {
        let mut pieces = id.split('.');
        let mut own = pieces.next()?;
        // The name of a section may look like the kind of a paragraph without a number: `ii.op57`.
        let mut section = None;
        if !is_numbered(own)
            && let Some(next) = pieces.clone().next().filter(|next| is_numbered(next))
        {
            section = Some(own);
            own = next;
            pieces.next();
        }
        let n_letters = own.bytes().take_while(u8::is_ascii_lowercase).count();
        let (kind, number) = own.split_at_checked(n_letters)?;
        Some(Self { section, kind, number, labels: pieces.collect() })
    }
}

impl Texts {
    /// A paragraph's name within a sentence.
    pub fn place(&self, id: &ParagraphId) -> String {
        self.named(id, |kind, number| match kind {
            "pp" => Some(self.preambular(number)),
            "op" => Some(self.operative.with(number)),
            _ => None,
        })
    }

    /// Its short name, for columns and pictures.
    pub fn short_place(&self, id: &ParagraphId) -> String {
        self.named(id, |kind, number| match kind {
            "pp" => Some(self.short_preambular.with(number)),
            "op" => Some(self.short_operative.with(number)),
            _ => None,
        })
    }

    fn named(&self, id: &ParagraphId, numbered: impl Fn(&str, &str) -> Option<String>) -> String {
        let Some(Place { section, kind, number, labels }) = Place::read(id.as_str()) else {
            return id.to_string();
        };
        let mut number = number.to_owned();
        for label in labels {
            number.extend([if number.is_empty() { "" } else { "\u{a0}" }, &self.sublabel.with(label)]);
        }
        let part = match kind {
            "an" | "at" => Part::Annex,
            "de" | "dt" => Part::Declaration,
            "cl" => Part::Closing,
            "ou" => Part::Operative,
            _ => Part::Heading,
        };
        // Counted, not numbered: “Declaration, ¶ 24” is not its paragraph 24.
        let joint =
            if matches!(kind, "at" | "dt" | "ou") { [self.comma, "¶\u{a0}"].concat() } else { "\u{a0}".into() };
        let name = numbered(kind, &number).unwrap_or_else(|| {
            let part = self.part(part);
            if number.is_empty() { part.to_owned() } else { [part, &*joint, &number].concat() }
        });
        match section {
            Some(section) => [&section.to_ascii_uppercase(), self.comma, &name].concat(),
            None => name,
        }
    }

    /// A paragraph of the preamble by its position there, `3` or `3 a)`.
    fn preambular(&self, place: &str) -> String {
        // With a label, no ordinal number is used.
        let form = place.parse().map_or(2, |n| self.language.form_of_rank(n));
        self.preambulars.form(form).with(place)
    }
}

#[cfg(test)]
mod tests {
    use crate::i18n::{UiLanguage, texts};
    use crate::model::ParagraphId;

    #[test]
    fn a_paragraph_has_the_name_that_its_language_gives_it() {
        for (language, id, name, short) in [
            (UiLanguage::French, "pp1", "1er alinéa du préambule", "préamb. 1"),
            (UiLanguage::French, "pp3", "3e alinéa du préambule", "préamb. 3"),
            (UiLanguage::French, "pp3.a", "alinéa 3\u{a0}a) du préambule", "préamb. 3\u{a0}a)"),
            (UiLanguage::French, "op12.a.ii", "paragraphe 12\u{a0}a)\u{a0}ii)", "§\u{a0}12\u{a0}a)\u{a0}ii)"),
            (UiLanguage::English, "op12.a", "paragraph 12\u{a0}(a)", "§\u{a0}12\u{a0}(a)"),
            (UiLanguage::English, "A.op3", "A, paragraph 3", "A, §\u{a0}3"),
            (UiLanguage::English, "an4.b", "Annex\u{a0}4\u{a0}(b)", "Annex\u{a0}4\u{a0}(b)"),
            (UiLanguage::English, "ii.op57", "II, paragraph 57", "II, §\u{a0}57"),
            (UiLanguage::English, "de24", "Declaration\u{a0}24", "Declaration\u{a0}24"),
            (UiLanguage::English, "dt24", "Declaration, ¶\u{a0}24", "Declaration, ¶\u{a0}24"),
            (UiLanguage::English, "organ", "Heading", "Heading"),
            (UiLanguage::Russian, "op4", "пункт 4", "п.\u{a0}4"),
            (UiLanguage::Chinese, "op4", "第\u{a0}4\u{a0}段", "第\u{a0}4\u{a0}段"),
            (UiLanguage::Arabic, "pp2", "الفقرة 2 من الديباجة", "الديباجة\u{a0}2"),
        ] {
            let (texts, id) = (texts(language), ParagraphId::new(id.to_owned()));
            assert_eq!(
                (texts.place(&id).as_str(), texts.short_place(&id).as_str()),
                (name, short.replace(". ", ".\u{a0}").as_str())
            );
        }
    }
}
