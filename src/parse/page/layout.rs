//! Detects how a source breaks its lines.

use super::lines::{Line, LineKind};
use crate::language::words;
use crate::lexicon::Lexicon;
use crate::model::Language;
use crate::text::marks::{ENDS, SEMICOLONS};

/// How a source sets its lines.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Layout {
    /// Each paragraph on a line of its own.
    ParagraphPerLine,
    /// Lines cut at the printed width; a blank line separates two paragraphs.
    Wrapped,
    /// Lines cut at the printed width with a blank line between all of them: only an indent, or the words
    /// themselves, show where a paragraph begins. A *missing* blank line betrays a new page.
    DoubleSpaced,
}

/// No printed line is as long as this; one paragraph in a line often is.
const BEYOND_PRINT: usize = 170;

impl Layout {
    /// The layout of these lines.
    pub fn of(source: &str, lines: &[Line], lexicon: &Lexicon) -> Self {
        let text = || lines.iter().filter(|line| line.kind == LineKind::Text);
        let n_lines = text().count().max(1);
        let n_long = text().filter(|line| line.span.len() >= BEYOND_PRINT).count();
        let n_ended = text().filter(|line| ends_like_a_paragraph(line.span.of(source))).count();
        let n_spaced = text().filter(|line| line.blanks_before > 0).count();
        let goes_on = |line: &Line| {
            let text = line.span.of(source);
            // «ссылаясь на» opens a paragraph in Russian.
            let opens = || lexicon.rules.writing.opens_small && lexicon.verbs.phrase_at(text, 0).is_some();
            text.starts_with(char::is_lowercase) && !is_item(text) && !opens()
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
    if line.ends_with(ENDS) {
        return true;
    }
    let last_but_one = line.rsplit_once(' ').map_or("", |(before, _)| before);
    if !last_but_one.trim_end().ends_with(SEMICOLONS) {
        return false;
    }
    let conjunctions = || Language::ALL.into_iter().map(|language| &words(language).coordinators);
    let bare =
        conjunctions().find_map(|conjunctions| conjunctions.strip_end(line)).filter(|rest| rest.ends_with(' '));
    bare.is_some_and(|line| line.trim_end().ends_with(SEMICOLONS))
}
