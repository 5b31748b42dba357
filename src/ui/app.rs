use super::browser::files::{PastedContent, PickedFiles};
use super::browser::focus::FocusNote;
use super::browser::matches::show_match;
use super::browser::storage::{LANGUAGE, WELCOME};
use super::browser::{
    DelayedCall, Listener, annotations, call_after, edition, files, history, keeping, locale, metadata, page,
    questions, reading_place, storage,
};
use super::intake::IntakeClient;
use super::markup::el;
use super::state::{
    AnnotationAction, AnnotationState, Corpus, ExportAction, ExpressionRequest, IntakeAction, Move, Outcome, Panel,
    QuestionAction, Settings, Start, State, Step, UiAction, ViewContext, stored_by,
};
use super::{shell, table};
use crate::address::View;
use crate::i18n::{Texts, UiLanguage};
use crate::model::DocumentLink;
use std::rc::Rc;
use yew::prelude::*;

/// The properties of [`App`].
#[derive(Properties, PartialEq)]
pub struct AppProps {
    /// The documents.
    pub corpus: Corpus,
    /// The interface's texts in the reader's language.
    pub texts: &'static Texts,
}

/// The root component: holds the state and keeps the browser in sync with it.
pub struct App {
    state: Rc<State>,
    /// The number of the last move that was carried out.
    n_moves_done: Option<u32>,
    pending_address: Option<history::PendingAddress>,
    /// Where the focus was before the last change.
    focus: Option<FocusNote>,
    intake: IntakeClient,
    /// A pending redraw, which includes everything that is reported until then.
    drawing: Option<DelayedCall>,
    /// How much of the page is drawn, and the callback that draws more.
    drawn: DrawStage,
    unseen: Option<Listener>,
    /// The pause in typing after which the page says that nothing matches.
    settling: Option<DelayedCall>,
    /// The last regular expressions sent to the worker: of the search box, and of a saved question.
    asked: [Option<ExpressionRequest>; 2],
    /// Stores the annotations.
    keeper: annotations::AnnotationKeeper,
    /// The next annotations to be stored.
    storing: Option<DelayedCall>,
    /// The document and language of the page's metadata.
    described: Option<(DocumentLink, UiLanguage)>,
    /// Event listeners, removed on drop.
    _listeners: [Option<Listener>; 19],
}

/// How much of the page is drawn. While the page is still hidden it is drawn in steps: drawing it in one go would block a
/// phone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum DrawStage {
    Nothing,
    /// Everything around the document.
    Frame,
    Whole,
}

impl Component for App {
    type Message = UiAction;
    type Properties = AppProps;

    fn create(ctx: &Context<Self>) -> Self {
        let dispatch = |ctx: &Context<Self>| ctx.link().callback(|act| act);
        let (arrived, pressed, widened) = (dispatch(ctx), dispatch(ctx), dispatch(ctx));
        let (kept, learnt, heard) = (dispatch(ctx), dispatch(ctx), dispatch(ctx));
        let [whole, newer] = edition::on_kept(move |edition| kept.emit(UiAction::EditionChanged(edition)));
        let (scrolled, printed, spoken) = (dispatch(ctx), dispatch(ctx), dispatch(ctx));
        let scrolled = page::on_event("scroll", move || scrolled.emit(UiAction::Scrolled));
        let printed = page::on_event("beforeprint", move || printed.emit(UiAction::BeforePrint));
        let picked = dispatch(ctx);
        let pick = move |files| picked.emit(UiAction::Intake(Rc::new(IntakeAction::Pick(files))));
        let [clicked_elsewhere, escaped] = page::close_menus();
        let [place_noted, place_kept] = reading_place::keep_place();
        let [over, out, dropped] = files::on_drop(pick.clone());
        let listeners = [
            history::on_arrival(move |address| arrived.emit(UiAction::Arrive(address))),
            page::on_key(move |key| match shell::action_of_key(key) {
                Some(act) => {
                    pressed.emit(act);
                    true
                }
                None => false,
            }),
            page::on_fit(shell::WITH_SIDE, move |wide| widened.emit(UiAction::WidthChanged { wide })),
            whole,
            newer,
            locale::on_loaded(move |texts| {
                spoken.emit(texts.map_or_else(UiAction::LanguageFailed, UiAction::UseTexts));
            }),
            scrolled,
            printed,
            page::note_direction(),
            clicked_elsewhere,
            escaped,
            place_noted,
            place_kept,
            over,
            out,
            dropped,
            files::on_paste(move |pasted| match pasted {
                PastedContent::Files(files) => pick(files),
                // A short text is pasted by mistake; a resolution is longer.
                PastedContent::Text(text) if text.len() >= SHORTEST_PASTED => {
                    pick(PickedFiles::pasted(&text));
                }
                PastedContent::Text(_) => {}
            }),
            questions::on_change(move |key, record| {
                heard.emit(UiAction::Questions(Rc::new(QuestionAction::Learn(key, record))));
            }),
            annotations::on_change(move |records| {
                learnt.emit(UiAction::Annotate(Rc::new(AnnotationAction::Learn(records))));
            }),
        ];
        let state = Rc::new(State::new(&ctx.props().corpus, start(ctx.props().texts)));
        state.settings.values().for_each(|(setting, value)| page::mark(setting.key, value));
        let intake = IntakeClient::new(dispatch(ctx));
        let link = ctx.link().clone();
        let unseen = page::on_time_to_draw(move || link.send_message(UiAction::DrawMore));
        let mut app = Self {
            state,
            n_moves_done: None,
            pending_address: None,
            focus: None,
            intake,
            drawing: None,
            drawn: if unseen.is_some() { DrawStage::Nothing } else { DrawStage::Whole },
            unseen,
            settling: None,
            asked: [None, None],
            keeper: annotations::AnnotationKeeper::default(),
            storing: None,
            described: None,
            _listeners: listeners,
        };
        app.keep_own(ctx, &AnnotationState::default());
        // A link may ask for a regular expression.
        app.ask_worker(None);
        app
    }

