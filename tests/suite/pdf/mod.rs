//! PDFs of our own making: each test writes one and reads it.

mod corpus;
mod damage;
mod writer;

use dispositif::intake::blocks::{BlockKind, Structured, WarningKind};
use dispositif::intake::{Content, Refusal, read};
use writer::{Element, Reference, Writer, font_line, line};

/// What a file says, or why it says nothing.
fn structured(bytes: &[u8]) -> Result<Structured, Refusal> {
    match read("test.pdf", bytes).remove(0).content? {
        Content::Structured(file) => Ok(file),
        Content::Text(text) => panic!("read as plain text: {text}"),
    }
}

/// The texts of the blocks that are no artifacts.
fn texts(file: &Structured) -> Vec<&str> {
    let text = file.blocks.iter().filter(|block| !matches!(block.kind, BlockKind::Artifact | BlockKind::Masthead));
    text.map(|block| block.text.as_str()).collect()
}

/// Each call: the words before it, its mark, and its note's text.
fn calls(file: &Structured) -> Vec<(&str, &str, &str)> {
    let calls = file.blocks.iter().flat_map(|block| block.calls.iter().map(move |call| (block, call)));
    calls
        .map(|(block, call)| {
            let before = &block.text[..call.span.start as usize];
            let word = before.rsplit(' ').next().unwrap_or(before);
            (word, call.span.of(&block.text), file.notes[call.note as usize].text.as_str())
        })
        .collect()
}

/// A paragraph of three lines, the first one further in.
fn paragraph(y: f32) -> String {
    line(147.0, y, 10.0, "Recalling its resolution 60/1 and all that has truly been said about it since then, ")
        + &line(
            123.0,
            y - 12.0,
            10.0,
            "in particular by those who had to carry it out in difficult circumstances everywhere, ",
        )
        + &line(123.0, y - 24.0, 10.0, "with thanks, ")
}

const PARAGRAPH: &str = "Recalling its resolution 60/1 and all that has truly been said about it since then, in \
particular by those who had to carry it out in difficult circumstances everywhere, with thanks,";

#[test]
fn a_tree_says_what_is_a_paragraph_and_what_belongs_to_the_page() {
    let mut pdf = Writer::default();
    pdf.page().artifact(&line(60.0, 780.0, 8.0, "A/RES/80/1"));
    let heading = pdf.mark(&line(123.0, 700.0, 12.0, "80/1. Sport "));
    let text = pdf.mark(&paragraph(650.0));
    pdf.artifact(&line(500.0, 30.0, 8.0, "1/2"));
    pdf.structure(Element::of("Document", [Element::new("H1").at(heading), Element::new("P").at(text)]));
    let file = structured(&pdf.bytes()).unwrap();
    assert_eq!(texts(&file), ["80/1. Sport", PARAGRAPH]);
    assert_eq!(file.blocks.last().map(|block| block.text.as_str()), Some("1/2"));
    assert_eq!(file.blocks[1].kind, BlockKind::Heading(1));
    assert_eq!(file.warnings, []);
}

#[test]
fn a_paragraph_in_two_elements_on_two_pages_is_one() {
    let mut pdf = Writer::default();
    let first = pdf.page().mark(
        &(line(147.0, 112.0, 10.0, "Recalling its resolution 60/1 and all that has been said about it since, ")
            + &line(
                123.0,
                100.0,
                10.0,
                "in particular by those who had to carry it out in difficult circumstances ",
            )),
    );
    let second = pdf.page().mark(&line(123.0, 700.0, 10.0, "and in good ones, "));
    let third = pdf.mark(&line(147.0, 680.0, 10.0, "Requests the Secretary-General to report."));
    let elements = [first, second, third].map(|place| Element::new("P").at(place));
    let file = structured(&pdf.structure(Element::of("Document", elements)).bytes()).unwrap();
    let texts = texts(&file);
    assert_eq!(texts.len(), 2, "{texts:?}");
    assert!(texts[0].ends_with("difficult circumstances and in good ones,"));
    assert_eq!(file.blocks[0].turns.first().map(|(_, page)| *page), Some(2));
}

#[test]
fn a_heading_does_not_join_the_paragraph_before_it() {
    let mut pdf = Writer::default();
    let first = pdf.page().mark(&(paragraph(130.0) + &line(123.0, 94.0, 10.0, "until the end of it;")));
    let second = pdf.page().mark(&line(300.0, 700.0, 10.0, "VIII"));
    let elements = [first, second].map(|place| Element::new("P").at(place));
    let file = structured(&pdf.structure(Element::of("Document", elements)).bytes()).unwrap();
    assert_eq!(texts(&file).last(), Some(&"VIII"));
}

