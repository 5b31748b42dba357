use super::pattern::{Pattern, Word};
use super::text_search::stretches;
use crate::model::{Language, Paragraph, Span};
use crate::text::fold::{fold, stem};
use crate::text::words::word_spans;

/// Where a paragraph holds what is searched for: each phrase as one span, in order, those that overlap made one.
pub(super) fn hits(pattern: &Pattern, language: Language, paragraph: &Paragraph) -> Vec<Span> {
    let mut sought: Vec<Vec<Word>> = Vec::new();
    for term in pattern.terms.iter().filter(|term| !term.excluded) {
        sought.push(term.words.iter().map(|word| stemmed(word, language)).collect());
    }
    if sought.is_empty() {
        return Vec::new();
    }
    let mut found = Vec::new();
    for (stretch, _) in stretches(paragraph) {
        let words = words_of(paragraph, stretch, language);
        for sought in &sought {
            for window in words.windows(sought.len()) {
                if window.iter().zip(sought).all(|(word, sought)| word.is(sought))
                    && let (Some(first), Some(last)) = (window.first(), window.last())
                {
                    found.push(Span { start: first.span.start, end: last.span.end });
                }
            }
        }
    }
    merged(found)
}

/// A word of the text.
struct TextWord {
    span: Span,
    folded: String,
    stem: String,
}

impl TextWord {
    fn is(&self, sought: &Word) -> bool {
        match sought {
            Word::Inflected(stem) => &self.stem == stem,
            Word::Exact(word) => &self.folded == word,
            Word::Prefix(begun) => self.folded.starts_with(begun.as_str()),
        }
    }
}

fn words_of(paragraph: &Paragraph, stretch: Span, language: Language) -> Vec<TextWord> {
    let text = stretch.of(&paragraph.text);
    let word = |span: Span| {
        let folded = fold(span.of(text));
        let mut stemmed = folded.clone();
        stem(&mut stemmed, language);
        let span = Span { start: stretch.start + span.start, end: stretch.start + span.end };
        TextWord { span, folded, stem: stemmed }
    };
    word_spans(text).map(word).collect()
}

fn stemmed(word: &Word, language: Language) -> Word {
    let mut word = word.clone();
    if let Word::Inflected(word) = &mut word {
        stem(word, language);
    }
    word
}

fn merged(mut spans: Vec<Span>) -> Vec<Span> {
    spans.sort_unstable();
    spans.dedup_by(|next, kept| {
        let overlaps = next.overlaps(*kept);
        if overlaps {
            kept.end = kept.end.max(next.end);
        }
        overlaps
    });
    spans
}
