use crate::i18n;
use crate::model::Language;
use crate::ui::browser::{history, page};
use crate::ui::controls::hints;
use crate::ui::state::{Act, Panel, SEARCH, Scene};
use yew::prelude::*;

/// The bar at the top: the name, the search box, the language, the help.
pub fn bar(scene: &Scene) -> Html {
    let texts = scene.texts();
    let others = Language::ALL.into_iter().filter(|language| *language != texts.language);
    let other = |language: Language| {
        html! {
            <button type="button" class="quiet" lang={language.code()} onclick={scene.click(Act::Speak(language))}>
                {i18n::texts(language).language_name}
            </button>
        }
    };
    html! {
        <header class="bar">
            <p class="brand">{"Dispositif"}</p>
            {search(scene)}
            {(!scene.wide).then(|| html! {
                <button type="button" class="open-filters" aria-haspopup="dialog"
                    onclick={scene.click(Act::Open(Some(Panel::Filters)))}>
                    {match scene.address.query.choices.len() {
                        0 => texts.filters.to_owned(),
                        n => texts.open_filters.with(&n.to_string()),
                    }}
                </button>
            })}
            <div class="tools">
                <div role="group" aria-label={texts.interface_language}>{for others.map(other)}</div>
                <button type="button" class="quiet" aria-haspopup="dialog"
                    onclick={scene.click(Act::Open(Some(Panel::Help)))}>{texts.help}</button>
            </div>
        </header>
    }
}

/// The search box. What is typed is asked at once.
fn search(scene: &Scene) -> Html {
    let texts = scene.texts();
    let typed = scene.tell.reform(|event: InputEvent| Act::Search(page::value_of(&event)));
    // Browsers limit how often an address may be written: when the typing is over, it is written once more.
    let settled = {
        let state = scene.state.clone();
        Callback::from(move |_: Event| history::write(&state.address, false))
    };
    let pressed = Callback::from(|event: KeyboardEvent| {
        if event.key() == "Escape" {
            page::blur();
        }
    });
    let submitted = Callback::from(|event: SubmitEvent| event.prevent_default());
    html! {
        <form class="search" role="search" onsubmit={submitted}>
            <label for={SEARCH}>{texts.search}</label>
            <input id={SEARCH} type="search" value={scene.address.query.text.clone()} oninput={typed}
                onchange={settled} onkeydown={pressed} placeholder={texts.search}
                aria-describedby="search-hints" aria-keyshortcuts="/" enterkeyhint="search" autocomplete="off"
                spellcheck="false" />
            <dl id="search-hints">{hints(texts)}</dl>
        </form>
    }
}
