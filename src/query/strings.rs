use super::packed;
use serde::{Deserialize, Serialize};
use std::ops::Range;

/// Strings, stored in one. To be searched they must be sorted and distinct.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub(super) struct Strings {
    text: String,
    #[serde(with = "packed")]
    ends: Vec<u32>,
}

impl Strings {
    pub fn push(&mut self, string: &str) {
        self.text.push_str(string);
        self.ends.push(self.text.len() as u32);
    }

    pub fn len(&self) -> usize {
        self.ends.len()
    }

    pub fn get(&self, number: usize) -> &str {
        let start = number.checked_sub(1).and_then(|before| self.ends.get(before)).map_or(0, |end| *end as usize);
        let end = self.ends.get(number).map_or(start, |end| *end as usize);
        self.text.get(start..end).unwrap_or_default()
    }

    pub fn iter(&self) -> impl Iterator<Item = &str> {
        (0..self.len()).map(|number| self.get(number))
    }

    /// The index of a string.
    pub fn find(&self, string: &str) -> Option<usize> {
        let number = self.partition_point(|other| other < string);
        (number < self.len() && self.get(number) == string).then_some(number)
    }

    /// The indices of the strings with a prefix.
    pub fn with_prefix(&self, prefix: &str) -> Range<usize> {
        self.partition_point(|other| other < prefix)
            ..self.partition_point(|other| other < prefix || other.starts_with(prefix))
    }

    /// The partition point: how many strings, from the first, satisfy a condition that the rest do not.
    fn partition_point(&self, holds: impl Fn(&str) -> bool) -> usize {
        let (mut low, mut high) = (0, self.len());
        while low < high {
            let middle = usize::midpoint(low, high);
            if holds(self.get(middle)) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        low
    }
}

impl<'a> FromIterator<&'a str> for Strings {
    fn from_iter<I: IntoIterator<Item = &'a str>>(strings: I) -> Self {
        let mut all = Self::default();
        strings.into_iter().for_each(|string| all.push(string));
        all
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn strings_are_found_whole_and_by_prefix() {
        let strings: Strings = ["", "etat", "etats", "etendue", "paix"].into_iter().collect();
        assert_eq!(strings.find("etats"), Some(2));
        assert_eq!(strings.find("eta"), None);
        assert_eq!(strings.find(""), Some(0));
        assert_eq!(strings.with_prefix("et"), 1..4);
        assert_eq!(strings.with_prefix("etats"), 2..3);
        assert_eq!(strings.with_prefix("z"), 5..5);
        assert_eq!(strings.with_prefix(""), 0..5);
    }
}
