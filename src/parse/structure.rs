//! Paragraphs with their part, number and level; footnotes and links tied to what calls them.

use super::blocks::{Block, Known, is_act, is_annex_label, text_of_lines};
use super::closing;
use super::heading::is_heading;
use super::leading_label::leading_label;
use super::masthead::{bare_organ, organ_of};
use super::numbering::{Label, Outline, Reading, Series, bare_number, loose_number, section_numeral};
use super::page::footnotes::RawNote;
use super::page::lines::{Line, LineKind};
use super::page::marks::{self, Mark};
use super::page::tidy::{Hyphens, Tidied, tidy};
use super::references::{references, symbol_of_link};
use super::trace::Trace;
use crate::language::{PreambleVerbs, document};
use crate::lexicon::Lexicon;
use crate::lexicon::verbs::{Mood, Phrase};
use crate::model::{Footnote, Meeting, Organ, Paragraph, ParagraphId, Part, Reference, Resolution, Span};
use crate::text::fold::fold;
use crate::text::forms::{Forms, WordAt};
use crate::text::marks::{COLONS, COMMAS, ENDS, STOPS};
use crate::text::tokens::may_begin_a_sentence;
use crate::text::traced::{Run, SpanKind, Traced};
use foldhash::fast::FixedState;
use std::collections::{HashMap, HashSet};

/// What it takes to make a paragraph's text of its lines.
pub(super) struct BlockReader<'a> {
    source: &'a str,
    lexicon: &'a Lexicon,
    /// The words of the document.
    pub(super) forms: Forms<'a>,
    hyphens: Hyphens,
    /// Whether the text is that of a decision, which has no preamble.
    pub(super) tells_a_decision: bool,
    /// Room for the words of a block.
    words: Vec<WordAt>,
}

/// Whether a line is the symbol of a record and nothing else: «A79/VR/8» below the meeting.
fn is_record(text: &str) -> bool {
    const LONGEST: usize = 24;
    let in_symbols = |letter: char| letter.is_ascii_alphanumeric() || matches!(letter, '/' | '.' | '-' | '(' | ')');
    text.len() <= LONGEST
        && text.contains('/')
        && text.starts_with(|letter: char| letter.is_ascii_uppercase())
        && text.contains(|letter: char| letter.is_ascii_digit())
        && text.chars().all(in_symbols)
}

/// Whether a hyphen glued to a word ends a line.
fn ends_in_a_hyphen(line: &str) -> bool {
    line.strip_suffix('-').is_some_and(|word| word.ends_with(char::is_alphabetic))
}

impl<'a> BlockReader<'a> {
    pub(super) fn new(source: &'a str, lexicon: &'a Lexicon, forms: Forms<'a>) -> Self {
        let hyphens = Hyphens::of(source, &forms);
        Self { source, lexicon, forms, hyphens, tells_a_decision: false, words: Vec::new() }
    }

    fn tidied(&mut self, raw: Traced, marks: &[Mark]) -> Tidied {
        self.words.clear();
        self.forms.words_of(&raw, &mut self.words);
        tidy(raw, &self.words, &self.forms, &self.hyphens, marks)
    }

