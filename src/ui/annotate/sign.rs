use crate::annotations::{Annotation, WorkState};
use crate::i18n::Texts;
use crate::model::Clause;
use crate::ui::markup::{El, el};
use crate::ui::state::mark_name;

/// The annotation marker at the end of a clause. It is not part of the text, and links to the form.
pub fn sign(texts: &Texts, clause: &Clause, annotation: &Annotation) -> El {
    let mut said: Vec<&str> = Vec::new();
    said.extend(annotation.star.then_some(texts.star));
    said.extend(annotation.work.map(|work| mark_name(work, texts)));
    said.extend(annotation.labels());
    let note = annotation.note.trim();
    said.extend((!note.is_empty()).then_some(texts.with_note));
    el("a")
        .attr("class", "own")
        .attr("lang", texts.language.code())
        .attr("href", ["#", clause.id.as_str()].concat())
        .flag("data-star", annotation.star)
        .maybe("data-mark", annotation.work.map(WorkState::key))
        .flag("data-note", !note.is_empty())
        .attr("aria-label", texts.annotated.with(&said.join(texts.comma)))
        .maybe("title", (!note.is_empty()).then(|| note.to_owned()))
        .with_each(annotation.labels().map(|label| el("span").text(label.to_owned())))
}
