//! States that are only where something is: « en Haïti », « in Seville, Spain », « Mauritius Strategy ».

use super::Entry;
use super::finder::Finder;
use super::words::Gap;
use crate::model::Language;

impl Finder<'_> {
    /// Whether a State only lends its name to a text or an event: « Programme d’action de la Barbade », « Mauritius Strategy ».
    pub(super) fn is_in_title(&self, at: usize, end: usize) -> bool {
        let opens_title = self.language == Language::English
            && self.words.gap(end) == Gap::Space
            && self.words.is_capital(end)
            && self.entry_at(end).is_none_or(|(entry, _)| matches!(entry, Entry::Head(_)));
        at < self.document_end || opens_title
    }

    /// Whether a State at a word is only where something is: « en Haïti », « la situation au Liban », « in the Sudan ».
    pub(super) fn is_place(&self, at: usize) -> bool {
        let follows_place = self.place_end.is_some_and(|end| {
            (end..at).all(|i| {
                matches!(
                    self.words.word(i),
                    "et" | "ou" | "and" | "or" | "au" | "aux" | "en" | "à" | "the" | "le" | "la" | "l"
                )
            })
        });
        if follows_place {
            return true;
        }
        let Some(before) = at.checked_sub(1) else { return false };
        if self.words.gap(at) == Gap::Comma && self.is_capital_place(before) {
            return true;
        }
        match self.language {
            Language::English => {
                let of_place = if self.words.word(before) == "the" { before.saturating_sub(1) } else { before };
                self.table.words.leads_to_place(self.words.word(of_place))
            }
            Language::French => match self.words.word(before) {
                "au" | "aux" | "à" => {
                    let governor = before.checked_sub(1).map_or("", |i| self.words.word(i));
                    // After a comma or «et» the verb stands further back.
                    self.words.gap(before) == Gap::Space && !self.table.words.governs_dative(governor)
                }
                word => self.table.words.leads_to_place(word),
            },
        }
    }

    /// Whether some capitals up to a word are where something is: «in *Rio de Janeiro*, Brazil».
    fn is_capital_place(&self, last: usize) -> bool {
        let mut at = last;
        while self.words.is_capital(at) && last - at < 4 && at > 0 {
            if matches!(self.words.word(at - 1), "in" | "at" | "à") {
                return true;
            }
            at -= if matches!(self.words.word(at - 1), "de" | "of" | "el") { 2.min(at) } else { 1 };
        }
        false
    }
}
