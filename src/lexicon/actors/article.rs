//! The article and the « all » that come before a name.

use super::ActorTable;
use crate::model::Span;

/// At most this many words are taken in before a name: « de tous les autres ».
const MOST_WORDS: usize = 4;

/// No article is as long. Chinese has no spaces: without a bound, each name would look at all the text before it.
const MOST_LETTERS: usize = 32;

impl ActorTable {
    /// A name's span with the article, the preposition that is one word with it and the quantifier before it:
    /// « à l’Office », « aux États Membres », « all the States ».
    pub fn with_article(&self, text: &str, span: Span) -> Span {
        let mut start = span.start as usize;
        for _ in 0..MOST_WORDS {
            let Some((at, word)) = text.get(..start).and_then(last_word) else { break };
            if !self.words.before_names.contains_in_any_case(word) {
                break;
            }
            start = at;
        }
        Span { start: start as u32, end: span.end }
    }
}

/// The word that a text ends with, an apostrophe left out, and where it begins.
fn last_word(text: &str) -> Option<(usize, &str)> {
    let trimmed = text.trim_end_matches(|letter: char| letter.is_whitespace() || matches!(letter, '’' | '\''));
    let letters = trimmed.chars().rev().take_while(|letter| letter.is_alphabetic()).take(MOST_LETTERS);
    let length: usize = letters.map(char::len_utf8).sum();
    let at = trimmed.len() - length;
    trimmed.get(at..).filter(|word| !word.is_empty()).map(|word| (at, word))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lexicon::Lexicon;
    use crate::model::Language;

    fn shown(text: &str, name: &str, language: Language) -> String {
        let start = text.find(name).unwrap();
        let span = Span::new(start, start + name.len());
        Lexicon::of(language).actors.with_article(text, span).of(text).to_owned()
    }

    #[test]
    fn a_name_is_shown_with_the_words_that_belong_to_it() {
        for (text, name, shown_as) in [
            ("Engage les États Membres à", "États Membres", "les États Membres"),
            ("Demande aux États Membres", "États Membres", "aux États Membres"),
            ("et à l’Office des", "Office", "à l’Office"),
            ("et à l ’Office des", "Office", "à l ’Office"),
            ("bases de données d’INTERPOL", "INTERPOL", "d’INTERPOL"),
            ("que tous les États", "États", "tous les États"),
            ("et aux autres organismes", "organismes", "aux autres organismes"),
            ("INTERPOL", "INTERPOL", "INTERPOL"),
            ("avec INTERPOL", "INTERPOL", "INTERPOL"),
        ] {
            assert_eq!(shown(text, name, Language::French), shown_as);
        }
        assert_eq!(shown("urges all relevant States", "States", Language::English), "all relevant States");
        assert_eq!(shown("urges all the States", "States", Language::English), "all the States");
        assert_eq!(
            shown("Requests the Secretary-General", "Secretary-General", Language::English),
            "the Secretary-General"
        );
    }
}
