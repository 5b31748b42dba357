//! The reader's annotations and the state of storing them.

use crate::annotations::file::Contents;
use crate::annotations::{Annotations, Change, Merged, Spot, Typing, WorkState};
use crate::model::ClauseId;

/// The reader's annotations. Cheap to clone.
#[derive(Clone, Debug, Default)]
pub struct AnnotationState {
    /// All annotations.
    pub all: Annotations,
    /// Whether the stored annotations are still to be read.
    pub unread: bool,
    /// Whether the browser refused to store some.
    pub unkept: bool,
    /// Whether some could not be stored because an unreadable record has their key.
    pub blocked: bool,
    /// The note that is being typed in this window.
    pub typing: Option<Typing>,
    /// How many more of each list are shown.
    pub n_more: usize,
    /// How many stored records are unreadable.
    pub n_unreadable: usize,
    /// The clause that was marked last, the start of a range.
    pub last_marked: Option<Spot>,
    /// The annotations before many clauses were marked at once, and how many those were, until the next action.
    pub before_marks: Option<(Annotations, u32)>,
    /// The result of the last import; its content is none if the file had no annotations.
    pub taken: Option<Option<Taken>>,
}

/// How many annotations a list shows at first.
pub const N_SHOWN: usize = 200;

/// The result of an import.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Taken {
    /// The changes.
    pub merged: Merged,
    /// How many rows were skipped.
    pub n_left_out: usize,
    /// The line of an unclosed quotation mark.
    pub unclosed: Option<usize>,
    /// Whether the import is still running.
    pub goes_on: bool,
}

/// An action on annotations.
#[derive(Clone, Debug, PartialEq)]
pub enum AnnotationAction {
    /// The stored annotations were read, with a number of unreadable records.
    Read(Annotations, usize),
    /// Changes the annotation of a clause of the current document.
    Change(ClauseId, Change),
    /// Toggles the star of the selected clause.
    Star,
    /// Toggles “reviewed” for the selected clause.
    Review,
    /// Sets the state of work of all matches.
    MarkFound(Option<WorkState>),
    /// Marks every match from the clause marked last to this one.
    MarkTo(ClauseId, Option<WorkState>),
    /// Undoes that.
    UndoMarks,
    /// Another window has changed the records of some keys, or removed them (none).
    Learn(Vec<(String, Option<String>)>),
    /// Removes an annotation without a clause.
    Forget(Spot),
    /// Starts an import, if the file has annotations.
    TakeFile(bool),
    /// Imports some of a file's annotations; the flag tells whether more follow.
    TakeIn(Contents, bool),
    /// Shows more of each list.
    ShowMore,
    /// The result of storing annotations.
    Kept {
        /// The browser refused some.
        refused: bool,
        /// An unreadable record has the key of some.
        blocked: bool,
    },
}
