//! What the reader has put beside clauses, and how it stands with keeping it.

use crate::annotations::file::Contents;
use crate::annotations::{Annotations, Change, Merged, Spot, Typing, WorkState};
use crate::model::ClauseId;

/// What the reader has put beside clauses. Cheap to clone.
#[derive(Clone, Debug, Default)]
pub struct AnnotationState {
    /// All of it.
    pub all: Annotations,
    /// Whether what the browser keeps is still to be read.
    pub unread: bool,
    /// Whether the browser refused to keep some of it.
    pub unkept: bool,
    /// Whether some of it would be where the browser has a record that this version cannot read.
    pub blocked: bool,
    /// The note that is being written in this window.
    pub typing: Option<Typing>,
    /// How many of each list are shown beyond the first ones.
    pub n_more: usize,
    /// How many records the browser has that this version cannot read.
    pub n_unreadable: usize,
    /// The clause that was marked last, where a range begins.
    pub last_marked: Option<Spot>,
    /// What there was before many clauses were marked at once, and how many that were, until something else is done.
    pub before_marks: Option<(Annotations, u32)>,
    /// What became of the file that was taken in last; nothing in it if it had no annotations.
    pub taken: Option<Option<Taken>>,
}

/// How many annotations a list shows at first.
pub const N_SHOWN: usize = 200;

/// What a file gave.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Taken {
    /// What it changed.
    pub merged: Merged,
    /// How many of its lines gave nothing.
    pub n_left_out: usize,
    /// The line that a quotation mark begins on which nothing closes.
    pub unclosed: Option<usize>,
    /// Whether more of the file is to come.
    pub goes_on: bool,
}

/// One thing that a reader, or the browser, does to annotations.
#[derive(Clone, Debug, PartialEq)]
pub enum AnnotationAction {
    /// Has read what the browser keeps, and so many records that cannot be read.
    Read(Annotations, usize),
    /// Puts something beside a clause of the document that is shown.
    Change(ClauseId, Change),
    /// Gives the clause that is selected a star, or takes it.
    Star,
    /// Marks the clause that is selected as reviewed, or takes that back.
    Review,
    /// Says of all that is found how far the work on it has come.
    MarkFound(Option<WorkState>),
    /// Marks every match from the clause marked last to this one.
    MarkTo(ClauseId, Option<WorkState>),
    /// Takes that back.
    UndoMarks,
    /// Learns what another window keeps under some keys now; nothing where it took that away.
    Learn(Vec<(String, Option<String>)>),
    /// Takes away what is beside no clause.
    Forget(Spot),
    /// Begins to take in a file, if it holds annotations.
    TakeFile(bool),
    /// Takes in some of a file's annotations; whether more are to come.
    TakeIn(Contents, bool),
    /// Shows more of each list.
    ShowMore,
    /// Learns whether the browser keeps them.
    Kept {
        /// It refused some.
        refused: bool,
        /// Some would be in the place of a record that cannot be read.
        blocked: bool,
    },
}
