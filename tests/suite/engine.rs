//! The protocol between page and worker, with a store in memory in place of the browser's.

use dispositif::engine::{
    ClauseMark, Engine, Export, ExpressionFindings, Message, ReadDocument, Reply, Request, ToPage,
};
use dispositif::export::zip::ZipWriter;
use dispositif::export::{CsvOptions, Format};
use dispositif::i18n::texts;
use dispositif::library::{StoreError, TextStore, Timestamp};
use dispositif::model::{ContentHash, Date, Language, Refusal, Source};
use dispositif::query::{Choice, Facet, Index, Query, Segment};
use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;
use std::pin::pin;
use std::rc::Rc;
use std::task::{Context, Poll, Waker};

type Row = (Vec<u8>, Option<Vec<u8>>);

/// A store of so many bytes, which can be forbidden.
#[derive(Clone)]
struct Memory {
    rows: Rc<RefCell<BTreeMap<String, Row>>>,
    room: Rc<Cell<usize>>,
    forbidden: Rc<Cell<bool>>,
}

impl Memory {
    fn new() -> Self {
        Self { rows: Rc::default(), room: Rc::new(Cell::new(1 << 20)), forbidden: Rc::default() }
    }

    fn allowed(&self) -> Result<(), StoreError> {
        if self.forbidden.get() { Err(StoreError::Forbidden) } else { Ok(()) }
    }
}

impl TextStore for Memory {
    async fn records(&self) -> Result<Vec<(String, Vec<u8>)>, StoreError> {
        self.allowed()?;
        Ok(self.rows.borrow().iter().map(|(key, (record, _))| (key.clone(), record.clone())).collect())
    }

    async fn record(&self, key: &str) -> Result<Option<Vec<u8>>, StoreError> {
        self.allowed()?;
        Ok(self.rows.borrow().get(key).map(|(record, _)| record.clone()))
    }

    async fn text(&self, key: &str) -> Result<Option<Vec<u8>>, StoreError> {
        self.allowed()?;
        Ok(self.rows.borrow().get(key).and_then(|(_, text)| text.clone()))
    }

    async fn put(&self, key: &str, record: &[u8], text: Option<&[u8]>) -> Result<(), StoreError> {
        self.allowed()?;
        let mut rows = self.rows.borrow_mut();
        let used: usize =
            rows.values().map(|(record, text)| record.len() + text.as_ref().map_or(0, Vec::len)).sum();
        if used + record.len() + text.map_or(0, <[u8]>::len) > self.room.get() {
            return Err(StoreError::Full);
        }
        let row = rows.entry(key.to_owned()).or_default();
        row.0 = record.to_vec();
        if let Some(text) = text {
            row.1 = Some(text.to_vec());
        }
        Ok(())
    }

    async fn delete(&self, key: &str) -> Result<(), StoreError> {
        self.allowed()?;
        self.rows.borrow_mut().remove(key);
        Ok(())
    }
}

/// The value of a future that never waits.
fn now<T>(future: impl Future<Output = T>) -> T {
    match pin!(future).poll(&mut Context::from_waker(Waker::noop())) {
        Poll::Ready(value) => value,
        Poll::Pending => panic!("it waits"),
    }
}

/// An engine that has the tables of every language.
fn engine(store: Memory) -> Engine<Memory> {
    Engine::new(store, |_| Box::pin(std::future::ready(None)))
}

/// What the engine answers, after each message and each reply has crossed as bytes, large bytes beside it.
fn ask_at(store: &Memory, time: u64, request: Request, body: &[u8]) -> Vec<Reply> {
    ask_engine(&engine(store.clone()), time, request, body)
}

/// The same of one engine, which remembers what it has read.
fn ask_engine(engine: &Engine<Memory>, time: u64, request: Request, body: &[u8]) -> Vec<Reply> {
    let message = Message { task: 7, now: Timestamp(time), request };
    let message = Message::from_bytes(&message.to_bytes()).expect("a message of this version");
    let mut replies = Vec::new();
    now(engine.answer(message, body.to_vec(), |reply| {
        let mut sent = ToPage { task: 7, reply };
        let beside = sent.take_bytes();
        let crossed = ToPage::from_bytes(&sent.to_bytes()).expect("a reply of this version");
        assert_eq!(crossed.task, 7);
        replies.push(with_bytes(crossed.reply, beside));
    }));
    assert_eq!(replies.pop(), Some(Reply::Done));
    replies
}

