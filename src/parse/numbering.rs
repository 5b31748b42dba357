//! The numbers that open paragraphs, and the levels that they make.
//!
//! French writes a) then i), English (a) then (i). «i)» after «h)» is a letter, after «a)» a numeral: only the list decides,
//! so a label keeps both readings until its place in the [`Outline`] is known.

use super::page::note_wording::is_worded_like_a_note;
use super::roman_numeral::{roman, roman_numeral};
use crate::language::document;
use crate::text::tokens::{head, is_alphabetic, is_han, may_begin_a_sentence};

/// A label that opens a line, and where what follows it begins: `"2 bis. Decides"` → `2 bis`, 7.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Label {
    /// As printed, without point or space: `2 bis`, `a)`, `(ii)`.
    pub printed: String,
    /// Its possible readings, the likelier first.
    pub readings: Readings,
    /// The byte after it and the white space that follows.
    pub rest: usize,
    /// Whether it is one only where a list can occur: «a.» and «–» open other lines too.
    pub only_in_a_list: bool,
}

/// One way to read a label.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Reading {
    /// Which series it belongs to.
    pub series: Series,
    /// Its place in it, from 1.
    pub value: u32,
}

/// The ways to read a label: a letter may be a numeral too, and no label has more than two.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Readings {
    first: Option<Reading>,
    second: Option<Reading>,
}

impl Readings {
    /// Only one.
    pub fn one(reading: Reading) -> Self {
        Self { first: Some(reading), second: None }
    }

    fn push(&mut self, reading: Reading) {
        let place = if self.first.is_none() { &mut self.first } else { &mut self.second };
        *place = Some(reading);
    }

    /// All of them, the likelier first.
    pub fn iter(&self) -> impl Iterator<Item = &Reading> {
        self.first.iter().chain(&self.second)
    }

    /// The likeliest.
    pub fn first(&self) -> Option<&Reading> {
        self.first.as_ref()
    }
}

impl Reading {
    /// Its letters or digits in English.
    fn plain(self) -> String {
        let letter = |first: u8| {
            let place = (self.value.saturating_sub(1) % 26) as u8;
            let n_times = 1 + self.value.saturating_sub(1) as usize / 26;
            char::from(first + place).to_string().repeat(n_times)
        };
        match self.series {
            Series::Arabic | Series::ArabicItem | Series::DecimalSecond | Series::DecimalThird => {
                self.value.to_string()
            }
            Series::Letter | Series::PointedLetter => letter(b'a'),
            Series::CapitalLetter => letter(b'A'),
            Series::Roman | Series::PointedRoman => roman_numeral(self.value),
            Series::CapitalRoman => roman_numeral(self.value).to_ascii_uppercase(),
            Series::Bullet => String::new(),
        }
    }

    /// Whether it comes next in a list after another one. All bullets look alike.
    fn follows(self, last: Self) -> bool {
        self.series == last.series && (self.value == last.value + 1 || self.series == Series::Bullet)
    }
}

impl Label {
    /// The number of a paragraph, if it is one: `12` of «12.» and of «12 bis.».
    pub fn number(&self) -> Option<u32> {
        self.readings.iter().find(|reading| reading.series == Series::Arabic).map(|reading| reading.value)
    }

    /// Its place in its series, without its marks, in the letters and digits of English: `b` of «(ب)», `ii` of «（二）».
    pub fn plain(&self) -> String {
        // «'2'» is the second of an Arabic list that English counts with numerals.
        if self.printed.is_ascii() && !self.printed.starts_with('\'') && !self.printed.contains('.') {
            return self.printed.chars().filter(char::is_ascii_alphanumeric).collect();
        }
        self.readings.first().map_or(String::new(), |reading| reading.plain())
    }

    /// The same as the number of a paragraph, whatever it looked like.
    #[must_use]
    pub fn renumbered(self, value: u32) -> Self {
        let first = Some(Reading { series: Series::Arabic, value });
        Self { readings: Readings { first, second: None }, only_in_a_list: false, ..self }
    }

    /// Whether it may take the place of another: “2 alt”.
    pub fn is_alternative(&self) -> bool {
        self.printed.rsplit_once(' ').is_some_and(|(_, word)| document().alternatives.contains(word))
    }

    /// Whether a list may begin with it.
    pub fn may_be_first(&self) -> bool {
        self.readings.iter().any(|reading| reading.value == 1)
    }
}

