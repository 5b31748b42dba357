use crate::address::{Address, View};
use crate::i18n::{Blank, lower_first};
use crate::model::{ActorId, TopicId};
use crate::query::{Choice, Facet, Query, Value};
use crate::ui::controls::link;
use crate::ui::markup::{El, button, el};
use crate::ui::state::{Act, Scene};

/// Questions to begin with, for a reader who has asked nothing yet. They come from the document itself.
pub fn welcome(scene: &Scene) -> Option<El> {
    if scene.welcome_put_away || scene.results.asked || scene.address.view != View::Text {
        return None;
    }
    let texts = scene.texts();
    let mut list = el("ul");
    for Question { said, facet, value, name } in questions(scene) {
        let choices = vec![Choice { facet, value: value.key.clone(), excluded: false }];
        let query = Query { choices, ..Query::default() };
        let n = texts.n_clauses(scene.shelf.index().ask(&query, None).n_clauses);
        let link = link(scene, Address { query, ..scene.address.clone() });
        let (before, after) = said.around();
        let name = el("span").maybe("lang", scene.shelf.foreign(facet, &value.key, texts)).text(name);
        let link = link.text(before).with(name).text(after);
        list = list.with(el("li").with(link).text(" ").with(el("small").text(n)));
    }
    let section = el("section")
        .attr("class", "welcome")
        .attr("aria-labelledby", "welcome")
        .with(el("h2").attr("id", "welcome").text(texts.welcome))
        .with(el("p").text(texts.welcome_text))
        .with(list)
        .with(button(texts.welcome_close, scene.will(Act::PutWelcomeAway)).attr("class", "quiet"));
    Some(section)
}

/// A question about a value: the sentence, and the name that fills its blank.
struct Question<'s> {
    said: Blank,
    facet: Facet,
    value: &'s Value,
    name: String,
}

/// The two actors who are asked the most, and the topic that is dealt with the most.
fn questions(scene: &Scene) -> Vec<Question<'_>> {
    let texts = scene.texts();
    let values = |facet: Facet| {
        let found = scene.shelf.index().facets().find(|values| values.facet == facet);
        found.map(|values| values.values.as_slice()).unwrap_or_default()
    };
    let mut questions = Vec::new();
    for value in values(Facet::Actor).iter().take(2) {
        if let Some(actor) = scene.shelf.glossary().actor(&ActorId::from(value.key.as_str())) {
            let (said, name) = texts.question_actor(actor);
            questions.push(Question { said, facet: Facet::Actor, value, name: name.to_owned() });
        }
    }
    if let Some(value) = values(Facet::Topic).first() {
        // The topics beneath say more than the one above them.
        let value = value.children.first().unwrap_or(value);
        if let Some(topic) = scene.shelf.glossary().topic(&TopicId::from(value.key.as_str())) {
            let name = lower_first(topic.name.get(texts.tongue.names()));
            questions.push(Question { said: texts.question_topic, facet: Facet::Topic, value, name });
        }
    }
    questions
}
