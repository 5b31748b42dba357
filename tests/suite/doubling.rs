//! Each stage and each import takes about twice as long for twice the input, measured in this thread's processor time, the
//! best of several runs.

use crate::hostile_texts::{NESTED, REPEATED};
use dispositif::annotations::{Annotation, Annotations, Spot, file};
use dispositif::export::selection::{Chosen, Provenance, Selection};
use dispositif::export::{CsvOptions, Format, write};
use dispositif::intake::read;
use dispositif::model::{
    Clause, ClauseId, DocumentId, DocumentLink, Footnote, Glossary, Language, NoteMark, Paragraph, Reference,
    Resolution, Span,
};
use dispositif::parse::parse;
use dispositif::query::{Annotated, Facet, Index, Segment};
use std::fmt::Write as _;
use std::time::{Duration, Instant};

/// Quadratic time would give a factor of four.
const MOST: f64 = 3.0;
/// Shorter times are too noisy to compare.
const LEAST: Duration = Duration::from_millis(40);

/// This thread's processor time; the wall-clock time if the system does not report it.
fn spent(start: Instant) -> Duration {
    let told = std::fs::read_to_string("/proc/thread-self/schedstat").ok();
    let nanoseconds = told.and_then(|told| told.split(' ').next()?.parse().ok());
    nanoseconds.map_or_else(|| start.elapsed(), Duration::from_nanos)
}

#[expect(clippy::disallowed_methods, reason = "a ratio of two times, in a native test")]
fn time<T>(input: &T, run: &impl Fn(&T)) -> Duration {
    let start = Instant::now();
    let before = spent(start);
    run(input);
    spent(start).saturating_sub(before)
}

/// Fails if twice the size takes much more than twice the time.
fn check<T>(what: &str, size: usize, make: impl Fn(usize) -> T, run: impl Fn(&T)) {
    let mut size = size;
    let mut small = make(size);
    while time(&small, &run) < LEAST && size < 1 << 22 {
        size *= 2;
        small = make(size);
    }
    let large = make(size * 2);
    let mut best = f64::INFINITY;
    for _ in 0..4 {
        let (once, twice) = (time(&small, &run), time(&large, &run));
        best = best.min(twice.as_secs_f64() / once.as_secs_f64().max(1e-9));
        if best < MOST {
            return;
        }
    }
    panic!("{what}: twice {size} takes {best:.1} times as long");
}

fn check_text(words: &str) {
    let make = |n: usize| ["L’Assemblée générale, ", &words.repeat(n / words.len() + 1)].concat();
    check(words, 4_000, make, |text| drop(parse(text)));
}

#[test]
fn texts_of_one_kind_take_twice_as_long_when_twice_as_long() {
    for words in REPEATED {
        check_text(words);
    }
}

#[test]
fn nested_marks_take_twice_as_long_when_twice_as_many() {
    for (opens, closes) in NESTED {
        let nested = |n: usize| ["L’Assemblée, ", &opens.repeat(n), "l’Office", &closes.repeat(n)].concat();
        check(opens, 1_000, nested, |text| drop(parse(text)));
    }
}

#[test]
fn json_with_doubts_and_notes_takes_twice_as_long_when_twice_as_long() {
    use dispositif::export::json;
    let text = |n: usize| {
        let mut text = String::from("General Assembly\nResolution 70/1\nThe General Assembly,\n");
        for i in 1..=n {
            // Numbers that are missing, phrases that are unknown, notes that are called.
            let _ = writeln!(text, "{}. Frobnicates the report;{}", i * 2, i % 900);
        }
        for i in 1..=n.min(900) {
            let _ = writeln!(text, "____\n{i} See A/70/{i}.");
        }
        parse(&text)
    };
    check("json", 50, text, |parsed| {
        drop(serde_json::to_string(&json::document(&parsed.resolution, &|doubt| doubt.about.clone())));
    });
}

fn row(i: usize) -> String {
    format!("A/RES/74/175,op{}.{},*,\"label {}, label {}\",note {i},\n", i % 97, i, i % 5000, i % 4999)
}

