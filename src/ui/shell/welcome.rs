use crate::address::{Address, View};
use crate::i18n::{Blank, lower_first};
use crate::model::{ActorId, TopicId};
use crate::query::{Choice, Facet, Query, Value};
use crate::ui::controls::link;
use crate::ui::markup::{El, button, el};
use crate::ui::state::{UiAction, ViewContext};

/// Suggested questions for a reader who has not asked one yet. They come from the document.
pub fn welcome(cx: &ViewContext) -> Option<El> {
    if cx.welcome_put_away || cx.results.asked || cx.address.view != View::Text {
        return None;
    }
    let texts = cx.texts();
    let mut list = el("ul");
    for Question { said, facet, value, name } in questions(cx) {
        let choices = vec![Choice { facet, value: value.key.clone(), excluded: false }];
        let query = Query { choices, ..Query::default() };
        let n = texts.n_clauses(cx.corpus.ask(&query, &cx.address).n_clauses);
        let link = link(cx, Address { query, ..cx.address.clone() });
        let (before, after) = said.around();
        let name = el("bdi").maybe("lang", cx.corpus.foreign(facet, &value.key, texts)).text(name);
        let link = link.text(before).with(name).text(after);
        list = list.with(el("li").with(link).text(" ").with(el("small").text(n)));
    }
    let library = link(cx, Address { view: View::Library, ..cx.address.clone() }).text(texts.intake.open_files);
    let close = button(texts.welcome_close, cx.callback(UiAction::DismissWelcome)).attr("class", "quiet");
    let section = el("section")
        .attr("class", "welcome")
        .attr("aria-labelledby", "welcome")
        .with(el("p").attr("class", "welcome-title").attr("id", "welcome").text(texts.welcome))
        .with(el("p").text(texts.page.unofficial))
        .with(el("p").text(texts.page.clause_is))
        .with(list)
        .with(el("div").attr("class", "welcome-foot").with(library).with(close));
    Some(section)
}

/// A question about a value: the sentence, and the name that fills its blank.
struct Question<'s> {
    said: Blank,
    facet: Facet,
    value: &'s Value,
    name: String,
}

/// The two most frequent addressees, and the most frequent topic.
fn questions(cx: &ViewContext) -> Vec<Question<'_>> {
    let texts = cx.texts();
    let values = |facet: Facet| {
        let found = cx.corpus.index().facets().find(|values| values.facet == facet);
        found.map(|values| values.values.as_slice()).unwrap_or_default()
    };
    let mut questions = Vec::new();
    for value in values(Facet::Actor).iter().take(2) {
        if let Some(actor) = cx.corpus.glossary().actor(&ActorId::from(value.key.as_str())) {
            let (said, name) = texts.question_actor(actor);
            questions.push(Question { said, facet: Facet::Actor, value, name: name.to_owned() });
        }
    }
    if let Some(value) = values(Facet::Topic).first() {
        // Subtopics are more specific than their parent.
        let value = value.children.first().unwrap_or(value);
        if let Some(topic) = cx.corpus.glossary().topic(&TopicId::from(value.key.as_str())) {
            let name = lower_first(topic.name.get(texts.language.names()));
            questions.push(Question { said: texts.question_topic, facet: Facet::Topic, value, name });
        }
    }
    questions
}