    fn update(&mut self, ctx: &Context<Self>, action: UiAction) -> bool {
        if let Some(redraws) = self.without_transition(ctx, &action) {
            return redraws;
        }
        self.prepare(&action);
        let next = Rc::new(self.state.after(&action));
        match &action {
            UiAction::Export(ExportAction::Save) => self.intake.export(&next),
            UiAction::Open(Some(Panel::Excerpt)) => self.intake.excerpt(&next),
            _ => {}
        }
        let before = std::mem::replace(&mut self.state, next);
        self.write_address(&before);
        self.await_pause(ctx, &action);
        self.ask_worker(Some(&before));
        self.store_changes(ctx, &action, &before);
        if self.has_more_coming(&action) {
            self.draw_soon(ctx, NEWS_GATHERED_OF_MANY);
            return false;
        }
        true
    }

    fn view(&self, ctx: &Context<Self>) -> Html {
        let cx = ViewContext { state: Rc::clone(&self.state), dispatch: ctx.link().callback(|act| act) };
        let page = match self.drawn {
            DrawStage::Nothing => el("div"),
            DrawStage::Frame => shell::page(&cx, false),
            DrawStage::Whole => shell::page(&cx, true),
        };
        page.flag("data-drawing", self.unseen.is_some()).into()
    }

    fn rendered(&mut self, ctx: &Context<Self>, _: bool) {
        if self.drawn != DrawStage::Whole {
            return;
        }
        carry_out(&self.state);
        self.describe();
        if self.state.address.view == View::Table {
            self.draw_rows(ctx, false);
        }
        if let Some(focus) = self.focus.take() {
            focus.restore();
        }
        let (how, n) = self.state.moved;
        if self.n_moves_done.replace(n) == Some(n) {
            return;
        }
        match how {
            Move::Reveal => page::reveal(&self.state.address.place),
            Move::Arrive => page::arrive(&self.state.address.place),
            Move::Top => page::scroll_to_top(),
            Move::Visit(None) => page::visit(&self.state.address.place, true),
            Move::Visit(Some(id)) => page::visit(id, false),
            Move::ShowMatch => show_match(),
        }
    }
}

impl App {
    /// Carries out an action that is no transition of the state, and says whether the page is to be redrawn at once; none for
    /// all other actions.
    fn without_transition(&mut self, ctx: &Context<Self>, action: &UiAction) -> Option<bool> {
        match action {
            UiAction::DrawMore => {
                match self.drawn {
                    DrawStage::Nothing => self.drawn = DrawStage::Frame,
                    DrawStage::Frame | DrawStage::Whole => (self.drawn, self.unseen) = (DrawStage::Whole, None),
                }
                Some(true)
            }
            UiAction::StoreMore => {
                self.store_some(ctx);
                Some(false)
            }
            UiAction::Scrolled => {
                self.draw_rows(ctx, false);
                Some(false)
            }
            UiAction::BeforePrint => {
                self.draw_rows(ctx, true);
                Some(false)
            }
            UiAction::Intake(intake) => {
                self.intake.carry_out(intake);
                intake.is_news().then(|| self.note_news(ctx, intake))
            }
            _ => None,
        }
    }

    /// Adds news of a file to the report, and redraws soon.
    fn note_news(&mut self, ctx: &Context<Self>, news: &IntakeAction) -> bool {
        // In place: copying a report of thousands of lines for each file would take seconds.
        Rc::make_mut(&mut self.state).intake.after(news);
        let is_cancelled = matches!(news, IntakeAction::FileOutcome(.., Outcome::Cancelled));
        let at_once = is_cancelled || self.state.intake.report.len() <= MANY_LINES;
        self.draw_soon(ctx, if at_once { NEWS_GATHERED } else { NEWS_GATHERED_OF_MANY });
        false
    }

