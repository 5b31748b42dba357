//! DOM helpers: scrolling, focus, layout, events.

use super::Listener;
use crate::i18n::UiLanguage;
use crate::model::ClauseId;
use gloo_timers::callback::Timeout;
use std::cell::Cell;
use wasm_bindgen::JsCast;
use web_sys::{Document, Element, Event, FocusOptions, HtmlElement, KeyboardEvent, ScrollIntoViewOptions};
use web_sys::{
    HtmlDialogElement, HtmlInputElement, HtmlSelectElement, HtmlTextAreaElement, MediaQueryList, MouseEvent,
    ScrollLogicalPosition,
};
use yew::NodeRef;

pub(super) fn document() -> Option<Document> {
    web_sys::window()?.document()
}

/// Sets the page's language and direction, the window's title, and the selected item in the list of languages: the last
/// choice, whose texts may still be loading.
pub fn set_language(language: UiLanguage, chosen: UiLanguage, title: &str, list: &str) {
    let Some(document) = document() else { return };
    // Setting it takes the browser a millisecond, even if nothing changes.
    if document.title() != title {
        document.set_title(title);
    }
    if let Some(root) = document.document_element() {
        put(&root, "lang", language.code());
        put(&root, "dir", language.direction());
    }
    if let Some(list) = document.get_element_by_id(list)
        && let Some(list) = list.dyn_ref::<HtmlSelectElement>()
    {
        list.set_value(chosen.code());
    }
}

/// Sets a `data-` attribute of the root element, for the stylesheets.
pub fn mark(key: &str, value: &str) {
    if let Some(root) = document().and_then(|document| document.document_element()) {
        put(&root, &["data-", key].concat(), value);
    }
}

/// Sets an attribute of the root element unless it has that value: browsers restyle the whole page whenever `lang` is set.
fn put(root: &Element, name: &str, value: &str) {
    if root.get_attribute(name).as_deref() != Some(value) {
        let set = root.set_attribute(name, value);
        drop(set);
    }
}

/// Calls back when there is time to draw more while the page is hidden: `scripts/boot.js` hides it, and shows it when no
/// element is marked as incomplete. None if the page is visible already.
pub fn on_time_to_draw(has_time: impl Fn() + 'static) -> Option<Listener> {
    let window = web_sys::window()?;
    let unseen = window.document()?.query_selector("#app[hidden]").ok()?;
    unseen.map(|_| Listener::new(&window, "draw", Box::new(move |_| has_time())))
}

/// The paragraph, or the row of a view that lists matches, at the top of the viewport, unless the selected place is visible.
/// Below all of them, at the notes, it is the last one.
pub fn paragraph_in_view(place: &str) -> Option<String> {
    let height = height()?;
    if is_in_sight(place) {
        return None;
    }
    let rows =
        document()?.query_selector_all(".body > .paragraph[id], .table tbody tr[id], .listed li[id]").ok()?;
    let last = rows.length().saturating_sub(1);
    let mut rows = (0..=last).filter_map(|n| Some((n, rows.get(n)?.dyn_into::<Element>().ok()?)));
    // The part behind the header is not visible.
    let row = rows.find(|(n, row)| *n == last || row.get_bounding_client_rect().bottom() > height / 4.0);
    row.map(|(_, row)| row.id())
}

/// Scrolls an element into view, as little as possible.
pub fn reveal(id: &str) {
    if let Some(element) = element(id) {
        scroll_to(&element, ScrollLogicalPosition::Nearest);
    }
}

/// Scrolls to a place of the text as `scripts/boot.js` does: its paragraph to the top, which leaves room for the analysis.
pub fn arrive(id: &str) {
    let paragraph = element(id).and_then(|element| element.closest(".paragraph").ok().flatten());
    if let Some(paragraph) = paragraph {
        scroll_to(&paragraph, ScrollLogicalPosition::Start);
    }
    reveal(id);
}

/// Scrolls to the top of the page.
pub fn scroll_to_top() {
    if let Some(window) = web_sys::window() {
        window.scroll_to_with_x_and_y(0.0, 0.0);
    }
}

/// Calls back when the network is available again.
pub fn on_online(heard: impl Fn() + 'static) -> Option<Listener> {
    Some(Listener::new(&web_sys::window()?.into(), "online", Box::new(move |_| heard())))
}

/// Focuses an element and scrolls it into view: a place of the text to the middle, which leaves room for its analysis.
pub fn visit(id: &str, middle: bool) {
    let Some(element) = element(id) else { return };
    scroll_to(&element, if middle { ScrollLogicalPosition::Center } else { ScrollLogicalPosition::Nearest });
    focus(&focusable(element));
}