/// A reply with the bytes that came beside it: it has none of its own then.
fn with_bytes(mut reply: Reply, beside: Option<Vec<u8>>) -> Reply {
    let large = match &mut reply {
        Reply::Backup { bytes, .. } | Reply::Exported { bytes, .. } | Reply::Merged(bytes) => Some(bytes),
        _ => None,
    };
    assert_eq!(large.is_some(), beside.is_some());
    if let (Some(large), Some(beside)) = (large, beside) {
        assert!(large.is_empty());
        *large = beside;
    }
    reply
}

fn ask(store: &Memory, request: Request, body: &[u8]) -> Vec<Reply> {
    ask_at(store, 1000, request, body)
}

fn drop_file(store: &Memory, name: &str, bytes: &[u8]) -> Reply {
    ask(store, Request::Read { name: name.into(), keep: true }, bytes).remove(0)
}

fn mark(document: u32, clause: &str, mark: &str) -> ClauseMark {
    ClauseMark { document, clause: clause.into(), mark: mark.into() }
}

fn hash_of(reply: &Reply) -> ContentHash {
    let (Reply::Read { document, .. } | Reply::Same { document, .. }) = reply else { panic!("{reply:?}") };
    let Source::Own(hash) = document.summary.id.source else { panic!("not the reader's own") };
    hash
}

fn listed(store: &Memory) -> Vec<String> {
    let replies = ask(store, Request::List, b"");
    let [Reply::Listed(kept)] = &replies[..] else { panic!("{replies:?}") };
    kept.texts.iter().map(|text| text.file.clone()).collect()
}

const TEXT: &str = "L’Assemblée générale,\n\nRappelant sa résolution 74/175,\n\n1. Prie le Secrétaire général de lui faire rapport ;\n\n2. Engage les États Membres à coopérer.\n";

#[test]
fn a_file_that_is_dropped_arrives_ready_to_be_asked_and_is_kept() {
    let store = Memory::new();
    let reply = drop_file(&store, "a.txt", TEXT.as_bytes());
    let Reply::Read { document, kept: Ok(()) } = &reply else { panic!("{reply:?}") };
    assert_eq!((document.summary.n_clauses, document.summary.file.as_deref()), (3, Some("a.txt")));
    let resolution = document.resolution().expect("a document of this version");
    assert_eq!(resolution, dispositif::parse::parse(TEXT).resolution);
    assert_eq!(Segment::from_bytes(&document.segment).expect("a segment").n_clauses(), 3);
    assert_eq!(listed(&store), ["a.txt"]);
    let again = ask(&store, Request::Open(hash_of(&reply)), b"");
    assert_eq!(again, [reply]);
}

#[test]
fn a_duplicate_is_found_whatever_its_name_encoding_and_line_ends() {
    let store = Memory::new();
    drop_file(&store, "a.txt", TEXT.as_bytes());
    let utf16: Vec<u8> = TEXT.replace('\n', "\r\n").encode_utf16().flat_map(u16::to_le_bytes).collect();
    let reply = ask_at(&store, 2000, Request::Read { name: "b.txt".into(), keep: true }, &utf16).remove(0);
    let Reply::Same { name, known: Some(text), .. } = reply else { panic!("{reply:?}") };
    assert_eq!((name.as_str(), text.file.as_str(), text.added), ("b.txt", "a.txt", Timestamp(1000)));
    assert_eq!(listed(&store), ["a.txt"]);
}

#[test]
fn a_text_that_comes_with_the_program_is_not_kept_a_second_time() {
    let store = Memory::new();
    for (name, text) in dispositif::library::BUNDLED_TEXTS {
        let reply = drop_file(&store, name, text.as_bytes());
        let Reply::Same { known: None, document, .. } = reply else { panic!("{reply:?}") };
        assert_eq!(document.summary.id.source, Source::Bundled);
    }
    assert!(listed(&store).is_empty());
}

#[test]
fn a_volume_gives_each_of_its_resolutions_as_a_text_of_its_own() {
    let store = Memory::new();
    let volume = "179 (2063). Resolution of 11 June 2063\n\nThe Security Council,\n\n1. Requests peace.\n\n\
                  180 (2063). Resolution of 31 July 2063\n\nThe Security Council,\n\n1. Demands peace.\n";
    let replies = ask(&store, Request::Read { name: "volume.txt".into(), keep: true }, volume.as_bytes());
    assert_eq!(replies.len(), 2, "{replies:?}");
    assert_eq!(listed(&store).len(), 2);
    for reply in replies {
        let again = ask(&store, Request::Open(hash_of(&reply)), b"");
        assert_eq!(again, [reply]);
    }
}

