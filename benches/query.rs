//! Query latency: 100,000 clauses in some 3,300 documents, 175 values, all counts after every choice.
//!
//! `cargo bench --no-default-features --features cli --bench query`. The documents are generated, the same each time,
//! with realistic frequencies of values and words and some fifty words per clause. Before Criterion's figures the bench
//! prints the cost of a growing library: the same questions on one segment, on the segments left by adding documents one by
//! one, and while 50 more are added.

#![allow(clippy::disallowed_methods, clippy::indexing_slicing, clippy::unwrap_used, missing_docs)]

use criterion::{Criterion, criterion_group, criterion_main};
use dispositif::model::{
    ActorId, Clause, ClauseClass, ClauseId, ContentHash, DocumentId, Glossary, Language, Mention, Paragraph,
    ParagraphId, Part, Resolution, Role, Span, Symbol, TopicEntry, TopicId, TopicMatch, VerbEntry, VerbId,
};
use dispositif::query::{Answer, Choice, Facet, Index, LastWord, Query, Question, RoleScope, Scope, Segment};
use std::hint::black_box;
use std::time::{Duration, Instant};

const N_CLAUSES: usize = 100_000;
const N_VERBS: usize = 21;
const N_ACTORS: usize = 85;
const N_TOPICS: usize = 62;
const N_WORDS: usize = 18_000;

/// Pseudo-random numbers, the same each time (xorshift).
struct Dice(u64);

impl Dice {
    fn below(&mut self, n: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 % n as u64) as usize
    }

    /// Small numbers often, large ones rarely: each doubling is as likely as the one before.
    fn uneven_below(&mut self, n: usize) -> usize {
        let scale = self.below(n.ilog2() as usize + 1);
        self.below(n.min(2 << scale))
    }
}

fn word(number: usize) -> String {
    const SYLLABLES: [&str; 16] =
        ["ré", "so", "lu", "ti", "on", "pré", "am", "bu", "le", "dis", "po", "si", "tif", "ma", "né", "ver"];
    let mut word = String::new();
    let mut left = number + 1;
    while left > 0 {
        word.push_str(SYLLABLES[left % 16]);
        left /= 16;
    }
    word
}

fn library() -> (Vec<Resolution>, Glossary) {
    let mut dice = Dice(74_175);
    let words: Vec<_> = (0..N_WORDS).map(word).collect();
    let mut glossary = Glossary::default();
    glossary.topics.extend((0..N_TOPICS).map(|topic| TopicEntry {
        id: TopicId::new(format!("topic-{topic:02}")),
        parent: (topic >= 12).then(|| TopicId::new(format!("topic-{:02}", topic % 12))),
        ..TopicEntry::default()
    }));
    glossary.verbs.extend((0..N_VERBS).map(|verb| VerbEntry {
        id: VerbId::new(format!("verb-{verb:02}")),
        class: ClauseClass::ALL[verb % 5],
        ..VerbEntry::default()
    }));
    let mut documents = Vec::new();
    let mut n_clauses = 0;
    while n_clauses < N_CLAUSES {
        let mut document = Resolution::default();
        for number in 0..20 {
            let mut paragraph = Paragraph {
                id: ParagraphId::new(format!("op{number}")),
                part: if number < 8 { Part::Preamble } else { Part::Operative },
                ..Paragraph::default()
            };
            for clause in 1..=1 + dice.below(2) {
                let start = paragraph.text.len();
                for _ in 0..10 + dice.below(80) {
                    paragraph.text.push_str(&words[dice.uneven_below(N_WORDS)]);
                    paragraph.text.push(' ');
                }
                let verb = dice.uneven_below(N_VERBS);
                let mut mention = || Mention {
                    actor: ActorId::new(format!("actor-{}", dice.uneven_below(N_ACTORS))),
                    role: Role::ALL[dice.uneven_below(4)],
                    span: Span::default(),
                    within: None,
                };
                let actors = [mention(), mention(), mention()].into();
                let topics = [dice.uneven_below(N_TOPICS), dice.uneven_below(N_TOPICS)];
                paragraph.clauses.push(Clause {
                    id: ClauseId::new(format!("{}.{clause}", paragraph.id)),
                    span: Span::new(start, paragraph.text.len()),
                    verb: VerbId::new(format!("verb-{verb:02}")),
                    class: ClauseClass::ALL[verb % 5],
                    actors,
                    topics: topics
                        .map(|topic| TopicMatch {
                            topic: TopicId::new(format!("topic-{topic:02}")),
                            ..TopicMatch::default()
                        })
                        .into(),
                    ..Clause::default()
                });
                n_clauses += 1;
            }
            document.paragraphs.push(paragraph);
        }
        documents.push(document);
    }
    (documents, glossary)
}

