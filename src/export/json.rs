//! The JSON form of a resolution, with offsets in Unicode characters.

use crate::model::{
    BodySession, Clause, Date, Doubt, Footnote, NoteMark, Paragraph, ParagraphId, Reference, Resolution, Span,
};
use serde::Serialize;
use std::collections::{BTreeMap, BTreeSet};

/// The version of the format. 2: a clause may have several deadlines.
const VERSION: u32 = 2;

/// One resolution.
#[derive(Debug, Serialize)]
pub struct JsonDocument<'a> {
    version: u32,
    #[serde(flatten)]
    head: Head<'a>,
    paragraphs: Vec<JsonParagraph<'a>>,
    footnotes: Vec<FootnoteView<'a>>,
    links: BTreeMap<&'a str, &'a str>,
    doubts: Vec<DoubtView<'a>>,
}

/// The fields at the head of a document.
#[derive(Debug, Serialize)]
pub struct Head<'a> {
    symbol: &'a str,
    language: Option<&'static str>,
    organ: &'static str,
    session: Option<u16>,
    title: &'a str,
    meeting: Option<&'a str>,
    adopted: Option<String>,
}

/// One paragraph.
#[derive(Debug, Serialize)]
pub struct JsonParagraph<'a> {
    id: &'a str,
    part: &'static str,
    level: u8,
    number: Option<&'a str>,
    text: &'a str,
    notes: Vec<&'a str>,
    note_marks: Vec<MarkView<'a>>,
    references: Vec<&'a str>,
    citations: Vec<CitationView<'a>>,
    continues: Option<&'a str>,
    clauses: Vec<ClauseView<'a>>,
    mends: Vec<MendView<'a>>,
}

#[derive(Debug, Serialize)]
struct MarkView<'a> {
    mark: &'a str,
    at: usize,
}

#[derive(Debug, Serialize)]
struct CitationView<'a> {
    symbol: &'a str,
    paragraph: Option<&'a str>,
    surface: &'a str,
    start: usize,
    end: usize,
}

#[derive(Debug, Serialize)]
struct MendView<'a> {
    start: usize,
    end: usize,
    was: &'a str,
}

#[derive(Debug, Serialize)]
struct ClauseView<'a> {
    id: &'a str,
    start: usize,
    end: usize,
    phrase: &'a str,
    phrase_start: usize,
    verb: &'a str,
    action: &'a str,
    class: &'static str,
    modifiers: &'a [String],
    actors: Vec<ActorView<'a>>,
    topics: Vec<TopicView<'a>>,
    due: Vec<DueView<'a>>,
}

#[derive(Debug, Serialize)]
struct ActorView<'a> {
    id: &'a str,
    role: &'static str,
    surface: &'a str,
    start: usize,
    end: usize,
    #[serde(skip_serializing_if = "Option::is_none")]
    within: Option<&'a str>,
}

#[derive(Debug, Serialize)]
struct TopicView<'a> {
    id: &'a str,
    rank: &'static str,
    evidence: Vec<&'a str>,
}

#[derive(Debug, Serialize)]
struct DueView<'a> {
    surface: &'a str,
    session: Option<u16>,
    body_session: Option<&'a BodySession>,
    date: Option<String>,
    every_months: Option<u16>,
    report: bool,
    by: Vec<&'a str>,
}

/// One footnote.
#[derive(Debug, Serialize)]
pub struct FootnoteView<'a> {
    mark: &'a str,
    text: &'a str,
    references: Vec<&'a str>,
    called_from: Vec<&'a str>,
}

/// One doubt.
#[derive(Debug, Serialize)]
pub struct DoubtView<'a> {
    kind: crate::model::DoubtKind,
    paragraph: Option<&'a str>,
    start: usize,
    end: usize,
    message: String,
}

/// Gives a doubt's sentence, in a language that the caller chooses.
pub type DoubtMessage<'f> = &'f dyn Fn(&Doubt) -> String;

