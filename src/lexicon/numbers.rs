//! Ordinals and months written out: «soixante-quinzième», «seventy-fifth», «décembre».

use crate::model::Language;

/// The value of an ordinal from its folded words, hyphens and «et» taken away.
pub fn ordinal(words: &[&str], language: Language) -> Option<u32> {
    let (mut value, mut is_ordinal) = (0, false);
    for word in words {
        if matches!(*word, "et" | "and") && value > 0 {
            continue;
        }
        let (part, ordinal) = match language {
            Language::French => french(word)?,
            Language::English => english(word)?,
        };
        // «quatre-vingt-dix»: four times twenty, and ten.
        let multiplies = part == 100 || (language == Language::French && part == 20 && value == 4);
        value = if multiplies && value > 0 { value * part } else { value + part };
        is_ordinal |= ordinal;
    }
    (is_ordinal && value > 0).then_some(value)
}

fn french(word: &str) -> Option<(u32, bool)> {
    const WORDS: [(&str, u32); 25] = [
        ("premiere", 1),
        ("premier", 1),
        ("unieme", 1),
        ("deux", 2),
        ("trois", 3),
        ("quatre", 4),
        ("cinq", 5),
        ("six", 6),
        ("sept", 7),
        ("huit", 8),
        ("neuf", 9),
        ("dix", 10),
        ("onze", 11),
        ("douze", 12),
        ("treize", 13),
        ("quatorze", 14),
        ("quinze", 15),
        ("seize", 16),
        ("vingt", 20),
        ("trente", 30),
        ("quarante", 40),
        ("cinquante", 50),
        ("soixante", 60),
        ("cent", 100),
        ("seconde", 2),
    ];
    let stem = word.strip_suffix("ieme").or_else(|| word.strip_suffix("iemes"));
    if let Some((_, value)) = WORDS.iter().find(|(known, _)| *known == word) {
        return Some((*value, *value == 1 || word == "seconde"));
    }
    // quatrième, cinquième, neuvième, onzième: the cardinal has lost a letter or gained one.
    let stem = stem?;
    let cardinal = WORDS.iter().find(|(known, _)| {
        *known == stem
            || known.strip_suffix('e') == Some(stem)
            || (stem == "cinqu" && *known == "cinq")
            || (stem == "neuv" && *known == "neuf")
    });
    cardinal.map(|(_, value)| (*value, true))
}

fn english(word: &str) -> Option<(u32, bool)> {
    const CARDINALS: [(&str, u32); 9] = [
        ("twenty", 20),
        ("thirty", 30),
        ("forty", 40),
        ("fifty", 50),
        ("sixty", 60),
        ("seventy", 70),
        ("eighty", 80),
        ("ninety", 90),
        ("hundred", 100),
    ];
    const ORDINALS: [&str; 19] = [
        "first",
        "second",
        "third",
        "fourth",
        "fifth",
        "sixth",
        "seventh",
        "eighth",
        "ninth",
        "tenth",
        "eleventh",
        "twelfth",
        "thirteenth",
        "fourteenth",
        "fifteenth",
        "sixteenth",
        "seventeenth",
        "eighteenth",
        "nineteenth",
    ];
    if let Some((_, value)) = CARDINALS.iter().find(|(known, _)| *known == word) {
        return Some((*value, false));
    }
    if let Some(i) = ORDINALS.iter().position(|known| *known == word) {
        return Some((i as u32 + 1, true));
    }
    if word == "one" {
        return Some((1, false));
    }
    let tens = word.strip_suffix("ieth")?;
    CARDINALS.iter().find(|(known, _)| known.strip_suffix('y') == Some(tens)).map(|(_, value)| (*value, true))
}

/// The month of a folded word, 1 to 12.
pub fn month(word: &str) -> Option<u8> {
    const FRENCH: [&str; 12] = [
        "janvier",
        "fevrier",
        "mars",
        "avril",
        "mai",
        "juin",
        "juillet",
        "aout",
        "septembre",
        "octobre",
        "novembre",
        "decembre",
    ];
    const ENGLISH: [&str; 12] = [
        "january",
        "february",
        "march",
        "april",
        "may",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
    ];
    [FRENCH, ENGLISH].iter().find_map(|months| months.iter().position(|m| *m == word)).map(|i| i as u8 + 1)
}

/// A small number written out: «deux», «two».
pub fn cardinal(word: &str) -> Option<u32> {
    const NUMBERS: [[&str; 2]; 12] = [
        ["un", "one"],
        ["deux", "two"],
        ["trois", "three"],
        ["quatre", "four"],
        ["cinq", "five"],
        ["six", "six"],
        ["sept", "seven"],
        ["huit", "eight"],
        ["neuf", "nine"],
        ["dix", "ten"],
        ["onze", "eleven"],
        ["douze", "twelve"],
    ];
    word.parse().ok().or_else(|| NUMBERS.iter().position(|pair| pair.contains(&word)).map(|i| i as u32 + 1))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_ordinal_written_out_has_its_value() {
        for (words, value) in [
            ("soixante quinzieme", 75),
            ("soixante et onzieme", 71),
            ("quatre vingtieme", 80),
            ("quatre vingt unieme", 81),
            ("quatre vingt dix neuvieme", 99),
            ("quarante cinquieme", 45),
            ("premiere", 1),
            ("vingt et unieme", 21),
            ("neuvieme", 9),
        ] {
            let words: Vec<&str> = words.split(' ').collect();
            assert_eq!(ordinal(&words, Language::French), Some(value), "{words:?}");
        }
        for (words, value) in
            [("seventy fifth", 75), ("eightieth", 80), ("twelfth", 12), ("one hundred first", 101)]
        {
            let words: Vec<&str> = words.split(' ').collect();
            assert_eq!(ordinal(&words, Language::English), Some(value), "{words:?}");
        }
    }

    #[test]
    fn other_words_have_none() {
        assert_eq!(ordinal(&["prochaine"], Language::French), None);
        assert_eq!(ordinal(&["soixante"], Language::French), None);
        assert_eq!(ordinal(&["next"], Language::English), None);
    }
}
