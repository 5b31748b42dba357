//! Posting lists: for each key (a facet value, a word) the clauses that have it.
//!
//! A short posting list is a sorted list of numbers. One with at least as many clauses as the bit set has machine words is
//! a bit set, which is then faster to process. All are stored in two vectors, so that a hundred thousand words cost no
//! allocation each.

use super::clause_set::ClauseSet;
use super::column::{Numbers, Slice};
use super::packed;
use serde::{Deserialize, Serialize};

/// The posting list of one key.
#[derive(Clone, Copy, Debug)]
pub(super) enum Posting<'a> {
    /// The numbers of the clauses, in order.
    List(Slice<'a>),
    /// One bit for each clause of the segment.
    Bits(&'a [u64]),
}

impl Posting<'_> {
    /// Adds them to a set.
    pub fn add_to(self, into: &mut ClauseSet) {
        match self {
            Self::List(clauses) => clauses.for_each(|clause| into.insert(clause)),
            Self::Bits(words) => {
                for (word, more) in into.words_mut().iter_mut().zip(words) {
                    *word |= more;
                }
            }
        }
    }

    /// How many of them are in a set.
    pub fn count_in(self, within: &ClauseSet) -> u32 {
        match self {
            Self::List(Slice::Narrow(clauses)) => n_within(clauses, within.words()),
            Self::List(Slice::Wide(clauses)) => n_within(clauses, within.words()),
            Self::Bits(words) => words.iter().zip(within.words()).map(|(a, b)| (a & b).count_ones()).sum(),
        }
    }
}

/// How many clauses of a list are in a set.
///
/// Without a callback: compiled for size, it is not inlined here, and calling it took a fifth of a question's time.
fn n_within<N: Copy + Into<u32>>(clauses: &[N], within: &[u64]) -> u32 {
    let is_within =
        |clause: u32| within.get(clause as usize / 64).map_or(0, |word| word >> (clause % 64) & 1) as u32;
    clauses.iter().map(|clause| is_within((*clause).into())).sum()
}

/// The posting lists of all keys.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
#[serde(try_from = "Stored", into = "Stored")]
pub(super) struct Postings {
    stored: Stored,
    /// Where each posting list starts, in `lists` or in `bits`.
    starts: Vec<u32>,
}

#[derive(Clone, Debug, Default, Serialize, Deserialize)]
struct Stored {
    n_clauses: u32,
    /// The length of each posting list.
    counts: Numbers,
    lists: Numbers,
    #[serde(with = "packed")]
    bits: Vec<u64>,
}

impl From<Postings> for Stored {
    fn from(postings: Postings) -> Self {
        postings.stored
    }
}

/// The lists and bits do not fit the counts.
#[derive(Clone, Copy, Debug)]
pub(super) struct Damaged;

impl std::fmt::Display for Damaged {
    fn fmt(&self, formatter: &mut std::fmt::Formatter) -> std::fmt::Result {
        formatter.write_str("damaged postings")
    }
}

impl TryFrom<Stored> for Postings {
    type Error = Damaged;

    fn try_from(stored: Stored) -> Result<Self, Damaged> {
        let (starts, n_listed, n_bits) = starts(&stored.counts, stored.n_clauses);
        let is_whole = stored.lists.len() as u64 == n_listed && stored.bits.len() as u64 == n_bits;
        if is_whole { Ok(Self { stored, starts }) } else { Err(Damaged) }
    }
}

fn is_dense(count: u32, n_clauses: u32) -> bool {
    u64::from(count) * 64 >= u64::from(n_clauses)
}

/// Where each posting list starts, and how many numbers and machine words there are in total.
fn starts(counts: &Numbers, n_clauses: u32) -> (Vec<u32>, u64, u64) {
    let n_words = u64::from(n_clauses.div_ceil(64));
    let (mut n_listed, mut n_bits) = (0u64, 0u64);
    let mut starts = Vec::with_capacity(counts.len());
    counts.slice(0, counts.len()).for_each(|count| {
        let dense = is_dense(count, n_clauses);
        starts.push(if dense { n_bits } else { n_listed } as u32);
        if dense { n_bits += n_words } else { n_listed += u64::from(count) }
    });
    (starts, n_listed, n_bits)
}

