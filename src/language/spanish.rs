//! Spanish.

use super::formulas::opens_a_number;
use super::{
    Formula, Formulas, NameShape, PreambleVerbs, Rules, Time, Times, Writing, common_tables, irregular_past, words,
};
use crate::model::Language;
use crate::text::fold::fold;
use crate::text::pattern::pattern;
use regex::Regex;
use std::sync::LazyLock;

pub(super) static RULES: Rules = Rules {
    language: Language::Spanish,
    common: common_tables!("es"),
    writing: Writing {
        has_blanks: true,
        has_capitals: true,
        opens_small: false,
        list_letters: "abcdefghijklmnñopqrstuvwxyz",
    },
    key,
    is_plural,
    first_person,
    past,
    bare_attitudes: false,
    with: "con",
    adverb_ending: "mente",
    preamble: PreambleVerbs::Participles,
    names: NameShape::HeadFirst,
    adjectives_follow: true,
    cue_form,
    repeats_prepositions: false,
    complement,
    addressed: None,
    adverbs_follow: true,
    verb_before_subject: None,
    verb_agrees: None,
    is_infinitive: None,
    is_instrumental: None,
    is_dative: None,
    session_number_follows: false,
    times: TIMES,
    formulas: FORMULAS,
};

#[expect(clippy::declare_interior_mutable_const, reason = "used once, in RULES")]
const FORMULAS: Formulas = Formulas {
    meeting: Formula::at_head(
        opens_a_number,
        r"(?i)^\(?(?P<n>\d+)\s?(?:ª|a\.?|\.ª|ma|°|º)?\s+sesi[óo]n(?: plenaria)?(?: \((?:continuaci[óo]n|reanudaci[óo]n)\))?[\s.,)]*$",
        &["esión", "esion", "ESIÓN", "ESION"],
    ),
    meeting_at_head: Formula::at_head(
        opens_a_number,
        r"(?i)^\d+\s?(?:ª|a\.?|\.ª)\s+sesi[óo]n plenaria(?: \((?:continuaci[óo]n|reanudaci[óo]n)\))?\b",
        &["esión", "esion", "ESIÓN", "ESION"],
    ),
    date: Formula::new(
        r"(?i)(?-u:\b)(?P<day>\d{1,2})[º°]?\s+de\s+(?P<month>\p{L}+)\s+(?:de|del)\s+(?P<year>\d{4})(?-u:\b)",
        &["19", "20"],
    ),
    before_date: &["el "],
    vote: Formula::at_head(
        |first| matches!(first, '[' | 'a' | 'A'),
        r"(?i)^\[?aprobad[ao]s? (?:por|sin|en|tal)\b",
        &["probad", "PROBAD"],
    ),
    adopted_at: Formula::new(
        r"(?i)\baprobada por [^,]{5,60}? en su (?P<meeting>(?P<n>\d+)\s?(?:ª|a|\.ª) sesión)",
        &["probada", "PROBADA"],
    ),
    decided_at: Formula::at_head(
        |first| matches!(first, 'e' | 'E'),
        r"(?i)^en (?:su|la) (?P<meeting>(?P<n>\d+)\.?[ªa]? sesi[óo]n(?: plenaria)?)",
        &["esión", "esion", "ESIÓN", "ESION"],
    ),
    council_number: Formula::at_head(
        |first| opens_a_number(first) || matches!(first, 'r' | 'R'),
        r"(?i)^\s*(?:resoluci[óo]n\s+(?P<n>\d+)\s*\(\s*(?P<year>\d{4})\s*\)|(?P<n2>\d{1,4})\s?\((?P<year2>\d{4})\)\s?\.\s+resoluci[óo]n\b)",
        &["olución", "olucion", "OLUCIÓN", "OLUCION"],
    ),
    own_paragraph: Formula::new(
        r"(?i)(?:^|\W)(?P<words>párrafos?\s(?P<number>[0-9]{1,3})\s(?:anterior|anteriores|supra|infra|precedente|de\sla\spresente\sresolución))",
        &["árrafo"],
    ),
};

