//! The expressions of a language that say when.

use crate::language::{Time, rules};
use crate::model::Language;
use crate::text::pattern::{WholeWords, pattern};
use regex::{Captures, Regex};
use std::sync::OnceLock;

/// One way to say when.
pub(super) struct Pattern {
    words: WholeWords,
    hint: Regex,
}

impl Pattern {
    fn new(time: &Time, has_blanks: bool) -> Self {
        let words = format!("(?:{})", time.words);
        let words = if has_blanks { WholeWords::new(&words) } else { WholeWords::anywhere(&words) };
        Self { words, hint: pattern(time.hint) }
    }

    /// Every place where it is said. This check is cheaper than an expression, and most clauses name no time.
    pub(super) fn all<'t>(&self, text: &'t str) -> impl Iterator<Item = Captures<'t>> {
        self.words.captures_iter(if self.hint.is_match(text) { text } else { "" })
    }
}

/// How a language says when.
pub(super) struct Patterns {
    pub(super) limit: Pattern,
    pub(super) often: Pattern,
    pub(super) within: Pattern,
    pub(super) account: Pattern,
}

impl Patterns {
    pub(super) fn of(language: Language) -> &'static Self {
        static ALL: [OnceLock<Patterns>; Language::ALL.len()] = [const { OnceLock::new() }; Language::ALL.len()];
        ALL.get(language.index()).unwrap_or(&ALL[0]).get_or_init(|| {
            let times = &rules(language).times;
            let has_blanks = rules(language).writing.has_blanks;
            Self {
                limit: Pattern::new(&times.limit, has_blanks),
                often: Pattern::new(&times.often, has_blanks),
                within: Pattern::new(&times.within, has_blanks),
                account: Pattern::new(&times.account, has_blanks),
            }
        })
    }
}
