//! Splits a source into printed lines, each classified by its own looks.

use crate::language::{WordList, document};
use crate::model::Span;
use crate::text::fold::fold;
use crate::text::tokens::{head, is_space};
use memchr::memchr;

/// The kind of a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LineKind {
    /// Text of the resolution, or of its masthead.
    Text,
    /// Page number, running head, job number, bar code.
    Furniture,
    /// A rule of underscores: footnotes follow.
    Rule,
    /// A bare link.
    Link,
    /// A line of a footnote.
    Note,
}

/// A printed line that is not blank.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// From its first letter to its last, in the source.
    pub span: Span,
    /// How many columns of white space come before it.
    pub indent: usize,
    /// How many blank lines come before it.
    pub blanks_before: usize,
    /// Whether a form feed comes before it.
    pub page_before: bool,
    /// Its kind.
    pub kind: LineKind,
}

/// The lines of a source that hold anything.
pub fn lines(source: &str) -> Vec<Line> {
    // Printed lines are of seventy letters or so.
    let mut lines = Vec::with_capacity(source.len() / 64);
    let has_other_ends = ["\u{c}", "\u{2028}", "\u{2029}"].iter().any(|end| source.contains(end));
    let (mut start, mut blanks, mut page) = (0, 0, false);
    while start < source.len() {
        let rest = source.get(start..).unwrap_or_default();
        // To look for one byte is several times as fast as to look for one of three.
        let feed = (!has_other_ends).then(|| memchr(b'\n', rest.as_bytes()).map_or(rest.len(), |feed| feed + 1));
        let end = start + feed.unwrap_or_else(|| line_len(rest));
        let raw = source.get(start..end).unwrap_or_default();
        // A note's mark or a number may be a tabulator away; both are white space here.
        let trimmed = trim_start(raw);
        let first = start + raw.len() - trimmed.len();
        let last = first + trim_end(trimmed).len();
        if first < last {
            let span = Span::new(first, last);
            let indent = raw.get(..first - start).unwrap_or_default().chars().count();
            let kind = kind_of(span.of(source));
            lines.push(Line { span, indent, blanks_before: blanks, page_before: page, kind });
            (blanks, page) = (0, false);
        } else if !raw.ends_with('\u{c}') {
            blanks += 1;
        }
        page |= raw.ends_with('\u{c}');
        start = end;
    }
    lines
}

/// A line without the white space before it: where an ASCII letter comes first, one check is enough.
fn trim_start(line: &str) -> &str {
    let is_plain = line.as_bytes().first().is_some_and(u8::is_ascii_graphic);
    if is_plain { line } else { line.trim_start_matches(is_space) }
}

/// A line without the white space after it.
fn trim_end(line: &str) -> &str {
    let bare = line.strip_suffix('\n').unwrap_or(line);
    let is_plain = bare.as_bytes().last().is_some_and(u8::is_ascii_graphic);
    if is_plain { bare } else { bare.trim_end_matches(is_space) }
}

/// How many bytes the first line of a text takes, with what ends it.
fn line_len(text: &str) -> usize {
    /// The first byte of Unicode's two separators, and of many quotation marks.
    const FIRST_OF_SEPARATOR: u8 = 0xe2;
    let mut at = 0;
    while let Some(rest) = text.get(at..) {
        // A form feed ends a line as a line feed does, and begins a page.
        let Some(next) = rest.bytes().position(|b| matches!(b, b'\n' | b'\x0c' | FIRST_OF_SEPARATOR)) else {
            break;
        };
        let Some(letter) = rest.get(next..).and_then(|rest| rest.chars().next()) else { break };
        at += next + letter.len_utf8();
        if matches!(letter, '\n' | '\u{c}' | '\u{2028}' | '\u{2029}') {
            return at;
        }
    }
    text.len()
}

