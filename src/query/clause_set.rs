use super::packed;
use serde::{Deserialize, Serialize};
use std::ops::Range;

/// A set of clauses of one segment, as a bit set.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct ClauseSet {
    #[serde(with = "packed")]
    words: Vec<u64>,
    len: u32,
}

impl ClauseSet {
    /// The empty set, for `len` clauses.
    pub fn none(len: u32) -> Self {
        Self { words: vec![0; len.div_ceil(64) as usize], len }
    }

    /// The set of all `len` clauses.
    pub fn all(len: u32) -> Self {
        let mut set = Self { words: vec![u64::MAX; len.div_ceil(64) as usize], len };
        if let Some(last) = set.words.last_mut() {
            *last &= low_bits(len - (len.div_ceil(64) - 1) * 64);
        }
        set
    }

    /// Whether its length fits and no bit is set beyond it; false only for damaged bytes.
    pub fn is_valid(&self) -> bool {
        self.words.len() == self.len.div_ceil(64) as usize && self.words.last() <= Self::all(self.len).words.last()
    }

    /// The number of clauses in the segment.
    pub fn len(&self) -> u32 {
        self.len
    }

    pub fn is_empty(&self) -> bool {
        self.words.iter().all(|word| *word == 0)
    }

    pub fn contains(&self, clause: u32) -> bool {
        self.words.get(clause as usize / 64).is_some_and(|word| word >> (clause % 64) & 1 == 1)
    }

    /// How many clauses are in it.
    pub fn count(&self) -> u32 {
        self.words.iter().map(|word| word.count_ones()).sum()
    }

    /// How many clauses of a range it holds.
    pub fn count_in(&self, range: &Range<u32>) -> u32 {
        self.words_of(range).map(|(_, word)| word.count_ones()).sum()
    }

    /// Its clauses, in order.
    pub fn iter(&self) -> impl Iterator<Item = u32> {
        self.iter_in(&(0..self.len))
    }

    /// Its clauses within a range, in order.
    pub fn iter_in(&self, range: &Range<u32>) -> impl Iterator<Item = u32> + use<'_> {
        self.words_of(range).flat_map(|(first, word)| {
            let mut left = word;
            std::iter::from_fn(move || {
                let lowest = (left != 0).then(|| left.trailing_zeros())?;
                left &= left - 1;
                Some(first + lowest)
            })
        })
    }

    /// The words that hold a range, each with its first clause; bits outside the range are 0.
    fn words_of(&self, range: &Range<u32>) -> impl Iterator<Item = (u32, u64)> + use<'_> {
        let Range { start, end } = *range;
        let first = start as usize / 64;
        let words = self.words.get(first..(end.div_ceil(64) as usize).max(first)).unwrap_or_default();
        words.iter().zip((0u32..).step_by(64).skip(first)).map(move |(word, first)| {
            let mut word = *word;
            if first < start {
                word &= !low_bits(start - first);
            }
            if end - first < 64 {
                word &= low_bits(end - first);
            }
            (first, word)
        })
    }

    /// Calls back for each clause, in order: faster than [`Self::iter`].
    pub fn for_each(&self, mut each: impl FnMut(u32)) {
        let mut first = 0;
        for word in &self.words {
            let mut left = *word;
            while left != 0 {
                each(first + left.trailing_zeros());
                left &= left - 1;
            }
            first += 64;
        }
    }

    /// Counts its clauses below given numbers.
    pub fn ranks(&self) -> Ranks<'_> {
        Ranks { word: 0, following: self.words.iter(), n_words: 0, n_before: 0 }
    }

    pub fn words(&self) -> &[u64] {
        &self.words
    }

    pub fn words_mut(&mut self) -> &mut [u64] {
        &mut self.words
    }

    pub fn insert(&mut self, clause: u32) {
        if let Some(word) = self.words.get_mut(clause as usize / 64) {
            *word |= 1 << (clause % 64);
        }
    }

    pub fn insert_range(&mut self, range: Range<u32>) {
        let mut at = range.start;
        while at < range.end.min(self.len) {
            let n = (64 - at % 64).min(range.end.min(self.len) - at);
            if let Some(word) = self.words.get_mut(at as usize / 64) {
                *word |= low_bits(n) << (at % 64);
            }
            at += n;
        }
    }

    /// Keeps only clauses that are in the other set too.
    pub fn keep(&mut self, other: &Self) {
        for (word, other) in self.words.iter_mut().zip(&other.words) {
            *word &= other;
        }
    }

    /// Removes the clauses of the other set.
    pub fn remove(&mut self, other: &Self) {
        for (word, other) in self.words.iter_mut().zip(&other.words) {
            *word &= !other;
        }
    }
}

/// Counts the clauses of a set below given numbers, each at least as high as the last one, in one pass over the set.
pub(super) struct Ranks<'s> {
    word: u64,
    following: std::slice::Iter<'s, u64>,
    /// The number of machine words up to `word`.
    n_words: u32,
    /// The number of clauses before `word`.
    n_before: u32,
}

impl Ranks<'_> {
    pub fn below(&mut self, clause: u32) -> u32 {
        while self.n_words <= clause / 64 {
            self.n_before += self.word.count_ones();
            self.word = self.following.next().copied().unwrap_or_default();
            self.n_words += 1;
        }
        self.n_before + (self.word & low_bits(clause % 64)).count_ones()
    }
}

/// The lowest `n` bits, 64 at most.
fn low_bits(n: u32) -> u64 {
    if n >= 64 { u64::MAX } else { (1 << n) - 1 }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_full_set_holds_each_clause_and_no_other() {
        for len in [0, 1, 63, 64, 65, 200] {
            let all = ClauseSet::all(len);
            assert_eq!(all.count(), len);
            assert!(all.iter().eq(0..len), "{len}");
            assert!(all.is_valid());
        }
        assert!(!ClauseSet::all(65).contains(65));
        assert!(!ClauseSet::all(64).contains(u32::MAX));
    }

    #[test]
    fn all_ways_through_a_set_agree() {
        let mut set = ClauseSet::none(300);
        let clauses = [0, 1, 63, 64, 130, 299];
        for clause in clauses {
            set.insert(clause);
        }
        let mut visited = Vec::new();
        set.for_each(|clause| visited.push(clause));
        assert_eq!(visited, clauses);
        assert!(set.iter().eq(clauses));
        let mut ranks = set.ranks();
        assert_eq!([0, 1, 1, 64, 129, 131, 300].map(|clause| ranks.below(clause)), [0, 1, 1, 3, 4, 5, 6]);
    }

    #[test]
    fn a_range_is_counted_and_inserted_at_any_place() {
        for (start, end) in [(0, 0), (0, 64), (3, 3), (3, 5), (60, 70), (64, 200), (0, 200), (199, 200), (63, 129)]
        {
            let mut set = ClauseSet::none(200);
            set.insert_range(start..end);
            assert!(set.iter().eq(start..end), "{start}..{end}");
            assert_eq!(ClauseSet::all(200).count_in(&(start..end)), end - start);
            assert!(ClauseSet::all(200).iter_in(&(start..end)).eq(start..end));
        }
    }
}
