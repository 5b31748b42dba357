//! PDFs of our own making: the tree first, the geometry where there is none.

use super::paper::{FIRST_FREE, Kid, Paper, element, file};
use dispositif::intake::blocks::{BlockKind, WarningKind};
use dispositif::intake::{FileContent, Refusal, Structured, read};

fn structured(bytes: &[u8]) -> Structured {
    match read("file.pdf", bytes).remove(0).content {
        Ok(FileContent::Structured(file)) => file,
        other => panic!("{other:?}"),
    }
}

/// What the file says, without the furniture of its pages.
fn texts(paper: &Paper) -> Vec<String> {
    let blocks = structured(&paper.bytes()).blocks;
    blocks.into_iter().filter(|block| block.kind != BlockKind::Artifact).map(|block| block.text).collect()
}

/// A paragraph of the tree on the last page.
fn p(paper: &mut Paper, lines: &[(f32, f32, f32, &str)]) {
    let content = paper.marked(lines);
    paper.put(element("P", [content]));
}

const FULL: &str = "Recalls its resolutions on the matter and the reports that were made to it in the";

#[test]
fn a_paragraph_on_two_pages_is_one() {
    for tagged in [true, false] {
        let mut paper = Paper::default();
        let first = [
            (90.0, 700.0, 10.0, "1. Requests the Office to report to the Assembly at its next session on"),
            (72.0, 712.0, 10.0, FULL),
        ];
        let second = [
            (72.0, 80.0, 10.0, "light of what the States have said to the Office, and to publish by next year the"),
            (72.0, 92.0, 10.0, "report."),
        ];
        for lines in [first, second] {
            paper.page();
            if tagged {
                p(&mut paper, &lines);
            } else {
                for (x, y, size, text) in lines {
                    paper.line(x, y, size, text);
                }
            }
        }
        let texts = texts(&paper);
        assert_eq!(texts.len(), 1, "{texts:#?}");
        assert!(texts[0].ends_with("made to it in the light of what the States have said to the Office, and to publish by next year the report."));
    }
}

/// Prints words of any script on a line, from its left or right end in equal steps, over glyphs of their width.
fn words(paper: &mut Paper, top: f32, (from, step): (f32, f32), glyphs: &str, words: &[&str]) {
    for (i, word) in words.iter().enumerate() {
        let utf_16 = word.encode_utf16().fold(String::new(), |all, unit| format!("{all}{unit:04X}"));
        let (x, y) = (from + step * i as f32, 842.0 - top);
        paper.raw(&format!(
            "BT /F1 10 Tf 1 0 0 1 {x} {y} Tm /Span <</ActualText <FEFF{utf_16}>>> BDC ({glyphs}) Tj EMC ET\n"
        ));
    }
}

#[test]
fn a_line_that_stops_early_ends_a_paragraph_read_from_the_right_or_without_spaces() {
    let mut arabic = Paper::default();
    arabic.page();
    let (full, short) = (["وإذ", "إلى", "قرارها", "المؤرخ", "في", "أيلول"], ["الذي", "اعتمدته"]);
    for (i, line) in [&full[..], &short, &full, &full, &short].into_iter().enumerate() {
        words(&mut arabic, 100.0 + 12.0 * i as f32, (440.0, -70.0), "nnnnnnnnnnnnn", line);
    }
    let spoken = |lines: &[&[&str]]| lines.concat().join(" ");
    assert_eq!(texts(&arabic), [spoken(&[&full, &short]), spoken(&[&full, &full, &short])]);

    let mut chinese = Paper::default();
    chinese.page();
    let full: Vec<&str> =
        "回顾其关于可持续发展目标的决议其中通过了".split("").filter(|sign| !sign.is_empty()).collect();
    for (i, line) in [&full[..], &full[..6], &full, &full[..9]].into_iter().enumerate() {
        words(&mut chinese, 100.0 + 12.0 * i as f32, (72.0, 10.0), "nn", line);
    }
    let spoken = |n: usize| [full.concat(), full[..n].concat()].concat();
    assert_eq!(texts(&chinese), [spoken(6), spoken(9)]);
}

