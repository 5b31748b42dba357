use super::{troubles, work};
use crate::annotations::{Annotation, Key, Spot};
use crate::model::DocumentLink;
use crate::query::{Choice, Facet, Place, Stance};
use crate::ui::browser::files::PickedFiles;
use crate::ui::controls::spaced;
use crate::ui::controls::{Toggle, document_name, link_to_place, toggle};
use crate::ui::markup::{El, On, button, el};
use crate::ui::state::{AnnotationAction, Document, ExportNews, Match, N_SHOWN, UiAction, ViewContext, mark_name};
use std::rc::Rc;
use yew::Event;

/// The view of annotations: those of the matches, those without a clause, and those of other documents; export and import.
pub fn annotations(cx: &ViewContext) -> Vec<El> {
    let texts = cx.texts();
    let own = &cx.annotations.all;
    let here = cx.corpus.index().annotated().into_iter();
    let here: Vec<Place> = here.filter(|place| cx.results.answer.matches(*place)).collect();
    let mut links: Vec<DocumentLink> = cx.corpus.all().map(Document::link).collect();
    links.sort_unstable();
    let (mut lost, mut elsewhere) = (Vec::new(), Vec::new());
    for (link, entries) in own.of_each() {
        if links.binary_search(link).is_err() {
            elsewhere.extend(entries);
        } else {
            lost.extend(entries.iter().filter(|entry| entry.0.is_lost()));
        }
    }
    let n_shown = N_SHOWN + cx.annotations.n_more;
    let more = |n: usize| {
        let show = cx.callback(UiAction::Annotate(Rc::new(AnnotationAction::ShowMore)));
        (n > n_shown).then(|| button(texts.show_all.with(&n.to_string()), show).attr("class", "quiet"))
    };
    let more_here = more(here.len());
    let here: Vec<El> =
        here.into_iter().take(n_shown).filter_map(|place| entry(cx, &cx.corpus.match_at(place)?)).collect();
    let mut all = vec![el("p").text(texts.annotations_about), work::mark_found(cx), files_row(cx)];
    all.extend(troubles(&cx.annotations, texts));
    all.push(if here.is_empty() {
        el("p").attr("class", "hint").text(texts.annotations_none)
    } else {
        el("ol").with_each(here)
    });
    all.extend(more_here);
    for (heading, list) in [(texts.annotations_lost, lost), (texts.annotations_elsewhere, elsewhere)] {
        let rest = more(list.len());
        all.extend(others(cx, heading, list.into_iter().take(n_shown).map(|entry| &**entry)));
        all.extend(rest);
    }
    vec![el("div").attr("class", "annotations").with_each(all)]
}

/// Import and export, with the progress and the result of the last import.
fn files_row(cx: &ViewContext) -> El {
    let texts = cx.texts();
    let own = &cx.annotations;
    let act = |action| cx.callback(annotate(action));
    let chosen =
        cx.dispatch.reform(|event: Event| annotate(AnnotationAction::TakeFile(PickedFiles::of_field(&event))));
    let is_importing = own.is_importing();
    let field = el("input").attr("type", "file").attr("accept", ".csv,.tsv,.txt,text/csv").on(On::Change, chosen);
    let choose = el("label").attr("class", "file").with(el("span").text(texts.take_file)).with(field);
    let save =
        (!own.all.is_empty() && !is_importing).then(|| button(texts.save_file, act(AnnotationAction::SaveFile)));
    let row = el("div").attr("class", "files").with_each((!is_importing).then_some(choose));
    let status = el("p").attr("role", "status").text(said(cx));
    let undo = |words| button(words, act(AnnotationAction::UndoImport)).attr("class", "quiet");
    let status = match own.taken.as_ref().and_then(Option::as_ref) {
        Some(taken) if taken.n_left.is_some() => {
            let n = taken.of_file.len();
            let bar = el("progress").attr("aria-label", texts.take_file);
            let all = n + taken.n_left.unwrap_or_default();
            let bar = if all > 0 { bar.attr("max", all.to_string()).attr("value", n.to_string()) } else { bar };
            status.text(" ").with(bar).text(" ").with(undo(texts.intake.cancel))
        }
        Some(taken) if !taken.of_file.is_empty() => status.text(" ").with(undo(texts.intake.undo_marks)),
        _ => status,
    };
    el("div").with(row.with_each(save)).with(status)
}

