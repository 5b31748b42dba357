//! Lines → paragraphs: what the page cut is joined, what it ran together is parted.
//!
//! A page break may fall in mid-sentence, a footnote block in mid-paragraph, a number on a line of its own. What ends
//! with a comma, a semicolon or a full stop may end; what goes on in lower case goes on.

use super::numbering::{Label, leading_label};
use super::page::layout::{Layout, ends_like_a_paragraph};
use super::page::lines::{Line, LineKind};
use super::structure::is_heading;
use crate::lexicon::Lexicon;
use crate::model::Span;
use crate::text::traced::Traced;

/// A run of lines that make one paragraph.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Block {
    /// Its lines, in the source.
    pub lines: Vec<Span>,
    /// Whether the file says that it is a heading.
    pub is_heading: bool,
}

impl Block {
    /// Its text with a line feed between two lines.
    pub fn traced(&self, source: &str) -> Traced {
        let length = self.lines.iter().map(|line| line.len() + 1).sum();
        let mut traced =
            Traced { text: String::with_capacity(length), runs: Vec::with_capacity(2 * self.lines.len()) };
        for (i, line) in self.lines.iter().enumerate() {
            if i > 0 {
                let end = self.lines.get(i - 1).map_or(line.start, |last| last.end);
                traced.push_mended("\n", Span { start: end, end });
            }
            traced.push(source, *line);
        }
        traced
    }

    /// The words of its first line.
    pub fn first_line<'s>(&self, source: &'s str) -> &'s str {
        self.lines.first().map(|line| line.of(source)).unwrap_or_default()
    }
}

/// Each line as a paragraph, where the file says so; some of them are headings, in order.
pub fn as_given(lines: &[Line], headings: &[Span]) -> Vec<Block> {
    let lines = lines.iter().filter(|line| line.kind == LineKind::Text);
    let block =
        |line: &Line| Block { lines: vec![line.span], is_heading: headings.binary_search(&line.span).is_ok() };
    lines.map(block).collect()
}

/// Joins lines to paragraphs.
pub fn blocks(source: &str, lines: &[Line], layout: Layout, lexicon: &Lexicon) -> Vec<Block> {
    let joiner = Joiner { layout, lexicon, width: printed_width(lines) };
    let mut blocks: Vec<Block> = Vec::new();
    let mut page_turned = false;
    let mut last: Option<Looks<'_>> = None;
    let mut next: Option<Looks<'_>> = None;
    for (i, line) in lines.iter().enumerate() {
        if line.kind != LineKind::Text {
            page_turned = true;
            continue;
        }
        page_turned |= line.page_before;
        let looks = next.take().unwrap_or_else(|| Looks::of(source, line));
        let following = lines.get(i + 1..).unwrap_or_default().iter().find(|line| line.kind == LineKind::Text);
        next = following.map(|line| Looks::of(source, line));
        let begins = last.is_none_or(|last| joiner.begins(&last, &looks, next.as_ref(), page_turned));
        match blocks.last_mut() {
            Some(block) if !begins => block.lines.push(line.span),
            _ => blocks.push(Block { lines: vec![line.span], is_heading: false }),
        }
        last = Some(looks);
        page_turned = false;
    }
    blocks
}

/// A line, and what its words tell of it.
struct Looks<'a> {
    line: &'a Line,
    text: &'a str,
    label: Option<Label>,
    /// Whether it belongs to the closing formula.
    is_closing: bool,
}

impl<'a> Looks<'a> {
    fn of(source: &'a str, line: &'a Line) -> Self {
        let text = line.span.of(source);
        Self { line, text, label: leading_label(text), is_closing: is_closing(text) }
    }
}

fn printed_width(lines: &[Line]) -> usize {
    let mut lengths: Vec<usize> = lines.iter().filter(|l| l.kind == LineKind::Text).map(|l| l.span.len()).collect();
    lengths.sort_unstable();
    lengths.get(lengths.len() * 9 / 10).copied().unwrap_or_default()
}

struct Joiner<'a> {
    layout: Layout,
    lexicon: &'a Lexicon,
    width: usize,
}