fn query(choices: &[(Facet, &str)], text: &str) -> Query {
    let choice = |(facet, value): &(Facet, &str)| Choice { facet: *facet, value: (*value).into(), excluded: false };
    Query {
        choices: choices.iter().map(choice).collect(),
        role: RoleScope::Any,
        text: text.into(),
        ..Query::default()
    }
}

/// The questions.
fn queries(documents: &[Resolution]) -> Vec<(&'static str, Query)> {
    let three = [(Facet::Actor, "actor-0"), (Facet::Action, "verb-01"), (Facet::Topic, "topic-02")];
    let common: Vec<_> = documents[0].paragraphs[0].text.split(' ').take(2).collect();
    vec![
        ("nothing asked", query(&[], "")),
        ("one value", query(&three[..1], "")),
        ("three facets", query(&three, "")),
        ("a word", query(&[], common[0])),
        ("a prefix", query(&[], "res*")),
        ("a rare word", query(&[], &word(17_321))),
        ("a phrase", query(&[], &format!("\"{} {}\"", common[0], common[1]))),
        ("a prefix and two facets", query(&three[..2], "pre*")),
    ]
}

fn ask(index: &Index, query: &Query) -> Answer {
    let text = index.find(&query.text, LastWord::Whole);
    index.ask(Question { query, scope: &Scope::Library, text: text.as_ref() })
}

fn with_ids(documents: &[Resolution]) -> Vec<(DocumentId, &Resolution)> {
    let id = |number: usize| {
        let hash = ContentHash((number as u128).to_be_bytes());
        DocumentId::own(&Symbol::default(), Language::French, hash)
    };
    documents.iter().enumerate().map(|(number, document)| (id(number), document)).collect()
}

/// Carries out the due merges; returns the time in the worker and on the page.
fn merge_due(index: &mut Index) -> (Duration, Duration) {
    let (mut worker, mut page) = (Duration::ZERO, Duration::ZERO);
    while let Some(due) = index.merge_due() {
        let start = Instant::now();
        let bytes: Vec<_> = due.segments.iter().map(|n| index.segment(*n).unwrap().to_bytes()).collect();
        page += start.elapsed();
        let start = Instant::now();
        let merged = dispositif::query::merge(&bytes, &due.removed).unwrap();
        worker += start.elapsed();
        let start = Instant::now();
        index.replace(&due.segments, Segment::from_bytes(&merged).unwrap());
        page += start.elapsed();
    }
    (worker, page)
}

fn median(mut times: Vec<Duration>) -> Duration {
    times.sort();
    times[times.len() / 2]
}

/// The median time over some runs of each question.
fn times(index: &Index, queries: &[(&str, Query)]) -> Vec<Duration> {
    let time = |query: &Query| {
        let start = Instant::now();
        black_box(ask(index, query));
        start.elapsed()
    };
    queries.iter().map(|(_, query)| median((0..15).map(|_| time(query)).collect())).collect()
}

/// The memory of the process in MB, if the system reports it.
fn resident_mb() -> Option<u64> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:"))?;
    line.split_whitespace().next()?.parse::<u64>().ok().map(|kb| kb / 1024)
}

