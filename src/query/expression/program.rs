//! Matches expressions with automata that are built while they run, state by state (the lazy DFA of `regex-automata`).
//!
//! Their work is bounded in three ways. An expression whose program is larger than [`MAX_PROGRAM`] is refused. Whether a
//! clause matches is found in one pass over its text. All matches of a paragraph are found in [`MAX_STEPS`] steps, or not at
//! all: with `(?:.?){300}zz|.` each of them looks 300 letters ahead. And the automata give up when they have filled their
//! memory ([`MAX_STATES`]) several times without getting on, which bounds the states that are built.

use super::Refused;
use crate::model::{ClauseId, Paragraph, Resolution, Span};
use crate::query::words::stretches;
use crate::text::fold::fold_char;
use regex_automata::hybrid::dfa::DFA;
use regex_automata::hybrid::regex::{Cache, Regex};
use regex_automata::hybrid::{BuildError, LazyStateID};
use regex_automata::util::syntax;
use regex_automata::{Anchored, Input, MatchKind, nfa::thompson};
use regex_syntax::ast::ErrorKind as Ast;
use std::cell::RefCell;
use std::collections::BTreeMap;

/// The size of a program in bytes.
const MAX_PROGRAM: usize = 1 << 20;

/// The states that an automaton keeps, in bytes.
const MAX_STATES: usize = 1 << 21;

/// How often it may forget them all before it has to show that it gets on: by [`MIN_BYTES_PER_STATE`].
const MAX_CLEARS: usize = 3;

/// How many bytes of text each state has to serve on average.
const MIN_BYTES_PER_STATE: usize = 10;

/// How many steps, of a byte each, the matches of a paragraph may take: some hundredths of a second.
const MAX_STEPS: usize = 4_000_000;

/// A regular expression, ready to be searched for.
#[derive(Debug)]
pub struct Expression {
    regex: Regex,
    cache: RefCell<Cache>,
}

impl Expression {
    /// Compiles an expression, without its slashes.
    ///
    /// # Errors
    ///
    /// When it is not finished, not supported or too large.
    pub fn new(expression: &str) -> Result<Self, Refused> {
        let pattern = folded(expression);
        regex_syntax::ast::parse::ParserBuilder::new()
            .nest_limit(100)
            .build()
            .parse(&pattern)
            .map_err(|error| refusal(error.kind()))?;
        let syntax = syntax::Config::new().case_insensitive(true).nest_limit(100);
        let regex = Regex::builder()
            .syntax(syntax)
            .thompson(thompson::Config::new().nfa_size_limit(Some(MAX_PROGRAM)))
            .dfa(
                DFA::config()
                    .match_kind(MatchKind::LeftmostFirst)
                    .cache_capacity(MAX_STATES)
                    .skip_cache_capacity_check(true)
                    .minimum_cache_clear_count(Some(MAX_CLEARS))
                    .minimum_bytes_per_state(Some(MIN_BYTES_PER_STATE)),
            )
            .build(&pattern)
            .map_err(|error| refusal_of_program(&error))?;
        let cache = RefCell::new(regex.create_cache());
        Ok(Self { regex, cache })
    }

    /// The clauses of a document that it is found in, by their numbers in the document, in order. A subparagraph without
    /// a clause belongs to the one that it continues.
    ///
    /// # Errors
    ///
    /// When it takes too many steps.
    pub fn clauses(&self, document: &Resolution) -> Result<Vec<u32>, Refused> {
        let ids: BTreeMap<&ClauseId, u32> = document.clauses().map(|(_, clause)| &clause.id).zip(0..).collect();
        let mut found = Vec::new();
        let mut n_before = 0;
        for paragraph in &document.paragraphs {
            for (stretch, clause) in stretches(paragraph) {
                let clause = match clause {
                    Some(clause) => Some(n_before + clause as u32),
                    None => paragraph.continues.as_ref().and_then(|id| ids.get(id).copied()),
                };
                if let Some(clause) = clause
                    && self.is_in(&Folded::new(stretch, &paragraph.text))?
                {
                    found.push(clause);
                }
            }
            n_before += paragraph.clauses.len() as u32;
        }
        found.sort_unstable();
        found.dedup();
        Ok(found)
    }

