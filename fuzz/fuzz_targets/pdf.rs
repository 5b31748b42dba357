//! Any bytes as a PDF, as a PDF's only page, and as its structure: read or refused, and every span lies in its text.
#![no_main]

use dispositif::intake::{FileContent, read};
use dispositif::parse::parse_structured;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    check(&[b"%PDF-1.7\n", bytes].concat());
    // The parts are separated by a zero byte.
    let mut parts = bytes.split(|byte| *byte == 0);
    let mut next = || parts.next().unwrap_or_default();
    let (content, tree, more) = (next(), next(), next());
    let mut file = b"%PDF-1.7\n".to_vec();
    let mut places = Vec::new();
    let mut put = |pieces: &[&[u8]]| {
        places.push(file.len());
        file.extend(format!("{} 0 obj\n", places.len()).bytes());
        pieces.iter().for_each(|piece| file.extend(*piece));
        file.extend(b"\nendobj\n");
    };
    put(&[b"<</Type/Catalog/Pages 2 0 R/StructTreeRoot 6 0 R>>"]);
    put(&[b"<</Type/Pages/Count 1/Kids[3 0 R]>>"]);
    put(&[b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>/XObject<</X1 7 0 R>>>>>>"]);
    put(&[format!("<</Length {}>>stream\n", content.len()).as_bytes(), content, b"\nendstream"]);
    put(&[b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>"]);
    put(&[b"<</Type/StructTreeRoot/Pg 3 0 R/K ", tree, b">>"]);
    put(&[b"<</Type/XObject/Subtype/Form/BBox[0 0 9 9]", more, b">>stream\n", content, b"\nendstream"]);
    let start = file.len();
    file.extend(b"xref\n0 8\n0000000000 65535 f \n");
    places.iter().for_each(|place| file.extend(format!("{place:010} 00000 n \n").bytes()));
    file.extend(format!("trailer <</Size 8/Root 1 0 R>>\nstartxref\n{start}\n%%EOF\n").bytes());
    check(&file);
});

fn check(bytes: &[u8]) {
    for source in read("file.pdf", bytes) {
        let Ok(FileContent::Structured(read)) = source.content else { continue };
        assert_eq!(read.faults(), []);
        let parsed = parse_structured(&read);
        for (paragraph, clause) in parsed.resolution.clauses() {
            assert!(paragraph.text.get(clause.span.range()).is_some(), "{}", clause.id);
        }
    }
}
