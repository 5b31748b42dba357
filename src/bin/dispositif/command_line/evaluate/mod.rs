//! `dispositif evaluate`: how well the reader does on labelled documents.
//!
//! Labels made by people or by the printed page give *accuracy*; labels made by a model (`clauses` with assignees) only
//! give *agreement*, and are called so.

mod align;
mod gold;
mod retrieval;
mod score;
mod topics;

use crate::command_line::speech::{Sentence, Speech, print};
use score::Scores;
use std::path::PathBuf;

/// Where the labels and the texts are.
#[derive(Debug, clap::Args)]
pub struct Arguments {
    /// A folder of labelled files: `*.gold.json` for documents, `*.gold.jsonl` for the topics of clauses.
    gold: PathBuf,
    /// Where their texts are, if not beside them; a document without a text is put together from its labels.
    #[arg(long)]
    texts: Option<PathBuf>,
    /// How many of the commonest misses of each kind to print.
    #[arg(long, default_value_t = 0)]
    misses: usize,
}

/// Reads every labelled document and prints the table.
pub fn run(arguments: &Arguments, speech: Speech) -> Result<(), Sentence> {
    let files = gold::files(&arguments.gold).map_err(|error| speech.cannot_list(&arguments.gold, &error))?;
    let topics = topics::scores(arguments, speech)?;
    if let Some(topics) = &topics {
        print(&topics.table(arguments.misses));
    }
    if files.is_empty() {
        return if topics.is_some() { Ok(()) } else { Err(speech.no_labels(&arguments.gold)) };
    }
    let mut scores = Scores::default();
    for file in files {
        let bytes = std::fs::read(&file).map_err(|error| speech.cannot_list(&file, &error))?;
        let Some(labelled) = gold::read(&bytes) else {
            eprintln!("{}", speech.unknown_labels(&file));
            continue;
        };
        let text = gold::text_beside(&file, arguments.texts.as_deref()).unwrap_or_else(|| labelled.composed());
        let parsed = dispositif::parse::parse(&text);
        let name = file.file_name().and_then(|name| name.to_str()).unwrap_or_default();
        scores.add(name.trim_end_matches(".gold.json"), &labelled, &parsed.resolution);
    }
    print(&scores.table(arguments.misses));
    Ok(())
}
