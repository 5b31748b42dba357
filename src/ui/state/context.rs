use super::{State, UiAction};
use crate::i18n::Texts;
use std::rc::Rc;
use yew::prelude::*;

/// The state with its dispatcher, as it is passed down. Two contexts are equal if they are the same allocation.
#[derive(Clone)]
pub struct ViewContext {
    /// The state.
    pub state: Rc<State>,
    /// Dispatches an action.
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

    /// Whether the question covers several documents.
    pub fn asks_several(&self) -> bool {
        self.corpus.asked(&self.address).len() > 1
    }

    /// A callback that dispatches an action for any event.
    pub fn callback(&self, act: UiAction) -> Callback<Event> {
        let dispatch = self.dispatch.clone();
        Callback::from(move |_| dispatch.emit(act.clone()))
    }
}
