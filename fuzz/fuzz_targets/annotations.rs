//! Any text as a table of annotations, and as a record in the browser: what was read is written and read back the same.
#![no_main]

use dispositif::annotations::{Annotation, file};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    if let Ok(annotation) = Annotation::read(text) {
        assert_eq!(Annotation::read(&annotation.write()).map(|read| read.note), Ok(annotation.note));
    }
    for head in ["", "document,clause,star,labels,note,quote\n", "note;clause;document\n"] {
        let Some(contents) = file::read(&[head, text].concat()) else { continue };
        let again = file::read(&file::write(&contents.annotations)).map(|read| read.annotations);
        assert_eq!(again, Some(contents.annotations));
    }
});
