use crate::query::Axis;

/// What the page shows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum View {
    /// The document itself.
    #[default]
    Text,
    /// A row a clause.
    Table,
    /// One facet against another.
    Matrix,
    /// What is cited, and from where.
    References,
    /// What is due, and when.
    Due,
    /// What the reader has put beside clauses.
    Annotations,
    /// What is found, from the most to the least binding.
    Brief,
    /// The questions that the reader keeps.
    Questions,
    /// The documents at hand.
    Library,
    /// How texts are read, and how well: about all documents and none.
    Method,
}

impl View {
    /// The views of what is found, in the order they are offered.
    pub const ALL: [Self; 8] = [
        Self::Text,
        Self::Table,
        Self::Matrix,
        Self::References,
        Self::Due,
        Self::Brief,
        Self::Questions,
        Self::Annotations,
    ];

    /// The word used for it in links.
    pub fn key(self) -> &'static str {
        match self {
            Self::Text => "text",
            Self::Table => "table",
            Self::Matrix => "matrix",
            Self::References => "references",
            Self::Due => "due",
            Self::Annotations => "annotations",
            Self::Brief => "brief",
            Self::Questions => "questions",
            Self::Library => "library",
            Self::Method => "method",
        }
    }

    pub(super) fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().chain([Self::Library, Self::Method]).find(|view| view.key() == key)
    }
}

/// A column of the table.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Column {
    /// The paragraph that has the clause.
    #[default]
    Place,
    /// Its verb.
    Verb,
    /// Who is addressed.
    Addressee,
    /// What it is about.
    Topic,
    /// When it is due.
    Due,
    /// How strongly its verb binds or asks; it shares the column of the verb.
    Strength,
}

impl Column {
    /// Everything that the table can be sorted by, in the order of its columns.
    pub const ALL: [Self; 6] = [Self::Place, Self::Verb, Self::Addressee, Self::Topic, Self::Due, Self::Strength];

    fn key(self) -> &'static str {
        match self {
            Self::Place => "place",
            Self::Verb => "verb",
            Self::Addressee => "addressee",
            Self::Topic => "topic",
            Self::Due => "due",
            Self::Strength => "strength",
        }
    }
}

/// How the table is sorted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Sort {
    /// By which column.
    pub by: Column,
    /// Whether from the end.
    pub down: bool,
}

impl Sort {
    /// The order that a click on a column's head asks for: that column's, then the same from its end.
    #[must_use]
    pub fn after(self, by: Column) -> Self {
        Self { by, down: self.by == by && !self.down }
    }

    /// As links have it: `verb`, and `-verb` from the end.
    pub(super) fn write(self) -> String {
        [if self.down { "-" } else { "" }, self.by.key()].concat()
    }

    pub(super) fn read(words: &str) -> Option<Self> {
        let (down, key) = words.strip_prefix('-').map_or((false, words), |key| (true, key));
        Column::ALL.into_iter().find(|column| column.key() == key).map(|by| Self { by, down })
    }
}

/// The two sides of the matrix.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Axes {
    /// What its rows are.
    pub rows: Axis,
    /// What its columns are.
    pub columns: Axis,
}

impl Default for Axes {
    fn default() -> Self {
        Self { rows: Axis::Actor, columns: Axis::Class }
    }
}

impl Axes {
    /// As links have it: `actor.verb`.
    pub(super) fn write(self) -> String {
        [self.rows.key(), ".", self.columns.key()].concat()
    }

    pub(super) fn read(words: &str) -> Option<Self> {
        let (rows, columns) = words.split_once('.')?;
        Some(Self { rows: Axis::from_key(rows)?, columns: Axis::from_key(columns)? })
    }
}
