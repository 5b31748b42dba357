//! Every export format agrees with the model and opens in other programs.

use biblatex::ChunksExt;
use dispositif::export::selection::{Chosen, Provenance, Selection};
use dispositif::export::{CsvOptions, Format, write};
use dispositif::intake::blocks::BlockKind;
use dispositif::intake::zip::Archive;
use dispositif::intake::{FileContent, read};
use dispositif::model::Language;
use dispositif::parse::{Parsed, parse, parse_content};
use serde_json::Value;
use std::collections::BTreeSet;

const TEXT: &str = "A/RES/74/175\n\nL’Assemblée générale,\n\nRappelant sa résolution 72/194 du 19 décembre 20171,\n\n\
    1. Prie l’Office des Nations Unies contre la drogue et le crime de lui faire rapport à sa soixante-quinzième session2 ;\n\n\
    2. Décide :\n\na) De <créer> un fonds & un comité ;\n\nb) De l’examiner1.\n\n\
    50e séance plénière\n18 décembre 2019\n\n1 Voir A/74/100.\n\n2 Voir {accolades} & 50 %.\n";

fn provenance() -> Provenance {
    Provenance {
        asked: "addressee=unodc".to_owned(),
        question: String::new(),
        day: String::new(),
        at: "2026-11-29T15:04:05Z".to_owned(),
        program: "dispositif test".to_owned(),
        n_asked: 9,
        link: "https://example.org/?actor=unodc".to_owned(),
        language: Language::English,
    }
}

fn whole(parsed: &Parsed) -> Selection<'_> {
    let documents = vec![Chosen::whole(&parsed.resolution, "a.txt")];
    Selection { documents, glossary: &parsed.glossary, provenance: provenance() }
}

fn text(format: Format, selection: &Selection<'_>) -> String {
    String::from_utf8(write(format, selection, CsvOptions { separator: ',', has_mark: false }).bytes).unwrap()
}

#[test]
fn every_format_says_what_was_asked_when_by_which_program_and_how_many_of_how_many() {
    let parsed = parse(TEXT);
    let selection = whole(&parsed);
    for format in Format::ALL {
        let written = match format {
            Format::Xlsx | Format::Docx => {
                let bytes = write(format, &selection, CsvOptions::default()).bytes;
                let archive = dispositif::intake::zip::Archive::open(&bytes).unwrap();
                let parts = archive.entries().iter().map(|entry| archive.read(entry, 1 << 24).unwrap());
                String::from_utf8(parts.flatten().collect()).unwrap()
            }
            // Long lines are folded.
            _ => text(format, &selection).replace("\r\n ", ""),
        };
        let count = format!("{} of 9", selection.n_clauses());
        for fact in
            ["addressee=unodc", "2026-11-29T15:04:05Z", "dispositif test", "example.org/?actor=unodc", &count]
        {
            assert!(written.contains(fact), "{}: {fact}", format.key());
        }
    }
}

#[test]
fn every_format_says_how_much_was_reviewed_and_tables_which_clauses() {
    let parsed = parse(TEXT);
    let mut selection = whole(&parsed);
    selection.documents[0].marks.insert("op1.1".to_owned(), "reviewed".to_owned());
    let said = format!("reviewed 1 of {}", selection.n_clauses());
    for format in Format::ALL.into_iter().filter(|format| !matches!(format, Format::Xlsx | Format::Docx)) {
        assert!(text(format, &selection).replace("\r\n ", "").contains(&said), "{}", format.key());
    }
    let part = |format, name| {
        let bytes = write(format, &selection, CsvOptions::default()).bytes;
        let archive = Archive::open(&bytes).unwrap();
        String::from_utf8(archive.read(archive.find(name).unwrap(), 1 << 20).unwrap()).unwrap()
    };
    // The second sheet is of the provenance.
    for (format, name) in [(Format::Xlsx, "xl/worksheets/sheet2.xml"), (Format::Docx, "word/document.xml")] {
        assert!(part(format, name).contains(&said), "{}", format.key());
    }
    assert_eq!(part(Format::Xlsx, "xl/worksheets/sheet1.xml").matches(">reviewed<").count(), 1);
    let lines = text(Format::Ndjson, &selection);
    let marks: Vec<Value> =
        lines.lines().skip(1).map(|line| serde_json::from_str::<Value>(line).unwrap()["mark"].clone()).collect();
    assert_eq!(marks.iter().filter(|mark| **mark == "reviewed").count(), 1, "{marks:?}");
    assert!(marks.iter().all(|mark| mark.is_null() || mark == "reviewed"), "{marks:?}");
}

