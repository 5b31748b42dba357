//! Actors that carry out a requested or decided action: “attended **by** mayors”, “the efforts **of** States”.

use crate::lexicon::actions;
use crate::model::{ClauseClass, Role, Span};
use crate::parse::scene::{Lead, Named, Scene};
use crate::text::marks::{COMMAS, STOPS_AND_COLONS};

impl Scene<'_> {
    /// “will be attended **by** mayors”, «soit établi **par** le Comité»: the agent of a request or a decision.
    pub(super) fn is_agent_of_an_order(&self, lead: &Lead<'_>) -> bool {
        const REACH: usize = 3;
        let lists = self.lexicon.words;
        let mut words = lead.words.iter();
        let passives = |word: &&str| lists.passives.contains(word) || lists.passive_orders.contains(word);
        self.is_ordered()
            && words.next().is_some_and(|word| lists.agents.contains(word))
            && words.take(REACH).any(passives)
    }

    /// “shall be chaired by the Mayor and attended **by** donors”
    pub(super) fn is_next_agent_of_an_order(&self, lead: &Lead<'_>) -> bool {
        let lists = self.lexicon.words;
        let [by, _, joint, ..] = lead.words.as_slice() else { return false };
        self.phrase.action.as_str() == actions::DECIDE
            && lists.agents.contains(by)
            && lists.coordinators.contains(joint)
    }

    /// «должны утверждаться **государствами-членами**», «настаивает на отмене **правительством**»: where a case says who acts.
    pub(super) fn is_agent_by_its_case(&self, lead: &Lead<'_>, actor: Span) -> bool {
        const REACH: usize = 4;
        let Some(is_instrumental) = self.lexicon.rules.is_instrumental else { return false };
        let lists = self.lexicon.words;
        let mut words = lead.words.iter();
        let Some(before) =
            words.next().filter(|_| is_instrumental(Span { start: lead.start, end: actor.end }.of(self.text)))
        else {
            return false;
        };
        let is_needed = |word: &&str| lists.needs.contains(word) || lists.modals.contains(word);
        let needed = words.take(REACH).any(is_needed);
        // A preposition before it makes it a partner: «в сотрудничестве с государствами».
        let preposition = before.chars().count() <= 3 || lists.agents.contains(before);
        let binds = self.is_ordered() || self.phrase.class == ClauseClass::Reinforcing;
        let is_insisted = self.phrase.action.as_str() == actions::INSIST;
        binds && !preposition && (needed || is_insisted)
    }

    /// Whether a preposition says that an actor is an agent: “efforts **by** States”, “support **from** donors”.
    fn is_named_as_agent(&self, lead: &[&str], actor: Span) -> bool {
        let lists = self.lexicon.words;
        let is_act = |noun: &&str| lists.acts_of_others.contains(noun) || lists.things.contains(noun);
        lead.first().is_some_and(|word| lists.agents.contains(word))
            || lead.first().is_some_and(|word| lists.sources.contains(word))
                && self.is_in_the_object(actor)
                && lead.iter().skip(1).take(self.n_words_of_act()).any(is_act)
            // «**со стороны** государств»
            || lists.of.is_empty()
                && lead.get(1).is_some_and(|word| lists.sources.contains(word))
                && lead.first().is_some_and(|noun| lists.acts_of_others.contains(noun))
    }

    /// Whether the noun before an actor is what others do: “the **efforts** of States”, «las **contribuciones** financieras de los
    /// Estados».
    fn is_agent_of_a_noun(&self, lead: &[&str]) -> bool {
        let lists = self.lexicon.words;
        let [of, nouns @ ..] = lead else { return false };
        if lists.of.is_empty() {
            return lists.acts_of_others.contains(of);
        }
        lists.of.contains(of)
            && nouns.iter().take(self.n_words_of_act()).any(|noun| lists.acts_of_others.contains(noun))
    }

    /// Whether the request itself names an actor. One in a later adverbial is not asked: “, **building on** contributions from States”.
    fn is_in_the_object(&self, actor: Span) -> bool {
        let before = Span { start: self.rest.start, end: actor.start };
        let lists = self.lexicon.words;
        let mut places = self.tokens.within(before).skip(1);
        !places.any(|at| {
            self.gap(at).contains(COMMAS) && self.entry_at(at, &lists.adverbials).is_some()
                || self.entry_at(at, &lists.examples).is_some()
                || self.gap(at).contains(STOPS_AND_COLONS)
        })
    }

    /// How many words the noun of an act may take: its adjective may follow it.
    fn n_words_of_act(&self) -> usize {
        1 + usize::from(self.lexicon.rules.adjectives_follow)
    }

    /// «Encourage les efforts continus déployés **par** les États»: the agent of the noun is meant.
    pub(super) fn address_the_agents(&self, actors: &mut [Named]) {
        let says_so = |scene: &Self, actor: &Named| {
            let lead = scene.before(actor.span).words;
            actor.role == Role::Mentioned && scene.is_named_as_agent(&lead, actor.span)
        };
        // «призывает к поддержке Управления **со стороны государств**»: what only follows the noun may be its object.
        let is_told = self.lexicon.words.of.is_empty() && actors.iter().any(|actor| says_so(self, actor));
        let mut agent: Option<Named> = None;
        for i in 0..actors.len() {
            let Some(actor) = actors.get(i).copied() else { return };
            let follows_an_act = |scene: &Self| {
                actor.role == Role::Mentioned
                    && !scene.is_owner(actor.span)
                    && scene.is_agent_of_a_noun(&scene.before(actor.span).words)
                    && scene.is_in_the_object(actor.span)
            };
            let is_agent = says_so(self, &actor) || !is_told && follows_an_act(self);
            let joins = agent.is_some_and(|last| self.are_coordinated(last, actor.span));
            if (is_agent && agent.is_none()) || joins {
                if let Some(actor) = actors.get_mut(i) {
                    actor.role = Role::Addressee;
                }
                agent = Some(actor);
            }
        }
    }
}
