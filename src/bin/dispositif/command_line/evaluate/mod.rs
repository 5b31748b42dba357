//! `dispositif evaluate`: scores the parser on labelled documents.
//!
//! Labels made by people or by the printed page give *accuracy*; labels made by a model (`clauses` with assignees) only
//! give *agreement*, and the tables say so.

mod align;
mod gold;
mod pairs;
mod pdf;
mod printed;
mod retrieval;
mod score;
mod six;
mod topics;

use crate::command_line::speech::{Sentence, Speech};
use dispositif::intake::{FileContent, Structured};
use dispositif::parse::parse_structured;
use score::Scores;
use std::path::{Path, PathBuf};

/// The arguments of `dispositif evaluate`.
#[derive(Debug, clap::Args)]
pub struct Arguments {
    /// A folder of labelled files: `*.gold.json` for documents, `*.gold.jsonl` for the topics of clauses, `aligned.jsonl` for
    /// paragraphs in several languages. Or a folder of documents as both PDF and Word files, which are compared.
    gold: PathBuf,
    /// The folder of their texts, if it is another one. A document without a text is made from its labels.
    #[arg(long)]
    texts: Option<PathBuf>,
    /// How many of the most frequent misses of each kind to print.
    #[arg(long, default_value_t = 0)]
    misses: usize,
    /// Read PDFs by the positions of their glyphs alone, ignoring their structure tree.
    #[arg(long)]
    by_place: bool,
    /// Read the text that poppler's `pdftotext` extracts from PDFs, with and without `-layout`.
    #[arg(long)]
    pdftotext: bool,
}

/// The modes of `pdftotext`.
const PDFTOTEXT_MODES: [(&str, &[&str]); 2] = [("pdftotext -layout", &["-layout"]), ("pdftotext", &[])];

/// Reads every labelled document and prints the table.
pub fn run(arguments: &Arguments, speech: Speech) -> Result<(), Sentence> {
    let files = gold::files(&arguments.gold).map_err(|error| speech.cannot_list(&arguments.gold, &error))?;
    let topics = topics::scores(arguments, speech)?;
    if let Some(topics) = &topics {
        speech.print(topics.table(arguments.misses))?;
    }
    if print_six(arguments, speech)? && files.is_empty() {
        return Ok(());
    }
    if files.is_empty()
        && let Some(table) = pairs::table(&arguments.gold, arguments.misses, speech)?
    {
        speech.print(table)?;
        return Ok(());
    }
    if files.is_empty() {
        return if topics.is_some() { Ok(()) } else { Err(speech.no_labels(&arguments.gold)) };
    }
    let mut scores = Scores::default();
    let mut pdf_scores = pdf::PdfScores::default();
    let mut printed = PDFTOTEXT_MODES.map(|(name, options)| (name, options, printed::PrintedScores::default()));
    for file in files {
        let bytes = std::fs::read(&file).map_err(|error| speech.cannot_list(&file, &error))?;
        let Some(labelled) = gold::read(&bytes) else {
            eprintln!("{}", speech.unknown_labels(&file));
            continue;
        };
        let texts = arguments.texts.as_deref();
        let name = file.file_name().and_then(|name| name.to_str()).unwrap_or_default();
        let name = name.trim_end_matches(".gold.json");
        let pdf = gold::pdf_beside(&file, texts);
        if let Some(path) = pdf.as_deref().filter(|_| arguments.pdftotext) {
            let extracted = |options: &[&str]| {
                printed::extracted(path, options).map_err(|error| speech.cannot_read(path, &error))
            };
            let notes = printed::printed_notes(&extracted(&["-layout"])?);
            for (_, options, scores) in &mut printed {
                let text = extracted(options)?;
                scores.add(name, &labelled, &notes, &dispositif::parse::parse(&text).resolution);
            }
            continue;
        }
        let parsed = if let Some(path) = pdf {
            let Some(read) = read_pdf(&path, arguments.by_place, speech)? else { continue };
            let parsed = parse_structured(&read);
            pdf_scores.add(name, &path, &labelled, &read, &parsed.resolution);
            parsed
        } else {
            let text = gold::text_beside(&file, texts).unwrap_or_else(|| labelled.composed());
            dispositif::parse::parse(&text)
        };
        scores.add(name, &labelled, &parsed.resolution);
    }
    if arguments.pdftotext {
        for (name, _, scores) in &printed {
            speech.print(scores.table(name, arguments.misses))?;
        }
        return Ok(());
    }
    if !pdf_scores.is_empty() {
        speech.print(pdf_scores.table(arguments.misses))?;
    }
    speech.print(scores.table(arguments.misses))?;
    Ok(())
}

/// A PDF's blocks; one that cannot be read is reported and left out.
fn read_pdf(path: &Path, by_place: bool, speech: Speech) -> Result<Option<Structured>, Sentence> {
    let bytes = std::fs::read(path).map_err(|error| speech.cannot_list(path, &error))?;
    let content = if by_place {
        dispositif::intake::read_by_place(&bytes).map(FileContent::Structured)
    } else {
        dispositif::intake::read("", &bytes)
            .pop()
            .map_or(Ok(FileContent::Text(String::new())), |source| source.content)
    };
    match content {
        Ok(FileContent::Structured(file)) => Ok(Some(file)),
        Ok(FileContent::Text(_) | FileContent::Restored(_)) => Ok(None),
        Err(refusal) => {
            eprintln!("{}", speech.refused(path, refusal));
            Ok(None)
        }
    }
}

/// Prints a table for each language of an aligned set; returns whether there is one.
fn print_six(arguments: &Arguments, speech: Speech) -> Result<bool, Sentence> {
    let mut found = false;
    for language in dispositif::model::Language::ALL {
        let documents = six::documents(&arguments.gold, language)
            .map_err(|error| speech.cannot_list(&arguments.gold, &error))?;
        let mut scores = Scores::default();
        let mut n_told = 0;
        for (name, labelled) in &documents {
            let told = dispositif::parse::parse(&labelled.composed()).resolution.language;
            n_told += usize::from(told == language);
            let parsed = dispositif::parse::parse_in(&labelled.composed(), language);
            scores.add(name, labelled, &parsed.resolution);
        }
        if !documents.is_empty() {
            found = true;
            let told = format!("{:<44} {n_told} of {}", "language told", documents.len());
            speech.print(format!("\n{}\n{told}\n{}", language.code(), scores.table(arguments.misses)))?;
        }
    }
    Ok(found)
}
