//! Recognizes the number or letter at the start of a paragraph.

/// How many bytes the label at a text's start takes: `1.`, `(a)`, `a)`, `iv)`, `•`; 0 if there is none.
pub fn label_length(text: &str) -> usize {
    let bare = text.strip_prefix('(').unwrap_or(text);
    let opened = text.len() - bare.len();
    let n_digits = bare.bytes().take_while(u8::is_ascii_digit).count();
    let n_letters = bare.chars().take_while(|letter| letter.is_alphabetic()).count();
    let length = if n_digits > 0 {
        if n_digits > 3 {
            return 0;
        }
        n_digits
    } else if n_letters > 0 && n_letters <= 5 {
        let word: String = bare.chars().take(n_letters).collect();
        let is_roman = word.chars().all(|letter| "ivxlcIVXLC".contains(letter));
        if n_letters > 1 && !is_roman {
            return 0;
        }
        word.len()
    } else {
        return bullet_length(text);
    };
    let rest = bare.get(length..).unwrap_or_default();
    let closed = if opened > 0 { rest.starts_with(')') } else { rest.starts_with(['.', ')']) };
    let after = rest.get(1..).unwrap_or_default();
    if closed && (after.is_empty() || after.starts_with(char::is_whitespace)) { opened + length + 1 } else { 0 }
}

fn bullet_length(text: &str) -> usize {
    match text.chars().next() {
        Some(bullet @ ('•' | '●' | '○' | '■' | '▪' | '–' | '—'))
            if text.chars().nth(1).is_some_and(char::is_whitespace) =>
        {
            bullet.len_utf8()
        }
        _ => 0,
    }
}

/// How many bytes the mark at a note's start takes: `1`, `12.`, `*`, `a`; 0 if there is none. `raised` says how many
/// bytes of it are printed above the line.
pub fn mark_length(text: &str, raised: usize) -> usize {
    let n_digits = text.bytes().take_while(u8::is_ascii_digit).count();
    if n_digits > 0 && n_digits <= 3 {
        let rest = text.get(n_digits..).unwrap_or_default();
        let is_apart = rest.is_empty() || rest.starts_with(char::is_whitespace) || rest.starts_with(". ");
        return if raised >= n_digits || is_apart { n_digits } else { 0 };
    }
    let n_signs: usize =
        text.chars().take_while(|letter| matches!(letter, '*' | '†' | '‡' | '§' | '¶')).map(char::len_utf8).sum();
    if n_signs > 0 {
        return n_signs;
    }
    let superscript = text.chars().take_while(|letter| matches!(letter, '¹' | '²' | '³' | '⁰' | '⁴'..='⁹'));
    let n_superscript: usize = superscript.map(char::len_utf8).sum();
    let is_letter = text.chars().next().is_some_and(char::is_lowercase) && raised > 0 && raised <= 2;
    if is_letter { raised } else { n_superscript }
}

/// Whether a word looks like a note mark.
pub fn is_mark(word: &str) -> bool {
    let word = word.trim();
    let is_number = !word.is_empty() && word.len() <= 3 && word.bytes().all(|byte| byte.is_ascii_digit());
    let n_letters = word.chars().count();
    is_number
        || n_letters <= 3
            && n_letters > 0
            && word
                .chars()
                .all(|letter| matches!(letter, '*' | '†' | '‡' | '§' | '¶' | '¹' | '²' | '³' | '⁰' | '⁴'..='⁹'))
        || n_letters == 1 && word.chars().all(|letter| letter.is_ascii_lowercase())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_label_is_distinguished_from_a_word() {
        let lengths =
            ["1. Decides", "(a) The", "iv) Le", "a) Le", "In the", "2015. The", "(b) ", "I. Introduction"];
        assert_eq!(lengths.map(label_length), [2, 3, 3, 2, 0, 0, 3, 2]);
        assert_eq!(["1.2 million", "A/RES/1", "• one", "no"].map(label_length), [0, 0, 3, 0]);
    }

    #[test]
    fn a_mark_is_distinguished_from_a_number() {
        assert_eq!(mark_length("1 Resolution 60/1.", 1), 1);
        assert_eq!(mark_length("12 See", 0), 2);
        assert_eq!(mark_length("12th session", 0), 0);
        assert_eq!(mark_length("* Reissued", 0), 1);
        assert_eq!(mark_length("a Chair", 1), 1);
        assert_eq!(mark_length("a Chair", 0), 0);
    }
}
