//! Paragraphs with their part, number and level; footnotes and links tied to what calls them.

use super::blocks::Block;
use super::closing;
use super::masthead::{bare_organ, organ_of};
use super::numbering::{Label, Outline, Reading, Series, leading_label, section_numeral};
use super::page::footnotes::RawNote;
use super::page::lines::{Line, LineKind};
use super::page::marks::MarkReader;
use super::page::tidy::{Tidied, tidy};
use super::references::{is_later, references, symbol_of_link};
use super::structured::{KnownCall, marks_of, without_calls};
use super::trace::Trace;
use crate::language::words;
use crate::lexicon::Lexicon;
use crate::lexicon::verbs::{Mood, Phrase};
use crate::model::{
    Doubt, DoubtKind, Footnote, Language, Meeting, Organ, Paragraph, ParagraphId, Part, Reference, Resolution, Span,
};
use crate::text::fold::fold;
use crate::text::forms::{Forms, WordAt};
use crate::text::traced::{Run, SpanKind, Traced};
use foldhash::fast::FixedState;
use std::collections::{HashMap, HashSet};

/// What it takes to make a paragraph's text of its lines.
pub(super) struct BlockReader<'a> {
    source: &'a str,
    lexicon: &'a Lexicon,
    /// The words of the document.
    pub(super) forms: Forms<'a>,
    marks: MarkReader,
    /// Where notes are called, in the source and in order, if the file says so.
    calls: Option<Vec<KnownCall>>,
    /// Room for the words of a block.
    words: Vec<WordAt>,
}

impl<'a> BlockReader<'a> {
    pub(super) fn new(source: &'a str, lexicon: &'a Lexicon, forms: Forms<'a>, marks: MarkReader) -> Self {
        Self { source, lexicon, forms, marks, calls: None, words: Vec::new() }
    }

    /// Takes the calls of notes from the file, and reads no others.
    #[must_use]
    pub(super) fn with_calls(self, calls: Option<Vec<KnownCall>>) -> Self {
        Self { calls, ..self }
    }

    fn tidied(&mut self, block: &Block) -> Tidied {
        let raw = block.traced(self.source);
        if let Some(calls) = &self.calls {
            let (raw, calls) = without_calls(raw, calls);
            self.words.clear();
            self.forms.words_of(&raw, &mut self.words);
            let tidied = tidy(raw, &self.words, &self.forms, &mut MarkReader::off());
            let marks = marks_of(&tidied.text, calls);
            return Tidied { marks, ..tidied };
        }
        self.words.clear();
        self.forms.words_of(&raw, &mut self.words);
        tidy(raw, &self.words, &self.forms, &mut self.marks)
    }

    /// The same for what calls no notes.
    fn tidied_without_marks(&mut self, raw: Traced) -> Tidied {
        self.words.clear();
        self.forms.words_of(&raw, &mut self.words);
        tidy(raw, &self.words, &self.forms, &mut MarkReader::default())
    }

    /// A title with its words mended and without a note's mark.
    pub(super) fn tidy_title(&mut self, title: &str) -> String {
        let mut traced = Traced::default();
        // It is no stretch of the source, but one of a text of its own.
        traced.push_mended(title, Span::default());
        self.tidied_without_marks(traced).text.text
    }
}

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

/// Makes the paragraphs of the body and puts them into the resolution.
pub(super) fn paragraphs(
    reader: &mut BlockReader<'_>,
    blocks: &[Block],
    resolution: &mut Resolution,
    trace: &mut Trace,
) -> Wording {
    let mut builder = Builder::default();
    let mut wording = Wording::default();
    for (i, block) in blocks.iter().enumerate() {
        let tidied = reader.tidied(block);
        if tidied.text.text.is_empty() {
            // A line of nothing but a note's mark, or a hyphen that extraction left.
            trace.add(&tidied.text, if tidied.marks.is_empty() { SpanKind::Mended } else { SpanKind::NoteMark });
            continue;
        }
        let next = blocks.get(i + 1).map(|next| next.first_line(reader.source));
        let mut kind = builder.kind_of(&tidied.text.text, next, block.is_heading, reader.lexicon);
        if kind.part == Part::Closing {
            Builder::read_closing(&tidied.text.text, resolution);
        }
        wording.phrases.push(kind.phrase.take());
        let (paragraph, runs) = builder.paragraph(tidied, kind, resolution, trace);
        let body = Traced { text: paragraph.text, runs };
        if matches!(paragraph.part, Part::Preamble | Part::Operative) {
            reader.forms.words_of(&body, &mut wording.words);
        }
        wording.ends.push(wording.words.len());
        resolution.paragraphs.push(Paragraph { text: body.text, ..paragraph });
    }
    wording
}

