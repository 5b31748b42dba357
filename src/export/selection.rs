//! What is taken away: documents, the clauses chosen in each, and where the choice came from.

use crate::model::{Clause, Glossary, Paragraph, Reference, Resolution, Role};
use std::collections::BTreeSet;

/// What a file is made of.
#[derive(Clone, Debug)]
pub struct Selection<'a> {
    /// The documents, in the order they are shown.
    pub documents: Vec<Chosen<'a>>,
    /// The names of what they speak of.
    pub glossary: &'a Glossary,
    /// What was asked, when, and by which program.
    pub provenance: Provenance,
}

/// A document, and what is chosen of it.
#[derive(Clone, Debug)]
pub struct Chosen<'a> {
    /// The document.
    pub document: &'a Resolution,
    /// The file that it was read from.
    pub file: &'a str,
    /// The clauses, each by its paragraph's place in the document and its own in the paragraph; without it all.
    pub clauses: Option<BTreeSet<(u32, u32)>>,
}

/// Where a selection comes from. Nothing here is worked out: the clock and the address are the caller's.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Provenance {
    /// The question, in words or as the link writes it; empty if nothing was asked.
    pub asked: String,
    /// When, as ISO 8601 has it: `2026-11-29` or `2026-11-29T15:04:05Z`.
    pub at: String,
    /// The program and its version.
    pub program: String,
    /// How many clauses the question was put to.
    pub n_asked: usize,
    /// The link that shows this selection.
    pub link: String,
}

impl<'a> Chosen<'a> {
    /// A whole document.
    pub fn whole(document: &'a Resolution, file: &'a str) -> Self {
        Self { document, file, clauses: None }
    }

    /// The clauses that are chosen, in order.
    pub fn clauses(&self) -> impl Iterator<Item = (&'a Paragraph, &'a Clause)> {
        self.document.paragraphs.iter().enumerate().flat_map(move |(at, paragraph)| {
            let clauses = paragraph.clauses.iter().enumerate();
            clauses.filter(move |(i, _)| self.has(at, *i)).map(move |(_, clause)| (paragraph, clause))
        })
    }

    /// The paragraphs that hold a chosen clause; all of them if nothing was asked.
    pub fn paragraphs(&self) -> impl Iterator<Item = &'a Paragraph> {
        let chosen: Option<BTreeSet<u32>> =
            self.clauses.as_ref().map(|clauses| clauses.iter().map(|(paragraph, _)| *paragraph).collect());
        let paragraphs = self.document.paragraphs.iter().enumerate();
        paragraphs.filter_map(move |(at, paragraph)| {
            chosen.as_ref().is_none_or(|chosen| chosen.contains(&(at as u32))).then_some(paragraph)
        })
    }

    fn has(&self, paragraph: usize, clause: usize) -> bool {
        self.clauses.as_ref().is_none_or(|clauses| clauses.contains(&(paragraph as u32, clause as u32)))
    }

    /// Where the document is published; empty without a symbol.
    pub fn url(&self) -> String {
        if self.document.symbol.as_str().is_empty() {
            return String::new();
        }
        Reference::url(&self.document.symbol, self.document.language)
    }
}

impl Selection<'_> {
    /// How many clauses are chosen.
    pub fn n_clauses(&self) -> usize {
        self.documents.iter().map(|chosen| chosen.clauses().count()).sum()
    }

    /// How the documents were read: from which files, and with how many doubts. Of many it is short, since tables say it
    /// in every row.
    fn reading(&self) -> String {
        if self.documents.len() > 10 {
            let n_doubts: usize = self.documents.iter().map(|chosen| chosen.document.doubts.len()).sum();
            return format!("{} files ({n_doubts} doubts)", self.documents.len());
        }
        let of_each = self
            .documents
            .iter()
            .map(|chosen| format!("{} ({} doubts)", chosen.file, chosen.document.doubts.len()));
        of_each.collect::<Vec<_>>().join("; ")
    }

    /// What every file says of itself, a name and a value each. What is not known is left out.
    pub fn provenance(&self) -> Vec<(&'static str, String)> {
        let from = &self.provenance;
        // Tables say this in every row.
        let documents = match self.documents.as_slice() {
            documents if documents.len() > 10 => format!("{} documents", documents.len()),
            documents => documents.iter().map(|chosen| name(chosen.document)).collect::<Vec<_>>().join("; "),
        };
        let facts = [
            ("question", from.asked.clone()),
            ("documents", documents),
            ("clauses", format!("{} of {}", self.n_clauses(), from.n_asked)),
            ("exported", from.at.clone()),
            ("program", from.program.clone()),
            ("reading", self.reading()),
            ("link", from.link.clone()),
        ];
        facts.into_iter().filter(|(_, value)| !value.is_empty()).collect()
    }
}

/// What a document is called: its symbol, or its title.
pub fn name(document: &Resolution) -> &str {
    if document.symbol.as_str().is_empty() { &document.title } else { document.symbol.as_str() }
}

/// One clause as a row of a table.
#[derive(Clone, Debug)]
pub struct Row {
    /// A value for each of [`COLUMNS`].
    pub values: Vec<CellValue>,
}

/// A value of a row.
#[derive(Clone, Debug, PartialEq)]
pub enum CellValue {
    /// Words; empty if there is nothing to say.
    Text(String),
    /// Several values, each once.
    List(Vec<String>),
    /// A number.
    Number(u32),
    /// A day, a month or a year, as ISO 8601 has it.
    Date(String),
    /// An address.
    Link(String),
}

