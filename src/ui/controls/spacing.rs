//! French spacing: no line starts with `;` `:` `?` `!` `»` or ends with `«`.
//!
//! The model has plain spaces there, as the source does. They become no-break spaces only for display, so that the model
//! keeps the published text and its spans.

use crate::model::Language;

/// A text with the typography of its language.
pub fn spaced(text: &str, language: Language) -> String {
    match language {
        Language::French => french(text),
        _ => text.to_owned(),
    }
}

/// A text with no-break spaces where French typography requires them.
fn french(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 8);
    let mut letters = text.chars().peekable();
    let mut before = ' ';
    while let Some(letter) = letters.next() {
        let spaced = match letter {
            ' ' if before == '«' => '\u{a0}',
            ' ' => match letters.peek() {
                Some(';' | '!' | '?') => '\u{202f}',
                Some(':' | '»') => '\u{a0}',
                _ => ' ',
            },
            _ => letter,
        };
        out.push(spaced);
        before = letter;
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_high_mark_does_not_begin_a_line() {
        assert_eq!(
            french("dits « mous » : voir ci-dessous ; fin ?"),
            "dits «\u{a0}mous\u{a0}»\u{a0}: voir ci-dessous\u{202f}; fin\u{202f}?"
        );
    }

    #[test]
    fn other_spaces_and_other_texts_stay_as_they_are() {
        for text in ["a b, c.", "https://x: y", "", "e;f"] {
            assert_eq!(french(text), text);
        }
    }
}
