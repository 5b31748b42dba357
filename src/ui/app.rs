use super::browser::{Listener, annotations, edition, history, later, page, storage, words};
use super::later as later_part;
use super::shell;
use super::state::{Act, Comfort, Later, Move, Own, OwnAct, Scene, Shelf, Start, State, Step};
use crate::address::View;
use crate::i18n::{Texts, Tongue};
use std::rc::Rc;
use yew::prelude::*;

/// What there is to explore.
#[derive(Properties, PartialEq)]
pub struct AppProps {
    /// The documents.
    pub shelf: Shelf,
    /// The words of the language that the reader wants, or else which one could not be had.
    pub words: Result<&'static Texts, Tongue>,
}

/// The explorer: keeps the state, and keeps the browser in step with it.
pub struct App {
    state: Rc<State>,
    /// The last move that was carried out, by its number.
    n_moves_done: Option<u32>,
    unwritten: Option<history::Unwritten>,
    /// To drop these is to listen no more.
    _listeners: [Option<Listener>; 10],
}

impl Component for App {
    type Message = Act;
    type Properties = AppProps;

    fn create(ctx: &Context<Self>) -> Self {
        let tell = |ctx: &Context<Self>| ctx.link().callback(|act| act);
        let (arrived, pressed, widened) = (tell(ctx), tell(ctx), tell(ctx));
        let (fetched, kept, spoken, learnt) = (tell(ctx), tell(ctx), tell(ctx), tell(ctx));
        let [whole, newer] = edition::on_kept(move |edition| kept.emit(Act::Keep(edition)));
        let scrolled = tell(ctx);
        let [scrolled, printed] = page::on_look(move |all| draw_rows(all, &scrolled));
        let listeners = [
            history::on_arrival(move |address| arrived.emit(Act::Arrive(address))),
            page::on_key(move |key| match shell::act_of_key(key) {
                Some(act) => {
                    pressed.emit(act);
                    true
                }
                None => false,
            }),
            page::on_fit(shell::WITH_SIDE, move |wide| widened.emit(Act::Widen(wide))),
            later::on_arrival(move |here| fetched.emit(Act::Fetched(words::wanted().ok().filter(|_| here)))),
            whole,
            newer,
            scrolled,
            printed,
            words::on_had(move |words| spoken.emit(Act::Speak(words))),
            annotations::on_change(move |key, record| learnt.emit(Act::Own(Rc::new(OwnAct::Learn(key, record))))),
        ];
        let state = Rc::new(State::new(&ctx.props().shelf, start(ctx.props().words)));
        state.comfort.values().for_each(|(setting, value)| page::mark(setting.key, value));
        if state.later == Later::Asked {
            later::fetch();
        }
        let mut app = Self { state, n_moves_done: None, unwritten: None, _listeners: listeners };
        app.keep_own(&Own::default());
        app
    }

    fn update(&mut self, _: &Context<Self>, act: Act) -> bool {
        let next = Rc::new(self.state.after(act));
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
        if before.later != Later::Asked && self.state.later == Later::Asked {
            later::fetch();
        }
        self.keep_own(&before.own);
        if self.state.comfort != before.comfort {
            for (setting, value) in self.state.comfort.values() {
                page::mark(setting.key, value);
                storage::set(setting.key, value);
            }
        }
        true
    }

    fn view(&self, ctx: &Context<Self>) -> Html {
        shell::page(&Scene { state: Rc::clone(&self.state), tell: ctx.link().callback(|act| act) })
    }

    fn rendered(&mut self, ctx: &Context<Self>, _: bool) {
        carry_out(&self.state);
        if self.state.address.view == View::Table {
            draw_rows(false, &ctx.link().callback(|act| act));
        }
        let (how, n) = self.state.moved;
        if self.n_moves_done.replace(n) == Some(n) {
            return;
        }
        match how {
            Move::Reveal => page::reveal(&self.state.address.place),
            Move::Visit(None) => page::visit(&self.state.address.place, true),
            Move::Visit(Some(id)) => page::visit(id, false),
        }
    }
}

/// Has the rows drawn that have come near the screen; before printing, all of them.
fn draw_rows(all: bool, tell: &Callback<Act>) {
    if later::is_here()
        && let Some(undrawn) = later_part::undrawn(all)
    {
        tell.emit(Act::Draw(undrawn));
    }
}

impl App {
    /// Reads what the browser keeps of the reader's annotations as soon as what it takes is here, and has it keep what
    /// has changed of them.
    fn keep_own(&mut self, before: &Own) {
        if self.state.later != Later::Here {
            return;
        }
        let mut before = before.clone();
        if self.state.own.unread {
            let kept = later_part::kept();
            // What has found its clause elsewhere is kept there.
            if let OwnAct::Read(all, _) = &kept {
                before.all = all.clone();
            }
            self.state = Rc::new(self.state.after(Act::Own(Rc::new(kept))));
        }
        if !self.state.own.all.is(&before.all) {
            let kept = later_part::keep(&before, &self.state.own);
            if kept == before.unkept {
                self.state = Rc::new(self.state.after(Act::Own(Rc::new(OwnAct::Kept(kept)))));
            }
        }
    }
}

// scripts/boot.js reads it too.
const LANGUAGE: &str = "language";
const WELCOME: &str = "welcome";

/// What the browser remembers of the reader, and what its address bar says.
fn start(words: Result<&'static Texts, Tongue>) -> Start {
    Start {
        address: history::read(),
        words,
        wide: page::fits(shell::WITH_SIDE),
        welcome_put_away: storage::get(WELCOME).is_some(),
        comfort: Comfort::read(|key| {
            // Whoever asks the system for more contrast has it here too, until they choose otherwise.
            let asked = || key == "theme" && page::fits("(prefers-contrast: more)");
            storage::get(key).or_else(|| asked().then(|| "contrast".to_owned()))
        }),
        annotated: annotations::any(),
        base: history::base(),
        later: if later::is_here() { Later::Here } else { Later::Away },
        edition: edition::edition(),
    }
}

/// Makes the browser say, and remember, what the state says.
fn carry_out(state: &State) {
    match state.step {
        Step::Arrived | Step::Typed => {}
        Step::Pushed => history::write(&state.address, true),
        Step::Replaced => history::write(&state.address, false),
    }
    let missing = state.tongue_missing.is_some();
    page::set_language(state.texts.tongue, &shell::title(state), shell::LANGUAGES, missing);
    if state.tongue_chosen {
        storage::set(LANGUAGE, state.texts.tongue.code());
    }
    if state.welcome_put_away {
        storage::set(WELCOME, "away");
    }
}
