//! The bundled documents on their way into the page.
//!
//! Their words stand in the page already, for whoever reads before the explorer has started. So the bundle carries
//! everything but these words, and takes them from there: each reader waits for them once. Names in English are left out too:
//! see [`Glossary::name_in_english`].

use super::Library;
use super::tape::{Column, Numbered, Reader, Tape, Writer, cases, each, maybe};
use crate::model::{
    ActorEntry, Clause, ClauseClass, ClauseId, Date, Doubt, DoubtKind, Due, Evidence, Footnote, Glossary, Language,
    Meeting, Mend, Mention, Names, NoteMark, Organ, Paragraph, ParagraphId, Part, Reference, Resolution, Role,
    Span, TopicEntry, TopicMatch, VerbEntry,
};

/// The documents without their words: what [`with_words`] reads.
pub fn without_words(library: &Library) -> Vec<u8> {
    let mut library = library.clone();
    let mut texts = Texts { lengths: Vec::new(), digest: EMPTY };
    for document in &mut library.documents {
        let paragraphs = document.paragraphs.iter_mut().map(|paragraph| &mut paragraph.text);
        let notes = document.footnotes.iter_mut().map(|note| &mut note.text);
        for text in paragraphs.chain(notes) {
            texts.lengths.push(text.len() as u32);
            texts.digest = digest(texts.digest, text);
        }
    }
    let mut writer = Writer::default();
    carry(&mut writer, &mut library, &mut texts);
    writer.bytes()
}

/// The documents with their words, which are taken from the text of the page that shows them.
///
/// `page` is what [`crate::export::page::fragment`] made of all documents, its tags taken off. Nothing if it has other
/// words, as when a browser has translated it.
pub fn with_words(bytes: &[u8], page: &str) -> Option<Library> {
    let mut library = Library::default();
    let mut texts = Texts::default();
    carry(&mut Reader::new(bytes)?, &mut library, &mut texts);
    let mut lengths = texts.lengths.into_iter();
    let mut found = EMPTY;
    let mut page = Page(page);
    for document in &mut library.documents {
        page.pass(document.symbol.as_str())?;
        page.pass(&document.title)?;
        for paragraph in &mut document.paragraphs {
            if let Some(number) = &paragraph.number {
                page.pass(number)?;
                page.pass(if number.ends_with(')') { "" } else { "." })?;
            }
            page.pass("")?;
            let length = lengths.next()?;
            for mark in &paragraph.marks {
                page.take(mark.at.checked_sub(paragraph.text.len() as u32)?, &mut paragraph.text)?;
                page.pass(&mark.mark)?;
            }
            page.take(length.checked_sub(paragraph.text.len() as u32)?, &mut paragraph.text)?;
            found = digest(found, &paragraph.text);
        }
        for note in &mut document.footnotes {
            page.pass("")?;
            page.take(lengths.next()?, &mut note.text)?;
            found = digest(found, &note.text);
        }
    }
    (found == texts.digest).then_some(library)
}

/// What is left to read of a page.
struct Page<'p>(&'p str);

impl Page<'_> {
    /// Passes over words that are known, and over the space before them.
    fn pass(&mut self, words: &str) -> Option<()> {
        self.0 = self.0.trim_ascii_start().strip_prefix(words)?;
        Some(())
    }

    /// Adds so many bytes to a text.
    fn take(&mut self, length: u32, to: &mut String) -> Option<()> {
        let (words, rest) = self.0.split_at_checked(length as usize)?;
        to.push_str(words);
        self.0 = rest;
        Some(())
    }
}

const EMPTY: u32 = 0x811c_9dc5;

/// The digest (FNV-1a) of what was read before and of this text.
fn digest(before: u32, text: &str) -> u32 {
    text.bytes().fold(before, |sum, byte| (sum ^ u32::from(byte)).wrapping_mul(0x0100_0193))
}

