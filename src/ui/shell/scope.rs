use crate::address::DocumentScope;
use crate::ui::controls::switch;
use crate::ui::markup::El;
use crate::ui::state::{UiAction, ViewContext};

/// The question and the documents that it covers, in words: “UNODC · whole library (32)”.
pub fn scope_words(cx: &ViewContext) -> String {
    let (texts, n) = (cx.texts(), cx.corpus.asked(&cx.address).len().to_string());
    let scope = match cx.address.scope {
        DocumentScope::Chosen(_) => texts.scope_chosen,
        DocumentScope::Library | DocumentScope::Shown => texts.scope_library,
    };
    let mut words = cx.asked_words();
    words.extend([if words.is_empty() { "" } else { " · " }, &scope.with(&n)]);
    words
}

/// The control for the documents that the question covers; empty if there is only one.
pub fn scope(cx: &ViewContext) -> Option<El> {
    if cx.corpus.len() < 2 {
        return None;
    }
    let texts = cx.texts();
    let library = texts.scope_library.with(&cx.corpus.len().to_string());
    let chosen = cx.address.scope.chosen();
    let mut options = vec![
        ("this", texts.scope_shown.to_owned(), UiAction::Scope(DocumentScope::Shown)),
        ("all", library, UiAction::Scope(DocumentScope::Library)),
    ];
    if !chosen.is_empty() {
        let words = texts.scope_chosen.with(&chosen.len().to_string());
        options.insert(1, ("chosen", words, UiAction::Scope(cx.address.scope.clone())));
    }
    let key = match cx.address.scope {
        DocumentScope::Library => "all",
        DocumentScope::Shown => "this",
        DocumentScope::Chosen(_) => "chosen",
    };
    Some(switch(cx, "scope", texts.scope, key, &options))
}
