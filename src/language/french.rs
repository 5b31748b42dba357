//! French.

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
    language: Language::French,
    common: common_tables!("fr"),
    writing: Writing {
        has_blanks: true,
        has_capitals: true,
        opens_small: false,
        list_letters: "abcdefghijklmnopqrstuvwxyz",
    },
    key,
    is_plural,
    first_person,
    past,
    bare_attitudes: false,
    with: "avec",
    adverb_ending: "ment",
    preamble: PreambleVerbs::Participles,
    names: NameShape::HeadFirst,
    adjectives_follow: true,
    cue_form,
    repeats_prepositions: true,
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
    formulas: Formulas {
        meeting: Formula::at_head(
            opens_a_number,
            r"(?i)^\(?(?P<n>\d+)\s?(?:e|è|eme|ème|°|re|ère|'|`)?\s+s[ée]ance(?: pl[ée]ni[èe]re)?(?: \(reprise\))?[\s.,)]*$",
            &["ance", "ANCE"],
        ),
        meeting_at_head: Formula::at_head(
            opens_a_number,
            r"(?i)^\d+\s?(?:e|è|eme|ème|re|ère)\s+s[ée]ance pl[ée]ni[èe]re(?: \(reprise\))?\b",
            &["ance", "ANCE"],
        ),
        date: Formula::new(
            r"(?i)(?-u:\b)(?P<day>\d{1,2})(?:er)?\s+(?P<month>\p{L}+)\s+(?P<year>\d{4})(?-u:\b)",
            &["19", "20"],
        ),
        before_date: &["le "],
        vote: Formula::at_head(
            |first| matches!(first, '[' | 'a' | 'A'),
            r"(?i)^\[?adopt[ée]e? (?:à|a|sans|par)\b",
            &["dopt", "DOPT"],
        ),
        adopted_at: Formula::new(
            r"(?i)\badoptée par [^,]{5,60}? à sa (?P<meeting>(?P<n>\d+)(?:e|re|è|ème) séance)",
            &["dopté", "DOPTÉ"],
        ),
        decided_at: Formula::at_head(
            |first| matches!(first, 'a' | 'A' | 'à' | 'À'),
            r"(?i)^[àa] (?:s|l)a (?P<meeting>(?P<n>\d+)(?:re|er|e|è|ère|ème) s[ée]ance(?: pl[ée]ni[èe]re)?(?: \(reprise\))?)",
            &["ance", "ANCE"],
        ),
        council_number: Formula::at_head(
            |first| opens_a_number(first) || matches!(first, 'r' | 'R'),
            r"(?i)^\s*(?:r[ée]solution\s+(?P<n>\d+)\s*\(\s*(?P<year>\d{4})\s*\)|(?P<n2>\d{1,4})\s?\((?P<year2>\d{4})\)\s?\.\s+r[ée]solution\b)",
            &["olution", "OLUTION"],
        ),
        own_paragraph: Formula::new(
            r"(?i)(?:^|\W)(?P<words>paragraphes?\s(?P<number>[0-9]{1,3})\s(?:ci-dessus|ci-dessous|de\sla\sprésente\srésolution))",
            &["aragraphe"],
        ),
    },
};

