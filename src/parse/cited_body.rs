//! Finds the body of a cited document: it is named before «resolution», or after the numbers.
//!
//! «General Assembly resolutions 48/134 and 76/178», « les résolutions 48/134 et 76/178 de l’Assemblée générale ». A body whose
//! numbers are not those of a United Nations organ has no address that we know.

use super::organs::{named_organ, organs, words_of};
use crate::language::{WordList, document};
use crate::lexicon::numbers::month;
use crate::model::{Organ, Span};
use crate::text::fold::fold;
use crate::text::marks::COMMAS;
use crate::text::tokens::{is_han, tail};
use crate::text::word_spans;

/// The body whose document is cited.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Body {
    /// One of the organs that have an address.
    Organ(Organ),
    /// «the Assembly», «the Council»: which one the document itself tells.
    Assembly,
    /// The same for a council.
    Council,
    /// Another body: its documents are not linked.
    Foreign,
}

impl Body {
    /// The organ that is meant in a document of `own`; nothing if its documents have no address.
    pub fn organ(self, own: Organ) -> Option<Organ> {
        match self {
            Self::Organ(organ) => Some(organ),
            Self::Assembly => (own != Organ::Other).then_some(Organ::GeneralAssembly),
            Self::Council => {
                matches!(own, Organ::HumanRightsCouncil | Organ::EconomicAndSocialCouncil).then_some(own)
            }
            Self::Foreign => None,
        }
    }
}

/// The body named right before «resolution»: «General Assembly resolution».
pub fn named_before(text: &str) -> Option<Body> {
    const LONGEST: usize = 100;
    let window = tail(text, LONGEST);
    let words: Vec<&str> = window.split_whitespace().collect();
    let is_small = |word: &str| document().name_words.contains(word);
    // A name in capitals, with small words inside it.
    let mut name: Vec<String> = Vec::new();
    let mut n_capitals = 0;
    for word in words.iter().rev() {
        let bare = word.trim_start_matches(['(', '“', '"', '«']);
        let bare = ["’s", "'s", "’", "'"].iter().find_map(|end| bare.strip_suffix(end)).unwrap_or(bare);
        let is_small = is_small(word);
        let is_capital = bare.starts_with(char::is_uppercase);
        if !(is_capital || is_small && !name.is_empty())
            || word.ends_with([',', ';', '.', ':'])
            || word.contains('/')
        {
            break;
        }
        n_capitals += usize::from(is_capital);
        name.push(fold(bare));
    }
    while name.last().is_some_and(|word| is_small(word)) {
        name.pop();
    }
    let is_whole = name.len() == words.len();
    name.reverse();
    let last: Vec<&str> = name.iter().map(String::as_str).collect();
    if let Some(body) = known(&last) {
        return Some(body);
    }
    // “Reaffirms Assembly resolutions”: a paragraph begins with its verb, and a bare “Assembly” follows it.
    if let ([_, name], true) = (last.as_slice(), is_whole)
        && let Some(body) = short(name)
    {
        return Some(body);
    }
    // «Recalling resolution 5/1»: the first word of a sentence is in capitals too.
    let first = words.len().checked_sub(name.len() + 1).and_then(|i| words.get(i));
    let opens_a_sentence = is_whole || first.is_some_and(|word| word.ends_with([',', ';', '.', ':']));
    let is_acronym = |word: &&&str| word.len() > 2 && word.chars().all(char::is_uppercase);
    let has_acronym = words.iter().rev().take(name.len()).any(|word| is_acronym(&word));
    (n_capitals > 1 || n_capitals == 1 && (!opens_a_sentence || has_acronym)).then_some(Body::Foreign)
}

/// The organ that a name ends with.
fn known(name: &[&str]) -> Option<Body> {
    let words = document();
    let ends = (0..name.len()).find_map(|from| named_organ(&name.get(from..)?.join(" ")));
    if let Some(organ) = ends {
        return Some(Body::Organ(organ));
    }
    let bare = match name {
        [name] => name,
        [article, name] if words.articles.contains(article) => name,
        _ => return None,
    };
    short(bare)
}

