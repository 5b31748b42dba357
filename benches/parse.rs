//! How fast the reader is: megabytes a second on a library of resolutions, and on one line of anything.

use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use dispositif::library::BUNDLED_TEXTS;
use dispositif::parse::parse;
use std::hint::black_box;

fn benches(criterion: &mut Criterion) {
    let text = BUNDLED_TEXTS[0].1;
    // The tables are read once, by the first text.
    black_box(parse(text));
    let mut group = criterion.benchmark_group("parse");
    group.throughput(Throughput::Bytes(text.len() as u64));
    group.bench_function("the bundled resolution", |bencher| bencher.iter(|| parse(black_box(text))));
    let line = "prie l’Office, et note ; a) 1. ( « de s ".repeat(30_000);
    group.throughput(Throughput::Bytes(line.len() as u64));
    group.sample_size(10);
    group.bench_function("a megabyte on one line", |bencher| bencher.iter(|| parse(black_box(&line))));
    group.finish();
}

criterion_group!(parsing, benches);
criterion_main!(parsing);
