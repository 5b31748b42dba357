//! Any bytes are read or refused, no character of a text is lost, and what was read can be shown and asked.
#![no_main]

use dispositif::export::page;
use dispositif::intake::text_of;
use dispositif::parse::parse;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let Ok(text) = text_of(bytes) else { return };
    let parsed = parse(&text);
    let faults = parsed.trace.faults(&text);
    assert!(faults.is_empty(), "not accounted for: {faults:?}");
    for (paragraph, clause) in parsed.resolution.clauses() {
        assert!(paragraph.text.get(clause.span.range()).is_some(), "{}", clause.id);
        assert!(paragraph.text.get(clause.phrase.range()).is_some(), "{}", clause.id);
    }
    let _ = page::fragment(&parsed.resolution);
});
