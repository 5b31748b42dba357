use crate::lexicon::vocabulary::Tokens;
use crate::model::Span;
use crate::text::fold::fold_into;
use crate::text::word_spans;
use std::borrow::Cow;
use std::cell::Cell;

/// The longest initiating phrase that occurs in practice has about ten words.
pub(super) const LONGEST_PHRASE: usize = 16;

/// The words at a place, folded, as far as punctuation lets a phrase go.
pub(super) struct Head<'t> {
    pub(super) text: &'t str,
    words: [Word; LONGEST_PHRASE],
    n_words: usize,
    folded: Cow<'t, str>,
    /// Whether there are more words than were taken.
    is_cut: bool,
    /// Whether one of those was asked for.
    pub(super) falls_short: Cell<bool>,
}

/// Where a word is, and where its folded form is.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Word {
    span: Span,
    folded: Span,
}

impl<'t> Head<'t> {
    /// At most this many words at a place of a text.
    pub(super) fn new(text: &'t str, at: usize, most: usize) -> Self {
        let mut folded = String::with_capacity(most * 12);
        let spans = word_spans(text.get(at..).unwrap_or_default());
        let spans = spans.map(|span| Span::new(at + span.start as usize, at + span.end as usize));
        let mut head = Self::empty(text);
        head.take(most, spans, |span| {
            let start = folded.len();
            fold_into(span.of(text), &mut folded);
            Word { span, folded: Span::new(start, folded.len()) }
        });
        head.folded = Cow::Owned(folded);
        head
    }

    /// At most this many words of a text that was cut into its words.
    pub(super) fn of(text: &'t str, tokens: &'t Tokens, at: usize, most: usize) -> Self {
        let mut head = Self::empty(text);
        let words = tokens.get(at..).unwrap_or_default().iter();
        head.take(most, words, |token| Word { span: token.span, folded: token.folded });
        head.folded = Cow::Borrowed(tokens.all_folded());
        head
    }

    pub(super) fn empty(text: &'t str) -> Self {
        let words = [Word::default(); LONGEST_PHRASE];
        Self { text, words, n_words: 0, folded: Cow::Borrowed(""), is_cut: false, falls_short: Cell::new(false) }
    }

    pub(super) fn take<W>(&mut self, most: usize, words: impl Iterator<Item = W>, word_of: impl FnMut(W) -> Word) {
        let mut words = words.map(word_of);
        let mut last_end = None;
        for place in self.words.iter_mut().take(most) {
            let Some(word) = words.next() else { return };
            // A comma, a parenthesis, a quotation mark ends the phrase.
            let gap = last_end.map_or("", |end| Span { start: end, end: word.span.start }.of(self.text));
            if gap != " "
                && !gap.chars().all(|letter| letter.is_whitespace() || matches!(letter, '\'' | '’' | '-' | '‑'))
            {
                return;
            }
            *place = word;
            self.n_words += 1;
            last_end = Some(word.span.end);
        }
        self.is_cut = most < LONGEST_PHRASE;
    }

    pub(super) fn word(&self, i: usize) -> Option<&Word> {
        if i >= self.n_words && self.is_cut {
            self.falls_short.set(true);
        }
        self.words.get(i).filter(|_| i < self.n_words)
    }

    pub(super) fn get(&self, i: usize) -> Option<&str> {
        self.word(i).map(|word| word.folded.of(&self.folded))
    }

    pub(super) fn text_of(&self, i: usize) -> &'t str {
        self.word(i).map(|word| word.span.of(self.text)).unwrap_or_default()
    }

    /// From word `from` up to, not including, word `to`.
    pub(super) fn span(&self, from: usize, to: usize) -> Span {
        let start = self.word(from).map_or(0, |word| word.span.start);
        let end = to.checked_sub(1).and_then(|last| self.word(last)).map_or(start, |word| word.span.end);
        Span { start, end }
    }
}
