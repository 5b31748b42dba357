//! Splits a paragraph into clauses.
//!
//! The first opens with the paragraph. Each further one opens with a verb of the organ that a comma, a semicolon or a
//! conjunction joins to what comes before: «…, et prie l'Office …», «; encourage …», «…, à cet égard, invite …». Verbs
//! of subordinate clauses («qui préside») and participles inside an operative paragraph open none.

use super::preposed::phrase_after_object;
use super::spoken::{self, Voice};
use crate::language::{PreambleVerbs, Words};
use crate::lexicon::verbs::{Mood, Phrase};
use crate::lexicon::vocabulary::Tokens;
use crate::lexicon::{Lexicon, actions};
use crate::model::{ClauseClass, Span};
use crate::text::fold::fold;
use crate::text::marks::{JOINTS, SENTENCE_ENDS, STOPS};
use crate::text::tokens::head;

/// A clause's phrase and its span.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Opening {
    /// The phrase.
    pub phrase: Phrase,
    /// The whole clause.
    pub span: Span,
    /// The subject of the verb, if it must act: see [`super::stated`].
    pub subject: Option<Span>,
}

/// The clauses of a paragraph whose text is given with its tokens.
///
/// `at_head` is the phrase that the paragraph opens with, if it does.
pub fn clauses(
    text: &str,
    tokens: &Tokens<'_>,
    lexicon: &Lexicon,
    mood: Mood,
    at_head: Option<Phrase>,
) -> Vec<Opening> {
    let scan = Scan { text, tokens, lexicon, words: lexicon.words, mood };
    let opening = |phrase: Phrase| Opening { phrase, span: Span::default(), subject: None };
    let mut openings: Vec<Opening> = at_head.into_iter().map(opening).collect();
    let heads_in_capitals = openings.first().is_some_and(|first| is_in_capitals(first.phrase.span.of(text)));
    let in_past = openings.first().is_some_and(|first| first.phrase.in_past);
    // “We will protect rivers and **pledge to** …”: what is promised opens no clause, but what is joined to it may.
    let speaks = mood == Mood::Finite && scan.is_subject_at(0);
    let voice = Voice::of(text, openings.first().map(|first| &first.phrase), lexicon, mood);
    let has_objects_before = !scan.words.before_objects.is_empty();
    let mut quoted = Quotes { right_to_left: lexicon.language.is_right_to_left(), ..Quotes::default() };
    let mut skip_to = openings.first().map_or(0, |opening| opening.phrase.span.end);
    for (i, token) in tokens.iter().enumerate() {
        let previous = i.checked_sub(1).and_then(|i| tokens.get(i));
        let gap = Span { start: previous.map_or(0, |last| last.span.end), end: token.span.start };
        // Most words have one space between them or none, in which nothing opens or closes.
        let is_plain = gap.is_empty() || gap.len() == 1 && text.as_bytes().get(gap.start as usize) == Some(&b' ');
        // “The Council calls upon …, and urges …”: each paragraph of a text that is quoted whole begins with the mark.
        if !is_plain && (i > 0 || openings.is_empty()) {
            quoted.read(gap.of(text));
        }
        if token.span.start < skip_to || quoted.are_open() {
            continue;
        }
        if !openings.is_empty()
            && has_objects_before
            && scan.words.before_objects.contains(tokens.folded(i))
            && scan.is_joined(i)
            && let Some(phrase) = phrase_after_object(text, tokens, lexicon, i)
        {
            skip_to = phrase.span.end;
            openings.push(opening(phrase));
            continue;
        }
        if let Some(phrase) = scan.phrase_of(voice, i) {
            skip_to = phrase.span.end;
            openings.push(opening(phrase));
            continue;
        }
        if scan.may_say_we(i)
            && let Some(phrase) = scan.phrase_of_ours(i, openings.is_empty())
        {
            skip_to = phrase.span.end;
            openings.push(opening(phrase));
            continue;
        }
        let Some(word) = token.word else { continue };
        let may_open = if in_past { lexicon.verbs.may_open_in_past(word) } else { lexicon.verbs.may_open(word) };
        if !may_open {
            continue;
        }
        // And nothing joins them unless the word before says so.
        if is_plain && !previous.is_some_and(|last| last.word.is_some_and(|word| lexicon.verbs.may_join(word))) {
            continue;
        }
        if scan.is_subject(i) {
            if let Some(phrase) = scan.phrase_of_ours(i, openings.is_empty()) {
                skip_to = phrase.span.end;
                openings.push(opening(phrase));
            }
            continue;
        }
        // «CALLS UPON the States, and REQUESTS …»
        let in_capitals = || is_in_capitals(token.span.of(text)) && heads_in_capitals;
        if token.capital && !in_capitals() || openings.is_empty() && !speaks || !scan.is_joined(i) {
            continue;
        }
        let in_first_person = openings.last().map_or(speaks, |last| last.phrase.first_person);
        let phrase = if in_first_person {
            lexicon.verbs.first_person_in(text, tokens, i)
        } else if in_past {
            lexicon.verbs.joined_past_in(text, tokens, i)
        } else {
            lexicon.verbs.phrase_in(text, tokens, i)
        };
        let Some(phrase) = phrase else { continue };
        // “We will promote housing and, as **appropriate**, …”: after a promise only what asks or promises is sure.
        let after_a_promise = openings.last().is_none_or(|last| last.phrase.first_person && !last.phrase.known);
        if after_a_promise && !asks_or_promises(&phrase) {
            continue;
        }
        if scan.opens_a_clause(i, &phrase) {
            skip_to = phrase.span.end;
            openings.push(opening(phrase));
        }
    }
    set_spans(text, &mut openings, lexicon.words);
    openings
}

