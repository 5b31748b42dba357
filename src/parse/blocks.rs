//! Builds paragraphs from lines: joins what a page break cut, splits what the page ran together.
//!
//! A page break may be in mid-sentence, a footnote block in mid-paragraph, a number on a separate line. A paragraph can end
//! only with a comma, a semicolon or a full stop; a line that starts in lower case continues it.

use super::drafted_number::{bare_number, loose_number};
use super::heading::is_heading;
use super::known_call::{KnownCall, marks_in};
use super::leading_label::leading_label;
use super::numbering::Label;
use super::organs::{named_organ, words_of};
use super::page::layout::{Layout, ends_like_a_paragraph};
use super::page::lines::{Line, LineKind};
use super::page::marks::Mark;
use super::page::markup::without_markup;
use super::roman_numeral::section_numeral;
use super::symbols;
use super::title_number::title_number;
use crate::language::document;
use crate::lexicon::Lexicon;
use crate::lexicon::verbs::Mood;
use crate::model::Span;
use crate::text::fold::fold;
use crate::text::marks::{COMMAS, ENDS, STOPS, STOPS_AND_COLONS, STOPS_AND_COMMAS};
use crate::text::tokens::may_begin_a_sentence;
use crate::text::traced::Traced;

/// The text of one paragraph, heading or line of the closing formula, with its trace.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Block {
    /// Its text, with a line feed between lines.
    pub text: Traced,
    /// Its kind, if the source is structured.
    pub known: Option<KnownKind>,
    /// Its note calls, if the source is structured.
    pub calls: Option<Vec<Mark>>,
}

/// The kind of a block in a structured source.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum KnownKind {
    /// A paragraph or an item of a list.
    Paragraph,
    /// A heading.
    Heading,
    /// A table's cell: no heading, however short it is.
    Cell,
}

impl Block {
    /// Its first line.
    pub fn first_line(&self) -> &str {
        self.text.text.split('\n').next().unwrap_or_default()
    }
}

/// The text of some lines, separated by line feeds.
pub fn text_of_lines(source: &str, lines: &[Span]) -> Traced {
    let length = lines.iter().map(|line| line.len() + 1).sum();
    let mut traced = Traced { text: String::with_capacity(length), runs: Vec::with_capacity(2 * lines.len()) };
    let mut last: Option<Span> = None;
    for line in lines {
        if let Some(last) = last {
            traced.push_mended("\n", Span { start: last.end, end: last.end });
        }
        traced.push(source, *line);
        last = Some(*line);
    }
    traced
}

/// Makes each line a paragraph, for files that mark their paragraphs. `known`: the kinds of some of them, sorted by place.
pub fn as_given(source: &str, lines: &[Line], known: &[(Span, KnownKind)], calls: &[KnownCall]) -> Vec<Block> {
    let lines = lines.iter().filter(|line| line.kind == LineKind::Text);
    let block = |line: &Line| {
        let at = known.binary_search_by_key(&line.span, |(span, _)| *span).ok();
        let known = at.and_then(|at| known.get(at)).map_or(KnownKind::Paragraph, |(_, known)| *known);
        Block {
            text: text_of_lines(source, &[line.span]),
            known: Some(known),
            calls: Some(marks_in(source, line.span, calls)),
        }
    };
    lines.map(block).collect()
}

/// Joins lines to paragraphs.
pub fn blocks(source: &str, lines: &[Line], layout: Layout, lexicon: &Lexicon) -> Vec<Block> {
    let joiner = Joiner { layout, lexicon, width: printed_width(lines) };
    let text: Vec<&Line> = lines.iter().filter(|line| line.kind == LineKind::Text).collect();
    let mut looks = looks_of(source, lines, &text);
    put_in_order(&mut looks, lexicon);
    let mut blocks: Vec<Vec<Span>> = Vec::new();
    for (i, look) in looks.iter().enumerate() {
        let last = i.checked_sub(1).and_then(|i| looks.get(i));
        let begins = last.is_none_or(|last| {
            joiner.opens_in_small_letters(last, look) || joiner.begins(last, look, looks.get(i + 1))
        });
        match blocks.last_mut() {
            Some(block) if !begins => block.push(look.line.span),
            _ => blocks.push(vec![look.line.span]),
        }
    }
    let block =
        |lines: Vec<Span>| Block { text: without_markup(text_of_lines(source, &lines)), ..Block::default() };
    blocks.into_iter().map(block).collect()
}

