//! Agents of what is asked or decided: “attended **by** mayors”, “the efforts **of** States”.

use crate::lexicon::actions;
use crate::model::{ClauseClass, Role, Span};
use crate::parse::scene::{Lead, Named, Scene};

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

    /// «Encourage les efforts continus déployés **par** les États»: the agent of the noun is meant.
    pub(super) fn address_the_agents(&self, actors: &mut [Named]) {
        let mut agent: Option<Named> = None;
        for i in 0..actors.len() {
            let Some(actor) = actors.get(i).copied() else { return };
            let lead = self.before(actor.span);
            let lists = self.lexicon.words;
            let is_agent = actor.role == Role::Mentioned
                && lead.words.first().is_some_and(|word| {
                    lists.agents.contains(word)
                        || lists.of.is_empty() && lists.acts_of_others.contains(word)
                        || lists.of.contains(word)
                            && lead.words.get(1).is_some_and(|noun| lists.acts_of_others.contains(noun))
                });
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
