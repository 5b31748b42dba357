use super::views::name;
use crate::address::View;
use crate::ui::state::State;

/// The window's title: the question, the view, the document. It distinguishes bookmarks and history entries.
pub fn title(state: &State) -> String {
    let asked = state.asked_words();
    let view = if state.address.view == View::Text { "" } else { name(state.address.view, state.texts) };
    let document = state.document();
    let symbol = document.as_ref().map(|document| document.symbol.as_str()).unwrap_or_default();
    let mut title = String::new();
    for part in [&asked, view, symbol, state.texts.window].into_iter().filter(|part| !part.is_empty()) {
        title.extend([if title.is_empty() { "" } else { " – " }, part]);
    }
    title
}
