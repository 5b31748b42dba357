//! What is fetched when it is first needed, not before the first word is shown.
//!
//! A build parts what these functions call, and nothing else does, from the rest of the WebAssembly: see
//! `scripts/make-small.mjs`. Until it has arrived none of them may be called: whoever calls one asks
//! [`State::later`](super::state::State::later) first. Where nothing was parted, as in tests and in the edition in
//! one file, all is here from the start.

use super::browser::{annotations as kept, files};
use super::facets::{Order, Sought};
use super::markup::El;
use super::state::{Document, Own, OwnAct, Scene, Shelf, State};
use super::{annotate, due, help, matrix, reader, references, settings, share, shell, table};
use crate::address::{Address, View};
use crate::annotations::Annotation;
use crate::annotations::file::{self, Contents};
use crate::i18n::Texts;
use crate::model::{Clause, Paragraph, ParagraphId};
use crate::query::{Facet, Findings, Unfinished, Value};
use std::rc::Rc;
use wasm_bindgen::JsValue;
use yew::Html;

/// Every view but the text.
#[inline(never)]
pub fn view(scene: &Scene, document: &Document) -> Vec<El> {
    match scene.address.view {
        View::Text => Vec::new(),
        View::Table => table::table(scene, document),
        View::Matrix => matrix::matrix(scene),
        View::References => references::references(scene, document),
        View::Due => due::due(scene, document),
        View::Annotations => annotate::annotations(scene, document),
        View::Method => help::method(scene),
    }
}

/// What of a long table is to be drawn, if it is not what is drawn: what is near the screen, or all of it for paper.
#[inline(never)]
pub fn undrawn(all: bool) -> Option<Rc<[u32]>> {
    if all { table::all_drawn() } else { table::in_sight() }
}

/// The help.
#[inline(never)]
pub fn help(scene: &Scene) -> Html {
    help::help(scene)
}

/// The settings.
#[inline(never)]
pub fn settings(scene: &Scene) -> Html {
    settings::settings(scene)
}

/// What can be copied at a paragraph.
#[inline(never)]
pub fn share(scene: &Scene, document: &Document, paragraph: &ParagraphId) -> El {
    share::place(scene, document, paragraph, paragraph.as_str())
}

/// The values of a facet that have the letters typed.
#[inline(never)]
pub fn sought<'v>(sought: Sought, values: &'v [Value]) -> Vec<&'v Value> {
    sought.among(values)
}

/// What chooses all of them at once.
#[inline(never)]
pub fn all_sought(sought: Sought, values: &[&Value]) -> El {
    sought.all(values)
}

/// The values of a facet in another order than the index has them.
#[inline(never)]
pub fn in_order<'v>(order: Order, values: Vec<&'v Value>, facet: Facet, scene: &Scene) -> Vec<&'v Value> {
    order.sorted(values, facet, scene)
}

/// What stands at the head of a printed page.
#[inline(never)]
pub fn printed(scene: &Scene) -> El {
    share::printed(scene)
}

/// The document from end to end: where the matches lie.
#[inline(never)]
pub fn strip(scene: &Scene) -> Option<El> {
    shell::strip(scene)
}

/// What lies open under the search box, put there.
#[inline(never)]
pub fn below_search(scene: &Scene, below: El) -> El {
    shell::below_search(scene, below)
}

/// What was typed, looked for in all documents.
///
/// # Errors
/// When it is a regular expression that cannot be read, or not yet.
#[inline(never)]
pub fn find(typed: &str, shelf: &Shelf, address: &Address) -> Result<Option<Findings>, Unfinished> {
    shelf.find(typed, shelf.document(address).map_or(0, |(shown, _)| shown))
}

/// The same documents with names in English.
#[inline(never)]
pub fn named(shelf: &Shelf, names: &[&str]) -> Shelf {
    shelf.named_in_english(names)
}

/// What to do when nothing matches.
#[inline(never)]
pub fn empty(scene: &Scene) -> El {
    shell::empty(scene)
}

/// What the link asked for that is not there.
#[inline(never)]
pub fn lacking(scene: &Scene) -> Option<El> {
    shell::lacking(scene)
}

/// Does something to the annotations.
#[inline(never)]
pub fn own(state: &mut State, act: &OwnAct) {
    state.act_on_own(act);
}

/// The annotations that the browser keeps.
#[inline(never)]
pub fn kept() -> OwnAct {
    let (all, n_unreadable) = kept::read();
    OwnAct::Read(all, n_unreadable)
}

/// Keeps what has changed of the annotations, and what could not be kept before, and says whether all of it is kept.
#[inline(never)]
pub fn keep(before: &Own, after: &Own) -> bool {
    let kept = before.unkept.then(|| kept::read().0);
    kept::keep(kept.as_ref().unwrap_or(&before.all), &after.all)
}

/// The sign of an annotation, at the end of its clause.
#[inline(never)]
pub fn sign(texts: &Texts, clause: &Clause, annotation: &Annotation) -> El {
    annotate::sign(texts, clause, annotation)
}

/// The annotations of a file, from its bytes.
#[inline(never)]
pub fn annotations(bytes: &JsValue) -> Option<Contents> {
    file::read(&files::text_of(bytes).unwrap_or_default())
}

/// What is known of a clause.
#[inline(never)]
pub fn analysis(scene: &Scene, document: &Document, paragraph: &Paragraph, clause: &Clause, held: bool) -> El {
    reader::analysis(scene, document, paragraph, clause, held)
}
