use super::head::{Head, LONGEST_PHRASE};
use super::phrase::{Mood, Phrase};
use super::table::{AdverbKind, Form, Sense, Verb, VerbTable};
use crate::lexicon::actions;
use crate::model::{Action, ClauseClass, VerbId};
use crate::text::fold::fold;
use std::cell::LazyCell;

/// How many adjectives may be between a possessive and its noun: «sa très vive et profonde préoccupation».
const MOST_ADJECTIVES: usize = 5;

/// A form found, with the adverbs inside it: their kind, place and length in words.
struct FormFound<'a> {
    form: &'a Form,
    n_words: usize,
    inside: Vec<(AdverbKind, usize, usize)>,
}

/// Reads a phrase word by word.
pub(super) struct PhraseReader<'a> {
    table: &'a VerbTable,
    words: &'a Head<'a>,
    pub(super) at: usize,
    pub(super) modifiers: Vec<String>,
    /// Adverbs of manner, folded, in order: they may make another act of the verb.
    manner: Vec<String>,
    /// Whether the verb is in the first person.
    pub(super) first_person: bool,
    /// Whether the verb reports what was done.
    pub(super) in_past: bool,
    /// How many words its subject has, which are not of the phrase.
    n_subject: usize,
}

impl<'a> PhraseReader<'a> {
    pub(super) fn new(table: &'a VerbTable, words: &'a Head<'a>) -> Self {
        Self {
            table,
            words,
            at: 0,
            modifiers: Vec::new(),
            manner: Vec::new(),
            first_person: false,
            in_past: false,
            n_subject: 0,
        }
    }

    pub(super) fn word(&self) -> Option<&str> {
        self.words.get(self.at)
    }

    /// Goes past the auxiliary of a past tense: «**a** décidé», «**s'est** félicitée».
    pub(super) fn auxiliary(&mut self) -> bool {
        let is_next = |words: &str| words.split(' ').enumerate().all(|(i, word)| self.words.get(i) == Some(word));
        let auxiliary = self.table.words.past_auxiliaries.iter().find(|words| is_next(words));
        self.at += auxiliary.map_or(0, |words| words.split(' ').count());
        auxiliary.is_some()
    }

    pub(super) fn phrase(&mut self) -> Option<Phrase> {
        let mut first = 0;
        let n_subject = self.table.words.subjects.n_words_at(|i| self.words.get(i));
        let has_subject = n_subject > 0;
        if self.in_past {
            // «y **le** solicitó»
            if self.word().is_some_and(|word| self.table.words.pronouns.contains(word)) && self.form_at(1).is_some()
            {
                self.at = 1;
                first = 1;
            }
            self.adverbs();
        } else if has_subject || self.says_we() {
            self.n_subject = n_subject;
            self.at = self.n_subject;
            first = self.n_subject;
            self.first_person = true;
            self.adverbs();
            if let Some(phrase) = self.promised(has_subject) {
                return Some(phrase);
            }
            if let Some(phrase) = self.reflexive() {
                return Some(phrase);
            }
            let is_copula = self.word().is_some_and(|word| self.table.words.copulas.contains(word));
            if is_copula || self.is_bare_state() {
                self.at += usize::from(is_copula);
                return self.own_state();
            }
        } else if self.word().is_some_and(|word| self.table.words.pronouns.contains(word))
            && self.form_at(1).is_some()
        {
            self.at = 1;
            first = 1;
        } else {
            self.adverbs_before();
        }
        let (verb, mood, head_only, action, class) = if let Some(found) = self.form_at(self.at) {
            let (row, mood) = (self.table.verbs.get(found.form.verb)?, found.form.mood);
            for (kind, at, n_words) in found.inside {
                self.keep_adverb(kind, at, n_words);
            }
            self.at += found.n_words;
            if self.table.rules.adverbs_follow {
                let (at, n_modifiers, n_manners) = (self.at, self.modifiers.len(), self.manner.len());
                self.adverbs();
                let is_infinitive = self.table.rules.is_infinitive;
                let asked = is_infinitive.is_some_and(|is| self.word().is_some_and(is));
                if asked && self.manner.len() > n_manners {
                    self.at = at;
                    self.modifiers.truncate(n_modifiers);
                    self.manner.truncate(n_manners);
                    while let Some((kind @ AdverbKind::Link, n_words)) = self.adverb_at(self.at) {
                        self.keep_adverb(kind, self.at, n_words);
                        self.at += n_words;
                    }
                }
            }
            let (verb, action, class) = self.completed(row);
            let commits = self.first_person && self.table.words.commitments.contains(row.lemma);
            let action = if commits { actions::COMMIT } else { action };
            (verb, mood, row.takes.contains("head"), action, class)
        } else {
            if self.first_person && self.is_bare_state() {
                return self.own_state();
            }
            if self.first_person || self.in_past {
                return None;
            }
            let state = self.state_at(self.at)?;
            self.at += 1;
            self.adverbs();
            (VerbId::listed(state.words), Mood::Participle, true, state.action, state.class)
        };
        for manner in std::mem::take(&mut self.manner) {
            self.modifiers.push(manner);
        }
        Some(Phrase {
            span: self.words.span(first, self.at),
            start: self.words.span(0, 1).start,
            mood,
            verb,
            action: Action::listed(action),
            class,
            modifiers: std::mem::take(&mut self.modifiers),
            head_only,
            known: true,
            first_person: self.first_person,
            in_past: self.in_past,
        })
    }

