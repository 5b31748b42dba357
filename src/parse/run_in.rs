//! Splits a text without line breaks into lines, by its words.
//!
//! Some extractions put a page, or a whole document, on one line. The organ's name, the numbers in their sequence, an
//! initiating phrase in capitals after a comma, the letters of a list after a colon and the closing formula show where
//! the lines were. A number out of sequence, a letter that no list expects or a phrase inside quotation marks
//! does not split: a paragraph that is too long does less harm than one cut in two.

use super::closing;
use super::leading_label::leading_label;
use super::numbering::{Label, Outline, Series};
use super::organ_line::{may_open_with_article, organ_of};
use super::page::lines::{Line, LineKind, kind_of};
use super::page::note_wording::is_worded_like_a_note;
use super::roman_numeral::section_numeral;
use super::title_number::title_number;
use crate::language::document;
use crate::lexicon::Lexicon;
use crate::lexicon::verbs::Mood;
use crate::model::{Organ, Span};
use crate::text::fold::fold;
use crate::text::marks::{COLONS, JOINTS, STOPS};
use crate::text::tokens::{head, may_begin_a_sentence, tail};

/// Among others, no line shorter than this is looked into: it may well be one paragraph.
const SHORTEST: usize = 250;

/// A document of so few lines has none that the printed page cut.
const FEW_LINES: usize = 3;

/// Cuts the first line after the organ's name where a line runs on with its first paragraph, and no line names the organ by
/// itself: «The Sixty-sixth World Health Assembly, Having considered …».
pub fn cut_after_organ(source: &str, lines: &mut Vec<Line>, lexicon: &Lexicon) {
    const LONGEST: usize = 120;
    const MOST_LINES: usize = 60;
    let found = lines.iter().take(MOST_LINES).enumerate().find_map(|(i, line)| {
        let text = line.span.of(source);
        if line.kind != LineKind::Text || !may_open_with_article(text) {
            return None;
        }
        let comma = head(text, LONGEST).find(',')?;
        organ_of(text.get(..=comma)?)?;
        let after = text.get(comma + 1..)?.trim_start();
        let opens = after.starts_with(may_begin_a_sentence)
            && lexicon.verbs.phrase_at(after, 0).is_some_and(|phrase| phrase.mood == Mood::Participle);
        opens.then_some((i, comma + 1))
    });
    let Some((i, cut)) = found else { return };
    let Some(line) = lines.get(i).cloned() else { return };
    let mut parts = Vec::new();
    push_parts(source, &line, &[cut], &mut parts);
    lines.splice(i..=i, parts);
}

/// The lines with those split that hold several paragraphs; nothing if there is none.
pub fn split(source: &str, lines: &[Line], lexicon: &Lexicon) -> Option<Vec<Line>> {
    let is_text = |line: &&Line| line.kind == LineKind::Text;
    let shortest = if lines.iter().filter(is_text).count() <= FEW_LINES { 0 } else { SHORTEST };
    if !lines.iter().filter(is_text).any(|line| line.span.len() >= shortest) {
        return None;
    }
    let mut place = Place::default();
    let mut split = Vec::with_capacity(lines.len());
    let mut found = false;
    for line in lines {
        if line.kind != LineKind::Text || line.span.len() < shortest {
            place.pass(line.span.of(source));
            split.push(line.clone());
            continue;
        }
        let (text, place_before) = (line.span.of(source), place.clone());
        let mut scan =
            Scan { text, lexicon, place: place_before, cuts: Vec::new(), has_few_lines: shortest == 0, sure: 0 };
        scan.run();
        if scan.sure == 0 {
            place.pass(line.span.of(source));
            split.push(line.clone());
            continue;
        }
        found = true;
        place = scan.place;
        push_parts(source, line, &scan.cuts, &mut split);
    }
    found.then_some(split)
}

