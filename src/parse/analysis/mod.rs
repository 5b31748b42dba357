//! Analyses paragraphs into clauses: actors with their roles, topics, deadlines.

mod content;
mod dates;
mod heads;
mod making;

use super::clauses::{Opening, clauses};
use super::organs::words_of;
use super::preposed::phrase_after_object;
use super::stated;
use super::structure::{Wording, push_number};
use super::topics::{Topics, settle};
use crate::language::{NameShape, PreambleVerbs, Words};
use crate::lexicon::Lexicon;
use crate::lexicon::actors::Referents;
use crate::lexicon::verbs::{Mood, Phrase};
use crate::lexicon::vocabulary::Tokens;
use crate::model::{
    ActorId, Clause, ClauseId, Doubt, DoubtKind, Glossary, Organ, Paragraph, ParagraphId, Part, Resolution, Span,
    TopicId, VerbId,
};
use crate::text::fold::fold;
use crate::text::forms::{Forms, WordAt};
use crate::text::marks::{COLONS, COMMAS, COMMAS_AND_COLONS};
use crate::text::tokens::{head, may_begin_a_sentence};
use content::{Content, ParagraphActor};
use dates::set_due_dates;
use foldhash::fast::FixedState;
use heads::{after_adverbial, after_apposition, after_conjunction, at_the_end};
use making::{continue_clause, make_clause};
use std::collections::HashSet;

/// Finds the clauses of all paragraphs, and names all that they speak of.
pub(super) fn analyse(
    resolution: &mut Resolution,
    lexicon: &Lexicon,
    wording: &mut Wording,
    forms: &Forms<'_>,
) -> Glossary {
    let referents = Referents::new(&lexicon.actors, resolution.organ);
    let mut analyst = Analyst {
        lexicon,
        forms,
        referents,
        doubts: Vec::new(),
        open: Vec::new(),
        after_heading: false,
        declares: false,
        says_we: false,
        decided: false,
        organ: resolution.organ,
        own_short: None,
    };
    let mut phrases = wording.take_phrases().into_iter();
    let mut paragraphs = std::mem::take(&mut resolution.paragraphs);
    for i in 0..paragraphs.len() {
        let (before, rest) = paragraphs.split_at_mut(i);
        if let Some(paragraph) = rest.first_mut() {
            analyst.read(paragraph, before, wording.of(i), phrases.next().flatten());
        }
    }
    resolution.paragraphs = paragraphs;
    resolution.doubts.append(&mut analyst.doubts);
    let referents = analyst.referents;
    set_due_dates(resolution);
    for clause in resolution.paragraphs.iter_mut().flat_map(|paragraph| &mut paragraph.clauses) {
        settle(&mut clause.topics);
    }
    glossary(resolution, lexicon, &referents)
}

#[expect(clippy::struct_excessive_bools, reason = "facts that do not depend on each other")]
struct Analyst<'a> {
    lexicon: &'a Lexicon,
    /// The words of the document.
    forms: &'a Forms<'a>,
    /// The actors named so far, which «l’Office» may refer to.
    referents: Referents,
    doubts: Vec<Doubt>,
    /// For each level, the clause that what follows below it continues.
    open: Vec<Option<Owner>>,
    /// Whether a heading comes right before.
    after_heading: bool,
    /// Whether the last paragraph speaks in the first person: its list may continue so.
    declares: bool,
    /// Whether a paragraph began with “we”: who speaks is known.
    says_we: bool,
    /// Whether the last paragraph reports what the organ decided: its list may continue so.
    decided: bool,
    organ: Organ,
    /// The name of an organ that we do not know, where it is one word: “The Assembly,” is no other one further on.
    own_short: Option<String>,
}

/// A clause that paragraphs below may continue, and the place of its own.
#[derive(Clone, Debug)]
struct Owner {
    clause: ClauseId,
    paragraph: usize,
}