/// «the Assembly», «le Conseil».
fn short(name: &str) -> Option<Body> {
    let words = document();
    let is_assembly = words.assembly.contains(name);
    is_assembly.then_some(Body::Assembly).or_else(|| words.council.contains(name).then_some(Body::Council))
}

/// The body named between «resolution» and its number, whole: «قرار **لجنة حقوق الإنسان** 2005/7», «las resoluciones **del Consejo de
/// Derechos Humanos** 45/8».
pub fn between(text: &str) -> Option<Body> {
    let words = words_of(text);
    if let Some(organ) = named_organ(&words) {
        return Some(Body::Organ(organ));
    }
    let led = document().of_the.iter().find_map(|lead| words.strip_prefix(lead)?.strip_prefix(' '));
    if let Some(name) = led {
        let organ = named_organ(name).map(Body::Organ).or_else(|| short(name));
        return organ.or_else(|| is_a_name(text).then_some(Body::Foreign));
    }
    let first = words.split(' ').next().filter(|first| !first.is_ascii())?;
    let short = short(first).filter(|_| words == first);
    short.or_else(|| document().bodies.contains(first).then_some(Body::Foreign))
}

/// Whether the last words are a name, with whatever leads to it: «de la Comisión de Derechos Humanos».
fn is_a_name(text: &str) -> bool {
    let is_capital = |word: &&str| word.starts_with(char::is_uppercase);
    let mut words = text.split_whitespace().skip_while(|word| !is_capital(word));
    let is_of_name = |word: &str| is_capital(&word) || document().name_words.contains(word);
    let is_body = words.clone().any(|word| document().bodies.contains(&fold(word)));
    is_body && !text.contains(COMMAS) && words.all(is_of_name)
}

/// The body of the texts that examples are given of: «resolutions **of the General Assembly**, including resolutions 75/185»,
/// “**General Assembly** resolutions, the most recent being resolutions 74/90”.
pub fn of_examples(text: &str, after_kind: &str) -> Option<Body> {
    /// «قرارات الجمعية العامة **ذات الصلة**»
    const MOST_AFTER: usize = 2;
    let folded = words_of(after_kind);
    let n_words = document().examples.strip_end(&folded)?.split_whitespace().count();
    if n_words == 0 {
        return named_before(text);
    }
    let end = word_spans(after_kind).nth(n_words - 1)?.end as usize;
    let name = after_kind.get(..end)?;
    organ_at_end(&words_of(name), MOST_AFTER).map(Body::Organ).or_else(|| between(name))
}

/// The body that acts by a resolution: “the General Assembly, **in its** resolution 76/213”, “as requested by the Assembly **in**
/// resolution 75/323”. Its verb may come between.
pub fn acting(before: &str) -> Option<Body> {
    /// “has decided”, « a adopté »
    const LONGEST_VERB: usize = 2;
    let (name, is_aside) = without_in_its(before)?;
    let folded = words_of(name);
    if let Some(organ) = organ_at_end(&folded, LONGEST_VERB) {
        return Some(Body::Organ(organ));
    }
    let words: Vec<&str> = word_spans(name).map(|span| span.of(name)).collect();
    let [.., before, noun] = words.as_slice() else { return None };
    if let Some(body) = short(&fold(noun)) {
        // “the Assembly”, but “the Parliamentary Assembly”.
        let is_alone = document().articles.contains(&fold(before));
        let is_of_another = before.starts_with(char::is_uppercase);
        return is_alone.then_some(body).or_else(|| is_of_another.then_some(Body::Foreign));
    }
    // «la Commission de la condition de la femme, dans sa résolution 64/2»: its number is of no organ that has an address.
    let name = name.rsplit(COMMAS).next().filter(|_| is_aside)?;
    let is_body = |word: &str| word.starts_with(char::is_uppercase) && document().bodies.contains(&fold(word));
    word_spans(name).any(|word| is_body(word.of(name))).then_some(Body::Foreign)
}

