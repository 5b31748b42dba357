//! A light stemmer: removes number and gender, nothing else.
//!
//! Derived words and verb forms are not conflated, so that `preuve` finds « preuves » and not « prévenir »: removing `-er`
//! would conflate « passage » and « passagers ». A stem is a key for comparison, not a word: « numériques » gives
//! `numeric`. Accents are folded first, so « adopté » and « adopte » have the same stem.
//!
//! French, for the folded word, in order:
//! 1. a table of exceptions that the rules would conflate with other words (`fois`, `cours`, `tous` …);
//! 2. plural: `-eaux` → `-eau`, `-aux` → `-al`, `-eux` `-oux` → `-eu` `-ou`, `-s` is removed unless `-ss`;
//! 3. feminine: final `-e`s are removed as long as four letters are left; then `-eus` → `-eu`, `-ais` `-ois` → `-ai` `-oi`,
//!    `-qu` → `-c`, `-v` → `-f`, a double consonant except `-ss` becomes single; `-eau` → `-el`, so that « nouveau » meets
//!    « nouvelle ».
//!
//! Spanish: `-ces` → `-z`, `-eses` → `-es`, then `-os -as -es -o -a -e` are removed, so that « informe » meets « informes » and « pública »
//! « público ».
//!
//! English: irregular plurals by table; `-ies` → `-y`; `-es` after `s x z ch sh`; `-s` is removed unless `-ss -us -is`.

use super::stem_arabic::{stem_after_particles, stem_arabic};
use super::stem_russian::stem_russian;
use crate::model::Language;

/// Stems a folded word in place: `preuves` → `preuf`, `parties` → `party` in English.
///
/// Words of other scripts are not changed, and neither are words of fewer than four letters that are in no table.
pub fn stem(word: &mut String, language: Language) {
    match language {
        Language::Arabic => return stem_arabic(word),
        Language::Russian => return stem_russian(word),
        _ => {}
    }
    // «ñ» is a separate letter in Spanish and is kept: «niños».
    let is_letter = |letter: char| letter.is_ascii_lowercase() || letter == 'ñ' && language == Language::Spanish;
    if word.len() < 3 || !word.chars().all(is_letter) {
        return;
    }
    match language {
        Language::French => stem_french(word),
        Language::English => stem_english(word),
        Language::Spanish => stem_spanish(word),
        Language::Russian | Language::Arabic | Language::Chinese => {}
    }
}

/// A second stem of a folded word: in Arabic, without first letters that may be particles.
pub fn other_stem(word: &str, language: Language) -> Option<String> {
    if language == Language::Arabic { stem_after_particles(word) } else { None }
}

/// Exceptions to the rules, each with its stem. Sorted.
const FRENCH: [(&str, &str); 29] = [
    ("avis", "avis"),
    ("bois", "bois"),
    ("bras", "bras"),
    ("concours", "concours"),
    ("corps", "corps"),
    ("cours", "cours"),
    ("dans", "dans"),
    ("discours", "discours"),
    ("elles", "elle"),
    ("entre", "entre"),
    ("fois", "fois"),
    ("gens", "gens"),
    ("mais", "mais"),
    ("mars", "mars"),
    ("mois", "mois"),
    ("parcours", "parcours"),
    ("pays", "pays"),
    ("plus", "plus"),
    ("pris", "pris"),
    ("recours", "recours"),
    ("secours", "secours"),
    ("sens", "sens"),
    ("sous", "sous"),
    ("tous", "tout"),
    ("toute", "tout"),
    ("toutes", "tout"),
    ("travaux", "travail"),
    ("vers", "vers"),
    ("vitraux", "vitrail"),
];

fn stem_french(word: &mut String) {
    if irregular(word, &FRENCH) || word.len() < 4 {
        return;
    }
    singular_french(word);
    if word.ends_with("eau") {
        word.truncate(word.len() - 2);
        word.push('l');
        return;
    }
    let with_e = word.len();
    while word.len() > 4 && word.ends_with('e') {
        word.pop();
    }
    if word.len() == with_e {
        return;
    }
    if word.ends_with("eus") || word.ends_with("ais") || word.ends_with("ois") {
        word.pop();
    } else if word.ends_with("qu") {
        word.truncate(word.len() - 2);
        word.push('c');
    } else if word.ends_with('v') {
        word.pop();
        word.push('f');
    } else if ends_double(word) {
        word.pop();
    }
}

fn singular_french(word: &mut String) {
    if word.ends_with("eaux") || word.ends_with("eux") || word.ends_with("oux") {
        word.pop();
    } else if word.ends_with("aux") {
        word.truncate(word.len() - 2);
        word.push('l');
    } else if word.ends_with('s') && !word.ends_with("ss") {
        word.pop();
    }
}

fn ends_double(word: &str) -> bool {
    let mut letters = word.bytes().rev();
    // « cesse » is not « ces », nor « basse » « bas ».
    let last = letters.next();
    last != Some(b's') && last == letters.next()
}

/// Exceptions to the rules, each with its stem. Sorted.
const ENGLISH: [(&str, &str); 19] = [
    ("bureaux", "bureau"),
    ("businessmen", "businessman"),
    ("chairmen", "chairman"),
    ("children", "child"),
    ("crises", "crisis"),
    ("criteria", "criterion"),
    ("fishermen", "fisherman"),
    ("gases", "gas"),
    ("indices", "index"),
    ("lives", "life"),
    ("means", "means"),
    ("men", "man"),
    ("phenomena", "phenomenon"),
    ("policemen", "policeman"),
    ("series", "series"),
    ("servicemen", "serviceman"),
    ("spokesmen", "spokesman"),
    ("theses", "thesis"),
    ("women", "woman"),
];