#[test]
fn a_file_that_is_no_text_is_refused_and_costs_no_other() {
    let store = Memory::new();
    let picture: Vec<u8> = (0..2000_u32).map(|i| (i * 7 % 256) as u8).collect();
    let reply = drop_file(&store, "a.bin", &picture);
    assert_eq!(reply, Reply::Refused { name: "a.bin".into(), refusal: Refusal::NotText });
    drop_file(&store, "b.txt", TEXT.as_bytes());
    assert_eq!(listed(&store), ["b.txt"]);
}

#[test]
fn a_removed_text_can_be_put_back_for_a_day() {
    let store = Memory::new();
    let hash = hash_of(&drop_file(&store, "a.txt", TEXT.as_bytes()));
    ask(&store, Request::Remove(vec![hash]), b"");
    assert!(listed(&store).is_empty());
    ask(&store, Request::PutBack(vec![hash]), b"");
    assert_eq!(listed(&store), ["a.txt"]);
    ask(&store, Request::Remove(vec![hash]), b"");
    let day = 24 * 60 * 60 * 1000;
    ask_at(&store, 999 + day, Request::List, b"");
    assert_eq!(store.rows.borrow().len(), 1);
    ask_at(&store, 1000 + day, Request::List, b"");
    assert_eq!(store.rows.borrow().len(), 0);
}

#[test]
fn a_text_that_was_removed_comes_back_when_it_is_dropped_again() {
    let store = Memory::new();
    let hash = hash_of(&drop_file(&store, "a.txt", TEXT.as_bytes()));
    ask(&store, Request::Remove(vec![hash]), b"");
    assert!(matches!(drop_file(&store, "a.txt", TEXT.as_bytes()), Reply::Read { kept: Ok(()), .. }));
    assert_eq!(listed(&store), ["a.txt"]);
}

#[test]
fn without_storage_a_text_is_still_read() {
    let store = Memory::new();
    store.room.set(100);
    let full = drop_file(&store, "a.txt", TEXT.as_bytes());
    assert!(matches!(full, Reply::Read { kept: Err(StoreError::Full), .. }), "{full:?}");
    assert!(listed(&store).is_empty());
    store.forbidden.set(true);
    let forbidden = drop_file(&store, "a.txt", TEXT.as_bytes());
    assert!(matches!(forbidden, Reply::Read { kept: Err(StoreError::Forbidden), .. }), "{forbidden:?}");
    assert_eq!(ask(&store, Request::List, b""), [Reply::Failed(StoreError::Forbidden)]);
}

#[test]
fn a_full_store_makes_room_by_what_was_removed() {
    let store = Memory::new();
    let hash = hash_of(&drop_file(&store, "a.txt", TEXT.as_bytes()));
    let used: usize = store.rows.borrow().values().map(|(a, b)| a.len() + b.as_ref().map_or(0, Vec::len)).sum();
    ask(&store, Request::Remove(vec![hash]), b"");
    store.room.set(used + 60);
    let other = TEXT.replace("74/175", "73/186");
    let reply = drop_file(&store, "b.txt", other.as_bytes());
    assert!(matches!(reply, Reply::Read { kept: Ok(()), .. }), "{reply:?}");
    assert_eq!(listed(&store), ["b.txt"]);
}

#[test]
fn damaged_and_newer_records_are_counted_and_left_alone() {
    let store = Memory::new();
    let hash = hash_of(&drop_file(&store, "a.txt", TEXT.as_bytes()));
    drop_file(&store, "b.txt", TEXT.replace("74/175", "73/186").as_bytes());
    let newer = (vec![200, 1, 2, 3], Some(vec![9]));
    store.rows.borrow_mut().insert("ff".repeat(16), newer.clone());
    store.rows.borrow_mut().get_mut(&hash.to_string()).unwrap().1.as_mut().unwrap()[30] ^= 0x55;
    let replies = ask(&store, Request::List, b"");
    let [Reply::Listed(kept)] = &replies[..] else { panic!("{replies:?}") };
    assert_eq!((kept.texts.len(), kept.n_unreadable), (2, 1));
    assert_eq!(ask(&store, Request::Open(hash), b""), [Reply::Failed(StoreError::Damaged)]);
    assert_eq!(store.rows.borrow().get(&"ff".repeat(16)), Some(&newer));
}

