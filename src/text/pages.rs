//! What belongs to the page and not to the text: running heads and feet, footnotes wherever a page put them.

use super::fold::fold;
use super::lines::{Line, LineKind};
use crate::model::Span;
use foldhash::fast::FixedState;
use std::collections::HashMap;

/// How a source sets its lines.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Layout {
    /// Each paragraph on a line of its own.
    ParagraphPerLine,
    /// Lines cut at the printed width; a blank line parts two paragraphs.
    Wrapped,
    /// Lines cut at the printed width with a blank line between all of them: only an indent, or the words
    /// themselves, show where a paragraph begins. A *missing* blank line betrays a new page.
    DoubleSpaced,
}

/// No printed line is as long as this; one paragraph in a line often is.
const BEYOND_PRINT: usize = 170;

impl Layout {
    /// The layout of these lines.
    pub fn of(source: &str, lines: &[Line]) -> Self {
        let text = || lines.iter().filter(|line| line.kind == LineKind::Text);
        let n_lines = text().count().max(1);
        let n_long = text().filter(|line| line.span.len() >= BEYOND_PRINT).count();
        let n_ended = text().filter(|line| ends_like_a_paragraph(line.span.of(source))).count();
        let n_spaced = text().filter(|line| line.blanks_before > 0).count();
        let goes_on = |line: &Line| {
            let text = line.span.of(source);
            text.starts_with(char::is_lowercase) && !is_item(text)
        };
        let n_going_on = text().filter(|line| line.blanks_before > 0 && goes_on(line)).count();
        let is_spaced = n_spaced * 10 >= n_lines * 7 && n_lines > 8;
        if is_spaced && n_going_on * 5 >= n_lines && n_long == 0 {
            Self::DoubleSpaced
        } else if is_spaced || n_long * 12 >= n_lines || (n_ended * 10 >= n_lines * 7 && n_lines > 2) {
            Self::ParagraphPerLine
        } else {
            Self::Wrapped
        }
    }
}

/// Whether a line that begins in lower case is an item of a list: «a) De créer», «ii. to adopt».
fn is_item(line: &str) -> bool {
    let label = line.split_whitespace().next().unwrap_or_default();
    label.len() <= 6 && label.ends_with([')', '.'])
}

/// Whether a line ends as paragraphs do; a note's mark may follow, or the conjunction before the last of a list.
pub fn ends_like_a_paragraph(line: &str) -> bool {
    let line =
        line.trim_end_matches(|letter: char| letter.is_ascii_digit() || letter.is_whitespace() || letter == '*');
    let bare = [" and", " et", " or", " ou"].iter().find_map(|conjunction| line.strip_suffix(conjunction));
    line.ends_with([',', ';', '.', ':']) || bare.is_some_and(|line| line.trim_end().ends_with(';'))
}

/// Marks the running heads: short lines that stand again and again at the top or the foot of a page.
pub fn mark_running_heads(source: &str, lines: &mut [Line]) {
    let mut seen: HashMap<String, Vec<usize>, FixedState> = HashMap::default();
    for (i, line) in lines.iter().enumerate() {
        let near_an_edge = line.page_before
            || lines.get(i + 1).is_some_and(|next| next.page_before || next.kind == LineKind::Furniture)
            || i.checked_sub(1)
                .and_then(|i| lines.get(i))
                .is_some_and(|last| last.kind == LineKind::Furniture || last.page_before);
        if line.kind == LineKind::Text && near_an_edge && line.span.len() <= 100 {
            let mut key = fold(line.span.of(source));
            key.retain(char::is_alphabetic);
            if !key.is_empty() {
                seen.entry(key).or_default().push(i);
            }
        }
    }
    for i in EARLIEST_HEAD..lines.len() {
        let is_edge = |i: usize| lines.get(i).is_some_and(|line| line.kind == LineKind::Furniture);
        let at_an_edge = is_edge(i - 1) || is_edge(i + 1);
        let Some(line) = lines.get_mut(i) else { break };
        if line.kind == LineKind::Text && (line.page_before || at_an_edge) && is_running_head(line.span.of(source))
        {
            line.kind = LineKind::Furniture;
        }
    }
    for places in seen.into_values() {
        // The first is kept where it is the document's own heading, before any page ended.
        let heading =
            places.first().filter(|first| **first < 12 && lines.get(**first).is_some_and(|l| !l.page_before));
        let n_heads = places.len() - usize::from(heading.is_some());
        if places.len() < 2 || n_heads == 0 {
            continue;
        }
        let head = heading.copied();
        for place in places.iter().filter(|place| Some(**place) != head) {
            if let Some(line) = lines.get_mut(*place)
                && !ends_like_a_paragraph(line.span.of(source))
            {
                line.kind = LineKind::Furniture;
            }
        }
    }
}

