//! Regular expressions: `/états? (membres|parties)/`.
//!
//! Typed between slashes, the second of which may be missing. As in the rest of the search, case and accents do not count,
//! and a match lies within one clause. Its time is linear in the text, whatever is typed. Nothing is laid out for them: the
//! documents are gone through.

use super::bits::Bits;
use super::findings::Findings;
use super::text_search::stretches;
use crate::model::{ClauseId, Resolution, Span};
use crate::text::fold::fold_char;
use regex_lite::{Regex, RegexBuilder};
use std::collections::HashMap;

/// How large an expression may become, in bytes: `(a{99}){99}` would fill the memory.
const SIZE_LIMIT: usize = 1 << 20;

/// What was typed is no expression, or not yet one: an open parenthesis, a range without an end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Unfinished;

/// The expression in what was typed, if it is meant as one.
pub fn expression(typed: &str) -> Option<&str> {
    let rest = typed.trim().strip_prefix('/')?;
    let inner = rest.strip_suffix('/').unwrap_or(rest);
    (!inner.is_empty()).then_some(inner)
}

/// Looks for an expression in all documents.
pub(super) fn find(expression: &str, documents: &[&Resolution], shown: usize) -> Result<Findings, Unfinished> {
    let mut pattern = String::new();
    for letter in expression.chars() {
        // The text is folded; of the expression only what has no meaning of its own, for \S is not \s.
        if letter.is_ascii() { pattern.push(letter) } else { fold_char(letter, &mut pattern) }
    }
    let regex = RegexBuilder::new(&pattern).case_insensitive(true).size_limit(SIZE_LIMIT).build();
    let regex = regex.map_err(|_| Unfinished)?;
    let n_clauses = documents.iter().flat_map(|document| document.clauses()).count();
    let mut findings = Findings { holding: Bits::none(n_clauses as u32), hits: Vec::new() };
    // The clauses before the paragraph.
    let mut n_before = 0;
    for (at, document) in documents.iter().enumerate() {
        let ids = document.clauses().map(|(_, clause)| &clause.id);
        let numbers: HashMap<&ClauseId, u32> = ids.zip(n_before..).collect();
        for paragraph in &document.paragraphs {
            let mut hits = Vec::new();
            for (span, clause) in stretches(paragraph) {
                let found = matches(&regex, span, &paragraph.text);
                let clause = match clause {
                    Some(clause) => Some(n_before + clause as u32),
                    None => paragraph.continues.as_ref().and_then(|id| numbers.get(id).copied()),
                };
                if !found.is_empty()
                    && let Some(clause) = clause
                {
                    findings.holding.insert(clause);
                }
                hits.extend(found);
            }
            n_before += paragraph.clauses.len() as u32;
            if at == shown {
                findings.hits.push(hits);
            }
        }
    }
    Ok(findings)
}

/// Where a stretch of a text matches. A match of no letter is none.
fn matches(regex: &Regex, stretch: Span, text: &str) -> Vec<Span> {
    let text = stretch.of(text);
    let mut folded = String::with_capacity(text.len());
    // For each byte of the folded text the letter that it came from.
    let mut from: Vec<(u32, u32)> = Vec::with_capacity(text.len());
    for (at, letter) in text.char_indices() {
        // What keeps words on one line is a space like any other.
        fold_char(if matches!(letter, '\u{a0}' | '\u{202f}') { ' ' } else { letter }, &mut folded);
        from.resize(folded.len(), (at as u32, (at + letter.len_utf8()) as u32));
    }
    let span = |found: regex_lite::Match| {
        let (start, _) = from.get(found.start())?;
        let (_, end) = from.get(found.end().checked_sub(1)?)?;
        (found.start() < found.end()).then_some(Span { start: stretch.start + start, end: stretch.start + end })
    };
    regex.find_iter(&folded).filter_map(span).collect()
}
