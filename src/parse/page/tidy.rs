//! The words of a text, and those that the extraction from PDF broke, put together again.
//!
//! «droi ts», «le s auteurs», «l ’Office», «Mem-⏎bres»: a word is mended only on evidence. The joined form must stand
//! elsewhere, in the document or in the tables, and one of its halves must be no word by itself. What is mended is
//! recorded with what it was.

use super::marks::{Mark, MarkReader, may_be_marked};
use crate::model::{Mend, NoteMark, Span};
use crate::text::forms::{Forms, WordAt};
use crate::text::tokens::{is_inside_word, is_space};
use crate::text::traced::{Edit, SpanKind, Traced};

const SOFT_HYPHEN: char = '\u{ad}';

/// What speaks for two words being one: how often it stands in the document, and whether the tables have it.
impl Forms<'_> {
    /// Whether a folded word is attested: it stands somewhere.
    fn is_attested(&self, word: &str) -> bool {
        match self.find(word) {
            Some(form) => form.count > 0 || in_tables_if_long(word) && form.in_tables.is_some(),
            None => in_tables_if_long(word) && self.is_in_tables(word),
        }
    }

    /// Whether two words with nothing but white space between them are one that was broken.
    fn are_one(&self, first: &Word, second: &Word, joined: &mut String) -> bool {
        if first.stands_alone && second.stands_alone {
            return false;
        }
        let (first, second) = (first.folded(self), second.folded(self));
        let n_letters = first.len() + second.len();
        let half_is_letter = first.len() == 1 || second.len() == 1;
        if n_letters < 4 && !half_is_letter {
            return false;
        }
        joined.clear();
        joined.reserve(n_letters.max(32));
        joined.push_str(first);
        joined.push_str(second);
        self.is_attested(joined)
    }
}

fn in_tables_if_long(word: &str) -> bool {
    word.len() > 4
}

/// A paragraph made tidy: words mended, white space single, note marks taken out.
#[derive(Debug, Default)]
pub struct Tidied {
    /// The text.
    pub text: Traced,
    /// Where notes are called in it.
    pub marks: Vec<NoteMark>,
    /// What was mended.
    pub mends: Vec<Mend>,
}

/// A word of the raw text.
#[derive(Clone, Copy)]
struct Word {
    span: Span,
    /// Its place among the letters of all forms.
    folded: Span,
    /// Whether it may stand by itself.
    stands_alone: bool,
}

impl Word {
    fn of(word: WordAt, forms: &Forms<'_>) -> Self {
        let form = forms.form(word.form);
        Self { span: word.span, folded: form.folded, stands_alone: form.stands_alone }
    }

    fn folded<'f>(&self, forms: &'f Forms<'_>) -> &'f str {
        self.folded.of(forms.letters())
    }
}

/// Makes a paragraph tidy. Its lines are joined by line feeds, and its words are given with it.
pub fn tidy(raw: Traced, words: &[WordAt], forms: &Forms<'_>, marks: &mut MarkReader) -> Tidied {
    let mut tidier = Tidier::default();
    let text = raw.text.as_str();
    let has_soft_hyphens = text.contains(SOFT_HYPHEN);
    tidier.trim_before(text, words.first().map_or(text.len() as u32, |first| first.span.start));
    let mut previous: Option<Word> = None;
    for (i, word) in words.iter().enumerate() {
        let word = Word::of(*word, forms);
        if let Some(previous) = &previous {
            // Most words stand by themselves with one space between them: that needs no mending, and no second look.
            let is_plain = previous.stands_alone && word.stands_alone && !has_soft_hyphens;
            if !(is_plain && is_one_space(text, previous.span.end, word.span.start)) {
                tidier.between(text, previous, &word, forms);
            }
        }
        if has_soft_hyphens {
            tidier.soft_hyphens(text, word.span);
        }
        let last = previous.map(|word| word.span);
        if may_be_marked(text, word.span)
            && let Some(mark) = marks.read(text, last, word.span, words.get(i + 1).map(|next| next.span))
        {
            tidier.take_mark(mark);
        }
        previous = Some(word);
    }
    if let Some(last) = previous {
        tidier.spaces(text, Span { start: last.span.end, end: text.len() as u32 }, true);
    }
    let Tidier { edits, marks, mends, .. } = tidier;
    Tidied { text: raw.edited(&edits), marks, mends }
}

fn is_one_space(text: &str, start: u32, end: u32) -> bool {
    end == start + 1 && text.as_bytes().get(start as usize) == Some(&b' ')
}

#[derive(Default)]
struct Tidier {
    edits: Vec<Edit>,
    /// How many bytes shorter the text is by now.
    shrunk: i64,
    marks: Vec<NoteMark>,
    mends: Vec<Mend>,
    /// Room for the word that two make together.
    joined: String,
}

