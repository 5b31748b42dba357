//! What clauses are about: the bundled resolution as read by hand, and how far the table reaches in other texts.

use dispositif::lexicon::Lexicon;
use dispositif::model::{Clause, Language};
use dispositif::parse::parse;
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

/// Every operative clause of A/RES/74/175 with all its topics, and the preambular clauses that have none.
const BY_HAND: &[(&str, &str)] = &[
    ("pp11.3", ""),
    ("pp11.4", ""),
    ("pp13.2", ""),
    ("pp15.1", ""),
    ("op1.1", "legal-instruments terrorism"),
    ("op1.2", "coordination legal-instruments technical-assistance un-coordination"),
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
    (
        "op9.1",
        "biometrics foreign-terrorist-fighters information-exchange technical-assistance terrorism un-coordination",
    ),
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
         un-coordination violent-extremism",
    ),
    ("op14.1", "coordination money-laundering technical-assistance terrorism-financing un-coordination"),
    ("op15.1", "financial-system money-laundering technical-assistance terrorism-financing"),
    ("op15.2", "terrorism-financing"),
    (
        "op16.1",
        "crime-justice criminal-justice drug-trafficking money-laundering organized-crime terrorism \
         terrorism-financing",
    ),
    ("op16.2", ""),
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
        "criminal-justice cybercrime freedom-of-expression human-rights internet-social-media private-sector \
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
        "criminal-justice gender-equality human-rights partnerships technical-assistance terrorism un-coordination \
         violence-against-women women",
    ),
    ("op25.2", "criminal-justice family foreign-terrorist-fighters gender-equality terrorism"),
    ("op26.1", "information-exchange prisons terrorist-recruitment violent-extremism"),
    ("op26.2", "technical-assistance"),
    ("op27.1", "coordination regional-cooperation technical-assistance un-coordination"),
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
    found.into_iter().filter_map(|(_, topic)| Some(lexicon.topics.entry(topic)?.id.as_str())).collect()
}

/// A folder of the collection that lies beside the project on some machines.
fn corpus(folder: &str) -> Option<PathBuf> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/corpus").join(folder);
    if path.is_dir() {
        return Some(path);
    }
    println!("skipped: no ../shared/corpus/{folder}");
    None
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
fn most_paragraphs_have_a_topic_and_no_topic_has_most_paragraphs() {
    let Some(folder) = corpus("en/mandates") else { return };
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
fn a_translation_is_about_the_same() {
    let (Some(french), Some(english)) = (corpus("fr/sampled"), corpus("en/sampled")) else { return };
    let (mut n_common, mut n_any) = (0_u32, 0_u32);
    for file in files(&french, ".txt") {
        let original = fs::read_to_string(english.join(file.file_name().unwrap())).unwrap();
        let translation = fs::read_to_string(file).unwrap();
        let sentences = |text: &'_ str| -> Vec<String> {
            text.lines().map(str::trim).filter(|line| !line.is_empty()).map(str::to_owned).collect()
        };
        let (original, translation) = (sentences(&original), sentences(&translation));
        // Only documents whose sentences stand one against one can be compared.
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
