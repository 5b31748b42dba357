//! Lines → a resolution, and the doubts about it. Always succeeds.
//!
//! A pipeline, each step in its own file: the masthead is read and the organ told ([`masthead`]); lines that hold
//! several paragraphs are parted ([`run_in`]), lines become paragraphs ([`blocks`]), which get their part, number and level ([`structure`]); each paragraph gives its references
//! ([`references`]) and its clauses ([`clauses`]) with their actors, topics and due dates ([`analysis`]).

mod analysis;
mod blocks;
mod clauses;
mod closing;
mod due;
mod masthead;
mod numbering;
mod outline;
pub mod page;
mod references;
mod roles;
mod run_in;
mod structure;
mod trace;

pub use outline::outline;
pub use trace::{Piece, Trace};

use crate::lexicon::Lexicon;
use crate::model::{Glossary, Language, Organ, Resolution};
use crate::text::forms::Forms;
use page::footnotes::take_notes;
use page::layout::Layout;
use page::lines;
use page::marks::MarkReader;
use page::running_heads::mark_running_heads;

/// A text, read.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Parsed {
    /// The resolution, however poor.
    pub resolution: Resolution,
    /// The names of the actors, topics and verbs that it speaks of.
    pub glossary: Glossary,
    /// What became of each character of the source.
    pub trace: Trace,
}

/// Reads a resolution from the text of a document.
///
/// ```
/// let text = "L’Assemblée générale,\n\n1. Prie le Secrétaire général de lui faire rapport.";
/// let parsed = dispositif::parse::parse(text);
/// let phrases: Vec<&str> = parsed.resolution.clauses().map(|(p, clause)| clause.phrase.of(&p.text)).collect();
/// assert_eq!(phrases, ["Prie"]);
/// ```
pub fn parse(source: &str) -> Parsed {
    let language = crate::language::detect(source);
    parse_in(source, language)
}

/// Reads a resolution in a language that is known.
pub fn parse_in(source: &str, language: Language) -> Parsed {
    let lexicon = Lexicon::of(language);
    let mut lines = lines::lines(source);
    let run_in = run_in::parted(source, &lines, lexicon);
    let ran_in = run_in.is_some();
    lines = run_in.unwrap_or(lines);
    let layout = if ran_in { Layout::ParagraphPerLine } else { Layout::of(source, &lines) };
    mark_running_heads(source, &mut lines);
    let raw_notes = take_notes(source, &mut lines, layout);

    let organ = masthead::organ_line(source, &lines, lexicon);
    let (organ_at, organ) = organ.map_or((0, Organ::Other), |(line, organ)| (line, organ));
    let body_start = masthead::end(source, &lines, organ_at, lexicon);
    let (head, body) = lines.split_at_checked(body_start).unwrap_or((&[], &lines));
    let head_blocks = blocks::blocks(source, head, layout, lexicon);
    let masthead = masthead::masthead(source, &head_blocks, organ);

    let tables = |word: &str| lexicon.vocabulary.number(word);
    let marks_defined = raw_notes.iter().filter_map(|note| note.name(source).parse().ok());
    let mut reader =
        structure::BlockReader::new(source, lexicon, Forms::of(source, &tables), MarkReader::new(marks_defined));

    let mut resolution = Resolution {
        symbol: masthead.symbol,
        language,
        organ,
        session: masthead.session,
        title: reader.tidy_title(&masthead.title),
        adopted: masthead.adopted,
        meeting: masthead.meeting,
        ..Resolution::default()
    };
    let blocks = blocks::blocks(source, body, layout, lexicon);
    let mut trace = Trace::default();
    trace.add_lines(&lines, body_start, &raw_notes);
    let mut wording = structure::paragraphs(&mut reader, &blocks, &mut resolution, &mut trace);
    structure::footnotes(&mut reader, &raw_notes, &mut resolution, &mut trace);
    trace.settle();
    structure::links(source, &lines, &mut resolution);
    let glossary = analysis::analyse(&mut resolution, lexicon, &mut wording, &reader.forms);
    structure::doubts(&mut resolution);
    if ran_in {
        structure::doubt_run_in(&mut resolution);
    }
    Parsed { resolution, glossary, trace }
}
