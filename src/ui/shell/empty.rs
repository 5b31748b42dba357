use crate::query::Query;
use crate::ui::state::{Act, Scene};
use yew::prelude::*;

/// What to do when nothing matches: which choice to take back, and what that would leave.
pub fn empty(scene: &Scene) -> Html {
    if !scene.results.asked || scene.results.answer.n_clauses > 0 {
        return Html::default();
    }
    let texts = scene.texts();
    let query = &scene.address.query;
    let mut ways: Vec<(String, Query)> = Vec::new();
    for choice in &query.choices {
        let mut without = query.clone();
        without.release(choice.facet, &choice.value);
        ways.push((scene.shelf.label(choice.facet, &choice.value, texts), without));
    }
    let words = query.text.trim();
    if !words.is_empty() {
        ways.push((words.to_owned(), Query { text: String::new(), ..query.clone() }));
    }
    let way = |(label, query): (String, Query)| {
        let n = scene.shelf.index().ask(&query).n_clauses;
        html! {
            <li>
                <button type="button" class="toggle" onclick={scene.click(Act::Ask(query))}>
                    {texts.without_choice.with_all(&[&label, &texts.n_clauses(n)])}
                </button>
            </li>
        }
    };
    html! {
        <div class="empty">
            <p>{texts.nothing_found}</p>
            <ul>{for ways.into_iter().map(way)}</ul>
        </div>
    }
}
