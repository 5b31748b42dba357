//! Where the words of a text stand: what is searched, looked up and mended all begins here.
//!
//! Bytes are looked at before letters. Nineteen bytes in twenty are ASCII, and asking Unicode's tables about each letter took
//! most of the time of laying out a library.

use crate::model::Span;

/// The words of a text, by place: runs of letters and digits; an apostrophe or a hyphen parts two words.
pub fn word_spans(text: &str) -> impl Iterator<Item = Span> {
    WordSpans { text, at: 0 }
}

/// A combining accent or a soft hyphen belongs to the word it stands in.
pub(super) fn is_inside_word(letter: char) -> bool {
    matches!(letter, '\u{300}'..='\u{36f}' | '\u{ad}')
}

fn is_letter(letter: char) -> bool {
    match letter {
        // The modifier apostrophe is a letter to Unicode, and an apostrophe to whoever typed it. Then quotation marks,
        // dashes and spaces, which are frequent enough to be named.
        '×' | '÷' | 'ʼ' | '\u{2000}'..='\u{206f}' => false,
        // Latin letters with their accents.
        'À'..='ɏ' => true,
        _ => letter.is_alphanumeric(),
    }
}

struct WordSpans<'t> {
    text: &'t str,
    at: usize,
}

impl WordSpans<'_> {
    /// The letter that is not ASCII, if one begins here.
    fn letter(&self) -> Option<char> {
        self.text.get(self.at..)?.chars().next()
    }
}

impl Iterator for WordSpans<'_> {
    type Item = Span;

    fn next(&mut self) -> Option<Span> {
        let bytes = self.text.as_bytes();
        loop {
            let byte = *bytes.get(self.at)?;
            if byte.is_ascii_alphanumeric() {
                break;
            }
            if byte.is_ascii() {
                self.at += 1;
                continue;
            }
            let letter = self.letter()?;
            if is_letter(letter) {
                break;
            }
            self.at += letter.len_utf8();
        }
        let start = self.at;
        while let Some(byte) = bytes.get(self.at) {
            if byte.is_ascii_alphanumeric() {
                self.at += 1;
                continue;
            }
            if byte.is_ascii() {
                break;
            }
            let Some(letter) = self.letter().filter(|letter| is_letter(*letter) || is_inside_word(*letter)) else {
                break;
            };
            self.at += letter.len_utf8();
        }
        Some(Span::new(start, self.at))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(text: &str) -> Vec<&str> {
        word_spans(text).map(|span| span.of(text)).collect()
    }

    #[test]
    fn apostrophes_and_hyphens_part_words() {
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
    fn a_combining_accent_or_a_soft_hyphen_does_not_end_a_word() {
        assert_eq!(words("e\u{301}tat coo\u{ad}pération \u{301}"), ["e\u{301}tat", "coo\u{ad}pération"]);
    }

    #[test]
    fn a_shortcut_answers_as_the_tables_do() {
        let differing: Vec<_> =
            ('\0'..=char::MAX).filter(|letter| is_letter(*letter) != letter.is_alphanumeric()).collect();
        assert_eq!(differing, ['ʼ']);
    }
}