/// The masthead has the symbol too, in one of the first lines.
const EARLIEST_HEAD: usize = 8;

/// Whether a line is a symbol, and perhaps a title set apart from it: `A/RES/74/175`, `Title of it      S/RES/2902 (2031)`.
fn is_running_head(line: &str) -> bool {
    let column = |gap: &str| line.split_once(gap).map(|(left, right)| (left.trim(), right.trim()));
    let columns = [column("\t"), column("   ")].into_iter().flatten().next();
    is_symbol(line)
        || columns.is_some_and(|(left, right)| {
            (is_symbol(left) && !ends_like_a_paragraph(right) || is_symbol(right)) && line.len() < 200
        })
}

/// Whether a text is a symbol and nothing else.
fn is_symbol(line: &str) -> bool {
    let (number, year) = line.split_once(" (").unwrap_or((line, ""));
    let is_year = year.is_empty() || year.trim_end_matches(')').bytes().all(|b| b.is_ascii_digit());
    is_year
        && ["A/", "S/", "E/"].iter().any(|body| number.starts_with(body))
        && number.bytes().all(|b| b.is_ascii_alphanumeric() || b"/.-".contains(&b))
        && number.bytes().any(|b| b.is_ascii_digit())
}

/// A footnote as it stands on its page.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct RawNote {
    /// The mark, in the source.
    pub mark: Span,
    /// What it says, line by line, in the source.
    pub lines: Vec<Span>,
}

impl RawNote {
    /// The mark without the brackets about it.
    pub fn name<'s>(&self, source: &'s str) -> &'s str {
        self.mark.of(source).trim_matches(['[', ']', '(', ')'])
    }
}

