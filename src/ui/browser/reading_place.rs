//! Keeps what is at the top of the viewport there when the page gets another width, as when a phone is turned.

use super::page::{self, document};
use super::{DelayedCall, Listener, call_after};
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use web_sys::Element;

/// The delay between the last scroll event and noting the place, in milliseconds: longer than placing it takes.
const SCROLLED: u32 = 150;

/// When the place is restored after a change of width, in milliseconds: when the browser has laid the page out, and when
/// the bars at the top have settled.
const RESTORED: [u32; 2] = [0, 60];

/// An element, and how much of it is above the line below the bars, as a share of its height.
struct ReadingPlace {
    element: Element,
    above: f64,
}

/// Starts to keep the place.
pub fn keep_place() -> [Option<Listener>; 2] {
    let Some(window) = web_sys::window() else { return [None, None] };
    let place: Rc<RefCell<Option<ReadingPlace>>> = Rc::default();
    let (noted, pending) = (Rc::clone(&place), RefCell::<Option<DelayedCall>>::default());
    let scrolled = move || {
        let noted = Rc::clone(&noted);
        let note = call_after(SCROLLED, move || drop(noted.replace(place_now())));
        pending.replace(Some(note));
    };
    let last = Cell::new(window.inner_width().ok());
    let resized = move || {
        let width = window.inner_width().ok();
        if last.replace(width.clone()) != width && place.borrow().is_some() {
            for after in RESTORED {
                let place = Rc::clone(&place);
                call_after(after, move || place.borrow().iter().for_each(restore)).forget();
            }
        }
    };
    [page::on_event("scroll", scrolled), page::on_event("resize", resized)]
}

/// The least distance of the place from the top of the viewport, in pixels: on a narrow page the bars at the top come and go
/// as the reader scrolls, and are hardly higher.
const LEAST: f64 = 140.0;

/// The line below the bars at the top.
fn top() -> Option<f64> {
    let bars = document()?.query_selector("main > .head").ok()??;
    Some(bars.get_bounding_client_rect().bottom().max(LEAST))
}

/// The paragraph, row or item at the top of the viewport; none at the beginning of the page.
fn place_now() -> Option<ReadingPlace> {
    let main = document()?.query_selector("main").ok()??.get_bounding_client_rect();
    if web_sys::window()?.scroll_y().ok()? <= 0.0 {
        return None;
    }
    let (top, middle) = (top()?, main.left() + main.width() / 2.0);
    // There may be a gap between two paragraphs, or the head of a table.
    let element = [4.0, 28.0, 52.0, 100.0].into_iter().find_map(|below| {
        let found = document()?.element_from_point(middle as f32, (top + below) as f32)?;
        found.closest("main :is(p, h2, h3, tbody tr, li, dl > div, figure)").ok()?
    })?;
    let lies = element.get_bounding_client_rect();
    Some(ReadingPlace { above: (top - lies.top()) / lies.height().max(1.0), element })
}

fn restore(place: &ReadingPlace) {
    // Content outside the viewport has an estimated height.
    page::mark("whole", "");
    let lies = place.element.get_bounding_client_rect();
    if let (Some(top), Some(window)) = (top(), web_sys::window())
        && place.element.is_connected()
    {
        window.scroll_by_with_x_and_y(0.0, lies.top() + place.above * lies.height() - top);
    }
}
