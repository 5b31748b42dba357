//! Worst-case times of the parser: milliseconds for a megabyte of hostile text, and the ratio for two megabytes.
//!
//! `cargo bench --no-default-features --features cli --bench worst` prints a line for each kind of text, the slowest first.
//! `tests/suite/doubling.rs` fails if twice the text takes three times as long; this prints the numbers.

#![allow(clippy::disallowed_methods, clippy::print_stdout, missing_docs)]

#[path = "../tests/suite/hostile_texts.rs"]
mod hostile_texts;

use dispositif::parse::parse;
use hostile_texts::{NESTED, REPEATED};
use std::cmp::Reverse;
use std::hint::black_box;
use std::time::{Duration, Instant};

const MEGABYTE: usize = 1_000_000;
const N_RUNS: usize = 3;

fn best(text: &str) -> Duration {
    let run = || {
        let start = Instant::now();
        black_box(parse(black_box(text)));
        start.elapsed()
    };
    (0..N_RUNS).map(|_| run()).min().unwrap_or_default()
}

fn main() {
    let repeated = |words: &str, n: usize| ["L’Assemblée générale, ", &words.repeat(n / words.len())].concat();
    let nested = |(opens, closes): (&str, &str), n: usize| {
        let depth = n / (opens.len() + closes.len());
        ["L’Assemblée générale, ", &opens.repeat(depth), "l’Office", &closes.repeat(depth)].concat()
    };
    let repeated = REPEATED.map(|words| (format!("{words:?}"), [1, 2].map(|n| repeated(words, n * MEGABYTE))));
    let nested = NESTED
        .map(|marks| (format!("nested {} {}", marks.0, marks.1), [1, 2].map(|n| nested(marks, n * MEGABYTE))));
    let mut rows: Vec<(Duration, f64, String)> = repeated
        .into_iter()
        .chain(nested)
        .map(|(name, [one, two])| {
            let once = best(&one);
            (once, best(&two).as_secs_f64() / once.as_secs_f64(), name)
        })
        .collect();
    rows.sort_by_key(|row| Reverse(row.0));
    println!("{:>9}  {:>8}  text", "ms for MB", "twice");
    for (once, ratio, name) in rows {
        println!("{:>9}  {ratio:>8.2}  {name}", once.as_millis());
    }
}