/// Adds a line cut at these bytes of its text.
fn push_parts(source: &str, line: &Line, cuts: &[usize], parts: &mut Vec<Line>) {
    let start = line.span.start as usize;
    let ends = cuts.iter().copied().chain([line.span.len()]);
    let mut from = 0;
    for to in ends {
        let raw = Span::new(start + from, start + to).of(source);
        let text = raw.trim();
        let first = start + from + (raw.len() - raw.trim_start().len());
        from = to;
        if text.is_empty() {
            continue;
        }
        let mut part = line.clone();
        if parts.last().is_some_and(|last| last.span.start >= line.span.start) {
            part = Line { indent: 0, blanks_before: 1, page_before: false, ..part };
        }
        part.span = Span::new(first, first + text.len());
        part.kind = kind_of(text);
        parts.push(part);
    }
}

/// How far we are in the document.
#[derive(Clone, Debug, Default)]
struct Place {
    part: RunInPosition,
    /// The last paragraph's number; 0 before any.
    number: u32,
    /// The last footnote's.
    note: u32,
    items: Outline,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum RunInPosition {
    #[default]
    Masthead,
    /// After the organ's line, before the first number.
    Unnumbered,
    Numbered,
    /// After the closing formula.
    Closed,
}

impl Place {
    /// Takes note of a line that is left whole.
    fn pass(&mut self, line: &str) {
        if organ_of(line).is_some() {
            self.begin(RunInPosition::Unnumbered);
        } else if let Some(number) = leading_label(line).and_then(|label| label.number()) {
            self.count(number);
        }
    }

    fn begin(&mut self, part: RunInPosition) {
        self.part = part;
        self.number = 0;
        self.items.close_items();
    }

    fn count(&mut self, number: u32) {
        self.number = number;
        self.items.close_items();
        if self.part != RunInPosition::Closed {
            self.part = RunInPosition::Numbered;
        }
    }
}

/// Walks the words of a line.
struct Scan<'a> {
    text: &'a str,
    lexicon: &'a Lexicon,
    place: Place,
    cuts: Vec<usize>,
    /// Whether the document has so few lines that some of its paragraphs must be on one.
    has_few_lines: bool,
    /// How many of the cuts only several paragraphs on one line explain.
    sure: usize,
}

