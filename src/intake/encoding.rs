//! Character encodings.
//!
//! UTF-8, UTF-16 and the Windows-1252 of older offices are decoded here. The tables of all others weigh more than the
//! reader of PDF files: the command line has them in a library, and the worker asks the browser, which has them anyway.

use std::borrow::Cow;
use std::sync::OnceLock;

/// Decodes bytes in an encoding that is named as on the web: `windows-1251`, `gb18030`; nothing if there is none of that
/// name.
pub type NamedDecoder = fn(&str, &[u8]) -> Option<String>;

static NAMED: OnceLock<NamedDecoder> = OnceLock::new();

/// Sets what decodes all other encodings: once, when the program starts.
pub fn set_named_decoder(decoder: NamedDecoder) {
    // The first one stays.
    let _ = NAMED.set(decoder);
}

/// The text of bytes in an encoding that is named as on the web; nothing if it is not known here.
pub fn named(name: &str, bytes: &[u8]) -> Option<String> {
    #[cfg(feature = "cli")]
    let ours: Option<NamedDecoder> =
        Some(|name, bytes| Some(encoding_rs::Encoding::for_label(name.as_bytes())?.decode(bytes).0.into_owned()));
    #[cfg(not(feature = "cli"))]
    let ours: Option<NamedDecoder> = None;
    NAMED.get().copied().or(ours)?(name, bytes)
}

/// The text of bytes that begin with the mark of UTF-8 or UTF-16, without it.
pub fn marked(bytes: &[u8]) -> Option<Cow<'_, str>> {
    match bytes {
        [0xef, 0xbb, 0xbf, rest @ ..] => Some(String::from_utf8_lossy(rest)),
        [0xff, 0xfe, rest @ ..] => Some(utf16(rest, u16::from_le_bytes).into()),
        [0xfe, 0xff, rest @ ..] => Some(utf16(rest, u16::from_be_bytes).into()),
        _ => None,
    }
}

/// The text of UTF-16: `u16::from_le_bytes` or `u16::from_be_bytes` says in which order its bytes are.
pub fn utf16(bytes: &[u8], unit: fn([u8; 2]) -> u16) -> String {
    let (pairs, odd) = bytes.as_chunks::<2>();
    let units = pairs.iter().map(|pair| unit(*pair));
    let text = char::decode_utf16(units).map(|letter| letter.unwrap_or(char::REPLACEMENT_CHARACTER));
    text.chain(odd.first().map(|_| char::REPLACEMENT_CHARACTER)).collect()
}

/// The characters of Windows-1252 in place of the control characters from 0x80 on.
const SIGNS: [char; 32] = [
    '€', '\u{81}', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\u{8d}', 'Ž', '\u{8f}', '\u{90}', '‘',
    '’', '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', '\u{9d}', 'ž', 'Ÿ',
];

/// The byte that a letter is in Windows-1252.
pub fn windows1252_byte(letter: char) -> Option<u8> {
    match SIGNS.iter().position(|sign| *sign == letter) {
        Some(at) => u8::try_from(at + 0x80).ok(),
        None => u8::try_from(u32::from(letter)).ok(),
    }
}

/// The text of Windows-1252, which is Latin-1 with letters and signs in place of some control characters.
pub fn windows1252(bytes: &[u8]) -> String {
    let letter = |byte: &u8| SIGNS.get(usize::from(*byte).wrapping_sub(0x80)).copied().unwrap_or(char::from(*byte));
    bytes.iter().map(letter).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_byte_of_windows_1252_is_what_the_web_standard_says() {
        let all: Vec<u8> = (0..=255).collect();
        assert_eq!(windows1252(&all), encoding_rs::WINDOWS_1252.decode_without_bom_handling(&all).0);
    }

    #[test]
    fn utf_16_is_read_as_the_web_standard_says_even_where_it_is_broken() {
        let text: Vec<u8> = "L’été 𝄞".encode_utf16().flat_map(u16::to_be_bytes).collect();
        for bytes in [&text[..], &text[..text.len() - 5], &text[..text.len() - 2], &text[1..]] {
            let expected = encoding_rs::UTF_16BE.decode_without_bom_handling(bytes).0;
            assert_eq!(utf16(bytes, u16::from_be_bytes), expected);
            assert_eq!(marked(&[&[0xfe, 0xff], bytes].concat()), Some(expected));
        }
        assert_eq!(marked(b"\xef\xbb\xbfa"), Some("a".into()));
        assert_eq!(marked(b"a"), None);
    }

    #[test]
    fn the_command_line_knows_the_encodings_of_the_web() {
        assert_eq!(named("windows-1251", b"\xcf\xf0\xe8").as_deref(), Some("При"));
        assert_eq!(named("gb2312", b"\xd6\xd0").as_deref(), Some("中"));
        assert_eq!(named("no such thing", b""), None);
    }
}
