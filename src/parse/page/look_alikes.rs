//! Latin letters in Russian words and Russian letters in symbols: “cсылаясь” with a Latin c, «А/RES/74/175» with a Russian А.
//!
//! They look the same in print, but a word with one is in no table and no search finds it. A letter is
//! replaced only where its neighbours are of the other script and every letter of its script in the word has a twin.

use crate::text::tokens::{is_alphabetic, is_space};

/// Latin and Cyrillic letters that look alike.
const TWINS: [(char, char); 20] = [
    ('a', 'а'),
    ('c', 'с'),
    ('e', 'е'),
    ('o', 'о'),
    ('p', 'р'),
    ('x', 'х'),
    ('y', 'у'),
    ('A', 'А'),
    ('B', 'В'),
    ('C', 'С'),
    ('E', 'Е'),
    ('H', 'Н'),
    ('K', 'К'),
    ('M', 'М'),
    ('O', 'О'),
    ('P', 'Р'),
    ('T', 'Т'),
    ('X', 'Х'),
    ('S', 'Ѕ'),
    ('ë', 'ё'),
];

/// A letter to replace: its place and its twin.
pub type Exchange = (usize, char);

/// The letters of a source that belong to the other script, in order.
pub fn look_alikes(source: &str) -> Vec<Exchange> {
    let mut found = Vec::new();
    // The lead bytes of Cyrillic: most texts have none.
    // Without an early end the compiler looks at many bytes at a time.
    if !source.bytes().fold(false, |any, byte| any | matches!(byte, 0xd0 | 0xd1)) {
        return found;
    }
    let mut start = 0;
    for (end, _) in source.char_indices().filter(|(_, letter)| is_space(*letter)).chain([(source.len(), ' ')]) {
        let token = source.get(start..end).unwrap_or_default();
        if !token.is_ascii() {
            in_token(token, start, &mut found);
        }
        start = end + source.get(end..).and_then(|rest| rest.chars().next()).map_or(1, char::len_utf8);
    }
    found
}

fn in_token(token: &str, at: usize, found: &mut Vec<Exchange>) {
    let is_symbol = is_symbol(token);
    let mut start = None;
    for (i, letter) in token.char_indices().chain([(token.len(), ' ')]) {
        match (is_alphabetic(letter), start) {
            (true, None) => start = Some(i),
            (false, Some(first)) => {
                in_word(token.get(first..i).unwrap_or_default(), at + first, is_symbol, found);
                start = None;
            }
            _ => {}
        }
    }
}

fn in_word(word: &str, at: usize, in_symbol: bool, found: &mut Vec<Exchange>) {
    let n_latin = word.chars().filter(|letter| is_latin(*letter)).count();
    if n_latin == 0 && !in_symbol {
        return;
    }
    let n_cyrillic = word.chars().filter(|letter| is_cyrillic(*letter)).count();
    let is_mixed = n_latin > 0 && n_cyrillic > 0;
    let exchange = if is_mixed && !in_symbol && n_cyrillic > n_latin {
        to_cyrillic
    } else if n_cyrillic > 0 && (is_mixed || in_symbol) {
        to_latin
    } else {
        return;
    };
    let is_foreign = |letter: char| if exchange('a').is_some() { is_latin(letter) } else { is_cyrillic(letter) };
    let letters = || word.char_indices().filter(|(_, letter)| is_foreign(*letter));
    if letters().all(|(_, letter)| exchange(letter).is_some()) {
        found.extend(letters().filter_map(|(i, letter)| Some((at + i, exchange(letter)?))));
    }
}

/// Whether a token is the symbol of a document whose first letters may be Russian: «А/RES/74/175», «Е/2015/7».
fn is_symbol(token: &str) -> bool {
    if !token.contains('/') {
        return false;
    }
    let token = token.trim_matches(|letter: char| !letter.is_alphanumeric());
    let Some((first, rest)) = token.split_once('/') else { return false };
    let is_capital =
        |letter: char| letter.is_ascii_uppercase() || to_latin(letter).is_some_and(|l| l.is_ascii_uppercase());
    (1..=4).contains(&first.chars().count())
        && first.chars().all(is_capital)
        && rest.bytes().any(|byte| byte.is_ascii_digit())
        && (matches!(first, "А" | "Е") || token.chars().any(is_latin))
}

fn is_latin(letter: char) -> bool {
    letter.is_ascii_alphabetic() || letter == 'ë'
}

fn is_cyrillic(letter: char) -> bool {
    matches!(letter, '\u{400}'..='\u{4ff}')
}

fn to_cyrillic(letter: char) -> Option<char> {
    TWINS.iter().find(|twins| twins.0 == letter).map(|twins| twins.1)
}

fn to_latin(letter: char) -> Option<char> {
    TWINS.iter().find(|twins| twins.1 == letter).map(|twins| twins.0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::parse::parse;

    fn mended(text: &str) -> String {
        let found = look_alikes(text);
        text.char_indices()
            .map(|(at, letter)| {
                found.iter().find(|exchange| exchange.0 == at).map_or(letter, |exchange| exchange.1)
            })
            .collect()
    }

    #[test]
    fn latin_letters_in_a_russian_word_become_russian() {
        assert_eq!(
            mended("cсылаясь на доклад Генерального cекретаря"),
            "ссылаясь на доклад Генерального секретаря"
        );
        assert_eq!(mended("Coвет"), "Совет");
        assert_eq!(mended("Аdd.1"), "Add.1");
    }

    #[test]
    fn russian_letters_in_a_symbol_become_latin() {
        assert_eq!(
            mended("(А/RES/74/175, А/69/422, Е/СN.5/2015/L.5)"),
            "(A/RES/74/175, A/69/422, E/CN.5/2015/L.5)"
        );
        assert_eq!(mended("А/С.3/80/L.8"), "A/C.3/80/L.8");
    }

    #[test]
    fn words_of_one_script_are_left() {
        for text in
            ["А также СССР и ЮНИСЕФ", "Р/С и/или", "IT-специалист, pH", "а) и b)", "COVID-19 и ООН/ЮНЕСКО", "д/ф 2"]
        {
            assert_eq!(mended(text), text);
        }
    }

    #[test]
    fn a_letter_exchanged_is_recorded_with_what_it_was() {
        let source = "А/RES/81/77\n\nГенеральная Ассамблея,\n\ncсылаясь на свои резолюции,\n\n\
                      1. просит Генерального cекретаря представить доклад.";
        let parsed = parse(source);
        assert_eq!(parsed.resolution.symbol.as_str(), "A/RES/81/77");
        let mends = parsed.resolution.paragraphs.iter().flat_map(|paragraph| &paragraph.mends);
        let was: Vec<&str> = mends.map(|mend| mend.was.as_str()).collect();
        assert_eq!(was, ["cсылаясь", "cекретаря"]);
        assert_eq!(parsed.trace.faults(source), []);
        let phrases: Vec<&str> = parsed.resolution.clauses().map(|(p, clause)| clause.phrase.of(&p.text)).collect();
        assert_eq!(phrases, ["ссылаясь", "просит"]);
    }
}
