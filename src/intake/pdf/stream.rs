//! The bytes of a stream, unpacked within bounds.

use hayro_syntax::object::{Array, Name, Object, Stream};
use hayro_syntax::page::Page;

/// No stream is unpacked to more bytes.
const LARGEST: usize = 64 << 20;

/// The largest packed stream that the library may unpack by itself, without a bound.
const LARGEST_UNBOUNDED: usize = 256 << 10;

/// The contents of a stream; nothing if they cannot be unpacked or are too large.
pub fn decoded(stream: &Stream<'_>) -> Option<Vec<u8>> {
    unpacked(stream).map(|(data, _)| data)
}

/// The same, and whether the stream is packed to its end.
pub fn unpacked(stream: &Stream<'_>) -> Option<(Vec<u8>, bool)> {
    let raw = stream.raw_data();
    let dict = stream.dict();
    let filter = dict.get::<Object<'_>>("Filter").or_else(|| dict.get::<Object<'_>>("F"));
    let has_parameters = dict.contains_key("DecodeParms") || dict.contains_key("DP");
    let (filter, n_filters) = match filter {
        None => return Some((raw.into_owned(), true)),
        Some(Object::Name(name)) => (name.as_str().to_owned(), 1),
        Some(Object::Array(filters)) => (first_name(&filters), filters.iter::<Name<'_>>().take(9).count()),
        Some(_) => return None,
    };
    if n_filters == 1 && !has_parameters && matches!(filter.as_str(), "FlateDecode" | "Fl") {
        return inflated(&raw);
    }
    if raw.len() > LARGEST_UNBOUNDED || n_filters > 2 {
        return None;
    }
    stream.decoded_data().ok().map(|data| (data.into_owned(), true))
}

/// The content of a page, its streams put together, and whether all of them could be unpacked.
pub fn page_content(page: &Page<'_>) -> (Vec<u8>, bool) {
    if let Some(stream) = page.raw().get::<Stream<'_>>("Contents") {
        return unpacked(&stream).unwrap_or_default();
    }
    let mut all = Vec::new();
    let mut is_whole = true;
    if let Some(streams) = page.raw().get::<Array<'_>>("Contents") {
        for stream in streams.iter::<Stream<'_>>() {
            match unpacked(&stream) {
                Some((part, is_part_whole)) if all.len() + part.len() <= LARGEST => {
                    is_whole &= is_part_whole;
                    all.extend(part);
                    all.push(b'\n');
                }
                _ => is_whole = false,
            }
        }
    }
    (all, is_whole)
}

/// A damaged stream gives what can still be read of it.
fn inflated(raw: &[u8]) -> Option<(Vec<u8>, bool)> {
    match miniz_oxide::inflate::decompress_to_vec_zlib_with_limit(raw, LARGEST) {
        Ok(data) => Some((data, true)),
        Err(error) if error.status == miniz_oxide::inflate::TINFLStatus::HasMoreOutput => None,
        Err(error) => {
            // Only the checksum may be wrong or missing: the data itself is between it and the two bytes at the start.
            let packed = raw.get(2..).unwrap_or_default();
            let is_whole = miniz_oxide::inflate::decompress_to_vec_with_limit(packed, LARGEST).is_ok();
            Some((error.output, is_whole))
        }
    }
}

fn first_name(names: &Array<'_>) -> String {
    names.iter::<Name<'_>>().next().map(|name| name.as_str().to_owned()).unwrap_or_default()
}
