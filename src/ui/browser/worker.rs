//! Starts and stops the worker that reads documents, and exchanges messages with it.
//!
//! It uses `web_sys` directly: gloo-worker copies messages, cannot transfer buffers and does not report a crash.

use super::Listener;
use crate::engine::{Message, ToPage};
use js_sys::{Array, ArrayBuffer, Uint8Array};
use wasm_bindgen::JsCast;
use web_sys::{Event, HtmlMetaElement, MessageEvent, Worker, WorkerOptions};

/// A running worker, terminated on drop.
pub struct RunningWorker {
    worker: Worker,
    _listeners: [Listener; 2],
}

impl RunningWorker {
    /// Starts a worker. `replied` gets its messages with the bytes beside them; `failed` is called if it cannot start or crashes.
    ///
    /// Its file name is in a meta element: see `scripts/make-reader.mjs`.
    pub fn start(
        replied: impl Fn(ToPage, Option<ArrayBuffer>) + 'static,
        failed: impl Fn() + 'static,
    ) -> Option<Self> {
        let document = web_sys::window()?.document()?;
        let named = document.query_selector("meta[name=reader]").ok()??.dyn_into::<HtmlMetaElement>().ok()?;
        // The worker's name is the name of its database.
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
            // The error must not be reported as one of the page.
            event.prevent_default();
            failed();
        };
        let listeners =
            [Listener::new(&worker, "message", Box::new(heard)), Listener::new(&worker, "error", Box::new(died))];
        Some(Self { worker, _listeners: listeners })
    }

    /// Sends a message and transfers its bytes.
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
