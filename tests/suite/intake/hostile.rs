//! Malicious and broken files are refused with a reason, or read as far as possible.

use super::word::{Word, item, level, outline, p};
use dispositif::export::zip::ZipWriter;
use dispositif::intake::blocks::WarningKind;
use dispositif::intake::{FileContent, Refusal, read};
use proptest::prelude::*;

fn refusal(bytes: &[u8]) -> Refusal {
    read("file.docx", bytes).remove(0).content.expect_err("it is read")
}

fn with_document(document: &[u8]) -> Vec<u8> {
    let mut zip = ZipWriter::default();
    zip.add("word/document.xml", document);
    zip.finish()
}

#[test]
fn a_file_that_unpacks_to_more_than_we_read_is_refused() {
    // 300 MB of spaces are 300 kB.
    assert_eq!(refusal(&with_document(&vec![b' '; 300 << 20])), Refusal::TooLarge);
}

#[test]
fn a_file_that_lies_about_its_size_is_refused() {
    let mut bytes = with_document(&vec![b' '; 1 << 20]);
    let real = (1_u32 << 20).to_le_bytes();
    while let Some(at) = bytes.windows(4).position(|window| window == real) {
        bytes[at..at + 4].copy_from_slice(&10_u32.to_le_bytes());
    }
    assert_eq!(refusal(&bytes), Refusal::Damaged);
}

#[test]
fn entries_that_share_their_bytes_are_refused() {
    let mut zip = ZipWriter::default();
    zip.add("word/document.xml", b"<a/>");
    zip.add("word/document2.xml", b"<a/>");
    let mut bytes = zip.finish();
    // The second entry of the directory points to the bytes of the first.
    let second = bytes.windows(4).rposition(|window| window == b"PK\x01\x02").unwrap();
    bytes[second + 42..second + 46].copy_from_slice(&0_u32.to_le_bytes());
    assert_eq!(refusal(&bytes), Refusal::Damaged);
}

#[test]
fn more_entries_than_any_document_has_are_refused() {
    let mut zip = ZipWriter::default();
    for i in 0..20_001 {
        zip.add(&i.to_string(), b"");
    }
    assert_eq!(refusal(&zip.finish()), Refusal::TooLarge);
}

#[test]
fn an_encrypted_entry_is_refused_as_such() {
    let mut bytes = with_document(b"<a/>");
    let entry = bytes.windows(4).rposition(|window| window == b"PK\x01\x02").unwrap();
    bytes[entry + 8] |= 1;
    assert_eq!(refusal(&bytes), Refusal::Encrypted);
}

#[test]
fn a_file_cut_off_anywhere_is_refused_with_a_reason() {
    let whole = Word::new(&p("Text")).bytes();
    for length in 4..whole.len() {
        assert!(matches!(refusal(&whole[..length]), Refusal::Damaged), "at {length}");
    }
}

#[test]
fn a_document_that_is_cut_off_is_read_up_to_the_cut_and_says_so() {
    let document = r#"<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r><w:t>Whole.</w:t></w:r></w:p><w:p><w:r><w:t>Half"#;
    let read = super::word::structured("cut.docx", &with_document(document.as_bytes()));
    assert_eq!(outline(&read)[0], "Whole.");
    assert_eq!(read.warnings[0].kind, WarningKind::PartUnreadable);
}

#[test]
fn nesting_without_end_is_read_as_far_as_it_is_sane() {
    for (open, close) in
        [("<w:sdt><w:sdtContent>", "</w:sdtContent></w:sdt>"), ("<w:tbl><w:tr><w:tc>", "</w:tc></w:tr></w:tbl>")]
    {
        let body = [&p("Before"), &*open.repeat(20_000), &p("Deep"), &close.repeat(20_000), &p("After")].concat();
        let lines = Word::new(&body).outline();
        assert_eq!((lines.first().unwrap().as_str(), lines.last().unwrap().as_str()), ("Before", "After"));
    }
}

