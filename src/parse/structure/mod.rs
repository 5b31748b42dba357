//! Gives paragraphs their part, number and level, and links footnotes to their calls.

mod block_reader;
mod ids;
mod kind;
mod notes;

pub(super) use block_reader::BlockReader;
pub(super) use ids::push_number;
pub(super) use notes::{footnotes, links};

use super::blocks::{Block, KnownKind, is_annex_label};
use super::body_start::OrganNaming;
use super::closing;
use super::leading_label::leading_label;
use super::numbering::{Label, Outline};
use super::organ_line::organ_of;
use super::page::footnotes::RawNote;
use super::page::tidy::CleanText;
use super::references::references;
use super::roman_numeral::section_numeral;
use super::spoken;
use super::trace::Trace;
use crate::language::document;
use crate::lexicon::Lexicon;
use crate::lexicon::verbs::Phrase;
use crate::model::{Meeting, Organ, Paragraph, ParagraphId, Part, Resolution, Span};
use crate::text::fold::fold;
use crate::text::forms::WordAt;
use crate::text::marks::{COLONS, COMMAS};
use crate::text::traced::{Run, SpanKind, Traced};
use foldhash::fast::FixedState;
use notes::calls;
use std::collections::{HashMap, HashSet};

/// The words of all paragraphs, in order.
#[derive(Default)]
pub(super) struct Wording {
    words: Vec<WordAt>,
    /// For each paragraph, where its words end.
    ends: Vec<usize>,
    /// For each paragraph, the phrase that it opens with, if it may have clauses.
    phrases: Vec<Option<Phrase>>,
}

impl Wording {
    /// The phrases of the tables that the paragraphs open with, in order.
    pub(super) fn take_phrases(&mut self) -> Vec<Option<Phrase>> {
        std::mem::take(&mut self.phrases)
    }

    /// The words of a paragraph, by its number.
    pub(super) fn of(&self, paragraph: usize) -> &[WordAt] {
        let start = paragraph.checked_sub(1).and_then(|last| self.ends.get(last)).copied().unwrap_or_default();
        let end = self.ends.get(paragraph).copied().unwrap_or_default();
        self.words.get(start..end).unwrap_or_default()
    }
}

/// Builds the paragraphs of the body and adds them to the resolution.
pub(super) fn paragraphs(
    reader: &mut BlockReader<'_>,
    blocks: Vec<Block>,
    notes: &[RawNote],
    resolution: &mut Resolution,
    trace: &mut Trace,
) -> Wording {
    let mut builder = Builder {
        tells_a_decision: matches!(reader.naming, OrganNaming::Decision(_)),
        organ_speaks: matches!(reader.naming, OrganNaming::Sentences),
        has_organ: resolution.organ != Organ::Other,
        ..Builder::default()
    };
    let mut wording = Wording::default();
    let calls = calls(reader.source, &blocks, notes);
    let openings: Vec<Opening> = blocks.iter().map(Opening::of).collect();
    let quoted = quoted(&blocks, reader.lexicon);
    builder.reserve_numbers(&openings);
    for (i, (block, calls)) in blocks.into_iter().zip(calls).enumerate() {
        let known = block.known;
        let tidied = reader.tidied(block.text, &calls);
        if tidied.text.text.is_empty() {
            // A line of nothing but a note's mark, or a hyphen that extraction left.
            trace.add(&tidied.text, if tidied.marks.is_empty() { SpanKind::Mended } else { SpanKind::NoteMark });
            continue;
        }
        let next = openings.get(i + 1).map(|next| next.text.as_str());
        let mut kind = match known {
            Some(KnownKind::Heading) => builder.heading(&tidied.text.text, next, reader.lexicon),
            Some(KnownKind::Cell) => builder.cell(&tidied.text.text, next, reader.lexicon),
            _ if quoted.get(i) == Some(&true)
                && builder.may_quote()
                && !builder.may_declare(&tidied.text.text, reader.lexicon) =>
            {
                builder.quotation()
            }
            _ => builder.kind_of(&tidied.text.text, next, reader.lexicon),
        };
        if matches!(kind.begins, SectionStart::Organ | SectionStart::Section)
            || kind.part == Part::Heading && section_name(&tidied.text.text).is_some()
        {
            builder.reserve_numbers(openings.get(i + 1..).unwrap_or_default());
        }
        if kind.part == Part::Closing {
            Builder::read_closing(&tidied.text.text, resolution);
        }
        wording.phrases.push(kind.phrase.take());
        let (paragraph, runs) = builder.paragraph(tidied, kind, resolution, trace);
        let body = Traced { text: paragraph.text, runs };
        if matches!(paragraph.part, Part::Preamble | Part::Operative | Part::Annex | Part::Declaration) {
            reader.forms.words_of(&body, &mut wording.words);
        }
        wording.ends.push(wording.words.len());
        resolution.paragraphs.push(Paragraph { text: body.text, ..paragraph });
    }
    wording
}

