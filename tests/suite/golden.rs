//! Golden cases: documents of our own writing with the outlines that a person would make of them.
//!
//! `BLESS=1 cargo test` rewrites the outlines; read the diff before you commit it.

use dispositif::model::Language;
use dispositif::parse::{outline, parse};
use similar::TextDiff;
use std::path::{Path, PathBuf};

fn cases(folder: &str) -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden").join(folder);
    let mut cases: Vec<PathBuf> = std::fs::read_dir(&folder)
        .unwrap_or_else(|error| panic!("{}: {error}", folder.display()))
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.extension().is_some_and(|extension| extension == "txt"))
        .collect();
    cases.sort();
    assert!(!cases.is_empty(), "no case in {}", folder.display());
    cases
}

fn check(folder: &str) {
    let bless = std::env::var_os("BLESS").is_some();
    let mut wrong = Vec::new();
    for case in cases(folder) {
        let bytes = std::fs::read(&case).unwrap();
        let text = dispositif::intake::text_of(&bytes).unwrap_or_default();
        let parsed = parse(&text);
        let faults = parsed.trace.faults(&text);
        assert!(
            faults.is_empty(),
            "{}: not accounted for: {:?}",
            case.display(),
            faults.first().map(|f| f.of(&text))
        );
        let expected = case.with_extension("outline");
        let found = outline(&parsed);
        if bless {
            std::fs::write(&expected, &found).unwrap();
        } else {
            let expected = std::fs::read_to_string(&expected).unwrap_or_default();
            if expected != found {
                let diff = TextDiff::from_lines(&expected, &found);
                wrong.push(format!("{}\n{}", case.display(), diff.unified_diff()));
            }
        }
    }
    assert!(wrong.is_empty(), "differ from their outlines (BLESS=1 writes them again):\n{}", wrong.join("\n"));
}

#[test]
fn documents_in_every_language_read_as_their_outlines_say() {
    for language in Language::ALL {
        check(language.code());
    }
}

/// The ids of all paragraphs and clauses of a case, in order.
fn ids(case: &str) -> Vec<String> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden").join(case).with_extension("txt");
    let resolution = parse(&std::fs::read_to_string(path).unwrap()).resolution;
    let with_clauses = resolution.paragraphs.iter().flat_map(|paragraph| {
        let clauses = paragraph.clauses.iter().map(|clause| clause.id.to_string());
        std::iter::once(paragraph.id.to_string()).chain(clauses)
    });
    with_clauses.collect()
}

#[test]
fn the_expressions_of_one_resolution_have_the_same_ids() {
    let expressions: [&[&str]; 7] = [
        &["en/lighthouses", "ar/lighthouses", "zh/lighthouses"],
        &["en/ferries-council", "ar/ferries-council", "zh/ferries-council"],
        &["en/lighthouses-twin", "es/faros", "ru/mayaki"],
        &["en/coastal-water", "es/agua", "ru/voda", "ar/coastal-water", "zh/coastal-water"],
        &["en/crews", "es/tripulaciones", "ru/ekipazhi", "ar/crews", "zh/crews"],
        &["es/transbordadores", "ru/paromy", "ar/ferries", "zh/ferries"],
        &["es/decision", "ru/reshenie", "ar/decision", "zh/decision"],
    ];
    for group in expressions {
        let (first, others) = group.split_first().unwrap();
        let expected = ids(first);
        assert!(expected.len() > 5, "{first}: {expected:?}");
        for other in others {
            assert_eq!(ids(other), expected, "{other} beside {first}");
        }
    }
}

#[test]
fn hostile_documents_are_read_without_losing_a_character() {
    check("hostile");
}

#[test]
fn no_outline_is_left_without_its_document() {
    for folder in Language::ALL.map(Language::code).into_iter().chain(["hostile"]) {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden").join(folder);
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.extension().is_some_and(|extension| extension == "outline") {
                assert!(path.with_extension("txt").exists(), "{}", path.display());
            }
        }
    }
}
