//! Whether a number may be a note's mark, by the words before and after it.

use crate::language::document;
use crate::lexicon::numbers::month;
use crate::text::fold::fold;
use crate::text::tokens::is_han;

/// How sure a number is to be a mark.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Form {
    /// With white space before it, and a word after it.
    Spaced,
    /// With white space before it, and punctuation or the end after it.
    SpacedAtEnd,
    /// Glued to the word or the punctuation before it.
    Glued,
    /// With raised digits.
    Raised,
}

impl Form {
    pub(super) fn weight(self) -> u32 {
        match self {
            Self::Spaced => 2,
            Self::SpacedAtEnd => 3,
            Self::Glued => 6,
            Self::Raised => 8,
        }
    }
}

/// Whether a text ends with the mark before a number, glued to a word: «the rules.5» before 6, «the rules,5,» too.
pub(super) fn is_mark_before(text: &str, number: u32) -> bool {
    let text = text.strip_suffix(',').unwrap_or(text);
    let word = text.trim_end_matches(|letter: char| letter.is_ascii_digit());
    let digits = text.get(word.len()..).unwrap_or_default();
    digits.parse().is_ok_and(|before: u32| before + 1 == number)
        && word
            .ends_with(|letter: char| letter.is_alphabetic() || matches!(letter, ',' | ';' | '.' | ')' | '”' | '»'))
}

/// Whether a number and a comma come before the mark that follows it: «laws,7, 8».
pub(super) fn is_before_the_next_mark(after: &str, number: u32) -> bool {
    let Some(next) = after.strip_prefix(", ") else { return false };
    let rest = next.trim_start_matches(|letter: char| letter.is_ascii_digit());
    let digits = next.get(..next.len() - rest.len()).unwrap_or_default();
    digits.parse() == Ok(number + 1) && !rest.starts_with(|letter: char| letter.is_alphanumeric() || letter == '/')
}

/// Whether a number in the midst of Chinese counts nothing, as far as the words about it show: «独立专家的报告3以及».
pub(super) fn is_amid_han(before: &str, after: &str) -> bool {
    let lists = document();
    before.ends_with(is_han)
        && after.starts_with(is_han)
        && lists.counted_after.strip_end(before).is_none()
        && !lists.counters.opens(after)
}

/// “No.”, “Vol.”, “paras.”: longer words before a full stop end a sentence.
const LONGEST_SHORT_FORM: usize = 5;

/// Whether a number right after a letter or a sign is glued to it as a mark is.
pub(super) fn is_glued(before: &str, after: &str, is_defined: bool) -> bool {
    let Some(last) = before.chars().next_back() else { return false };
    if is_han(last) || is_wide_mark(last) {
        return is_defined && may_follow_a_mark_in_chinese(last, before, after);
    }
    if after.starts_with(char::is_alphanumeric) {
        return false;
    }
    if last.is_alphabetic() {
        let word = before.rsplit(|letter: char| !letter.is_alphabetic()).next().unwrap_or_default();
        let is_acronym = word.chars().all(char::is_uppercase);
        // «EC-94/DEC4», «covid-19»: what has a stroke or a hyphen is a symbol, if in capitals.
        return word.chars().count() >= 3 && !is_acronym;
    }
    match last {
        '»' | '”' | '"' | ']' => is_defined,
        // «CM/Rec(2024)3» is one symbol, «resolution 1325 (2000)3» has a mark.
        ')' => is_defined && !symbol_before_bracket(before),
        ',' | ';' | ':' | '.' | '،' | '؛' => {
            let name = before.get(..before.len() - last.len_utf8()).unwrap_or_default();
            let closed = name.trim_end_matches(')');
            let word = closed.rsplit(|letter: char| !letter.is_alphanumeric()).next().unwrap_or_default();
            let token = name.rsplit(char::is_whitespace).next().unwrap_or_default();
            let ends_well =
                after.chars().next().is_none_or(|next| next.is_whitespace() || matches!(next, '”' | '»' | ')'));
            let is_number = word.contains(|letter: char| letter.is_ascii_digit());
            // «EC-94/DEC.4», «E/CN.4» and «A/80/L.4» are symbols; «69/313,4» and «in 2024.5» call notes.
            let is_symbol = !is_number && (token.contains('/') || word.len() == 1);
            // «7.30» and «2,5» are numbers of the text.
            let number_can_end = !is_number || is_year(word) || token.contains('/') || name.ends_with(')');
            is_defined
                && ends_well
                && !is_symbol
                && number_can_end
                && (is_number
                    || last != '.'
                    || !takes_a_number(word)
                    || after.is_empty() && word.len() > LONGEST_SHORT_FORM)
        }
        _ => false,
    }
}