/// How a block begins, which those before it ask about.
struct Opening {
    /// Its first line; where that is only its number, the next one with it.
    text: String,
    /// Its number, if it has one.
    number: Option<u32>,
    /// Whether numbering may restart here: it names an organ, an annex or a section.
    restarts: bool,
}

impl Opening {
    fn of(block: &Block) -> Self {
        const MOST_WORDS: usize = 12;
        let first = block.first_line();
        let label = leading_label(first);
        let is_label_alone = label.as_ref().is_some_and(|label| label.rest >= first.len());
        let (text, label) = if is_label_alone {
            let text = block.text.text.split_whitespace().take(MOST_WORDS).collect::<Vec<_>>().join(" ");
            let label = leading_label(&text);
            (text, label)
        } else {
            (first.to_owned(), label)
        };
        let restarts = organ_of(&text).is_some_and(|organ| organ != Organ::Other)
            || is_annex_heading(&text)
            || section_numeral(&text).is_some()
            || section_name(&text).is_some();
        Self { text, number: label.and_then(|label| label.number()), restarts }
    }
}

/// The classification of a block of text.
#[derive(Default)]
struct Kind {
    part: Part,
    label: Option<Label>,
    /// The phrase of the tables that it opens with, if it may have clauses.
    phrase: Option<Phrase>,
    /// For a heading: what it begins.
    begins: SectionStart,
    /// Whether its verb adopts something.
    adopts: bool,
    /// Whether it has neither a number nor a verb and is below a numbered paragraph, which it continues.
    continues: bool,
}

/// The part that a heading begins.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum SectionStart {
    /// Nothing: a list may continue after it, and preambular text may follow.
    #[default]
    Nothing,
    /// A section with its own numbers.
    Section,
    /// The resolution, or one of the parts of a composite one: it names the organ.
    Organ,
    /// An annex.
    Annex,
}

#[expect(clippy::struct_excessive_bools, reason = "facts that do not depend on each other")]
#[derive(Default)]
struct Builder {
    part: Part,
    /// Whether what has no verb at its head is operative all the same: a decision reports it in the past.
    tells_a_decision: bool,
    n_preambular: u32,
    n_operative: u32,
    /// Whether the last operative paragraph had a number.
    is_numbered: bool,
    n_other: HashMap<&'static str, u32, FixedState>,
    /// The ids of the paragraphs that subparagraphs here are under, the outermost first.
    above: Vec<ParagraphId>,
    items: Outline,
    section: Section,
    /// The announcement of the last paragraph.
    announced: Announced,
    /// Whether a paragraph of the preamble that opens with a participle announced the list that may continue here.
    in_preambular_list: bool,
    /// Whether the last paragraph listed who voted how.
    lists_votes: bool,
    /// Whether the last paragraph was of the closing formula.
    is_closed: bool,
    /// Whether that opened a parenthesis that is still to close.
    in_closing_aside: bool,
    /// Whether the organ speaks in its own name: “The Security Council calls upon …”.
    organ_speaks: bool,
    /// Whether the text names the organ whose it is, on a line or in its first sentence.
    has_organ: bool,
    /// Whether several speak without saying who they are: “Declare that:”.
    several_speak: bool,
    /// The organ whose text is quoted here, where the organ recommends one to another: « L’Assemblée générale, …».
    quoted_organ: Option<Organ>,
    /// The number of the paragraph that recommends it.
    n_before_quoted: u32,
    /// The numbers that paragraphs further on have, up to the next organ's line: no other paragraph takes their ids.
    reserved: HashSet<u32, FixedState>,
    /// How often each id was wanted.
    taken: HashMap<ParagraphId, u32, FixedState>,
}

