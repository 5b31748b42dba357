//! Any link can be opened, and any question asked of the bundled document is answered.
#![no_main]

use dispositif::address::Address;
use dispositif::library::{BUNDLED_TEXTS, Library};
use dispositif::query::{Index, TextSearch, find};
use libfuzzer_sys::fuzz_target;

thread_local! {
    static AT_HAND: (Library, Index, TextSearch) = {
        let library = Library::of_texts(BUNDLED_TEXTS.map(|(_, text)| text));
        let index = Index::new(&library.documents, &library.glossary);
        let text = TextSearch::new(&library.documents.iter().collect::<Vec<_>>());
        (library, index, text)
    };
}

fuzz_target!(|link: &str| {
    let (search, fragment) = link.split_once('#').unwrap_or((link, ""));
    let address = Address::read(search, fragment);
    assert_eq!(read(&address.write()), address);
    AT_HAND.with(|(library, index, text)| {
        let documents: Vec<_> = library.documents.iter().collect();
        let Ok(found) = find(&address.query.text, &documents, 0, || text) else { return };
        let answer = index.ask(&address.query, found.as_ref().map(|found| &found.holding));
        assert!(answer.n_clauses <= index.n_clauses());
        for (paragraph, hits) in documents[0].paragraphs.iter().zip(found.iter().flat_map(|found| &found.hits)) {
            for hit in hits {
                assert!(paragraph.text.get(hit.range()).is_some());
            }
        }
    });
});

fn read(url: &str) -> Address {
    let (search, fragment) = url.split_once('#').unwrap_or((url, ""));
    Address::read(search, fragment)
}