#[test]
fn annotations_are_imported_twice_as_long_when_twice_as_many() {
    let head = "document,clause,star,labels,note,quote\n";
    let file = |n: usize| [head, &(0..n).rev().map(row).collect::<String>()].concat();
    check("rows of many clauses", 500, file, |text| drop(file::read(text)));
    let one = |n: usize| {
        let rows = (0..n).map(|i| format!("A/RES/74/175,op1.1,*,label {i},note {i} is another,\n"));
        [head, &rows.collect::<String>()].concat()
    };
    check("rows of one clause", 500, one, |text| drop(file::read(text)));
    let labels = |n: usize| {
        let labels: Vec<String> = (0..n).map(|i| format!("label {i}")).collect();
        format!("{head}A/RES/74/175,op1.1,*,\"{}\",note,\n", labels.join(", "))
    };
    check("labels of one clause", 500, labels, |text| {
        let contents = file::read(text).unwrap();
        assert!(contents.annotations.labels().len() > 1);
        contents.annotations.iter().for_each(|(_, own)| drop(own.keys()));
    });
    check(
        "labels of all",
        500,
        |n| file::read(&file(n)).unwrap(),
        |contents| {
            assert!(contents.annotations.labels().len() > 1);
        },
    );
}

/// A document of so many clauses.
fn document(n: usize) -> Resolution {
    let paragraphs = (1..=n).map(|i| {
        let text = format!("Prie l’Office numéro {i} de faire rapport");
        let span = Span { start: 0, end: text.len() as u32 };
        let clause = Clause { id: ClauseId::new(format!("op{i}.1")), span, ..Clause::default() };
        Paragraph { text, clauses: vec![clause], ..Paragraph::default() }
    });
    Resolution { symbol: "A/RES/70/1".into(), paragraphs: paragraphs.collect(), ..Resolution::default() }
}

#[test]
fn annotations_find_their_clauses_twice_as_long_when_twice_as_many() {
    let make = |n: usize| {
        let annotated = |i: usize| {
            let clause = ClauseId::new(format!("op{i}.9"));
            let spot = Spot { document: DocumentLink::read("A/RES/70/1@fr"), clause };
            let quote = format!("Prie l’Office numéro {}", n - i);
            (spot, Annotation { star: true, quote, ..Annotation::default() })
        };
        (document(n), (1..=n).map(annotated).collect::<Annotations>())
    };
    let id = DocumentId::bundled(&"A/RES/70/1".into(), Language::French);
    check("annotations that have moved", 200, make, |(document, all)| drop(all.placed(&[(&id, document)])));
}

/// A document whose only paragraph has so many clauses, references and note calls, and then as many paragraphs.
fn dense_document(n: usize) -> Resolution {
    let mut dense = Paragraph { id: "op1".into(), ..Paragraph::default() };
    let mut footnotes = Vec::new();
    for i in 0..n {
        let start = dense.text.len();
        dense.text.push_str("prie 70/1 ");
        let phrase = Span::new(start, start + 4);
        let id = ClauseId::new(format!("op1.{i}"));
        dense.clauses.push(Clause { id, span: phrase, phrase, action: "request".into(), ..Clause::default() });
        let symbol = format!("A/RES/70/{i}").as_str().into();
        dense.references.push(Reference { span: Span::new(start + 5, start + 9), symbol, paragraph: None });
        let mark = i.to_string();
        dense.marks.push(NoteMark { at: start as u32 + 9, mark: mark.clone() });
        footnotes.push(Footnote {
            mark,
            text: "Voir.".to_owned(),
            called_from: vec!["op1".into()],
            ..Footnote::default()
        });
    }
    let mut document = document(n);
    document.paragraphs.insert(0, dense);
    Resolution { footnotes, ..document }
}

#[test]
fn exports_take_twice_as_long_when_twice_as_large() {
    let glossary = Glossary::default();
    for format in Format::ALL {
        check(format.key(), 100, dense_document, |document| {
            let all = |(i, paragraph): (usize, &Paragraph)| {
                (0..paragraph.clauses.len() as u32).map(move |at| (i as u32, at))
            };
            let clauses = Some(document.paragraphs.iter().enumerate().flat_map(all).collect());
            let documents = vec![Chosen { clauses, ..Chosen::whole(document, "a.txt") }];
            let selection = Selection { documents, glossary: &glossary, provenance: Provenance::default() };
            drop(write(format, &selection, CsvOptions::default()));
        });
    }
}

#[test]
fn labels_are_indexed_twice_as_long_when_twice_as_many() {
    let id = DocumentId::bundled(&"A/RES/70/1".into(), Language::French);
    let make = |n: usize| {
        let document = document(n);
        let index = Index::of(Segment::new([(id.clone(), &document)], &Glossary::default()));
        let annotated = |paragraph: usize| {
            let keys = vec!["star".to_owned(), format!("label:{paragraph}"), format!("label:x{paragraph}")];
            Annotated { paragraph, clause: 0, keys }
        };
        (index, (0..n).map(annotated).collect::<Vec<_>>())
    };
    check("labels in the index", 100, make, |(index, all)| {
        let mut index = index.clone();
        index.annotate([(&id, all.clone())]);
        assert!(index.facet(Facet::Annotation).is_some_and(|of| of.values.len() > all.len()));
    });
}

