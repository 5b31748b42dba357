//! The bytes of a stream, unpacked within bounds.

use hayro_syntax::object::{Array, Name, Object, Stream};

/// No stream is unpacked to more bytes.
const LARGEST: usize = 64 << 20;

/// The largest packed stream that the library may unpack by itself, without a bound.
const LARGEST_UNBOUNDED: usize = 256 << 10;

/// The contents of a stream; nothing if they cannot be unpacked or are too large.
pub fn decoded(stream: &Stream<'_>) -> Option<Vec<u8>> {
    let raw = stream.raw_data();
    let dict = stream.dict();
    let filter = dict.get::<Object<'_>>("Filter").or_else(|| dict.get::<Object<'_>>("F"));
    let has_parameters = dict.contains_key("DecodeParms") || dict.contains_key("DP");
    let (filter, n_filters) = match filter {
        None => return Some(raw.into_owned()),
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
    stream.decoded_data().ok().map(std::borrow::Cow::into_owned)
}

/// A damaged stream gives what can still be read of it.
fn inflated(raw: &[u8]) -> Option<Vec<u8>> {
    match miniz_oxide::inflate::decompress_to_vec_zlib_with_limit(raw, LARGEST) {
        Ok(data) => Some(data),
        Err(error) if error.status == miniz_oxide::inflate::TINFLStatus::HasMoreOutput => None,
        Err(error) => Some(error.output),
    }
}

fn first_name(names: &Array<'_>) -> String {
    names.iter::<Name<'_>>().next().map(|name| name.as_str().to_owned()).unwrap_or_default()
}
