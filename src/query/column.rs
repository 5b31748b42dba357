//! Rows of numbers in one vector: the values of each clause, the words of each clause.

use super::clause_set::ClauseSet;
use super::packed;
use serde::{Deserialize, Serialize};

/// Rows of numbers while they are written.
#[derive(Clone, Debug)]
pub(super) struct Rows {
    ends: Vec<u32>,
    items: Vec<u32>,
}

impl Default for Rows {
    fn default() -> Self {
        Self { ends: vec![0], items: Vec::new() }
    }
}

impl Rows {
    /// Adds a number to the open row.
    pub fn push(&mut self, item: u32) {
        self.items.push(item);
    }

    /// Adds a number to the open row unless the row has it.
    pub fn push_once(&mut self, item: u32) {
        if !self.open_row().contains(&item) {
            self.items.push(item);
        }
    }

    /// The row that is being written.
    pub fn open_row(&self) -> &[u32] {
        self.ends.last().and_then(|end| self.items.get(*end as usize..)).unwrap_or_default()
    }

    pub fn end_row(&mut self) {
        self.ends.push(self.items.len() as u32);
    }

    pub fn n_rows(&self) -> u32 {
        self.ends.len() as u32 - 1
    }

    pub fn rows(&self) -> impl Iterator<Item = &[u32]> + Clone {
        self.ends.bounds().map(|(start, end)| self.items.get(start..end).unwrap_or_default())
    }

    pub fn rows_mut(&mut self) -> impl Iterator<Item = &mut [u32]> {
        let mut rest = self.items.as_mut_slice();
        self.ends.bounds().map(move |(start, end)| rest.split_off_mut(..end - start).unwrap_or_default())
    }

    /// The numbers of all rows.
    pub fn into_items(self) -> Numbers {
        Numbers::pack(self.items)
    }

    pub fn pack(self) -> Column {
        Column { ends: self.ends, items: Numbers::pack(self.items) }
    }
}

/// Where each row starts and ends.
trait RowEnds {
    fn bounds(&self) -> impl Iterator<Item = (usize, usize)> + Clone;
}

impl RowEnds for Vec<u32> {
    fn bounds(&self) -> impl Iterator<Item = (usize, usize)> + Clone {
        self.iter().zip(self.iter().skip(1)).map(|(start, end)| (*start as usize, *end as usize))
    }
}

/// Rows of numbers, packed.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(super) struct Column {
    #[serde(with = "packed")]
    ends: Vec<u32>,
    items: Numbers,
}

impl Column {
    /// Whether its rows are consecutive and within its items; false only for damaged bytes.
    pub fn is_valid(&self, n_rows: usize) -> bool {
        self.ends.len() == n_rows + 1
            && self.ends.is_sorted()
            && self.ends.last().is_some_and(|end| *end as usize == self.items.len())
    }

    pub fn row(&self, number: u32) -> Slice<'_> {
        let number = number as usize;
        match self.ends.get(number..number.saturating_add(2)) {
            Some(&[start, end]) => self.items.slice(start as usize, end as usize),
            _ => Slice::Narrow(&[]),
        }
    }

    pub fn n_rows(&self) -> u32 {
        self.ends.len().saturating_sub(1) as u32
    }

    /// Counts, for each number, in how many of some rows it is.
    pub fn count(&self, rows: &ClauseSet, counts: &mut [u32]) {
        match &self.items {
            Numbers::Narrow(items) => count(rows, &self.ends, items, counts),
            Numbers::Wide(items) => count(rows, &self.ends, items, counts),
        }
    }

    pub fn n_items(&self) -> usize {
        self.items.len()
    }
}

fn count<N: Copy + Into<u32>>(rows: &ClauseSet, ends: &[u32], items: &[N], counts: &mut [u32]) {
    rows.for_each(|row| {
        let Some(&[start, end]) = ends.get(row as usize..row as usize + 2) else { return };
        for item in items.get(start as usize..end as usize).unwrap_or_default() {
            add(counts, *item, 1);
        }
    });
}

fn add<N: Into<u32>>(counts: &mut [u32], number: N, n: u32) {
    if let Some(count) = counts.get_mut(number.into() as usize) {
        *count += n;
    }
}

/// Numbers of two bytes each, or of four if one of them needs it.
///
/// Words use most of a library's memory, and no segment of ordinary size has 65,536 distinct ones.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(super) enum Numbers {
    Narrow(#[serde(with = "packed")] Vec<u16>),
    Wide(#[serde(with = "packed")] Vec<u32>),
}

impl Default for Numbers {
    fn default() -> Self {
        Self::Narrow(Vec::new())
    }
}

impl Numbers {
    pub fn pack(numbers: Vec<u32>) -> Self {
        if numbers.iter().all(|number| u16::try_from(*number).is_ok()) {
            Self::Narrow(numbers.into_iter().map(|number| number as u16).collect())
        } else {
            Self::Wide(numbers)
        }
    }

    pub fn len(&self) -> usize {
        match self {
            Self::Narrow(numbers) => numbers.len(),
            Self::Wide(numbers) => numbers.len(),
        }
    }

    pub fn get(&self, at: usize) -> Option<u32> {
        match self {
            Self::Narrow(numbers) => numbers.get(at).map(|number| u32::from(*number)),
            Self::Wide(numbers) => numbers.get(at).copied(),
        }
    }

    pub fn iter(&self) -> impl Iterator<Item = u32> {
        (0..self.len()).filter_map(|at| self.get(at))
    }

    /// Adds a weight for each number to its count.
    pub fn count(&self, weights: &[u32], counts: &mut [u32]) {
        match self {
            Self::Narrow(numbers) => numbers.iter().zip(weights).for_each(|(at, n)| add(counts, *at, *n)),
            Self::Wide(numbers) => numbers.iter().zip(weights).for_each(|(at, n)| add(counts, *at, *n)),
        }
    }

    pub fn slice(&self, start: usize, end: usize) -> Slice<'_> {
        match self {
            Self::Narrow(numbers) => Slice::Narrow(numbers.get(start..end).unwrap_or_default()),
            Self::Wide(numbers) => Slice::Wide(numbers.get(start..end).unwrap_or_default()),
        }
    }
}

/// A slice of [`Numbers`].
#[derive(Clone, Copy, Debug)]
pub(super) enum Slice<'a> {
    Narrow(&'a [u16]),
    Wide(&'a [u32]),
}

impl Slice<'_> {
    pub fn for_each(self, mut each: impl FnMut(u32)) {
        match self {
            Self::Narrow(numbers) => numbers.iter().for_each(|number| each(u32::from(*number))),
            Self::Wide(numbers) => numbers.iter().for_each(|number| each(*number)),
        }
    }

    pub fn to_vec(self) -> Vec<u32> {
        let mut all = Vec::new();
        self.for_each(|number| all.push(number));
        all
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_take_two_bytes_until_one_needs_four() {
        assert!(matches!(Numbers::pack(vec![0, 65_535]), Numbers::Narrow(_)));
        assert!(matches!(Numbers::pack(vec![0, 65_536]), Numbers::Wide(_)));
        assert_eq!(Numbers::pack(vec![7, 70_000, 1]).slice(1, 3).to_vec(), [70_000, 1]);
    }
}
