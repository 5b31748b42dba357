//! PDFs as other programs write them: a browser's print, a paged style sheet, LaTeX.

use super::paper::{Paper, element, file};
use dispositif::intake::blocks::{BlockKind, Structured};
use dispositif::intake::{FileContent, read};

fn structured(bytes: &[u8]) -> Structured {
    match read("file.pdf", bytes).remove(0).content {
        Ok(FileContent::Structured(file)) => file,
        other => panic!("{other:?}"),
    }
}

fn words(file: &Structured) -> Vec<&str> {
    let blocks = file.blocks.iter().filter(|block| block.kind != BlockKind::Artifact);
    blocks.map(|block| block.text.as_str()).collect()
}

/// The marks that a block calls, each with its note's text.
fn called(file: &Structured, block: usize) -> Vec<(&str, &str)> {
    let block = &file.blocks[block];
    let calls = block.calls.iter();
    calls.map(|call| (call.span.of(&block.text), file.notes[call.note as usize].text.as_str())).collect()
}

#[test]
fn a_note_call_that_chromium_wraps_twice_stays_in_its_paragraph() {
    let mut paper = Paper::default();
    paper.page();
    let before = paper.marked(&[(72.0, 100.0, 12.0, "Recalling its resolution 78/1")]);
    let mark = paper.marked(&[(247.0, 96.0, 8.0, "1")]);
    let after = paper.marked(&[(256.0, 100.0, 12.0, "and its report,")]);
    let wrapped = element("NonStruct", [element("NonStruct", [mark])]);
    paper.put(element("P", [element("NonStruct", [before]), wrapped, element("NonStruct", [after])]));
    // At the end of a web page, as large as its text.
    let mark = paper.marked(&[(72.0, 196.0, 8.0, "1")]);
    let note = paper.marked(&[(80.0, 200.0, 12.0, "Of 19 September 2023.")]);
    let wrapped = element("NonStruct", [element("NonStruct", [mark])]);
    paper.put(element("P", [wrapped, element("NonStruct", [note])]));
    let read = structured(&paper.bytes());
    assert_eq!(words(&read), ["Recalling its resolution 78/11 and its report,"]);
    assert_eq!(called(&read, 0), [("1", "Of 19 September 2023.")]);
}

#[test]
fn a_wrapper_around_paragraphs_is_no_paragraph() {
    let mut paper = Paper::default();
    paper.page();
    let kids: Vec<_> = [(100.0, "One"), (112.0, "Two")]
        .into_iter()
        .map(|(top, text)| {
            let content = paper.marked(&[(72.0, top, 10.0, text)]);
            element("P", [content])
        })
        .collect();
    paper.put(element("NonStruct", kids));
    assert_eq!(words(&structured(&paper.bytes())), ["One", "Two"]);
}

#[test]
fn running_heads_outside_the_tree_are_no_text_outside_it() {
    let mut paper = Paper::default();
    for number in ["1", "2"] {
        paper.page().line(250.0, 30.0, 8.0, "Draft report on water");
        let line = "Recalling its resolutions on the matter and the reports that were made to it,";
        let content = paper.marked(&[(72.0, 100.0, 10.0, line)]);
        paper.put(element("P", [content]));
        paper.line(480.0, 810.0, 8.0, &format!("Page {number} of 2"));
    }
    assert_eq!(structured(&paper.bytes()).warnings, []);
    paper.line(72.0, 400.0, 10.0, "What no element holds");
    assert_eq!(structured(&paper.bytes()).warnings.len(), 1);
}

#[test]
fn a_note_at_the_foot_may_begin_with_its_number_and_a_stop() {
    let mut paper = Paper::default();
    paper.page();
    for (top, text) in [(100.0, "1. Requests the Office to report on the matter to the Assembly"), (112.0, "soon;")]
    {
        paper.line(72.0, top, 10.0, text);
    }
    paper.line(97.0, 108.0, 6.0, "1").line(72.0, 760.0, 8.0, "1. See A/79/1.");
    let read = structured(&paper.bytes());
    assert_eq!(words(&read), ["1. Requests the Office to report on the matter to the Assembly soon;1"]);
    assert_eq!(called(&read, 0), [("1", "See A/79/1.")]);
}

