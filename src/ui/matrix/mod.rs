//! The matrix: counts by two facets.
//!
//! It is a real table, so that it can be read aloud, printed and copied. The shade of a cell is an attribute; the stylesheet
//! defines the colours.

mod bars;

use crate::address::{Address, Axes, View};
use crate::i18n::Texts;
use crate::model::{TopicId, VerbId};
use crate::query::{Axis, Choice, MatrixLine, NONE};
use crate::ui::browser::page;
use crate::ui::controls::link;
use crate::ui::markup::{El, On, el};
use crate::ui::state::{UiAction, ViewContext};
use yew::Event;

/// From this many columns their names are rotated.
const N_UPRIGHT: usize = 8;

/// The number of shades.
const N_SHADES: u32 = 5;

/// The matrix and the controls for its sides.
pub fn matrix(cx: &ViewContext) -> Vec<El> {
    let (texts, query) = (cx.texts(), &cx.address.query);
    let Axes { rows, columns } = cx.address.axes;
    let matrix = cx.results.answer.matrix(query, rows, columns);
    let sides = el("div").attr("class", "sides").with(side(cx, true)).with(side(cx, false));
    let has_nothing = |lines: &[MatrixLine]| lines.iter().all(|line| line.key == NONE);
    if has_nothing(&matrix.rows) || has_nothing(&matrix.columns) {
        // Without matches, the notice above is enough.
        let unannotated = [rows, columns].contains(&Axis::Annotation) && cx.results.answer.n_clauses > 0;
        let hint = unannotated.then(|| el("p").attr("class", "hint").text(texts.annotations_none));
        return std::iter::once(sides).chain(hint).collect();
    }
    let label = |axis: Axis, line: &MatrixLine| cx.corpus.label(axis.facet(), &line.key, texts);
    let lang = |axis: Axis, line: &MatrixLine| cx.corpus.foreign(axis.facet(), &line.key, texts);
    let choice =
        |axis: Axis, line: &MatrixLine| Choice { facet: axis.facet(), value: line.key.clone(), excluded: false };
    let to = |choices: [Option<Choice>; 2]| {
        let mut address = Address { view: View::Table, place: String::new(), ..cx.address.clone() };
        for choice in choices.into_iter().flatten() {
            // The value replaces other choices of its facet: a cell leads to exactly its clauses.
            address.query.choices.retain(|other| other.facet != choice.facet || other.excluded);
            address.query.choose(choice);
        }
        link(cx, address)
    };

    let heads = heads(cx, columns, &matrix.columns);
    let turned = matrix.columns.len() > N_UPRIGHT;
    let largest = matrix.largest();
    let mut body = el("tbody");
    for (row, cells) in matrix.rows.iter().zip(&matrix.cells) {
        let name = label(rows, row);
        let mut line =
            el("tr").with(el("th").attr("scope", "row").maybe("lang", lang(rows, row)).text(name.clone()));
        for (column, n) in matrix.columns.iter().zip(cells) {
            let mut cell = el("td").attr("data-shade", shade(*n, largest).to_string());
            if *n > 0 {
                let spoken =
                    texts.matrix_cell.with_all(&[&name, &label(columns, column), &texts.n_clauses_in_digits(*n)]);
                // Two values of one facet would be alternatives, so such a cell has no link.
                cell = if rows.facet() == columns.facet() {
                    cell.text(n.to_string())
                } else {
                    let link = to([Some(choice(rows, row)), Some(choice(columns, column))]);
                    cell.with(link.attr("aria-label", spoken).text(n.to_string()))
                };
            }
            line = line.with(cell);
        }
        let total = to([Some(choice(rows, row)), None]).attr("aria-label", total(&name, row.total, texts));
        body = body.with(line.with(el("td").attr("class", "total").with(total.text(row.total.to_string()))));
    }

    let mut foot = el("tr").with(el("th").attr("scope", "row").text(texts.total));
    for column in &matrix.columns {
        let spoken = total(&label(columns, column), column.total, texts);
        let total = to([None, Some(choice(columns, column))]).attr("aria-label", spoken);
        foot = foot.with(el("td").attr("class", "total").with(total.text(column.total.to_string())));
    }
    let n_clauses = cx.results.answer.n_clauses.to_string();
    let foot = el("tfoot").with(foot.with(el("td").attr("class", "total").text(n_clauses)));

    let caption = el("p").attr("class", "hint").attr("id", "matrix-hint").text(texts.matrix_caption);
    let table = el("table").attr("aria-describedby", "matrix-hint").with(heads).with(body).with(foot);
    let table = table.attr("aria-label", [texts.axis(rows), " × ", texts.axis(columns)].concat());
    let table = table.maybe("class", turned.then_some("turned"));
    let table = el("div")
        .attr("class", "matrix scroll")
        .attr("tabindex", "0")
        .attr("role", "group")
        .attr("aria-label", texts.view_matrix)
        .with(table);
    let sides_of = |axis| rows == axis || columns == axis;
    let bars = sides_of(Axis::Actor) && (sides_of(Axis::Verb) || sides_of(Axis::Class));
    let bars = bars.then(|| bars::bars(cx)).flatten();
    [sides, caption, table].into_iter().chain(bars).collect()
}

