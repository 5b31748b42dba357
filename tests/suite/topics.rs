//! Topics: the bundled resolution labelled by hand, and the coverage of the tables on other texts.

use dispositif::lexicon::Lexicon;
use dispositif::model::{Clause, Language, TopicRank};
use dispositif::parse::parse;
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

/// Every operative clause of A/RES/74/175 with all its topics, and preambular clauses that have none of their own.
const BY_HAND: &[(&str, &str)] = &[
    ("pp11.3", "terrorism"),
    ("pp11.4", "terrorism"),
    ("pp13.2", "crime-justice terrorism"),
    ("pp15.1", ""),
    ("op1.1", "legal-instruments terrorism"),
    ("op1.2", "legal-instruments national-legislation technical-assistance"),
    ("op2.1", "international-criminal-cooperation legal-instruments organized-crime"),
    ("op2.2", "legal-instruments"),
    ("op3.1", "coordination law-enforcement terrorism"),
    ("op3.2", "technical-assistance"),
    (
        "op4.1",
        "capacity-building coordination information-exchange international-criminal-cooperation legal-instruments \
         terrorism",
    ),
    (
        "op5.1",
        "criminal-justice foreign-terrorist-fighters international-criminal-cooperation technical-assistance \
         terrorism",
    ),
    ("op6.1", "criminal-justice evidence international-criminal-cooperation technical-assistance terrorism"),
    ("op6.2", "evidence"),
    (
        "op7.1",
        "armed-conflict capacity-building criminal-justice evidence foreign-terrorist-fighters information-exchange \
         international-criminal-cooperation internet-social-media",
    ),
    ("op8.1", "crime-justice information-exchange international-criminal-cooperation terrorism"),
    ("op9.1", "biometrics foreign-terrorist-fighters information-exchange technical-assistance terrorism"),
    ("op9.2", "biometrics information-exchange terrorism"),
    ("op9.3", "information-exchange"),
    ("op10.1", "criminal-justice terrorism"),
    ("op10.2", "capacity-building criminal-justice rule-of-law technical-assistance terrorism"),
    (
        "op11.1",
        "criminal-justice human-rights international-humanitarian-law refugees technical-assistance terrorism",
    ),
    (
        "op12.1",
        "capacity-building criminal-justice law-enforcement legal-instruments technical-assistance terrorism \
         terrorism-financing",
    ),
    (
        "op13.1",
        "capacity-building criminal-justice foreign-terrorist-fighters impunity-accountability terrorism \
         terrorism-financing terrorist-recruitment violent-extremism",
    ),
    ("op14.1", "coordination money-laundering technical-assistance terrorism-financing un-coordination"),
    ("op15.1", "financial-system money-laundering technical-assistance terrorism-financing"),
    ("op15.2", "terrorism-financing"),
    (
        "op16.1",
        "crime-justice criminal-justice drug-trafficking money-laundering organized-crime terrorism \
         terrorism-financing",
    ),
    (
        "op16.2",
        "crime-justice criminal-justice drug-trafficking money-laundering organized-crime terrorism \
         terrorism-financing",
    ),
    ("op17.1", "critical-infrastructure private-sector protection-of-civilians terrorism"),
    ("op17.2", "criminal-justice critical-infrastructure technical-assistance terrorism"),
    ("op18.1", "border-management foreign-terrorist-fighters terrorism"),
    ("op18.2", "technical-assistance"),
    ("op19.1", "capacity-building information-exchange technical-assistance travel-data"),
    ("op20.1", "cbrn-terrorism legal-instruments technical-assistance terrorism"),
    ("op20.2", "capacity-building"),
    ("op21.1", "capacity-building crime-justice cultural-property technical-assistance terrorism"),
    (
        "op22.1",
        "criminal-justice cybercrime freedom-of-expression human-rights internet-social-media \
         technical-assistance terrorism terrorist-recruitment",
    ),
    ("op23.1", "children technical-assistance victims-of-terrorism women"),
    (
        "op24.1",
        "children children-armed-conflict crime-justice juvenile-justice legal-instruments prisons \
         technical-assistance terrorism violence-against-children",
    ),
    (
        "op25.1",
        "criminal-justice gender-equality human-rights partnerships technical-assistance terrorism \
         terrorist-recruitment violence-against-women women",
    ),
    ("op25.2", "criminal-justice family foreign-terrorist-fighters gender-equality terrorism"),
    ("op26.1", "information-exchange prisons terrorist-recruitment violent-extremism"),
    ("op26.2", "technical-assistance"),
    ("op27.1", "regional-cooperation technical-assistance"),
    ("op27.2", "un-coordination"),
    ("op28.1", "resources technical-assistance"),
    ("op28.2", "criminal-justice resources technical-assistance terrorism"),
    ("op29.1", "resources terrorism"),
    ("op30.1", "reporting"),
];

