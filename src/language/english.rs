//! English.

use super::formulas::opens_a_number;
use super::{
    Formula, Formulas, NameShape, PreambleVerbs, Rules, Time, Times, Writing, common_tables, irregular_past, words,
};
use crate::model::Language;
use crate::text::pattern::pattern;
use regex::Regex;
use std::sync::LazyLock;

pub(super) static RULES: Rules = Rules {
    language: Language::English,
    common: common_tables!("en"),
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
    bare_attitudes: true,
    with: "with",
    adverb_ending: "ly",
    preamble: PreambleVerbs::Participles,
    names: NameShape::HeadLast,
    adjectives_follow: false,
    cue_form: |word| word,
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
    formulas: Formulas {
        meeting: Formula::at_head(
            opens_a_number,
            r"(?i)^\(?(?P<n>\d+)\s?(?:st|nd|rd|th|t)?\s+(?:\(resumed\) )?(?:plenary )?meeting(?: \(resumed\))?[\s.,)]*$",
            &["eeting", "EETING"],
        ),
        meeting_at_head: Formula::at_head(
            opens_a_number,
            r"(?i)^\d+\s?(?:st|nd|rd|th)\s+(?:\(resumed\) )?(?:plenary meeting|meeting(?: \(resumed\))?)\b",
            &["eeting", "EETING"],
        ),
        date: Formula::new(
            r"(?i)(?-u:\b)(?P<day>\d{1,2})(?:\s?st|\s?nd|\s?rd|\s?th)?\s+(?P<month>\p{L}+)\s+(?P<year>\d{4})(?-u:\b)",
            &["19", "20"],
        ),
        before_date: &["on "],
        vote: Formula::at_head(
            |first| matches!(first, '[' | 'a' | 'A' | 'd' | 'D' | 'r' | 'R'),
            r"(?i)^(?:\[?adopted (?:without|by|unanimously|at|on|as)|(?:resolution|decision) adopted on the report of)\b",
            &["dopted", "DOPTED"],
        ),
        adopted_at: Formula::new(
            r"(?i)\badopted by [^,]{5,60}? at its (?P<meeting>(?P<n>\d+)(?:st|nd|rd|th) meeting)",
            &["dopted", "DOPTED"],
        ),
        decided_at: Formula::at_head(
            |first| matches!(first, 'a' | 'A'),
            r"(?i)^at (?:its|the) (?P<meeting>(?P<n>\d+)(?:st|nd|rd|th) (?:\(resumed\) )?(?:plenary )?meeting)",
            &["eeting", "EETING"],
        ),
        council_number: Formula::at_head(
            |first| opens_a_number(first) || matches!(first, 'r' | 'R'),
            r"(?i)^\s*(?:resolution\s+(?P<n>\d+)\s*\(\s*(?P<year>\d{4})\s*\)|(?P<n2>\d{1,4})\s?\((?P<year2>\d{4})\)\s?\.\s+resolution\b)",
            &["olution", "OLUTION"],
        ),
        own_paragraph: Formula::new(
            r"(?i)(?:^|\W)(?P<words>paragraphs?\s(?P<number>[0-9]{1,3})\s(?:above|below|of\sthe\spresent\sresolution|of\sthis\sresolution))",
            &["aragraph"],
        ),
    },
};

