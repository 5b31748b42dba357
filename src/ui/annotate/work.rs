//! The state of work: of one clause, and of all matches.

use crate::annotations::{Change, WorkState};
use crate::model::ClauseId;
use crate::query::Facet;
use crate::ui::browser::page;
use crate::ui::markup::{El, button, el};
use crate::ui::share;
use crate::ui::state::{AnnotationAction, UiAction, ViewContext, mark_name};
use std::rc::Rc;
use yew::Event;

/// Sets the state of a clause. A second click clears it; Shift-click marks every match since the clause that
/// was marked last.
pub fn marks(cx: &ViewContext, id: &ClauseId, now: Option<WorkState>) -> El {
    let texts = cx.texts();
    let mut row = el("div").attr("class", "marks").attr("role", "group").attr("aria-label", texts.intake.mark);
    for state in WorkState::ALL {
        let next = Some(state).filter(|state| now != Some(*state));
        let id = id.clone();
        let act = cx.dispatch.reform(move |event: Event| {
            UiAction::Annotate(Rc::new(if page::extends(&event) {
                AnnotationAction::MarkTo(id.clone(), Some(state))
            } else {
                AnnotationAction::Change(id.clone(), Change::Work(next))
            }))
        });
        let mark = button(mark_name(state, texts), act).attr("title", texts.intake.mark_range);
        let mark =
            mark.attr("class", "toggle").attr("data-mark", state.key()).truth("aria-pressed", now == Some(state));
        row = row.with(mark.maybe("aria-keyshortcuts", (state == WorkState::Reviewed).then_some("r")));
    }
    row
}

/// The share of matches that are reviewed. Empty if no clause has a state, or if the question filters by it.
pub fn progress(cx: &ViewContext) -> Option<El> {
    let texts = cx.texts();
    let filters_by_it = cx.address.query.choices.iter().any(|choice| choice.facet == Facet::Annotation);
    let n_of = |state: WorkState| cx.results.answer.counts.of(Facet::Annotation, state.key());
    if filters_by_it || WorkState::ALL.into_iter().all(|state| n_of(state) == 0) {
        return None;
    }
    let n_found = cx.results.answer.n_clauses.to_string();
    let mut words = texts.intake.reviewed_of.with_all(&[&n_of(WorkState::Reviewed).to_string(), &n_found]);
    for state in [WorkState::ToDo, WorkState::NotRelevant].into_iter().filter(|state| n_of(*state) > 0) {
        words.extend([texts.comma, mark_name(state, texts), " (", &n_of(state).to_string(), ")"]);
    }
    let bar = el("progress").attr("aria-hidden", "true").attr("max", n_found);
    let bar = bar.attr("value", n_of(WorkState::Reviewed).to_string());
    Some(el("p").attr("class", "work-progress").with(el("span").text(words)).with(bar))
}

/// Sets the state of all matches, and undoes that.
pub fn mark_found(cx: &ViewContext) -> El {
    let n_found = cx.results.answer.n_clauses;
    if n_found == 0 {
        return marked(cx);
    }
    el("div").with(marks_of(cx, n_found, AnnotationAction::MarkFound)).with(marked(cx))
}

/// Sets the state of the selected range of clauses, and copies their words.
pub fn range(cx: &ViewContext) -> Option<El> {
    let (end, range) = (cx.range_end.clone()?, cx.range());
    let row = marks_of(cx, range.len() as u32, |state| AnnotationAction::MarkTo(end.clone(), state));
    let words: Vec<String> = range.into_iter().map(|(_, words)| words).collect();
    Some(row.with(share::copies(cx, cx.texts().copy, words.join("\n"))))
}

/// Sets the state of several clauses.
fn marks_of(cx: &ViewContext, n: u32, action: impl Fn(Option<WorkState>) -> AnnotationAction) -> El {
    let texts = cx.texts();
    let mark = |words, state| {
        button(words, cx.callback(UiAction::Annotate(Rc::new(action(state))))).attr("class", "toggle")
    };
    let row = el("div").attr("class", "marks").attr("role", "group").attr("aria-labelledby", "mark-found");
    let row = row.with(el("span").attr("id", "mark-found").text(texts.intake.mark_all.with(&texts.n_clauses(n))));
    let each = |state: WorkState| mark(mark_name(state, texts), Some(state)).attr("data-mark", state.key());
    row.with_each(WorkState::ALL.into_iter().map(each)).with(mark(texts.intake.unmark, None))
}

/// How many clauses were marked last, with a button to undo it, and then the steps before it.
pub fn marked(cx: &ViewContext) -> El {
    let texts = cx.texts();
    let said = cx.annotations.before_marks.last().map(|before| {
        let undo = cx.callback(UiAction::Annotate(Rc::new(AnnotationAction::UndoMarks)));
        let undo = button(texts.intake.undo_marks, undo).attr("class", "quiet");
        el("span").text(texts.intake.marked.with(&texts.n_clauses(before.len() as u32))).text(" ").with(undo)
    });
    el("p").attr("role", "status").with_each(said)
}
