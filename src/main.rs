//! The page: mounts the explorer where the page's own markup has left room for it.

use dispositif::library::bundled;
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
    let (Some(place), Some(library)) = (place, bundled()) else { return };
    let mut corpus = Some(Corpus::new(library));
    // scripts/boot.js asks for each step of the first drawing, in a task of its own: one long task would keep a phone
    // from answering. The texts are there by then.
    let draw = move |_| {
        if let Some(corpus) = corpus.take()
            && let Some(texts) = locale::loaded()
        {
            yew::Renderer::<App>::with_root_and_props(place.clone(), AppProps { corpus, texts }).render();
        }
    };
    std::mem::forget(Listener::new(&window, "draw", Box::new(draw)));
}