#[test]
fn one_element_over_two_pages_is_one_paragraph() {
    let mut pdf = Writer::default();
    let first = pdf.page().mark(&line(147.0, 100.0, 10.0, "Requests the Secretary-General "));
    let second = pdf.page().mark(&line(123.0, 700.0, 10.0, "to report."));
    let whole = Element::new("P").content(first, Reference::Dictionary).content(second, Reference::Dictionary);
    let file = structured(&pdf.structure(Element::of("Document", [whole])).bytes()).unwrap();
    assert_eq!(texts(&file), ["Requests the Secretary-General to report."]);
}

/// A mark above the line.
fn raised(x: f32, y: f32, mark: &str) -> String {
    line(x, y + 3.5, 6.0, mark)
}

/// A mark above the line, right after what comes before it.
fn call(mark: &str) -> String {
    format!("/F1 6 Tf 3.5 Ts ({mark}) Tj 0 Ts /F1 10 Tf\n")
}

/// Begins text that goes on after each piece.
const BEGIN: &str = "BT /F1 10 Tf 1 0 0 1 123 700 Tm\n";

#[test]
fn a_note_inside_the_link_that_calls_it_is_tied_to_it() {
    let mut pdf = Writer::default();
    pdf.roles = "/Fussnote /Note".to_owned();
    let before = pdf.page().put(BEGIN).mark("(Recalling the Convention) Tj\n");
    let mark = pdf.mark(&call("1"));
    let after = pdf.mark("( of 2005,) Tj\n");
    let note = pdf.put("ET\n").mark(&(raised(123.0, 90.0, "1") + &line(130.0, 90.0, 8.5, "2 is not its mark.")));
    let link = Element::new("Link").at(mark).element(Element::of("Fussnote", [Element::new("P").at(note)]));
    let whole = Element::new("P").at(before).element(link).at(after);
    let file = structured(&pdf.structure(Element::of("Document", [whole])).bytes()).unwrap();
    assert_eq!(texts(&file), ["Recalling the Convention1 of 2005,"]);
    assert_eq!(calls(&file), [("Convention", "1", "2 is not its mark.")]);
    assert_eq!(file.notes[0].mark, "1");
}

#[test]
fn notes_in_one_element_are_one_for_each_mark() {
    let mut pdf = Writer::default();
    let (one, two) = (call("1"), call("2"));
    let text = pdf.page().mark(&format!(
        "{BEGIN}(Recalling the Convention) Tj {one}( and the Protocol,) Tj {two}( and again the Convention) Tj {one}ET\n"
    ));
    let notes = ["1", "2"].map(|mark| {
        let y = if mark == "1" { 100.0 } else { 90.0 };
        pdf.mark(&(raised(123.0, y, mark) + &line(130.0, y, 8.5, &format!("Resolution 60/{mark}."))))
    });
    let more = pdf.mark(&line(130.0, 80.0, 8.5, "And its annex."));
    let notes = notes.into_iter().chain([more]).map(|place| Element::new("P").at(place));
    let root = Element::of("Document", [Element::new("P").at(text), Element::of("Note", notes)]);
    let file = structured(&pdf.structure(root).bytes()).unwrap();
    let first = ("Convention", "1", "Resolution 60/1.");
    let second = ("Protocol,", "2", "Resolution 60/2.\nAnd its annex.");
    assert_eq!(calls(&file), [first, second, first]);
    assert_eq!(file.notes.len(), 2);
}

#[test]
fn notes_that_the_tree_calls_paragraphs_are_notes() {
    let mut pdf = Writer::default();
    let text = pdf.page().mark(&format!("{BEGIN}(Recalling the Convention) Tj {}ET\n", call("*")));
    let more = pdf.mark(&paragraph(650.0));
    let note = pdf.mark(&(raised(123.0, 90.0, "*") + &line(130.0, 90.0, 8.5, "Reissued for technical reasons.")));
    let elements = [text, more, note].map(|place| Element::new("P").at(place));
    let file = structured(&pdf.structure(Element::of("Document", elements)).bytes()).unwrap();
    assert_eq!(calls(&file), [("Convention", "*", "Reissued for technical reasons.")]);
}

