use crate::address::Rest;
use crate::ui::controls::switch;
use crate::ui::state::{Act, Scene};
use yew::prelude::*;

/// How much was found, the way from match to match, and what becomes of the rest.
pub fn found(scene: &Scene) -> Html {
    let texts = scene.texts();
    let results = &scene.results;
    let clauses = texts.n_clauses(results.answer.n_clauses);
    let paragraphs = texts.count(results.answer.n_paragraphs as usize, texts.paragraphs);
    let words = texts.found.with_all(&[&clauses, &paragraphs]);
    let step = |forward, name: &'static str, key: &'static str, class: &'static str| {
        html! {
            <button type="button" {class} aria-label={name} title={name} aria-keyshortcuts={key}
                onclick={scene.click(Act::Match { forward })}></button>
        }
    };
    let rest = |rest: Rest| {
        let label = match rest {
            Rest::Shown => texts.rest_shown,
            Rest::Dimmed => texts.rest_dimmed,
            Rest::Hidden => texts.rest_hidden,
        };
        (rest.key(), label, Act::Rest(rest))
    };
    html! {
        <div class="found" data-asked={results.asked.then_some("")}>
            <p role="status">{words}</p>
            {results.asked.then(|| html! {
                <>
                    <div class="steps">
                        {step(false, texts.previous_match, "p", "previous")}
                        {step(true, texts.next_match, "n", "next")}
                    </div>
                    {switch(scene, "rest", texts.rest, scene.address.rest.key(), Rest::ALL.map(rest).into())}
                </>
            })}
        </div>
    }
}