const TIMES: Times = Times {
    limit: Time {
        words: r"(?ix)(?P<period>período\s(?:comprendido\s)?(?:entre|del?|desde)\s.{0,40}?\s(?:al?|y|hasta)\s.{0,30}?(?:19|20)\d\d|(?:previst|programad|convocad|fijad)[oa]s?\spara\s(?:el\s|fines\sde\s)?(?:\d{1,2}[º°]?\sde\s)?(?:\p{L}+\sde\s)?(?:19|20)\d\d)|(?:a\smás\stardar\s(?:el|en|a\sfines\sde|para\sel|para)|(?:a\smás\stardar\sa|a|antes\sde|hasta|para)\smediados\sde|antes\sde(?:l|\sfines\sde|\sfinalizar)?|hasta\s(?:el|finales\sde|fines\sde)|para\s(?:el|fines\sde|finales\sde)?|a\sfines\sde|a\sfinales\sde|a\spartir\sde|comenzando\sen|empezando\sen|(?:en|durante)\sel\s(?:primer|segundo|tercer|cuarto|último)\s(?:trimestre|semestre)\sde)\s?
            (?:(?P<day>\d{1,2})[º°]?\sde\s(?P<month>\p{L}+)\s(?:de|del)\s(?P<year>(?:19|20)\d\d)
            |(?P<month2>\p{L}+)\sde\s(?P<year2>(?:19|20)\d\d)|(?:(?:el\s)?(?:primer|segundo|tercer|cuarto|último)\s(?:trimestre|semestre)\sde\s|el\saño\s|año\s)?(?P<year3>(?:19|20)\d\d))
            |(?:a\spartir\sdel|con\sefecto\sa\spartir\sdel|(?P<on>el))\s\d{1,2}[º°]?\sde\s\p{L}+\s(?:de|del)\s(?:19|20)\d\d
            |(?:en|para|durante|antes\sde)\s(?:su|el|la)\speríodo\sde\ssesiones\s(?:(?:de\s)?\p{L}+\s)?(?:de|para|correspondiente\sa)\s(?P<session_year>20\d\d)
            |en\s(?P<report_year>20\d\d)(?:,\s20\d\d)*(?:\s[yo]\s(?:en\s)?20\d\d)?",
        hint: "19|20",
    },
    often: Time {
        words: r"(?ix)(?P<year>todos\slos\saños|cada\saño|anualmente|una\svez\sal\saño|con\scarácter\sanual|(?:un\s)?informe\sanual|informes\sanuales)
            |(?P<two>bienalmente|cada\sdos\saños|con\scarácter\sbienal|informe\sbienal|informes\sbienales)
            |(?P<half>semestralmente|dos\sveces\sal\saño|informes?\ssemestral(?:es)?)
            |(?P<quarter>trimestralmente|cada\strimestre|informes?\strimestral(?:es)?)
            |cada\s(?P<n>\p{L}+|\d+)\s(?:(?P<years>años)|(?P<months>meses)|(?P<weeks>semanas)|(?P<days>días))",
        hint: "odos los años|ada |nual|ez al año|ienal|emestral|rimestral|eces al año",
    },
    within: Time {
        words: r"(?ix)(?:en\sun\splazo\s(?:máximo\s)?(?:no\ssuperior\sa\s)?de|en\sel\splazo\sde|dentro\sde(?:\sun\splazo\sde|\slos)?|en\slos\spróximos|durante\slos\spróximos|en\sun\splazo\sno\ssuperior\sa|a\smás\stardar)\s
            (?:los\s|próximos\s|siguientes\s)*(?P<n>\p{L}+|\d+)\s(?:(?P<years>años?)|(?P<months>mes(?:es)?)|(?P<weeks>semanas?)|(?P<days>días?))
            |(?:antes\sde(?:l\s(?:fin|final|término)\sde|\sque\s(?:finalice|termine|concluya)|\sfinalizar)|a\smás\stardar\sal\s(?:final|término)\sde|hasta\sel\sfin(?:al)?\sde)l?\s?(?:la\s|el\s|su\s|este\s|presente\s)*(?P<undated>bienio|año|período|decenio|mandato)",
        hint: "plazo|entro de|próximos|tardar|fin|termine|término|concluya",
    },
    account: Time {
        words: r"(?i)(?:siga|sigan|seguir|continúen?|continuar)\sinformando|rendir\scuentas|rinda\scuentas|(?:la|lo|los|las|le)\s(?:mantenga|informe)n?|mantener(?:la|lo|los)?\s(?:\S+\s){0,3}informad|que\s(?:le\s)?informen?",
        hint: "cuentas|nforme|antenga|nformad",
    },
};

