//! The vocabulary of a document: each word form is folded, counted and looked up in the tables once.
//!
//! Later steps (is it broken? which phrase starts with it?) use its number. Folding and hashing each word again in each
//! step took a third of the time of reading.

use super::fold::fold_into;
use super::tokens::word_spans;
use super::traced::{SpanKind, Traced};
use crate::model::Span;
use foldhash::fast::FixedState;
use std::hash::{BuildHasher, Hasher};

/// The number of a folded word in its document.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FormId(u32);

/// An occurrence of a word in a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct WordAt {
    /// Its range.
    pub span: Span,
    /// Its form.
    pub form: FormId,
}

/// A folded word.
#[derive(Clone, Copy, Debug, Default)]
pub struct Form {
    /// The range of its letters in [`Forms::letters`].
    pub folded: Span,
    /// How often it occurs in the document.
    pub count: u32,
    /// Its number in the tables, if it is there.
    pub in_tables: Option<u32>,
    /// Whether it is a word and not a broken piece, which hardly ever occurs twice.
    pub stands_alone: bool,
}

/// The words of a document and their forms.
///
/// A hash table with open addressing. Its keys are ranges of one string, so that words need no allocation each.
pub struct Forms<'a> {
    /// Every word of the source, in order.
    words: Vec<WordAt>,
    known: Vec<Form>,
    /// The letters of all words, as written and folded.
    letters: String,
    written: Vec<WordForm>,
    /// For each slot the index in `written` plus 1; 0 for a free one. At most half of the slots are used.
    slots: Vec<u32>,
    tables: &'a dyn Fn(&str) -> Option<u32>,
    /// Whether no word can be broken, because the text does not come from a printed page.
    pub is_exact: bool,
}

/// A word as written, or folded.
#[derive(Clone, Copy)]
struct WordForm {
    hash: u32,
    letters: Span,
    form: FormId,
}

impl<'a> Forms<'a> {
    /// Numbers the words of a document; `tables` gives the number of a folded word in the tables.
    pub fn of(source: &str, tables: &'a dyn Fn(&str) -> Option<u32>) -> Self {
        // In a text of one page every other word is new; in a longer one, fewer are.
        let n_new = (source.len() / 10).min(4096);
        let mut forms = Self {
            words: Vec::with_capacity(source.len() / 6),
            known: Vec::with_capacity(n_new),
            letters: String::with_capacity(n_new * 12),
            written: Vec::with_capacity(n_new),
            slots: vec![0; (2 * n_new).next_power_of_two().max(64)],
            tables,
            is_exact: false,
        };
        for span in word_spans(source) {
            let form = forms.number(span.of(source));
            if let Some(form) = forms.known.get_mut(form.0 as usize) {
                form.count += 1;
            }
            forms.words.push(WordAt { span, form });
        }
        for form in &mut forms.known {
            form.stands_alone = may_stand_alone(form.folded.of(&forms.letters), form.in_tables, form.count);
        }
        forms
    }

    /// Sets the small words of the text's language, which are words however rare they are: «e» in Spanish, «ему» in Russian,
    /// whose letters are also an ending of other words.
    #[must_use]
    pub fn with_small_words(mut self, is_small: impl Fn(&str) -> bool) -> Self {
        for form in self.known.iter_mut().filter(|form| !form.stands_alone) {
            form.stands_alone = is_small(form.folded.of(&self.letters));
        }
        self
    }

    /// The entry of a form.
    pub fn form(&self, form: FormId) -> Form {
        self.known.get(form.0 as usize).copied().unwrap_or_default()
    }

