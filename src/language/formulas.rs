//! The lines of a document's head and end, and the citations, whose shape needs an expression.

use crate::text::pattern::pattern;
use memchr::memmem::Finder;
use regex::{Captures, Regex};
use std::sync::OnceLock;

/// How a language writes them.
#[derive(Debug)]
pub struct Formulas {
    /// The line of a meeting and nothing else; group `n` is its number: «50e séance plénière».
    pub meeting: Formula,
    /// A meeting at the head of a text that runs on.
    pub meeting_at_head: Formula,
    /// A date, anywhere: groups `day`, `month` (a word or a number), `year`. Where no letter is written together with its
    /// numbers, ASCII's `(?-u:\b)` keeps `regex` from its slowest engine.
    pub date: Formula,
    /// May precede the date of a closing formula: «le ».
    pub before_date: &'static [&'static str],
    /// How the text was adopted, at the head of a line: «Adoptée à l’unanimité».
    pub vote: Formula,
    /// The same in the head of a document: group `meeting`, and its number `n`.
    pub adopted_at: Formula,
    /// How the text of a decision begins: group `meeting`, and its number `n`: «À sa 87e séance plénière».
    pub decided_at: Formula,
    /// The number of a resolution of the Security Council at the head of a line: groups `n` and `year`.
    pub council_number: Formula,
    /// A paragraph of the same document: groups `words` and `number`.
    pub own_paragraph: Formula,
}

/// An expression that is compiled when it is first needed.
#[derive(Debug)]
pub struct Formula {
    words: &'static str,
    opens: fn(char) -> bool,
    hints: &'static [&'static str],
    finders: OnceLock<Vec<Finder<'static>>>,
    compiled: OnceLock<Regex>,
}

impl Formula {
    /// An expression, and of what a text that it matches has one in it: a check that costs little.
    pub const fn new(words: &'static str, hints: &'static [&'static str]) -> Self {
        Self::at_head(|_| true, words, hints)
    }

    /// An expression for the head of a text, whose first letter `opens` lets through. Every line of a document is asked for
    /// such formulas in every language, and nearly all of them are told by this letter.
    pub const fn at_head(opens: fn(char) -> bool, words: &'static str, hints: &'static [&'static str]) -> Self {
        Self { words, opens, hints, finders: OnceLock::new(), compiled: OnceLock::new() }
    }

    /// Its groups in the first place that it matches.
    pub fn captures<'t>(&self, text: &'t str) -> Option<Captures<'t>> {
        self.expression(text)?.captures(text)
    }

    /// Its groups in every place.
    pub fn all<'t>(&self, text: &'t str) -> impl Iterator<Item = Captures<'t>> {
        self.expression(text).into_iter().flat_map(move |expression| expression.captures_iter(text))
    }

    /// Whether it matches a text.
    pub fn is_in(&self, text: &str) -> bool {
        self.expression(text).is_some_and(|expression| expression.is_match(text))
    }

    /// Whether a text has what one that it matches has, wherever it begins: a check that costs little.
    pub fn may_be_in(&self, text: &str) -> bool {
        let finders = self.finders.get_or_init(|| self.hints.iter().map(|hint| Finder::new(*hint)).collect());
        finders.iter().any(|finder| finder.find(text.as_bytes()).is_some())
    }

    fn expression(&self, text: &str) -> Option<&Regex> {
        let may_be = text.chars().next().is_some_and(self.opens) && self.may_be_in(text);
        may_be.then(|| self.compiled.get_or_init(|| pattern(self.words)))
    }
}

/// Whether a letter may be the first of a number, with a bracket or a blank before it.
pub fn opens_a_number(first: char) -> bool {
    first.is_numeric() || first == '(' || first.is_whitespace()
}
