//! Labels in scripts other than the Latin one, and with the marks of other languages: «(أ)», «٣ -», «1 -», «（一）», «２、», «а)».
//!
//! The letters of Arabic lists go by their old order, أ ب ج د; Chinese lists have numerals where English has i), ii). The place in
//! the series is all that counts, so a label has the same value in every language.

use super::numbering::{Label, Reading, Readings, Series};
use crate::language::{HAN_DIGITS, HAN_TEN, LETTER_NAMES, SECTION_ORDINALS, rules};
use crate::model::Language;
use crate::text::fold::{fold, fold_char};
use crate::text::tokens::{is_alphabetic, is_han, is_inside_word, is_space};
use std::sync::LazyLock;

/// The Arabic names of letters, that sections are counted with, and its ordinals, folded: «ألف -» is A, «أولا -» is I.
static SECTIONS: LazyLock<Vec<(String, Series, u32)>> = LazyLock::new(|| {
    let of = |names: &'static [&'static str], series| {
        names.iter().zip(1..).map(move |(name, value)| (fold(name), series, value))
    };
    of(&LETTER_NAMES, Series::CapitalLetter).chain(of(&SECTION_ORDINALS, Series::CapitalRoman)).collect()
});

/// The label that opens a text, where [`super::leading_label`] does not know its letters or its marks.
pub fn label(text: &str) -> Option<Label> {
    if text.starts_with(|first: char| first.is_ascii_alphabetic()) {
        return None;
    }
    let mut head = Head { text, at: 0 };
    if let Some(value) = head.enclosed() {
        return head.label(Series::Roman, value, false);
    }
    // «)أ(»: brackets that an old encoding turned round.
    let turned = head.text.starts_with(')');
    let opened = head.take(|letter| matches!(letter, '(' | '（')) || turned && head.take(|letter| letter == ')');
    head.spaces();
    let quoted = !opened && head.take(|letter| matches!(letter, '\'' | '‘' | '’' | '`'));
    let core = head.core()?;
    if turned && !matches!(core, Core::Letter(_)) {
        return None;
    }
    head.spaces();
    if quoted {
        let closed = head.take(|letter| matches!(letter, '\'' | '’' | '‘' | '`'));
        let Core::Number(value) = core else { return None };
        head.take(|letter| matches!(letter, '\'' | '`'));
        return head.label(Series::Roman, value, false).filter(|_| closed);
    }
    let closed = head.take(|letter| matches!(letter, ')' | '）') || turned && letter == '(');
    if closed {
        let series = match core {
            Core::Number(_) => Series::ArabicItem,
            Core::Letter(_) => Series::Letter,
            Core::Numeral(_) => Series::Roman,
            Core::Section(..) => return None,
        };
        return head.label(series, core.value(), false);
    }
    if opened {
        return None;
    }
    let pointed = head.take(|letter| matches!(letter, '.' | '．' | '、'));
    let dashed = !pointed && head.take(|letter| matches!(letter, '-' | '–' | '—' | '\u{640}'));
    match core {
        Core::Number(value) if pointed || dashed && head.goes_on_in_arabic() => {
            head.label(Series::Arabic, value, false)
        }
        Core::Letter(value) if dashed => head.label(Series::Letter, value, true),
        Core::Letter(value) if pointed => head.label(Series::PointedLetter, value, true),
        Core::Numeral(value) if pointed => head.label(Series::CapitalRoman, value, false),
        Core::Section(series, value) if dashed || head.is_at_end() => head.label(series, value, false),
        _ => None,
    }
}

/// The digits or letters of a label.
#[derive(Clone, Copy)]
enum Core {
    Number(u32),
    Letter(u32),
    /// A Chinese numeral.
    Numeral(u32),
    Section(Series, u32),
}

impl Core {
    fn value(self) -> u32 {
        let (Self::Number(value) | Self::Letter(value) | Self::Numeral(value) | Self::Section(_, value)) = self;
        value
    }
}

/// The beginning of a text, read from the left.
struct Head<'t> {
    text: &'t str,
    at: usize,
}