impl Analyst<'_> {
    fn read(
        &mut self,
        paragraph: &mut Paragraph,
        before: &mut [Paragraph],
        words: &[WordAt],
        phrase: Option<Phrase>,
    ) {
        let mood = match paragraph.part {
            Part::Preamble => Mood::Participle,
            // In an annex and a declaration only those who say “we” act.
            Part::Operative | Part::Annex | Part::Declaration => Mood::Finite,
            Part::Heading => {
                if self.organ == Organ::Other && paragraph.id.is_first_organ() {
                    // «L’Assemblée mondiale de la Santé»: «l’Assemblée» further on is this one.
                    let tokens = self.lexicon.vocabulary.tokens(&paragraph.text);
                    self.lexicon.actors.find(&paragraph.text, &tokens, &mut self.referents);
                    let name = words_of(&paragraph.text);
                    let short = name.split_once(' ').map(|(_, short)| short).filter(|short| !short.contains(' '));
                    self.own_short = short.map(str::to_owned);
                }
                // A list may continue after it.
                self.after_heading = true;
                return;
            }
            Part::Closing => {
                self.open.clear();
                return;
            }
        };
        let after_heading = std::mem::take(&mut self.after_heading);
        if after_heading && paragraph.level == 1 {
            self.open.clear();
        }
        let lexicon = self.lexicon;
        let text = std::mem::take(&mut paragraph.text);
        let tokens = Tokens::of(&text, words, self.forms, &lexicon.vocabulary);
        let found = self.actors(&text, &tokens);
        // A request to the Office on Drugs and Crime is not about drugs; one to a rapporteur is about the mandate.
        let has_capitals = lexicon.rules.writing.has_capitals;
        // “United Nations peacekeeping **operations**” are no body with a name.
        let is_generic = |name: &str| {
            lexicon.rules.names == NameShape::HeadLast
                && name.rsplit(' ').next().is_some_and(|last| last.starts_with(char::is_lowercase))
        };
        let is_name = |found: &&ParagraphActor| {
            let (name, is_body) = (found.span.of(&text), lexicon.actors.is_body(&found.actor));
            !names_a_mandate(name, lexicon) && if is_body { !is_generic(name) } else { has_capitals }
        };
        let names: Vec<Span> = found.iter().filter(is_name).map(|found| found.span).collect();
        let topics = Topics::of(lexicon, self.organ, &text, &tokens, &names);
        self.says_we |= self.begins_with_we(&text);
        let says_we = self.says_we;
        let content = Content { lexicon, text: &text, tokens: &tokens, found: &found, topics: &topics, says_we };

        let level = usize::from(paragraph.level.max(1));
        let mut openings = self.openings(paragraph, &text, &tokens, (mood, phrase), &found);
        if is_in_first_person(paragraph.part) {
            openings.retain(|opening| opening.phrase.first_person || opening.subject.is_some());
        }
        if level == 1 {
            // “We, the Heads of State …,” is the subject of what follows it.
            let is_subject = is_in_first_person(paragraph.part)
                && text.ends_with(COMMAS_AND_COLONS)
                && self.begins_with_we(&text);
            // “Recalling the Agenda,” below it is one more part of the same sentence.
            let goes_on = self.declares && is_in_first_person(paragraph.part) && text.ends_with(COMMAS);
            self.declares = is_subject || goes_on || openings.iter().any(|opening| opening.phrase.first_person);
        }
        if level == 1 {
            let is_announced =
                || openings.is_empty() && text.trim_end().ends_with(COLONS) && self.organ_in(&found).is_some();
            self.decided = openings.iter().any(|opening| opening.phrase.in_past) || is_announced();
        }
        if openings.is_empty() {
            let above =
                self.open.iter().take(if level > 1 { level - 1 } else { level }).rev().flatten().next().cloned();
            // A numbered paragraph is an act of its own, also when its verb is not understood, unless a colon announces it.
            let is_own = level == 1 && paragraph.number.is_some() && paragraph.part != Part::Preamble;
            // «Décide : 1. De créer …; 2. De charger …»: the list of a paragraph without a number continues.
            let goes_on = || {
                let sibling = before.iter().rev().find(|paragraph| paragraph.level == 1);
                sibling.is_some_and(|sibling| {
                    sibling.number.is_some()
                        && sibling.continues.is_some()
                        && sibling.continues.as_ref() == above.as_ref().map(|owner| &owner.clause)
                })
            };
            let is_announced = || before.last().is_some_and(|last| last.text.trim_end().ends_with(COLONS));
            // The search back is for paragraphs of the first level only: it would be quadratic in a long list.
            let may_continue = !is_own || is_announced() || goes_on();
            let above = above.filter(|_| may_continue);
            paragraph.continues = above.as_ref().map(|owner| owner.clause.clone());
            // «Recommande : 1. D’aménager …»: what goes on with a verb needs none.
            let is_of_it = |doubt: &mut Doubt| {
                doubt.kind == DoubtKind::NoPhrase && doubt.paragraph.as_ref() == Some(&paragraph.id)
            };
            if above.is_some() && level == 1 && paragraph.part == Part::Operative {
                self.doubts.pop_if(is_of_it);
            }
            self.open.truncate(level - 1);
            self.open.resize(level - 1, above.clone());
            self.open.push(above.clone());
            if let Some(owner) = above
                && let Some((owner, clause)) = clause_of(before, &owner)
            {
                continue_clause(&content, owner, clause, &paragraph.id, &mut self.referents);
            }
        } else {
            for (n, opening) in openings.into_iter().enumerate() {
                let id = clause_id(&paragraph.id, n + 1);
                let clause = make_clause(&content, id, opening, paragraph.clauses.last(), &mut self.referents);
                paragraph.clauses.push(clause);
            }
            self.open.truncate(level - 1);
            self.open.resize(level - 1, None);
            let last = paragraph.clauses.last();
            self.open.push(last.map(|clause| Owner { clause: clause.id.clone(), paragraph: before.len() }));
        }
        paragraph.text = text;
    }

    fn begins_with_we(&self, text: &str) -> bool {
        self.lexicon.words.subjects.begins(text)
    }

    fn actors(&mut self, text: &str, tokens: &Tokens<'_>) -> Vec<ParagraphActor> {
        let found = self.lexicon.actors.find(text, tokens, &mut self.referents);
        let words = self.lexicon.words;
        let is_meant = |span: Span| !names_a_document(text.get(span.end as usize..).unwrap_or_default(), words);
        let is_meant = |span: Span| is_meant(span) && !is_in_a_symbol(text, span);
        let is_meant = |span: Span| is_meant(span) && !self.is_inside_a_name(text, tokens, span);
        let is_own = |span: Span| {
            let own = self.own_short.as_ref();
            own.is_some_and(|short| {
                words_of(span.of(text)).split(' ').next_back() == Some(short) && !span.of(text).contains(' ')
            })
        };
        let meant = found.into_iter().filter(|found| is_meant(found.span) && !is_own(found.span));
        meant.map(|found| ParagraphActor { actor: found.actor, span: found.span }).collect()
    }

    /// Whether one word is among others with a capital, as in a name that no table knows: “the Green **Industry** Conference”.
    fn is_inside_a_name(&self, text: &str, tokens: &Tokens<'_>, span: Span) -> bool {
        if self.lexicon.rules.names != NameShape::HeadLast || span.of(text).contains(' ') {
            return false;
        }
        let at = tokens.first_from(span.start);
        let beside = |at: Option<usize>, gap: Span| {
            let token = at.and_then(|at| tokens.get(at));
            gap.of(text) == " " && token.is_some_and(|token| token.capital && token.span.start > 0)
        };
        let gap = |from: Option<usize>, to: usize| Span {
            start: from.and_then(|from| tokens.get(from)).map_or(0, |token| token.span.end),
            end: tokens.get(to).map_or(0, |token| token.span.start),
        };
        let before = at.checked_sub(1);
        beside(before, gap(before, at)) && beside(Some(at + 1), gap(Some(at), at + 1))
    }

    /// The clauses of a paragraph: from the phrase at its head, from a sentence in the first person, or from a word at
    /// its head that only its form makes a verb.
    fn openings(
        &mut self,
        paragraph: &Paragraph,
        text: &str,
        tokens: &Tokens<'_>,
        (mood, phrase): (Mood, Option<Phrase>),
        actors: &[ParagraphActor],
    ) -> Vec<Opening> {
        // «Compte tenu de»: a beginning is enough to tell.
        const LONGEST_ADVERBIAL: usize = 128;
        let lexicon = self.lexicon;
        // “States should …”: whom the paragraph begins with is no verb.
        let that = |phrase: &Phrase| {
            let next = tokens.folded(tokens.first_from(phrase.span.end));
            lexicon.words.that.contains(next)
        };
        let begins_with_actor = actors.first().filter(|found| found.span.start == 0);
        let phrase = phrase.filter(|phrase| {
            let has_subject = phrase.start < phrase.span.start;
            begins_with_actor.is_none() || phrase.start > 0 || has_subject || that(phrase)
        });
        let is_adverbial = |text: &str| lexicon.words.false_heads.opens(&fold(head(text, LONGEST_ADVERBIAL)));
        let phrase = phrase.filter(|phrase| !is_adverbial(text.get(phrase.start as usize..).unwrap_or_default()));
        let has_phrase = phrase.is_some();
        let head = self.head(paragraph, text, tokens, (mood, phrase));
        let head = head.or_else(|| {
            let may_follow =
                mood == Mood::Finite && paragraph.part == Part::Operative && paragraph.number.is_none();
            if may_follow { after_conjunction(text, tokens, lexicon) } else { None }
        });
        let head = head.or_else(|| {
            let may_follow = mood == Mood::Finite && paragraph.part == Part::Operative && paragraph.level == 1;
            if may_follow { after_adverbial(text, tokens, lexicon) } else { None }
        });
        if head.is_none() && !has_phrase && paragraph.part != Part::Annex {
            let found =
                clauses(text, tokens, lexicon, Mood::Finite, self.decision(paragraph, text, tokens, actors));
            if found.first().is_some_and(|opening| opening.phrase.in_past) {
                return found;
            }
        }
        let declares = mood == Mood::Finite;
        let head = head.or_else(|| at_the_end(text, tokens, lexicon));
        let head = head.or_else(|| phrase_after_object(text, tokens, lexicon, 0));
        if head.is_some() || declares {
            let found = clauses(text, tokens, lexicon, mood, head);
            if !found.is_empty() {
                return found;
            }
        }
        // «Por consiguiente, **nos comprometemos** a:»
        if declares
            && paragraph.level == 1
            && is_in_first_person(paragraph.part)
            && let Some(head) = after_adverbial(text, tokens, lexicon).filter(|head| head.first_person)
        {
            return clauses(text, tokens, lexicon, mood, Some(head));
        }
        if declares
            && paragraph.level == 1
            && let Some(opening) = stated::act(text, tokens, lexicon, is_in_first_person(paragraph.part))
        {
            return vec![opening];
        }
        if !is_main(paragraph) || paragraph.part == Part::Annex {
            return Vec::new();
        }
        if self.begins_with_we(text) && text.ends_with(COMMAS) {
            // “We, the Heads of State and Government,” is the subject of what follows it.
            return Vec::new();
        }
        if begins_with_actor.is_some() {
            self.doubts.push(Doubt {
                kind: DoubtKind::NoPhrase,
                paragraph: Some(paragraph.id.clone()),
                ..Doubt::default()
            });
            return Vec::new();
        }
        let guess = lexicon.verbs.guess(text, 0, mood);
        let (kind, span) = match &guess {
            Some(phrase) => (DoubtKind::UnknownPhrase, phrase.span),
            None => (DoubtKind::NoPhrase, Span::default()),
        };
        self.doubts.push(Doubt {
            kind,
            paragraph: Some(paragraph.id.clone()),
            span,
            about: span.of(text).to_owned(),
        });
        guess.map_or(Vec::new(), |guess| clauses(text, tokens, lexicon, mood, Some(guess)))
    }

    /// Where the organ whose document it is, or any where that is not known, is first named.
    fn organ_in(&self, actors: &[ParagraphActor]) -> Option<Span> {
        let is_organ = |actor: &ActorId| match self.organ {
            Organ::Other => Organ::ALL.iter().any(|organ| organ.key() == actor.as_str()),
            organ => organ.key() == actor.as_str(),
        };
        actors.iter().find(|found| is_organ(&found.actor)).map(|found| found.span)
    }

    /// The verb of a decision: “At its 42nd meeting, the General Assembly, on the proposal of its President, **decided** to”.
    fn decision(
        &self,
        paragraph: &Paragraph,
        text: &str,
        tokens: &Tokens<'_>,
        actors: &[ParagraphActor],
    ) -> Option<Phrase> {
        const MOST_WORDS: usize = 80;
        let verbs = &self.lexicon.verbs;
        if paragraph.level > 1 {
            return verbs.joined_past_in(text, tokens, 0).filter(|_| self.decided);
        }
        let organ = self.organ_in(actors)?;
        let rules = self.lexicon.rules;
        // Where no form tells the past, the words for a meeting have to.
        if !rules.writing.has_blanks && !self.decided && !rules.formulas.decided_at.is_in(text) {
            return None;
        }
        // «قررت **الجمعية العامة**»
        if rules.verb_before_subject.is_some() {
            const REACH: usize = 3;
            let first = tokens.first_from(organ.start);
            let places = (first.saturating_sub(REACH)..first).rev();
            let mut phrases = places.filter_map(|at| verbs.past_in(text, tokens, at));
            return phrases.find(|phrase| phrase.span.end <= organ.start);
        }
        let after = tokens.first_from(organ.end);
        let gap = |at: usize| tokens.gap_before(text, at);
        // Right after its name, or after the last comma of what is between them.
        let after_comma = |at: &usize| gap(*at).starts_with(COMMAS);
        let is_bare = self.lexicon.words.articles.is_empty();
        if !after_comma(&after)
            && let Some(phrase) = verbs.past_in(text, tokens, after)
        {
            return Some(phrase);
        }
        let places = (after..tokens.len()).take(MOST_WORDS);
        // «Генеральная Ассамблея по рекомендации Генерального комитета постановила»: without commas, the first verb.
        if is_bare && !after_comma(&after) {
            let mut before_comma = places.clone().take_while(|at| !gap(*at).contains(COMMAS));
            // «根据第三委员会**的建议**»: a noun.
            let is_verb = |phrase: &Phrase| {
                rules.writing.has_blanks
                    || text
                        .get(..phrase.span.start as usize)
                        .and_then(|t| self.lexicon.words.of.strip_end(t))
                        .is_none()
            };
            if let Some(phrase) = before_comma.find_map(|at| verbs.past_in(text, tokens, at).filter(is_verb)) {
                return Some(phrase);
            }
        }
        let n_skipped = usize::from(after_comma(&after));
        let mut after_commas = places.filter(after_comma).skip(n_skipped);
        after_commas.find_map(|at| verbs.past_in(text, tokens, at))
    }

    /// The phrase of the tables that a paragraph opens with, if it makes a clause there.
    fn head(
        &self,
        paragraph: &Paragraph,
        text: &str,
        tokens: &Tokens<'_>,
        (mood, phrase): (Mood, Option<Phrase>),
    ) -> Option<Phrase> {
        let verbs = &self.lexicon.verbs;
        let is_main = is_main(paragraph);
        // «3. Recalling its resolution 80/1, requests …»: a paragraph may open in the other mood.
        let known = phrase.filter(|phrase| phrase.mood == mood || is_main);
        // «We, the Heads of State …: 1. Reaffirm …», «We decide to: (a) Request …»
        let in_first_person = mood == Mood::Finite && (is_main || self.declares);
        let known = known.or_else(|| verbs.first_person_in(text, tokens, 0).filter(|_| in_first_person));
        let known = known.or_else(|| after_apposition(text, tokens, self.lexicon).filter(|_| mood == Mood::Finite));
        // A subparagraph that opens with a noun that looks like a verb is no clause of its own.
        // Where verbs have one form, an item of a list only continues with the clause above: «决定：(a) 请…» is “(a) To request”.
        let can_tell = self.lexicon.rules.preamble != PreambleVerbs::Unmarked;
        let is_clause = paragraph.level == 1 || can_tell && text.starts_with(may_begin_a_sentence);
        known.filter(|phrase| is_clause && (paragraph.level == 1 || !phrase.head_only))
    }
}

