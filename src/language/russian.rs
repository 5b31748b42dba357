//! Russian.

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
    language: Language::Russian,
    common: common_tables!("ru"),
    writing: Writing {
        has_blanks: true,
        has_capitals: true,
        opens_small: true,
        list_letters: "абвгдежзиклмнопрстуфхцчшщэюя",
    },
    key,
    is_plural,
    first_person,
    past,
    bare_attitudes: true,
    with: "с",
    adverb_ending: "",
    preamble: PreambleVerbs::Participles,
    names: NameShape::HeadFirst,
    adjectives_follow: false,
    cue_form: |word| word,
    repeats_prepositions: false,
    complement,
    addressed: None,
    adverbs_follow: true,
    verb_before_subject: None,
    verb_agrees: None,
    is_infinitive: Some(is_infinitive),
    is_instrumental: Some(is_instrumental),
    is_dative: Some(is_dative),
    session_number_follows: false,
    times: TIMES,
    formulas: FORMULAS,
};

const TIMES: Times = Times {
    limit: Time {
        words: r"(?ix)(?P<period>(?:период[ае]?\s(?:с|со|между)\s.{0,40}?|с\s\d{1,2}\s(?:\p{L}+\s)?(?:(?:19|20)\d\d\sгода\s)?)\s?(?:до|по|и)\s.{0,24}?(?:19|20)\d\d
            |(?:от|состоянию\sна|\d{1,2}(?:\s?[-–—]\s?|\sи\s)\d{0,2})\s?\d{1,2}\s\p{L}+\s(?:19|20)\d\d)|(?:не\sпозднее(?:\s(?:чем\sк|конца|середины))?|к\s(?:концу|середине)|до\s(?:конца|середины)|начиная\sс|во?\s(?:первой|второй)\sполовине|во?\s(?:первом|втором|третьем|четвертом|последнем)\s(?:квартале|полугодии)|к|до)\s
            (?:(?P<day>\d{1,2})\s(?P<month>\p{L}+)\s(?P<year>(?:19|20)\d\d)(?:\sгода)?
            |(?P<month2>январ[яю]|феврал[яю]|март[ау]|апрел[яю]|ма[яю]|июн[яю]|июл[яю]|август[ау]|сентябр[яю]|октябр[яю]|ноябр[яю]|декабр[яю])\s(?P<year2>(?:19|20)\d\d)(?:\sгода)?
            |(?:(?:первого|второго|третьего|четвертого|последнего|первому|второму|третьему|четвертому)\s(?:квартала|полугодия|кварталу|полугодию)\s)?(?P<year3>(?:19|20)\d\d)\sгод[ау])
            |(?:(?:начиная\s)?с\s|(?P<on>))\d{1,2}\s(?:января|февраля|марта|апреля|мая|июня|июля|августа|сентября|октября|ноября|декабря)\s(?:19|20)\d\d\sгода
            |на\s(?:ее|его|их|своей)\s(?:\p{L}+\s)?сессии\s(?P<session_year>20\d\d)\sгода
            |в\s(?P<report_year>20\d\d)(?:\sгоду|(?:,\s20\d\d)*\sи\s20\d\d\sгодах)",
        hint: "19|20",
    },
    often: Time {
        words: r"(?ix)(?P<year>ежегодно|каждый\sгод|раз\sв\sгод|на\sежегодной\sоснове|ежегодный\sдоклад|ежегодные\sдоклады)
            |(?P<two>(?:один\s)?раз\sв\sдва\sгода|каждые\sдва\sгода|на\sдвухгодичной\sоснове|двухгодичный\sдоклад)
            |(?P<half>раз\sв\sполгода|каждые\sполгода|дважды\sв\sгод|два\sраза\sв\sгод)
            |(?P<quarter>ежеквартально|раз\sв\sквартал|каждый\sквартал)
            |кажды[ей]\s(?P<n>\p{L}+|\d+)\s(?:(?P<years>года|лет)|(?P<months>месяца|месяцев)|(?P<weeks>недели|недель)|(?P<days>дней|дня))",
        hint: "жегодн|аз в |ажд|вухгодичн|важды|ва раза|жеквартальн",
    },
    within: Time {
        words: r"(?ix)(?:в\sтечение|не\sпозднее\sчем\s(?:через|за)|в\sсрок\sдо)\s(?:последующих\s|следующих\s|ближайших\s)?(?P<n>\p{L}+|\d+)\s
            (?:(?P<years>года?|лет)|(?P<months>месяцев|месяца)|(?P<weeks>недель|недели)|(?P<days>дней|дня|суток))
            |(?:до|к|не\sпозднее)\s(?:конца|концу|окончания|окончанию|завершения|завершению)\s(?:этого\s|текущего\s|нынешнего\s|своего\s)?(?P<undated>двухгодичного\sпериода|года|сессии|десятилетия|мандата|срока)",
        hint: "ечение| срок до|через| за |конц|конч|аверш",
    },
    account: Time {
        words: r"(?i)отчитываться|отчитаться|доложить|докладывать|информировать\s(?:ее|его)|держать\s(?:\S+\s){0,4}в\sкурсе",
        hint: "тчит|долож|докладыв|нформиров| курсе",
    },
};