/// What a block of text is.
#[derive(Default)]
struct Kind {
    part: Part,
    label: Option<Label>,
    /// The phrase of the tables that it opens with, if it may have clauses.
    phrase: Option<Phrase>,
    /// For a heading: what it begins.
    begins: Begins,
    /// Whether it has neither a number nor a verb and stands below a numbered paragraph, which it continues.
    continues: bool,
}

/// What a heading begins.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Begins {
    /// Nothing: a list may go on after it, and preambular text may follow.
    #[default]
    Nothing,
    /// A section with its own numbers.
    Section,
    /// The resolution, or one of the parts of a composite one: it names the organ.
    Organ,
    /// An annex.
    Annex,
}

#[derive(Default)]
struct Builder {
    part: Part,
    n_preambular: u32,
    n_operative: u32,
    /// Whether the last operative paragraph bore a number.
    is_numbered: bool,
    n_other: HashMap<&'static str, u32, FixedState>,
    /// The ids of the paragraphs that subparagraphs here stand under, the outermost first.
    above: Vec<ParagraphId>,
    items: Outline,
    section: Section,
    /// Whether the last paragraph ended as those do that a list follows.
    list_may_follow: bool,
    /// Whether the last paragraph listed who voted how.
    lists_votes: bool,
    /// How often each id was wanted.
    taken: HashMap<ParagraphId, u32, FixedState>,
}

/// The section we are in.
#[derive(Default)]
struct Section {
    /// Its label, lower case: it parts ids that numbering anew would make equal.
    name: String,
    /// Its numeral; 0 before any.
    numeral: u32,
    /// Whether it numbers its paragraphs anew.
    numbers_anew: bool,
    /// Whether preambular text may follow: after a heading, until a number.
    may_open_preamble: bool,
}

impl Builder {
    fn kind_of(&mut self, text: &str, next: Option<&str>, is_known_heading: bool, lexicon: &Lexicon) -> Kind {
        let label = leading_label(text).map(|label| self.as_meant(label, text, lexicon));
        let label = label.filter(|label| !label.only_in_a_list || self.is_item(label));
        let heading = |begins| Kind { part: Part::Heading, begins, ..Kind::default() };
        let is_first = self.n_preambular == 0 && self.n_operative == 0;
        let organ = organ_of(text).or_else(|| bare_organ(text, next, lexicon));
        if organ.is_some_and(|organ| organ != Organ::Other || is_first) {
            // A composite resolution names the organ again for each of its parts.
            self.part = if self.part == Part::Annex { Part::Annex } else { Part::Preamble };
            return heading(Begins::Organ);
        }
        if is_annex_heading(text) {
            self.part = Part::Annex;
            return heading(Begins::Annex);
        }
        let body = label.as_ref().and_then(|label| text.get(label.rest..)).unwrap_or(text);
        // A list of votes may run over several lines.
        let goes_on_with_votes = self.lists_votes && label.is_none() && lexicon.verbs.phrase_at(text, 0).is_none();
        self.lists_votes = closing::is_list_of_votes(text) || goes_on_with_votes;
        if self.part != Part::Annex && (self.lists_votes || super::blocks::is_closing(text)) {
            return Kind { part: Part::Closing, ..Kind::default() };
        }
        let is_section = |label: &Label| {
            label.readings.iter().any(|r| matches!(r.series, Series::CapitalLetter | Series::CapitalRoman))
        };
        if label.as_ref().is_some_and(is_section) || self.goes_on_with_section(text) {
            return heading(Begins::Section);
        }
        if is_known_heading && label.is_none() {
            return heading(Begins::Nothing);
        }
        if self.part == Part::Annex {
            return Kind { part: Part::Annex, label, ..Kind::default() };
        }
        let phrase = lexicon.verbs.phrase_at(body, 0);
        let mood = phrase.as_ref().map(|phrase| phrase.mood);
        let top_level = label.as_ref().is_none_or(is_top_level);
        let part = match (self.part, mood) {
            (_, _) if !top_level => self.part,
            // A section has its own preamble, and columns read across put preambular text among the operative.
            (Part::Operative, Some(Mood::Participle))
                if label.is_none() && (self.section.may_open_preamble || text.ends_with(',')) =>
            {
                Part::Preamble
            }
            (Part::Operative, _) if label.is_some() => Part::Operative,
            (Part::Preamble, Some(Mood::Participle)) => Part::Preamble,
            // A verb without a number opens the operative part, unless the preamble plainly goes on after it.
            (Part::Preamble, Some(Mood::Finite)) if label.is_none() && goes_on_as_preamble(next, lexicon) => {
                Part::Preamble
            }
            (_, Some(Mood::Finite)) => Part::Operative,
            // A number opens the operative part even before a verb that no table knows.
            (Part::Preamble, None) if label.is_some() && looks_operative(body, lexicon) => Part::Operative,
            (part, _) => part,
        };
        if label.is_none() && mood.is_none() && is_heading(text, lexicon.language) {
            return heading(Begins::Nothing);
        }
        self.part = part;
        let continues = part == Part::Operative && label.is_none() && mood.is_none() && self.is_numbered;
        Kind { part, label, phrase, continues, ..Kind::default() }
    }

