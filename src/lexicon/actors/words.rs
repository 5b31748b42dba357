//! Access to a text by words and the characters between them.

use crate::language::Words as Lists;
use crate::lexicon::vocabulary::Token;
use crate::model::Span;

/// No name is longer than this many words after its noun.
pub(super) const LONGEST: usize = 28;

/// A text by its words.
#[derive(Clone, Copy)]
pub(super) struct Words<'a> {
    pub(super) text: &'a str,
    pub(super) tokens: &'a [Token],
}

/// The gap between a word and the one before it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Gap {
    Space,
    Hyphen,
    Apostrophe,
    Comma,
    /// Anything that ends a name: a full stop, a parenthesis, a quotation mark, the end of the text.
    Other,
}

impl<'a> Words<'a> {
    /// A word; empty past the end.
    pub(super) fn word(&self, at: usize) -> &'a str {
        self.tokens.get(at).map_or("", |token| token.span.of(self.text))
    }

    /// The span from one word up to, not including, another.
    pub(super) fn span(&self, start: usize, end: usize) -> Span {
        let first = self.tokens.get(start).map_or(0, |token| token.span.start);
        let last = end.checked_sub(1).and_then(|i| self.tokens.get(i)).map_or(first, |token| token.span.end);
        Span { start: first, end: last.max(first) }
    }

    pub(super) fn is_capital(&self, at: usize) -> bool {
        self.tokens.get(at).is_some_and(|token| token.capital)
    }

    /// The gap before a word.
    pub(super) fn gap(&self, at: usize) -> Gap {
        let Some(before) = at.checked_sub(1).and_then(|i| self.tokens.get(i)) else { return Gap::Other };
        let Some(token) = self.tokens.get(at) else { return Gap::Other };
        let between = Span { start: before.span.end, end: token.span.start }.of(self.text);
        match between.trim() {
            "" => Gap::Space,
            "-" | "\u{2010}" | "\u{2011}" => Gap::Hyphen,
            "’" | "'" | "‘" => Gap::Apostrophe,
            "," => Gap::Comma,
            _ => Gap::Other,
        }
    }

    /// Whether a word continues what the one before it says, without a mark between them.
    pub(super) fn adjoins(&self, at: usize) -> bool {
        matches!(self.gap(at), Gap::Space | Gap::Hyphen | Gap::Apostrophe)
    }

    /// An acronym that is in parentheses at a word: « (INTERPOL) ».
    pub(super) fn acronym_in_parentheses(&self, at: usize) -> Option<&'a str> {
        let before = self.tokens.get(at.checked_sub(1)?)?;
        let token = self.tokens.get(at)?;
        let between = Span { start: before.span.end, end: token.span.start }.of(self.text);
        let word = self.word(at);
        let capitals = word.chars().filter(|letter| letter.is_uppercase()).count();
        (between.trim() == "(" && capitals >= 2).then_some(word)
    }

    /// A span with the parenthesis that closes right after it.
    pub(super) fn with_parenthesis(&self, span: Span) -> Span {
        let rest = self.text.get(span.end as usize..).unwrap_or_default();
        if rest.starts_with(')') { Span { start: span.start, end: span.end + 1 } } else { span }
    }

    /// The number of the resolution that a committee was created by, and the first word after it.
    pub(super) fn founding_resolution(&self, at: usize, lists: &Lists) -> Option<(&'a str, usize)> {
        if !lists.created_by.contains(self.word(at)) {
            return None;
        }
        let named = (at + 1..at + 16)
            .take_while(|&i| self.gap(i) != Gap::Other)
            .find(|&i| lists.resolution.contains(self.word(i)))?;
        let number = self.word(named + 1);
        if !(3..=4).contains(&number.len()) || !number.bytes().all(|digit| digit.is_ascii_digit()) {
            return None;
        }
        let year = self.word(named + 2);
        let has_year = year.len() == 4 && year.bytes().all(|digit| digit.is_ascii_digit());
        Some((number, if has_year { named + 3 } else { named + 2 }))
    }
}
