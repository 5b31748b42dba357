use super::{AnnotationAction, AnnotationState, Corpus, Document, IntakeAction, IntakeState, Results, Settings};
use crate::address::{Address, Axes, Column, Rest, View};
use crate::engine::ReadDocument;
use crate::i18n::{Texts, UiLanguage, texts};
use crate::model::{DocumentId, Resolution};
use crate::query::{Choice, Facet, Query, RoleScope, Stance};
use crate::ui::state::corpus::Findings;
use std::rc::Rc;

/// The id of the search box.
pub const SEARCH: &str = "search";

/// The id of the filters where they stand beside the text.
pub const FILTERS: &str = "filters";

/// The id of what the page is about, beside the filters.
pub const TEXT: &str = "text";

/// The id of the text that the browser does not let us copy, for the reader to copy.
pub const COPIED: &str = "copied";

/// What the page is about at the moment.
#[derive(Clone)]
pub struct State {
    /// The documents at hand.
    pub corpus: Corpus,
    /// What the interface says.
    pub texts: &'static Texts,
    /// Whether the reader chose its language.
    pub language_chosen: bool,
    /// What is shown, as the URL says it.
    pub address: Address,
    /// What its question finds: worked out whenever the question changes, and nowhere else.
    pub results: Results,
    /// How the address came about, and so what becomes of the URL.
    pub step: Step,
    /// How the reader was last brought to a place, and how often that has happened: each time it is done once.
    pub moved: (Move, u32),
    /// What lies open over the page.
    pub panel: Option<Panel>,
    /// Whether the page is wide enough for the filters to stand beside the text.
    pub wide: bool,
    /// Whether the first questions were put away for good.
    pub welcome_put_away: bool,
    /// How the reader likes the page.
    pub settings: Settings,
    /// What the reader has put beside clauses.
    pub annotations: AnnotationState,
    /// What is done to read and keep texts of the reader's own.
    pub intake: IntakeState,
    /// Where the page is: what stands in its URL before the question.
    pub base: String,
    /// What was copied just now.
    pub copied: Option<Copied>,
    /// What the words of the question find.
    pub searched: Searched,
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

/// What the words of the question, or its regular expression, find.
#[derive(Clone)]
pub enum Searched {
    /// They ask for nothing, or for nothing yet.
    Nothing,
    /// What is found.
    Found(Rc<Findings>),
    /// They are an expression that cannot be read, or not yet: all is found.
    Unfinished,
}

impl Searched {
    fn found(&self) -> Option<&Findings> {
        if let Self::Found(findings) = self { Some(findings) } else { None }
    }
}

/// What the page is to a reader who loses the network.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Edition {
    /// It is not kept: to be opened again it must be fetched again.
    #[default]
    Online,
    /// The browser keeps it.
    Kept,
    /// The browser keeps it, and a newer version of it beside.
    Newer,
    /// It is the copy in one file, which never needs the network.
    File,
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
}

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
    /// Counts actors in another role.
    Role(RoleScope),
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
    /// Goes to a paragraph or a clause; nowhere if empty.
    Place(String),
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
    /// Goes to the search box.
    Seek,
    /// Chooses the language of the interface.
    Speak(UiLanguage),
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
    /// Documents have been read.
    Add(Rc<Vec<ReadDocument>>),
    /// Documents are no longer at hand.
    Remove(Vec<DocumentId>),
    /// Does something to the reader's own texts.
    Intake(Rc<IntakeAction>),
    /// Copies a text, or would have, had the browser allowed it.
    Copied(String, bool),
    /// Comes near other rows of a long table.
    Draw(Rc<[u32]>),
}

/// What the page starts from.
#[derive(Clone, Debug)]
pub struct Start {
    /// What the URL says.
    pub address: Address,
    /// The language that the reader wants.
    pub language: UiLanguage,
    /// Whether the page is wide.
    pub wide: bool,
    /// Whether the first questions were put away on an earlier visit.
    pub welcome_put_away: bool,
    /// How the reader likes the page.
    pub settings: Settings,
    /// Whether the reader has put anything beside clauses on earlier visits.
    pub annotated: bool,
    /// What stands in the URL before the question.
    pub base: String,
    /// What becomes of the page without the network.
    pub edition: Edition,
}

