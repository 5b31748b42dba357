//! A clause as the search for its actors sees it: its words, and those around a place.

use crate::language::WordList;
use crate::lexicon::verbs::{Mood, Phrase};
use crate::lexicon::vocabulary::Tokens;
use crate::lexicon::{Lexicon, actions};
use crate::model::{Role, Span};
use crate::text::marks::{COLONS, COMMAS};
use std::ops::Range;

/// An actor of a clause, by its words in a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Named {
    /// Its words without the article.
    pub span: Span,
    /// Its role, which `roles` finds.
    pub role: Role,
    /// Whether the grammar makes it an addressee, as `described` finds.
    pub is_asked: bool,
}

/// The part of a text to search for the actors of a clause.
pub struct Scene<'a> {
    pub text: &'a str,
    pub tokens: &'a Tokens<'a>,
    pub lexicon: &'a Lexicon,
    pub phrase: &'a Phrase,
    /// Whether it has addressees.
    pub asks: bool,
    /// The clause's span, starting after the phrase.
    pub rest: Span,
    /// Whether it begins with who is to act, as an item of “Resolves that:” does.
    pub begins_with_subject: bool,
}

/// How many words before an actor join it to another: «ainsi qu’à».
const JOINT_REACH: usize = 3;

/// Words before an actor, the nearest first, and whether a comma separates them from it.
pub struct Lead<'a> {
    /// Without the determiners and adjectives that belong to the actor.
    pub words: Vec<&'a str>,
    /// Where the actor begins with its determiners.
    pub start: u32,
    /// Whether a comma comes right before it.
    pub after_comma: bool,
}

impl<'a> Scene<'a> {
    /// The start of the request after the addressees, if a word marks it.
    pub fn complement(&self) -> Option<u32> {
        let start = (self.lexicon.rules.complement)(self.rest.of(self.text))?;
        Some(self.rest.start + start as u32)
    }

    /// Whether the verb thanks or congratulates.
    pub fn thanks(&self) -> bool {
        matches!(self.phrase.action.as_str(), actions::COMMEND | actions::EXPRESS_APPRECIATION)
    }

    /// Whether the verb reminds somebody: “**reminds** States of”, «**rappelle aux** États que».
    pub fn reminds(&self) -> bool {
        let verb = self.phrase.verb.as_str();
        self.lexicon.words.reminders.iter().any(|reminder| {
            let rest = reminder.strip_prefix(verb);
            let preposition = rest.and_then(|rest| rest.strip_prefix(' '));
            rest == Some("") || preposition.is_some_and(|word| self.words(self.rest).next() == Some(word))
        })
    }

    /// Whether a list begins that only illustrates: «**como** las universidades», but «así **como** las universidades» adds.
    pub fn illustrates(&self, at: usize) -> bool {
        let adds = || {
            at.checked_sub(1).is_some_and(|before| self.lexicon.words.actor_joints.contains(self.word(before)))
                && self.gap(at).trim().is_empty()
        };
        self.entry_at(at, &self.lexicon.words.illustrations).is_some() && !adds() || self.illustrates_apart(at)
    }

    /// Whether a list of examples begins whose opener is before the noun: “**such** bodies **as** the Commission”, «**таким**
    /// учреждениям, **как** комиссия».
    fn illustrates_apart(&self, at: usize) -> bool {
        const REACH: usize = 5;
        let lists = self.lexicon.words;
        let is_before = |opener: &str| {
            (at.saturating_sub(REACH)..at.saturating_sub(1)).any(|at| self.tokens.folded(at) == opener)
        };
        if !lists.illustrations.ending_with(self.tokens.folded(at)).any(is_before) {
            return false;
        }
        let next = self.word(at + 1);
        matches!(self.gap(at), " " | ", ")
            && self.entry_at(at, &lists.conjunctions).is_none()
            && !lists.qualifiers.contains(next)
            && !lists.address_adverbs.contains(next)
    }

