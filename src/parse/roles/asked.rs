//! Who is asked: next to the verb, as the subject of what it asks for, or after a noun of asking.

use crate::lexicon::actions;
use crate::lexicon::numbers::{cardinal, ordinal};
use crate::model::{ClauseClass, Span};
use crate::parse::scene::{Lead, Scene};
use crate::text::marks::{COMMAS, STOPS_AND_COLONS};

/// Where whom an act of saying asks would be named: “reiterates its **request to** X”, «renouvelle l'**appel lancé à** X».
pub fn asking_noun(scene: &Scene<'_>) -> Option<u32> {
    let (lists, tokens) = (scene.lexicon.words, scene.tokens);
    if scene.phrase.class != ClauseClass::Reinforcing || scene.phrase.action.as_str() == actions::RECALL {
        return None;
    }
    let first = tokens.first_from(scene.rest.start);
    // «вновь обращается **к сторонам** с требованием»: the noun is a part of the verb.
    let asks = |verb: &str| verb.rsplit(' ').next().is_some_and(|noun| lists.asking_nouns.contains(noun));
    if lists.address_prepositions.contains(tokens.folded(first)) && asks(scene.phrase.verb.as_str()) {
        return tokens.get(first).map(|token| token.span.start);
    }
    let is_noun = |at: usize| lists.asking_nouns.contains(tokens.folded(at));
    let after_noun = if first.checked_sub(1).is_some_and(is_noun) {
        first
    } else {
        (first..first + 4).take_while(|at| matches!(scene.gap(*at), " " | "’" | "'")).find(|at| is_noun(*at))? + 1
    };
    let mut at = introduced_after(scene, after_noun);
    // «l’appel **qu’elle a** lancé aux États»
    if let Some(that) = at.filter(|at| lists.own_pronouns.contains(tokens.folded(at + 1))) {
        const REACH: usize = 8;
        at = (that + 3..that + REACH).find(|at| lists.address_prepositions.contains(tokens.folded(*at)));
    }
    // “its call **for** all armed groups **to** disarm”
    if lists.for_subject.contains(tokens.folded(after_noun)) {
        let end = scene.asks_after(after_noun + 1)?;
        at = (end > after_noun + 1).then_some(after_noun + 1);
    }
    let at = at?;
    let token = tokens.get(at).filter(|token| token.span.end <= scene.rest.end)?;
    Some(token.span.start)
}

/// Where those are introduced whom a noun of asking asks.
fn introduced_after(scene: &Scene<'_>, noun: usize) -> Option<usize> {
    let lists = scene.lexicon.words;
    let introduces = |word: &str| lists.address_prepositions.contains(word) || lists.that.contains(word);
    (noun..noun + 4).find(|at| introduces(scene.tokens.folded(*at)))
}

/// The same for a second noun of asking: “reiterates its call for peace, **and its request to X**”. Also where that noun is.
pub fn next_asking_noun(scene: &Scene<'_>) -> Option<(u32, u32)> {
    let (lists, tokens) = (scene.lexicon.words, scene.tokens);
    if scene.phrase.class != ClauseClass::Reinforcing || scene.phrase.action.as_str() == actions::RECALL {
        return None;
    }
    let is_next = |at: &usize| {
        let is_own = lists.possessives.contains(tokens.folded(at - 1));
        lists.asking_nouns.contains(tokens.folded(*at))
            && lists.coordinators.contains(tokens.folded(at - 1 - usize::from(is_own)))
    };
    let noun = tokens.within(scene.rest).skip(2).find(is_next)?;
    let asked = introduced_after(scene, noun + 1).and_then(|at| tokens.get(at))?;
    let is_inside = asked.span.end <= scene.rest.end;
    is_inside.then_some((tokens.get(noun)?.span.start, asked.span.start))
}