fn stem_english(word: &mut String) {
    if irregular(word, &ENGLISH) || word.len() < 4 {
        return;
    }
    if word.ends_with("ies") && word.len() > 4 {
        word.truncate(word.len() - 3);
        word.push('y');
    } else if ["sses", "xes", "zes", "ches", "shes"].iter().any(|ending| word.ends_with(ending)) {
        word.truncate(word.len() - 2);
    } else if word.ends_with('s') && !["ss", "us", "is"].iter().any(|ending| word.ends_with(ending)) {
        word.pop();
    }
}

/// Exceptions to the rules, each with its stem. Sorted.
const SPANISH: [(&str, &str); 5] =
    [("antes", "antes"), ("lunes", "lunes"), ("martes", "martes"), ("menos", "menos"), ("viernes", "viernes")];

fn stem_spanish(word: &mut String) {
    if irregular(word, &SPANISH) || word.len() < 5 {
        return;
    }
    if word.ends_with("eses") {
        word.truncate(word.len() - 2);
    } else if word.ends_with("ces") {
        word.truncate(word.len() - 3);
        word.push('z');
    } else if ["os", "as", "es"].iter().any(|ending| word.ends_with(ending)) {
        word.truncate(word.len() - 2);
    } else if word.ends_with(['o', 'a', 'e']) {
        word.pop();
    }
}

fn irregular(word: &mut String, table: &[(&str, &str)]) -> bool {
    let Ok(at) = table.binary_search_by(|(form, _)| (*form).cmp(word.as_str())) else { return false };
    if let Some((_, stem)) = table.get(at) {
        word.clear();
        word.push_str(stem);
    }
    true
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::fold::fold;

    fn stem_of(word: &str, language: Language) -> String {
        let mut word = fold(word);
        stem(&mut word, language);
        word
    }

    #[test]
    fn the_forms_of_a_french_word_are_one() {
        for forms in [
            "preuve preuves",
            "terrorisme Terrorismes",
            "national nationale nationaux nationales",
            "numérique numériques",
            "public publique publics publiques",
            "européen européenne européens européennes",
            "culturel culturelle culturels culturelles",
            "nouveau nouvel nouvelle nouveaux nouvelles",
            "bureau bureaux",
            "actif active actifs actives",
            "nombreux nombreuse nombreuses",
            "adopté adoptée adoptés adoptées",
            "loi lois",
            "français française françaises",
            "particulier particulière particulières",
            "pris prise prises",
            "unie unies",
            "tout toute tous toutes",
            "travail travaux",
            "lieu lieux",
        ] {
            let stems: Vec<_> = forms.split(' ').map(|form| stem_of(form, Language::French)).collect();
            assert!(stems.windows(2).all(|pair| pair[0] == pair[1]), "{forms}: {stems:?}");
        }
    }

    #[test]
    fn the_forms_of_an_english_word_are_one() {
        for forms in [
            "state states",
            "party parties",
            "process processes",
            "woman women",
            "man men",
            "fisherman fishermen",
            "child children",
            "approach approaches",
            "crisis crises",
            "weapon weapons",
        ] {
            let stems: Vec<_> = forms.split(' ').map(|form| stem_of(form, Language::English)).collect();
            assert!(stems.windows(2).all(|pair| pair[0] == pair[1]), "{forms}: {stems:?}");
        }
    }

    #[test]
    fn the_forms_of_a_spanish_word_are_one() {
        for forms in [
            "estado estados",
            "resolución resoluciones",
            "informe informes",
            "pública público públicas públicos",
            "voz voces",
            "mes meses",
            "país países",
            "mujer mujeres",
            "ministra ministro ministras ministros",
            "comité comités",
        ] {
            let stems: Vec<_> = forms.split(' ').map(|form| stem_of(form, Language::Spanish)).collect();
            assert!(stems.windows(2).all(|pair| pair[0] == pair[1]), "{forms}: {stems:?}");
        }
        assert_ne!(stem_of("cada", Language::Spanish), stem_of("cadena", Language::Spanish));
    }

    #[test]
    fn words_of_different_meaning_stay_apart() {
        for (one, other) in [
            ("preuve", "prévenir"),
            ("prie", "prise"),
            ("cour", "cours"),
            ("foi", "fois"),
            ("entre", "entrée"),
            ("mai", "mais"),
            ("ces", "cesse"),
            ("passage", "passager"),
            ("mer", "mère"),
            ("nation", "national"),
        ] {
            assert_ne!(stem_of(one, Language::French), stem_of(other, Language::French), "{one} / {other}");
        }
        for (one, other) in [("mean", "means"), ("basis", "base"), ("organ", "organization")] {
            assert_ne!(stem_of(one, Language::English), stem_of(other, Language::English), "{one} / {other}");
        }
    }

    #[test]
    fn numbers_and_other_scripts_are_left_alone() {
        for word in ["2019", "39574s", "права"] {
            assert_eq!(stem_of(word, Language::French), word);
        }
    }

    #[test]
    fn a_stem_begins_as_its_word_does() {
        for (word, stem) in FRENCH.iter().chain(&ENGLISH).chain(&SPANISH) {
            assert_eq!(word.chars().next(), stem.chars().next(), "{word}");
        }
    }

    #[test]
    fn the_tables_are_sorted() {
        assert!(FRENCH.is_sorted());
        assert!(ENGLISH.is_sorted());
        assert!(SPANISH.is_sorted());
    }
}
