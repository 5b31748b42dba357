//! How long a reader waits: 100,000 clauses, 175 values, every count after every choice.
//!
//! `cargo bench --no-default-features --bench query`. The documents are made up, the same each time: values and words as
//! unevenly frequent as in real ones, some fifty words a clause.

#![allow(clippy::indexing_slicing, missing_docs)]

use criterion::{Criterion, criterion_group, criterion_main};
use dispositif::model::{
    ActorId, Clause, ClauseClass, ClauseId, Glossary, Mention, Paragraph, ParagraphId, Part, Resolution, Role,
    Span, TopicEntry, TopicId, TopicMatch, VerbEntry, VerbId,
};
use dispositif::query::{Choice, Facet, Index, Query, RoleScope, TextSearch};
use std::hint::black_box;

const N_CLAUSES: usize = 100_000;
const N_VERBS: usize = 21;
const N_ACTORS: usize = 85;
const N_TOPICS: usize = 62;
const N_WORDS: usize = 18_000;

/// Numbers that look like chance and are the same each time (xorshift).
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
                            evidence: Vec::new(),
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
    Query { choices: choices.iter().map(choice).collect(), role: RoleScope::Any, text: text.into() }
}

fn bench(criterion: &mut Criterion) {
    let (documents, glossary) = library();
    let index = Index::new(&documents, &glossary);
    let all: Vec<&Resolution> = documents.iter().collect();
    let words = TextSearch::new(&all);
    let ask = |query: &Query| index.ask(query, words.find(&query.text).as_ref());
    let one = [(Facet::Actor, "actor-0")];
    let three = [(Facet::Actor, "actor-0"), (Facet::Action, "verb-01"), (Facet::Topic, "topic-02")];
    let common = words_of(&documents, 3);
    for (name, choices, text) in [
        ("nothing asked", &[][..], ""),
        ("one value", &one, ""),
        ("three facets", &three, ""),
        ("a word", &[], common[0]),
        ("a prefix", &[], "res*"),
        ("a rare word", &[], word(17_321).as_str()),
        ("a phrase", &[], &format!("\"{} {}\"", common[0], common[1])),
        ("a prefix and two facets", &three[..2], "pre*"),
    ] {
        let query = query(choices, text);
        criterion.bench_function(name, |bench| bench.iter(|| ask(black_box(&query))));
    }
    let mut slow = criterion.benchmark_group("laying out");
    slow.sample_size(10);
    slow.bench_function("100,000 clauses", |bench| {
        bench.iter(|| (Index::new(&documents, &glossary), TextSearch::new(&all)));
    });
}

/// The first words of the first clause.
fn words_of(documents: &[Resolution], n: usize) -> Vec<&str> {
    documents[0].paragraphs[0].text.split(' ').take(n).collect()
}

criterion_group!(benches, bench);
criterion_main!(benches);
