//! Finds actors in one pass over a text, the longest name first.

use super::referents::ActorRef;
use super::rows::Kind;
use super::words::{Gap, Words};
use super::{Actor, ActorFound, ActorTable, Entry, Head, HeadId, HeadKind, Named, Recognition, Referents};
use crate::language::{NameShape, Words as Lists};
use crate::lexicon::vocabulary::Token;
use crate::model::{Language, Span};

pub(super) struct Finder<'a> {
    pub(super) table: &'a ActorTable,
    pub(super) language: Language,
    pub(super) shape: NameShape,
    pub(super) lists: &'static Lists,
    pub(super) words: Words<'a>,
    pub(super) referents: &'a mut Referents,
    pub(super) found: Vec<ActorFound>,
    /// The first word not yet taken by a name.
    pub(super) free: usize,
    /// Up to this word the name of a document runs, in which « Nations Unies » is no actor.
    pub(super) document_end: usize,
    /// Where the last State named as a place ended: « au Mali et au Niger » are two places.
    pub(super) place_end: Option<usize>,
    /// Where « United Nations » stood, if it only opens the name that comes next.
    opening: Option<usize>,
}

/// A name found at a word, with how many words it takes.
pub(super) struct NameAt<'a> {
    pub(super) named: &'a Named,
    pub(super) n_words: usize,
    pub(super) actor: Actor,
    pub(super) kind: Kind,
}

impl<'a> Finder<'a> {
    pub(super) fn new(
        table: &'a ActorTable,
        text: &'a str,
        tokens: &'a [Token],
        referents: &'a mut Referents,
    ) -> Self {
        let words = Words { text, tokens };
        Self {
            table,
            language: table.rules.language,
            shape: table.rules.names,
            lists: table.words,
            words,
            referents,
            found: Vec::new(),
            free: 0,
            document_end: 0,
            place_end: None,
            opening: None,
        }
    }

    pub(super) fn run(mut self) -> Vec<ActorFound> {
        let mut at = 0;
        while let Some(token) = self.words.tokens.get(at) {
            if !token.capital && !self.table.phrases.may_begin(token) {
                at += 1;
                continue;
            }
            let next = match self.entry_at(at) {
                Some((Entry::Name(name), n_words)) => self.name(at, n_words, name),
                Some((Entry::Adjective(state), n_words)) => self.adjective(at, n_words, state),
                Some((Entry::Head(head), n_words)) => self.head(at, n_words, head),
                Some((Entry::Nobody, n_words)) => at + n_words,
                None if token.capital => self.acronym(at),
                None => at + 1,
            };
            at = next.max(at + 1);
        }
        self.found
    }

    /// The table's value for the longest phrase at a word, and its number of words.
    pub(super) fn entry_at(&self, at: usize) -> Option<(Entry, usize)> {
        let rest = self.words.tokens.get(at..)?;
        let hit = self.table.phrases.longest_at(self.words.text, rest)?;
        Some((hit.value, hit.n_tokens))
    }

