//! A cross-tabulation of two facets: how many matching clauses have each pair of values.
//!
//! A clause often has several topics and sometimes several addressees, so it may be counted in several cells: the total
//! of a line is the number of clauses with its value, not the sum of its cells. Clauses without any value on an axis are
//! in a line of their own ([`NONE`]), so that each clause is in at least one cell.

use super::answer::Answer;
use super::entry::Entry;
use super::facet::{Facet, NONE, Query, Reach};
use super::index::Index;
use super::tree::{Value, ValueNumber};
use super::values::Holders;

/// The facet that a side of the matrix shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Axis {
    /// The actors, in the question's role.
    Actor,
    /// The classes of action.
    Class,
    /// The verbs, class by class.
    Verb,
    /// The topics of the upper level.
    Topic,
    /// The topics below them, and those that have none below.
    Subtopic,
    /// Preamble and operative part.
    Part,
    /// The reader's annotations.
    Annotation,
    /// The documents. They are not compared with themselves.
    Document,
    /// The bodies that adopted them.
    Body,
    /// The years of adoption.
    Year,
    /// The languages of the documents.
    Language,
}

/// A value on a side, and how many clauses have it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MatrixLine {
    /// The value's key in its facet. [`NONE`] for the clauses that are in no other line: those without an addressee, without
    /// a topic, without a lower topic, without an annotation.
    pub key: String,
    /// How many matching clauses have it.
    pub total: u32,
}

/// The number of clauses with each pair of values. Values without a matching clause are left out.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Matrix {
    /// The values down the side; [`NONE`] comes last.
    pub rows: Vec<MatrixLine>,
    /// The values along the top, in the same order.
    pub columns: Vec<MatrixLine>,
    /// For each row the number in each column.
    pub cells: Vec<Vec<u32>>,
}

impl Axis {
    /// Every axis, in the order they are offered.
    pub const ALL: [Self; 11] = [
        Self::Actor,
        Self::Verb,
        Self::Class,
        Self::Subtopic,
        Self::Topic,
        Self::Part,
        Self::Document,
        Self::Body,
        Self::Year,
        Self::Language,
        Self::Annotation,
    ];

    /// The word used for it in links.
    pub fn key(self) -> &'static str {
        match self {
            Self::Actor => "actor",
            Self::Class => "class",
            Self::Verb => "verb",
            Self::Topic => "topic",
            Self::Subtopic => "subtopic",
            Self::Part => "part",
            Self::Annotation => "annotation",
            Self::Document => "document",
            Self::Body => "body",
            Self::Year => "year",
            Self::Language => "language",
        }
    }

    /// The axis of a key.
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|axis| axis.key() == key)
    }

    /// The facet that its values belong to.
    pub fn facet(self) -> Facet {
        match self {
            Self::Actor => Facet::Actor,
            Self::Class | Self::Verb => Facet::Action,
            Self::Topic | Self::Subtopic => Facet::Topic,
            Self::Part => Facet::Part,
            Self::Annotation => Facet::Annotation,
            Self::Document => Facet::Document,
            Self::Body => Facet::Body,
            Self::Year => Facet::Year,
            Self::Language => Facet::Language,
        }
    }

    fn values(self, upper: &[Value]) -> Vec<&Value> {
        let of_level = |value| match self {
            Self::Verb | Self::Subtopic => leaves(value),
            _ => vec![value],
        };
        upper.iter().flat_map(of_level).collect()
    }
}

fn leaves(value: &Value) -> Vec<&Value> {
    if value.children.is_empty() { vec![value] } else { value.children.iter().flat_map(leaves).collect() }
}

impl Matrix {
    /// The largest number in a cell.
    pub fn largest(&self) -> u32 {
        self.cells.iter().flatten().copied().max().unwrap_or_default()
    }
}

impl Answer {
    /// Compares two axes over the clauses that match; actors and topics count as the query says.
    pub fn matrix(&self, query: &Query, rows: Axis, columns: Axis) -> Matrix {
        let mut rows = MatrixSide::new(&self.index, rows, query);
        let mut columns = MatrixSide::new(&self.index, columns, query);
        if rows.axis == Axis::Document && columns.axis == Axis::Document {
            columns = MatrixSide::default();
        }
        // Empty lines are dropped first, which decides the number of cells.
        self.each_clause(|entry, document, clause| {
            rows.count(entry, document, clause);
            columns.count(entry, document, clause);
        });
        rows.drop_empty();
        columns.drop_empty();
        let mut cells = vec![vec![0; columns.lines.len()]; rows.lines.len()];
        let (mut of_row, mut of_column) = (Vec::new(), Vec::new());
        self.each_clause(|entry, document, clause| {
            rows.lines_of(entry, document, clause, &mut of_row);
            columns.lines_of(entry, document, clause, &mut of_column);
            for row in of_row.iter().filter_map(|row| usize::try_from(*row).ok()) {
                let Some(row) = cells.get_mut(row) else { continue };
                for column in &of_column {
                    row.get_mut(*column as usize).into_iter().for_each(|n| *n += 1);
                }
            }
        });
        Matrix { rows: rows.lines, columns: columns.lines, cells }
    }

