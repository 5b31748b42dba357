//! Words whose letters the extraction from PDF set apart: «N o t a n t», «Rea ffi rms».

use crate::model::Span;
use crate::text::forms::{Forms, WordAt};
use crate::text::tokens::is_space;

/// Words in a row that are one.
pub(super) struct Group {
    /// The first one.
    pub first: usize,
    /// The last one.
    pub last: usize,
}

impl Group {
    /// How many bytes of white space are between its words.
    pub(super) fn n_shrunk(&self, text: &str, words: &[WordAt]) -> u32 {
        let start = words.get(self.first).map_or(0, |word| word.span.start);
        let end = words.get(self.last).map_or(0, |word| word.span.end);
        Span { start, end }
            .of(text)
            .chars()
            .filter(|letter| is_space(*letter))
            .map(|letter| letter.len_utf8() as u32)
            .sum()
    }
}

/// The words that are set with a space between all their letters («N o t a n t»), or about a ligature («Rea ffi rms»).
pub(super) fn broken_groups(text: &str, words: &[WordAt], forms: &Forms<'_>) -> Vec<Group> {
    let mut groups = Vec::new();
    if forms.is_exact {
        return groups;
    }
    let has_ligatures = words.iter().any(|word| is_ligature(text, *word));
    let mut i = 0;
    while i < words.len() {
        let ligature = || if has_ligatures { about_ligature(text, words, i, forms) } else { None };
        let group = spaced_letters(text, words, i, forms).or_else(ligature);
        if let Some(group) = group {
            i = group.last + 1;
            groups.push(group);
        } else {
            i += 1;
        }
    }
    groups
}

/// Four letters or more with one space between each two. «A B C D» lists what has these letters.
pub(super) fn spaced_letters(text: &str, words: &[WordAt], first: usize, forms: &Forms<'_>) -> Option<Group> {
    const FEWEST: usize = 4;
    // No word is longer. What continues is looked at from there, so that letters without end are not read again and again.
    const MOST: usize = 60;
    let letter_at = |i: usize| {
        let span = words.get(i)?.span;
        // Most words have a second letter of ASCII.
        let is_longer = |second: &u8| span.len() > 1 && second.is_ascii();
        if text.as_bytes().get(span.start as usize + 1).is_some_and(is_longer) {
            return None;
        }
        let mut letters = span.of(text).chars();
        let letter = letters.next()?;
        letters.all(|letter| matches!(letter, '\u{300}'..='\u{36f}')).then_some((span, letter))
    };
    let mut last = first;
    let (Span { mut end, .. }, letter) = letter_at(first)?;
    if text.as_bytes().get(end as usize) != Some(&b' ') {
        return None;
    }
    let mut found = vec![letter];
    while let Some((span, letter)) = letter_at(last + 1).filter(|_| found.len() < MOST) {
        let gap = Span { start: end, end: span.start }.of(text);
        if !(gap == " " || gap == " . " && found.len() > 1) {
            break;
        }
        found.push(letter);
        end = span.end;
        last += 1;
    }
    let n_letters = found.iter().filter(|letter| letter.is_alphabetic()).count();
    let follow = |pair: &[char]| matches!(pair, [a, b] if *b as u32 == *a as u32 + 1);
    let is_list = found.windows(2).all(follow);
    if found.len() < FEWEST || n_letters < 3 || is_list {
        return None;
    }
    // «r a p p o r t à l’Assemblée»: small words of one letter may follow.
    let mut joined = String::new();
    let ends: Vec<(usize, usize)> = (first..=last)
        .filter_map(|i| {
            joined.push_str(forms.folded(words.get(i)?.form));
            Some((i, joined.len()))
        })
        .collect();
    let is_attested = |length: usize| joined.get(..length).is_some_and(|word| forms.is_attested(word));
    let attested = ends.iter().skip(FEWEST - 1).rev().find(|(_, length)| is_attested(*length));
    Some(Group { first, last: attested.map_or(last, |(end, _)| *end) })
}

/// Whether a word is a ligature by itself.
pub(super) fn is_ligature(text: &str, word: WordAt) -> bool {
    const LONGEST: usize = 3;
    let first = text.as_bytes().get(word.span.start as usize);
    word.span.len() <= LONGEST
        && first.is_some_and(|byte| *byte == b'f' || !byte.is_ascii())
        && matches!(word.span.of(text), "ff" | "fi" | "fl" | "ffi" | "ffl" | "ﬀ" | "ﬁ" | "ﬂ" | "ﬃ" | "ﬄ")
}

/// A ligature by itself between two pieces of a word, or before or after one: no language has it as a word.
pub(super) fn about_ligature(text: &str, words: &[WordAt], first: usize, forms: &Forms<'_>) -> Option<Group> {
    let folded = |i: usize| words.get(i).map(|word| forms.folded(word.form));
    let is_ligature = |i: usize| words.get(i).is_some_and(|word| is_ligature(text, *word));
    let is_gap = |i: usize| {
        let pair = words.get(i).zip(words.get(i + 1));
        pair.is_some_and(|(a, b)| {
            let gap = Span { start: a.span.end, end: b.span.start }.of(text);
            !gap.is_empty() && gap.chars().all(is_space)
        })
    };
    let lower = |i: usize| words.get(i).is_some_and(|word| word.span.of(text).starts_with(char::is_lowercase));
    let (at, has_before) = match (is_ligature(first), is_ligature(first + 1)) {
        (true, _) => (first, false),
        (false, true) if is_gap(first) => (first + 1, true),
        _ => return None,
    };
    let has_after = is_gap(at) && lower(at + 1);
    let attested = |from: usize, to: usize| {
        let joined: Option<String> = (from..=to).map(folded).collect();
        joined.is_some_and(|joined| forms.is_attested(&joined))
    };
    let known = |i: usize| folded(i).is_some_and(|word| word.len() > 1 && forms.is_known_word(word));
    let group = |from: usize, to: usize| (from < to).then_some(Group { first: from, last: to });
    match (has_before, has_after) {
        (true, true) if attested(at - 1, at + 1) => group(at - 1, at + 1),
        (true, _) if attested(at - 1, at) => group(at - 1, at),
        (_, true) if attested(at, at + 1) => {
            if has_before {
                None
            } else {
                group(at, at + 1)
            }
        }
        (true, true) if !known(at + 1) => group(at - 1, at + 1),
        (true, _) => group(at - 1, at),
        (false, true) => group(at, at + 1),
        (false, false) => None,
    }
}
