//! Snowball's stemmer for Russian (Martin Porter, 2001).
//!
//! «государства», «государствами» and «государство» have one stem. A crate with the same rules compiles to ten times the
//! code, which counts in the page. Words are folded first: «ё» becomes «е».

/// Endings of a perfective gerund, the longest first; the second list only after «а» or «я».
const GERUND: Endings = (&["ившись", "ывшись", "ивши", "ывши", "ив", "ыв"], &["вшись", "вши", "в"]);
const REFLEXIVE: Endings = (&["ся", "сь"], &[]);
const ADJECTIVE: Endings = (
    &[
        "ими", "ыми", "его", "ого", "ему", "ому", "ее", "ие", "ые", "ое", "ей", "ий", "ый", "ой", "ем", "им", "ым",
        "ом", "их", "ых", "ую", "юю", "ая", "яя", "ою", "ею",
    ],
    &[],
);
const PARTICIPLE: Endings = (&["ивш", "ывш", "ующ"], &["ем", "нн", "вш", "ющ", "щ"]);
const VERB: Endings = (
    &[
        "ейте", "уйте", "ила", "ыла", "ена", "ите", "или", "ыли", "ило", "ыло", "ено", "ует", "уют", "ены", "ить",
        "ыть", "ишь", "ей", "уй", "ил", "ыл", "им", "ым", "ен", "ят", "ит", "ыт", "ую", "ю",
    ],
    &["ете", "йте", "ешь", "нно", "ла", "на", "ли", "ем", "ло", "но", "ет", "ют", "ны", "ть", "й", "л", "н"],
);
const NOUN: Endings = (
    &[
        "иями", "ями", "ами", "ией", "иям", "ием", "иях", "ев", "ов", "ие", "ье", "еи", "ии", "ей", "ой", "ий",
        "ям", "ем", "ам", "ом", "ах", "ях", "ию", "ью", "ия", "ья", "а", "е", "и", "й", "о", "у", "ы", "ь", "ю",
        "я",
    ],
    &[],
);
const DERIVED: Endings = (&["ость", "ост"], &[]);
const SUPERLATIVE: Endings = (&["ейше", "ейш"], &[]);

/// A group of endings, and those that only count after «а» or «я».
type Endings = (&'static [&'static str], &'static [&'static str]);

/// Stems a folded word in place.
pub(super) fn stem_russian(word: &mut String) {
    let Some(first_vowel) = word.find(is_vowel) else { return };
    // The region RV: no ending starts before it.
    let from = first_vowel + 2;
    if !cut(word, from, GERUND) {
        cut(word, from, REFLEXIVE);
        if cut(word, from, ADJECTIVE) {
            cut(word, from, PARTICIPLE);
        } else if !cut(word, from, VERB) {
            cut(word, from, NOUN);
        }
    }
    if word.get(from..).is_some_and(|rest| rest.ends_with('и')) {
        word.pop();
    }
    if let Some(second) = after_consonant(word, 0).and_then(|first| after_consonant(word, first)) {
        cut(word, second, DERIVED);
    }
    let is_superlative = cut(word, from, SUPERLATIVE);
    let rest = word.get(from..).unwrap_or_default();
    if rest.ends_with("нн") || (!is_superlative && rest.ends_with('ь')) {
        word.pop();
    }
}

/// Removes the longest of these endings that starts after an offset.
fn cut(word: &mut String, from: usize, (any, after_a): Endings) -> bool {
    let Some(rest) = word.get(from..) else { return false };
    let all = any.iter().map(|ending| (*ending, false)).chain(after_a.iter().map(|ending| (*ending, true)));
    let longest = all.filter(|(ending, _)| rest.ends_with(ending)).max_by_key(|(ending, _)| ending.len());
    let Some((ending, needs_a)) = longest else { return false };
    if needs_a && !rest.strip_suffix(ending).is_some_and(|before| before.ends_with(['а', 'я'])) {
        return false;
    }
    let length = ending.len();
    word.truncate(word.len() - length);
    true
}

/// The offset after the first consonant that follows a vowel.
fn after_consonant(word: &str, from: usize) -> Option<usize> {
    let rest = word.get(from..)?;
    let vowel = rest.find(is_vowel)?;
    let (consonant, letter) = rest.get(vowel..)?.char_indices().find(|(_, letter)| !is_vowel(*letter))?;
    Some(from + vowel + consonant + letter.len_utf8())
}

fn is_vowel(letter: char) -> bool {
    matches!(letter, 'а' | 'е' | 'и' | 'о' | 'у' | 'ы' | 'э' | 'ю' | 'я')
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::fold::fold;

    fn stem_of(word: &str) -> String {
        let mut word = fold(word);
        stem_russian(&mut word);
        word
    }

    #[test]
    fn the_cases_of_a_russian_word_are_one() {
        for forms in [
            "государство государства государству государством государстве государствами государствах",
            "резолюция резолюции резолюцию резолюцией резолюций резолюциями резолюциях",
            "секретарь секретаря секретарю секретарем",
            "учреждение учреждения учреждений учреждениям учреждениями",
            "маяк маяка маяки маяков маяками маяках",
            "развивающиеся развивающихся развивающимся развивающимися",
            "техническая технической техническую технические технических",
            "учёт учет учета учетом",
            "просит просить",
        ] {
            let stems: Vec<_> = forms.split(' ').map(stem_of).collect();
            assert!(stems.windows(2).all(|pair| pair[0] == pair[1]), "{forms}: {stems:?}");
        }
    }

    #[test]
    fn stems_are_those_of_snowball() {
        for (word, stem) in [
            ("вновь", "внов"),
            ("важность", "важност"),
            ("безопасность", "безопасн"),
            ("безопаснейший", "безопасн"),
            ("рассмотрев", "рассмотр"),
            ("обеспокоена", "обеспоко"),
            ("возвратившись", "возврат"),
            ("длинный", "длин"),
            ("государственный", "государствен"),
            ("подтверждая", "подтвержд"),
            ("сотрудничества", "сотрудничеств"),
            ("оказывать", "оказыва"),
            ("отчитываться", "отчитыва"),
            ("признательность", "признательн"),
            ("осуществлении", "осуществлен"),
            ("статистическими", "статистическ"),
            ("морской", "морск"),
            ("женщин", "женщин"),
            ("детей", "дет"),
            ("делегаций", "делегац"),
        ] {
            assert_eq!(stem_of(word), stem, "{word}");
        }
    }

    #[test]
    fn words_without_a_vowel_and_words_of_other_scripts_are_left_alone() {
        for word in ["в", "ссср", "оон", "2030", "states", "", "я"] {
            assert_eq!(stem_of(word), word);
        }
    }
}
