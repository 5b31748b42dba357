//! The page: mounts the explorer where the page's own markup has left room for it.

use dispositif::library::bundled;
use dispositif::ui::state::Shelf;
use dispositif::ui::{App, AppProps};

fn main() {
    let document = web_sys::window().and_then(|window| window.document());
    // Without its place in the page there is nothing to explore in, and the text that stands there stays.
    let Some(place) = document.and_then(|document| document.get_element_by_id("app")) else { return };
    // Other words than those that the bundle speaks of: the text stays, and scripts/boot.js says that this failed.
    let Some(library) = bundled(&place.text_content().unwrap_or_default()) else { return };
    let shelf = Shelf::new(library);
    yew::Renderer::<App>::with_root_and_props(place, AppProps { shelf }).render();
}
