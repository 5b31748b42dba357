//! The initial state, and the state after each action.

use super::{
    AnnotationState, COPIED, Copied, Corpus, EXCERPT, ExportState, FILTERS, IntakeAction, IntakeState, Move, Panel,
    Results, SEARCH, Settings, State, Step, TextResult, UNDO, UiAction,
};
use crate::address::{Address, SavedQuestion, View};
use crate::i18n::Texts;
use crate::model::{Date, DocumentId};
use crate::query::Stance;
use crate::ui::browser::edition::Edition;
use std::rc::Rc;

/// The inputs of the initial state.
#[derive(Clone, Debug)]
#[expect(clippy::struct_excessive_bools, reason = "each is one thing that holds or not")]
pub struct Start {
    /// The address from the URL.
    pub address: Address,
    /// The texts in the reader's language.
    pub texts: &'static Texts,
    /// Whether the page is wide.
    pub wide: bool,
    /// Whether the suggested questions were dismissed on an earlier visit.
    pub welcome_put_away: bool,
    /// The settings.
    pub settings: Settings,
    /// Whether annotations are stored.
    pub annotated: bool,
    /// Whether texts are stored.
    pub awaits_texts: bool,
    /// The page's URL without the question.
    pub base: String,
    /// The availability of the page offline.
    pub edition: Edition,
    /// The saved questions.
    pub questions: Vec<SavedQuestion>,
    /// Today's date.
    pub today: Date,
}

impl State {
    /// The initial state.
    pub fn new(corpus: &Corpus, start: Start) -> Self {
        let annotations = AnnotationState { unread: start.annotated, ..AnnotationState::default() };
        let address = start.address;
        let mut state = Self {
            results: Results::of(corpus, &address, None, &[]),
            corpus: corpus.clone(),
            texts: start.texts,
            language_chosen: false,
            language_missing: None,
            address,
            step: Step::Arrived,
            awaits_texts: start.awaits_texts,
            typing: false,
            unsettled: false,
            in_view: None,
            wrapped: false,
            moved: (Move::Reveal, 0),
            panel: None,
            wide: start.wide,
            welcome_put_away: start.welcome_put_away,
            settings: start.settings,
            annotations,
            intake: IntakeState::default(),
            excerpt: None,
            questions: Rc::new(start.questions),
            questions_removed: Vec::new(),
            question_matches: Rc::default(),
            range_end: None,
            first_column: Some(0),
            today: start.today,
            export: ExportState::default(),
            base: start.base,
            copied: None,
            searched: TextResult::Nothing,
            expression_matches: None,
            edition: start.edition,
            undrawn: Rc::default(),
        };
        state.address = state.checked(state.address.clone());
        state.search();
        state.results = state.found();
        state
    }

    /// The state after an action.
    #[must_use]
    pub fn after(&self, act: &UiAction) -> Self {
        let mut next = self.clone();
        let follows = matches!(act, UiAction::Follow(_) | UiAction::SetQuery(_));
        let (types, settles) = (matches!(act, UiAction::Search(_)), matches!(act, UiAction::TypingPaused));
        let chooses = matches!(
            act,
            UiAction::Toggle(_)
                | UiAction::Choose(_)
                | UiAction::TakeSuggestion(_)
                | UiAction::Role(_)
                | UiAction::Topics(_)
        );
        // The notice of a copied text stays until the reader's next action; browser events do not count.
        next.copied = next.copied.filter(|_| {
            matches!(
                act,
                UiAction::WidthChanged { .. }
                    | UiAction::EditionChanged(_)
                    | UiAction::DrawRows(_)
                    | UiAction::Redraw
            )
        });
        next.apply(act, self);
        let is_here =
            (&next.address.document, &next.address.place) == (&self.address.document, &self.address.place);
        next.range_end = next.range_end.filter(|_| is_here);
        let annotated = !next.annotations.all.is(&self.annotations.all);
        let elsewhere = next.address.document != self.address.document || next.corpus != self.corpus;
        let matched = next.expression_matches != self.expression_matches;
        let searched = elsewhere
            || matched
            || settles
            || next.typing != self.typing
            || next.address.query.text != self.address.query.text;
        let asked_of_others = next.address.scope != self.address.scope;
        if searched {
            next.look_after(self, types);
        } else if annotated || asked_of_others || next.address.query != self.address.query {
            next.results = next.found();
        }
        if chooses && next.address.view == View::Text && next.results.asked {
            next.move_to(Move::ShowMatch);
        }
        if follows && next.address.query != self.address.query && next.address.place.is_empty() {
            next.go_to_answer();
        }
        next
    }