/// Whether a name is that of an expert whose title is the mandate itself: «Special Rapporteur in the field of cultural
/// rights», «移民人权问题特别报告员».
fn names_a_mandate(name: &str, lexicon: &Lexicon) -> bool {
    let mandates = &lexicon.words.mandates;
    if !lexicon.rules.writing.has_blanks {
        return mandates.strip_end(name).is_some();
    }
    mandates.iter().any(|title| name.strip_prefix(title).is_some_and(|rest| rest.starts_with(' ')))
}

/// Whether the words after a body's name make a document of it: «General Assembly **resolution 60/288**».
fn names_a_document(after: &str, words: &Words) -> bool {
    let Some((kind, rest)) = after.strip_prefix(' ').and_then(|after| after.split_once(' ')) else { return false };
    words.documents.contains(kind) && rest.starts_with(|letter: char| letter.is_ascii_digit())
}

/// Whether an acronym is a part of a symbol: “decision 2/**CMA**.5”.
fn is_in_a_symbol(text: &str, span: Span) -> bool {
    let before = text.get(..span.start as usize).unwrap_or_default();
    let after = text.get(span.end as usize..).unwrap_or_default();
    before.ends_with('/') && after.starts_with(['.', '/'])
}

/// Whether only what “we” do is an act in a part: an annex speaks of itself, and a declaration in its own name.
fn is_in_first_person(part: Part) -> bool {
    matches!(part, Part::Annex | Part::Declaration)
}