impl Tidier {
    fn edit(&mut self, start: u32, end: u32, with: &'static str, kind: SpanKind) {
        // A note's mark may have taken the white space before it already.
        let start = self.edits.last().map_or(start, |last| start.max(last.span.end));
        if start < end {
            self.shrunk += i64::from(end - start) - i64::from(with.len() as u32);
            self.edits.push(Edit { span: Span { start, end }, with, kind });
        }
    }

    /// Where a byte of the raw text will stand when all the edits before it are made.
    fn settled(&self, at: u32) -> u32 {
        u32::try_from(i64::from(at) - self.shrunk).unwrap_or_default()
    }

    fn trim_before(&mut self, text: &str, first: u32) {
        let gap = Span { start: 0, end: first };
        let leading = gap.of(text);
        let blank = leading.len() - leading.trim_start_matches(is_space).len();
        self.edit(0, blank as u32, "", SpanKind::Mended);
        self.spaces(text, Span { start: blank as u32, end: first }, false);
    }

    /// Mends what stands between two words.
    fn between(&mut self, text: &str, a: &Word, b: &Word, forms: &Forms<'_>) {
        let gap = Span { start: a.span.end, end: b.span.start };
        let between = gap.of(text);
        // What stands between most words needs no mending.
        if between == " " {
            let is_letter = |word: &Word| word.folded.len() < 2;
            let is_cut = (is_letter(a) || is_letter(b)) && a.span.of(text).ends_with(SOFT_HYPHEN);
            if a.stands_alone && b.stands_alone && !is_cut {
                return;
            }
        } else if matches!(between, "’" | "'" | "-" | "/" | ", " | "; " | ". " | " (" | ") ") {
            return;
        }
        if between.chars().all(is_space) && is_broken(text, a, b, forms, &mut self.joined) {
            self.mend(text, a.span, b.span, gap, "");
            return;
        }
        let mark = between.trim_matches(is_space);
        if matches!(mark, "'" | "’" | "ʼ") && between.len() > mark.len() && ELISIONS.contains(&a.folded(forms)) {
            let with = if mark == "'" { "'" } else { "’" };
            self.mend(text, a.span, b.span, gap, with);
            return;
        }
        if matches!(mark, "-" | "‐" | "‑" | "\u{ad}") && between.contains('\n') && between.starts_with(mark) {
            let keeps = keeps_hyphen(text, a, b, forms);
            self.mend(text, a.span, b.span, gap, if keeps { "-" } else { "" });
            return;
        }
        self.spaces(text, gap, false);
    }

    fn mend(&mut self, text: &str, a: Span, b: Span, gap: Span, with: &'static str) {
        let start = self.settled(a.start);
        // A line's end is no fault of the extraction: only what was broken within a line is worth a record.
        let was = Span { start: a.start, end: b.end }.of(text);
        self.edit(gap.start, gap.end, with, SpanKind::Mended);
        if !was.contains('\n') {
            let span = Span { start, end: self.settled(b.end) };
            self.mends.push(Mend { span, was: was.to_owned() });
        }
    }

    /// Makes every run of white space in a gap one space, or none at the end of the text.
    fn spaces(&mut self, text: &str, gap: Span, at_end: bool) {
        let between = gap.of(text);
        if between == " " && !at_end {
            return;
        }
        let mut letters = between.char_indices().peekable();
        while let Some((start, letter)) = letters.next() {
            if !is_space(letter) {
                continue;
            }
            let mut end = start + letter.len_utf8();
            while let Some((at, letter)) = letters.next_if(|(_, letter)| is_space(*letter)) {
                end = at + letter.len_utf8();
            }
            let with = if at_end && end == between.len() { "" } else { " " };
            if between.get(start..end) != Some(with) {
                self.edit(gap.start + start as u32, gap.start + end as u32, with, SpanKind::Mended);
            }
        }
    }

    fn soft_hyphens(&mut self, text: &str, word: Span) {
        for (at, hyphen) in word.of(text).match_indices(SOFT_HYPHEN) {
            let start = word.start + at as u32;
            self.edit(start, start + hyphen.len() as u32, "", SpanKind::Mended);
        }
    }

    fn take_mark(&mut self, mark: Mark) {
        let at = self.settled(mark.span.start.max(self.edits.last().map_or(0, |last| last.span.end)));
        self.edit(mark.span.start, mark.span.end, "", SpanKind::NoteMark);
        self.marks.push(NoteMark { at, mark: mark.name });
    }
}