    /// The name at a word, if one begins there.
    pub(super) fn name_at(&self, at: usize) -> Option<NameAt<'a>> {
        let Some((Entry::Name(name), n_words)) = self.entry_at(at) else { return None };
        let named = self.table.names.get(name as usize)?;
        if !self.number_agrees(named, at, n_words) {
            return None;
        }
        let actor = *named.actors.first()?;
        Some(NameAt { named, n_words, actor, kind: self.table.kind(actor) })
    }

    pub(super) fn head_of(&self, head: HeadId) -> Option<&'a Head> {
        self.table.heads.get(head as usize)
    }

    /// `States` is not meant where the text has « State ».
    fn number_agrees(&self, named: &Named, at: usize, n_words: usize) -> bool {
        !named.same_number || self.is_plural(at + n_words - 1)
    }

    /// Whether a word has the ending of a plural.
    pub(super) fn is_plural(&self, at: usize) -> bool {
        (self.table.rules.is_plural)(self.words.word(at))
    }

    /// Whether a head is in the plural: « les comités » refer to nobody in particular.
    pub(super) fn is_plural_head(&self, at: usize, end: usize, head: HeadId) -> bool {
        let noun = match self.shape {
            NameShape::HeadFirst => at,
            NameShape::HeadLast => end - 1,
        };
        self.is_plural(noun) && self.head_of(head).is_some_and(|head| !head.seems_plural)
    }

    /// « United Nations System-wide », « Council-mandated »: whether what ends before a word is part of an adjective.
    fn is_in_adjective(&self, end: usize) -> bool {
        self.shape == NameShape::HeadLast && self.words.gap(end) == Gap::Hyphen && !self.words.is_capital(end)
    }

    fn name(&mut self, at: usize, n_words: usize, name: u32) -> usize {
        let Some(named) = self.table.names.get(name as usize) else { return at + 1 };
        let Some(&actor) = named.actors.first() else { return at + 1 };
        if !self.number_agrees(named, at, n_words) {
            return named.head.map_or(at + 1, |head| self.head(at, n_words, head));
        }
        // «правительства Чили»: with a State after them they are its own, whatever the case looks like.
        if let Some(head) = named.head
            && self.lists.of.is_empty()
            && self.head_of(head).is_some_and(|head| head.kind == HeadKind::Government)
            && self.governs_a_state(at + n_words)
        {
            return self.government(at, at + n_words, head);
        }
        // «autres parties prenantes»: the longer name wins over one that only wants «autres» before it.
        if named.lead > 0
            && let Some(inner) = self.name_at(at + named.lead)
            && inner.n_words + named.lead > n_words
        {
            return at + named.lead;
        }
        let (start, end) = (at + named.lead, at + n_words);
        if self.is_in_adjective(end) {
            return end;
        }
        let is_united_nations = Some(actor) == self.table.united_nations;
        if is_united_nations && (at < self.document_end || self.opens_longer_name(at, end)) {
            return end;
        }
        if let Some(head) = named.head
            && let Some(next) = self.form(at, end, head)
        {
            return next;
        }
        if self.shape == NameShape::HeadLast
            && self.table.kind(actor).is_body()
            && let Some((head_at, n_head_words, head)) = self.head_after(end)
        {
            return self.form_from(at, head_at + n_head_words, head, true);
        }
        if let Some(next) = self.of_another_body(start, end, actor) {
            return next;
        }
        if self.table.kind(actor) == Kind::State {
            if self.is_in_title(at, end) {
                return end;
            }
            if self.is_place(at) {
                self.place_end = Some(end);
                return end;
            }
        }
        let end = if self.table.kind(actor).is_one() { end } else { self.with_qualifiers(end) };
        let opening = self.opening.take().filter(|_| self.table.kind(actor).is_body());
        let end = self.with_parent(actor, end);
        let who = ActorRef::Known(actor);
        let (span, end) = self.with_acronym(opening.unwrap_or(start), end, who);
        for &actor in &named.actors {
            self.push(span, ActorRef::Known(actor), named.by);
            self.referents.name(self.table, ActorRef::Known(actor));
        }
        self.free = end;
        end
    }

    /// Where a group's name ends together with « concernés » or the like after it.
    fn with_qualifiers(&self, mut end: usize) -> usize {
        let phrases = &self.table.phrases;
        while self.words.gap(end) == Gap::Space
            && self.words.tokens.get(end).is_some_and(|token| phrases.passes_over(token))
        {
            end += 1;
        }
        end
    }

    /// Whether « United Nations » only opens what follows: « United Nations Secretariat », « … Convention », « … Games ».
    fn opens_longer_name(&mut self, at: usize, end: usize) -> bool {
        if self.shape == NameShape::HeadFirst || !self.words.adjoins(end) {
            return false;
        }
        if let Some(next) = self.name_at(end)
            && (next.kind.is_body() || next.named.lead == 0 && next.kind != Kind::State)
        {
            self.opening = Some(at);
            return true;
        }
        self.words.is_capital(end) && self.head_after(end).is_none()
    }

    /// The span of some words with the acronym in parentheses after them, and the first word after that.
    pub(super) fn with_acronym(&mut self, start: usize, end: usize, who: ActorRef) -> (Span, usize) {
        let mut span = self.words.span(start, end);
        // «Bolivie (État plurinational de)» ends with the parenthesis that it opens.
        if span.of(self.words.text).contains('(') && !span.of(self.words.text).contains(')') {
            span = self.words.with_parenthesis(span);
        }
        let Some(acronym) = self.words.acronym_in_parentheses(end) else { return (span, end) };
        let n_words = match self.name_at(end) {
            Some(name) if ActorRef::Known(name.actor) == who => name.n_words,
            Some(_) => return (span, end),
            None => 1,
        };
        let whole = self.words.with_parenthesis(self.words.span(start, end + n_words));
        if !whole.of(self.words.text).ends_with(')') {
            return (span, end);
        }
        self.referents.abbreviate(acronym, who);
        (whole, end + n_words)
    }

    fn head(&mut self, at: usize, n_words: usize, head: HeadId) -> usize {
        let end = at + n_words;
        let Some(kind) = self.head_of(head).map(|head| head.kind) else { return end };
        if self.is_in_adjective(end) {
            return end;
        }
        match kind {
            HeadKind::Document => {
                self.document_end = self.extent(end, head, false);
                end
            }
            HeadKind::Government => self.government(at, end, head),
            HeadKind::Officer => self.officer(at, end, head),
            HeadKind::Chair => self.chair(at, end),
            HeadKind::Body | HeadKind::Group | HeadKind::Own => {
                if self.shape == NameShape::HeadLast && kind == HeadKind::Group && at < self.document_end {
                    return end;
                }
                self.form(at, end, head).unwrap_or_else(|| self.alone(at, end, head))
            }
        }
    }

    /// A head with the words that make it a name of its own, if there are any.
    fn form(&mut self, at: usize, end: usize, head: HeadId) -> Option<usize> {
        let start = match self.shape {
            NameShape::HeadFirst => at,
            NameShape::HeadLast => self.start_of_modifiers(at, self.free),
        };
        // Capitals show how far a name goes: without them only the tables have names.
        if self.is_plural_head(at, end, head) || !self.table.rules.writing.has_capitals {
            return None;
        }
        if let Some(next) = self.committee_of_resolution(start, end, head) {
            return Some(next);
        }
        if self.head_of(head)?.slug == "programme" && !self.is_programme_body(start, at, end) {
            return None;
        }
        if start == at && self.extent(end, head, false) == end {
            return None;
        }
        Some(self.form_from(start, end, head, start < at))
    }

    /// A programme of the United Nations is a body; others are plans.
    fn is_programme_body(&self, start: usize, at: usize, end: usize) -> bool {
        let of_united_nations = self
            .after_of(end)
            .and_then(|noun| self.name_at(noun))
            .is_some_and(|name| Some(name.actor) == self.table.united_nations);
        of_united_nations || (start < at && self.words.word(start) == "United")
    }

    /// Takes the words from `start` and all that belongs to the head ending at `end` for the name of a body.
    fn form_from(&mut self, start: usize, end: usize, head: HeadId, has_modifiers: bool) -> usize {
        if let Some(next) = self.committee_of_resolution(start, end, head) {
            return next;
        }
        let end = self.extent(end, head, has_modifiers);
        let start = self.opening.take().unwrap_or(start);
        let words = self.words.span(start, end).of(self.words.text);
        let who = self.referents.unknown_by_words(words, self.language);
        self.take(start, end, who, Recognition::Form, head)
    }

    pub(super) fn take(&mut self, start: usize, end: usize, who: ActorRef, by: Recognition, head: HeadId) -> usize {
        let (span, end) = self.with_acronym(start, end, who);
        self.push(span, who, by);
        self.referents.name_as(head, who);
        self.free = end;
        end
    }

    /// A head by itself: the body last named so, or a body that is called just that.
    fn alone(&mut self, at: usize, end: usize, head: HeadId) -> usize {
        let has_capitals = self.table.rules.writing.has_capitals;
        let has_modifiers = self.shape == NameShape::HeadLast && self.start_of_modifiers(at, self.free) < at;
        if has_modifiers || has_capitals && (self.is_plural_head(at, end, head) || !self.words.is_capital(at)) {
            return end;
        }
        let Some(noun) = self.head_of(head) else { return end };
        let who = match self.referents.of(head) {
            Some(who) => who,
            None if noun.kind == HeadKind::Body
                && (self.is_definite(at) || !has_capitals && self.is_definite(end - 1)) =>
            {
                let (slug, words) = (noun.slug.clone(), self.label_of_head(at, end, head));
                let who = self.referents.unknown_named(slug, &words, self.language);
                return self.take(at, end, who, Recognition::Form, head);
            }
            None => return end,
        };
        let last = match who {
            ActorRef::Known(actor) => self.with_parent(actor, end),
            ActorRef::Unknown(_) => end,
        };
        self.take(at, last, who, Recognition::Short, head)
    }

    /// What a body is called that has just the name of its head; where nouns have cases, the text may have another than the first.
    pub(super) fn label_of_head(&self, at: usize, end: usize, head: HeadId) -> String {
        let bends = self.table.rules.writing.has_capitals && self.lists.definite.is_empty();
        let nominative = self.head_of(head).filter(|_| bends).map(|head| head.words.clone());
        nominative.unwrap_or_else(|| self.words.span(at, end).of(self.words.text).to_owned())
    }

    /// Whether « le », « the » or the like comes before a word.
    pub(super) fn is_definite(&self, at: usize) -> bool {
        let rules = self.table.rules;
        if !rules.writing.has_capitals {
            // Chinese has no article, and the Arabic one is written together with its noun.
            let folded = crate::text::fold::fold(self.words.word(at));
            return !rules.writing.has_blanks || (rules.key)(&folded).0.len() < folded.len();
        }
        let Some(before) = at.checked_sub(1) else { return false };
        // «поручает **К**омитету»: where there are no articles, the capital alone says that a certain one is meant.
        if self.lists.definite.is_empty() {
            return true;
        }
        self.lists.definite.contains(self.words.word(before))
    }

    /// An acronym that the text itself gave to somebody.
    fn acronym(&mut self, at: usize) -> usize {
        if let Some(who) = self.referents.abbreviated(self.words.word(at)) {
            self.push(self.words.span(at, at + 1), who, Recognition::Acronym);
            self.free = at + 1;
        }
        at + 1
    }

    /// The first word after a noun and all that belongs to it; `after` itself if nothing does.
    pub(super) fn extent(&self, after: usize, head: HeadId, has_modifiers: bool) -> usize {
        match self.shape {
            NameShape::HeadFirst => self.extent_after_head(after, head),
            NameShape::HeadLast => self.extent_by_capitals(after, head, has_modifiers),
        }
    }

    /// Whether a name or the head of one begins at a word.
    pub(super) fn is_actor(&self, at: usize) -> bool {
        match self.entry_at(at) {
            Some((Entry::Name(_), _)) => self.name_at(at).is_some(),
            Some((Entry::Head(_), _)) => self.words.is_capital(at),
            _ => false,
        }
    }

    pub(super) fn push(&mut self, span: Span, who: ActorRef, by: Recognition) {
        if let Some(actor) = self.referents.id(self.table, who) {
            self.found.push(ActorFound { span, actor, by });
        }
    }
}
