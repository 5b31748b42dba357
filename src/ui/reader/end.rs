use super::{Titles, anchor, bracketed, with_note_words};
use crate::i18n::Texts;
use crate::model::{Footnote, ParagraphId, Resolution};
use crate::ui::markup::{El, el};

/// The notes, each with a link back to its call. If paragraphs are left out, so are the notes that only they call.
pub fn notes(document: &Resolution, texts: &Texts, titles: &Titles, hidden: &[&ParagraphId]) -> Option<El> {
    let wanted = |note: &&Footnote| note.called_from.iter().any(|id| !hidden.contains(&id));
    let notes: Vec<_> = document.footnotes.iter().filter(|note| hidden.is_empty() || wanted(note)).collect();
    if notes.is_empty() {
        return None;
    }
    let lang = texts.language.code();
    let mut list = el("dl");
    for note in notes {
        let mut words = with_note_words(el("dd"), document, note, texts, titles);
        for id in &note.called_from {
            let name = texts.back_to.with(&texts.place(id));
            let back = el("a").attr("class", "back").attr("lang", lang).attr("href", anchor(id));
            words = words.with(back.attr("title", name.clone()).attr("aria-label", name));
        }
        let entry = el("div").attr("id", ["note-", &note.mark].concat());
        list = list.with(entry.with(el("dt").with_each(bracketed(&note.mark))).with(words));
    }
    let heading = el("h2").attr("id", "notes").attr("class", "part").attr("lang", lang).text(texts.notes);
    Some(el("section").attr("class", "notes").attr("aria-labelledby", "notes").with(heading).with(list))
}

/// The reading report: repairs and doubts. Collapsed by default.
pub fn reading(document: &Resolution, texts: &Texts) -> Option<El> {
    let place = |id: &ParagraphId| el("a").attr("href", anchor(id)).text(texts.place(id));
    let mut mends: Vec<El> = Vec::new();
    for paragraph in &document.paragraphs {
        for mend in &paragraph.mends {
            let now = [" → ", mend.span.of(&paragraph.text)].concat();
            let words = el("span").attr("lang", document.language.code());
            let words = words.with(el("s").text(mend.was.clone())).text(now);
            mends.push(el("li").with(place(&paragraph.id)).text(" ").with(words));
        }
    }
    let mut doubts: Vec<El> = Vec::new();
    for doubt in &document.doubts {
        let words = [" ", &texts.doubt_words(doubt.kind, &doubt.about)].concat();
        doubts.push(el("li").with_each(doubt.paragraph.as_ref().map(place)).text(words));
    }
    if mends.is_empty() && doubts.is_empty() {
        return None;
    }
    let mut reading = el("details")
        .attr("class", "reading")
        .attr("lang", texts.language.code())
        .with(el("summary").text(texts.reading));
    for (forms, items) in [(texts.mends, mends), (texts.n_doubts, doubts)] {
        if !items.is_empty() {
            reading = reading.with(el("p").text(texts.count(items.len(), forms))).with(el("ul").with_each(items));
        }
    }
    Some(reading)
}
