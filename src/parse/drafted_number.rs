//! The numbers of paragraphs in other forms than “3.”: those of drafts, without a point, misread by machine.

use super::numbering::{Label, n_digits, readings, repeated};
use super::page::note_wording::is_worded_like_a_note;
use crate::language::document;
use crate::text::fold::fold;
use crate::text::tokens::{head, may_begin_a_sentence};

/// A paragraph number in another form than “3.”: «[3.]», «OP4.», «OP 2bis», «PP1», «§5», as drafts have them.
pub fn dressed_number(text: &str) -> Option<Label> {
    if let Some(inner) = text.strip_prefix('[') {
        let n_digits = n_digits(inner);
        let after = inner.get(n_digits..)?;
        let closed = after.strip_prefix(".]").or_else(|| after.strip_prefix(']')?.strip_prefix('.'));
        // “[6. Invites States;]”: all of the paragraph is in brackets.
        let body = closed.or_else(|| after.strip_prefix('.').filter(|body| body.starts_with(char::is_whitespace)));
        return match body {
            Some(body) => plain_number(text, inner.get(..n_digits)?, None, body),
            None => of_a_draft(text, inner),
        };
    }
    // “(OP1) URGES”
    if let Some(inner) = text.strip_prefix('(')
        && let Some((number, body)) = inner.split_once(')').filter(|(number, _)| number.len() <= 8)
    {
        let digits = ["OP", "PP"].into_iter().find_map(|letters| number.strip_prefix(letters))?;
        let suffix = repeated(digits.get(n_digits(digits)..)?).map(|(suffix, _)| suffix);
        return plain_number(text, digits.get(..n_digits(digits))?, suffix, body);
    }
    of_a_draft(text, text)
}

/// The number after the letters of a draft, in brackets or not: “OP 2bis.”, “PP3 alt. Noting”.
fn of_a_draft(text: &str, inner: &str) -> Option<Label> {
    let letters = ["OP", "PP", "§"].into_iter().find_map(|letters| inner.strip_prefix(letters))?;
    let core = letters.trim_start_matches(['.', ' ', '\u{a0}']);
    let n_digits = n_digits(core);
    let (number, after) = core.split_at_checked(n_digits)?;
    let suffix = repeated(after);
    let after = suffix.map_or(after, |(_, rest)| rest);
    let body = after.trim_start_matches(['.', ':', ')']);
    plain_number(text, number, suffix.map(|(suffix, _)| suffix), body)
}

/// The label of a number before a text that begins as a paragraph does.
pub fn plain_number(text: &str, number: &str, suffix: Option<&str>, after: &str) -> Option<Label> {
    let body = after.trim_start();
    // «OP2 bis. [Requests»: a draft brackets what is not agreed.
    if body.len() == after.len() || !body.trim_start_matches('[').starts_with(may_begin_a_sentence) {
        return None;
    }
    let readings = readings(number, false);
    readings.first()?;
    let suffix = suffix.unwrap_or_default();
    let space = if suffix.len() > 1 { " " } else { "" };
    let printed = [number, space, suffix].concat();
    Some(Label { printed, readings, rest: text.len() - body.len(), only_in_a_list: false })
}

/// A number that a dash or a word sets apart from its text: «4 – Invites», «2 alt. Invites», «Para. 3. Decides». Only a verb
/// after it makes it a label.
pub fn loose_number(text: &str) -> Option<Label> {
    let names = &document().paragraph_names;
    let may_be_named = text.starts_with(char::is_uppercase) && names.may_open_folded(text);
    let named = names.iter().filter(|_| may_be_named).find_map(|name| {
        let (start, rest) = text.split_at_checked(name.len())?;
        let is_name = fold(start) == name;
        (is_name && !rest.starts_with(char::is_alphabetic)).then(|| rest.trim_start_matches(['.', ' ', '\u{a0}']))
    });
    let core = named.unwrap_or(text);
    let (number, after) = core.split_at_checked(n_digits(core))?;
    let bare = after.trim_start_matches([' ', '\u{a0}']);
    let alternative = alternative(bare);
    let body = if named.is_some() {
        bare.trim_start_matches(['.', ':', ')', '–', '—', '-'])
    } else if let Some((_, rest)) = alternative {
        rest.trim_start_matches('.')
    } else {
        bare.strip_prefix(['–', '—', '-', ':']).filter(|rest| rest.starts_with(char::is_whitespace))?
    };
    let label = plain_number(text, number, None, body)?;
    let Some((word, _)) = alternative else { return Some(label) };
    Some(Label { printed: [&label.printed, " ", word].concat(), ..label })
}

/// The word that makes an alternative of a number before it, and what follows: “2 **alt**. Invites”.
pub fn alternative(text: &str) -> Option<(&'static str, &str)> {
    let end = text.find(|letter: char| !letter.is_alphabetic()).unwrap_or(text.len());
    let (word, rest) = text.split_at_checked(end).filter(|(word, _)| !word.is_empty())?;
    let lists = &document().alternatives;
    let known = lists.may_open_folded(word).then(|| fold(word))?;
    lists.iter().find(|alternative| *alternative == known).map(|alternative| (alternative, rest))
}

/// A number that opens a text without a point: «2 Requests». Only a verb after it makes it a label.
pub fn bare_number(text: &str) -> Option<Label> {
    let n_digits = n_digits(text);
    let after = text.get(n_digits..)?;
    let body = after.trim_start();
    if !(1..=3).contains(&n_digits) || body.len() == after.len() || !body.starts_with(may_begin_a_sentence) {
        return None;
    }
    let printed = text.get(..n_digits)?.to_owned();
    let readings = readings(&printed, false);
    readings.first()?;
    Some(Label { printed, readings, rest: text.len() - body.len(), only_in_a_list: false })
}

/// A number of several digits, misread by machine: «1 1 .», «1 O.», «1 I .».
pub fn misread_number(text: &str) -> Option<Label> {
    if !text.starts_with(|first: char| first.is_ascii_digit()) {
        return None;
    }
    let point = head(text, 8).find('.')?;
    let (digits, after) = (text.get(..point)?, text.get(point + 1..)?);
    let digits = digits.trim_end();
    let mut groups = digits.split(' ');
    let are_digits = digits.bytes().all(|b| b.is_ascii_digit() || matches!(b, b' ' | b'I' | b'l' | b'O'));
    let is_misread =
        n_digits(digits) < digits.len() && are_digits && groups.all(|group| (1..=2).contains(&group.len()));
    let body = after.trim_start();
    if !is_misread
        || body.len() == after.len()
        || !body.starts_with(may_begin_a_sentence)
        || is_worded_like_a_note(body)
    {
        return None;
    }
    let digit = |letter| match letter {
        'I' | 'l' => '1',
        'O' => '0',
        _ => letter,
    };
    let printed: String = digits.chars().filter(|letter| *letter != ' ').map(digit).collect();
    let readings = readings(&printed, false);
    readings.first()?;
    Some(Label { printed, readings, rest: text.len() - body.len(), only_in_a_list: false })
}
