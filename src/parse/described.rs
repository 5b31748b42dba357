//! Addressees that are in no table: noun phrases where the grammar requires an actor.
//!
//! What is between a verb that asks and what it asks for is the addressee, with all of its coordination: “Invites **the secretariat
//! of the Convention**, States and **all relevant stakeholders** to report”. So is the subject of what an organ decides, demands or
//! finds necessary: “stresses the need for **donors** to help”. Things are asked nothing: “urges efforts to”.

use super::scene::Scene;
use crate::language::{Addressed, SpeechAct};
use crate::lexicon::actions;
use crate::lexicon::cues::Cue;
use crate::model::Span;
use crate::text::marks::STOPS_AND_COLONS;
use std::ops::Range;

/// The longest name made of words.
const MOST_WORDS: usize = 22;

/// How far the subject of a subordinate clause may reach.
const MOST_OF_SUBJECT: usize = 24;

/// The addressees of a scene according to its grammar.
#[derive(Debug, Default)]
pub struct Described {
    /// Noun phrases that may be actors and are in no table, in text order, each with whether it is an addressee.
    pub phrases: Vec<(Span, bool)>,
    /// The known actors that are addressees, each with the noun phrase if it is longer: “**food and agriculture** industry”.
    pub asked: Vec<(usize, Option<Span>)>,
}

/// The noun phrases of a scene that may be actors; `known` are the actors found by tables or forms, in text order.
pub fn described(scene: &Scene<'_>, known: &[Span]) -> Described {
    if let Some(addressed) = scene.lexicon.rules.addressed {
        return told_by_language(scene, known, addressed);
    }
    let mut walk = GrammarWalk {
        scene,
        known,
        found: Described::default(),
        is_asked: false,
        needs_a_noun_of_agents: false,
        pair_joint: None,
    };
    let all = scene.tokens.within(scene.rest);
    if let Some(end) = scene.asked_up_to() {
        walk.is_asked = true;
        walk.zone(all.start..scene.tokens.first_from(end).min(all.end));
    } else if let Some(end) = walk.thanked_up_to(all.clone()) {
        (walk.is_asked, walk.needs_a_noun_of_agents) =
            (true, scene.reminds() && scene.lexicon.words.articles.is_empty());
        walk.zone(all.start..end);
    } else if scene.asks && scene.thanks() {
        // “Pays tribute to **the staff of the Office**”: without a merit only persons are thanked.
        let inside = |at: &usize| *at == all.start || !scene.gap(*at).contains([',', ';', ':']);
        let end = all.start + all.clone().take_while(inside).count();
        (walk.is_asked, walk.needs_a_noun_of_agents) = (true, true);
        walk.zone(all.start..end);
    } else {
        walk.subjects(all);
    }
    walk.found
}

/// The addressees found by the language's own rule.
fn told_by_language(scene: &Scene<'_>, known: &[Span], addressed: Addressed) -> Described {
    let mut found = Described::default();
    let start = scene.rest.start;
    let inside = |span: &&Span| scene.rest.contains(span.start as usize);
    let names: Vec<Span> =
        known.iter().filter(inside).map(|span| Span { start: span.start - start, end: span.end - start }).collect();
    let act = match scene.phrase.action.as_str() {
        _ if scene.reminds() => SpeechAct::Asks,
        _ if !scene.asks && scene.is_ordered() => SpeechAct::Decides,
        _ if !scene.asks => SpeechAct::Tells,
        _ if scene.thanks() => SpeechAct::Thanks,
        _ => SpeechAct::Asks,
    };
    for span in addressed(scene.rest.of(scene.text), &names, act) {
        let span = Span { start: span.start + start, end: span.end + start };
        // «有关**会员国**» is that name, and «苏丹**政府**» is the State.
        let governs = |name: &Span| {
            let after = Span { start: name.end, end: span.end.max(name.end) }.of(scene.text);
            name.start == span.start && scene.lexicon.words.government_words.contains(after)
        };
        let ends_it = |name: &Span| name.overlaps(span) && name.end == span.end;
        let asked = known.iter().position(governs).or_else(|| known.iter().position(ends_it));
        match asked {
            Some(asked) => {
                let same = known.iter().enumerate().filter(|(_, name)| known.get(asked) == Some(name));
                // «青年和**妇女组织**»
                let words = span.of(scene.text);
                let members = &scene.lexicon.words.members;
                let has_more =
                    |name: &Span| name.start > span.start && members.iter().any(|kind| words.starts_with(kind));
                found.asked.extend(same.map(|(i, name)| (i, has_more(name).then_some(span))));
            }
            None => found.phrases.push((span, true)),
        }
    }
    found
}

struct GrammarWalk<'a> {
    scene: &'a Scene<'a>,
    known: &'a [Span],
    found: Described,
    /// Whether the noun phrases found are addressees.
    is_asked: bool,
    /// Whether only persons and bodies count here: “by” may also introduce a time or a means.
    needs_a_noun_of_agents: bool,
    /// Precedes the second of two actors, where the first one announced it: «tant … **que**».
    pair_joint: Option<&'static str>,
}