    /// «**Reiteramos**», «también **nos comprometemos**», «no **toleraremos**», «**نقرر**»: the verb has the subject in it.
    fn says_we(&self) -> bool {
        let words = self.table.words;
        let begins = |at: usize| self.words.get(at).is_some_and(|word| words.subject_prefixes.opens(word));
        if begins(0) && self.word().is_some_and(|word| self.table.first_person.contains_key(word)) {
            return true;
        }
        // «**سنتخذ**», «**سوف نتخذ**», «**لن ندخر**»
        let leads = |word: &str| words.promises.contains(word) || words.negations.contains(word);
        if self.word().and_then(|word| self.table.promised_verb(word)).is_some()
            || begins(1) && self.word().is_some_and(leads)
        {
            return true;
        }
        if words.subject_endings.is_empty() {
            return false;
        }
        let mut at = 0;
        while let Some((_, n_words)) = self.adverb_at(at).filter(|(_, n_words)| *n_words > 0) {
            at += n_words;
        }
        at += usize::from(self.words.get(at).is_some_and(|word| words.negations.contains(word)));
        at += usize::from(self.is_reflexive(at));
        self.words.get(at).is_some_and(|word| words.subject_endings.is_ending_of(word, 2))
    }

    /// What “we” will do, if the words here say so.
    fn promised(&mut self, has_subject: bool) -> Option<Phrase> {
        if self.word().is_some_and(|word| self.table.words.promises.contains(word)) {
            return self.promise();
        }
        if let Some(verb) = self.word().and_then(|word| self.table.promised_verb(word)).map(str::to_owned) {
            return self.promise_by_prefix(&verb);
        }
        let is_denied = self.word().is_some_and(|word| self.table.words.negations.contains(word));
        let verb = self.at + usize::from(is_denied);
        let verb = verb + usize::from(!has_subject && self.is_reflexive(verb));
        let by_prefix = |word: &str| is_denied && self.table.words.subject_prefixes.opens(word);
        if self.words.get(verb).is_some_and(by_prefix) {
            self.at = verb;
            return self.denied_promise();
        }
        if self.table.words.promise_endings.is_ending_of(&self.words.text_of(verb).to_lowercase(), 2) {
            self.at = verb;
            return if is_denied { self.denied_promise() } else { self.promise_in_one_word() };
        }
        None
    }

    fn is_reflexive(&self, at: usize) -> bool {
        self.words.get(at).is_some_and(|word| self.table.words.reflexives.contains(word))
    }

    /// “We **will encourage**” asks as “we encourage” does; “we **will review**” commits those who say it.
    fn promise(&mut self) -> Option<Phrase> {
        self.at += 1;
        self.promise_adverbs();
        if self.word().is_some_and(|word| self.table.words.negations.contains(word)) {
            self.at += 1;
            return self.denied_promise();
        }
        let asks = self.form_at(self.at).and_then(|found| {
            let row = self.table.verbs.get(found.form.verb).filter(|row| row.class == ClauseClass::Directive)?;
            Some((row, found.n_words))
        });
        if let Some((row, n_words)) = asks {
            self.at += n_words;
            self.adverbs();
            let told = self.completed(row);
            return Some(self.in_first_person(told));
        }
        // Where no blank ends a word, the promise alone is sure: «我们**将**加强».
        self.at += usize::from(self.word().is_some() && self.table.rules.writing.has_blanks);
        self.commitment()
    }