/// The kind of a line by its looks.
pub fn kind_of(line: &str) -> LineKind {
    let is_link = ["http://", "https://", "www."].iter().any(|start| line.starts_with(start));
    if is_link && !line.contains(is_space) {
        return LineKind::Link;
    }
    if line.chars().nth(2).is_some()
        && line.chars().all(|letter| matches!(letter, '_' | '―' | '—' | '─' | '-' | '–'))
    {
        return LineKind::Rule;
    }
    if is_page_furniture(line) {
        return LineKind::Furniture;
    }
    LineKind::Text
}

/// Lines that no text has: page numbers, job numbers, the bar code's line, the request to recycle.
fn is_page_furniture(line: &str) -> bool {
    may_be_numbers(line) && is_made_of_numbers(line)
        || is_row_of_stars(line)
        || is_request_to_recycle(line)
        || (line.starts_with("<!--") && line.ends_with("-->"))
        || is_head_of_a_volume(line)
}

/// A line without the number of its chapter or its page.
fn without_number(line: &str) -> &str {
    let is_numeral = |letter: char| matches!(letter, 'I' | 'V' | 'X' | 'L' | 'i' | 'v' | 'x' | 'l' | '.');
    line.trim_start_matches(|letter: char| letter.is_ascii_digit() || letter.is_whitespace() || is_numeral(letter))
}

/// Whether a line begins with a digit or one of the marks about a page number, and continues without small letters, up to a
/// parenthesis or a star: a cheap check, since most lines are text.
fn may_be_numbers(line: &str) -> bool {
    let is_mark = |letter: char| letter.is_ascii_digit() || matches!(letter, '-' | '–' | '—' | '.' | '/' | '*');
    let mut letters = line.chars().filter(|letter| !is_space(*letter));
    letters.next().is_some_and(is_mark)
        && letters
            .take_while(|letter| !matches!(letter, '(' | '*'))
            .all(|letter| is_mark(letter) || letter.is_ascii_uppercase())
}

/// Page numbers, job numbers, the bar code's line.
fn is_made_of_numbers(line: &str) -> bool {
    let bare: String = line.chars().filter(|letter| !is_space(*letter)).collect();
    let is_digits = |part: &str| !part.is_empty() && part.len() <= 3 && part.bytes().all(|b| b.is_ascii_digit());
    // 53 · - 2 - · 2/10
    if is_digits(bare.trim_matches(['-', '–', '—', '.', '*'])) && !bare.ends_with('.') {
        return true;
    }
    if bare.split_once('/').is_some_and(|(page, of)| is_digits(page) && is_digits(of)) {
        return !line.contains(is_space) || bare.len() <= 5;
    }
    // *1922383* · 19-22383 (F) · 19-22383 2/10
    let starred = bare.len() > 6 && bare.starts_with('*') && bare.ends_with('*');
    if starred && bare.bytes().all(|b| b.is_ascii_digit() || b == b'*' || b.is_ascii_uppercase()) {
        return true;
    }
    is_job_number(&bare)
}

/// Stars that separate two pieces of a text: `* * *`, and Markdown's rule.
fn is_row_of_stars(line: &str) -> bool {
    const FEWEST: usize = 3;
    let are_stars = line.starts_with('*') && line.chars().all(|letter| letter == '*' || is_space(letter));
    are_stars && line.matches('*').count() >= FEWEST
}

fn is_request_to_recycle(line: &str) -> bool {
    let requests = &document().recycling;
    requests.may_open_folded(line)
        && requests.iter().any(|words| may_fold_to(line, words) && fold(head(line, 40)).starts_with(words))
}

/// The running heads of the Assembly's yearly volumes, with the page number before or after them: «General
/// Assembly—Forty-second Session», «VI. Résolutions adoptées sur les rapports de la Troisième Commission 153».
fn is_head_of_a_volume(line: &str) -> bool {
    const LONGEST: usize = 200;
    let lists = document();
    let is_number = |letter: char| letter.is_ascii_digit() || letter.is_whitespace();
    let bare = without_number(line);
    let may_open =
        |list: &WordList| list.may_open_folded(bare) && list.iter().any(|start| may_fold_to(bare, head(start, 5)));
    if line.len() > LONGEST || !(may_open(&lists.volume_heads) || may_open(&lists.general_assembly)) {
        return false;
    }
    let folded = fold(line);
    let words = folded.trim_matches(is_number);
    let after_numeral = words.trim_start_matches(['i', 'v', 'x', 'l']).trim_start_matches(['.', ' ', '\t']);
    if lists.volume_heads.opens(after_numeral) {
        return words.len() < 100 && !words.ends_with(['.', ',', ';']);
    }
    lists.general_assembly.strip(words).is_some_and(|rest| {
        let is_session = lists.session.strip_end(rest).is_some_and(|before| before.ends_with(' '));
        rest.trim_start().starts_with(['—', '–', '-']) && is_session && rest.len() < 50
    })
}

