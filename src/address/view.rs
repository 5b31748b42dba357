use crate::query::Axis;

/// A view of the page.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum View {
    /// The document itself.
    #[default]
    Text,
    /// One row per clause.
    Table,
    /// Counts by two facets.
    Matrix,
    /// The cited documents, and the paragraphs that cite them.
    References,
    /// The deadlines.
    Due,
    /// The annotated clauses.
    Annotations,
    /// The clauses found, from the most to the least binding.
    Brief,
    /// The saved questions.
    Questions,
    /// The library.
    Library,
    /// How texts are analysed, and how accurately. It belongs to no document.
    Method,
}

impl View {
    /// The views of the matches, in the order they are offered.
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
    /// The clause's paragraph.
    #[default]
    Place,
    /// Its verb.
    Verb,
    /// Its addressees.
    Addressee,
    /// Its topics.
    Topic,
    /// When it is due.
    Due,
    /// How binding its verb is; shown in the verb's column.
    Strength,
}

impl Column {
    /// Every sort key, in the order of the columns.
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

/// The sort order of the table.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Sort {
    /// The column.
    pub by: Column,
    /// Whether the order is descending.
    pub down: bool,
}

impl Sort {
    /// The order after a click on a column's header: ascending by that column, then descending. The strongest come first, which
    /// the header says, and then the order of the text is back.
    #[must_use]
    pub fn after(self, by: Column) -> Self {
        if by == Column::Strength && self.by == by {
            return Self::default();
        }
        Self { by, down: self.by == by && !self.down }
    }

    /// The word used in links: `verb`, or `-verb` for descending.
    pub(super) fn write(self) -> String {
        [if self.down { "-" } else { "" }, self.by.key()].concat()
    }

    pub(super) fn read(words: &str) -> Option<Self> {
        let (down, key) = words.strip_prefix('-').map_or((false, words), |key| (true, key));
        Column::ALL.into_iter().find(|column| column.key() == key).map(|by| Self { by, down })
    }
}

/// The groups of the brief.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Grouping {
    /// By document.
    #[default]
    Document,
    /// A column for each actor.
    Actor,
    /// By topic.
    Topic,
}

impl Grouping {
    /// Every grouping.
    pub const ALL: [Self; 3] = [Self::Document, Self::Actor, Self::Topic];

    /// The word used for it in links.
    pub fn key(self) -> &'static str {
        match self {
            Self::Document => "document",
            Self::Actor => "actor",
            Self::Topic => "topic",
        }
    }

    pub(super) fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|grouping| grouping.key() == key)
    }

    /// The grouping that older links give as the order of the table.
    pub(super) fn of_sort(sort: Sort) -> Self {
        match sort.by {
            Column::Addressee => Self::Actor,
            Column::Topic => Self::Topic,
            _ => Self::Document,
        }
    }
}

/// The two sides of the matrix.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Axes {
    /// The axis of the rows.
    pub rows: Axis,
    /// The axis of the columns.
    pub columns: Axis,
}

impl Default for Axes {
    fn default() -> Self {
        Self { rows: Axis::Actor, columns: Axis::Class }
    }
}

impl Axes {
    /// The word used in links: `actor.verb`.
    pub(super) fn write(self) -> String {
        [self.rows.key(), ".", self.columns.key()].concat()
    }

    pub(super) fn read(words: &str) -> Option<Self> {
        let (rows, columns) = words.split_once('.')?;
        Some(Self { rows: Axis::from_key(rows)?, columns: Axis::from_key(columns)? })
    }
}
