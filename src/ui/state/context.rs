use super::{State, UiAction};
use crate::i18n::Texts;
use std::rc::Rc;
use yew::prelude::*;

/// The state as it is handed down, with the way to change it. Two contexts are equal if they are the same one.
#[derive(Clone)]
pub struct ViewContext {
    /// What the page is about.
    pub state: Rc<State>,
    /// Tells what the reader does.
    pub dispatch: Callback<UiAction>,
}

impl PartialEq for ViewContext {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.state, &other.state)
    }
}

impl std::ops::Deref for ViewContext {
    type Target = State;

    fn deref(&self) -> &State {
        &self.state
    }
}

impl ViewContext {
    /// The interface's texts.
    pub fn texts(&self) -> &'static Texts {
        self.state.texts
    }

    /// Whether several documents are asked.
    pub fn asks_several(&self) -> bool {
        self.corpus.asked(&self.address).len() > 1
    }

    /// A callback that tells of an act, whatever the event.
    pub fn callback(&self, act: UiAction) -> Callback<Event> {
        let dispatch = self.dispatch.clone();
        Callback::from(move |_| dispatch.emit(act.clone()))
    }
}
