//! Word files, construct by construct.

use super::word::{Word, item, level, p, p_with};
use dispositif::intake::blocks::{BlockKind, WarningKind};

#[test]
fn lists_count_by_level_and_start_again_below_a_higher_one() {
    let levels =
        [level(0, "decimal", "%1."), level(1, "lowerLetter", "(%2)"), level(2, "lowerRoman", "(%3)")].concat();
    let numbering = format!(
        r#"<w:abstractNum w:abstractNumId="7">{levels}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num>"#
    );
    let body = [
        item(1, 0, "Requests:"),
        item(1, 1, "States;"),
        item(1, 2, "all;"),
        item(1, 2, "some;"),
        item(1, 1, "bodies;"),
        item(1, 2, "one;"),
        p("Plain."),
        item(1, 0, "Decides;"),
        item(1, 1, "so."),
    ]
    .concat();
    let lines = Word::new(&body).numbering(&numbering).outline();
    assert_eq!(
        lines,
        [
            "1.| Requests:",
            "(a)| States;",
            "(i)| all;",
            "(ii)| some;",
            "(b)| bodies;",
            "(i)| one;",
            "Plain.",
            "2.| Decides;",
            "(a)| so."
        ]
    );
}

#[test]
fn a_pattern_may_hold_the_numbers_of_higher_levels() {
    let legal = r#"<w:lvl w:ilvl="2"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:isLgl/><w:lvlText w:val="%1.%2.%3"/></w:lvl>"#;
    let levels = [level(0, "upperRoman", "%1."), level(1, "decimal", "%1.%2"), legal.to_owned()].concat();
    let numbering = format!(
        r#"<w:abstractNum w:abstractNumId="0">{levels}</w:abstractNum><w:num w:numId="3"><w:abstractNumId w:val="0"/></w:num>"#
    );
    let body = [item(3, 0, "a"), item(3, 0, "b"), item(3, 1, "c"), item(3, 2, "d")].concat();
    assert_eq!(Word::new(&body).numbering(&numbering).outline(), ["I.| a", "II.| b", "II.1| c", "2.1.1| d"]);
}

#[test]
fn a_list_may_start_again_or_continue_another() {
    let levels = level(0, "decimal", "%1.");
    let numbering = format!(
        r#"<w:abstractNum w:abstractNumId="0">{levels}</w:abstractNum>
        <w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>
        <w:num w:numId="2"><w:abstractNumId w:val="0"/></w:num>
        <w:num w:numId="3"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>
        <w:num w:numId="4"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0">{}</w:lvlOverride></w:num>"#,
        level(0, "upperLetter", "%1)")
    );
    let body = [item(1, 0, "a"), item(2, 0, "b"), item(3, 0, "c"), item(3, 0, "d"), item(4, 0, "e")].concat();
    let lines = Word::new(&body).numbering(&numbering).outline();
    assert_eq!(lines, ["1.| a", "2.| b", "1.| c", "2.| d", "C)| e"]);
}

#[test]
fn a_level_may_never_start_again() {
    let on = r#"<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlRestart w:val="0"/><w:lvlText w:val="%2."/></w:lvl>"#;
    let levels = [level(0, "upperLetter", "%1."), on.to_owned()].concat();
    let numbering = format!(
        r#"<w:abstractNum w:abstractNumId="0">{levels}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>"#
    );
    let body = [item(1, 0, "a"), item(1, 1, "b"), item(1, 0, "c"), item(1, 1, "d")].concat();
    assert_eq!(Word::new(&body).numbering(&numbering).outline(), ["A.| a", "1.| b", "B.| c", "2.| d"]);
}