/// Whether the folded form of a text may begin with some letters: a check that is sure only of ASCII and «é».
fn may_fold_to(text: &str, start: &str) -> bool {
    let mut letters = text.chars();
    for wanted in start.chars() {
        match letters.next() {
            Some('é' | 'É') if wanted == 'e' => {}
            Some(letter) if letter.is_ascii() => {
                if letter.to_ascii_lowercase() != wanted {
                    return false;
                }
            }
            Some('é' | 'É') | None => return false,
            // Whatever this folds to.
            Some(_) => return true,
        }
    }
    true
}

/// `19-22383`, `19-22383(F)`, `2/1019-22383`, `1922383E`: the document's number at the printer's.
fn is_job_number(bare: &str) -> bool {
    let is_number = |part: &str| {
        let (year, rest) = (part.get(..2), part.get(2..));
        let digits = rest.map(|rest| rest.trim_start_matches('-'));
        year.is_some_and(|y| y.bytes().all(|b| b.is_ascii_digit()))
            && digits.is_some_and(|d| d.len() == 5 && d.bytes().all(|b| b.is_ascii_digit()))
    };
    let head = bare.split(['(', '*']).next().unwrap_or_default();
    let head = head.trim_end_matches(|letter: char| letter.is_ascii_uppercase());
    if is_number(head)
        && (bare.contains('-') || bare.contains('(') || bare.contains('*') || head.len() < bare.len())
    {
        return true;
    }
    // The page number before or after it: 2/1019-22383, 19-223832/10.
    let Some(dash) = bare.find('-') else { return false };
    let number = dash.checked_sub(2).and_then(|start| bare.get(start..dash + 6));
    number.is_some_and(is_number)
        && bare.len() <= 8 + 7
        && bare.bytes().all(|b| b.is_ascii_digit() || b"-/".contains(&b))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_knows_its_indent_and_the_blank_lines_before_it() {
        let source = "a\n\n  b\r\n\u{c}c";
        let lines = lines(source);
        let looks: Vec<_> =
            lines.iter().map(|l| (l.span.of(source), l.indent, l.blanks_before, l.page_before)).collect();
        assert_eq!(looks, [("a", 0, 0, false), ("b", 2, 1, false), ("c", 0, 0, true)]);
    }

    #[test]
    fn page_furniture_is_distinguished_from_text() {
        for line in [
            "53",
            "- 2 -",
            "2/10",
            "***",
            "*  *  *",
            "*1922383*",
            "19-22383 (F)",
            "19-22383",
            "2/10  19-22383",
            "Please recycle",
        ] {
            assert_eq!(kind_of(line), LineKind::Furniture, "{line}");
        }
        for line in [
            "218\tGeneral Assembly—Forty-sixth Session",
            "Assemblée générale — Quarante-sixième session",
            "VI. Resolutions adopted on the reports of the Third Committee  153",
            "Résolutions adoptées sur les rapports de la Sixième Commission",
            "<!-- Page 2 -->",
        ] {
            assert_eq!(kind_of(line), LineKind::Furniture, "{line}");
        }
        for line in ["1.", "1373 (2001)", "2019", "A/RES/74/175", "1. Prie l’Office", "Assemblée générale"] {
            assert_eq!(kind_of(line), LineKind::Text, "{line}");
        }
        assert_eq!(kind_of("__________________"), LineKind::Rule);
        assert_eq!(kind_of("https://undocs.org/fr/A/74/400"), LineKind::Link);
    }
}