    /// «Nous **encouragerons**», «nous **examinerons**»: the same in the future of a single word.
    fn promise_in_one_word(&mut self) -> Option<Phrase> {
        let word = self.word()?;
        // The future begins as the infinitive does, but for its last letter.
        let begins = |lemma: &str| {
            let stem = fold(lemma);
            stem.char_indices()
                .next_back()
                .is_some_and(|(last, _)| word.starts_with(stem.get(..last).unwrap_or(word)))
        };
        let mut rows = self.table.verbs.iter().filter(|row| row.class == ClauseClass::Directive);
        let asks = rows.find(|row| begins(row.lemma));
        self.at += 1;
        let Some(row) = asks else { return self.commitment() };
        self.adverbs();
        let told = self.completed(row);
        Some(self.in_first_person(told))
    }

    /// «**سندعو**» asks as «ندعو» does; «**سنتخذ**» commits.
    fn promise_by_prefix(&mut self, verb: &str) -> Option<Phrase> {
        let table = self.table;
        let goes_on = |form: &&Form| {
            form.rest.iter().enumerate().all(|(i, word)| self.words.get(self.at + 1 + i) == Some(word))
        };
        let forms = table.first_person.get(verb).into_iter().flatten().filter(goes_on);
        let rows = forms.filter_map(|form| Some((table.verbs.get(form.verb)?, form.rest.len())));
        let asks = rows.into_iter().find(|(row, _)| row.class == ClauseClass::Directive);
        self.at += 1 + asks.map_or(0, |(_, n_words)| n_words);
        let Some((row, _)) = asks else { return self.commitment() };
        self.adverbs();
        let told = self.completed(row);
        Some(self.in_first_person(told))
    }

    /// “We will not **allow**”: a commitment, even if the verb asks.
    fn denied_promise(&mut self) -> Option<Phrase> {
        self.at += usize::from(self.word().is_some());
        self.commitment()
    }

    fn promise_adverbs(&mut self) {
        while let Some((kind, n_words)) = self.adverb_at(self.at).filter(|(_, n_words)| *n_words > 0) {
            if kind != AdverbKind::Not {
                self.keep_adverb(kind, self.at, n_words);
            }
            self.at += n_words;
        }
    }

    /// “We will” is a commitment, whatever the verb.
    fn commitment(&mut self) -> Option<Phrase> {
        let lemma = self.table.words.commitments.iter().next()?;
        let phrase = self.in_first_person((VerbId::listed(lemma), actions::COMMIT, ClauseClass::Deciding));
        Some(Phrase { known: false, ..phrase })
    }

    /// «Nous **engageons à** protéger» below «Nous, chefs d’État,» is «nous nous engageons»: nobody is asked.
    fn reflexive(&mut self) -> Option<Phrase> {
        let table = self.table;
        let forms = table.first_person.get(self.words.get(0)?)?;
        let verb = self.words.get(1)?;
        let form = forms.iter().find(|form| form.rest.first().is_some_and(|word| word == verb))?;
        let n_words = form.rest.len() + 1;
        let plain =
            table.first_person.get(verb).into_iter().flatten().filter_map(|form| table.verbs.get(form.verb));
        let asks = plain.into_iter().any(|row| row.class == ClauseClass::Directive);
        let leads = |word: &str| {
            table.words.address_prepositions.contains(word) || table.words.infinitive_marks.contains(word)
        };
        if !asks || !self.words.get(n_words).is_some_and(leads) || form.rest.get(1).is_some() {
            return None;
        }
        let row = table.verbs.get(form.verb)?;
        self.at = n_words;
        let told = (VerbId::listed(row.lemma), row.action, row.class);
        let phrase = self.in_first_person(told);
        Some(Phrase { span: self.words.span(0, n_words), ..phrase })
    }

