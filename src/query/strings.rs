use serde::{Deserialize, Serialize};

/// Sorted strings, each once, end to end in one.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub(super) struct Strings {
    text: String,
    ends: Vec<u32>,
}

impl Strings {
    /// Takes strings that are sorted and distinct.
    pub fn new<'a>(sorted: impl IntoIterator<Item = &'a str>) -> Self {
        let mut strings = Self::default();
        for string in sorted {
            strings.text.push_str(string);
            strings.ends.push(strings.text.len() as u32);
        }
        strings
    }

    pub fn len(&self) -> usize {
        self.ends.len()
    }

    pub fn get(&self, number: usize) -> &str {
        let start = number.checked_sub(1).and_then(|before| self.ends.get(before)).map_or(0, |end| *end as usize);
        let end = self.ends.get(number).map_or(start, |end| *end as usize);
        self.text.get(start..end).unwrap_or_default()
    }

    /// The number of a string.
    pub fn find(&self, string: &str) -> Option<usize> {
        let number = self.first_that(|other| other >= string);
        (number < self.len() && self.get(number) == string).then_some(number)
    }

    /// The numbers of those that begin so.
    pub fn with_prefix(&self, prefix: &str) -> std::ops::Range<usize> {
        self.first_that(|other| other >= prefix)
            ..self.first_that(|other| other > prefix && !other.starts_with(prefix))
    }

    /// The number of the first one from which on all are so.
    fn first_that(&self, is_so: impl Fn(&str) -> bool) -> usize {
        let (mut low, mut high) = (0, self.len());
        while low < high {
            let middle = usize::midpoint(low, high);
            if is_so(self.get(middle)) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        low
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn strings_are_found_whole_and_by_prefix() {
        let strings = Strings::new(["", "etat", "etats", "etendue", "paix"]);
        assert_eq!(strings.find("etats"), Some(2));
        assert_eq!(strings.find("eta"), None);
        assert_eq!(strings.find(""), Some(0));
        assert_eq!(strings.with_prefix("et"), 1..4);
        assert_eq!(strings.with_prefix("etats"), 2..3);
        assert_eq!(strings.with_prefix("z"), 5..5);
        assert_eq!(strings.with_prefix(""), 0..5);
    }
}
