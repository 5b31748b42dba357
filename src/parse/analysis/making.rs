//! Builds a clause with its actors and topics from an opening.

use super::content::{Content, ParagraphActor};
use crate::language::Words;
use crate::lexicon::actions;
use crate::lexicon::actors::Referents;
use crate::lexicon::verbs::{Mood, Phrase};
use crate::lexicon::vocabulary::Tokens;
use crate::model::{ActorId, Clause, ClauseClass, ClauseId, Mention, ParagraphId, Role, Span};
use crate::parse::clauses::Opening;
use crate::parse::described::{Described, described};
use crate::parse::preposed::object_of;
use crate::parse::roles::{asking_noun, asks_somebody, next_asking_noun, roles};
use crate::parse::scene::{Named, Scene};
use crate::text::fold::fold;
use crate::text::word_spans;

pub(super) fn make_clause(
    content: &Content<'_>,
    id: ClauseId,
    opening: Opening,
    previous: Option<&Clause>,
    referents: &mut Referents,
) -> Clause {
    let Content { lexicon, text, tokens, topics, .. } = *content;
    let Opening { phrase, span, subject } = opening;
    let mut clause = Clause { id, span, phrase: phrase.span, class: phrase.class, ..Clause::default() };
    let object = object_of(text, &phrase, lexicon.words);
    let rest = object.unwrap_or(Span { start: phrase.span.end, end: span.end });
    let pronoun = if object.is_some() { None } else { pronoun(content, &phrase, rest) };
    // «les engage», «urges them»: the pronoun refers to those whom the clause before addresses.
    if let (Some(pronoun), Some(previous)) = (pronoun, previous)
        && asks_somebody(&phrase)
    {
        let addressed = previous.actors.iter().filter(|mention| mention.role == Role::Addressee);
        // «Takes note of the work of the Committee, and requests it …»
        let n_named = if addressed.clone().count() == 0 {
            n_antecedents(text, &previous.actors, pronoun, lexicon.words)
        } else {
            0
        };
        let named = previous.actors.iter().take(n_named);
        clause.actors.extend(addressed.chain(named).map(|mention| Mention {
            actor: mention.actor.clone(),
            role: Role::Addressee,
            span: pronoun,
            within: None,
        }));
    }
    let mut asks = asks_somebody(&phrase);
    if let Some(subject) = subject {
        clause.actors.extend(who_acts(content, subject, referents));
        asks &= clause.actors.is_empty();
    }
    let mut scene = Scene { text, tokens, lexicon, phrase: &phrase, asks, rest, begins_with_subject: false };
    let next = next_asking_noun(&scene);
    if let Some(start) = asking_noun(&scene) {
        // Those named before it are of no act of asking.
        scene.asks = true;
        scene.rest.start = start;
    }
    if phrase.first_person && phrase.action.as_str() == actions::COMMIT {
        // Who says “we” in a declaration are the States.
        let span = subject_of_promise(content, &phrase);
        if !span.is_empty() {
            let actor = ActorId::listed("member-states");
            clause.actors.push(Mention { actor, role: Role::Addressee, span, within: None });
        }
    }
    let mut named = Vec::new();
    let mut stretch = rest;
    if let Some((noun, asked)) = next {
        let first = Scene { rest: Span { end: noun, ..scene.rest }, ..scene };
        named = mentions(content, &first, Span { end: noun, ..rest }, None, referents);
        (scene.asks, scene.rest.start, stretch.start) = (true, asked, noun);
    }
    named.extend(mentions(content, &scene, stretch, None, referents));
    // «鼓励其会员国»: who is named after it is asked, and «其» says whose they are.
    if !lexicon.rules.writing.has_blanks && named.iter().any(|mention| mention.role == Role::Addressee) {
        clause.actors.clear();
    }
    clause.actors.extend(named);
    clause.topics = topics.of_clause(&clause, previous);
    Clause { verb: phrase.verb, action: phrase.action, modifiers: phrase.modifiers, ..clause }
}

/// The “we” of a promise, which may be far before the verb: “**We**, the Member States, commit to”.
fn subject_of_promise(content: &Content<'_>, phrase: &Phrase) -> Span {
    let Content { lexicon, text, tokens, .. } = *content;
    let subject = Span { start: phrase.start, end: phrase.span.start };
    if !subject.is_empty() {
        let end = subject.start + subject.of(text).trim_end().len() as u32;
        return Span { end, ..subject };
    }
    let words = lexicon.words;
    let n_words = words.subjects.n_words_at(|at| Some(tokens.folded(at)));
    let we = n_words.checked_sub(1).and_then(|last| Some((tokens.first()?, tokens.get(last)?)));
    // «**Nos comprometemos** a», “We, the Heads of State: 1. **Commit** to”: the verb says who.
    let has_subject = content.says_we || !words.subject_endings.is_empty() || !words.subject_prefixes.is_empty();
    let verb = if has_subject { phrase.span } else { subject };
    we.map_or(verb, |(first, last)| Span { start: first.span.start, end: last.span.end })
}

