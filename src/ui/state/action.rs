use super::{AnnotationAction, ExportAction, ExpressionMatches, IntakeAction, Panel, QuestionAction};
use crate::address::{Address, Axes, Column, DocumentScope, Rest, View};
use crate::engine::{Excerpt, ReadDocument};
use crate::i18n::{Texts, UiLanguage};
use crate::model::DocumentId;
use crate::query::{Choice, Facet, Query, RoleScope, SegmentNumber, TopicScope};
use crate::ui::browser::edition::Edition;
use std::rc::Rc;

/// One thing that a reader, or the browser, does.
#[derive(Clone, Debug, PartialEq)]
pub enum UiAction {
    /// Comes here by a link or by the back button.
    Arrive(Address),
    /// Chooses or excludes a value; takes it back if that is how it stands already.
    Toggle(Choice),
    /// Makes several choices at once.
    Choose(Vec<Choice>),
    /// Takes a value back.
    Release(Facet, String),
    /// Takes everything back, the words searched for too.
    Clear,
    /// Asks a whole question at once.
    Ask(Query),
    /// Types into the search box.
    Search(String),
    /// Makes a pause in typing: what finds nothing now is said to.
    Settle,
    /// Counts actors in another role.
    Role(RoleScope),
    /// Counts all topics of a clause, or the main ones.
    Topics(TopicScope),
    /// Does something else with what does not match.
    Rest(Rest),
    /// Follows a link within the explorer.
    Follow(Address),
    /// Shows what is found in another way; the text again, if it was shown so already.
    Show(View),
    /// Sorts the table by a column, or from its other end.
    Sort(Column),
    /// Lays other facets against each other.
    Lay(Axes),
    /// Takes a value that was suggested for the words typed, in their place.
    Take(Choice),
    /// Selects a paragraph or a clause; none if empty.
    Place(String),
    /// Selects a paragraph and goes there.
    GoTo(String),
    /// Goes to the next matching clause, or to the one before.
    Match {
        /// Whether onwards.
        forward: bool,
    },
    /// Goes to the next paragraph, or to the one before.
    Paragraph {
        /// Whether onwards.
        forward: bool,
    },
    /// Asks other documents.
    Scope(DocumentScope),
    /// Receives documents that the worker has read.
    Add(Rc<Vec<ReadDocument>>),
    /// Removes documents.
    Remove(Vec<DocumentId>),
    /// Receives a segment of the index, merged from those of these numbers.
    Merge(Rc<(Vec<SegmentNumber>, Vec<u8>)>),
    /// Receives what a regular expression finds.
    Matched(Rc<ExpressionMatches>),
    /// Goes to the search box.
    Seek,
    /// Receives the texts of the language that the reader chose.
    Speak(&'static Texts),
    /// Learns that those could not be loaded.
    MissLanguage(UiLanguage),
    /// Opens something over the page, or closes it.
    Open(Option<Panel>),
    /// Puts the first questions away.
    PutWelcomeAway,
    /// Learns what the browser keeps of the page.
    Keep(Edition),
    /// The page became wide, or narrow.
    Widen(bool),
    /// Chooses a value of a setting, both by their places.
    Set(usize, usize),
    /// Does something to annotations, if what it takes is here.
    Annotate(Rc<AnnotationAction>),
    /// Does something to the reader's own texts.
    Intake(Rc<IntakeAction>),
    /// Does something to the questions that are kept.
    Questions(Rc<QuestionAction>),
    /// Saves a file, or chooses what is in it.
    Export(ExportAction),
    /// Receives what the file says around the place that is selected.
    Excerpt(Rc<Option<Excerpt>>),
    /// Copies a text, or would have, had the browser allowed it.
    Copied(String, bool),
    /// Scrolls, or (`true`) prints the page.
    Look(bool),
    /// Comes near other rows of a long table.
    Draw(Rc<[u32]>),
    /// Shows what was told since the page was last drawn.
    Redraw,
    /// There is time to draw more of a page that nobody sees yet.
    DrawMore,
}
