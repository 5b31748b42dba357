use super::outcome_words;
use crate::address::{Address, View};
use crate::i18n::Texts;
use crate::ui::controls::link;
use crate::ui::markup::{El, button, el};
use crate::ui::state::{Document, IntakeAction, Outcome, ReportLine, UiAction, ViewContext};
use std::rc::Rc;

/// The most lines shown, and the most while files are being read and the page is redrawn often. The report can be saved in
/// full.
const N_SHOWN: usize = 200;
const N_SHOWN_MEANWHILE: usize = 40;

/// The report on added files, until the reader dismisses it.
pub fn report(cx: &ViewContext) -> Option<El> {
    let lines = &cx.intake.report;
    let texts = cx.texts();
    if lines.is_empty() {
        return cx.intake.worker_gone.then(|| worker_gone(texts));
    }
    let (n_done, n) = cx.intake.progress();
    let act = |action| cx.callback(UiAction::Intake(Rc::new(action)));
    let mut progress = texts.intake.progress.with_all(&[&n_done.to_string(), &n.to_string()]);
    let n_of = |is_so: fn(&Outcome) -> bool| lines.iter().filter(|line| is_so(&line.outcome)).count();
    let (n_failed, n_cancelled) = (n_of(has_failed), n_of(|outcome| matches!(outcome, Outcome::Cancelled)));
    if n_failed > 0 {
        progress.extend([texts.comma, &texts.intake.n_failed.with(&n_failed.to_string())]);
    }
    let n_same = n_of(|outcome| matches!(outcome, Outcome::Same(_)));
    if n_same > 0 {
        progress.extend([texts.comma, &texts.intake.n_same.with(&n_same.to_string())]);
    }
    if n_cancelled > 0 {
        let cancelled = texts.criterion.with_all(&[texts.intake.cancelled, &n_cancelled.to_string()]);
        progress.extend([texts.comma, &cancelled]);
    }
    let heading = el("h2").attr("id", "report").text(texts.intake.report);
    let mut head = el("div").attr("class", "report-head").with(heading);
    head = head.with(el("p").attr("role", "status").text(progress.clone()));
    if n_done < n {
        let bar = el("progress")
            .attr("aria-label", progress)
            .attr("max", n.to_string())
            .attr("value", n_done.to_string());
        head = head.with(bar).with(button(texts.intake.cancel, act(IntakeAction::CancelAll)));
    } else {
        let name = cx.file_name("report") + ".txt";
        let save = el("a").attr("class", "button").attr("download", name).attr("href", address(lines, texts));
        head = head.with(save.text(texts.intake.save_report));
        head = head.with(button(texts.intake.dismiss, act(IntakeAction::Dismiss)));
    }
    let mut list = el("ul").attr("class", "report-lines").attr("tabindex", "0").attr("aria-labelledby", "report");
    let shown = shown(lines, if n_done < n { N_SHOWN_MEANWHILE } else { N_SHOWN }, n_done == n);
    let n_shown = shown.len();
    for (n, line) in shown {
        list = list.with(item(cx, line).key(&n.to_string()));
    }
    let cut = (n_shown < n).then(|| {
        let words = texts.intake.report_cut.with_all(&[&n_shown.to_string(), &n.to_string()]);
        el("p").attr("class", "hint").text(words)
    });
    let gone = cx.intake.worker_gone.then(|| worker_gone(texts));
    Some(
        el("section")
            .attr("class", "report")
            .attr("aria-labelledby", "report")
            .with(head)
            .with_each(gone)
            .with(list)
            .with_each(cut),
    )
}

/// The lines shown, with their numbers: those that need attention first, as soon as all are done or where not all are shown.
fn shown(lines: &[ReportLine], n_shown: usize, is_done: bool) -> Vec<(usize, &ReportLine)> {
    let is_plain =
        |line: &ReportLine| matches!(line.outcome, Outcome::Read(_, Ok(())) | Outcome::Same(_) | Outcome::Waiting);
    let mut shown: Vec<(usize, &ReportLine)> = lines.iter().enumerate().collect();
    if is_done || lines.len() > n_shown {
        shown.sort_by_key(|(_, line)| is_plain(line));
        shown.truncate(n_shown);
    }
    shown
}

/// The notice that the worker could not be loaded, with advice.
fn worker_gone(texts: &Texts) -> El {
    let reload = el("a").attr("class", "button").attr("href", "").text(texts.intake.reload);
    let words = el("p").attr("class", "worker-gone").attr("role", "alert").text(texts.intake.worker_gone);
    words.text(" ").with(reload)
}

fn item(cx: &ViewContext, line: &ReportLine) -> El {
    let name = el("bdi").attr("class", "file-name").text(line.name.clone());
    let words = outcome_words(&line.outcome, cx.texts());
    let said = match &line.outcome {
        Outcome::Read(summary, _) | Outcome::Same(summary) => {
            let document = summary.id.link();
            let document = cx.corpus.linked(&document).map_or(document, Document::shared_link);
            link(cx, Address { document: Some(document), view: View::Text, ..Address::default() })
        }
        _ => el("span"),
    };
    el("li").attr("data-outcome", key(&line.outcome)).with(name).text(" ").with(said.text(words))
}

/// Whether there is no document from a file, though the reader wanted one.
fn has_failed(outcome: &Outcome) -> bool {
    matches!(outcome, Outcome::Refused(_) | Outcome::NotKept(_) | Outcome::Crashed | Outcome::NotStarted)
}

/// The key of an outcome, for the stylesheet and tests.
fn key(outcome: &Outcome) -> &'static str {
    match outcome {
        Outcome::Waiting => "waiting",
        Outcome::Reading => "reading",
        Outcome::Read(_, Ok(())) => "read",
        Outcome::Read(_, Err(_)) => "not-kept",
        Outcome::Same(_) => "same",
        Outcome::Refused(_) => "refused",
        Outcome::NotKept(_) => "lost",
        Outcome::Cancelled => "cancelled",
        Outcome::Crashed => "crashed",
        Outcome::NotStarted => "not-started",
    }
}

/// The report as a file: one line per file, with its name and outcome.
fn address(lines: &[ReportLine], texts: &Texts) -> String {
    let mut href = "data:text/plain;charset=utf-8,".to_owned();
    let file: String = lines
        .iter()
        .flat_map(|line| [line.name.clone(), "\t".into(), outcome_words(&line.outcome, texts), "\n".into()])
        .collect();
    // The signs that keep values of other directions apart on the page.
    crate::address::encode(&file.replace(['\u{2068}', '\u{2069}'], ""), &mut href);
    href
}
