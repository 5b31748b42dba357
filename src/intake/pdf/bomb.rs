//! Guards against decompression bombs: measures the streams that the PDF library unpacks by itself without a limit.
//!
//! These are object streams and the cross-reference stream. In an encrypted file they cannot be measured.

use miniz_oxide::inflate::TINFLStatus;
use miniz_oxide::inflate::core::inflate_flags::{TINFL_FLAG_HAS_MORE_INPUT, TINFL_FLAG_PARSE_ZLIB_HEADER};
use miniz_oxide::inflate::core::{DecompressorOxide, decompress};

/// All of them together may not be larger: the longest reports have some 20 MB.
const LARGEST: usize = 128 << 20;
/// Packed by anything but deflate, one of them may not be larger.
const LARGEST_OTHERWISE: usize = 64 << 10;
/// A stream's dictionary is looked for in so many bytes before it.
const LONGEST_DICTIONARY: usize = 2048;

/// Whether opening a file would take more memory than there may be.
pub fn unpacks_to_too_much(bytes: &[u8]) -> bool {
    let mut rest = LARGEST;
    let mut from = 0;
    while let Some(at) = find(bytes, from, b"stream") {
        from = at + b"stream".len();
        let before = bytes.get(at.saturating_sub(LONGEST_DICTIONARY)..at).unwrap_or_default();
        if before.ends_with(b"end") {
            continue;
        }
        let start = before.windows(3).rposition(|window| window == b"obj").unwrap_or(0);
        let dictionary = before.get(start..).unwrap_or_default();
        // A letter of a name may be written as its number.
        let holds_objects = ["ObjStm", "XRef", "#"].iter().any(|word| has(dictionary, word));
        if !holds_objects {
            continue;
        }
        let data = bytes.get(from..).unwrap_or_default();
        let data = data.strip_prefix(b"\r").unwrap_or(data);
        let data = data.strip_prefix(b"\n").unwrap_or(data);
        let n_filters = ["FlateDecode", "/Fl", "LZW", "RunLength", "/RL", "#"];
        let n_filters = n_filters.iter().filter(|word| has(dictionary, word)).count();
        let n_decoders = count(dictionary, "Decode") - count(dictionary, "DecodeParms");
        let is_deflated = n_decoders < 2 && (has(dictionary, "FlateDecode") || has(dictionary, "#"));
        let is_plain = n_filters == 0;
        if !is_plain && !is_deflated {
            let end = find(data, 0, b"endstream").unwrap_or(data.len());
            if end > LARGEST_OTHERWISE {
                return true;
            }
        } else if !is_plain {
            match inflated_size(data, rest) {
                Some(size) => rest -= size,
                None => return true,
            }
        }
    }
    false
}

/// How many bytes deflated data unpacks to, as far as it is whole; nothing if more than so many.
fn inflated_size(data: &[u8], most: usize) -> Option<usize> {
    const WINDOW: usize = 32 << 10;
    let mut inflater = Box::new(DecompressorOxide::new());
    let mut out = vec![0_u8; WINDOW];
    let (mut read, mut written) = (0, 0_usize);
    loop {
        let input = data.get(read..).unwrap_or_default();
        let flags = TINFL_FLAG_PARSE_ZLIB_HEADER | TINFL_FLAG_HAS_MORE_INPUT;
        let (status, n_read, n_written) = decompress(&mut inflater, input, &mut out, written % WINDOW, flags);
        read += n_read;
        written += n_written;
        if written > most {
            return None;
        }
        if status != TINFLStatus::HasMoreOutput || n_read == 0 && n_written == 0 {
            return Some(written);
        }
    }
}

fn has(text: &[u8], word: &str) -> bool {
    text.windows(word.len()).any(|window| window == word.as_bytes())
}

fn count(text: &[u8], word: &str) -> usize {
    text.windows(word.len()).filter(|window| *window == word.as_bytes()).count()
}

fn find(bytes: &[u8], from: usize, word: &[u8]) -> Option<usize> {
    let rest = bytes.get(from..)?;
    let (first, length) = (*word.first()?, word.len());
    let mut at = 0;
    loop {
        at += rest.get(at..)?.iter().position(|byte| *byte == first)?;
        if rest.get(at..at + length) == Some(word) {
            return Some(from + at);
        }
        at += 1;
    }
}