/// The announcement of a paragraph.
#[expect(clippy::struct_excessive_bools, reason = "facts that do not depend on each other")]
#[derive(Default)]
struct Announced {
    /// Whether it ended as those do that a list follows.
    list_may_follow: bool,
    /// Whether it ended with a colon.
    list: bool,
    /// Whether it adopts a text that follows it.
    declaration: bool,
    /// Whether the title of that text was read since.
    title: bool,
}

/// The section we are in.
#[derive(Default)]
struct Section {
    /// Its label, in lower case: it distinguishes ids that a new numbering would make equal.
    name: String,
    /// Its numeral; 0 before any.
    numeral: u32,
    /// The numeral of the section that the annex here belongs to.
    before_annex: u32,
    /// Whether it restarts the numbering of its paragraphs.
    restarts_numbers: bool,
    /// Whether preambular text may follow: after a heading, until a number.
    may_open_preamble: bool,
}

impl Builder {
    fn reserve_numbers(&mut self, openings: &[Opening]) {
        let own = openings.iter().take_while(|opening| !opening.restarts);
        self.reserved = own.filter_map(|opening| opening.number).collect();
    }

    fn read_closing(text: &str, resolution: &mut Resolution) {
        let text = closing::without_emphasis(text);
        if closing::is_meeting(text) && resolution.meeting.is_none() {
            let text = closing::meeting_and_date(text).unwrap_or(text);
            resolution.meeting = Some(Meeting {
                text: text.trim_end_matches(COMMAS).to_owned(),
                number: closing::meeting_number(text),
            });
        }
        if resolution.adopted.is_none() {
            resolution.adopted = closing::date_in(text);
        }
    }

    fn paragraph(
        &mut self,
        tidied: CleanText,
        kind: Kind,
        resolution: &Resolution,
        trace: &mut Trace,
    ) -> (Paragraph, Vec<Run>) {
        let CleanText { text, mut marks, mut mends } = tidied;
        let cut = kind.label.as_ref().map_or(0, |label| label.rest);
        let (number, body) = text.split(cut);
        let shift = cut as u32;
        for mark in &mut marks {
            mark.at = mark.at.saturating_sub(shift);
        }
        mends.retain(|mend| mend.span.start >= shift);
        for mend in &mut mends {
            mend.span = Span { start: mend.span.start - shift, end: mend.span.end - shift };
        }
        let own_number = kind.label.as_ref().and_then(Label::number).filter(|_| kind.part == Part::Operative);
        // The number after the one that recommends the other text, and not the other text's next.
        if own_number.is_some_and(|number| number == self.n_before_quoted + 1 && number != self.n_operative + 1) {
            self.quoted_organ = None;
        }
        let n_operative = self.n_operative;
        let level = self.level(&kind);
        let id = self.id(&kind, level);
        let adopts = kind.adopts;
        self.is_closed = kind.part == Part::Closing;
        self.in_closing_aside = self.is_closed && body.text.starts_with('(') && !body.text.contains(')');
        if kind.part == Part::Heading {
            self.begin(kind.begins, &body.text);
        } else if kind.part == Part::Operative && kind.label.is_some() {
            self.section.may_open_preamble = false;
        }
        self.announced.list_may_follow = body.text.ends_with([':', ',', '—']);
        self.announced.list = body.text.ends_with(COLONS);
        if kind.part == Part::Heading {
            self.announced.title |= self.announced.declaration;
        } else {
            self.announced.title = false;
            self.announced.declaration =
                kind.part == Part::Operative && level == 1 && self.announced.list && adopts;
        }
        trace.add(&number, SpanKind::Number);
        trace.add_text(resolution.paragraphs.len() as u32, &body);
        if kind.begins == SectionStart::Organ {
            let quotes = body.text.starts_with(['«', '“', '"']);
            let is_other =
                |organ: &Organ| n_operative > 0 && resolution.organ != Organ::Other && *organ != resolution.organ;
            let quoted = organ_of(&body.text).filter(|organ| *organ != Organ::Other && (quotes || is_other(organ)));
            self.quoted_organ = quoted;
            self.n_before_quoted = n_operative;
        }
        let organ = self.quoted_organ.unwrap_or(resolution.organ);
        if body.text.ends_with(['»', '”', '"']) {
            self.quoted_organ = None;
        }
        let references = references(&body.text, organ, &resolution.symbol);
        let paragraph = Paragraph {
            id,
            part: kind.part,
            level,
            number: kind.label.map(|label| label.printed),
            text: body.text,
            marks,
            references,
            mends,
            ..Paragraph::default()
        };
        (paragraph, body.runs)
    }

