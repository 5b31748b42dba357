//! The marks by which a text calls its footnotes.
//!
//! A mark comes glued («elles1»), spaced («civilisations 3,»), raised (¹) or with a stroke («1951 3/»). «no 39574» is
//! none: a spaced number must be the next one due, stand before punctuation, and follow a word that takes no number.

use crate::model::Span;
use crate::text::fold::fold;
use foldhash::fast::FixedState;
use std::collections::HashSet;

/// A mark found in a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mark {
    /// What is to be taken out of the text: the mark, with the white space that parts it from its word.
    pub span: Span,
    /// The mark itself.
    pub name: String,
}

/// Reads the marks of a document, paragraph by paragraph.
#[derive(Debug, Default)]
pub struct MarkReader {
    /// The numbers of the notes that there are.
    defined: HashSet<u32, FixedState>,
    /// The highest number called so far.
    last: u32,
    /// Whether it reads none, since the file itself says where they are.
    is_off: bool,
}

impl MarkReader {
    /// A reader for a document with these notes.
    pub fn new(defined: impl IntoIterator<Item = u32>) -> Self {
        let defined: HashSet<u32, FixedState> = defined.into_iter().collect();
        // A printed volume numbers its notes on through many documents.
        let last = defined.iter().min().map_or(0, |first| first.saturating_sub(1));
        Self { defined, last, is_off: false }
    }

    /// A reader that finds none.
    pub fn off() -> Self {
        Self { is_off: true, ..Self::default() }
    }

    /// The mark that a word is or carries, if it does.
    pub fn read(&mut self, text: &str, previous: Option<Span>, word: Span, next: Option<Span>) -> Option<Mark> {
        let letters = word.of(text);
        let mut digits = trailing_digits(letters);
        if digits == 0 || self.is_off {
            return None;
        }
        // «décembre 20171»: a year carries the mark that is due.
        let is_year = digits == letters.len() && (5..=6).contains(&digits) && letters.starts_with(['1', '2']);
        if is_year && self.is_due(letters.get(4..).unwrap_or_default()) {
            digits -= 4;
        }
        let head_len = letters.len() - digits;
        let head = letters.get(..head_len)?;
        let printed = letters.get(head_len..)?;
        let number = number_of(printed)?;
        let is_raised = !printed.is_ascii();
        let due = number == self.last + 1;
        let called_before = number <= self.last && number > 0;
        let is_defined = self.defined.contains(&number);
        // Most numbers are the text's own.
        if !(is_raised || due || is_defined) {
            return None;
        }
        let gap_before = previous.map_or("", |previous| Span { start: previous.end, end: word.start }.of(text));
        let gap_after = Span { start: word.end, end: next.map_or(text.len() as u32, |next| next.start) }.of(text);
        // «1951 3/ et», not «74/175».
        let stroke = gap_after.starts_with('/')
            && (gap_after.len() > 1 || next.is_none())
            && head.chars().all(char::is_alphabetic);
        let mut span = Span { start: word.start + head_len as u32, end: word.end };

        // «2033[1] and»; «2033(1)» only where there is such a note.
        let bracketed = head.is_empty()
            && (gap_before.ends_with('[') && gap_after.starts_with(']')
                || gap_before == "(" && gap_after.starts_with(')') && is_defined);

        let is_mark = if is_raised {
            true
        } else if bracketed && is_defined && (due || called_before) {
            span.start -= 1 + trailing_space(gap_before.get(..gap_before.len() - 1).unwrap_or_default()) as u32;
            span.end += 1;
            true
        } else if stroke && (is_defined || due) {
            span.end += 1;
            if head.is_empty() {
                span.start -= trailing_space(gap_before) as u32;
            }
            true
        } else if head.is_empty() {
            let glued = gap_before.ends_with([')', '»', '”', '"', ']']);
            let spaced = !gap_before.is_empty()
                && gap_before.chars().all(char::is_whitespace)
                && previous.is_some_and(|previous| !takes_a_number(previous.of(text)));
            let before_punctuation = gap_after.starts_with([',', ';', '.', ':', ')'])
                || gap_after.trim().starts_with([',', ';', '.', ':'])
                || gap_after.is_empty()
                || gap_after.chars().take_while(|letter| letter.is_whitespace()).count() > 1;
            if spaced {
                span.start -= gap_before.len() as u32;
            }
            // «the Secretary-General,1 and», «resolution 1325 (2000),3»; «12,5» is a number of the text.
            let after_punctuation = gap_before.ends_with([',', ';', '.', ':'])
                && !gap_before.contains(char::is_whitespace)
                && previous.is_some_and(|previous| carries_a_mark(previous.of(text)))
                && gap_after.chars().next().is_none_or(char::is_whitespace);
            (glued && (due || is_defined && called_before))
                || (spaced && is_defined && due && before_punctuation)
                || (after_punctuation && is_defined && due)
        } else {
            let is_word = head.chars().count() >= 3 && head.chars().all(char::is_alphabetic) || is_year;
            let is_acronym = head.chars().all(char::is_uppercase);
            is_word && !is_acronym && (due || (is_defined && (called_before || number > self.last)))
        };
        // What nothing stands before calls no note.
        let is_first = previous.is_none() && head.is_empty();
        let name: String = printed.chars().map(plain_digit).collect();
        if !is_mark || is_first || name.len() > 3 {
            return None;
        }
        self.last = self.last.max(number);
        Some(Mark { span, name })
    }

