//! Language detection.

use super::words;
use crate::model::{Language, Span};
use crate::text::tokens::{head, is_alphabetic};
use crate::text::word_spans;
use foldhash::fast::FixedState;
use std::collections::{HashMap, HashSet};
use std::sync::LazyLock;

/// A sample is enough: small words make a third of any text.
const SAMPLE: usize = 20_000;

/// Fewer words than these tell too little to say that a text is in a language that is not read.
const FEWEST: usize = 12;

/// For each small word a bit for each language that has it.
static SMALL_WORDS: LazyLock<HashMap<&'static str, u8, FixedState>> = LazyLock::new(|| {
    let read = Language::ALL
        .into_iter()
        .flat_map(|language| words(language).telling.iter().map(move |word| (language, word)));
    let mut all = HashMap::default();
    for (language, word) in read {
        *all.entry(word).or_default() |= 1 << language.index();
    }
    all
});

/// The language of a text, by its letters and its most frequent small words; French where nothing indicates it.
pub fn detect(text: &str) -> Language {
    let sample = head(text, SAMPLE);
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

/// Small words of languages that are not read, which none of those that are has: Portuguese and Italian above all are near
/// enough to Spanish to pass for it.
static OTHER_WORDS: LazyLock<HashSet<&'static str, FixedState>> = LazyLock::new(|| {
    [
        "ao às da na nas em um uma não sua seu seus suas com pelo pela são", // Portuguese
        "di dei della delle degli nella nel nei alla alle che gli dal dalla sul sulla sono", // Italian
        "els amb dels als aquesta aquest",                                   // Catalan
        "der und auf den ist mit für von zu zur zum eine einer nicht dem im ihre", // German
        "het een voor met niet zijn aan naar",                               // Dutch
        "och att det som för på av til og af",                               // Danish, Norwegian, Swedish
        "și din pentru sau prin în",                                         // Romanian
        "się jest oraz przez nie przy",                                      // Polish
        "bir için olan",                                                     // Turkish
        "yang dan untuk dengan dari dalam",                                  // Indonesian
        "kwa katika kuwa",                                                   // Swahili
    ]
    .into_iter()
    .flat_map(str::split_whitespace)
    .filter(|word| !SMALL_WORDS.contains_key(word))
    .collect()
});

/// None of these words is longer, in bytes.
const LONGEST_OTHER_WORD: usize = 7;

/// Letters that only languages which are not read have, in a script that one of the others has.
fn is_letter_of_another(letter: char) -> bool {
    // Ukrainian, Belarusian, Serbian and Macedonian; Persian and Urdu; Japanese and Korean.
    matches!(letter, 'і' | 'ї' | 'є' | 'ґ' | 'ў' | 'ј' | 'љ' | 'њ' | 'ћ' | 'ђ' | 'џ' | 'ѓ' | 'ќ')
        || matches!(letter, 'پ' | 'چ' | 'ژ' | 'گ' | 'ڈ' | 'ڑ' | 'ٹ' | 'ں' | 'ے')
        || matches!(letter, '\u{3040}'..='\u{30ff}' | '\u{ac00}'..='\u{d7a3}')
}

/// The words at the head of a text that are letters and nothing else.
fn sampled(text: &str, words: impl Iterator<Item = Span>) -> impl Iterator<Item = &str> {
    let words = words.take_while(|span| span.end as usize <= SAMPLE).map(|span| span.of(text));
    words.filter(|word| word.chars().all(is_alphabetic))
}

/// Whether a text of some length, given with its words, is in a language that is not read: by the small words and the letters of
/// such languages.
pub fn is_in_another(text: &str, words: impl Iterator<Item = Span>) -> bool {
    const ONE_IN: usize = 20;
    let tells = |word: &str| {
        word.len() <= LONGEST_OTHER_WORD && OTHER_WORDS.contains(word)
            || !word.is_ascii() && word.contains(is_letter_of_another)
    };
    let (mut n_words, mut n_other) = (0, 0);
    for word in sampled(text, words) {
        n_words += 1;
        n_other += usize::from(tells(word));
    }
    n_words >= FEWEST && n_other * ONE_IN >= n_words
}

