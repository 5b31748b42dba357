//! Any link can be opened, and any question asked of the bundled document is answered.
#![no_main]

use dispositif::address::Address;
use dispositif::library::{BUNDLED_TEXTS, Library};
use dispositif::query::Index;
use libfuzzer_sys::fuzz_target;

thread_local! {
    static AT_HAND: (Library, Index) = {
        let library = Library::of_texts(BUNDLED_TEXTS.map(|(_, text)| text));
        let index = Index::new(&library.documents, &library.glossary);
        (library, index)
    };
}

fuzz_target!(|link: &str| {
    let (search, fragment) = link.split_once('#').unwrap_or((link, ""));
    let address = Address::read(search, fragment);
    assert_eq!(read(&address.write()), address);
    AT_HAND.with(|(library, index)| {
        let answer = index.ask(&address.query);
        assert!(answer.n_clauses <= index.n_clauses());
        for paragraph in library.documents.iter().flat_map(|document| &document.paragraphs) {
            for hit in index.hits(&address.query, 0, paragraph) {
                assert!(paragraph.text.get(hit.range()).is_some());
            }
        }
    });
});

fn read(url: &str) -> Address {
    let (search, fragment) = url.split_once('#').unwrap_or((url, ""));
    Address::read(search, fragment)
}
