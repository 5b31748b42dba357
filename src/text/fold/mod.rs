//! Letters without case, accents or ligatures, so that `etats` finds « États » and `oeuvre` finds « œuvre ».

mod folding;
mod stem;

pub use folding::Folding;
pub use stem::stem;

/// Appends what a letter folds to: lower case, unaccented; nothing for a combining accent.
pub fn fold_char(letter: char, out: &mut String) {
    if letter.is_ascii() {
        out.push(letter.to_ascii_lowercase());
        return;
    }
    let folded = match letter {
        'À'..='Å' | 'à'..='å' | 'Ā' | 'ā' | 'Ă' | 'ă' | 'Ą' | 'ą' => "a",
        'Ç' | 'ç' | 'Ć' | 'ć' | 'Č' | 'č' => "c",
        'È'..='Ë' | 'è'..='ë' | 'Ē' | 'ē' | 'Ė' | 'ė' | 'Ę' | 'ę' | 'Ě' | 'ě' => "e",
        'Ì'..='Ï' | 'ì'..='ï' | 'Ī' | 'ī' | 'İ' | 'ı' => "i",
        'Ñ' | 'ñ' | 'Ń' | 'ń' => "n",
        'Ò'..='Ö' | 'Ø' | 'ò'..='ö' | 'ø' | 'Ō' | 'ō' => "o",
        'Ù'..='Ü' | 'ù'..='ü' | 'Ū' | 'ū' => "u",
        'Ý' | 'ý' | 'ÿ' | 'Ÿ' => "y",
        'Š' | 'š' | 'Ś' | 'ś' => "s",
        'Ž' | 'ž' | 'Ź' | 'ź' | 'Ż' | 'ż' => "z",
        'Ł' | 'ł' => "l",
        'Đ' | 'đ' => "d",
        'Œ' | 'œ' => "oe",
        'Æ' | 'æ' => "ae",
        'ß' => "ss",
        'ﬁ' => "fi",
        'ﬂ' => "fl",
        'ﬀ' => "ff",
        'ﬃ' => "ffi",
        'ﬄ' => "ffl",
        '’' | '‘' | 'ʼ' => "'",
        '\u{300}'..='\u{36f}' | '\u{ad}' => "",
        _ => {
            out.push(lower(letter));
            return;
        }
    };
    out.push_str(folded);
}

/// The small letter of the other alphabets that resolutions are written or quoted in.
///
/// By ranges rather than by the tables of Unicode: those weigh several kilobytes in the page.
fn lower(letter: char) -> char {
    let shift = match letter {
        'А'..='Я' | 'Α'..='Ω' => 32,
        'Ѐ'..='Џ' => 80,
        'Ա'..='Ֆ' => 48,
        _ => 0,
    };
    char::from_u32(letter as u32 + shift).unwrap_or(letter)
}

/// The folded form of a text: `fold("Œuvre ÉTAT")` is `"oeuvre etat"`.
pub fn fold(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    fold_into(text, &mut out);
    out
}

/// Appends the folded form of a text.
///
/// ASCII is taken as it is: letter by letter it was a tenth of the time of reading.
pub fn fold_into(text: &str, out: &mut String) {
    let mut rest = text;
    while !rest.is_ascii() {
        let n_ascii = rest.bytes().position(|byte| !byte.is_ascii()).unwrap_or_default();
        let (ascii, others) = rest.split_at_checked(n_ascii).unwrap_or_default();
        push_ascii(ascii, out);
        let mut letters = others.chars();
        if let Some(letter) = letters.next() {
            fold_char(letter, out);
        }
        rest = letters.as_str();
    }
    push_ascii(rest, out);
}

fn push_ascii(run: &str, out: &mut String) {
    let start = out.len();
    out.push_str(run);
    if let Some(run) = out.get_mut(start..) {
        run.make_ascii_lowercase();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn accents_case_and_ligatures_do_not_count() {
        assert_eq!(fold("Œuvre de l’ÉTAT çà"), "oeuvre de l'etat ca");
    }
}
