//! Any bytes are refused or read as a PDF, and what was read can be parsed.
#![no_main]

use dispositif::intake::{Content, read, read_by_place};
use dispositif::parse::parse_content;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    // Most changes of a file break its first bytes, and then nothing is tried.
    let mut whole = b"%PDF-1.7\n".to_vec();
    whole.extend(bytes);
    for source in read("file.pdf", &whole) {
        if let Ok(content @ Content::Structured(_)) = &source.content {
            let parsed = parse_content(content);
            let text = parsed.pages.as_ref().map_or("", |pages| pages.text.as_str());
            let faults = parsed.trace.faults(text);
            assert!(faults.is_empty(), "not accounted for: {faults:?}");
        }
    }
    let _ = read_by_place(&whole);
});