fn annotate(action: AnnotationAction) -> UiAction {
    UiAction::Annotate(Rc::new(action))
}

/// The result of the last import or export, in words.
fn said(cx: &ViewContext) -> String {
    let texts = cx.texts();
    match &cx.annotations.taken {
        None if cx.export.news == Some(ExportNews::Failed) => texts.export.failed.to_owned(),
        None => String::new(),
        Some(None) => texts.not_annotations.to_owned(),
        Some(Some(taken)) => {
            let merged = taken.merged;
            let counts = [merged.n_new, merged.n_changed, merged.n_same].map(|n| n.to_string());
            let mut said = texts.annotations_taken.with_all(&counts.each_ref().map(String::as_str));
            if taken.n_left_out > 0 {
                said.extend([" ", &texts.count(taken.n_left_out, texts.annotations_left_out)]);
            }
            if let Some(line) = taken.unclosed {
                said.extend([" ", &texts.annotations_unclosed.with(&line.to_string())]);
            }
            said
        }
    }
}

fn entry(cx: &ViewContext, found: &Match) -> Option<El> {
    let document = &found.document;
    let (paragraph, clause) = found.parts()?;
    let annotation = cx.annotations.all.get(&document.link(), &clause.id)?;
    let words = |text: &str| spaced(text, document.language);
    let rest = paragraph.text.get(clause.phrase.range().end..clause.span.range().end).unwrap_or_default();
    let said = el("p").attr("class", "said").attr("lang", document.language.code());
    let said = said.with(el("em").text(words(clause.phrase.of(&paragraph.text)))).text(words(rest));
    let place = link_to_place(cx, document, clause.id.as_str()).text(cx.texts().place(&paragraph.id));
    let head = el("p").attr("class", "place").with_each(document_name(cx, document)).text(" ").with(place);
    let head = annotation
        .keys()
        .iter()
        .filter(|key| **key != Key::Note.write())
        .fold(head, |head, key| head.text(" ").with(value(cx, key)));
    let key = [&document.link().to_string(), " ", clause.id.as_str()].concat();
    Some(el("li").key(&key).with(head).with_each(note(annotation)).with(said))
}

fn note(annotation: &Annotation) -> Option<El> {
    let note = annotation.note.trim();
    (!note.is_empty()).then(|| el("p").attr("class", "own-note").attr("dir", "auto").text(note.to_owned()))
}

/// A toggle that filters by this value alone.
fn value(cx: &ViewContext, key: &str) -> El {
    let facet = Facet::Annotation;
    let label = cx.corpus.label(facet, key, cx.texts());
    toggle(Toggle {
        name: cx.texts().filter_by.with(&label),
        label,
        lang: None,
        title: None,
        pressed: cx.address.query.stance(facet, key) == Stance::Chosen,
        clicked: cx.callback(UiAction::Toggle(Choice { facet, value: key.to_owned(), excluded: false })),
    })
}

/// Annotations whose clause is missing, under a heading. They can be removed only here.
fn others<'a>(
    cx: &ViewContext,
    heading: &'static str,
    annotations: impl Iterator<Item = &'a (Spot, Annotation)>,
) -> Vec<El> {
    let texts = cx.texts();
    let mut list = el("ol");
    let mut any = false;
    for (spot, annotation) in annotations {
        any = true;
        let name = [&spot.document.to_string(), " ", spot.clause.as_str()].concat();
        let forget = button(
            texts.remove.with(&name),
            cx.callback(UiAction::Annotate(Rc::new(AnnotationAction::Forget(spot.clone())))),
        )
        .attr("class", "quiet");
        let labels = annotation.labels().collect::<Vec<_>>().join(texts.comma);
        let star = if annotation.star { "★ " } else { "" };
        let mark = annotation.work.map(|work| [mark_name(work, texts), " "].concat()).unwrap_or_default();
        let head = el("p").attr("class", "place").text([star, &mark, &labels, " "].concat()).with(forget);
        let quote = el("p").attr("class", "said").text([&annotation.quote, "…"].concat());
        list = list.with(el("li").key(&name).with(head).with_each(note(annotation)).with(quote));
    }
    if any { vec![el("h2").text(heading), list] } else { Vec::new() }
}
