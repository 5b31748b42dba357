//! Words to numbers, in the order they are first seen.
//!
//! Six million words are looked up while a large library is laid out, most of them seen before: a table of open addresses over
//! one string, and a hash of a few multiplications, take a fifth of the time of the standard map and no room of their own
//! for each word. Its input is published text and it lives only while an index is built, so nobody gains by making words
//! collide.

use super::order::sort_numbers;
use super::strings::Strings;

#[derive(Clone, Debug, Default)]
pub(super) struct Interner {
    text: Vec<u8>,
    ends: Vec<u32>,
    /// One more than the word's number; 0 is free. As many places as a power of two, at most half of them taken.
    places: Vec<u32>,
}

impl Interner {
    /// The number of a word, the next one if it is new.
    pub fn number(&mut self, word: &str) -> u32 {
        if self.ends.len() * 2 >= self.places.len() {
            self.grow();
        }
        let place = match self.find(word) {
            Ok(number) => return number,
            Err(place) => place,
        };
        self.text.extend_from_slice(word.as_bytes());
        self.ends.push(self.text.len() as u32);
        let number = self.ends.len() as u32;
        if let Some(free) = self.places.get_mut(place) {
            *free = number;
        }
        number - 1
    }

    /// The number of a word, or the free place that it would take.
    fn find(&self, word: &str) -> Result<u32, usize> {
        let mut place = self.first_place(word.as_bytes());
        loop {
            let taken = self.places.get(place).copied().unwrap_or_default();
            let Some(number) = taken.checked_sub(1) else { return Err(place) };
            if self.word(number) == word.as_bytes() {
                return Ok(number);
            }
            place = (place + 1) & (self.places.len() - 1);
        }
    }

    /// The number of a word, if it was seen.
    pub fn known(&self, word: &str) -> Option<u32> {
        self.find(word).ok()
    }

    /// All words in order, and for each number what it becomes in that order.
    pub fn sorted(&self) -> (Strings, Vec<u32>) {
        let mut numbers: Vec<_> = (0..self.ends.len() as u32).collect();
        sort_numbers(&mut numbers, &|one, other| self.word(one).cmp(self.word(other)));
        let mut sorted_from_seen = vec![0; numbers.len()];
        for (seen, sorted) in numbers.iter().zip(0..) {
            if let Some(place) = sorted_from_seen.get_mut(*seen as usize) {
                *place = sorted;
            }
        }
        let words = numbers.iter().map(|number| str::from_utf8(self.word(*number)).unwrap_or_default());
        (Strings::new(words), sorted_from_seen)
    }

    fn word(&self, number: u32) -> &[u8] {
        let number = number as usize;
        let start = number.checked_sub(1).and_then(|before| self.ends.get(before)).map_or(0, |end| *end as usize);
        let end = self.ends.get(number).map_or(start, |end| *end as usize);
        self.text.get(start..end).unwrap_or_default()
    }

    fn first_place(&self, word: &[u8]) -> usize {
        hash(word) as usize & self.places.len().saturating_sub(1)
    }

    fn grow(&mut self) {
        self.places = vec![0; (self.places.len() * 2).max(64)];
        for number in 0..self.ends.len() as u32 {
            let mut place = self.first_place(self.word(number));
            while self.places.get(place).is_some_and(|taken| *taken != 0) {
                place = (place + 1) & (self.places.len() - 1);
            }
            if let Some(free) = self.places.get_mut(place) {
                *free = number + 1;
            }
        }
    }
}

fn hash(bytes: &[u8]) -> u64 {
    const ODD: u64 = 0x9e37_79b9_7f4a_7c15;
    let mut hash = bytes.len() as u64;
    let (chunks, rest) = bytes.as_chunks::<8>();
    for chunk in chunks {
        hash = (hash ^ u64::from_le_bytes(*chunk)).wrapping_mul(ODD).rotate_left(23);
    }
    let rest = rest.iter().fold(0, |sum, byte| sum << 8 | u64::from(*byte));
    let hash = (hash ^ rest).wrapping_mul(ODD);
    hash ^ hash >> 32
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_keeps_its_number_however_many_come_after() {
        let mut interner = Interner::default();
        let words: Vec<_> = (0..1000).map(|n| format!("{}mot{n}", "long".repeat(n % 5))).collect();
        for (word, number) in words.iter().zip(0..) {
            assert_eq!(interner.number(word), number);
        }
        for (word, number) in words.iter().zip(0..) {
            assert_eq!(interner.number(word), number);
        }
        assert_eq!(interner.known("mot7777"), None);
        assert_eq!(interner.known(&words[999]), Some(999));
        assert_eq!(Interner::default().known("mot"), None);
        assert_eq!(interner.number(""), 1000);
    }

    #[test]
    fn the_order_of_sight_leads_to_the_order_of_letters() {
        let mut interner = Interner::default();
        for word in ["paix", "etat", "preuve", "etat"] {
            interner.number(word);
        }
        let (sorted, sorted_from_seen) = interner.sorted();
        assert_eq!([0, 1, 2].map(|n| sorted.get(n)), ["etat", "paix", "preuve"]);
        assert_eq!(sorted_from_seen, [1, 0, 2]);
    }
}