/// `autoridades` → `autoridad`, `informes` and `informe` → `inform`, `luces` and `luz` → `luc`: what the plural adds, and a
/// final `e`, which cannot be distinguished from it.
fn key(word: &str) -> (&str, &'static str) {
    if !word.is_ascii() {
        return (word, "");
    }
    let mut stem = word;
    while stem.len() > 3
        && let Some(shorter) = stem.strip_suffix(['s', 'e'])
    {
        stem = shorter;
    }
    match stem.strip_suffix('z') {
        Some(shorter) if shorter.len() > 1 => (shorter, "c"),
        _ => (stem, ""),
    }
}

/// «decidir» → «decidió», «tomar nota» → «tomó nota», «comprometerse» → «se comprometió».
fn past(lemma: &str, _: &str) -> Vec<String> {
    let (verb, rest) = lemma.split_at(lemma.find(' ').unwrap_or(lemma.len()));
    let (verb, reflexive) = verb.strip_suffix("se").map_or((verb, ""), |verb| (verb, "se "));
    let regular = || match verb.strip_suffix("ar") {
        Some(stem) => Some(format!("{stem}ó")),
        None => verb.strip_suffix("er").or_else(|| verb.strip_suffix("ir")).map(|stem| format!("{stem}ió")),
    };
    let past = irregular_past(Language::Spanish, verb).map(str::to_owned).or_else(regular);
    past.map(|past| [reflexive, &past, rest].concat()).into_iter().collect()
}

fn is_plural(word: &str) -> bool {
    word.len() > 3 && word.ends_with(['s', 'S'])
}

/// «instar» → «instamos», «reconocer» → «reconocemos», «comprometerse» → «nos comprometemos».
fn first_person(lemma: &str, _: &str) -> Option<String> {
    let (verb, rest) = lemma.split_once(' ').unwrap_or((lemma, ""));
    let (verb, reflexive) = verb.strip_suffix("se").map_or((verb, ""), |verb| (verb, "nos "));
    let stem = verb.strip_suffix('r')?;
    let rest = rest.replace("su ", "nuestro ");
    Some(format!("{reflexive}{stem}mos {rest}").trim_end().to_owned())
}

/// «al» is «a el», «del» «de el».
fn cue_form(word: &str) -> &str {
    match word {
        "al" => "a",
        "del" => "de",
        _ => word,
    }
}

static COMPLEMENT: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?x)(?:^|\W)(?:(?:a\s|para\s)?que(?:\W|$)
        |(?:a|para)\s(?:que\s)?(?:(?:no|también|además|seguir|\p{Ll}+mente)\s)*\p{Ll}+(?:ar|er|ir|arse|erse|irse|[aei]r(?:la|lo|las|los|le|les))(?:\W|$))",
    )
});