    /// Whether these digits are the number of the note that comes next.
    fn is_due(&self, digits: &str) -> bool {
        digits.parse().is_ok_and(|number: u32| number == self.last + 1 && self.defined.contains(&number))
    }
}

/// Whether a word of a text may be or carry a mark: a look, since nearly all end with a plain letter.
pub fn may_be_marked(text: &str, word: Span) -> bool {
    let last = (word.end as usize).checked_sub(1).and_then(|last| text.as_bytes().get(last));
    !last.is_some_and(u8::is_ascii_alphabetic)
}

fn trailing_digits(word: &str) -> usize {
    word.chars().rev().take_while(|letter| plain_digit(*letter).is_ascii_digit()).map(char::len_utf8).sum()
}

/// The number of some digits, raised or not.
fn number_of(digits: &str) -> Option<u32> {
    digits
        .chars()
        .map(plain_digit)
        .try_fold(0_u32, |number, digit| number.checked_mul(10)?.checked_add(digit.to_digit(10)?))
}

/// A raised digit as a plain one.
fn plain_digit(letter: char) -> char {
    match letter {
        '⁰' => '0',
        '¹' => '1',
        '²' => '2',
        '³' => '3',
        '⁴'..='⁹' => char::from_u32(letter as u32 - '⁴' as u32 + '4' as u32).unwrap_or(letter),
        _ => letter,
    }
}

fn trailing_space(gap: &str) -> usize {
    gap.len() - gap.trim_end().len()
}

/// Whether a mark may follow a word and its comma: it is no number, unless it is a year, and no abbreviation.
fn carries_a_mark(word: &str) -> bool {
    let is_number = word.contains(char::is_numeric);
    let is_year = word.len() == 4 && word.starts_with(['1', '2']);
    is_year || !is_number && !takes_a_number(word)
}

/// Words that a number belongs to: «no 39574», «article 5», «le 3 mars», «vol. 1577».
fn takes_a_number(word: &str) -> bool {
    const TAKERS: [&str; 47] = [
        "no",
        "n",
        "nos",
        "vol",
        "par",
        "art",
        "p",
        "pp",
        "page",
        "pages",
        "article",
        "articles",
        "paragraphe",
        "paragraphes",
        "paragraph",
        "paragraphs",
        "chapitre",
        "chapter",
        "resolution",
        "resolutions",
        "section",
        "annexe",
        "annex",
        "point",
        "item",
        "session",
        "phase",
        "objectif",
        "objectifs",
        "goal",
        "goals",
        "target",
        "cible",
        "et",
        "a",
        "ou",
        "and",
        "or",
        "to",
        "of",
        "de",
        "le",
        "les",
        "du",
        "in",
        "en",
        "document",
    ];
    let folded = fold(word);
    TAKERS.contains(&folded.as_str()) || word.chars().all(char::is_numeric)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::word_spans;

    fn marks(text: &str, defined: &[u32]) -> Vec<String> {
        let mut reader = MarkReader::new(defined.iter().copied());
        let spans: Vec<Span> = word_spans(text).collect();
        let mut found = Vec::new();
        for (i, span) in spans.iter().enumerate() {
            let previous = i.checked_sub(1).and_then(|i| spans.get(i)).copied();
            if let Some(mark) = reader.read(text, previous, *span, spans.get(i + 1).copied()) {
                found.push(format!("{}:{}", mark.name, mark.span.of(text)));
            }
        }
        found
    }

    #[test]
    fn a_mark_may_be_glued_spaced_raised_or_have_a_stroke() {
        assert_eq!(marks("d’entre elles1, de paix2 et", &[1, 2]), ["1:1", "2:2"]);
        assert_eq!(marks("les civilisations 1, et relatifs 2  ou", &[1, 2]), ["1: 1", "2: 2"]);
        assert_eq!(marks("(Règles Nelson Mandela)1, et", &[1]), ["1:1"]);
        assert_eq!(marks("d’entre elles¹²,", &[]), ["12:¹²"]);
        assert_eq!(marks("of the Chair,1 of 5 March 2031,2 as amended;3", &[1, 2, 3]), ["1:1", "2:2", "3:3"]);
        assert_eq!(marks("du 19 décembre 20171, et du 3 mai 20182", &[1, 2]), ["1:1", "2:2"]);
        assert_eq!(marks("du Haut Commissariat1/ et 1951 2/ et", &[]), ["1:1/", "2: 2/"]);
    }

    #[test]
    fn a_note_may_be_called_twice() {
        assert_eq!(marks("des Nations Unies1 et des Nations Unies1 ;", &[1]), ["1:1", "1:1"]);
    }

    #[test]
    fn what_nothing_stands_before_calls_no_note() {
        assert_eq!(marks("² dits", &[2]), [""; 0]);
        assert_eq!(marks("1/ dits", &[1]), [""; 0]);
    }

    #[test]
    fn a_number_of_the_text_is_no_mark() {
        for text in [
            "vol. 1577, no 1.",
            "résolution 1, et",
            "article 1,",
            "le 1 mars",
            "le G20 et le CO2",
            "en 2019, et",
            "le 20195",
            "12,1 %",
            "no.1",
        ] {
            assert_eq!(marks(text, &[1, 2, 20, 1577, 2019]), Vec::<String>::new(), "{text}");
        }
    }
}
