//! The page: mounts the explorer where the page's own markup has left room for it.

use dispositif::library::bundled;
use dispositif::ui::browser::{Listener, words};
use dispositif::ui::state::Shelf;
use dispositif::ui::{App, AppProps};

/// A third as large as the one that Rust brings along.
#[cfg(target_arch = "wasm32")]
#[global_allocator]
static ALLOCATOR: rlsf::SmallGlobalTlsf = rlsf::SmallGlobalTlsf::new();

fn main() {
    let Some(window) = web_sys::window() else { return };
    let document = window.document();
    // Without its place in the page there is nothing to explore in, and the text that stands there stays.
    let element = |id| document.as_ref().and_then(|document| document.get_element_by_id(id));
    let (Some(place), Some(text)) = (element("app"), element("static-text")) else { return };
    // Other words than those that the bundle speaks of: the text stays, and scripts/boot.js says that this failed.
    let Some(mut library) = bundled(&text.text_content().unwrap_or_default()) else { return };
    let words = words::wanted();
    if let Ok(words) = words {
        library.glossary.name_in_english(&words.names);
    }
    let mut start = Some(AppProps { shelf: Shelf::new(library), words });
    // Drawn when scripts/boot.js first says so, in a task of its own: what is done at once on a phone keeps it from
    // answering.
    let draw = move |_| {
        if let Some(start) = start.take() {
            yew::Renderer::<App>::with_root_and_props(place.clone(), start).render();
        }
    };
    std::mem::forget(Listener::new(&window, "draw", Box::new(draw)));
}
