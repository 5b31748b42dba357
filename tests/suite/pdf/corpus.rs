//! Real PDFs, where they are at hand.

use super::structured;
use dispositif::parse::parse_structured;
use std::path::{Path, PathBuf};

fn pdfs(folder: &Path, found: &mut Vec<PathBuf>) {
    let Ok(entries) = std::fs::read_dir(folder) else { return };
    for path in entries.filter_map(|entry| Some(entry.ok()?.path())) {
        if path.is_dir() {
            pdfs(&path, found);
        } else if path.extension().is_some_and(|extension| extension == "pdf") {
            found.push(path);
        }
    }
}

/// `cargo test … -- --ignored` runs it where `../shared/corpus` is.
#[test]
#[ignore = "needs the corpus of real files in ../shared/corpus"]
fn every_pdf_of_the_corpus_gives_paragraphs_and_ties_its_notes() {
    let mut files = Vec::new();
    pdfs(&Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/corpus"), &mut files);
    assert!(!files.is_empty(), "there is no PDF in ../shared/corpus");
    for path in files {
        let file =
            structured(&std::fs::read(&path).unwrap()).unwrap_or_else(|refusal| panic!("{path:?}: {refusal:?}"));
        assert!(file.blocks.len() > 5, "{path:?}");
        let parsed = parse_structured(&file);
        let pages = parsed.pages.unwrap_or_default();
        assert_eq!(parsed.trace.faults(&pages.text), [], "{path:?}");
        let n_called = parsed.resolution.footnotes.iter().filter(|note| !note.called_from.is_empty()).count();
        assert!(n_called * 10 >= parsed.resolution.footnotes.len() * 8, "{path:?}: {n_called} notes called");
    }
}