    /// Applies an action; `before` is the state before it.
    fn apply(&mut self, act: &UiAction, before: &Self) {
        match act {
            UiAction::UseTexts(texts) => {
                self.texts = texts;
                self.language_chosen = true;
                self.language_missing = None;
            }
            UiAction::LanguageFailed(language) => self.language_missing = Some(*language),
            // On a wide page the filters are always open, so they are focused.
            UiAction::Open(Some(Panel::Filters)) if self.wide => self.visit(Some(FILTERS)),
            UiAction::Open(panel) => {
                self.panel = *panel;
                self.excerpt = None;
            }
            UiAction::Excerpt(excerpt) => {
                self.excerpt = Some(Rc::clone(excerpt));
                self.visit(Some(EXCERPT));
            }
            UiAction::Annotate(act) => self.annotate_by(act),
            UiAction::Questions(action) => self.ask_by(action),
            UiAction::Intake(action) => self.on_intake(action),
            UiAction::Export(action) => self.export.after(action.clone()),
            UiAction::FocusSearch => self.visit(Some(SEARCH)),
            UiAction::ChooseSetting { setting, value } => self.settings.choose(*setting, *value),
            UiAction::Copied { text, done } => {
                let n = before.copied.as_ref().map_or(0, |copied| copied.n.wrapping_add(1));
                self.copied = Some(Copied { text: text.clone(), done: *done, n });
                if !done {
                    self.visit(Some(COPIED));
                }
            }
            UiAction::DismissWelcome => self.welcome_put_away = true,
            UiAction::EditionChanged(edition) => self.edition = *edition,
            UiAction::DrawRows(undrawn) => self.undrawn = Rc::clone(undrawn),
            UiAction::Redraw
            | UiAction::DrawMore
            | UiAction::Scrolled
            | UiAction::BeforePrint
            | UiAction::TypingPaused => {}
            UiAction::WidthChanged { wide } => {
                self.wide = *wide;
                // The filters that were open over the narrow page are now beside the text.
                self.panel = self.panel.filter(|panel| !wide || *panel != Panel::Filters);
            }
            UiAction::Arrive(address) => {
                self.address = self.checked(address.clone());
                self.step = Step::Arrived;
                self.move_to(Move::Reveal);
            }
            UiAction::Match { forward } => {
                self.typing = false;
                if before.unsettled {
                    self.look_after(before, false);
                }
                self.go_to_match(*forward);
            }
            UiAction::Paragraph { forward } => self.go_to_paragraph(*forward),
            UiAction::Extend(clause) if before.place_at().is_some() => self.extend_to(clause.clone()),
            UiAction::Extend(clause) => self.change(&UiAction::Place(clause.as_str().to_owned())),
            UiAction::Add(documents) => {
                let was_here = self.document().is_some();
                self.corpus.add(documents, &self.annotations.all);
                if !was_here && self.document().is_some() {
                    // The link led to a place in it.
                    self.move_to(Move::Arrive);
                }
                self.question_matches = Rc::default();
                self.place_annotations(|id| documents.iter().any(|added| added.summary.id == *id));
            }
            UiAction::Remove(ids) => self.remove(ids),
            UiAction::Merge(merge) => self.corpus.merge(&merge.0, &merge.1),
            UiAction::Matched(matches) => self.take_matches(Rc::clone(matches)),
            change => self.change(change),
        }
    }