    /// The words of the source, in order.
    pub fn spans(&self) -> impl Iterator<Item = Span> + '_ {
        self.words.iter().map(|word| word.span)
    }

    /// The letters of all forms; [`Form::folded`] is the range of each.
    pub fn letters(&self) -> &str {
        &self.letters
    }

    /// The folded letters of a form.
    pub fn folded(&self, form: FormId) -> &str {
        self.form(form).folded.of(&self.letters)
    }

    /// The form of a folded word, if the document has it.
    pub fn find(&self, word: &str) -> Option<Form> {
        self.place_of(word, hash_of(word)).ok().map(|form| self.form(form))
    }

    /// Whether the tables have a folded word, which need not be in the document.
    pub fn is_in_tables(&self, word: &str) -> bool {
        (self.tables)(word).is_some()
    }

    /// The words of a text that is made of pieces of the source, in order.
    ///
    /// Words inside an unchanged piece are taken over from the source. Only words next to an edit or at the end of a piece are
    /// tokenized again.
    pub fn words_of(&mut self, text: &Traced, words: &mut Vec<WordAt>) {
        let letters = text.text.as_str();
        let of_source = std::mem::take(&mut self.words);
        let mut end_of_sure = 0;
        let mut is_touched = false;
        for (i, run) in text.runs.iter().enumerate() {
            let end = text.runs.get(i + 1).map_or(letters.len() as u32, |next| next.at);
            if run.kind != SpanKind::Kept || run.source.len() != (end - run.at) as usize {
                is_touched |= run.at < end && !Span { start: run.at, end }.of(letters).bytes().all(separates_words);
                continue;
            }
            let is_boundary_after = is_boundary(letters, Some(end));
            let is_boundary_before = is_boundary(letters, run.at.checked_sub(1));
            let first = of_source.partition_point(|word| word.span.end <= run.source.start);
            let rest = of_source.get(first..).unwrap_or_default();
            let mut sure =
                rest.get(..rest.partition_point(|word| word.span.start < run.source.end)).unwrap_or_default();
            // Only the first and the last of them can be different words here.
            if let Some((first, others)) = sure.split_first()
                && !(is_boundary_before && first.span.start >= run.source.start)
            {
                is_touched = true;
                sure = others;
            }
            let mut is_touched_after = false;
            if let Some((last, others)) = sure.split_last()
                && !(last.span.end < run.source.end || last.span.end == run.source.end && is_boundary_after)
            {
                is_touched_after = true;
                sure = others;
            }
            let settled = |word: &WordAt| {
                let settled = |at: u32| at - run.source.start + run.at;
                let span = Span { start: settled(word.span.start), end: settled(word.span.end) };
                WordAt { span, form: word.form }
            };
            if let (Some(first), Some(last)) = (sure.first().map(settled), sure.last().map(settled)) {
                if is_touched {
                    self.cut(letters, Span { start: end_of_sure, end: first.span.start }, words);
                }
                words.extend(sure.iter().map(settled));
                end_of_sure = last.span.end;
                is_touched = false;
            }
            is_touched |= is_touched_after;
        }
        if is_touched {
            self.cut(letters, Span { start: end_of_sure, end: letters.len() as u32 }, words);
        }
        self.words = of_source;
    }

    /// Adds the words of any text.
    fn cut(&mut self, text: &str, stretch: Span, words: &mut Vec<WordAt>) {
        for span in word_spans(stretch.of(text)) {
            let span = Span { start: stretch.start + span.start, end: stretch.start + span.end };
            words.push(WordAt { span, form: self.number(span.of(text)) });
        }
    }

    /// The number of a word, a new one if need be.
    fn number(&mut self, word: &str) -> FormId {
        let hash = hash_of(word);
        match self.place_of(word, hash) {
            Ok(form) => form,
            Err(slot) => self.add(word, hash, slot),
        }
    }

    /// The form of a word, or the free slot for it.
    fn place_of(&self, word: &str, hash: u32) -> Result<FormId, usize> {
        let mask = self.slots.len() - 1;
        let mut slot = hash as usize & mask;
        loop {
            let taken = self.slots.get(slot).and_then(|place| place.checked_sub(1));
            let Some(written) = taken.and_then(|place| self.written.get(place as usize)) else { return Err(slot) };
            // Bytes, since comparing `str` ranges would check character boundaries first.
            if written.hash == hash && self.letters.as_bytes().get(written.letters.range()) == Some(word.as_bytes())
            {
                return Ok(written.form);
            }
            slot = (slot + 1) & mask;
        }
    }

    /// Adds a word with a new spelling.
    fn add(&mut self, word: &str, hash: u32, slot: usize) -> FormId {
        let start = self.letters.len();
        let next = FormId(self.known.len() as u32);
        if word.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit()) {
            self.letters.push_str(word);
            let letters = Span::new(start, self.letters.len());
            self.known.push(form_of(letters, word, self.tables));
            self.write(WordForm { hash, letters, form: next }, slot);
            return next;
        }
        self.letters.push_str(word);
        let letters = Span::new(start, self.letters.len());
        let mut folded = std::mem::take(&mut self.letters);
        fold_into(word, &mut folded);
        self.letters = folded;
        let folded = Span::new(letters.end as usize, self.letters.len());
        let folded_word = folded.of(&self.letters);
        let folded_hash = hash_of(folded_word);
        let form = match self.place_of(folded_word, folded_hash) {
            Ok(known) => {
                self.letters.truncate(folded.start as usize);
                known
            }
            Err(slot) => {
                self.known.push(form_of(folded, folded_word, self.tables));
                self.write(WordForm { hash: folded_hash, letters: folded, form: next }, slot);
                next
            }
        };
        // If folding changes nothing, the word is in the table by now.
        if let Err(slot) = self.place_of(word, hash) {
            self.write(WordForm { hash, letters, form }, slot);
        }
        form
    }

    /// Puts a word into a free slot, and grows the table if need be.
    fn write(&mut self, written: WordForm, slot: usize) {
        self.written.push(written);
        let n_written = self.written.len();
        if let Some(place) = self.slots.get_mut(slot) {
            *place = n_written as u32;
        }
        if n_written * 2 < self.slots.len() {
            return;
        }
        let mask = self.slots.len() * 2 - 1;
        let mut slots = vec![0; mask + 1];
        for (place, written) in self.written.iter().enumerate() {
            let mut slot = written.hash as usize & mask;
            while slots.get(slot).is_some_and(|taken| *taken != 0) {
                slot = (slot + 1) & mask;
            }
            if let Some(free) = slots.get_mut(slot) {
                *free = place as u32 + 1;
            }
        }
        self.slots = slots;
    }
}