#[test]
fn a_raised_letter_in_a_table_calls_nothing() {
    let mut pdf = Writer::default();
    let cell = pdf.page().mark(&(line(123.0, 700.0, 10.0, "1 200") + &raised(150.0, 700.0, "a")));
    let other = pdf.mark(&line(223.0, 700.0, 10.0, "Total"));
    let cells = [cell, other].map(|place| Element::of("TD", [Element::new("P").at(place)]));
    let table = Element::of("Table", [Element::of("TBody", [Element::of("TR", cells)])]);
    let file = structured(&pdf.structure(Element::of("Document", [table])).bytes()).unwrap();
    let kinds: Vec<BlockKind> = file.blocks.iter().map(|block| block.kind).collect();
    let cell = |column| BlockKind::Cell { table: 0, row: 0, column };
    assert_eq!(kinds, [cell(0), cell(1)]);
    assert_eq!(calls(&file), []);
}

#[test]
fn a_list_items_label_and_body_are_one_paragraph() {
    let mut pdf = Writer::default();
    let label = pdf.page().mark(&line(123.0, 700.0, 10.0, "(a)"));
    let body = pdf.mark(&line(150.0, 700.0, 10.0, "To report;"));
    let item =
        Element::of("LI", [Element::new("Lbl").at(label), Element::of("LBody", [Element::new("P").at(body)])]);
    let file = structured(&pdf.structure(Element::of("Document", [Element::of("L", [item])])).bytes()).unwrap();
    assert_eq!(texts(&file), ["(a) To report;"]);
}

#[test]
fn a_form_has_numbers_of_its_own() {
    let mut pdf = Writer::default();
    let marked = |text: &str| format!("/P << /MCID 0 >> BDC\n{}EMC\n", line(123.0, 600.0, 10.0, text));
    pdf.forms.push(marked("In the form,"));
    let text = pdf.page().mark(&line(123.0, 700.0, 10.0, "On the page,"));
    pdf.put("/Fm0 Do\n");
    let on_page = Element::new("P").at(text);
    let in_form = Element::new("P").content((0, 0), Reference::Form(0));
    let file = structured(&pdf.structure(Element::of("Document", [in_form, on_page])).bytes()).unwrap();
    assert_eq!(texts(&file), ["In the form,", "On the page,"]);
}

#[test]
fn what_is_to_be_read_instead_is_read() {
    let mut pdf = Writer::default();
    let shown = pdf.page().mark(&line(123.0, 700.0, 10.0, "H-2-O"));
    let spelt = pdf.mark(&format!(
        "/Span << /ActualText (Invites) >> BDC\n{}EMC\n",
        line(123.0, 680.0, 10.0, "I n v i t e s")
    ));
    let elements = [Element::new("P").at(shown).extra("/ActualText (water)"), Element::new("P").at(spelt)];
    let file = structured(&pdf.structure(Element::of("Document", elements)).bytes()).unwrap();
    assert_eq!(texts(&file), ["water", "Invites"]);
}

#[test]
fn an_element_below_itself_and_ten_thousand_deep_ends() {
    let mut pdf = Writer::default();
    let text = pdf.page().mark(&line(123.0, 700.0, 10.0, "Read once."));
    let circle = Element::of("Sect", [Element::new("P").at(text)]).raw("1000 0 R").raw("1001 0 R");
    let file = structured(&pdf.structure(Element::of("Document", [circle])).bytes()).unwrap();
    assert_eq!(texts(&file), ["Read once."]);

    let mut pdf = Writer::default();
    let text = pdf.page().mark(&line(123.0, 700.0, 10.0, "Far down."));
    let place = |number: usize| format!("<< /Type /StructElem /S /Sect /K {number} 0 R >>");
    pdf.raw.extend((0..90).map(|i| place(901 + i)));
    pdf.raw.push("<< /Type /StructElem /S /P /Pg 10 0 R /K 0 >>".to_owned());
    let _ = text;
    let file = structured(&pdf.structure(Element::new("Document").raw("900 0 R")).bytes()).unwrap();
    assert_eq!(texts(&file), ["Far down."]);
}

