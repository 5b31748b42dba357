//! For each key (a facet's value, a word) the clauses that have it.
//!
//! Few clauses are a sorted list, many are bits: as soon as there are as many as words of bits, for these are gone through
//! faster. All lie end to end in two columns, so that a hundred thousand words cost no more than what they hold.

use super::bits::Bits;
use serde::{Deserialize, Serialize};

/// Rows of numbers, end to end.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(super) struct Column {
    ends: Vec<u32>,
    items: Vec<u32>,
}

impl Default for Column {
    fn default() -> Self {
        Self { ends: vec![0], items: Vec::new() }
    }
}

impl Column {
    /// Adds a number to the row that is being written.
    pub fn push(&mut self, item: u32) {
        self.items.push(item);
    }

    /// Adds a number to the row that is being written, unless it is there.
    pub fn push_once(&mut self, item: u32) {
        let open_row = self.ends.last().and_then(|end| self.items.get(*end as usize..)).unwrap_or_default();
        if !open_row.contains(&item) {
            self.items.push(item);
        }
    }

    /// Ends the row that is being written.
    pub fn end_row(&mut self) {
        self.ends.push(self.items.len() as u32);
    }

    pub fn row(&self, number: u32) -> &[u32] {
        let number = number as usize;
        let Some(&[start, end]) = self.ends.get(number..number.saturating_add(2)) else { return &[] };
        self.items.get(start as usize..end as usize).unwrap_or_default()
    }

    pub fn rows(&self) -> impl Iterator<Item = &[u32]> + Clone {
        self.ends.windows(2).map(|pair| match pair {
            &[start, end] => self.items.get(start as usize..end as usize).unwrap_or_default(),
            _ => &[],
        })
    }

    pub fn rows_mut(&mut self) -> impl Iterator<Item = &mut [u32]> {
        let mut rest = self.items.as_mut_slice();
        self.ends.windows(2).map(move |pair| {
            let len = if let &[start, end] = pair { (end - start) as usize } else { 0 };
            rest.split_off_mut(..len).unwrap_or_default()
        })
    }

    pub fn n_rows(&self) -> u32 {
        self.ends.len() as u32 - 1
    }

    pub fn n_items(&self) -> usize {
        self.items.len()
    }
}

/// Gives keys other numbers; those that have none keep theirs.
pub(super) fn renumber(row: &mut [u32], numbers: &[u32]) {
    for key in row {
        *key = numbers.get(*key as usize).copied().unwrap_or(*key);
    }
}

/// The clauses of one key.
#[derive(Clone, Copy, Debug)]
pub(super) enum Set<'a> {
    /// Their numbers, in order.
    List(&'a [u32]),
    /// A bit each.
    Bits(&'a [u64]),
}

impl Set<'_> {
    /// Puts them into a set.
    pub fn add_to(self, into: &mut Bits) {
        match self {
            Self::List(clauses) => clauses.iter().for_each(|clause| into.insert(*clause)),
            Self::Bits(words) => {
                for (word, more) in into.words_mut().iter_mut().zip(words) {
                    *word |= more;
                }
            }
        }
    }

    /// How many of them are in a set.
    pub fn count_in(self, within: &Bits) -> u32 {
        match self {
            Self::List(clauses) => clauses.iter().filter(|clause| within.contains(**clause)).count() as u32,
            Self::Bits(words) => words.iter().zip(within.words()).map(|(a, b)| (a & b).count_ones()).sum(),
        }
    }
}

/// The clauses of every key.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub(super) struct Postings {
    keys: Vec<Key>,
    lists: Vec<u32>,
    bits: Vec<u64>,
    n_words: usize,
}

#[derive(Clone, Copy, Debug, Default, Serialize, Deserialize)]
struct Key {
    /// How many clauses have it.
    count: u32,
    /// Where they begin, in one column or the other.
    start: u32,
    dense: bool,
}

impl Postings {
    /// Turns rows of keys, one a clause, into clauses by key. A key may stand twice in a row; those from `n_keys` up are
    /// not keys.
    pub fn new<'a>(rows: impl Iterator<Item = &'a [u32]> + Clone, n_keys: usize, n_clauses: u32) -> Self {
        let mut keys = vec![Key::default(); n_keys];
        each_once(rows.clone(), n_keys, |key, _| {
            if let Some(key) = keys.get_mut(key) {
                key.count += 1;
            }
        });
        let n_words = n_clauses.div_ceil(64) as usize;
        let (mut n_listed, mut n_bits) = (0, 0);
        for key in &mut keys {
            key.dense = key.count * 64 >= n_clauses;
            if key.dense {
                key.start = n_bits as u32;
                n_bits += n_words;
            } else {
                key.start = n_listed;
                n_listed += key.count;
            }
        }
        let mut lists = vec![0; n_listed as usize];
        let mut bits = vec![0u64; n_bits];
        let mut n_written = vec![0u32; n_keys];
        each_once(rows, n_keys, |number, clause| {
            let (Some(key), Some(written)) = (keys.get(number), n_written.get_mut(number)) else { return };
            if key.dense {
                if let Some(word) = bits.get_mut(key.start as usize + clause as usize / 64) {
                    *word |= 1 << (clause % 64);
                }
            } else if let Some(place) = lists.get_mut((key.start + *written) as usize) {
                *place = clause;
                *written += 1;
            }
        });
        Self { keys, lists, bits, n_words }
    }

    /// The clauses of a key.
    pub fn set(&self, key: usize) -> Set<'_> {
        let Some(key) = self.keys.get(key) else { return Set::List(&[]) };
        let start = key.start as usize;
        if key.dense {
            Set::Bits(self.bits.get(start..start + self.n_words).unwrap_or_default())
        } else {
            Set::List(self.lists.get(start..start + key.count as usize).unwrap_or_default())
        }
    }

    /// How many keys there are.
    pub fn len(&self) -> usize {
        self.keys.len()
    }

    /// How many words and numbers lie in all sets: what it costs to go through them.
    pub fn n_steps(&self) -> usize {
        self.bits.len() + self.lists.len()
    }

    /// How many clauses have a key.
    pub fn n_clauses(&self, key: usize) -> u32 {
        self.keys.get(key).map_or(0, |key| key.count)
    }

    /// The clauses of every key, in the order of the keys.
    pub fn sets(&self) -> impl Iterator<Item = Set<'_>> {
        (0..self.keys.len()).map(|key| self.set(key))
    }
}

/// Calls back for each key of each row, once a row.
fn each_once<'a>(rows: impl Iterator<Item = &'a [u32]>, n_keys: usize, mut each: impl FnMut(usize, u32)) {
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
    use super::*;

    fn clauses(set: Set<'_>, n_clauses: u32) -> Vec<u32> {
        let mut bits = Bits::none(n_clauses);
        set.add_to(&mut bits);
        bits.iter().collect()
    }

    #[test]
    fn few_clauses_are_a_list_and_many_are_bits() {
        let mut column = Column::default();
        for clause in 0..200 {
            column.push(0);
            if clause == 70 || clause == 150 {
                column.push(1);
                column.push(1);
            }
            column.end_row();
        }
        let postings = Postings::new(column.rows(), 2, 200);
        assert!(matches!(postings.set(0), Set::Bits(_)));
        assert!(matches!(postings.set(1), Set::List(_)));
        assert_eq!(clauses(postings.set(0), 200), (0..200).collect::<Vec<_>>());
        assert_eq!(clauses(postings.set(1), 200), [70, 150]);
        assert_eq!((postings.n_clauses(0), postings.n_clauses(1)), (200, 2));
    }
}