impl Scan<'_> {
    fn run(&mut self) {
        let text = self.text;
        let mut quotes = 0_usize;
        let mut skip_to = 0;
        for (at, word) in words(text) {
            let is_quoted = quotes > 0;
            for letter in if word.is_ascii() { "" } else { word }.chars() {
                match letter {
                    '«' | '“' => quotes += 1,
                    '»' | '”' => quotes = quotes.saturating_sub(1),
                    _ => {}
                }
            }
            if at < skip_to || is_quoted {
                continue;
            }
            let first = word.chars().next().unwrap_or(' ');
            // Most words begin nothing, which their first letter shows.
            if !(may_begin_a_sentence(first)
                || first.is_numeric()
                || matches!(first, '(' | '[' | 'h')
                || ends_a_label(word))
            {
                continue;
            }
            let rest = text.get(at..).unwrap_or_default();
            let before = text.get(..at).unwrap_or_default().trim_end();
            if let Some(end) = self.begins(at, rest, before) {
                quotes = 0;
                skip_to = at + end;
            }
        }
    }

    /// Cuts where something begins; how many bytes of it need not be looked at again.
    fn begins(&mut self, at: usize, rest: &str, before: &str) -> Option<usize> {
        if rest.starts_with("http://") || rest.starts_with("https://") {
            let end = rest.find(char::is_whitespace).unwrap_or(rest.len());
            self.cut(at);
            self.cut(at + end);
            return Some(end);
        }
        self.organ(at, rest, before)
            .or_else(|| self.closing(at, rest, before))
            .or_else(|| {
                let label = leading_label(head(rest, 16))?;
                self.number(at, rest, before, &label).or_else(|| self.item(at, rest, before, &label))
            })
            .or_else(|| self.note(at, rest, before))
            .or_else(|| self.phrase(at, rest, before))
    }

    fn cut(&mut self, at: usize) {
        if at > 0 && at < self.text.len() && self.cuts.last().is_none_or(|last| *last < at) {
            self.cuts.push(at);
        }
    }

    /// Cuts at a place, and at the heading before it.
    fn cut_before(&mut self, heading: Option<usize>, at: usize) {
        if let Some(start) = heading {
            self.cut(start);
        }
        self.cut(at);
    }

    /// «… L’Assemblée générale, Rappelant …», with the letter of its part before it: «… . B The General Assembly, …».
    fn organ(&mut self, at: usize, rest: &str, before: &str) -> Option<usize> {
        const LONGEST: usize = 60;
        if self.place.part == RunInPosition::Masthead && title_number(rest).is_some() {
            self.cut(at);
            return None;
        }
        if !may_open_with_article(rest) {
            return None;
        }
        let comma = head(rest, LONGEST).find(',')?;
        let organ = organ_of(rest.get(..=comma)?).filter(|organ| *organ != Organ::Other)?;
        let after = rest.get(comma + 1..)?.trim_start();
        let opens = self.lexicon.verbs.phrase_at(after, 0).is_some() && after.starts_with(may_begin_a_sentence)
            || leading_label(head(after, 12)).is_some_and(|label| label.may_be_first());
        if !opens || organ == Organ::Other {
            return None;
        }
        let last = before.rsplit(char::is_whitespace).next().unwrap_or_default();
        let is_letter = last.len() == 1 && last.bytes().all(|b| b.is_ascii_uppercase());
        if is_letter {
            self.cut(before.len() - last.len());
        }
        self.cut(at);
        self.cut(at + comma + 1);
        self.place.begin(RunInPosition::Unnumbered);
        self.sure += 2;
        Some(comma + 1)
    }

    /// «… . 50e séance plénière 18 décembre 2019», «… . Adoptée à l’unanimité à la 5648e séance.», «… . Annexe».
    fn closing(&mut self, at: usize, rest: &str, before: &str) -> Option<usize> {
        let ended = before.ends_with(['.', ']']) || self.place.part == RunInPosition::Closed;
        if !ended || self.place.part == RunInPosition::Masthead {
            return None;
        }
        let end = closing::formula(rest)
            .or_else(|| (self.place.part == RunInPosition::Closed).then(|| annex_heading(rest))?)?;
        self.cut(at);
        self.cut(at + end);
        self.place.begin(RunInPosition::Closed);
        Some(end)
    }

    /// A number that comes next, or one of a few further on before a verb.
    fn number(&mut self, at: usize, rest: &str, before: &str, label: &Label) -> Option<usize> {
        const MOST_MISSING: u32 = 3;
        let number = label.number()?;
        let body = rest.get(label.rest..)?;
        if !body.starts_with(|letter: char| may_begin_a_sentence(letter) || letter == '«' || letter == '“') {
            return None;
        }
        let last = before.trim_end_matches(|letter: char| letter.is_ascii_digit() || letter == ' ');
        let split = before.is_empty()
            || last.ends_with([',', ';', '.', ':', '”', '»', ']'])
            || self.cuts.last() == Some(&at);
        // «No. 2. Report»: the point is that of an abbreviation.
        let word =
            last.trim_end_matches('.').rsplit(|letter: char| !letter.is_alphabetic()).next().unwrap_or_default();
        let belongs = last.ends_with('.') && document().abbreviations.contains(&fold(word));
        let is_act = self.lexicon.verbs.phrase_at(body, 0).is_some();
        let is_annexed = self.place.part == RunInPosition::Closed;
        let heading = if split { None } else { heading(before).filter(|_| is_act || is_annexed) };
        if belongs || !split && heading.is_none() {
            return None;
        }
        let last = self.place.number;
        let follows = number == last + 1 || label.printed.contains(' ') && number == last;
        let fits = if follows {
            is_act || is_annexed || last > 0
        } else {
            is_annexed && number == 1
                || is_act && (number == 1 || number > last && number <= last + 1 + MOST_MISSING)
        };
        if !fits || self.place.part == RunInPosition::Masthead && !is_act {
            return None;
        }
        self.cut_before(heading, at);
        self.sure += usize::from(at > 0 && follows && (is_act || is_annexed));
        self.place.count(number);
        Some(label.rest)
    }

    /// The next letter of a list, or the first after a colon.
    fn item(&mut self, at: usize, rest: &str, before: &str, label: &Label) -> Option<usize> {
        if label.only_in_a_list {
            return None;
        }
        let is_item =
            label.readings.iter().any(|r| matches!(r.series, Series::Letter | Series::Roman | Series::ArabicItem));
        let body = rest.get(label.rest..)?;
        let word = body.split(|letter: char| !letter.is_alphabetic()).next().unwrap_or_default();
        // «(a), (b) and (c) above» names the items of a list.
        let names_items = word.is_empty() || document().label_joints.contains(word);
        if !is_item || names_items {
            return None;
        }
        let bare = self.lexicon.words.coordinators.strip_end(before);
        let joined = bare.map_or(before, str::trim_end);
        let opens = before.ends_with(COLONS) && label.may_be_first();
        let is_upper = body.starts_with(may_begin_a_sentence);
        let goes_on = (joined.ends_with([';', ':']) || is_upper && joined.ends_with([',', '.']))
            && self.place.items.goes_on_with(label);
        if !(opens || goes_on) {
            return None;
        }
        self.cut(at);
        self.place.items.place(label);
        Some(label.rest)
    }

    /// «… . 3 Voir A/74/400.»
    fn note(&mut self, at: usize, rest: &str, before: &str) -> Option<usize> {
        let n_digits = rest.bytes().take_while(u8::is_ascii_digit).count();
        let number: u32 = rest.get(..n_digits).filter(|digits| digits.len() <= 3)?.parse().ok()?;
        let body = rest.get(n_digits..)?.strip_prefix(' ')?;
        let ended =
            before.ends_with(STOPS) || self.cuts.last() == Some(&at) || self.place.part == RunInPosition::Closed;
        if !ended || number != self.place.note + 1 || !is_worded_like_a_note(head(body, 60)) {
            return None;
        }
        self.cut(at);
        self.place.note = number;
        Some(n_digits)
    }

    /// A phrase in capitals after a comma or a semicolon, where paragraphs have no numbers.
    fn phrase(&mut self, at: usize, rest: &str, before: &str) -> Option<usize> {
        if matches!(self.place.part, RunInPosition::Masthead | RunInPosition::Closed)
            || !rest.starts_with(may_begin_a_sentence)
        {
            return None;
        }
        let marks = before.trim_end_matches(|letter: char| letter.is_ascii_digit());
        // Without capitals, a second clause looks like a paragraph: «…، **ويدين**», «…，**强调**».
        let is_told = self.lexicon.rules.writing.has_capitals || self.has_few_lines;
        let split = is_told && self.place.part == RunInPosition::Unnumbered && marks.ends_with(JOINTS);
        // «… ; II Nappes souterraines Notant avec préoccupation …»: a section has its own preamble.
        let section = if split { None } else { heading(before).filter(|start| is_section(before, *start)) };
        if !split && section.is_none() {
            return None;
        }
        let phrase = self.lexicon.verbs.phrase_at(rest, 0)?;
        // «, Note de synthèse»: what is a verb only at the head of a paragraph must continue as one.
        let after = rest.get(phrase.span.end as usize..).unwrap_or_default().trim_start();
        if phrase.mood == Mood::Finite && phrase.head_only && !after.starts_with(char::is_lowercase) {
            return None;
        }
        self.cut_before(section, at);
        if section.is_some() {
            self.place.begin(RunInPosition::Unnumbered);
        }
        self.sure += 1;
        Some(phrase.span.end as usize)
    }
}