#[expect(clippy::declare_interior_mutable_const, reason = "used once, in RULES")]
const FORMULAS: Formulas = Formulas {
    meeting: Formula::at_head(
        |first| opens_a_number(first) || matches!(first, 'Ѐ'..='ӿ' | 'I' | 'V' | 'X' | 'L' | 'C'),
        r"(?i)^\(?(?:(?P<n>\d+)\s?-?\s?(?:е|ое|м|ом)?\s+(?:пленарное )?|(?:\p{L}+\s){1,4}пленарное )заседание(?: \(возобновленное\))?[\s.,)]*$",
        &["аседани", "АСЕДАНИ"],
    ),
    meeting_at_head: Formula::at_head(
        opens_a_number,
        r"(?i)^\d+\s?-?\s?(?:е|ое)\s+пленарное заседание\b",
        &["аседани", "АСЕДАНИ"],
    ),
    date: Formula::new(
        r"(?i)\b(?P<day>\d{1,2})\s+(?P<month>\p{L}+)\s+(?P<year>\d{4})\b(?:\s?(?:года|г\.))?",
        &["19", "20"],
    ),
    before_date: &[],
    vote: Formula::at_head(
        |first| matches!(first, '[' | 'п' | 'П'),
        r"(?i)^\[?принят[оаы]? (?:единогласно|без|на|в)\b",
        &["ринят", "РИНЯТ"],
    ),
    adopted_at: Formula::new(
        r"(?i)принятая Советом Безопасности на его (?P<meeting>(?P<n>\d+)\s?-?\s?м заседании)",
        &["ринятая", "РИНЯТАЯ"],
    ),
    decided_at: Formula::at_head(
        |first| matches!(first, 'н' | 'Н'),
        r"(?i)^на (?:(?:своем|его|ее) )?(?P<meeting>(?P<n>\d+)\s?-?\s?м (?:пленарном )?заседании)",
        &["аседани", "АСЕДАНИ"],
    ),
    council_number: Formula::at_head(
        |first| opens_a_number(first) || matches!(first, 'р' | 'Р'),
        r"(?i)^\s*(?:резолюция\s+(?P<n>\d+)\s*\(\s*(?P<year>\d{4})\s*\)|(?P<n2>\d{1,4})\s?\((?P<year2>\d{4})\)\s?\.\s+резолюция\b)",
        &["езолюция", "ЕЗОЛЮЦИЯ"],
    ),
    own_paragraph: Formula::new(
        r"(?i)(?:^|\W)(?P<words>пункт(?:а|е|у|ом|ы|ов|ах)?\s(?P<number>[0-9]{1,3})\s(?:выше|ниже|настоящей\sрезолюции))",
        &["ункт"],
    ),
};

/// The endings of nouns and adjectives in all their cases, the longest first.
const ENDINGS: [&str; 65] = [
    "имися",
    "иеся",
    "ихся",
    "имся",
    "ийся",
    "аяся",
    "егося",
    "иями",
    "ьего",
    "ьему",
    "ьими",
    "ями",
    "ами",
    "ыми",
    "ими",
    "иях",
    "иям",
    "ией",
    "его",
    "ого",
    "ему",
    "ому",
    "ием",
    "ьем",
    "ьих",
    "ьей",
    "ьми",
    "ий",
    "ый",
    "ой",
    "ей",
    "ая",
    "яя",
    "ое",
    "ые",
    "ие",
    "ую",
    "юю",
    "ым",
    "им",
    "ом",
    "ем",
    "ам",
    "ям",
    "ах",
    "ях",
    "ых",
    "их",
    "ов",
    "ев",
    "ия",
    "ии",
    "ию",
    "ью",
    "ья",
    "ье",
    "ьи",
    "а",
    "я",
    "о",
    "е",
    "у",
    "ю",
    "ы",
    "и",
];

/// Stems that would be those of another word without their ending: «Нигерия» is not «Нигер».
const APART: [&str; 1] = ["нигери"];

/// The stems of nouns in «-ема»: «систему» is no adjective.
const IN_EM: [&str; 2] = ["систем", "проблем"];

/// The stems of nouns in «-ай»: «Китая» is no adjective.
const IN_AI: [&str; 5] = ["кита", "уругва", "парагва", "случа", "обыча"];