#[test]
fn a_message_of_another_version_is_none() {
    assert_eq!(Message::from_bytes(b""), None);
    assert_eq!(ToPage::from_bytes(&[1, 250, 3]), None);
}

#[test]
fn a_backup_restores_every_text_to_the_byte() {
    let store = Memory::new();
    let windows =
        b"L\x92Assembl\xe9e g\xe9n\xe9rale,\r\n\r\n1. Prie le Secr\xe9taire g\xe9n\xe9ral de faire rapport.\r\n";
    let first = hash_of(&drop_file(&store, "a.txt", TEXT.as_bytes()));
    let second = hash_of(&drop_file(&store, "vieux.txt", windows));
    let before = store.rows.borrow().clone();
    let records = vec![("theme".to_owned(), "dark".to_owned())];
    let replies = ask(&store, Request::Backup(records.clone()), b"");
    let [Reply::Backup { bytes, n_texts: 2, n_damaged: 0 }] = &replies[..] else { panic!("{replies:?}") };
    let other = Memory::new();
    drop_file(&other, "a again.txt", TEXT.as_bytes());
    let replies = ask(&other, Request::Restore, bytes);
    let [Reply::Restored { texts, n_same: 1, n_damaged: 0, records: read }] = &replies[..] else {
        panic!("{replies:?}")
    };
    assert_eq!((texts.len(), texts[0].hash, read), (1, second, &records));
    assert_eq!(other.rows.borrow().get(&second.to_string()), before.get(&second.to_string()));
    assert_eq!(other.rows.borrow()[&first.to_string()].1, before[&first.to_string()].1);
    assert_eq!(ask(&other, Request::Restore, b"PK"), [Reply::NoBackup]);
}

#[test]
fn a_regular_expression_is_found_in_every_document_and_marked_in_one() {
    let store = Memory::new();
    let reply = drop_file(&store, "a.txt", TEXT.as_bytes());
    let Reply::Read { document, .. } = &reply else { panic!("{reply:?}") };
    let id = document.summary.id.clone();
    let search = |expression: &str| {
        // Another worker: it reads what it needs out of the store.
        let request = Request::Search {
            expression: expression.into(),
            documents: vec![id.clone()],
            marks_in: Some(id.clone()),
        };
        ask(&store, request, b"").remove(0)
    };
    let Reply::Matches(Ok(found)) = search("etats? membres") else { panic!("not found") };
    assert_eq!(found.clauses, [(id.clone(), vec![2])]);
    let marked: Vec<&str> = found
        .marks
        .iter()
        .flat_map(|(at, spans)| {
            let text = &document.resolution().unwrap().paragraphs[*at as usize].text;
            spans
                .iter()
                .map(|span| if span.of(text) == "États Membres" { "it" } else { "other" })
                .collect::<Vec<_>>()
        })
        .collect();
    assert_eq!(marked, ["it"]);
    assert!(matches!(search("("), Reply::Matches(Err(_))));
}

#[test]
fn segments_are_merged_without_what_was_removed() {
    let store = Memory::new();
    let documents = [TEXT.to_owned(), TEXT.replace("74/175", "73/186")].map(|text| {
        match drop_file(&store, "a.txt", text.as_bytes()) {
            Reply::Read { document, .. } => document,
            other => panic!("{other:?}"),
        }
    });
    let segments = documents.iter().map(|document| document.segment.clone().into()).collect();
    let removed = vec![documents[0].summary.id.clone()];
    let replies = ask(&store, Request::Merge { segments, removed }, b"");
    let [Reply::Merged(merged)] = &replies[..] else { panic!("{replies:?}") };
    let index = Index::of(Segment::from_bytes(merged).expect("a segment"));
    assert_eq!(index.documents().collect::<Vec<_>>(), [&documents[1].summary.id]);
}

