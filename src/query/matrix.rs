//! Two facets against each other: how many of the clauses that match have this value and that one.
//!
//! A clause has often several topics and sometimes several addressees, so it may be counted in more cells than one: the
//! total of a line is how many clauses have its value, not the sum of its cells.

use super::bits::Bits;
use super::facet::{Facet, RoleScope};
use super::index::Index;
use super::values::Value;

/// What the lines of a matrix can be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Axis {
    /// The actors, in the role that the question says.
    Actor,
    /// The classes of action.
    Class,
    /// The verbs, class by class.
    Verb,
    /// The topics of the upper level.
    Topic,
    /// The topics beneath them, and those that have none beneath.
    Subtopic,
    /// Preamble and operative part.
    Part,
    /// What the reader has put beside clauses.
    Annotation,
}

/// A value along a side, and how many clauses have it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// The value's key in its facet.
    pub key: String,
    /// How many of the clauses that match have it.
    pub total: u32,
}

/// How many clauses have each pair of values. Values that no matching clause has are left out.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Matrix {
    /// The values down the side.
    pub rows: Vec<Line>,
    /// The values along the top.
    pub columns: Vec<Line>,
    /// For each row the number in each column.
    pub cells: Vec<Vec<u32>>,
}

impl Axis {
    /// Every axis, in the order they are offered.
    pub const ALL: [Self; 7] =
        [Self::Actor, Self::Verb, Self::Class, Self::Subtopic, Self::Topic, Self::Part, Self::Annotation];

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
        }
    }

    fn values(self, upper: &[Value]) -> Vec<&Value> {
        let beneath = |value| match self {
            Self::Verb | Self::Subtopic => leaves(value),
            _ => vec![value],
        };
        upper.iter().flat_map(beneath).collect()
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

impl Index {
    /// Lays two axes against each other, over the clauses that match; actors count in a role.
    pub fn matrix(&self, matching: &Bits, role: RoleScope, rows: Axis, columns: Axis) -> Matrix {
        let rows = self.lines(rows, role, matching);
        let columns = self.lines(columns, role, matching);
        let cell = |(_, row): &(Line, Bits), (_, column): &(Line, Bits)| {
            let mut both = row.clone();
            both.keep(column);
            both.count()
        };
        let cells = rows.iter().map(|row| columns.iter().map(|column| cell(row, column)).collect()).collect();
        let bare = |lines: Vec<(Line, Bits)>| lines.into_iter().map(|(line, _)| line).collect();
        Matrix { cells, rows: bare(rows), columns: bare(columns) }
    }

    /// The values of an axis that some of these clauses have, with those clauses.
    fn lines(&self, axis: Axis, role: RoleScope, matching: &Bits) -> Vec<(Line, Bits)> {
        let facet = axis.facet();
        let values = self.values(facet);
        let tree = self.facets().find(|values| values.facet == facet);
        let Some((scope, tree)) = values.scope(role).zip(tree) else { return Vec::new() };
        let mut lines = Vec::new();
        for value in axis.values(&tree.values) {
            let Some(number) = values.keys.find(&value.key) else { continue };
            let mut clauses = Bits::none(matching.len());
            scope.postings.set(number).add_to(&mut clauses);
            clauses.keep(matching);
            let total = clauses.count();
            if total > 0 {
                lines.push((Line { key: value.key.clone(), total }, clauses));
            }
        }
        lines
    }
}