    /// The same scene after an aside right after the verb that says why the organ asks: “Urges, **recognizing that all barriers
    /// matter**, States to”.
    pub fn after_reason(&self) -> Scene<'a> {
        let mut scene = Scene { ..*self };
        let all = self.tokens.within(self.rest);
        if !self.asks || all.is_empty() || !self.gap(all.start).starts_with(COMMAS) {
            return scene;
        }
        let reason = self.lexicon.verbs.phrase_in(self.text, self.tokens, all.start);
        let Some(reason) = reason.filter(|phrase| phrase.mood == Mood::Participle) else { return scene };
        let inside = self.tokens.first_from(reason.span.end);
        if let Some(first) = self.end_of_reason(inside..all.end).and_then(|at| self.tokens.get(at)) {
            scene.rest.start = first.span.start;
        }
        scene
    }

    /// The word after a reason: the first one after a comma that may begin who is asked, or what.
    fn end_of_reason(&self, words: Range<usize>) -> Option<usize> {
        let lists = self.lexicon.words;
        let goes_on = |word: &str| {
            lists.coordinators.contains(word) || lists.relatives.contains(word) && !lists.that.contains(word)
        };
        let begins = |word: &str| {
            lists.determiners.contains(word)
                || lists.address_prepositions.contains(word)
                || lists.that.contains(word)
        };
        let ends = words.skip(1).filter(|at| self.gap(*at).starts_with(COMMAS) && !goes_on(self.word(*at)));
        ends.clone().find(|at| begins(self.word(*at))).or_else(|| ends.clone().next())
    }

    /// Whether a noun goes with two kinds of members, of which the second is no actor by itself: «منظمات الشباب **والمرأة**».
    pub fn share_a_noun_of_members(&self, last: Span, actor: Span) -> bool {
        let lists = self.lexicon.words;
        let (noun, other) = (self.tokens.within(last), self.tokens.within(actor));
        let between = self.tokens.within(Span { start: last.end, end: actor.start.max(last.end) });
        let is_member = |at: usize| lists.members.contains(self.tokens.folded(at));
        noun.len() > 1
            && lists.agent_nouns.contains(self.tokens.folded(noun.start))
            && noun.clone().next_back().is_some_and(is_member)
            && between.len() == 1
            && between.clone().all(|at| lists.coordinators.contains(self.tokens.folded(at)))
            && other.len() == 1
            && is_member(other.start)
    }

    /// Whether something else of an actor follows: “the **Group’s** initiative”.
    pub fn is_owner(&self, actor: Span) -> bool {
        let after = self.text.get(actor.end as usize..).unwrap_or_default();
        ["’s ", "'s "].iter().any(|mark| after.starts_with(mark))
    }

    /// Whether what words say is done to their subject: “to be raised”.
    pub fn is_done_to(&self, words: &[&str]) -> bool {
        let lists = self.lexicon.words;
        words.windows(2).any(|pair| {
            let [passive, done] = pair else { return false };
            lists.passives.contains(passive) && lists.participle_endings.is_ending_of(done, 2)
        }) && !words.iter().any(|word| lists.passives_of_duty.contains(word))
    }

    /// Whether what the verb speaks of is to be done, and not only reported.
    pub fn is_ordered(&self) -> bool {
        self.asks || self.phrase.action.as_str() == actions::DECIDE
    }

    /// The end of the addressees, where the request starts.
    pub fn asked_up_to(&self) -> Option<u32> {
        if !self.asks {
            return None;
        }
        // “Calls upon **States, registries and agencies**:” leaves what it asks for to its list.
        // So does “instructs **the Director**”, a line above its items.
        let before_list = || {
            let rest = self.rest.of(self.text).trim_end();
            let is_line = self.rest.end as usize == self.text.len() && rest.ends_with(char::is_alphabetic);
            (is_line || rest.ends_with(COLONS)).then_some(self.rest.end)
        };
        let complement = self.complement().or_else(before_list)?;
        let has_words = !self.tokens.within(Span { start: self.rest.start, end: complement }).is_empty();
        has_words.then_some(complement)
    }

    /// The text between a word and the one before it.
    pub fn gap(&self, at: usize) -> &'a str {
        self.tokens.gap_before(self.text, at)
    }

    /// Whether some folded words are at a place.
    pub fn has_words(&self, at: usize, words: &str) -> bool {
        words.split(' ').enumerate().all(|(i, word)| self.tokens.folded(at + i) == word)
    }

    /// The entry of a list that begins at a place, which may be several words.
    pub fn entry_at(&self, at: usize, list: &WordList) -> Option<&'static str> {
        let mut entries = list.beginning_with(self.tokens.folded(at)).iter().copied();
        entries.find(|entry| self.has_words(at, entry))
    }

    /// A word as cues have it; empty past the end.
    pub fn word(&self, at: usize) -> &'a str {
        (self.lexicon.rules.cue_form)(self.tokens.folded(at))
    }

    /// The words of a stretch of the text.
    pub fn words(&self, span: Span) -> impl Iterator<Item = &'a str> {
        self.tokens.within(span).map(|at| self.word(at))
    }

    /// The text between a word and the one before it, or the beginning of a stretch.
    pub fn gap_before(&self, at: usize, stretch: &Range<usize>, start: u32) -> &'a str {
        let before = at.checked_sub(1).filter(|before| stretch.contains(before));
        let from = before.and_then(|before| self.tokens.get(before)).map_or(start, |word| word.span.end);
        let to = self.tokens.get(at).map_or(from, |word| word.span.start);
        Span { start: from, end: to }.of(self.text)
    }

    pub fn before(&self, actor: Span) -> Lead<'a> {
        const REACH: u32 = 160;
        let from = self.rest.start.max(actor.start.saturating_sub(REACH));
        let mut words = self.tokens.within(Span { start: from, end: actor.start });
        let mut start = actor.start;
        let gap = |last: usize, start: u32| {
            let end = self.tokens.get(last).map_or(start, |word| word.span.end);
            Span { start: end, end: start }.of(self.text)
        };
        while let Some(last) = words.clone().next_back()
            && self.lexicon.words.determiners.contains(self.word(last))
            && !gap(last, start).contains([',', ';', ':', '('])
        {
            start = self.tokens.get(last).map_or(start, |word| word.span.start);
            words.next_back();
        }
        let after_comma = words.clone().next_back().is_some_and(|last| gap(last, start).contains(COMMAS));
        let n_words = self.lexicon.cues.reach().max(JOINT_REACH) + JOINT_REACH;
        Lead { words: words.rev().take(n_words).map(|at| self.word(at)).collect(), start, after_comma }
    }
}