#[test]
fn files_are_read_twice_as_long_when_twice_as_long() {
    use super::intake::{paper::Paper, word::Word};
    let words =
        |n: usize| Word::new(&super::intake::word::p("Prie (l’Office) de faire « rapport »").repeat(n)).bytes();
    check("paragraphs of a Word file", 100, words, |bytes| drop(read("a.docx", bytes)));
    let runs = |n: usize| {
        let run = "<w:r><w:t>Prie </w:t></w:r><w:r><w:rPr><w:i/></w:rPr><w:t>l’Office</w:t></w:r>";
        Word::new(&format!("<w:p>{}</w:p>", run.repeat(n))).bytes()
    };
    check("runs of one paragraph", 100, runs, |bytes| drop(read("a.docx", bytes)));
    let begun =
        "<w:r><w:fldChar w:fldCharType=\"begin\"/><w:fldChar w:fldCharType=\"separate\"/><w:t>Prie</w:t></w:r>";
    for (what, opens, closes) in
        [("fields that never end in a paragraph", "", ""), ("and in many", "<w:p>", "</w:p>")]
    {
        let fields = |n: usize| {
            let fields = [opens, begun, closes].concat().repeat(n);
            Word::new(&if opens.is_empty() { format!("<w:p>{fields}</w:p>") } else { fields }).bytes()
        };
        check(what, 4_000, fields, |bytes| drop(read("a.docx", bytes)));
    }
    let html = |n: usize| ["<html><body>", &"<div><p>Prie<sup>1</sup> <b>l’Office".repeat(n)].concat().into_bytes();
    check("elements of a page", 100, html, |bytes| drop(read("a.html", bytes)));
    let tables = |n: usize| ["<html><body>", &"<table><tr><td>a".repeat(n)].concat().into_bytes();
    let akoma_ntoso = |n: usize| {
        let list = "<paragraph><num>1.</num><list><intro><p>Prie<authorialNote marker=\"1\"><p>Voir";
        let words = "</p></authorialNote> <i>l’Office</i></p></intro><point><num>a)</num><p>de</p></point></list></paragraph>";
        let body = [list, words].concat().repeat(n);
        let space = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0";
        format!("<akomaNtoso xmlns=\"{space}\"><statement><mainBody>{body}</mainBody></statement></akomaNtoso>")
    };
    check("paragraphs of an Akoma Ntoso file", 100, akoma_ntoso, |text| drop(read("a.xml", text.as_bytes())));
    check("tables in tables", 100, tables, |bytes| drop(read("a.html", bytes)));
    for tagged in [true, false] {
        let pages = |n: usize| {
            let mut paper = Paper::default();
            for i in 0..n {
                paper.page();
                let content = paper.marked(&[
                    (72.0, 100.0, 10.0, "Prie ( l'Office de faire rapport"),
                    (72.0, 112.0, 10.0, "et de le dire"),
                    (200.0, 109.0, 6.0, &i.to_string()),
                ]);
                if tagged {
                    paper.put(super::intake::paper::element("P", [content]));
                }
            }
            paper.bytes()
        };
        check("pages of a PDF", 10, pages, |bytes| drop(read("a.pdf", bytes)));
        let lines = |n: usize| {
            let mut paper = Paper::default();
            paper.page();
            for i in 0..n {
                let content = paper.marked(&[(72.0, 60.0 + i as f32 * 0.01, 10.0, "Prie l'Office")]);
                if tagged {
                    paper.put(super::intake::paper::element("P", [content]));
                }
            }
            paper.bytes()
        };
        check("lines of one page", 50, lines, |bytes| drop(read("a.pdf", bytes)));
    }
    // Words side by side, down a page or along a line, as tables have them, and numbers before the words of a list.
    for (what, words, across) in [
        ("cells of a page", ["a", "b"], 0.0),
        ("items of a page", ["1.", "b"], 0.0),
        ("words of a line", ["a", "b"], 60.0),
    ] {
        let cells = |n: usize| {
            let mut paper = Paper::default();
            paper.page();
            for i in 0..n {
                let (x, y) = if across > 0.0 { (i as f32 * across, 60.0) } else { (0.0, 60.0 + i as f32 * 12.0) };
                for (word, x) in words.iter().zip([x, x + 30.0]) {
                    paper.line(x, y, 10.0, word);
                }
            }
            paper.bytes()
        };
        check(what, 100, cells, |bytes| drop(read("a.pdf", bytes)));
    }
}
