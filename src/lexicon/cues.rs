//! Cues: words next to an actor that indicate its role: «en coopération avec …», «… qui le demandent», «… should».

use crate::language::{rules, table::rows, tables};
use crate::model::Language;
use crate::text::fold::fold;
use crate::text::word_spans;
use foldhash::fast::FixedState;
use std::collections::HashMap;

/// The meaning of a cue for the actor beside it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cue {
    /// With whom, or through whom.
    Partner,
    /// The beneficiary.
    Beneficiary,
    /// The agent, whatever the verb of the clause.
    Duty,
}

/// The cues of a language.
#[derive(Debug, Default)]
pub struct CueTable {
    before: Cues,
    after: Cues,
    /// How many words before an actor the longest cue may take.
    reach: usize,
}

/// By the word nearest to the actor, the other words of each cue, the longer ones first: they say more.
type Cues = HashMap<String, Vec<(Vec<String>, Cue)>, FixedState>;

/// How many words a `*` may match.
const MOST_SKIPPED: usize = 3;

impl CueTable {
    /// Reads the table of a language.
    pub fn load(language: Language) -> Self {
        let rules = rules(language);
        let mut table = Self::default();
        for [words, side, role] in rows(tables(language).cues) {
            let cue = match role {
                "partner" => Cue::Partner,
                "beneficiary" => Cue::Beneficiary,
                _ => Cue::Duty,
            };
            let mut words: Vec<String> = words
                .split(' ')
                .flat_map(
                    |word| if word == "*" { vec!["*".to_owned()] } else { folded_words(word, rules.cue_form) },
                )
                .collect();
            let cues = if side == "before" {
                let n_words = words.iter().map(|word| if word == "*" { MOST_SKIPPED } else { 1 }).sum();
                table.reach = table.reach.max(n_words);
                // Read backwards from the actor.
                words.reverse();
                &mut table.before
            } else {
                &mut table.after
            };
            if let Some((first, rest)) = words.split_first() {
                cues.entry(first.clone()).or_default().push((rest.to_owned(), cue));
            }
        }
        for cues in table.before.values_mut().chain(table.after.values_mut()) {
            cues.sort_by_key(|(words, _)| std::cmp::Reverse(words.len()));
        }
        table
    }

    /// How many words before an actor say anything of it.
    pub fn reach(&self) -> usize {
        self.reach
    }

    /// The meaning of the words before an actor; the nearest word first.
    pub fn before(&self, words: &[&str]) -> Option<Cue> {
        longest(&self.before, words)
    }

    /// Whether a cue before an actor may end with a word.
    pub fn may_end_before(&self, word: &str) -> bool {
        self.before.contains_key(word)
    }

    /// Whether a cue after an actor may begin with a word.
    pub fn may_begin_after(&self, word: &str) -> bool {
        self.after.contains_key(word)
    }

    /// The meaning of the words after an actor.
    pub fn after(&self, words: &[&str]) -> Option<Cue> {
        longest(&self.after, words)
    }
}

/// The longest cue that some words begin with.
fn longest(cues: &Cues, words: &[&str]) -> Option<Cue> {
    let (first, rest) = words.split_first()?;
    cues.get(*first)?.iter().find(|(cue, _)| begins_with(rest, cue)).map(|(_, cue)| *cue)
}

fn begins_with(words: &[&str], cue: &[String]) -> bool {
    let Some((first, rest)) = cue.split_first() else { return true };
    if first == "*" {
        return (0..=MOST_SKIPPED).any(|n| words.get(n..).is_some_and(|words| begins_with(words, rest)));
    }
    words.split_first().is_some_and(|(word, words)| word == first && begins_with(words, rest))
}

/// The folded words of a text, as cues have them.
fn folded_words(text: &str, cue_form: fn(&str) -> &str) -> Vec<String> {
    word_spans(text).map(|span| cue_form(&fold(span.of(text))).to_owned()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn before(text: &str, language: Language) -> Option<Cue> {
        let words = folded_words(text, rules(language).cue_form);
        let words: Vec<&str> = words.iter().rev().map(String::as_str).collect();
        CueTable::load(language).before(&words)
    }

    #[test]
    fn words_before_an_actor_tell_its_role() {
        assert_eq!(before("agissant en coordination étroite avec", Language::French), Some(Cue::Partner));
        assert_eq!(before("de fournir une assistance technique aux", Language::French), Some(Cue::Beneficiary));
        assert_eq!(before("souligne qu’il importe que", Language::French), Some(Cue::Duty));
        assert_eq!(before("à renforcer sa coopération avec", Language::French), None);
        assert_eq!(before("in close consultation with", Language::English), Some(Cue::Partner));
    }

    #[test]
    fn words_after_an_actor_tell_its_role() {
        let table = CueTable::load(Language::French);
        assert_eq!(table.after(&["qui", "le", "demandent", "une", "assistance"]), Some(Cue::Beneficiary));
        assert_eq!(table.after(&["doivent", "etre"]), Some(Cue::Duty));
    }
}