#[test]
fn a_file_is_written_of_chosen_clauses_of_documents_that_are_read_again_and_what_is_gone_is_counted() {
    let store = Memory::new();
    let first = drop_file(&store, "a.txt", TEXT.as_bytes());
    let second =
        drop_file(&store, "b.txt", b"The General Assembly,\n\n1. Requests the Secretary-General to report;\n");
    let id = |reply: &Reply| match reply {
        Reply::Read { document, .. } => document.summary.id.clone(),
        other => panic!("{other:?}"),
    };
    let gone = dispositif::model::DocumentId { source: Source::Own(ContentHash([9; 16])), ..id(&first) };
    let export = Export {
        format: Format::Csv,
        csv: CsvOptions { separator: ';', has_mark: false },
        documents: vec![(id(&second), None), (gone, None), (id(&first), Some(vec![(2, 0)]))],
        marks: vec![mark(2, "op1.1", "reviewed"), mark(0, "op1.1", "to-do")],
        asked: "text=rapport".into(),
        question: String::new(),
        day: "1 de enero de 1970".into(),
        n_asked: 4,
        link: "https://example.org/?q=rapport".into(),
        language: Language::Spanish,
    };
    let replies = ask_at(&store, 1_000, Request::Export(Box::new(export)), b"");
    let [Reply::Exported { bytes, extension, n_missing: 1, .. }] = &replies[..] else { panic!("{replies:?}") };
    assert_eq!(extension, "csv");
    let table = String::from_utf8(bytes.clone()).unwrap();
    assert_eq!(table.lines().count(), 3, "{table}");
    for words in [
        "text=rapport",
        "2 of 4",
        "reviewed 1 of 2; to do: 1",
        "1970-01-01T00:00:01Z",
        "b.txt (",
        "a.txt (",
        "?q=rapport",
    ] {
        assert!(table.contains(words), "{words}: {table}");
    }
    assert!(!table.contains("coopérer"), "{table}");
}

#[test]
fn a_paragraphs_page_comes_out_of_the_kept_file_and_one_that_is_gone_gives_none() {
    let store = Memory::new();
    let Reply::Read { document, .. } = drop_file(&store, "a.txt", TEXT.as_bytes()) else { panic!("not read") };
    let id = document.summary.id.clone();
    let excerpt = |document, paragraph| match ask(&store, Request::Excerpt { document, paragraph }, &[]).remove(0) {
        Reply::Excerpt(excerpt) => excerpt,
        other => panic!("{other:?}"),
    };
    let here = excerpt(id.clone(), 1).expect("an excerpt");
    assert_eq!(here.file, "a.txt");
    let text: String = here.pages[0].pieces.iter().map(|piece| piece.text.as_str()).collect();
    assert_eq!(text, TEXT);
    assert_eq!(excerpt(id.clone(), 10_000), None);
    let bundled = dispositif::library::bundled().unwrap();
    let bundled = &bundled.documents[0];
    let bundled = dispositif::model::DocumentId::bundled(&bundled.symbol, bundled.language);
    assert!(excerpt(bundled, 3).is_some());
    let Source::Own(hash) = id.source else { panic!("not its own") };
    store.rows.borrow_mut().remove(&hash.to_string());
    assert_eq!(excerpt(id, 1), None);
}

