use super::*;
use std::collections::BTreeSet;

#[test]
fn a_file_holds_the_language_that_it_was_written_from_whole_or_not_at_all() {
    for language in UiLanguage::ALL {
        let file: &str = texts(language).to_file().leak();
        let read = Texts::from_file(file).unwrap();
        assert_eq!((read.language, read.lines()), (language, texts(language).lines()));
        for line in [1, file.lines().count() / 2, file.lines().count() - 1] {
            let cut: String = file.split_inclusive('\n').take(line).collect();
            assert!(Texts::from_file(cut.leak()).is_none(), "{line}");
        }
        assert!(Texts::from_file(file.trim_end()).is_none());
        assert!(Texts::from_file([file, "more\n"].concat().leak()).is_none());
    }
}

#[test]
fn no_text_is_empty_or_breaks_its_line() {
    for language in UiLanguage::ALL {
        for line in texts(language).lines() {
            assert!(!line.is_empty() && !line.contains('\n'), "{language:?}: {line:?}");
        }
    }
}

/// The numbers of the blanks in all forms of a text.
fn blanks(line: &str) -> BTreeSet<usize> {
    let mut blanks = BTreeSet::new();
    for form in line.split('|') {
        for (at, after) in form.split('{').skip(1).enumerate() {
            let (which, _) = after.split_once('}').unwrap_or_else(|| panic!("an open blank: {line}"));
            blanks.insert(if which.is_empty() { at } else { which.parse().unwrap() });
        }
    }
    blanks
}

#[test]
fn every_language_fills_the_same_blanks() {
    let french = texts(UiLanguage::French).lines();
    for language in UiLanguage::ALL {
        for (line, in_french) in texts(language).lines().into_iter().zip(french.iter().copied()) {
            assert_eq!(blanks(line), blanks(in_french), "{language:?}: {line}");
        }
    }
}

#[test]
fn each_setting_has_its_values_in_every_language() {
    let n_values =
        |language: UiLanguage| texts(language).settings_each.map(|(_, values)| values.split('|').count());
    for language in UiLanguage::ALL {
        assert_eq!(n_values(language), n_values(UiLanguage::French), "{language:?}");
    }
}

#[test]
fn counted_nouns_have_all_plural_forms_of_their_language() {
    for language in UiLanguage::ALL {
        let n_forms = (0..=200).map(|n| language.form_of_count(n)).max().unwrap() + 1;
        let texts = texts(language);
        let counted = [texts.clauses, texts.paragraphs, texts.hidden, texts.documents, texts.places];
        for forms in counted.into_iter().chain([texts.mends, texts.n_doubts]) {
            assert_eq!(forms.0.split('|').count(), n_forms, "{language:?}: {}", forms.0);
        }
    }
}

/// The start of a word, which its other forms share.
fn stem(word: &str) -> String {
    let n_letters = word.chars().count();
    word.chars().take(if n_letters > 4 { n_letters - 2 } else { n_letters }).collect()
}

#[test]
fn each_term_of_the_glossary_is_the_word_that_its_language_uses() {
    let glossary = include_str!("../../docs/glossary.md");
    let mut rows = glossary
        .lines()
        .filter(|line| line.starts_with('|'))
        .map(|line| line.trim_matches('|').split('|').map(|cell| cell.trim().to_lowercase()).collect::<Vec<_>>());
    let languages: Vec<UiLanguage> = (rows.next().unwrap().iter())
        .map(|name| UiLanguage::ALL.into_iter().find(|own| own.name().to_lowercase() == *name).unwrap())
        .collect();
    assert_eq!(languages.len(), UiLanguage::ALL.len());
    let mut unsaid = Vec::new();
    for row in rows.skip(1) {
        for (term, language) in row.iter().zip(&languages) {
            let lines = texts(*language).lines();
            let lines: Vec<String> =
                lines.into_iter().map(|line| line.to_lowercase().replace('\u{a0}', " ")).collect();
            // Text in brackets is for the translator.
            let term = term.split('(').next().unwrap_or_default();
            for term in term.split(" / ") {
                let stems: Vec<String> = term.split_whitespace().map(stem).collect();
                if !lines.iter().any(|line| stems.iter().all(|stem| line.contains(stem))) {
                    unsaid.push([language.code(), ": ", term].concat());
                }
            }
        }
    }
    assert!(unsaid.is_empty(), "the texts nowhere say {unsaid:#?}");
}

#[test]
fn the_method_has_the_figures_of_the_page_about_accuracy() {
    let plain = |figures: &str| figures.replace(',', ".").replace(['\u{a0}', ' '], "");
    let measured = plain(include_str!("../../docs/accuracy.md"));
    for language in UiLanguage::ALL {
        for (at, (of, figure)) in texts(language).measures.into_iter().enumerate() {
            let figure = plain(figure);
            assert!(measured.contains(&figure), "{language:?}, {of}: {figure} is not in docs/accuracy.md");
            assert_eq!(figure, plain(texts(UiLanguage::French).measures[at].1), "{language:?}, {of}");
        }
    }
}

#[test]
fn russian_is_written_as_the_united_nations_write_it() {
    for line in texts(UiLanguage::Russian).lines() {
        assert!(!line.contains(['ё', 'Ё']), "{line}");
    }
}

#[test]
fn chinese_has_a_space_on_both_sides_of_a_number() {
    let chinese = texts(UiLanguage::Chinese);
    let counted = [chinese.clauses, chinese.paragraphs, chinese.n_documents, chinese.documents, chinese.places];
    let found = chinese.found.with_all(&[&chinese.n_clauses(27), &chinese.count(12, chinese.paragraphs)]);
    let counted = counted.into_iter().map(|forms| chinese.count(27, forms)).chain([found, chinese.session(74)]);
    for said in counted {
        let letters: Vec<char> = said.chars().collect();
        for pair in letters.windows(2).filter(|pair| pair[0].is_ascii_digit() != pair[1].is_ascii_digit()) {
            assert!(pair.contains(&'\u{a0}'), "{said}");
        }
    }
}