    /// A label as it is meant before a verb: «I.» and «l.» before any number is what reading by machine made of «1.», and
    /// «3)» after a paragraph 2 that announces no list is a paragraph too.
    fn as_meant(&self, label: Label, text: &str, lexicon: &Lexicon) -> Label {
        let is_one = matches!(label.printed.as_str(), "I" | "l") && text.ends_with([';', '.', ':', ',']);
        let next = Reading { series: Series::ArabicItem, value: self.n_operative + 1 };
        let is_next = label.readings.first() == Some(&next) && !self.list_may_follow && self.items.is_closed();
        let may_be_meant = if self.n_operative == 0 { is_one } else { is_next };
        let opens = |body: &str| {
            let phrase = lexicon.verbs.phrase_at(body, 0);
            body.starts_with(char::is_uppercase)
                && phrase.is_some_and(|phrase| phrase.mood == Mood::Finite && !phrase.head_only)
        };
        if !may_be_meant || !text.get(label.rest..).is_some_and(opens) {
            return label;
        }
        let printed = if is_one { "1".to_owned() } else { label.printed.clone() };
        Label { printed, ..label.renumbered(next.value) }
    }

    /// Whether a label that counts only in a list stands in one: it goes on with it, or a colon announces it.
    fn is_item(&self, label: &Label) -> bool {
        !self.above.is_empty() && (self.items.goes_on_with(label) || (self.list_may_follow && label.may_be_first()))
    }

    /// Whether a line like «II Capital master plan» is the heading of the next section.
    fn goes_on_with_section(&self, text: &str) -> bool {
        const LONGEST: usize = 300;
        let Some((value, title)) = section_numeral(text) else { return false };
        let is_next = value == self.section.numeral + 1 || value == 1;
        is_next
            && text.len() <= LONGEST
            && title.chars().next().is_none_or(|letter| letter.is_uppercase() || letter == '«' || letter == '“')
            && !title.ends_with([',', ';', '.', ':'])
    }

    fn read_closing(text: &str, resolution: &mut Resolution) {
        let text = closing::without_emphasis(text);
        if closing::is_meeting(text) && resolution.meeting.is_none() {
            resolution.meeting = Some(Meeting {
                text: text.trim_end_matches(',').to_owned(),
                number: closing::meeting_number(text),
            });
        }
        if resolution.adopted.is_none() {
            resolution.adopted = closing::date_in(text);
        }
    }

