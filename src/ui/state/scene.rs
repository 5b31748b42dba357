use super::{Act, State};
use crate::i18n::Texts;
use std::rc::Rc;
use yew::prelude::*;

/// The state as it is handed down, with the way to change it. Two scenes are equal if they are the same one.
#[derive(Clone)]
pub struct Scene {
    /// What the page is about.
    pub state: Rc<State>,
    /// Tells what the reader does.
    pub tell: Callback<Act>,
}

impl PartialEq for Scene {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.state, &other.state)
    }
}

impl std::ops::Deref for Scene {
    type Target = State;

    fn deref(&self) -> &State {
        &self.state
    }
}

impl Scene {
    /// The interface's texts.
    pub fn texts(&self) -> &'static Texts {
        self.state.texts
    }

    /// A callback that tells of an act, whatever the event.
    pub fn will(&self, act: Act) -> Callback<Event> {
        let tell = self.tell.clone();
        Callback::from(move |_| tell.emit(act.clone()))
    }
}