pub(super) fn is_wide_mark(letter: char) -> bool {
    matches!(letter, '，' | '；' | '：' | '。' | '、' | '》' | '）')
}

/// Whether what is about a number in Chinese lets it be a mark: «报告3第27段», «报告；1», but not «过去10年», «第9和11段».
pub(super) fn may_follow_a_mark_in_chinese(last: char, before: &str, after: &str) -> bool {
    let Some(next) = after.chars().next() else { return true };
    let lists = document();
    if is_wide_mark(last) {
        return next.is_whitespace() || !next.is_alphanumeric() || is_han(next) && !lists.counters.opens(after);
    }
    lists.counted_after.strip_end(before).is_none()
        && (next.is_whitespace() || is_wide_mark(next) || next == '”' || lists.seldom_counters.opens(after))
}

/// How a number after white space may be a mark, from what is before and after it.
pub(super) fn spaced(before: &str, after: &str, on_page: Option<bool>) -> Option<Form> {
    let word = last_word(before);
    let is_number = word.contains(|letter: char| letter.is_ascii_digit());
    let token = before.rsplit(char::is_whitespace).next().unwrap_or_default();
    // «articles 5, 6 and 7»: a number of a list follows another.
    let may_follow = if is_number {
        is_year(word) || token.contains('/') || before.ends_with([')', ']', '”', '»'])
    } else {
        !takes_a_number(word)
    };
    if !may_follow || before.ends_with(['(', '[', '«', '“', '/', '-', '–', '—', '§', '°', '$', '€']) {
        return None;
    }
    let next = after.trim_start();
    let gap = after.len() - next.len();
    if next.is_empty() || after.starts_with("\n\n") || gap > 1 && !after.contains('\n') {
        return Some(Form::SpacedAtEnd);
    }
    let first = next.chars().next()?;
    if matches!(first, ',' | ';' | '.' | ':' | ')' | ']' | '”' | '»') {
        let rest = next.get(first.len_utf8()..)?.trim_start();
        // «1, 10, 17 et 25»
        let goes_on = rest.starts_with(|letter: char| letter.is_ascii_digit()) && !is_session_number(rest);
        return if goes_on { None } else { Some(Form::SpacedAtEnd) };
    }
    if gap == 0 {
        return None;
    }
    if first.is_ascii_digit() {
        return is_session_number(next).then_some(Form::Spaced);
    }
    let next_word = fold(next.split(|letter: char| !letter.is_alphabetic()).next().unwrap_or_default());
    if month(&next_word).is_some() || is_counted_together(&next_word, next) {
        return None;
    }
    let after_punctuation = before.ends_with([',', ';', '.', ':', ')', '”', '»']);
    // «affects 3 people»: what can be counted is; small words, names after a comma and quotations cannot.
    let cannot_be_counted = document().never_counted.contains(&next_word)
        || after_punctuation
            && (first.is_uppercase()
                || matches!(first, '“' | '«' | '(')
                || document().never_counted_ends.strip_end(&next_word).is_some());
    // Where the page has such a note, a name or a comma before it is enough.
    let follows_a_name = after_punctuation || word.starts_with(char::is_uppercase);
    (cannot_be_counted || on_page == Some(true) && follows_a_name).then_some(Form::Spaced)
}

/// «5 and 6», «3 à 7»: two numbers of a list.
pub(super) fn is_counted_together(word: &str, next: &str) -> bool {
    let rest = next.trim_start_matches(|letter: char| letter.is_alphabetic()).trim_start();
    document().number_joints.contains(word)
        && rest.starts_with(|letter: char| letter.is_ascii_digit())
        && !is_session_number(rest)
}

