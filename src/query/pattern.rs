//! The language of the search box: `preuve "droits de l'homme" terror* -prison`.
//!
//! Everything asked for must be there. What is typed together must stand together, in any inflection: `sous-régional`
//! finds « sous-régionaux », `72/194` finds that number and not 194 resolutions of session 72. Between quotation marks the
//! words are meant as they are written, case and accents apart; marks that are never closed close at the end. A dash
//! before words or marks leaves out; a star after a word stands for any ending. What holds no word asks for nothing.

use crate::text::fold::fold;
use crate::text::word_spans;

/// What is searched for: all terms at once.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Pattern {
    pub terms: Vec<Term>,
}

/// Words that must stand one after the other, or must not.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Term {
    pub words: Vec<Word>,
    pub excluded: bool,
}

/// A folded word, and how a text's word may differ from it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Word {
    /// In number and gender.
    Inflected(String),
    /// In nothing.
    Exact(String),
    /// In how it goes on.
    Prefix(String),
}

impl Word {
    /// The byte that it begins with.
    pub fn initial(&self) -> Option<u8> {
        let (Self::Inflected(word) | Self::Exact(word) | Self::Prefix(word)) = self;
        word.bytes().next()
    }
}

impl Pattern {
    /// Reads what was typed. There is always a pattern, if only the one that asks for nothing.
    pub fn parse(typed: &str) -> Self {
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
        Self { terms }
    }
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

    /// Each term on its own: `~` any inflection, `=` exact, `*` prefix, `-` excluded.
    fn read(typed: &str) -> Vec<String> {
        let term = |term: &Term| {
            let words: Vec<_> = term
                .words
                .iter()
                .map(|word| match word {
                    Word::Inflected(word) => format!("~{word}"),
                    Word::Exact(word) => format!("={word}"),
                    Word::Prefix(word) => format!("{word}*"),
                })
                .collect();
            format!("{}{}", if term.excluded { "-" } else { "" }, words.join(" "))
        };
        Pattern::parse(typed).terms.iter().map(term).collect()
    }

    #[test]
    fn each_operator_has_its_meaning() {
        assert_eq!(
            read("Preuve \"droits de l'homme\" terror* -prison -\"bien culturel\" -radical*"),
            ["~preuve", "=droits =de =l =homme", "terror*", "-~prison", "-=bien =culturel", "-radical*"]
        );
    }

    #[test]
    fn what_is_typed_together_stands_together() {
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
    fn what_holds_no_word_asks_for_nothing() {
        for typed in ["", "  ", "-", "*", "\"", "\"\"", "- \" - *", "«»", "-\"…\"", "’", "--", "„"] {
            assert_eq!(read(typed), [""; 0], "{typed}");
        }
    }
}
