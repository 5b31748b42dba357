//! Bytes → text, in whatever encoding: UTF-8 with or without its mark, UTF-16, UTF-32, and the Windows-1252 of older offices.

use super::{Refusal, direction_marks, encoding};

/// The text of a file.
///
/// # Errors
///
/// When the bytes are no text, or hold no word.
pub fn text_of(bytes: &[u8]) -> Result<String, Refusal> {
    let text = direction_marks::taken_out(decoded(bytes)?);
    if text.trim_matches(crate::text::tokens::is_space).is_empty() {
        return Err(Refusal::Empty);
    }
    Ok(text)
}

fn decoded(bytes: &[u8]) -> Result<String, Refusal> {
    if let Some(text) = utf32(bytes) {
        return Ok(text);
    }
    if let Some(text) = encoding::marked(bytes) {
        return Ok(text.into_owned());
    }
    if let Some(unit) = utf16_without_mark(bytes) {
        return Ok(encoding::utf16(bytes, unit));
    }
    if is_binary(bytes) {
        return Err(Refusal::NotText);
    }
    match std::str::from_utf8(bytes) {
        Ok(text) => Ok(text.to_owned()),
        Err(_) => Ok(encoding::windows1252(bytes)),
    }
}

/// Text in four bytes a letter, with its mark or without: two of the four are zeros in any language. Its mark begins as
/// that of UTF-16 does.
fn utf32(bytes: &[u8]) -> Option<String> {
    let sample = bytes.get(..bytes.len().min(400)).filter(|sample| sample.len() >= 4)?;
    let letter = |four: &[u8], order: fn([u8; 4]) -> u32| Some(order(four.try_into().ok()?));
    let orders: [fn([u8; 4]) -> u32; 2] = [u32::from_le_bytes, u32::from_be_bytes];
    let is_letter = |code: u32| char::from_u32(code).is_some_and(|letter| !letter.is_control() || code <= 0x0d);
    let order = orders.into_iter().find(|order| {
        let mut codes = sample.chunks_exact(4).filter_map(|four| letter(four, *order));
        codes.all(|code| code == 0xfeff || code != 0 && is_letter(code))
    })?;
    // Two letters of UTF-8 are one of UTF-32 only by chance.
    if std::str::from_utf8(sample).is_ok_and(|text| !text.contains('\0')) {
        return None;
    }
    let codes = bytes.chunks_exact(4).filter_map(|four| letter(four, order)).filter(|code| *code != 0xfeff);
    Some(codes.map(|code| char::from_u32(code).unwrap_or(char::REPLACEMENT_CHARACTER)).collect())
}

/// Western text in UTF-16 has a zero in every second byte. Gives how two bytes are put together.
fn utf16_without_mark(bytes: &[u8]) -> Option<fn([u8; 2]) -> u16> {
    let sample = bytes.get(..bytes.len().min(400))?;
    if sample.len() < 8 {
        return None;
    }
    let zeros_at = |odd: usize| sample.iter().skip(odd).step_by(2).filter(|byte| **byte == 0).count();
    let half = sample.len() / 2;
    match (zeros_at(0), zeros_at(1)) {
        (0, high) if high * 10 > half * 8 => Some(u16::from_le_bytes),
        (high, 0) if high * 10 > half * 8 => Some(u16::from_be_bytes),
        _ => None,
    }
}

/// Control characters that no text has, beyond the odd one that a bad extraction leaves.
fn is_binary(bytes: &[u8]) -> bool {
    let sample = bytes.get(..bytes.len().min(8000)).unwrap_or_default();
    let n_controls = sample.iter().filter(|byte| matches!(byte, 0..=8 | 14..=26 | 28..=31)).count();
    n_controls * 50 > sample.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_is_read_in_whatever_encoding_it_comes() {
        let text = "L’Assemblée générale, réaffirmant";
        let utf16: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
        let marked: Vec<u8> = [0xff, 0xfe].into_iter().chain(utf16.iter().copied()).collect();
        let with_bom: Vec<u8> = [0xef, 0xbb, 0xbf].into_iter().chain(text.bytes()).collect();
        let windows = encoding_rs::WINDOWS_1252.encode(text).0.into_owned();
        let utf32: Vec<u8> = text.chars().flat_map(|letter| u32::from(letter).to_le_bytes()).collect();
        let utf32_be: Vec<u8> = text.chars().flat_map(|letter| u32::from(letter).to_be_bytes()).collect();
        let marked_32: Vec<u8> = [0xff, 0xfe, 0, 0].into_iter().chain(utf32.iter().copied()).collect();
        for bytes in [text.as_bytes().to_vec(), utf16, marked, with_bom, windows, utf32, utf32_be, marked_32] {
            assert_eq!(text_of(&bytes).as_deref(), Ok(text));
        }
    }

    #[test]
    fn bytes_that_are_not_text_are_refused() {
        let picture: Vec<u8> = (0..2000_u32).map(|i| (i * 7 % 256) as u8).collect();
        assert_eq!(text_of(&picture), Err(Refusal::NotText));
        assert_eq!(text_of(b" \n\t "), Err(Refusal::Empty));
        assert_eq!(text_of(b""), Err(Refusal::Empty));
    }
}