#[test]
fn numbers_and_symbols_in_arabic_keep_their_marks_and_stops() {
    let mut paper = Paper::default();
    paper.page();
    words(&mut paper, 100.0, (440.0, -70.0), "nnnnnnnnnnnnn", &["وإذ", "تشير"]);
    paper.line(340.0, 100.0, 10.0, "2024").line(337.0, 96.0, 6.0, "3");
    words(&mut paper, 100.0, (331.0, 0.0), "n", &["،"]);
    words(&mut paper, 100.0, (268.0, -70.0), "nnnnnnnnnnnn", &["وإلى", "القرار"]);
    paper.line(172.0, 100.0, 10.0, "78/5");
    // The note: no Arabic letter shows that it is read from the right.
    paper.line(430.0, 760.0, 8.0, "3").line(380.0, 760.0, 8.0, "A/80/318").line(376.0, 760.0, 8.0, ".");
    let read = structured(&paper.bytes());
    assert_eq!(read.blocks[0].text, "وإذ تشير 20243، وإلى القرار 78/5");
    let note = &read.notes[read.blocks[0].calls[0].note as usize];
    assert_eq!((note.mark.as_str(), note.text.as_str()), ("3", "A/80/318."));
}

#[test]
fn cells_that_the_file_calls_paragraphs_are_not_joined() {
    let mut paper = Paper::default();
    paper.page();
    // A head of more lines is above the end of its neighbour.
    p(&mut paper, &[(72.0, 112.0, 8.0, "Category")]);
    p(&mut paper, &[(160.0, 100.0, 8.0, "Authorized"), (160.0, 110.0, 8.0, "2024/25")]);
    p(&mut paper, &[(240.0, 100.0, 8.0, "Actual"), (240.0, 110.0, 8.0, "average")]);
    p(&mut paper, &[(72.0, 130.0, 8.0, "60/4")]);
    p(&mut paper, &[(160.0, 130.0, 8.0, "Global Agenda for Dialogue"), (160.0, 140.0, 8.0, "among Civilizations")]);
    p(&mut paper, &[(330.0, 130.0, 8.0, "70/1")]);
    assert_eq!(
        texts(&paper),
        [
            "Category",
            "Authorized 2024/25",
            "Actual average",
            "60/4",
            "Global Agenda for Dialogue among Civilizations",
            "70/1"
        ]
    );
}

#[test]
fn a_tables_head_is_read_once_however_often_it_is_printed() {
    let mut paper = Paper::default();
    paper.page();
    let first = paper.marked(&[(72.0, 100.0, 8.0, "Class")]);
    p(&mut paper, &[(72.0, 112.0, 8.0, "Travel")]);
    paper.page();
    let again = paper.marked(&[(72.0, 100.0, 8.0, "Class")]);
    p(&mut paper, &[(72.0, 112.0, 8.0, "Fuel")]);
    paper.put(element("P", [first, element("Span", [again])]));
    assert_eq!(texts(&paper).iter().filter(|text| text.contains("Class")).collect::<Vec<_>>(), ["Class"]);
}

#[test]
fn a_row_that_is_split_between_pages_is_joined_cell_by_cell() {
    let mut paper = Paper::default();
    let cells = [
        (72.0, ["Persons with disabilities do", "not report higher levels nor do"], "they report dissatisfaction"),
        (300.0, ["The Office meets the rating", "for the indicator development for"], "staff, of the Strategy"),
    ];
    paper.page();
    for (left, lines, _) in &cells {
        p(&mut paper, &[(*left, 700.0, 8.0, lines[0]), (*left, 710.0, 8.0, lines[1])]);
    }
    paper.page();
    for (left, _, rest) in &cells {
        p(&mut paper, &[(*left, 80.0, 8.0, rest)]);
    }
    assert_eq!(
        texts(&paper),
        [
            "Persons with disabilities do not report higher levels nor do they report dissatisfaction",
            "The Office meets the rating for the indicator development for staff, of the Strategy"
        ]
    );
}

#[test]
fn a_page_that_is_not_full_is_read_in_the_columns_of_the_one_before() {
    let mut paper = Paper::default();
    let half = "Recalls its resolutions on the matter, the";
    // So many lines in the left and in the right column.
    for page in [[20_u8, 20], [3, 3], [20, 3]] {
        paper.page();
        for ((left, name), n_lines) in [(60.0, "left"), (320.0, "right")].into_iter().zip(page) {
            for i in 0..n_lines {
                paper.line(left, 150.0 + 12.0 * f32::from(i), 10.0, &format!("{half} {name}"));
            }
        }
    }
    let text = texts(&paper).concat();
    let changes = text.matches("left Recalls its resolutions on the matter, the right").count();
    assert!(changes <= 3, "{text}");
    assert_eq!(text.matches("right").count(), 26);
}

#[test]
fn a_column_of_text_goes_on_at_the_top_of_the_next() {
    let mut paper = Paper::default();
    paper.page();
    let left: Vec<_> =
        (0..5).map(|i| (72.0, 200.0 + 12.0 * i as f32, 9.0, "Lines of a first column of text of words")).collect();
    p(
        &mut paper,
        &[(72.0, 80.0, 9.0, "A heading of some words over both of its columns of text, which has no other use.")],
    );
    p(&mut paper, &left);
    p(&mut paper, &[(310.0, 100.0, 9.0, "that goes on in the second one")]);
    let texts = texts(&paper);
    assert!(texts[1].ends_with("of text of words that goes on in the second one"), "{texts:#?}");
}