    fn paragraph(
        &mut self,
        tidied: Tidied,
        kind: Kind,
        resolution: &Resolution,
        trace: &mut Trace,
    ) -> (Paragraph, Vec<Run>) {
        let Tidied { text, mut marks, mut mends } = tidied;
        let cut = kind.label.as_ref().map_or(0, |label| label.rest);
        let (number, body) = text.parted(cut);
        let shift = cut as u32;
        for mark in &mut marks {
            mark.at = mark.at.saturating_sub(shift);
        }
        mends.retain(|mend| mend.span.start >= shift);
        for mend in &mut mends {
            mend.span = Span { start: mend.span.start - shift, end: mend.span.end - shift };
        }
        let level = self.level(&kind);
        let id = self.id(&kind, level);
        if kind.part == Part::Heading {
            self.begin(kind.begins, &body.text);
        } else if kind.part == Part::Operative && kind.label.is_some() {
            self.section.may_open_preamble = false;
        }
        self.list_may_follow = body.text.ends_with([':', ',', '—']);
        trace.add(&number, SpanKind::Number);
        trace.add_text(resolution.paragraphs.len() as u32, &body);
        let references = references(&body.text, resolution.organ, &resolution.symbol);
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
    fn begin(&mut self, begins: Begins, heading: &str) {
        self.section.may_open_preamble = begins != Begins::Annex;
        // A part of a composite resolution may bear its letter on a line of its own.
        if matches!(begins, Begins::Nothing | Begins::Section)
            && let Some(name) = section_name(heading)
        {
            self.section.name = name;
            self.section.numbers_anew = false;
        }
        match begins {
            Begins::Nothing => return,
            Begins::Section => {
                self.section.numeral = section_numeral(heading).map_or(self.section.numeral, |(value, _)| value);
            }
            Begins::Organ => self.section.numeral = 0,
            Begins::Annex => {}
        }
        self.items.close_items();
        self.above.clear();
        self.section.numbers_anew = false;
        self.is_numbered = false;
        self.n_operative = 0;
    }

    /// 1 for a paragraph, 2 for its subparagraphs, and so on.
    fn level(&mut self, kind: &Kind) -> u8 {
        let Some(label) = &kind.label else {
            // A heading, or a line without a verb, may stand in the midst of a list.
            if kind.part != Part::Heading && !kind.continues {
                self.items.close_items();
                self.above.clear();
            }
            return 1;
        };
        // «1)» opens a list where there is a paragraph for it to stand in.
        let opens_a_list = label.readings.iter().any(|r| r.series == Series::ArabicItem) && !self.above.is_empty();
        let starts_anew = is_top_level(label) && !opens_a_list;
        if starts_anew {
            self.items.close_items();
            self.above.clear();
            return 1;
        }
        let depth = self.items.place(label).map_or(0, |(_, depth)| depth);
        (depth + 2).min(5) as u8
    }

    fn id(&mut self, kind: &Kind, level: u8) -> ParagraphId {
        let mut counted = |prefix: &'static str| {
            let n = self.n_other.entry(prefix).or_default();
            *n += 1;
            numbered(prefix, *n)
        };
        let name = match (kind.part, &kind.label) {
            (Part::Heading, _) if kind.begins == Begins::Organ => "organ".to_owned(),
            (Part::Heading, _) => counted("h"),
            (Part::Closing, _) => counted("cl"),
            (Part::Annex, None) => counted("at"),
            (part, Some(label)) if level > 1 => {
                let depth = usize::from(level) - 2;
                self.above.truncate(depth + 1);
                let above = self.above.last().map_or_else(|| prefix(part), ParagraphId::as_str).to_owned();
                match plain_label(label) {
                    bullet if bullet.is_empty() => numbered(&(above + "."), self.items.n_bullets()),
                    item => above + "." + &item,
                }
            }
            (Part::Annex, Some(label)) => "an".to_owned() + &plain_label(label),
            (Part::Preamble, _) => {
                self.n_preambular += 1;
                numbered("pp", self.n_preambular)
            }
            (Part::Operative, None) if kind.continues => numbered("op", self.n_operative),
            (Part::Operative, label) => {
                let value = label.as_ref().and_then(|label| label.readings.first()).map(|reading| reading.value);
                self.n_operative = value.unwrap_or(self.n_operative + 1);
                self.is_numbered = label.is_some();
                match label {
                    Some(label) => "op".to_owned() + &plain_label(label),
                    None => numbered("op", self.n_operative),
                }
            }
        };
        let id = self.untaken(name);
        if matches!(kind.part, Part::Preamble | Part::Operative | Part::Annex) && !kind.continues {
            self.above.truncate(usize::from(level) - 1);
            self.above.push(id.clone());
        }
        id
    }

    /// An id that no other paragraph has: a section that numbers anew puts its label before its paragraphs.
    fn untaken(&mut self, name: String) -> ParagraphId {
        let may_be_parted = name.starts_with("op") && !self.section.name.is_empty();
        let mut id = ParagraphId::new(name);
        self.section.numbers_anew |= may_be_parted && self.taken.contains_key(&id);
        if may_be_parted && self.section.numbers_anew {
            id = ParagraphId::new(format!("{}.{id}", self.section.name));
        }
        if !self.taken.contains_key(&id) {
            self.taken.insert(id.clone(), 1);
            return id;
        }
        // Counting on, rather than from 2 each time, keeps a text of nothing but «1.» linear.
        let plain = id.clone();
        let mut n = self.taken.get(&plain).copied().unwrap_or_default();
        while self.taken.contains_key(&id) {
            n += 1;
            id = ParagraphId::new(format!("{plain}-{n}"));
        }
        self.taken.insert(plain, n.max(1));
        self.taken.entry(id.clone()).or_insert(1);
        id
    }
}

