//! One walk over a text, from the left, the longest name first.

use super::extent::{Gap, Words};
use super::referents::Who;
use super::rows::Kind;
use super::{Actor, ActorFound, ActorTable, By, Entry, Head, HeadId, HeadKind, Named, Referents};
use crate::lexicon::phrases::Token;
use crate::model::{Language, Span};

pub(super) struct Finder<'a> {
    pub(super) table: &'a ActorTable,
    pub(super) language: Language,
    pub(super) words: Words<'a>,
    pub(super) referents: &'a mut Referents,
    found: Vec<ActorFound>,
    /// The first word not yet taken by a name.
    free: usize,
    /// Up to this word the name of a document runs, in which « Nations Unies » is no actor.
    document_end: usize,
    /// Where the last State named as a place ended: « au Mali et au Niger » are two places.
    place_end: Option<usize>,
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
            language: table.language,
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

    /// What the table says of the longest phrase at a word, and how many words that is.
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
        !named.same_number || self.words.is_plural(at + n_words - 1)
    }

    /// Whether a head stands in the plural: « les comités » refer to nobody in particular.
    pub(super) fn is_plural_head(&self, at: usize, end: usize, head: HeadId) -> bool {
        let noun = match self.language {
            Language::French => at,
            Language::English => end - 1,
        };
        self.words.is_plural(noun) && self.head_of(head).is_some_and(|head| !head.seems_plural)
    }

    fn name(&mut self, at: usize, n_words: usize, name: u32) -> usize {
        let Some(named) = self.table.names.get(name as usize) else { return at + 1 };
        let Some(&actor) = named.actors.first() else { return at + 1 };
        if !self.number_agrees(named, at, n_words) {
            return named.head.map_or(at + 1, |head| self.head(at, n_words, head));
        }
        // «autres parties prenantes»: the longer name wins over one that only wants «autres» before it.
        if named.lead > 0
            && let Some(inner) = self.name_at(at + named.lead)
            && inner.n_words + named.lead > n_words
        {
            return at + named.lead;
        }
        let (start, end) = (at + named.lead, at + n_words);
        let is_united_nations = Some(actor) == self.table.united_nations;
        if is_united_nations && (at < self.document_end || self.opens_longer_name(at, end)) {
            return end;
        }
        if let Some(head) = named.head
            && let Some(next) = self.form(at, end, head)
        {
            return next;
        }
        if self.language == Language::English
            && self.table.kind(actor).is_body()
            && let Some((head_at, n_head_words, head)) = self.english_head_after(end)
        {
            return self.form_from(at, head_at + n_head_words, head);
        }
        if let Some(next) = self.of_another_body(start, end, actor) {
            return next;
        }
        if self.table.kind(actor) == Kind::State && self.is_place(at) {
            self.place_end = Some(end);
            return end;
        }
        let end = if self.table.kind(actor).is_one() { end } else { self.with_qualifiers(end) };
        let opening = self.opening.take().filter(|_| self.table.kind(actor).is_body());
        let end = self.with_parent(actor, end);
        let who = Who::Known(actor);
        let (span, end) = self.with_acronym(opening.unwrap_or(start), end, who);
        for &actor in &named.actors {
            self.push(span, Who::Known(actor), named.by);
            self.referents.name(self.table, Who::Known(actor));
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
        if self.language == Language::French || !self.words.adjoins(end) {
            return false;
        }
        if let Some(next) = self.name_at(end)
            && (next.kind.is_body() || next.named.lead == 0 && next.kind != Kind::State)
        {
            self.opening = Some(at);
            return true;
        }
        self.words.is_capital(end) && self.english_head_after(end).is_none()
    }

    /// « Secrétaire général de la Ligue des États arabes » speaks for the League; « États membres de l’Union africaine » are
    /// some of the Member States.
    fn of_another_body(&mut self, start: usize, end: usize, actor: Actor) -> Option<usize> {
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
            Who::Known(body.actor)
        } else {
            let id = format!("members-of-{}", self.table.row(body.actor)?.id);
            let words = self.words.span(start, last).of(self.words.text);
            self.referents.unknown_named(id, words, self.language)
        };
        let (span, last) = self.with_acronym(start, last, Who::Known(body.actor));
        self.push(span, who, if is_officer { By::Name } else { By::Form });
        self.referents.name(self.table, Who::Known(body.actor));
        self.free = last;
        Some(last)
    }

    /// Past « de l’ », « du », « of the »: where the name of whom something is would begin.
    fn after_of(&self, at: usize) -> Option<usize> {
        if !self.words.adjoins(at) {
            return None;
        }
        let (of, articles): (&[&str], &[&str]) = match self.language {
            Language::French => (&["de", "du", "des", "d"], &["la", "l", "les"]),
            Language::English => (&["of"], &["the"]),
        };
        if !of.contains(&self.words.word(at)) {
            return None;
        }
        Some(if articles.contains(&self.words.word(at + 1)) { at + 2 } else { at + 1 })
    }

    /// Where a name ends together with « de l’Organisation des Nations Unies » or « du Secrétariat » after it.
    fn with_parent(&self, actor: Actor, end: usize) -> usize {
        if !self.table.kind(actor).is_body() || Some(actor) == self.table.united_nations {
            return end;
        }
        let Some(at) = self.after_of(end) else { return end };
        let parent = self.name_at(at).filter(|name| {
            Some(name.actor) == self.table.united_nations || Some(name.actor) == self.table.secretariat
        });
        parent.map_or(end, |name| at + name.n_words)
    }

    /// The span of some words with the acronym in parentheses after them, and the first word after that.
    fn with_acronym(&mut self, start: usize, end: usize, who: Who) -> (Span, usize) {
        let mut span = self.words.span(start, end);
        // «Bolivie (État plurinational de)» ends with the parenthesis that it opens.
        if span.of(self.words.text).contains('(') && !span.of(self.words.text).contains(')') {
            span = self.words.with_parenthesis(span);
        }
        let Some(acronym) = self.words.acronym_in_parentheses(end) else { return (span, end) };
        let n_words = match self.name_at(end) {
            Some(name) if Who::Known(name.actor) == who => name.n_words,
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

    /// « Lebanese authorities » are Lebanon.
    fn adjective(&mut self, at: usize, n_words: usize, state: Actor) -> usize {
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
        let next = self.take(at, end, Who::Known(state), By::Name, head);
        for government in self.table.governments() {
            self.referents.name_as(government, Who::Known(state));
        }
        next
    }

    fn head(&mut self, at: usize, n_words: usize, head: HeadId) -> usize {
        let end = at + n_words;
        let Some(kind) = self.head_of(head).map(|head| head.kind) else { return end };
        match kind {
            HeadKind::Document => {
                self.document_end = self.extent(end, head);
                end
            }
            HeadKind::Government => self.government(at, end, head),
            HeadKind::Officer => self.officer(at, end, head),
            HeadKind::Chair => self.chair(at, end),
            HeadKind::Body | HeadKind::Group | HeadKind::Own => {
                self.form(at, end, head).unwrap_or_else(|| self.alone(at, end, head))
            }
        }
    }

    /// A head with the words that make it a name of its own, if there are any.
    fn form(&mut self, at: usize, end: usize, head: HeadId) -> Option<usize> {
        let start = match self.language {
            Language::French => at,
            Language::English => self.english_start(at, self.free),
        };
        if self.is_plural_head(at, end, head) {
            return None;
        }
        if let Some(next) = self.committee_of_resolution(start, end, head) {
            return Some(next);
        }
        if self.head_of(head)?.slug == "programme" && !self.is_programme_body(start, at, end) {
            return None;
        }
        if start == at && self.extent(end, head) == end {
            return None;
        }
        Some(self.form_from(start, end, head))
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
    fn form_from(&mut self, start: usize, end: usize, head: HeadId) -> usize {
        if let Some(next) = self.committee_of_resolution(start, end, head) {
            return next;
        }
        let end = self.extent(end, head);
        let start = self.opening.take().unwrap_or(start);
        let words = self.words.span(start, end).of(self.words.text);
        let who = self.referents.unknown_by_words(words, self.language);
        self.take(start, end, who, By::Form, head)
    }

    fn take(&mut self, start: usize, end: usize, who: Who, by: By, head: HeadId) -> usize {
        let (span, end) = self.with_acronym(start, end, who);
        self.push(span, who, by);
        self.referents.name_as(head, who);
        self.free = end;
        end
    }

    /// « Comité créé par la résolution 661 (1990) »: the number tells which, whatever the words.
    fn committee_of_resolution(&mut self, start: usize, end: usize, head: HeadId) -> Option<usize> {
        if self.head_of(head)?.slug != "committee" {
            return None;
        }
        let after_parent = self.after_of(end).and_then(|at| self.name_at(at).map(|name| at + name.n_words));
        let (number, last) = self.words.founding_resolution(after_parent.unwrap_or(end))?;
        let id = format!("committee-{number}");
        let span = self.words.with_parenthesis(self.words.span(start, last));
        let who = if let Some(actor) = self.table.actor_of(&id) {
            Who::Known(actor)
        } else {
            self.referents.unknown_named(id, span.of(self.words.text), self.language)
        };
        self.push(span, who, By::Form);
        self.referents.name_as(head, who);
        self.free = last;
        Some(last)
    }

    /// A head by itself: whoever was last named so, or a body that is called just that.
    fn alone(&mut self, at: usize, end: usize, head: HeadId) -> usize {
        if self.is_plural_head(at, end, head) || !self.words.is_capital(at) {
            return end;
        }
        let Some(noun) = self.head_of(head) else { return end };
        let who = match self.referents.of(head) {
            Some(who) => who,
            None if noun.kind == HeadKind::Body && self.is_definite(at) => {
                let words = self.words.span(at, end).of(self.words.text);
                let who = self.referents.unknown_named(noun.slug.clone(), words, self.language);
                return self.take(at, end, who, By::Form, head);
            }
            None => return end,
        };
        let last = match who {
            Who::Known(actor) => self.with_parent(actor, end),
            Who::Unknown(_) => end,
        };
        self.take(at, last, who, By::Short, head)
    }

    /// Whether « le », « the » or the like stands before a word.
    fn is_definite(&self, at: usize) -> bool {
        let Some(before) = at.checked_sub(1) else { return false };
        let articles: &[&str] = match self.language {
            Language::French => &["le", "la", "l", "du", "au", "ce", "cette", "Le", "La", "L", "ladite", "ledit"],
            Language::English => &["the", "The", "this", "said"],
        };
        articles.contains(&self.words.word(before))
    }

    /// « Gouvernement libanais », « autorités du Burundi »: the State itself; « les gouvernements »: all of them.
    fn government(&mut self, at: usize, end: usize, head: HeadId) -> usize {
        if let Some((state, last)) = self.state_of_government(end) {
            return self.take_government(at, last, state, head);
        }
        if self.head_of(head).is_some_and(|head| head.slug != "government") {
            return end;
        }
        if self.words.is_plural(end - 1) {
            if let Some(actor) = self.table.actor_of("governments") {
                self.push(self.words.span(at, end), Who::Known(actor), By::Name);
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
        self.take(at, end, who, By::Short, head)
    }

    /// « Directeur exécutif de l’Office »: the body that the officer acts for.
    fn officer(&mut self, at: usize, end: usize, head: HeadId) -> usize {
        if let Some((who, last)) = self.body_after_of(end) {
            return self.take(at, last, who, By::Name, head);
        }
        match self.referents.of(head) {
            Some(who) => self.take(at, end, who, By::Short, head),
            None if self.is_definite(at) => {
                let Some(slug) = self.head_of(head).map(|head| head.slug.clone()) else { return end };
                let words = self.words.span(at, end).of(self.words.text);
                let who = self.referents.unknown_named(slug, words, self.language);
                self.take(at, end, who, By::Form, head)
            }
            None => end,
        }
    }

    /// « Président du Comité »: an actor of their own.
    fn chair(&mut self, at: usize, end: usize) -> usize {
        let Some((body, last)) = self.body_after_of(end) else { return end };
        let Some(id) = self.referents.id(self.table, body) else { return end };
        let span = self.words.span(at, last);
        let who = if let Some(president) = self.table.actor_of(&format!("president-of-the-{id}")) {
            Who::Known(president)
        } else {
            self.referents.unknown_named(format!("chair-of-{id}"), span.of(self.words.text), self.language)
        };
        self.push(span, who, By::Form);
        self.free = last;
        last
    }

    /// The body named after « de » or « of », or referred to there, and the first word after it.
    fn body_after_of(&mut self, end: usize) -> Option<(Who, usize)> {
        let at = self.after_of(end)?;
        match self.entry_at(at)? {
            (Entry::Name(_), _) => {
                let name = self.name_at(at).filter(|name| name.kind.is_body())?;
                Some((Who::Known(name.actor), at + name.n_words))
            }
            (Entry::Head(head), n_words) => {
                let is_body = matches!(self.head_of(head)?.kind, HeadKind::Body | HeadKind::Group | HeadKind::Own);
                if !is_body || self.is_plural_head(at, at + n_words, head) {
                    return None;
                }
                let last = self.extent(at + n_words, head);
                if last == at + n_words {
                    return self.referents.of(head).map(|who| (who, last));
                }
                let words = self.words.span(at, last).of(self.words.text);
                Some((self.referents.unknown_by_words(words, self.language), last))
            }
            _ => None,
        }
    }

    /// An acronym that the text itself gave to somebody.
    fn acronym(&mut self, at: usize) -> usize {
        if let Some(who) = self.referents.abbreviated(self.words.word(at)) {
            self.push(self.words.span(at, at + 1), who, By::Acronym);
            self.free = at + 1;
        }
        at + 1
    }

    /// Whether a State at a word is only where something is: « en Haïti », « la situation au Liban », « in the Sudan ».
    fn is_place(&self, at: usize) -> bool {
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
        match self.language {
            Language::English => {
                let of_place = if self.words.word(before) == "the" { before.saturating_sub(1) } else { before };
                matches!(
                    self.words.word(of_place),
                    "in" | "within" | "throughout" | "across" | "from" | "inside" | "outside" | "into"
                )
            }
            Language::French => match self.words.word(before) {
                "en" | "dans" | "hors" => true,
                "au" | "aux" | "à" => !before.checked_sub(1).is_some_and(|i| self.governs_dative(i)),
                _ => false,
            },
        }
    }

    /// Whether « au Liban » after a word is to Lebanon rather than in it.
    fn governs_dative(&self, at: usize) -> bool {
        const DATIVE: [&str; 26] = [
            "demande",
            "demandant",
            "demandé",
            "enjoint",
            "ordonne",
            "intime",
            "appel",
            "hommage",
            "rappelle",
            "rappelant",
            "adresse",
            "instamment",
            "impose",
            "imposées",
            "imposé",
            "incombe",
            "permettre",
            "permis",
            "aide",
            "appui",
            "soutien",
            "assistance",
            "gratitude",
            "condoléances",
            "recommande",
            "exige",
        ];
        let word = self.words.word(at);
        DATIVE.iter().any(|verb| verb.eq_ignore_ascii_case(word)) || self.words.gap(at + 1) != Gap::Space
    }

    fn push(&mut self, span: Span, who: Who, by: By) {
        if let Some(actor) = self.referents.id(self.table, who) {
            self.found.push(ActorFound { span, actor, by });
        }
    }
}
