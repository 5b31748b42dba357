//! A builder for elements.
//!
//! Yew's `html!` expands to two hundred bytes of WebAssembly per element, which delays the first view of the page. Calls of
//! this builder take a fifth of that. Components are still placed with the macro.

use std::rc::Rc;
use yew::virtual_dom::{AttrValue, Key, Listener, ListenerKind, VTag, VText};
use yew::{Callback, Html, NodeRef};

/// An element that is being built.
#[must_use = "an element does nothing until it is added to another"]
pub struct El(Box<VTag>);

/// Starts an element.
pub fn el(tag: &'static str) -> El {
    El(Box::new(VTag::new(tag)))
}

/// A button with its content and its action.
pub fn button(words: impl Into<AttrValue>, clicked: Callback<web_sys::Event>) -> El {
    sign(clicked).text(words)
}

/// A button with an icon, drawn by the stylesheet, or with other content.
pub fn sign(clicked: Callback<web_sys::Event>) -> El {
    el("button").attr("type", "button").on(On::Click, clicked)
}

/// A text node.
pub fn text(words: impl Into<AttrValue>) -> Html {
    VText::new(words).into()
}

impl El {
    /// Sets an attribute.
    pub fn attr(mut self, name: &'static str, value: impl Into<AttrValue>) -> Self {
        self.0.add_attribute(name, value.into());
        self
    }

    /// Sets an attribute if there is a value.
    pub fn maybe(self, name: &'static str, value: Option<impl Into<AttrValue>>) -> Self {
        match value {
            Some(value) => self.attr(name, value),
            None => self,
        }
    }

    /// Sets a boolean attribute.
    pub fn flag(self, name: &'static str, holds: bool) -> Self {
        if holds { self.attr(name, "") } else { self }
    }

    /// Sets an attribute to `true` or `false`.
    pub fn truth(self, name: &'static str, holds: bool) -> Self {
        self.attr(name, if holds { "true" } else { "false" })
    }

    /// Sets the key that identifies it among its siblings.
    pub fn key(mut self, key: &str) -> Self {
        self.0.key = Some(Key::from(key));
        self
    }

    /// Sets the reference to its DOM node.
    pub fn found_by(mut self, node: &NodeRef) -> Self {
        self.0.node_ref = node.clone();
        self
    }

    /// Adds an event listener.
    pub fn on(mut self, on: On, heard: Callback<web_sys::Event>) -> Self {
        self.0.add_listener(Rc::new(Handler { on, heard }));
        self
    }

    /// Sets the value of a field.
    pub fn value(mut self, value: &str) -> Self {
        self.0.set_value(AttrValue::from(value.to_owned()));
        self
    }

    /// Sets whether a checkbox is checked.
    pub fn checked(mut self, checked: bool) -> Self {
        self.0.set_checked(checked);
        self
    }

    /// Adds text.
    pub fn text(self, words: impl Into<AttrValue>) -> Self {
        self.node(text(words))
    }

    /// Adds a child element.
    pub fn with(self, child: Self) -> Self {
        self.node(child.into())
    }

    /// Adds child elements, in order.
    pub fn with_each(mut self, children: impl IntoIterator<Item = Self>) -> Self {
        for child in children {
            self = self.with(child);
        }
        self
    }

    /// Adds any content.
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

/// The events that the page listens to.
#[derive(Clone, Copy, Debug)]
pub enum On {
    /// `click`.
    Click,
    /// `input`.
    Input,
    /// `change`.
    Change,
    /// `keydown`.
    KeyDown,
    /// `close`, of a dialog.
    Close,
    /// `submit`.
    Submit,
    /// `pointerover`.
    PointerOver,
    /// `mousedown`.
    MouseDown,
    /// `focusin`.
    FocusIn,
}

struct Handler {
    on: On,
    heard: Callback<web_sys::Event>,
}

impl Listener for Handler {
    fn kind(&self) -> ListenerKind {
        match self.on {
            On::Click => ListenerKind::onclick,
            On::Input => ListenerKind::oninput,
            On::Change => ListenerKind::onchange,
            On::KeyDown => ListenerKind::onkeydown,
            On::Close => ListenerKind::onclose,
            On::Submit => ListenerKind::onsubmit,
            On::PointerOver => ListenerKind::onpointerover,
            On::MouseDown => ListenerKind::onmousedown,
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