    /// What is to be marked in a paragraph, in order. A match of no letter is none.
    ///
    /// # Errors
    ///
    /// When it takes too many steps.
    pub fn marks(&self, paragraph: &Paragraph) -> Result<Vec<Span>, Refused> {
        let mut marks = Vec::new();
        let mut n_steps = 0;
        for (stretch, _) in stretches(paragraph) {
            let folded = Folded::new(stretch, &paragraph.text);
            let mut at = 0;
            while let Some((start, end)) = self.find(&folded.text, at, &mut n_steps)? {
                marks.extend(folded.span(start, end));
                // After a match of no letter, the search goes on with the next one.
                let is_boundary = |at: &usize| folded.text.is_char_boundary(*at);
                at = if start < end {
                    end
                } else {
                    (end + 1..=folded.text.len()).find(is_boundary).unwrap_or(end + 1)
                };
                if at > folded.text.len() {
                    break;
                }
            }
        }
        Ok(marks)
    }

    /// Whether it is found with at least one letter.
    fn is_in(&self, folded: &Folded) -> Result<bool, Refused> {
        let mut n_steps = 0;
        let mut at = 0;
        // The first match is enough, unless it has no letter.
        while let Some((start, end)) = self.find(&folded.text, at, &mut n_steps)? {
            if start < end {
                return Ok(true);
            }
            let is_boundary = |at: &usize| folded.text.is_char_boundary(*at);
            match (end + 1..=folded.text.len()).find(is_boundary) {
                Some(next) => at = next,
                None => return Ok(false),
            }
        }
        Ok(false)
    }

    /// The first match from a place on.
    fn find(&self, text: &str, from: usize, n_steps: &mut usize) -> Result<Option<(usize, usize)>, Refused> {
        let mut cache = self.cache.try_borrow_mut().map_err(|_| Refused::TooCostly)?;
        let (forward, reverse) = cache.as_parts_mut();
        let Some(end) = end_of_match(self.regex.forward(), forward, text, from, n_steps)? else { return Ok(None) };
        let input = Input::new(text).range(from..end).anchored(Anchored::Yes);
        let found = self.regex.reverse().try_search_rev(reverse, &input).map_err(|_| Refused::TooCostly)?;
        Ok(found.map(|start| (start.offset(), end)))
    }
}

/// Where the first match from a place on ends, counting each step.
fn end_of_match(
    dfa: &DFA,
    cache: &mut regex_automata::hybrid::dfa::Cache,
    text: &str,
    from: usize,
    n_steps: &mut usize,
) -> Result<Option<usize>, Refused> {
    let input = Input::new(text).range(from..);
    let mut state: LazyStateID = dfa.start_state_forward(cache, &input).map_err(|_| Refused::TooCostly)?;
    let mut end = None;
    cache.search_start(from);
    for (at, byte) in text.as_bytes().iter().enumerate().skip(from) {
        *n_steps += 1;
        if *n_steps > MAX_STEPS {
            return Err(Refused::TooCostly);
        }
        cache.search_update(at);
        state = dfa.next_state(cache, state, *byte).map_err(|_| Refused::TooCostly)?;
        if state.is_tagged() {
            if state.is_match() {
                // An automaton says so one byte late.
                end = Some(at);
            } else if state.is_dead() {
                cache.search_finish(at);
                return Ok(end);
            } else if state.is_quit() {
                return Err(Refused::Unsupported);
            }
        }
    }
    state = dfa.next_eoi_state(cache, state).map_err(|_| Refused::TooCostly)?;
    cache.search_finish(text.len());
    Ok(if state.is_match() { Some(text.len()) } else { end })
}

/// A stretch of a text, folded, and for each byte the letter that it came from.
struct Folded {
    text: String,
    letters: Vec<(u32, u32)>,
    start: u32,
}

impl Folded {
    fn new(stretch: Span, text: &str) -> Self {
        let text = stretch.of(text);
        let mut folded = Self {
            text: String::with_capacity(text.len()),
            letters: Vec::with_capacity(text.len()),
            start: stretch.start,
        };
        for (at, letter) in text.char_indices() {
            // What keeps words on one line is a space like any other.
            fold_char(if matches!(letter, '\u{a0}' | '\u{202f}') { ' ' } else { letter }, &mut folded.text);
            folded.letters.resize(folded.text.len(), (at as u32, (at + letter.len_utf8()) as u32));
        }
        folded
    }

