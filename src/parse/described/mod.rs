//! Addressees that are in no table: noun phrases where the grammar requires an actor.
//!
//! What is between a verb that asks and what it asks for is the addressee, with all of its coordination: “Invites **the secretariat
//! of the Convention**, States and **all relevant stakeholders** to report”. So is the subject of what an organ decides, demands or
//! finds necessary: “stresses the need for **donors** to help”. Things are asked nothing: “urges efforts to”.

mod noun_phrase;
mod partners;
mod subjects;

use super::scene::Scene;
use crate::language::{Addressed, SpeechAct};
use crate::lexicon::cues::Cue;
use crate::model::Span;
use crate::text::marks::STOPS_AND_COLONS;
use std::ops::Range;

/// The longest name made of words.
const MOST_WORDS: usize = 22;

/// How far the subject of a subordinate clause may reach.
const MOST_OF_SUBJECT: usize = 24;

/// The addressees of a scene according to its grammar.
#[derive(Debug, Default)]
pub struct Described {
    /// Noun phrases that may be actors and are in no table, each with whether it is an addressee.
    pub phrases: Vec<(Span, bool)>,
    /// The known actors that are addressees, each with the noun phrase if it is longer: “**food and agriculture** industry”.
    pub asked: Vec<(usize, Option<Span>)>,
}

/// The noun phrases of a scene that may be actors; `known` are the actors found by tables or forms, in text order.
pub fn described(scene: &Scene<'_>, known: &[Span]) -> Described {
    if let Some(addressed) = scene.lexicon.rules.addressed {
        return told_by_language(scene, known, addressed);
    }
    let mut walk = GrammarWalk {
        scene,
        known,
        found: Described::default(),
        is_asked: false,
        needs_a_noun_of_agents: false,
        takes_names: false,
        pair_joint: None,
    };
    let all = scene.tokens.within(scene.rest);
    if let Some(end) = scene.asked_up_to() {
        walk.is_asked = true;
        walk.zone(all.start..scene.tokens.first_from(end).min(all.end));
    } else if let Some(end) = walk.thanked_up_to(all.clone()) {
        (walk.is_asked, walk.needs_a_noun_of_agents) =
            (true, scene.reminds() && scene.lexicon.words.articles.is_empty());
        walk.zone(all.start..end);
    } else if scene.asks && scene.thanks() {
        // “Pays tribute to **the staff of the Office**”: without a merit only persons are thanked.
        let inside = |at: &usize| *at == all.start || !scene.gap(*at).contains([',', ';', ':']);
        let end = all.start + all.clone().take_while(inside).count();
        (walk.is_asked, walk.needs_a_noun_of_agents) = (true, true);
        walk.zone(all.start..end);
    } else {
        walk.subjects(all.clone());
    }
    if scene.is_ordered() {
        walk.partners(all);
    }
    walk.found
}

/// The addressees found by the language's own rule.
fn told_by_language(scene: &Scene<'_>, known: &[Span], addressed: Addressed) -> Described {
    let mut found = Described::default();
    let start = scene.rest.start;
    let inside = |span: &&Span| scene.rest.contains(span.start as usize);
    let names: Vec<Span> =
        known.iter().filter(inside).map(|span| Span { start: span.start - start, end: span.end - start }).collect();
    let act = match scene.phrase.action.as_str() {
        _ if scene.reminds() => SpeechAct::Asks,
        _ if !scene.asks && scene.is_ordered() => SpeechAct::Decides,
        _ if !scene.asks => SpeechAct::Tells,
        _ if scene.thanks() => SpeechAct::Thanks,
        _ => SpeechAct::Asks,
    };
    for span in addressed(scene.rest.of(scene.text), &names, act) {
        let span = Span { start: span.start + start, end: span.end + start };
        // «有关**会员国**» is that name, and «苏丹**政府**» is the State.
        let governs = |name: &Span| {
            let after = Span { start: name.end, end: span.end.max(name.end) }.of(scene.text);
            name.start == span.start && scene.lexicon.words.government_words.contains(after)
        };
        let ends_it = |name: &Span| name.overlaps(span) && name.end == span.end;
        let asked = known.iter().position(governs).or_else(|| known.iter().position(ends_it));
        match asked {
            Some(asked) => {
                let same = known.iter().enumerate().filter(|(_, name)| known.get(asked) == Some(name));
                // «青年和**妇女组织**»
                let words = span.of(scene.text);
                let members = &scene.lexicon.words.members;
                let has_more =
                    |name: &Span| name.start > span.start && members.iter().any(|kind| words.starts_with(kind));
                found.asked.extend(same.map(|(i, name)| (i, has_more(name).then_some(span))));
            }
            None => found.phrases.push((span, true)),
        }
    }
    if scene.is_ordered() {
        partners::told_by_language(scene, known, addressed, &mut found);
    }
    found
}