impl Postings {
    /// Inverts rows of keys, one row per clause. A key may occur twice in a row.
    pub fn new<'a>(rows: impl Iterator<Item = &'a [u32]> + Clone, n_keys: usize, n_clauses: u32) -> Self {
        let mut counts = vec![0u32; n_keys];
        each_once(rows.clone(), n_keys, |key, _| {
            if let Some(count) = counts.get_mut(key) {
                *count += 1;
            }
        });
        let n_clauses_of = Numbers::pack(counts.clone());
        let (starts, n_listed, n_bits) = starts(&n_clauses_of, n_clauses);
        let mut lists = vec![0; n_listed as usize];
        let mut bits = vec![0u64; n_bits as usize];
        let mut next = starts.clone();
        each_once(rows, n_keys, |key, clause| {
            let (Some(count), Some(next)) = (counts.get(key), next.get_mut(key)) else { return };
            if is_dense(*count, n_clauses) {
                if let Some(word) = bits.get_mut(*next as usize + clause as usize / 64) {
                    *word |= 1 << (clause % 64);
                }
            } else if let Some(place) = lists.get_mut(*next as usize) {
                *place = clause;
                *next += 1;
            }
        });
        Self { stored: Stored { n_clauses, counts: n_clauses_of, lists: Numbers::pack(lists), bits }, starts }
    }

    /// Whether it is for this number of keys and clauses; false only for damaged bytes.
    pub fn is_valid(&self, n_keys: usize, n_clauses: u32) -> bool {
        self.stored.n_clauses == n_clauses && self.starts.len() == n_keys
    }

    /// The posting list of a key.
    pub fn get(&self, key: usize) -> Posting<'_> {
        let Some(start) = self.starts.get(key) else { return Posting::Bits(&[]) };
        let (start, count) = (*start as usize, self.n_clauses(key));
        if is_dense(count, self.stored.n_clauses) {
            let n_words = self.stored.n_clauses.div_ceil(64) as usize;
            Posting::Bits(self.stored.bits.get(start..start + n_words).unwrap_or_default())
        } else {
            Posting::List(self.stored.lists.slice(start, start + count as usize))
        }
    }

    /// The number of machine words and list entries: the cost of processing all posting lists.
    pub fn n_steps(&self) -> usize {
        self.stored.bits.len() + self.stored.lists.len()
    }

    /// How many clauses have a key.
    pub fn n_clauses(&self, key: usize) -> u32 {
        self.stored.counts.get(key).unwrap_or_default()
    }
}

/// Calls back once for each distinct key of each row.
fn each_once<'a>(rows: impl Iterator<Item = &'a [u32]>, n_keys: usize, mut each: impl FnMut(usize, u32)) {
    // For each key, the last row that had it, plus one.
    let mut last_row = vec![0u32; n_keys];
    for (row, clause) in rows.zip(0u32..) {
        for key in row {
            let Some(last) = last_row.get_mut(*key as usize) else { continue };
            if *last == clause + 1 {
                continue;
            }
            *last = clause + 1;
            each(*key as usize, clause);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::column::Rows;
    use super::*;

    fn clauses(posting: Posting<'_>, n_clauses: u32) -> Vec<u32> {
        let mut set = ClauseSet::none(n_clauses);
        posting.add_to(&mut set);
        set.iter().collect()
    }

    #[test]
    fn few_clauses_are_a_list_and_many_are_bits() {
        let mut rows = Rows::default();
        for clause in 0..200 {
            rows.push(0);
            if clause == 70 || clause == 150 {
                rows.push(1);
                rows.push(1);
            }
            rows.end_row();
        }
        let postings = Postings::new(rows.rows(), 2, 200);
        assert!(matches!(postings.get(0), Posting::Bits(_)));
        assert!(matches!(postings.get(1), Posting::List(_)));
        assert_eq!(clauses(postings.get(0), 200), (0..200).collect::<Vec<_>>());
        assert_eq!(clauses(postings.get(1), 200), [70, 150]);
        assert_eq!((postings.n_clauses(0), postings.n_clauses(1)), (200, 2));
    }
}