#[test]
fn the_command_line_writes_the_bytes_that_the_page_saves_in_every_format() {
    let store = Memory::new();
    let text = format!(
        "A/RES/74/1\n\n{TEXT}\n3. Prie le Secrétaire général de faire rapport à sa soixante-quinzième session.\n"
    );
    let folder = std::path::Path::new(env!("CARGO_TARGET_TMPDIR"));
    let (path, marks) = (folder.join("same-bytes.txt"), folder.join("same-bytes.csv"));
    std::fs::write(&path, &text).unwrap();
    let dropped = drop_file(&store, "same-bytes.txt", text.as_bytes());
    let Reply::Read { document, .. } = &dropped else { panic!("{dropped:?}") };
    let link = document.summary.id.link().to_string();
    std::fs::write(&marks, format!("document,clause,mark\r\n{link},op3.1,reviewed\r\n")).unwrap();
    let resolution = document.resolution().unwrap();
    let is_asked = |clause: &dispositif::model::Clause| clause.verb.as_str() == "prier";
    let in_paragraph = |(at, paragraph): (usize, &dispositif::model::Paragraph)| {
        let clauses = paragraph.clauses.iter().zip(0..).filter(|(clause, _)| is_asked(clause));
        clauses.map(|(_, clause)| (at as u32, clause)).collect::<Vec<_>>()
    };
    let asked: Vec<(u32, u32)> = resolution.paragraphs.iter().enumerate().flat_map(in_paragraph).collect();
    assert_eq!(asked.len(), 2);
    let choice = Choice { facet: Facet::Action, value: "prier".into(), excluded: false };
    let query = Query { choices: vec![choice], ..Query::default() };
    let question = |language: Language| texts(language.into()).criteria(&query, |_, _| "Prie".into()).join("; ");
    for (format, language) in Format::ALL.into_iter().zip(Language::ALL.into_iter().cycle()) {
        for chosen in [None, Some(asked.clone())] {
            let is_whole = chosen.is_none();
            let export = Export {
                format,
                csv: CsvOptions { separator: ';', has_mark: true },
                documents: vec![(document.summary.id.clone(), chosen)],
                marks: vec![mark(0, "op3.1", "reviewed")],
                asked: if is_whole { String::new() } else { "verb=prier".into() },
                question: if is_whole { String::new() } else { question(language) },
                day: texts(language.into()).date(Date { year: 2023, month: Some(11), day: Some(14) }),
                n_asked: document.summary.n_clauses,
                link: "https://example.org/?a=b".into(),
                language,
            };
            let replies = ask_at(&store, 1_700_000_000_000, Request::Export(Box::new(export)), b"");
            let [Reply::Exported { bytes, .. }] = &replies[..] else { panic!("{replies:?}") };
            let output = std::process::Command::new(env!("CARGO_BIN_EXE_dispositif"))
                .env("LC_ALL", "fr_FR.UTF-8")
                .args([
                    "export",
                    path.to_str().unwrap(),
                    "--format",
                    format.key(),
                    "--marks",
                    marks.to_str().unwrap(),
                    "--lang",
                    language.code(),
                    "--separator",
                    ";",
                ])
                .args(["--at", "2023-11-14T22:13:20Z", "--link", "https://example.org/?a=b"])
                .args(if is_whole { &[][..] } else { &["--verb", "prier"][..] })
                .output()
                .unwrap();
            let error = String::from_utf8_lossy(&output.stderr);
            assert!(output.status.success() && *bytes == output.stdout, "{} {is_whole}: {error}", format.key());
        }
    }
}

/// The documents that were read, by the names of their files.
fn by_name(replies: Vec<Reply>) -> BTreeMap<String, ReadDocument> {
    let document = |reply| match reply {
        Reply::Read { document, kept: Ok(()) } => (document.summary.file.clone().unwrap_or_default(), *document),
        other => panic!("{other:?}"),
    };
    replies.into_iter().map(document).collect()
}

#[test]
fn every_document_of_archives_in_an_archive_is_kept_and_opens_again_as_itself() {
    let text = |n: u32| format!("A/RES/80/{n}\n\nThe General Assembly,\n\n1. Requests report number {n}.\n");
    let html =
        |n: u32| format!("<html><body><p>The General Assembly,</p><p>1. Invites member {n}.</p></body></html>");
    let mut inner = ZipWriter::default();
    for n in 1..3 {
        inner.add(&format!("{n}.txt"), text(n).as_bytes());
        inner.add(&format!("{n}.html"), html(n).as_bytes());
    }
    let mut outer = ZipWriter::default();
    outer.add("inner.zip", &inner.finish());
    // A folder of the archive's own name, and files of the same name at two depths.
    outer.add("1.txt", text(3).as_bytes());
    outer.add("all.zip/1.html", html(3).as_bytes());
    let store = Memory::new();
    let dropped = ask(&store, Request::Read { name: "all.zip".into(), keep: true }, &outer.finish());
    let read = by_name(dropped);
    assert_eq!(read.len(), 6);
    for (name, document) in &read {
        let Source::Own(hash) = document.summary.id.source else { panic!("not the reader's own") };
        let again = by_name(ask(&store, Request::Open(hash), b""));
        assert_eq!(again.get(name), Some(document), "{name}");
    }
    assert_eq!(listed(&store).len(), 6);
}

