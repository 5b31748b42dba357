use super::{
    AnnotationState, Corpus, Document, ExportState, ExpressionMatches, IntakeState, Results, Searched, Settings,
};
use crate::address::{Address, SavedQuestion};
use crate::engine::Excerpt;
use crate::i18n::{Texts, UiLanguage};
use crate::model::{Date, DocumentId};
use crate::ui::browser::edition::Edition;
use std::rc::Rc;

/// The id of the search box.
pub const SEARCH: &str = "search";

/// The id of the filters where they are beside the text.
pub const FILTERS: &str = "filters";

/// The id of what the page is about, beside the filters.
pub const TEXT: &str = "text";

/// The id of the paragraph in what its file says around it.
pub const EXCERPT: &str = "excerpt-here";

/// The id of the text that the browser does not let us copy, for the reader to copy.
pub const COPIED: &str = "copied";

/// What the page is about at the moment.
#[derive(Clone)]
#[expect(clippy::struct_excessive_bools, reason = "each is one thing that holds or not")]
pub struct State {
    /// The documents at hand.
    pub corpus: Corpus,
    /// What the interface says.
    pub texts: &'static Texts,
    /// Whether the reader chose its language.
    pub language_chosen: bool,
    /// The language that was chosen last, if its texts could not be loaded.
    pub language_missing: Option<UiLanguage>,
    /// What is shown, as the URL says it.
    pub address: Address,
    /// What its question finds: worked out whenever the question changes, and nowhere else.
    pub results: Results,
    /// How the address came about, and so what becomes of the URL.
    pub step: Step,
    /// Whether texts that are kept are still to be read: a link may ask for what they have.
    pub awaits_texts: bool,
    /// The paragraph at the top of the window, if the place of the address is out of sight.
    pub in_view: Option<String>,
    /// Whether words are being typed: the last one may go on.
    pub typing: bool,
    /// Whether the word being typed finds nothing so far: until a pause, `results` are those of the letters before.
    pub unsettled: bool,
    /// Whether the last step from match to match went around the end.
    pub wrapped: bool,
    /// How the reader was last brought to a place, and how often that has happened: each time it is done once.
    pub moved: (Move, u32),
    /// What lies open over the page.
    pub panel: Option<Panel>,
    /// Whether the page is wide enough for the filters to be beside the text.
    pub wide: bool,
    /// Whether the first questions were put away for good.
    pub welcome_put_away: bool,
    /// How the reader likes the page.
    pub settings: Settings,
    /// What the reader has put beside clauses.
    pub annotations: AnnotationState,
    /// What is done to read and keep texts of the reader's own.
    pub intake: IntakeState,
    /// What the file says around the place that is selected: nothing until the worker answers, and nothing in it if the
    /// file is not kept.
    pub excerpt: Option<Rc<Option<Excerpt>>>,
    /// The questions that the reader keeps.
    pub questions: Rc<Vec<SavedQuestion>>,
    /// The day on which the page was opened.
    pub today: Date,
    /// What is saved as a file, and how.
    pub export: ExportState,
    /// Where the page is: what is in its URL before the question.
    pub base: String,
    /// What was copied just now.
    pub copied: Option<Copied>,
    /// What the words of the question find.
    pub searched: Searched,
    /// What the worker found last for a regular expression.
    pub expression_matches: Option<Rc<ExpressionMatches>>,
    /// What becomes of the page without the network.
    pub edition: Edition,
    /// The heights of the chunks of a long table that are not drawn, 0 for those that are: see [`crate::ui::table`].
    pub undrawn: Rc<[u32]>,
}

/// What the reader copies.
#[derive(Clone, Debug, PartialEq)]
pub struct Copied {
    /// The text.
    pub text: String,
    /// Whether the browser allowed it.
    pub done: bool,
    /// How many were copied one after another: who copies the same again is told again.
    pub n: u32,
}

/// How an address came about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// It was read from the URL: there is nothing to write.
    Arrived,
    /// The reader went on, and may want to come back: a new entry of the history.
    Pushed,
    /// It was adjusted: the same entry.
    Replaced,
    /// It is being typed: the same entry, or each letter would have to be undone.
    Typed,
}

/// How the reader is brought to a place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Move {
    /// It comes into view.
    Reveal,
    /// It, or else the place of the address, comes into view and has the focus.
    Visit(Option<&'static str>),
    /// A match comes into view, unless one is there.
    ShowMatch,
}

/// What can lie open over the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Panel {
    /// The filters, where there is no room for them beside the text.
    Filters,
    /// The help.
    Help,
    /// How the reader likes the page.
    Settings,
    /// What is saved as a file, and how.
    Export,
    /// What the file says around the place that is selected.
    Excerpt,
}

impl State {
    /// The document that is shown.
    pub fn document(&self) -> Option<Document> {
        self.corpus.document(&self.address).map(|(_, document)| document)
    }

    /// The paragraph of the document shown that is selected, or that holds the clause that is.
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

    /// The address without what no document offers, once all documents and annotations are here.
    pub(super) fn checked(&self, address: Address) -> Address {
        if self.awaits_texts {
            return address;
        }
        self.corpus.checked(address, !self.annotations.unread)
    }

    pub(super) fn visit(&mut self, id: Option<&'static str>) {
        self.moved = (Move::Visit(id), self.moved.1.wrapping_add(1));
    }
}
