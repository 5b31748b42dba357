//! Cues for the rank of the topic after them: “including”, “in cooperation with”, “this”.

use super::phrases::PhraseTable;
use super::vocabulary::{Token, Tokens, Vocabulary};
use crate::language::table::rows;
use crate::language::tables;
use crate::model::{Language, Span};

/// The meaning of a cue for the topics after it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TopicCue {
    /// Examples, aims, conditions: "including", "with a view to".
    Secondary,
    /// Manner or source, no topic at all: "in cooperation with".
    Nothing,
    /// A set phrase that holds a cue's words and is none.
    Neutral,
}

/// The cues of a language.
#[derive(Debug, Default)]
pub struct TopicCueTable {
    cues: PhraseTable<TopicCue>,
    /// Whether words point back to what was said: "this", and not "this resolution".
    back: PhraseTable<bool>,
    /// Words before what is to be done: "to", "pour".
    goals: Vec<&'static str>,
    /// Words that are goals only before an infinitive: "de".
    before_infinitive: Vec<&'static str>,
    /// How infinitives end.
    infinitive_endings: Vec<&'static str>,
    /// Words before the name of a place: "in", "at".
    at_place: Vec<&'static str>,
}

impl TopicCueTable {
    /// Reads the table of a language.
    pub fn load(language: Language, vocabulary: &mut Vocabulary) -> Self {
        let mut table = Self::default();
        for [words, kind] in rows(tables(language).topic_cues) {
            match kind {
                "secondary" => table.cues.insert(vocabulary, words, TopicCue::Secondary),
                "nothing" => table.cues.insert(vocabulary, words, TopicCue::Nothing),
                "neutral" => table.cues.insert(vocabulary, words, TopicCue::Neutral),
                "inside" => table.cues.pass_over(vocabulary, words),
                "back" => table.back.insert(vocabulary, words, true),
                "not-back" => table.back.insert(vocabulary, words, false),
                "goal" => table.goals.push(words),
                "before-infinitive" => table.before_infinitive.push(words),
                "infinitive" => table.infinitive_endings.push(words),
                "at" => table.at_place.push(words),
                _ => {}
            }
        }
        table
    }

    /// The cues of a text, in order of place.
    pub fn find(&self, text: &str, tokens: &[Token]) -> Vec<(Span, TopicCue)> {
        self.cues.find_all(text, tokens)
    }

    /// Whether what is to be done begins at a word: "**to** act", « **d’**agir ».
    pub fn is_goal(&self, tokens: &Tokens<'_>, at: usize) -> bool {
        let word = tokens.folded(at);
        self.goals.contains(&word)
            || self.before_infinitive.contains(&word) && {
                let next = tokens.folded(at + 1);
                self.infinitive_endings.iter().any(|ending| next.ends_with(ending))
            }
    }

    /// Whether a word comes before the name of a place.
    pub fn is_at_place(&self, folded: &str) -> bool {
        self.at_place.contains(&folded)
    }

    /// The first words among these that point back.
    pub fn back(&self, text: &str, tokens: &[Token]) -> Option<Span> {
        self.back.find_all(text, tokens).into_iter().find_map(|(span, points)| points.then_some(span))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const KINDS: [&str; 10] = [
        "secondary",
        "nothing",
        "neutral",
        "inside",
        "back",
        "not-back",
        "goal",
        "before-infinitive",
        "infinitive",
        "at",
    ];

    #[test]
    fn every_cue_is_of_a_known_kind_and_stands_once_in_order() {
        for language in Language::ALL {
            let keys: Vec<_> = rows(tables(language).topic_cues).map(|[words, kind]| (kind, words)).collect();
            assert!(keys.is_sorted_by(|one, next| one < next), "{language:?}");
            for (kind, words) in keys {
                assert!(KINDS.contains(&kind), "{language:?}: {words} is {kind}");
            }
        }
    }
}
