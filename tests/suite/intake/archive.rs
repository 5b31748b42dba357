//! Archives of documents, and OpenDocument texts.

use super::word::{Word, outline, p, structured};
use dispositif::export::zip::ZipWriter;
use dispositif::intake::zip::Archive;
use dispositif::intake::{FileContent, Refusal, UnreadFormat, read};

#[test]
fn each_file_of_an_archive_is_a_source_with_its_folder() {
    let mut inner = ZipWriter::default();
    inner.add("c.txt", b"Text");
    let mut zip = ZipWriter::default();
    zip.add("texts/a.txt", "Prie l’Office".as_bytes());
    zip.add("b.docx", &Word::new(&p("Requests the Office")).bytes());
    zip.add("inner.zip", &inner.finish());
    zip.add("picture.png", b"\x89PNG\r\n\x1a\n");
    zip.add("empty.txt", b"");
    zip.add("__MACOSX/._a.txt", b"x");
    zip.add("texts/.DS_Store", b"x");
    zip.add("texts/~$raft.docx", b"x");
    zip.add("folder/", b"");
    let sources = read("all.zip", &zip.finish());
    let names: Vec<&str> = sources.iter().map(|source| source.name.as_str()).collect();
    assert_eq!(
        names,
        [
            "all.zip/texts/a.txt",
            "all.zip/b.docx",
            "all.zip/inner.zip/c.txt",
            "all.zip/picture.png",
            "all.zip/empty.txt"
        ]
    );
    assert_eq!(sources[0].content, Ok(FileContent::Text("Prie l’Office".to_owned())));
    let Ok(FileContent::Structured(word)) = &sources[1].content else { panic!("{:?}", sources[1].content) };
    assert_eq!(outline(word), ["Requests the Office"]);
    assert_eq!(sources[2].content, Ok(FileContent::Text("Text".to_owned())));
    assert_eq!(sources[3].content, Err(Refusal::Unsupported(UnreadFormat::Picture)));
    assert_eq!(sources[4].content, Err(Refusal::Empty));
}

#[test]
fn what_is_written_is_read_back() {
    let mut writer = ZipWriter::default();
    let files = [("a.txt", "Prie ".repeat(100)), ("dossier/é.txt", String::new())];
    for (name, content) in &files {
        writer.add(name, content.as_bytes());
    }
    let bytes = writer.finish();
    let archive = Archive::open(&bytes).unwrap();
    let entries = archive.entries().iter();
    let read: Vec<(&str, String)> = entries
        .map(|entry| (entry.name.as_str(), String::from_utf8(archive.read(entry, 10_000).unwrap()).unwrap()))
        .collect();
    assert_eq!(read, files);
}

#[test]
fn an_archive_is_opened_in_an_archive_but_not_in_one_that_is_in_another() {
    let pack = |name: &str, bytes: &[u8]| {
        let mut zip = ZipWriter::default();
        zip.add(name, bytes);
        zip.finish()
    };
    let bytes = pack("2.zip", &pack("3.zip", &pack("a.txt", b"Text")));
    let sources = read("1.zip", &bytes);
    assert_eq!(sources.len(), 1);
    assert_eq!(sources[0].name, "1.zip/2.zip/3.zip");
    assert_eq!(sources[0].content, Err(Refusal::Unsupported(UnreadFormat::Archive)));
    let empty = read("1.zip", &pack("2.zip", &ZipWriter::default().finish()));
    assert_eq!((empty[0].name.as_str(), &empty[0].content), ("1.zip/2.zip", &Err(Refusal::Empty)));
}

#[test]
fn archives_in_an_archive_share_its_limit_of_files() {
    let mut inner = ZipWriter::default();
    for i in 0..3000 {
        inner.add(&i.to_string(), b"Text");
    }
    let inner = inner.finish();
    let mut zip = ZipWriter::default();
    for i in 0..8 {
        zip.add(&format!("{i}.zip"), &inner);
    }
    let sources = read("all.zip", &zip.finish());
    assert!(sources.len() < 20_010, "{}", sources.len());
    assert_eq!(sources.last().map(|source| &source.content), Some(&Err(Refusal::TooLarge)));
}

#[test]
fn names_that_old_programs_wrote_are_read() {
    let mut zip = ZipWriter::default();
    zip.add("rXsolution.txt", b"Text");
    let mut bytes = zip.finish();
    for byte in &mut bytes {
        if *byte == b'X' {
            *byte = 0x82;
        }
    }
    assert_eq!(read("old.zip", &bytes)[0].name, "old.zip/résolution.txt");
}

#[test]
fn an_opendocument_text_gives_its_lists_notes_and_headings() {
    let content = r#"<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" xmlns:fo="urn:fo" xmlns:xlink="http://www.w3.org/1999/xlink">
        <office:automatic-styles><style:style style:name="T1"><style:text-properties fo:font-style="italic"/></style:style>
        <text:list-style style:name="L1"><text:list-level-style-number text:level="1" style:num-suffix="." style:num-format="1"/><text:list-level-style-number text:level="2" style:num-prefix="(" style:num-suffix=")" style:num-format="a"/></text:list-style></office:automatic-styles>
        <office:body><office:text><text:tracked-changes><text:p>Deleted</text:p></text:tracked-changes>
        <text:h text:outline-level="2">Head</text:h>
        <text:list text:style-name="L1" xml:id="one"><text:list-item><text:p><text:span text:style-name="T1">Requests</text:span> States<text:note text:note-class="footnote"><text:note-citation>1</text:note-citation><text:note-body><text:p>See<text:s/>A/1.</text:p></text:note-body></text:note>:</text:p>
        <text:list><text:list-item><text:p>first;</text:p></text:list-item><text:list-item><text:p>second;</text:p></text:list-item></text:list></text:list-item></text:list>
        <text:p>Between</text:p>
        <text:list text:continue-list="one" text:style-name="L1"><text:list-item><text:p>Decides.</text:p></text:list-item></text:list>
        <table:table><table:table-row><table:table-cell><text:p>a</text:p></table:table-cell><table:table-cell><text:p>b</text:p></table:table-cell></table:table-row></table:table>
        </office:text></office:body></office:document-content>"#;
    let mut zip = ZipWriter::default();
    zip.add("mimetype", b"application/vnd.oasis.opendocument.text");
    zip.add("content.xml", content.as_bytes());
    let read = structured("a.odt", &zip.finish());
    assert_eq!(
        outline(&read),
        [
            "heading(2): Head",
            "1.| Requests States[1→0]:",
            "(a)| first;",
            "(b)| second;",
            "Between",
            "2.| Decides.",
            "cell 0.0.0: a",
            "cell 0.0.1: b",
            "note 1: See A/1."
        ]
    );
    let block = &read.blocks[1];
    assert_eq!(block.italics.iter().map(|span| span.of(&block.text)).collect::<Vec<_>>(), ["Requests"]);
}
