//! The commands, one file each.

mod bundle;
mod evaluate;
mod export;
mod parse;
mod query;
mod speech;

use clap::{Parser, Subcommand};
use speech::Speech;
use std::process::ExitCode;

/// Reads United Nations resolutions clause by clause: who is asked to do what, about what, and by when.
#[derive(Debug, Parser)]
#[command(name = "dispositif", version, about, long_about = None)]
struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Read a document and print its paragraphs and clauses.
    Parse(parse::Arguments),
    /// Print the matching clauses of a document, and how many each further choice would leave.
    Query(query::Arguments),
    /// Export documents or their matching clauses as a table, a memo, data or a bibliography.
    Export(export::Arguments),
    /// Generate the site's files from the texts in data/.
    Bundle(bundle::Arguments),
    /// Score the parser on labelled documents.
    Evaluate(evaluate::Arguments),
}

/// Runs the command. On failure, prints one sentence to standard error and exits with code 2.
pub fn run() -> ExitCode {
    let arguments = Arguments::parse();
    let speech = Speech::of_environment();
    let done = match arguments.command {
        Command::Parse(arguments) => parse::run(&arguments, speech),
        Command::Query(arguments) => query::run(&arguments, speech),
        Command::Export(arguments) => export::run(&arguments, speech),
        Command::Bundle(arguments) => bundle::run(&arguments, speech),
        Command::Evaluate(arguments) => evaluate::run(&arguments, speech),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(sentence) => {
            eprintln!("dispositif: {sentence}");
            ExitCode::from(2)
        }
    }
}
