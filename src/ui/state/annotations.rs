//! The reader's annotations and the state of storing them.

use crate::annotations::{Annotations, Change, ClauseWork, Merged, Spot, Typing, WorkState};
use crate::model::ClauseId;
use crate::ui::browser::files::PickedFiles;
use std::rc::Rc;

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
    /// For each step in which clauses were marked, the last one last, their states before it.
    pub before_marks: Vec<Rc<[ClauseWork]>>,
    /// The last import; its content is none if the file had no annotations.
    pub taken: Option<Option<Taken>>,
}

/// How many steps of marking can be undone.
const N_UNDONE: usize = 50;

impl AnnotationState {
    /// Marks clauses, each given with its words, as a step that can be undone.
    pub fn mark(&mut self, clauses: impl IntoIterator<Item = (Spot, String)>, work: Option<WorkState>) {
        let marked = clauses.into_iter().map(|(spot, words)| ClauseWork { spot, words, work });
        let before = self.all.set_work(marked);
        self.before_marks.push(before.into());
        if self.before_marks.len() > N_UNDONE {
            self.before_marks.remove(0);
        }
    }

    /// Undoes the last step. Labels and notes written since stay.
    pub fn undo_marks(&mut self) {
        if let Some(before) = self.before_marks.pop() {
            self.all.set_work(before.iter().cloned());
        }
    }

    /// Whether more annotations of a file are coming.
    pub fn is_importing(&self) -> bool {
        self.taken.as_ref().and_then(Option::as_ref).is_some_and(|taken| taken.n_left.is_some())
    }
}

/// How many annotations a list shows at first.
pub const N_SHOWN: usize = 200;

/// An import.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Taken {
    /// The changes.
    pub merged: Merged,
    /// How many rows were skipped.
    pub n_left_out: usize,
    /// The line of an unclosed quotation mark.
    pub unclosed: Option<usize>,
    /// How many annotations are still to come; none when all are here.
    pub n_left: Option<usize>,
    /// The annotations before it, for undoing it.
    pub before: Annotations,
    /// The annotations of the file.
    pub of_file: Annotations,
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
    /// Undoes the last step in which clauses were marked.
    UndoMarks,
    /// Another window has changed the records of some keys, or removed them (none).
    Learn(Vec<(String, Option<String>)>),
    /// Removes an annotation without a clause.
    Forget(Spot),
    /// Starts an import.
    TakeFile(PickedFiles),
    /// Imports some of a file's annotations.
    TakeIn {
        /// Their records, by their keys.
        records: Vec<(String, Option<String>)>,
        /// How many more follow.
        n_left: usize,
        /// How many rows of the file were skipped.
        n_left_out: usize,
        /// The line of an unclosed quotation mark.
        unclosed: Option<usize>,
    },
    /// The file has no annotations, or could not be read.
    NotTaken,
    /// Cancels an import, or undoes it.
    UndoImport,
    /// Saves all annotations as a file.
    SaveFile,
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