#[test]
fn words_that_a_tagged_file_cuts_at_line_ends_are_left_to_the_parser() {
    let mut paper = Paper::default();
    paper.page();
    for top in [100.0, 160.0, 220.0, 280.0] {
        let content = paper.marked(&[
            (72.0, top, 10.0, "The Assembly requests the Secretary-General to report on the imple-"),
            (72.0, top + 12.0, 10.0, "mentation of the resolution;"),
        ]);
        paper.put(element("P", [content]));
    }
    let read = structured(&paper.bytes());
    assert!(read.blocks.iter().all(|block| block.text.contains("the imple-\nmentation of")), "{:?}", words(&read));
}

/// A page modelled on what pdfLaTeX writes: a Type 1 font known by the names of its glyphs alone, ligatures, words cut at
/// line ends, no spaces but gaps, no tags, notes below a rule.
fn latex() -> Vec<u8> {
    let names = "11/ff/fi/fl/ffi/ffl 39/quoteright 34/quotedblright 92/quotedblleft 123/endash 19/acute";
    let font = format!(
        "<</Type/Font/Subtype/Type1/BaseFont/ABCDEF+CMR10/FirstChar 0/LastChar 127/Widths[{}]/Encoding<</Differences[{names}]>>/FontDescriptor 6 0 R>>",
        "500 ".repeat(128)
    );
    // In TeX, a line is one array of words with gaps, and an accent is set before its letter and moved back.
    let content = [
        r"BT /F1 10 Tf 90 700 Td [(1.)-500(Requests)-333(the)-333(o\016ce)-333(to)-333(\014nd)-333(an)-333(e\013ort)-333(for)-333(1990{1995)-333(and)-333(an)-333(imple-)]TJ",
        r"-18 -12 Td [(mentation)-333(of)-333(the)-333(\\caf\023)500(e)-333(plan\042)-333(in)-333(all)-333(States,)-333(which)-333(the)-333(Assembly)-333(has)-333(adopted)]TJ",
        r"0 -12 Td [(last)-333(year)]TJ /F1 7 Tf 43.5 3.6 Td [(1)]TJ /F1 10 Tf 7 -3.6 Td [(and)-333(this)-333(one;)]TJ",
        r"ET q 1 0 0 1 72 120 cm 0 0 200 0.4 re f Q BT /F1 6 Tf 82 112 Td [(1)]TJ /F1 8 Tf 4 -2.8 Td [(See)-333(the)-333(report)-333(of)-333(the)-333(Secretary.)]TJ",
        "/F1 10 Tf 210 -40 Td [(1)]TJ ET",
    ]
    .join("\n");
    file(vec![
        (1, "<</Type/Catalog/Pages 2 0 R>>".to_owned()),
        (2, "<</Type/Pages/Count 1/Kids[3 0 R]>>".to_owned()),
        (
            3,
            "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>"
                .to_owned(),
        ),
        (4, format!("<</Length {}>>stream\n{content}\nendstream", content.len())),
        (5, font),
        (6, "<</Type/FontDescriptor/FontName/ABCDEF+CMR10/Flags 4>>".to_owned()),
    ])
}

#[test]
fn a_page_as_latex_prints_it_is_read_as_published() {
    let read = structured(&latex());
    assert_eq!(
        words(&read),
        [
            "1. Requests the office to find an effort for 1990–1995 and an imple-\nmentation of the “café plan” in all States, which the Assembly has adopted last year1 and this one;"
        ]
    );
    assert_eq!(called(&read, 0), [("1", "See the report of the Secretary.")]);
    assert_eq!(read.warnings, []);
}

#[test]
fn the_numbers_of_lines_in_the_margin_are_no_text() {
    let mut paper = Paper::default();
    paper.page();
    let lines = [
        "1. Requests the Office to report on the matter to the Assembly and",
        "to publish what it finds, in all languages of the Organization and",
        "in time for the next session;",
        "2. Invites all States and bodies to help the Office in this work and",
        "to tell it what they have done, in particular about the coming year",
        "and about the years that follow;",
    ];
    for (at, line) in lines.iter().enumerate() {
        let top = 100.0 + 13.0 * at as f32 + if at < 3 { 0.0 } else { 8.0 };
        paper.line(50.0, top, 7.0, &(at + 31).to_string()).line(90.0, top, 10.0, line);
    }
    let read = structured(&paper.bytes());
    assert_eq!(words(&read), [lines[..3].join(" "), lines[3..].join(" ")]);
    assert_eq!(read.blocks.iter().filter(|block| block.kind == BlockKind::Artifact).count(), 6);
}
