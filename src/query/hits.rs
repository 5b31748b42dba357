use super::pattern::{Pattern, Word};
use super::text_search::stretches;
use crate::model::{Language, Paragraph, Resolution, Span};
use crate::text::fold::{fold_char, stem};
use crate::text::word_spans;

/// Where each paragraph of a document holds what was typed: each phrase as one span, in order, those that overlap made one.
pub(super) fn hits(typed: &str, document: &Resolution) -> Vec<Vec<Span>> {
    let pattern = Pattern::parse(typed);
    let mut sought: Vec<Vec<Word>> = Vec::new();
    for term in pattern.terms.iter().filter(|term| !term.excluded) {
        sought.push(term.words.iter().map(|word| stemmed(word, document.language)).collect());
    }
    let in_paragraph = |paragraph| {
        let mut found = Vec::new();
        for (stretch, _) in stretches(paragraph) {
            add_hits(&sought, &words_of(paragraph, stretch, document.language, &sought), &mut found);
        }
        found
    };
    document.paragraphs.iter().map(in_paragraph).collect()
}

fn add_hits(sought: &[Vec<Word>], words: &[TextWord], found: &mut Vec<Span>) {
    let mut open: Option<Span> = None;
    for at in 0..words.len() {
        let rest = words.get(at..).unwrap_or_default();
        for sought in sought {
            let Some(window) = rest.get(..sought.len()) else { continue };
            if !window.iter().zip(sought).all(|(word, sought)| word.is(sought)) {
                continue;
            }
            let (Some(first), Some(last)) = (window.first(), window.last()) else { continue };
            match &mut open {
                Some(span) if first.span.start < span.end => span.end = span.end.max(last.span.end),
                _ => found.extend(open.replace(Span { start: first.span.start, end: last.span.end })),
            }
        }
    }
    found.extend(open);
}

/// A word of the text; without its letters if it begins as no word that is sought.
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

fn words_of(paragraph: &Paragraph, stretch: Span, language: Language, sought: &[Vec<Word>]) -> Vec<TextWord> {
    // A stem begins as its word does. One word in ten is worth its letters, and all are read at every keystroke.
    let initials: Vec<_> = sought.iter().flatten().filter_map(Word::initial).collect();
    let text = stretch.of(&paragraph.text);
    let mut initial = String::new();
    let word = |span: Span| {
        let letters = span.of(text).chars();
        let span = Span { start: stretch.start + span.start, end: stretch.start + span.end };
        initial.clear();
        letters.clone().take(1).for_each(|letter| fold_char(letter, &mut initial));
        let mut folded = String::new();
        let mut stemmed = String::new();
        if initial.bytes().next().is_some_and(|initial| initials.contains(&initial)) {
            letters.for_each(|letter| fold_char(letter, &mut folded));
            stemmed.push_str(&folded);
            stem(&mut stemmed, language);
        }
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