/// «Генерального», «Генеральному» → `генеральн`; «комиссия», «комиссией» → `комисс`: the case and the number are taken off.
fn key(word: &str) -> (&str, &'static str) {
    const SHORTEST: usize = 3;
    if !word.starts_with(|letter: char| matches!(letter, 'а'..='я')) {
        return (word, "");
    }
    if let Some(stem) = IN_AI.into_iter().find(|stem| {
        let ending = word.strip_prefix(stem);
        ending
            .is_some_and(|ending| matches!(ending, "й" | "я" | "ю" | "ем" | "е" | "и" | "ев" | "ям" | "ями" | "ях"))
    }) {
        return (stem, "");
    }
    if let Some(stem) = APART.into_iter().find(|stem| word.starts_with(stem)) {
        return (stem, "");
    }
    let noun = word.strip_suffix('у').unwrap_or(word);
    if IN_EM.iter().any(|stem| noun.ends_with(stem)) {
        return (noun, "");
    }
    let long_enough = |stem: &&str| stem.chars().nth(SHORTEST - 1).is_some();
    // Most endings have another last letter, which takes two bytes.
    let last = word.as_bytes().last_chunk::<2>();
    let endings = ENDINGS.iter().filter(|ending| ending.as_bytes().last_chunk::<2>() == last);
    let stem = endings.into_iter().find_map(|ending| word.strip_suffix(ending).filter(long_enough)).unwrap_or(word);
    let stem = stem.strip_suffix(['ь', 'й']).filter(long_enough).unwrap_or(stem);
    (stem, "")
}

/// «принять», «обеспечивать», «заниматься».
fn is_infinitive(word: &str) -> bool {
    let ends = ["ать", "ять", "еть", "ить", "оть", "уть", "ыть", "ться", "сти", "йти"]
        .iter()
        .any(|ending| word.ends_with(ending));
    ends && !words(Language::Russian).not_infinitives.contains(word)
}

/// «государствами-членами», «Генеральным секретарем», «Комиссией»: nouns and adjectives whose other cases may look the same count only
/// with a noun that settles it.
fn is_instrumental(name: &str) -> bool {
    let name = fold(name);
    let ends = |word: &str, endings: &[&str]| endings.iter().any(|ending| word.ends_with(ending));
    let mut words = name.split(|letter: char| !letter.is_alphanumeric());
    let first = words.next().unwrap_or_default();
    let is_adjective = ends(first, &["ым", "им", "ой", "ей", "всем"]) && !ends(first, &["ией"]);
    if is_adjective {
        return words.next().is_some_and(|noun| ends(noun, &["ом", "ем", "ей", "ой"]) && !ends(noun, &["всем"]));
    }
    ends(first, &["ами", "ями", "ыми", "ими", "всеми", "ом", "ем", "ией", "ью"])
}

/// The dative: «Комитету», «всем государствам», «Комиссии».
fn is_dative(name: &str) -> bool {
    const ENDINGS: [&str; 11] = ["ам", "ям", "ым", "им", "ому", "ему", "ой", "ей", "у", "ю", "е"];
    let name = fold(name);
    let first = name.split(|letter: char| !letter.is_alphanumeric()).next().unwrap_or_default();
    first == "всем" || first.ends_with("ии") || ENDINGS.iter().any(|ending| first.ends_with(ending))
}

/// The plural and the genitive singular often look alike: with a capital the singular is meant, as in the names of bodies.
fn is_plural(word: &str) -> bool {
    let word = fold_letters(word);
    let ends = |endings: &[&str]| endings.iter().any(|ending| word.ends_with(ending));
    let is_name = word.chars().next().is_some_and(char::is_uppercase);
    ends(&["ов", "ев", "ам", "ям", "ами", "ями", "ах", "ях"]) || !is_name && ends(&["ы", "и", "а", "я", "ей", "в"])
}

/// A word without its last letter's case.
fn fold_letters(word: &str) -> String {
    let mut letters = word.chars();
    letters.next().map_or_else(String::new, |first| {
        let mut folded = first.to_string();
        folded.push_str(&fold(letters.as_str()));
        folded
    })
}

/// «постановлять» → «постановила», «постановил»; «просить» → «просила», «просил»: the organ may be feminine or masculine.
fn past(lemma: &str, _: &str) -> Vec<String> {
    let Some(verb) = lemma.split(' ').find(|word| word.ends_with("ть")) else { return Vec::new() };
    let perfective = irregular_past(Language::Russian, verb);
    let mut forms = Vec::new();
    for told in std::iter::once(verb).chain(perfective) {
        let Some(stem) = told.strip_suffix("ть") else { continue };
        forms.extend(["ла", "л"].map(|ending| lemma.replacen(verb, &[stem, ending].concat(), 1)));
    }
    forms
}

