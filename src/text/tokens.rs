//! The tokenizer that search, look-up and repair share.
//!
//! It works on bytes where it can: nineteen bytes in twenty are ASCII, and looking up each letter in Unicode's tables took
//! most of the time of indexing.

use crate::model::Span;

/// The words of a text: runs of letters and digits. An apostrophe or a hyphen separates words. Each Chinese character is a
/// word, since no space marks the end of a longer one.
pub fn word_spans(text: &str) -> impl Iterator<Item = Span> {
    WordSpans { text, at: 0 }
}

/// Whether a character is white space or one of the zero-width characters that extraction leaves behind.
pub fn is_space(letter: char) -> bool {
    letter.is_whitespace()
        || matches!(letter, '\u{feff}' | '\u{200b}' | '\u{200d}'..='\u{200f}' | '\u{2060}' | '\0')
}

/// The start of a text, at most this many bytes long.
pub fn head(text: &str, most: usize) -> &str {
    text.get(..text.floor_char_boundary(most)).unwrap_or_default()
}

/// The last bytes of a text, at most this many, from a whole character.
pub fn tail(text: &str, most: usize) -> &str {
    text.get(text.ceil_char_boundary(text.len().saturating_sub(most))..).unwrap_or_default()
}

/// Whether a character belongs to the word around it: a combining accent, an Arabic vowel sign or a soft hyphen.
pub fn is_inside_word(letter: char) -> bool {
    matches!(letter, '\u{300}'..='\u{36f}' | '\u{ad}' | '\u{640}' | '\u{64b}'..='\u{65f}' | '\u{670}')
}

/// Whether a character is Chinese.
pub fn is_han(letter: char) -> bool {
    matches!(letter, '\u{3400}'..='\u{9fff}' | '〇' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{3ffff}')
}

/// Whether a text has Chinese characters.
pub fn has_han(text: &str) -> bool {
    /// No Chinese character begins with a lower byte.
    const LOWEST: u8 = 0xe3;
    // Without an early end the compiler looks at many bytes at a time.
    let highest = text.bytes().fold(0, |highest: u8, byte| highest.max(byte));
    highest >= LOWEST && text.contains(is_han)
}

/// Whether a letter can start a sentence: a capital, or a letter of a script without capitals.
pub fn may_begin_a_sentence(letter: char) -> bool {
    is_alphabetic(letter) && !letter.is_lowercase()
}

/// Whether a character is a letter of some script. The ranges that texts are full of come before Unicode's tables, which are
/// searched from their start: for an Arabic letter, that took 250 instructions.
pub fn is_alphabetic(letter: char) -> bool {
    match letter {
        '\0'..='\u{7f}' => letter.is_ascii_alphabetic(),
        // Quotation marks, dashes and spaces.
        '×' | '÷' | '\u{2000}'..='\u{206f}' => false,
        // Latin letters with accents, Russian, Arabic and Chinese ones.
        'À'..='ɏ' | 'Ѐ'..='ҁ' | 'ؠ'..='ي' | '\u{4e00}'..='\u{9fff}' => true,
        _ => letter.is_alphabetic(),
    }
}

/// Whether a character is a letter or a digit of some script, told as [`is_alphabetic`] tells it.
pub fn is_alphanumeric(letter: char) -> bool {
    is_alphabetic(letter) || letter.is_numeric()
}

fn is_letter(letter: char) -> bool {
    // Unicode classes the modifier apostrophe as a letter; people type it as an apostrophe.
    letter != 'ʼ' && is_alphanumeric(letter)
}

/// The class of a character, by its first byte.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Class {
    /// An ASCII letter or digit.
    Inside,
    /// Another ASCII character, which separates words.
    Between,
    /// The character is not ASCII.
    Unknown,
}

