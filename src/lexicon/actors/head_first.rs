//! Finds the end of a body's name in languages where the noun comes first.
//!
//! Only the first word of a name has a capital, so that the words after the noun decide: adjectives and complements belong
//! to it, a verb, an infinitive or « son » does not.

use super::finder::Finder;
use super::rows::Kind;
use super::words::{Gap, LONGEST};
use super::{Entry, HeadId, HeadKind};
use crate::lexicon::numbers::cardinal;

impl Finder<'_> {
    pub(super) fn extent_after_head(&self, after: usize, head: HeadId) -> usize {
        if !self.complement_is_name(after, head) || self.lists.coordinators.contains(self.words.word(after)) {
            return after;
        }
        let mut walk = NameWalk { after, limit: after + LONGEST, theme: false };
        let mut at = after;
        while let Some(next) = self.step_after_head(at, &mut walk) {
            at = next;
        }
        at
    }

    /// Whether what follows a noun makes it another body than the one last named so.
    fn complement_is_name(&self, after: usize, head: HeadId) -> bool {
        let Some(noun) = self.head_of(head) else { return false };
        if self.referents.of(head).is_none() && !noun.is_person() {
            return true;
        }
        let next = self.words.word(after + 1);
        let names_body =
            |at: usize| self.words.is_capital(at) || self.name_at(at).is_some_and(|name| name.kind.is_body());
        let lists = self.lists;
        match self.words.word(after) {
            // «l’élaboration par l’Office du module» is no office of a module.
            word if lists.of_bare.contains(word) => !lists.the_after_of.contains(next) || names_body(after + 2),
            word if lists.of.contains(word) => names_body(after + 1),
            word if lists.about_for.contains(word) => noun.many_words,
            word if lists.about.contains(word) || lists.charged.contains(word) => noun.kind != HeadKind::Own,
            word if lists.to.contains(word) => false,
            word if lists.places.contains(word) => noun.many_words && lists.at_place.contains(word),
            _ => true,
        }
    }

    /// The next word after one more element of a name.
    fn step_after_head(&self, at: usize, walk: &mut NameWalk) -> Option<usize> {
        if at >= walk.limit {
            return None;
        }
        match self.words.gap(at) {
            Gap::Comma if walk.theme => return self.list_in_name(at, walk),
            Gap::Comma | Gap::Other => return None,
            Gap::Space | Gap::Hyphen | Gap::Apostrophe => {}
        }
        if self.words.gap(at) == Gap::Hyphen && at > walk.after {
            return Some(at + 1);
        }
        let next = self.words.word(at + 1);
        let after_proper = at > walk.after && self.words.is_capital(at - 1);
        let lists = self.lists;
        match self.words.word(at) {
            // «de les aider»: a pronoun, not an article.
            word if lists.of_bare.contains(word)
                && lists.the.contains(next)
                && !lists.the_after_of.contains(next) =>
            {
                None
            }
            // «informer le Comité **des mesures** prises»: what it is told.
            word if lists.of.contains(word) => {
                let noun = if lists.the.contains(next) { at + 2 } else { at + 1 };
                let is_told = at == walk.after && lists.merits.contains(self.words.word(noun));
                if is_told { None } else { self.noun_in_name(at + 1, walk.theme) }
            }
            word if lists.about.contains(word) => {
                let has_article = lists.the.contains(next);
                let noun = if has_article { at + 2 } else { at + 1 };
                // «rend hommage à la Commission … en Afghanistan pour les efforts»: the verb's, not the name's.
                let is_merit = lists.about_for.contains(word) && lists.merits.contains(self.words.word(noun));
                let goes_on = !is_merit
                    && (!after_proper
                        || self.words.is_capital(noun)
                        || lists.proper_before_about.contains(self.words.word(at - 1)));
                if !goes_on || self.lists.is_infinitive(self.words.word(noun)) {
                    return None;
                }
                let end = self.noun_in_name(at + 1, true)?;
                walk.theme = true;
                Some(end)
            }
            word if lists.charged.contains(word) && lists.of.contains(next) => {
                walk.theme = true;
                if self.lists.is_infinitive(self.words.word(at + 2)) {
                    self.noun_in_name(at + 3, true)
                } else {
                    self.noun_in_name(at + 2, true)
                }
            }
            word if lists.relating.contains(word) && lists.to.contains(next) => {
                walk.theme = true;
                self.noun_in_name(at + 2, true)
            }
            word if self.is_set_pair(word, next) => Some(at + 2),
            word if lists.at_place.contains(word) && self.words.is_capital(at + 1) => {
                self.noun_in_name(at + 1, true)
            }
            word if lists.places.contains(word)
                && lists.the.contains(next)
                && self.is_set_pair(word, self.words.word(at + 2)) =>
            {
                Some(at + 3)
            }
            word if lists.coordinators.contains(word) => self.coordination_in_name(at, walk),
            word if self.words.is_capital(at) => {
                let is_other = matches!(self.entry_at(at), Some((Entry::Name(_), _)));
                (!is_other && !word.chars().any(|letter| letter.is_ascii_digit())).then_some(at + 1)
            }
            word if self.lists.is_adjective(word) => Some(at + 1),
            _ => self.nationality(at),
        }
    }

    /// «en matière», and «dans (le) domaine»: words that a name may continue with.
    fn is_set_pair(&self, first: &str, second: &str) -> bool {
        self.lists.set_pairs.iter().any(|pair| pair.split_once(' ') == Some((first, second)))
    }

    /// The next word after « afghane » or the like.
    fn nationality(&self, at: usize) -> Option<usize> {
        let hit = self.table.adjectives_after.longest_at(self.words.text, self.words.tokens.get(at..)?)?;
        Some(at + hit.n_tokens)
    }

    /// The next word after a noun with its article, if it may be in a name.
    fn noun_in_name(&self, at: usize, theme: bool) -> Option<usize> {
        let has_article = self.lists.the.contains(self.words.word(at));
        let noun = if has_article { at + 1 } else { at };
        let word = self.words.word(noun);
        if !self.words.adjoins(noun) || self.lists.is_stop(word) || (!has_article && self.lists.is_infinitive(word))
        {
            return None;
        }
        // «réduit de quatre ans»: what is counted is no part of a name.
        if !has_article && !self.words.is_capital(noun) && cardinal(word).is_some() {
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

    /// « … et l’application de la loi »: whether the « et » at a word continues with the name.
    fn coordination_in_name(&self, at: usize, walk: &NameWalk) -> Option<usize> {
        let next = self.words.word(at + 1);
        let lists = self.lists;
        match next {
            next if lists.of.contains(next) => {
                let has_article = lists.the_after_of.contains(self.words.word(at + 2));
                let noun = if has_article { at + 3 } else { at + 2 };
                let goes_on = !self.is_actor(noun) && !self.words.is_capital(noun);
                if goes_on { self.noun_in_name(at + 2, false) } else { None }
            }
            next if lists.the.contains(next) && walk.theme && !self.words.is_capital(at - 1) => {
                if self.is_actor(at + 2) { None } else { self.noun_in_name(at + 1, true) }
            }
            _ if self.is_actor(at + 1) => None,
            _ if self.lists.is_adjective(next) && at > 0 && self.lists.is_adjective(self.words.word(at - 1)) => {
                Some(at + 2)
            }
            _ => None,
        }
    }

    /// « sur la justice pénale, les ripostes juridiques et la lutte …»: a list, if an « et » ends it.
    fn list_in_name(&self, at: usize, walk: &NameWalk) -> Option<usize> {
        let mut inner = NameWalk { theme: false, ..*walk };
        let mut item = at;
        loop {
            let opens = self.lists.the.contains(self.words.word(item));
            if !opens || self.words.is_capital(item + 1) || self.is_actor(item + 1) {
                return None;
            }
            let mut end = self.noun_in_name(item, true)?;
            loop {
                let is_last =
                    self.lists.coordinators.contains(self.words.word(end)) && self.words.gap(end) == Gap::Space;
                inner.theme = is_last;
                let Some(next) = self.step_after_head(end, &mut inner) else { break };
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

/// Where a walk over a name has come to.
struct NameWalk {
    /// The first word after the noun.
    after: usize,
    /// No name continues beyond this word.
    limit: usize,
    /// Whether the name says what the body is about (« sur … », « chargé de … »): then lists belong to it.
    theme: bool,
}