/// A form that is new in the document.
fn form_of(folded: Span, word: &str, tables: &dyn Fn(&str) -> Option<u32>) -> Form {
    let in_tables = tables(word);
    Form { folded, count: 0, in_tables, stands_alone: may_stand_alone(word, in_tables, 0) }
}

fn may_stand_alone(folded: &str, in_tables: Option<u32>, count: u32) -> bool {
    if folded.len() == 1 {
        return matches!(folded, "a" | "y" | "o" | "i");
    }
    in_tables.is_some() || count >= 2
}

fn hash_of(word: &str) -> u32 {
    let mut hasher = FixedState::default().build_hasher();
    hasher.write(word.as_bytes());
    hasher.finish() as u32
}

/// Whether an offset of a text is a word boundary for certain.
fn is_boundary(text: &str, at: Option<u32>) -> bool {
    at.and_then(|at| text.as_bytes().get(at as usize)).is_none_or(|byte| separates_words(*byte))
}

/// Whether a byte belongs neither to a word nor to a combining accent.
fn separates_words(byte: u8) -> bool {
    byte.is_ascii() && !byte.is_ascii_alphanumeric()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::fold::fold;
    use crate::text::traced::Edit;

    fn none(_: &str) -> Option<u32> {
        None
    }

    #[test]
    fn a_form_is_counted_however_it_is_written() {
        let forms = Forms::of("L’État, l’ÉTAT ; l’etat et les États", &none);
        let count = |word| forms.find(word).map(|form| form.count);
        assert_eq!((count("etat"), count("l"), count("etats")), (Some(3), Some(3), Some(1)));
        assert_eq!((count("État"), count("office")), (Some(3), None));
    }

    #[test]
    fn words_without_number_are_distinguished() {
        let source: String = (0..20_000).flat_map(|i| ["É".to_owned(), i.to_string(), " ".to_owned()]).collect();
        let forms = Forms::of(&source, &none);
        assert_eq!(forms.known.len(), 20_000);
        assert!((0..20_000).all(|i| forms.find(&format!("e{i}")).is_some_and(|form| form.count == 1)));
    }

    #[test]
    fn the_words_of_an_edited_text_are_those_that_it_has() {
        let source = "l’é\u{301}tat des droi ts e\u{301} x\u{301} , Œuvre 12 ; sous- régionale";
        let mut traced = Traced::default();
        traced.push(source, Span::new(0, source.len()));
        let places: Vec<usize> = source.char_indices().map(|(at, _)| at).chain([source.len()]).collect();
        for (i, start) in places.iter().enumerate() {
            for end in places.iter().skip(i + 1) {
                for with in ["", " ", "’"] {
                    let edit = Edit { span: Span::new(*start, *end), with, kind: SpanKind::Mended };
                    let text = traced.clone().edited(&[edit]);
                    let mut forms = Forms::of(source, &none);
                    let mut words = Vec::new();
                    forms.words_of(&text, &mut words);
                    let spans: Vec<Span> = words.iter().map(|word| word.span).collect();
                    assert_eq!(spans, word_spans(&text.text).collect::<Vec<_>>(), "{}", text.text);
                    for word in words {
                        assert_eq!(forms.folded(word.form), fold(word.span.of(&text.text)));
                    }
                }
            }
        }
    }
}
