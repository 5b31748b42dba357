//! Which language a text is in.

use super::words;
use crate::model::Language;
use crate::text::word_spans;
use foldhash::fast::FixedState;
use std::collections::HashMap;
use std::sync::LazyLock;

/// A sample is enough: small words make a third of any text.
const SAMPLE: usize = 20_000;

/// For each small word a bit for each language that has it.
static SMALL_WORDS: LazyLock<HashMap<&'static str, u8, FixedState>> = LazyLock::new(|| {
    let read = Language::READ
        .into_iter()
        .flat_map(|language| words(language).telling.iter().map(move |word| (language, word)));
    let mut all = HashMap::default();
    for (language, word) in read {
        *all.entry(word).or_default() |= 1 << language.index();
    }
    all
});

/// The language of a text, by its letters and its commonest small words; French where nothing tells.
pub fn detect(text: &str) -> Language {
    let mut end = text.len().min(SAMPLE);
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    let sample = text.get(..end).unwrap_or_default();
    let mut counts = [0_u32; Language::ALL.len()];
    let mut count = |language: Language| {
        if let Some(count) = counts.get_mut(language.index()) {
            *count += 1;
        }
    };
    for span in word_spans(sample) {
        let word = span.of(sample);
        if let Some(language) = word.chars().next().and_then(language_of_letter) {
            count(language);
        } else if word.len() <= 5
            && let Some(languages) = SMALL_WORDS.get(word)
        {
            Language::ALL
                .into_iter()
                .filter(|language| languages & 1 << language.index() != 0)
                .for_each(&mut count);
        }
    }
    // Of two with the same count the first.
    let most = counts.iter().max().copied().unwrap_or_default();
    Language::ALL
        .into_iter()
        .zip(counts)
        .find(|(_, count)| *count == most)
        .map_or(Language::default(), |(language, _)| language)
}

/// Whether a text of some length has hardly any of a language's small words: it is in one that we do not read.
pub fn is_foreign(text: &str, language: Language) -> bool {
    const FEWEST: usize = 12;
    const ONE_IN: usize = 25;
    let telling = &words(language).telling;
    let sample = crate::text::tokens::head(text, SAMPLE);
    let (mut n_words, mut n_told) = (0, 0);
    for word in word_spans(sample).map(|span| span.of(sample)).filter(|word| word.chars().all(char::is_alphabetic))
    {
        n_words += 1;
        n_told +=
            usize::from(telling.contains(word) || word.starts_with(|letter| language_of_letter(letter).is_some()));
    }
    n_words >= FEWEST && n_told * ONE_IN < n_words
}

/// The language that alone, of those of the United Nations, has this letter's script.
fn language_of_letter(letter: char) -> Option<Language> {
    match letter {
        'Ѐ'..='ӿ' => Some(Language::Russian),
        '\u{600}'..='\u{6ff}' => Some(Language::Arabic),
        '\u{4e00}'..='\u{9fff}' => Some(Language::Chinese),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_language_is_told_by_small_words_and_by_letters() {
        for (text, language) in [
            ("Rappelant toutes les résolutions de l’Organisation", Language::French),
            ("Recalling all the resolutions of the Organization", Language::English),
            ("Recordando todas las resoluciones de la Organización y los informes", Language::Spanish),
            ("ссылаясь на все резолюции Организации", Language::Russian),
            ("وإذ تشير إلى جميع قرارات المنظمة", Language::Arabic),
            ("回顾本组织的所有决议", Language::Chinese),
            ("", Language::French),
        ] {
            assert_eq!(detect(text), language, "{text}");
        }
    }

    #[test]
    fn a_text_without_the_small_words_of_any_language_is_foreign() {
        let german = "unter Hinweis auf ihre Resolution 79/1, ersucht den Generalsekretär, bis zur nächsten Tagung Bericht zu erstatten";
        assert!(is_foreign(german, detect(german)));
        for text in [
            "Requests the Secretary-General to report to it at its next session on the implementation of the resolution",
            "Prie le Secrétaire général de lui faire rapport à sa prochaine session sur l’application de la résolution",
            "просит Генерального секретаря представить доклад на следующей сессии об осуществлении настоящей резолюции и всех решений",
        ] {
            assert!(!is_foreign(text, detect(text)), "{text}");
        }
    }

    #[test]
    fn a_name_in_another_script_does_not_decide() {
        assert_eq!(detect("Recalling the work of the Committee (Комитет) and the Council"), Language::English);
    }
}