/// The words before “in its” at the end of a text, and whether a comma parts them from it.
fn without_in_its(before: &str) -> Option<(&str, bool)> {
    // This runs for each number of a list, and a list may be of any length.
    const LONGEST: usize = 120;
    let text = tail(before, LONGEST);
    let n_words = |text: &str| word_spans(text).count();
    let folded = words_of(text);
    let strip = |lead: &&str| folded.strip_suffix(*lead)?.strip_suffix(' ');
    let rest = document().in_its.iter().filter_map(|lead| strip(&lead)).min_by_key(|rest| rest.len())?;
    let end = word_spans(text).nth(n_words(rest).checked_sub(1)?)?.end as usize;
    let name = text.get(..end)?;
    Some((name, text.get(end..)?.trim_start().starts_with(COMMAS)))
}

/// The organ that folded words end with; at most so many words follow its name.
fn organ_at_end(words: &str, most_after: usize) -> Option<Organ> {
    const LONGEST: usize = 6;
    let words: Vec<&str> = words.split(' ').collect();
    (0..=most_after).find_map(|n_after| {
        let words = words.get(..words.len().checked_sub(n_after)?)?;
        (1..=LONGEST.min(words.len())).rev().find_map(|n| named_organ(&words.get(words.len() - n..)?.join(" ")))
    })
}

/// The organ that acts by a resolution and is named after it: “in its resolution 75/323, **the General Assembly** requested”.
pub fn acting_after(before: &str, after: &str) -> Option<Body> {
    const LONGEST: usize = 6;
    const MOST_WORDS: usize = 16;
    let (_, is_aside) = without_in_its(before)?;
    let spans: Vec<Span> = word_spans(after).take(MOST_WORDS).collect();
    let words: Vec<String> = spans.iter().map(|span| fold(span.of(after))).collect();
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    let at = after_dates(&words);
    let from = at.checked_sub(1).and_then(|last| spans.get(last)).map_or(0, |span| span.end as usize);
    let name_start = spans.get(at)?.start as usize;
    if !is_aside || !after.get(from..name_start)?.contains(COMMAS) {
        return None;
    }
    let rest = words.get(at..)?;
    let name =
        rest.split_first().filter(|(first, _)| document().articles.contains(first)).map_or(rest, |(_, name)| name);
    (1..=LONGEST).rev().find_map(|n| named_organ(&name.get(..n)?.join(" "))).map(Body::Organ)
}

/// The body whose name a text ends with, in a language without blanks: «人权委员会».
pub fn ending(text: &str) -> Option<Body> {
    let text = without_acting(text.trim_end());
    let ends =
        |names: &WordList| names.iter().filter(|name| name.starts_with(is_han) && text.ends_with(*name)).max();
    let (name, organ) = organs().into_iter().find_map(|(names, organ)| Some((ends(names)?, organ))).unzip();
    let before = name.and_then(|name: &str| text.strip_suffix(name)).unwrap_or_default();
    // «世界卫生大会», «联合国环境大会»: another's assembly.
    if document().goes_on.iter().any(|word| word.starts_with(is_han) && before.ends_with(word)) {
        return Some(Body::Foreign);
    }
    if let Some(organ) = organ {
        return Some(Body::Organ(organ));
    }
    // «以及理事会», but «贸发理事会».
    if let Some(before) = ends(&document().council).and_then(|name| text.strip_suffix(name))
        && (!before.ends_with(is_han) || document().in_number_lists.strip_end(before).is_some())
    {
        return Some(Body::Council);
    }
    ends(&document().bodies).map(|_| Body::Foreign)
}