struct GrammarWalk<'a> {
    scene: &'a Scene<'a>,
    known: &'a [Span],
    found: Described,
    /// Whether the noun phrases found are addressees.
    is_asked: bool,
    /// Whether only persons and bodies count here: “by” may also introduce a time or a means.
    needs_a_noun_of_agents: bool,
    /// Whether a name counts all the same: “in partnership with **Pilots Without Borders**”.
    takes_names: bool,
    /// Precedes the second of two actors, where the first one announced it: «tant … **que**».
    pair_joint: Option<&'static str>,
}

impl GrammarWalk<'_> {
    fn word(&self, at: usize) -> &str {
        self.scene.tokens.folded(at)
    }

    fn gap(&self, at: usize) -> &str {
        self.scene.gap(at)
    }

    /// Where the name of the person thanked ends: “commends **the mediator** for”, «remercie **le médiateur** de ses».
    fn thanked_up_to(&self, all: Range<usize>) -> Option<usize> {
        const MOST_OF_NAMES: usize = 16;
        let lists = self.scene.lexicon.words;
        let thanks = self.scene.thanks();
        let reminds = self.scene.reminds();
        let is_end = |at: &usize| {
            let word = self.scene.word(*at);
            let is_reminder = || {
                lists.that.contains(word)
                    || lists.of.contains(word) && !lists.infinitive_marks.contains(word)
                    || lists.possessives.contains(word)
            };
            lists.for_subject.contains(word)
                || reminds && is_reminder()
                || lists.infinitive_marks.contains(word) && lists.possessives.contains(self.word(at + 1))
        };
        let inside = |at: &usize| !self.gap(*at).contains(STOPS_AND_COLONS);
        let mut places = all.clone().take(MOST_OF_NAMES).take_while(|at| *at == all.start || inside(at));
        places.find(is_end).filter(|end| (thanks || reminds) && *end > all.start)
    }

    /// Those who have no name, by what is said of them: “**those who have not yet done so**”, «**тех, кто еще не сделал этого**».
    fn unnamed(&mut self, zone: Range<usize>) {
        const MOST_BETWEEN: usize = 3;
        let n_words = |at: usize| self.n_words_of(at, &self.scene.lexicon.words.unnamed);
        let Some(at) = zone.clone().take(MOST_BETWEEN).find(|at| n_words(*at).is_some()) else { return };
        let inside = at + n_words(at).unwrap_or(1);
        let end = (inside..zone.end).find(|at| self.gap(*at).contains([',', '،', ';'])).unwrap_or(zone.end);
        let tokens = self.scene.tokens;
        if let (Some(first), Some(last)) = (tokens.get(at), tokens.get(end.min(at + MOST_WORDS) - 1)) {
            self.found.phrases.push((Span { start: first.span.start, end: last.span.end }, true));
        }
    }

    /// The words between a verb and its request, cut at commas.
    fn zone(&mut self, zone: Range<usize>) {
        if self.is_asked {
            self.unnamed(zone.clone());
        }
        let mut start = zone.start;
        let mut in_parenthesis = false;
        let mut in_list_of_partners = false;
        for at in zone.start..=zone.end {
            let gap = if at == zone.end { "," } else { self.gap(at) };
            let was_in_parenthesis = in_parenthesis;
            if let Some(mark) = gap.rfind(['(', ')']) {
                in_parenthesis = gap.get(mark..).is_some_and(|mark| mark.starts_with('('));
            }
            let ends = gap.contains([',', ';', '(', '–', '—']) && !was_in_parenthesis;
            // “all **international**, regional and national partners” are of one kind each.
            let ends = ends && !(at < zone.end && gap.trim_end() == "," && self.are_adjectives(start..at));
            if ends && at > start {
                self.segment(start..at, &mut in_list_of_partners);
            }
            if ends || was_in_parenthesis {
                start = at;
            }
        }
    }

    /// Whether some words are adjectives alone whose noun comes later.
    fn are_adjectives(&self, words: Range<usize>) -> bool {
        let lists = self.scene.lexicon.words;
        let is_small = |word: &str| {
            lists.determiners.contains(word)
                || lists.address_prepositions.contains(word)
                || lists.address_adverbs.contains(word)
        };
        self.scene.lexicon.rules.names == crate::language::NameShape::HeadLast
            && words.clone().next_back().is_some_and(|last| self.is_adjective(self.word(last)))
            && words.clone().all(|at| is_small(self.word(at)) || self.is_adjective(self.word(at)))
    }

    fn is_adjective(&self, word: &str) -> bool {
        let lists = self.scene.lexicon.words;
        lists.actor_adjectives.contains(word)
            || lists.name_adjective_endings.is_ending_of(word.trim_end_matches('s'), 2)
    }

    /// One stretch between commas.
    fn segment(&mut self, mut words: Range<usize>, in_list_of_partners: &mut bool) {
        let lists = self.scene.lexicon.words;
        let mut has_preposition = false;
        // “, **such as** universities, museums and the media, to”: they only illustrate.
        if self.scene.illustrates(words.start) {
            *in_list_of_partners = true;
            return;
        }
        while words.start < words.end {
            let joint = self.n_words_of(words.start, &lists.conjunctions).filter(|n_words| *n_words > 1);
            // «Solicita **a este respecto** al Secretario»
            let aside = || self.n_words_of(words.start, &lists.asides).filter(|n_words| *n_words > 1);
            if let Some(n_words) = joint.or_else(|| self.n_words_of(words.start, &lists.examples)).or_else(aside) {
                words.start += n_words;
                continue;
            }
            if let Some((n_words, joint)) = self.pair_at(words.start) {
                self.pair_joint = Some(joint);
                words.start += n_words;
                continue;
            }
            let word = self.word(words.start);
            let is_preposition = lists.address_prepositions.contains(word);
            has_preposition |= is_preposition;
            let is_small =
                is_preposition || lists.actor_joints.contains(word) || lists.address_adverbs.contains(word);
            // «en coopération avec» is no adverb, though «en particulier» is one.
            if !is_small || self.begins(words.start, &lists.adverbials) && !is_preposition {
                break;
            }
            words.start += 1;
        }
        if words.is_empty() {
            return;
        }
        if self.begins(words.start, &lists.adverbials) && !has_preposition {
            // «Invite, dans le cadre de son mandat, **l’Organisateur** à»: an aside right after the verb names no partner.
            let is_aside = self.gap(words.start).starts_with(',')
                && words.start == self.scene.tokens.first_from(self.scene.rest.start);
            let has_partner = || words.clone().any(|at| self.leads_to_a_partner(words.start..at + 1));
            *in_list_of_partners = words.clone().any(|at| lists.repeated_prepositions.contains(self.word(at)))
                && (!is_aside || has_partner());
            return;
        }
        // «, in cooperation with States, donors **and others**, to»: they are partners until the verb's own preposition comes back.
        if *in_list_of_partners && !has_preposition {
            return;
        }
        *in_list_of_partners = false;
        self.phrases(words);
    }

    /// Whether the words end with something that introduces a partner: “in cooperation **with**”, not «dans le cadre **de**».
    fn leads_to_a_partner(&self, words: Range<usize>) -> bool {
        const MOST_WORDS: usize = 8;
        let lead: Vec<&str> = words.rev().take(MOST_WORDS).map(|at| self.scene.word(at)).collect();
        self.scene.lexicon.cues.before(&lead) == Some(Cue::Partner)
    }

    /// The noun phrases of a stretch, joined by conjunctions.
    fn phrases(&mut self, words: Range<usize>) {
        let lists = self.scene.lexicon.words;
        let mut start = words.start;
        let mut in_complement = false;
        let mut at = words.start;
        while at < words.end {
            let word = self.word(at);
            if lists.relatives.contains(word) && self.pair_joint != Some(word)
                || at > start && self.scene.illustrates(at)
            {
                break;
            }
            let next = self.word(at + 1);
            if self.joins(at) && at > start && at + 1 < words.end {
                let of_address = lists.address_prepositions.contains(next);
                // «et **d’**autres partenaires»
                let is_partitive =
                    lists.of.contains(self.scene.word(at + 1)) && lists.determiners.contains(self.word(at + 2));
                let has_determiner = lists.determiners.contains(next) || of_address || is_partitive;
                // “national **and** international stakeholders” is one.
                let joins_adjectives = !has_determiner
                    && (self.scene.lexicon.rules.names == crate::language::NameShape::HeadLast
                        && (self.is_adjective(self.word(at - 1))
                            || self.share_a_noun(start..at, at + 1..words.end))
                        || self.is_adjective(next)
                            && self.scene.lexicon.rules.names == crate::language::NameShape::HeadFirst);
                // “efforts by Governments **and the** Office” are not asked: see the agents of a noun in [`super::roles`].
                let of_a_thing = in_complement && !of_address && self.is_of_a_thing(start..at);
                let of_members = at - start > 1
                    && lists.members.contains(self.word(at - 1))
                    && lists.members.contains(next)
                    && lists.agent_nouns.contains(self.word(start));
                if !(joins_adjectives || of_members || of_a_thing || in_complement && !has_determiner) {
                    self.candidate(start..at);
                    // “the Office in cooperation with States **and the banks**”: those are partners too.
                    if self.is_asked && self.has_a_partner(start..at) {
                        return;
                    }
                    in_complement = false;
                    start = at + 1;
                    while start < words.end
                        && (lists.actor_joints.contains(self.word(start))
                            || lists.address_prepositions.contains(self.word(start)))
                    {
                        start += 1;
                    }
                    at = start;
                    continue;
                }
            }
            in_complement |= at > start && lists.phrase_prepositions.contains(word);
            at += 1;
        }
        self.candidate(start..at);
    }

    /// Whether a noun qualifies the noun that ends the next words too: “the **health and education** ministries”, “**workers’ and**
    /// employers’ organizations”, but “the chair and all donors”.
    fn share_a_noun(&self, left: Range<usize>, right: Range<usize>) -> bool {
        let lists = self.scene.lexicon.words;
        let tokens = self.scene.tokens;
        let is_in_phrase = |at: &usize| {
            !self.joins(*at)
                && !lists.phrase_prepositions.contains(self.word(*at))
                && !lists.relatives.contains(self.word(*at))
                && !self.scene.illustrates(*at)
        };
        let end = right.start + right.clone().take_while(is_in_phrase).count();
        let (Some(noun), Some(next), Some(head)) =
            (tokens.get(left.end - 1), tokens.get(right.start), tokens.get(end.max(1) - 1))
        else {
            return false;
        };
        if end < right.start + 2 {
            return false;
        }
        let is_possessive =
            |at: usize| self.gap(at).starts_with(['’', '\'']) && (self.gap(at).len() > 1 || self.word(at) == "s");
        if is_possessive(right.start - 1) || is_possessive(left.end - 1) {
            return true;
        }
        let is_plural = |span: Span| (self.scene.lexicon.rules.is_plural)(span.of(self.scene.text));
        let is_named =
            |span: Span| self.known.iter().any(|known| known.start == next.span.start || known.overlaps(span));
        // “youth **and women’s** organizations”
        if is_possessive(right.start + 1) && left.len() == 1 {
            return !is_plural(noun.span);
        }
        // A singular noun would need a determiner of its own.
        let is_bare = !is_plural(noun.span) || left.len() > 1 && !is_plural(head.span);
        is_bare
            && noun.capital == next.capital
            && !is_named(noun.span)
            && !lists.agent_nouns.contains(self.word(left.end - 1))
    }

    /// Whether some words denote a thing and no known actor.
    fn is_of_a_thing(&self, words: Range<usize>) -> bool {
        let lists = self.scene.lexicon.words;
        let n_inner = words.clone().take_while(|at| !lists.phrase_prepositions.contains(self.word(*at))).count();
        let Some(head) = self.head(words.start..words.start + n_inner) else { return false };
        let span = self.scene.tokens.get(head).map(|token| token.span).unwrap_or_default();
        !self.known.iter().any(|known| known.overlaps(span)) && !self.may_act(head)
    }

    /// Whether a word joins two noun phrases.
    fn joins(&self, at: usize) -> bool {
        let (lists, word) = (self.scene.lexicon.words, self.word(at));
        let is_joint = |joint: &&str| joint.contains(' ') && self.scene.has_words(at, joint);
        lists.coordinators.contains(word)
            || self.pair_joint == Some(word)
            || lists.conjunctions.beginning_with(word).iter().any(is_joint)
    }

    /// The words that announce two actors: their number, and the word before the second actor.
    fn pair_at(&self, at: usize) -> Option<(usize, &'static str)> {
        self.scene.lexicon.words.pair_joints.iter().find_map(|pair| {
            let (opener, joint) = pair.rsplit_once(' ')?;
            let has_joint = || (at..at + MOST_OF_SUBJECT).any(|at| self.word(at) == joint);
            (self.scene.has_words(at, opener) && has_joint()).then(|| (opener.split(' ').count(), joint))
        })
    }

    /// How many words the phrase has that begins at a word, if one does.
    fn n_words_of(&self, at: usize, phrases: &crate::language::WordList) -> Option<usize> {
        self.scene.entry_at(at, phrases).map(|phrase| phrase.split(' ').count())
    }

    /// Whether one of some phrases begins at a word.
    fn begins(&self, at: usize, phrases: &crate::language::WordList) -> bool {
        self.scene.entry_at(at, phrases).is_some()
    }
}