/// What is to be known of the words that stand elsewhere.
#[derive(Default)]
struct Texts {
    /// How many bytes stand in each text, in order.
    lengths: Vec<u32>,
    /// The digest of all of them.
    digest: u32,
}

cases!(ClauseClass DoubtKind Language Organ Part Role);

fn carry<T: Tape>(tape: &mut T, library: &mut Library, texts: &mut Texts) {
    glossary(tape, &mut library.glossary);
    each(tape, Column::Few, &mut library.documents, document);
    each(tape, Column::Few, &mut texts.lengths, |tape, length| length.carry(tape, Column::Text));
    texts.digest.carry(tape, Column::Other);
}

fn glossary<T: Tape>(tape: &mut T, glossary: &mut Glossary) {
    each(tape, Column::Few, &mut glossary.actors, |tape, ActorEntry { id, name, acronym }| {
        tape.name(Column::Actor, id.as_mut());
        names(tape, name);
        names(tape, acronym);
    });
    each(tape, Column::Few, &mut glossary.topics, |tape, TopicEntry { id, parent, name }| {
        tape.name(Column::Topic, id.as_mut());
        maybe(tape, parent, |tape, parent| tape.name(Column::Topic, parent.as_mut()));
        names(tape, name);
    });
    each(tape, Column::Few, &mut glossary.verbs, |tape, verb| {
        let VerbEntry { id, language, label, action, class, strength, equivalents } = verb;
        tape.name(Column::Verb, id.as_mut());
        language.carry(tape, Column::Few);
        tape.string(label);
        tape.name(Column::Action, action.as_mut());
        class.carry(tape, Column::Class);
        strength.carry(tape, Column::Class);
        each(tape, Column::Few, equivalents, |tape, (verb, share)| {
            tape.string(verb);
            share.carry(tape, Column::Other);
        });
    });
}

/// French names, which the page opens with; those in English come with the interface's words where these are not French,
/// and here where there is no other.
fn names(tape: &mut impl Tape, Names { fr, en }: &mut Names) {
    tape.string(fr);
    if fr.is_empty() {
        tape.string(en);
    }
}

fn document<T: Tape>(tape: &mut T, document: &mut Resolution) {
    let Resolution {
        symbol,
        language,
        organ,
        session,
        title,
        meeting,
        adopted,
        paragraphs,
        footnotes,
        links,
        doubts,
    } = document;
    tape.name(Column::Symbol, symbol.as_mut());
    language.carry(tape, Column::Few);
    organ.carry(tape, Column::Few);
    session.carry(tape, Column::Other);
    tape.string(title);
    maybe(tape, meeting, |tape, Meeting { text, number }| {
        tape.string(text);
        number.carry(tape, Column::Other);
    });
    maybe(tape, adopted, date);
    each(tape, Column::Few, paragraphs, paragraph);
    each(tape, Column::Few, footnotes, |tape, Footnote { mark, text: _, references, called_from }| {
        tape.name(Column::Mark, mark);
        each(tape, Column::Within, references, reference);
        each(tape, Column::Few, called_from, |tape, from| tape.name(Column::Paragraph, from.as_mut()));
    });
    each(tape, Column::Few, links, |tape, (symbol, url)| {
        tape.name(Column::Symbol, symbol.as_mut());
        let usual = Reference::url(symbol, *language);
        let mut unusual = *url != usual;
        unusual.carry(tape, Column::Few);
        if unusual {
            tape.string(url);
        } else {
            *url = usual;
        }
    });
    each(tape, Column::Few, doubts, |tape, Doubt { kind, paragraph, span: at, about }| {
        kind.carry(tape, Column::Few);
        within(tape, paragraph);
        span(tape, Column::Place, Column::Place, 0, at);
        tape.string(about);
    });
}