    /// What must happen before the state changes.
    fn prepare(&mut self, action: &UiAction) {
        match action {
            UiAction::Redraw => self.drawing = None,
            UiAction::Match { .. } | UiAction::Paragraph { .. } => {
                let in_view = page::paragraph_in_view(&self.state.address.place);
                self.state = Rc::new(State { in_view, ..State::clone(&self.state) });
            }
            UiAction::Annotate(annotation) => {
                self.intake.annotate(annotation, &self.state);
                if let Some(stored) = stored_by(annotation, self.keeper.stored()) {
                    self.keeper.set_stored(stored);
                }
            }
            UiAction::Intake(intake) => match &**intake {
                IntakeAction::CancelAll => self.drawing = None,
                IntakeAction::Again(_) => self.asked = [None, None],
                _ => {}
            },
            UiAction::Questions(question) => {
                if let QuestionAction::Save(rows) = &**question {
                    self.intake.save_table(rows, &self.state);
                }
            }
            _ => {}
        }
        self.focus = self.focus.take().or_else(FocusNote::now);
    }

    /// Writes a changed address into the browser's history: what is typed after a pause, a step that goes to the top at once,
    /// any other when it is drawn.
    fn write_address(&mut self, before: &State) {
        if self.state.address == before.address {
            return;
        }
        let pending_address = self.pending_address.take();
        match self.state.step {
            Step::Typed => self.pending_address = Some(history::write_soon(&self.state.address)),
            Step::Pushed => {
                // The current history entry gets its final address before a new one is pushed.
                if pending_address.is_some() {
                    history::write(&before.address, false);
                }
                // The browser keeps with it how far it is scrolled, so it is left before the page gets another height.
                if self.state.moved.0 == Move::Top {
                    history::write(&self.state.address, true);
                }
            }
            _ => {}
        }
    }

    /// Starts the pause after which the page says that nothing matches what was typed.
    fn await_pause(&mut self, ctx: &Context<Self>, action: &UiAction) {
        if matches!(action, UiAction::Search(_)) || !self.state.unsettled {
            let link = ctx.link().clone();
            let settle = || call_after(PAUSE, move || link.send_message(UiAction::TypingPaused));
            self.settling = self.state.unsettled.then(settle);
        }
    }

    /// Stores what the action has changed.
    fn store_changes(&mut self, ctx: &Context<Self>, action: &UiAction, before: &State) {
        // What another window has stored is not stored again.
        let learns = matches!(action, UiAction::Questions(action) if matches!(**action, QuestionAction::Learn(..)));
        if !learns && !Rc::ptr_eq(&self.state.questions, &before.questions) {
            questions::keep(&before.questions, &self.state.questions);
        }
        self.keep_own(ctx, &before.annotations);
        store_choices(before, &self.state);
    }

    /// Whether more updates like this one are coming, so that one redraw can show them together.
    fn has_more_coming(&self, action: &UiAction) -> bool {
        match action {
            UiAction::Annotate(action) if matches!(**action, AnnotationAction::TakeIn { .. }) => {
                self.state.annotations.is_importing()
            }
            UiAction::Add(_) => {
                let (n_done, n) = self.state.intake.progress();
                n > MANY_LINES && n_done < n
            }
            _ => false,
        }
    }

    /// Schedules a redraw in some milliseconds, for everything that arrives until then.
    fn draw_soon(&mut self, ctx: &Context<Self>, milliseconds: u32) {
        let link = ctx.link().clone();
        self.drawing.get_or_insert_with(|| call_after(milliseconds, move || link.send_message(UiAction::Redraw)));
    }

    /// Draws the rows near the viewport, or all rows for printing.
    fn draw_rows(&self, ctx: &Context<Self>, all: bool) {
        let undrawn = &self.state.undrawn;
        if let Some(undrawn) = if all { table::drawn_to_print(undrawn) } else { table::in_sight(undrawn) } {
            ctx.link().send_message(UiAction::DrawRows(undrawn));
        }
    }

    /// Updates the page's metadata if the document or the interface language has changed.
    fn describe(&mut self) {
        let Some(document) = self.state.document() else { return };
        let now = Some((document.link(), self.state.texts.language));
        if self.described != now {
            let (pairs, json) = shell::metadata(&document, self.state.texts);
            metadata::describe(&pairs, &json);
            self.described = now;
        }
    }

