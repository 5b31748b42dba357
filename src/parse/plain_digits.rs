//! Converts the numbers of a text to ASCII digits: «٨٠/٣٠١», «２１４５（ＸＸ）», «二一五(三)» → `215 (III)`.

use crate::language::{HAN_DIGITS, HAN_TEN, HAN_ZEROS};

/// The text, and where each of its bytes was; `None` if its digits and brackets are those of ASCII.
pub fn with_plain_digits(text: &str) -> Option<(String, Vec<u32>)> {
    if !may_have_others(text) || !text.chars().any(|letter| plain(letter).is_some() || han_digit(letter).is_some())
    {
        return None;
    }
    let mut written = String::with_capacity(text.len());
    let mut places = Vec::with_capacity(text.len());
    let mut at = 0;
    while let Some(letter) = text.get(at..).and_then(|rest| rest.chars().next()) {
        let number = han_number(text, at, &written);
        let (length, plain) = match &number {
            Some((length, number)) => (*length, number.as_str()),
            None => (letter.len_utf8(), ""),
        };
        let n_before = written.len();
        if number.is_some() {
            written.push_str(plain);
        } else {
            written.push(self::plain(letter).unwrap_or(letter));
        }
        places.extend(std::iter::repeat_n(at as u32, written.len() - n_before));
        at += length;
    }
    Some((written, places))
}

/// Whether a text has a byte that digits of other scripts begin with, or the sign for zero that other signs begin as.
fn may_have_others(text: &str) -> bool {
    // Without an early end the compiler looks at many bytes at a time.
    text.bytes().fold(false, |any, byte| any | matches!(byte, 0xd9 | 0xdb | 0xe3..=0xef)) || text.contains('○')
}

/// A digit or a bracket of another script.
fn plain(letter: char) -> Option<char> {
    match letter {
        '٠'..='٩' => char::from_digit(letter as u32 - '٠' as u32, 10),
        '۰'..='۹' => char::from_digit(letter as u32 - '۰' as u32, 10),
        '０'..='９' => char::from_digit(letter as u32 - '０' as u32, 10),
        '／' => Some('/'),
        '（' => Some('('),
        '）' => Some(')'),
        _ => None,
    }
}

fn han_digit(letter: char) -> Option<u32> {
    // The first of them, and of the zeros.
    if letter < '○' {
        return None;
    }
    if HAN_ZEROS.contains(&letter) {
        return Some(0);
    }
    (1..).zip(HAN_DIGITS.chars()).find(|(_, digit)| *digit == letter).map(|(value, _)| value)
}

/// The number of an old resolution, or the session in parentheses after it: «二一五» and «三» of «二一五(三)». How many bytes it takes, and how
/// English writes it.
fn han_number(text: &str, at: usize, written: &str) -> Option<(usize, String)> {
    const MOST_DIGITS: usize = 4;
    let rest = text.get(at..)?;
    let in_parentheses =
        written.strip_suffix('(').is_some_and(|before| before.ends_with(|l: char| l.is_ascii_digit()));
    let end = rest.find(|letter| han_digit(letter).is_none() && letter != HAN_TEN).unwrap_or(rest.len());
    let number = rest.get(..end).filter(|number| !number.is_empty())?;
    let after = rest.get(end..)?;
    let digits =
        || number.chars().map(han_digit).map(|digit| char::from_digit(digit?, 10)).collect::<Option<String>>();
    let n_digits = number.chars().count();
    if in_parentheses && after.starts_with([')', '）']) {
        // «(二〇〇四)» is a year.
        let year = digits().filter(|_| n_digits == MOST_DIGITS);
        return Some((end, year.or_else(|| roman(session(number)?))?));
    }
    let digits = digits().filter(|_| n_digits <= MOST_DIGITS && after.starts_with(['(', '（']))?;
    Some((end, digits))
}

/// The value of a numeral below a hundred: «二十一».
fn session(numeral: &str) -> Option<u8> {
    let value = crate::parse::scripts::han_number(numeral)?;
    u8::try_from(value).ok()
}

/// A number in Roman numerals, up to those of the old sessions.
pub fn roman(number: u8) -> Option<String> {
    const MOST: u8 = 39;
    let unit = ["", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX"].get(usize::from(number % 10))?;
    (1..=MOST).contains(&number).then(|| "X".repeat(usize::from(number / 10)) + unit)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_of_any_script_are_those_of_english() {
        for (text, plain) in [
            ("القرار ١٥٤٠ (٢٠٠٤)", "القرار 1540 (2004)"),
            ("第１５４０（２００４）号", "第1540(2004)号"),
            ("决议案二一五(三)", "决议案215(III)"),
            ("决议案二一〇五(二十)", "决议案2105(XX)"),
            ("决议案一五四○（二〇〇四）", "决议案1540(2004)"),
            ("一九四八年十二月八日第(三)号", "一九四八年十二月八日第(三)号"),
        ] {
            assert_eq!(with_plain_digits(text).unwrap().0, plain);
        }
        assert_eq!(with_plain_digits("résolution 72/194"), None);
        for letter in '\0'..=char::MAX {
            let is_other = plain(letter).is_some() || han_digit(letter).is_some();
            assert!(!is_other || may_have_others(&letter.to_string()), "{letter}");
        }
    }

    #[test]
    fn each_byte_has_its_place() {
        let text = "第二一五(三)号";
        let (written, places) = with_plain_digits(text).unwrap();
        assert_eq!(places.len(), written.len());
        let end = written.find(')').unwrap();
        assert_eq!(text.find(')'), Some(places[end] as usize));
        assert_eq!(text.find("二一五"), Some(places[written.find("215").unwrap()] as usize));
    }
}
