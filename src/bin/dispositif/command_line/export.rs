//! `dispositif export`: files as a table, a memo, data or a bibliography, in the bytes that the page would give.

use crate::command_line::query::{Asked, find, question};
use crate::command_line::speech::{Sentence, Speech};
use dispositif::export::selection::{Chosen, Provenance, Selection};
use dispositif::export::{CsvOptions, Format, in_utc, in_words, write};
use dispositif::library::content_hash;
use dispositif::model::{DocumentId, Glossary, Resolution};
use dispositif::parse::parse_content;
use dispositif::query::{Index, Query, Question, Scope, Segment};
use std::collections::BTreeSet;
use std::io::Write;
use std::path::PathBuf;

/// What to read, what to ask of it, and how to write it.
#[derive(Debug, clap::Args)]
pub struct Arguments {
    /// Texts, PDF and Word files, or archives of them.
    #[arg(required = true)]
    files: Vec<PathBuf>,
    /// The format.
    #[arg(long, value_parser = format)]
    format: FileFormat,
    #[command(flatten)]
    asked: Asked,
    /// Between two cells of a CSV file; by default what spreadsheets expect in the language of the environment.
    #[arg(long)]
    separator: Option<char>,
    /// Leave out the byte order mark by which Excel knows UTF-8.
    #[arg(long)]
    no_bom: bool,
    /// The day, or the day and time in UTC, that the file is to bear: `2026-11-29`. By default now.
    #[arg(long)]
    at: Option<String>,
    /// A link to the selection that the file is to bear.
    #[arg(long, default_value = "")]
    link: String,
    /// The file to write; standard output without it.
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
    let keys = Format::ALL.map(Format::key);
    let known = Format::from_key(key).map(FileFormat::OfPage);
    known.ok_or_else(|| format!("one of {}, parquet", keys.join(", ")))
}

/// Reads the files, asks, and writes.
pub fn run(arguments: &Arguments, speech: Speech) -> Result<(), Sentence> {
    let mut documents: Vec<(DocumentId, Resolution)> = Vec::new();
    let mut glossary = Glossary::default();
    let mut files = Vec::new();
    for path in &arguments.files {
        let contents = match speech.read_file(path) {
            Ok(contents) => contents,
            // One of many does not keep the others from being written.
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
    let parts = documents.iter().zip(&files).zip(chosen);
    let all = parts.map(|(((_, document), file), clauses)| Chosen { document, file, clauses });
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
        // It is written to memory, which does not fail.
        #[cfg(feature = "parquet")]
        FileFormat::Parquet => dispositif::export::parquet(&selection).unwrap_or_default(),
    };
    match &arguments.output {
        Some(path) => std::fs::write(path, bytes).map_err(|error| speech.cannot_write(path, &error)),
        // The program that reads our output may stop reading.
        None => std::io::stdout().write_all(&bytes).or(Ok(())),
    }
}

/// Clauses of a document, each by its paragraph's place and its own in the paragraph.
type Clauses = BTreeSet<(u32, u32)>;

/// The clauses of each document that match; nothing if nothing is asked.
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

/// Now, as ISO 8601 has it in UTC.
fn now() -> String {
    #[allow(clippy::disallowed_methods, reason = "the command line has a clock")]
    let since = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH).unwrap_or_default();
    in_utc(since.as_secs())
}