/// The class of each byte: one look-up instead of three comparisons.
#[expect(clippy::indexing_slicing, reason = "in a constant, the compiler itself would say so")]
const CLASSES: [Class; 256] = {
    let mut classes = [Class::Unknown; 256];
    let mut byte = 0;
    while byte < 128 {
        classes[byte] = if (byte as u8).is_ascii_alphanumeric() { Class::Inside } else { Class::Between };
        byte += 1;
    }
    classes
};

struct WordSpans<'t> {
    text: &'t str,
    at: usize,
}

impl WordSpans<'_> {
    /// The non-ASCII character that starts here, if any.
    fn letter(&self, at: usize) -> Option<char> {
        self.text.get(at..)?.chars().next()
    }
}

#[expect(clippy::indexing_slicing, reason = "there is a class for each byte")]
fn class_of(byte: u8) -> Class {
    CLASSES[usize::from(byte)]
}

impl Iterator for WordSpans<'_> {
    type Item = Span;

    fn next(&mut self) -> Option<Span> {
        let bytes = self.text.as_bytes();
        let mut at = self.at;
        loop {
            match class_of(*bytes.get(at)?) {
                Class::Between => at += 1,
                Class::Inside => break,
                Class::Unknown => {
                    let letter = self.letter(at)?;
                    if is_letter(letter) {
                        break;
                    }
                    at += letter.len_utf8();
                }
            }
        }
        let start = at;
        if bytes.get(at).is_some_and(|byte| !byte.is_ascii())
            && let Some(letter) = self.letter(at).filter(|letter| is_han(*letter))
        {
            self.at = at + letter.len_utf8();
            return Some(Span::new(start, self.at));
        }
        while let Some(byte) = bytes.get(at) {
            at += match class_of(*byte) {
                Class::Inside => 1,
                Class::Between => break,
                Class::Unknown => match self.letter(at) {
                    Some(letter) if (is_letter(letter) || is_inside_word(letter)) && !is_han(letter) => {
                        letter.len_utf8()
                    }
                    _ => break,
                },
            };
        }
        self.at = at;
        Some(Span::new(start, at))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(text: &str) -> Vec<&str> {
        word_spans(text).map(|span| span.of(text)).collect()
    }

    #[test]
    fn apostrophes_and_hyphens_separate_words() {
        assert_eq!(words("l’homme l'homme lʼhomme"), ["l", "homme", "l", "homme", "l", "homme"]);
        assert_eq!(words("sous-régionale, 72/194 ; 2×3"), ["sous", "régionale", "72", "194", "2", "3"]);
    }

    #[test]
    fn words_of_any_script_are_words() {
        assert_eq!(words("« Œuvre », права человека ; ÿ١٢"), ["Œuvre", "права", "человека", "ÿ١٢"]);
        assert_eq!(words(""), [""; 0]);
        assert_eq!(words(" —…"), [""; 0]);
    }

    #[test]
    fn a_chinese_character_is_a_word_and_a_number_between_two_is_one() {
        assert_eq!(words("第72/194号决议，UN系统"), ["第", "72", "194", "号", "决", "议", "UN", "系", "统"]);
    }

    #[test]
    fn vowel_signs_and_the_stretching_line_do_not_end_an_arabic_word() {
        assert_eq!(words("تقـرّر أنْ"), ["تقـرّر", "أنْ"]);
    }

    #[test]
    fn a_combining_accent_or_a_soft_hyphen_does_not_end_a_word() {
        assert_eq!(words("e\u{301}tat coo\u{ad}pération \u{301}"), ["e\u{301}tat", "coo\u{ad}pération"]);
    }

    #[test]
    fn a_shortcut_answers_as_the_tables_do() {
        let differing: Vec<_> =
            ('\0'..=char::MAX).filter(|letter| is_letter(*letter) != letter.is_alphanumeric()).collect();
        assert_eq!(differing, ['ʼ']);
        assert!(('\0'..=char::MAX).all(|letter| is_alphabetic(letter) == letter.is_alphabetic()));
    }
}
