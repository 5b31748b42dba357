//! Matches expressions with the lazy DFA of `regex-automata`, which builds its states while it runs.
//!
//! The work is bounded. An expression whose program is larger than [`MAX_PROGRAM`] is refused. Whether a clause matches
//! takes one pass over its text. Finding all matches of a paragraph stops after [`MAX_STEPS`] steps: with
//! `(?:.?){300}zz|.` each match looks 300 letters ahead. And the automata give up when they have filled their cache
//! ([`MAX_STATES`]) several times with little progress, which bounds the number of states built.

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

/// The largest program, in bytes.
const MAX_PROGRAM: usize = 1 << 20;

/// An automaton's cache of states, in bytes.
const MAX_STATES: usize = 1 << 21;

/// How often the cache may be cleared before [`MIN_BYTES_PER_STATE`] applies.
const MAX_CLEARS: usize = 3;

/// How many bytes of text a state must serve on average.
const MIN_BYTES_PER_STATE: usize = 10;

/// The most steps (one byte each) for the matches of a paragraph: some hundredths of a second.
const MAX_STEPS: usize = 4_000_000;

/// A compiled regular expression.
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

    /// The clauses of a document that it matches, by their numbers in the document, in order. A subparagraph without
    /// a clause belongs to the clause that it continues.
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

    /// The spans to highlight in a paragraph, in order. Empty matches are ignored, and those that touch are one span.
    ///
    /// # Errors
    ///
    /// When it takes too many steps.
    pub fn marks(&self, paragraph: &Paragraph) -> Result<Vec<Span>, Refused> {
        let mut marks: Vec<Span> = Vec::new();
        let mut n_steps = 0;
        for (stretch, _) in stretches(paragraph) {
            let folded = Folded::new(stretch, &paragraph.text);
            let mut at = 0;
            while let Some((start, end)) = self.find(&folded.text, at, &mut n_steps)? {
                if let Some(found) = folded.span(start, end) {
                    match marks.last_mut() {
                        Some(last) if last.end == found.start => last.end = found.end,
                        _ => marks.push(found),
                    }
                }
                // After an empty match, the search continues at the next letter.
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

    /// Whether there is a match that is not empty.
    fn is_in(&self, folded: &Folded) -> Result<bool, Refused> {
        let mut n_steps = 0;
        let mut at = 0;
        // The first match is enough unless it is empty.
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

    /// The first match at or after an offset.
    fn find(&self, text: &str, from: usize, n_steps: &mut usize) -> Result<Option<(usize, usize)>, Refused> {
        let mut cache = self.cache.try_borrow_mut().map_err(|_| Refused::TooCostly)?;
        let (forward, reverse) = cache.as_parts_mut();
        let Some(end) = end_of_match(self.regex.forward(), forward, text, from, n_steps)? else { return Ok(None) };
        let input = Input::new(text).range(from..end).anchored(Anchored::Yes);
        let found = self.regex.reverse().try_search_rev(reverse, &input).map_err(|_| Refused::TooCostly)?;
        Ok(found.map(|start| (start.offset(), end)))
    }
}

/// The end of the first match at or after an offset; counts its steps.
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
                // A DFA reports a match one byte late.
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

/// Folded text, and for each of its bytes the letter that it came from.
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
            // A no-break space is a space like any other.
            fold_char(if matches!(letter, '\u{a0}' | '\u{202f}') { ' ' } else { letter }, &mut folded.text);
            folded.letters.resize(folded.text.len(), (at as u32, (at + letter.len_utf8()) as u32));
        }
        folded
    }

    /// A match as a span of the original text; `None` if it is empty.
    fn span(&self, start: usize, end: usize) -> Option<Span> {
        let (first, _) = self.letters.get(start)?;
        let (_, last) = self.letters.get(end.checked_sub(1)?)?;
        (start < end).then_some(Span { start: self.start + first, end: self.start + last })
    }
}

/// Rewrites an expression for folded text.
///
/// Letters outside ASCII are folded, also when escaped: `é`, `\xe9`. ASCII letters need not be, since the search ignores
/// case. Word boundaries become ASCII ones, the only ones that a DFA supports; in folded Latin text there are no others.
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

/// A letter that folds to two is grouped, so that a repetition applies to both.
fn push_folded(letter: char, in_class: bool, pattern: &mut String) {
    let mut folded = String::new();
    fold_char(letter, &mut folded);
    if in_class || folded.chars().count() == 1 {
        pattern.push_str(&folded);
    } else {
        pattern.extend(["(?:", &folded, ")"]);
    }
}

/// The letter escaped as a number after `\x`, `\u` or `\U`, and the rest of the text.
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

/// For an expression that parses: it is too large, or uses a Unicode class that is not compiled in.
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
