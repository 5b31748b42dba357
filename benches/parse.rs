//! Speed of the parser: throughput on long and short texts and on a single long line, and the time to load the tables.
//!
//! `cargo bench --no-default-features --features cli --bench parse`. The texts are the bundled one and those of `tests/golden`.

#![allow(clippy::expect_used, missing_docs)]

use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use dispositif::intake::text_of;
use dispositif::lexicon::Lexicon;
use dispositif::library::BUNDLED_TEXTS;
use dispositif::model::Language;
use dispositif::parse::parse;
use std::hint::black_box;
use std::path::Path;

/// The texts of the golden cases, which are short.
fn goldens() -> Vec<String> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden");
    let cases = ["fr", "en"].map(|language| root.join(language).read_dir().expect("a folder of cases"));
    let mut paths: Vec<_> = cases.into_iter().flatten().map(|entry| entry.expect("a case").path()).collect();
    paths.retain(|path| path.extension().is_some_and(|extension| extension == "txt"));
    // Sorted, so that the order does not depend on the file system.
    paths.sort();
    // Some are not UTF-8: they are decoded like any file.
    let text_of = |path| text_of(&std::fs::read(path).expect("a file")).expect("a text");
    paths.iter().map(text_of).collect()
}

fn benches(criterion: &mut Criterion) {
    let bundled: Vec<String> = BUNDLED_TEXTS.iter().map(|(_, text)| (*text).to_owned()).collect();
    let short = goldens();
    let library: Vec<String> = bundled.iter().chain(&short).cloned().collect();
    let line = vec!["prie l’Office, et note ; a) 1. ( « de s ".repeat(30_000)];
    let texts = [
        ("the bundled resolution", bundled),
        ("short texts", short),
        ("a library of both", library),
        ("a megabyte on one line", line),
    ];
    let mut group = criterion.benchmark_group("parse");
    group.sample_size(20);
    for (name, texts) in texts {
        // The first text in each language loads the tables.
        for text in &texts {
            black_box(parse(text));
        }
        group.throughput(Throughput::Bytes(texts.iter().map(|text| text.len() as u64).sum()));
        group.bench_function(name, |bencher| {
            bencher.iter(|| texts.iter().map(|text| parse(black_box(text))).for_each(drop));
        });
    }
    group.finish();
    let mut group = criterion.benchmark_group("tables");
    group.sample_size(20);
    for language in Language::ALL {
        group.bench_function(language.code(), |bencher| bencher.iter(|| Lexicon::load(black_box(language))));
    }
    group.finish();
}

criterion_group!(parsing, benches);
criterion_main!(parsing);
