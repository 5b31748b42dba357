//! Remarks at the foot of a page: “* Reissued for technical reasons on 3 May 2024.” Some trees have them where their frame
//! is anchored, above what is printed above them.

use super::compose::PrintedRow;
use super::drafts::Draft;
use crate::intake::blocks::BlockKind;
use std::collections::HashMap;

/// Puts them at the end of their page.
pub fn put_last(drafts: Vec<Draft>) -> Vec<Draft> {
    let mut lowest: HashMap<u32, f32> = HashMap::new();
    let mut last: HashMap<u32, usize> = HashMap::new();
    for (at, draft) in drafts.iter().enumerate().filter(|(_, draft)| is_text(draft) && !is_remark(draft)) {
        for row in &draft.text.rows {
            let lowest = lowest.entry(row.page).or_insert(row.base);
            *lowest = lowest.max(row.base);
        }
        last.extend(first_row(draft).map(|row| (row.page, at)));
    }
    let is_lowest = |row: &PrintedRow| lowest.get(&row.page).is_some_and(|lowest| row.base > *lowest);
    let mut out = Vec::with_capacity(drafts.len());
    let mut remarks: Vec<Draft> = Vec::new();
    for (at, draft) in drafts.into_iter().enumerate() {
        let page = first_row(&draft).map(|row| row.page);
        let last_there = page.and_then(|page| last.get(&page));
        if last_there.is_some_and(|last| at < *last)
            && is_remark(&draft)
            && first_row(&draft).is_some_and(is_lowest)
        {
            remarks.push(draft);
            continue;
        }
        out.push(draft);
        if last_there == Some(&at) {
            out.extend(remarks.extract_if(.., |remark| first_row(remark).map(|row| row.page) == page));
        }
    }
    out.extend(remarks);
    out
}

fn first_row(draft: &Draft) -> Option<&PrintedRow> {
    draft.text.rows.first()
}

fn is_text(draft: &Draft) -> bool {
    draft.note.is_none() && !matches!(draft.kind, BlockKind::Artifact | BlockKind::Masthead)
}

fn is_remark(draft: &Draft) -> bool {
    let is_marked = draft.text.text.starts_with(['*', '†', '‡']);
    let is_on_one_page = draft.text.rows.windows(2).all(|pair| matches!(pair, [a, b] if a.page == b.page));
    is_text(draft) && draft.kind == BlockKind::Paragraph && is_marked && is_on_one_page
}
