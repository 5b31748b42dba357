//! Parses lines into a resolution, with doubts. Always succeeds.
//!
//! A pipeline with each step in its own file: the masthead and the organ are read ([`masthead`]); lines with several
//! paragraphs are split ([`run_in`]); lines become paragraphs ([`blocks`]), which get their part, number and level
//! ([`structure`]); each paragraph is searched for references ([`references`]) and split into clauses ([`clauses`]) with their
//! actors, topics and deadlines ([`analysis`]).

mod analysis;
mod blocks;
mod body_start;
mod cited_body;
mod cited_number;
mod clauses;
mod closing;
mod decision;
mod described;
mod documents;
mod doubts;
mod drafted_number;
mod due;
mod file_name;
mod head_lines;
mod heading;
mod known_call;
mod leading_label;
mod masthead;
mod numbering;
mod organ_line;
mod organs;
mod outline;
pub mod page;
mod plain_digits;
mod preposed;
mod references;
mod roles;
mod roman_numeral;
mod run_in;
mod scene;
mod scripts;
mod spoken;
mod stated;
mod structure;
mod structured;
mod symbols;
mod title_number;
mod topics;
mod trace;

pub use outline::outline;
pub use structured::{language_of, parse_all, parse_content, parse_structured};
pub use trace::{Piece, Trace};

use crate::lexicon::Lexicon;
use crate::model::{Doubt, DoubtKind, Glossary, Language, Organ, Resolution, Span};
use crate::text::forms::Forms;
use body_start::BodyStart;
use page::footnotes::{RawNote, take_notes};
use page::layout::Layout;
use page::lines::{self, Line};
use page::misread;
use page::running_heads::mark_running_heads;
use structure::BlockReader;

/// The result of parsing.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Parsed {
    /// The resolution, however poor.
    pub resolution: Resolution,
    /// The names of its actors, topics and verbs.
    pub glossary: Glossary,
    /// How each character of the source was used.
    pub trace: Trace,
    /// For a file with pages, its text and the start of each page.
    pub pages: Option<SourcePages>,
}

/// The text of a structured file, which the trace refers to.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SourcePages {
    /// The text, including notes and page furniture.
    pub text: String,
    /// From which byte on it is on which page, in order.
    pub pages: Vec<(u32, u32)>,
}

impl SourcePages {
    /// The page of a byte of the text, and the range of the text on it.
    pub fn page_at(&self, at: u32) -> Option<(u32, Span)> {
        let next = self.pages.partition_point(|(start, _)| *start <= at);
        let (start, page) = *self.pages.get(next.checked_sub(1)?)?;
        let end = self.pages.get(next).map_or(self.text.len() as u32, |(end, _)| *end);
        Some((page, Span { start, end }))
    }

    /// The pages of a range of the text, with their numbers.
    pub fn within(&self, place: Span) -> Vec<(Option<u32>, Span)> {
        let ends = self.pages.iter().skip(1).map(|(start, _)| *start).chain([self.text.len() as u32]);
        let pages =
            self.pages.iter().zip(ends).map(|((start, page), end)| (Some(*page), Span { start: *start, end }));
        pages.filter(|(_, span)| span.overlaps(place)).collect()
    }
}

impl Parsed {
    /// Adds the doubt that the letters of its text were restored.
    pub fn doubt_letters(&mut self) {
        let doubt = Doubt { kind: DoubtKind::LettersRestored, ..Doubt::default() };
        self.resolution.doubts.push(doubt);
    }