#[test]
fn entities_of_a_documents_own_stay_as_they_are_written() {
    let document = r#"<!DOCTYPE d [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY f SYSTEM "file:///etc/passwd">]>
        <w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r><w:t>&b;&f;&amp;</w:t></w:r></w:p></w:body></w:document>"#;
    let read = super::word::structured("entities.docx", &with_document(document.as_bytes()));
    assert_eq!(outline(&read), ["&b;&f;&"]);
}

#[test]
fn a_note_that_calls_itself_ends() {
    let call = r#"<w:p><w:r><w:t>Note</w:t><w:footnoteReference w:id="1"/></w:r></w:p>"#;
    let file =
        Word::new(call).part("footnotes", "footnotes", &format!(r#"<w:footnote w:id="1">{call}</w:footnote>"#));
    assert_eq!(outline(&file.read())[0], "Note[1→0]");
}

#[test]
fn a_spreadsheet_is_no_word_file() {
    let mut zip = ZipWriter::default();
    zip.add("xl/workbook.xml", b"<workbook/>");
    assert!(read("a.xlsx", &zip.finish()).remove(0).content.is_err());
}

/// A file with most of what there is.
fn rich() -> Vec<u8> {
    let numbering = format!(
        r#"<w:abstractNum w:abstractNumId="0">{}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>"#,
        level(0, "decimal", "%1.")
    );
    let body = [
        item(1, 0, "Requests"),
        r#"<w:p><w:r><w:t>Recalling</w:t></w:r><w:r><w:footnoteReference w:id="1"/></w:r></w:p>"#.to_owned(),
        r#"<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>HYPERLINK "x"</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>x</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>"#.to_owned(),
        format!("<w:tbl><w:tr><w:tc>{}</w:tc><w:tc>{}</w:tc></w:tr></w:tbl>", p("a"), p("b")),
    ]
    .concat();
    Word::new(&body)
        .numbering(&numbering)
        .part("footnotes", "footnotes", &format!(r#"<w:footnote w:id="1">{}</w:footnote>"#, p("See A/1.")))
        .bytes()
}

/// The parts of a file, unpacked.
fn parts(bytes: &[u8]) -> Vec<(String, Vec<u8>)> {
    let archive = dispositif::intake::zip::Archive::open(bytes).unwrap();
    let entries = archive.entries().iter();
    entries.map(|entry| (entry.name.clone(), archive.read(entry, 1 << 20).unwrap())).collect()
}

fn check_spans(bytes: &[u8]) {
    for source in read("file.docx", bytes) {
        let Ok(FileContent::Structured(read)) = source.content else { continue };
        assert_eq!(read.faults(), []);
    }
}

proptest! {
    #[test]
    fn whatever_bytes_of_a_file_are_changed_it_is_read_or_refused(
        changes in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..20)
    ) {
        let mut bytes = rich();
        for (at, byte) in changes {
            let at = at.index(bytes.len());
            bytes[at] = byte;
        }
        check_spans(&bytes);
    }

    #[test]
    fn whatever_is_cut_or_doubled_in_its_parts_it_is_read_or_refused(
        which in any::<prop::sample::Index>(),
        cuts in prop::collection::vec((any::<prop::sample::Index>(), any::<prop::sample::Index>(), any::<bool>()), 1..6)
    ) {
        let mut parts = parts(&rich());
        let chosen = which.index(parts.len());
        let content = &mut parts[chosen].1;
        for (from, to, doubled) in cuts {
            if content.is_empty() { break }
            let (from, to) = (from.index(content.len()), to.index(content.len()));
            let piece = content[from.min(to)..from.max(to)].to_vec();
            if doubled {
                content.splice(from..from, piece);
            } else {
                content.drain(from.min(to)..from.max(to));
            }
        }
        let mut zip = ZipWriter::default();
        for (name, content) in &parts {
            zip.add(name, content);
        }
        check_spans(&zip.finish());
    }
}
