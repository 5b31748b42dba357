use crate::i18n::Texts;
use crate::model::{Reference, Resolution};
use yew::prelude::*;

/// What a resolution bears at its head: organ, symbol, session, meeting and date, and its title.
pub fn masthead(document: &Resolution, texts: &Texts) -> Html {
    let symbol = document.symbol.as_str();
    // These words are the interface's; only the meeting's and the title's are the document's.
    let lang = texts.language.code();
    let session = document.session.map(|n| (texts.session)(n));
    let meeting = document.meeting.as_ref().map(|meeting| html! { <span>{&meeting.text}</span> });
    let adopted = document.adopted.map(|day| {
        html! { <time datetime={day.to_string()} {lang}>{texts.date(day)}</time> }
    });
    html! {
        <header class="masthead">
            <p class="organ" {lang}>{(texts.organ)(document.organ)}</p>
            <p class="symbol">
                <a href={Reference::url(&document.symbol, document.language)} rel="noopener noreferrer"
                    title={texts.at_the_un.with(symbol)}>{symbol}</a>
            </p>
            <p class="meeting">
                {session.map(|session| html! { <span {lang}>{session}</span> })}
                {meeting}
                {adopted}
            </p>
            <h1>{if document.title.is_empty() { symbol } else { &document.title }}</h1>
        </header>
    }
}
