//! A document exported as Akoma Ntoso is read back as the same document.

use dispositif::export::selection::{Chosen, Provenance, Selection};
use dispositif::export::{CsvOptions, Format, write};
use dispositif::intake::{FileContent, read};
use dispositif::model::Resolution;
use dispositif::parse::{Parsed, parse_all};
use std::path::{Path, PathBuf};

/// All texts below a folder of the package.
fn texts(folder: &str, into: &mut Vec<PathBuf>) {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join(folder);
    let Ok(entries) = std::fs::read_dir(&folder) else { return };
    let mut paths: Vec<PathBuf> = entries.map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    for path in paths {
        if path.is_dir() {
            texts(path.to_str().unwrap(), into);
        } else if path.extension().is_some_and(|extension| extension == "txt") {
            into.push(path);
        }
    }
}

fn exported(parsed: &Parsed) -> Vec<u8> {
    let documents = vec![Chosen::whole(&parsed.resolution, "a.txt")];
    let selection = Selection { documents, glossary: &parsed.glossary, provenance: Provenance::default() };
    write(Format::AkomaNtoso, &selection, CsvOptions::default()).bytes
}

/// What must survive the round trip: symbol, language, title, the paragraphs with part, number, words and marks, the notes.
fn contents(resolution: &Resolution) -> Vec<String> {
    let joined = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
    let paragraphs = resolution.paragraphs.iter().map(|paragraph| {
        let mut text = paragraph.text.clone();
        for mark in paragraph.marks.iter().rev() {
            text.insert_str(mark.at as usize, &format!("[{}]", mark.mark));
        }
        format!("{:?} {:?} {}", paragraph.part, paragraph.number, joined(&text))
    });
    let notes = resolution.footnotes.iter().map(|note| format!("note {}: {}", note.mark, joined(&note.text)));
    let head = [format!("{} {:?} {}", resolution.symbol, resolution.language, joined(&resolution.title))];
    head.into_iter().chain(paragraphs).chain(notes).collect()
}

/// The first difference, if there is one.
fn difference(parsed: &Parsed) -> Option<String> {
    let Ok(content @ FileContent::Structured(_)) = read("a.xml", &exported(parsed)).remove(0).content else {
        return (!parsed.resolution.paragraphs.is_empty()).then(|| "it is not read".to_owned());
    };
    let again = parse_all(&content).remove(0).resolution;
    let (before, after) = (contents(&parsed.resolution), contents(&again));
    let at = (0..before.len().max(after.len())).find(|at| before.get(*at) != after.get(*at))?;
    Some(format!("\n  {:?}\n  {:?}", before.get(at), after.get(at)))
}

fn check(paths: &[PathBuf], at_most: usize) {
    let mut wrong = Vec::new();
    let mut n = 0;
    for path in paths {
        for source in read(path.to_str().unwrap(), &std::fs::read(path).unwrap()) {
            let Ok(content) = source.content else { continue };
            for parsed in parse_all(&content) {
                n += 1;
                wrong.extend(difference(&parsed).map(|difference| format!("{}{difference}", path.display())));
            }
        }
    }
    println!("{} of {n} come back as they were", n - wrong.len());
    assert!(wrong.len() <= at_most, "{} of {n} differ:\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn the_bundled_text_and_the_goldens_come_back_paragraph_by_paragraph_with_their_notes() {
    let mut paths = Vec::new();
    texts("data", &mut paths);
    texts("tests/golden", &mut paths);
    check(&paths, 0);
}

#[test]
#[ignore = "needs ../shared/corpus and two minutes: cargo test --test suite -- --ignored"]
fn the_corpus_comes_back_paragraph_by_paragraph_with_its_notes() {
    let mut paths = Vec::new();
    texts("../shared/corpus", &mut paths);
    check(&paths, 0);
}
