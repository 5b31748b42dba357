use super::{AnnotationAction, ExportAction, ExpressionMatches, IntakeAction, Panel, QuestionAction};
use crate::address::{Address, Axes, Column, DocumentScope, Grouping, Rest, View};
use crate::engine::{Excerpt, ReadDocument};
use crate::i18n::{Texts, UiLanguage};
use crate::model::{ClauseId, DocumentId};
use crate::query::{Choice, Facet, Query, RoleScope, SegmentNumber, TopicScope};
use crate::ui::browser::edition::Edition;
use std::rc::Rc;

/// An action of the reader or an event from the browser or the worker.
#[derive(Clone, Debug)]
pub enum UiAction {
    /// Opens an address from a link or the browser's history.
    Arrive(Address),
    /// Chooses or excludes a value, or removes that choice if it was made already.
    Toggle(Choice),
    /// Makes several choices at once.
    Choose(Vec<Choice>),
    /// Removes a choice.
    Release(Facet, String),
    /// Removes all choices and the search text.
    Clear,
    /// Replaces the question.
    SetQuery(Query),
    /// Changes the search text.
    Search(String),
    /// Typing has paused: the page says if nothing matches.
    TypingPaused,
    /// Changes the roles in which actors count.
    Role(RoleScope),
    /// Changes which topics count.
    Topics(TopicScope),
    /// Changes how clauses that do not match are shown.
    Rest(Rest),
    /// Follows a link within the explorer.
    Follow(Address),
    /// Changes the view, or returns to the text if the view is current already.
    Show(View),
    /// Sorts the table by a column, or reverses the order.
    Sort(Column),
    /// Groups the brief.
    Group(Grouping),
    /// Changes the axes of the matrix.
    SetAxes(Axes),
    /// Replaces the search text by a suggested value.
    TakeSuggestion(Choice),
    /// Selects a paragraph or a clause; deselects if empty.
    Place(String),
    /// Selects a paragraph and scrolls to it.
    GoTo(String),
    /// Goes to the next or previous match.
    Match {
        /// Whether to go forward.
        forward: bool,
    },
    /// Goes to the next or previous paragraph.
    Paragraph {
        /// Whether to go forward.
        forward: bool,
    },
    /// Changes the documents that the question covers.
    Scope(DocumentScope),
    /// Receives documents that the worker has read.
    Add(Rc<Vec<ReadDocument>>),
    /// Removes documents.
    Remove(Vec<DocumentId>),
    /// Receives a merged segment, with the numbers of the segments it replaces.
    Merge(Rc<(Vec<SegmentNumber>, Vec<u8>)>),
    /// Receives the matches of a regular expression.
    Matched(Rc<ExpressionMatches>),
    /// Selects all clauses from the selected one to this one.
    Extend(ClauseId),
    /// Focuses the search box.
    FocusSearch,
    /// Receives the texts of the chosen interface language.
    UseTexts(&'static Texts),
    /// The texts of that language could not be loaded.
    LanguageFailed(UiLanguage),
    /// Opens or closes a panel.
    Open(Option<Panel>),
    /// Dismisses the suggested questions.
    DismissWelcome,
    /// The availability offline has changed.
    EditionChanged(Edition),
    /// The page became wide, or narrow.
    WidthChanged {
        /// Whether it is wide now.
        wide: bool,
    },
    /// Changes a setting.
    ChooseSetting {
        /// Its index.
        setting: usize,
        /// The index of its value.
        value: usize,
    },
    /// An action on annotations, if its code is loaded.
    Annotate(Rc<AnnotationAction>),
    /// An action on the reader's own texts.
    Intake(Rc<IntakeAction>),
    /// An action on the saved questions.
    Questions(Rc<QuestionAction>),
    /// An action of the dialog that saves a file.
    Export(ExportAction),
    /// Receives the source pages of the selected place.
    Excerpt(Rc<Option<Excerpt>>),
    /// A text was copied, or the browser refused.
    Copied {
        /// The text.
        text: String,
        /// Whether it was copied.
        done: bool,
    },
    /// The page was scrolled.
    Scrolled,
    /// The page is about to be printed.
    BeforePrint,
    /// Other rows of a long table are near the viewport.
    DrawRows(Rc<[u32]>),
    /// Redraws the page with the batched updates.
    Redraw,
    /// There are more annotations to store.
    StoreMore,
    /// There is time to draw more of the page, which is still hidden.
    DrawMore,
}
