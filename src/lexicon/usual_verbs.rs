//! The verb that official texts usually have for an action, in each language.

use crate::language::table::rows;
use crate::model::{Action, Language, Names};
use std::sync::LazyLock;

/// The languages of the table's columns.
const COLUMNS: [Language; 6] = [
    Language::French,
    Language::English,
    Language::Spanish,
    Language::Russian,
    Language::Arabic,
    Language::Chinese,
];

/// The rows of the table, sorted by action.
static TABLE: LazyLock<Vec<[&str; 7]>> =
    LazyLock::new(|| rows(include_str!(concat!(env!("OUT_DIR"), "/lexicon/usual_verbs.tsv"))).collect());

/// The usual verb of an action in each language that has one.
pub fn of(action: &Action) -> Names {
    let mut names = Names::default();
    let place = TABLE.binary_search_by(|[known, ..]| known.cmp(&action.as_str())).ok();
    let Some([_, verbs @ ..]) = place.and_then(|place| TABLE.get(place)) else { return names };
    for (language, verb) in COLUMNS.into_iter().zip(verbs) {
        (*verb).clone_into(names.place(language));
    }
    names
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lexicon::Lexicon;
    use std::collections::BTreeMap;

    #[test]
    fn the_table_is_sorted_and_its_actions_are_those_of_verbs() {
        assert!(TABLE.is_sorted_by(|one, other| one[0] < other[0]));
        let tables = crate::language::tables(Language::English);
        let tables = [tables.verbs, tables.states, tables.attitudes];
        let known: Vec<&str> = tables.into_iter().flat_map(str::lines).flat_map(|line| line.split('\t')).collect();
        for [action, ..] in TABLE.iter() {
            assert!(known.contains(action), "{action}");
        }
    }

    #[test]
    fn an_action_that_eight_verbs_share_has_a_usual_verb() {
        let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
        for language in Language::ALL {
            for [_, present, _, action] in rows(crate::language::tables(language).verbs) {
                *counts.entry(action).or_default() += usize::from(!present.is_empty());
            }
        }
        let missing: Vec<_> = counts
            .iter()
            .filter(|(_, n)| **n >= 8)
            .filter(|(a, _)| of(&Action::new(**a)) == Names::default())
            .collect();
        assert!(missing.is_empty(), "{missing:?}");
    }

    #[test]
    fn a_usual_verb_opens_a_paragraph_in_its_language() {
        let mut wrong = Vec::new();
        for language in Language::ALL {
            let lexicon = Lexicon::of(language);
            for [action, ..] in TABLE.iter() {
                let names = of(&Action::new(*action));
                let verb = names.own(language);
                let phrase = lexicon.verbs.phrase_at(&format!("{verb} 2030"), 0);
                if !verb.is_empty() && phrase.is_none_or(|phrase| !phrase.known) {
                    wrong.push((language, action, verb.to_owned()));
                }
            }
        }
        assert!(wrong.is_empty(), "{wrong:#?}");
    }
}
