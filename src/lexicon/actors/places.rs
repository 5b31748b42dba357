//! States that are only where something is: « en Haïti », « in Seville, Spain », « Mauritius Strategy ».

use super::Entry;
use super::finder::Finder;
use super::words::Gap;
use crate::language::NameShape;

impl Finder<'_> {
    /// Whether a State only lends its name to a text or an event: « Programme d’action de la Barbade », « Mauritius Strategy ».
    pub(super) fn is_in_title(&self, at: usize, end: usize) -> bool {
        let opens_title = self.shape == NameShape::HeadLast
            && self.words.gap(end) == Gap::Space
            && self.words.is_capital(end)
            && self.entry_at(end).is_none_or(|(entry, _)| matches!(entry, Entry::Head(_)));
        at < self.document_end || opens_title
    }

    /// Whether a State at a word is only where something is: « en Haïti », « la situation au Liban », « in the Sudan ».
    pub(super) fn is_place(&self, at: usize) -> bool {
        let follows_place = self
            .place_end
            .is_some_and(|end| (end..at).all(|i| self.lists.place_joints.contains(self.words.word(i))));
        if follows_place {
            return true;
        }
        let Some(before) = at.checked_sub(1) else { return false };
        if self.words.gap(at) == Gap::Comma && self.is_capital_place(before) {
            return true;
        }
        let word = self.words.word(before);
        if !self.lists.datives.is_empty() && self.lists.to.contains(word) {
            let governor = before.checked_sub(1).map_or("", |i| self.words.word(i));
            // After a comma or «et» the verb is further back.
            return self.words.gap(before) == Gap::Space && !self.lists.datives.contains(governor);
        }
        let place = if self.lists.the.contains(word) { before.saturating_sub(1) } else { before };
        self.lists.places.contains(self.words.word(place))
    }

    /// Whether some capitals up to a word are where something is: «in *Rio de Janeiro*, Brazil».
    fn is_capital_place(&self, last: usize) -> bool {
        let mut at = last;
        while self.words.is_capital(at) && last - at < 4 && at > 0 {
            if self.lists.at_place.contains(self.words.word(at - 1)) {
                return true;
            }
            at -= if self.lists.of.contains(self.words.word(at - 1)) || self.words.word(at - 1) == "el" {
                2.min(at)
            } else {
                1
            };
        }
        false
    }
}