/// The column headers; columns of one class or parent topic share a header above them.
fn heads(cx: &ViewContext, axis: Axis, columns: &[MatrixLine]) -> El {
    let texts = cx.texts();
    let head = |scope: &'static str| el("th").attr("scope", scope);
    let groups: Vec<Option<String>> = columns.iter().map(|column| group(cx, axis, &column.key)).collect();
    let grouped = groups.chunk_by(PartialEq::eq).any(|same| same.len() > 1 && same.first() != Some(&None));
    let mut thead = el("thead");
    let mut row = el("tr");
    if grouped {
        let mut over = el("tr").with(el("td"));
        for same in groups.chunk_by(PartialEq::eq) {
            let name = same.first().cloned().flatten();
            let cell = if name.is_some() { head("colgroup").attr("class", "group") } else { el("td") };
            over = over.with(cell.attr("colspan", same.len().to_string()).text(name.unwrap_or_default()));
        }
        thead = thead.with(over.with(el("td")));
    }
    row = row.with(el("td"));
    for column in columns {
        let lang = cx.corpus.foreign(axis.facet(), &column.key, texts);
        let name = el("span").maybe("lang", lang).text(cx.corpus.label(axis.facet(), &column.key, texts));
        row = row.with(head("col").with(name));
    }
    thead.with(row.with(head("col").with(el("span").text(texts.total))))
}

/// The group of a column: the class of a verb, the parent of a topic.
fn group(cx: &ViewContext, axis: Axis, key: &str) -> Option<String> {
    let (texts, glossary) = (cx.texts(), cx.corpus.glossary());
    match axis {
        Axis::Verb => glossary.verb(&VerbId::from(key)).map(|verb| texts.class(verb.class).to_owned()),
        Axis::Subtopic => {
            let topic = glossary.topic(&TopicId::from(key))?;
            let parent = topic.parent.as_ref().unwrap_or(&topic.id);
            Some(cx.corpus.label(axis.facet(), parent.as_str(), texts))
        }
        _ => None,
    }
}

fn total(name: &str, n: u32, texts: &Texts) -> String {
    texts.matrix_cell.with_all(&[name, texts.total, &texts.n_clauses_in_digits(n)])
}

/// The shade of a count: 0 for none, the darkest for the largest.
fn shade(n: u32, largest: u32) -> u32 {
    (n * N_SHADES).div_ceil(largest.max(1))
}

/// The control for the rows or the columns. Choosing the axis of the other side swaps them.
fn side(cx: &ViewContext, of_rows: bool) -> El {
    let texts = cx.texts();
    let axes = cx.address.axes;
    let (label, chosen) =
        if of_rows { (texts.matrix_rows, axes.rows) } else { (texts.matrix_columns, axes.columns) };
    let lay = cx.dispatch.reform(move |event: Event| {
        let axis = Axis::from_key(&page::value_of(&event)).unwrap_or(chosen);
        let other = if of_rows { axes.columns } else { axes.rows };
        let other = if other == axis { chosen } else { other };
        UiAction::SetAxes(if of_rows {
            Axes { rows: axis, columns: other }
        } else {
            Axes { rows: other, columns: axis }
        })
    });
    let mut select = el("select").on(On::Change, lay);
    for axis in Axis::ALL {
        let option = el("option").attr("value", axis.key()).flag("selected", axis == chosen);
        select = select.with(option.text(texts.axis(axis)));
    }
    el("label").text(label).text(" ").with(select.key(chosen.key()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_none_has_no_shade_and_only_the_most_the_darkest() {
        assert_eq!(shade(0, 15), 0);
        assert_eq!(shade(1, 15), 1);
        assert_eq!(shade(15, 15), N_SHADES);
        assert!(shade(12, 15) < N_SHADES);
        assert_eq!(shade(0, 0), 0);
    }
}