/// How many words may come before a promise that a paragraph makes, as its label.
const MOST_BEFORE_A_PROMISE: usize = 3;

/// Whether a verb can only ask or promise: “demand” is a noun too.
fn asks_or_promises(phrase: &Phrase) -> bool {
    phrase.action.as_str() == actions::COMMIT
        || phrase.class == ClauseClass::Directive && phrase.action.as_str() != actions::DEMAND
}

/// Whether words are set in capitals: more than an initial.
fn is_in_capitals(words: &str) -> bool {
    words.chars().nth(1).is_some() && words.chars().all(|letter| !letter.is_lowercase())
}

/// Extends each phrase to the next one, without the joint between them.
fn set_spans(text: &str, openings: &mut [Opening], words: &Words) {
    let mut next = None;
    for (i, opening) in openings.iter_mut().enumerate().rev() {
        // What comes before the first phrase belongs to it.
        let start = if i == 0 { 0 } else { opening.phrase.start };
        let end = next.map_or(text.len() as u32, |next| joint_start(text, start, next, words));
        opening.span = Span { start, end };
        next = Some(opening.phrase.start);
    }
}

/// Where the joint («, et », « ; ») before a clause begins.
fn joint_start(text: &str, from: u32, to: u32, words: &Words) -> u32 {
    let clause = Span { start: from, end: to }.of(text);
    let mut end = clause.trim_end();
    for conjunction in words.conjunctions.iter() {
        let rest = end.strip_suffix(conjunction);
        let rest = rest.filter(|rest| rest.ends_with(char::is_whitespace) || rest.ends_with(JOINTS));
        end = rest.map_or(end, str::trim_end);
    }
    from + end.trim_end_matches(|mark: char| mark == ' ' || JOINTS.contains(&mark)).len() as u32
}

struct Scan<'a> {
    text: &'a str,
    tokens: &'a Tokens<'a>,
    lexicon: &'a Lexicon,
    words: &'static Words,
    mood: Mood,
}

/// How a verb is joined to what comes before it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Joint {
    /// A comma or a semicolon, with or without a conjunction.
    Punctuated,
    /// A conjunction alone.
    Bare,
}