    /// «Мы … **обеспокоены**»: a state of those who speak, in a language that says no “are”.
    fn is_bare_state(&self) -> bool {
        let words = self.table.words;
        words.copulas.is_empty() && !words.subjects.is_empty() && self.state_at(self.at).is_some()
    }

    /// “We **are deeply concerned**”: a state, which in the third person would be a participle.
    fn own_state(&mut self) -> Option<Phrase> {
        self.adverbs();
        let state = self.state_at(self.at)?;
        self.at += 1;
        self.adverbs();
        // “We **are committed** to leaving no one behind” is a promise.
        let commits = self.table.words.commitments.contains(state.words);
        let (action, class) =
            if commits { (actions::COMMIT, ClauseClass::Deciding) } else { (state.action, state.class) };
        Some(self.in_first_person((VerbId::listed(state.words), action, class)))
    }

    /// The phrase up to here, after its subject.
    fn in_first_person(&mut self, (verb, action, class): (VerbId, &'static str, ClauseClass)) -> Phrase {
        self.modifiers.append(&mut self.manner);
        Phrase {
            span: self.words.span(self.n_subject, self.at),
            start: self.words.span(0, 1).start,
            mood: Mood::Finite,
            verb,
            action: Action::listed(action),
            class,
            modifiers: std::mem::take(&mut self.modifiers),
            head_only: false,
            known: true,
            first_person: true,
            in_past: false,
        }
    }

    /// The longest form that begins at a word; adverbs may be between its own words.
    fn form_at(&self, at: usize) -> Option<FormFound<'a>> {
        let table = self.table;
        let forms = match (self.first_person, self.in_past) {
            // «我们**呼吁**»: where a verb has one form, it is that of the first person too.
            (true, _) if !table.first_person.is_empty() => &table.first_person,
            (false, true) => &table.past,
            _ => &table.forms,
        };
        let forms = forms.get(self.words.get(at)?)?;
        let ends_in_accent = self.words.text_of(at).ends_with(['é', 'É']);
        // Of the dozens of forms that begin with «se», most need another second word, which is read once for all of them.
        let second = LazyCell::new(|| self.words.get(at + 1));
        let second_adverb = LazyCell::new(|| self.adverb_at(at + 1));
        let word_at = |here| if here == at + 1 { *second } else { self.words.get(here) };
        let adverb_at = |here| if here == at + 1 { *second_adverb } else { self.adverb_at(here) };
        forms.iter().filter(|form| form.ends_in_accent == ends_in_accent).find_map(|form| {
            let mut here = at + 1;
            let mut inside = Vec::new();
            for word in &form.rest {
                while word_at(here) != Some(word) {
                    let (kind, n_words) = adverb_at(here)?;
                    if kind == AdverbKind::Not || n_words == 0 {
                        return None;
                    }
                    inside.push((kind, here, n_words));
                    here += n_words;
                }
                here += 1;
            }
            self.comes_apart(form, here).then_some(FormFound { form, n_words: here - at, inside })
        })
    }

    /// Whether the last words of a form come after those who are asked, an adjective between them or not: «с **новым** призывом».
    fn comes_apart(&self, form: &Form, from: usize) -> bool {
        const MOST_ADJECTIVES: usize = 2;
        let [first, others @ ..] = form.apart.as_slice() else { return true };
        let mut places = (from + 1..LONGEST_PHRASE).take_while(|at| self.words.get(*at).is_some());
        places.any(|at| {
            let is_last =
                |at: usize| others.iter().enumerate().all(|(i, word)| self.words.get(at + i) == Some(word));
            self.words.get(at) == Some(first) && (at + 1..=at + 1 + MOST_ADJECTIVES).any(is_last)
        })
    }