fn paragraph<T: Tape>(tape: &mut T, paragraph: &mut Paragraph) {
    let Paragraph { id, part, level, number, text: _, marks, references, clauses, continues, mends } = paragraph;
    tape.name(Column::Paragraph, id.as_mut());
    part.carry(tape, Column::Part);
    level.carry(tape, Column::Part);
    maybe(tape, number, T::string);
    each(tape, Column::Within, marks, |tape, NoteMark { at, mark }| {
        at.carry(tape, Column::Place);
        tape.name(Column::Mark, mark);
    });
    each(tape, Column::Within, references, reference);
    let (mut number, mut before) = (0_u32, 0);
    each(tape, Column::Within, clauses, |tape, each| {
        number += 1;
        each.id = ClauseId::new([id.as_str(), ".", &number.to_string()].concat());
        clause(tape, before, each);
        before = each.span.end;
    });
    maybe(tape, continues, |tape, clause| tape.string(clause.as_mut()));
    each(tape, Column::Within, mends, |tape, Mend { span: at, was }| {
        span(tape, Column::Place, Column::Place, 0, at);
        tape.string(was);
    });
}

/// `before` is where the clause before it ends: nearly always this one begins soon after.
fn clause<T: Tape>(tape: &mut T, before: u32, clause: &mut Clause) {
    let Clause { id: _, span: all, phrase, verb, action, class, modifiers, actors, topics, due } = clause;
    span(tape, Column::Clause, Column::ClauseLength, before, all);
    span(tape, Column::Clause, Column::ClauseLength, all.start, phrase);
    tape.name(Column::Verb, verb.as_mut());
    tape.name(Column::Action, action.as_mut());
    class.carry(tape, Column::Class);
    each(tape, Column::Few, modifiers, T::string);
    let mut last = all.start;
    each(tape, Column::Actors, actors, |tape, Mention { actor, role, span: at, within: place }| {
        tape.name(Column::Actor, actor.as_mut());
        role.carry(tape, Column::Role);
        span(tape, Column::ActorPlace, Column::ActorLength, last, at);
        within(tape, place);
        last = at.end;
    });
    each(tape, Column::Topics, topics, |tape, TopicMatch { topic, evidence }| {
        tape.name(Column::Topic, topic.as_mut());
        each(tape, Column::Evidence, evidence, |tape, Evidence { span: at, within: place }| {
            span(tape, Column::EvidencePlace, Column::EvidenceLength, all.start, at);
            within(tape, place);
        });
    });
    maybe(tape, due, |tape, Due { span: at, session, date: day, every_months, report, by }| {
        span(tape, Column::Place, Column::Place, 0, at);
        session.carry(tape, Column::Other);
        maybe(tape, day, date);
        every_months.carry(tape, Column::Other);
        report.carry(tape, Column::Few);
        each(tape, Column::Few, by, |tape, actor| tape.name(Column::Actor, actor.as_mut()));
    });
}

fn reference<T: Tape>(tape: &mut T, Reference { span: at, symbol, paragraph }: &mut Reference) {
    span(tape, Column::Place, Column::Place, 0, at);
    tape.name(Column::Symbol, symbol.as_mut());
    within(tape, paragraph);
}

fn within<T: Tape>(tape: &mut T, paragraph: &mut Option<ParagraphId>) {
    maybe(tape, paragraph, |tape, paragraph| tape.name(Column::Paragraph, paragraph.as_mut()));
}

fn date<T: Tape>(tape: &mut T, Date { year, month, day }: &mut Date) {
    year.carry(tape, Column::Other);
    month.carry(tape, Column::Other);
    day.carry(tape, Column::Other);
}

/// A stretch of text: how far from another place it begins, backwards as a number that is too large, and its length.
fn span(tape: &mut impl Tape, place: Column, length: Column, from: u32, Span { start, end }: &mut Span) {
    let mut begins = start.wrapping_sub(from);
    let mut n_bytes = end.wrapping_sub(*start);
    tape.number(place, &mut begins);
    tape.number(length, &mut n_bytes);
    *start = from.wrapping_add(begins);
    *end = start.wrapping_add(n_bytes);
}