impl Scan<'_> {
    fn is_subject_at(&self, i: usize) -> bool {
        self.words.subjects.n_words_at(|n| Some(self.tokens.folded(i + n))) > 0
    }

    /// Whether the word at `i` is the subject of a declaration's sentence: «We», «nous».
    fn is_subject(&self, i: usize) -> bool {
        self.is_subject_at(i) && (self.gap_before(i).contains(SENTENCE_ENDS) || self.is_joined(i))
    }

    /// Whether a sentence of a declaration may begin at `i` with a verb whose ending is its subject.
    fn may_say_we(&self, i: usize) -> bool {
        const REACH: usize = 4;
        let endings = &self.words.subject_endings;
        !endings.is_empty()
            && self.gap_before(i).contains(SENTENCE_ENDS)
            && (i..i + REACH).any(|at| endings.is_ending_of(self.tokens.folded(at), 2))
    }

    /// The phrase of the sentence that begins at `i` in the first person.
    ///
    /// «… . We recognize …»: in a declaration each sentence may open a clause; one that only says what “we will” do continues with
    /// what the paragraph promises. “Action 1. We will …” begins with it.
    fn phrase_of_ours(&self, i: usize, is_first: bool) -> Option<Phrase> {
        let is_first = is_first && i <= MOST_BEFORE_A_PROMISE;
        let opens = |phrase: &Phrase| phrase.first_person && (phrase.known || is_first);
        self.lexicon.verbs.phrase_in(self.text, self.tokens, i).filter(opens)
    }

    /// The phrase of those who act in the paragraph, where one begins at the word `i`.
    fn phrase_of(&self, voice: Voice, i: usize) -> Option<Phrase> {
        let at = self.tokens.get(i)?.span.start as usize;
        let ends = || self.gap_before(i).contains(STOPS);
        match voice {
            Voice::Organ if ends() => spoken::phrase_at(self.text, at, self.lexicon, true),
            Voice::BeforeOrgan if ends() || self.is_joined(i) => {
                spoken::before_organ(self.text, at, self.lexicon).map(|(phrase, _)| phrase)
            }
            Voice::Several if self.is_joined(i) => spoken::phrase_of_several_at(self.text, at, self.lexicon),
            _ => None,
        }
    }

    fn is_joined(&self, i: usize) -> bool {
        self.joint(i).is_some()
    }

    /// How the word at `i` is joined, looking over an aside («à cet égard») before it.
    fn joint(&self, i: usize) -> Option<Joint> {
        let mut at = i;
        // An aside may be between commas or without them, and two may follow each other.
        for _ in 0..2 {
            if let Some(joint) = self.direct_joint(at) {
                // A comma that only closes an aside says nothing by itself: look before the aside.
                match self.aside_before(at) {
                    Some(start) if self.direct_joint(start).is_some() => at = start,
                    _ => return Some(joint),
                }
            } else {
                at = self.aside_before(at)?;
            }
        }
        self.direct_joint(at)
    }

    fn direct_joint(&self, i: usize) -> Option<Joint> {
        let previous = i.checked_sub(1)?;
        let gap = self.gap_before(i);
        if matches!(gap, " " | "") && !self.words.conjunctions.contains(self.tokens.folded(previous)) {
            return None;
        }
        if gap.contains(['(', '«', '"', '“', ':', '.', '（', '《', '：', '。']) {
            return None;
        }
        if gap.contains(JOINTS) {
            return Some(Joint::Punctuated);
        }
        if !self.words.conjunctions.contains(self.tokens.folded(previous)) || !gap.chars().all(char::is_whitespace)
        {
            return None;
        }
        let punctuated = self.gap_before(previous).contains(JOINTS);
        Some(if punctuated { Joint::Punctuated } else { Joint::Bare })
    }

    fn gap_before(&self, i: usize) -> &str {
        self.tokens.gap_before(self.text, i)
    }

    /// Where an aside that ends before the word at `i` begins.
    fn aside_before(&self, i: usize) -> Option<usize> {
        let last = i.checked_sub(1)?;
        let last_word = self.tokens.folded(last);
        if !self.lexicon.verbs.may_end_an_aside(last_word) {
            return None;
        }
        self.words.asides.iter().filter(|aside| aside.ends_with(last_word)).find_map(|aside| {
            let n_words = aside.split(' ').count();
            let start = i.checked_sub(n_words)?;
            let mut words = (start..i).zip(aside.split(' '));
            words
                .all(|(at, word)| {
                    self.tokens.folded(at) == word && (at == start || self.gap_before(at).trim().is_empty())
                })
                .then_some(start)
        })
    }

    /// Whether a phrase in the middle of a paragraph is an act of the organ.
    fn opens_a_clause(&self, i: usize, phrase: &Phrase) -> bool {
        let goes_on = self.mood == Mood::Participle && self.lexicon.rules.preamble != PreambleVerbs::Participles;
        if phrase.mood != self.mood && !goes_on || phrase.head_only && !self.is_state_of_the_organ(phrase) {
            return false;
        }
        // “the measures taken and endorsed **by** the Committee”
        let next = self.tokens.folded(self.tokens.first_from(phrase.span.end));
        if phrase.in_past && self.words.agents.contains(next) {
            return false;
        }
        let Some(joint) = self.joint(i) else { return false };
        if joint == Joint::Bare && self.in_relative_clause(i) {
            return false;
        }
        self.is_followed_as_a_verb(phrase)
    }

    /// «…, et convaincue que»: a state opens a clause of the preamble only after a conjunction or a comma.
    fn is_state_of_the_organ(&self, phrase: &Phrase) -> bool {
        let after = self.text.get(phrase.span.end as usize..).unwrap_or_default();
        let word = after.trim_start().split(|letter: char| !letter.is_alphabetic()).next().unwrap_or_default();
        let word = fold(word);
        self.mood == Mood::Participle
            && phrase.verb.as_str().split(' ').count() == 1
            && match phrase.action.as_str() {
                actions::BE_AWARE | actions::BE_CONVINCED | actions::EXPRESS_CONCERN => {
                    self.words.after_a_state.contains(&word)
                }
                // «, y resuelta **a** actuar», “and determined **to** act”
                actions::BE_DETERMINED => {
                    self.words.infinitive_marks.contains(&word) || self.words.address_prepositions.contains(&word)
                }
                _ => false,
            }
    }

    /// Whether a relative pronoun since the last comma has taken the verb: «l'Office, qui préside … et anime».
    fn in_relative_clause(&self, i: usize) -> bool {
        for at in (0..i).rev().take(14) {
            if self.words.relative_subjects.contains(self.tokens.folded(at)) {
                return true;
            }
            if self.gap_before(at).contains(JOINTS) && at + 1 < i {
                return false;
            }
        }
        false
    }

    /// Whether what follows lets the word be a verb: «demande de» and «requests for» are nouns.
    fn is_followed_as_a_verb(&self, phrase: &Phrase) -> bool {
        let words = phrase.span.of(self.text);
        let is_one_word = !words.contains(' ') && !words.contains(['’', '\'']);
        let after = self.text.get(phrase.span.end as usize..).unwrap_or_default();
        if after.trim().is_empty() {
            return false;
        }
        // “and **calls** in this regard **upon** States”
        let first = self.tokens.first_from(phrase.span.end);
        let aside = self.words.asides.beginning_with(self.tokens.folded(first)).iter();
        let mut aside = aside
            .filter(|aside| aside.split(' ').enumerate().all(|(i, word)| self.tokens.folded(first + i) == word));
        let next = self.tokens.folded(first + aside.next().map_or(0, |aside| aside.split(' ').count()));
        let touches = after.starts_with([',', ';', ')']);
        if touches && !self.words.aside_openers.is_empty() {
            return self.aside_follows(after);
        }
        let words = fold(words);
        let is_also_a_noun =
            self.words.also_nouns.contains(&words) || self.words.noun_endings.is_ending_of(&words, 1);
        let may_be_a_noun = is_one_word && is_also_a_noun && self.words.noun_followers.contains(next);
        !may_be_a_noun || self.has_a_pronoun(phrase)
    }

    /// Whether the pronoun before a word shows that it is a verb: «et **lui** demande de». «leur demande» is a noun (“their
    /// request”) unless an infinitive follows.
    fn has_a_pronoun(&self, phrase: &Phrase) -> bool {
        let before = fold(Span { start: phrase.start, end: phrase.span.start }.of(self.text).trim());
        if before.is_empty() || !self.words.possessives.contains(&before) {
            return self.words.pronouns.contains(&before);
        }
        let asked = self.tokens.first_from(phrase.span.end) + 1;
        let is_mark =
            |at: usize| self.words.infinitive_marks.contains((self.lexicon.rules.cue_form)(self.tokens.folded(at)));
        is_mark(asked - 1) && self.words.is_infinitive(self.tokens.folded(asked))
    }

    /// «urges, in this regard, the parties»: a comma may follow a verb when an aside does.
    fn aside_follows(&self, after: &str) -> bool {
        // No aside is longer, in bytes.
        const LONGEST: usize = 100;
        let rest = fold(head(after.trim_start_matches([',', ' ']), LONGEST));
        let begins =
            |aside: &str| rest.strip_prefix(aside).is_some_and(|rest| !rest.starts_with(char::is_alphanumeric));
        self.words.asides.iter().chain(self.words.aside_openers.iter()).any(begins)
    }
}