    /// Calls back for each matching clause, with its document's number in the segment.
    fn each_clause(&self, mut each: impl FnMut(&Entry, u32, u32)) {
        for (entry, matching) in self.index.entries().iter().zip(&self.matching) {
            for document in 0..entry.positions.len() as u32 {
                let clauses = entry.segment.places.clauses_of(document);
                matching.iter_in(&clauses).for_each(|clause| each(entry, document, clause));
            }
        }
    }
}

/// A side of a matrix.
struct MatrixSide {
    axis: Axis,
    reach: Reach,
    lines: Vec<MatrixLine>,
    /// For each value of the facet, the number of its line or [`NO_LINE`].
    line_of_value: Vec<u32>,
    /// The line of the clauses without a value.
    none: u32,
}

const NO_LINE: u32 = u32::MAX;

impl Default for MatrixSide {
    fn default() -> Self {
        Self { axis: Axis::Part, reach: Reach::Wide, lines: Vec::new(), line_of_value: Vec::new(), none: NO_LINE }
    }
}

impl MatrixSide {
    fn new(index: &Index, axis: Axis, query: &Query) -> Self {
        let facet = axis.facet();
        let line_of_value = vec![NO_LINE; index.n_values(facet)];
        let mut side = Self { axis, reach: query.reach(facet), line_of_value, ..Self::default() };
        let tree = index.facet(facet);
        for value in tree.map(|tree| axis.values(&tree.values)).unwrap_or_default() {
            let ValueNumber(number) = value.number;
            if let Some(line) = side.line_of_value.get_mut(number as usize) {
                *line = side.lines.len() as u32;
                side.lines.push(MatrixLine { key: value.key.clone(), total: 0 });
            }
        }
        side.lines.push(MatrixLine { key: NONE.to_owned(), total: 0 });
        side.none = side.lines.len() as u32 - 1;
        side
    }

    /// Calls back with the number of each line that a clause belongs to.
    fn each_line(&self, entry: &Entry, document: u32, clause: u32, mut each: impl FnMut(u32)) {
        let facet = self.axis.facet();
        let row = entry.values(facet).and_then(|values| match &values.holders {
            Holders::Documents(values) => Some(values.slice(document as usize, document as usize + 1)),
            Holders::Clauses(_) => values.by_clause(self.reach).map(|by_clause| by_clause.rows.row(clause)),
        });
        let numbers = entry.numbers.get(facet);
        let mut has_line = false;
        if let Some(row) = row {
            row.for_each(|value| {
                let number = numbers.get(value as usize);
                let line = number.and_then(|number| self.line_of_value.get(*number as usize)).copied();
                if let Some(line) = line.filter(|line| *line != NO_LINE) {
                    has_line = true;
                    each(line);
                }
            });
        }
        if !has_line {
            each(self.none);
        }
    }

    fn count(&mut self, entry: &Entry, document: u32, clause: u32) {
        let mut lines = std::mem::take(&mut self.lines);
        self.each_line(entry, document, clause, |line| {
            lines.get_mut(line as usize).into_iter().for_each(|line| line.total += 1);
        });
        self.lines = lines;
    }

    fn lines_of(&self, entry: &Entry, document: u32, clause: u32, into: &mut Vec<u32>) {
        into.clear();
        self.each_line(entry, document, clause, |line| into.push(line));
    }

    /// Drops the lines without a clause.
    fn drop_empty(&mut self) {
        let mut n_kept = 0;
        let moved: Vec<u32> = self
            .lines
            .iter()
            .map(|line| {
                if line.total == 0 {
                    return NO_LINE;
                }
                n_kept += 1;
                n_kept - 1
            })
            .collect();
        for line in self.line_of_value.iter_mut().chain([&mut self.none]) {
            *line = moved.get(*line as usize).copied().unwrap_or(NO_LINE);
        }
        self.lines.retain(|line| line.total > 0);
    }
}