#[test]
fn a_note_is_tied_to_its_call_in_both_shapes() {
    // A link around the call that holds the note; one element with all notes of the page.
    for in_a_link in [true, false] {
        let mut paper = Paper::default();
        paper.page();
        let text = paper.marked(&[(72.0, 100.0, 10.0, "Recalling its resolution,")]);
        let call = paper.marked(&[(197.5, 96.0, 6.0, "4")]);
        let rest = paper.marked(&[(204.0, 100.0, 10.0, "and the report")]);
        let note = paper.marked(&[(72.0, 780.0, 8.0, "4 See A/80/1.")]);
        let note = element("Note", [element("P", [note])]);
        if in_a_link {
            paper.put(element("P", [text, element("Link", [call, note]), rest]));
        } else {
            paper.put(element("P", [text, call, rest])).put(note);
        }
        let file = structured(&paper.bytes());
        assert_eq!(file.notes.len(), 1, "{file:#?}");
        assert_eq!((file.notes[0].mark.as_str(), file.notes[0].text.as_str()), ("4", "See A/80/1."));
        let block = &file.blocks[0];
        assert_eq!(block.calls.iter().map(|call| call.span.of(&block.text)).collect::<Vec<_>>(), ["4"]);
    }
}

#[test]
fn an_elements_own_words_replace_what_it_holds() {
    let mut paper = Paper::default();
    paper.page();
    let content = paper.marked(&[(72.0, 100.0, 10.0, "I n v i t e s the States")]);
    let Kid::Element(mut shown) = element("Span", [content]) else { unreachable!() };
    shown.more = "/ActualText(Invites the States)";
    paper.put(element("P", [Kid::Element(shown)]));
    assert_eq!(texts(&paper), ["Invites the States"]);
}

#[test]
fn a_tree_with_a_circle_and_a_deep_one_end() {
    let mut paper = Paper::default();
    paper.page().line(72.0, 100.0, 10.0, "Recalling its resolution,");
    let whole = String::from_utf8_lossy(&paper.bytes()).into_owned();
    let deep = ["<</S/Sect/K ".repeat(20_000), "0".to_owned(), ">>".repeat(20_000)].concat();
    for tree in ["<</Type/StructTreeRoot/K 6 0 R>>", &format!("<</Type/StructTreeRoot/K {deep}>>")] {
        let objects = vec![
            (1, "<</Type/Catalog/Pages 2 0 R/StructTreeRoot 4 0 R>>".to_owned()),
            (2, "<</Type/Pages/Count 1/Kids[1000 0 R]>>".to_owned()),
            (3, "<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>".to_owned()),
            (4, tree.to_owned()),
            (6, "<</S/Sect/K[7 0 R 6 0 R]>>".to_owned()),
            (7, "<</S/Sect/K[6 0 R 7 0 R]>>".to_owned()),
            (1000, "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 1001 0 R/Resources<</Font<</F1 3 0 R>>>>>>".to_owned()),
            (1001, whole.split("1001 0 obj\n").nth(1).and_then(|rest| rest.split("\nendobj").next()).unwrap().to_owned()),
        ];
        let read = structured(&file(objects));
        assert!(read.blocks.iter().any(|block| block.text == "Recalling its resolution,"));
    }
}

#[test]
fn forms_that_call_each_other_twice_end_and_say_so() {
    let mut paper = Paper::default();
    paper.page().line(72.0, 100.0, 10.0, "Recalling its resolution,").raw("/X0 Do\n");
    let forms: Vec<String> = (0..30).map(|i| format!("/X{i} {} 0 R", FIRST_FREE + i)).collect();
    paper.resources = format!("/XObject<<{}>>", forms.join(" "));
    for i in 0..30 {
        let next = format!("/X{0} Do /X{0} Do", i + 1);
        let resources = paper.resources.clone();
        paper.objects.push(format!(
            "<</Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<<{resources}>>/Length {}>>stream\n{next}\nendstream",
            next.len()
        ));
    }
    assert_eq!(texts(&paper), ["Recalling its resolution,"]);
}