#[cfg(test)]
mod tests {
    use crate::model::Role;
    use crate::parse::parse;

    /// The addressees in the one paragraph of a resolution, by id.
    fn asked(paragraph: &str) -> Vec<String> {
        let is_french = paragraph.contains(['é', 'à', 'È']) || paragraph.contains(" de ");
        let organ = if is_french {
            "L’Assemblée générale,\n\nRappelant la question,"
        } else {
            "The General Assembly,\n\nRecalling the matter,"
        };
        let parsed = parse(&format!("{organ}\n\n1. {paragraph}"));
        let clauses = parsed.resolution.clauses();
        let mentions =
            clauses.flat_map(|(_, clause)| &clause.actors).filter(|mention| mention.role == Role::Addressee);
        mentions.map(|mention| mention.actor.to_string()).collect()
    }

    #[test]
    fn the_whole_subject_of_a_demand_is_asked_whatever_its_verb() {
        assert_eq!(asked("Demands that the river regime cooperate fully with the team."), ["x-river-regime"]);
        assert_eq!(
            asked("Exige que les forces des ports du delta cessent leur offensive à l’aube."),
            ["x-forces-des-ports-du-delta"]
        );
        assert_eq!(asked("Demands that the report of the forces be made public."), [""; 0]);
    }

    #[test]
    fn an_addressee_needs_no_entry_in_a_table() {
        assert_eq!(
            asked("Invites the custodians of the Lighthouse Treaty to report"),
            ["x-custodians-of-the-lighthouse-treaty"]
        );
        assert_eq!(asked("Demande aux gardiennes des archives de rendre compte"), ["x-gardiennes-des-archives"]);
    }

