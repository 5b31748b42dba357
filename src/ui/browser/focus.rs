//! Focus management: the focus is restored after a redraw, and arrow keys move it through long lists.

use super::page::{document, element, focus, scroll_into};
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, HtmlElement, KeyboardEvent, ScrollLogicalPosition};

/// The focus before a redraw, which may remove the focused element.
pub struct FocusNote {
    /// Its index among the chips.
    chip: Option<usize>,
    /// The ids of fallback elements, the nearest first.
    ids: Vec<String>,
}

impl FocusNote {
    /// The current focus, if any.
    pub fn now() -> Option<Self> {
        let active = active()?;
        let chips = active.closest(".chips").ok().flatten();
        let chip = chips.map(|_| {
            let mut before = active.closest("li").ok().flatten().and_then(|item| item.previous_element_sibling());
            let mut n = 0;
            while let Some(sibling) = before {
                n += 1;
                before = sibling.previous_element_sibling();
            }
            n
        });
        let mut ids = Vec::new();
        let mut next = Some(active);
        while let Some(element) = next {
            // From the analysis of a clause, the focus returns to the clause.
            let clause = element.query_selector(":scope > p > .clause[aria-current]").ok().flatten();
            ids.extend(clause.map(|clause| clause.id()));
            ids.push(element.id());
            next = element.parent_element();
        }
        ids.retain(|id| !id.is_empty());
        Some(Self { chip, ids })
    }

    /// Moves the focus to a fallback element if the focused one is gone.
    pub fn restore(&self) {
        if active().is_some() {
            return;
        }
        if let Some(chip) = self.chip {
            let place = |n: usize| [".chips li:nth-child(", &n.to_string(), ") button"].concat();
            let found = [chip + 1, chip].into_iter().find_map(|n| query(&place(n)));
            if let Some(found) = found {
                return focus(&found);
            }
        }
        for id in &self.ids {
            let Some(element) = element(id) else { continue };
            let phrase =
                element.query_selector(".phrase").ok().flatten().filter(|_| element.class_name() == "clause");
            let can_have_it = phrase.or_else(|| element.has_attribute("tabindex").then_some(element));
            if let Some(element) = can_have_it {
                return focus(&element);
            }
        }
    }
}

/// The focused element; none if it is the page itself.
fn active() -> Option<Element> {
    document()?.active_element().filter(|element| element.tag_name() != "BODY")
}

fn query(selector: &str) -> Option<Element> {
    document()?.query_selector(selector).ok()?
}

/// Moves through the rows of a list with the arrow keys, Home and End; left and right within a row.
pub fn rove(event: &Event) {
    let Some(key) = event.dyn_ref::<KeyboardEvent>().map(KeyboardEvent::key) else { return };
    let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    let Some(target) = target.filter(|target| target.tag_name() == "BUTTON") else { return };
    let Ok(Some(row)) = target.closest(".row") else { return };
    let Ok(Some(list)) = row.closest("[role=toolbar]") else { return };
    let Ok(rows) = list.query_selector_all(".row") else { return };
    let at = (0..rows.length()).find(|at| rows.get(*at).as_ref() == Some(row.as_ref())).unwrap_or_default();
    let choose = |at: Option<u32>| {
        let row = rows.get(at?)?.dyn_into::<Element>().ok()?;
        row.query_selector(".choose").ok().flatten()
    };
    let is_rtl = query("html[dir=rtl]").is_some();
    let to = match key.as_str() {
        "ArrowDown" => choose(Some(at + 1)),
        "ArrowUp" => choose(at.checked_sub(1)),
        "Home" => choose(Some(0)),
        "End" => choose(rows.length().checked_sub(1)),
        "ArrowRight" | "ArrowLeft" if (key == "ArrowRight") != is_rtl => target.next_element_sibling(),
        "ArrowRight" | "ArrowLeft" => target.previous_element_sibling(),
        _ => return,
    };
    event.prevent_default();
    if let Some(button) = to {
        focus(&button);
        scroll_into(&button, ScrollLogicalPosition::Nearest);
    }
}

/// Moves from the focused element of a selector to the next or the previous one with the up and down arrow keys.
pub fn walk(event: &Event, selector: &str) {
    let Some(key) = event.dyn_ref::<KeyboardEvent>().map(KeyboardEvent::key) else { return };
    let Some(Ok(all)) = document().map(|document| document.query_selector_all(selector)) else { return };
    let now = active();
    let at = (0..all.length()).find(|at| all.get(*at).as_ref() == now.as_deref());
    let to = match key.as_str() {
        "ArrowDown" => at.map(|at| at + 1),
        "ArrowUp" => at.and_then(|at| at.checked_sub(1)),
        _ => return,
    };
    if let Some(element) = to.and_then(|to| all.get(to)).and_then(|node| node.dyn_into::<Element>().ok()) {
        event.prevent_default();
        focus(&element);
        scroll_into(&element, ScrollLogicalPosition::Nearest);
    }
}

/// From the search field of a list, the arrow key goes to its first value; Enter chooses it if there is no other.
pub fn enter_list(event: &Event) {
    let Some(key) = event.dyn_ref::<KeyboardEvent>().map(KeyboardEvent::key) else { return };
    let field = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    let Some(Ok(Some(list))) = field.map(|field| field.closest(".facet")) else { return };
    let Ok(values) = list.query_selector_all(".choose:not([aria-disabled])") else { return };
    let first = values.get(0).and_then(|first| first.dyn_into::<HtmlElement>().ok());
    let Some(first) = first.filter(|_| key == "ArrowDown" || key == "Enter") else { return };
    event.prevent_default();
    if key == "Enter" && values.length() == 1 {
        first.click();
    } else {
        focus(&first);
        scroll_into(&first, ScrollLogicalPosition::Nearest);
    }
}

/// The key of an event's row.
pub fn row_of(event: &Event) -> Option<String> {
    let target = event.target()?.dyn_into::<Element>().ok()?;
    target.closest(".row").ok()??.get_attribute("data-key")
}
