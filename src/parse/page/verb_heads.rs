//! Lines of a verb above the items that it governs: “instructs the Director of the Bureau ⏎ 1 to prepare a list;”.
//!
//! Conferences of the ITU write so: the verb has no capital and no mark after it, the numbers have no points and start
//! again below each verb. Such a line is read as one that opens a paragraph, its numbers as those of a list.

use super::layout::ends_like_a_paragraph;
use crate::lexicon::Lexicon;
use crate::model::Language;
use crate::text::fold::fold;
use crate::text::marks::ENDS;

/// Letters to read otherwise: their place, their length, and what to read.
pub type Substitution = (usize, usize, String);

/// A line that is not blank: where it begins, and its text.
type Line<'a> = (usize, &'a str);

/// The heads are no longer, in bytes.
const LONGEST: usize = 240;

/// The letters of heads and of their items that are to be read otherwise, in order; none if fewer than two heads have items.
pub fn verb_heads(source: &str, language: Language) -> Vec<Substitution> {
    let lines = lines(source);
    if !lines.windows(2).any(|pair| matches!(pair, [head, item] if may_head(head.1) && opens_items(item.1))) {
        return Vec::new();
    }
    let lexicon = Lexicon::of(language);
    let mut readings = Vec::new();
    let mut n_above_items = 0;
    let mut number = None;
    for (i, (start, text)) in lines.iter().enumerate().skip(1) {
        let Some((before_at, before)) = lines.get(i.saturating_sub(1)) else { continue };
        let (mut end, mut next) = (start + text.len(), lines.get(i + 1).copied());
        // “instructs the Director of the Bureau, in ⏎ cooperation with the Council ⏎ 1 to prepare a list”
        let runs_on = |line: Line<'_>| {
            let gap = source.get(end..line.0).unwrap_or_default();
            gap.matches('\n').count() == 1 && n_label(line.1).is_none() && !is_complement(line.1, lexicon)
        };
        if let (Some(second), Some(third)) = (next.filter(|line| runs_on(*line)), lines.get(i + 2))
            && opens_items(third.1)
            && !second.1.ends_with(ENDS)
        {
            (end, next) = (second.0 + second.1.len(), Some(*third));
        }
        let above_items = next.is_some_and(|next| opens_items(next.1));
        let goes_on = next.filter(|next| !above_items && is_complement(next.1, lexicon));
        let is_head = may_head(text)
            && ends_like_a_paragraph(before)
            && (above_items || goes_on.is_some())
            && lexicon.verbs.phrase_at(text, 0).is_some_and(|phrase| phrase.known);
        if is_head {
            n_above_items += usize::from(above_items);
            let first: String = text.chars().take(1).collect();
            readings.push((*start, first.len(), first.to_uppercase()));
            // “instructs the Secretary-General ⏎ to bring this resolution …”: one sentence.
            readings.extend(goes_on.map(|(next, _)| (end, next - end, " ".to_owned())));
            number = above_items.then_some(1);
        } else if let Some(expected) = number
            && let Some((value, digits)) = n_label(text).filter(|(value, _)| *value == Some(expected))
            && (expected == 1 || ends_like_a_paragraph(before) || start - before_at - before.len() > 1)
        {
            let mark = text.get(digits..).and_then(|rest| rest.chars().next()).unwrap_or(' ');
            let read = if mark.is_whitespace() { format!("){mark}") } else { ")".to_owned() };
            readings.push((start + digits, mark.len_utf8(), read));
            number = value.map(|value| value + 1);
        }
    }
    if n_above_items < 2 { Vec::new() } else { readings }
}

fn lines(source: &str) -> Vec<Line<'_>> {
    let mut at = 0;
    let line = |raw| {
        let start = at + str::len(raw) - raw.trim_start().len();
        at += raw.len();
        (start, raw.trim())
    };
    source.split_inclusive('\n').map(line).filter(|(_, text)| !text.is_empty()).collect()
}

/// Whether a line may be a head by its looks.
fn may_head(text: &str) -> bool {
    text.len() <= LONGEST
        && text.starts_with(char::is_lowercase)
        && n_label(text).is_none()
        && !text.ends_with(ENDS)
}

/// The label of an item: its number, if it has no parenthesis, and how many bytes it takes. «a)» has none.
fn n_label(text: &str) -> Option<(Option<u32>, usize)> {
    let n_digits = text.bytes().take_while(u8::is_ascii_digit).count();
    let (digits, rest) = text.split_at_checked(n_digits)?;
    if n_digits > 0 {
        let body = rest.strip_prefix('.').unwrap_or(rest);
        let is_label = n_digits <= 2 && body.starts_with(char::is_whitespace);
        let is_label =
            is_label && body.trim_start().starts_with(|first: char| first.is_lowercase() || first == '[');
        return is_label.then(|| (digits.parse().ok(), n_digits));
    }
    let letters = text.strip_prefix('(').unwrap_or(text);
    let end = letters.bytes().position(|byte| !byte.is_ascii_alphanumeric())?;
    let is_closed = letters.get(end..)?.strip_prefix(')')?.starts_with([' ', '\t']);
    (is_closed && (1..=4).contains(&end)).then_some((None, 0))
}

/// Whether a line is the first item of a list.
fn opens_items(text: &str) -> bool {
    n_label(text).is_some_and(|(number, _)| number.unwrap_or(1) == 1)
        && !text.starts_with(|first: char| first.is_alphabetic() && !matches!(first, 'a' | 'i' | 'а'))
}

/// Whether what the verb asks or says begins a line: “to bring”, « de porter », «que señale».
fn is_complement(text: &str, lexicon: &Lexicon) -> bool {
    let Some(first) = text.split([' ', '’', '\'']).next().filter(|_| text.starts_with(char::is_lowercase)) else {
        return false;
    };
    let (first, words) = (fold(first), lexicon.words);
    let elided = || text.get(first.len()..).is_some_and(|rest| rest.starts_with(['’', '\'']));
    words.that.contains(&first)
        || words.infinitive_marks.iter().any(|mark| *mark == first || elided() && mark.starts_with(first.as_str()))
        || words.address_prepositions.contains(&first)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::parse::parse;

    #[test]
    fn heads_are_kept_as_printed() {
        let source = "The Harbour Conference,\n\nrecalling\n\na) its rules;\n\nb) its aims,\n\nresolves\n\n1 to meet;\n\n\
                      instructs the Board\n\n1 to report;\n\n2 to train pilots,\n\ninvites States\n\nto join.";
        let parsed = parse(source);
        let texts: Vec<&str> =
            parsed.resolution.paragraphs.iter().map(|paragraph| paragraph.text.as_str()).collect();
        assert_eq!(texts.get(4..7), Some(["resolves", "to meet;", "instructs the Board"].as_slice()));
        assert_eq!(texts.last(), Some(&"invites States to join."));
        assert!(parsed.resolution.paragraphs.iter().all(|paragraph| paragraph.mends.is_empty()));
        assert_eq!(parsed.trace.faults(source), []);
    }

    #[test]
    fn lines_of_a_paragraph_are_no_heads() {
        let source = "The Harbour Conference,\n\n1. Requests the Board, when it meets,\nrecalling what it was\n\
                      1 to report in that year,\nnoting the report of\n2 persons, to continue.";
        assert_eq!(verb_heads(source, Language::English), []);
    }
}
