//! Paragraphs whose subject is the organ itself: “The Security Council **calls upon** all States to”, «L’Assemblée **se félicite**».
//!
//! Statements of a president, agreed conclusions and texts of parliamentary assemblies are written so: no line names the organ,
//! each sentence does.

use super::leading_label::leading_label;
use super::organs::{named_organ, organs};
use super::page::lines::{Line, LineKind};
use crate::language::{PreambleVerbs, WordList, document};
use crate::lexicon::Lexicon;
use crate::lexicon::verbs::{Mood, Phrase};
use crate::model::{Organ, Span};
use crate::text::fold::{fold, fold_into};
use crate::text::marks::{COLONS, COMMAS};
use crate::text::tokens::{head, is_alphanumeric, is_han, may_begin_a_sentence};
use crate::text::word_spans;

/// The marks that open a quotation, which each paragraph of a statement may begin with.
pub const OPENING_QUOTES: [char; 6] = ['“', '”', '«', '"', ' ', '\u{a0}'];

/// How many words the name of an organ may have, with its article.
const MOST_WORDS: usize = 10;

/// How those who act in a paragraph are named in it, which tells where another clause may open.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Voice {
    /// “**The Council** calls upon …. **It** urges …”
    Organ,
    /// «**يعرب المجلس** عن قلقه، ويطلب المجلس إلى»
    BeforeOrgan,
    /// «**Demandent** aux gouvernements d'agir et **invitent** les donateurs»
    Several,
    /// Its paragraphs name nobody.
    Unnamed,
}

impl Voice {
    /// The voice of a paragraph with this phrase at its head.
    pub fn of(text: &str, first: Option<&Phrase>, lexicon: &Lexicon, mood: Mood) -> Self {
        let Some(phrase) = first.filter(|phrase| !phrase.first_person) else {
            return Self::Unnamed;
        };
        let start = phrase.start as usize;
        let is_phrase = |(spoken, _): (Phrase, Organ)| spoken.span == phrase.span;
        let before = Span { start: phrase.start, end: phrase.span.start };
        if before.of(text).contains(' ') {
            Self::Organ
        } else if before_organ(text, start, lexicon).is_some_and(is_phrase) {
            Self::BeforeOrgan
        } else if mood == Mood::Finite && phrase_of_several_at(text, start, lexicon).is_some() {
            Self::Several
        } else {
            Self::Unnamed
        }
    }
}

/// The act of the organ that begins at a byte of a text with the organ's name; “it” counts only where the text has named it.
pub fn phrase_at(text: &str, at: usize, lexicon: &Lexicon, may_be_pronoun: bool) -> Option<Phrase> {
    let rest = text.get(at..)?;
    let start = at + rest.len() - rest.trim_start_matches(OPENING_QUOTES).len();
    if lexicon.rules.verb_agrees.is_some() {
        return before_organ(text, start, lexicon).map(|(phrase, _)| phrase);
    }
    let (verb, _) = after_subject(text.get(start..)?, lexicon, may_be_pronoun)?;
    let verb = start + verb;
    let next = word_spans(text.get(verb..)?).next()?;
    // “The Assembly **is** deeply concerned”
    let is_copula = lexicon.words.copulas.contains(&fold(next.of(text.get(verb..)?)));
    // Where verbs have no forms, the subject before one makes it finite.
    let has_no_forms = lexicon.rules.preamble == PreambleVerbs::Unmarked;
    let is_finite = |phrase: &Phrase| has_no_forms || phrase.mood == Mood::Finite;
    let found = lexicon.verbs.phrase_at(text, verb).filter(is_finite);
    let found = found.or_else(|| {
        let state = lexicon.verbs.phrase_at(text, verb + next.end as usize).filter(|_| is_copula)?;
        (state.mood == Mood::Participle).then_some(state)
    })?;
    Some(Phrase { start: start as u32, mood: Mood::Finite, head_only: false, ..found })
}