/// The words of a text, separated by white space, each with its place.
fn words(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let mut at = 0;
    std::iter::from_fn(move || {
        while let Some(length) = gap_at(text, at) {
            at += length;
        }
        let start = at;
        while at < text.len() && gap_at(text, at).is_none() {
            at += 1;
        }
        text.get(start..at).filter(|word| !word.is_empty()).map(|word| (start, word))
    })
}

/// How many bytes the white space at a byte of a text takes, if there is any: no byte within a letter begins one.
fn gap_at(text: &str, at: usize) -> Option<usize> {
    match text.as_bytes().get(at)? {
        b'\t'..=b'\r' | b' ' => Some(1),
        // What the white space that is not ASCII begins with.
        0xc2 | 0xe1..=0xe3 => {
            let letter = text.get(at..)?.chars().next()?;
            letter.is_whitespace().then(|| letter.len_utf8())
        }
        _ => None,
    }
}

/// `a)`, `ii)`: French items begin with a small letter.
fn ends_a_label(word: &str) -> bool {
    word.len() <= 6 && word.ends_with(')')
}

/// Where a heading begins that a text ends with: some words without punctuation, in capitals at first, after the end of
/// a paragraph.
fn heading(before: &str) -> Option<usize> {
    const LONGEST: usize = 140;
    const MOST_WORDS: usize = 16;
    let window = tail(before, LONGEST);
    let end = window.bytes().rposition(|byte| matches!(byte, b';' | b'.' | b':' | b','))?;
    let words = window.get(end + 1..)?;
    let title = words.trim_start_matches(|letter: char| letter.is_ascii_digit()).trim_start();
    let is_title = title.starts_with(may_begin_a_sentence)
        && title.split_whitespace().count() <= MOST_WORDS
        && words.starts_with(|letter: char| letter.is_whitespace() || letter.is_ascii_digit());
    is_title.then(|| before.len() - title.len())
}

