//! Receives messages from the page and sends replies.

use crate::indexed_db::IndexedDb;
use dispositif::engine::{Engine, Message, Reply, TaskId, ToPage};
use dispositif::intake::set_named_decoder;
use dispositif::model::Language;
use js_sys::{Array, ArrayBuffer, Function, Promise, Reflect, Uint8Array};
use std::rc::Rc;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{DedicatedWorkerGlobalScope, MessageEvent, TextDecoder};

/// Starts answering messages, and tells the page that the worker is ready.
pub fn listen() {
    let Ok(scope) = js_sys::global().dyn_into::<DedicatedWorkerGlobalScope>() else { return };
    set_named_decoder(decoded_by_the_browser);
    let engine = Rc::new(Engine::new(IndexedDb::default(), |language| Box::pin(tables(language))));
    let replies = scope.clone();
    let heard = Closure::<dyn FnMut(MessageEvent)>::new(move |event: MessageEvent| {
        let Some((message, body)) = received(&event.data()) else { return };
        let (engine, scope, task) = (Rc::clone(&engine), replies.clone(), message.task);
        spawn_local(async move { engine.answer(message, body, |reply| send(&scope, task, reply)).await });
    });
    scope.set_onmessage(Some(heard.as_ref().unchecked_ref()));
    heard.forget();
    send(&scope, 0, Reply::Ready);
}

fn decoded_by_the_browser(name: &str, bytes: &[u8]) -> Option<String> {
    TextDecoder::new_with_label(name).ok()?.decode_with_u8_array(bytes).ok()
}

/// The file with the tables of a language: `scripts/reader-start.js` fetches it.
async fn tables(language: Language) -> Option<String> {
    let fetch: Function = Reflect::get(&js_sys::global(), &"tablesOf".into()).ok()?.dyn_into().ok()?;
    let fetched: Promise = fetch.call1(&JsValue::NULL, &language.code().into()).ok()?.dyn_into().ok()?;
    JsFuture::from(fetched).await.ok()?.as_string()
}

/// A message with its bytes; none if a page of another version sent it.
fn received(data: &JsValue) -> Option<(Message, Vec<u8>)> {
    let pair: &Array = data.dyn_ref()?;
    let message: Uint8Array = pair.get(0).dyn_into().ok()?;
    let body = pair.get(1).dyn_into::<ArrayBuffer>().map(|buffer| Uint8Array::new(&buffer).to_vec());
    Some((Message::from_bytes(&message.to_vec())?, body.unwrap_or_default()))
}

fn send(scope: &DedicatedWorkerGlobalScope, task: TaskId, reply: Reply) {
    let mut message = ToPage { task, reply };
    let bytes = message.take_bytes();
    let parts: Array = std::iter::once(message.to_bytes())
        .chain(bytes)
        .map(|bytes| Uint8Array::from(bytes.as_slice()).buffer())
        .collect();
    let sent = scope.post_message_with_transfer(&parts, &parts);
    // Sending fails only if the page is closed.
    drop(sent);
}
