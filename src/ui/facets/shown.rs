//! The visible values of a facet without a filter: the first ones, or all.

use crate::query::Value;

/// How many top-level values a facet shows at first.
const N_FIRST: usize = 8;

/// From how many values a facet offers a filter.
const N_FINDABLE: usize = 12;

/// The visible values of a facet, in order.
pub struct VisibleValues<'a> {
    /// The top-level values.
    pub values: Vec<&'a Value>,
    /// The total number, if some are hidden that the reader can show.
    pub more: Option<usize>,
}

/// Whether there are enough values to offer sorting and a filter.
pub fn is_long(values: &[Value]) -> bool {
    values.iter().map(|value| 1 + value.children.len()).sum::<usize>() > N_FINDABLE
}

/// Selects the visible values from all, in their order.
///
/// A chosen value, or one with a chosen descendant, is always visible, so that the choice can be removed there.
pub fn shown(values: Vec<&Value>, all: bool, touched: impl Fn(&str) -> bool) -> VisibleValues<'_> {
    // One more value is better than a button that takes the same space.
    if all || values.len() <= N_FIRST + 1 {
        return VisibleValues { values, more: None };
    }
    let more = Some(values.len());
    let kept = values.into_iter().enumerate().filter(|(at, value)| *at < N_FIRST || any_in(value, &touched));
    VisibleValues { values: kept.map(|(_, value)| value).collect(), more }
}

/// Whether a value or a descendant satisfies a condition.
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
