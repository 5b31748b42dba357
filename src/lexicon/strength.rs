//! How binding an action is: an editorial scale, labelled as such in the interface.

use crate::language::table::rows;
use crate::model::Action;
use std::sync::LazyLock;

/// From 5, what decides or demands, to 1, what merely observes.
pub fn of(action: &Action) -> u8 {
    static TABLE: LazyLock<Vec<[&str; 2]>> =
        LazyLock::new(|| rows(include_str!(concat!(env!("OUT_DIR"), "/lexicon/strength.tsv"))).collect());
    let place = TABLE.binary_search_by(|[known, _]| known.cmp(&action.as_str())).ok();
    let strength = place.and_then(|place| TABLE.get(place)).and_then(|[_, strength]| strength.bytes().next());
    strength.map_or(1, |digit| digit.wrapping_sub(b'0'))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::tables;
    use crate::model::Language;

    fn actions() -> Vec<[&'static str; 2]> {
        rows(include_str!(concat!(env!("OUT_DIR"), "/lexicon/strength.tsv"))).collect()
    }

    #[test]
    fn the_table_is_sorted_and_its_strengths_are_from_1_to_5() {
        assert!(actions().is_sorted_by(|one, other| one[0] < other[0]));
        assert!(actions().iter().all(|[_, strength]| matches!(strength.parse(), Ok(1..=5_u8))));
    }

    #[test]
    fn each_action_of_the_table_is_that_of_some_verb() {
        let verbs = [Language::French, Language::English].map(|language| tables(language).verbs);
        let known: Vec<&str> = verbs.into_iter().flat_map(str::lines).flat_map(|line| line.split('\t')).collect();
        for [action, _] in actions() {
            assert!(known.contains(&action), "{action}");
        }
    }

    #[test]
    fn to_demand_is_stronger_than_to_request_and_that_than_to_note() {
        let of = |action: &str| of(&Action::new(action));
        assert!(of("demand") > of("request") && of("request") > of("invite") && of("invite") > of("note"));
    }
}
