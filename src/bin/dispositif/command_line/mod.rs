//! What a shell can ask for, a file a command.

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
    /// Read a text and print what was found in it.
    Parse(parse::Arguments),
    /// Print the clauses of a text that match, with the counts of what each further choice would leave.
    Query(query::Arguments),
    /// Write the clauses of files that match as a table, a memo, data or a bibliography.
    Export(export::Arguments),
    /// Make the files that the page carries from the texts under data/.
    Bundle(bundle::Arguments),
    /// Score the reader against labelled documents.
    Evaluate(evaluate::Arguments),
}

/// Does what the arguments say. Exit code 2 and one sentence on standard error for what cannot be done.
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