/// An element, or for a clause, which is not focusable, its phrase, and for the filters the first value, from which the arrow
/// keys go on.
pub(super) fn focusable(element: Element) -> Element {
    let within = match element.class_name().as_str() {
        "clause" => ".phrase",
        "side" => ".choose",
        _ => return element,
    };
    element.query_selector(within).ok().flatten().unwrap_or(element)
}

pub(super) fn element(id: &str) -> Option<Element> {
    document()?.get_element_by_id(id)
}

/// The height of the viewport.
pub(super) fn height() -> Option<f64> {
    web_sys::window()?.inner_height().ok()?.as_f64()
}

/// Whether any part of an element is in the viewport.
pub(super) fn is_in_sight(id: &str) -> bool {
    let lies = element(id).map(|element| element.get_bounding_client_rect());
    lies.zip(height()).is_some_and(|(lies, height)| lies.bottom() > 0.0 && lies.top() < height)
}

/// Scrolls an element's containers until it is visible.
pub(super) fn scroll_into(element: &Element, position: ScrollLogicalPosition) {
    let options = ScrollIntoViewOptions::new();
    options.set_block(position);
    element.scroll_into_view_with_scroll_into_view_options(&options);
}

pub(super) fn scroll_to(element: &Element, position: ScrollLogicalPosition) {
    // Content outside the viewport has no layout and an estimated height, so positions would shift after scrolling.
    mark("whole", "");
    scroll_into(element, position);
}

pub(super) fn focus(element: &Element) {
    let Some(element) = element.dyn_ref::<HtmlElement>() else { return };
    let options = FocusOptions::new();
    options.set_prevent_scroll(true);
    let focused = element.focus_with_options(&options);
    drop(focused);
    // A read-only field is there to be copied from.
    if let Some(field) = element.dyn_ref::<HtmlInputElement>().filter(|field| field.read_only()) {
        field.select();
    }
}

/// Moves the focus from a field to an element, or a clause, on Escape.
pub fn leave_on_escape(event: &Event, to: &str) {
    if let Some(element) = element(to).filter(|_| is_escape(event)) {
        focus(&focusable(element));
    }
}

/// Whether an event is the Escape key.
pub fn is_escape(event: &Event) -> bool {
    event.dyn_ref::<KeyboardEvent>().is_some_and(|event| event.key() == "Escape")
}

/// Whether the page fits a media query.
pub fn fits(query: &str) -> bool {
    media(query).is_some_and(|media| media.matches())
}

/// Calls back when the result of a media query changes.
pub fn on_fit(query: &str, changed: impl Fn(bool) + 'static) -> Option<Listener> {
    let media = media(query)?;
    let asked = media.clone();
    Some(Listener::new(&media, "change", Box::new(move |_| changed(asked.matches()))))
}

fn media(query: &str) -> Option<MediaQueryList> {
    web_sys::window()?.match_media(query).ok()?
}

/// Calls back on keyboard shortcuts: keys without a modifier that are not typed into a field. Letters and signs are ignored
/// if the reader has turned single-key shortcuts off.
pub fn on_key(pressed: impl Fn(&str) -> bool + 'static) -> Option<Listener> {
    let window = web_sys::window()?;
    let heard = move |event: Event| {
        let Some(key) = event.dyn_ref::<KeyboardEvent>() else { return };
        if key.ctrl_key() || key.meta_key() || key.alt_key() || key.default_prevented() || is_typing(&event) {
            return;
        }
        let key = key.key();
        if key.len() == 1 && within(&event, "[data-keys=off]") {
            return;
        }
        if pressed(&key) {
            event.prevent_default();
        }
    };
    Some(Listener::new(&window, "keydown", Box::new(heard)))
}

/// Whether an event's target is a text field, or in a dialog, which has its own keys.
pub fn is_typing(event: &Event) -> bool {
    within(event, "input:not([type=radio], [type=checkbox]), textarea, select, dialog")
}

fn within(event: &Event, selector: &str) -> bool {
    element_of(event).is_some_and(|element| matches!(element.closest(selector), Ok(Some(_))))
}

/// The clause of an event's target, unless the target is another control in it: a note's mark, a reference.
pub fn clause_under(event: &Event) -> Option<ClauseId> {
    let element = element_of(event)?;
    let clause = element.closest("[data-clause]").ok()??;
    if let Ok(Some(own)) = element.closest("a, button, [role=button]")
        && !matches!(own.class_name().as_str(), "phrase" | "own")
    {
        return None;
    }
    clause.get_attribute("data-clause").map(ClauseId::new)
}