    fn state_at(&self, at: usize) -> Option<&'a Sense> {
        let table = self.table;
        table.states.get(self.words.get(at)?).and_then(|row| table.state_rows.get(*row))
    }

    /// The verb's action with the manner, the state or the attitude that completes it.
    fn completed(&mut self, row: &Verb) -> (VerbId, &'static str, ClauseClass) {
        let plain = (VerbId::listed(row.lemma), row.action, row.class);
        if let Some((i, own)) = self.manner.iter().enumerate().find_map(|(i, manner)| {
            let lemma = if self.table.rules.writing.has_blanks {
                format!("{} {manner}", row.lemma)
            } else {
                // The adverb comes first, and no blank is between them: «关切地注意到».
                format!("{manner}{}", row.lemma)
            };
            self.table.find_folded_lemma(&lemma).map(|own| (i, own))
        }) {
            self.manner.remove(i);
            return (VerbId::listed(own.lemma), own.action, own.class);
        }
        if row.takes.contains("state")
            && let Some(state) = self.state_at(self.at)
        {
            let (words, action, class) = (state.words, state.action, state.class);
            self.at += 1;
            self.adverbs();
            return (VerbId::new(format!("{} {words}", row.lemma)), action, class);
        }
        // «Reitera **su preocupación**», and «Reitera su compromiso» is the verb alone where only judgements complete it.
        let is_taken = |sense: &Sense| row.takes.contains("attitude") || sense.action != "reaffirm";
        if (row.takes.contains("attitude") || row.takes.contains("judgement"))
            && let Some((n_words, sense)) = self.attitude_at(self.at, row).filter(|(_, sense)| is_taken(sense))
        {
            let (words, action, class) = (sense.words, sense.action, sense.class);
            self.at += n_words;
            self.adverbs();
            // «réaffirme son appui» reaffirms; «exprime son appui» supports. “Reiterates its condemnation” condemns all the same.
            let judges = matches!(action, "condemn" | "condemn_strongly" | "express_concern");
            let repeats = row.class == ClauseClass::Reinforcing && !judges;
            let (action, class) = if repeats { (row.action, row.class) } else { (action, class) };
            return (VerbId::new(format!("{} {words}", row.lemma)), action, class);
        }
        plain
    }

    /// A possessive, some adjectives and the noun of an attitude, with the adjectives after it.
    ///
    /// The owner of the attitude must be plain: «réaffirme l'attachement de tous les États» is not the organ's own. Only
    /// what one merely expresses may come with an article: «exprime l'espoir».
    fn attitude_at(&self, at: usize, row: &Verb) -> Option<(usize, &'a Sense)> {
        let (grammar, table) = (self.table.words, self.table);
        let determiner = self.words.get(at).unwrap_or_default();
        let possessive = grammar.possessives.contains(determiner);
        let article = row.action == actions::EXPRESS && grammar.articles.contains(determiner);
        if !possessive && !article && !table.rules.bare_attitudes {
            return None;
        }
        let first = at + usize::from(possessive || article);
        // “Reiterating **that** no one **will** be left behind”: what follows belongs to another verb.
        let goes_beyond = |here: usize| {
            let word = self.words.get(here).unwrap_or_default();
            grammar.that.contains(word)
                || grammar.relatives.contains(word)
                || here > at && (grammar.of.contains(word) || grammar.articles.contains(word))
        };
        (first..=first + MOST_ADJECTIVES).take_while(|here| !goes_beyond(*here)).find_map(|here| {
            let sense = table.attitudes.get(self.words.get(here)?)?;
            if article
                && self.words.get(here + 1).is_some_and(|next| grammar.that.contains(next))
                && self.words.get(here + 2).is_some_and(|next| grammar.clause_subjects.contains(next))
            {
                // «la préoccupation que lui inspire»: the italics stop at the verb.
                return None;
            }
            let mut end = self.end_of_attitude(here);
            // «sa profonde sympathie et ses condoléances»: one feeling of the organ joined to another.
            if self.words.get(end).is_some_and(|word| grammar.conjunctions.contains(word)) {
                let second = end + 1;
                let is_own = self.words.get(second).is_some_and(|word| grammar.possessives.contains(word));
                let noun = (second..=second + if is_own { 2 } else { 0 })
                    .find(|i| self.words.get(*i).is_some_and(|word| table.attitudes.contains_key(word)));
                end = noun.map_or(end, |noun| self.end_of_attitude(noun));
            }
            // «بالغ الانزعاج **والقلق**»
            let glued = |word: &str| {
                let joints = grammar.proclitics.iter().filter(|joint| grammar.conjunctions.contains(joint));
                joints
                    .into_iter()
                    .filter_map(|joint| word.strip_prefix(joint))
                    .any(|noun| table.attitudes.contains_key(noun))
            };
            if self.words.get(end).is_some_and(glued) {
                end = self.end_of_attitude(end);
            }
            Some((end - at, sense))
        })
    }

    /// Where the adjectives after an attitude's noun end; a conjunction counts between two of them only.
    fn end_of_attitude(&self, noun: usize) -> usize {
        let grammar = self.table.words;
        let adjective = |i: usize| self.words.get(i).is_some_and(|word| grammar.adjectives_after.contains(word));
        let joins = |i: usize| self.words.get(i).is_some_and(|word| grammar.conjunctions.contains(word));
        let mut end = noun + 1;
        while adjective(end) || (end > noun + 1 && joins(end) && adjective(end + 1)) {
            end += 1;
        }
        end
    }

    /// Takes the adverbs before a verb, unless they are the beginning of a longer one: «再次» of «再次要求».
    fn adverbs_before(&mut self) {
        let start = self.at;
        self.adverbs();
        if self.at == start {
            return;
        }
        let whole = self.form_at(start).map_or(0, |found| start + found.n_words);
        // “Strongly **and unequivocally** condemns”
        let is_joint = |word: &str| self.table.words.coordinators.contains(word);
        if self.word().is_some_and(is_joint) && matches!(self.adverb_at(self.at + 1), Some((AdverbKind::Manner, _)))
        {
            self.at += 1;
            self.adverbs();
        }
        let split = self.form_at(self.at).map_or(0, |found| self.at + found.n_words);
        if whole > 0 && whole >= split {
            self.at = start;
            self.modifiers.clear();
            self.manner.clear();
        }
    }

    /// Takes all the adverbs that are here.
    pub(super) fn adverbs(&mut self) {
        while let Some((kind, n_words)) = self.adverb_at(self.at) {
            if kind == AdverbKind::Not || n_words == 0 {
                return;
            }
            self.keep_adverb(kind, self.at, n_words);
            self.at += n_words;
        }
    }

    fn keep_adverb(&mut self, kind: AdverbKind, at: usize, n_words: usize) {
        let words = self.words.span(at, at + n_words).of(self.words.text).to_lowercase();
        match kind {
            AdverbKind::Link => self.modifiers.push(words),
            AdverbKind::Manner | AdverbKind::Not => self.manner.push(self.core_of_manner(&words)),
        }
    }

    /// The adverb at a word, and how many words it takes.
    fn adverb_at(&self, at: usize) -> Option<(AdverbKind, usize)> {
        let word = self.words.get(at)?;
        if let Some(adverbs) = self.table.adverbs.get(word) {
            let known = adverbs.iter().find(|adverb| {
                adverb.rest.iter().enumerate().all(|(i, part)| self.words.get(at + 1 + i) == Some(part))
            });
            if let Some(adverb) = known {
                return Some((adverb.kind, 1 + adverb.rest.len()));
            }
        }
        let rules = self.table.rules;
        if word == rules.with {
            return self.noun_of_manner(at + 1).map(|n_words| (AdverbKind::Manner, 1 + n_words));
        }
        let is_lower = at == 0 || self.words.text_of(at).chars().next().is_some_and(char::is_lowercase);
        let is_adverb = !rules.adverb_ending.is_empty()
            && word.len() > rules.adverb_ending.len() + 3
            && word.ends_with(rules.adverb_ending);
        (is_adverb && is_lower && !self.table.forms.contains_key(word)).then_some((AdverbKind::Manner, 1))
    }

    /// «une profonde préoccupation» after «avec»: how many words to the noun.
    fn noun_of_manner(&self, at: usize) -> Option<usize> {
        (at..=at + MOST_ADJECTIVES).find_map(|here| {
            let word = self.words.get(here)?;
            let is_noun = self.table.attitudes.contains_key(word) || self.table.manner_nouns.contains(word);
            is_noun.then_some(here + 1 - at)
        })
    }

    /// «avec une profonde préoccupation» → «avec préoccupation»: what the table's lemmas say of it.
    fn core_of_manner(&self, words: &str) -> String {
        let with = self.table.rules.with;
        match (words.split(' ').next(), words.rsplit([' ', '’', '\'']).next()) {
            (Some(first), Some(noun)) if fold(first) == with && noun != first => format!("{first} {noun}"),
            _ => words.to_owned(),
        }
    }
}