impl GrammarWalk<'_> {
    fn word(&self, at: usize) -> &str {
        self.scene.tokens.folded(at)
    }

    fn gap(&self, at: usize) -> &str {
        self.scene.gap(at)
    }

    /// Where the name of the person thanked ends: “commends **the mediator** for”, «remercie **le médiateur** de ses».
    fn thanked_up_to(&self, all: Range<usize>) -> Option<usize> {
        const MOST_OF_NAMES: usize = 16;
        let lists = self.scene.lexicon.words;
        let thanks = self.scene.thanks();
        let reminds = self.scene.reminds();
        let is_end = |at: &usize| {
            let word = self.scene.word(*at);
            let is_reminder = || {
                lists.that.contains(word)
                    || lists.of.contains(word) && !lists.infinitive_marks.contains(word)
                    || lists.possessives.contains(word)
            };
            lists.for_subject.contains(word)
                || reminds && is_reminder()
                || lists.infinitive_marks.contains(word) && lists.possessives.contains(self.word(at + 1))
        };
        let inside = |at: &usize| !self.gap(*at).contains(STOPS_AND_COLONS);
        let mut places = all.clone().take(MOST_OF_NAMES).take_while(|at| *at == all.start || inside(at));
        places.find(is_end).filter(|end| (thanks || reminds) && *end > all.start)
    }

    /// Those who have no name, by what is said of them: “**those who have not yet done so**”, «**тех, кто еще не сделал этого**».
    fn unnamed(&mut self, zone: Range<usize>) {
        const MOST_BETWEEN: usize = 3;
        let n_words = |at: usize| self.n_words_of(at, &self.scene.lexicon.words.unnamed);
        let Some(at) = zone.clone().take(MOST_BETWEEN).find(|at| n_words(*at).is_some()) else { return };
        let inside = at + n_words(at).unwrap_or(1);
        let end = (inside..zone.end).find(|at| self.gap(*at).contains([',', '،', ';'])).unwrap_or(zone.end);
        let tokens = self.scene.tokens;
        if let (Some(first), Some(last)) = (tokens.get(at), tokens.get(end.min(at + MOST_WORDS) - 1)) {
            self.found.phrases.push((Span { start: first.span.start, end: last.span.end }, true));
        }
    }

    /// The words between a verb and its request, cut at commas.
    fn zone(&mut self, zone: Range<usize>) {
        if self.is_asked {
            self.unnamed(zone.clone());
        }
        let mut start = zone.start;
        let mut in_parenthesis = false;
        let mut in_list_of_partners = false;
        for at in zone.start..=zone.end {
            let gap = if at == zone.end { "," } else { self.gap(at) };
            let was_in_parenthesis = in_parenthesis;
            if let Some(mark) = gap.rfind(['(', ')']) {
                in_parenthesis = gap.get(mark..).is_some_and(|mark| mark.starts_with('('));
            }
            let ends = gap.contains([',', ';', '(', '–', '—']) && !was_in_parenthesis;
            // “all **international**, regional and national partners” are of one kind each.
            let ends = ends && !(at < zone.end && gap.trim_end() == "," && self.are_adjectives(start..at));
            if ends && at > start {
                self.segment(start..at, &mut in_list_of_partners);
            }
            if ends || was_in_parenthesis {
                start = at;
            }
        }
    }

    /// Whether some words are adjectives alone whose noun comes later.
    fn are_adjectives(&self, words: Range<usize>) -> bool {
        let lists = self.scene.lexicon.words;
        let is_small = |word: &str| {
            lists.determiners.contains(word)
                || lists.address_prepositions.contains(word)
                || lists.address_adverbs.contains(word)
        };
        self.scene.lexicon.rules.names == crate::language::NameShape::HeadLast
            && words.clone().next_back().is_some_and(|last| self.is_adjective(self.word(last)))
            && words.clone().all(|at| is_small(self.word(at)) || self.is_adjective(self.word(at)))
    }

    fn is_adjective(&self, word: &str) -> bool {
        let lists = self.scene.lexicon.words;
        lists.actor_adjectives.contains(word)
            || lists.name_adjective_endings.is_ending_of(word.trim_end_matches('s'), 2)
    }

    /// One stretch between commas.
    fn segment(&mut self, mut words: Range<usize>, in_list_of_partners: &mut bool) {
        let lists = self.scene.lexicon.words;
        let mut has_preposition = false;
        // “, **such as** universities, museums and the media, to”: they only illustrate.
        if self.scene.illustrates(words.start) {
            *in_list_of_partners = true;
            return;
        }
        while words.start < words.end {
            let joint = self.n_words_of(words.start, &lists.conjunctions).filter(|n_words| *n_words > 1);
            // «Solicita **a este respecto** al Secretario»
            let aside = || self.n_words_of(words.start, &lists.asides).filter(|n_words| *n_words > 1);
            if let Some(n_words) = joint.or_else(|| self.n_words_of(words.start, &lists.examples)).or_else(aside) {
                words.start += n_words;
                continue;
            }
            if let Some((n_words, joint)) = self.pair_at(words.start) {
                self.pair_joint = Some(joint);
                words.start += n_words;
                continue;
            }
            let word = self.word(words.start);
            let is_preposition = lists.address_prepositions.contains(word);
            has_preposition |= is_preposition;
            let is_small =
                is_preposition || lists.actor_joints.contains(word) || lists.address_adverbs.contains(word);
            // «en coopération avec» is no adverb, though «en particulier» is one.
            if !is_small || self.begins(words.start, &lists.adverbials) && !is_preposition {
                break;
            }
            words.start += 1;
        }
        if words.is_empty() {
            return;
        }
        if self.begins(words.start, &lists.adverbials) && !has_preposition {
            // «Invite, dans le cadre de son mandat, **l’Organisateur** à»: an aside right after the verb names no partner.
            let is_aside = self.gap(words.start).starts_with(',')
                && words.start == self.scene.tokens.first_from(self.scene.rest.start);
            let has_partner = || words.clone().any(|at| self.leads_to_a_partner(words.start..at + 1));
            *in_list_of_partners = words.clone().any(|at| lists.repeated_prepositions.contains(self.word(at)))
                && (!is_aside || has_partner());
            return;
        }
        // «, in cooperation with States, donors **and others**, to»: they are partners until the verb's own preposition comes back.
        if *in_list_of_partners && !has_preposition {
            return;
        }
        *in_list_of_partners = false;
        self.phrases(words);
    }

    /// Whether the words end with something that introduces a partner: “in cooperation **with**”, not «dans le cadre **de**».
    fn leads_to_a_partner(&self, words: Range<usize>) -> bool {
        const MOST_WORDS: usize = 8;
        let lead: Vec<&str> = words.rev().take(MOST_WORDS).map(|at| self.scene.word(at)).collect();
        self.scene.lexicon.cues.before(&lead) == Some(Cue::Partner)
    }

    /// The noun phrases of a stretch, joined by conjunctions.
    fn phrases(&mut self, words: Range<usize>) {
        let lists = self.scene.lexicon.words;
        let mut start = words.start;
        let mut in_complement = false;
        let mut at = words.start;
        while at < words.end {
            let word = self.word(at);
            if lists.relatives.contains(word) && self.pair_joint != Some(word)
                || at > start && self.scene.illustrates(at)
            {
                break;
            }
            let next = self.word(at + 1);
            if self.joins(at) && at > start && at + 1 < words.end {
                let of_address = lists.address_prepositions.contains(next);
                let has_determiner = lists.determiners.contains(next) || of_address;
                // “national **and** international stakeholders” is one.
                let joins_adjectives = !has_determiner
                    && (self.scene.lexicon.rules.names == crate::language::NameShape::HeadLast
                        && (self.is_adjective(self.word(at - 1))
                            || self.share_a_noun(start..at, at + 1..words.end))
                        || self.is_adjective(next)
                            && self.scene.lexicon.rules.names == crate::language::NameShape::HeadFirst);
                // “efforts by Governments **and the** Office” are not asked: see the agents of a noun in [`super::roles`].
                let of_a_thing = in_complement && !of_address && self.is_of_a_thing(start..at);
                let of_members = at - start > 1
                    && lists.members.contains(self.word(at - 1))
                    && lists.members.contains(next)
                    && lists.agent_nouns.contains(self.word(start));
                if !(joins_adjectives || of_members || of_a_thing || in_complement && !has_determiner) {
                    self.candidate(start..at);
                    in_complement = false;
                    start = at + 1;
                    while start < words.end
                        && (lists.actor_joints.contains(self.word(start))
                            || lists.address_prepositions.contains(self.word(start)))
                    {
                        start += 1;
                    }
                    at = start;
                    continue;
                }
            }
            in_complement |= at > start && lists.phrase_prepositions.contains(word);
            at += 1;
        }
        self.candidate(start..at);
    }

    /// Whether a noun qualifies the noun that ends the next words too: “the **health and education** ministries”, “**workers’ and**
    /// employers’ organizations”, but “the chair and all donors”.
    fn share_a_noun(&self, left: Range<usize>, right: Range<usize>) -> bool {
        let lists = self.scene.lexicon.words;
        let tokens = self.scene.tokens;
        let is_in_phrase = |at: &usize| {
            !self.joins(*at)
                && !lists.phrase_prepositions.contains(self.word(*at))
                && !lists.relatives.contains(self.word(*at))
                && !self.scene.illustrates(*at)
        };
        let end = right.start + right.clone().take_while(is_in_phrase).count();
        let (Some(noun), Some(next), Some(head)) =
            (tokens.get(left.end - 1), tokens.get(right.start), tokens.get(end.max(1) - 1))
        else {
            return false;
        };
        if end < right.start + 2 {
            return false;
        }
        let is_possessive =
            |at: usize| self.gap(at).starts_with(['’', '\'']) && (self.gap(at).len() > 1 || self.word(at) == "s");
        if is_possessive(right.start - 1) || is_possessive(left.end - 1) {
            return true;
        }
        let is_plural = |span: Span| (self.scene.lexicon.rules.is_plural)(span.of(self.scene.text));
        let is_named =
            |span: Span| self.known.iter().any(|known| known.start == next.span.start || known.overlaps(span));
        // “youth **and women’s** organizations”
        if is_possessive(right.start + 1) && left.len() == 1 {
            return !is_plural(noun.span);
        }
        // A singular noun would need a determiner of its own.
        let is_bare = !is_plural(noun.span) || left.len() > 1 && !is_plural(head.span);
        is_bare
            && noun.capital == next.capital
            && !is_named(noun.span)
            && !lists.agent_nouns.contains(self.word(left.end - 1))
    }

    /// Whether some words denote a thing and no known actor.
    fn is_of_a_thing(&self, words: Range<usize>) -> bool {
        let lists = self.scene.lexicon.words;
        let n_inner = words.clone().take_while(|at| !lists.phrase_prepositions.contains(self.word(*at))).count();
        let Some(head) = self.head(words.start..words.start + n_inner) else { return false };
        let span = self.scene.tokens.get(head).map(|token| token.span).unwrap_or_default();
        !self.known.iter().any(|known| known.overlaps(span)) && !self.may_act(head)
    }

    /// Whether a word joins two noun phrases.
    fn joins(&self, at: usize) -> bool {
        let (lists, word) = (self.scene.lexicon.words, self.word(at));
        let is_joint = |joint: &&str| joint.contains(' ') && self.scene.has_words(at, joint);
        lists.coordinators.contains(word)
            || self.pair_joint == Some(word)
            || lists.conjunctions.beginning_with(word).iter().any(is_joint)
    }

    /// The words that announce two actors: their number, and the word before the second actor.
    fn pair_at(&self, at: usize) -> Option<(usize, &'static str)> {
        self.scene.lexicon.words.pair_joints.iter().find_map(|pair| {
            let (opener, joint) = pair.rsplit_once(' ')?;
            let has_joint = || (at..at + MOST_OF_SUBJECT).any(|at| self.word(at) == joint);
            (self.scene.has_words(at, opener) && has_joint()).then(|| (opener.split(' ').count(), joint))
        })
    }

    /// How many words the phrase has that begins at a word, if one does.
    fn n_words_of(&self, at: usize, phrases: &crate::language::WordList) -> Option<usize> {
        self.scene.entry_at(at, phrases).map(|phrase| phrase.split(' ').count())
    }

    /// Whether one of some phrases begins at a word.
    fn begins(&self, at: usize, phrases: &crate::language::WordList) -> bool {
        self.scene.entry_at(at, phrases).is_some()
    }

    /// Subjects of subordinate clauses: after “that” up to its verb, after “the need for” up to “to”.
    fn subjects(&mut self, all: Range<usize>) {
        let lists = self.scene.lexicon.words;
        let mut at = all.start;
        if self.scene.begins_with_subject {
            let reach = at..all.end.min(at + MOST_OF_SUBJECT);
            let is_end = |i: &usize| self.begins(*i, &lists.modals) || self.scene.orders(&[self.word(*i)]);
            if let Some(end) = reach.skip(1).find(is_end) {
                self.is_asked = true;
                self.zone(at..end);
                self.is_asked = false;
                at = end;
            }
        }
        // “for X to report **and for Y** to help”, “that X shall report, **and that Y** shall help”
        let (mut had_need, had_that) = (false, lists.that.contains(self.word(all.start)));
        while at < all.end {
            let word = self.word(at);
            let is_joined = || at > all.start && lists.coordinators.contains(self.word(at - 1));
            let after_need = at > all.start
                && lists.for_subject.contains(word)
                && (lists.needs.contains(self.word(at - 1)) || had_need && is_joined());
            let after_that = lists.that.contains(word)
                && (at <= all.start + 3 || lists.needs.contains(self.word(at - 1)) || had_that && is_joined());
            if after_need || after_that {
                had_need |= after_need;
                let ends = if after_that { &lists.modals } else { &lists.infinitive_marks };
                let reach = (at + 1..all.end.min(at + MOST_OF_SUBJECT))
                    .take_while(|i| !self.gap(*i).contains(STOPS_AND_COLONS));
                // «que le groupe de travail se **réunira**»
                let is_future = |i: usize| {
                    after_that
                        && self.scene.phrase.action.as_str() == actions::DECIDE
                        && lists.future_endings.is_ending_of(self.word(i), 2)
                };
                let is_end = |i: &usize| {
                    // «el grupo **de** transbordadores»: no «dé».
                    let is_of = || after_that && lists.of.contains(self.scene.word(*i));
                    self.begins(*i, ends) && !is_of()
                        || after_need && ends.contains(self.scene.word(*i))
                        || is_future(*i)
                };
                let end = reach.clone().skip(1).find(is_end);
                // «la nécessité pour les exploitants **de** bacs et les assureurs **de** partager»: the second one is meant.
                let end = end.map(|end| {
                    let infinitive = if after_need { self.infinitive_after(at) } else { None };
                    infinitive.filter(|infinitive| reach.clone().any(|i| i == *infinitive)).unwrap_or(end)
                });
                let bare =
                    || self.end_of_subject(at).or_else(|| self.end_of_bare_subject(at)).filter(|_| after_that);
                if let Some(end) = end.or_else(bare) {
                    // “the need for **the dykes** to be raised”: they do nothing.
                    let next: Vec<&str> = (end..end + 3).map(|at| self.scene.word(at)).collect();
                    self.is_asked = after_need && !self.scene.is_done_to(&next);
                    let end = if lists.reflexives.contains(self.word(end - 1)) { end - 1 } else { end };
                    self.zone(at + 1..end);
                    self.is_asked = false;
                    at = end;
                }
            } else if self.is_after_a_passive(at, all.start) || self.leads_to_an_agent(at, all.start) {
                let reach = at + 1..all.end.min(at + MOST_OF_SUBJECT);
                // “chaired by the Mayor **and attended by** donors”
                let next_agent = |i: usize| self.joins(i) && lists.agents.contains(self.word(i + 2));
                let ends = |i: &usize| {
                    self.gap(*i).contains(STOPS_AND_COLONS)
                        || next_agent(*i)
                        || self.begins(*i, &lists.modals)
                        || lists.that.contains(self.word(*i))
                };
                let end = reach.clone().skip(1).find(ends).unwrap_or(reach.end);
                self.needs_a_noun_of_agents = !self.is_after_a_passive(at, all.start);
                self.zone(at + 1..end);
                self.needs_a_noun_of_agents = false;
                at = end.max(at + 1) - 1;
            }
            at += 1;
        }
    }

    /// Where the infinitive begins that is asked for after a word.
    fn infinitive_after(&self, at: usize) -> Option<usize> {
        let start = self.scene.tokens.get(at)?.span.end;
        let rest = Span { start, end: self.scene.rest.end }.of(self.scene.text);
        let end = (self.scene.lexicon.rules.complement)(rest)?;
        Some(self.scene.tokens.first_from(start + end as u32))
    }

    /// Where the subject of a request ends, whatever its verb: «que **les forces des deux parties** cessent», “that **the armed
    /// groups** comply”.
    fn end_of_subject(&self, that: usize) -> Option<usize> {
        const MOST_WORDS: usize = 10;
        let lists = self.scene.lexicon.words;
        let has_plural = !lists.plural_verb_endings.is_empty();
        let adjectives_come_first = self.scene.lexicon.rules.names == crate::language::NameShape::HeadLast;
        if !self.scene.asks || !lists.determiners.contains(self.word(that + 1)) {
            return None;
        }
        let is_small = |word: &str| lists.phrase_prepositions.contains(word) || lists.determiners.contains(word);
        let mut has_agent = false;
        let mut places =
            (that + 2..that + 2 + MOST_WORDS).take_while(|at| matches!(self.gap(*at), " " | "’" | "'"));
        let is_end = |at: &usize| {
            let (before, word) = (self.word(at - 1), self.word(*at));
            has_agent |= lists.agent_nouns.contains(before)
                || lists.agent_endings.is_ending_of(before, 3) && self.may_act(at - 1);
            // «que les forces étrangères **se** retirent»
            if has_agent && lists.reflexives.contains(word) {
                return true;
            }
            let is_word = word.len() > 3 && !is_small(word) && !self.joins(*at) && !lists.relatives.contains(word);
            let is_plural = || {
                has_plural
                    && !is_small(before)
                    && lists.plural_verb_endings.is_ending_of(word, 3)
                    && !lists.thing_endings.is_ending_of(word, 2)
            };
            let follows_the_noun =
                || adjectives_come_first && lists.agent_nouns.contains(before) && !lists.agent_nouns.contains(word);
            has_agent && is_word && !lists.agent_nouns.contains(word) && (is_plural() || follows_the_noun())
        };
        let end = places.find(is_end)?;
        self.scene.tokens.get(end).filter(|word| word.span.end <= self.scene.rest.end).map(|_| end)
    }

    /// Where the subject of a request ends that is one noun before its verb: «que **le Conseil** examine».
    fn end_of_bare_subject(&self, that: usize) -> Option<usize> {
        let lists = self.scene.lexicon.words;
        let (noun, verb) = (that + 2, that + 3);
        let is_plain = |at: usize| matches!(self.gap(at), " " | "’" | "'");
        let is_subject = self.scene.asks
            && lists.determiners.contains(self.word(that + 1))
            && lists.agent_nouns.contains(self.word(noun));
        let is_verb = !lists.phrase_prepositions.contains(self.word(verb)) && !self.joins(verb) && is_plain(verb);
        // «que les forces **ougandaises** et rwandaises»: an adjective does not end as the verb of several does.
        let endings = &lists.plural_verb_endings;
        let agrees = endings.is_empty()
            || !(self.scene.lexicon.rules.is_plural)(self.word(noun))
            || endings.is_ending_of(self.word(verb), 1)
            || lists.reflexives.contains(self.word(verb));
        let is_inside = self.scene.tokens.get(verb).is_some_and(|word| word.span.end < self.scene.rest.end);
        (is_subject && is_verb && agrees && is_plain(noun) && is_inside).then_some(verb)
    }

    /// Whether a word leads to who is to do something: “be attended **by**”, «soit établi **par**».
    fn is_after_a_passive(&self, at: usize, start: usize) -> bool {
        let lists = self.scene.lexicon.words;
        let passives = |word: &str| lists.passives.contains(word) || lists.passive_orders.contains(word);
        let near = |at: usize| (start..at).rev().take(3).any(|before| passives(self.word(before)));
        // “shall be chaired by the Mayor and attended **by**”
        let goes_on = || {
            at > start + 2
                && self.joins(at - 2)
                && (start..at - 2).rev().take(MOST_WORDS).any(|at| lists.agents.contains(self.word(at)) && near(at))
        };
        self.scene.is_ordered() && lists.agents.contains(self.word(at)) && (near(at) || goes_on())
    }

    /// The same for the agents of an act that is asked for: “the sharing of lessons **by** port authorities”, «la participation
    /// **des** autorités portuaires».
    fn leads_to_an_agent(&self, at: usize, start: usize) -> bool {
        let lists = self.scene.lexicon.words;
        let tells_that = || (start..at.min(start + 3)).any(|at| lists.that.contains(self.word(at)));
        let is_of_an_act = || {
            lists.agents.contains(self.word(at))
                || lists.of.contains(self.scene.word(at))
                    && at.checked_sub(1).is_some_and(|act| lists.acts_of_others.contains(self.word(act)))
        };
        self.scene.asks && at > start && is_of_an_act() && !tells_that()
    }

    /// Adds some words as an actor if they may be one and are in no table.
    fn candidate(&mut self, words: Range<usize>) {
        let lists = self.scene.lexicon.words;
        let tokens = self.scene.tokens;
        // “the regional banks **and**, where relevant, insurers”
        let mut words = words;
        // «механизм **ежегодно** представлять»
        let is_loose = |word: &str| lists.coordinators.contains(word) || lists.address_adverbs.contains(word);
        while words.end > words.start && is_loose(self.word(words.end - 1)) {
            words.end -= 1;
        }
        let mut start = words.start;
        let is_determiner = |at: usize| at < words.end && lists.determiners.contains(self.word(at));
        // «Invite **d’**autres bateliers»
        if lists.of.contains(self.scene.word(start)) && is_determiner(start + 1) {
            start += 1;
        }
        while is_determiner(start) {
            start += 1;
        }
        let Some(first) = tokens.get(start).filter(|_| start < words.end) else { return };
        // The noun phrase proper goes up to the first preposition or pronoun; “the **operating** entities” begins with none.
        let is_inner = |at: &usize| {
            let word = self.word(*at);
            let before_noun = || !lists.phrase_prepositions.contains(self.word(*at + 1)) && self.may_act(*at + 1);
            *at == start
                && start > words.start
                && *at + 1 < words.end
                && (!lists.adverbials.contains(word) || lists.agent_nouns.contains(self.word(*at + 1)))
                && before_noun()
                || !lists.phrase_prepositions.contains(word) && !lists.relatives.contains(word)
        };
        let n_inner = (start..words.end).take_while(is_inner).count();
        let mut end = words.end.min(start + MOST_WORDS);
        if self.needs_a_noun_of_agents {
            const REACH: usize = 4;
            // “by local associations **in the review**”: where the act takes place is no part of who does it.
            // “the adoption **by** city councils **of** budgets”: what is done comes after who does it, if not before.
            let mut before = self.scene.tokens.first_from(self.scene.rest.start)..words.start;
            let has_object = before.any(|at| lists.of.contains(self.scene.word(at)))
                || !(words.start.saturating_sub(REACH)..words.start).any(|at| lists.agents.contains(self.word(at)));
            let is_place = |at: &usize| {
                let is_object = || !has_object && lists.of.contains(self.scene.word(*at));
                is_object()
                    || lists.phrase_prepositions.contains(self.word(*at))
                        && !lists.of.contains(self.scene.word(*at))
                    || !lists.of.contains(self.scene.word(*at))
                        && lists.address_prepositions.contains(self.word(*at))
            };
            end = (start + 1..end).find(is_place).unwrap_or(end);
        }
        // «Исполнительного директора **в консультации с** советом»: with whom is no part of who.
        let leads_to_a_partner = |at: &usize| {
            self.begins(*at, &lists.adverbials) && (*at..end).any(|last| self.leads_to_a_partner(*at..last + 1))
        };
        if self.is_asked {
            end = (start + 1..end).find(leads_to_a_partner).unwrap_or(end);
        }
        let Some(head) = self.head(start..start + n_inner) else { return };
        let Some(head_span) = tokens.get(head).map(|token| token.span) else { return };
        let known = self.known.iter().enumerate();
        let is_it =
            |span: &Span| span.overlaps(head_span) || span.start == first.span.start && !self.scene.is_owner(*span);
        let shares = |known: &Span| {
            let before = tokens.within(Span { start: first.span.start, end: known.start.max(first.span.start) });
            let noun = Span { start: first.span.start, ..*known };
            (before.clone().any(|at| self.joins(at)) && known.contains(head_span.start as usize)).then_some(noun)
        };
        let named: Vec<_> = known.filter(|(_, span)| is_it(span)).map(|(i, span)| (i, shares(span))).collect();
        let is_known = !named.is_empty();
        if self.is_asked {
            self.found.asked.extend(named);
        }
        // “a robust” of “a robust and inclusive process”: one actor in the singular is a certain one.
        // «**au** bureau» has its article in it.
        let is_contracted = |at: usize| {
            let word = self.word(at);
            lists.address_prepositions.contains(word) && self.scene.word(at) != word
        };
        let has_determiner = start > words.start && !lists.indefinites.contains(self.word(start - 1))
            || start == words.start && start.checked_sub(1).is_some_and(is_contracted);
        let is_plural = (self.scene.lexicon.rules.is_plural)(head_span.of(self.scene.text));
        // Russian has no article that would tell «секретариат Конвенции» from any.
        let rules = self.scene.lexicon.rules;
        let has_articles = !lists.articles.is_empty() || !rules.writing.has_capitals;
        let needs_none = self.is_asked && !has_articles && lists.agent_nouns.contains(self.word(head));
        let is_certain = is_plural || has_determiner || first.capital || needs_none;
        // “the Kimberley **Process**”: what has a name may act, though its noun is one of things.
        let is_named = self.is_asked
            && has_determiner
            && tokens.get(head).is_some_and(|token| token.capital)
            && !lists.instruments.contains(self.word(head));
        let may_act = is_named
            || self.is_asked && start + n_inner == words.end && self.has_examples(words.end)
            || self.may_act(head) && (!self.needs_a_noun_of_agents || lists.agent_nouns.contains(self.word(head)));
        // «просит ее **ежегодно** представлять»
        let is_adverb = end == start + 1 && lists.address_adverbs.contains(self.word(start));
        let is_told = self.found.phrases.iter().any(|(span, _)| span.contains(first.span.start as usize));
        if is_known
            || is_told
            || !is_certain
            || is_adverb
            || lists.pronouns_after.contains(self.word(start))
            || !may_act
        {
            return;
        }
        let Some(last) = tokens.get(end - 1) else { return };
        let span = Span { start: first.span.start, end: last.span.end };
        self.found.phrases.push((span, self.is_asked));
    }

    /// Whether known actors illustrate the noun before a place: “mechanisms, **such as the Commission**”.
    fn has_examples(&self, at: usize) -> bool {
        const REACH: usize = 4;
        let tokens = self.scene.tokens;
        let first = |span: &Span| tokens.first_from(span.start);
        self.scene.illustrates(at) && self.known.iter().any(|span| (at..at + REACH).contains(&first(span)))
    }

    /// The noun of a noun phrase without its complements.
    fn head(&self, words: Range<usize>) -> Option<usize> {
        let lists = self.scene.lexicon.words;
        let is_noun = |at: &usize| {
            let word = self.word(*at);
            !lists.actor_adjectives.contains(word)
                && !lists.qualifiers.contains(word)
                && !lists.determiners.contains(word)
        };
        match self.scene.lexicon.rules.names {
            crate::language::NameShape::HeadFirst => self.past_adjectives(words).into_iter().find(is_noun),
            crate::language::NameShape::HeadLast => words.rev().find(is_noun),
        }
    }

    /// The words from the noun of who acts, if only adjectives come before it: «специальную рабочую **группу**».
    fn past_adjectives(&self, words: Range<usize>) -> Range<usize> {
        const MOST: usize = 3;
        const SHORTEST_STEM: usize = 3;
        let lists = self.scene.lexicon.words;
        if lists.adjectives_before.is_empty() {
            return words;
        }
        let is_adjective = |at: &usize| lists.adjectives_before.is_ending_of(self.word(*at), SHORTEST_STEM);
        let noun = words.start + words.clone().take(MOST).take_while(is_adjective).count();
        let acts = noun < words.end && lists.agent_nouns.contains(self.word(noun));
        if acts { noun..words.end } else { words }
    }

    /// Whether a noun is of persons or bodies: they act, and things do not.
    fn may_act(&self, head: usize) -> bool {
        let lists = self.scene.lexicon.words;
        let noun = self.word(head);
        if lists.agent_nouns.contains(noun) {
            return true;
        }
        let singular = noun.strip_suffix('s').unwrap_or(noun);
        let is_thing = lists.things.contains(noun)
            || lists.instruments.contains(singular)
            || lists.mandate_nouns.contains(noun)
            || lists.things.contains(singular)
            || lists.thing_endings.is_ending_of(singular, 2);
        noun.chars().count() > 3 && !is_thing && noun.chars().all(char::is_alphabetic)
    }
}

