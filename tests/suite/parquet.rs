//! Parquet, read back by the library that also writes it. `scripts/check_exports.py` reads it with another one.

use ::parquet::file::reader::{FileReader, SerializedFileReader};
use ::parquet::record::Field;
use dispositif::export::parquet as written;
use dispositif::export::selection::{Chosen, Provenance, Selection};
use dispositif::export::table::CellValue;
use dispositif::library::Library;

#[test]
fn a_file_reads_back_with_its_lists_and_its_facts() {
    let library = Library::of_texts([include_str!("../../data/A-RES-74-175.fr.txt")]);
    let documents = library.documents.iter().map(|document| Chosen::whole(document, "a.txt")).collect();
    let provenance = Provenance { program: "dispositif".to_owned(), ..Provenance::default() };
    let selection = Selection { documents, glossary: &library.glossary, provenance };
    let file = SerializedFileReader::new(bytes::Bytes::from(written(&selection).unwrap())).unwrap();
    let metadata = file.metadata().file_metadata();
    assert_eq!(usize::try_from(metadata.num_rows()), Ok(selection.n_clauses()));
    let facts = metadata.key_value_metadata().unwrap();
    assert!(facts.iter().any(|fact| fact.key == "clauses"), "{facts:?}");
    for (read, row) in file.get_row_iter(None).unwrap().zip(selection.rows()) {
        let read = read.unwrap();
        for ((name, field), value) in read.get_column_iter().zip(row.values) {
            match (field, value) {
                (Field::ListInternal(list), CellValue::List(items)) => {
                    let read: Vec<_> = list.elements().iter().map(ToString::to_string).collect();
                    let items: Vec<_> = items.iter().map(|item| format!("{item:?}")).collect();
                    assert_eq!(read, items, "{name}");
                }
                (Field::Null, value) => assert_eq!(value.text(), "", "{name}"),
                (Field::Int(number), value) => assert_eq!(number.to_string(), value.text(), "{name}"),
                (Field::Str(text), value) => assert_eq!(*text, value.text(), "{name}"),
                (field, value) => panic!("{name}: {field:?} for {value:?}"),
            }
        }
    }
}
