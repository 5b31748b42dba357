//! The heads of tables that continue on the next page, where they are printed again.

use super::drafts::Draft;
use crate::intake::blocks::BlockKind;

/// Calls what a table's first row says again on a further page an artifact.
pub fn mark_repeated(drafts: &mut [Draft]) {
    let rows = rows(drafts);
    let mut repeated = Vec::new();
    let mut last: Option<&Row> = None;
    let mut head: Option<&Row> = None;
    for row in &rows {
        let is_same_table = last.is_some_and(|last| last.table == row.table || last.end == row.start);
        match head.filter(|_| is_same_table) {
            Some(head) if row.page > head.page && row.words == head.words => repeated.extend(row.cells.clone()),
            Some(_) => {}
            None => head = Some(row),
        }
        last = Some(row);
    }
    for at in repeated {
        if let Some(draft) = drafts.get_mut(at) {
            draft.kind = BlockKind::Artifact;
        }
    }
}

/// A row of a table.
#[derive(Default)]
struct Row {
    table: u16,
    number: u16,
    page: u32,
    cells: Vec<usize>,
    words: String,
    /// How many paragraphs of the text are before it, and before what follows it.
    start: usize,
    end: usize,
}

fn rows(drafts: &[Draft]) -> Vec<Row> {
    let mut rows: Vec<Row> = Vec::new();
    let mut n_before = 0;
    for (at, draft) in drafts.iter().enumerate() {
        let (BlockKind::Cell { table, row: number, .. }, Some(first)) = (draft.kind, draft.text.rows.first())
        else {
            n_before += usize::from(draft.kind != BlockKind::Artifact && draft.note.is_none());
            continue;
        };
        let page = first.page;
        let is_open = |row: &Row| (row.table, row.number, row.page) == (table, number, page);
        if !rows.last().is_some_and(is_open) {
            rows.push(Row { table, number, page, start: n_before, ..Row::default() });
        }
        if let Some(row) = rows.last_mut() {
            row.cells.push(at);
            row.words.push_str(&draft.text.text);
            row.words.push('\t');
            row.end = n_before;
        }
    }
    rows
}