impl<'t> Head<'t> {
    fn rest(&self) -> &'t str {
        self.text.get(self.at..).unwrap_or_default()
    }

    fn take(&mut self, is_it: impl Fn(char) -> bool) -> bool {
        let letter = self.rest().chars().next().filter(|letter| is_it(*letter));
        self.at += letter.map_or(0, char::len_utf8);
        letter.is_some()
    }

    fn spaces(&mut self) {
        while self.take(is_space) {}
    }

    fn is_at_end(&self) -> bool {
        self.rest().trim_start_matches(is_space).is_empty()
    }

    /// Whether Arabic follows: «1 - » opens a paragraph there, and a sum elsewhere.
    fn goes_on_in_arabic(&self) -> bool {
        let next = self.rest().chars().find(|letter| !is_space(*letter));
        next.is_none_or(
            |letter| matches!(letter, '\u{600}'..='\u{6ff}' | '\u{fb50}'..='\u{fdff}' | '\u{fe70}'..='\u{fefc}'),
        )
    }

    /// «㈠»: a numeral in brackets that is one character.
    fn enclosed(&mut self) -> Option<u32> {
        let letter = self.rest().chars().next().filter(|letter| matches!(letter, '㈠'..='㈩'))?;
        self.at += letter.len_utf8();
        Some(letter as u32 - '㈠' as u32 + 1)
    }

    fn core(&mut self) -> Option<Core> {
        self.number().or_else(|| self.numeral()).or_else(|| self.section()).or_else(|| self.letter())
    }

    /// A number in digits of any script, or several: «٢1».
    fn number(&mut self) -> Option<Core> {
        const MOST_DIGITS: usize = 3;
        let (mut value, mut n_digits) = (0, 0);
        let mut folded = String::new();
        for letter in self.rest().chars().take_while(|letter| !is_alphabetic(*letter)) {
            folded.clear();
            fold_char(letter, &mut folded);
            let Some(digit) =
                folded.chars().next().and_then(|digit| digit.to_digit(10)).filter(|_| folded.len() == 1)
            else {
                break;
            };
            value = value * 10 + digit;
            n_digits += 1;
            self.at += letter.len_utf8();
            if n_digits > MOST_DIGITS {
                return None;
            }
        }
        (value > 0).then_some(Core::Number(value))
    }

    /// A Chinese numeral below a hundred: «十二», «二十».
    fn numeral(&mut self) -> Option<Core> {
        let end = self
            .rest()
            .find(|letter| letter != HAN_TEN && !HAN_DIGITS.contains(letter))
            .unwrap_or(self.rest().len());
        let value = han_number(self.rest().get(..end)?)?;
        self.at += end;
        Some(Core::Numeral(value))
    }

    /// The name of a letter or an ordinal that counts sections.
    fn section(&mut self) -> Option<Core> {
        let end = self.rest().find(|letter: char| !is_alphabetic(letter)).unwrap_or(self.rest().len());
        let word = self.rest().get(..end).filter(|word| word.len() <= 16 && !word.is_ascii())?;
        let next = self.rest().get(end..)?.trim_start_matches(is_space);
        if !next.is_empty() && !next.starts_with(['-', '–', '—', '\u{640}']) {
            return None;
        }
        let folded = crate::text::fold::fold(word);
        let (_, series, value) = SECTIONS.iter().find(|(name, ..)| *name == folded)?;
        self.at += end;
        Some(Core::Section(*series, *value))
    }

    /// One letter: Arabic, Cyrillic, or a full-width Latin one.
    fn letter(&mut self) -> Option<Core> {
        let mut letters = self.rest().chars();
        let letter = letters.next().filter(|letter| !letter.is_ascii())?;
        if letters.next().is_some_and(|next| is_alphabetic(next) && !is_inside_word(next)) {
            return None;
        }
        let mut folded = String::new();
        fold_char(letter, &mut folded);
        let plain = folded.chars().next()?;
        let value = if plain.is_ascii_lowercase() {
            plain as usize - 'a' as usize
        } else {
            let mut alphabets = Language::ALL.into_iter().map(|language| rules(language).writing.list_letters);
            alphabets.find_map(|letters| letters.chars().position(|other| other == plain))?
        };
        self.at += letter.len_utf8();
        // «هـ»: the letter is stretched so that it is no digit.
        while self.take(|letter| letter == '\u{640}' || matches!(letter, '\u{64b}'..='\u{65f}')) {}
        Some(Core::Letter(value as u32 + 1))
    }

    /// The label up to here, if a word may follow it.
    fn label(mut self, series: Series, value: u32, only_in_a_list: bool) -> Option<Label> {
        let printed = self.text.get(..self.at)?.trim_end();
        let printed = printed.trim_end_matches(['.', '．', '、', '-', '–', '—', '\u{640}']).trim_end().to_owned();
        let next = self.rest().chars().next();
        let is_open = next.is_none_or(|next| {
            is_space(next) || is_han(next) || matches!(next, '《' | '“' | '"' | '\u{600}'..='\u{6ff}')
        });
        self.spaces();
        let readings = Readings::one(Reading { series, value });
        is_open.then_some(Label { printed, readings, rest: self.at, only_in_a_list })
    }
}