impl State {
    /// The page as it starts.
    pub fn new(corpus: &Corpus, start: Start) -> Self {
        let annotations = AnnotationState { unread: start.annotated, ..AnnotationState::default() };
        let address = corpus.checked(start.address, !annotations.unread);
        let mut state = Self {
            results: Results::of(corpus, &address, None),
            corpus: corpus.clone(),
            texts: texts(start.language),
            language_chosen: false,
            address,
            step: Step::Arrived,
            moved: (Move::Reveal, 0),
            panel: None,
            wide: start.wide,
            welcome_put_away: start.welcome_put_away,
            settings: start.settings,
            annotations,
            intake: IntakeState::default(),
            base: start.base,
            copied: None,
            searched: Searched::Nothing,
            edition: start.edition,
            undrawn: Rc::default(),
        };
        state.search();
        state.results = state.found();
        state
    }

    /// The document that is shown.
    pub fn document(&self) -> Option<Document> {
        self.corpus.document(&self.address).map(|(_, document)| document)
    }

    /// The whole URL of an address.
    pub fn url(&self, address: &Address) -> String {
        [&self.base, &*address.write()].concat()
    }

    /// The state after an act.
    #[must_use]
    pub fn after(&self, act: UiAction) -> Self {
        let mut next = self.clone();
        let follows = matches!(act, UiAction::Follow(_) | UiAction::Ask(_));
        // What was copied is news until the reader does something else; what the browser does is not that.
        next.copied =
            next.copied.filter(|_| matches!(act, UiAction::Widen(_) | UiAction::Keep(_) | UiAction::Draw(_)));
        match act {
            UiAction::Speak(language) => {
                next.texts = texts(language);
                next.language_chosen = true;
            }
            // Where the filters stand beside the text, they are gone to.
            UiAction::Open(Some(Panel::Filters)) if next.wide => next.visit(Some(FILTERS)),
            UiAction::Open(panel) => next.panel = panel,
            UiAction::Annotate(act) => next.annotate_by(&act),
            UiAction::Add(documents) => next.set_corpus(&self.corpus.with_added(&documents)),
            UiAction::Remove(ids) => next.set_corpus(&self.corpus.without(&ids)),
            UiAction::Intake(action) => next.intake.after(&action),
            UiAction::Seek => next.visit(Some(SEARCH)),
            UiAction::Set(setting, value) => next.settings.choose(setting, value),
            UiAction::Copied(text, done) => {
                let n = self.copied.as_ref().map_or(0, |copied| copied.n.wrapping_add(1));
                next.copied = Some(Copied { text, done, n });
                if !done {
                    next.visit(Some(COPIED));
                }
            }
            UiAction::PutWelcomeAway => next.welcome_put_away = true,
            UiAction::Keep(edition) => next.edition = edition,
            UiAction::Draw(undrawn) => next.undrawn = undrawn,
            UiAction::Widen(wide) => {
                next.wide = wide;
                // What lay open over the narrow page now stands beside the text.
                next.panel = next.panel.filter(|panel| !wide || *panel != Panel::Filters);
            }
            UiAction::Arrive(address) => {
                next.address = next.corpus.checked(address, !self.annotations.unread);
                next.step = Step::Arrived;
                next.moved = (Move::Reveal, next.moved.1.wrapping_add(1));
            }
            UiAction::Match { forward } => next.go_on(&self.results.matches(), forward),
            UiAction::Paragraph { forward } => {
                let paragraphs: Vec<Stop> = (0..self.results.paragraphs.len()).map(|at| (at, 0)).collect();
                next.go_on(&paragraphs, forward);
            }
            change => next.change(change),
        }
        let annotated = !next.annotations.all.is(&self.annotations.all);
        let elsewhere = next.address.document != self.address.document;
        let searched = elsewhere || next.address.query.text != self.address.query.text;
        if searched {
            next.search();
        }
        if annotated || searched || next.address.query != self.address.query {
            next.results = next.found();
        }
        if follows && next.address.query != self.address.query && next.address.place.is_empty() {
            next.go_to_answer();
        }
        next
    }

    /// Takes in other documents at hand.
    fn set_corpus(&mut self, corpus: &Corpus) {
        self.corpus = corpus.annotated(&self.annotations.all);
        self.search();
        self.results = self.found();
    }

