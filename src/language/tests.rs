//! Names everything that a language is missing.

use super::table::{alternatives, rows};
use super::*;
use crate::model::ClauseClass;
use std::collections::BTreeSet;

fn lines(table: &'static str) -> impl Iterator<Item = &'static str> {
    table.lines().filter(|line| !line.is_empty() && !line.starts_with('#'))
}

#[test]
fn every_language_that_is_read_has_every_list_and_no_other() {
    for language in Language::ALL {
        let code = language.code();
        assert_eq!(rules(language).language, language, "lexicon/{code}: there are no rules");
        let common = &rules(language).common;
        for (name, table, must) in
            [("words", common.words, Words::KEYS), ("document", common.document, DocumentWords::KEYS)]
        {
            let keys: Vec<&str> = rows::<1>(table).map(|[key]| key).collect();
            assert!(
                keys.is_sorted_by(|one, other| one < other),
                "lexicon/{code}/{name}.tsv is not sorted: {keys:?}"
            );
            let has: BTreeSet<&str> = keys.into_iter().collect();
            let must: BTreeSet<&str> = must.iter().copied().collect();
            let missing: Vec<_> = must.difference(&has).collect();
            assert!(missing.is_empty(), "lexicon/{code}/{name}.tsv lacks {missing:?} (“-” if there are none)");
            let unknown: Vec<_> = has.difference(&must).collect();
            assert!(unknown.is_empty(), "lexicon/{code}/{name}.tsv has keys that nothing reads: {unknown:?}");
        }
    }
}

#[test]
fn every_word_list_has_its_words_once() {
    for language in Language::ALL {
        let common = &rules(language).common;
        for [key, list] in rows(common.words).chain(rows(common.document)) {
            let mut seen = BTreeSet::new();
            assert!(alternatives(list).all(|word| seen.insert(word)), "{} in lexicon/{}", key, language.code());
        }
    }
}

#[test]
fn every_table_has_its_columns_sorted_and_its_keys_are_known() {
    const KINDS: [&str; 7] = ["body", "chair", "document", "government", "group", "officer", "self"];
    for language in Language::ALL {
        let (code, tables, common) = (language.code(), tables(language), &rules(language).common);
        for (name, table, n_columns, sorted) in [
            ("actors", tables.actors, 2..=4, true),
            ("adverbs", tables.adverbs, 2..=2, false),
            ("attitudes", tables.attitudes, 3..=3, false),
            ("countries", tables.countries, 2..=3, true),
            ("cues", tables.cues, 3..=3, false),
            ("document", common.document, 2..=2, true),
            ("heads", tables.heads, 2..=3, true),
            ("not_actors", tables.not_actors, 1..=1, true),
            ("numbers", common.numbers, 3..=4, false),
            ("states", tables.states, 4..=4, false),
            ("topic_cues", tables.topic_cues, 2..=2, false),
            ("topics", tables.topics, 3..=3, true),
            ("verbs", tables.verbs, 7..=7, false),
            ("words", common.words, 2..=2, true),
        ] {
            for line in lines(table) {
                assert!(n_columns.contains(&line.split('\t').count()), "lexicon/{code}/{name}.tsv: {line}");
            }
            let keys: Vec<&str> = lines(table).filter_map(|line| line.split('\t').next()).collect();
            if sorted {
                let wrong = keys.windows(2).find(|pair| pair[0] >= pair[1]);
                assert!(wrong.is_none(), "lexicon/{code}/{name}.tsv: {wrong:?}");
            }
            let mut whole = BTreeSet::new();
            assert!(lines(table).all(|line| whole.insert(line)), "lexicon/{code}/{name}.tsv has a row twice");
        }
        let class = |class: &str| ClauseClass::from_key(class).is_some();
        for [lemma, _, _, action, of, takes, _] in rows::<7>(tables.verbs) {
            let takes =
                takes.split(' ').all(|takes| matches!(takes, "" | "attitude" | "judgement" | "state" | "head"));
            assert!(class(of) && takes && !action.is_empty(), "lexicon/{code}/verbs.tsv: {lemma}");
        }
        for [forms, action, of, _] in rows::<4>(tables.states) {
            assert!(class(of) && !action.is_empty(), "lexicon/{code}/states.tsv: {forms}");
        }
        for [noun, action, of] in rows::<3>(tables.attitudes) {
            assert!(class(of) && !action.is_empty(), "lexicon/{code}/attitudes.tsv: {noun}");
        }
        for [adverb, kind] in rows(tables.adverbs) {
            assert!(matches!(kind, "link" | "manner" | "not" | "with"), "lexicon/{code}/adverbs.tsv: {adverb}");
        }
        for [cue, side, role] in rows(tables.cues) {
            let is_known = matches!(side, "before" | "after") && matches!(role, "partner" | "beneficiary" | "duty");
            assert!(is_known, "lexicon/{code}/cues.tsv: {cue}");
        }
        for [word, kind] in rows(tables.heads) {
            assert!(KINDS.contains(&kind), "lexicon/{code}/heads.tsv: {word}");
        }
        for [word, value, kind] in rows::<3>(common.numbers) {
            let is_known = matches!(kind, "cardinal" | "ordinal" | "month") && value.parse::<u32>().is_ok();
            assert!(is_known, "lexicon/{code}/numbers.tsv: {word}");
        }
    }
}

#[test]
fn every_language_has_its_months_and_names_every_state() {
    let ids: Vec<&str> = rows(include_str!("../../lexicon/actors.tsv"))
        .filter_map(|[id, kind]| (kind == "state").then_some(id))
        .collect();
    for language in Language::ALL {
        let months: BTreeSet<&str> = rows(rules(language).common.numbers)
            .filter_map(|[_, value, kind]| (kind == "month").then_some(value))
            .collect();
        assert_eq!(months.len(), 12, "lexicon/{}/numbers.tsv", language.code());
        let named: BTreeSet<&str> = rows(tables(language).countries).map(|[id]| id).collect();
        let missing: Vec<_> = ids.iter().filter(|id| !named.contains(**id)).collect();
        assert!(missing.is_empty(), "lexicon/{}/countries.tsv lacks {missing:?}", language.code());
    }
}

#[test]
fn a_number_written_out_has_its_value() {
    let check = |language, cases: &[(&str, u32)]| {
        for (text, value) in cases {
            let list: Vec<&str> = text.split(' ').collect();
            let found = numbers(language).ordinal(&list, &words(language).coordinators);
            assert_eq!(found, Some(*value), "{text}");
        }
    };
    check(
        Language::French,
        &[
            ("soixante quinzieme", 75),
            ("soixante et onzieme", 71),
            ("quatre vingtieme", 80),
            ("quatre vingt unieme", 81),
            ("quatre vingt dix neuvieme", 99),
            ("quarante cinquieme", 45),
            ("premiere", 1),
            ("vingt et unieme", 21),
            ("neuvieme", 9),
        ],
    );
    check(
        Language::English,
        &[
            ("seventy fifth", 75),
            ("eightieth", 80),
            ("twelfth", 12),
            ("one hundred first", 101),
            ("one hundred and first", 101),
        ],
    );
    for (word, language) in
        [("prochaine", Language::French), ("soixante", Language::French), ("next", Language::English)]
    {
        assert_eq!(numbers(language).ordinal(&[word], &words(language).coordinators), None);
    }
}

#[test]
fn an_act_of_determination_has_one_class() {
    for language in Language::ALL {
        let code = language.code();
        let tables = tables(language);
        let acts = lines(tables.verbs).chain(lines(tables.states)).chain(lines(tables.attitudes));
        for line in acts.filter(|line| line.split('\t').any(|field| field == "be_determined")) {
            let is_reinforcing = line.split('\t').any(|field| field == "reinforcing");
            assert!(is_reinforcing, "lexicon/{code}: {line}");
        }
    }
}
