//! `dispositif parse`: prints the paragraphs and clauses of a document.

use crate::command_line::speech::{Sentence, Speech};
use dispositif::export::json;
use dispositif::parse::{Parsed, outline, parse_all};
use std::path::PathBuf;

/// The arguments of `dispositif parse`.
#[derive(Debug, clap::Args)]
pub struct Arguments {
    /// A document: PDF, Word, OpenDocument, HTML, Akoma Ntoso or text, or a zip of these.
    file: PathBuf,
    /// An outline with a line for each clause, or the whole document as JSON.
    #[arg(long, value_enum, default_value_t = Format::Outline)]
    format: Format,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
enum Format {
    Outline,
    Json,
}

/// Reads the file and prints its documents.
pub fn run(arguments: &Arguments, speech: Speech) -> Result<(), Sentence> {
    let contents = speech.read_file(&arguments.file)?;
    let mut documents: Vec<Parsed> = contents.iter().flat_map(parse_all).collect();
    if let ([content], [parsed], Some(name)) =
        (contents.as_slice(), documents.as_mut_slice(), arguments.file.file_name())
    {
        parsed.consider_name(&name.to_string_lossy(), content);
    }
    for parsed in documents {
        match arguments.format {
            Format::Outline => speech.print(outline(&parsed))?,
            Format::Json => {
                let message = |doubt: &dispositif::model::Doubt| speech.doubt(doubt);
                let document = json::document(&parsed.resolution, &message);
                let json = serde_json::to_string_pretty(&document).map_err(|error| error.to_string())?;
                speech.print(&(json + "\n"))?;
            }
        }
    }
    Ok(())
}
