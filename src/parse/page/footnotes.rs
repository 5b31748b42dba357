//! Footnotes, wherever a page put them.

use super::layout::Layout;
use super::lines::{Line, LineKind};
use crate::model::Span;
use crate::text::fold::fold;

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