/// Whether a paragraph must open with a verb.
fn is_main(paragraph: &Paragraph) -> bool {
    paragraph.level == 1
        && (paragraph.number.is_some() || paragraph.part == Part::Preamble)
        && !is_in_first_person(paragraph.part)
}

fn clause_of<'p>(paragraphs: &'p mut [Paragraph], owner: &Owner) -> Option<(&'p str, &'p mut Clause)> {
    let Paragraph { text, clauses, .. } = paragraphs.get_mut(owner.paragraph)?;
    let clause = clauses.iter_mut().find(|clause| clause.id == owner.clause)?;
    Some((text.as_str(), clause))
}

/// `op12.1`
fn clause_id(paragraph: &ParagraphId, number: usize) -> ClauseId {
    let mut id = String::with_capacity(paragraph.as_str().len() + 3);
    id.push_str(paragraph.as_str());
    id.push('.');
    push_number(&mut id, number as u32);
    ClauseId::new(id)
}

/// Names all that the clauses speak of, each kind in the order of its ids.
fn glossary(resolution: &Resolution, lexicon: &Lexicon, referents: &Referents) -> Glossary {
    let mut glossary = Glossary::default();
    // Most are spoken of again and again: to know one for seen must cost little.
    let mut actors: HashSet<&ActorId, FixedState> = HashSet::default();
    let mut verbs: HashSet<&VerbId, FixedState> = HashSet::default();
    let mut topics: HashSet<&TopicId, FixedState> = HashSet::default();
    for (_, clause) in resolution.clauses() {
        if verbs.insert(&clause.verb) {
            glossary.verbs.push(lexicon.verbs.entry(&clause.verb, &clause.action, clause.class));
        }
        for mention in clause.actors.iter().filter(|mention| actors.insert(&mention.actor)) {
            let entry = lexicon.actors.entry(&mention.actor).or_else(|| referents.entry(&mention.actor));
            glossary.actors.extend(entry.cloned());
        }
        for topic in &clause.topics {
            let mut next = Some(&topic.topic);
            while let Some(id) = next.filter(|topic| topics.insert(topic)) {
                let entry = lexicon.topics.index_of(id).and_then(|index| lexicon.topics.entry(index));
                glossary.topics.extend(entry.cloned());
                next = entry.and_then(|entry| entry.parent.as_ref());
            }
        }
    }
    glossary.actors.sort_by(|a, b| a.id.cmp(&b.id));
    glossary.topics.sort_by(|a, b| a.id.cmp(&b.id));
    glossary.verbs.sort_by(|a, b| a.id.cmp(&b.id));
    glossary
}
