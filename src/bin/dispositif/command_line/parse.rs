//! `dispositif parse`: what was found in a text.

use crate::command_line::speech::{Sentence, Speech, print};
use dispositif::export::json;
use dispositif::parse::{outline, parse_all};
use std::path::PathBuf;

/// What to read, and how to print it.
#[derive(Debug, clap::Args)]
pub struct Arguments {
    /// A resolution: a PDF, a Word file, a text, or a zip of these.
    file: PathBuf,
    /// A line for each clause, or the whole document as JSON.
    #[arg(long, value_enum, default_value_t = Format::Outline)]
    format: Format,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
enum Format {
    Outline,
    Json,
}

/// Reads the file and prints what was found.
pub fn run(arguments: &Arguments, speech: Speech) -> Result<(), Sentence> {
    let contents = speech.read_file(&arguments.file)?;
    for parsed in contents.iter().flat_map(parse_all) {
        match arguments.format {
            Format::Outline => print(&outline(&parsed)),
            Format::Json => {
                let message = |doubt: &dispositif::model::Doubt| speech.doubt(doubt);
                let document = json::document(&parsed.resolution, &message);
                let json = serde_json::to_string_pretty(&document).map_err(|error| error.to_string())?;
                print(&(json + "\n"));
            }
        }
    }
    Ok(())
}
