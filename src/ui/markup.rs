//! Elements, put together call by call.
//!
//! Yew's markup macro writes every element out where it is: two hundred bytes of WebAssembly each, which every
//! reader waits for before the first word. A call for each element, each attribute and each child is a fifth of that.
//! The macro is still the way to place a component.

use std::rc::Rc;
use yew::virtual_dom::{AttrValue, Key, Listener, ListenerKind, VTag, VText};
use yew::{Callback, Html, NodeRef};

/// An element in the making.
#[must_use = "an element does nothing until it is added to another"]
pub struct El(Box<VTag>);

/// Begins an element.
pub fn el(tag: &'static str) -> El {
    El(Box::new(VTag::new(tag)))
}

/// A button with what it shows and what it does.
pub fn button(words: impl Into<AttrValue>, clicked: Callback<web_sys::Event>) -> El {
    sign(clicked).text(words)
}

/// A button that shows a sign, drawn by the stylesheet, or what is put into it.
pub fn sign(clicked: Callback<web_sys::Event>) -> El {
    el("button").attr("type", "button").on(On::Click, clicked)
}

/// Some text as a node of its own.
pub fn text(words: impl Into<AttrValue>) -> Html {
    VText::new(words).into()
}

impl El {
    /// Gives it an attribute.
    pub fn attr(mut self, name: &'static str, value: impl Into<AttrValue>) -> Self {
        self.0.add_attribute(name, value.into());
        self
    }

    /// Gives it an attribute, if there is a value for it.
    pub fn maybe(self, name: &'static str, value: Option<impl Into<AttrValue>>) -> Self {
        match value {
            Some(value) => self.attr(name, value),
            None => self,
        }
    }

    /// Gives it an attribute without a value, if something holds.
    pub fn flag(self, name: &'static str, holds: bool) -> Self {
        if holds { self.attr(name, "") } else { self }
    }

    /// Says whether something holds, in an attribute that says it either way.
    pub fn truth(self, name: &'static str, holds: bool) -> Self {
        self.attr(name, if holds { "true" } else { "false" })
    }

    /// Tells it from its neighbours, so that it stays itself when they change.
    pub fn key(mut self, key: &str) -> Self {
        self.0.key = Some(Key::from(key));
        self
    }

    /// Lets the element be found when it is on the page.
    pub fn found_by(mut self, node: &NodeRef) -> Self {
        self.0.node_ref = node.clone();
        self
    }

    /// Listens to an event.
    pub fn on(mut self, on: On, heard: Callback<web_sys::Event>) -> Self {
        self.0.add_listener(Rc::new(Ear { on, heard }));
        self
    }

    /// Says what is written in a field.
    pub fn value(mut self, value: &str) -> Self {
        self.0.set_value(AttrValue::from(value.to_owned()));
        self
    }

    /// Says whether a box is ticked.
    pub fn checked(mut self, checked: bool) -> Self {
        self.0.set_checked(checked);
        self
    }

    /// Adds text.
    pub fn text(self, words: impl Into<AttrValue>) -> Self {
        self.node(text(words))
    }

    /// Adds an element.
    pub fn with(self, child: Self) -> Self {
        self.node(child.into())
    }

    /// Adds elements, in order.
    pub fn with_each(mut self, children: impl IntoIterator<Item = Self>) -> Self {
        for child in children {
            self = self.with(child);
        }
        self
    }

    /// Adds whatever can be shown.
    pub fn node(mut self, child: Html) -> Self {
        self.0.add_child(child);
        self
    }
}

impl From<El> for Html {
    fn from(el: El) -> Self {
        (*el.0).into()
    }
}

/// What can happen to an element, of what the page listens to.
#[derive(Clone, Copy, Debug)]
pub enum On {
    /// It is clicked, or pressed by a key.
    Click,
    /// Something is typed into it.
    Input,
    /// Its value was changed.
    Change,
    /// A key goes down in it.
    KeyDown,
    /// A dialog closes.
    Close,
    /// A form is sent.
    Submit,
    /// The pointer comes over it, or over what it holds.
    PointerOver,
    /// The pointer is pressed on it, or on what it holds.
    PointerDown,
    /// The focus comes into it.
    FocusIn,
}

struct Ear {
    on: On,
    heard: Callback<web_sys::Event>,
}

impl Listener for Ear {
    fn kind(&self) -> ListenerKind {
        match self.on {
            On::Click => ListenerKind::onclick,
            On::Input => ListenerKind::oninput,
            On::Change => ListenerKind::onchange,
            On::KeyDown => ListenerKind::onkeydown,
            On::Close => ListenerKind::onclose,
            On::Submit => ListenerKind::onsubmit,
            On::PointerOver => ListenerKind::onpointerover,
            On::PointerDown => ListenerKind::onpointerdown,
            On::FocusIn => ListenerKind::onfocusin,
        }
    }

    fn handle(&self, event: web_sys::Event) {
        self.heard.emit(event);
    }

    fn passive(&self) -> bool {
        false
    }
}
