//! Adding the reader's own texts: reading and storing them, and the report.

mod client;
mod queue;
mod report;

pub use client::IntakeClient;
pub use report::report;

use crate::engine::DocumentSummary;
use crate::i18n::{LibraryTexts, Texts, lower_first};
use crate::ui::browser::keeping;
use crate::ui::state::Outcome;

/// The outcome of a file, in words.
fn outcome_words(outcome: &Outcome, texts: &Texts) -> String {
    let library = &texts.intake;
    match outcome {
        Outcome::Waiting => library.waiting.to_owned(),
        Outcome::Reading => library.reading.to_owned(),
        Outcome::Read(summary, Ok(())) => what_it_is(summary, texts),
        Outcome::Read(summary, Err(error)) => {
            let not_kept = library.not_kept.with(library.store_error(*error));
            [&what_it_is(summary, texts), ". ", &not_kept].concat()
        }
        Outcome::Same(summary) => {
            let here = same(summary, library, texts);
            [&what_it_is(summary, texts), " — ", &here].concat()
        }
        Outcome::Refused(refusal) => library.refusal(*refusal).to_owned(),
        Outcome::NotKept(error) => library.lost.with(library.store_error(*error)),
        Outcome::Cancelled => library.cancelled.to_owned(),
        Outcome::Crashed => library.crashed.to_owned(),
        Outcome::NotStarted => library.not_started.to_owned(),
    }
}

fn same(summary: &DocumentSummary, library: &LibraryTexts, texts: &Texts) -> String {
    match summary.added {
        Some(added) => library.same.with(&texts.date(keeping::day(added))),
        None => library.same_bundled.to_owned(),
    }
}

/// The recognized data of a document: symbol, title, date, language, clauses, doubts.
fn what_it_is(summary: &DocumentSummary, texts: &Texts) -> String {
    let mut parts = Vec::new();
    parts.extend(
        [summary.symbol.as_str(), &summary.title].into_iter().filter(|part| !part.is_empty()).map(isolated),
    );
    parts.extend(summary.adopted.map(|day| texts.date(day)));
    parts.push(isolated(language_of(summary, texts)));
    parts.push(texts.n_clauses(summary.n_clauses));
    if summary.n_doubts > 0 {
        let kinds: Vec<String> = summary.doubts.iter().map(|kind| lower_first(texts.doubt(*kind))).collect();
        let n_doubts = texts.count(summary.n_doubts as usize, texts.n_doubts);
        parts.push([&n_doubts, " (", &kinds.join(texts.semicolon()), ")"].concat());
    }
    parts.join(" · ")
}

/// Text in another language, isolated from the direction of the text around it.
fn isolated(words: &str) -> String {
    ["\u{2068}", words, "\u{2069}"].concat()
}

/// The name of a document's language, if it is known.
pub fn language_of(summary: &DocumentSummary, texts: &Texts) -> &'static str {
    if summary.knows_language { language_name(summary.id.language.code()) } else { texts.no_language }
}

/// The name of a language in that language.
pub fn language_name(code: &str) -> &'static str {
    crate::i18n::UiLanguage::from_code(code).map(crate::i18n::UiLanguage::name).unwrap_or_default()
}
