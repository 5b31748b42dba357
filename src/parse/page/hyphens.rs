//! The hyphens at the ends of lines.

use crate::language::document;
use crate::text::fold::fold;
use crate::text::forms::Forms;
use foldhash::fast::FixedState;
use std::collections::HashSet;

/// What a document says of the hyphens that end its lines: whether a typesetter put them there, or they belong to the words.
#[derive(Debug, Default)]
pub struct Hyphens {
    /// The folded words that are written with a hyphen within a line.
    compounds: HashSet<String, FixedState>,
    /// Whether the document plainly cuts words at line ends.
    cuts_words: bool,
    /// Whether it puts a space before a semicolon, as French does.
    pub(super) spaced_stops: bool,
}

impl Hyphens {
    /// Looks through a source.
    pub fn of(source: &str, forms: &Forms<'_>) -> Self {
        let spaced_stops = [" ;", "\u{a0};", "\u{202f};"].into_iter().any(|stop| source.contains(stop));
        let ends_lines = |at: usize| {
            source.get(at + 1..).is_some_and(|rest| rest.trim_start_matches([' ', '\r']).starts_with('\n'))
        };
        let hyphens = || source.match_indices('-').map(|(at, _)| at);
        let (mut compounds, mut at_line_ends) = (HashSet::default(), Vec::new());
        if !hyphens().any(ends_lines) {
            return Self { spaced_stops, ..Self::default() };
        }
        for at in hyphens() {
            let before = source.get(..at).unwrap_or_default();
            let first_len: usize =
                before.chars().rev().take(40).take_while(|l| l.is_alphabetic()).map(char::len_utf8).sum();
            let first = before.get(at - first_len..).unwrap_or_default();
            let is_line_end = ends_lines(at);
            let rest = source.get(at + 1..).unwrap_or_default();
            let rest = if is_line_end { rest.trim_start() } else { rest };
            let second_len: usize =
                rest.chars().take(40).take_while(|l| l.is_alphabetic()).map(char::len_utf8).sum();
            let second = rest.get(..second_len).unwrap_or_default();
            if first.is_empty() || second.is_empty() {
                continue;
            }
            if is_line_end {
                at_line_ends.push((fold(first), fold(second)));
            } else {
                compounds.insert(compound(&fold(first), &fold(second)));
            }
        }
        let is_cut = |(first, second): &&(String, String)| {
            !compounds.contains(&compound(first, second)) && forms.is_attested(&format!("{first}{second}"))
        };
        let n_cut = at_line_ends.iter().filter(is_cut).count();
        let n_compounds =
            at_line_ends.iter().filter(|(first, second)| compounds.contains(&compound(first, second))).count();
        Self { cuts_words: n_cut > 1 && n_cut > n_compounds, compounds, spaced_stops }
    }

    /// The joint of two words that a hyphen at a line's end separates: «sous-⏎régional» keeps it, «Mem-⏎bres» does not, and
    /// «medium-⏎and short-term» has a space besides.
    pub(super) fn at_line_end(&self, first: &str, second: &str, forms: &Forms<'_>) -> &'static str {
        if first.chars().chain(second.chars()).any(char::is_numeric) || second.starts_with(char::is_uppercase) {
            return "-";
        }
        let (first, second) = (fold(first), fold(second));
        if document().number_joints.contains(&second) {
            return "- ";
        }
        if self.compounds.contains(&compound(&first, &second))
            || document().hyphenated_before.contains(&first)
                && !(self.cuts_words && forms.is_attested(&format!("{first}{second}")))
        {
            return "-";
        }
        let is_inverted = document().hyphenated_after.contains(&second);
        // “implementa-⏎tion”: what is no word by itself was cut off one.
        if forms.is_attested(&format!("{first}{second}")) || document().word_ends.contains(&second) {
            return "";
        }
        // A piece that is no word was cut off, where words are cut at all.
        let is_word = |word: &str| forms.is_known_word(word);
        if is_inverted || !self.cuts_words || is_word(&first) && is_word(&second) { "-" } else { "" }
    }
}

fn compound(first: &str, second: &str) -> String {
    [first, "-", second].concat()
}