#[test]
fn forms_that_draw_each_other_end() {
    let mut pdf = Writer::default();
    pdf.forms.extend((0..25).map(|i| format!("/Fm{0} Do /Fm{0} Do\n", (i + 1) % 25)));
    pdf.page().put(&line(123.0, 700.0, 10.0, "Still read.")).put("/Fm0 Do\n");
    let file = structured(&pdf.bytes()).unwrap();
    assert_eq!(texts(&file), ["Still read."]);
    assert!(file.warnings.iter().any(|warning| warning.kind == WarningKind::PageCutShort));
}

#[test]
fn without_a_tree_the_places_of_lines_make_paragraphs() {
    let mut pdf = Writer::default();
    for page in 1..=2 {
        pdf.page().put(&line(60.0, 770.0, 8.0, "Sport A/RES/80/1"));
        for i in 0..6_u8 {
            pdf.put(&paragraph(680.0 - f32::from(i) * 54.0));
        }
        pdf.put(&(raised(123.0, 90.0, "1") + &line(130.0, 90.0, 8.0, "Resolution 60/1 and what it recalls.")));
        pdf.put(&line(500.0, 30.0, 8.0, &format!("{page}/2")));
    }
    let file = structured(&pdf.bytes()).unwrap();
    assert_eq!(texts(&file), [PARAGRAPH; 12]);
    let artifacts = file.blocks.iter().filter(|block| block.kind == BlockKind::Artifact);
    let artifacts: Vec<&str> = artifacts.map(|block| block.text.as_str()).collect();
    assert_eq!(artifacts, ["Sport A/RES/80/1", "1/2", "Sport A/RES/80/1", "2/2"]);
    assert_eq!(file.notes[0].text, "Resolution 60/1 and what it recalls.");
}

#[test]
fn two_columns_are_read_one_after_the_other() {
    let mut pdf = Writer::default();
    pdf.page().put(&line(
        123.0,
        760.0,
        10.0,
        "A line over the whole width of the page, as titles have, above both columns",
    ));
    for i in 0..10_u8 {
        let y = 720.0 - f32::from(i) * 12.0;
        pdf.put(&line(60.0, y, 10.0, &format!("left {i} has words enough to fill a column")));
        pdf.put(&line(310.0, y, 10.0, &format!("right {i} has words enough to fill a column")));
    }
    let file = structured(&pdf.bytes()).unwrap();
    let all = texts(&file).join(" ");
    let order: Vec<usize> =
        ["whole width", "left 0", "left 9", "right 0", "right 9"].map(|words| all.find(words).unwrap()).to_vec();
    assert!(order.is_sorted(), "{all}");
}

#[test]
fn accents_ligatures_and_soft_hyphens_become_letters() {
    let mut pdf = Writer::default();
    // A font of a file of its own kind: codes by the names of glyphs.
    pdf.raw.push(
        "<< /Type /Font /Subtype /Type1 /BaseFont /ABCDEF+CMR10 /FirstChar 1 /LastChar 3 /Widths [500 556 500] \
         /Encoding << /Type /Encoding /Differences [1 /acute /fi /e] >> >>"
            .to_owned(),
    );
    pdf.page().put("BT /F3 10 Tf 1 0 0 1 123 700 Tm <01> Tj 0 0 Td <03> Tj ET\n");
    pdf.put("BT /F3 10 Tf 1 0 0 1 128 700 Tm <02> Tj ET\n");
    pdf.put(&line(123.0, 660.0, 10.0, "L’Assemblée générale, réaffirmant les droits de tous les mem\u{ad}"));
    pdf.put(&line(123.0, 648.0, 10.0, "bres,"));
    let file = structured(&pdf.bytes()).unwrap();
    assert_eq!(texts(&file), ["éfi", "L’Assemblée générale, réaffirmant les droits de tous les membres,"]);
}

#[test]
fn arabic_is_read_in_its_own_order() {
    let mut pdf = Writer::default();
    let map = "/CIDInit /ProcSet findresource begin begincmap\n1 begincodespacerange <00> <ff> endcodespacerange\n\
         5 beginbfchar\n<01> <FEE1>\n<02> <FEFC>\n<03> <FEB3>\n<04> <0020>\n<05> <0037>\nendbfchar\nendcmap";
    pdf.raw.push(
        "<< /Type /Font /Subtype /TrueType /BaseFont /ABCDEF+Arabic /FirstChar 1 /LastChar 5 \
         /Widths [500 500 500 250 500] /ToUnicode 901 0 R >>"
            .to_owned(),
    );
    pdf.raw.push(format!("<< /Length {} >>\nstream\n{map}\nendstream", map.len()));
    // Painted from the left: “7 ” “0”… then “سلام” with its last letter first.
    pdf.page().put("BT /F3 10 Tf 1 0 0 1 123 700 Tm <050504010203> Tj ET\n");
    let file = structured(&pdf.bytes()).unwrap();
    assert_eq!(texts(&file), ["سلام 77"]);
}