/// Whether two words with white space between them are one.
fn is_broken(text: &str, a: &Word, b: &Word, forms: &Forms<'_>, joined: &mut String) -> bool {
    let (first, second) = (a.span.of(text), b.span.of(text));
    let are_letters = || first.chars().chain(second.chars()).all(|l| l.is_alphabetic() || is_inside_word(l));
    // «de s’attaquer»: a letter before an apostrophe is a word of its own.
    let elides = || {
        text.get(b.span.end as usize..).is_some_and(|rest| {
            rest.trim_start_matches(is_space).starts_with(['\'', '’', 'ʼ']) && ELISIONS.contains(&b.folded(forms))
        })
    };
    second.starts_with(char::is_lowercase)
        && (first.ends_with(SOFT_HYPHEN) || forms.are_one(a, b, joined) && !elides())
        && are_letters()
}

/// What an apostrophe follows in French.
const ELISIONS: [&str; 16] = [
    "l", "d", "n", "s", "c", "j", "m", "t", "qu", "jusqu", "lorsqu", "puisqu", "quoiqu", "presqu", "quelqu",
    "aujourd",
];

/// Whether the hyphen at a line's end belongs to the word: «sous-⏎régional», «États-⏎Unis», and not «Mem-⏎bres».
fn keeps_hyphen(text: &str, a: &Word, b: &Word, forms: &Forms<'_>) -> bool {
    const PREFIXES: [&str; 17] = [
        "sous", "contre", "non", "ex", "vice", "demi", "semi", "celui", "celle", "ceux", "celles", "lui", "elle",
        "eux", "self", "well", "cross",
    ];
    let (first, second) = (a.span.of(text), b.span.of(text));
    if first.chars().chain(second.chars()).any(char::is_numeric) || second.starts_with(char::is_uppercase) {
        return true;
    }
    let (first, second) = (a.folded(forms), b.folded(forms));
    if forms.is_attested(&format!("{first}{second}")) {
        return false;
    }
    PREFIXES.contains(&first)
        || matches!(second, "ci" | "la" | "meme" | "memes" | "il" | "elle" | "ils" | "elles" | "on")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tidied(raw: &str, elsewhere: &str) -> (String, Vec<(String, String)>) {
        let mut traced = Traced::default();
        traced.push(raw, Span::new(0, raw.len()));
        let source = format!("{raw} {elsewhere}");
        let mut forms = Forms::of(&source, &|_| None);
        let mut words = Vec::new();
        forms.words_of(&traced, &mut words);
        let tidied = tidy(traced, &words, &forms, &mut MarkReader::default());
        let mends = tidied.mends.iter().map(|m| (m.span.of(&tidied.text.text).to_owned(), m.was.clone())).collect();
        (tidied.text.text, mends)
    }

    fn check(raw: &str, elsewhere: &str, expected: &str) {
        assert_eq!(tidied(raw, elsewhere).0, expected, "{raw}");
    }

    #[test]
    fn a_broken_word_is_mended_when_it_stands_elsewhere() {
        check("le droit des droi ts de l’homme", "les droits", "le droit des droits de l’homme");
        check("en poursuivre le s auteurs", "les", "en poursuivre les auteurs");
        check("de j ustice pénale", "justice", "de justice pénale");
    }

    #[test]
    fn two_words_are_left_apart_without_evidence() {
        check("a la fois", "", "a la fois");
        check("de puis et encore de puis", "depuis", "de puis et encore de puis");
        check("le xqz auteurs", "", "le xqz auteurs");
        check("la nécessité de s’attaquer", "des", "la nécessité de s’attaquer");
    }

    #[test]
    fn a_spaced_apostrophe_is_closed_up() {
        check("l ’analyse et qu ’il importe", "", "l’analyse et qu’il importe");
    }

    #[test]
    fn a_line_end_hyphen_goes_unless_it_belongs_to_the_word() {
        check("les États Mem-\nbres", "Membres", "les États Membres");
        check("les États Mem-\nbres", "", "les États Membres");
        check("sous-\nrégionale", "", "sous-régionale");
        check("États-\nUnis", "", "États-Unis");
    }

    #[test]
    fn white_space_becomes_single_and_none_is_left_at_the_ends() {
        check("  pénale  \n et\u{a0}de  la  ; ", "", "pénale et de la ;");
    }

    #[test]
    fn a_mend_is_recorded_with_what_it_was_and_where_it_stands() {
        let (text, mends) = tidied("par  l ’Office et les droi ts", "droits");
        assert_eq!(text, "par l’Office et les droits");
        assert_eq!(
            mends,
            [("l’Office".to_owned(), "l ’Office".to_owned()), ("droits".to_owned(), "droi ts".to_owned())]
        );
    }
}