/// Series that labels count in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Series {
    /// `1.` at the head of a paragraph.
    Arabic,
    /// `1)` or `(1)` in a list.
    ArabicItem,
    /// `a)`, `(a)`.
    Letter,
    /// `i)`, `(ii)`.
    Roman,
    /// `a.` in a list: another series than `a)`.
    PointedLetter,
    /// `ii.` in a list.
    PointedRoman,
    /// `4.1.` below paragraph 4.
    DecimalSecond,
    /// `4.1.2.` below it.
    DecimalThird,
    /// `•`, `–`: each counts as 1, since it does not show its position.
    Bullet,
    /// `A.`: a section, or a resolution of a composite one.
    CapitalLetter,
    /// `I.`: a section.
    CapitalRoman,
}

/// A label in Latin letters or digits with a point or a parenthesis.
pub fn latin_label(text: &str) -> Option<Label> {
    // «§ 3. Demande»
    let bare = text.strip_prefix('§').map_or(text, str::trim_start);
    let opened = bare.starts_with('(');
    let body = bare.strip_prefix('(').unwrap_or(bare);
    let core = body.get(..body.bytes().position(|byte| !byte.is_ascii_alphanumeric()).unwrap_or(body.len()))?;
    if core.is_empty() || core.len() > 6 {
        return None;
    }
    // «65a.» is a number between two others.
    let core = core.strip_suffix(['a', 'b', 'c']).filter(|number| n_digits(number) > 0).unwrap_or(core);
    // «1ter.»
    let core = match core.get(..n_digits(core)) {
        Some(number)
            if !number.is_empty()
                && repeated(core.get(number.len()..)?).is_some_and(|(_, rest)| rest.is_empty()) =>
        {
            number
        }
        _ => core,
    };
    let is_number = n_digits(core) == core.len();
    let after = body.get(core.len()..)?;
    let suffix = if is_number { repeated(after) } else { None };
    let after = suffix.map_or(after, |(_, rest)| rest);
    // OCR leaves a space before the point: «7 .»
    let spaced = after.trim_start_matches([' ', '\u{a0}']);
    // «1\. Requests»: Markdown escapes the point.
    let closed = spaced.strip_prefix('\\').unwrap_or(spaced);
    let mark = closed.chars().next()?;
    let rest = closed.get(mark.len_utf8()..)?;
    let is_item = mark == ')';
    // «1° Prend», «1.- Prend»; «27° S/2001/1013» is a note whose mark was misread.
    let is_degree = is_number && matches!(mark, '°' | 'º') && !is_worded_like_a_note(rest);
    let dashed = rest.strip_prefix(['-', '–', '—', '.', ')']).filter(|_| is_degree || is_number && mark == '.');
    let rest = dashed.filter(|rest| rest.starts_with(char::is_whitespace)).unwrap_or(rest);
    if !(is_item || (mark == '.' || is_degree) && !opened) || after.len() - spaced.len() > 1 {
        return None;
    }
    let split = rest.is_empty() || rest.starts_with(char::is_whitespace) || rest.starts_with(is_han);
    // «1.Prie» is a number all the same; «a.m.» and «74.5» are none.
    let glued = is_number && rest.starts_with(may_begin_a_sentence);
    if !(split || glued) {
        return None;
    }
    // No list has «4 bis)».
    let readings = readings(core, is_item && suffix.is_none());
    readings.first()?;
    let (open, close) = (if opened { "(" } else { "" }, if is_item { ")" } else { "" });
    let suffix = suffix.map_or("", |(suffix, _)| suffix);
    let space = if suffix.len() > 1 { " " } else { "" };
    let printed = [open, core, space, suffix, close].concat();
    let only_in_a_list = !is_item && core.bytes().all(|b| b.is_ascii_lowercase());
    Some(Label { printed, readings, rest: text.len() - rest.trim_start().len(), only_in_a_list })
}

/// `4.1.`, `4.2.1.`: a number that has those above it before it. “4.5 million” looks the same, so it counts only in a list.
pub fn decimal_label(text: &str) -> Option<Label> {
    const LONGEST: usize = 12;
    if !text.starts_with(|first: char| first.is_ascii_digit()) {
        return None;
    }
    let number = head(text, LONGEST);
    let end = number.find(|letter: char| !letter.is_ascii_digit() && letter != '.')?;
    let printed = number.get(..end)?.trim_end_matches('.');
    let mut parts = printed.split('.');
    let are_numbers = parts.clone().all(|part| (1..=2).contains(&part.len()) && !part.starts_with('0'));
    let value = parts.next_back().filter(|_| are_numbers)?.parse().ok()?;
    let series = match parts.count() {
        1 => Series::DecimalSecond,
        2 => Series::DecimalThird,
        _ => return None,
    };
    let body = text.get(end..).filter(|body| body.starts_with(char::is_whitespace))?;
    let readings = Readings::one(Reading { series, value });
    Some(Label {
        printed: printed.to_owned(),
        readings,
        rest: text.len() - body.trim_start().len(),
        only_in_a_list: true,
    })
}

