//! Finds the extent of a body's name in languages where the noun follows its modifiers: the capitalized words around it.

use super::finder::Finder;
use super::rows::Kind;
use super::words::{Gap, LONGEST};
use super::{Entry, HeadId, HeadKind};

impl Finder<'_> {
    /// Where the modifiers before a noun begin: « Independent International » of « … Commission of Inquiry ».
    pub(super) fn start_of_modifiers(&self, head_at: usize, free: usize) -> usize {
        let mut start = head_at;
        // The first word of a paragraph is the organ's verb.
        let free = free.max(1);
        while start > free && head_at - start < 8 {
            let before = start - 1;
            let word = self.words.word(before);
            let taken = match self.words.gap(start) {
                Gap::Space | Gap::Hyphen | Gap::Apostrophe if self.words.is_capital(before) => 1,
                // «High-level», «People’s», «Truth and Reconciliation»: a small word between two that count.
                Gap::Space if before > free && self.words.is_capital(before - 1) => {
                    let is_inside = matches!(self.words.gap(before), Gap::Hyphen | Gap::Apostrophe)
                        || (self.lists.coordinators.contains(word)
                            && self.words.gap(before) == Gap::Space
                            && self.is_modifier(before - 1));
                    if is_inside { 2 } else { break }
                }
                _ => break,
            };
            let first = self.words.word(start - taken);
            if self.lists.openers.contains(first) || self.name_at(start - taken).is_some() {
                break;
            }
            start -= taken;
        }
        start
    }

    fn is_modifier(&self, at: usize) -> bool {
        at > 0 && self.entry_at(at).is_none() && !self.lists.openers.contains(self.words.word(at))
    }

    /// The noun that ends a run of capitals after a name: « Security Council » *Working Group*.
    pub(super) fn head_after(&self, after: usize) -> Option<(usize, usize, HeadId)> {
        let mut best = None;
        let mut at = after;
        while at < after + 8 && matches!(self.words.gap(at), Gap::Space | Gap::Hyphen) {
            match self.entry_at(at) {
                Some((Entry::Head(head), n_words)) if self.words.is_capital(at) => {
                    let is_body = matches!(self.head_of(head)?.kind, HeadKind::Body | HeadKind::Group)
                        || self.head_of(head)?.slug == "programme";
                    if !is_body || self.is_plural_head(at, at + n_words, head) {
                        return None;
                    }
                    best = Some((at, n_words, head));
                    at += n_words;
                }
                Some((Entry::Name(_) | Entry::Nobody, _)) => break,
                _ if self.words.is_capital(at) || self.words.gap(at) == Gap::Hyphen => at += 1,
                _ => break,
            }
        }
        best
    }

    pub(super) fn extent_by_capitals(&self, after: usize, head: HeadId, has_modifiers: bool) -> usize {
        let Some(noun) = self.head_of(head) else { return after };
        let is_named = !has_modifiers && !noun.many_words && self.referents.of(head).is_some();
        // «Special Representative Jean Arnault» is a person, «the Force and Firearms» no body.
        let is_another = noun.is_person() && self.words.is_capital(after);
        let opens = !is_another && !self.lists.coordinators.contains(self.words.word(after));
        let mut at = after;
        while opens && at < after + LONGEST {
            let Some(next) = self.step_by_capitals(at, at > after) else { break };
            // «brief the Council on Syria», «the Mission in Bangui»: of the one last named, not of another.
            if at == after && is_named {
                let (word, lists) = (self.words.word(at), self.lists);
                let is_about = lists.about_for.contains(word) && noun.kind != HeadKind::Own;
                let is_other = lists.about.contains(word) && !lists.of.contains(word)
                    || lists.to.contains(word)
                    || lists.coordinators.contains(word);
                if is_other && !is_about {
                    break;
                }
            }
            at = next;
        }
        at
    }

    /// The next word after one more element of a name.
    fn step_by_capitals(&self, at: usize, in_complement: bool) -> Option<usize> {
        match self.words.gap(at) {
            Gap::Other => return None,
            Gap::Comma => return self.list_by_capitals(at),
            Gap::Space | Gap::Hyphen | Gap::Apostrophe => {}
        }
        if self.words.is_capital(at) {
            return self.word_by_capital(at, in_complement);
        }
        let next = at + 1;
        let lists = self.lists;
        match self.words.word(at) {
            word if lists.about.contains(word) => {
                let noun = if lists.the.contains(self.words.word(next)) { next + 1 } else { next };
                self.word_by_capital(noun, true)
            }
            word if (lists.coordinators.contains(word) || lists.to.contains(word))
                && self.words.is_capital(next)
                && !self.is_actor(next) =>
            {
                self.word_by_capital(next, true)
            }
            "s" if self.words.gap(at) == Gap::Apostrophe && self.words.is_capital(next) => {
                self.word_by_capital(next, true)
            }
            _ if self.words.gap(at) == Gap::Hyphen => Some(next),
            _ => None,
        }
    }

    /// The next word after a capitalized one, or after a whole name that belongs to a longer one.
    fn word_by_capital(&self, at: usize, in_complement: bool) -> Option<usize> {
        let ends_name = self.lists.is_stop(self.words.word(at));
        if !self.words.is_capital(at) || !self.words.adjoins(at) || ends_name {
            return None;
        }
        match self.entry_at(at) {
            Some((Entry::Name(_), _)) => {
                let Some(name) = self.name_at(at) else { return Some(at + 1) };
                // «Association of Caribbean *States*», but not «the Committee *States*».
                let belongs = !self.words.is_capital(at - 1) || (in_complement && name.kind == Kind::States);
                belongs.then_some(at + name.n_words)
            }
            Some((Entry::Head(_) | Entry::Nobody, n_words)) => Some(at + n_words),
            _ => Some(at + 1),
        }
    }

    /// « Commission on Truth, Justice and Reconciliation »: a list of capitals, if an « and » ends it.
    fn list_by_capitals(&self, at: usize) -> Option<usize> {
        let mut end = at;
        while end < at + 10 {
            if !self.words.is_capital(end) || self.is_actor(end) {
                return None;
            }
            end += 1;
            if self.lists.coordinators.contains(self.words.word(end))
                && matches!(self.words.gap(end), Gap::Space | Gap::Comma)
            {
                let last = end + 1;
                let belongs =
                    self.words.is_capital(last) && self.words.gap(last) == Gap::Space && !self.is_actor(last);
                return belongs.then_some(last + 1);
            }
            if !matches!(self.words.gap(end), Gap::Space | Gap::Comma | Gap::Hyphen) {
                return None;
            }
        }
        None
    }
}
