//! Removes Markdown syntax from a text: «1\\. **Calls upon**» is “1. Calls upon”.

use crate::model::Span;
use crate::text::traced::{Edit, SpanKind, Traced};

/// The marks of headings, each by its first byte and its length, with the line feeds that replace it: «## Gates» is a paragraph of its
/// own, whatever lines are next to it.
pub fn heading_marks(source: &str) -> Vec<(usize, usize, &'static str)> {
    let may_have_headings = source.starts_with('#') || source.contains("\n#");
    let lines = if may_have_headings { source } else { "" };
    let mut marks = Vec::new();
    let mut at = 0;
    for line in lines.split_inclusive('\n') {
        if let Some((mark, end)) = heading_mark(line) {
            marks.push((at, mark, "\n"));
            if end < line.len() {
                marks.push((at + end, line.len() - end, "\n\n"));
            }
        }
        at += line.len();
    }
    marks
}

/// How long the mark of a heading is with the blanks after it, and where its text ends: at the line's end, or before the
/// marks that close it: «### Gates ###».
fn heading_mark(line: &str) -> Option<(usize, usize)> {
    const MOST: usize = 6;
    let text = line.trim_start_matches('#');
    let n_marks = line.len() - text.len();
    let text = text.trim_start_matches([' ', '\t']);
    let mark = line.len() - text.len();
    let is_mark = (1..=MOST).contains(&n_marks) && mark > n_marks;
    let text = text.trim_end();
    let open = text.trim_end_matches('#');
    let title = if open.ends_with(' ') { open.trim_end() } else { text };
    (is_mark && !title.is_empty()).then_some((mark, mark + title.len()))
}

/// The text without the signs of Markdown.
#[must_use]
pub fn without_markup(text: Traced) -> Traced {
    // Without an early end the compiler looks at many bytes at a time.
    let has_signs = text.text.bytes().fold(false, |any, byte| any | matches!(byte, b'\\' | b'*' | b'_' | b']'));
    if !has_signs {
        return text;
    }
    let mut edits = escapes(&text.text);
    edits.extend(links(&text.text));
    edits.extend(emphasis(&text.text, b'*'));
    edits.extend(emphasis(&text.text, b'_'));
    edits.sort_by_key(|edit| edit.span);
    // What is in an address is no sign.
    let mut end = 0;
    edits.retain(|edit| {
        let is_apart = edit.span.start >= end;
        end = end.max(edit.span.end);
        is_apart
    });
    text.edited(&edits)
}

fn cut(start: usize, end: usize) -> Edit {
    Edit { span: Span::new(start, end), with: "", kind: SpanKind::Mended }
}

/// Backslashes before punctuation.
fn escapes(text: &str) -> Vec<Edit> {
    let bytes = text.as_bytes();
    let mut edits = Vec::new();
    let mut at = 0;
    while let Some(found) = bytes.get(at..).and_then(|rest| rest.iter().position(|byte| *byte == b'\\')) {
        let place = at + found;
        let is_escape = bytes.get(place + 1).is_some_and(u8::is_ascii_punctuation);
        if is_escape {
            edits.push(cut(place, place + 1));
        }
        // What is escaped is no sign itself.
        at = place + 1 + usize::from(is_escape);
    }
    edits
}

/// The signs about the words of a link: «[53/22](https://…)» is “53/22”.
fn links(text: &str) -> Vec<Edit> {
    let mut edits = Vec::new();
    for (close, _) in text.match_indices("](http") {
        let end = text.get(close..).and_then(|rest| rest.find(')')).map(|end| close + end + 1);
        let address = end.and_then(|end| text.get(close + 2..end)).unwrap_or(" ");
        let open = text.get(..close).and_then(|before| before.rfind('['));
        if let (Some(open), Some(end)) = (open, end)
            && !address.contains(char::is_whitespace)
        {
            edits.extend([cut(open, open + 1), cut(close, end)]);
        }
    }
    edits
}

/// Stars or underscores about words: one that opens before a letter, and the same number that close after one.
fn emphasis(text: &str, sign: u8) -> Vec<Edit> {
    let mut edits = Vec::new();
    let mut open: Option<(usize, usize)> = None;
    let bytes = text.as_bytes();
    let mut at = 0;
    while let Some(found) = bytes.get(at..).and_then(|rest| rest.iter().position(|byte| *byte == sign)) {
        let start = at + found;
        let n_stars = bytes.get(start..).map_or(1, |rest| rest.iter().take_while(|byte| **byte == sign).count());
        at = start + n_stars;
        let before = text.get(..start).and_then(|before| before.chars().next_back());
        let after = text.get(at..).and_then(|after| after.chars().next());
        if n_stars > 3 || before == Some('\\') {
            continue;
        }
        // «a_file_name» is one word.
        let ends_a_word =
            |letter: Option<char>| sign == b'*' || letter.is_none_or(|letter| !letter.is_alphanumeric());
        let is_blank = |letter: Option<char>| letter.is_none_or(char::is_whitespace);
        match open {
            Some((from, stars)) if stars == n_stars && !is_blank(before) && ends_a_word(after) => {
                edits.extend([cut(from, from + stars), cut(start, at)]);
                open = None;
            }
            _ if !is_blank(after) && before.is_none_or(|letter| !letter.is_alphanumeric()) => {
                open = Some((start, n_stars));
            }
            _ => {}
        }
    }
    edits
}

#[cfg(test)]
mod tests {
    use super::*;

    fn plain(source: &str) -> String {
        let mut text = Traced::default();
        text.push(source, Span::new(0, source.len()));
        without_markup(text).text
    }

    #[test]
    fn signs_that_come_in_pairs_and_escapes_are_taken_out() {
        assert_eq!(
            plain("1\\. **Calls upon** all *States* to co\\-operate\\*"),
            "1. Calls upon all States to co-operate*"
        );
        assert_eq!(plain("1. _Urges_ States; 2. __Invites__ donors"), "1. Urges States; 2. Invites donors");
        assert_eq!(
            plain("its resolution [53/22](https://un.org/a_b_c) of [14] July"),
            "its resolution 53/22 of [14] July"
        );
    }

    #[test]
    fn the_marks_of_a_heading_open_its_line_and_may_close_it() {
        assert_eq!(heading_marks("a\n## B c\nd"), [(2, 3, "\n"), (8, 1, "\n\n")]);
        assert_eq!(heading_mark("### Gates ###\n"), Some((4, 9)));
        for line in ["#1 priority", "####### seven", "# ", "##", "a # b"] {
            assert_eq!(heading_mark(line), None, "{line}");
        }
    }

    #[test]
    fn a_star_by_itself_is_left() {
        for text in [
            "Report of the Agency*",
            "* Reissued for technical reasons.",
            "2 * 3 * 4",
            "a*b*c",
            "C:\\x",
            "a_b_c",
            "____",
        ] {
            assert_eq!(plain(text), text);
        }
    }
}
