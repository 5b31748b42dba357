//! Which values of a facet are shown: the first ones, all of them, or those with the letters typed.

use crate::query::Value;
use crate::text::fold::fold;

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
    /// Whether there are enough of them to find one by its letters.
    pub findable: bool,
}

/// Chooses the values to show.
///
/// A value with a choice in it is always among them, so that it can be taken back where it was made.
pub fn shown<'a>(
    values: &'a [Value],
    all: bool,
    typed: &str,
    names: impl Fn(&str) -> String,
    touched: impl Fn(&str) -> bool,
) -> Shown<'a> {
    let findable = values.iter().map(|value| 1 + value.children.len()).sum::<usize>() > N_FINDABLE;
    if !typed.trim().is_empty() {
        let named = |value: &&Value| any_in(value, &|key| has_letters(&names(key), typed));
        return Shown { values: values.iter().filter(named).collect(), more: None, findable };
    }
    // One value more is shown rather than a button that would take its place.
    if all || values.len() <= N_FIRST + 1 {
        return Shown { values: values.iter().collect(), more: None, findable };
    }
    let kept = values.iter().enumerate().filter(|(at, value)| *at < N_FIRST || any_in(value, &touched));
    Shown { values: kept.map(|(_, value)| value).collect(), more: Some(values.len()), findable }
}

/// Whether a name has these letters, whatever their case and accents.
pub fn has_letters(name: &str, typed: &str) -> bool {
    let typed = fold(typed.trim());
    fold(name).as_bytes().windows(typed.len().max(1)).any(|part| part == typed.as_bytes())
}

/// Whether a value or one beneath it is such.
pub fn any_in(value: &Value, is: &impl Fn(&str) -> bool) -> bool {
    is(&value.key) || value.children.iter().any(|child| any_in(child, is))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn value(key: &str, children: &[&str]) -> Value {
        Value { key: key.into(), total: 1, children: children.iter().map(|key| value(key, &[])).collect() }
    }

    fn keys(values: &[Value], all: bool, typed: &str, touched: &str) -> String {
        let shown = shown(values, all, typed, |key| format!("Élément {key}"), |key| key == touched);
        shown.values.iter().map(|value| value.key.as_str()).collect()
    }

    fn letters(text: &str) -> Vec<Value> {
        text.chars().map(|letter| value(&letter.to_string(), &[])).collect()
    }

    #[test]
    fn a_long_facet_shows_its_first_values_and_the_chosen_ones() {
        let values = letters("abcdefghijkl");
        assert_eq!(keys(&values, false, "", ""), "abcdefgh");
        assert_eq!(keys(&values, false, "", "k"), "abcdefghk");
        assert_eq!(keys(&values, true, "", ""), "abcdefghijkl");
    }

    #[test]
    fn one_value_too_many_is_shown_rather_than_a_button() {
        assert_eq!(keys(&letters("abcdefghi"), false, "", ""), "abcdefghi");
    }

    #[test]
    fn letters_typed_find_a_value_by_its_name_and_a_parent_by_its_child() {
        let values = [value("a", &["xy"]), value("b", &[])];
        assert_eq!(keys(&values, false, "XY", ""), "a");
        assert_eq!(keys(&values, false, "element b", ""), "b");
        assert_eq!(keys(&values, false, "element", ""), "ab");
    }
}