/// The JSON form of a resolution.
pub fn document<'a>(resolution: &'a Resolution, message: DoubtMessage<'_>) -> JsonDocument<'a> {
    let places = Places::of(resolution);
    JsonDocument {
        version: VERSION,
        head: head(resolution),
        paragraphs: resolution.paragraphs.iter().map(|paragraph| self::paragraph(&places, paragraph)).collect(),
        footnotes: resolution.footnotes.iter().map(footnote).collect(),
        links: resolution.links.iter().map(|(symbol, link)| (symbol.as_str(), link.as_str())).collect(),
        doubts: resolution.doubts.iter().map(|doubt| self::doubt(&places, doubt, message)).collect(),
    }
}

/// The fields at its head.
pub fn head(resolution: &Resolution) -> Head<'_> {
    Head {
        symbol: resolution.symbol.as_str(),
        // A text in an unsupported language has no language code.
        language: if resolution.knows_language() { Some(resolution.language.code()) } else { None },
        organ: resolution.organ.key(),
        session: resolution.session,
        title: &resolution.title,
        meeting: resolution.meeting.as_ref().map(|meeting| meeting.text.as_str()),
        adopted: resolution.adopted.map(Date::iso),
    }
}

/// One of its paragraphs.
pub fn paragraph<'a>(places: &Places<'a>, paragraph: &'a Paragraph) -> JsonParagraph<'a> {
    let characters = Characters::of(&paragraph.text);
    let texts = Texts { places, own: paragraph };
    let citation = |reference: &'a Reference| {
        let (start, end) = characters.span(reference.span);
        CitationView {
            symbol: reference.symbol.as_str(),
            paragraph: reference.paragraph.as_ref().map(ParagraphId::as_str),
            surface: reference.span.of(&paragraph.text),
            start,
            end,
        }
    };
    let mut notes: Vec<&str> = paragraph.marks.iter().map(|mark| mark.mark.as_str()).collect();
    notes.dedup();
    JsonParagraph {
        id: paragraph.id.as_str(),
        part: paragraph.part.key(),
        level: paragraph.level,
        number: paragraph.number.as_deref(),
        text: &paragraph.text,
        notes,
        note_marks: paragraph.marks.iter().map(|mark| mark_view(mark, &characters)).collect(),
        references: symbols(&paragraph.references),
        citations: paragraph.references.iter().map(citation).collect(),
        continues: paragraph.continues.as_ref().map(crate::model::ClauseId::as_str),
        clauses: paragraph.clauses.iter().map(|clause| clause_view(clause, &characters, &texts)).collect(),
        mends: paragraph
            .mends
            .iter()
            .map(|mend| {
                let (start, end) = characters.span(mend.span);
                MendView { start, end, was: &mend.was }
            })
            .collect(),
    }
}

fn mark_view<'a>(mark: &'a NoteMark, characters: &Characters) -> MarkView<'a> {
    MarkView { mark: &mark.mark, at: characters.at(mark.at) }
}

/// One of its footnotes.
pub fn footnote(note: &Footnote) -> FootnoteView<'_> {
    FootnoteView {
        mark: &note.mark,
        text: &note.text,
        references: symbols(&note.references),
        called_from: note.called_from.iter().map(ParagraphId::as_str).collect(),
    }
}

/// The cited documents, each once, in order, without references to the document's own paragraphs.
fn symbols(references: &[Reference]) -> Vec<&str> {
    let mut known = BTreeSet::new();
    references
        .iter()
        .filter(|reference| reference.paragraph.is_none())
        .map(|reference| reference.symbol.as_str())
        .filter(|symbol| known.insert(*symbol))
        .collect()
}

/// The paragraphs of a document by id, since a scan for each doubt would take quadratic time.
#[derive(Debug)]
pub struct Places<'a> {
    paragraphs: BTreeMap<&'a ParagraphId, (&'a str, Characters)>,
}

impl<'a> Places<'a> {
    /// The paragraphs of a resolution.
    pub fn of(resolution: &'a Resolution) -> Self {
        let place =
            |paragraph: &'a Paragraph| (&paragraph.id, (paragraph.text.as_str(), Characters::of(&paragraph.text)));
        Self { paragraphs: resolution.paragraphs.iter().map(place).collect() }
    }

