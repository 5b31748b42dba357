use crate::address::{Address, DocumentScope, SavedQuestion, View};
use crate::query::Facet;
use crate::ui::controls::link;
use crate::ui::markup::{El, button, el};
use crate::ui::state::{Document, QuestionAction, UiAction, ViewContext};
use std::rc::Rc;

/// The most documents with a column.
const N_COLUMNS: usize = 12;

/// A question with its number of matches, in total and in each document.
struct Row<'q> {
    question: &'q SavedQuestion,
    /// None for a regular expression, which only the worker can search.
    counts: Option<(u32, Vec<u32>)>,
}

/// The table of questions by documents. Every count links to its clauses.
pub fn table(cx: &ViewContext) -> Vec<El> {
    let texts = cx.texts();
    if cx.questions.is_empty() {
        return vec![el("p").attr("class", "hint").text(texts.intake.questions_none)];
    }
    let asked = cx.corpus.asked(&cx.address);
    let rows: Vec<Row> = cx.questions.iter().map(|question| Row::new(cx, question, &asked)).collect();
    let n_found = |at: usize| -> u32 {
        rows.iter().filter_map(|row| row.counts.as_ref()).filter_map(|(_, each)| each.get(at)).sum()
    };
    let mut columns: Vec<usize> = (0..asked.len()).filter(|at| n_found(*at) > 0).collect();
    let n_with_some = columns.len();
    columns.sort_by_key(|at| std::cmp::Reverse(n_found(*at)));
    columns.truncate(N_COLUMNS);
    columns.sort_unstable();
    let shown: Vec<(usize, &Document)> = columns.iter().filter_map(|at| Some((*at, &asked.get(*at)?.1))).collect();

    let mut head = el("tr").with(el("th").attr("scope", "col").text(texts.intake.question));
    head = head.with(el("th").attr("scope", "col").attr("class", "count").text(texts.total));
    for (_, document) in &shown {
        let name = el("bdi").attr("title", document.summary().title.clone()).text(document.name().to_owned());
        head = head.with(el("th").attr("scope", "col").with(name));
    }
    let body = el("tbody").with_each(rows.iter().map(|row| row.draw(cx, &shown)));
    let table = el("table").attr("aria-label", texts.intake.view_questions);
    let table = table.with(el("thead").with(head.with(el("td")))).with(body);
    let scroll = el("div").attr("class", "table scroll").attr("tabindex", "0").attr("role", "group");
    let mut parts = vec![scroll.attr("aria-label", texts.intake.view_questions).with(table)];
    if shown.len() < n_with_some {
        let words = texts.intake.questions_cut.with_all(&[&shown.len().to_string(), &n_with_some.to_string()]);
        parts.push(el("p").attr("class", "hint").text(words));
    }
    parts
}

impl<'q> Row<'q> {
    fn new(cx: &ViewContext, question: &'q SavedQuestion, asked: &[(usize, Document)]) -> Self {
        let counts = (!question.query.is_expression()).then(|| {
            let answer = cx.corpus.ask(&question.query, &cx.address);
            // A facet's counts ignore its own choices, so for chosen documents the matches are counted instead.
            let of_documents = question.query.choices.iter().any(|choice| choice.facet == Facet::Document);
            let each = if of_documents {
                let mut each = vec![0; asked.len()];
                for place in answer.places() {
                    let at = asked.iter().position(|(position, _)| *position == place.document);
                    at.and_then(|at| each.get_mut(at)).into_iter().for_each(|n| *n += 1);
                }
                each
            } else {
                let of = |document: &Document| answer.counts.of(Facet::Document, &document.link().to_string());
                asked.iter().map(|(_, document)| of(document)).collect()
            };
            (answer.n_clauses, each)
        });
        Self { question, counts }
    }

    fn draw(&self, cx: &ViewContext, shown: &[(usize, &Document)]) -> El {
        let texts = cx.texts();
        let SavedQuestion { name, query } = self.question;
        let all = Address { query: query.clone(), view: View::Table, place: String::new(), ..cx.address.clone() };
        let heading = link(cx, all.clone()).attr("dir", "auto").text(name.clone());
        let mut row = el("tr").key(name).with(el("th").attr("scope", "row").with(heading));
        let cell = |n: Option<u32>, address: Address| {
            let cell = el("td").attr("class", "count");
            match n {
                None => cell.text("–"),
                Some(0) => cell.attr("class", "count none").text("0"),
                Some(n) => cell.with(link(cx, address).text(n.to_string())),
            }
        };
        row = row.with(cell(self.counts.as_ref().map(|(n, _)| *n), all));
        for (at, document) in shown {
            let address = Address {
                document: Some(document.link()),
                scope: DocumentScope::Shown,
                query: query.clone(),
                ..Address::default()
            };
            row = row.with(cell(self.counts.as_ref().and_then(|(_, each)| each.get(*at).copied()), address));
        }
        let forget = UiAction::Questions(Rc::new(QuestionAction::Forget(name.clone())));
        let forget = button("×", cx.callback(forget)).attr("class", "remove");
        row.with(el("td").with(forget.attr("aria-label", texts.remove.with(name))))
    }
}
