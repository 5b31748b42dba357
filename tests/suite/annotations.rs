//! Annotations survive a round trip through a file.

use dispositif::annotations::file::{read, write};
use dispositif::annotations::{Annotation, Annotations, Spot, WorkState};
use dispositif::model::{ClauseId, DocumentLink};
use proptest::prelude::*;

fn annotations() -> impl Strategy<Value = Annotations> {
    let document = prop::sample::select(vec!["A/RES/74/175", "S/RES/1325 (2000)", "E/2019/30, résumé", "\"A\""]);
    let spot = (document, "(pp|op)[1-9](\\.[a-d])?\\.[1-3]~?");
    let words = "['=+@\\-]?[a-zé «»\"',;\t\n\r]{0,12}";
    let work = prop::option::of(prop::sample::select(WorkState::ALL.to_vec()));
    let annotation = (any::<bool>(), work, words, words, words);
    let one = (spot, annotation).prop_map(|((document, clause), (star, work, labels, note, quote))| {
        let spot = Spot { document: DocumentLink::read(document), clause: ClauseId::new(clause) };
        (spot, Annotation { star, work, labels, note, quote })
    });
    prop::collection::vec(one, 0..6).prop_map(|all| all.into_iter().collect())
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_file_of_annotations_is_read_back_unchanged(annotations in annotations()) {
        let contents = read(&write(&annotations)).unwrap();
        prop_assert_eq!(contents.n_left_out, 0);
        prop_assert_eq!(contents.annotations, annotations);
    }

    #[test]
    fn a_record_in_the_browser_says_what_the_annotation_said(annotations in annotations()) {
        for (_, annotation) in annotations.iter() {
            let read = Annotation::read(&annotation.write()).unwrap();
            prop_assert_eq!(&read.note, &annotation.note);
            prop_assert_eq!((read.star, read.work), (annotation.star, annotation.work));
        }
    }

    #[test]
    fn importing_the_same_file_twice_changes_nothing_more(mut here in annotations(), there in annotations()) {
        here.merge(&there);
        let once = here.clone();
        let merged = here.merge(&there);
        prop_assert_eq!((merged.n_new, merged.n_changed), (0, 0));
        prop_assert_eq!(here, once);
    }

    #[test]
    fn any_text_is_read_or_refused(head in "(document[,;\t]clause[,;\t]note\n)?", text in "\\PC*|[\",;\t\n]*") {
        drop(read(&[head, text].concat()));
    }
}

fn only(file: &str) -> (String, Annotation) {
    let contents = read(file).unwrap();
    let (spot, annotation) = contents.annotations.iter().next().unwrap();
    (format!("{} {}", spot.document, spot.clause), annotation.clone())
}

#[test]
fn a_file_that_a_spreadsheet_saved_again_is_read() {
    let text = "Note;clause;Document;couleur\r\n\"à voir ; vite\";op5.1;A/RES/74/175;rouge\r\n;;;\r\n";
    for file in [text.to_owned(), ["\u{feff}", text].concat(), text.replace(';', "\t")] {
        let (spot, annotation) = only(&file);
        assert_eq!(spot, "A/RES/74/175 op5.1");
        assert!(annotation.note.starts_with("à voir"), "{annotation:?}");
        assert_eq!(read(&file).unwrap().n_left_out, 1);
    }
}

#[test]
fn no_cell_begins_as_a_formula_does() {
    let spot = Spot { document: DocumentLink::read("=A1"), clause: ClauseId::new("op1.1") };
    let work = Some(WorkState::ToDo);
    let annotation =
        Annotation { star: true, work, labels: "@SUM".into(), note: "+33 1".into(), quote: "-1".into() };
    let file = write(&[(spot, annotation)].into_iter().collect());
    assert!(file.ends_with("\n\"'=A1\",\"op1.1\",\"*\",\"'@SUM\",\"'+33 1\",\"'-1\",\"to-do\"\r\n"), "{file}");
}

#[test]
fn a_formula_after_a_separator_or_with_a_wide_sign_is_guarded_too() {
    let spot = Spot { document: DocumentLink::read("A/RES/1/1"), clause: ClauseId::new("op1.1") };
    let annotation =
        Annotation { labels: "＝1".into(), note: "a;=1".into(), quote: "\n=1".into(), ..Annotation::default() };
    let all: Annotations = [(spot, annotation)].into_iter().collect();
    let file = write(&all);
    assert!(file.ends_with("\"'＝1\",\"a;'=1\",\"'\n=1\",\"\"\r\n"), "{file}");
    assert_eq!(read(&file).unwrap().annotations, all);
}

#[test]
fn an_unclosed_quotation_mark_is_reported_with_its_line() {
    let file = "document,clause,note\nA/RES/1/1,op1.1,whole\nA/RES/1/1,op2.1,\"open\nA/RES/1/1,op3.1,lost\n";
    assert_eq!(read(file).unwrap().unclosed, Some(3));
    for closed in ["\"two \"\" marks\"", "inside \"a\" cell", "\"two\nlines\"", "12\" long"] {
        let file = format!("document,clause,note\nA/RES/1/1,op1.1,{closed}\n");
        assert_eq!(read(&file).unwrap().unclosed, None, "{closed}");
    }
}

#[test]
fn a_file_without_annotations_is_refused() {
    for file in [
        "",
        "\u{fffd}PNG\r\n\0\0",
        "L’Assemblée générale,\nPrie, note, document",
        "document,note\nA/RES/1/1,rien\n",
    ] {
        assert_eq!(read(file), None, "{file}");
    }
}