/// The data read from lines, in order.
fn looks_of<'a>(source: &'a str, lines: &[Line], text: &[&'a Line]) -> Vec<ClassifiedLine<'a>> {
    let mut kinds = lines.iter();
    let mut looks: Vec<ClassifiedLine<'a>> = Vec::with_capacity(text.len());
    for line in text {
        // Other text between two lines means a page break.
        let mut page_turned = line.page_before;
        for other in kinds.by_ref() {
            if other.span == line.span {
                break;
            }
            page_turned = true;
        }
        looks.push(ClassifiedLine::of(source, line, page_turned));
    }
    // A number alone on its line belongs to the next one.
    for i in 0..looks.len() {
        let next = looks.get(i + 1).map(|next| next.text);
        if let (Some(look), Some(next)) = (looks.get_mut(i), next)
            && look.is_label_alone()
        {
            look.body = next;
        }
    }
    looks
}

/// Reorders a paragraph whose second and last line comes before its first one, as `pdftotext` extracts it:
/// «2.» «session.» «Decides to … at its eighty-first» «3.»
fn put_in_order(looks: &mut [ClassifiedLine<'_>], lexicon: &Lexicon) {
    for i in 1..looks.len() {
        let [Some(label), Some(end), Some(start)] = [i - 1, i, i + 1].map(|i| looks.get(i)) else { return };
        let next = looks.get(i + 2);
        let is_torn = label.is_label_alone()
            && end.text.starts_with(char::is_lowercase)
            && end.text.ends_with(STOPS)
            && start.line.blanks_before > 0
            && opens(start.text, lexicon)
            && !ends_like_a_paragraph(start.text)
            && next.is_none_or(|next| next.label.is_some() || next.is_closing);
        if is_torn {
            looks.swap(i, i + 1);
            if let Some(body) = looks.get(i).map(|first| first.text)
                && let Some(label) = looks.get_mut(i - 1)
            {
                label.body = body;
            }
        }
    }
}

/// Whether a text opens with an initiating phrase that the tables know, in a capital where paragraphs do.
fn opens(text: &str, lexicon: &Lexicon) -> bool {
    let may_open =
        |first: char| may_begin_a_sentence(first) || first.is_lowercase() && lexicon.rules.writing.opens_small;
    text.chars().next().is_some_and(may_open) && lexicon.verbs.phrase_at(text, 0).is_some()
}

/// A line with its classification.
struct ClassifiedLine<'a> {
    line: &'a Line,
    text: &'a str,
    label: Option<Label>,
    /// The text after its label: on the next line, if the label is alone on this one.
    body: &'a str,
    /// Whether it belongs to the closing formula.
    is_closing: bool,
    /// Whether it is «Annex» or «Annex II» and nothing else.
    is_annex: bool,
    /// Whether a page ended before it, or something that is no text is printed there.
    page_turned: bool,
}

impl<'a> ClassifiedLine<'a> {
    fn of(source: &'a str, line: &'a Line, page_turned: bool) -> Self {
        let text = line.span.of(source);
        let label = leading_label(text);
        let body = label.as_ref().map_or(text, |label| text.get(label.rest..).unwrap_or_default());
        let is_annex = is_annex_label(text);
        Self { line, text, label, body, is_closing: is_closing(text), is_annex, page_turned }
    }

    fn is_label_alone(&self) -> bool {
        self.label.as_ref().is_some_and(|label| label.rest >= self.text.len())
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
    /// Whether a line begins a paragraph, from what it is and what comes before it.
    fn begins(
        &self,
        last: &ClassifiedLine<'_>,
        looks: &ClassifiedLine<'_>,
        next: Option<&ClassifiedLine<'_>>,
    ) -> bool {
        let known = self.begins_by_kind(last, looks, next);
        known.unwrap_or_else(|| {
            self.begins_by_label(last, looks)
                || match self.layout {
                    Layout::ParagraphPerLine => self.begins_on_its_line(last, looks),
                    Layout::Wrapped | Layout::DoubleSpaced => self.begins_among_lines(last, looks, next),
                }
        })
    }

    /// Whether a line begins a paragraph, where its kind or that of the line before tells: a heading of an annex, a title, a
    /// closing line.
    fn begins_by_kind(
        &self,
        last: &ClassifiedLine<'_>,
        looks: &ClassifiedLine<'_>,
        next: Option<&ClassifiedLine<'_>>,
    ) -> Option<bool> {
        let (before, text) = (last.text, looks.text);
        if last.is_label_alone() && !looks.is_label_alone() {
            return Some(false);
        }
        if looks.is_annex || last.is_annex {
            return Some(true);
        }
        if last.is_closing && self.goes_on_with_a_vote(before, text) {
            return Some(false);
        }
        let is_sentence = !ends_like_a_paragraph(before) && looks.line.blanks_before == 0 && !last.is_closing;
        if title_number(text).is_some_and(|_| !is_sentence || before.ends_with([']', ')']))
            || text.starts_with('[') && last.text.ends_with(|l: char| l.is_ascii_digit())
            || looks.line.blanks_before > 0 && ends_masthead_line(before, text)
        {
            return Some(true);
        }
        // “the outcome of the ⏎ 81st plenary meeting ⏎ of the Commission”
        let joins =
            |next: &ClassifiedLine<'_>| next.line.blanks_before == 0 && next.text.starts_with(char::is_lowercase);
        if looks.is_closing && is_sentence && next.is_some_and(joins) {
            return Some(false);
        }
        let goes_on = is_sentence && !self.is_short(before);
        (looks.is_closing && !goes_on || last.is_closing && !text.starts_with(char::is_lowercase)).then_some(true)
    }

    /// Whether a line begins a paragraph by its number or letter, wherever the line before ends.
    fn begins_by_label(&self, last: &ClassifiedLine<'_>, looks: &ClassifiedLine<'_>) -> bool {
        let (before, text) = (last.text, looks.text);
        let label = looks.label.as_ref();
        let is_number = label.is_some_and(|label| label.number().is_some());
        if looks.is_label_alone() && is_number && starts_upper(looks.body) {
            return true;
        }
        // «Bassins partagés ⏎ 3. Demande»: a number before a verb needs no end before it.
        let is_sure = is_number || label.is_some() && self.layout == Layout::ParagraphPerLine;
        if is_sure && self.opens(looks.body) {
            return true;
        }
        // «1 Recognizes»: a number without its point.
        let number = || bare_number(text).or_else(|| loose_number(text));
        let is_act = |label: Label| self.is_act(text.get(label.rest..).unwrap_or_default());
        if (ends_like_a_paragraph(before) || looks.line.blanks_before > 0) && number().is_some_and(is_act) {
            return true;
        }
        // A title between «Annex» and its first paragraph.
        let is_first = label.is_some_and(|label| label.number() == Some(1));
        if is_first && starts_upper(looks.body) && is_heading(last.body, self.lexicon.language) {
            return true;
        }
        (text.starts_with('(') || self.is_short(before)) && is_next_in_a_list(before, looks)
    }

    /// Whether a line begins a paragraph in a text whose lines are whole paragraphs.
    fn begins_on_its_line(&self, last: &ClassifiedLine<'_>, looks: &ClassifiedLine<'_>) -> bool {
        let has_blank = looks.line.blanks_before > 0;
        let goes_on = looks.text.starts_with(char::is_lowercase) && looks.label.is_none();
        if goes_on && !has_blank && last.text.trim_end().ends_with(COMMAS) {
            // A short text may look so although its lines are cut.
            return false;
        }
        // A page may break a paragraph here too.
        let is_broken = goes_on && looks.page_turned;
        ends_like_a_paragraph(last.text) || !is_broken && (has_blank || self.opens(looks.text))
    }

    /// Whether a line begins a paragraph in a text whose paragraphs have several lines.
    fn begins_among_lines(
        &self,
        last: &ClassifiedLine<'_>,
        looks: &ClassifiedLine<'_>,
        next: Option<&ClassifiedLine<'_>>,
    ) -> bool {
        let (before, text, line, page_turned) = (last.text, looks.text, looks.line, looks.page_turned);
        let ended = ends_like_a_paragraph(before);
        // «I ⏎ Implementation of the Convention» at the top of a page.
        let is_numeral = section_numeral(text).is_some_and(|(_, title)| title.is_empty());
        let before_title = || next.is_some_and(|next| is_heading(next.text, self.lexicon.language));
        if ended && is_numeral && line.blanks_before > 0 && before_title() {
            return true;
        }
        let split = match self.layout {
            Layout::DoubleSpaced => line.indent > 0 || line.blanks_before > 2,
            _ => line.blanks_before > 0 || line.indent > last.line.indent + 1,
        } && !page_turned;
        let ends_clause = before.trim_end().ends_with(STOPS_AND_COLONS);
        if let Some(label) = &looks.label
            && (ended || split)
            && (split || page_turned || without_mark(before).ends_with(ENDS))
        {
            // «p. 7» and a dash open lines in mid-sentence too.
            return split || !label.only_in_a_list || ends_clause;
        }
        let first = text.chars().next().unwrap_or(' ');
        if first.is_lowercase() || first.is_ascii_digit() {
            return split && ends_clause && self.layout == Layout::Wrapped && !first.is_ascii_digit();
        }
        if self.opens(text) {
            return ended || split;
        }
        if split {
            return ended || self.is_short(before) || tells_adoption(before) || line.blanks_before > 1;
        }
        if page_turned {
            return ended && before.trim_end().ends_with(STOPS);
        }
        // Without a gap: a short line that ended, then a capital; or a heading between two paragraphs.
        let ends_fully = before.trim_end().ends_with(STOPS_AND_COMMAS);
        ended && ends_fully && (self.is_short(before) || self.is_heading_before(text, next))
    }

    /// Whether a line is shorter than those that a paragraph fills.
    fn is_short(&self, line: &str) -> bool {
        line.len() * 10 < self.width * 7
    }

    /// «Генеральная Ассамблея, ⏎ ссылаясь на …, ⏎ отмечая …»: whether a line opens a paragraph in a language where each goes on with the
    /// organ's sentence, and not only a line of the one before.
    fn opens_in_small_letters(&self, last: &ClassifiedLine<'_>, looks: &ClassifiedLine<'_>) -> bool {
        let may_open = self.lexicon.rules.writing.opens_small
            && looks.text.starts_with(char::is_lowercase)
            && !last.is_label_alone()
            && last.text.trim_end().ends_with(ENDS);
        if !may_open {
            return false;
        }
        let (before, line) = (last.line, looks.line);
        let is_gap = match self.layout {
            Layout::ParagraphPerLine => true,
            Layout::Wrapped => line.blanks_before > 0 || line.indent > before.indent + 1,
            Layout::DoubleSpaced => line.indent > before.indent || line.blanks_before > 2,
        };
        let is_gap = is_gap || self.is_short(last.text);
        let is_known = || self.lexicon.verbs.phrase_at(looks.text, 0).is_some_and(|phrase| phrase.known);
        named_organ(&words_of(last.text)).is_some() || is_gap && !looks.page_turned && is_known()
    }

    /// «Adoptée à la 3707e séance ⏎ par 14 voix contre zéro», «… par ⏎ 14 voix»
    fn goes_on_with_a_vote(&self, before: &str, text: &str) -> bool {
        let last_word = before.rsplit(' ').next().unwrap_or_default();
        super::closing::is_vote(before)
            && (text.starts_with(char::is_lowercase) || self.lexicon.words.leads.contains(&fold(last_word)))
    }

    /// Whether a line looks like a heading and a numbered paragraph comes next.
    fn is_heading_before(&self, text: &str, next: Option<&ClassifiedLine<'_>>) -> bool {
        let is_numbered =
            |next: &ClassifiedLine<'_>| next.label.as_ref().is_some_and(|label| label.number().is_some());
        next.is_some_and(|next| is_numbered(next) && self.opens(next.body))
            && is_heading(text, self.lexicon.language)
    }

    /// Whether a line opens with an initiating phrase in capitals that the tables know.
    fn opens(&self, text: &str) -> bool {
        opens(text, self.lexicon)
    }

    /// Whether a text opens with a verb of an operative paragraph.
    fn is_act(&self, text: &str) -> bool {
        is_act(text, self.lexicon)
    }
}

/// Whether the number of a line comes after that of the line before it: “1. Gironde ⏎ 2. Severn”, a list of names.
fn is_next_in_a_list(before: &str, looks: &ClassifiedLine<'_>) -> bool {
    // “(a) to light their ferries, and ⏎ (b) to train”
    if let Some(label) = looks.label.as_ref().filter(|label| label.printed.starts_with('('))
        && let (Some(one), Some(next)) = (leading_label(before), label.readings.first())
        && one.printed.starts_with('(')
    {
        return one
            .readings
            .first()
            .is_some_and(|one| one.series == next.series && one.value.checked_add(1) == Some(next.value));
    }
    let number_before = || leading_label(before).filter(|label| !label.only_in_a_list)?.number();
    let number = looks.label.as_ref().and_then(Label::number);
    starts_upper(looks.body)
        && number.is_some_and(|number| number_before().is_some_and(|before| before.checked_add(1) == Some(number)))
}

/// Whether a title may be below a line: “Resolution adopted by the Council on 7 October 2025”.
fn tells_adoption(line: &str) -> bool {
    document().adoption_lines.opens(&fold(line.trim_start_matches(['*', '_', '#', ' '])))
}

/// Whether a text opens with a verb of an operative paragraph.
pub fn is_act(text: &str, lexicon: &Lexicon) -> bool {
    let phrase = lexicon.verbs.phrase_at(text, 0);
    (starts_upper(text) || lexicon.rules.writing.opens_small)
        && phrase.is_some_and(|phrase| phrase.mood == Mood::Finite && !phrase.head_only)
}

fn starts_upper(text: &str) -> bool {
    text.trim_start_matches(['*', '_', '«', '“', ' ']).starts_with(may_begin_a_sentence)
}

/// A line without the white space and the note's mark that it ends with.
fn without_mark(line: &str) -> &str {
    line.trim_end().trim_end_matches(|letter: char| letter.is_ascii_digit()).trim_end()
}

/// Whether a line is «Annex», «Annexe II» and nothing else.
pub fn is_annex_label(line: &str) -> bool {
    const LONGEST: usize = 20;
    if !document().annexes.may_open_folded(line) {
        return false;
    }
    let mut words = line.split_whitespace();
    let (Some(first), numeral, None) = (words.next(), words.next(), words.next()) else { return false };
    let is_numeral = |word: &str| word.bytes().all(|b| matches!(b, b'I' | b'V' | b'X') || b.is_ascii_digit());
    numeral.is_none_or(|word| is_numeral(word) || word.len() == 1)
        && line.starts_with(may_begin_a_sentence)
        && first.len() <= LONGEST
        && document().annexes.contains(fold(first).trim_end_matches(['.', ':']))
}

/// Whether a line belongs to the closing formula: meeting, date, vote.
pub fn is_closing(line: &str) -> bool {
    use super::closing::{is_date, is_list_of_votes, is_meeting, is_vote, without_emphasis};
    let line = without_emphasis(line);
    // «…, which was ⏎ adopted by the Assembly» is no formula.
    if line.starts_with(char::is_lowercase) {
        return false;
    }
    is_meeting(line) || is_vote(line) || is_date(line) || is_list_of_votes(line)
}
/// Whether a line of a masthead ends before another: in brackets, or with its symbol, as “Decision OEWG-13/4” does.
fn ends_masthead_line(line: &str, next: &str) -> bool {
    const LONGEST: usize = 40;
    line.ends_with(']') && starts_upper(next)
        || line.len() <= LONGEST
            && line.ends_with(|letter: char| letter.is_ascii_digit())
            && symbols::in_heading(line).is_some_and(|symbol| line.ends_with(symbol.as_str()))
}
