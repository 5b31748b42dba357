//! Any link can be opened, and any question asked of the bundled document is answered.
#![no_main]

use dispositif::address::Address;
use dispositif::library::{BUNDLED_TEXTS, Library};
use dispositif::model::DocumentId;
use dispositif::query::{
    Expression, Index, LastWord, Marker, Question, Scope, Segment, TextMatches, expression,
};
use libfuzzer_sys::fuzz_target;

thread_local! {
    static AT_HAND: (Library, DocumentId, Index) = {
        let library = Library::of_texts(BUNDLED_TEXTS.map(|(_, text)| text));
        let id = DocumentId::bundled(&library.documents[0].symbol, library.documents[0].language);
        let index = Index::of(Segment::new([(id.clone(), &library.documents[0])], &library.glossary));
        (library, id, index)
    };
}

// The tables are loaded before the clock of the first input runs.
fuzz_target!(init: AT_HAND.with(|_| ()), |link: &str| {
    let (search, fragment) = link.split_once('#').unwrap_or((link, ""));
    let address = Address::read(search, fragment);
    assert_eq!(read(&address.write()), address);
    AT_HAND.with(|(library, id, index)| {
        let (document, typed) = (&library.documents[0], &address.query.text);
        let mut found = index.find(typed, LastWord::Begun);
        if let Some(expression) = expression(typed) {
            let Ok(expression) = Expression::new(expression) else { return };
            let Ok(clauses) = expression.clauses(document) else { return };
            found = Some(TextMatches::of_documents(index, [(id, &*clauses)]));
            for paragraph in &document.paragraphs {
                for mark in expression.marks(paragraph).unwrap_or_default() {
                    assert!(paragraph.text.get(mark.range()).is_some());
                }
            }
        }
        let answer = index.ask(Question { query: &address.query, scope: &Scope::Library, text: found.as_ref() });
        assert_eq!(answer.places().count(), answer.n_clauses as usize);
        let marker = Marker::new(typed, LastWord::Begun, document.language);
        for paragraph in &document.paragraphs {
            for mark in marker.marks(paragraph) {
                assert!(paragraph.text.get(mark.range()).is_some());
            }
        }
    });
});

fn read(url: &str) -> Address {
    let (search, fragment) = url.split_once('#').unwrap_or((url, ""));
    Address::read(search, fragment)
}
