//! Copying links and citations, and printing.

mod save;

pub use save::{calendar, opening, save};

use crate::address::{Address, Rest, View};
use crate::export::citation::{CitationForm, cite, quote};
use crate::model::{Clause, Paragraph};
use crate::ui::browser::{clipboard, page};
use crate::ui::markup::{El, button, el};
use crate::ui::state::{COPIED, Copied, Document, Panel, UiAction, ViewContext};
use yew::Callback;

/// The copy buttons for a paragraph or a clause.
pub fn place(cx: &ViewContext, document: &Document, paragraph: &Paragraph, clause: Option<&Clause>) -> El {
    let texts = cx.texts();
    let place = clause.map_or(paragraph.id.as_str(), |clause| clause.id.as_str());
    let words = clause.map_or(paragraph.text.as_str(), |clause| clause.span.of(&paragraph.text));
    let paragraph = &paragraph.id;
    let address = Address { document: Some(document.shared_link()), place: place.to_owned(), ..Address::default() };
    let row = el("div")
        .attr("class", "share")
        .attr("role", "group")
        .attr("aria-label", texts.copy)
        .attr("lang", texts.language.code())
        .with(el("small").text(texts.copy))
        .with(copies(cx, texts.copy_quote, quote(document, paragraph, words)))
        .with(copies(cx, texts.copy_link, cx.url(&address)));
    let citation =
        |(form, words): (CitationForm, &'static str)| copies(cx, words, cite(form, document, Some(paragraph)));
    let source = cx.callback(UiAction::Open(Some(Panel::Excerpt)));
    let source = button(texts.intake.excerpt, source).attr("class", "quiet").attr("aria-haspopup", "dialog");
    row.with_each(CitationForm::ALL.into_iter().zip(texts.copy_citation).map(citation)).with(source)
}

/// The button that copies the link to the current question and view.
pub fn question(cx: &ViewContext) -> El {
    copies(cx, cx.texts().copy_question, cx.url(&cx.address))
}

/// The print buttons: only the matches, or everything; in a view that shows only matches, one button.
pub fn print(cx: &ViewContext) -> Vec<El> {
    let texts = cx.texts();
    let print = |words: &'static str, rest: Option<Rest>| {
        let dispatch = cx.dispatch.clone();
        let print = Callback::from(move |_| {
            if let Some(rest) = rest {
                dispatch.emit(UiAction::Rest(rest));
            }
            page::print();
        });
        button(words, print).attr("class", "quiet")
    };
    if cx.address.view != View::Text || !cx.results.asked {
        return vec![print(texts.print, None)];
    }
    let others = if cx.address.rest == Rest::Hidden { Rest::Shown } else { cx.address.rest };
    let found = (cx.results.answer.n_clauses > 0).then(|| print(texts.print_found, Some(Rest::Hidden)));
    found.into_iter().chain([print(texts.print_all, Some(others))]).collect()
}

/// A button that copies a text.
pub fn copies(cx: &ViewContext, words: &'static str, text: String) -> El {
    let dispatch = cx.dispatch.clone();
    let copy = Callback::from(move |_| {
        let (dispatch, copied) = (dispatch.clone(), text.clone());
        clipboard::copy(&text, move |done| dispatch.emit(UiAction::Copied { text: copied, done }));
    });
    button(words, copy).attr("class", "quiet")
}

/// The notice of what was copied, in a live region; if the browser refused, the text for the reader to copy.
pub fn copied(cx: &ViewContext) -> El {
    let texts = cx.texts();
    let status = el("div").attr("class", "copied").attr("role", "status");
    let Some(Copied { text, done, n }) = &cx.copied else { return status };
    let note = el("div").key(&n.to_string());
    if *done {
        return status.with(note.text(texts.copied.with(text)));
    }
    let field = el("input").attr("id", COPIED).attr("readonly", "").attr("aria-label", texts.copy_yourself);
    let close = button(texts.close, cx.callback(UiAction::Open(None))).attr("class", "quiet");
    status.with(note.with(el("p").text(texts.copy_yourself)).with(field.value(text)).with(close))
}

/// The header of printed pages: the question, the number of matches, the link.
pub fn printed(cx: &ViewContext) -> El {
    let texts = cx.texts();
    let printed = el("div").attr("class", "printed");
    let url = el("p").text(cx.url(&cx.address));
    if !cx.results.asked {
        return printed.with(url);
    }
    let mut criteria = cx.corpus.criteria(&cx.address.query, texts);
    if cx.address.rest == Rest::Hidden && cx.address.view == View::Text {
        criteria.push(texts.criterion.with_all(&[texts.rest, texts.rest_hidden]));
    }
    let criteria = el("ul").with_each(criteria.into_iter().map(|words| el("li").text(words)));
    let answer = &cx.results.answer;
    let (clauses, paragraphs) =
        (texts.n_clauses(answer.n_clauses), texts.count(answer.n_paragraphs as usize, texts.paragraphs));
    let words = if cx.asks_several() {
        let documents = texts.count(answer.n_documents as usize, texts.n_documents);
        texts.found_in.with_all(&[&clauses, &paragraphs, &documents])
    } else {
        texts.found.with_all(&[&clauses, &paragraphs])
    };
    let found = el("p").text(words);
    printed.with(found).with(criteria).with(url)
}
