use crate::i18n::{Texts, UiLanguage};
use crate::model::{Date, Reference, Resolution};
use crate::ui::markup::{El, el};

/// The head of a resolution: organ, symbol, session, meeting and date, and its title, or `name` if it has none.
pub fn masthead(document: &Resolution, name: &str, texts: &Texts) -> El {
    let symbol = document.symbol.as_str();
    let own = UiLanguage::from(document.language);
    let organ = document.body().map(|body| el("p").attr("class", "organ").text(texts.organ(body)));
    let link = (!symbol.is_empty()).then(|| {
        let link = el("a")
            .attr("href", Reference::url(&document.symbol, document.language))
            .attr("rel", "noopener noreferrer")
            .attr("title", texts.at_the_un.with(symbol))
            .text(symbol.to_owned());
        el("p").attr("class", "symbol").with(link)
    });
    let session = document.session.map(|n| el("bdi").text(texts.session(n)));
    // The document's own words are more precise than the number, for those who read its language.
    let meeting = document.meeting.as_ref().map(|meeting| match meeting.number.filter(|_| own != texts.language) {
        Some(n) => el("bdi").text(texts.meeting(n)),
        None => el("bdi").attr("lang", own.code()).text(meeting.text.clone()),
    });
    let date = |day: Date| el("time").attr("datetime", day.iso()).text(texts.date(day));
    let adopted = document.adopted.map(|day| el("bdi").with(date(day)));
    // Each fact is isolated and the dots between them belong to the line, since French text in an Arabic line has the opposite
    // direction.
    let mut said = el("p").attr("class", "meeting");
    for (n, fact) in session.into_iter().chain(meeting).chain(adopted).enumerate() {
        said = said.text(if n == 0 { "" } else { " · " }).with(fact);
    }
    let title = if document.title.is_empty() { name } else { &document.title };
    // These words are in the interface's language, the title is in the document's.
    el("header")
        .attr("class", "masthead")
        .attr("lang", texts.language.code())
        .attr("dir", texts.language.direction())
        .with_each(organ)
        // For copied text.
        .text(" ")
        .with_each(link)
        .with(said)
        .with(el("h1").attr("lang", own.code()).attr("dir", own.direction()).text(title.to_owned()))
        .with_each((!symbol.is_empty()).then(|| tongues(document, texts)))
}

/// The language of the text, if it is not the interface's, and links to the official text in each language.
fn tongues(document: &Resolution, texts: &Texts) -> El {
    let page = &texts.page;
    let own = UiLanguage::from(document.language);
    let name = |language: UiLanguage, tag| el(tag).attr("lang", language.code()).text(language.name());
    let line = el("p").attr("class", "tongues");
    let line = if own == texts.language {
        line
    } else {
        let (before, after) = page.text_language.around();
        line.text(before).with(name(own, "bdi")).text(after).text(" ")
    };
    let mut line = line.text(page.official_texts);
    for language in UiLanguage::ALL {
        let link = name(language, "a")
            .attr("hreflang", language.code())
            .attr("rel", "noopener noreferrer")
            .attr("href", Reference::url(&document.symbol, language.names()));
        line = line.text(" ").with(link);
    }
    line
}
