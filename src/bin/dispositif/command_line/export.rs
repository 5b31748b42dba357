//! `dispositif export`: exports documents or matching clauses; the bytes are those of the page's export.

use crate::command_line::query::{QueryArguments, find, question};
use crate::command_line::speech::{Sentence, Speech};
use dispositif::annotations::{Annotations, Spot, file};
use dispositif::export::selection::{Chosen, Provenance, Selection};
use dispositif::export::{CsvOptions, File, Format, in_utc, in_words, is_blank, write};
use dispositif::i18n::texts;
use dispositif::intake;
use dispositif::library::content_hash;
use dispositif::model::{Date, DocumentId, Glossary, Language, Resolution};
use dispositif::query::{Index, Query, Question, Scope, Segment};
use std::collections::BTreeSet;
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
    /// The separator of CSV cells; by default the one that spreadsheets expect in the language.
    #[arg(long)]
    separator: Option<char>,
    /// Leave out the byte order mark, by which Excel recognizes UTF-8.
    #[arg(long)]
    no_bom: bool,
    /// The language in which the file says where it is from, and whose separator it has: ar, en, es, fr, ru or zh. By default
    /// the language of the environment.
    #[arg(long, value_parser = language)]
    lang: Option<Language>,
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

fn language(code: &str) -> Result<Language, String> {
    let codes = || Language::ALL.map(Language::code).join(", ");
    Language::from_code(code).ok_or_else(|| format!("one of {}", codes()))
}

/// The keys of all formats.
fn formats() -> String {
    format!("{}, parquet", Format::ALL.map(Format::key).join(", "))
}

/// Reads the files, evaluates the question and writes the export. A file that cannot be read does not prevent the export of the
/// others, and is an error after it.
pub fn run(arguments: &Arguments, speech: Speech) -> Result<(), Sentence> {
    let mut documents: Vec<(DocumentId, Resolution)> = Vec::new();
    let mut glossary = Glossary::default();
    let mut files = Vec::new();
    let mut own_ids = Vec::new();
    let mut unread = Vec::new();
    for path in &arguments.files {
        let read = match speech.read_documents(path) {
            Ok(read) => read,
            Err(sentence) if arguments.files.len() > 1 => {
                unread.push(sentence);
                continue;
            }
            Err(sentence) => return Err(sentence),
        };
        for document in read {
            let (Some(resolution), Some(own)) = (document.resolution(), document.glossary()) else { continue };
            files.push(document.summary.file.unwrap_or_default());
            // Unlike in the page, a document can be given twice.
            let hash = content_hash(format!("{}{}", path.display(), files.len()).as_bytes());
            let id = DocumentId::own(&resolution.symbol, resolution.language, hash);
            glossary.merge(own);
            documents.push((id, resolution));
            own_ids.push(document.summary.id);
        }
    }
    let of_index: Vec<(DocumentId, &Resolution)> =
        documents.iter().map(|(id, document)| (id.clone(), document)).collect();
    let index = Index::of(Segment::new(of_index, &glossary));
    let query = question(&arguments.asked, &index, speech)?;
    let chosen = match chosen(&query, &documents, &index, speech)? {
        None => vec![None; documents.len()],
        Some(clauses) => clauses.into_iter().map(Some).collect(),
    };
    let marked = arguments.marks.as_ref().map(|path| marks(path, speech)).transpose()?.unwrap_or_default();
    let parts = documents.iter().zip(&files).zip(chosen);
    let all = parts.enumerate().map(|(at, (((id, document), file), clauses))| {
        let own = own_ids.get(at);
        let is_of_it =
            |spot: &Spot| id.matches(&spot.document) || own.is_some_and(|own| own.matches(&spot.document));
        let of_it = marked.iter().filter(|(spot, _)| is_of_it(spot));
        let marks = of_it.filter_map(|(spot, annotation)| {
            Some((spot.clause.as_str().to_owned(), annotation.work?.key().to_owned()))
        });
        Chosen { document, file, clauses, marks: marks.collect() }
    });
    let language = arguments.lang.unwrap_or(speech.0);
    let texts = texts(language.into());
    let label = |facet, key: &str| texts.label(&glossary, facet, key).unwrap_or_else(|| key.to_owned());
    let at = arguments.at.clone().unwrap_or_else(now);
    let selection = Selection {
        documents: all.filter(|chosen| chosen.clauses.as_ref().is_none_or(|clauses| !clauses.is_empty())).collect(),
        glossary: &glossary,
        provenance: Provenance {
            asked: in_words(&query),
            question: texts.criteria(&query, label).join(texts.semicolon()),
            day: day(&at).map(|day| texts.date(day)).unwrap_or_default(),
            at,
            program: concat!("dispositif ", env!("CARGO_PKG_VERSION")).to_owned(),
            n_asked: documents.iter().map(|(_, document)| document.clauses().count()).sum(),
            link: arguments.link.clone(),
            language,
        },
    };
    let of_language = CsvOptions::of(language);
    let options = CsvOptions {
        separator: arguments.separator.unwrap_or(of_language.separator),
        has_mark: of_language.has_mark && !arguments.no_bom,
    };
    let bytes = match arguments.format {
        FileFormat::OfPage(format) if is_blank(format, &selection) => return Err(speech.nothing_to_export()),
        FileFormat::OfPage(format) => {
            let File { bytes, left_out, .. } = write(format, &selection, options);
            if let Some(left_out) = left_out {
                eprintln!("dispositif: {left_out}");
            }
            bytes
        }
        #[cfg(feature = "parquet")]
        FileFormat::Parquet => {
            dispositif::export::parquet(&selection).map_err(|error| speech.cannot_encode(&error.to_string()))?
        }
    };
    match &arguments.output {
        Some(path) => std::fs::write(path, bytes).map_err(|error| speech.cannot_write(path, &error))?,
        None => speech.print(bytes)?,
    }
    if unread.is_empty() { Ok(()) } else { Err(unread.join("\ndispositif: ")) }
}

/// The day of a time in ISO 8601.
fn day(at: &str) -> Option<Date> {
    let mut parts = at.get(..10)?.split('-');
    let year = parts.next()?.parse().ok()?;
    let mut part = || parts.next()?.parse().ok();
    Some(Date { year, month: Some(part()?), day: Some(part()?) })
}

/// The annotations of a file.
fn marks(path: &Path, speech: Speech) -> Result<Annotations, Sentence> {
    let bytes = std::fs::read(path).map_err(|error| speech.cannot_read(path, &error))?;
    let not_one = || speech.cannot_read(path, &std::io::Error::other("document, clause?"));
    let contents = intake::text_of(&bytes).ok().and_then(|text| file::read(&text));
    Ok(contents.ok_or_else(not_one)?.annotations)
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