impl Joiner<'_> {
    /// Whether a line begins a paragraph, from what it is and what stands before it.
    fn begins(&self, last: &Looks<'_>, looks: &Looks<'_>, next: Option<&Looks<'_>>, page_turned: bool) -> bool {
        let (before, text, label) = (last.text, looks.text, looks.label.as_ref());
        if last.label.as_ref().is_some_and(|label| label.rest >= before.len()) {
            // A number alone on its line.
            return false;
        }
        if last.is_closing && super::closing::is_vote(before) && text.starts_with(char::is_lowercase) {
            // «Adoptée à la 3707e séance ⏎ par 14 voix contre zéro»
            return false;
        }
        if looks.is_closing || last.is_closing {
            return true;
        }
        let (last, line) = (last.line, looks.line);
        // «Bassins partagés ⏎ 3. Demande»: a number before a verb needs no end before it.
        let is_sure = |label: &Label| label.number().is_some() || self.layout == Layout::ParagraphPerLine;
        if label.is_some_and(|label| is_sure(label) && self.opens(text.get(label.rest..).unwrap_or_default())) {
            return true;
        }
        if self.layout == Layout::ParagraphPerLine {
            let goes_on = text.starts_with(char::is_lowercase) && label.is_none();
            if goes_on && line.blanks_before == 0 && before.trim_end().ends_with(',') {
                // A short text may look so although its lines are cut.
                return false;
            }
            // A page may break a paragraph here too.
            let broken = goes_on && page_turned;
            return ends_like_a_paragraph(before) || !broken && (line.blanks_before > 0 || self.opens(text));
        }
        let ended = ends_like_a_paragraph(before);
        let parted = match self.layout {
            Layout::DoubleSpaced => line.indent > 0 || line.blanks_before > 2,
            _ => line.blanks_before > 0 || line.indent > last.indent + 1,
        } && !page_turned;
        let first = text.chars().next().unwrap_or(' ');
        let ends_fully = before.trim_end().ends_with([';', '.', ':', ',']);
        if let Some(label) = label
            && (ended || parted)
            && (ends_fully || parted || page_turned)
        {
            // «p. 7» and a dash open lines in mid-sentence too.
            return parted || !label.only_in_a_list || before.trim_end().ends_with([':', ';']);
        }
        if first.is_lowercase() || first.is_ascii_digit() {
            return parted
                && before.trim_end().ends_with([';', '.', ':'])
                && self.layout == Layout::Wrapped
                && !first.is_ascii_digit();
        }
        if self.opens(text) {
            return ended || parted;
        }
        let last_is_short = before.len() * 10 < self.width * 7;
        if parted {
            return ended || last_is_short || line.blanks_before > 1;
        }
        if page_turned {
            return ended && before.trim_end().ends_with([';', '.']);
        }
        // Without a gap: a short line that ended, then a capital; or a heading between two paragraphs.
        let ends_fully = before.trim_end().ends_with([';', '.', ',']);
        ended && ends_fully && (last_is_short || self.is_heading_before(text, next))
    }

    /// Whether a line has the looks of a heading, and a numbered paragraph comes next.
    fn is_heading_before(&self, text: &str, next: Option<&Looks<'_>>) -> bool {
        let number =
            |next: &Looks<'_>| next.label.as_ref().filter(|label| label.number().is_some()).map(|l| l.rest);
        is_heading(text, self.lexicon.language)
            && next.is_some_and(|next| {
                number(next).and_then(|rest| next.text.get(rest..)).is_some_and(|body| self.opens(body))
            })
    }

    /// Whether a line opens with an initiating phrase in capitals that the tables know.
    fn opens(&self, text: &str) -> bool {
        text.chars().next().is_some_and(char::is_uppercase) && self.lexicon.verbs.phrase_at(text, 0).is_some()
    }
}

/// Whether a line belongs to the closing formula: meeting, date, vote.
pub fn is_closing(line: &str) -> bool {
    use super::closing::{is_date, is_list_of_votes, is_meeting, is_vote, without_emphasis};
    let line = without_emphasis(line);
    is_meeting(line) || is_vote(line) || is_date(line) || is_list_of_votes(line)
}
