use super::browser::files::{Pasted, Picked};
use super::browser::focus::FocusNote;
use super::browser::matches::show_match;
use super::browser::{
    Listener, Soon, annotations, edition, files, history, keeping, locale, metadata, page, questions, soon, storage,
};
use super::intake::IntakeClient;
use super::markup::el;
use super::state::{
    AnnotationAction, AnnotationState, Corpus, ExportAction, IntakeAction, Move, Outcome, Panel, QuestionAction,
    Searched, Settings, Start, State, Step, UiAction, ViewContext,
};
use super::{shell, table};
use crate::address::View;
use crate::i18n::{Texts, UiLanguage};
use crate::model::DocumentLink;
use crate::query::expression;
use std::rc::Rc;
use yew::prelude::*;

/// What there is to explore.
#[derive(Properties, PartialEq)]
pub struct AppProps {
    /// The documents.
    pub corpus: Corpus,
    /// The interface's texts in the reader's language.
    pub texts: &'static Texts,
}

/// The explorer: keeps the state, and keeps the browser in step with it.
pub struct App {
    state: Rc<State>,
    /// The last move that was carried out, by its number.
    n_moves_done: Option<u32>,
    unwritten: Option<history::Unwritten>,
    /// Where the focus was before the last change.
    focus: Option<FocusNote>,
    intake: IntakeClient,
    /// The page will be drawn in a moment, with all that is told until then.
    drawing: Option<Soon>,
    /// How much of the page is drawn, and what asks for more.
    drawn: Drawn,
    unseen: Option<Listener>,
    /// The pause in typing after which what finds nothing is said to.
    settling: Option<Soon>,
    /// Which document the page describes to programs, and in which language.
    described: Option<(DocumentLink, UiLanguage)>,
    /// To drop these is to listen no more.
    _listeners: [Option<Listener>; 17],
}