/// The addressees named by the subject of a clause: known actors, or its own words. «Il est demandé» names nobody.
fn who_acts(content: &Content<'_>, subject: Span, referents: &mut Referents) -> Vec<Mention> {
    let Content { lexicon, text, tokens, found, .. } = *content;
    let mention = |actor, span| Mention {
        actor,
        role: Role::Addressee,
        span: lexicon.with_article(text, span),
        within: None,
    };
    let known: Vec<Mention> = found
        .iter()
        .filter(|found| subject.contains(found.span.start as usize))
        .map(|found| mention(found.actor.clone(), found.span))
        .collect();
    if !known.is_empty() {
        return known;
    }
    let is_determiner = |at: &usize| lexicon.words.determiners.contains(tokens.folded(*at));
    let words = tokens.within(subject);
    let first = words.clone().find(|at| !is_determiner(at)).and_then(|at| tokens.get(at));
    let Some(first) = first.filter(|first| !lexicon.words.own_pronouns.contains(&fold(first.span.of(text)))) else {
        return Vec::new();
    };
    let span = Span { start: first.span.start, end: subject.end };
    vec![mention(referents.described(span.of(text), lexicon.language), span)]
}

/// The actors named in a stretch, each in its role: those of the tables, and those who are asked under their own words.
fn mentions(
    content: &Content<'_>,
    scene: &Scene<'_>,
    stretch: Span,
    within: Option<&ParagraphId>,
    referents: &mut Referents,
) -> Vec<Mention> {
    let Content { lexicon, text, found, .. } = *content;
    let scene = &scene.after_reason();
    let named_at = |span| Named { span, role: Role::Mentioned, is_asked: false };
    let known: Vec<&ParagraphActor> =
        found.iter().filter(|found| stretch.contains(found.span.start as usize)).collect();
    let spans: Vec<Span> = known.iter().map(|found| found.span).collect();
    let mut named: Vec<(Named, Option<&ActorId>, Option<Span>)> =
        known.iter().map(|found| (named_at(found.span), Some(&found.actor), None)).collect();
    let Described { phrases, asked } = described(scene, &spans);
    for (i, phrase) in asked {
        if let Some((named, _, longer)) = named.get_mut(i) {
            (named.is_asked, *longer) = (true, phrase);
        }
    }
    named.extend(phrases.into_iter().map(|(span, is_asked)| (Named { is_asked, ..named_at(span) }, None, None)));
    named.sort_by_key(|(named, ..)| named.span.start);
    let mut actors: Vec<Named> = named.iter().map(|(named, ..)| *named).collect();
    roles(scene, &mut actors);
    let mut mentions = Vec::with_capacity(actors.len());
    for (Named { span, role, .. }, (_, actor, longer)) in actors.into_iter().zip(named) {
        let span = longer.unwrap_or(span);
        let actor = match actor {
            Some(actor) => actor.clone(),
            // Words that nobody asks anything are no actor, nor are those of no partner.
            None if !matches!(role, Role::Addressee | Role::Partner) => continue,
            None => referents.described(span.of(text), lexicon.language),
        };
        mentions.push(Mention { actor, role, span: lexicon.with_article(text, span), within: within.cloned() });
    }
    mentions
}

/// How many of the actors that a clause only mentions a pronoun in the next one stands for: the first, and if it is a
/// plural, those that are coordinated with it.
fn n_antecedents(text: &str, actors: &[Mention], pronoun: Span, words: &Words) -> usize {
    let is_plural = words.plural_pronouns.contains(pronoun.of(text));
    let joined = |pair: &[Mention]| {
        let [last, next] = pair else { return false };
        let between = Span { start: last.span.end, end: next.span.start.max(last.span.end) }.of(text);
        word_spans(between).all(|word| words.antecedent_joints.contains(word.of(between)))
    };
    let n_joined = actors.windows(2).take_while(|pair| is_plural && joined(pair)).count();
    actors.len().min(1 + n_joined)
}