/// The bullet or dash that opens a text.
pub fn bullet(text: &str) -> Option<Label> {
    let mark = text.chars().next().filter(|letter| matches!(letter, '•' | '●' | '▪' | '–' | '—' | '-' | '*'))?;
    let rest = text.get(mark.len_utf8()..)?;
    if !rest.starts_with(char::is_whitespace) {
        return None;
    }
    let readings = Readings { first: Some(Reading { series: Series::Bullet, value: 1 }), second: None };
    let rest = text.len() - rest.trim_start().len();
    Some(Label { printed: mark.to_string(), readings, rest, only_in_a_list: true })
}

/// « bis », « ter », “alt” after a number, a letter glued to it, or «(a)» before its point.
pub fn repeated(after: &str) -> Option<(&str, &str)> {
    let is_letter = |(_, rest): &(&str, &str)| !rest.starts_with(char::is_alphabetic);
    if after.starts_with(['a', 'b', 'c'])
        && let Some(lettered) = after.split_at_checked(1).filter(is_letter)
    {
        return Some(lettered);
    }
    let after = after.trim_start_matches([' ', '\u{a0}']);
    let lettered = after.split_at_checked(3).filter(|(letter, rest)| {
        letter.starts_with('(')
            && letter.ends_with(')')
            && letter.as_bytes().get(1).is_some_and(u8::is_ascii_lowercase)
            && rest.starts_with('.')
    });
    let named =
        |suffix: &&'static str| after.get(..suffix.len()).is_some_and(|word| word.eq_ignore_ascii_case(suffix));
    if lettered.is_some() || !after.starts_with(is_alphabetic) {
        return lettered;
    }
    let lists = document();
    let suffix = lists.repeats.iter().chain(lists.alternatives.iter()).find(named)?;
    Some((suffix, after.get(suffix.len()..)?))
}

pub(super) fn n_digits(text: &str) -> usize {
    text.bytes().take_while(u8::is_ascii_digit).count()
}

/// How the core of a label may count.
pub fn readings(core: &str, is_item: bool) -> Readings {
    let mut readings = Readings::default();
    if let Ok(value) = core.parse() {
        let series = if is_item { Series::ArabicItem } else { Series::Arabic };
        // No resolution has a thousand paragraphs, and many a line begins with a year.
        if core.len() <= 3 && value > 0 {
            readings.push(Reading { series, value });
        }
        return readings;
    }
    let is_lower = core.bytes().all(|b| b.is_ascii_lowercase());
    let is_upper = core.bytes().all(|b| b.is_ascii_uppercase());
    if !is_lower && !is_upper || is_upper && is_item {
        return readings;
    }
    let lower = core.to_ascii_lowercase();
    let (letters, numerals) = match (is_upper, is_item) {
        (true, _) => (Series::CapitalLetter, Series::CapitalRoman),
        (false, true) => (Series::Letter, Series::Roman),
        (false, false) => (Series::PointedLetter, Series::PointedRoman),
    };
    if let &[letter] = lower.as_bytes() {
        readings.push(Reading { series: letters, value: u32::from(letter - b'a') + 1 });
    } else if let &[first, second] = lower.as_bytes()
        && first == second
        && !matches!(first, b'i' | b'x')
    {
        // After z) comes aa).
        readings.push(Reading { series: letters, value: u32::from(first - b'a') + 27 });
    }
    if let Some(value) = roman(&lower) {
        readings.push(Reading { series: numerals, value });
    }
    readings
}

/// The lists that are open at a place of the document, the outermost first.
#[derive(Clone, Debug, Default)]
pub struct Outline {
    open: Vec<Reading>,
}

impl Outline {
    /// Whether a label continues with a list that is open.
    pub fn goes_on_with(&self, label: &Label) -> bool {
        label.readings.iter().any(|reading| self.open.iter().any(|open| reading.follows(*open)))
    }

    /// Which bullet of its list the last label was: bullets have no number, so they are counted.
    pub fn n_bullets(&self) -> u32 {
        self.open.last().map_or(0, |last| last.value)
    }

    /// Takes a label in its place: which reading it is, and how many lists it is in (0 for the outermost).
    pub fn place(&mut self, label: &Label) -> Option<(Reading, usize)> {
        let follows = |open: &Reading| {
            let next = label.readings.iter().find(|reading| reading.follows(*open))?;
            Some(Reading { value: open.value + 1, ..*next })
        };
        let next = self.open.iter().enumerate().rev().find_map(|(depth, open)| Some((follows(open)?, depth)));
        // A list that begins is inside the one that is open.
        let first = label.readings.iter().find(|reading| reading.value == 1).copied();
        let later = || {
            self.open.iter().enumerate().rev().find_map(|(depth, open)| {
                let reading = label.readings.iter().find(|r| r.series == open.series && r.value >= open.value)?;
                Some((*reading, depth))
            })
        };
        let (reading, depth) = next
            .or_else(|| first.map(|first| (first, self.depth_for(first.series))))
            .or_else(later)
            .or_else(|| label.readings.first().map(|reading| (*reading, self.depth_for(reading.series))))?;
        self.open.truncate(depth);
        self.open.push(reading);
        Some((reading, depth))
    }