#[test]
fn the_same_selection_gives_the_same_bytes() {
    let parsed = parse(TEXT);
    for format in Format::ALL {
        let once = write(format, &whole(&parsed), CsvOptions::default());
        assert_eq!(once, write(format, &whole(&parsed), CsvOptions::default()), "{}", format.key());
        assert_eq!(Format::from_key(format.key()), Some(format));
    }
}

#[test]
fn a_table_has_a_row_for_each_clause_and_only_for_those_chosen() {
    let parsed = parse(TEXT);
    let rows = |selection: &Selection<'_>| text(Format::Ndjson, selection).lines().count() - 1;
    let mut selection = whole(&parsed);
    assert_eq!(rows(&selection), parsed.resolution.clauses().count());
    let at = parsed.resolution.paragraphs.iter().position(|paragraph| paragraph.id.as_str() == "op1").unwrap();
    selection.documents[0].clauses = Some(BTreeSet::from([(at as u32, 0)]));
    assert_eq!(rows(&selection), 1);
    let line: Value = serde_json::from_str(text(Format::Ndjson, &selection).lines().nth(1).unwrap()).unwrap();
    assert_eq!(line["clause"], "op1.1");
    assert_eq!(line["addressees"], serde_json::json!(["unodc"]));
    assert_eq!(line["notes"], serde_json::json!(["2"]));
    let at = parsed.resolution.paragraphs.iter().position(|paragraph| paragraph.id.as_str() == "op2").unwrap();
    selection.documents[0].clauses = Some(BTreeSet::from([(at as u32, 0)]));
    let line: Value = serde_json::from_str(text(Format::Ndjson, &selection).lines().nth(1).unwrap()).unwrap();
    assert_eq!(
        line["text"],
        "Décide :\na) De <créer> un fonds & un comité ;\nb) De l’examiner1.".replace("examiner1", "examiner")
    );
}

#[test]
fn a_memo_read_back_has_the_paragraphs_numbers_notes_and_links() {
    let parsed = parse(TEXT);
    let memo = write(Format::Docx, &whole(&parsed), CsvOptions::default()).bytes;
    let Ok(FileContent::Structured(read)) = read("memo.docx", &memo).remove(0).content else {
        panic!("it is not read")
    };
    let texts: Vec<&str> = read.blocks.iter().map(|block| block.text.as_str()).collect();
    assert!(texts.contains(&"a) De <créer> un fonds & un comité ;"), "{texts:#?}");
    assert_eq!(read.blocks[0].kind, BlockKind::Title);
    let notes: Vec<(&str, &str)> = read.notes.iter().map(|note| (note.mark.as_str(), note.text.as_str())).collect();
    assert_eq!(notes, [("1", "Voir A/74/100."), ("2", "Voir {accolades} & 50 %.")]);
    let called = read.blocks.iter().find(|block| block.text.starts_with("1. Prie")).unwrap();
    assert_eq!(called.calls[0].note, 1);
    assert!(read.blocks.iter().any(|block| block.links.iter().any(|link| link.address.ends_with("/A/RES/72/194"))));
    // And it is a resolution again.
    let again = parse_content(&FileContent::Structured(read)).resolution;
    let phrases: Vec<&str> = again.clauses().map(|(paragraph, clause)| clause.phrase.of(&paragraph.text)).collect();
    assert!(phrases.contains(&"Prie") && phrases.contains(&"Décide"), "{phrases:?}");
}