impl Scene<'_> {
    /// Whether nothing but prepositions, adverbs and asides is between the verb and its first addressee.
    pub(super) fn follows_the_verb(&self, lead: &Lead<'_>) -> bool {
        let between = Span { start: self.rest.start, end: lead.start };
        let all = self.tokens.within(between);
        // “draws the attention **of** States”
        let leads_to_them = self.lexicon.words.of.contains(self.word(all.start)) && self.reminds();
        let words = all.start + self.n_words_of_aside(&all) + usize::from(leads_to_them)..all.end;
        // «Prie, à cet égard, l'Office»: what commas enclose does not count.
        let (mut n_commas, mut is_bare) = (0, true);
        for at in words.clone() {
            n_commas += self.gap_before(at, &words, between.start).matches(',').count();
            if self.may_lead(self.word(at)) {
                continue;
            }
            is_bare = false;
            if n_commas.is_multiple_of(2) {
                return false;
            }
        }
        is_bare || between.of(self.text).matches(',').count().is_multiple_of(2)
    }

    /// How many words an aside takes that follows the verb without commas: «Prie **à cet égard** l'Office».
    pub(super) fn n_words_of_aside(&self, words: &std::ops::Range<usize>) -> usize {
        let aside = self.entry_at(words.start, &self.lexicon.words.asides).filter(|_| !words.is_empty());
        aside.map(|aside| aside.split(' ').count()).filter(|n_words| *n_words <= words.len()).unwrap_or_default()
    }

    /// Whether a word may come between a verb and its first addressee.
    pub(super) fn may_lead(&self, word: &str) -> bool {
        let lists = self.lexicon.words;
        lists.determiners.contains(word)
            || lists.address_prepositions.contains(word)
            || lists.address_adverbs.contains(word)
            || lists.qualifiers.contains(word)
            // “Recommends to the **Seventy-ninth** World Health Assembly”
            || word.split('-').all(|part| ordinal(&[part], self.lexicon.language).is_some() || cardinal(part).is_some())
    }

    /// «Demands that all **parties** comply», «Exige que les **parties** cessent»: who must act is asked.
    pub(super) fn is_subject_of_what_is_asked(&self, lead: &Lead<'_>, actor: Span) -> bool {
        let lists = self.lexicon.words;
        // «Insta **encarecidamente a** que las partes»
        let is_small =
            |word: &&str| lists.address_prepositions.contains(word) || lists.address_adverbs.contains(word);
        let between = self.tokens.within(Span { start: self.rest.start, end: lead.start });
        let words = between.clone().skip(self.n_words_of_aside(&between)).map(|at| self.word(at));
        let mut words = words.skip_while(is_small);
        if !words.next().is_some_and(|word| lists.that.contains(word)) || !words.all(|word| self.may_lead(word)) {
            return false;
        }
        let after = Span { start: actor.end, end: self.rest.end };
        let verb: Vec<&str> = self.words(Span { end: after.end.min(after.start + 60), ..after }).collect();
        !self.is_owner(actor) && !self.is_passive(&verb)
    }

    /// “Requests that the Group report **and that States** cooperate with it”: who is to do the next thing is asked too.
    pub(super) fn is_next_subject_of_what_is_asked(&self, lead: &Lead<'_>, actor: Span) -> bool {
        const REACH: u32 = 60;
        let lists = self.lexicon.words;
        let [that, joint, ..] = lead.words.as_slice() else { return false };
        let is_parallel = lists.that.contains(that)
            && lists.coordinators.contains(joint)
            && self.words(self.rest).next().is_some_and(|first| lists.that.contains(first));
        let after = Span { start: actor.end, end: self.rest.end.min(actor.end + REACH) };
        let verb: Vec<&str> = self.words(after).collect();
        is_parallel && !self.is_passive(&verb)
    }

    /// «يقرر أن تتخذ **الدول**», «ضرورة أن توافق **الدول**»: where the verb comes first, who must act follows it.
    pub(super) fn is_subject_after_its_verb(&self, lead: &Lead<'_>) -> bool {
        const REACH: usize = 5;
        let Some(is_verb) = self.lexicon.rules.verb_before_subject else { return false };
        let binds =
            matches!(self.phrase.class, ClauseClass::Directive | ClauseClass::Deciding | ClauseClass::Reinforcing);
        let lists = self.lexicon.words;
        let follows = lead.words.first().is_some_and(|word| is_verb(word))
            && lead.words.get(1).is_some_and(|word| lists.that.contains(word));
        let between = Span { start: self.rest.start, end: lead.start };
        binds && follows && self.tokens.within(between).len() <= REACH && !between.of(self.text).contains(COMMAS)
    }

    /// Where the infinitive begins that a noun is to do, if one does in the same stretch: “for all armed groups **to** disarm”.
    pub(super) fn asks_after(&self, from: usize) -> Option<usize> {
        const REACH: usize = 12;
        let lists = self.lexicon.words;
        let mut places = (from..from + REACH).take_while(|at| !self.gap(*at).contains(STOPS_AND_COLONS));
        let is_mark = |word: &str| lists.infinitive_marks.contains(word) && !lists.of.contains(word);
        places.find(|at| is_mark(self.tokens.folded(*at)))
    }
}