#[cfg(test)]
mod tests {
    use crate::model::Role;
    use crate::parse::parse;

    /// The addressees in the one paragraph of a resolution, by id.
    fn asked(paragraph: &str) -> Vec<String> {
        let is_french = paragraph.contains(['é', 'à', 'È']) || paragraph.contains(" de ");
        let organ = if is_french {
            "L’Assemblée générale,\n\nRappelant la question,"
        } else {
            "The General Assembly,\n\nRecalling the matter,"
        };
        let parsed = parse(&format!("{organ}\n\n1. {paragraph}"));
        let clauses = parsed.resolution.clauses();
        let mentions =
            clauses.flat_map(|(_, clause)| &clause.actors).filter(|mention| mention.role == Role::Addressee);
        mentions.map(|mention| mention.actor.to_string()).collect()
    }

    #[test]
    fn the_whole_subject_of_a_demand_is_asked_whatever_its_verb() {
        assert_eq!(asked("Demands that the river regime cooperate fully with the team."), ["x-river-regime"]);
        assert_eq!(
            asked("Exige que les forces des ports du delta cessent leur offensive à l’aube."),
            ["x-forces-des-ports-du-delta"]
        );
        assert_eq!(asked("Demands that the report of the forces be made public."), [""; 0]);
    }

    #[test]
    fn an_addressee_needs_no_entry_in_a_table() {
        assert_eq!(
            asked("Invites the custodians of the Lighthouse Treaty to report"),
            ["x-custodians-of-the-lighthouse-treaty"]
        );
        assert_eq!(asked("Demande aux gardiennes des archives de rendre compte"), ["x-gardiennes-des-archives"]);
    }