    fn depth_for(&self, series: Series) -> usize {
        // The same series beginning again replaces the list it was in.
        self.open.iter().position(|open| open.series == series).unwrap_or(self.open.len())
    }

    /// Whether no list is open.
    pub fn is_closed(&self) -> bool {
        self.open.is_empty()
    }

    /// Forgets the lists inside the outermost paragraphs.
    pub fn close_items(&mut self) {
        self.open.clear();
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::parse::leading_label::leading_label;
    use crate::parse::roman_numeral::section_numeral;

    fn label(text: &str) -> Option<(String, &str)> {
        leading_label(text).map(|label| (label.printed, text.get(label.rest..).unwrap()))
    }

    #[test]
    fn a_label_is_read_with_its_marks() {
        for (text, printed, rest) in [
            ("12. Prie", "12", "Prie"),
            ("2 bis. Décide", "2 bis", "Décide"),
            ("7 . Demande", "7", "Demande"),
            ("1.Prie", "1", "Prie"),
            ("1.", "1", ""),
            ("a) De créer", "a)", "De créer"),
            ("(ii) To adopt", "(ii)", "To adopt"),
            ("3) Que", "3)", "Que"),
            ("IV. Questions", "IV", "Questions"),
        ] {
            assert_eq!(label(text), Some((printed.to_owned(), rest)), "{text}");
        }
    }

    #[test]
    fn a_number_in_the_text_is_no_label() {
        for text in [
            "74/175. Assistance",
            "1373 (2001)",
            "2019. Prie",
            "19 décembre",
            "a.m.",
            "Prie.",
            "(voir A/74/1)",
            "-ci",
        ] {
            assert_eq!(label(text), None, "{text}");
        }
    }

    fn levels(labels: &[&str]) -> Vec<usize> {
        let mut outline = Outline::default();
        labels.iter().filter_map(|text| outline.place(&leading_label(text)?)).map(|(_, depth)| depth).collect()
    }

    #[test]
    fn only_the_list_tells_a_letter_from_a_numeral() {
        assert_eq!(levels(&["a) x", "i) x", "ii) x", "b) x"]), [0, 1, 1, 0]);
        assert_eq!(levels(&["g) x", "h) x", "i) x", "j) x"]), [0, 0, 0, 0]);
        assert_eq!(levels(&["(a) x", "(i) x", "(ii) x", "(iii) x", "(b) x", "(c) x"]), [0, 1, 1, 1, 0, 0]);
    }

    #[test]
    fn a_bullet_and_a_letter_with_a_point_are_labels_only_in_a_list() {
        for (text, rest) in [("• De créer", "De créer"), ("–\tTo adopt", "To adopt"), ("b. analysis", "analysis")]
        {
            let label = leading_label(text).unwrap();
            assert!(label.only_in_a_list, "{text}");
            assert_eq!(text.get(label.rest..), Some(rest));
        }
        assert_eq!(levels(&["a. x", "i. x", "– x", "– x", "ii. x", "b. x"]), [0, 1, 2, 2, 1, 0]);
        assert_eq!(levels(&["a) x", "b) x", "a. x", "b. x", "c) x"]), [0, 0, 1, 1, 0]);
        let mut outline = Outline::default();
        outline.place(&leading_label("a. analysis").unwrap());
        let goes_on = |text| outline.goes_on_with(&leading_label(text).unwrap());
        assert!(goes_on("b. challenges") && !goes_on("v. Rapport"));
    }

    #[test]
    fn a_section_has_a_numeral_with_or_without_a_point() {
        assert_eq!(section_numeral("II Capital master plan"), Some((2, "Capital master plan")));
        assert_eq!(section_numeral("IV. Eau"), Some((4, "Eau")));
        assert_eq!(section_numeral("VII"), Some((7, "")));
        for text in ["In addition", "CTED", "A committee", "IIII x"] {
            assert_eq!(section_numeral(text), None, "{text}");
        }
    }

    #[test]
    fn a_list_that_starts_again_replaces_the_last_one() {
        assert_eq!(levels(&["a) x", "b) x", "a) x"]), [0, 0, 0]);
    }
}
