use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{Event, EventTarget};

/// An event listener that is removed on drop.
pub struct Listener {
    target: EventTarget,
    kind: &'static str,
    heard: Closure<dyn FnMut(Event)>,
}

impl Listener {
    /// Adds the listener.
    pub fn new(target: &EventTarget, kind: &'static str, heard: Box<dyn FnMut(Event)>) -> Self {
        let heard = Closure::wrap(heard);
        let added = target.add_event_listener_with_callback(kind, heard.as_ref().unchecked_ref());
        drop(added);
        Self { target: target.clone(), kind, heard }
    }
}

impl Drop for Listener {
    fn drop(&mut self) {
        let heard = self.heard.as_ref().unchecked_ref();
        let removed = self.target.remove_event_listener_with_callback(self.kind, heard);
        drop(removed);
    }
}