/// Adds what a subparagraph says to the clause that it continues.
pub(super) fn continue_clause(
    content: &Content<'_>,
    owner: &str,
    clause: &mut Clause,
    within: &ParagraphId,
    referents: &mut Referents,
) {
    let Content { lexicon, text, tokens, topics, .. } = *content;
    let rest = Span::new(0, text.len());
    // «Prie : a) Le Secrétaire général de …»: where the clause itself addresses nobody, its list does.
    let is_bare =
        Span { start: clause.phrase.end, end: clause.span.end }.of(owner).trim_matches([' ', ':', ',']).is_empty();
    let own = clause.actors.iter().take_while(|mention| mention.within.is_none());
    let addressed_before = own.filter(|mention| mention.role == Role::Addressee).count() > 0;
    let phrase = Phrase {
        span: Span::default(),
        start: 0,
        mood: Mood::Finite,
        verb: clause.verb.clone(),
        action: clause.action.clone(),
        class: if is_bare && !addressed_before { clause.class } else { ClauseClass::Observing },
        modifiers: Vec::new(),
        head_only: false,
        known: true,
        first_person: false,
        in_past: false,
    };
    // «Décide : … b) De prier l'Office de …»: who is asked in the item is asked by the clause.
    let (phrase, rest) = match lexicon.verbs.infinitive_at(text) {
        Some((span, action, class)) if !matches!(clause.class, ClauseClass::Directive) => {
            (Phrase { span, action, class, ..phrase }, Span { start: span.end, ..rest })
        }
        _ => (phrase, rest),
    };
    let asks = asks_somebody(&phrase);
    let begins_with_subject = clause.action.as_str() == actions::DECIDE && ends_with_that(owner, lexicon.words);
    let scene = Scene { text, tokens, lexicon, phrase: &phrase, asks, rest, begins_with_subject };
    clause.actors.extend(mentions(content, &scene, rest, Some(within), referents));
    topics.add_item(clause, within);
}

/// Whether a text leaves to its list who is to act: “Resolves **that:**”.
fn ends_with_that(text: &str, words: &Words) -> bool {
    let text = text.trim_end().trim_end_matches([':', ' ', '\u{a0}', '\u{202f}', ',']);
    words.that.contains(&fold(text.rsplit(' ').next().unwrap_or_default()))
}

/// The pronoun that means the addressee, before the verb in French and after it in English.
fn pronoun(content: &Content<'_>, phrase: &Phrase, rest: Span) -> Option<Span> {
    let Content { lexicon, text, tokens, .. } = *content;
    let words = lexicon.words;
    // «We encourage»: the subject is nobody's pronoun.
    if phrase.start < phrase.span.start && !phrase.first_person {
        let before = Span { start: phrase.start, end: phrase.span.start }.of(text);
        let bare = before.trim_end_matches(|letter: char| !letter.is_alphabetic());
        // “**The Council** further requests”: nor is the organ’s name.
        if !words.pronouns.contains(&fold(bare)) {
            return None;
        }
        return Some(Span { start: phrase.start, end: phrase.start + bare.len() as u32 });
    }
    if lexicon.rules.writing.has_blanks {
        let first = tokens.first_from(rest.start);
        let n_words = words.pronouns_after.n_words_at(|at| Some(tokens.folded(first + at)));
        return words_at(tokens, first, n_words)
            .filter(|span| span.end <= rest.end)
            .or_else(|| enclitic(text, phrase, words))
            .or_else(|| pronoun_of_order(tokens, rest, words));
    }
    let after = rest.of(text);
    let bare = after.trim_start();
    let start = rest.start + (after.len() - bare.len()) as u32;
    let found = words.pronouns_after.iter().find(|pronoun| bare.starts_with(pronoun));
    found.map(|word| Span { start, end: start + word.len() as u32 }).or_else(|| enclitic(text, phrase, words))
}

/// Where some tokens in a row are.
fn words_at(tokens: &Tokens<'_>, first: usize, n_words: usize) -> Option<Span> {
    let last = tokens.get(first + n_words.checked_sub(1)?)?;
    Some(Span { start: tokens.get(first)?.span.start, end: last.span.end })
}

/// The pronoun that is to act: “requests that **he** report”, «exige **qu’elle** agisse», but not «qu’il soit mis fin».
fn pronoun_of_order(tokens: &Tokens<'_>, rest: Span, words: &Words) -> Option<Span> {
    let is_small = |word: &str| words.address_adverbs.contains(word) || words.address_prepositions.contains(word);
    let that = tokens.within(rest).find(|at| !is_small(tokens.folded(*at)))?;
    let is_passive =
        |at: usize| words.passives.contains(tokens.folded(at)) || words.passive_orders.contains(tokens.folded(at));
    let is_impersonal = is_passive(that + 2) || is_passive(that + 3);
    let is_subject = words.that.contains(tokens.folded(that))
        && words.own_pronouns.contains(tokens.folded(that + 1))
        && !is_impersonal;
    words_at(tokens, that + 1, 1).filter(|span| is_subject && span.end <= rest.end)
}

/// The word of a phrase that has the pronoun at its end: «تشجعها» is «تشجع» and «ها».
fn enclitic(text: &str, phrase: &Phrase, words: &Words) -> Option<Span> {
    let last = word_spans(phrase.span.of(text)).last()?;
    let span = Span { start: phrase.span.start + last.start, end: phrase.span.start + last.end };
    let (word, lemma) = (fold(span.of(text)), fold(phrase.verb.as_str()));
    // The person changes the first letter: «يشجع», «تشجع».
    let without_first = |word: &str| word.chars().skip(1).collect::<String>();
    let lemma = without_first(lemma.split(' ').next_back()?);
    let mut verbs = words.enclitics.iter().filter_map(|enclitic| word.strip_suffix(enclitic));
    verbs.any(|verb| without_first(verb) == lemma).then_some(span)
}