/// Quotation marks and parentheses that are open: what is in them is not the organ's.
#[derive(Debug, Default)]
struct Quotes {
    depth: usize,
    /// The mark that closes the innermost quotation, if it is one that may also open one.
    closing: Option<char>,
    /// Whether “”” may open a quotation that ““” closes.
    right_to_left: bool,
}

impl Quotes {
    fn read(&mut self, gap: &str) {
        let mut before = None;
        for letter in gap.chars() {
            let closes = self.closing == Some(letter);
            if closes {
                self.closing = None;
            }
            let may_open = before.is_some_and(|mark: char| mark.is_whitespace() || mark == '(');
            before = Some(letter);
            match letter {
                _ if closes => self.depth = self.depth.saturating_sub(1),
                '"' if may_open => {
                    self.depth += 1;
                    self.closing = Some(letter);
                }
                '”' if self.depth == 0 && self.right_to_left => {
                    self.depth += 1;
                    self.closing = Some('“');
                }
                '«' | '“' | '(' | '[' | '（' | '《' | '「' => self.depth += 1,
                '»' | '”' | ')' | ']' | '）' | '》' | '」' => self.depth = self.depth.saturating_sub(1),
                _ => {}
            }
        }
    }

    fn are_open(&self) -> bool {
        self.depth > 0
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Language;

    fn phrases_of(text: &str, language: Language, mood: Mood) -> Vec<String> {
        let lexicon = Lexicon::of(language);
        let tokens = lexicon.vocabulary.tokens(text);
        let head = lexicon.verbs.phrase_at(text, 0);
        let found = clauses(text, &tokens, lexicon, mood, head);
        found.iter().map(|opening| opening.phrase.span.of(text).to_owned()).collect()
    }

    fn check(text: &str, mood: Mood, expected: &[&str]) {
        assert_eq!(phrases_of(text, Language::French, mood), expected, "{text}");
    }

    #[test]
    fn a_paragraph_with_two_verbs_has_two_clauses() {
        check("Engage les États à agir, et prie l’Office de les aider ;", Mood::Finite, &["Engage", "prie"]);
        check(
            "Prie l’Office d’agir, se félicite de son guide, et souligne qu’il importe",
            Mood::Finite,
            &["Prie", "se félicite", "souligne"],
        );
    }

    #[test]
    fn an_aside_may_stand_before_the_verb() {
        check("Note le rapport et, à cet égard, prie le Secrétaire général de", Mood::Finite, &["Note", "prie"]);
        check("Note le rapport, à cet égard, invite les États à", Mood::Finite, &["Note", "invite"]);
    }

    #[test]
    fn a_pronoun_belongs_to_the_clause_and_not_to_its_phrase() {
        check("Félicite les États et les engage à poursuivre", Mood::Finite, &["Félicite", "engage"]);
    }

    #[test]
    fn a_pronoun_makes_a_verb_of_what_may_be_a_noun() {
        for pronoun in ["leur", "lui"] {
            let text = format!("Félicite les États et {pronoun} demande de poursuivre");
            check(&text, Mood::Finite, &["Félicite", "demande"]);
        }
        check("Prend note de leur offre et leur demande de ports", Mood::Finite, &["Prend note"]);
    }

    #[test]
    fn a_verb_of_another_subject_opens_none() {
        check("Prie l’Office, qui préside le Groupe et encourage ses membres, d’agir", Mood::Finite, &["Prie"]);
        check("Invite les États, sachant que le temps presse, à agir", Mood::Finite, &["Invite"]);
        check("Prend note de l’offre et de la demande de drogues", Mood::Finite, &["Prend note"]);
    }

    #[test]
    fn every_participle_of_a_preambular_paragraph_opens_one() {
        check(
            "Sachant qu’il importe, soulignant à cet égard que, saluant l’action et réaffirmant que",
            Mood::Participle,
            &["Sachant", "soulignant", "saluant", "réaffirmant"],
        );
    }

    #[test]
    fn a_quoted_verb_is_not_the_organs() {
        check("Prend note du rapport « Agir, et prie », des États", Mood::Finite, &["Prend note"]);
    }

    #[test]
    fn a_clause_ends_before_the_joint_to_the_next() {
        let text = "Engage les États à agir, et prie l’Office ;";
        let lexicon = Lexicon::of(Language::French);
        let head = lexicon.verbs.phrase_at(text, 0);
        let found = clauses(text, &lexicon.vocabulary.tokens(text), lexicon, Mood::Finite, head);
        let spans: Vec<&str> = found.iter().map(|opening| opening.span.of(text)).collect();
        assert_eq!(spans, ["Engage les États à agir", "prie l’Office ;"]);
    }
}