fn element_of(event: &Event) -> Option<Element> {
    event.target()?.dyn_into::<Element>().ok()
}

/// Whether an event is the Enter or the Space key.
pub fn is_press(event: &Event) -> bool {
    event.dyn_ref::<KeyboardEvent>().is_some_and(|event| matches!(event.key().as_str(), "Enter" | " "))
}

/// Clicks the focused element on Enter or Space if it is not a native button.
pub fn press_by_key(event: &Event) {
    if is_press(event)
        && let Some(element) = element_of(event)
        && let Some(element) = element.dyn_ref::<HtmlElement>()
        && element.get_attribute("role").as_deref() == Some("button")
    {
        event.prevent_default();
        element.click();
    }
}

/// Allows text selection by dragging from a phrase. Chromium selects nothing if the pointer focuses an element and the
/// selection starts at its edge, so the phrase is not focusable for that moment.
pub fn let_select(event: &Event) {
    let phrase = element_of(event).and_then(|element| element.closest(".phrase[tabindex]").ok().flatten());
    if let Some(phrase) = phrase {
        let removed = phrase.remove_attribute("tabindex");
        drop(removed);
        Timeout::new(0, move || put(&phrase, "tabindex", "0")).forget();
    }
}

/// Whether a pointer button is pressed, as while selecting text.
pub fn is_held_down(event: &Event) -> bool {
    event.dyn_ref::<MouseEvent>().is_some_and(|event| event.buttons() != 0)
}

/// Whether a click opens a link in another tab or window, or saves it.
pub fn opens_elsewhere(event: &Event) -> bool {
    let click = event.dyn_ref::<MouseEvent>();
    click.is_some_and(|click| click.ctrl_key() || click.meta_key() || click.shift_key() || click.alt_key())
}

/// Whether Shift is held.
pub fn extends(event: &Event) -> bool {
    event.dyn_ref::<MouseEvent>().is_some_and(MouseEvent::shift_key)
        || event.dyn_ref::<KeyboardEvent>().is_some_and(KeyboardEvent::shift_key)
}

/// Whether a selection of text is in progress rather than a click.
pub fn selecting() -> bool {
    let selection = web_sys::window().and_then(|window| window.get_selection().ok().flatten());
    selection.is_some_and(|selection| !selection.is_collapsed())
}

/// Opens a modal dialog, or closes it.
pub fn set_dialog(node: &NodeRef, open: bool) {
    let Some(dialog) = node.cast::<HtmlDialogElement>() else { return };
    if !open {
        dialog.close();
    } else if !dialog.open() {
        let shown = dialog.show_modal();
        drop(shown);
    }
}

/// Whether an event's target is the element itself and not a descendant.
pub fn is_target(event: &Event, node: &NodeRef) -> bool {
    match (element_of(event), node.cast::<Element>()) {
        (Some(target), Some(element)) => target == element,
        _ => false,
    }
}

/// A group of table rows, with its position.
#[derive(Clone, Copy, Debug)]
pub struct RowGroup {
    /// Its distance from the top of the viewport, in pixels.
    pub top: f64,
    /// Its height, in pixels.
    pub height: f64,
    /// How many chunks of rows it replaces, if these are not drawn.
    pub n_undrawn: Option<usize>,
}

/// The groups of rows of the table, if there is one.
pub fn row_groups() -> Vec<RowGroup> {
    let mut next = document().and_then(|document| document.query_selector(".table tbody").ok().flatten());
    let mut groups = Vec::new();
    while let Some(body) = next {
        let lies = body.get_bounding_client_rect();
        let n_undrawn = body.get_attribute("data-undrawn").and_then(|n| n.parse().ok());
        groups.push(RowGroup { top: lies.top(), height: lies.height(), n_undrawn });
        next = body.next_element_sibling();
    }
    groups
}

/// The delay until the page is drawn after a click, in milliseconds.
const PRINT_AFTER: u32 = 200;

/// Calls back at each event of the window of one kind, such as `scroll`.
pub fn on_event(kind: &'static str, callback: impl Fn() + 'static) -> Option<Listener> {
    web_sys::window().map(|window| Listener::new(&window, kind, Box::new(move |_| callback())))
}

