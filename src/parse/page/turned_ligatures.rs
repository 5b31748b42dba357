//! Arabic whose ligatures of lam and alif were taken apart in the wrong order: “األمين” is «الأمين» as many PDFs give it.

use super::look_alikes::Exchange;
use crate::language::TURNED_ARTICLES;

/// The letters to exchange, in order. No Arabic word has an alif before another and a lam, so where one has, all were turned.
pub fn turned_ligatures(source: &str) -> Vec<Exchange> {
    // Before all else one search for the letters: few texts have them.
    let is_turned = |word: &str| TURNED_ARTICLES.iter().any(|article| word.starts_with(article));
    let [first, second, ..] = TURNED_ARTICLES;
    if !(source.contains(first) || source.contains(second)) || !source.split_whitespace().any(is_turned) {
        return Vec::new();
    }
    let mut found = Vec::new();
    let (mut before, mut first): (Option<char>, Option<char>) = (None, None);
    let mut letters = source.char_indices().peekable();
    while let Some((at, letter)) = letters.next() {
        let next = letters.peek().copied();
        let is_pair = matches!(letter, 'أ' | 'إ' | 'آ' | 'ا') && next.is_some_and(|(_, next)| next == 'ل');
        // «األ…», and «لأل…» at the head of a word.
        let is_turned = is_pair
            && match first {
                Some('ا') => true,
                Some('ل') => before.is_none_or(|before| !before.is_alphabetic() || matches!(before, 'و' | 'ف')),
                _ => false,
            };
        if is_turned && let Some((second, lam)) = next {
            found.extend([(at, lam), (second, letter)]);
            letters.next();
            (before, first) = (Some(lam), Some(letter));
            continue;
        }
        (before, first) = (first, Some(letter));
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ligatures_are_turned_only_where_the_text_shows_that_they_were() {
        let turned = |source: &str| {
            let mut letters: Vec<char> = source.chars().collect();
            for (at, letter) in turned_ligatures(source) {
                letters[source.get(..at).unwrap().chars().count()] = letter;
            }
            String::from_iter(letters)
        };
        assert_eq!(turned("األمين العام واالجتماع لألعضاء، ألف"), "الأمين العام والاجتماع للأعضاء، ألف");
        assert_eq!(turned("لألياف والألوان"), "لألياف والألوان");
    }
}