/// The act whose verb comes before the organ, and which organ it is: «ويطلب **المجلس** إلى الأمين العام أن».
///
/// It is read without the name, which its phrase takes in: «**يعرب مجلس الأمن عن قلقه**».
pub fn before_organ(text: &str, at: usize, lexicon: &Lexicon) -> Option<(Phrase, Organ)> {
    const REACH: usize = 400;
    let agrees = lexicon.rules.verb_agrees?;
    let rest = head(text.get(at..)?, REACH);
    let mut spans = word_spans(rest);
    let verb = spans.next()?;
    let name: Vec<Span> = spans.take(MOST_WORDS).collect();
    let name_start = name.first()?.start;
    let gap = Span { start: verb.end, end: name_start };
    if !gap.of(rest).trim().is_empty() {
        return None;
    }
    let mut words = String::new();
    let ends: Vec<(usize, u32)> = name
        .iter()
        .map(|word| {
            words.push_str(if words.is_empty() { "" } else { " " });
            fold_into(word.of(rest), &mut words);
            (words.len(), word.end)
        })
        .collect();
    let (end, organ) = ends.into_iter().rev().find_map(|(length, end)| {
        let words = words.get(..length)?;
        let is_short = || document().council.contains(words) || document().assembly.contains(words);
        let organ = named_organ(words).or_else(|| is_short().then_some(Organ::Other))?;
        agrees(&fold(verb.of(rest)), words).then_some((end, organ))
    })?;
    let without = [rest.get(..verb.end as usize)?, rest.get(end as usize..)?].concat();
    let phrase =
        lexicon.verbs.phrase_at(&without, 0).filter(|phrase| phrase.known && phrase.mood == Mood::Finite)?;
    let is_verb_alone = phrase.span.end <= verb.end;
    let phrase_end = if is_verb_alone { end } else { phrase.span.end + end - verb.end };
    let at = at as u32;
    let span = Span { start: phrase.span.start + at, end: phrase_end + at };
    Some((Phrase { span, start: phrase.start + at, ..phrase }, organ))
}

/// Where the organ's name ends that a text begins with, and which organ it is.
fn after_subject(text: &str, lexicon: &Lexicon, may_be_pronoun: bool) -> Option<(usize, Organ)> {
    let text = head(text, 160);
    let words: Vec<(usize, usize)> = word_ends(text).take(MOST_WORDS).collect();
    let word = |at: usize| words.get(at).and_then(|(start, end)| text.get(*start..*end)).unwrap_or_default();
    let first = fold(word(0));
    if may_be_pronoun && lexicon.words.own_pronouns.contains(&first) {
        return Some((words.get(1)?.0, Organ::Other));
    }
    let has_article = document().articles.contains(first.as_str());
    if !lexicon.rules.writing.has_blanks {
        return named_without_blanks(text);
    }
    // Some languages have no articles.
    if !has_article && !lexicon.words.articles.is_empty() {
        return None;
    }
    let from = usize::from(has_article);
    if !word(from).starts_with(char::is_uppercase) {
        return None;
    }
    let mut name = String::new();
    let mut is_body = false;
    for at in from..words.len() {
        let before = at.checked_sub(1).and_then(|before| words.get(before)).map_or(0, |(_, end)| *end);
        let gap = text.get(before..words.get(at)?.0)?;
        if at > from && gap.contains(|mark: char| !matches!(mark, ' ' | '\n' | '-' | '’' | '\'' | '\u{a0}')) {
            return None;
        }
        if is_body {
            let verb = words.get(at)?.0;
            let opens = lexicon.verbs.phrase_at(text, verb).is_some_and(|phrase| phrase.mood == Mood::Finite)
                || lexicon.words.copulas.contains(&fold(word(at)));
            if opens {
                return Some((verb, named_organ(name.trim_end()).unwrap_or(Organ::Other)));
            }
        }
        let folded = fold(word(at));
        is_body |= document().bodies.contains(folded.as_str());
        name.push_str(&folded);
        name.push(' ');
    }
    None
}

/// The same in a language without blanks: «**安理会**请秘书长».
fn named_without_blanks(text: &str) -> Option<(usize, Organ)> {
    let of_organ = |(names, organ): (&WordList, Organ)| {
        let longest = names.iter().filter(|name| name.starts_with(is_han) && text.starts_with(*name)).max()?;
        Some((longest.len(), organ))
    };
    organs().into_iter().find_map(of_organ)
}

