use crate::address::{Address, DocumentScope, SavedQuestion, View};
use crate::export::in_words;
use crate::query::{Facet, TextMatches, expression};
use crate::ui::browser::page;
use crate::ui::controls::link;
use crate::ui::markup::{El, On, button, el};
use crate::ui::state::{Document, ExpressionMatches, QuestionAction, SearchFailure, UiAction, ViewContext};
use std::rc::Rc;
use yew::{Callback, Event};

/// How many documents have a column at a time.
const N_COLUMNS: usize = 12;

/// A question with how many clauses answer it.
struct Row<'q> {
    question: &'q SavedQuestion,
    counts: Counts,
}

enum Counts {
    /// In all, and in each document.
    Found(u32, Vec<u32>),
    /// The worker looks for a regular expression.
    Waiting,
    /// A regular expression has no result.
    Failed(SearchFailure),
}

/// The table of questions by documents. Every count links to its clauses.
pub fn table(cx: &ViewContext) -> Vec<El> {
    let texts = cx.texts();
    if cx.questions.is_empty() {
        return vec![el("p").attr("class", "hint").text(texts.intake.questions_none)];
    }
    let asked = cx.corpus.asked(&cx.address);
    let rows: Vec<Row> = cx.questions.iter().map(|question| Row::new(cx, question, &asked)).collect();
    let n_found = |at: usize| -> u32 { rows.iter().map(|row| row.counts.at(at)).sum() };
    let mut columns: Vec<(u32, usize)> = (0..asked.len()).map(|at| (n_found(at), at)).collect();
    columns.retain(|(n, _)| *n > 0);
    columns.sort_by_key(|(n, _)| std::cmp::Reverse(*n));
    let first = cx.first_column.map_or(0, |first| if first < columns.len() { first } else { 0 });
    let n_shown = cx.first_column.map_or(columns.len(), |_| N_COLUMNS);
    let shown = columns.iter().skip(first).take(n_shown);
    let shown: Vec<(usize, &Document)> = shown.filter_map(|(_, at)| Some((*at, &asked.get(*at)?.1))).collect();

    let mut head = el("tr").with(el("th").attr("scope", "col").text(texts.intake.question));
    head = head.with(el("th").attr("scope", "col").attr("class", "count").text(texts.total));
    for (_, document) in &shown {
        let name = el("bdi").attr("title", document.summary().title.clone()).text(with_breaks(document.label()));
        head = head.with(el("th").attr("scope", "col").with(name));
    }
    let body = el("tbody").with_each(rows.iter().map(|row| row.draw(cx, &shown)));
    let table = el("table").attr("aria-label", texts.intake.view_questions);
    let table = table.with(el("thead").with(head.with(el("td")))).with(body);
    let scroll = el("div").attr("class", "table scroll").attr("tabindex", "0").attr("role", "group");
    let mut tools = el("p").attr("class", "hint");
    if columns.len() > N_COLUMNS {
        let range = range(cx, first, n_shown, columns.len());
        tools = tools.text(texts.intake.questions_cut.with(&columns.len().to_string())).with(range).text(" ");
    }
    // The regular expressions could not look in these.
    let n_missing = |found: &Rc<ExpressionMatches>| found.found.as_ref().map_or(0, |found| found.n_missing);
    if let Some(n) = cx.question_matches.iter().map(n_missing).max().filter(|n| *n > 0) {
        tools = tools.text(texts.export.missing.with(&n.to_string())).text(" ");
    }
    let saved = cx.clone();
    let save = Callback::from(move |_| saved.dispatch.emit(save(&saved)));
    let save = button([texts.save_file, " (CSV)"].concat(), save).attr("class", "quiet");
    vec![tools.with(save), scroll.attr("aria-label", texts.intake.view_questions).with(table)]
}

/// A name that a narrow column breaks after a slash, and not within a number.
fn with_breaks(name: &str) -> String {
    name.replace('/', "/\u{200b}")
}

/// The choice of which documents have a column.
fn range(cx: &ViewContext, first: usize, n_shown: usize, n: usize) -> El {
    let choose = cx.dispatch.reform(|event: Event| {
        let first = page::value_of(&event).parse().ok();
        UiAction::Questions(Rc::new(QuestionAction::Columns(first)))
    });
    let label = cx.texts().intake.questions_cut.with(&n.to_string());
    let mut select = el("select").attr("aria-label", label).on(On::Change, choose);
    let pages = (0..n).step_by(N_COLUMNS).map(|at| (at.to_string(), at, (at + N_COLUMNS).min(n)));
    for (value, from, to) in pages.chain([(String::new(), 0, n)]) {
        let words = [&(from + 1).to_string(), "–", &to.to_string()].concat();
        let is_shown = from == first && to == (first + n_shown).min(n);
        select = select.with(el("option").attr("value", value).flag("selected", is_shown).text(words));
    }
    select
}