/// After a relative pronoun: «los Estados que **aún** no lo hayan hecho».
const RELATIVE: [&str; 52] = [
    "aportan",
    "apoyan",
    "aun",
    "contribuyen",
    "cuentan",
    "deseen",
    "desean",
    "disponen",
    "ejercen",
    "esta",
    "están",
    "estan",
    "esten",
    "estén",
    "estuvieran",
    "figuran",
    "forman",
    "fueron",
    "ha",
    "habitan",
    "hacen",
    "han",
    "haya",
    "hayan",
    "integran",
    "intervienen",
    "necesitan",
    "ocupan",
    "operan",
    "participan",
    "participen",
    "poseen",
    "prestan",
    "producen",
    "proporcionan",
    "pueda",
    "puedan",
    "pueden",
    "realizan",
    "reciben",
    "reunen",
    "salen",
    "siguen",
    "son",
    "sufren",
    "tengan",
    "tienen",
    "todavia",
    "trabajan",
    "viven",
    "solicitan",
    "ocupa",
];

fn complement(rest: &str) -> Option<usize> {
    let lists = words(Language::Spanish);
    let mut from = 0;
    loop {
        let found = COMPLEMENT.find_at(rest, from)?;
        let bare = found.as_str().trim_start_matches(|letter: char| !letter.is_alphanumeric());
        let start = found.end() - bare.len();
        let before = fold(rest.get(..start).unwrap_or_default());
        let last = before.split(|letter: char| !letter.is_alphanumeric()).rfind(|word| !word.is_empty());
        let is_asked = if bare.starts_with("que") {
            // «los Estados **que** aún no lo han hecho», «lo **que**», «así como los **que**».
            let after = fold(rest.get(found.end().saturating_sub(1)..).unwrap_or_default());
            let clitic =
                |word: &&str| matches!(*word, "" | "no" | "se" | "lo" | "los" | "la" | "las" | "le" | "les" | "ya");
            let next = after
                .split(|letter: char| !letter.is_alphanumeric())
                .find(|word| !clitic(word))
                .unwrap_or_default();
            let is_relative = RELATIVE.contains(&next)
                || last.is_some_and(|last| {
                    matches!(last, "lo" | "los" | "las" | "el" | "la" | "en" | "con" | "por" | "al" | "del" | "de")
                });
            !is_relative
        } else {
            let verb = bare.trim_end_matches(|letter: char| !letter.is_alphanumeric());
            let verb = fold(verb.rsplit(' ').next().unwrap_or_default());
            !lists.not_infinitives.contains(&verb)
                && last.is_none_or(|last| !lists.not_before_infinitives.contains(last))
        };
        if is_asked {
            return Some(start);
        }
        from = start + bare.chars().next().map_or(1, char::len_utf8);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_plural_and_its_singular_have_one_key() {
        let whole = |word| {
            let (stem, ending) = key(word);
            format!("{stem}{ending}")
        };
        for (one, many) in [
            ("autoridad", "autoridades"),
            ("informe", "informes"),
            ("interes", "intereses"),
            ("luz", "luces"),
            ("mes", "meses"),
            ("nina", "ninas"),
            ("organizacion", "organizaciones"),
            ("pais", "paises"),
        ] {
            assert_eq!(whole(one), whole(many), "{one} / {many}");
        }
        assert_ne!(whole("niño"), whole("niña"));
    }

    #[test]
    fn a_request_begins_where_the_addressees_end() {
        for (rest, asked) in [
            (" al Secretario General que presente un informe", "que presente un informe"),
            (" a los Estados que aún no lo hayan hecho a que ratifiquen", "a que ratifiquen"),
            (" a la Mujer a participar", "a participar"),
            (" a que prosigan los esfuerzos", "a que prosigan los esfuerzos"),
            (" las medidas encaminadas a mejorar la situación", ""),
        ] {
            let start = complement(rest).unwrap_or(rest.len());
            assert_eq!(rest.get(start..), Some(asked), "{rest}");
        }
    }

    #[test]
    fn a_verb_in_the_first_person_plural_is_recognised_by_its_infinitive() {
        for (lemma, form) in [
            ("instar", "instamos"),
            ("acoger con beneplácito", "acogemos con beneplácito"),
            ("comprometerse", "nos comprometemos"),
        ] {
            assert_eq!(first_person(lemma, "").as_deref(), Some(form));
        }
    }
}
