//! What a reader takes along: a link to a place or to the whole question, and a citation.

use crate::address::{Address, Rest, View};
use crate::export::citation::{Form, cite};
use crate::i18n::{Tongue, texts as texts_in};
use crate::model::{ParagraphId, Resolution};
use crate::query::{Facet, RoleScope};
use crate::ui::browser::clipboard;
use crate::ui::markup::{El, button, el};
use crate::ui::state::{Act, COPIED, Copied, Scene};
use yew::Callback;

/// A row of what can be copied at a place: a paragraph, or a clause of it.
pub fn place(scene: &Scene, document: &Resolution, paragraph: &ParagraphId, place: &str) -> El {
    let texts = scene.texts();
    let address =
        Address { document: scene.address.document.clone(), place: place.to_owned(), ..Address::default() };
    let row = el("div")
        .attr("class", "share")
        .attr("role", "group")
        .attr("aria-label", texts.copy)
        .attr("lang", texts.tongue.code())
        .with(el("small").text(texts.copy))
        .with(copies(scene, texts.copy_link, scene.url(&address)));
    let citation = |(form, words): (Form, &'static str)| {
        let day = |day| texts_in(Tongue::French).date(day);
        copies(scene, words, cite(form, document, Some(paragraph), &day))
    };
    row.with_each(Form::ALL.into_iter().zip(texts.copy_citation).map(citation))
}

/// The button that copies the link to all that is asked and shown.
pub fn question(scene: &Scene) -> El {
    copies(scene, scene.texts().copy_question, scene.url(&scene.address))
}

/// A button that copies a text.
fn copies(scene: &Scene, words: &'static str, text: String) -> El {
    let tell = scene.tell.clone();
    let copy = Callback::from(move |_| {
        let (tell, copied) = (tell.clone(), text.clone());
        clipboard::copy(&text, move |done| tell.emit(Act::Copied(copied, done)));
    });
    button(words, copy).attr("class", "quiet")
}

/// What was copied, said aloud too; where the browser does not let us copy, the text for the reader to copy.
pub fn copied(scene: &Scene) -> El {
    let texts = scene.texts();
    let status = el("div").attr("class", "copied").attr("role", "status");
    let Some(Copied { text, done, n }) = &scene.copied else { return status };
    let note = el("div").key(&n.to_string());
    if *done {
        return status.with(note.text(texts.copied.with(text)));
    }
    let field = el("input").attr("id", COPIED).attr("readonly", "").attr("aria-label", texts.copy_yourself);
    let close = button(texts.close, scene.will(Act::Open(None))).attr("class", "quiet");
    status.with(note.with(el("p").text(texts.copy_yourself)).with(field.value(text)).with(close))
}

/// What stands at the head of a printed page, and only there: what was asked, what was found, where to find it again.
pub fn printed(scene: &Scene) -> El {
    let texts = scene.texts();
    let printed = el("div").attr("class", "printed");
    let url = el("p").text(scene.url(&scene.address));
    if !scene.results.asked {
        return printed.with(url);
    }
    let query = &scene.address.query;
    let mut criteria = el("ul");
    let criterion = |of: &str, words: &str| el("li").text(texts.criterion.with_all(&[of, words]));
    for facet in Facet::ALL {
        let mut labels = Vec::new();
        for choice in query.choices.iter().filter(|choice| choice.facet == facet) {
            let label = scene.shelf.label(facet, &choice.value, texts);
            labels.push(if choice.excluded { [texts.except, " ", &label].concat() } else { label });
        }
        let role = if query.role == RoleScope::Any { texts.role_any } else { texts.role_addressee };
        let of = texts.facet(facet);
        match (labels.is_empty(), facet) {
            (true, _) => {}
            (_, Facet::Actor) => {
                criteria = criteria.with(criterion(&[of, " (", role, ")"].concat(), &texts.list(&labels)));
            }
            _ => criteria = criteria.with(criterion(of, &texts.list(&labels))),
        }
    }
    let words = query.text.trim();
    if !words.is_empty() {
        criteria = criteria.with(criterion(texts.searched_words, words));
    }
    if scene.address.rest == Rest::Hidden && scene.address.view == View::Text {
        criteria = criteria.with(criterion(texts.rest, texts.rest_hidden));
    }
    let answer = &scene.results.answer;
    let (clauses, paragraphs) =
        (texts.n_clauses(answer.n_clauses), texts.count(answer.n_paragraphs as usize, texts.paragraphs));
    let found = el("p").text(texts.found.with_all(&[&clauses, &paragraphs]));
    printed.with(found).with(criteria).with(url)
}