#[test]
fn letters_that_the_file_does_not_tell_are_counted() {
    let mut pdf = Writer::default();
    pdf.raw.push(
        "<< /Type /Font /Subtype /Type1 /BaseFont /ABCDEF+Odd /FirstChar 1 /LastChar 2 /Widths [500 500] \
         /Encoding << /Differences [1 /g1 /g2] >> >>"
            .to_owned(),
    );
    pdf.page().put("BT /F3 10 Tf 1 0 0 1 123 700 Tm <010201> Tj ET\n");
    let file = structured(&pdf.bytes()).unwrap();
    let unknown = file.warnings.iter().find(|warning| warning.kind == WarningKind::GlyphsWithoutText).unwrap();
    assert_eq!((unknown.count, unknown.page), (3, Some(1)));
}

#[test]
fn text_that_the_tree_leaves_out_is_read_where_it_is() {
    let mut pdf = Writer::default();
    let first = pdf.page().mark(&paragraph(700.0));
    pdf.put(&line(123.0, 640.0, 10.0, "Left out of the tree."));
    let last = pdf.mark(&paragraph(600.0));
    let elements = [first, last].map(|place| Element::new("P").at(place));
    let file = structured(&pdf.structure(Element::of("Document", elements)).bytes()).unwrap();
    assert_eq!(texts(&file), [PARAGRAPH, "Left out of the tree.", PARAGRAPH]);
    assert!(file.warnings.iter().any(|warning| warning.kind == WarningKind::TextOutsideStructure));
}

#[test]
fn italics_are_told() {
    let mut pdf = Writer::default();
    pdf.page().put(&font_line("F2", 123.0, 700.0, 10.0, "Requests"));
    pdf.put(&line(161.0, 700.0, 10.0, "the Secretary-General"));
    let file = structured(&pdf.bytes()).unwrap();
    let block = &file.blocks[0];
    assert_eq!(block.italics.iter().map(|span| span.of(&block.text)).collect::<Vec<_>>(), ["Requests"]);
}

#[test]
fn what_cannot_be_read_is_refused_with_its_reason() {
    let mut empty = Writer::default();
    empty.page();
    assert_eq!(structured(&empty.bytes()).err(), Some(Refusal::Empty));
    let mut scan = Writer::default();
    scan.page().put("BI /W 1 /H 1 /BPC 8 /CS /G ID \0 EI\n");
    assert_eq!(structured(&scan.bytes()).err(), Some(Refusal::Scan));
    assert_eq!(structured(b"%PDF-1.7\nnothing of a PDF").err(), Some(Refusal::Damaged));
    let locked = include_bytes!("../../golden/pdf/user-password.pdf");
    assert_eq!(structured(locked).err(), Some(Refusal::Encrypted));
    let open = include_bytes!("../../golden/pdf/owner-password.pdf");
    assert_eq!(texts(&structured(open).unwrap()), ["Anyone may read this."]);
}

#[test]
fn a_print_of_chromium_reads_as_its_page() {
    let file = structured(include_bytes!("../../golden/pdf/chromium-arabic.pdf")).unwrap();
    let texts = texts(&file);
    assert_eq!(texts[0], "القرار 80/1");
    assert_eq!(
        texts[1],
        "إن الجمعية العامة، إذ تشير إلى قرارها 60/1 المؤرخ 16 أيلول/سبتمبر 2005 (الوثيقة A/60/L.1)،"
    );
    assert!(texts[2].starts_with("1. تطلب إلى الأمين العام أن يقدم تقريرا"), "{}", texts[2]);
}

#[test]
fn an_export_of_libreoffice_has_its_accents_and_its_note() {
    let file = structured(include_bytes!("../../golden/pdf/libreoffice-french.pdf")).unwrap();
    let texts = texts(&file);
    assert_eq!(texts[1], "L’Assemblée générale,");
    assert!(
        texts[2].ends_with("une coopération efficace entre États Membres à tous les échelons,"),
        "{}",
        texts[2]
    );
    assert_eq!(calls(&file), [("2005", "1", "Résolution 60/1.")]);
}