/// Takes the text of a submitted form's field and clears the field. Nothing is sent.
pub fn submitted(event: &Event) -> Option<String> {
    event.prevent_default();
    let form: HtmlElement = event.target()?.dyn_into().ok()?;
    let field = form.query_selector("input:not([type=file]), textarea").ok()??;
    if let Some(area) = field.dyn_ref::<HtmlTextAreaElement>() {
        let written = area.value();
        area.set_value("");
        return Some(written);
    }
    let field: &HtmlInputElement = field.dyn_ref()?;
    let written = field.value();
    field.set_value("");
    Some(written)
}

/// Opens the browser's print dialog after the next redraw.
pub fn print() {
    let print = || web_sys::window().into_iter().for_each(|window| drop(window.print()));
    gloo_timers::callback::Timeout::new(PRINT_AFTER, print).forget();
}

/// Calls back when the page is scrolled or resized.
pub fn on_scroll(moved: impl Fn() + Clone + 'static) -> [Option<Listener>; 2] {
    ["scroll", "resize"].map(|kind| {
        let moved = moved.clone();
        web_sys::window().map(|window| Listener::new(&window, kind, Box::new(move |_| moved())))
    })
}

/// Up to here the bar at the top is near, in pixels.
const NEAR_TOP: f64 = 200.0;

/// A move of no more than this has no direction, in pixels.
const SMALL_MOVE: f64 = 8.0;

/// Marks the page while the reader scrolls down: the sticky bars then hide, and come back on scrolling up.
///
/// The browser scrolls too, to keep the lines in view in place when something above them changes its height. Such a
/// move is as long as that change and is nobody's direction.
pub fn note_direction() -> Option<Listener> {
    let window = web_sys::window()?;
    let root = window.document()?.document_element()?;
    let (of, last) = (window.clone(), Cell::new(None));
    let moved = move |_| {
        let (now, height) = (of.scroll_y().unwrap_or_default(), f64::from(root.scroll_height()));
        let (then, height_then) = last.get().unwrap_or((0.0, height));
        let by = now - then;
        if by.abs() <= SMALL_MOVE {
            return;
        }
        last.set(Some((now, height)));
        let by_reader = by - (height - height_then);
        if now <= NEAR_TOP {
            mark("going", "top");
        } else if by.min(by_reader) > SMALL_MOVE {
            mark("going", "down");
        } else if by.max(by_reader) < -SMALL_MOVE {
            mark("going", "up");
        }
    };
    Some(Listener::new(&window, "scroll", Box::new(moved)))
}

/// Calls back with the id of an element that was `hidden="until-found"` and that the browser's search has revealed.
pub fn on_unhidden(unhidden: impl Fn(String) + 'static) -> Option<Listener> {
    let heard = move |event: Event| unhidden(element_of(&event).map(|element| element.id()).unwrap_or_default());
    Some(Listener::new(&document()?.into(), "beforematch", Box::new(heard)))
}

/// Closes menus on a click outside, on a click on an item, and on Escape, which focuses the menu's button.
pub fn close_menus() -> [Option<Listener>; 2] {
    let close = |except: Option<Element>| {
        let mut open = document().and_then(|document| document.query_selector("details.menu[open]").ok().flatten());
        open.take_if(|menu| except.as_ref() == Some(menu));
        if let Some(menu) = &open {
            let closed = menu.remove_attribute("open");
            drop(closed);
        }
        open
    };
    let clicked = move |event: Event| {
        let stays = within(&event, "summary, select");
        let menu = element_of(&event).and_then(|element| element.closest("details.menu").ok().flatten());
        close(menu.filter(|_| stays));
    };
    let pressed = move |event: Event| {
        if is_escape(&event)
            && let Some(menu) = close(None)
            && let Ok(Some(button)) = menu.query_selector("summary")
        {
            focus(&button);
        }
    };
    let window = web_sys::window();
    let listener = |kind, heard| window.as_ref().map(|window| Listener::new(window, kind, heard));
    [listener("click", Box::new(clicked)), listener("keydown", Box::new(pressed))]
}

/// Resets a list to its first option, which is its label.
pub fn reset_list(event: &Event) {
    if let Some(element) = element_of(event)
        && let Some(list) = element.dyn_ref::<HtmlSelectElement>()
    {
        list.set_value("");
    }
}

/// The value of an event's field.
pub fn value_of(event: &Event) -> String {
    let Some(target) = event.target() else { return String::new() };
    match target.dyn_ref::<HtmlSelectElement>() {
        Some(list) => list.value(),
        None => match target.dyn_ref::<HtmlTextAreaElement>() {
            Some(area) => area.value(),
            None => target.dyn_ref::<HtmlInputElement>().map(HtmlInputElement::value).unwrap_or_default(),
        },
    }
}
