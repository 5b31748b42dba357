//! `dispositif bundle`: generates the files that are part of the site.
//!
//! `bundle.jsonl` is for reviews: its diff shows what a change to the parser does to the document. `bundle.html` is shown
//! before the explorer starts, or where it cannot, and `head.html` describes the document to other programs. `bundle.bin` is the library in the postcard format, which the explorer
//! loads. These are committed.
//!
//! `locales/` has the interface's texts in each language, which the page fetches, `tables/` the lexicon's tables of each
//! language, which the worker fetches, and `alternates/` each document as JSON and as Akoma Ntoso, which the page links for
//! other programs. None of them is committed.

use crate::command_line::speech::{Sentence, Speech};
use dispositif::export::selection::{Chosen, Provenance, Selection};
use dispositif::export::{CsvOptions, Format, json, page, write as write_as};
use dispositif::i18n::{UiLanguage, texts};
use dispositif::language::file_to_fetch;
use dispositif::library::{BUNDLED_TEXTS, Library};
use dispositif::model::Language;
use std::fmt::Write;
use std::path::{Path, PathBuf};

/// The arguments of `dispositif bundle`.
#[derive(Debug, clap::Args)]
pub struct Arguments {
    /// Change nothing; fail if the files are out of date.
    #[arg(long)]
    check: bool,
    /// The folder of the files.
    #[arg(long, default_value = "data")]
    folder: PathBuf,
}

/// Writes the files whose contents differ, or lists them.
pub fn run(arguments: &Arguments, speech: Speech) -> Result<(), Sentence> {
    let library = Library::of_texts(BUNDLED_TEXTS.map(|(_, text)| text));
    let mut stale = Vec::new();
    let committed = files(&library, speech)?;
    let others = if arguments.check { Vec::new() } else { [locales(), tables(), alternates(&library)].concat() };
    for (name, contents) in committed.into_iter().chain(others) {
        let path = arguments.folder.join(&name);
        if std::fs::read(&path).is_ok_and(|old| old == contents) {
            continue;
        }
        stale.push(name);
        if !arguments.check {
            write(&path, &contents).map_err(|error| speech.cannot_write(&path, &error))?;
        }
    }
    if arguments.check && !stale.is_empty() {
        return Err(speech.stale(&stale));
    }
    for name in stale {
        speech.print(format!("{}\n", arguments.folder.join(name).display()))?;
    }
    Ok(())
}

/// The committed files with their contents.
fn files(library: &Library, speech: Speech) -> Result<Vec<(String, Vec<u8>)>, Sentence> {
    let lines = lines(library).map_err(|error| speech.cannot_encode(&error.to_string()))?;
    let binary = postcard::to_allocvec(library).map_err(|error| speech.cannot_encode(&error.to_string()))?;
    let html: String = library.documents.iter().map(page::fragment).collect();
    // The page shows the first document.
    let described = library.documents.first().map(|document| {
        let texts = texts(document.language.into());
        page::head(document, texts.organ(document.organ))
    });
    let head = described.unwrap_or_default();
    Ok(vec![
        ("bundle.jsonl".to_owned(), lines.into_bytes()),
        ("bundle.bin".to_owned(), binary),
        ("bundle.html".to_owned(), html.into_bytes()),
        ("head.html".to_owned(), head.into_bytes()),
    ])
}

/// The interface's texts, one file per language.
fn locales() -> Vec<(String, Vec<u8>)> {
    let file =
        |language: UiLanguage| (format!("locales/{}.txt", language.code()), texts(language).to_file().into_bytes());
    UiLanguage::ALL.map(file).into()
}

/// The tables of each language, which the worker fetches.
fn tables() -> Vec<(String, Vec<u8>)> {
    let file =
        |language: Language| (format!("tables/{}.txt", language.code()), file_to_fetch(language).into_bytes());
    Language::ALL.map(file).into()
}

/// Each document for other programs. No time is written, so that the same documents give the same files.
fn alternates(library: &Library) -> Vec<(String, Vec<u8>)> {
    let mut files = Vec::new();
    for ((name, _), document) in BUNDLED_TEXTS.iter().zip(&library.documents) {
        for format in [Format::Json, Format::AkomaNtoso] {
            let provenance = Provenance {
                program: concat!("dispositif ", env!("CARGO_PKG_VERSION")).to_owned(),
                n_asked: document.clauses().count(),
                language: Language::English,
                ..Provenance::default()
            };
            let documents = vec![Chosen::whole(document, name)];
            let selection = Selection { documents, glossary: &library.glossary, provenance };
            let file = write_as(format, &selection, CsvOptions::default());
            let stem = name.strip_suffix(".txt").unwrap_or(name);
            files.push((format!("alternates/{stem}.{}", file.extension), file.bytes));
        }
    }
    files
}

/// A line of JSON for each item in the bundle.
fn lines(library: &Library) -> serde_json::Result<String> {
    // The committed file does not depend on who generates it.
    let message = |doubt: &dispositif::model::Doubt| Speech(Language::English).doubt(doubt);
    let mut lines = String::new();
    let mut push = |json: String| {
        let _ = writeln!(lines, "{json}");
    };
    for document in &library.documents {
        let places = json::Places::of(document);
        push(serde_json::to_string(&json::head(document))?);
        for paragraph in &document.paragraphs {
            push(serde_json::to_string(&json::paragraph(&places, paragraph))?);
        }
        for note in &document.footnotes {
            push(serde_json::to_string(&json::footnote(note))?);
        }
        for doubt in &document.doubts {
            push(serde_json::to_string(&json::doubt(&places, doubt, &message))?);
        }
    }
    for actor in &library.glossary.actors {
        push(serde_json::to_string(actor)?);
    }
    for topic in &library.glossary.topics {
        push(serde_json::to_string(topic)?);
    }
    for verb in &library.glossary.verbs {
        push(serde_json::to_string(verb)?);
    }
    Ok(lines)
}

/// Writes a whole file or nothing: a build that is interrupted must not leave half a bundle.
fn write(path: &Path, contents: &[u8]) -> std::io::Result<()> {
    if let Some(folder) = path.parent() {
        std::fs::create_dir_all(folder)?;
    }
    let half = path.with_extension("part");
    std::fs::write(&half, contents)?;
    std::fs::rename(&half, path)
}