/// How much of the page is drawn. As long as nobody sees it, it is drawn step by step: what is done at once on a phone keeps
/// it from answering.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Drawn {
    Nothing,
    /// What is around the document.
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
        let [whole, newer] = edition::on_kept(move |edition| kept.emit(UiAction::Keep(edition)));
        let (scrolled, spoken) = (dispatch(ctx), dispatch(ctx));
        let [scrolled, printed] = page::on_look(move |all| scrolled.emit(UiAction::Look(all)));
        let picked = dispatch(ctx);
        let pick = move |files| picked.emit(UiAction::Intake(Rc::new(IntakeAction::Pick(files))));
        let [clicked_elsewhere, escaped] = page::close_menus();
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
            page::on_fit(shell::WITH_SIDE, move |wide| widened.emit(UiAction::Widen(wide))),
            whole,
            newer,
            locale::on_loaded(move |texts| spoken.emit(texts.map_or_else(UiAction::MissLanguage, UiAction::Speak))),
            scrolled,
            printed,
            page::note_direction(),
            clicked_elsewhere,
            escaped,
            over,
            out,
            dropped,
            files::on_paste(move |pasted| match pasted {
                Pasted::Files(files) => pick(files),
                // A word is pasted by mistake; a resolution is longer.
                Pasted::Text(text) if text.len() >= SHORTEST_PASTED => pick(Picked::of_text(PASTED, &text)),
                Pasted::Text(_) => {}
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
            unwritten: None,
            focus: None,
            intake,
            drawing: None,
            drawn: if unseen.is_some() { Drawn::Nothing } else { Drawn::Whole },
            unseen,
            settling: None,
            described: None,
            _listeners: listeners,
        };
        app.keep_own(&AnnotationState::default());
        // A link may ask for a regular expression.
        app.ask_worker(None);
        app
    }

    fn update(&mut self, ctx: &Context<Self>, act: UiAction) -> bool {
        if act == UiAction::DrawMore {
            match self.drawn {
                Drawn::Nothing => self.drawn = Drawn::Frame,
                Drawn::Frame | Drawn::Whole => (self.drawn, self.unseen) = (Drawn::Whole, None),
            }
            return true;
        }
        if let UiAction::Intake(action) = &act {
            self.intake.carry_out(action);
            if action.is_news() {
                // In place: a copy of a report of thousands of lines for each of its files would take seconds.
                Rc::make_mut(&mut self.state).intake.after(action);
                let is_cancelled = matches!(&**action, IntakeAction::Told(.., Outcome::Cancelled));
                let at_once = is_cancelled || self.state.intake.report.len() <= MANY_LINES;
                self.draw_soon(ctx, if at_once { NEWS_GATHERED } else { NEWS_GATHERED_OF_MANY });
                return false;
            }
        }
        if let UiAction::Look(all) = act {
            self.draw_rows(ctx, all);
            return false;
        }
        let is_cancelling = matches!(&act, UiAction::Intake(action) if **action == IntakeAction::CancelAll);
        self.drawing.take_if(|_| act == UiAction::Redraw || is_cancelling);
        if matches!(act, UiAction::Match { .. } | UiAction::Paragraph { .. }) {
            let in_view = page::paragraph_in_view(&self.state.address.place);
            self.state = Rc::new(State { in_view, ..State::clone(&self.state) });
        }
        let shows_source = act == UiAction::Open(Some(Panel::Excerpt));
        let saves = act == UiAction::Export(ExportAction::Save);
        let adds = matches!(act, UiAction::Add(_));
        let types = matches!(act, UiAction::Search(_));
        self.focus = self.focus.take().or_else(FocusNote::now);
        let next = Rc::new(self.state.after(act));
        if saves {
            self.intake.export(&next);
        }
        if shows_source {
            self.intake.excerpt(&next);
        }
        let before = std::mem::replace(&mut self.state, next);
        if self.state.address != before.address {
            let unwritten = self.unwritten.take();
            match self.state.step {
                Step::Typed => self.unwritten = Some(history::write_soon(&self.state.address)),
                // An entry of the history says what was asked last before the next one.
                Step::Pushed if unwritten.is_some() => history::write(&before.address, false),
                _ => {}
            }
        }
        if types || !self.state.unsettled {
            let link = ctx.link().clone();
            let settle = || soon(PAUSE, move || link.send_message(UiAction::Settle));
            self.settling = self.state.unsettled.then(settle);
        }
        self.ask_worker(Some(&before));
        if !Rc::ptr_eq(&self.state.questions, &before.questions) {
            questions::keep(&before.questions, &self.state.questions);
        }
        self.keep_own(&before.annotations);
        if self.state.settings != before.settings {
            for (setting, value) in self.state.settings.values() {
                page::mark(setting.key, value);
                storage::set(setting.key, value);
            }
        }
        // More are coming.
        let (n_done, n) = self.state.intake.progress();
        if adds && n > MANY_LINES && n_done < n {
            self.draw_soon(ctx, NEWS_GATHERED_OF_MANY);
            return false;
        }
        true
    }

    fn view(&self, ctx: &Context<Self>) -> Html {
        let cx = ViewContext { state: Rc::clone(&self.state), dispatch: ctx.link().callback(|act| act) };
        let page = match self.drawn {
            Drawn::Nothing => el("div"),
            Drawn::Frame => shell::page(&cx, false),
            Drawn::Whole => shell::page(&cx, true),
        };
        page.flag("data-drawing", self.unseen.is_some()).into()
    }

    fn rendered(&mut self, ctx: &Context<Self>, _: bool) {
        if self.drawn != Drawn::Whole {
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
            Move::Visit(None) => page::visit(&self.state.address.place, true),
            Move::Visit(Some(id)) => page::visit(id, false),
            Move::ShowMatch => show_match(),
        }
    }
}

impl App {
    /// Redraws the page after so many milliseconds, with everything that arrives until then.
    fn draw_soon(&mut self, ctx: &Context<Self>, milliseconds: u32) {
        let link = ctx.link().clone();
        self.drawing.get_or_insert_with(|| soon(milliseconds, move || link.send_message(UiAction::Redraw)));
    }

    /// Draws the rows that are near the screen, or all that are printed.
    fn draw_rows(&self, ctx: &Context<Self>, all: bool) {
        let undrawn = &self.state.undrawn;
        if let Some(undrawn) = if all { table::drawn_to_print(undrawn) } else { table::in_sight(undrawn) } {
            ctx.link().send_message(UiAction::Draw(undrawn));
        }
    }

