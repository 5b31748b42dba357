//! The dialog that saves the matches, a document or the library as a file.

use crate::export::Format;
use crate::i18n::ExportTexts;
use crate::ui::controls::switch;
use crate::ui::markup::{El, On, button, el};
use crate::ui::state::{ExportAction, ExportNews, Extent, Panel, UiAction, ViewContext};
use yew::{Callback, Html};

const SEPARATORS: [(&str, char); 3] = [("comma", ','), ("semicolon", ';'), ("tab", '\t')];

/// The button that opens the dialog.
pub fn opening(cx: &ViewContext) -> El {
    let open = cx.callback(UiAction::Open(Some(Panel::Export)));
    button(cx.texts().export.open, open).attr("class", "quiet").attr("data-action", "export")
}

/// The dialog's content: the extent, the format and its notes.
pub fn save(cx: &ViewContext) -> Html {
    let texts = &cx.texts().export;
    let format = cx.export_format();
    let extents: Vec<_> = cx
        .extents()
        .into_iter()
        .map(|extent| (key(extent), words(cx, extent), act(ExportAction::Extent(extent))))
        .collect();
    let mut notes = el("div").attr("class", "notes");
    match format {
        Format::Csv => notes = notes.with(separators(cx)).with(el("p").text(texts.formulas)),
        Format::AkomaNtoso => notes = notes.with(el("p").text(texts.whole)),
        _ => {}
    }
    let save = button(texts.save, cx.callback(act(ExportAction::Save)))
        .attr("class", "main")
        .truth("aria-disabled", cx.export.news == Some(ExportNews::Writing));
    el("div")
        .with_each((extents.len() > 1).then(|| switch(cx, "extent", texts.extent, key(cx.extent()), &extents)))
        .with(formats(cx))
        .with(notes.with(el("p").text(texts.provenance)))
        .with(save)
        .with(el("p").attr("role", "status").text(news(cx.export.news.as_ref(), texts)))
        .into()
}

/// Saves the deadlines of the view for a calendar, and says how it went. The format of the dialog stays as it is.
pub fn calendar(cx: &ViewContext) -> El {
    let texts = cx.texts();
    let format = Format::Calendar;
    let (dispatch, before) = (cx.dispatch.clone(), cx.export.format);
    let save = Callback::from(move |_| {
        for action in [ExportAction::Format(Some(format)), ExportAction::Save, ExportAction::Format(before)] {
            dispatch.emit(act(action));
        }
    });
    let what_for = texts.export.formats.get(format as usize).copied().unwrap_or_default();
    let words = [&texts.criterion.with_all(&[texts.export.save, what_for]), " (", format.name(), ")"].concat();
    let news = el("p").attr("role", "status").text(news(cx.export.news.as_ref(), &texts.export));
    el("div").attr("class", "files").with(button(words, save)).with(news)
}

fn act(action: ExportAction) -> UiAction {
    UiAction::Export(action)
}

fn key(extent: Extent) -> &'static str {
    match extent {
        Extent::Found => "found",
        Extent::Document => "document",
        Extent::Library => "library",
    }
}

fn words(cx: &ViewContext, extent: Extent) -> String {
    let texts = cx.texts();
    match extent {
        Extent::Found => texts.export.found.with(&texts.n_clauses(cx.results.answer.n_clauses)),
        Extent::Document => texts.export.document.to_owned(),
        Extent::Library => texts.export.library.with(&texts.count(cx.corpus.len(), texts.n_documents)),
    }
}

/// The formats, each with its purpose.
fn formats(cx: &ViewContext) -> El {
    let texts = &cx.texts().export;
    let mut choices = el("div").attr("class", "formats");
    for format in Format::ALL {
        let choice = el("input")
            .attr("type", "radio")
            .attr("name", "format")
            .attr("value", format.key())
            .checked(format == cx.export_format())
            .on(On::Change, cx.callback(act(ExportAction::Format(Some(format)))));
        let what_for = texts.formats.get(format as usize).copied().unwrap_or_default();
        let name = el("bdi").text(format.name());
        choices = choices.with(el("label").with(choice).with(name).with(el("small").text(what_for)));
    }
    el("fieldset").with(el("legend").text(texts.format)).with(choices)
}

fn separators(cx: &ViewContext) -> El {
    let texts = &cx.texts().export;
    let chosen = cx.export.csv(cx.texts().language).separator;
    let key = SEPARATORS.iter().find(|(_, separator)| *separator == chosen).map_or("", |(key, _)| key);
    let options: Vec<_> = SEPARATORS
        .into_iter()
        .zip(texts.separators)
        .map(|((key, separator), words)| (key, words, act(ExportAction::Separator(separator))))
        .collect();
    switch(cx, "separator", texts.separator, key, &options)
}

fn news(news: Option<&ExportNews>, texts: &ExportTexts) -> String {
    match news {
        None => String::new(),
        Some(ExportNews::Writing) => texts.writing.to_owned(),
        Some(ExportNews::Nothing) => texts.nothing.to_owned(),
        Some(ExportNews::Failed) => texts.failed.to_owned(),
        Some(ExportNews::Saved(name, n_missing, left_out)) => {
            let missing = (*n_missing > 0).then(|| texts.missing.with(&n_missing.to_string()));
            let parts = [Some(texts.saved.with(name)), left_out.clone(), missing];
            parts.into_iter().flatten().collect::<Vec<_>>().join(". ")
        }
    }
}