#[test]
fn a_style_gives_its_paragraphs_a_level_of_a_list() {
    let styles = r#"<w:style w:type="paragraph" w:styleId="Op"><w:name w:val="Operative"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>
        <w:style w:type="paragraph" w:styleId="Sub"><w:name w:val="Sub"/><w:basedOn w:val="Op"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>"#;
    let of_style = |at: u32, style: &str, format: &str, pattern: &str| {
        format!(
            r#"<w:lvl w:ilvl="{at}"><w:start w:val="1"/><w:numFmt w:val="{format}"/><w:pStyle w:val="{style}"/><w:lvlText w:val="{pattern}"/></w:lvl>"#
        )
    };
    let levels = [of_style(0, "Op", "decimal", "%1."), of_style(1, "Sub", "lowerLetter", "%2)")].concat();
    let numbering = format!(
        r#"<w:abstractNum w:abstractNumId="0">{levels}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>"#
    );
    let body = [
        p_with(r#"<w:pStyle w:val="Op"/>"#, "one"),
        p_with(r#"<w:pStyle w:val="Sub"/>"#, "two"),
        p_with(r#"<w:pStyle w:val="Op"/><w:numPr><w:numId w:val="0"/></w:numPr>"#, "without"),
        p_with(r#"<w:pStyle w:val="Op"/>"#, "three"),
    ]
    .concat();
    let lines = Word::new(&body).styles(styles).numbering(&numbering).outline();
    assert_eq!(lines, ["1.| one", "a)| two", "without", "2.| three"]);
}

#[test]
fn a_list_may_be_the_one_of_a_list_style() {
    let numbering = format!(
        r#"<w:abstractNum w:abstractNumId="0"><w:styleLink w:val="UN"/>{}</w:abstractNum>
        <w:abstractNum w:abstractNumId="1"><w:numStyleLink w:val="UN"/></w:abstractNum>
        <w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>"#,
        level(0, "russianLower", "%1)")
    );
    let body = [item(1, 0, "один"), item(1, 0, "два")].concat();
    assert_eq!(Word::new(&body).numbering(&numbering).outline(), ["а)| один", "б)| два"]);
}

#[test]
fn a_bullet_is_no_number() {
    let bullet = r#"<w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/><w:lvlText w:val="&#xf0b7;"/><w:rPr><w:rFonts w:ascii="Symbol"/></w:rPr></w:lvl>"#;
    let numbering = format!(
        r#"<w:abstractNum w:abstractNumId="0">{bullet}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>"#
    );
    assert_eq!(Word::new(&item(1, 0, "a")).numbering(&numbering).outline(), ["listitem: •| a"]);
}

const UN_STYLES: &str = r#"
    <w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>
    <w:style w:type="paragraph" w:styleId="SingleTxt"><w:name w:val="__Single Txt"/></w:style>
    <w:style w:type="paragraph" w:styleId="H1"><w:name w:val="_ H_1"/><w:pPr><w:outlineLvl w:val="0"/></w:pPr></w:style>
    <w:style w:type="paragraph" w:styleId="H23"><w:name w:val="_ H_2/3"/><w:basedOn w:val="H1"/></w:style>
    <w:style w:type="paragraph" w:styleId="Session"><w:name w:val="Session"/><w:basedOn w:val="H23"/></w:style>
    <w:style w:type="paragraph" w:styleId="Own"><w:name w:val="Own style"/><w:basedOn w:val="H23"/></w:style>
    <w:style w:type="paragraph" w:styleId="TitleHCH"><w:name w:val="Title_H_CH"/></w:style>
    <w:style w:type="paragraph" w:styleId="berschrift2"><w:name w:val="heading 2"/></w:style>
    <w:style w:type="paragraph" w:styleId="Loop"><w:name w:val="Loop"/><w:basedOn w:val="Loop"/></w:style>"#;

#[test]
fn styles_are_known_by_name_whatever_their_id() {
    let styled = |style: &str| p_with(&format!(r#"<w:pStyle w:val="{style}"/>"#), style);
    let body: String = ["Session", "TitleHCH", "H1", "H23", "Own", "berschrift2", "SingleTxt", "Loop", "Gone"]
        .into_iter()
        .map(styled)
        .collect();
    assert_eq!(
        Word::new(&body).styles(UN_STYLES).outline(),
        [
            "masthead: Session",
            "title: TitleHCH",
            "heading(2): H1",
            "heading(3): H23",
            "heading(3): Own",
            "heading(2): berschrift2",
            "SingleTxt",
            "Loop",
            "Gone"
        ]
    );
}

#[test]
fn an_unknown_style_is_judged_by_its_looks() {
    let bold = |properties: &str, words: &str| {
        format!("<w:p><w:pPr>{properties}</w:pPr><w:r><w:rPr><w:b/></w:rPr><w:t>{words}</w:t></w:r></w:p>")
    };
    let body = [
        bold(r#"<w:jc w:val="center"/>"#, "Annex"),
        bold("", "Bold and not centred"),
        bold(r#"<w:jc w:val="center"/>"#, "Bold, centred, and a sentence."),
        p_with(r#"<w:outlineLvl w:val="1"/>"#, "Outlined"),
    ]
    .concat();
    let lines = Word::new(&body).outline();
    assert_eq!(
        lines,
        ["heading(3): Annex", "Bold and not centred", "Bold, centred, and a sentence.", "heading(2): Outlined"]
    );
}

#[test]
fn notes_are_tied_to_their_calls_in_the_order_of_the_calls() {
    let call = |id: &str| format!(r#"<w:r><w:footnoteReference w:id="{id}"/></w:r>"#);
    let body = format!(
        r#"<w:p><w:r><w:t>Recalling one,</w:t></w:r>{}<w:r><w:t xml:space="preserve"> and two</w:t></w:r>{}<w:r><w:endnoteReference w:id="5"/></w:r></w:p>
        <w:p><w:r><w:t>Own</w:t></w:r><w:r><w:footnoteReference w:customMarkFollows="1" w:id="4"/><w:t>*</w:t></w:r><w:r><w:t xml:space="preserve"> mark, one again</w:t></w:r>{}{}</w:p>"#,
        call("9"),
        call("2"),
        call("9"),
        call("77"),
    );
    let note = |id: &str, words: &str| {
        format!(
            r#"<w:footnote w:id="{id}"><w:p><w:r><w:footnoteRef/></w:r><w:r><w:t>{words}</w:t></w:r></w:p></w:footnote>"#
        )
    };
    let separator = r#"<w:footnote w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>"#;
    let notes = [
        separator.to_owned(),
        note("2", "See A/2."),
        note("4", "* On my own."),
        note("8", "Never called."),
        format!(
            r#"<w:footnote w:id="9">{}{}</w:footnote>"#,
            p("See A/9."),
            r#"<w:p><w:hyperlink w:anchor="x"><w:r><w:t>And B.</w:t></w:r></w:hyperlink></w:p>"#
        ),
    ]
    .concat();
    let file = Word::new(&body).part("footnotes", "footnotes", &notes).part(
        "endnotes",
        "endnotes",
        &format!(r#"<w:endnote w:id="5">{}</w:endnote>"#, p("At the end.")),
    );
    let read = file.read();
    assert_eq!(
        super::word::outline(&read),
        [
            "Recalling one,[1→0] and two[2→1][i→2]",
            "Own[*→3] mark, one again[1→0]3",
            "note 1: See A/9.\nAnd B.",
            "note 2: See A/2.",
            "note i: At the end.",
            "note *: On my own.",
            "note : Never called."
        ]
    );
    let link = &read.notes[0].links[0];
    assert_eq!((link.span.of(&read.notes[0].text), link.address.as_str()), ("And B.", "#x"));
    assert_eq!(
        read.warnings.iter().map(|w| (w.kind, w.count)).collect::<Vec<_>>(),
        [(WarningKind::NoteMissing, 1)]
    );
}

#[test]
fn tracked_changes_count_as_accepted() {
    let body = r#"<w:p><w:r><w:t xml:space="preserve">The </w:t></w:r>
        <w:del w:id="1"><w:r><w:delText>old</w:delText></w:r></w:del><w:moveFrom w:id="2"><w:r><w:t>moved</w:t></w:r></w:moveFrom>
        <w:ins w:id="3"><w:r><w:t>new</w:t></w:r></w:ins><w:moveTo w:id="4"><w:r><w:t xml:space="preserve"> here</w:t></w:r></w:moveTo></w:p>
        <w:p><w:pPr><w:rPr><w:del w:id="5"/></w:rPr></w:pPr><w:r><w:t xml:space="preserve">Joined </w:t></w:r></w:p>
        <w:p><w:r><w:t>to this.</w:t></w:r></w:p>
        <w:tbl><w:tr><w:trPr><w:del w:id="6"/></w:trPr><w:tc><w:p><w:r><w:t>gone</w:t></w:r></w:p></w:tc></w:tr>
        <w:tr><w:tc><w:p><w:r><w:t>a</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>b</w:t></w:r></w:p></w:tc></w:tr></w:tbl>
        <w:p><w:pPr><w:rPr><w:del w:id="7"/></w:rPr></w:pPr><w:r><w:t>Last</w:t></w:r></w:p>"#;
    assert_eq!(
        Word::new(body).outline(),
        ["The new here", "Joined to this.", "cell 0.0.0: a", "cell 0.0.1: b", "Last"]
    );
}

#[test]
fn comments_and_hidden_words_are_left_out() {
    let body = r#"<w:p><w:commentRangeStart w:id="0"/><w:r><w:t>Seen</w:t></w:r><w:commentRangeEnd w:id="0"/>
        <w:r><w:commentReference w:id="0"/></w:r><w:r><w:rPr><w:vanish/></w:rPr><w:t>hidden</w:t></w:r></w:p>"#;
    let file =
        Word::new(body).part("comments", "comments", &format!(r#"<w:comment w:id="0">{}</w:comment>"#, p("No!")));
    assert_eq!(file.outline(), ["Seen"]);
}

#[test]
fn a_text_box_is_read_once_after_its_paragraph() {
    let text_box = format!("<w:txbxContent>{}</w:txbxContent>", p("In the box"));
    let body = format!(
        "<w:p><w:r><mc:AlternateContent><mc:Choice Requires=\"wps\"><w:drawing><wps:wsp><wps:txbx>{text_box}</wps:txbx></wps:wsp></w:drawing></mc:Choice>\
         <mc:Fallback><w:pict><v:textbox>{text_box}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r><w:r><w:t>Around</w:t></w:r></w:p>\
         <w:p><w:r><w:pict><v:textbox>{text_box}</v:textbox></w:pict></w:r></w:p>"
    );
    assert_eq!(Word::new(&body).outline(), ["Around", "In the box", "In the box"]);
}

#[test]
fn a_field_shows_its_result() {
    let body = r#"<w:p><w:r><w:t xml:space="preserve">See </w:t></w:r><w:r><w:fldChar w:fldCharType="begin"/></w:r>
        <w:r><w:instrText xml:space="preserve"> HYPERLINK "https://undocs.org/A/1" </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>
        <w:r><w:t>A/1</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r><w:r><w:t xml:space="preserve">, page </w:t></w:r>
        <w:fldSimple w:instr="PAGE"><w:r><w:t>wrong</w:t></w:r></w:fldSimple>
        <w:fldSimple w:instr="PAGE"/></w:p>
        <w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>IF </w:instrText></w:r><w:r><w:t>no text</w:t></w:r></w:p>
        <w:p><w:r><w:t>After.</w:t></w:r></w:p>"#;
    let body =
        body.replace("<w:fldSimple w:instr=\"PAGE\"><w:r><w:t>wrong", "<w:fldSimple w:instr=\"PAGE\"><w:r><w:t>3");
    let read = Word::new(&body.replace("fldSimple", "w:fldSimple").replace("w:w:", "w:")).read();
    assert_eq!(super::word::outline(&read), ["See A/1, page 3", "After."]);
    let link = &read.blocks[0].links[0];
    assert_eq!((link.span.of(&read.blocks[0].text), link.address.as_str()), ("A/1", "https://undocs.org/A/1"));
}

#[test]
fn links_signs_tabs_and_hyphens_are_text() {
    let body = r#"<w:p><w:hyperlink r:id="u"><w:r><w:t>A/2</w:t></w:r></w:hyperlink><w:r><w:tab/><w:t>70</w:t><w:noBreakHyphen/><w:t>fold</w:t><w:softHyphen/><w:t>ed</w:t><w:br/><w:t>next</w:t><w:sym w:font="Symbol" w:char="F0B3"/></w:r>
        <w:r><w:rPr><w:caps/></w:rPr><w:t xml:space="preserve"> été</w:t></w:r><m:oMath><m:r><m:t>x=1</m:t></m:r></m:oMath></w:p>"#;
    let read = Word::new(body).link("u", "https://undocs.org/A/2").read();
    assert_eq!(read.blocks[0].text, "A/2 70-folded next≥ ÉTÉx=1");
    assert_eq!(read.blocks[0].links[0].span.of(&read.blocks[0].text), "A/2");
}

#[test]
fn italics_are_distinguished_from_the_run_its_style_or_the_paragraphs() {
    let styles = r#"<w:style w:type="character" w:styleId="Emphasis"><w:name w:val="Emphasis"/><w:rPr><w:i/></w:rPr></w:style>"#;
    let body = r#"<w:p><w:r><w:rPr><w:i/></w:rPr><w:t>Also</w:t></w:r><w:r><w:rPr><w:rStyle w:val="Emphasis"/></w:rPr><w:t xml:space="preserve"> requests</w:t></w:r><w:r><w:rPr><w:rStyle w:val="Emphasis"/><w:i w:val="0"/></w:rPr><w:t xml:space="preserve"> States</w:t></w:r></w:p>"#;
    let block = Word::new(body).styles(styles).read().blocks.remove(0);
    let italics: Vec<&str> = block.italics.iter().map(|span| span.of(&block.text)).collect();
    assert_eq!(italics, ["Also requests"]);
}

#[test]
fn cells_know_their_row_and_column() {
    let cell = |properties: &str, words: &str| format!("<w:tc><w:tcPr>{properties}</w:tcPr>{}</w:tc>", p(words));
    let nested = format!("<w:tbl><w:tr>{}{}</w:tr></w:tbl>", cell("", "x"), cell("", "y"));
    let body = format!(
        "<w:tbl><w:tr>{}{}</w:tr><w:tr>{}{}{}</w:tr></w:tbl><w:tbl><w:tr>{}</w:tr></w:tbl>",
        cell(r#"<w:gridSpan w:val="2"/>"#, "a"),
        cell("", "b"),
        cell("", "c"),
        cell("", &["d</w:t></w:r></w:p>", &nested, "<w:p><w:r><w:t>"].concat()),
        cell("", "e"),
        cell("", "A frame around text"),
    );
    let lines = Word::new(&body).outline();
    assert_eq!(
        lines,
        [
            "cell 0.0.0: a",
            "cell 0.0.2: b",
            "cell 0.1.0: c",
            "cell 0.1.1: d",
            "cell 1.0.0: x",
            "cell 1.0.1: y",
            "cell 0.1.2: e",
            "A frame around text"
        ]
    );
}

#[test]
fn the_first_pages_header_is_the_masthead_and_others_are_furniture() {
    let section = r#"<w:sectPr><w:headerReference w:type="first" r:id="part0"/><w:footerReference w:type="default" r:id="part1"/><w:titlePg/></w:sectPr>"#;
    let file = Word::new(&[&p("Text"), section].concat()).part("header1", "hdr", &p("A/RES/74/175")).part(
        "footer1",
        "ftr",
        &p("19-22250"),
    );
    assert_eq!(file.outline(), ["masthead: A/RES/74/175", "Text", "artifact: 19-22250"]);
}

#[test]
fn strict_files_and_other_prefixes_are_read() {
    let file = Word::new(&p("Strict")).bytes();
    let archive = dispositif::intake::zip::Archive::open(&file).unwrap();
    let document = archive.read(archive.find("word/document.xml").unwrap(), 1 << 20).unwrap();
    let strict = String::from_utf8(document)
        .unwrap()
        .replace(
            "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
            "http://purl.oclc.org/ooxml/wordprocessingml/main",
        )
        .replace("xmlns:w=", "xmlns:n=")
        .replace("<w:", "<n:")
        .replace("</w:", "</n:");
    let mut zip = dispositif::export::zip::ZipWriter::default();
    zip.add("word/document.xml", strict.as_bytes());
    let read = super::word::structured("strict.docx", &zip.finish());
    assert_eq!(read.blocks[0].text, "Strict");
    assert_eq!(read.blocks[0].kind, BlockKind::Paragraph);
}

#[test]
fn a_file_with_macros_and_a_template_are_word_files() {
    // Their content types are others, and a program lies beside the text.
    for kind in ["document.macroEnabled", "template", "template.macroEnabledTemplate"] {
        let plain = Word::new("<w:p><w:r><w:t>Requests the Office to report.</w:t></w:r></w:p>").bytes();
        let archive = dispositif::intake::zip::Archive::open(&plain).unwrap();
        let mut zip = dispositif::export::zip::ZipWriter::default();
        for entry in archive.entries() {
            zip.add(&entry.name, &archive.read(entry, 1 << 20).unwrap());
        }
        zip.add("word/vbaProject.bin", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1");
        zip.add("[Content_Types].xml", format!("<Types><Override PartName=\"/word/document.xml\" ContentType=\"application/vnd.ms-word.{kind}.main+xml\"/></Types>").as_bytes());
        let sources = dispositif::intake::read("file.docm", &zip.finish());
        assert_eq!(sources.len(), 1);
        let Ok(dispositif::intake::FileContent::Structured(file)) = &sources[0].content else {
            panic!("{sources:?}")
        };
        assert_eq!(file.blocks[0].text, "Requests the Office to report.");
    }
}

#[test]
fn a_frame_at_the_foot_of_a_page_is_read_where_the_page_ends() {
    let frame = r#"<w:framePr w:vAnchor="page" w:y="12961"/>"#;
    let higher = r#"<w:framePr w:vAnchor="page" w:y="1296"/>"#;
    let turned = r"<w:p><w:r><w:lastRenderedPageBreak/><w:t>Two</w:t></w:r></w:p>";
    let turning = r#"<w:p><w:r><w:t>Three </w:t><w:br w:type="page"/><w:t>four</w:t></w:r></w:p>"#;
    let body = [
        &p_with(frame, "* Reissued."),
        &p_with(frame, "** A/81/50."),
        &p_with(higher, "A/81/6"),
        &p("One"),
        turned,
        &p_with(frame, "* So too."),
        turning,
        &p("Five"),
        &p_with(frame, "* The end."),
    ];
    assert_eq!(
        Word::new(&body.concat()).outline(),
        ["A/81/6", "One", "* Reissued.", "** A/81/50.", "Two", "Three four", "* So too.", "Five", "* The end."]
    );
}
