//! The worker that reads documents: started, spoken to, stopped.
//!
//! By `web_sys` itself: gloo-worker copies what it sends, and neither hands buffers over nor tells that a worker died.

use super::Listener;
use crate::engine::{Message, ToPage};
use js_sys::{Array, ArrayBuffer, Uint8Array};
use wasm_bindgen::JsCast;
use web_sys::{Event, HtmlMetaElement, MessageEvent, Worker, WorkerOptions};

/// A worker that runs. To drop it is to stop it at once, whatever it does.
pub struct RunningWorker {
    worker: Worker,
    _listeners: [Listener; 2],
}

impl RunningWorker {
    /// Starts one. `replied` hears what it says, with the bytes beside it; `failed` hears that it could not be started, or has died.
    ///
    /// The build names its file in a meta element: see scripts/make-reader.mjs.
    pub fn start(
        replied: impl Fn(ToPage, Option<ArrayBuffer>) + 'static,
        failed: impl Fn() + 'static,
    ) -> Option<Self> {
        let document = web_sys::window()?.document()?;
        let named = document.query_selector("meta[name=reader]").ok()??.dyn_into::<HtmlMetaElement>().ok()?;
        // The worker's name is that of its database.
        let options = WorkerOptions::new();
        options.set_name(super::storage::prefix().trim_end_matches(['.', ' ']));
        let worker = Worker::new_with_options(&named.content(), &options).ok()?;
        let heard = move |event: Event| {
            let Ok(event) = event.dyn_into::<MessageEvent>() else { return };
            let Ok(parts) = event.data().dyn_into::<Array>() else { return };
            let reply = parts.get(0).dyn_into::<ArrayBuffer>().ok();
            let reply = reply.and_then(|buffer| ToPage::from_bytes(&Uint8Array::new(&buffer).to_vec()));
            if let Some(reply) = reply {
                replied(reply, parts.get(1).dyn_into().ok());
            }
        };
        let died = move |event: Event| {
            // The page itself has not failed.
            event.prevent_default();
            failed();
        };
        let listeners =
            [Listener::new(&worker, "message", Box::new(heard)), Listener::new(&worker, "error", Box::new(died))];
        Some(Self { worker, _listeners: listeners })
    }

    /// Sends a message, and hands over the bytes that belong to it.
    pub fn send(&self, message: &Message, body: Option<&ArrayBuffer>) -> bool {
        let head = Uint8Array::from(message.to_bytes().as_slice());
        let (pair, handed_over) = (Array::of1(&head), Array::new());
        if let Some(body) = body {
            pair.push(body);
            handed_over.push(body);
        }
        self.worker.post_message_with_transfer(&pair, &handed_over).is_ok()
    }
}

impl Drop for RunningWorker {
    fn drop(&mut self) {
        self.worker.terminate();
    }
}
