//! Which values of a facet are shown as long as no letters are typed: the first ones, or all of them.

use crate::query::Value;

/// How many values of the upper level a facet shows at first.
const N_FIRST: usize = 8;

/// From how many values on a facet offers to find one by its letters.
const N_FINDABLE: usize = 12;

/// The values of a facet that are shown, in order.
pub struct Shown<'a> {
    /// The values of the upper level.
    pub values: Vec<&'a Value>,
    /// How many there are in all, if some are left out that a reader can ask for.
    pub more: Option<usize>,
}

/// Whether there are so many values that they can be put in an order, and one be found by its letters.
pub fn is_long(values: &[Value]) -> bool {
    values.iter().map(|value| 1 + value.children.len()).sum::<usize>() > N_FINDABLE
}

/// Chooses the values to show, of all in their order.
///
/// A value with a choice in it is always among them, so that it can be taken back where it was made.
pub fn shown(values: Vec<&Value>, all: bool, touched: impl Fn(&str) -> bool) -> Shown<'_> {
    // One value more is shown rather than a button that would take its place.
    if all || values.len() <= N_FIRST + 1 {
        return Shown { values, more: None };
    }
    let more = Some(values.len());
    let kept = values.into_iter().enumerate().filter(|(at, value)| *at < N_FIRST || any_in(value, &touched));
    Shown { values: kept.map(|(_, value)| value).collect(), more }
}

/// Whether a value or one below it is such.
pub fn any_in(value: &Value, is: &impl Fn(&str) -> bool) -> bool {
    is(&value.key) || value.children.iter().any(|child| any_in(child, is))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::query::ValueNumber;

    fn keys(values: &[Value], all: bool, touched: &str) -> String {
        let shown = shown(values.iter().collect(), all, |key| key == touched);
        shown.values.iter().map(|value| value.key.as_str()).collect()
    }

    fn letters(text: &str) -> Vec<Value> {
        text.chars()
            .map(|letter| Value {
                key: letter.to_string(),
                number: ValueNumber::default(),
                total: 1,
                children: Vec::new(),
            })
            .collect()
    }

    #[test]
    fn a_long_facet_shows_its_first_values_and_the_chosen_ones() {
        let values = letters("abcdefghijkl");
        assert_eq!(keys(&values, false, ""), "abcdefgh");
        assert_eq!(keys(&values, false, "k"), "abcdefghk");
        assert_eq!(keys(&values, true, ""), "abcdefghijkl");
    }

    #[test]
    fn one_value_too_many_is_shown_rather_than_a_button() {
        assert_eq!(keys(&letters("abcdefghi"), false, ""), "abcdefghi");
    }
}
