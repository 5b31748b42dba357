use serde::{Deserialize, Serialize};

/// A set of clauses, one bit each.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Bits {
    words: Vec<u64>,
    len: u32,
}

impl Bits {
    /// None of `len` clauses.
    pub fn none(len: u32) -> Self {
        Self { words: vec![0; len.div_ceil(64) as usize], len }
    }

    /// All of `len` clauses.
    pub fn all(len: u32) -> Self {
        let mut words = vec![u64::MAX; len.div_ceil(64) as usize];
        if let Some(last) = words.last_mut()
            && !len.is_multiple_of(64)
        {
            *last = (1 << (len % 64)) - 1;
        }
        Self { words, len }
    }

    /// Whether it has a bit for each clause and no other, as it may not after being read from damaged bytes.
    pub(super) fn is_sound(&self) -> bool {
        self.words.len() == self.len.div_ceil(64) as usize && self.iter().all(|clause| clause < self.len)
    }

    /// How many clauses there are to choose from.
    pub fn len(&self) -> u32 {
        self.len
    }

    /// Whether no clause is in it.
    pub fn is_empty(&self) -> bool {
        self.words.iter().all(|word| *word == 0)
    }

    /// Whether a clause is in it.
    pub fn contains(&self, clause: u32) -> bool {
        self.words.get(clause as usize / 64).is_some_and(|word| word >> (clause % 64) & 1 == 1)
    }

    /// How many clauses are in it.
    pub fn count(&self) -> u32 {
        self.words.iter().map(|word| word.count_ones()).sum()
    }

    /// The clauses in it, in order.
    pub fn iter(&self) -> impl Iterator<Item = u32> {
        self.words.iter().zip((0u32..).step_by(64)).flat_map(|(word, first)| {
            let mut left = *word;
            std::iter::from_fn(move || {
                let lowest = (left != 0).then(|| left.trailing_zeros())?;
                left &= left - 1;
                Some(first + lowest)
            })
        })
    }

    pub(super) fn words(&self) -> &[u64] {
        &self.words
    }

    pub(super) fn words_mut(&mut self) -> &mut [u64] {
        &mut self.words
    }

    pub(super) fn insert(&mut self, clause: u32) {
        if let Some(word) = self.words.get_mut(clause as usize / 64) {
            *word |= 1 << (clause % 64);
        }
    }

    /// Keeps what is in the other one too.
    pub(super) fn keep(&mut self, other: &Self) {
        for (word, other) in self.words.iter_mut().zip(&other.words) {
            *word &= other;
        }
    }

    /// Leaves out what is in the other one.
    pub(super) fn leave_out(&mut self, other: &Self) {
        for (word, other) in self.words.iter_mut().zip(&other.words) {
            *word &= !other;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_of_them_are_as_many_as_there_are() {
        for len in [0, 1, 63, 64, 65, 200] {
            assert_eq!(Bits::all(len).count(), len);
            assert!(Bits::all(len).iter().eq(0..len), "{len}");
        }
    }

    #[test]
    fn a_clause_beyond_the_end_is_in_no_set() {
        assert!(!Bits::all(65).contains(65));
        assert!(!Bits::all(64).contains(u32::MAX));
    }
}