    /// A title with its words mended and without a note's mark.
    pub(super) fn tidy_title(&mut self, title: &str) -> String {
        let mut traced = Traced::default();
        // Its lines are joined already: “anti- corruption” was cut after a hyphen.
        let mut lines = title.split_inclusive("- ").peekable();
        while let Some(line) = lines.next() {
            let goes_on = lines.peek().is_some_and(|next| next.starts_with(char::is_lowercase));
            let cut = line.strip_suffix(' ').filter(|cut| goes_on && ends_in_a_hyphen(cut));
            // It is no stretch of the source, but one of a text of its own.
            traced.push_mended(cut.unwrap_or(line), Span::default());
            if cut.is_some() {
                traced.push_mended("\n", Span::default());
            }
        }
        self.tidied(traced, &[]).text.text
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
    blocks: Vec<Block>,
    notes: &[RawNote],
    resolution: &mut Resolution,
    trace: &mut Trace,
) -> Wording {
    let mut builder = Builder { tells_a_decision: reader.tells_a_decision, ..Builder::default() };
    let mut wording = Wording::default();
    let calls = calls(reader.source, &blocks, notes);
    let firsts: Vec<String> = blocks.iter().map(opening_of).collect();
    let quoted = quoted(&blocks);
    builder.reserve_numbers(&firsts);
    for (i, (block, calls)) in blocks.into_iter().zip(calls).enumerate() {
        let known = block.known;
        let tidied = reader.tidied(block.text, &calls);
        if tidied.text.text.is_empty() {
            // A line of nothing but a note's mark, or a hyphen that extraction left.
            trace.add(&tidied.text, if tidied.marks.is_empty() { SpanKind::Mended } else { SpanKind::NoteMark });
            continue;
        }
        let next = firsts.get(i + 1).map(String::as_str);
        let mut kind = match known {
            Some(Known::Heading) => builder.heading(&tidied.text.text, next, reader.lexicon),
            _ if quoted.get(i) == Some(&true) && builder.may_quote() => builder.quotation(),
            _ => builder.kind_of(&tidied.text.text, next, reader.lexicon),
        };
        if matches!(kind.begins, Begins::Organ | Begins::Section)
            || kind.part == Part::Heading && section_name(&tidied.text.text).is_some()
        {
            builder.reserve_numbers(firsts.get(i + 1..).unwrap_or_default());
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

/// The calls of notes in each block: those that its source knows, and those found in the others.
fn calls(source: &str, blocks: &[Block], notes: &[RawNote]) -> Vec<Vec<Mark>> {
    let none = Traced::default();
    let texts: Vec<&Traced> =
        blocks.iter().map(|block| if block.calls.is_some() { &none } else { &block.text }).collect();
    let place = |note: &RawNote| note.lines.first().map_or(note.mark.start, |line| line.start);
    let numbers = notes.iter().filter_map(|note| Some((note.name.parse().ok()?, place(note))));
    let looks = notes.iter().map(|note| note.mark.of(source));
    let mut calls = marks::calls(&texts, &marks::Notes::of(source, numbers).with_looks(looks));
    for (calls, block) in calls.iter_mut().zip(blocks) {
        if let Some(known) = &block.calls {
            calls.clone_from(known);
        }
    }
    calls
}

/// The first line of a block; where that is only its number, the next one with it.
fn opening_of(block: &Block) -> String {
    let text = block.text.text.as_str();
    let first = block.first_line();
    let is_label = leading_label(first).is_some_and(|label| label.rest >= first.len());
    if is_label { text.split_whitespace().take(12).collect::<Vec<_>>().join(" ") } else { first.to_owned() }
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
    /// Whether its verb adopts something.
    adopts: bool,
    /// Whether it has neither a number nor a verb and is below a numbered paragraph, which it continues.
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

#[expect(clippy::struct_excessive_bools, reason = "facts that do not depend on each other")]
#[derive(Default)]
struct Builder {
    part: Part,
    /// Whether what has no verb at its head is operative all the same: a decision tells it in the past.
    tells_a_decision: bool,
    n_preambular: u32,
    n_operative: u32,
    /// Whether the last operative paragraph bore a number.
    is_numbered: bool,
    n_other: HashMap<&'static str, u32, FixedState>,
    /// The ids of the paragraphs that subparagraphs here are under, the outermost first.
    above: Vec<ParagraphId>,
    items: Outline,
    section: Section,
    /// What the last paragraph announces.
    announced: Announced,
    /// Whether a paragraph of the preamble that opens with a participle announced the list that may go on here.
    in_preambular_list: bool,
    /// Whether the last paragraph listed who voted how.
    lists_votes: bool,
    /// Whether the last paragraph was of the closing formula.
    is_closed: bool,
    /// Whether that opened a parenthesis that is still to close.
    in_closing_aside: bool,
    /// The numbers that paragraphs further on bear, up to the next organ's line: no other paragraph takes their ids.
    reserved: HashSet<u32, FixedState>,
    /// How often each id was wanted.
    taken: HashMap<ParagraphId, u32, FixedState>,
}

/// What a paragraph announces.
#[derive(Default)]
struct Announced {
    /// Whether it ended as those do that a list follows.
    list_may_follow: bool,
    /// Whether it ended with a colon.
    list: bool,
    /// Whether it adopts a text that follows it.
    declaration: bool,
}

/// The section we are in.
#[derive(Default)]
struct Section {
    /// Its label, lower case: it tells apart ids that a new numbering would make equal.
    name: String,
    /// Its numeral; 0 before any.
    numeral: u32,
    /// The numeral of the section that the annex here belongs to.
    before_annex: u32,
    /// Whether it restarts the numbering of its paragraphs.
    numbers_anew: bool,
    /// Whether preambular text may follow: after a heading, until a number.
    may_open_preamble: bool,
}

impl Builder {
    fn reserve_numbers(&mut self, firsts: &[String]) {
        let ends = |first: &str| {
            organ_of(first).is_some_and(|organ| organ != Organ::Other)
                || is_annex_heading(first)
                || section_numeral(first).is_some()
                || section_name(first).is_some()
        };
        let own = firsts.iter().take_while(|first| !ends(first));
        self.reserved = own.filter_map(|first| leading_label(first)?.number()).collect();
    }

    /// What a block is that its source calls a heading.
    fn heading(&mut self, text: &str, next: Option<&str>, lexicon: &Lexicon) -> Kind {
        let part = self.part;
        let kind = self.kind_of(text, next, lexicon);
        if matches!(kind.part, Part::Heading | Part::Closing) || kind.label.is_some() {
            return kind;
        }
        self.part = part;
        Kind { part: Part::Heading, ..Kind::default() }
    }

    /// Whether what is quoted here belongs to the paragraph before it.
    fn may_quote(&self) -> bool {
        self.part == Part::Operative && self.n_operative > 0
    }

    /// A paragraph of another text, quoted: it continues the one that quotes it, whatever it looks like.
    fn quotation(&self) -> Kind {
        Kind { part: self.part, continues: true, ..Kind::default() }
    }

    fn kind_of(&mut self, text: &str, next: Option<&str>, lexicon: &Lexicon) -> Kind {
        let label = leading_label(text).map(|label| self.as_meant(label, text, lexicon));
        let label = label.or_else(|| self.bare_number(text, lexicon));
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
            if self.part != Part::Annex {
                self.section.before_annex = self.section.numeral;
            }
            self.part = Part::Annex;
            return heading(Begins::Annex);
        }
        let body = label.as_ref().and_then(|label| text.get(label.rest..)).unwrap_or(text);
        // A list of votes may run over several lines.
        let goes_on_with_votes = self.lists_votes && label.is_none() && lexicon.verbs.phrase_at(text, 0).is_none();
        self.lists_votes = closing::is_list_of_votes(text) || goes_on_with_votes;
        // «(Commission B, troisième rapport)» goes with the meeting above it.
        let opens = self.in_closing_aside || text.starts_with(['(', '[']);
        let is_aside = self.is_closed && opens && text.ends_with([')', ']']);
        let is_record = self.is_closed && is_record(text);
        if self.part != Part::Annex
            && (self.lists_votes || is_aside || is_record || super::blocks::is_closing(text))
        {
            return Kind { part: Part::Closing, ..Kind::default() };
        }
        let is_section = |label: &Label| {
            label.readings.iter().any(|r| matches!(r.series, Series::CapitalLetter | Series::CapitalRoman))
        };
        if self.goes_on_after_annex(text) {
            self.part = Part::Operative;
            return heading(Begins::Section);
        }
        if label.as_ref().is_some_and(is_section) || self.goes_on_with_section(text) {
            return heading(Begins::Section);
        }
        if self.part == Part::Annex {
            let phrase = first_person_phrase(body, lexicon);
            return Kind { part: Part::Annex, label, phrase, ..Kind::default() };
        }
        if self.part == Part::Declaration || self.announced.declaration && begins_declaration(body, lexicon) {
            if label.is_none() && is_heading(text, lexicon.language) {
                self.part = Part::Declaration;
                return heading(Begins::Nothing);
            }
            // The resolution itself goes on with the number after the one that adopted the declaration.
            let is_next = label.as_ref().and_then(Label::number) == Some(self.n_operative + 1);
            let phrase = first_person_phrase(body, lexicon);
            // “2. We call upon” is the second paragraph of the declaration, whatever number adopted it.
            let is_act = phrase.is_none() && is_act(body, lexicon);
            let is_back = self.part == Part::Declaration && is_next && self.is_numbered && is_act;
            if !is_back {
                self.part = Part::Declaration;
                return Kind { part: Part::Declaration, label, phrase, ..Kind::default() };
            }
            self.part = Part::Operative;
        }
        let mut phrase = lexicon.verbs.phrase_at(body, 0);
        if let Some(phrase) = phrase.as_mut().filter(|_| lexicon.rules.preamble == PreambleVerbs::Unmarked) {
            phrase.mood = self.unmarked_mood(label.is_some(), text);
        }
        let mood = phrase.as_ref().map(|phrase| phrase.mood);
        let top_level =
            label.as_ref().is_none_or(|label| is_top_level(label) && !self.is_of_preambular_list(label));
        let part = match (self.part, mood) {
            (_, _) if !top_level => self.part,
            // A section has its own preamble, and columns read across put preambular text among the operative.
            (Part::Operative, Some(Mood::Participle))
                if label.is_none() && (self.section.may_open_preamble || text.ends_with(COMMAS)) =>
            {
                Part::Preamble
            }
            (Part::Operative, _) if label.is_some() => Part::Operative,
            (Part::Preamble, Some(Mood::Participle)) => Part::Preamble,
            // A verb without a number opens the operative part, unless the preamble plainly goes on after it.
            (Part::Preamble, Some(Mood::Finite))
                if label.is_none() && !text.ends_with(COLONS) && goes_on_as_preamble(next, lexicon) =>
            {
                Part::Preamble
            }
            (_, Some(Mood::Finite)) => Part::Operative,
            (Part::Preamble, None) if self.tells_a_decision => Part::Operative,
            // A number opens the operative part even before a verb that no table knows.
            (Part::Preamble, None) if label.is_some() && looks_operative(body, lexicon) => Part::Operative,
            (part, _) => part,
        };
        if label.is_none() && mood.is_none() && is_heading(text, lexicon.language) {
            return heading(Begins::Nothing);
        }
        self.part = part;
        if top_level {
            self.in_preambular_list =
                part == Part::Preamble && mood == Some(Mood::Participle) && text.ends_with(COLONS);
        }
        let continues = part == Part::Operative && label.is_none() && mood.is_none() && self.is_numbered;
        let adopts = phrase.as_ref().is_some_and(|phrase| ADOPTING.contains(&phrase.action.as_str()));
        Kind { part, label, phrase, adopts, continues, ..Kind::default() }
    }

    /// How a verb is meant whose form does not say it: without a number, before a comma or in a preamble that does not end
    /// there, it opens a paragraph of the preamble.
    fn unmarked_mood(&self, has_label: bool, text: &str) -> Mood {
        let goes_on = text.ends_with(COMMAS) || self.part == Part::Preamble && !text.ends_with(STOPS);
        if !has_label && goes_on { Mood::Participle } else { Mood::Finite }
    }

    /// A label as it was meant before a verb: OCR makes «I.» or «l.» of «1.»; «II.»
    /// after it goes on so, and «3)» after a paragraph 2 that announces no list is a paragraph too.
    fn as_meant(&self, label: Label, text: &str, lexicon: &Lexicon) -> Label {
        let is_one = matches!(label.printed.as_str(), "I" | "l") && text.ends_with(ENDS);
        let next = Reading { series: Series::ArabicItem, value: self.n_operative + 1 };
        let is_next =
            label.readings.first() == Some(&next) && !self.announced.list_may_follow && self.items.is_closed();
        // «(1) Requests» below a preamble that announces no list
        let is_first = label.readings.first() == Some(&next) && !self.announced.list && !self.in_preambular_list;
        let numeral = Reading { series: Series::CapitalRoman, value: self.n_operative + 1 };
        let goes_on_in_roman = label.readings.iter().any(|reading| *reading == numeral)
            && self.section.numeral == 0
            && text.ends_with(ENDS);
        let may_be_meant = if self.n_operative == 0 { is_one || is_first } else { is_next || goes_on_in_roman };
        let opens = |body: &str| {
            let phrase = lexicon.verbs.phrase_at(body, 0);
            body.starts_with(may_begin_a_sentence)
                && phrase.is_some_and(|phrase| phrase.mood == Mood::Finite && !phrase.head_only)
        };
        if !may_be_meant || !text.get(label.rest..).is_some_and(opens) {
            return label;
        }
        let printed = if is_one || goes_on_in_roman { next.value.to_string() } else { label.printed.clone() };
        Label { printed, ..label.renumbered(next.value) }
    }

    /// «2 Requests»: the number that comes next, before a verb.
    fn bare_number(&self, text: &str, lexicon: &Lexicon) -> Option<Label> {
        let label = bare_number(text).or_else(|| loose_number(text))?;
        let number = label.number();
        let is_next = number == Some(self.n_operative + 1)
            || label.printed.ends_with(" alt") && number == Some(self.n_operative);
        (is_next && self.part != Part::Annex && is_act(text.get(label.rest..)?, lexicon)).then_some(label)
    }

    /// «Considering that: (1) Rivers are important,»: an item of a list in the preamble.
    fn is_of_preambular_list(&self, label: &Label) -> bool {
        let is_item = label.readings.iter().any(|reading| reading.series == Series::ArabicItem);
        let goes_on = self.items.goes_on_with(label) || self.announced.list && label.may_be_first();
        is_item && self.part == Part::Preamble && self.in_preambular_list && goes_on
    }

    /// «1)» opens a list where there is a paragraph for it to belong to.
    fn opens_a_list(&self, label: &Label) -> bool {
        label.readings.iter().any(|reading| reading.series == Series::ArabicItem) && !self.above.is_empty()
    }

    /// Whether a label that counts only in a list is in one: it goes on with it, or a colon announces it.
    fn is_item(&self, label: &Label) -> bool {
        !self.above.is_empty()
            && (self.items.goes_on_with(label) || (self.announced.list_may_follow && label.may_be_first()))
    }

    /// Whether a line like «II Capital master plan» is the heading of the next section.
    fn goes_on_with_section(&self, text: &str) -> bool {
        const LONGEST: usize = 300;
        let Some((value, title)) = section_numeral(text) else { return false };
        let is_next = value == self.section.numeral + 1 || value == self.section.before_annex + 1 || value == 1;
        is_next
            && text.len() <= LONGEST
            && title
                .chars()
                .next()
                .is_none_or(|letter| may_begin_a_sentence(letter) || letter == '«' || letter == '“')
            && !title.ends_with(ENDS)
    }

    /// Whether the section after the one that an annex belongs to begins here: the resolution goes on.
    fn goes_on_after_annex(&self, text: &str) -> bool {
        let Section { before_annex, numeral, .. } = self.section;
        let is_of_resolution = section_numeral(text).is_some_and(|(value, _)| {
            value > 1 && value == before_annex + 1 && (numeral == before_annex || value != numeral + 1)
        });
        self.part == Part::Annex && is_of_resolution && self.goes_on_with_section(text)
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
        tidied: Tidied,
        kind: Kind,
        resolution: &Resolution,
        trace: &mut Trace,
    ) -> (Paragraph, Vec<Run>) {
        let Tidied { text, mut marks, mut mends } = tidied;
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
        if kind.part != Part::Heading {
            self.announced.declaration =
                kind.part == Part::Operative && level == 1 && self.announced.list && adopts;
        }
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
            // A heading, or a line without a verb, may be in the midst of a list.
            if kind.part != Part::Heading && !kind.continues {
                self.items.close_items();
                self.above.clear();
            }
            return 1;
        };
        // «1)» opens a list where there is a paragraph for it to be in.
        let opens_a_list = self.opens_a_list(label);
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
            (Part::Declaration, None) => counted("dt"),
            (part, Some(label)) if level > 1 => {
                let depth = usize::from(level) - 2;
                self.above.truncate(depth + 1);
                let above = self.above.last().map_or_else(|| prefix(part), ParagraphId::as_str).to_owned();
                match label.plain() {
                    bullet if bullet.is_empty() => numbered(&(above + "."), self.items.n_bullets()),
                    item => above + "." + &item,
                }
            }
            (Part::Annex, Some(label)) => "an".to_owned() + &label.plain(),
            (Part::Declaration, Some(label)) => "de".to_owned() + &label.plain(),
            (Part::Preamble, _) => {
                self.n_preambular += 1;
                numbered("pp", self.n_preambular)
            }
            (Part::Operative, None) if kind.continues => numbered("op", self.n_operative),
            (Part::Operative, None) if self.reserved.contains(&(self.n_operative + 1)) => counted("ou"),
            (Part::Operative, label) => {
                let value = label.as_ref().and_then(|label| label.readings.first()).map(|reading| reading.value);
                self.n_operative = value.unwrap_or(self.n_operative + 1);
                self.is_numbered = label.is_some();
                match label {
                    Some(label) => "op".to_owned() + &label.plain(),
                    None => numbered("op", self.n_operative),
                }
            }
        };
        let id = self.untaken(name);
        if matches!(kind.part, Part::Preamble | Part::Operative | Part::Annex | Part::Declaration)
            && !kind.continues
        {
            self.above.truncate(usize::from(level) - 1);
            self.above.push(id.clone());
        }
        id
    }

    /// An id that no other paragraph has: a section that restarts the numbering puts its label before its paragraphs.
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
        Part::Declaration => "de",
        _ => "an",
    }
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
    let is_first = leading_label(next).is_some_and(|label| label.number() == Some(1));
    let may_be_of_preamble = |mood| mood == Mood::Participle || lexicon.rules.preamble == PreambleVerbs::Unmarked;
    is_first || lexicon.verbs.phrase_at(next, 0).is_some_and(|phrase| may_be_of_preamble(phrase.mood))
}

/// What is done with a declaration that follows.
const ADOPTING: [&str; 3] = ["adopt", "approve", "endorse"];

/// The phrase in the first person that a text opens with: “We call upon”.
fn first_person_phrase(text: &str, lexicon: &Lexicon) -> Option<Phrase> {
    lexicon.verbs.phrase_at(text, 0).filter(|phrase| phrase.first_person)
}

/// Whether a text can begin a declaration that was announced: it speaks in the first person.
fn begins_declaration(text: &str, lexicon: &Lexicon) -> bool {
    let first = text.split(|letter: char| !letter.is_alphabetic()).next().unwrap_or_default();
    lexicon.words.subjects.contains(fold(first).as_str())
}

/// Which blocks quote another text: they begin with a quotation mark and a number, or in the midst of a quotation.
fn quoted(blocks: &[Block]) -> Vec<bool> {
    const MARKS: [(char, char); 2] = [('«', '»'), ('“', '”')];
    let mut quoted = vec![false; blocks.len()];
    let mut open: Option<(char, usize)> = None;
    for (i, block) in blocks.iter().enumerate() {
        let text = block.text.text.trim_start();
        let opening = MARKS.into_iter().find(|(opens, _)| text.starts_with(*opens));
        if opening.is_some() && organ_of(block.first_line()).is_some_and(|organ| organ != Organ::Other) {
            // A whole resolution that another organ is to adopt.
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
    if is_annex_label(text) {
        return true;
    }
    let mut words = text.split_whitespace();
    let first = fold(words.next().filter(|word| word.len() <= 20).unwrap_or_default());
    document().annexes.contains(first.trim_end_matches(['.', ':'])) && words.nth(2).is_none()
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
        let text = reader.tidied(text_of_lines(reader.source, &note.lines), &[]).text;
        trace.add(&text, SpanKind::Note);
        let mark = note.name.clone();
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