    /// Takes up what a heading begins.
    fn begin(&mut self, begins: SectionStart, heading: &str) {
        self.section.may_open_preamble = begins != SectionStart::Annex;
        // A part of a composite resolution may have its letter on a line of its own.
        if matches!(begins, SectionStart::Nothing | SectionStart::Section)
            && let Some(name) = section_name(heading)
        {
            self.section.name = name;
            self.section.restarts_numbers = false;
        }
        match begins {
            SectionStart::Nothing => return,
            SectionStart::Section => {
                self.section.numeral = section_numeral(heading).map_or(self.section.numeral, |(value, _)| value);
            }
            SectionStart::Organ => self.section.numeral = 0,
            SectionStart::Annex => {}
        }
        self.items.close_items();
        self.above.clear();
        self.section.restarts_numbers = false;
        self.is_numbered = false;
        self.n_operative = 0;
    }
}

/// Which blocks quote another text: they begin with a quotation mark and a number, or in the midst of a quotation.
fn quoted(blocks: &[Block], lexicon: &Lexicon) -> Vec<bool> {
    const MARKS: [(char, char); 2] = [('«', '»'), ('“', '”')];
    let mut quoted = vec![false; blocks.len()];
    let mut open: Option<(char, usize)> = None;
    // What closes a whole resolution that another organ is to adopt.
    let mut whole: Option<char> = None;
    for (i, block) in blocks.iter().enumerate() {
        let text = block.text.text.trim_start();
        let opening = MARKS.into_iter().find(|(opens, _)| text.starts_with(*opens));
        let names_an_organ = || organ_of(block.first_line()).is_some_and(|organ| organ != Organ::Other);
        if opening.is_some() && names_an_organ() {
            whole = opening.map(|(_, close)| close);
        }
        if whole.is_some_and(|close| text.ends_with(close)) {
            whole = None;
            continue;
        }
        // “The Security Council calls upon”: a statement, which is quoted whole too.
        if whole.is_some() || opening.is_some() && spoken::phrase_at(text, 0, lexicon, false).is_some() {
            continue;
        }
        let is_numbered = opening
            .is_some_and(|(opens, _)| leading_label(text.trim_start_matches([opens, ' ', '\u{a0}'])).is_some());
        let closes = open.map(|(close, _)| close).or(opening.map(|(_, close)| close));
        let Some(close) = closes else { continue };
        let opens = if close == '»' { '«' } else { '“' };
        let last = text.chars().rev().find(|letter| *letter == opens || *letter == close);
        if is_numbered && let Some(place) = quoted.get_mut(i) {
            *place = true;
        }
        match (open, last) {
            // Only what is closed in the end was a quotation.
            (Some((_, start)), Some(last)) if last == close => {
                quoted.iter_mut().take(i + 1).skip(start).for_each(|place| *place = true);
                open = None;
            }
            (None, Some(last)) if last == opens => open = Some((close, i)),
            _ => {}
        }
    }
    quoted
}

fn is_annex_heading(text: &str) -> bool {
    const LONGEST: usize = 20;
    const MOST_WORDS: usize = 3;
    if is_annex_label(text) {
        return true;
    }
    if !document().annexes.may_open_folded(text.trim_start()) {
        return false;
    }
    let mut words = text.split_whitespace();
    let Some(first) = words.clone().next().filter(|word| word.len() <= LONGEST) else { return false };
    words.nth(MOST_WORDS).is_none() && document().annexes.contains(fold(first).trim_end_matches(['.', ':']))
}

/// «B», «II.» → `b`, `ii`.
fn section_name(heading: &str) -> Option<String> {
    let first = heading.split(|letter: char| letter.is_whitespace() || letter == '.').next()?;
    let short = first.len() <= 5 && !first.is_empty() && first.chars().all(|letter| letter.is_ascii_uppercase());
    short.then(|| first.to_lowercase())
}