    /// Changes the address; a change that changes nothing is no step.
    fn change(&mut self, act: UiAction) {
        let before = self.address.clone();
        let step = match act {
            UiAction::Search(_) => Step::Typed,
            UiAction::Rest(_) | UiAction::Place(_) | UiAction::Sort(_) | UiAction::Lay(_) => Step::Replaced,
            _ => Step::Pushed,
        };
        let query = &mut self.address.query;
        match act {
            UiAction::Toggle(choice) => {
                let stance = if choice.excluded { Stance::Excluded } else { Stance::Chosen };
                if query.stance(choice.facet, &choice.value) == stance {
                    query.release(choice.facet, &choice.value);
                } else {
                    query.choose(choice);
                }
            }
            UiAction::Choose(choices) => choices.into_iter().for_each(|choice| query.choose(choice)),
            UiAction::Release(facet, value) => query.release(facet, &value),
            UiAction::Clear => {
                query.choices.clear();
                query.text.clear();
            }
            UiAction::Ask(asked) => *query = asked,
            UiAction::Search(text) => query.text = text,
            UiAction::Role(role) => query.role = role,
            UiAction::Rest(rest) => self.address.rest = rest,
            UiAction::Follow(address) => {
                self.address = address;
                // What is followed lies behind what lies open.
                self.panel = None;
                self.moved = (Move::Reveal, self.moved.1.wrapping_add(1));
            }
            UiAction::Show(view) => self.address.view = if self.address.view == view { View::Text } else { view },
            UiAction::Sort(by) => self.address.sort = self.address.sort.after(by),
            UiAction::Lay(axes) => self.address.axes = axes,
            UiAction::Take(choice) => {
                query.text.clear();
                query.choose(choice);
            }
            UiAction::Place(place) => self.address.place = place,
            _ => {}
        }
        if self.address != before {
            self.step = step;
        }
    }

    /// Looks for what was typed.
    fn search(&mut self) {
        let typed = self.address.query.text.trim();
        let shown = self.corpus.document(&self.address).map_or(0, |(shown, _)| shown);
        self.searched = match self.corpus.find(typed, shown) {
            _ if typed.is_empty() => Searched::Nothing,
            Ok(None) => Searched::Nothing,
            Ok(Some(findings)) => Searched::Found(Rc::new(findings)),
            Err(_) => Searched::Unfinished,
        };
    }

    fn found(&self) -> Results {
        Results::of(&self.corpus, &self.address, self.searched.found())
    }

    /// Visits the next of some stops after the present place, or the one before it, around the ends.
    fn go_on(&mut self, stops: &[Stop], forward: bool) {
        let Some(document) = self.document() else { return };
        let here = stop(&document, &self.address.place);
        let to = match (here, forward) {
            (None, true) => stops.first(),
            (None, false) => stops.last(),
            (Some(here), true) => stops.iter().find(|stop| **stop > here).or(stops.first()),
            (Some(here), false) => stops.iter().rev().find(|stop| **stop < here).or(stops.last()),
        };
        let Some(place) = to.and_then(|to| place(&document, *to)) else { return };
        self.address.place = place;
        self.step = Step::Replaced;
        self.visit(None);
    }

    /// Goes to what a question that was followed finds; what was followed may be gone, and the focus with it.
    fn go_to_answer(&mut self) {
        if self.address.view != View::Text || !self.results.asked {
            return self.visit(Some(TEXT));
        }
        let step = self.step;
        self.go_on(&self.results.matches(), true);
        self.step = step;
    }

    fn visit(&mut self, id: Option<&'static str>) {
        self.moved = (Move::Visit(id), self.moved.1.wrapping_add(1));
    }
}

/// A paragraph's number and 0, or the number of one of its clauses plus 1: stops compare as they stand in the text.
type Stop = (usize, usize);

fn stop(document: &Resolution, place: &str) -> Option<Stop> {
    document.paragraphs.iter().enumerate().find_map(|(at, paragraph)| {
        if paragraph.id.as_str() == place {
            return Some((at, 0));
        }
        let clause = paragraph.clauses.iter().position(|clause| clause.id.as_str() == place)?;
        Some((at, clause + 1))
    })
}

fn place(document: &Resolution, (at, clause): Stop) -> Option<String> {
    let paragraph = document.paragraphs.get(at)?;
    match clause.checked_sub(1) {
        None => Some(paragraph.id.as_str().to_owned()),
        Some(clause) => paragraph.clauses.get(clause).map(|clause| clause.id.as_str().to_owned()),
    }
}
