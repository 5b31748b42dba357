//! The syntax of the search box: `preuve "droits de l'homme" terror* -prison`.
//!
//! All terms must match. Words typed without a space between them are a phrase, in any inflection: `sous-régional` finds
//! “sous-régionaux”, `72/194` finds that number and not 194 resolutions of session 72. Quoted words must match exactly,
//! except for case and accents; a missing closing quotation mark is assumed at the end. A dash before a term excludes it;
//! a star after a word makes it a prefix. A term without a letter or digit is ignored.
//!
//! While the search is being typed, its last word is also a prefix ([`LastWord::Begun`]), so that results appear early.

use crate::text::fold::fold;
use crate::text::word_spans;

/// A search: all terms must match.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Pattern {
    pub terms: Vec<Term>,
}

/// A phrase of one or more words that must occur, or must not.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Term {
    pub words: Vec<Word>,
    pub excluded: bool,
}

/// A folded word, and how a word of the text may differ from it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Word {
    /// In number and gender.
    Inflected(String),
    /// In nothing.
    Exact(String),
    /// In its ending.
    Prefix(String),
    /// In number and gender, or in its ending: it is still being typed.
    Typing(String),
}

/// Whether the last typed word is complete.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum LastWord {
    /// Complete: from a link, or submitted.
    #[default]
    Whole,
    /// Perhaps incomplete. An excluded word counts as complete all the same: each letter would exclude something else.
    Begun,
}

impl Word {
    /// Its first byte.
    pub fn initial(&self) -> Option<u8> {
        let (Self::Inflected(word) | Self::Exact(word) | Self::Prefix(word) | Self::Typing(word)) = self;
        word.bytes().next()
    }
}

impl Pattern {
    /// Parses the typed text. Never fails; the pattern may be empty.
    pub fn parse(typed: &str, last: LastWord) -> Self {
        let mut terms = Vec::new();
        let mut rest = typed.trim_start();
        while !rest.is_empty() {
            let positive = rest.trim_start_matches('-');
            let excluded = positive.len() < rest.len();
            let (words, after) = phrase(positive).unwrap_or_else(|| chunk(positive));
            if !words.is_empty() {
                terms.push(Term { words, excluded });
            }
            rest = after.trim_start();
        }
        if last == LastWord::Begun && typed.ends_with(is_of_word) {
            begin_last(&mut terms);
        }
        Self { terms }
    }
}

/// Marks the last word as perhaps incomplete.
fn begin_last(terms: &mut [Term]) {
    let last = terms.last_mut().filter(|term| !term.excluded).and_then(|term| term.words.last_mut());
    let Some(last) = last else { return };
    *last = match std::mem::replace(last, Word::Prefix(String::new())) {
        Word::Inflected(word) => Word::Typing(word),
        Word::Exact(word) => Word::Prefix(word),
        other => other,
    };
}

fn is_of_word(letter: char) -> bool {
    word_spans(letter.encode_utf8(&mut [0; 4])).next().is_some()
}

/// Words between quotation marks, and what follows the closing one.
fn phrase(text: &str) -> Option<(Vec<Word>, &str)> {
    let mut letters = text.chars();
    let closing: &[char] = match letters.next()? {
        '"' => &['"'],
        '«' | '»' => &['»'],
        '“' | '”' | '„' => &['”', '“', '"'],
        _ => return None,
    };
    let inner = letters.as_str();
    let (quoted, after) = inner.split_once(closing).unwrap_or((inner, ""));
    let words = word_spans(quoted).map(|span| Word::Exact(fold(span.of(quoted)))).collect();
    Some((words, after))
}

/// Words up to the next space or quotation mark, and what follows them.
fn chunk(text: &str) -> (Vec<Word>, &str) {
    let end = text.find(|letter| is_quotation_mark(letter) || letter.is_whitespace()).unwrap_or(text.len());
    let (typed, after) = text.split_at_checked(end).unwrap_or((text, ""));
    let mut words: Vec<_> = word_spans(typed).map(|span| Word::Inflected(fold(span.of(typed)))).collect();
    if typed.ends_with('*')
        && let Some(Word::Inflected(begun)) = words.pop()
    {
        words.push(Word::Prefix(begun));
    }
    (words, after)
}

fn is_quotation_mark(letter: char) -> bool {
    matches!(letter, '"' | '«' | '»' | '“' | '”' | '„')
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Each term on its own: `~` any inflection, `=` exact, `*` prefix, `…` still being typed, `-` excluded.
    fn read(typed: &str) -> Vec<String> {
        read_as(typed, LastWord::Whole)
    }

    fn read_as(typed: &str, last: LastWord) -> Vec<String> {
        let term = |term: &Term| {
            let words: Vec<_> = term
                .words
                .iter()
                .map(|word| match word {
                    Word::Inflected(word) => format!("~{word}"),
                    Word::Exact(word) => format!("={word}"),
                    Word::Prefix(word) => format!("{word}*"),
                    Word::Typing(word) => format!("{word}…"),
                })
                .collect();
            format!("{}{}", if term.excluded { "-" } else { "" }, words.join(" "))
        };
        Pattern::parse(typed, last).terms.iter().map(term).collect()
    }

    #[test]
    fn each_operator_has_its_meaning() {
        assert_eq!(
            read("Preuve \"droits de l'homme\" terror* -prison -\"bien culturel\" -radical*"),
            ["~preuve", "=droits =de =l =homme", "terror*", "-~prison", "-=bien =culturel", "-radical*"]
        );
    }

    #[test]
    fn hyphenated_words_are_searched_together() {
        assert_eq!(read("sous-régional l’homme 72/194"), ["~sous ~regional", "~l ~homme", "~72 ~194"]);
        assert_eq!(read("sous-rég*"), ["~sous reg*"]);
    }

    #[test]
    fn french_and_curly_quotation_marks_quote_too() {
        assert_eq!(
            read("«\u{a0}États Membres\u{a0}» “soft targets” -« paix »"),
            ["=etats =membres", "=soft =targets", "-=paix"]
        );
    }

    #[test]
    fn marks_that_are_never_closed_close_at_the_end() {
        assert_eq!(read("paix \"droits de l"), ["~paix", "=droits =de =l"]);
    }

    #[test]
    fn a_phrase_may_touch_a_word() {
        assert_eq!(read("paix\"États Membres\"prison"), ["~paix", "=etats =membres", "~prison"]);
    }

    #[test]
    fn the_last_word_may_go_on_while_it_is_typed() {
        let typing = |typed| read_as(typed, LastWord::Begun);
        assert_eq!(typing("preuve num"), ["~preuve", "num…"]);
        assert_eq!(typing("sous-ré"), ["~sous re…"]);
        assert_eq!(typing("\"droits de l'ho"), ["=droits =de =l ho*"]);
        assert_eq!(typing("\"droits de\""), ["=droits =de"]);
        assert_eq!(typing("terror*"), ["terror*"]);
        assert_eq!(typing("preuve "), ["~preuve"], "a space ends the word");
        assert_eq!(typing("-pri"), ["-~pri"], "what is excluded is never more than what was typed");
        assert_eq!(typing("paix -"), ["~paix"]);
    }

    #[test]
    fn a_term_without_a_word_is_ignored() {
        for typed in ["", "  ", "-", "*", "\"", "\"\"", "- \" - *", "«»", "-\"…\"", "’", "--", "„"] {
            assert_eq!(read(typed), [""; 0], "{typed}");
        }
    }
}
