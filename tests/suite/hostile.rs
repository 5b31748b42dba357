//! Texts that nobody would write: long, repetitive, without any order. Reading them finishes and loses nothing.
//!
//! Nothing is timed here: a quadratic step would not finish on one of these.

use dispositif::parse::{Parsed, parse};

const MEGABYTE: usize = 1_000_000;

/// Reads a megabyte made of these words again and again.
fn check(words: &str) -> Parsed {
    check_long(words, MEGABYTE)
}

fn check_long(words: &str, length: usize) -> Parsed {
    let mut text = String::from("L’Assemblée générale, ");
    while text.len() < length {
        text.push_str(words);
    }
    let parsed = parse(&text);
    let faults = parsed.trace.faults(&text);
    assert_eq!(faults.first().map(|fault| fault.of(&text)), None, "{words}");
    parsed
}

#[test]
fn five_megabytes_on_one_line_are_read() {
    let parsed = check_long("Rappelant sa résolution 70/1, et soulignant le rôle de l’Office, ", 5 * MEGABYTE);
    assert!(parsed.resolution.paragraphs.len() > 1000);
    check("x");
    check("le ");
}

#[test]
fn numbers_without_end_are_read() {
    check("1. Prie l’Office ; ");
    check("1.\n");
    check("2. Prie l’Office ;\n");
}

#[test]
fn lists_without_end_are_read() {
    check("a) i) De veiller ; ");
    check("a) De veiller à :\n");
    check("– de veiller\n");
    check("1. Prie :\na) L’Office de faire rapport tous les ans ;\nb) De veiller au grain ;\n");
}

#[test]
fn marks_and_notes_without_end_are_read() {
    check("« (");
    check("elles1, ");
    check("1 Voir A/74/1.\n\n");
    check("____\n1 Résolution 70/1.\n");
}

#[test]
fn brackets_and_single_letters_without_end_are_read() {
    check("l’Office ) ) ) ");
    check(") ");
    check("( ");
    check("(l’Office ");
    check("a b x z ");
    check("1 ");
    check_nested("(", ")");
    check_nested("( ", " )");
    check_nested("« Prie ", " »");
}

fn check_nested(opens: &str, closes: &str) {
    let depth = MEGABYTE / (opens.len() + closes.len());
    check_long(&(opens.repeat(depth) + "l’Office" + &closes.repeat(depth)), MEGABYTE);
}

#[test]
fn headings_and_organs_without_end_are_read() {
    check("Annexe\n");
    check("II Des eaux\nL’Assemblée générale,\n");
    check("résolutions 70/1, 70/2 et 1373 (2001), ");
}
