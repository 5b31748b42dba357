//! PDFs without a structure tree, as typesetters, browsers and scanners make them.

use super::paper::Paper;
use dispositif::intake::blocks::{BlockKind, WarningKind};
use dispositif::intake::{FileContent, Structured, read};
use dispositif::model::{DoubtKind, Part};
use dispositif::parse::parse_structured;

fn structured(paper: &Paper) -> Structured {
    match read("file.pdf", &paper.bytes()).remove(0).content {
        Ok(FileContent::Structured(file)) => file,
        other => panic!("{other:?}"),
    }
}

fn texts(paper: &Paper) -> Vec<String> {
    let text = |kind| kind != BlockKind::Artifact;
    structured(paper).blocks.into_iter().filter(|block| text(block.kind)).map(|block| block.text).collect()
}

/// The cells of each row, of the first table.
fn rows(file: &Structured) -> Vec<Vec<String>> {
    let mut rows: Vec<Vec<String>> = Vec::new();
    for block in &file.blocks {
        let BlockKind::Cell { table: 0, row, .. } = block.kind else { continue };
        rows.resize(rows.len().max(row as usize + 1), Vec::new());
        rows[row as usize].push(block.text.clone());
    }
    rows
}

const FULL: &str = "Recalls its resolutions on the matter and the reports that were made to it in the";

/// Rows of cells below a paragraph and above another one; where each row is, and what its lines are.
fn table(rows: &[(f32, &[(f32, &str)])]) -> Paper {
    let mut paper = Paper::default();
    paper.page();
    paper.line(72.0, 88.0, 10.0, FULL).line(72.0, 100.0, 10.0, "year, and decides on the shares as follows:");
    for (top, cells) in rows {
        for (left, text) in *cells {
            paper.line(*left, *top, 10.0, text);
        }
    }
    let below = rows.last().map_or(100.0, |row| row.0) + 24.0;
    paper.line(72.0, below, 10.0, FULL).line(72.0, below + 12.0, 10.0, "present year.");
    paper
}

#[test]
fn a_table_without_a_tree_is_read_cell_by_cell() {
    let paper = table(&[
        (130.0, &[(72.0, "State"), (200.0, "Share"), (320.0, "Remarks")]),
        (148.0, &[(72.0, "France"), (200.0, "4.3"), (320.0, "paid in full before the")]),
        (160.0, &[(320.0, "end of the session")]),
        (178.0, &[(72.0, "Republic"), (200.0, "0.01"), (320.0, "nothing has been")]),
        (190.0, &[(72.0, "of Moldova"), (320.0, "paid yet")]),
    ]);
    let file = structured(&paper);
    assert_eq!(
        rows(&file),
        [
            ["State", "Share", "Remarks"],
            ["France", "4.3", "paid in full before the end of the session"],
            ["Republic of Moldova", "0.01", "nothing has been paid yet"],
        ]
    );
    let first = file.blocks.first().map(|block| block.text.as_str());
    assert!(first.is_some_and(|text| text.ends_with("the shares as follows:")), "{first:?}");
    assert!(file.blocks.last().is_some_and(|block| block.text.ends_with("present year.")));
}

#[test]
fn rows_as_close_as_lines_are_told_by_their_first_column() {
    let paper = table(&[
        (130.0, &[(72.0, "State"), (200.0, "Share"), (320.0, "Remarks")]),
        (142.0, &[(72.0, "France"), (200.0, "4.3"), (320.0, "paid in full before the")]),
        (154.0, &[(320.0, "end of the session")]),
        (166.0, &[(72.0, "Zambia"), (200.0, "0.01"), (320.0, "paid")]),
    ]);
    assert_eq!(
        rows(&structured(&paper)),
        [
            ["State", "Share", "Remarks"],
            ["France", "4.3", "paid in full before the end of the session"],
            ["Zambia", "0.01", "paid"],
        ]
    );
}

#[test]
fn numbered_paragraphs_and_stretched_lines_are_no_table() {
    let mut paper = Paper::default();
    paper.page();
    for i in 0..6_u8 {
        let top = 100.0 + 36.0 * f32::from(i);
        paper.line(72.0, top, 10.0, &format!("{}.", i + 1));
        paper.line(110.0, top, 10.0, "Requests the Office to report to the Assembly at its next session on the");
        // A line of a few words that reaches from one edge to the other.
        paper.line(72.0, top + 12.0, 10.0, "implementation");
        paper.line(200.0, top + 12.0, 10.0, "of the resolution");
        paper.line(380.0, top + 12.0, 10.0, "and its costs, in");
        paper.line(72.0, top + 24.0, 10.0, "full.");
    }
    let file = structured(&paper);
    assert!(file.blocks.iter().all(|block| !matches!(block.kind, BlockKind::Cell { .. })), "{file:#?}");
    assert_eq!(file.blocks.len(), 6);
}

#[test]
fn cells_below_an_operative_paragraph_are_no_headings() {
    let mut paper = table(&[
        (130.0, &[(72.0, "State"), (200.0, "Share"), (320.0, "Remarks")]),
        (148.0, &[(72.0, "France"), (200.0, "4.3"), (320.0, "paid in full")]),
        (166.0, &[(72.0, "Zambia"), (200.0, "0.01"), (320.0, "paid in part")]),
    ]);
    paper.page().line(72.0, 100.0, 10.0, "2. Requests the Office to report to the Assembly at its next session.");
    let parsed = parse_structured(&structured(&paper));
    let headings = parsed.resolution.paragraphs.iter().filter(|paragraph| paragraph.part == Part::Heading);
    assert_eq!(headings.map(|paragraph| paragraph.text.as_str()).collect::<Vec<_>>(), Vec::<&str>::new());
}

