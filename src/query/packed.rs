//! Serialises vectors of numbers as plain little-endian bytes, for `#[serde(with = "packed")]`.
//!
//! Reading a large index number by number takes postcard ten times as long, and a vector that grows while it is read
//! needs twice the memory.

use serde::de::{Deserializer, Error, Visitor};
use serde::ser::Serializer;
use std::fmt;
use std::marker::PhantomData;

/// A number of fixed width.
pub(super) trait Fixed: Copy {
    fn put(self, bytes: &mut Vec<u8>);
    /// The numbers in a buffer; `None` if its length is no multiple of the width.
    fn all(bytes: &[u8]) -> Option<Vec<Self>>;
}

macro_rules! fixed {
    ($($number:ty),*) => {$(
        impl Fixed for $number {
            fn put(self, bytes: &mut Vec<u8>) {
                bytes.extend_from_slice(&self.to_le_bytes());
            }

            fn all(bytes: &[u8]) -> Option<Vec<Self>> {
                let (chunks, rest) = bytes.as_chunks::<{ size_of::<$number>() }>();
                rest.is_empty().then(|| chunks.iter().map(|chunk| Self::from_le_bytes(*chunk)).collect())
            }
        }
    )*};
}

fixed!(u16, u32, u64);

pub(super) fn serialize<T: Fixed, S: Serializer>(numbers: &Vec<T>, serializer: S) -> Result<S::Ok, S::Error> {
    let mut bytes = Vec::with_capacity(size_of_val(numbers.as_slice()));
    for number in numbers {
        number.put(&mut bytes);
    }
    serializer.serialize_bytes(&bytes)
}

pub(super) fn deserialize<'de, T: Fixed, D: Deserializer<'de>>(deserializer: D) -> Result<Vec<T>, D::Error> {
    deserializer.deserialize_bytes(Bytes(PhantomData))
}

struct Bytes<T>(PhantomData<T>);

impl<T: Fixed> Visitor<'_> for Bytes<T> {
    type Value = Vec<T>;

    fn expecting(&self, formatter: &mut fmt::Formatter) -> fmt::Result {
        formatter.write_str("packed numbers")
    }

    fn visit_bytes<E: Error>(self, bytes: &[u8]) -> Result<Vec<T>, E> {
        T::all(bytes).ok_or_else(|| E::custom("a number is cut off"))
    }
}