const TIMES: Times = Times {
    limit: Time {
        words: r"(?ix)(?:d[’']ici\s(?:à\sla\sfin\sde(?:\sl[’']année)?|à\sl[’'](?:horizon|année)|à|au|le|la\sfin\sde(?:\sl[’']année)?|fin)|d[’']ici|d[’']ici\s(?:à\s)?la|à\sla|avant\sla|à\sl[’']horizon|avant(?:\s(?:le|la\sfin\sde(?:\sl[’']année)?|fin))?|au\splus\stard\s(?:le|en|à\sla\sfin\sde)?|jusqu[’'](?:au|en|à\sla\sfin\sde)|pour\sle|(?:au|durant\sle|pendant\sle)\s(?:premier|deuxième|troisième|quatrième|dernier|second)\s(?:trimestre|semestre)\sde|à\s(?:compter|partir)\s(?:de|du)|(?:avant|d[’']ici\sà|au\splus\stard\sà)\sla\sfin\sdu\s(?:premier|deuxième|troisième|quatrième|dernier|second)\s(?:trimestre|semestre)\sde)\s
            (?:(?:le\s)?(?P<day>\d{1,2})(?:er)?\s(?P<month>\p{L}+)\s(?P<year>(?:19|20)\d\d)
            |(?P<month2>\p{L}+)\s(?P<year2>(?:19|20)\d\d)|(?:mi[-‑])?(?P<year3>(?:19|20)\d\d))
            |en\s(?P<report_year>20\d\d)(?:,\s20\d\d)*(?:\s(?:et|ou)\s(?:en\s)?20\d\d)?
            |le\s\d{1,2}(?:er)?\s\p{L}+\s(?:19|20)\d\d\sau\splus\stard
            |(?P<on>le)\s\d{1,2}(?:er)?\s\p{L}+\s(?:19|20)\d\d
            |(?:à|pour|durant|avant|lors\sde)\s(?:sa|la|leur)\ssession\s(?:(?:de\s|d[’'])?\p{L}+\s)?de\s(?P<session_year>20\d\d)",
        hint: "19|20",
    },
    often: Time {
        words: r"(?ix)(?P<year>tous\sles\sans|chaque\sannée|annuellement|une\sfois\spar\san|un\srapport\sannuel|des\srapports\sannuels)
            |(?P<two>biennalement|tous\sles\sdeux\sans|(?:rapport|examen|bilan)\sbiennal|rapports\sbiennaux)
            |(?P<three>tous\sles\strois\sans|(?:rapport|examen|bilan)\striennal)
            |(?P<half>semestriellement|deux\sfois\spar\san|tous\sles\ssemestres|rapports?\ssemestriels?)
            |(?P<quarter>trimestriellement|chaque\strimestre|tous\sles\strimestres|rapports?\strimestriels?)
            |(?P<month>tous\sles\smois|chaque\smois|mensuellement|une\sfois\spar\smois|(?:rapport|exposé|point)s?\smensuels?|(?:réunion|séance)s?\smensuelles?)
            |(?:tous|toutes)\sles\s(?P<n>(?:cent\s)?\p{L}+(?:[-‑]\p{L}+)*|\d+)\s(?:(?P<years>ans|années)|(?P<months>mois)|(?P<weeks>semaines)|(?P<days>jours))",
        hint: "ous les |outes les |haque |nnuel|ois par |ienna|emestriel|rimestriel|ensuel",
    },
    within: Time {
        words: r"(?ix)(?:dans|au\splus\stard)\s(?:un\sdélai\s(?:maximum\s|maximal\s)?(?:de\s|d[’'])|les\s)?(?P<n>(?:cent\s)?\p{L}+(?:[-‑]\p{L}+)*|\d+)\s(?:prochaine?s\s)?
            (?:(?P<years>ans?|années?)|(?P<months>mois)|(?P<weeks>semaines?)|(?P<days>jours?))
            |(?:d[’']ici\s(?:à\s)?|avant\s|au\splus\stard\sà\s|jusqu[’']à\s)la\sfin\s(?:de\s(?:l[’']|la\s|sa\s|son\s|cette\s|leur\s)|du\s)(?:présente?\s)?(?P<undated>exercice|année|session|décennie|mandat|période|cycle)",
        hint: r"ans un délai|ans les|(?:ans|plus tard) [\p{L}\d-]+ (?:ans|mois|semaines|jours)|la fin d",
    },
    account: Time {
        words: r"(?i)rendre\scompte|rende\scompte|rendant\scompte|(?:lui|le|l[’'])\s?(?:en\s)?(?:informer|tenir\sinformé)|(?:tenir|tienne)\s(?:\S+\s){0,3}informée?s?",
        hint: "ompte|informe|informé",
    },
};

/// `preuves` → `preuve`, `nationaux` → `national`. No more: a heavier stemmer would make « mère » of « mer ».
fn key(word: &str) -> (&str, &'static str) {
    let may_end = matches!(word.as_bytes().last(), Some(b's' | b'x'));
    if !may_end || word.len() < 4 || !word.is_ascii() {
        return (word, "");
    }
    let without = |n_letters: usize| word.get(..word.len() - n_letters).unwrap_or(word);
    if word.ends_with("eaux") {
        (without(1), "")
    } else if word.ends_with("aux") {
        (without(2), "l")
    } else if word.ends_with('x') || !["ss", "us", "is"].iter().any(|ending| word.ends_with(ending)) {
        (without(1), "")
    } else {
        (word, "")
    }
}

fn is_plural(word: &str) -> bool {
    word.len() > 3 && !word.ends_with("ss") && word.ends_with(['s', 'x', 'S', 'X'])
}

/// «-ant» tells «-ons».
fn first_person(_: &str, participle: &str) -> Option<String> {
    let (head, rest) = participle.split_once("ant")?;
    Some(format!("{head}ons{rest}").replace("se ", "nous ").replace("s'", "nous "))
}

/// «prier» → «prié»; «se féliciter» → «félicité», «félicitée».
fn past(lemma: &str, _: &str) -> Vec<String> {
    let bare = lemma.strip_prefix("se ").or_else(|| lemma.strip_prefix("s'"));
    let endings: &[&str] = if bare.is_some() { &["", "e"] } else { &[""] };
    let lemma = bare.unwrap_or(lemma);
    let (verb, rest) = lemma.split_at(lemma.find(' ').unwrap_or(lemma.len()));
    let regular = || match verb.strip_suffix("er") {
        Some(stem) => Some(format!("{stem}é")),
        None => verb.strip_suffix("ir").map(|stem| format!("{stem}i")),
    };
    let Some(participle) = irregular_past(Language::French, verb).map(str::to_owned).or_else(regular) else {
        return Vec::new();
    };
    endings.iter().map(|ending| [&participle, *ending, rest].concat()).collect()
}

fn cue_form(word: &str) -> &str {
    match word {
        "aux" | "au" => "a",
        "des" | "du" | "d" => "de",
        "qu" => "que",
        _ => word,
    }
}

/// Where a word must begin or end, the letter beside it is part of the expression: [`crate::text::pattern::WholeWords`] says why.
static COMPLEMENT: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?x)(?:^|\W)(?:
        (?:de\s|d[’']|à\s)(?:ne\s(?:pas|plus|rien)\s|n[’']y?\s?|s[’']|se\s|lui\s|leur\s|l[’']|le\s|la\s|les\s|y\s|en\s)*
        \p{Ll}*(?:être|\p{Ll}(?:er|ir|oir)|ndre|ttre|ivre|faire|traire|oudre|rdre|duire|crire|aître|oître|dire|lire|clure|struire|pre)(?:\W|$)
        |(?:à\sce\sque|que|pour\sque)(?:\W|$)|qu[’'])",
    )
});

fn complement(rest: &str) -> Option<usize> {
    let mut from = 0;
    loop {
        let found = COMPLEMENT.find_at(rest, from)?;
        // The letter before the first word is none of it.
        let bare = found.as_str().trim_start_matches(|letter: char| !letter.is_alphanumeric());
        let start = found.end() - bare.len();
        let before = fold(rest.get(..start).unwrap_or_default());
        let mut last = before.split(|letter: char| !letter.is_alphanumeric()).rev().filter(|word| !word.is_empty());
        let is_that = bare.starts_with("que") || bare.starts_with("qu’") || bare.starts_with("qu'");
        let is_asked = match last.next() {
            // «les États **que** cela concerne», «ainsi **que**»: begins the request only right after the verb.
            Some(_) if is_that => last.next().is_none() && !before.contains("ainsi"),
            Some(word) => !words(Language::French).not_before_infinitives.contains(word),
            None => true,
        };
        if is_asked {
            return Some(start);
        }
        // The blank after it may be the one before the next.
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
            ("preuve", "preuves"),
            ("national", "nationaux"),
            ("bureau", "bureaux"),
            ("partie", "parties"),
            ("lieu", "lieux"),
            ("etat", "etats"),
        ] {
            assert_eq!(whole(one), whole(many), "{one} / {many}");
        }
        for word in ["des", "plus", "acces", "avis"] {
            assert!(word == "acces" || whole(word) == word, "{word}");
        }
    }

    #[test]
    fn a_verb_is_said_in_the_first_person() {
        assert_eq!(first_person("prier", "priant").as_deref(), Some("prions"));
        assert_eq!(first_person("s'engager", "s'engageant").as_deref(), Some("nous engageons"));
    }
}