#[test]
fn the_bundled_clauses_are_about_what_a_reader_finds_in_them() {
    let text = include_str!("../../data/A-RES-74-175.fr.txt");
    let resolution = parse(text).resolution;
    let clauses: BTreeMap<&str, &Clause> = resolution
        .paragraphs
        .iter()
        .flat_map(|paragraph| &paragraph.clauses)
        .map(|clause| (clause.id.as_str(), clause))
        .collect();
    let mut wrong = Vec::new();
    for (id, topics) in BY_HAND {
        let found: BTreeSet<&str> = clauses[id].topics.iter().map(|found| found.topic.as_str()).collect();
        let expected: BTreeSet<&str> = topics.split_whitespace().collect();
        if found != expected {
            let too_many: Vec<_> = found.difference(&expected).collect();
            let missing: Vec<_> = expected.difference(&found).collect();
            wrong.push(format!("{id}: too many {too_many:?}, missing {missing:?}"));
        }
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

/// The ids of the topics of a paragraph, read by itself.
fn topics_of(language: Language, text: &str) -> BTreeSet<&'static str> {
    let lexicon = Lexicon::of(language);
    let found = lexicon.topics.find(text, &lexicon.vocabulary.tokens(text), &[]);
    found.into_iter().filter_map(|found| Some(lexicon.topics.entry(found.topic)?.id.as_str())).collect()
}

/// A folder of the larger collection, which exists on some machines.
fn corpus(folder: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/corpus").join(folder)
}

fn files(folder: &Path, ending: &str) -> Vec<PathBuf> {
    let mut files: Vec<PathBuf> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.retain(|path| path.to_string_lossy().ends_with(ending));
    files.sort();
    files
}

/// The operative paragraphs of a General Assembly document, as its labels have them.
fn operative_paragraphs(labels: &Path) -> Vec<String> {
    let labels: Value = serde_json::from_str(&fs::read_to_string(labels).unwrap()).unwrap();
    let paragraphs = labels.as_array().unwrap().iter();
    let operative = paragraphs.filter(|paragraph| paragraph["paragraph_type"] == "operative");
    operative.filter_map(|paragraph| Some(paragraph["text"].as_str()?.to_owned())).collect()
}

#[test]
#[ignore = "needs ../shared/corpus: cargo test --test suite -- --ignored"]
fn most_paragraphs_have_a_topic_and_no_topic_has_most_paragraphs() {
    let folder = corpus("en/mandates");
    let (mut n, mut n_with) = (0_u32, 0_u32);
    let mut counts: BTreeMap<&str, u32> = BTreeMap::new();
    for file in files(&folder, ".gold.json").iter().filter(|file| file.to_string_lossy().contains("A_RES")) {
        for text in operative_paragraphs(file) {
            let topics = topics_of(Language::English, &text);
            n += 1;
            n_with += u32::from(!topics.is_empty());
            for topic in topics {
                *counts.entry(topic).or_default() += 1;
            }
        }
    }
    let share = |part: u32| f64::from(part) / f64::from(n);
    let (most, of_most) = counts.iter().max_by_key(|(_, count)| **count).unwrap();
    println!("{n} operative paragraphs of the General Assembly; with a topic {:.1} %", 100.0 * share(n_with));
    println!("the most frequent of {} topics: {most}, {:.1} %", counts.len(), 100.0 * share(*of_most));
    assert!(share(n_with) > 0.85, "{:.3}", share(n_with));
    assert!(share(*of_most) < 0.15, "{most} {:.3}", share(*of_most));
}

#[test]
#[ignore = "needs ../shared/corpus: cargo test --test suite -- --ignored"]
fn a_translation_is_about_the_same() {
    let (french, english) = (corpus("fr/sampled"), corpus("en/sampled"));
    let (mut n_common, mut n_any) = (0_u32, 0_u32);
    for file in files(&french, ".txt") {
        let original = fs::read_to_string(english.join(file.file_name().unwrap())).unwrap();
        let translation = fs::read_to_string(file).unwrap();
        let sentences = |text: &'_ str| -> Vec<String> {
            text.lines().map(str::trim).filter(|line| !line.is_empty()).map(str::to_owned).collect()
        };
        let (original, translation) = (sentences(&original), sentences(&translation));
        // Only documents with the same number of sentences can be compared.
        if original.len() != translation.len() {
            continue;
        }
        for (english, french) in original.iter().zip(&translation) {
            let english = topics_of(Language::English, english);
            let french = topics_of(Language::French, french);
            n_common += english.intersection(&french).count() as u32;
            n_any += english.union(&french).count() as u32;
        }
    }
    let agreement = f64::from(n_common) / f64::from(n_any);
    println!("topics found in both languages of those found in either: {n_common} of {n_any}, {agreement:.3}");
    assert!(agreement > 0.8, "{agreement:.3}");
}