const TIMES: Times = Times {
    limit: Time {
        words: r"(?ix)(?:(?:by|before|no\slater\sthan|not\slater\sthan|until|on\sor\sbefore|prior\sto|starting\sin|starting\sfrom|beginning\sin)\s|(?:by|in|during|before)\s(?:the\s(?:end|beginning|middle)\sof\s)?the\s(?:first|second|third|fourth|last)\s(?:quarter|half)\sof\s)(?:the\s(?:end|beginning|middle)\sof\s|the\syear\s|mid-)?
            (?:(?P<day>\d{1,2})(?:st|nd|rd|th)?\s(?P<month>\p{L}+)\s(?P<year>(?:19|20)\d\d)
            |(?P<month2>\p{L}+)\s(?P<year2>(?:19|20)\d\d)|(?P<year3>(?:19|20)\d\d))
            |in\s(?P<report_year>20\d\d)(?:,\s20\d\d)*(?:,?\s(?:and|or)\s(?:in\s)?20\d\d)?
            |on\s\d{1,2}\s\p{L}+\s(?:19|20)\d\d\sat\sthe\slatest
            |(?:as\s(?:from|of)|with\seffect\sfrom|effective(?:\sfrom)?|starting\son|beginning\son|(?P<on>on))\s(?:the\s)?\d{1,2}(?:st|nd|rd|th)?\s\p{L}+\s(?:19|20)\d\d
            |(?:at|for|during|before|to)\s(?:its|the|their)\s(?:(?P<session_year>20\d\d)\s(?:\p{L}+\s)?session|(?:\p{L}+\s)?session\s(?:of|in|for)\s(?P<session_year2>20\d\d))",
        hint: "19|20",
    },
    often: Time {
        words: r"(?ix)(?P<year>(?:submit|present|provide|issue|prepare|publish)\s(?:\S+\s){0,3}annual\sreports|annually|every\syear|each\syear|on\san\sannual\sbasis|yearly|once\sa\syear|an\sannual\sreport)
            |(?P<two>biennially|every\ssecond\syear|every\sother\syear|on\sa\sbiennial\sbasis|biennial\s(?:report|review)s?)
            |(?P<three>triennially|every\sthird\syear|on\sa\striennial\sbasis|triennial\s(?:report|review)s?)
            |(?P<month>every\smonth|each\smonth|on\sa\smonthly\sbasis|monthly\s(?:report|briefing|update|meeting)s?|report\smonthly)
            |(?P<half>semi-?annually|twice\sa\syear)
            |(?P<quarter>quarterly|every\squarter)
            |every\s(?P<n>(?:one\shundred\sand\s)?\p{L}+(?:[-‑]\p{L}+)?|\d+)\s(?:(?P<years>years)|(?P<months>months)|(?P<weeks>weeks)|(?P<days>days))",
        hint: "nnual|nce a year|very |ach (?:year|month)|early|iennial|wice a year|uarterly|onthly",
    },
    within: Time {
        words: r"(?ix)(?:within|no\slater\sthan|not\slater\sthan)\s(?:a\speriod\sof\s|the\s(?:next|coming|following)\s)?(?P<n>(?:one\shundred\sand\s)?\p{L}+(?:[-‑]\p{L}+)?|\d+)\s
            (?:(?P<years>years?)|(?P<months>months?)|(?P<weeks>weeks?)|(?P<days>days?))
            |(?:by|before|until|no\slater\sthan)\sthe\send\sof\s(?:the|its|his|her|their|this)\s(?:current\s|present\s|next\s)?(?P<undated>biennium|quadrennium|decade|year|session|mandate|term)",
        hint: "ithin|ater than|end of",
    },
    account: Time { words: r"(?i)to\sreport|and\sreport|keep\s(?:\S+\s){1,6}informed", hint: "eport|nformed" },
};

/// `parties` → `party`, `weapons` → `weapon`.
fn key(word: &str) -> (&str, &'static str) {
    let may_end = matches!(word.as_bytes().last(), Some(b's' | b'x'));
    if !may_end || word.len() < 4 || !word.is_ascii() {
        return (word, "");
    }
    let without = |n_letters: usize| word.get(..word.len() - n_letters).unwrap_or(word);
    if word.ends_with("eaux") {
        (without(1), "")
    } else if word.ends_with("ies") && word.len() > 4 {
        (without(3), "y")
    } else if word.ends_with('s') && !["ss", "us", "is"].iter().any(|ending| word.ends_with(ending)) {
        (without(1), "")
    } else {
        (word, "")
    }
}

fn is_plural(word: &str) -> bool {
    word.len() > 3 && !word.ends_with("ss") && word.ends_with(['s', 'S'])
}

