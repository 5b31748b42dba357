//! The rows and cells of a Word table, without those that were deleted.

use crate::intake::xml::{Element, Space};

/// A table's rows that are not deleted.
pub fn rows(table: Element<'_>) -> Vec<Element<'_>> {
    let mut found = Vec::new();
    for element in table.elements() {
        match element.name() {
            (Space::Word, "tr") => {
                let is_deleted = element.child("trPr").is_some_and(|properties| properties.child("del").is_some());
                if !is_deleted {
                    found.push(element);
                }
            }
            (Space::Word, "sdt" | "sdtContent" | "customXml" | "ins" | "moveTo") => found.extend(rows(element)),
            _ => {}
        }
    }
    found
}

/// A row's cells with their columns.
pub fn cells(row: Element<'_>) -> Vec<(u16, Element<'_>)> {
    let before = row.child("trPr").and_then(|properties| properties.value("gridBefore"));
    let mut column: u16 = before.and_then(|before| before.parse().ok()).unwrap_or(0);
    let mut found = Vec::new();
    push_cells(row, &mut column, &mut found);
    found
}

fn push_cells<'p>(container: Element<'p>, column: &mut u16, found: &mut Vec<(u16, Element<'p>)>) {
    for element in container.elements() {
        match element.name() {
            (Space::Word, "tc") => {
                let properties = element.child("tcPr");
                let span = properties.and_then(|properties| properties.value("gridSpan"));
                if properties.is_none_or(|properties| properties.child("cellDel").is_none()) {
                    found.push((*column, element));
                }
                *column = column.saturating_add(span.and_then(|span| span.parse().ok()).unwrap_or(1));
            }
            (Space::Word, "sdt" | "sdtContent" | "customXml") => push_cells(element, column, found),
            _ => {}
        }
    }
}