    #[test]
    fn all_of_a_coordination_are_asked_under_their_own_words() {
        assert_eq!(
            asked("Urges States, ferry operators, as appropriate, and all other shipwrights to repair the boats"),
            ["states", "x-ferry-operators", "x-shipwrights"]
        );
        assert_eq!(
            asked("Engage les États, les éclusiers, les passeurs et les haleurs à réparer les écluses"),
            ["states", "x-eclusiers", "x-passeurs", "x-haleurs"]
        );
    }

    #[test]
    fn things_are_asked_nothing() {
        for text in [
            "Encourages efforts to protect rivers",
            "Urges further measures and a robust process to end the shortage",
            "Encourages efforts of the port and the harbour to protect rivers",
            "Encourage les mesures visant à protéger les fleuves",
            "Encourage la poursuite des travaux afin de protéger les fleuves",
        ] {
            assert!(asked(text).is_empty(), "{text}: {:?}", asked(text));
        }
    }

    #[test]
    fn a_named_thing_can_be_an_addressee() {
        assert_eq!(
            asked("Encourages the Lighthouse Process to report on what was done by Chile"),
            ["x-lighthouse-process"]
        );
        assert_eq!(
            asked("Engage le Processus des phares à rendre compte de ce qu’a fait le Chili"),
            ["x-processus-des-phares"]
        );
        assert!(asked("Encourages the process to go on").is_empty());
    }

    #[test]
    fn a_request_said_again_asks_as_the_first_one_did() {
        assert_eq!(asked("Reiterates its request to the Secretary-General to report"), ["secretary-general"]);
        assert_eq!(asked("Renews its invitation to shipwrights to take part"), ["x-shipwrights"]);
        assert_eq!(asked("Réitère l’appel lancé aux États de protéger les fleuves"), ["states"]);
        assert!(asked("Recalls its request to the Secretary-General to report").is_empty());
    }

    #[test]
    fn the_agent_of_a_need_is_an_addressee() {
        assert_eq!(asked("Stresses the need for ferry operators to train crews"), ["x-ferry-operators"]);
        assert_eq!(asked("Decides that all shipwrights shall be insured and shall report"), Vec::<String>::new());
        assert_eq!(asked("Decides that all shipwrights shall report"), ["x-shipwrights"]);
    }
}