/// Whether the heading at a place begins with a section's numeral.
fn is_section(text: &str, start: usize) -> bool {
    text.get(start..).and_then(section_numeral).is_some_and(|(_, title)| !title.is_empty())
}

/// How many bytes «Annexe» or «Annex II» takes before the annex's title.
fn annex_heading(text: &str) -> Option<usize> {
    let word = text.split_whitespace().next()?;
    if !(word.starts_with(char::is_uppercase) && word.len() <= 20 && document().annexes.contains(&fold(word))) {
        return None;
    }
    let after = text.get(word.len()..)?;
    let next = after.split_whitespace().next().unwrap_or_default();
    let is_numeral = !next.is_empty() && next.bytes().all(|b| matches!(b, b'I' | b'V' | b'X'));
    let gap = after.len() - after.trim_start().len();
    Some(if is_numeral { word.len() + gap + next.len() } else { word.len() })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Language;
    use crate::parse::page::lines::lines;

    fn parts(text: &str, language: Language) -> Vec<&str> {
        let whole = lines(text);
        let split = split(text, &whole, Lexicon::of(language)).unwrap_or(whole);
        split.into_iter().map(|line| line.span.of(text)).collect()
    }

    /// Words enough to make a line one that is looked into.
    const LONG: &str = "in accordance with the purposes and principles of the Charter, bearing the interests of all in \
                        mind, within existing resources, at the earliest possible date, with all the care that so \
                        delicate a matter asks for, and without prejudice to the rights of anybody";

    #[test]
    fn numbers_in_their_sequence_split_paragraphs() {
        let text = format!("1. Requests the Office to act {LONG}; 2. Urges States to help; 3. Decides to wait.");
        let first = format!("1. Requests the Office to act {LONG};");
        assert_eq!(
            parts(&text, Language::English),
            [first.as_str(), "2. Urges States to help;", "3. Decides to wait."]
        );
    }

    #[test]
    fn a_paragraph_that_only_mentions_numbers_and_items_is_left_whole() {
        for words in [
            "4. Recalls subparagraphs (a), (b) and (c) above, document No. 5. Reports, and articles 5, 6 and 7",
            "4. Takes note of “Seas, 5. Decides, Recalling the past”, and of paragraph 12 (b); see vol. 5. It acts",
        ] {
            let text = format!("{words} {LONG}.");
            assert_eq!(parts(&text, Language::English), [text.as_str()]);
        }
    }

    #[test]
    fn a_short_line_is_split_only_when_it_is_almost_alone() {
        let text =
            "L’Assemblée générale, Rappelant sa résolution, 1. Prie les États d’agir ; 2. Décide d’attendre.";
        let first = ["L’Assemblée générale,", "Rappelant sa résolution,", "1. Prie les États d’agir ;"];
        assert_eq!(parts(text, Language::French).get(..3), Some(first.as_slice()));
        let among_others = format!("un\ndeux\ntrois\n{text}");
        assert_eq!(parts(&among_others, Language::French).last(), Some(&text));
    }
}
