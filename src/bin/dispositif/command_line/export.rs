//! `dispositif export`: exports documents or matching clauses; the bytes are those of the page's export.

use crate::command_line::query::{QueryArguments, find, question};
use crate::command_line::speech::{Sentence, Speech};
use dispositif::annotations::{Annotations, Spot, file};
use dispositif::export::selection::{Chosen, Provenance, Selection};
use dispositif::export::{CsvOptions, Format, in_utc, in_words, write};
use dispositif::intake::FileContent;
use dispositif::library::{content_hash, hash_of_text};
use dispositif::model::{DocumentId, Glossary, Resolution};
use dispositif::parse::parse_content;
use dispositif::query::{Index, Query, Question, Scope, Segment};
use std::collections::BTreeSet;
use std::io::Write;
use std::path::{Path, PathBuf};

/// The arguments of `dispositif export`.
#[derive(Debug, clap::Args)]
pub struct Arguments {
    /// Documents: PDF, Word, OpenDocument, HTML, Akoma Ntoso or text, or a zip of these.
    #[arg(required = true)]
    files: Vec<PathBuf>,
    #[arg(long, value_parser = format, help = format!("One of {}", formats()))]
    format: FileFormat,
    #[command(flatten)]
    asked: QueryArguments,
    /// The separator of CSV cells; by default the one that spreadsheets expect in the language of the environment.
    #[arg(long)]
    separator: Option<char>,
    /// Leave out the byte order mark, by which Excel recognises UTF-8.
    #[arg(long)]
    no_bom: bool,
    /// The date, or the date and time in UTC, recorded in the file: `2026-11-29`. By default the current time.
    #[arg(long)]
    at: Option<String>,
    /// A link to the selection, recorded in the file.
    #[arg(long, default_value = "")]
    link: String,
    /// A file of annotations that the page has exported: their marks of work are written beside their clauses.
    #[arg(long)]
    marks: Option<PathBuf>,
    /// The file to write; by default standard output.
    #[arg(long, short)]
    output: Option<PathBuf>,
}

/// A format of the page, or one that only the command line writes.
#[derive(Clone, Copy, Debug)]
enum FileFormat {
    OfPage(Format),
    #[cfg(feature = "parquet")]
    Parquet,
}

fn format(key: &str) -> Result<FileFormat, String> {
    if key == "parquet" {
        #[cfg(feature = "parquet")]
        return Ok(FileFormat::Parquet);
        #[cfg(not(feature = "parquet"))]
        return Err("this program was built without Parquet: build it with --features parquet".to_owned());
    }
    Format::from_key(key).map(FileFormat::OfPage).ok_or_else(|| format!("one of {}", formats()))
}

/// The keys of all formats.
fn formats() -> String {
    format!("{}, parquet", Format::ALL.map(Format::key).join(", "))
}