#[test]
fn a_damaged_text_is_mended_by_its_file_or_a_backup() {
    let store = Memory::new();
    let hash = hash_of(&drop_file(&store, "a.txt", TEXT.as_bytes()));
    let Reply::Backup { bytes, .. } = ask(&store, Request::Backup(Vec::new()), b"").remove(0) else { panic!() };
    let row = store.rows.borrow()[&hash.to_string()].clone();
    let damage = |text: Option<Vec<u8>>| store.rows.borrow_mut().get_mut(&hash.to_string()).unwrap().1 = text;
    let flipped = row.1.clone().map(|text| text.iter().map(|byte| byte ^ 1).collect());
    for damaged in [None, flipped] {
        damage(damaged.clone());
        let dropped = ask_at(&store, 5000, Request::Read { name: "a.txt".into(), keep: true }, TEXT.as_bytes());
        assert!(matches!(dropped[0], Reply::Read { kept: Ok(()), .. }), "{dropped:?}");
        assert!(matches!(ask(&store, Request::Open(hash), b"").remove(0), Reply::Read { .. }));
        // It is still the text that was added then.
        assert_eq!(store.rows.borrow()[&hash.to_string()], row);
        damage(damaged);
        let replies = ask(&store, Request::Restore, &bytes);
        let [Reply::Restored { texts, n_same: 0, .. }] = &replies[..] else { panic!("{replies:?}") };
        assert_eq!((texts.len(), &store.rows.borrow()[&hash.to_string()]), (1, &row));
    }
}

#[test]
fn a_text_that_is_not_stored_comes_back_when_its_removal_is_undone() {
    let store = Memory::new();
    store.room.set(10);
    let engine = engine(store);
    let request = Request::Read { name: "a.txt".into(), keep: true };
    let Reply::Read { document, kept } = ask_engine(&engine, 1000, request, TEXT.as_bytes()).remove(0) else {
        panic!()
    };
    assert_eq!(kept, Err(StoreError::Full));
    let Source::Own(hash) = document.summary.id.source else { panic!("not the reader's own") };
    for request in [Request::Remove(vec![hash]), Request::PutBack(vec![hash])] {
        assert_eq!(ask_engine(&engine, 2000, request, b""), []);
    }
    let again = ask_engine(&engine, 2000, Request::Open(hash), b"");
    assert_eq!(again, [Reply::Read { document, kept: Ok(()) }]);
}

#[test]
fn a_text_that_was_removed_is_not_opened() {
    let store = Memory::new();
    let hash = hash_of(&drop_file(&store, "a.txt", TEXT.as_bytes()));
    ask(&store, Request::Remove(vec![hash]), b"");
    assert_eq!(ask(&store, Request::Open(hash), b""), []);
    ask(&store, Request::PutBack(vec![hash]), b"");
    assert_eq!(ask(&store, Request::Open(hash), b"").len(), 1);
    // A text that is in no record is no damaged one.
    assert_eq!(ask(&store, Request::Open(ContentHash([9; 16])), b""), []);
}

#[test]
fn a_regular_expression_counts_the_documents_that_it_could_not_look_in() {
    let store = Memory::new();
    let Reply::Read { document, .. } = drop_file(&store, "a.txt", TEXT.as_bytes()) else { panic!() };
    let id = document.summary.id;
    let gone = dispositif::model::DocumentId { source: Source::Own(ContentHash([9; 16])), ..id.clone() };
    let request =
        Request::Search { expression: "rapport".into(), documents: vec![id.clone(), gone], marks_in: None };
    let Reply::Matches(Ok(found)) = ask(&store, request, b"").remove(0) else { panic!("not found") };
    let ExpressionFindings { clauses, n_missing, .. } = found;
    assert_eq!((clauses, n_missing), (vec![(id, vec![1])], 1));
}

#[test]
fn annotations_of_a_file_arrive_in_parts_each_at_its_clause() {
    let store = Memory::new();
    let head = "A/RES/80/1\n\nThe General Assembly,\n\n";
    let clause = |n: usize| format!("{n}. Requests Member States to report on matter {n};\n\n");
    let text = [head, &(1..=900).map(clause).collect::<String>()].concat();
    let Reply::Read { document, .. } = drop_file(&store, "a.txt", text.as_bytes()) else { panic!("not read") };
    let id = document.summary.id.clone();
    // The file numbers the clauses otherwise, and one row is of another document.
    let row =
        |n: usize| format!("A/RES/80/1;op{}.1;note {n};Requests Member States to report on matter {n}\n", n + 1);
    let rows: String = (1..=899).map(row).collect();
    let file = ["document;clause;note;quote\n", &rows, "A/RES/1/1;op1.1;elsewhere;\n;;;\n"].concat();
    let mut n_left = 901;
    let mut all = BTreeMap::new();
    for reply in ask(&store, Request::TakeAnnotations(vec![id.clone()]), file.as_bytes()) {
        let Reply::Annotations { records, n_left: left, n_left_out, unclosed } = reply else { panic!("{reply:?}") };
        assert!(records.len() <= 500, "{}", records.len());
        assert!(left < n_left);
        assert_eq!((n_left_out, unclosed), (1, None));
        n_left = left;
        all.extend(records);
    }
    assert_eq!((n_left, all.len()), (0, 900));
    let link = id.link();
    for n in [1, 400, 401, 899] {
        let record = &all[&format!("annotation {link} op{n}.1")];
        assert!(record.ends_with(&format!("\nnote {n}")), "{record}");
    }
    assert!(all.contains_key("annotation A/RES/1/1 op1.1"));
}

