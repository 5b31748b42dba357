//! How far the name of a body reaches in French.
//!
//! Only the first word of a name has a capital, so that the words after the noun decide: adjectives and complements belong
//! to it, a verb, an infinitive or « son » does not.

use super::finder::Finder;
use super::rows::Kind;
use super::words::{Gap, LONGEST};
use super::{Entry, HeadId, HeadKind};

impl Finder<'_> {
    pub(super) fn french_extent(&self, after: usize, head: HeadId) -> usize {
        if !self.french_complement_is_name(after, head) || matches!(self.words.word(after), "et" | "ou") {
            return after;
        }
        let mut walk = FrenchWalk { after, limit: after + LONGEST, theme: false };
        let mut at = after;
        while let Some(next) = self.french_step(at, &mut walk) {
            at = next;
        }
        at
    }

    /// Whether what follows a noun makes it another body than the one last named so.
    fn french_complement_is_name(&self, after: usize, head: HeadId) -> bool {
        let Some(noun) = self.head_of(head) else { return false };
        if self.referents.of(head).is_none() && !noun.is_person() {
            return true;
        }
        let next = self.words.word(after + 1);
        let names_body =
            |at: usize| self.words.is_capital(at) || self.name_at(at).is_some_and(|name| name.kind.is_body());
        match self.words.word(after) {
            // «l’élaboration par l’Office du module» is no office of a module.
            "de" | "d" if matches!(next, "la" | "l") => names_body(after + 2),
            "du" | "des" => names_body(after + 1),
            "sur" | "chargé" | "chargée" => noun.kind != HeadKind::Own,
            "pour" | "contre" | "en" => noun.many_words,
            "au" | "aux" | "à" | "dans" => false,
            _ => true,
        }
    }

    /// The next word after one more element of a French name.
    fn french_step(&self, at: usize, walk: &mut FrenchWalk) -> Option<usize> {
        if at >= walk.limit {
            return None;
        }
        match self.words.gap(at) {
            Gap::Comma if walk.theme => return self.french_list(at, walk),
            Gap::Comma | Gap::Other => return None,
            Gap::Space | Gap::Hyphen | Gap::Apostrophe => {}
        }
        if self.words.gap(at) == Gap::Hyphen && at > walk.after {
            return Some(at + 1);
        }
        let next = self.words.word(at + 1);
        let after_proper = at > walk.after && self.words.is_capital(at - 1);
        match self.words.word(at) {
            "de" | "d" if matches!(next, "le" | "les") => None,
            "de" | "d" | "du" | "des" => self.french_noun(at + 1, walk.theme),
            "sur" | "contre" | "pour" => {
                let has_article = matches!(next, "la" | "l" | "le" | "les");
                let noun = if has_article { at + 2 } else { at + 1 };
                // «rend hommage à la Commission … en Afghanistan pour les efforts»: the verb's, not the name's.
                let is_merit = self.words.word(at) == "pour" && self.table.words.is_merit(self.words.word(noun));
                let goes_on = !is_merit
                    && (!after_proper || self.words.is_capital(noun) || self.words.word(at - 1) == "Unies");
                if !goes_on || self.table.words.is_infinitive(self.words.word(noun)) {
                    return None;
                }
                let end = self.french_noun(at + 1, true)?;
                walk.theme = true;
                Some(end)
            }
            "chargé" | "chargée" if matches!(next, "de" | "d" | "du" | "des") => {
                walk.theme = true;
                if self.table.words.is_infinitive(self.words.word(at + 2)) {
                    self.french_noun(at + 3, true)
                } else {
                    self.french_noun(at + 2, true)
                }
            }
            "relatif" | "relative" if matches!(next, "à" | "au" | "aux") => {
                walk.theme = true;
                self.french_noun(at + 2, true)
            }
            "en" if matches!(next, "matière" | "œuvre" | "oeuvre") => Some(at + 2),
            "en" | "au" | "aux" | "à" if self.words.is_capital(at + 1) => self.french_noun(at + 1, true),
            "à" if next == "composition" => Some(at + 2),
            "dans" if matches!(self.words.word(at + 2), "contexte" | "domaine") => Some(at + 3),
            "et" | "ou" => self.french_coordination(at, walk),
            word if self.words.is_capital(at) => {
                let is_other = matches!(self.entry_at(at), Some((Entry::Name(_), _)));
                (!is_other && !word.chars().any(|letter| letter.is_ascii_digit())).then_some(at + 1)
            }
            word if self.table.words.is_adjective(word) => Some(at + 1),
            _ => self.french_nationality(at),
        }
    }

    /// The next word after « afghane » or the like.
    fn french_nationality(&self, at: usize) -> Option<usize> {
        let hit = self.table.french_adjectives.longest_at(self.words.text, self.words.tokens.get(at..)?)?;
        Some(at + hit.n_tokens)
    }

    /// The next word after a noun with its article, if it may stand in a name.
    fn french_noun(&self, at: usize, theme: bool) -> Option<usize> {
        let has_article = matches!(self.words.word(at), "la" | "l" | "le" | "les");
        let noun = if has_article { at + 1 } else { at };
        let word = self.words.word(noun);
        if !self.words.adjoins(noun)
            || self.table.words.is_stop(word)
            || (!has_article && self.table.words.is_infinitive(word))
        {
            return None;
        }
        if let Some(name) = self.name_at(noun) {
            let belongs = name.kind.is_body() || name.kind == Kind::State || theme;
            return belongs.then_some(noun + name.n_words);
        }
        match self.entry_at(noun) {
            Some((Entry::Head(_), n_words)) => Some(noun + n_words),
            _ => Some(noun + 1),
        }
    }

    /// « … et l’application de la loi »: whether the « et » at a word goes on with the name.
    fn french_coordination(&self, at: usize, walk: &FrenchWalk) -> Option<usize> {
        let next = self.words.word(at + 1);
        match next {
            "de" | "d" | "du" | "des" => {
                let has_article = matches!(self.words.word(at + 2), "la" | "l");
                let noun = if has_article { at + 3 } else { at + 2 };
                let goes_on = !self.is_actor(noun) && !self.words.is_capital(noun);
                if goes_on { self.french_noun(at + 2, false) } else { None }
            }
            "la" | "l" | "le" | "les" if walk.theme && !self.words.is_capital(at - 1) => {
                if self.is_actor(at + 2) {
                    None
                } else {
                    self.french_noun(at + 1, true)
                }
            }
            _ if self.is_actor(at + 1) => None,
            _ if self.table.words.is_adjective(next)
                && at > 0
                && self.table.words.is_adjective(self.words.word(at - 1)) =>
            {
                Some(at + 2)
            }
            _ => None,
        }
    }

    /// « sur la justice pénale, les ripostes juridiques et la lutte …»: a list, if an « et » ends it.
    fn french_list(&self, at: usize, walk: &FrenchWalk) -> Option<usize> {
        let mut inner = FrenchWalk { theme: false, ..*walk };
        let mut item = at;
        loop {
            let opens = matches!(self.words.word(item), "la" | "l" | "le" | "les");
            if !opens || self.words.is_capital(item + 1) || self.is_actor(item + 1) {
                return None;
            }
            let mut end = self.french_noun(item, true)?;
            loop {
                let is_last = matches!(self.words.word(end), "et" | "ou") && self.words.gap(end) == Gap::Space;
                inner.theme = is_last;
                let Some(next) = self.french_step(end, &mut inner) else { break };
                if is_last {
                    return Some(next);
                }
                inner.theme = false;
                end = next;
            }
            if self.words.gap(end) != Gap::Comma || end >= walk.limit {
                return None;
            }
            item = end;
        }
    }
}

/// Where a walk over a French name has come to.
struct FrenchWalk {
    /// The first word after the noun.
    after: usize,
    /// No name goes on beyond this word.
    limit: usize,
    /// Whether the name says what the body is about (« sur … », « chargé de … »): then lists belong to it.
    theme: bool,
}
