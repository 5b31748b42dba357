//! Partners that are in no table: “in cooperation with the Office and **other ferry operators**”.

use super::{Described, GrammarWalk};
use crate::language::{Addressed, SpeechAct};
use crate::lexicon::cues::Cue;
use crate::model::Span;
use crate::parse::scene::Scene;
use crate::text::marks::STOPS_AND_COLONS;
use crate::text::tokens::head;
use std::ops::Range;

/// How many times one clause may say with whom: more are no sentence.
const MOST_CUES: usize = 8;

/// The longest cue, in words.
const MOST_WORDS: usize = 8;

/// Whether the words up to a place say that a partner follows, and not by a word alone: “through” leads to means too.
fn leads_to_a_partner(scene: &Scene<'_>, start: usize, at: usize) -> bool {
    let cues = &scene.lexicon.cues;
    if !cues.may_end_before(scene.word(at)) {
        return false;
    }
    let lead: Vec<&str> = (start..=at).rev().take(MOST_WORDS).map(|at| scene.word(at)).collect();
    let is_alone = lead.get(..1).is_some_and(|word| cues.before(word).is_some());
    let has_blanks = scene.lexicon.rules.writing.has_blanks;
    cues.before(&lead) == Some(Cue::Partner) && !(is_alone && has_blanks)
}

impl GrammarWalk<'_> {
    /// Adds noun phrases after the words that say with whom. Those words then give them their role.
    pub(super) fn partners(&mut self, all: Range<usize>) {
        const REACH: usize = 40;
        let scene = self.scene;
        let mut from = all.start;
        (self.is_asked, self.needs_a_noun_of_agents, self.takes_names) = (false, true, true);
        for _ in 0..MOST_CUES {
            let Some(cue) = (from..all.end).find(|at| leads_to_a_partner(scene, all.start, *at)) else { return };
            let end = self.end_of_partners(cue + 1..all.end.min(cue + 1 + REACH));
            self.zone(cue + 1..end);
            from = end.max(cue + 1);
        }
    }

    /// Whether some words say with whom.
    pub(super) fn has_a_partner(&self, words: Range<usize>) -> bool {
        words.clone().any(|at| leads_to_a_partner(self.scene, words.start, at))
    }

    /// Where a list of partners ends.
    fn end_of_partners(&self, words: Range<usize>) -> usize {
        let lists = self.scene.lexicon.words;
        let is_end = |at: &usize| {
            let word = self.word(*at);
            // «la **Veille** mondiale», «la Organización Mundial **de** la Salud»: as words of a name they are no verbs.
            let in_a_name = lists.of.contains(self.scene.word(*at))
                || self.scene.tokens.get(*at).is_some_and(|token| token.capital);
            self.gap(*at).contains(STOPS_AND_COLONS)
                || lists.infinitive_marks.contains(word) && !in_a_name
                || lists.that.contains(word)
                || self.scene.lexicon.rules.is_infinitive.is_some_and(|is_verb| is_verb(word))
                || self.begins(*at, &lists.modals) && !in_a_name
                || self.gap(*at).contains([',', '،', '(']) && self.begins(*at, &lists.adverbials)
        };
        words.clone().find(is_end).unwrap_or(words.end)
    }
}

/// The same by the language's own rule.
pub(super) fn told_by_language(scene: &Scene<'_>, known: &[Span], addressed: Addressed, found: &mut Described) {
    const REACH: usize = 400;
    let all = scene.tokens.within(scene.rest);
    let cues = all.clone().filter(|at| leads_to_a_partner(scene, all.start, *at)).take(MOST_CUES);
    for at in cues {
        let Some(start) = scene.tokens.get(at).map(|token| token.span.end) else { return };
        let rest = head(Span { start, ..scene.rest }.of(scene.text), REACH);
        let end = start + rest.len() as u32;
        let first = known.partition_point(|span| span.start < start);
        let inside = known.iter().skip(first).take_while(|span| span.end <= end);
        let names: Vec<Span> =
            inside.map(|span| Span { start: span.start - start, end: span.end - start }).collect();
        for span in addressed(rest, &names, SpeechAct::Accompanies) {
            let is_known = names.iter().any(|name| name.overlaps(span));
            if !is_known {
                found.phrases.push((Span { start: span.start + start, end: span.end + start }, false));
            }
        }
    }
}