/// The topics of a sentence's clauses with their ranks, as read in a document.
fn ranks_of(text: &str) -> Vec<(String, TopicRank)> {
    let resolution = parse(text).resolution;
    let topics = resolution.clauses().flat_map(|(_, clause)| clause.topics.clone()).collect::<Vec<_>>();
    topics.into_iter().map(|found| (found.topic.to_string(), found.rank)).collect()
}

fn check_ranks(text: &str, expected: &[(&str, TopicRank)]) {
    let expected: Vec<_> = expected.iter().map(|(topic, rank)| ((*topic).to_owned(), *rank)).collect();
    assert_eq!(ranks_of(text), expected, "{text}");
}

#[test]
fn topics_after_including_are_secondary_and_listed_last() {
    let expected = [("corruption", TopicRank::Main), ("tourism", TopicRank::Secondary)];
    check_ranks("1. Urges all States to fight corruption, including in tourism;", &expected);
    check_ranks("1. Engage tous les États à combattre la corruption, notamment dans le tourisme ;", &expected);
}

#[test]
fn an_aside_before_what_is_asked_leaves_it_the_main_topic() {
    let expected = [("corruption", TopicRank::Main), ("tourism", TopicRank::Secondary)];
    check_ranks("1. Urges all States, including those that live on tourism, to fight corruption;", &expected);
    check_ranks(
        "1. Engage tous les États, notamment ceux qui vivent du tourisme, à combattre la corruption ;",
        &expected,
    );
}

#[test]
fn a_topic_without_a_main_one_is_main() {
    check_ranks("1. Urges all States to act in particular against corruption;", &[("corruption", TopicRank::Main)]);
    check_ranks("1. Engage les États à agir, notamment contre la corruption ;", &[("corruption", TopicRank::Main)]);
}

#[test]
fn with_whom_something_is_done_is_no_topic() {
    let expected = [("corruption", TopicRank::Main)];
    check_ranks(
        "1. Urges all States, in close cooperation with associations of older persons, to fight corruption;",
        &expected,
    );
    check_ranks(
        "1. Engage les États, en coopération étroite avec les associations de personnes âgées, à combattre la corruption ;",
        &expected,
    );
}

#[test]
fn a_clause_that_only_points_back_inherits() {
    let expected = [("corruption", TopicRank::Main), ("corruption", TopicRank::Inherited)];
    check_ranks("1. Deplores corruption, and urges all States to take action against it;", &expected);
    check_ranks("1. Déplore la corruption et engage tous les États à y mettre fin ;", &expected);
}

#[test]
fn a_clause_that_does_not_point_back_inherits_nothing() {
    check_ranks("1. Deplores corruption, and recalls its resolution 74/1;", &[("corruption", TopicRank::Main)]);
    check_ranks("1. Déplore la corruption et rappelle sa résolution 74/1 ;", &[("corruption", TopicRank::Main)]);
}

#[test]
fn a_country_that_says_where_a_town_is_is_no_topic() {
    check_ranks("1. Welcomes the conference on corruption in Nairobi, Kenya;", &[("corruption", TopicRank::Main)]);
    check_ranks(
        "1. Se félicite de la conférence sur la corruption tenue à Nairobi (Kenya) ;",
        &[("corruption", TopicRank::Main)],
    );
    check_ranks(
        "1. Welcomes the fight against corruption in Kenya;",
        &[("corruption", TopicRank::Main), ("kenya", TopicRank::Main)],
    );
}

#[test]
fn many_countries_in_a_row_are_participants() {
    check_ranks(
        "1. Thanks Chile, Ghana, Japan, Kenya and Norway for their work against corruption;",
        &[("corruption", TopicRank::Main)],
    );
}

#[test]
fn a_report_is_a_topic_where_it_is_the_object_only() {
    let expected = [("reports-received", TopicRank::Main)];
    check_ranks("1. Takes note of the report of the Secretary-General;", &expected);
    check_ranks("1. Prend note du rapport du Secrétaire général ;", &expected);
    check_ranks("1. Requests the Office to act on the report of the Secretary-General;", &[]);
}

#[test]
fn israel_is_the_question_of_palestine_only_where_no_other_place_is_named() {
    check_ranks("1. Calls upon Israel to comply;", &[("palestine", TopicRank::Main)]);
    check_ranks("1. Calls upon Israel to withdraw from the Golan;", &[("middle-east", TopicRank::Main)]);
    check_ranks("1. Demande à Israël de se retirer du Golan ;", &[("middle-east", TopicRank::Main)]);
}