/// Reads the files, evaluates the question and writes the export.
pub fn run(arguments: &Arguments, speech: Speech) -> Result<(), Sentence> {
    let mut documents: Vec<(DocumentId, Resolution)> = Vec::new();
    let mut glossary = Glossary::default();
    let mut files = Vec::new();
    let mut hashes = Vec::new();
    for path in &arguments.files {
        let contents = match speech.read_file(path) {
            Ok(contents) => contents,
            // An unreadable file does not prevent the export of the others.
            Err(sentence) if arguments.files.len() > 1 => {
                eprintln!("dispositif: {sentence}");
                continue;
            }
            Err(sentence) => return Err(sentence),
        };
        let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
        for content in contents {
            let parsed = parse_content(&content);
            let resolution = parsed.resolution;
            files.push(name.clone());
            // The page knows a document that has marks by its contents.
            hashes.push(arguments.marks.as_ref().and_then(|_| match &content {
                FileContent::Text(text) | FileContent::Restored(text) => Some(hash_of_text(text)),
                FileContent::Structured(_) => Some(content_hash(&std::fs::read(path).ok()?)),
            }));
            let hash = content_hash(format!("{}{}", path.display(), files.len()).as_bytes());
            let id = DocumentId::own(&resolution.symbol, resolution.language, hash);
            glossary.merge(parsed.glossary);
            documents.push((id, resolution));
        }
    }
    let of_index: Vec<(DocumentId, &Resolution)> =
        documents.iter().map(|(id, document)| (id.clone(), document)).collect();
    let index = Index::of(Segment::new(of_index, &glossary));
    let query = question(&arguments.asked, &index, speech)?;
    let asked = in_words(&query);
    let chosen = match chosen(&query, &documents, &index, speech)? {
        None => vec![None; documents.len()],
        Some(clauses) => clauses.into_iter().map(Some).collect(),
    };
    let marked = arguments.marks.as_ref().map(|path| marks(path, speech)).transpose()?.unwrap_or_default();
    let parts = documents.iter().zip(&files).zip(chosen);
    let all = parts.enumerate().map(|(at, (((id, document), file), clauses))| {
        let hash = hashes.get(at).copied().flatten();
        let own = hash.map(|hash| DocumentId::own(&document.symbol, document.language, hash));
        let is_of_it =
            |spot: &Spot| id.matches(&spot.document) || own.iter().any(|own| own.matches(&spot.document));
        let of_it = marked.iter().filter(|(spot, _)| is_of_it(spot));
        let marks = of_it.filter_map(|(spot, annotation)| {
            Some((spot.clause.as_str().to_owned(), annotation.work?.key().to_owned()))
        });
        Chosen { document, file, clauses, marks: marks.collect() }
    });
    let selection = Selection {
        documents: all.filter(|chosen| chosen.clauses.as_ref().is_none_or(|clauses| !clauses.is_empty())).collect(),
        glossary: &glossary,
        provenance: Provenance {
            asked,
            at: arguments.at.clone().unwrap_or_else(now),
            program: concat!("dispositif ", env!("CARGO_PKG_VERSION")).to_owned(),
            n_asked: documents.iter().map(|(_, document)| document.clauses().count()).sum(),
            link: arguments.link.clone(),
        },
    };
    let of_language = CsvOptions::of(speech.0);
    let options = CsvOptions {
        separator: arguments.separator.unwrap_or(of_language.separator),
        has_mark: of_language.has_mark && !arguments.no_bom,
    };
    let bytes = match arguments.format {
        FileFormat::OfPage(format) => write(format, &selection, options).bytes,
        // Writing to memory does not fail.
        #[cfg(feature = "parquet")]
        FileFormat::Parquet => dispositif::export::parquet(&selection).unwrap_or_default(),
    };
    match &arguments.output {
        Some(path) => std::fs::write(path, bytes).map_err(|error| speech.cannot_write(path, &error)),
        // The program that reads the output may stop early.
        None => std::io::stdout().write_all(&bytes).or(Ok(())),
    }
}

/// The annotations of a file.
fn marks(path: &Path, speech: Speech) -> Result<Annotations, Sentence> {
    let text = std::fs::read_to_string(path).map_err(|error| speech.cannot_read(path, &error))?;
    let not_one = || speech.cannot_read(path, &std::io::Error::other("document, clause?"));
    Ok(file::read(&text).ok_or_else(not_one)?.annotations)
}

/// Clauses of a document, each as the index of its paragraph and its own index in the paragraph.
type Clauses = BTreeSet<(u32, u32)>;

/// The matching clauses of each document; none without a question.
fn chosen(
    query: &Query,
    documents: &[(DocumentId, Resolution)],
    index: &Index,
    speech: Speech,
) -> Result<Option<Vec<Clauses>>, Sentence> {
    if *query == Query::default() {
        return Ok(None);
    }
    let pairs: Vec<(&DocumentId, &Resolution)> = documents.iter().map(|(id, document)| (id, document)).collect();
    let found = find(&query.text, index, &pairs).map_err(|_| speech.unfinished(&query.text))?;
    let answer = index.ask(Question { query, scope: &Scope::Library, text: found.as_ref() });
    let mut clauses: Vec<Clauses> = vec![BTreeSet::new(); documents.len()];
    for place in answer.places() {
        let id = index.document(place.document);
        let at = documents.iter().position(|(known, _)| Some(known) == id);
        if let Some(clauses) = at.and_then(|at| clauses.get_mut(at)) {
            clauses.insert((place.paragraph as u32, place.clause as u32));
        }
    }
    Ok(Some(clauses))
}

/// The current time in ISO 8601, in UTC.
fn now() -> String {
    #[allow(clippy::disallowed_methods, reason = "the command line has a clock")]
    let since = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH).unwrap_or_default();
    in_utc(since.as_secs())
}