    #[test]
    fn all_of_a_coordination_are_asked_under_their_own_words() {
        assert_eq!(
            asked("Urges States, ferry operators, as appropriate, and all other shipwrights to repair the boats"),
            ["states", "x-ferry-operators", "x-shipwrights"]
        );
        assert_eq!(
            asked("Engage les États, les éclusiers, les passeurs et les haleurs à réparer les écluses"),
            ["states", "x-eclusiers", "x-passeurs", "x-haleurs"]
        );
    }

    #[test]
    fn things_are_asked_nothing() {
        for text in [
            "Encourages efforts to protect rivers",
            "Urges further measures and a robust process to end the shortage",
            "Encourages efforts of the port and the harbour to protect rivers",
            "Encourage les mesures visant à protéger les fleuves",
            "Encourage la poursuite des travaux afin de protéger les fleuves",
        ] {
            assert!(asked(text).is_empty(), "{text}: {:?}", asked(text));
        }
    }

    #[test]
    fn a_named_thing_can_be_an_addressee() {
        assert_eq!(
            asked("Encourages the Lighthouse Process to report on what was done by Chile"),
            ["x-lighthouse-process"]
        );
        assert_eq!(
            asked("Engage le Processus des phares à rendre compte de ce qu’a fait le Chili"),
            ["x-processus-des-phares"]
        );
        assert!(asked("Encourages the process to go on").is_empty());
    }

    #[test]
    fn a_request_said_again_asks_as_the_first_one_did() {
        assert_eq!(asked("Reiterates its request to the Secretary-General to report"), ["secretary-general"]);
        assert_eq!(asked("Renews its invitation to shipwrights to take part"), ["x-shipwrights"]);
        assert_eq!(asked("Réitère l’appel lancé aux États de protéger les fleuves"), ["states"]);
        assert!(asked("Recalls its request to the Secretary-General to report").is_empty());
    }

    #[test]
    fn the_agent_of_a_need_is_an_addressee() {
        assert_eq!(asked("Stresses the need for ferry operators to train crews"), ["x-ferry-operators"]);
        assert_eq!(asked("Decides that all shipwrights shall be insured and shall report"), Vec::<String>::new());
        assert_eq!(asked("Decides that all shipwrights shall report"), ["x-shipwrights"]);
    }
}