/// All questions and all documents as a file.
fn save(cx: &ViewContext) -> UiAction {
    let asked = cx.corpus.asked(&cx.address);
    let mut head: Vec<String> = ["question", "asked", "link", "total"].map(str::to_owned).into();
    head.extend(asked.iter().map(|(_, document)| document.label().to_owned()));
    let mut rows = vec![head];
    for question in cx.questions.iter() {
        let Row { counts, .. } = Row::new(cx, question, &asked);
        let mut row = vec![question.name.clone(), in_words(&question.query), cx.url(&all(cx, question))];
        match counts {
            Counts::Found(total, each) => row.extend([total].into_iter().chain(each).map(|n| n.to_string())),
            _ => row.resize(asked.len() + 4, String::new()),
        }
        rows.push(row);
    }
    UiAction::Questions(Rc::new(QuestionAction::Save(rows)))
}

/// The address of all that answers a question.
fn all(cx: &ViewContext, question: &SavedQuestion) -> Address {
    Address { query: question.query.clone(), view: View::Table, place: String::new(), ..cx.address.clone() }
}

impl Counts {
    fn of(cx: &ViewContext, SavedQuestion { query, .. }: &SavedQuestion, asked: &[(usize, Document)]) -> Self {
        let answer = match expression(&query.text) {
            None => cx.corpus.ask(query, &cx.address),
            Some(expression) => {
                let found = cx.question_matches.iter().find(|found| found.expression == expression);
                let clauses = match found.map(|found| &found.found) {
                    None => return Self::Waiting,
                    Some(Err(failure)) => return Self::Failed(*failure),
                    Some(Ok(found)) => found.clauses.iter().map(|(id, clauses)| (id, clauses.as_slice())),
                };
                let text = TextMatches::of_documents(cx.corpus.index(), clauses);
                cx.corpus.answer(query, &cx.address, Some(&text))
            }
        };
        // What is counted of a facet leaves its own choices out: where documents are chosen, their clauses are counted.
        let of_documents = query.choices.iter().any(|choice| choice.facet == Facet::Document);
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
        Self::Found(answer.n_clauses, each)
    }

    /// How many there are in a document.
    fn at(&self, document: usize) -> u32 {
        if let Self::Found(_, each) = self { each.get(document).copied().unwrap_or_default() } else { 0 }
    }
}

impl<'q> Row<'q> {
    fn new(cx: &ViewContext, question: &'q SavedQuestion, asked: &[(usize, Document)]) -> Self {
        Self { question, counts: Counts::of(cx, question, asked) }
    }

    fn draw(&self, cx: &ViewContext, shown: &[(usize, &Document)]) -> El {
        let texts = cx.texts();
        let SavedQuestion { name, query } = self.question;
        let all = all(cx, self.question);
        let heading =
            el("th").attr("scope", "row").with(link(cx, all.clone()).attr("dir", "auto").text(name.clone()));
        let heading = match self.counts {
            Counts::Failed(failure) => heading.with(el("small").text(failure.words(texts, &query.text))),
            _ => heading,
        };
        let mut row = el("tr").key(name).with(heading);
        let cell = |n: u32, address: Address| {
            let cell = el("td").attr("class", "count");
            match (&self.counts, n) {
                (Counts::Waiting, _) => cell.text("…"),
                (Counts::Failed(_), _) => cell.text("–"),
                (_, 0) => cell.attr("class", "count none").text("0"),
                _ => cell.with(link(cx, address).text(n.to_string())),
            }
        };
        row = row.with(cell(if let Counts::Found(n, _) = &self.counts { *n } else { 0 }, all));
        for (at, document) in shown {
            let address = Address {
                document: Some(document.shared_link()),
                scope: DocumentScope::Shown,
                query: query.clone(),
                ..Address::default()
            };
            row = row.with(cell(self.counts.at(*at), address));
        }
        let forget = UiAction::Questions(Rc::new(QuestionAction::Forget(name.clone())));
        let forget = button("×", cx.callback(forget)).attr("class", "remove");
        row.with(el("td").with(forget.attr("aria-label", texts.remove.with(name))))
    }
}