/// The text up to the body, in a language without blanks: «大会**在其**», «大会2015年9月25日**通过的**», «大会所有相关**决议，最近的是**».
fn without_acting(text: &str) -> &str {
    let lists = document();
    let is_of_date =
        |letter: char| letter.is_ascii_digit() || lists.in_number_lists.opens(letter.encode_utf8(&mut [0; 4]));
    let of_examples = || {
        let text = lists.examples.strip_end(text)?;
        let text = text.strip_suffix(COMMAS).unwrap_or(text);
        let text = lists.resolutions.strip_end(text)?;
        let names = organs().into_iter().flat_map(|(names, _)| names.places_in(text));
        let end = names.map(|(at, name)| at + name.len()).max()?;
        text.get(..end)
    };
    let adopted = || lists.adopted_by.strip_end(text).map(|text| text.trim_end_matches(is_of_date));
    if !text.ends_with(is_han) {
        return text;
    }
    of_examples().or_else(adopted).or_else(|| lists.in_its.strip_end(text)).unwrap_or(text)
}

/// The body named after a number, and after its date: « 60/251 de l’Assemblée générale, en date du … », «5/1 of 18 June 2007 of
/// the Council».
pub fn named_after(text: &str) -> Option<Body> {
    const MOST_WORDS: usize = 16;
    const LONGEST: usize = 6;
    // «75/273 **(2021)** de l’Assemblée générale»
    let text = after_year(text).unwrap_or(text);
    // A sentence's end, or the next number of a list, ends what belongs to this one.
    let end = text.find([';', '.', '(']).unwrap_or(text.len());
    let text = text.get(..end)?;
    let words: Vec<&str> = word_spans(text).take(MOST_WORDS).map(|span| span.of(text)).collect();
    let folded: Vec<String> = words.iter().map(|word| fold(word)).collect();
    let folded: Vec<&str> = folded.iter().map(String::as_str).collect();
    let at = after_dates(&folded);
    let rest = folded.get(at..)?;
    let lists = document();
    if let Some(n) = (2..=4).rev().chain([1]).find(|n| is_lead(&lists.adopted_by, rest, *n)) {
        let name = rest.get(n..)?;
        let organ = (1..=LONGEST).rev().find_map(|n| named_organ(&name.get(..n)?.join(" ")));
        return organ.map(Body::Organ);
    }
    let leads = |n: usize| is_lead(&lists.of_the, rest, n);
    let has_case = || words.get(at).is_some_and(|word| word.starts_with(|l: char| matches!(l, 'А'..='Я')));
    let Some(article) = [2, 1].into_iter().find(|n| leads(*n)) else {
        // «72/194 Генеральной Ассамблеи»: where a case says whose it is, nothing leads to the name.
        return if has_case() { in_a_case(rest) } else { None };
    };
    let name = rest.get(article..)?;
    if let Some(organ) = (1..=LONGEST).rev().find_map(|n| named_organ(&name.get(..n)?.join(" "))) {
        return Some(Body::Organ(organ));
    }
    let printed = words.get(at + article)?;
    if !printed.starts_with(char::is_uppercase) || month(name.first()?).is_some() {
        return None;
    }
    // « de l’Assemblée ainsi que », but « de l’Assemblée mondiale de la Santé ».
    // but «of the Assembly of 3 May 2006».
    let is_dated = name.get(2).is_some_and(|word| word.starts_with(|letter: char| letter.is_ascii_digit()));
    let goes_on = name.get(1).is_some_and(|word| lists.goes_on.contains(word) && !is_dated)
        || words.get(at + article + 1).is_some_and(|word| word.starts_with(char::is_uppercase));
    let short = short(name.first()?).filter(|_| !goes_on);
    short.or(Some(Body::Foreign))
}

/// Whether the first words are one of these leads.
fn is_lead(leads: &WordList, words: &[&str], n: usize) -> bool {
    words.get(..n).is_some_and(|words| leads.contains(&words.join(" ")))
}

/// The text after a year in brackets at its start.
fn after_year(text: &str) -> Option<&str> {
    let (year, rest) = text.trim_start().strip_prefix('(')?.split_once(')')?;
    (year.len() == 4 && year.bytes().all(|digit| digit.is_ascii_digit())).then_some(rest)
}