/// Whether the language of a text without any clause is not known, or is one that is not read: by what tells another, or
/// because the text has too few of the small words of the one that it was taken for. They make a third of any prose.
pub fn is_foreign(text: &str, language: Language) -> bool {
    const ONE_IN: usize = 12;
    let telling = &words(language).telling;
    let (mut n_words, mut n_told) = (0, 0);
    for word in sampled(text, word_spans(text)) {
        n_words += 1;
        n_told +=
            usize::from(telling.contains(word) || word.starts_with(|letter| language_of_letter(letter).is_some()));
    }
    // In a few words there may be hardly one.
    let least = if n_words < FEWEST { usize::from(n_words > 0) } else { n_words.div_ceil(ONE_IN) };
    n_told < least || is_in_another(text, word_spans(text))
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
    fn the_language_is_recognised_by_small_words_and_by_letters() {
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
    fn no_word_of_another_language_is_too_long_to_be_looked_up() {
        assert!(OTHER_WORDS.iter().all(|word| word.len() <= LONGEST_OTHER_WORD));
    }

    #[test]
    fn a_text_without_the_small_words_of_any_language_is_foreign() {
        let german = "unter Hinweis auf ihre Resolution 79/1, ersucht den Generalsekretär, bis zur nächsten Tagung Bericht zu erstatten";
        assert!(is_foreign(german, detect(german)));
        for text in
            ["Lorem ipsum dolor sit amet, consectetur adipiscing elit, sed do eiusmod tempor", "Milk eggs bread"]
        {
            assert!(is_foreign(text, detect(text)), "{text}");
        }
        assert!(!is_foreign("", Language::French) && !is_foreign("Lighthouses of the sea", Language::English));
        for text in [
            "Requests the Secretary-General to report to it at its next session on the implementation of the resolution",
            "Prie le Secrétaire général de lui faire rapport à sa prochaine session sur l’application de la résolution",
            "просит Генерального секретаря представить доклад на следующей сессии об осуществлении настоящей резолюции и всех решений",
        ] {
            assert!(!is_foreign(text, detect(text)), "{text}");
        }
    }

    #[test]
    fn a_text_in_a_language_near_to_one_that_is_read_is_in_another() {
        for text in [
            "Recordando a sua resolução 75/12, solicita ao Secretário-Geral que apresente um relatório na sua próxima sessão",
            "Ricordando la sua risoluzione 75/12, chiede al Segretario generale di presentare una relazione nella sua prossima sessione",
            "посилаючись на свою резолюцію 75/12, просить Генерального секретаря подати доповідь на її наступній сесії про виконання резолюції",
            "با یادآوری قطعنامه های پیشین خود از دبیر کل می خواهد گزارش خود را در نشست آینده به مجمع عمومی ارائه دهد چگونه پیگیری",
        ] {
            assert!(is_in_another(text, word_spans(text)), "{text}");
        }
        for text in [
            "Recordando su resolución 75/12, solicita al Secretario General que le presente un informe en su próximo período de sesiones",
            "Prie le Secrétaire général de lui faire rapport à sa prochaine session sur l’application de la résolution par van der Berg",
            "والجمعية العامة إذ تشير إلى قرارها تطلب إلى الأمين العام أن يقدم إليها تقريرا في دورتها المقبلة عن تنفيذ هذا القرار",
            "ссылаясь на свою резолюцию, просит Генерального секретаря представить доклад на следующей сессии об осуществлении",
        ] {
            assert!(!is_in_another(text, word_spans(text)), "{text}");
        }
    }

    #[test]
    fn a_name_in_another_script_does_not_decide() {
        assert_eq!(detect("Recalling the work of the Committee (Комитет) and the Council"), Language::English);
    }
}
