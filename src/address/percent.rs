//! Percent-encoding, as far as our links need it.
//!
//! `/`, `:` and `@` are not encoded, so that a symbol is readable in a link. Marks such as `*`, `'` or `)` are, although the
//! standard does not require it, because mail and chat programs cut or format a pasted link at them.

const HEX: &[u8; 16] = b"0123456789ABCDEF";

/// Appends a fragment in encoded form.
pub fn encode(text: &str, out: &mut String) {
    encode_bytes(text, "%20", out);
}

/// Appends a key or a value of a query string in encoded form; a space becomes a plus.
pub fn encode_pair(text: &str, out: &mut String) {
    encode_bytes(text, "+", out);
}

fn encode_bytes(text: &str, space: &str, out: &mut String) {
    for byte in text.bytes() {
        match byte {
            b' ' => out.push_str(space),
            b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' | b'/' | b':' | b'@' => {
                out.push(char::from(byte));
            }
            _ => {
                out.push('%');
                for digit in [byte >> 4, byte & 15] {
                    out.push(HEX.get(usize::from(digit)).copied().map_or('0', char::from));
                }
            }
        }
    }
}

/// Decodes a fragment. An invalid percent sequence is kept as it is.
pub fn decode(text: &str) -> String {
    decode_bytes(text.as_bytes(), false)
}

/// Decodes a key or a value of a query string.
pub fn decode_pair(text: &str) -> String {
    decode_bytes(text.as_bytes(), true)
}

fn decode_bytes(mut rest: &[u8], plus_is_space: bool) -> String {
    let mut bytes = Vec::with_capacity(rest.len());
    while let Some((&first, after)) = rest.split_first() {
        rest = after;
        match first {
            b'%' => {
                if let [high, low, after @ ..] = rest
                    && let (Some(high), Some(low)) = (hex_value(*high), hex_value(*low))
                {
                    bytes.push(high << 4 | low);
                    rest = after;
                } else {
                    bytes.push(b'%');
                }
            }
            b'+' if plus_is_space => bytes.push(b' '),
            _ => bytes.push(first),
        }
    }
    lossy(&bytes)
}

/// Decodes UTF-8; invalid bytes become U+FFFD. `String::from_utf8_lossy` would be four times the code in the page.
fn lossy(mut rest: &[u8]) -> String {
    let mut out = String::new();
    while let Err(error) = std::str::from_utf8(rest) {
        let (valid, invalid) = rest.split_at_checked(error.valid_up_to()).unwrap_or_default();
        out.push_str(std::str::from_utf8(valid).unwrap_or_default());
        out.push('\u{fffd}');
        rest = error.error_len().and_then(|length| invalid.get(length..)).unwrap_or_default();
    }
    out.push_str(std::str::from_utf8(rest).unwrap_or_default());
    out
}

fn hex_value(digit: u8) -> Option<u8> {
    char::from(digit).to_digit(16).map(|value| value as u8)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bytes_that_are_no_text_are_read_as_the_standard_library_does() {
        for bytes in
            [&b""[..], b"abc", b"\xc3\xa9t\xc3\xa9", b"\xc3", b"a\xff\xfeb", b"\xe2\x82", b"\xe2\x82a\xc3\xa9\xc3"]
        {
            assert_eq!(lossy(bytes), String::from_utf8_lossy(bytes));
        }
    }
}