/// A growing library, compared with one that was indexed as a whole.
fn report_growth(documents: &[Resolution], glossary: &Glossary) {
    let queries = queries(documents);
    let all = with_ids(documents);
    let (here, added) = all.split_at(all.len() - 50);
    let before = resident_mb();
    let start = Instant::now();
    let block = Index::of(Segment::new(here.to_vec(), glossary));
    println!("one segment: indexed in {:?}, memory {:?} → {:?} MB", start.elapsed(), before, resident_mb());
    let of_block = times(&block, &queries);

    let (mut indexing, mut worker, mut page) = (Duration::ZERO, Duration::ZERO, Duration::ZERO);
    let mut longest = Duration::ZERO;
    let mut index = Index::default();
    for document in here {
        let start = Instant::now();
        let segment = Segment::new([document.clone()], glossary);
        indexing += start.elapsed();
        let start = Instant::now();
        index.add(segment);
        page += start.elapsed();
        let (in_worker, on_page) = merge_due(&mut index);
        worker += in_worker;
        page += on_page;
        longest = longest.max(on_page);
    }
    let sizes: Vec<u32> = index.segments().map(|(_, n_clauses)| n_clauses).collect();
    println!(
        "{} documents one by one: indexed in {indexing:?}, merged in {worker:?}, on the page {page:?} (longest {longest:?}); clauses by segment {sizes:?}",
        here.len()
    );
    let of_segments = times(&index, &queries);

    let bytes: Vec<Vec<u8>> = index.segments().map(|(n, _)| index.segment(n).unwrap().to_bytes()).collect();
    let start = Instant::now();
    let mut restored = Index::default();
    for bytes in &bytes {
        restored.add(Segment::from_bytes(bytes).unwrap());
    }
    let n_bytes = bytes.iter().map(Vec::len).sum::<usize>();
    println!("ready from {} MB of bytes in {:?}", n_bytes / 1_000_000, start.elapsed());
    assert_eq!(restored.n_clauses(), block.n_clauses());

    let mut while_added: Vec<Vec<Duration>> = vec![Vec::new(); queries.len()];
    let (mut adding, mut facets) = (Vec::new(), Vec::new());
    for document in added {
        let segment = Segment::new([document.clone()], glossary);
        // The page keeps the previous state, so the index is copied when it changes.
        let kept = index.clone();
        let start = Instant::now();
        index.add(segment);
        adding.push(start.elapsed());
        let start = Instant::now();
        black_box(index.facets().count());
        facets.push(start.elapsed());
        drop(kept);
        for (times, time) in while_added.iter_mut().zip(times(&index, &queries)) {
            times.push(time);
        }
        merge_due(&mut index);
    }
    println!("one document added to {}: {:?}, its facets {:?}", here.len(), median(adding), median(facets));
    println!("{:<26}{:>14}{:>14}{:>14}", "median", "one segment", "segments", "while adding");
    for (at, (name, _)) in queries.iter().enumerate() {
        let while_added = median(std::mem::take(&mut while_added[at]));
        println!("{name:<26}{:>14.1?}{:>14.1?}{:>14.1?}", of_block[at], of_segments[at], while_added);
    }
}

fn bench(criterion: &mut Criterion) {
    let (documents, glossary) = library();
    report_growth(&documents, &glossary);
    let index = Index::of(Segment::new(with_ids(&documents), &glossary));
    for (name, query) in queries(&documents) {
        criterion.bench_function(name, |bench| bench.iter(|| ask(&index, black_box(&query))));
    }
    let n_documents = 1_000 * documents.len() / N_CLAUSES;
    let small = Index::of(Segment::new(with_ids(&documents[..n_documents]), &glossary));
    for (name, query) in queries(&documents).into_iter().take(4) {
        let name = format!("{name}, 1,000 clauses");
        criterion.bench_function(&name, |bench| bench.iter(|| ask(&small, black_box(&query))));
    }
    let mut slow = criterion.benchmark_group("indexing");
    slow.sample_size(10);
    slow.bench_function("100,000 clauses", |bench| {
        bench.iter(|| Segment::new(with_ids(&documents), &glossary));
    });
}

criterion_group!(benches, bench);
criterion_main!(benches);
