use super::{note_words, place_name};
use crate::i18n::{Forms, Texts};
use crate::model::{Footnote, ParagraphId, Resolution};
use yew::prelude::*;

/// All the notes, each with the way back to where it is called.
pub fn notes(document: &Resolution, texts: &Texts) -> Html {
    if document.footnotes.is_empty() {
        return Html::default();
    }
    let lang = texts.language.code();
    let back = |id: &ParagraphId| {
        let name = texts.back_to.with(&place_name(id, texts));
        html! { <a {lang} class="back" href={["#", id.as_str()].concat()} aria-label={name.clone()} title={name}></a> }
    };
    let note = |note: &Footnote| {
        html! {
            <div id={["note-", &note.mark].concat()}>
                <dt>{&note.mark}</dt>
                <dd>{note_words(document, note, texts)}{for note.called_from.iter().map(back)}</dd>
            </div>
        }
    };
    html! {
        <section class="notes" aria-labelledby="notes">
            <h2 id="notes" class="part" {lang}>{texts.notes}</h2>
            <dl>{for document.footnotes.iter().map(note)}</dl>
        </section>
    }
}

/// How the text was read: what was mended, what is doubtful. Folded away, for few will ask.
pub fn reading(document: &Resolution, texts: &Texts) -> Html {
    let place = |id: &ParagraphId| html! { <a href={["#", id.as_str()].concat()}>{place_name(id, texts)}</a> };
    let lang = document.language.code();
    let mut mends: Vec<Html> = Vec::new();
    for paragraph in &document.paragraphs {
        for mend in &paragraph.mends {
            let now = mend.span.of(&paragraph.text);
            mends.push(
                html! { <li>{place(&paragraph.id)}{" "}<span {lang}><s>{&mend.was}</s>{" → "}{now}</span></li> },
            );
        }
    }
    let doubts = document.doubts.iter().map(|doubt| {
        let words = texts.doubt_words(doubt.kind, &doubt.about);
        html! { <li>{doubt.paragraph.as_ref().map(place)}{" "}{words}</li> }
    });
    let list = |forms: Forms, items: Vec<Html>| {
        (!items.is_empty()).then(|| html! { <><p>{texts.count(items.len(), forms)}</p><ul>{for items}</ul></> })
    };
    if mends.is_empty() && document.doubts.is_empty() {
        return Html::default();
    }
    html! {
        <details class="reading" lang={texts.language.code()}>
            <summary>{texts.reading}</summary>
            {list(texts.mends, mends)}
            {list(texts.n_doubts, doubts.collect())}
        </details>
    }
}