/// «признавать» → «признаем», «обязываться» → «обязуемся», from the participle «признавая», «обязуясь».
fn first_person(_: &str, participle: &str) -> Option<String> {
    let mut words: Vec<String> = participle.split(' ').map(str::to_owned).collect();
    let verb = words.iter_mut().find(|word| word.ends_with('я') || word.ends_with("ясь"))?;
    let (active, reflexive) = verb.strip_suffix("сь").map_or((verb.as_str(), ""), |active| (active, "ся"));
    let stem = active.strip_suffix('я')?.to_owned();
    *verb = match stem.strip_suffix("ава") {
        Some(short) if short.ends_with("зн") || short.ends_with("д") => format!("{short}аем"),
        _ if stem.ends_with(['а', 'е', 'у', 'я']) => format!("{stem}ем"),
        _ => format!("{stem}им"),
    };
    verb.push_str(reflexive);
    Some(words.join(" "))
}

/// An infinitive, or a clause with «чтобы».
static COMPLEMENT: LazyLock<Regex> = LazyLock::new(|| {
    pattern(r"(?:^|\W)(?:чтобы(?:\W|$)|(?:не\s)?\p{Ll}+(?:[аяеиоуы]ть|[аяеиоуы]ться|ти|тись|чь|чься)(?:\W|$))")
});

fn complement(rest: &str) -> Option<usize> {
    let lists = words(Language::Russian);
    let mut from = 0;
    loop {
        let found = COMPLEMENT.find_at(rest, from)?;
        let bare = found.as_str().trim_start_matches(|letter: char| !letter.is_alphanumeric());
        let start = found.end() - bare.len();
        let before = fold(rest.get(..start).unwrap_or_default());
        let last = before.split(|letter: char| !letter.is_alphanumeric()).rfind(|word| !word.is_empty());
        let verb = bare.trim_end_matches(|letter: char| !letter.is_alphanumeric());
        let verb = fold(verb.rsplit(' ').next().unwrap_or_default());
        // «безопасность», «деятельность» end like infinitives.
        let is_noun = verb.ends_with("ость") || verb.ends_with("ости") || lists.not_infinitives.contains(&verb);
        if !is_noun && last.is_none_or(|last| !lists.not_before_infinitives.contains(last)) {
            return Some(start);
        }
        from = start + bare.chars().next().map_or(1, char::len_utf8);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_cases_of_a_word_have_one_key() {
        for forms in [
            "генеральный генерального генеральному генеральным генеральном",
            "секретарь секретаря секретарю секретарем",
            "комиссия комиссии комиссию комиссией комиссий комиссиям",
            "ассамблея ассамблеи ассамблее ассамблею ассамблеей",
            "государство государства государств государствам государствами",
            "член члены членов членам членами",
            "управление управления управлению управлением",
            "система системы систему системе системой систем системами",
            "безопасность безопасности безопасностью",
            "третий третьего третьему третьем",
            "развивающиеся развивающихся развивающимся развивающимися",
            "страна страны стран странам странами",
            "китай китая китаю китаем китае",
        ] {
            let keys: Vec<_> = forms.split(' ').map(key).collect();
            assert!(keys.windows(2).all(|pair| pair[0] == pair[1]), "{forms}: {keys:?}");
        }
    }

    #[test]
    fn a_request_begins_with_an_infinitive_or_a_conjunction() {
        for (rest, asked) in [
            (" Генерального секретаря представить доклад", "представить доклад"),
            (" государства обеспечить безопасность", "обеспечить безопасность"),
            (" деятельность Комиссии", ""),
            (", чтобы все стороны прекратили огонь", "чтобы все стороны прекратили огонь"),
            (" усилия", ""),
        ] {
            let start = complement(rest).unwrap_or(rest.len());
            assert_eq!(rest.get(start..), Some(asked), "{rest}");
        }
    }

    #[test]
    fn an_agent_is_recognised_by_the_instrumental() {
        for name in [
            "государствами-членами",
            "Генеральным секретарем",
            "Комиссией",
            "Генеральной Ассамблеей",
            "правительством Судана",
        ] {
            assert!(is_instrumental(name), "{name}");
        }
        for name in [
            "заинтересованным сторонам",
            "Генеральной Ассамблеи",
            "государства-члены",
            "Комиссии",
            "Комитет",
            "всем странам",
        ] {
            assert!(!is_instrumental(name), "{name}");
        }
    }

    #[test]
    fn a_noun_may_end_like_an_infinitive() {
        for (word, is) in [("заниматься", true), ("принять", true), ("деятельность", false), ("помощь", false)]
        {
            assert_eq!(is_infinitive(word), is, "{word}");
        }
    }

    #[test]
    fn a_verb_in_the_first_person_plural_is_recognised_by_its_participle() {
        for (participle, form) in
            [("признавая", "признаем"), ("призывая", "призываем"), ("приветствуя", "приветствуем")]
        {
            assert_eq!(first_person("", participle).as_deref(), Some(form));
        }
    }
}
