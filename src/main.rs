//! The page: mounts the explorer where the page's own markup has left room for it.

use dispositif::library::{Library, bundled};
use dispositif::ui::browser::{Listener, locale};
use dispositif::ui::state::Corpus;
use dispositif::ui::{App, AppProps};

/// A third as large as the one that Rust brings along.
#[cfg(target_arch = "wasm32")]
#[global_allocator]
static ALLOCATOR: rlsf::SmallGlobalTlsf = rlsf::SmallGlobalTlsf::new();

fn main() {
    let Some(window) = web_sys::window() else { return };
    let place = window.document().and_then(|document| document.get_element_by_id("app"));
    // Without a place, or with a file of another version, the static text stays, and scripts/boot.js says why.
    let Some(place) = place else { return };
    // scripts/boot.js asks for each step of the start, in a task of its own, as long as something is marked as being
    // drawn: one long task would keep a phone from answering. The texts are there by then.
    let mut start = Start::Packed;
    let draw = move |_| {
        start = match std::mem::replace(&mut start, Start::Over) {
            Start::Packed => bundled().map_or(Start::Over, Start::Unpacked),
            Start::Unpacked(library) => Start::Indexed(Corpus::new(library)),
            Start::Indexed(corpus) => {
                if let Some(texts) = locale::loaded() {
                    yew::Renderer::<App>::with_root_and_props(place.clone(), AppProps { corpus, texts }).render();
                }
                Start::Over
            }
            Start::Over => Start::Over,
        };
        if matches!(start, Start::Over) {
            let removed = place.remove_attribute("data-drawing");
            drop(removed);
        }
    };
    std::mem::forget(Listener::new(&window, "draw", Box::new(draw)));
}

/// What becomes of the bundled documents, step by step.
enum Start {
    Packed,
    Unpacked(Library),
    Indexed(Corpus),
    /// They are drawn, or cannot be.
    Over,
}