#[test]
fn a_file_for_people_is_named_by_the_question_in_their_words_and_marks_the_clause_found_among_others() {
    let parsed = parse(
        "L’Assemblée générale,\n\n1. Prie le Comité de siéger et invite les États à l’aider1 ;\n\n1 Voir A/1.\n",
    );
    let mut selection = whole(&parsed);
    selection.provenance.question = "Destinataires : États".to_owned();
    selection.provenance.day = "29 novembre 2026".to_owned();
    let at = parsed.resolution.paragraphs.iter().position(|paragraph| paragraph.id.as_str() == "op1").unwrap();
    selection.documents[0].clauses = Some(BTreeSet::from([(at as u32, 1)]));
    for (format, found) in [
        (Format::Html, "de siéger et <mark><em>invite</em> les États à l’aider"),
        (Format::Markdown, "de siéger et <mark>*invite* les États à l’aider"),
    ] {
        let written = text(format, &selection);
        assert!(written.contains(found), "{written}");
        assert!(written.contains("Destinataires : États") && !written.contains("addressee="), "{written}");
        assert!(written.contains("29 novembre 2026") && !written.contains("15:04"), "{written}");
    }
    assert!(text(Format::Json, &selection).contains("addressee=unodc"));
    let memo = write(Format::Docx, &selection, CsvOptions::default()).bytes;
    let Ok(FileContent::Structured(read)) = read("memo.docx", &memo).remove(0).content else {
        panic!("it is not read")
    };
    assert_eq!((read.blocks[0].kind, read.blocks[0].text.as_str()), (BlockKind::Title, "Destinataires : États"));
    let archive = Archive::open(&memo).unwrap();
    let body = archive.entries().iter().find(|entry| entry.name == "word/document.xml").unwrap();
    let body = String::from_utf8(archive.read(body, 1 << 20).unwrap()).unwrap();
    assert!(body.contains("<w:b/><w:i/></w:rPr><w:t xml:space=\"preserve\">invite"), "{body}");
    assert!(body.contains("<w:rPr><w:i/></w:rPr><w:t xml:space=\"preserve\">Prie"), "{body}");
}

#[test]
fn bibtex_comes_back_field_by_field_from_another_parser() {
    let parsed = parse(TEXT);
    let mut resolution = parsed.resolution.clone();
    resolution.title = "Fonds & comité : 50 % {de tout}_#1".to_owned();
    let documents = vec![Chosen::whole(&resolution, "a.txt"), Chosen::whole(&parsed.resolution, "a.txt")];
    let selection = Selection { documents, glossary: &parsed.glossary, provenance: provenance() };
    let bibliography = biblatex::Bibliography::parse(&text(Format::Bibtex, &selection)).unwrap();
    assert_eq!(bibliography.len(), 2);
    let entry = bibliography.get("A-RES-74-175").unwrap();
    assert_eq!(entry.title().unwrap().format_verbatim(), resolution.title);
    assert_eq!(entry.get("number").unwrap().format_verbatim(), "A/RES/74/175");
    assert_eq!(entry.author().unwrap()[0].name, "United Nations General Assembly");
    assert_eq!(entry.url().unwrap(), "https://undocs.org/fr/A/RES/74/175");
    assert!(bibliography.get("A-RES-74-175-2").is_some());
}

#[test]
fn akoma_ntoso_has_each_paragraph_point_and_note_once() {
    let parsed = parse(TEXT);
    let xml = text(Format::AkomaNtoso, &whole(&parsed));
    assert_eq!(xml.matches("<authorialNote ").count(), 2);
    assert_eq!(xml.matches("class=\"noteRef\"").count(), 1);
    assert_eq!(xml.matches("<point ").count(), 2);
    assert_eq!(xml.matches("<paragraph ").count(), 2);
    assert!(xml.contains("De &lt;créer&gt; un fonds &amp; un comité"), "{xml}");
    assert!(xml.contains("/akn/un/statement/deliberation/un-ga/2019-12-18/74-175/fra@2019-12-18"), "{xml}");
    let mut ids: Vec<&str> = xml.split(" eId=\"").skip(1).map(|rest| rest.split('"').next().unwrap()).collect();
    let count = ids.len();
    ids.sort_unstable();
    ids.dedup();
    assert_eq!(ids.len(), count, "an id is there twice");
}

#[test]
fn several_documents_as_akoma_ntoso_are_an_archive() {
    let parsed = parse(TEXT);
    let documents = vec![Chosen::whole(&parsed.resolution, "a.txt"), Chosen::whole(&parsed.resolution, "a.txt")];
    let selection = Selection { documents, glossary: &parsed.glossary, provenance: provenance() };
    let file = write(Format::AkomaNtoso, &selection, CsvOptions::default());
    assert_eq!(file.extension, "zip");
    assert_eq!(dispositif::intake::zip::Archive::open(&file.bytes).unwrap().entries().len(), 2);
}

#[test]
fn a_deadline_is_an_event_over_its_session() {
    let parsed = parse(TEXT);
    let calendar = text(Format::Calendar, &whole(&parsed)).replace("\r\n ", "");
    assert_eq!(calendar.matches("BEGIN:VEVENT").count(), 1, "{calendar}");
    assert!(calendar.contains("DTSTART;VALUE=DATE:20200901\r\nDTEND;VALUE=DATE:20210901\r\n"), "{calendar}");
    assert!(calendar.contains("DTSTAMP:20261129T150405Z\r\n"), "{calendar}");
}