/// Takes the footnotes out of the lines: their lines become [`LineKind::Note`].
pub fn take_notes(source: &str, lines: &mut [Line], layout: Layout) -> Vec<RawNote> {
    let mut notes: Vec<RawNote> = Vec::new();
    let mut inside = Inside::Text;
    let mut last_mark = 0;
    for i in 0..lines.len() {
        let Some(line) = lines.get(i) else { break };
        let text = line.span.of(source);
        if line.kind == LineKind::Rule {
            inside = Inside::AfterRule;
            continue;
        }
        let page_turns = line.page_before
            || line.kind == LineKind::Link
            || (layout == Layout::DoubleSpaced && line.blanks_before == 0);
        if page_turns || (line.kind == LineKind::Furniture && inside != Inside::AfterRule) {
            inside = Inside::Text;
        }
        if line.kind != LineKind::Text {
            continue;
        }
        let mark = note_mark(text).or_else(|| {
            // «(1) Voir»: elsewhere than below a rule it opens an item of a list.
            let is_ruled = matches!(inside, Inside::AfterRule | Inside::Note { ruled: true });
            bracketed_mark(text).filter(|_| is_ruled || text.starts_with('[') || text.ends_with('.'))
        });
        let number = |mark: usize| text.get(..mark).and_then(|m| m.trim_matches(['[', ']', '(', ')']).parse().ok());
        let starts = match (inside, mark) {
            (Inside::AfterRule | Inside::Note { ruled: true }, Some(_)) => true,
            (_, Some(mark)) => {
                // Without a rule a note is told by its number, which follows the last one, and by how it speaks.
                let number = number(mark).unwrap_or(0);
                let follows = number > last_mark && number <= last_mark + 12 || last_mark == 0 && number > 0;
                let apart = line.blanks_before > 0 || matches!(inside, Inside::Note { .. });
                follows && apart && speaks_like_a_note(text.get(mark..).unwrap_or_default())
            }
            _ => false,
        };
        if starts {
            let mark = mark.unwrap_or_default();
            let (start, end) = (line.span.start as usize, line.span.end as usize);
            let body = text.get(mark..).map_or(0, |rest| rest.len() - rest.trim_start().len());
            notes.push(RawNote {
                mark: Span::new(start, start + mark),
                lines: vec![Span::new(start + mark + body, end)],
            });
            last_mark = number(mark).unwrap_or(last_mark);
            inside = Inside::Note { ruled: matches!(inside, Inside::AfterRule | Inside::Note { ruled: true }) };
        } else {
            let goes_on = match inside {
                // Where each paragraph has its line, so has each note.
                Inside::Note { ruled: true } if layout == Layout::ParagraphPerLine => line.blanks_before == 0,
                Inside::Note { ruled: true } => {
                    layout == Layout::DoubleSpaced || line.blanks_before == 0 || !starts_a_paragraph(text)
                }
                Inside::Note { ruled: false } => line.blanks_before == 0 && layout != Layout::ParagraphPerLine,
                Inside::Text | Inside::AfterRule => false,
            };
            if !goes_on {
                inside = Inside::Text;
                continue;
            }
            if let Some(note) = notes.last_mut() {
                note.lines.push(line.span);
            }
        }
        if let Some(line) = lines.get_mut(i) {
            line.kind = LineKind::Note;
        }
    }
    notes
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Inside {
    Text,
    AfterRule,
    Note { ruled: bool },
}

/// Two daggers, or three stars.
const MOST_SIGNS: usize = 2 * '†'.len_utf8();

/// How many bytes of a line are a note's mark: `12 Voir`, `* Nouveau tirage`, `1/ Résolution`.
fn note_mark(line: &str) -> Option<usize> {
    let n_digits = line.bytes().take_while(u8::is_ascii_digit).count();
    // «*», «**», «†»
    let signs = line.len() - line.trim_start_matches(['*', '†', '‡']).len();
    let n_stars = if signs <= MOST_SIGNS { signs } else { 0 };
    let mark = if n_digits > 0 { n_digits } else { n_stars };
    if mark == 0 || n_digits > 3 {
        return None;
    }
    let rest = line.get(mark..)?;
    let rest = rest.strip_prefix('/').unwrap_or(rest);
    let spaced = rest.starts_with(|letter: char| letter.is_whitespace() || letter == '«' || letter == '“');
    let body = rest.trim_start();
    let opens = body.chars().next().is_some_and(|letter| {
        letter.is_uppercase() || letter.is_ascii_digit() || matches!(letter, '«' | '“' | '"' | '\'' | '(')
    });
    (opens && (spaced || n_stars > 0 || line.get(mark..)?.starts_with('/'))).then_some(mark)
}

/// How many bytes of a line are a note's mark in brackets: `[12] Voir`, `(1) See`.
fn bracketed_mark(line: &str) -> Option<usize> {
    let inner = line.strip_prefix(['[', '('])?;
    let n_digits = inner.bytes().take_while(u8::is_ascii_digit).count();
    let rest = inner.get(n_digits..)?;
    let close = if line.starts_with('[') { ']' } else { ')' };
    let body = rest.strip_prefix(close)?;
    let opens = body.starts_with(char::is_whitespace)
        && body.trim_start().starts_with(|first: char| first.is_uppercase() || matches!(first, '«' | '“' | '"'));
    (opens && (1..=3).contains(&n_digits)).then_some(n_digits + 2)
}

/// How notes begin: with a document, a source, « Voir ».
const OPENINGS: [&str; 27] = [
    "ibid",
    "voir",
    "see ",
    "resolution",
    "resolutions",
    "document",
    "documents officiels",
    "official records",
    "nations unies, recueil",
    "united nations, treaty",
    "recueil des traites",
    "treaty series",
    "a/",
    "s/",
    "e/",
    "report of",
    "rapport d",
    "adopted",
    "adoptee",
    "id.",
    "op. cit",
    "annex",
    "annexe",
    "cf.",
    "supplement",
    "organisation mondiale",
    "journal officiel",
];

/// Whether a line begins as notes do.
pub fn speaks_like_a_note(text: &str) -> bool {
    let text = fold(text.trim_start().trim_start_matches(['/', ' ', '«', '"', '“']));
    OPENINGS.iter().any(|opening| text.starts_with(opening))
}

/// Whether a line after a note can only be text again: it goes on in lower case, or opens a numbered paragraph.
fn starts_a_paragraph(line: &str) -> bool {
    let mut letters = line.chars();
    let first = letters.next().unwrap_or(' ');
    let numbered = first.is_ascii_digit()
        && [". ", ".\t"]
            .iter()
            .any(|point| line.trim_start_matches(|l: char| l.is_ascii_digit()).starts_with(point));
    first.is_lowercase() || numbered
}