/// `pp3`: without the machinery of formatting, since each paragraph has one.
fn numbered(prefix: &str, number: u32) -> String {
    let mut name = String::with_capacity(prefix.len() + 4);
    name.push_str(prefix);
    push_number(&mut name, number);
    name
}

/// Appends the digits of a number.
pub(super) fn push_number(out: &mut String, number: u32) {
    if number >= 10 {
        push_number(out, number / 10);
    }
    out.extend(char::from_digit(number % 10, 10));
}

fn prefix(part: Part) -> &'static str {
    match part {
        Part::Preamble => "pp",
        Part::Operative => "op",
        _ => "an",
    }
}

/// `(ii)` → `ii`, `2 bis` → `2bis`.
fn plain_label(label: &Label) -> String {
    label.printed.chars().filter(char::is_ascii_alphanumeric).collect()
}

fn is_top_level(label: &Label) -> bool {
    label.readings.iter().any(|reading| matches!(reading.series, Series::Arabic | Series::ArabicItem))
}

/// Whether the words after a number can be an act: a capital, and a verb by its form.
fn looks_operative(body: &str, lexicon: &Lexicon) -> bool {
    lexicon.verbs.guess(body, 0, Mood::Finite).is_some() || lexicon.verbs.guess(body, 0, Mood::Participle).is_none()
}

/// Whether the block after an unnumbered verb is one of a preamble, or the first number.
fn goes_on_as_preamble(next: Option<&str>, lexicon: &Lexicon) -> bool {
    let Some(next) = next else { return false };
    let is_first = leading_label(next).is_some_and(|label| label.printed == "1");
    is_first || lexicon.verbs.phrase_at(next, 0).is_some_and(|phrase| phrase.mood == Mood::Participle)
}

/// A short line that no paragraph would be.
pub(super) fn is_heading(text: &str, language: Language) -> bool {
    let n_words = text.split_whitespace().count();
    n_words <= 16
        && text.len() <= 140
        && !text.ends_with([',', ';', '.', ':'])
        && !is_cut_off(text, language)
        && text.chars().any(char::is_alphabetic)
}

/// Whether a line can only be part of a sentence: it goes on after a semicolon, or ends with a word that leads to another.
fn is_cut_off(text: &str, language: Language) -> bool {
    let last = fold(text.rsplit(' ').next().unwrap_or_default());
    // «Peace-making; peace-keeping; research» only lists.
    let goes_on = |rest: &str| rest.starts_with(char::is_lowercase) && !rest.contains(';');
    let goes_on = text.split_once("; ").is_some_and(|(_, rest)| goes_on(rest));
    goes_on || text.contains(' ') && words(language).leads.contains(&last)
}

fn is_annex_heading(text: &str) -> bool {
    let mut words = text.split_whitespace();
    let first = fold(words.next().filter(|word| word.len() <= 20).unwrap_or_default());
    matches!(first.trim_end_matches(['.', ':']), "annexe" | "annex" | "appendice" | "appendix")
        && words.nth(2).is_none()
}

/// «B», «II.» → `b`, `ii`.
fn section_name(heading: &str) -> Option<String> {
    let first = heading.split(|letter: char| letter.is_whitespace() || letter == '.').next()?;
    let short = first.len() <= 5 && !first.is_empty() && first.chars().all(|letter| letter.is_ascii_uppercase());
    short.then(|| first.to_lowercase())
}

/// Reads the footnotes and ties them to the paragraphs that call them.
pub(super) fn footnotes(
    reader: &mut BlockReader<'_>,
    raw: &[RawNote],
    resolution: &mut Resolution,
    trace: &mut Trace,
) {
    let mut callers: HashMap<String, Vec<ParagraphId>, FixedState> = HashMap::default();
    for paragraph in &resolution.paragraphs {
        for call in &paragraph.marks {
            let ids = callers.entry(call.mark.clone()).or_default();
            if ids.last() != Some(&paragraph.id) {
                ids.push(paragraph.id.clone());
            }
        }
    }
    for note in raw {
        let block = Block { lines: note.lines.clone(), is_heading: false };
        let text = reader.tidied_without_marks(block.traced(reader.source)).text;
        trace.add(&text, SpanKind::Note);
        let mark = note.name(reader.source).to_owned();
        let references = references(&text.text, resolution.organ, &resolution.symbol);
        let called_from = callers.get(&mark).cloned().unwrap_or_default();
        resolution.footnotes.push(Footnote { mark, text: text.text, references, called_from });
    }
    resolution.footnotes.sort_by_key(|note| note.mark.parse::<u32>().unwrap_or(u32::MAX));
}