/// The body that words in the genitive name.
fn in_a_case(name: &[&str]) -> Option<Body> {
    const LONGEST: usize = 6;
    const ADJECTIVES: usize = 2;
    if let Some(organ) = (1..=LONGEST).rev().find_map(|n| named_organ(&name.get(..n)?.join(" "))) {
        return Some(Body::Organ(organ));
    }
    let lists = document();
    let is_body = |word: &&str| lists.bodies.iter().any(|body| !body.is_ascii() && word.starts_with(stem(body)));
    let at = name.iter().take(ADJECTIVES + 1).position(is_body)?;
    let is_alone = at == 0 && name.get(1).is_none_or(|next| !lists.goes_on_openings.opens(next));
    name.first().and_then(|first| short(first)).filter(|_| is_alone).or(Some(Body::Foreign))
}

/// The noun of a body without what cases change at its end.
fn stem(noun: &str) -> &str {
    let mut stem = noun;
    while let Some(shorter) = document().case_ends.strip_end(stem) {
        stem = shorter;
    }
    stem
}

/// How many words dates take at the head of a text: « en date du 15 mars 2006 », «of 18 June 2007 and».
fn after_dates(words: &[&str]) -> usize {
    const LONGEST_LEAD: usize = 3;
    let ordinal_ends = &document().ordinal_ends;
    let is_number = |word: &str| ordinal_ends.strip_end(word).unwrap_or(word).bytes().all(|b| b.is_ascii_digit());
    let mut at = 0;
    while let Some(rest) = words.get(at..) {
        let lead = (1..=LONGEST_LEAD)
            .find(|n| rest.get(..*n).is_some_and(|words| document().date_leads.contains(&words.join(" "))));
        let Some(lead) = lead else { return at };
        let Some([day, name, year, ..]) = rest.get(lead..) else { return at };
        if !(is_number(day) && month(name).is_some() && is_number(year)) {
            return at;
        }
        at += lead + 3;
    }
    at
}

#[cfg(test)]
mod tests {
    use super::*;

    const ASSEMBLY: Option<Body> = Some(Body::Organ(Organ::GeneralAssembly));

    #[test]
    fn the_name_before_resolution_tells_the_body() {
        assert_eq!(named_before("Recalling General Assembly "), ASSEMBLY);
        assert_eq!(named_before("and the Human Rights Council’s "), Some(Body::Organ(Organ::HumanRightsCouncil)));
        assert_eq!(named_before("of 15 March 2006, Assembly "), Some(Body::Assembly));
        assert_eq!(named_before("Reaffirms Assembly "), Some(Body::Assembly));
        assert_eq!(named_before("statement S/PRST/2021/9 and Council "), Some(Body::Council));
        assert_eq!(named_before("pursuant to World Health Assembly "), Some(Body::Foreign));
        assert_eq!(named_before("pursuant to UNEA "), Some(Body::Foreign));
        for own in ["Recalling ", "and its own ", "Rappelant sa propre ", "in accordance with its ", ""] {
            assert_eq!(named_before(own), None, "{own}");
        }
    }

    #[test]
    fn the_name_after_the_numbers_tells_the_body() {
        assert_eq!(named_after(" de l’Assemblée générale, en date du 3 mai 2006"), ASSEMBLY);
        assert_eq!(named_after(", en date du 15 mars 2006, de l’Assemblée générale"), ASSEMBLY);
        assert_eq!(named_after(" of 18 June 2007 of the Assembly"), Some(Body::Assembly));
        assert_eq!(named_after(" (2021) de l’Assemblée générale des Nations Unies"), ASSEMBLY);
        assert_eq!(named_after(" of the Assembly of 3 May 2006"), Some(Body::Assembly));
        assert_eq!(named_after(" de l’Assemblée du 3 mai 2006"), Some(Body::Assembly));
        assert_eq!(named_after(" de l’Assemblée mondiale de la Santé"), Some(Body::Foreign));
        assert_eq!(named_after(" de l’Assemblée du Programme des phares"), Some(Body::Foreign));
        assert_eq!(named_after(" of the Commission on Human Rights"), Some(Body::Foreign));
        for text in [" du 3 mai 2006 sur les fleuves", " of the present list", " et prie le Conseil"] {
            assert_eq!(named_after(text), None, "{text}");
        }
    }
}