    /// Changes the address. An equal one is not a step.
    fn change(&mut self, act: &UiAction) {
        let before = self.address.clone();
        let goes_on_typing = self.typing && !self.address.query.text.is_empty();
        self.typing = matches!(act, UiAction::Search(_));
        let step = match act {
            // The first letter is a new history entry; the next ones replace it.
            UiAction::Search(_) if goes_on_typing => Step::Typed,
            UiAction::Rest(_)
            | UiAction::Place(_)
            | UiAction::GoTo(_)
            | UiAction::Sort(_)
            | UiAction::Group(_)
            | UiAction::SetAxes(_) => Step::Replaced,
            _ => Step::Pushed,
        };
        let query = &mut self.address.query;
        match act {
            UiAction::Toggle(choice) => {
                let stance = if choice.excluded { Stance::Excluded } else { Stance::Chosen };
                if query.stance(choice.facet, &choice.value) == stance {
                    query.release(choice.facet, &choice.value);
                } else {
                    query.choose(choice.clone());
                }
            }
            UiAction::Choose(choices) => choices.iter().for_each(|choice| query.choose(choice.clone())),
            UiAction::Release(facet, value) => query.release(*facet, value),
            UiAction::Clear => {
                query.choices.clear();
                query.text.clear();
            }
            UiAction::SetQuery(asked) => query.clone_from(asked),
            UiAction::Search(text) => query.text.clone_from(text),
            UiAction::Role(role) => query.role = *role,
            UiAction::Topics(topics) => query.topics = *topics,
            UiAction::Rest(rest) => {
                self.address.rest = *rest;
                // The page may become so short that the browser scrolls past everything.
                self.move_to(Move::ShowMatch);
            }
            UiAction::Scope(scope) => self.address.scope = scope.clone(),
            UiAction::Follow(address) => {
                let goes_elsewhere = (address.view, &address.document) != (before.view, &before.document);
                let has_place = !address.place.is_empty() && matches!(address.view, View::Text | View::Table);
                let how = if goes_elsewhere && !has_place { Move::Top } else { Move::Reveal };
                // A text that is put beside the document, or away, moves nothing.
                let is_move = address.beside == before.beside;
                self.address = address.clone();
                // The link's target is behind the open panel.
                self.panel = None;
                if is_move {
                    self.move_to(how);
                }
            }
            UiAction::Show(view) => self.address.view = if self.address.view == *view { View::Text } else { *view },
            UiAction::Sort(by) => self.address.sort = self.address.sort.after(*by),
            UiAction::Group(grouping) => self.address.grouping = *grouping,
            UiAction::SetAxes(axes) => self.address.axes = *axes,
            UiAction::TakeSuggestion(choice) => {
                query.text.clear();
                query.choose(choice.clone());
            }
            UiAction::Place(place) => {
                // The panel at the foot of a narrow page must not cover it.
                if !place.is_empty() {
                    self.move_to(Move::Reveal);
                }
                self.address.place.clone_from(place);
            }
            UiAction::GoTo(place) => {
                self.address.place.clone_from(place);
                self.visit(None);
            }
            _ => {}
        }
        if self.address != before {
            self.step = step;
        }
    }

    /// Applies what has happened to the reader's own texts.
    fn on_intake(&mut self, action: &IntakeAction) {
        self.intake.after(action);
        match action {
            IntakeAction::Again(_) => self.search_again(),
            IntakeAction::Remove(_) => self.visit(Some(UNDO)),
            IntakeAction::KeptRead(n_read, n_kept) if n_read >= n_kept => {
                self.awaits_texts = false;
                self.address = self.checked(self.address.clone());
            }
            _ => {}
        }
    }

    /// Removes documents, also from the scope. If one of them is current, another document is shown.
    fn remove(&mut self, ids: &[DocumentId]) {
        let corpus = self.corpus.clone();
        let is_removed = |link: &crate::model::DocumentLink| {
            corpus.linked(link).is_some_and(|document| ids.contains(document.id()))
        };
        if self.address.document.as_ref().is_some_and(is_removed) {
            self.address = Address { document: None, place: String::new(), ..self.address.clone() };
            self.step = Step::Replaced;
        }
        for link in self.address.scope.chosen().to_vec() {
            if is_removed(&link) {
                self.address.scope = self.address.scope.toggled(&link);
                self.step = Step::Replaced;
            }
        }
        self.corpus.remove(ids);
        self.question_matches = Rc::default();
        self.address = self.checked(self.address.clone());
    }
}
