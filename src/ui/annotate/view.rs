use super::{troubles, work};
use crate::annotations::file::{self, AnnotationFile};
use crate::annotations::{Annotation, Annotations, Key, Spot};
use crate::model::ClauseId;
use crate::query::{Choice, Facet, Place, Stance};
use crate::ui::browser::{call_after, files};
use crate::ui::controls::spaced;
use crate::ui::controls::{Toggle, document_name, link_to_place, toggle};
use crate::ui::markup::{El, On, button, el};
use crate::ui::state::{AnnotationAction, Document, Match, N_SHOWN, UiAction, ViewContext, mark_name};
use std::cell::RefCell;
use std::rc::Rc;
use yew::{Callback, Event};

/// The view of annotations: those of the matches, those without a clause, and those of other documents; export and import.
pub fn annotations(cx: &ViewContext) -> Vec<El> {
    let texts = cx.texts();
    let own = &cx.annotations.all;
    let mut here: Vec<(Place, Match, &Annotation)> = Vec::new();
    let (mut lost, mut elsewhere) = (Vec::new(), Vec::new());
    let mut links: Vec<_> = cx.corpus.all().map(Document::link).zip(0..).collect();
    links.sort_unstable();
    // Annotations are ordered by document.
    let mut last: Option<(usize, Vec<(&ClauseId, Place)>)> = None;
    for one in own.iter() {
        let (spot, annotation) = one;
        let at = links.binary_search_by(|(link, _)| link.cmp(&spot.document)).ok();
        let Some((_, document)) = at.and_then(|at| links.get(at)) else {
            elsewhere.push(one);
            continue;
        };
        let (_, places) = match last.take() {
            Some(same) if same.0 == *document => last.insert(same),
            _ => last.insert((*document, places(cx, *document))),
        };
        let at = places.binary_search_by(|(id, _)| (*id).cmp(&spot.clause)).ok();
        match at.and_then(|at| places.get(at)).map(|(_, place)| *place) {
            None => lost.push(one),
            Some(place) if cx.results.answer.matches(place) => {
                here.extend(cx.corpus.match_at(place).map(|found| (place, found, annotation)));
            }
            Some(_) => {}
        }
    }
    here.sort_by_key(|(place, ..)| *place);
    let n_shown = N_SHOWN + cx.annotations.n_more;
    let more = |n: usize| {
        let show = cx.callback(UiAction::Annotate(Rc::new(AnnotationAction::ShowMore)));
        (n > n_shown).then(|| button(texts.show_all.with(&n.to_string()), show).attr("class", "quiet"))
    };
    let more_here = more(here.len());
    let here: Vec<El> =
        here.iter().take(n_shown).filter_map(|(_, found, annotation)| entry(cx, found, annotation)).collect();
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
        all.extend(others(cx, heading, list.into_iter().take(n_shown)));
        all.extend(rest);
    }
    vec![el("div").attr("class", "annotations").with_each(all)]
}

/// The places of a document's clauses, sorted by id.
fn places(cx: &ViewContext, document: usize) -> Vec<(&ClauseId, Place)> {
    let paragraphs = cx.corpus.at(document).map(|document| document.paragraphs.as_slice()).unwrap_or_default();
    let mut places: Vec<(&ClauseId, Place)> = Vec::new();
    for (paragraph, of) in paragraphs.iter().enumerate() {
        let clauses = of.clauses.iter().enumerate();
        places.extend(clauses.map(|(clause, own)| (&own.id, Place { document, paragraph, clause })));
    }
    places.sort_unstable_by_key(|(id, _)| *id);
    places
}

/// Imports a file some lines at a time, so that the page stays responsive.
fn take_in(mut file: AnnotationFile, take: Callback<UiAction>) {
    const N_LINES: usize = 500;
    if let Some(some) = file.next(N_LINES) {
        take.emit(UiAction::Annotate(Rc::new(AnnotationAction::TakeIn(some, !file.is_done()))));
        call_after(0, move || take_in(file, take)).forget();
    }
}

/// Export and import, with the result of the last import.
fn files_row(cx: &ViewContext) -> El {
    let texts = cx.texts();
    let own = &cx.annotations;
    let take = cx.dispatch.clone();
    let chosen = Callback::from(move |event: Event| {
        let take = take.clone();
        files::read(&event, move |bytes| {
            let file = AnnotationFile::open(files::text_of(bytes).unwrap_or_default());
            take.emit(UiAction::Annotate(Rc::new(AnnotationAction::TakeFile(file.is_some()))));
            if let Some(file) = file {
                take_in(file, take);
            }
        });
    });
    let field = el("input").attr("type", "file").attr("accept", ".csv,.tsv,.txt,text/csv").on(On::Change, chosen);
    let choose = el("label").attr("class", "file").with(el("span").text(texts.take_file)).with(field);
    let goes_on = own.taken.flatten().is_some_and(|taken| taken.goes_on);
    let save = (!own.all.is_empty() && !goes_on).then(|| save(&own.all).text(texts.save_file));
    let said = match &own.taken {
        None => String::new(),
        Some(None) => texts.not_annotations.to_owned(),
        Some(Some(taken)) => {
            let merged = taken.merged;
            let counts = [merged.n_new, merged.n_changed, merged.n_same].map(|n| n.to_string());
            let taken_in = texts.annotations_taken.with_all(&counts.each_ref().map(String::as_str));
            let left_out = texts.count(taken.n_left_out, texts.annotations_left_out);
            let mut said = taken_in;
            if taken.n_left_out > 0 {
                said.extend([" ", &left_out]);
            }
            if let Some(line) = taken.unclosed {
                said.extend([" ", &texts.annotations_unclosed.with(&line.to_string())]);
            }
            said
        }
    };
    let row = el("div").attr("class", "files").with(choose).with_each(save);
    el("div").with(row).with(el("p").attr("role", "status").text(said))
}

/// A link with the file as a data URL: it also works from a page opened from disk.
fn save(annotations: &Annotations) -> El {
    thread_local! {
        // Writing thousands takes long and the view is drawn often, so the file is cached.
        static WRITTEN: RefCell<(Annotations, String)> = RefCell::default();
    }
    let href = WRITTEN.with_borrow_mut(|(written, href)| {
        if href.is_empty() || !written.is(annotations) {
            href.replace_range(.., "data:text/csv;charset=utf-8,");
            crate::address::encode(&file::write(annotations), href);
            written.clone_from(annotations);
        }
        href.clone()
    });
    el("a").attr("class", "button").attr("download", "dispositif.csv").attr("href", href)
}

fn entry(cx: &ViewContext, found: &Match, annotation: &Annotation) -> Option<El> {
    let document = &found.document;
    let (paragraph, clause) = found.parts()?;
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