/// The value of a Chinese numeral below a hundred.
pub fn han_number(numeral: &str) -> Option<u32> {
    let digit = |part: &str| {
        let mut letters = part.chars();
        let digit = HAN_DIGITS.chars().position(|digit| Some(digit) == letters.clone().next())?;
        letters.next();
        letters.next().is_none().then_some(digit as u32 + 1)
    };
    let Some((tens, ones)) = numeral.split_once(HAN_TEN) else { return digit(numeral) };
    let tens = if tens.is_empty() { 1 } else { digit(tens)? };
    let ones = if ones.is_empty() { 0 } else { digit(ones)? };
    Some(tens * 10 + ones)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_label_counts_whatever_its_script() {
        for (text, series, value, rest) in [
            ("1 - يقرر", Series::Arabic, 1, "يقرر"),
            ("٢1 - يشدد", Series::Arabic, 21, "يشدد"),
            ("٣ـ يطلب", Series::Arabic, 3, "يطلب"),
            ("6- يعيد", Series::Arabic, 6, "يعيد"),
            ("(أ) تقديم", Series::Letter, 1, "تقديم"),
            ("(ه) تقديم", Series::Letter, 5, "تقديم"),
            ("(هـ) تقديم", Series::Letter, 5, "تقديم"),
            (")ب( تقديم", Series::Letter, 2, "تقديم"),
            ("أ - تقديم", Series::Letter, 1, "تقديم"),
            ("'2' تقديم", Series::Roman, 2, "تقديم"),
            ("'1`` تقديم", Series::Roman, 1, "تقديم"),
            ("ثانيا - المبادئ", Series::CapitalRoman, 2, "المبادئ"),
            ("باء - المبادئ", Series::CapitalLetter, 2, "المبادئ"),
            ("باء ـ المبادئ", Series::CapitalLetter, 2, "المبادئ"),
            ("１．请秘书长", Series::Arabic, 1, "请秘书长"),
            ("12、请秘书长", Series::Arabic, 12, "请秘书长"),
            ("（ａ）鼓励", Series::Letter, 1, "鼓励"),
            ("(a)鼓励", Series::Letter, 1, "鼓励"),
            ("（一）鼓励", Series::Roman, 1, "鼓励"),
            ("(十二) 鼓励", Series::Roman, 12, "鼓励"),
            ("㈢鼓励", Series::Roman, 3, "鼓励"),
            ("二、原则", Series::CapitalRoman, 2, "原则"),
            ("б) представить", Series::Letter, 2, "представить"),
        ] {
            let label = super::super::leading_label::leading_label(text);
            let found = label.as_ref().and_then(|label| Some((*label.readings.first()?, text.get(label.rest..)?)));
            assert_eq!(found, Some((Reading { series, value }, rest)), "{text}: {label:?}");
        }
    }

    #[test]
    fn a_label_that_opens_no_list_is_text() {
        for text in
            ["2015 - عام", "1 - 2", "一九四八年", "十分重视", "وقد نظرت", "在第1段", "1540(2004)", "ه", "的"]
        {
            assert_eq!(label(text), None, "{text}");
        }
    }
}