    /// Describes the document that is shown to programs, if it is another one or the interface speaks another language.
    fn describe(&mut self) {
        let Some(document) = self.state.document() else { return };
        let now = Some((document.link(), self.state.texts.language));
        if self.described != now {
            let (pairs, json) = shell::metadata(&document, self.state.texts);
            metadata::describe(&pairs, &json);
            self.described = now;
        }
    }

    /// Has the worker look for a regular expression, and merge segments of the index. At the start there is no state before.
    fn ask_worker(&self, before: Option<&State>) {
        let state = &*self.state;
        let has_new_corpus = before.is_some_and(|before| state.corpus != before.corpus);
        if has_new_corpus {
            self.intake.merge_if_due(state.corpus.index());
        }
        let asked = |state: &State| {
            let expression = expression(state.address.query.text.trim()).map(str::to_owned);
            expression.map(|expression| (expression, state.document().map(|shown| shown.id().clone())))
        };
        if !matches!(state.searched, Searched::Waiting) {
            return;
        }
        let now = asked(state);
        let is_asked_already = before.is_some_and(|before| {
            matches!(before.searched, Searched::Waiting) && now == asked(before) && !has_new_corpus
        });
        if let Some((expression, shown)) = now
            && !is_asked_already
        {
            let documents = state.corpus.all().map(|document| document.id().clone()).collect();
            self.intake.search(&expression, documents, shown);
        }
    }

    /// Reads the annotations that the browser keeps, and has it keep what has changed of them.
    fn keep_own(&mut self, before: &AnnotationState) {
        let mut before = before.clone();
        if self.state.annotations.unread {
            let (all, n_unreadable) = annotations::read();
            // What has found its clause elsewhere is kept there.
            before.all = all.clone();
            self.state =
                Rc::new(self.state.after(UiAction::Annotate(Rc::new(AnnotationAction::Read(all, n_unreadable)))));
        }
        if !self.state.annotations.all.is(&before.all) {
            // What could not be kept before is tried again.
            let again = (before.unkept || before.blocked).then(|| annotations::read().0);
            let kept = annotations::keep(again.as_ref().unwrap_or(&before.all), &self.state.annotations.all);
            if (kept.refused, kept.blocked) != (before.unkept, before.blocked) {
                let told = AnnotationAction::Kept { refused: kept.refused, blocked: kept.blocked };
                self.state = Rc::new(self.state.after(UiAction::Annotate(Rc::new(told))));
            }
        }
    }
}

/// How long what is told of files is gathered before the page shows it, in milliseconds: drawn for each of a hundred, it
/// would not answer the reader.
const NEWS_GATHERED: u32 = 50;
/// The same with a report of more than so many lines, each of which costs the browser time.
const NEWS_GATHERED_OF_MANY: u32 = 300;
const MANY_LINES: usize = 40;

/// After how long a pause in typing it is said that nothing is found, in milliseconds.
const PAUSE: u32 = 700;

/// A pasted text is taken for a document from so many bytes on.
const SHORTEST_PASTED: usize = 200;
/// The name of a text that was pasted.
const PASTED: &str = "pasted.txt";

const LANGUAGE: &str = "language";
const WELCOME: &str = "welcome";

/// What the browser remembers of the reader, and what its address bar says.
fn start(texts: &'static Texts) -> Start {
    Start {
        address: history::read(),
        texts,
        wide: page::fits(shell::WITH_SIDE),
        welcome_put_away: storage::get(WELCOME).is_some(),
        settings: Settings::read(|key| {
            // A reader who asks the system for more contrast has it here too, until they choose otherwise.
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

/// Makes the browser say, and remember, what the state says.
fn carry_out(state: &State) {
    match state.step {
        Step::Arrived | Step::Typed => {}
        Step::Pushed => history::write(&state.address, true),
        Step::Replaced => history::write(&state.address, false),
    }
    let language = state.texts.language;
    let chosen = locale::wanted().filter(|_| state.language_missing.is_none()).unwrap_or(language);
    page::set_language(language, chosen, &shell::title(state), shell::LANGUAGES);
    if state.language_chosen {
        storage::set(LANGUAGE, state.texts.language.code());
    }
    if state.welcome_put_away {
        storage::set(WELCOME, "away");
    }
}