    /// The page that a paragraph begins on.
    pub fn page_of(&self, paragraph: usize) -> Option<u32> {
        let is_its = |piece: &&Piece| piece.place.is_some_and(|(number, _)| number as usize == paragraph);
        let first = self.trace.pieces.iter().find(is_its)?;
        Some(self.pages.as_ref()?.page_at(first.source.start)?.0)
    }
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

/// Reads a text with several resolutions, such as a printed volume, each as a separate text.
pub fn parse_each(source: &str) -> Vec<Parsed> {
    documents(source).into_iter().map(parse).collect()
}

/// Splits a volume into the texts of its resolutions; any other text is returned as it is.
pub fn documents(source: &str) -> Vec<&str> {
    let starts = documents::starts(source);
    let ends = starts.iter().skip(1).copied().chain([source.len()]);
    starts.iter().zip(ends).map(|(start, end)| source.get(*start..end).unwrap_or_default()).collect()
}

/// Reads a resolution in a given language.
pub fn parse_in(source: &str, language: Language) -> Parsed {
    let Some(repaired) = misread::repaired(source, language) else { return parse_lines(source, language) };
    let mut parsed = parse_lines(&repaired.text, language);
    repaired.put_back(source, &mut parsed.resolution, &mut parsed.trace);
    parsed
}

/// Reads a resolution whose letters need no repair.
fn parse_lines(source: &str, language: Language) -> Parsed {
    let lexicon = Lexicon::of(language);
    let mut lines = lines::lines(source);
    let run_in = run_in::split(source, &lines, lexicon);
    let ran_in = run_in.is_some();
    lines = run_in.unwrap_or(lines);
    if organ_line::organ_line(source, &lines, lexicon).is_none() {
        run_in::cut_after_organ(source, &mut lines, lexicon);
    }
    let layout = if ran_in { Layout::ParagraphPerLine } else { Layout::of(source, &lines, lexicon) };
    let n_heading = organ_line::organ_line(source, &lines, lexicon).map_or(0, |(line, _)| line);
    mark_running_heads(source, &mut lines, n_heading);
    let notes = take_notes(source, &mut lines, layout);
    let mut parsed = finish(&Prepared {
        source,
        language,
        lines,
        layout,
        notes,
        known: None,
        calls: None,
        n_masthead: 0,
        is_exact: false,
        told: masthead::FileMetadata::default(),
    });
    if ran_in {
        parsed.resolution.doubts.push(doubts::run_in());
    }
    parsed
}

/// A source split into lines, without its notes.
struct Prepared<'s> {
    source: &'s str,
    language: Language,
    lines: Vec<Line>,
    layout: Layout,
    notes: Vec<RawNote>,
    /// The lines that are headings or cells, in order, for a structured file; each line is then a paragraph.
    known: Option<Vec<(Span, blocks::KnownKind)>>,
    /// The note calls, in order, for a structured file.
    calls: Option<Vec<known_call::KnownCall>>,
    /// How many lines at the start precede the resolution, according to the file.
    n_masthead: usize,
    /// Whether no word is broken.
    is_exact: bool,
    /// The file's metadata.
    told: masthead::FileMetadata<'s>,
}

impl Prepared<'_> {
    fn blocks(&self, lines: &[Line], lexicon: &Lexicon) -> Vec<blocks::Block> {
        match &self.known {
            Some(known) => blocks::as_given(self.source, lines, known, self.calls.as_deref().unwrap_or_default()),
            None => blocks::blocks(self.source, lines, self.layout, lexicon),
        }
    }
}

/// Reads a resolution from its lines.
fn finish(prepared: &Prepared<'_>) -> Parsed {
    let Prepared { source, language, .. } = *prepared;
    let lexicon = Lexicon::of(language);
    let lines = &prepared.lines;
    let start = BodyStart::of(source, lines, lexicon);
    let body_line = start.line.max(prepared.n_masthead);
    let (head, body) = lines.split_at_checked(body_line).unwrap_or((&[], lines));
    let mut masthead = masthead::masthead(&prepared.blocks(head, lexicon), start.organ);
    masthead.take(&prepared.told);
    if let Some(decision) = start.decision() {
        masthead.take_decision(decision, source);
    }

    let numbers = |word: &str| lexicon.vocabulary.number(word);
    let mut forms = Forms::of(source, &numbers).with_small_words(|word| lexicon.words.is_small(word));
    forms.is_exact = prepared.is_exact;
    let mut reader = BlockReader::new(source, lexicon, forms, &start.naming);
    let mut resolution = Resolution {
        symbol: masthead.symbol,
        language,
        organ: start.organ.unwrap_or(Organ::Other),
        session: masthead.session,
        title: reader.tidy_title(&masthead.title),
        adopted: masthead.adopted,
        meeting: masthead.meeting,
        ..Resolution::default()
    };
    let mut trace = Trace::default();
    trace.add_lines(lines, body_line, &prepared.notes);
    let blocks = prepared.blocks(body, lexicon);
    let mut wording = structure::paragraphs(&mut reader, blocks, &prepared.notes, &mut resolution, &mut trace);
    structure::footnotes(&mut reader, &prepared.notes, &mut resolution, &mut trace);
    trace.settle();
    structure::links(source, lines, &mut resolution);
    // In a language close to a supported one, words would be confused with others.
    let glossary = if crate::language::is_in_another(source, reader.forms.spans()) {
        Glossary::default()
    } else {
        analysis::analyse(&mut resolution, lexicon, &mut wording, &reader.forms)
    };
    resolution.doubts = doubts::doubts(source, &resolution);
    Parsed { resolution, glossary, trace, pages: None }
}