#[test]
fn a_file_of_annotations_gives_back_the_records_and_any_other_is_none() {
    let store = Memory::new();
    let records = vec![
        ("annotation A/RES/1/1@en op1.1".to_owned(), "1*\na, b\nRequests\n=1\nof two lines".to_owned()),
        ("annotation A/RES/1/1@en op2.1".to_owned(), "1reviewed\n\n\n".to_owned()),
    ];
    let written = ask(&store, Request::WriteAnnotations(records.clone()), &[]);
    let [Reply::Exported { bytes, extension, .. }] = written.as_slice() else { panic!("{written:?}") };
    assert_eq!(extension, "csv");
    let utf16: Vec<u8> =
        String::from_utf8(bytes.clone()).unwrap().encode_utf16().flat_map(u16::to_le_bytes).collect();
    for file in [bytes, &utf16] {
        let read = ask(&store, Request::TakeAnnotations(Vec::new()), file);
        let [Reply::Annotations { records: read, n_left: 0, .. }] = read.as_slice() else { panic!("{read:?}") };
        assert_eq!(*read, records);
    }
    for file in [&b""[..], b"\x89PNG\0\0\xff", b"The General Assembly,\n"] {
        assert_eq!(ask(&store, Request::TakeAnnotations(Vec::new()), file), [Reply::NoAnnotations]);
    }
}

#[test]
fn the_command_line_reads_volumes_and_archives_as_the_page_does() {
    let volume = "179 (2063). Resolution of 11 June 2063\n\nThe Security Council,\n\n1. Requests peace by 1 May 2064.\n\n\
                  180 (2063). Resolution of 31 July 2063\n\nThe Security Council,\n\n1. Demands peace.\n";
    let mut zip = ZipWriter::default();
    zip.add("folder/volume.txt", volume.as_bytes());
    zip.add("one.txt", format!("A/RES/74/1\n\n{TEXT}\n").as_bytes());
    zip.add("picture.png", b"\x89PNG\r\n\x1a\n");
    let folder = std::path::Path::new(env!("CARGO_TARGET_TMPDIR"));
    for (name, bytes, n) in [("volume.txt", volume.as_bytes(), 2), ("all.zip", &zip.finish(), 3)] {
        let store = Memory::new();
        let path = folder.join(name);
        std::fs::write(&path, bytes).unwrap();
        let read = ask(&store, Request::Read { name: name.into(), keep: true }, bytes);
        let documents: Vec<_> = read
            .iter()
            .filter_map(|reply| match reply {
                Reply::Read { document, .. } => Some(document),
                _ => None,
            })
            .collect();
        assert_eq!(documents.len(), n, "{read:?}");
        for format in Format::ALL {
            let export = Export {
                format,
                csv: CsvOptions { separator: ',', has_mark: true },
                documents: documents.iter().map(|document| (document.summary.id.clone(), None)).collect(),
                marks: Vec::new(),
                asked: String::new(),
                question: String::new(),
                day: "14 November 2023".into(),
                n_asked: documents.iter().map(|document| document.summary.n_clauses).sum(),
                link: String::new(),
                language: Language::English,
            };
            let replies = ask_at(&store, 1_700_000_000_000, Request::Export(Box::new(export)), b"");
            let [Reply::Exported { bytes, n_missing: 0, .. }] = &replies[..] else { panic!("{replies:?}") };
            let output = std::process::Command::new(env!("CARGO_BIN_EXE_dispositif"))
                .env("LC_ALL", "en_US.UTF-8")
                .args(["export", path.to_str().unwrap(), "--format", format.key()])
                .args(["--at", "2023-11-14T22:13:20Z"])
                .output()
                .unwrap();
            assert!(output.status.success() && *bytes == output.stdout, "{name} {}", format.key());
        }
    }
}
