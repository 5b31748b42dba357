//! A light stemmer for Arabic: removes proclitics, the article and endings.
//!
//! «والدول», «للدول» and «دول» have one stem, and so have «قرار», «قرارها» and «القرارات». Broken plurals («دولة», «دول») are
//! not conflated with their singular.

/// Prefixes of a noun, the longest first.
const BEFORE: [&str; 9] = ["وبال", "وكال", "ولل", "وال", "فال", "بال", "كال", "لل", "ال"];
/// Suffixes of a noun, the longest first.
const AFTER: [&str; 12] = ["هما", "تين", "ات", "ان", "ون", "ين", "ها", "هم", "نا", "ه", "ي", "ا"];
/// Starts of nouns whose own first letter is «ل», which merges with the article: «للجنة» is «ل» and «اللجنة».
const BEGIN_WITH_LAM: [&str; 9] = ["لجن", "لجان", "لغ", "لاج", "لقا", "لوا", "لبنان", "ليبي", "ليبر"];
/// One-letter particles before a word; each may also be the word's own first letter.
const PARTICLES: [char; 5] = ['و', 'ف', 'ب', 'ل', 'ك'];
/// The shortest stem in bytes: three letters.
const SHORTEST: usize = 6;

/// Stems a folded word in place.
pub(super) fn stem_arabic(word: &mut String) {
    if let Some(at) = word.strip_prefix('و').unwrap_or(word).strip_prefix("لل").map(|rest| word.len() - rest.len())
    {
        let noun = word.get(at - 'ل'.len_utf8()..).unwrap_or_default();
        if BEGIN_WITH_LAM.iter().any(|beginning| noun.starts_with(beginning)) {
            *word = noun.to_owned();
        }
    }
    // A single «و» or «ب» may belong to the word itself: only before an article is it certainly a particle.
    let bare = BEFORE.iter().find_map(|before| word.strip_prefix(before).filter(|rest| rest.len() >= SHORTEST));
    if let Some(bare) = bare {
        *word = bare.to_owned();
    }
    // «قراراتها» has two endings.
    for _ in 0..2 {
        let bare = AFTER.iter().find_map(|after| word.strip_suffix(after).filter(|rest| rest.len() >= SHORTEST));
        let Some(length) = bare.map(str::len) else { return };
        word.truncate(length);
    }
}

/// The stem without first letters that may be particles: «تقرير» for «بتقرير» and «وبتقرير». The letters alone do not show
/// whether they are, so such a word has two stems.
pub(super) fn stem_after_particles(word: &str) -> Option<String> {
    if BEFORE.iter().any(|before| word.starts_with(before)) {
        return None;
    }
    let mut rest = word.strip_prefix(PARTICLES).filter(|rest| rest.len() >= SHORTEST)?;
    if word.starts_with(['و', 'ف'])
        && let Some(bare) = rest.strip_prefix(['ب', 'ل', 'ك']).filter(|bare| bare.len() > SHORTEST)
    {
        rest = bare;
    }
    let mut stem = rest.to_owned();
    stem_arabic(&mut stem);
    Some(stem)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::fold::fold;

    #[test]
    fn the_forms_of_an_arabic_word_are_one() {
        for forms in [
            "الدول والدول للدول بالدول دول",
            "قرار القرار قرارها قراره القرارات قراراتها",
            "اللجنة لجنة واللجنة للجنة وللجنة باللجنة",
            "الإرهاب إرهاب والإرهاب",
            "حكومة الحكومات حكومات",
            "تقرير التقرير تقريرا تقريره",
        ] {
            let stems: Vec<String> = forms
                .split(' ')
                .map(|form| {
                    let mut word = fold(form);
                    stem_arabic(&mut word);
                    word
                })
                .collect();
            assert!(stems.windows(2).all(|pair| pair[0] == pair[1]), "{forms}: {stems:?}");
        }
    }

    #[test]
    fn a_word_after_particles_has_the_stem_of_the_word_alone_too() {
        for (word, alone) in [("بتقرير", "تقرير"), ("وبتقرير", "تقرير"), ("لحكومة", "حكومة"), ("ومنظمات", "منظمة")]
        {
            let mut stem = fold(alone);
            stem_arabic(&mut stem);
            assert_eq!(stem_after_particles(&fold(word)), Some(stem), "{word}");
        }
        assert_eq!(stem_after_particles(&fold("والتقرير")), None);
    }

    #[test]
    fn a_short_word_is_left_alone() {
        for word in ["الي", "ان", "بلد", "وضع"] {
            let mut stem = word.to_owned();
            stem_arabic(&mut stem);
            assert_eq!(stem, word);
        }
    }
}