    fn find(&self, id: Option<&ParagraphId>) -> Option<(&'a str, &Characters)> {
        self.paragraphs.get(id?).map(|(text, characters)| (*text, characters))
    }
}

/// The texts that spans of a paragraph's clauses may refer to: its own, and those of its subparagraphs.
struct Texts<'p, 'a> {
    places: &'p Places<'a>,
    own: &'a Paragraph,
}

impl<'a> Texts<'_, 'a> {
    fn of(&self, within: Option<&ParagraphId>) -> &'a str {
        self.places.find(within).map_or(&self.own.text, |(text, _)| text)
    }
}

fn clause_view<'a>(clause: &'a Clause, characters: &Characters, texts: &Texts<'_, 'a>) -> ClauseView<'a> {
    let text = texts.of(None);
    let (start, end) = characters.span(clause.span);
    ClauseView {
        id: clause.id.as_str(),
        start,
        end,
        phrase: clause.phrase.of(text),
        phrase_start: characters.at(clause.phrase.start),
        verb: clause.verb.as_str(),
        action: clause.action.as_str(),
        class: clause.class.key(),
        modifiers: &clause.modifiers,
        actors: clause
            .actors
            .iter()
            .map(|mention| {
                let text = texts.of(mention.within.as_ref());
                let characters = texts.places.find(mention.within.as_ref()).map_or(characters, |(_, found)| found);
                let (start, end) = characters.span(mention.span);
                ActorView {
                    id: mention.actor.as_str(),
                    role: mention.role.key(),
                    surface: mention.span.of(text),
                    start,
                    end,
                    within: mention.within.as_ref().map(ParagraphId::as_str),
                }
            })
            .collect(),
        topics: clause
            .topics
            .iter()
            .map(|topic| TopicView {
                id: topic.topic.as_str(),
                rank: topic.rank.key(),
                evidence: topic
                    .evidence
                    .iter()
                    .map(|evidence| evidence.span.of(texts.of(evidence.within.as_ref())))
                    .collect(),
            })
            .collect(),
        due: clause
            .due
            .iter()
            .map(|due| DueView {
                surface: due.span.of(texts.of(due.within.as_ref())),
                session: due.session,
                body_session: due.body_session.as_ref(),
                date: due.date.map(Date::iso),
                every_months: due.every_months,
                report: due.report,
                by: due.by.iter().map(crate::model::ActorId::as_str).collect(),
            })
            .collect(),
    }
}

/// One of its doubts.
pub fn doubt<'a>(places: &Places<'a>, doubt: &'a Doubt, message: DoubtMessage<'_>) -> DoubtView<'a> {
    let (start, end) =
        places.find(doubt.paragraph.as_ref()).map_or((0, 0), |(_, characters)| characters.span(doubt.span));
    DoubtView {
        kind: doubt.kind,
        paragraph: doubt.paragraph.as_ref().map(ParagraphId::as_str),
        start,
        end,
        message: message(doubt),
    }
}

/// Converts byte offsets of a text to character offsets.
#[derive(Debug)]
struct Characters {
    /// The byte at which each character begins; empty for plain ASCII.
    starts: Vec<u32>,
}

impl Characters {
    fn of(text: &str) -> Self {
        let starts =
            if text.is_ascii() { Vec::new() } else { text.char_indices().map(|(at, _)| at as u32).collect() };
        Self { starts }
    }

    fn at(&self, byte: u32) -> usize {
        if self.starts.is_empty() { byte as usize } else { self.starts.partition_point(|start| *start < byte) }
    }

    fn span(&self, span: Span) -> (usize, usize) {
        (self.at(span.start), self.at(span.end))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn offsets_count_characters() {
        let text = "à l’Office";
        let characters = Characters::of(text);
        let start = text.find("Office").unwrap();
        assert_eq!(characters.span(Span::new(start, text.len())), (4, 10));
    }
}
