use super::{
    AnnotationState, Corpus, Document, ExportState, ExpressionMatches, IntakeState, Results, Settings, TextResult,
};
use crate::address::{Address, SavedQuestion};
use crate::engine::Excerpt;
use crate::i18n::{Texts, UiLanguage};
use crate::model::{ClauseId, Date, DocumentId};
use crate::ui::browser::edition::Edition;
use std::rc::Rc;

/// The id of the search box.
pub const SEARCH: &str = "search";

/// The id of the filters where they are beside the text.
pub const FILTERS: &str = "filters";

/// The id of the main content, beside the filters.
pub const TEXT: &str = "text";

/// The id of the paragraph in its source pages.
pub const EXCERPT: &str = "excerpt-here";

/// The id of the field with a text that the browser refused to copy.
pub const COPIED: &str = "copied";

/// The id of the button that undoes a removal of documents.
pub const UNDO: &str = "undo";

/// The state of the page.
#[derive(Clone)]
#[expect(clippy::struct_excessive_bools, reason = "each is one thing that holds or not")]
pub struct State {
    /// The library's documents.
    pub corpus: Corpus,
    /// The interface's texts.
    pub texts: &'static Texts,
    /// Whether the reader chose the interface's language.
    pub language_chosen: bool,
    /// The interface language chosen last, if its texts could not be loaded.
    pub language_missing: Option<UiLanguage>,
    /// The state that the URL encodes.
    pub address: Address,
    /// The result of its question, computed whenever the question changes.
    pub results: Results,
    /// How the address changed, which decides how the URL is updated.
    pub step: Step,
    /// Whether stored texts are still to be read: a link may refer to them.
    pub awaits_texts: bool,
    /// The paragraph at the top of the viewport, if the address's place is not visible.
    pub in_view: Option<String>,
    /// Whether the search is being typed, so that its last word may be incomplete.
    pub typing: bool,
    /// Whether the word being typed finds nothing so far: until a pause, `results` are those of the letters before.
    pub unsettled: bool,
    /// Whether the last step between matches wrapped around.
    pub wrapped: bool,
    /// The last move to a place, with a counter so that each is carried out once.
    pub moved: (Move, u32),
    /// The open panel.
    pub panel: Option<Panel>,
    /// Whether the page is wide enough for filters beside the text.
    pub wide: bool,
    /// Whether the suggested questions were dismissed.
    pub welcome_put_away: bool,
    /// The settings.
    pub settings: Settings,
    /// The annotations.
    pub annotations: AnnotationState,
    /// The state of adding and storing the reader's own texts.
    pub intake: IntakeState,
    /// The source pages of the selected place: none until the worker answers; the inner value is none if the file is not stored.
    pub excerpt: Option<Rc<Option<Excerpt>>>,
    /// The saved questions.
    pub questions: Rc<Vec<SavedQuestion>>,
    /// The questions deleted since the page was opened, each with its place, the last one last.
    pub questions_removed: Vec<(usize, SavedQuestion)>,
    /// What the worker finds for the regular expressions among them.
    pub question_matches: Rc<Vec<Rc<ExpressionMatches>>>,
    /// The other end of the selected range of clauses, which begins at the address's place.
    pub range_end: Option<ClauseId>,
    /// The first document that has a column in their table; all have one without it.
    pub first_column: Option<usize>,
    /// The day on which the page was opened.
    pub today: Date,
    /// The state of the dialog that saves a file.
    pub export: ExportState,
    /// The page's URL without the question.
    pub base: String,
    /// The text that was just copied.
    pub copied: Option<Copied>,
    /// The result of the question's text.
    pub searched: TextResult,
    /// The worker's last result for a regular expression.
    pub expression_matches: Option<Rc<ExpressionMatches>>,
    /// The availability of the page offline.
    pub edition: Edition,
    /// The heights of the chunks of a long table that are not drawn, 0 for those that are: see [`crate::ui::table`].
    pub undrawn: Rc<[u32]>,
}

/// A copied text.
#[derive(Clone, Debug, PartialEq)]
pub struct Copied {
    /// The text.
    pub text: String,
    /// Whether the browser allowed it.
    pub done: bool,
    /// A counter, so that copying the same text again is announced again.
    pub n: u32,
}

/// How the address changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// It was read from the URL: nothing to update.
    Arrived,
    /// A step that the back button should undo: a new history entry.
    Pushed,
    /// An adjustment: replaces the history entry.
    Replaced,
    /// Typing: replaces the entry, or the back button would undo single letters.
    Typed,
}

/// How to move to a place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Move {
    /// Scroll it into view.
    Reveal,
    /// Scroll to it as when the page opens: its paragraph comes to the top.
    Arrive,
    /// Scroll to the top: another view or document begins there.
    Top,
    /// Scroll to it, or to the address's place, and focus it.
    Visit(Option<&'static str>),
    /// Scroll to a match, unless one is visible.
    ShowMatch,
}

/// A panel over the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Panel {
    /// The filters, on a narrow page.
    Filters,
    /// The help.
    Help,
    /// The settings dialog.
    Settings,
    /// The dialog that saves a file.
    Export,
    /// What the file says around the place that is selected.
    Excerpt,
}

impl State {
    /// The document that is shown.
    pub fn document(&self) -> Option<Document> {
        self.corpus.document(&self.address).map(|(_, document)| document)
    }

    /// The selected paragraph of the current document, or the one with the selected clause.
    pub fn selected_paragraph(&self) -> Option<(DocumentId, u32)> {
        let (document, place) = (self.document()?, self.address.place.as_str());
        let is_it = |paragraph: &crate::model::Paragraph| {
            paragraph.id.as_str() == place || paragraph.clauses.iter().any(|clause| clause.id.as_str() == place)
        };
        let at = document.paragraphs.iter().position(is_it)?;
        Some((document.id().clone(), at as u32))
    }

    /// The whole URL of an address.
    pub fn url(&self, address: &Address) -> String {
        [&self.base, &*address.write()].concat()
    }

    /// The address without choices that no document has, once all documents and annotations are loaded.
    pub(super) fn checked(&self, address: Address) -> Address {
        if self.awaits_texts {
            return address;
        }
        self.corpus.checked(address, !self.annotations.unread)
    }

    pub(super) fn move_to(&mut self, how: Move) {
        self.moved = (how, self.moved.1.wrapping_add(1));
    }

    pub(super) fn visit(&mut self, id: Option<&'static str>) {
        self.move_to(Move::Visit(id));
    }
}