#[test]
fn an_event_is_named_by_document_place_actor_and_action_and_no_id() {
    let parsed = parse(TEXT);
    let calendar = text(Format::Calendar, &whole(&parsed)).replace("\r\n ", "");
    let title =
        "A/RES/74/175\\, par.\u{a0}1\u{a0}: Office des Nations Unies contre la drogue et le crime – rapport";
    assert!(calendar.contains(&["SUMMARY:", title, "\r\n"].concat()), "{calendar}");
    assert!(!calendar.contains("op1\r\n") && !calendar.contains("op1:"), "{calendar}");
}

#[test]
fn recurring_deadlines_recur_and_those_without_any_date_are_counted() {
    let parsed = parse(
        "A/RES/80/1\n\nResolution adopted by the General Assembly on 15 January 2026\n\nThe General Assembly,\n\n\
         1. Requests the Secretary-General to report to it every ninety days;\n\n\
         2. Invites Member States to hold a meeting every two years;\n\n\
         3. Requests the Secretary-General to report to the Commission on Rivers at its thirtieth session.\n",
    );
    let file = write(Format::Calendar, &whole(&parsed), CsvOptions::default());
    let calendar = String::from_utf8(file.bytes).unwrap().replace("\r\n ", "");
    assert!(calendar.contains("DTSTART;VALUE=DATE:20260415\r\n"), "{calendar}");
    assert!(calendar.contains("RRULE:FREQ=MONTHLY;INTERVAL=3\r\n"), "{calendar}");
    assert!(calendar.contains("RRULE:FREQ=YEARLY;INTERVAL=2\r\n"), "{calendar}");
    assert!(calendar.contains("counted from the adoption"), "{calendar}");
    assert_eq!(calendar.matches("BEGIN:VEVENT").count(), 2, "{calendar}");
    let left_out = "deadlines without a date that a calendar can hold: 1";
    assert_eq!(file.left_out.as_deref(), Some(left_out));
    assert!(calendar.contains(left_out), "{calendar}");
}

#[test]
fn files_for_people_say_where_they_are_from_in_the_readers_language_and_data_in_one() {
    let parsed = parse(TEXT);
    let mut selection = whole(&parsed);
    selection.provenance.language = Language::Spanish;
    let n = selection.n_clauses();
    for format in [Format::Markdown, Format::Html, Format::Bibtex, Format::Ris, Format::CslJson, Format::AkomaNtoso]
    {
        let written = text(format, &selection);
        for words in ["Cláusulas", &format!("{n} de 9"), "Lectura", "dudas"] {
            assert!(written.contains(words), "{}: {words}", format.key());
        }
        assert!(!written.contains(&format!("{n} of 9")), "{}", format.key());
    }
    for format in [Format::Csv, Format::Json, Format::Ndjson] {
        let written = text(format, &selection);
        assert!(written.contains(&format!("{n} of 9")) && !written.contains("Lectura"), "{}", format.key());
    }
}

#[test]
fn a_paragraph_is_a_section_and_no_page() {
    let parsed = parse(TEXT);
    let mut selection = whole(&parsed);
    let at = parsed.resolution.paragraphs.iter().position(|paragraph| paragraph.id.as_str() == "op2").unwrap();
    selection.documents[0].clauses = Some(BTreeSet::from([(at as u32, 0)]));
    let ris = text(Format::Ris, &selection);
    assert!(ris.contains("SE  - 2\r\n") && !ris.contains("SP  - "), "{ris}");
    assert!(text(Format::Bibtex, &selection).contains("note = {par.\u{a0}2}"));
    let items: Value = serde_json::from_str(&text(Format::CslJson, &selection)).unwrap();
    assert_eq!(items[0]["section"], "2");
}

#[test]
fn html_holds_text_as_text_and_nothing_to_fetch() {
    let parsed = parse("A/RES/1/1\n\nThe General Assembly,\n\n1. Requests the <script>alert(1)</script> Office;\n");
    let html = text(Format::Html, &whole(&parsed));
    assert!(!html.contains("<script") && html.contains("&lt;script&gt;"), "{html}");
    assert!(!html.contains("src=") && !html.contains("<link"), "{html}");
}

#[test]
fn an_empty_selection_still_gives_a_file() {
    let parsed = parse("");
    for format in Format::ALL {
        assert!(!write(format, &whole(&parsed), CsvOptions::default()).bytes.is_empty(), "{}", format.key());
        let none =
            Selection { documents: Vec::new(), glossary: &parsed.glossary, provenance: Provenance::default() };
        let _ = write(format, &none, CsvOptions::default());
    }
}