    /// Makes the worker search for regular expressions and merge segments of the index. At the start there is no earlier state.
    fn ask_worker(&mut self, before: Option<&State>) {
        let state = &*self.state;
        if before.is_some_and(|before| state.corpus != before.corpus) {
            self.intake.merge_if_due(state.corpus.index());
        }
        let wanted = [state.expression_to_find(), state.question_to_find()];
        for (wanted, asked) in wanted.into_iter().zip(&mut self.asked) {
            if let Some(asking) = &wanted
                && wanted != *asked
            {
                let documents = state.corpus.all().map(|document| document.id().clone()).collect();
                self.intake.search(asking, documents);
                *asked = wanted;
            }
        }
    }

    /// Loads the stored annotations, and stores changed ones.
    fn keep_own(&mut self, ctx: &Context<Self>, before: &AnnotationState) {
        if self.state.annotations.unread {
            let (all, n_unreadable) = annotations::read();
            // An annotation that was moved to another clause is stored there.
            self.keeper.set_stored(all.clone());
            self.state =
                Rc::new(self.state.after(&UiAction::Annotate(Rc::new(AnnotationAction::Read(all, n_unreadable)))));
        }
        if !self.state.annotations.all.is(&before.all) {
            self.keeper.begin();
            if self.state.annotations.is_importing() {
                // Each part of a file comes in a task of its own, and storing is another.
                self.store_soon(ctx);
            } else {
                self.store_some(ctx);
            }
        }
    }

    /// Schedules the next annotations to be stored.
    fn store_soon(&mut self, ctx: &Context<Self>) {
        let link = ctx.link().clone();
        self.storing = Some(call_after(0, move || link.send_message(UiAction::StoreMore)));
    }

    /// Stores some of the changed annotations, and schedules the rest. The first are stored at once, so that what is typed is
    /// not lost when the page is closed.
    fn store_some(&mut self, ctx: &Context<Self>) {
        let own = &self.state.annotations;
        match self.keeper.go_on(&own.all) {
            None => self.store_soon(ctx),
            Some(kept) => {
                self.storing = None;
                if (kept.refused, kept.blocked) != (own.unkept, own.blocked) {
                    let told = AnnotationAction::Kept { refused: kept.refused, blocked: kept.blocked };
                    self.state = Rc::new(self.state.after(&UiAction::Annotate(Rc::new(told))));
                    ctx.link().send_message(UiAction::Redraw);
                }
            }
        }
    }
}

/// How long reports on files are batched before a redraw, in milliseconds: a redraw for each of a hundred files would block
/// the page.
const NEWS_GATHERED: u32 = 50;
/// The same for a long report, since each line costs the browser time.
const NEWS_GATHERED_OF_MANY: u32 = 300;
const MANY_LINES: usize = 40;

/// After how long a pause in typing it is said that nothing is found, in milliseconds.
const PAUSE: u32 = 700;

/// The shortest pasted text, in bytes, that counts as a document.
const SHORTEST_PASTED: usize = 200;

/// The initial values from the browser's storage and address bar.
fn start(texts: &'static Texts) -> Start {
    Start {
        address: history::read(),
        texts,
        wide: page::fits(shell::WITH_SIDE),
        welcome_put_away: storage::get(WELCOME).is_some(),
        settings: Settings::read(|key| {
            // The system's preference for more contrast applies until the reader chooses a value.
            let asked = || key == "theme" && page::fits("(prefers-contrast: more)");
            storage::get(key).or_else(|| asked().then(|| "contrast".to_owned()))
        }),
        annotated: annotations::any(),
        awaits_texts: keeping::has_texts(),
        base: history::base(),
        edition: edition::edition(),
        questions: questions::read(),
        today: keeping::day(keeping::now()),
    }
}

/// Applies the state to the browser: title, attributes, address.
fn carry_out(state: &State) {
    match state.step {
        Step::Arrived | Step::Typed => {}
        Step::Pushed => history::write(&state.address, true),
        Step::Replaced => history::write(&state.address, false),
    }
    let language = state.texts.language;
    let chosen = locale::wanted().filter(|_| state.language_missing.is_none()).unwrap_or(language);
    page::set_language(language, chosen, &shell::title(state), shell::LANGUAGES);
}

/// Stores the choices that an action has changed, and only these: another window may have stored others since.
fn store_choices(before: &State, now: &State) {
    let language = |state: &State| state.language_chosen.then_some(state.texts.language);
    if let Some(chosen) = language(now).filter(|_| language(now) != language(before)) {
        storage::set(LANGUAGE, chosen.code());
    }
    if now.welcome_put_away && !before.welcome_put_away {
        storage::set(WELCOME, "away");
    }
    for ((setting, value), (_, earlier)) in now.settings.values().zip(before.settings.values()) {
        if value != earlier {
            page::mark(setting.key, value);
            storage::set(setting.key, value);
        }
    }
}