    /// Where a match is in the text itself; `None` if it has no letter.
    fn span(&self, start: usize, end: usize) -> Option<Span> {
        let (first, _) = self.letters.get(start)?;
        let (_, last) = self.letters.get(end.checked_sub(1)?)?;
        (start < end).then_some(Span { start: self.start + first, end: self.start + last })
    }
}

/// The expression for a folded text.
///
/// Letters that are not ASCII are folded, also where they are written as numbers: `é`, `\xe9`. Of the rest only what has no
/// meaning of its own could be, and the search ignores case anyway. A word's bounds become those of ASCII, which an
/// automaton can find, and which a folded text in a Latin alphabet has no others than.
fn folded(expression: &str) -> String {
    let mut pattern = String::new();
    let mut in_class = false;
    let mut rest = expression.chars();
    while let Some(letter) = rest.next() {
        match letter {
            '\\' => {
                let after = rest.clone();
                match rest.next() {
                    Some(mark @ ('x' | 'u' | 'U')) => match numbered(mark, rest.as_str()) {
                        Some((letter, after)) if !letter.is_ascii() => {
                            push_folded(letter, in_class, &mut pattern);
                            rest = after.chars();
                        }
                        _ => pattern.extend(['\\', mark]),
                    },
                    Some(bound @ ('b' | 'B')) if !in_class && !after.as_str().starts_with("b{") => {
                        pattern.push_str(if bound == 'b' { r"(?-u:\b)" } else { r"(?-u:\B)" });
                    }
                    escaped => pattern.extend(std::iter::once('\\').chain(escaped)),
                }
            }
            '[' | ']' => {
                in_class = letter == '[';
                pattern.push(letter);
            }
            _ if letter.is_ascii() => pattern.push(letter),
            _ => push_folded(letter, in_class, &mut pattern),
        }
    }
    pattern
}

/// A letter may fold to two, and then stays one thing to be repeated.
fn push_folded(letter: char, in_class: bool, pattern: &mut String) {
    let mut folded = String::new();
    fold_char(letter, &mut folded);
    if in_class || folded.chars().count() == 1 {
        pattern.push_str(&folded);
    } else {
        pattern.extend(["(?:", &folded, ")"]);
    }
}

/// The letter that is written as a number after `\x`, `\u` or `\U`, and what follows.
fn numbered(mark: char, rest: &str) -> Option<(char, &str)> {
    let (digits, after) = match rest.strip_prefix('{') {
        Some(braced) => braced.split_once('}')?,
        None => rest.split_at_checked(match mark {
            'x' => 2,
            'u' => 4,
            _ => 8,
        })?,
    };
    let letter = u32::from_str_radix(digits, 16).ok().and_then(char::from_u32)?;
    Some((letter, after))
}

fn refusal(kind: &Ast) -> Refused {
    match kind {
        Ast::ClassUnclosed
        | Ast::DecimalEmpty
        | Ast::EscapeHexEmpty
        | Ast::EscapeUnexpectedEof
        | Ast::FlagDanglingNegation
        | Ast::FlagUnexpectedEof
        | Ast::GroupNameEmpty
        | Ast::GroupNameUnexpectedEof
        | Ast::GroupUnclosed
        | Ast::RepetitionCountUnclosed
        | Ast::RepetitionCountDecimalEmpty => Refused::Unfinished,
        Ast::NestLimitExceeded(_) | Ast::CaptureLimitExceeded => Refused::TooCostly,
        _ => Refused::Unsupported,
    }
}

/// The expression can be parsed, so either it is too large or it asks for what Unicode's tables do not have.
fn refusal_of_program(error: &BuildError) -> Refused {
    let mut source: Option<&dyn std::error::Error> = Some(error);
    while let Some(cause) = source {
        if cause.downcast_ref::<regex_syntax::Error>().is_some() {
            return Refused::Unsupported;
        }
        source = cause.source();
    }
    Refused::TooCostly
}