/// The words of a text, each by its first and last byte; an apostrophe separates two.
fn word_ends(text: &str) -> impl Iterator<Item = (usize, usize)> {
    let mut at = 0;
    std::iter::from_fn(move || {
        let start = at + text.get(at..)?.find(is_alphanumeric)?;
        let rest = text.get(start..)?;
        let end = start + rest.find(|letter: char| !is_alphanumeric(letter)).unwrap_or(rest.len());
        at = end;
        Some((start, end))
    })
}

/// The first line on which the organ speaks in its own name, in a text where it does so again, and which organ it is.
pub fn first_line(source: &str, lines: &[Line], lexicon: &Lexicon) -> Option<(usize, Organ)> {
    const MOST_LINES: usize = 80;
    const REACH: usize = 300;
    let text = lines.iter().enumerate().filter(|(_, line)| line.kind == LineKind::Text).take(MOST_LINES);
    let mut speaking = text.filter_map(|(i, line)| {
        let rest = head(source.get(line.span.start as usize..)?, REACH);
        let rest = rest.split("\n\n").next()?;
        let body = rest.get(leading_label(rest).map_or(0, |label| label.rest)..)?;
        let body = body.trim_start_matches(OPENING_QUOTES);
        if lexicon.rules.verb_agrees.is_some() {
            return Some((i, before_organ(body, 0, lexicon)?.1));
        }
        phrase_at(body, 0, lexicon, false)?;
        Some((i, after_subject(body, lexicon, false)?.1))
    });
    let first = speaking.next()?;
    speaking.next().map(|_| first)
}

/// The act of several who were named before, or who do not say who they are: “**Declare** that:”, «**Demandent** aux gouvernements de».
pub fn phrase_of_several(text: &str, lexicon: &Lexicon) -> Option<Phrase> {
    let words = lexicon.words;
    if !text.starts_with(may_begin_a_sentence) {
        return None;
    }
    if !words.plural_verb_endings.is_empty() {
        return phrase_of_several_at(text, 0, lexicon);
    }
    let phrase = lexicon.verbs.first_person_at(text).filter(|phrase| phrase.known)?;
    // “Support for ports” begins with a noun.
    let after = text.get(phrase.span.end as usize..)?;
    let next = word_spans(after).next().map(|span| span.of(after)).unwrap_or_default();
    let goes_on = after.starts_with(COLONS)
        || words.after_a_verb.contains(&fold(next))
        || next.starts_with(char::is_uppercase);
    let is_sure = !words.noun_followers.contains(&fold(next));
    (goes_on && is_sure).then_some(phrase)
}

/// The same at a byte of a text, in a language whose verbs have an ending for the plural.
pub fn phrase_of_several_at(text: &str, at: usize, lexicon: &Lexicon) -> Option<Phrase> {
    const REACH: usize = 200;
    let words = lexicon.words;
    if words.plural_verb_endings.is_empty() {
        return None;
    }
    let rest = head(text.get(at..)?, REACH);
    let is_reflexive = |word: &str| words.reflexives.contains(&fold(word));
    let mut spans = word_spans(rest);
    let first = spans.next()?;
    let verb = if is_reflexive(first.of(rest)) { spans.next()? } else { first };
    let ending = words.plural_verb_endings.iter().find(|ending| verb.of(rest).ends_with(*ending))?;
    let cut = verb.end as usize - ending.len();
    let singular = [rest.get(..cut)?, rest.get(verb.end as usize..)?].concat();
    let phrase =
        lexicon.verbs.phrase_at(&singular, 0).filter(|phrase| phrase.known && (at == 0 || !phrase.head_only))?;
    let is_it = phrase.mood == Mood::Finite && phrase.span.end as usize >= cut;
    let (at, shift) = (at as u32, ending.len() as u32);
    let span = Span { start: phrase.span.start + at, end: phrase.span.end + at + shift };
    is_it.then_some(Phrase { span, start: phrase.start + at, ..phrase })
}

/// The verb of “In the light of these considerations, **the Assembly calls on** States”, in a text where the organ speaks so.
pub fn phrase_after_comma(text: &str, lexicon: &Lexicon) -> Option<Phrase> {
    const REACH: usize = 300;
    const MOST_COMMAS: usize = 4;
    let commas = head(text, REACH).match_indices(COMMAS).map(|(at, comma)| at + comma.len()).take(MOST_COMMAS);
    commas.into_iter().find_map(|at| phrase_at(text, at, lexicon, false))
}
