//! Tables and remarks in tagged PDFs, as Word writes them.

use super::paper::{Paper, element};
use dispositif::intake::blocks::{BlockKind, FileBlock, Structured};
use dispositif::intake::{FileContent, read};

fn structured(paper: &Paper) -> Structured {
    match read("file.pdf", &paper.bytes()).remove(0).content {
        Ok(FileContent::Structured(file)) => file,
        other => panic!("{other:?}"),
    }
}

fn words(blocks: &[FileBlock]) -> Vec<&str> {
    let blocks = blocks.iter().filter(|block| block.kind != BlockKind::Artifact);
    blocks.map(|block| block.text.as_str()).collect()
}

/// A row of three cells on the last page.
fn row(paper: &mut Paper, top: f32, cells: [&[&str]; 3]) -> super::paper::Kid {
    let cells: Vec<_> = cells
        .into_iter()
        .zip([72.0, 220.0, 380.0])
        .map(|(lines, left)| {
            let lines: Vec<_> =
                lines.iter().zip(0_u8..).map(|(line, i)| (left, top + 12.0 * f32::from(i), 10.0, *line)).collect();
            let content = paper.marked(&lines);
            element("TD", [element("P", [content])])
        })
        .collect();
    element("TR", cells)
}

#[test]
fn a_tables_head_that_is_printed_again_on_the_next_page_is_read_once() {
    let mut paper = Paper::default();
    paper.page();
    let head = row(&mut paper, 700.0, [&["2025"], &["2026"], &["2027"]]);
    let first = row(&mut paper, 720.0, [&["One"], &["Two"], &["Three"]]);
    paper.page();
    let again = row(&mut paper, 72.0, [&["2025"], &["2026"], &["2027"]]);
    let second = row(&mut paper, 92.0, [&["Four"], &["2026"], &["Six"]]);
    paper.put(element("Table", [element("THead", [head, again]), element("TBody", [first, second])]));
    assert_eq!(
        words(&structured(&paper).blocks),
        ["2025", "2026", "2027", "One", "Two", "Three", "Four", "2026", "Six"]
    );
}

#[test]
fn a_head_on_the_same_page_is_not_a_repeated_one() {
    let mut paper = Paper::default();
    paper.page();
    let head = row(&mut paper, 700.0, [&["2025"], &["2026"], &["2027"]]);
    let again = row(&mut paper, 720.0, [&["2025"], &["2026"], &["2027"]]);
    paper.put(element("Table", [head, again]));
    assert_eq!(words(&structured(&paper).blocks).len(), 6);
}

#[test]
fn the_rest_of_a_row_on_the_next_page_continues_its_cells() {
    let mut paper = Paper::default();
    paper.page();
    let first =
        row(&mut paper, 700.0, [&["In the Commitment the", "States agreed on care"], &["None"], &["Two States"]]);
    paper.page();
    // The rest of the row has a cell before, which the row itself does not have.
    let empty = paper.marked(&[]);
    let content = paper.marked(&[(72.0, 72.0, 10.0, "infrastructure and services")]);
    let rest = element("TR", [element("TD", [empty]), element("TD", [element("P", [content])])]);
    paper.put(element("Table", [first, rest]));
    assert_eq!(
        words(&structured(&paper).blocks),
        ["In the Commitment the States agreed on care infrastructure and services", "None", "Two States"]
    );
}

#[test]
fn a_number_in_the_last_column_does_not_continue_with_the_next_pages_first() {
    let mut paper = Paper::default();
    paper.page();
    for (left, text) in [(72.0, "11. On developments"), (440.0, "50"), (500.0, "40")] {
        let content = paper.marked(&[(left, 740.0, 10.0, text)]);
        paper.put(element("P", [content]));
    }
    paper.page();
    let content = paper.marked(&[(72.0, 72.0, 10.0, "12. On evaluation")]);
    paper.put(element("P", [content]));
    assert_eq!(words(&structured(&paper).blocks), ["11. On developments", "50", "40", "12. On evaluation"]);
}

#[test]
fn a_raised_letter_in_a_table_calls_no_note_of_the_page() {
    let mut paper = Paper::default();
    paper.page();
    let content = paper.marked(&[
        (72.0, 100.0, 10.0, "Ministries have strengthened the analysis of what they"),
        (72.0, 112.0, 10.0, "plan and of their budgets, and States use it"),
        (292.0, 108.0, 6.0, "a"),
    ]);
    paper.put(element("Table", [element("TR", [element("TD", [element("P", [content])])])]));
    let content = paper.marked(&[(72.0, 126.0, 5.0, "a"), (78.0, 130.0, 8.0, "See resolution 79/223.")]);
    paper.put(element("P", [content]));
    let read = structured(&paper);
    assert_eq!(read.notes.len(), 0);
    assert_eq!(words(&read.blocks)[1], "a See resolution 79/223.");
}

#[test]
fn a_remark_that_is_printed_at_the_foot_is_read_after_its_page() {
    let mut paper = Paper::default();
    paper.page();
    for (top, text) in [(100.0, "Programme planning"), (700.0, "* Reissued."), (120.0, "Contents")] {
        let content = paper.marked(&[(72.0, top, 10.0, text)]);
        paper.put(element("P", [content]));
    }
    paper.page();
    let content = paper.marked(&[(72.0, 72.0, 10.0, "1. Decides so.")]);
    paper.put(element("P", [content]));
    assert_eq!(
        words(&structured(&paper).blocks),
        ["Programme planning", "Contents", "* Reissued.", "1. Decides so."]
    );
}

#[test]
fn a_space_that_is_printed_over_is_none() {
    let mut paper = Paper::default();
    paper.page();
    // A letter of 10 points takes 5: the next begins where the space does.
    let content = paper.marked(&[
        (72.0, 100.0, 10.0, "the decade 2024- "),
        (152.5, 100.0, 10.0, "2034 and"),
        (196.0, 100.0, 10.0, "on"),
    ]);
    paper.put(element("P", [content]));
    assert_eq!(words(&structured(&paper).blocks), ["the decade 2024-2034 and on"]);
}

#[test]
fn a_content_of_lines_only_is_no_missing_text() {
    let mut paper = Paper::default();
    paper.page();
    let kids: Vec<_> = (0..20)
        .map(|_| {
            let content = paper.marked(&[]);
            element("P", [content])
        })
        .collect();
    let content = paper.marked(&[(72.0, 100.0, 10.0, "1. Decides so.")]);
    paper.put(element("P", [content])).put(element("Sect", kids));
    assert_eq!(structured(&paper).warnings, []);
}
