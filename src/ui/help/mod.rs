//! What the page can do, for those who ask.

use crate::i18n::Texts;
use crate::ui::controls::hints;
use yew::prelude::*;

/// The help: how to filter, how to search, the keys, what the labels are worth.
pub fn help(texts: &'static Texts) -> Html {
    let keys = [
        ("/", texts.key_search),
        ("n p", texts.key_matches),
        ("j k", texts.key_paragraphs),
        ("f", texts.key_filters),
        ("Esc", texts.key_escape),
        ("?", texts.key_help),
    ];
    let key = |(keys, meaning): (&'static str, &'static str)| {
        html! {
            <div>
                <dt>{for keys.split(' ').map(|key| html! { <kbd>{key}</kbd> })}</dt>
                <dd>{meaning}</dd>
            </div>
        }
    };
    html! {
        <>
            <h3>{texts.help_filters}</h3>
            <p>{texts.help_filters_text}</p>
            <h3>{texts.search}</h3>
            <dl>{hints(texts)}</dl>
            <h3>{texts.keys}</h3>
            <dl>{for keys.into_iter().map(key)}</dl>
            <h3>{texts.help_labels}</h3>
            <p>{texts.help_labels_text}</p>
        </>
    }
}
