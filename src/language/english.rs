//! English.

use super::{NameShape, Rules, Writing, tables, words};
use crate::model::Language;
use crate::text::pattern::pattern;
use regex::Regex;
use std::sync::LazyLock;

pub(super) static RULES: Rules = Rules {
    language: Language::English,
    tables: tables!("en"),
    writing: Writing { has_blanks: true, has_capitals: true, list_letters: "abcdefghijklmnopqrstuvwxyz" },
    key,
    is_plural,
    first_person,
    bare_attitudes: true,
    with: "with",
    adverb_ending: "ly",
    names: NameShape::HeadLast,
    adjectives_follow: false,
    cue_form: |word| word,
    repeats_prepositions: false,
    complement,
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

/// The letter beside a word is part of the expression: [`crate::text::pattern::WholeWords`] says why.
static COMPLEMENT: LazyLock<Regex> = LazyLock::new(|| {
    pattern(r"(?:^|\W)(?:to\s(?:(?:\p{Ll}+ly|also|further|not|fully|continue)[\s,]+)*\p{Ll}+|that(?:\W|$))")
});

fn complement(rest: &str) -> Option<usize> {
    COMPLEMENT.find_iter(rest).find_map(|found| {
        let verb = found.as_str().rsplit(|letter: char| !letter.is_lowercase()).next().unwrap_or_default();
        let is_verb = !words(Language::English).not_infinitives.contains(verb) && !verb.ends_with("ing");
        let bare = found.as_str().trim_start_matches(|letter: char| !letter.is_alphanumeric());
        is_verb.then(|| found.end() - bare.len())
    })
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
