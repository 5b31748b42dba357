//! Damaged files: read as far as they can be, within bounds, and never with a panic.

// The suite runs natively, and that reading ends in time is what is tested.
#![allow(clippy::disallowed_methods)]

use super::writer::{Element, Writer};
use super::{paragraph, structured};
use proptest::prelude::*;
use std::time::{Duration, Instant};

fn sound() -> Vec<u8> {
    let mut pdf = Writer::default();
    let first = pdf.page().mark(&paragraph(700.0));
    let second = pdf.page().mark(&paragraph(700.0));
    pdf.artifact(&paragraph(60.0));
    let elements = [first, second].map(|place| Element::new("P").at(place));
    pdf.structure(Element::of("Document", elements)).bytes()
}

#[test]
fn a_file_cut_off_anywhere_is_refused_or_read_in_part() {
    let whole = sound();
    for end in (0..whole.len()).step_by(7) {
        let begun = Instant::now();
        let _ = dispositif::intake::read("cut.pdf", &whole[..end]);
        assert!(begun.elapsed() < Duration::from_secs(5), "cut at {end}");
    }
}

#[test]
fn a_file_without_its_table_of_objects_is_read() {
    let whole = sound();
    let end = whole.windows(5).position(|window| window == b"xref\n").unwrap();
    let mut cut = whole[..end].to_vec();
    cut.extend(b"trailer\n<< /Root 1 0 R >>\n");
    assert!(structured(&cut).is_ok());
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_change_of_bytes_makes_it_panic_or_run_on(
        changes in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..12),
        cut in prop::option::of(any::<prop::sample::Index>()),
        doubled in prop::option::of((any::<prop::sample::Index>(), 1..200_usize)),
    ) {
        let mut bytes = sound();
        for (at, byte) in &changes {
            let at = at.index(bytes.len());
            bytes[at] = *byte;
        }
        if let Some((at, length)) = doubled {
            let at = at.index(bytes.len());
            let piece = bytes[at..(at + length).min(bytes.len())].to_vec();
            bytes.splice(at..at, piece);
        }
        if let Some(end) = cut {
            bytes.truncate(end.index(bytes.len()));
        }
        let begun = Instant::now();
        for source in dispositif::intake::read("changed.pdf", &bytes) {
            if let Ok(content) = &source.content {
                let parsed = dispositif::parse::parse_content(content);
                let source = parsed.pages.as_ref().map_or("", |pages| pages.text.as_str());
                prop_assert!(parsed.trace.faults(source).is_empty() || source.is_empty());
            }
        }
        prop_assert!(begun.elapsed() < Duration::from_secs(5));
    }
}
