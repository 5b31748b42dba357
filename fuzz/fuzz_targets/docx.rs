//! Any bytes as a ZIP file, and any text as the body, the numbering and the notes of a Word file: read or refused, and
//! every span lies in its text.
#![no_main]

use dispositif::export::zip::ZipWriter;
use dispositif::intake::{FileContent, read};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    check(bytes);
    // The parts are separated by a zero byte.
    let mut parts = bytes.split(|byte| *byte == 0);
    let mut zip = ZipWriter::default();
    for name in ["document", "numbering", "styles", "footnotes"] {
        zip.add(&format!("word/{name}.xml"), parts.next().unwrap_or_default());
    }
    let relations = ["numbering", "styles", "footnotes"]
        .map(|name| format!("<Relationship Id=\"{name}\" Type=\"/{name}\" Target=\"{name}.xml\"/>"));
    zip.add("word/_rels/document.xml.rels", format!("<Relationships>{}</Relationships>", relations.concat()).as_bytes());
    check(&zip.finish());
});

fn check(bytes: &[u8]) {
    for source in read("file.docx", bytes) {
        let Ok(FileContent::Structured(read)) = source.content else { continue };
        assert_eq!(read.faults(), []);
        let _ = read.to_text();
    }
}
