//! The languages of the interface and those that are read are one list.

use dispositif::i18n::UiLanguage;
use dispositif::model::Language;

#[test]
fn each_language_of_the_interface_is_one_that_is_read_and_no_other() {
    let interface: Vec<&str> = UiLanguage::ALL.iter().map(|language| language.code()).collect();
    let mut read: Vec<&str> = Language::ALL.iter().map(|language| language.code()).collect();
    let mut sorted = interface.clone();
    sorted.sort_unstable();
    read.sort_unstable();
    assert_eq!(sorted, read);
    for language in UiLanguage::ALL {
        assert_eq!(language.names().code(), language.code());
    }
}

/// Those that a language has no verb for.
const WITHOUT_VERB: [(Language, &str); 1] = [(Language::Russian, "expect")];

#[test]
fn every_action_that_a_rule_names_is_in_the_tables_of_every_language() {
    let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("lexicon");
    for language in Language::ALL {
        let table = |name: &str| std::fs::read_to_string(root.join(language.code()).join(name)).unwrap_or_default();
        let rows = ["verbs.tsv", "states.tsv", "attitudes.tsv"].map(table).concat();
        for action in dispositif::lexicon::actions::NAMED {
            let is_known = rows
                .lines()
                .filter(|row| !row.starts_with('#'))
                .any(|row| row.split('\t').any(|field| field == *action));
            assert_eq!(is_known, !WITHOUT_VERB.contains(&(language, action)), "{language:?}: {action}");
        }
    }
}
