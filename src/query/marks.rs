use super::pattern::{LastWord, Pattern, Word};
use super::words::stretches;
use crate::model::{Language, Paragraph, Span};
use crate::text::fold::{fold_char, other_stem, stem};
use crate::text::word_spans;

/// Finds the words to highlight in the paragraphs of a document.
///
/// It works by paragraph, so that only paragraphs that are drawn are searched.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Marker {
    language: Language,
    /// The words of each term, stemmed where any inflection will do.
    terms: Vec<Vec<SearchWord>>,
    /// Their first bytes.
    initials: Vec<u8>,
}

/// A word of the search.
#[derive(Clone, Debug, PartialEq, Eq)]
struct SearchWord {
    word: Word,
    stem: String,
}

impl Marker {
    /// Prepares a search text for documents in a language.
    pub fn new(typed: &str, last: LastWord, language: Language) -> Self {
        let pattern = Pattern::parse(typed, last);
        let sought = |word: Word| {
            let mut stemmed = String::new();
            if let Word::Inflected(word) | Word::Typing(word) = &word {
                stemmed.push_str(word);
                stem(&mut stemmed, language);
            }
            SearchWord { word, stem: stemmed }
        };
        let terms = pattern.terms.into_iter().filter(|term| !term.excluded);
        let terms: Vec<Vec<_>> = terms.map(|term| term.words.into_iter().map(sought).collect()).collect();
        let initials = terms.iter().flatten().filter_map(|sought| sought.word.initial()).collect();
        Self { language, terms, initials }
    }

    /// The spans to highlight in a paragraph, in order. A phrase is one span; overlapping spans are joined.
    pub fn marks(&self, paragraph: &Paragraph) -> Vec<Span> {
        let mut found = Vec::new();
        if !self.terms.is_empty() {
            for (stretch, _) in stretches(paragraph) {
                self.add_marks(&self.words_of(paragraph, stretch), &mut found);
            }
        }
        found
    }

    fn add_marks(&self, words: &[TextWord], found: &mut Vec<Span>) {
        let mut open: Option<Span> = None;
        for at in 0..words.len() {
            let rest = words.get(at..).unwrap_or_default();
            for term in &self.terms {
                let Some(window) = rest.get(..term.len()) else { continue };
                if !window.iter().zip(term).all(|(word, sought)| word.is(sought)) {
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

    fn words_of(&self, paragraph: &Paragraph, stretch: Span) -> Vec<TextWord> {
        let text = stretch.of(&paragraph.text);
        let mut initial = String::new();
        let word = |span: Span| {
            let letters = span.of(text).chars();
            let span = Span { start: stretch.start + span.start, end: stretch.start + span.end };
            initial.clear();
            letters.clone().take(1).for_each(|letter| fold_char(letter, &mut initial));
            let mut folded = String::new();
            let mut stemmed = String::new();
            let mut other = None;
            // A stem starts like its word, so only words that start like a searched one are folded.
            // An Arabic stem may start later than its word.
            let may_be = self.language == Language::Arabic
                || initial.bytes().next().is_some_and(|initial| self.initials.contains(&initial));
            if may_be {
                letters.for_each(|letter| fold_char(letter, &mut folded));
                stemmed.push_str(&folded);
                stem(&mut stemmed, self.language);
                other = other_stem(&folded, self.language);
            }
            TextWord { span, folded, stem: stemmed, other }
        };
        word_spans(text).map(word).collect()
    }
}

/// A word of the text; empty if it starts like no word of the search.
struct TextWord {
    span: Span,
    folded: String,
    stem: String,
    /// See [`other_stem`].
    other: Option<String>,
}

impl TextWord {
    fn has_stem(&self, stem: &str) -> bool {
        self.stem == stem || self.other.as_deref() == Some(stem)
    }

    fn is(&self, sought: &SearchWord) -> bool {
        match &sought.word {
            Word::Inflected(_) => self.has_stem(&sought.stem),
            Word::Exact(word) => &self.folded == word,
            Word::Prefix(prefix) => self.folded.starts_with(prefix.as_str()),
            Word::Typing(word) => self.has_stem(&sought.stem) || self.folded.starts_with(word.as_str()),
        }
    }
}