/// The lemma itself.
#[expect(clippy::unnecessary_wraps, reason = "not every language can tell it")]
fn first_person(lemma: &str, _: &str) -> Option<String> {
    Some(lemma.replace("itself", "ourselves"))
}

/// The participle indicates it: “deferring”, “deferred”.
fn past(lemma: &str, participle: &str) -> Vec<String> {
    let (verb, rest) = lemma.split_at(lemma.find(' ').unwrap_or(lemma.len()));
    let regular = || {
        let stem = participle.split(' ').next()?.strip_suffix("ing")?;
        Some(match stem.strip_suffix('y') {
            Some(stem) if !stem.ends_with(['a', 'e', 'o', 'u']) => format!("{stem}ied"),
            _ => format!("{stem}ed"),
        })
    };
    let past = irregular_past(Language::English, verb).map(str::to_owned).or_else(regular);
    past.map(|past| past + rest).into_iter().collect()
}

/// The letter beside a word is part of the expression: [`crate::text::pattern::WholeWords`] says why.
static COMPLEMENT: LazyLock<Regex> = LazyLock::new(|| {
    pattern(r"(?:^|\W)(?:to\s(?:(?:\p{Ll}+ly|also|further|not|fully|continue)[\s,]+)*\p{Ll}+|that(?:\W|$))")
});

fn complement(rest: &str) -> Option<usize> {
    let lists = words(Language::English);
    let mut from = 0;
    // “all those who have not **done so** to accede”, where no other infinitive follows.
    let mut after_done_so = None;
    loop {
        let Some(found) = COMPLEMENT.find_at(rest, from) else { return after_done_so };
        let bare = found.as_str().trim_start_matches(|letter: char| !letter.is_alphanumeric());
        let start = found.end() - bare.len();
        let before = rest.get(..start).unwrap_or_default();
        let mut last = before.split(|letter: char| !letter.is_alphanumeric()).rev().filter(|word| !word.is_empty());
        let is_asked = if bare.starts_with("that") {
            // “States **that** have not done so”: begins the request only right after the verb.
            last.next().is_none()
        } else {
            let verb = found.as_str().rsplit(|letter: char| !letter.is_lowercase()).next().unwrap_or_default();
            // “its appeal **to donors** to help”: what ends like a plural is no verb.
            let is_noun = verb.len() > 3 && key(verb).0.len() < verb.len();
            // “its invitation to **coastal** municipalities to help”
            let is_adjective = ["onal", "ntal", "stal", "ical", "ial", "ural", "ous", "ary", "ible"]
                .iter()
                .any(|ending| verb.ends_with(ending));
            // “to **continue** its work”: the verb itself, where no other follows it.
            let continues = bare.split(|letter: char| !letter.is_lowercase()).any(|word| word == "continue");
            let is_verb = continues
                || !is_noun && !is_adjective && !lists.not_infinitives.contains(verb) && !verb.ends_with("ing");
            let before_comma = before.trim_end().ends_with(',');
            let is_before_verb = |word: &str| !lists.not_before_infinitives.contains(word);
            // “States that have not done **so** to”, but “those in a position to **do so** to accede”
            let does_so = last.clone().take(2).eq(["so", "do"]);
            if is_verb && last.clone().take(2).eq(["so", "done"]) {
                after_done_so = after_done_so.or(Some(start));
            }
            is_verb && (before_comma || does_so || last.next().is_none_or(is_before_verb))
        };
        if is_asked {
            return Some(start);
        }
        // The blank after “to” may be the one before the next.
        from = start + 1;
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
        for (one, many) in [("party", "parties"), ("weapon", "weapons"), ("bureau", "bureaux"), ("body", "bodies")]
        {
            assert_eq!(whole(one), whole(many), "{one} / {many}");
        }
        for word in ["process", "status", "crisis", "its"] {
            assert_eq!(whole(word), word);
        }
    }
}