/// Collects what the document links to: the addresses that it printed, and those of all that it cites.
pub(super) fn links(source: &str, lines: &[Line], resolution: &mut Resolution) {
    let mut addresses = std::collections::BTreeMap::new();
    let notes = resolution.footnotes.iter().flat_map(|note| &note.references);
    let cited = resolution.paragraphs.iter().flat_map(|paragraph| &paragraph.references).chain(notes);
    for reference in cited.filter(|reference| reference.paragraph.is_none()) {
        addresses.insert(reference.symbol.clone(), Reference::url(&reference.symbol, resolution.language));
    }
    for line in lines.iter().filter(|line| line.kind == LineKind::Link) {
        let link = line.span.of(source);
        if let Some(symbol) = symbol_of_link(link) {
            addresses.insert(symbol, link.to_owned());
        }
    }
    resolution.links = addresses.into_iter().collect();
}

/// Says that the paragraphs were told by their words, for want of line breaks.
pub(super) fn doubt_run_in(resolution: &mut Resolution) {
    let doubt = Doubt { kind: DoubtKind::RunIn, paragraph: None, span: Span::default(), about: String::new() };
    resolution.doubts.push(doubt);
}

/// Says what was read with less than certainty.
pub(super) fn doubts(resolution: &mut Resolution) {
    let mut doubts = std::mem::take(&mut resolution.doubts);
    let document =
        |kind, about: &str| Doubt { kind, paragraph: None, span: Span::default(), about: about.to_owned() };
    let names_organ = resolution.paragraphs.iter().any(Paragraph::names_the_organ);
    let unknown: HashSet<_, FixedState> = doubts.iter().filter_map(|doubt| doubt.paragraph.clone()).collect();
    let n_known = resolution.clauses().filter(|(paragraph, _)| !unknown.contains(&paragraph.id)).count();
    if !names_organ && n_known < 2 {
        doubts.push(document(DoubtKind::NotAResolution, ""));
    }
    let operative = |paragraph: &&Paragraph| paragraph.part == Part::Operative;
    if resolution.symbol.as_str().is_empty() {
        doubts.push(document(DoubtKind::NoSymbol, ""));
    }
    if !names_organ {
        doubts.push(document(DoubtKind::NoOrgan, ""));
    }
    if !resolution.paragraphs.iter().any(|paragraph| operative(&paragraph)) {
        doubts.push(document(DoubtKind::NoOperativePart, ""));
    }
    let mut last = 0;
    for paragraph in resolution.paragraphs.iter().filter(operative).filter(|paragraph| paragraph.level == 1) {
        let Some(number) =
            paragraph.number.as_ref().and_then(|number| number.trim_end_matches(')').parse::<u32>().ok())
        else {
            continue;
        };
        if number > last + 1 {
            let about =
                if number == last + 2 { format!("{}", last + 1) } else { format!("{}–{}", last + 1, number - 1) };
            doubts.push(Doubt {
                kind: DoubtKind::NumberMissing,
                paragraph: Some(paragraph.id.clone()),
                span: Span::default(),
                about,
            });
        }
        last = number;
    }
    let defined: HashSet<&str, FixedState> = resolution.footnotes.iter().map(|note| note.mark.as_str()).collect();
    for paragraph in &resolution.paragraphs {
        for call in paragraph.marks.iter().filter(|call| !defined.contains(call.mark.as_str())) {
            doubts.push(Doubt {
                kind: DoubtKind::NoteMissing,
                paragraph: Some(paragraph.id.clone()),
                span: Span { start: call.at, end: call.at },
                about: call.mark.clone(),
            });
        }
        for reference in &paragraph.references {
            if is_later(&reference.symbol, &resolution.symbol) {
                doubts.push(Doubt {
                    kind: DoubtKind::LaterReference,
                    paragraph: Some(paragraph.id.clone()),
                    span: reference.span,
                    about: reference.symbol.to_string(),
                });
            }
        }
    }
    for note in resolution.footnotes.iter().filter(|note| note.called_from.is_empty()) {
        doubts.push(document(DoubtKind::NoteUncalled, &note.mark));
    }
    resolution.doubts = doubts;
}
