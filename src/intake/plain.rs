//! Bytes → text, in whatever encoding: UTF-8 with or without its mark, UTF-16, and the Windows-1252 of older offices.

use super::Refusal;

/// The text of a file.
///
/// # Errors
///
/// When the bytes are no text, or hold no word.
pub fn text_of(bytes: &[u8]) -> Result<String, Refusal> {
    let text = decoded(bytes)?;
    if text.trim_matches(crate::text::tokens::is_space).is_empty() {
        return Err(Refusal::Empty);
    }
    Ok(text)
}

fn decoded(bytes: &[u8]) -> Result<String, Refusal> {
    if let Some((encoding, mark)) = encoding_rs::Encoding::for_bom(bytes) {
        let (text, _) = encoding.decode_without_bom_handling(bytes.get(mark..).unwrap_or_default());
        return Ok(text.into_owned());
    }
    if let Some(encoding) = utf16_without_mark(bytes) {
        let (text, _) = encoding.decode_without_bom_handling(bytes);
        return Ok(text.into_owned());
    }
    if is_binary(bytes) {
        return Err(Refusal::NotText);
    }
    match std::str::from_utf8(bytes) {
        Ok(text) => Ok(text.to_owned()),
        Err(_) => Ok(encoding_rs::WINDOWS_1252.decode_without_bom_handling(bytes).0.into_owned()),
    }
}

/// Western text in UTF-16 has a zero in every second byte.
fn utf16_without_mark(bytes: &[u8]) -> Option<&'static encoding_rs::Encoding> {
    let sample = bytes.get(..bytes.len().min(400))?;
    if sample.len() < 8 {
        return None;
    }
    let zeros_at = |odd: usize| sample.iter().skip(odd).step_by(2).filter(|byte| **byte == 0).count();
    let half = sample.len() / 2;
    match (zeros_at(0), zeros_at(1)) {
        (0, high) if high * 10 > half * 8 => Some(encoding_rs::UTF_16LE),
        (high, 0) if high * 10 > half * 8 => Some(encoding_rs::UTF_16BE),
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
        for bytes in [text.as_bytes().to_vec(), utf16, marked, with_bom, windows] {
            assert_eq!(text_of(&bytes).as_deref(), Ok(text));
        }
    }

    #[test]
    fn what_is_no_text_is_refused() {
        let picture: Vec<u8> = (0..2000_u32).map(|i| (i * 7 % 256) as u8).collect();
        assert_eq!(text_of(&picture), Err(Refusal::NotText));
        assert_eq!(text_of(b" \n\t "), Err(Refusal::Empty));
        assert_eq!(text_of(b""), Err(Refusal::Empty));
    }
}
