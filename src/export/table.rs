//! The table of clauses: a row for each chosen clause, with the same columns in CSV, Excel, NDJSON and Parquet.

use super::selection::Selection;
use crate::model::{ActorId, Clause, Due, Glossary, Paragraph, Reference, Resolution, Role, Span, TopicId};
use std::collections::BTreeSet;

/// A column: its name, and how its value follows from a clause.
pub struct ClauseColumn {
    /// The name, the same in every format.
    pub name: &'static str,
    /// The kind of its values, and the function that gives them.
    pub values: ColumnValues,
}

/// The values of a column. The kind decides the type that a column has in Parquet and whether an empty value is `null`.
pub enum ColumnValues {
    /// Words, always known.
    Text(fn(&ClauseAt<'_>) -> String),
    /// Words; empty if not known.
    OptionalText(fn(&ClauseAt<'_>) -> String),
    /// A number, if known.
    Number(fn(&ClauseAt<'_>) -> Option<u32>),
    /// A day, a month or a year as ISO 8601 writes it; empty if not known.
    Date(fn(&ClauseAt<'_>) -> String),
    /// An address; empty if not known.
    Link(fn(&ClauseAt<'_>) -> String),
    /// Several values.
    List(fn(&ClauseAt<'_>) -> Vec<String>),
}

/// A clause with all that its row is made from.
pub struct ClauseAt<'a> {
    glossary: &'a Glossary,
    document: &'a Resolution,
    /// Where the document is published.
    url: &'a str,
    paragraph: &'a Paragraph,
    /// The index of the paragraph.
    at: usize,
    clause: &'a Clause,
    /// The reader's mark of work; empty without one.
    mark: &'a str,
}

/// The columns, in order.
pub const COLUMNS: [ClauseColumn; 30] = {
    use ColumnValues::{Date, Link, List, Number, OptionalText, Text};
    const fn column(name: &'static str, values: ColumnValues) -> ClauseColumn {
        ClauseColumn { name, values }
    }
    [
        column("symbol", Text(|at| at.document.symbol.as_str().to_owned())),
        column("language", Text(|at| at.document.language.code().to_owned())),
        column("organ", Text(|at| at.document.organ.key().to_owned())),
        column("session", Number(|at| at.document.session.map(u32::from))),
        column("adopted", Date(|at| at.document.adopted.map(crate::model::Date::iso).unwrap_or_default())),
        column("title", Text(|at| at.document.title.clone())),
        column("paragraph", Text(|at| at.paragraph.id.as_str().to_owned())),
        column("part", Text(|at| at.paragraph.part.key().to_owned())),
        column("number", OptionalText(|at| at.paragraph.number.clone().unwrap_or_default())),
        column("clause", Text(|at| at.clause.id.as_str().to_owned())),
        column("phrase", Text(|at| at.words(at.clause.phrase))),
        column("verb", Text(|at| at.clause.verb.as_str().to_owned())),
        column("action", Text(|at| at.clause.action.as_str().to_owned())),
        column("class", Text(|at| at.clause.class.key().to_owned())),
        column("modifiers", List(|at| at.clause.modifiers.clone())),
        column("addressees", List(|at| at.actors(Role::Addressee))),
        column("addressee_names", List(addressee_names)),
        column("partners", List(|at| at.actors(Role::Partner))),
        column("beneficiaries", List(|at| at.actors(Role::Beneficiary))),
        column("mentioned", List(|at| at.actors(Role::Mentioned))),
        column("topics", List(|at| at.clause.topics.iter().map(|found| found.topic.as_str().to_owned()).collect())),
        column(
            "topic_names",
            List(|at| at.clause.topics.iter().map(|found| at.topic_name(&found.topic)).collect()),
        ),
        column("due", List(|at| at.clause.due.iter().map(|due| at.due_words(due)).collect())),
        column("due_dates", List(|at| at.clause.due.iter().filter_map(due_date).collect())),
        column("report_by", List(report_by)),
        column("references", List(references)),
        column("notes", List(note_marks)),
        column("text", Text(whole_text)),
        column("link", Link(|at| at.url.to_owned())),
        column("mark", OptionalText(|at| at.mark.to_owned())),
    ]
};

impl ClauseColumn {
    /// Whether it holds several values.
    pub fn is_list(&self) -> bool {
        matches!(self.values, ColumnValues::List(_))
    }

    /// Whether it holds numbers.
    pub fn is_number(&self) -> bool {
        matches!(self.values, ColumnValues::Number(_))
    }

    /// Whether a value may be unknown.
    pub fn is_optional(&self) -> bool {
        !matches!(self.values, ColumnValues::Text(_) | ColumnValues::List(_))
    }

    fn value(&self, at: &ClauseAt<'_>) -> CellValue {
        match self.values {
            ColumnValues::Text(of) | ColumnValues::OptionalText(of) => CellValue::Text(of(at)),
            ColumnValues::Number(of) => of(at).map_or_else(|| CellValue::Text(String::new()), CellValue::Number),
            ColumnValues::Date(of) => CellValue::Date(of(at)),
            ColumnValues::Link(of) => CellValue::Link(of(at)),
            ColumnValues::List(of) => CellValue::List(unique(of(at))),
        }
    }
}

impl ClauseAt<'_> {
    fn words(&self, span: Span) -> String {
        span.of(&self.paragraph.text).to_owned()
    }

    fn due_words(&self, due: &Due) -> String {
        let within = due.within.as_ref().and_then(|id| self.document.paragraph(id));
        due.span.of(&within.unwrap_or(self.paragraph).text).to_owned()
    }

    fn in_role(&self, role: Role) -> impl Iterator<Item = &ActorId> {
        self.clause.actors.iter().filter(move |mention| mention.role == role).map(|mention| &mention.actor)
    }

    fn actors(&self, role: Role) -> Vec<String> {
        self.in_role(role).map(|id| id.as_str().to_owned()).collect()
    }

    fn topic_name(&self, id: &TopicId) -> String {
        match self.glossary.topic(id) {
            Some(entry) => entry.name.get(self.document.language).to_owned(),
            None => id.as_str().to_owned(),
        }
    }
}

fn addressee_names(at: &ClauseAt<'_>) -> Vec<String> {
    let name = |id: &ActorId| match at.glossary.actor(id) {
        Some(entry) => entry.name.get(at.document.language).to_owned(),
        None => id.as_str().to_owned(),
    };
    at.in_role(Role::Addressee).map(name).collect()
}

/// The words of the clause, and below them the points of the list that it announces.
fn whole_text(at: &ClauseAt<'_>) -> String {
    let mut text = at.words(at.clause.span);
    for point in at.document.points(at.at, at.clause) {
        let label = point.number.iter().flat_map(|number| [number, " "]);
        text.extend(["\n"].into_iter().chain(label).chain([point.text.as_str()]));
    }
    text
}

fn report_by(at: &ClauseAt<'_>) -> Vec<String> {
    let reports = at.clause.due.iter().filter(|due| due.report);
    reports.flat_map(|due| &due.by).map(|id| id.as_str().to_owned()).collect()
}

/// The symbols that the clause cites.
fn references(at: &ClauseAt<'_>) -> Vec<String> {
    let span = at.clause.span;
    let within = |cited: &&Reference| {
        cited.paragraph.is_none() && span.start <= cited.span.start && cited.span.end <= span.end
    };
    at.paragraph.references.iter().filter(within).map(|cited| cited.symbol.as_str().to_owned()).collect()
}

/// The marks of the notes that the clause calls.
fn note_marks(at: &ClauseAt<'_>) -> Vec<String> {
    let span = at.clause.span;
    let marks = at.paragraph.marks.iter().filter(|mark| span.start < mark.at && mark.at <= span.end);
    marks.map(|mark| mark.mark.clone()).collect()
}

/// One clause as a row of the table.
#[derive(Clone, Debug)]
pub struct Row {
    /// A value for each of [`COLUMNS`].
    pub values: Vec<CellValue>,
}

/// A value of a row.
#[derive(Clone, Debug, PartialEq)]
pub enum CellValue {
    /// Words; empty if not known.
    Text(String),
    /// Several values, each once.
    List(Vec<String>),
    /// A number.
    Number(u32),
    /// A day, a month or a year as ISO 8601 writes it.
    Date(String),
    /// An address.
    Link(String),
}

impl CellValue {
    /// The value as text, several values separated by `; `.
    pub fn text(&self) -> String {
        match self {
            Self::Text(text) | Self::Date(text) | Self::Link(text) => text.clone(),
            Self::List(items) => items.join("; "),
            Self::Number(number) => number.to_string(),
        }
    }
}

impl Selection<'_> {
    /// A row for each chosen clause, in order.
    pub fn rows(&self) -> impl Iterator<Item = Row> {
        self.documents.iter().flat_map(move |chosen| {
            let url = chosen.url();
            chosen.numbered().map(move |(at, paragraph, clause)| {
                let mark = chosen.marks.get(clause.id.as_str()).map(String::as_str).unwrap_or_default();
                let (glossary, document) = (self.glossary, chosen.document);
                let at = ClauseAt { glossary, document, url: &url, paragraph, at, clause, mark };
                Row { values: COLUMNS.iter().map(|column| column.value(&at)).collect() }
            })
        })
    }
}

/// When something is due, in a form that sorts: a date, a session, or a period.
fn due_date(due: &Due) -> Option<String> {
    if let Some(date) = due.date {
        return Some(date.iso());
    }
    if let Some(session) = due.session {
        let (from, to) = Due::years_of_session(session);
        return Some(format!("session {session} ({from}–{to})"));
    }
    due.every_months.map(|months| format!("every {months} months"))
}

fn unique(mut values: Vec<String>) -> Vec<String> {
    let mut seen = BTreeSet::new();
    values.retain(|value| !value.is_empty() && seen.insert(value.clone()));
    values
}