#[test]
fn object_streams_that_unpack_to_too_much_are_refused_before_they_are_unpacked() {
    let mut paper = Paper::default();
    paper.page().line(72.0, 100.0, 10.0, "Recalling its resolution,");
    let packed = miniz_oxide::deflate::compress_to_vec_zlib(&vec![b' '; 200 << 20], 6);
    for kind in ["/ObjStm", "/Obj#53tm"] {
        let mut bytes = paper.bytes();
        bytes.extend(
            format!("99 0 obj\n<</Type{kind}/N 1/First 5/Filter/FlateDecode/Length {}>>stream\n", packed.len())
                .bytes(),
        );
        bytes.extend(&packed);
        bytes.extend(b"\nendstream\nendobj\n");
        assert_eq!(read("bomb.pdf", &bytes).remove(0).content, Err(Refusal::TooLarge));
    }
}

#[test]
fn a_file_cut_off_anywhere_is_read_or_refused() {
    let mut paper = Paper::default();
    paper.page();
    p(&mut paper, &[(72.0, 100.0, 10.0, FULL), (72.0, 112.0, 10.0, "year.")]);
    let bytes = paper.bytes();
    for length in (8..bytes.len()).step_by(37) {
        let _ = read("cut.pdf", &bytes[..length]);
    }
}

#[test]
fn a_file_whose_letters_are_unknown_is_refused_and_one_that_lost_its_end_is_damaged() {
    let mut paper = Paper::default();
    paper.page().raw("BT /F1 10 Tf 1 0 0 1 72 700 Tm (\\001\\002\\003\\004 \\005\\006\\007) Tj ET\n");
    let whole = paper.bytes();
    let refusal = |bytes: &[u8]| read("a.pdf", bytes).remove(0).content.err();
    assert_eq!(refusal(&whole), Some(Refusal::Scan));
    let end = whole.windows(5).rposition(|window| window == b"%%EOF").unwrap();
    assert_eq!(refusal(&whole[..end]), Some(Refusal::Damaged));
}

#[test]
fn pages_of_drawn_letters_are_pictures_and_blank_ones_are_empty() {
    let refusal = |operators: &str| {
        let mut paper = Paper::default();
        paper.page().raw(operators);
        read("file.pdf", &paper.bytes()).remove(0).content.err()
    };
    assert_eq!(refusal("72 700 m 80 710 90 710 98 700 c f\n"), Some(Refusal::Scan));
    assert_eq!(refusal("q 1 0 0 1 0 0 cm Q\n"), Some(Refusal::Empty));
}

#[test]
fn a_line_break_inside_a_paragraph_is_a_space() {
    let mut paper = Paper::default();
    paper.page();
    for top in (0..20).map(|i| 100.0 + 24.0 * i as f32) {
        p(
            &mut paper,
            &[(72.0, top, 10.0, "Requests the Office to report on "), (72.0, top + 12.0, 10.0, "rivers;")],
        );
    }
    // This file ends its lines with a space, but for breaks and for addresses that it cuts.
    p(&mut paper, &[(72.0, 700.0, 10.0, "68th plenary meeting"), (72.0, 712.0, 10.0, "17 December 2025")]);
    p(&mut paper, &[(72.0, 740.0, 10.0, "See https://example.org/riv"), (72.0, 752.0, 10.0, "ers/2025")]);
    let texts = texts(&paper);
    assert_eq!(texts[20..], ["68th plenary meeting 17 December 2025", "See https://example.org/rivers/2025"]);
}

#[test]
fn a_page_is_cut_short_only_where_something_is_missing() {
    let lines = (0..40)
        .map(|i| {
            format!(
                "BT /F1 10 Tf 1 0 0 1 72 {} Tm (Recalling resolution {i} on matter {}) Tj ET\n",
                800 - 12 * i,
                i * 7919
            )
        })
        .collect::<Vec<_>>()
        .concat();
    let packed = miniz_oxide::deflate::compress_to_vec_zlib(lines.as_bytes(), 6);
    let warnings = |packed: &[u8]| {
        let latin: String = packed.iter().copied().map(char::from).collect();
        structured(&file(vec![
            (1, "<</Type/Catalog/Pages 2 0 R>>".to_owned()),
            (2, "<</Type/Pages/Count 1/Kids[3 0 R]>>".to_owned()),
            (
                3,
                "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>"
                    .to_owned(),
            ),
            (4, format!("<</Filter/FlateDecode/Length {}>>stream\n{latin}\nendstream", packed.len())),
            (5, "<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>".to_owned()),
        ]))
        .warnings
    };
    assert_eq!(warnings(&packed), []);
    // Without its checksum, nothing is missing.
    assert_eq!(warnings(&packed[..packed.len() - 4]), []);
    let cut = warnings(&packed[..packed.len() / 2]);
    assert_eq!(
        cut.iter().map(|warning| (warning.kind, warning.page)).collect::<Vec<_>>(),
        [(WarningKind::PageCutShort, Some(1))]
    );
}
