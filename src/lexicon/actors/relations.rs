//! Actors recognized by another: a government by its State, an officer by the body, a committee by the resolution that made it.

use super::finder::Finder;
use super::referents::ActorRef;
use super::rows::Kind;
use super::{Actor, Entry, HeadId, HeadKind, Recognition};
use crate::language::NameShape;
use crate::model::Span;

impl Finder<'_> {
    /// « Secrétaire général de la Ligue des États arabes » speaks for the League; « États membres de l’Union africaine » are
    /// some of the Member States.
    pub(super) fn of_another_body(&mut self, start: usize, end: usize, actor: Actor) -> Option<usize> {
        let is_officer = Some(actor) == self.table.secretary_general;
        let are_members = Some(actor) == self.table.member_states;
        if !is_officer && !are_members {
            return None;
        }
        let at = self.after_of(end)?;
        let body = self
            .name_at(at)
            .filter(|name| name.kind.has_members() && Some(name.actor) != self.table.united_nations)?;
        let last = at + body.n_words;
        let who = if is_officer {
            ActorRef::Known(body.actor)
        } else {
            let id = format!("members-of-{}", self.table.row(body.actor)?.id);
            let words = self.words.span(start, last).of(self.words.text);
            self.referents.unknown_named(id, words, self.language)
        };
        let (span, last) = self.with_acronym(start, last, ActorRef::Known(body.actor));
        self.push(span, who, if is_officer { Recognition::Name } else { Recognition::Form });
        self.referents.name(self.table, ActorRef::Known(body.actor));
        self.free = last;
        Some(last)
    }

    /// Past « de l’ », « du », « of the »: where the name of whom something is would begin.
    pub(super) fn after_of(&self, at: usize) -> Option<usize> {
        if !self.words.adjoins(at) {
            return None;
        }
        // «Председатель Комиссии»: in a language without “of” the genitive alone says it.
        if self.lists.of.is_empty() && self.shape == NameShape::HeadFirst {
            // «المدير التنفيذي لبرنامج الأمم المتحدة للبيئة»
            return Some(if self.lists.of_bare.contains(self.words.word(at)) { at + 1 } else { at });
        }
        if !self.lists.of.contains(self.words.word(at)) {
            return None;
        }
        Some(if self.lists.the.contains(self.words.word(at + 1)) { at + 2 } else { at + 1 })
    }

    /// Where a name ends together with « de l’Organisation des Nations Unies » or « du Secrétariat » after it.
    pub(super) fn with_parent(&self, actor: Actor, end: usize) -> usize {
        if !self.table.kind(actor).is_body() || Some(actor) == self.table.united_nations {
            return end;
        }
        let Some(at) = self.after_of(end) else { return end };
        let parent = self.name_at(at).filter(|name| {
            Some(name.actor) == self.table.united_nations || Some(name.actor) == self.table.secretariat
        });
        parent.map_or(end, |name| at + name.n_words)
    }

    /// « Lebanese authorities » are Lebanon.
    pub(super) fn adjective(&mut self, at: usize, n_words: usize, state: Actor) -> usize {
        let noun = at + n_words;
        let government =
            (noun..noun + 3).take_while(|&i| self.words.adjoins(i)).find_map(|i| match self.entry_at(i) {
                Some((Entry::Head(head), n)) if self.head_of(head)?.kind == HeadKind::Government => {
                    Some((head, i + n))
                }
                _ => None,
            });
        government.map_or(noun, |(head, end)| self.take_government(at, end, state, head))
    }

    /// Takes some words for a State's government, which « le Gouvernement » will then mean.
    fn take_government(&mut self, at: usize, end: usize, state: Actor, head: HeadId) -> usize {
        let next = self.take(at, end, ActorRef::Known(state), Recognition::Name, head);
        for government in self.table.governments() {
            self.referents.name_as(government, ActorRef::Known(state));
        }
        next
    }

    pub(super) fn committee_of_resolution(&mut self, start: usize, end: usize, head: HeadId) -> Option<usize> {
        let (who, span, last) = self.founded_committee(start, end, head)?;
        self.push(span, who, Recognition::Form);
        self.referents.name_as(head, who);
        self.free = last;
        Some(last)
    }

    /// « Comité créé par la résolution 661 (1990) »: the number says which, whatever the words.
    fn founded_committee(&mut self, start: usize, end: usize, head: HeadId) -> Option<(ActorRef, Span, usize)> {
        if self.head_of(head)?.slug != "committee" {
            return None;
        }
        let after_parent = self.after_of(end).and_then(|at| self.name_at(at).map(|name| at + name.n_words));
        let (number, last) = self.words.founding_resolution(after_parent.unwrap_or(end), self.lists)?;
        let id = format!("committee-{number}");
        let span = self.words.with_parenthesis(self.words.span(start, last));
        let who = if let Some(actor) = self.table.actor_of(&id) {
            ActorRef::Known(actor)
        } else {
            self.referents.unknown_named(id, span.of(self.words.text), self.language)
        };
        Some((who, span, last))
    }

    /// « Gouvernement libanais », « autorités du Burundi »: the State itself; « les gouvernements »: all of them.
    pub(super) fn government(&mut self, at: usize, end: usize, head: HeadId) -> usize {
        if let Some((state, last)) = self.state_of_government(end) {
            return self.take_government(at, last, state, head);
        }
        // «加纳政府»: the State is named right before.
        if let Some(span) = self.words.tokens.get(at).map(|token| token.span)
            && let Some(state) = self.found.last_mut().filter(|found| found.span.end == span.start)
            && self.table.actor_of(state.actor.as_str()).is_some_and(|actor| self.table.kind(actor) == Kind::State)
        {
            state.span.end = self.words.span(at, end).end;
            self.free = end;
            return end;
        }
        if self.head_of(head).is_some_and(|head| head.slug != "government") {
            return end;
        }
        if self.is_plural(end - 1) {
            if let Some(actor) = self.table.actor_of("governments") {
                self.push(self.words.span(at, end), ActorRef::Known(actor), Recognition::Name);
                self.free = end;
            }
            return end;
        }
        if !self.words.is_capital(at) {
            return end;
        }
        let who = match self.referents.of(head) {
            Some(who) => who,
            None if self.is_definite(at) => {
                let words = self.words.span(at, end).of(self.words.text);
                self.referents.unknown_named("government".to_owned(), words, self.language)
            }
            None => return end,
        };
        self.take(at, end, who, Recognition::Short, head)
    }

    /// « Directeur exécutif de l’Office »: the body that the officer acts for.
    pub(super) fn officer(&mut self, at: usize, end: usize, head: HeadId) -> usize {
        if let Some((who, last)) = self.body_after_of(end) {
            return self.take(at, last, who, Recognition::Name, head);
        }
        if let Some(span) = self.words.tokens.get(at).map(|token| token.span)
            && let Some(body) = self.found.last().filter(|found| found.span.end == span.start)
            && self.table.actor_of(body.actor.as_str()).is_some_and(|actor| self.table.kind(actor).is_body())
        {
            // «联合国环境规划署执行主任»: the body is named right before.
            let end_of_officer = self.words.span(at, end).end;
            self.found.last_mut().into_iter().for_each(|found| found.span.end = end_of_officer);
            return end;
        }
        match self.referents.of(head) {
            Some(who) => self.take(at, end, who, Recognition::Short, head),
            None if self.is_definite(at) => {
                let Some(slug) = self.head_of(head).map(|head| head.slug.clone()) else { return end };
                let words = self.label_of_head(at, end, head);
                let who = self.referents.unknown_named(slug, &words, self.language);
                self.take(at, end, who, Recognition::Form, head)
            }
            None => end,
        }
    }

    /// « Président du Comité »: an actor of their own.
    pub(super) fn chair(&mut self, at: usize, end: usize) -> usize {
        let Some((body, last)) = self.body_after_of(end) else { return end };
        let Some(id) = self.referents.id(self.table, body) else { return end };
        let span = self.words.with_parenthesis(self.words.span(at, last));
        let who = if let Some(president) = self.table.actor_of(&format!("president-of-the-{id}")) {
            ActorRef::Known(president)
        } else {
            self.referents.unknown_named(format!("chair-of-{id}"), span.of(self.words.text), self.language)
        };
        self.push(span, who, Recognition::Form);
        self.free = last;
        last
    }

    /// The body named after « de » or « of », or referred to there, and the first word after it.
    fn body_after_of(&mut self, end: usize) -> Option<(ActorRef, usize)> {
        let at = self.after_of(end)?;
        match self.entry_at(at)? {
            (Entry::Name(_), _) => {
                let name = self.name_at(at).filter(|name| name.kind.is_body())?;
                Some((ActorRef::Known(name.actor), at + name.n_words))
            }
            (Entry::Head(head), n_words) => {
                if let Some((who, _, last)) = self.founded_committee(at, at + n_words, head) {
                    return Some((who, last));
                }
                let is_body = matches!(self.head_of(head)?.kind, HeadKind::Body | HeadKind::Group | HeadKind::Own);
                if !is_body || self.is_plural_head(at, at + n_words, head) {
                    return None;
                }
                let last = self.extent(at + n_words, head, false);
                if last == at + n_words {
                    return self.referents.of(head).map(|who| (who, last));
                }
                let words = self.words.span(at, last).of(self.words.text);
                Some((self.referents.unknown_by_words(words, self.language), last))
            }
            _ => None,
        }
    }

    /// Whether a State follows the word for a government.
    pub(super) fn governs_a_state(&self, after: usize) -> bool {
        self.state_of_government(after).is_some()
    }

    /// The State named after « Gouvernement », and the first word after its name.
    fn state_of_government(&self, after: usize) -> Option<(Actor, usize)> {
        let mut at = after;
        while at < after + 7 && self.words.adjoins(at) {
            if self.table.rules.adjectives_follow
                && let Some(rest) = self.words.tokens.get(at..)
                && let Some(hit) = self.table.adjectives_after.longest_at(self.words.text, rest)
            {
                return Some((hit.value, at + hit.n_tokens));
            }
            let word = self.words.word(at);
            if self.lists.of.is_empty()
                && let Some(name) = self.name_at(at).filter(|name| name.kind == Kind::State)
            {
                return Some((name.actor, at + name.n_words));
            }
            let is_of = self.lists.of.contains(word);
            if is_of {
                let next = self.words.word(at + 1);
                let noun = if self.lists.the.contains(next) { at + 2 } else { at + 1 };
                if let Some(name) = self.name_at(noun).filter(|name| name.kind == Kind::State) {
                    return Some((name.actor, noun + name.n_words));
                }
            }
            let own = &self.lists.government_words;
            let goes_on = is_of && own.contains(self.words.word(at + 1))
                || own.contains(word)
                || match self.shape {
                    NameShape::HeadFirst => self.lists.is_adjective(word),
                    NameShape::HeadLast => self.words.is_capital(at),
                };
            if !goes_on {
                return None;
            }
            at += 1;
        }
        None
    }
}
