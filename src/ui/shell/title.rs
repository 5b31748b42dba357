use super::views::name;
use crate::address::View;
use crate::ui::state::State;

/// The values and words that are asked for.
pub fn asked_words(state: &State) -> String {
    let query = &state.address.query;
    let mut asked = String::new();
    let labels = query.choices.iter().filter(|choice| !choice.excluded);
    let labels = labels.map(|choice| state.corpus.label(choice.facet, &choice.value, state.texts));
    for word in labels.chain([query.text.trim().to_owned()]).filter(|word| !word.is_empty()) {
        asked.extend([if asked.is_empty() { "" } else { state.texts.comma }, &word]);
    }
    asked
}

/// The window's title: the question, the view, the document. It distinguishes bookmarks and history entries.
pub fn title(state: &State) -> String {
    let asked = asked_words(state);
    let view = if state.address.view == View::Text { "" } else { name(state.address.view, state.texts) };
    let document = state.document();
    let symbol = document.as_ref().map(|document| document.symbol.as_str()).unwrap_or_default();
    let mut title = String::new();
    for part in [&asked, view, symbol, state.texts.window].into_iter().filter(|part| !part.is_empty()) {
        title.extend([if title.is_empty() { "" } else { " – " }, part]);
    }
    title
}
