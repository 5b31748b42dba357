//! Finds the verb of a paragraph that does not open with it.

use crate::language::PreambleVerbs;
use crate::lexicon::Lexicon;
use crate::lexicon::verbs::{Mood, Phrase};
use crate::lexicon::vocabulary::Tokens;
use crate::model::ClauseClass;
use crate::text::marks::COMMAS;

/// «根据《联合国宪章》第七章**采取行动**，»: where verbs have one form, a paragraph may end with its verb.
pub(super) fn at_the_end(text: &str, tokens: &Tokens<'_>, lexicon: &Lexicon) -> Option<Phrase> {
    const LONGEST: usize = 8;
    if lexicon.rules.preamble != PreambleVerbs::Unmarked {
        return None;
    }
    let end = tokens.last()?.span.end;
    let first = tokens.len().saturating_sub(LONGEST);
    let found = (first..tokens.len()).find_map(|at| lexicon.verbs.phrase_in(text, tokens, at));
    // «提供技术**支持**» is a noun: what judges comes first or after its object.
    found.filter(|phrase| phrase.span.end == end && phrase.head_only && phrase.class != ClauseClass::Evaluative)
}

/// The verb of what continues below a list: “**and** in this regard **encourages** the Office to”.
pub(super) fn after_conjunction(text: &str, tokens: &Tokens<'_>, lexicon: &Lexicon) -> Option<Phrase> {
    const REACH: usize = 8;
    let lists = lexicon.words;
    if !lists.conjunctions.contains(tokens.folded(0)) {
        return None;
    }
    let is_aside = |at: usize| {
        let words: Vec<&str> = (1..at).map(|at| tokens.folded(at)).collect();
        words.is_empty() || lists.asides.contains(words.join(" ").as_str())
    };
    let mut places = (1..tokens.len().min(REACH)).filter(|at| is_aside(*at));
    places
        .find_map(|at| lexicon.verbs.phrase_in(text, tokens, at))
        .filter(|phrase| phrase.mood == Mood::Finite && !phrase.head_only && phrase.known)
}

/// The verb after an adverbial that opens a paragraph: “In this regard, **calls upon**”, “While welcoming …, **urges**”.
pub(super) fn after_adverbial(text: &str, tokens: &Tokens<'_>, lexicon: &Lexicon) -> Option<Phrase> {
    const MOST_COMMAS: usize = 6;
    let lists = lexicon.words;
    let begins = |phrase: &str| phrase.split(' ').enumerate().all(|(i, word)| tokens.folded(i) == word);
    if !lists.asides.iter().chain(lists.subordinators.iter()).any(begins) {
        return None;
    }
    // “Accordingly **requests**”, “Hereby **establishes**”: right after it, without a comma.
    let after_aside = lists.asides.iter().filter(|aside| begins(aside)).map(|aside| aside.split(' ').count()).max();
    if let Some(phrase) = after_aside.and_then(|at| lexicon.verbs.phrase_in(text, tokens, at))
        && phrase.mood == Mood::Finite
        && phrase.known
    {
        return Some(phrase);
    }
    let gap = |at: usize| tokens.gap_before(text, at);
    let after_commas = (1..tokens.len()).filter(|at| gap(*at).starts_with(COMMAS)).take(MOST_COMMAS);
    after_commas
        .filter_map(|at| lexicon.verbs.phrase_in(text, tokens, at))
        .find(|phrase| phrase.mood == Mood::Finite && !phrase.head_only && phrase.known)
}

/// The verb of “We, the Heads of State …, meeting in …, **reaffirm**”.
pub(super) fn after_apposition(text: &str, tokens: &Tokens<'_>, lexicon: &Lexicon) -> Option<Phrase> {
    const MOST_COMMAS: usize = 6;
    let gap = |at: usize| tokens.gap_before(text, at);
    let n_subject = lexicon.words.subjects.n_words_at(|at| Some(tokens.folded(at)));
    if n_subject == 0 || !gap(n_subject).starts_with(COMMAS) {
        return None;
    }
    let after_commas = (1..tokens.len()).filter(|at| gap(*at).starts_with(COMMAS)).take(MOST_COMMAS);
    after_commas.filter_map(|at| lexicon.verbs.first_person_in(text, tokens, at)).find(|phrase| phrase.known)
}