impl CellValue {
    /// As it is written where everything is text: several values with `; ` between them.
    pub fn text(&self) -> String {
        match self {
            Self::Text(text) | Self::Date(text) | Self::Link(text) => text.clone(),
            Self::List(items) => items.join("; "),
            Self::Number(number) => number.to_string(),
        }
    }
}

/// The columns of a table of clauses.
pub const COLUMNS: [&str; 29] = [
    "symbol",
    "language",
    "organ",
    "session",
    "adopted",
    "title",
    "paragraph",
    "part",
    "number",
    "clause",
    "phrase",
    "verb",
    "action",
    "class",
    "modifiers",
    "addressees",
    "addressee_names",
    "partners",
    "beneficiaries",
    "mentioned",
    "topics",
    "topic_names",
    "due",
    "due_dates",
    "report_by",
    "references",
    "notes",
    "text",
    "link",
];

/// The columns that hold several values.
pub const LISTS: [&str; 13] = [
    "modifiers",
    "addressees",
    "addressee_names",
    "partners",
    "beneficiaries",
    "mentioned",
    "topics",
    "topic_names",
    "due",
    "due_dates",
    "report_by",
    "references",
    "notes",
];

/// The columns that are empty where something is not known.
pub const OPTIONAL: [&str; 4] = ["session", "adopted", "number", "link"];

impl Selection<'_> {
    /// A row for each chosen clause, one after the other.
    pub fn rows(&self) -> impl Iterator<Item = Row> {
        self.documents.iter().flat_map(move |chosen| {
            let url = chosen.url();
            chosen.clauses().map(move |(paragraph, clause)| self.row(chosen.document, paragraph, clause, &url))
        })
    }

    fn row(&self, document: &Resolution, paragraph: &Paragraph, clause: &Clause, url: &str) -> Row {
        let text = |text: &str| CellValue::Text(text.to_owned());
        let actors = |role: Role| {
            let ids = clause.actors.iter().filter(|mention| mention.role == role).map(|mention| &mention.actor);
            unique(ids.map(|id| id.as_str().to_owned()))
        };
        let actor_name = |id: &crate::model::ActorId| match self.glossary.actor(id) {
            Some(entry) => entry.name.get(document.language).to_owned(),
            None => id.as_str().to_owned(),
        };
        let addressees = clause.actors.iter().filter(|mention| mention.role == Role::Addressee);
        let topic_name = |id: &crate::model::TopicId| match self.glossary.topic(id) {
            Some(entry) => entry.name.get(document.language).to_owned(),
            None => id.as_str().to_owned(),
        };
        let within = |span: crate::model::Span| clause.span.start <= span.start && span.end <= clause.span.end;
        let cited = paragraph.references.iter().filter(|cited| cited.paragraph.is_none() && within(cited.span));
        let marks = paragraph.marks.iter().filter(|mark| clause.span.start < mark.at && mark.at <= clause.span.end);
        let due = || clause.due.iter();
        let values = vec![
            text(document.symbol.as_str()),
            text(document.language.code()),
            text(document.organ.key()),
            document.session.map_or_else(|| text(""), |session| CellValue::Number(session.into())),
            CellValue::Date(document.adopted.map(crate::model::Date::iso).unwrap_or_default()),
            text(&document.title),
            text(paragraph.id.as_str()),
            text(paragraph.part.key()),
            text(paragraph.number.as_deref().unwrap_or_default()),
            text(clause.id.as_str()),
            text(clause.phrase.of(&paragraph.text)),
            text(clause.verb.as_str()),
            text(clause.action.as_str()),
            text(clause.class.key()),
            CellValue::List(clause.modifiers.clone()),
            CellValue::List(actors(Role::Addressee)),
            CellValue::List(unique(addressees.map(|mention| actor_name(&mention.actor)))),
            CellValue::List(actors(Role::Partner)),
            CellValue::List(actors(Role::Beneficiary)),
            CellValue::List(actors(Role::Mentioned)),
            CellValue::List(unique(clause.topics.iter().map(|topic| topic.topic.as_str().to_owned()))),
            CellValue::List(unique(clause.topics.iter().map(|topic| topic_name(&topic.topic)))),
            CellValue::List(unique(due().map(|due| due.span.of(&paragraph.text).to_owned()))),
            CellValue::List(unique(due().filter_map(when))),
            CellValue::List(unique(
                due().filter(|due| due.report).flat_map(|due| &due.by).map(|id| id.as_str().to_owned()),
            )),
            CellValue::List(unique(cited.map(|cited| cited.symbol.as_str().to_owned()))),
            CellValue::List(unique(marks.map(|mark| mark.mark.clone()))),
            text(clause.span.of(&paragraph.text)),
            CellValue::Link(url.to_owned()),
        ];
        Row { values }
    }
}

/// When something is due, in a form that sorts: a date, a session, or a period.
fn when(due: &crate::model::Due) -> Option<String> {
    if let Some(date) = due.date {
        return Some(date.iso());
    }
    if let Some(session) = due.session {
        let (from, to) = crate::model::Due::years_of_session(session);
        return Some(format!("session {session} ({from}–{to})"));
    }
    due.every_months.map(|months| format!("every {months} months"))
}

fn unique(values: impl Iterator<Item = String>) -> Vec<String> {
    let mut seen: Vec<String> = Vec::new();
    for value in values {
        if !value.is_empty() && !seen.contains(&value) {
            seen.push(value);
        }
    }
    seen
}