/// `31/14`, `1325 (2000)`: what is cited by number, and not counted.
pub(super) fn is_session_number(text: &str) -> bool {
    let rest = text.trim_start_matches(|letter: char| letter.is_ascii_digit());
    rest.starts_with('/') || rest.trim_start().starts_with('(')
}

/// Whether digits, or a stroke and digits, follow at once: «1.27», «5,337», «74/175», «2-3».
pub(super) fn goes_on_as_a_number(after: &str) -> bool {
    let Some(first) = after.chars().next() else { return false };
    let rest = after.get(first.len_utf8()..).unwrap_or_default();
    let digit = rest.starts_with(|letter: char| letter.is_ascii_digit());
    match first {
        '.' | ',' | ':' | '/' | '-' | '–' | '\u{202f}' => digit,
        '%' | '‰' | '°' | 'º' => true,
        // «3 000 000»
        ' ' | '\u{a0}' => {
            rest.len() >= 3 && rest.bytes().take_while(u8::is_ascii_digit).count() == 3 && first == '\u{a0}'
        }
        // «报告5及其»: Chinese has no blanks.
        _ => first.is_alphanumeric() && !is_han(first),
    }
}

/// Whether a name is glued to the bracket that ends a text: `CM/Rec(2024)`.
pub(super) fn symbol_before_bracket(text: &str) -> bool {
    let open = text.rfind('(');
    open.and_then(|open| text.get(..open)).is_some_and(symbol_before)
}

pub(super) fn symbol_before(text: &str) -> bool {
    let token = text.rsplit(char::is_whitespace).next().unwrap_or_default();
    let is_acronym =
        token.contains(char::is_uppercase) && token.chars().all(|l| l.is_uppercase() || l.is_ascii_digit());
    text.ends_with(char::is_alphanumeric) && (token.contains('/') || is_acronym)
}

/// Whether a raised digit makes a unit: «km²».
pub(super) fn is_unit(before: &str) -> bool {
    let word = before.rsplit(|letter: char| !letter.is_alphabetic()).next().unwrap_or_default();
    matches!(word, "m" | "km" | "cm" | "mm" | "dm" | "hm")
}

pub(super) fn is_year(word: &str) -> bool {
    word.len() == 4
        && word.bytes().all(|b| b.is_ascii_digit())
        && (word.starts_with("19") || word.starts_with("20"))
}

pub(super) fn last_word(text: &str) -> &str {
    let text = text.trim_end_matches(|letter: char| !letter.is_alphanumeric());
    text.rsplit(|letter: char| !letter.is_alphanumeric()).next().unwrap_or_default()
}

pub(super) fn digits_len(text: &str) -> usize {
    let mut letters = text.chars();
    let Some(first) = letters.next().filter(|letter| plain_digit(*letter).is_ascii_digit()) else { return 0 };
    let is_raised = !first.is_ascii();
    let same = |letter: &char| plain_digit(*letter).is_ascii_digit() && letter.is_ascii() != is_raised;
    first.len_utf8() + letters.take_while(same).map(char::len_utf8).sum::<usize>()
}

/// A raised digit as a plain one.
pub(super) fn plain_digit(letter: char) -> char {
    match letter {
        '⁰' => '0',
        '¹' => '1',
        '²' => '2',
        '³' => '3',
        '⁴'..='⁹' => char::from_u32(letter as u32 - '⁴' as u32 + '4' as u32).unwrap_or(letter),
        _ => letter,
    }
}

/// Words that a number belongs to: «no 39574», «article 5», «le 3 mars», «vol. 1577».
pub(super) fn takes_a_number(word: &str) -> bool {
    let word = fold(word);
    document().number_takers.contains(&word) || month(&word).is_some()
}

/// Whether a line ends with a noun that a number belongs to: «… de l’article», “listed in annex”. Small words are no evidence.
pub(super) fn names_what_follows(line: &str) -> bool {
    let word = fold(last_word(line));
    let is_last = line.ends_with(char::is_alphabetic);
    is_last && takes_a_number(&word) && !document().never_counted.contains(&word)
}
