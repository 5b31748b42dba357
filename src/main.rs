//! The page: mounts the explorer in its element of `index.html`.

use dispositif::library::{Library, bundled};
use dispositif::ui::browser::{Listener, locale};
use dispositif::ui::state::Corpus;
use dispositif::ui::{App, AppProps};

/// A third of the size of Rust's default allocator.
#[cfg(target_arch = "wasm32")]
#[global_allocator]
static ALLOCATOR: rlsf::SmallGlobalTlsf = rlsf::SmallGlobalTlsf::new();

fn main() {
    let Some(window) = web_sys::window() else { return };
    let place = window.document().and_then(|document| document.get_element_by_id("app"));
    // Without that element, or with files of different versions, the static text stays, and scripts/boot.js says why.
    let Some(place) = place else { return };
    // scripts/boot.js dispatches an event for each step, in separate tasks, as long as an element is marked as incomplete:
    // one long task would block a phone. The interface's texts are loaded by then.
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

/// The steps of the start.
enum Start {
    Packed,
    Unpacked(Library),
    Indexed(Corpus),
    /// The page is drawn, or cannot be.
    Over,
}