#[test]
fn a_page_is_read_upright_however_it_is_turned() {
    let lines = ["Recalls its resolutions on the matter and the", "reports that were made to it."];
    // Sideways on the page, whether a reader turns it back or not.
    for turned in [0, 90, 180, 270] {
        for [a, b] in [[1, 0], [0, 1], [-1, 0], [0, -1]] {
            let mut paper = Paper::default();
            paper.turned = turned;
            paper.page();
            for (i, line) in (0_i32..).zip(lines) {
                let (x, y) = (300 + b * 12 * i, 420 - a * 12 * i);
                paper.raw(&format!("BT /F1 10 Tf {a} {b} {} {a} {x} {y} Tm ({line}) Tj ET\n", -b));
            }
            assert_eq!(texts(&paper), [lines.join(" ")], "/Rotate {turned}, {a} {b}");
        }
    }
}

#[test]
fn a_scan_with_its_words_behind_it_is_read_and_doubted() {
    let mut paper = Paper::default();
    paper.page().line(72.0, 100.0, 10.0, "Recalls its resolutions on the matter;");
    paper.page().raw("BI /W 1/H 1/CS/G/BPC 8 ID a EI\nBT 3 Tr ET\n");
    paper.line(72.0, 100.0, 10.0, "Requcsts the Office to report.");
    let file = structured(&paper);
    let warnings: Vec<_> = file.warnings.iter().map(|warning| (warning.kind, warning.page)).collect();
    assert_eq!(warnings, [(WarningKind::TextBehindPicture, Some(2))]);
    assert_eq!(file.blocks.len(), 2);
    let doubts = parse_structured(&file).resolution.doubts;
    assert!(doubts.iter().any(|doubt| doubt.kind == DoubtKind::LettersRecognized && doubt.about == "p. 2"));
}

#[test]
fn words_that_a_typesetter_cut_are_whole_and_compounds_keep_their_hyphen() {
    // LaTeX writes a hyphen, others the sign for one.
    for hyphen in ['-', '\u{ad}'] {
        let mut paper = Paper::default();
        paper.page();
        let lines = [
            "1. Requests the Office to support the implementation of the agenda and of its imple#",
            "mentation plan, to invite other organizations and to report to the General Assem#",
            "bly on what non-governmental organizations and others do, as well as non-gov#",
            "ernmental organizations that follow the institutions and the development of insti#",
            "tutions at its next session.",
        ];
        for (i, line) in lines.iter().enumerate() {
            paper.line(72.0, 100.0 + 12.0 * i as f32, 10.0, &line.replace('#', &hyphen.to_string()));
        }
        let parsed = parse_structured(&structured(&paper));
        let text = &parsed.resolution.paragraphs[0].text;
        for words in [
            "its implementation plan",
            "General Assembly on",
            "development of institutions at",
            "well as non-governmental",
        ] {
            assert!(text.contains(words), "{words}: {text}");
        }
    }
}

#[test]
fn a_line_that_a_raised_mark_pushes_down_goes_on() {
    let mut paper = Paper::default();
    paper.page();
    for (i, top) in [100.0, 112.0, 128.0, 140.0].into_iter().enumerate() {
        let line = [
            "1. Recalls its",
            "resolutions on the matter and the reports that were made to it in",
            "light of its resolution",
            "year.",
        ];
        paper.line(72.0, top, 10.0, [FULL, FULL, line[2], FULL][i].to_lowercase().as_str());
        if i == 2 {
            paper.line(187.0, top - 4.0, 9.0, "1").line(
                197.0,
                top,
                10.0,
                "and of all the reports that were made to it about it,",
            );
        }
    }
    assert_eq!(texts(&paper).len(), 1, "{:#?}", texts(&paper));
}

/// A text that calls its notes, and below it notes whose numbers a gap follows and nothing raises, as `LibreOffice` prints them.
fn with_plain_notes(paper: &mut Paper, n_notes: usize) {
    let left = |mark: bool| if mark { 56.0 } else { 68.0 };
    paper.page();
    for n in 1..=n_notes {
        let top = 100.0 + 36.0 * n as f32;
        paper.line(72.0, top, 12.0, FULL).line(72.0, top + 13.0, 12.0, "year and the others");
        paper.line(185.0, top + 9.0, 7.0, &n.to_string());
        let foot = 700.0 + 12.0 * n as f32;
        paper.line(left(true), foot, 10.0, &n.to_string());
        paper.line(left(false), foot, 10.0, if n % 2 == 0 { "See resolution 76/1." } else { "A/80/318." });
    }
}

#[test]
fn notes_whose_numbers_nothing_raises_are_notes_and_no_table() {
    for n_notes in [1, 2, 4] {
        let mut paper = Paper::default();
        with_plain_notes(&mut paper, n_notes);
        let file = structured(&paper);
        let marks: Vec<_> = file.notes.iter().map(|note| note.mark.clone()).collect();
        let expected: Vec<_> = (1..=n_notes).map(|n| n.to_string()).collect();
        assert_eq!(marks, expected, "{file:#?}");
        assert_eq!(file.notes.first().map(|note| note.text.as_str()), Some("A/80/318."));
        assert!(texts(&paper).iter().all(|text| text.starts_with("Recalls")), "{:?}", texts(&paper));
    }
}
