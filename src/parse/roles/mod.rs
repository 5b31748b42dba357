//! Decides the role of each actor of a clause.
//!
//! The addressees of a verb that asks are between it and what it asks for: «Prie **l'Office**, en coopération avec
//! *INTERPOL*, **de** fournir une assistance aux *États*». Elsewhere the words next to an actor decide ([`crate::lexicon::cues`]);
//! coordinated actors share their role.

mod agents;
mod asked;
mod coordination;
mod duty;

pub use asked::{asking_noun, next_asking_noun};

use super::scene::{Named, Scene};
use crate::lexicon::actions;
use crate::lexicon::verbs::Phrase;
use crate::model::{ClauseClass, Role, Span};

/// Finds the roles of the actors of a scene, given in order of place.
pub fn roles(scene: &Scene<'_>, actors: &mut [Named]) {
    if actors.is_empty() {
        return;
    }
    let asks = scene.asks;
    let complement = if asks { scene.complement().unwrap_or(scene.rest.end) } else { 0 };
    let examples = if asks { scene.illustrations() } else { 0 };
    let mut previous: Option<Named> = None;
    let mut addressed = false;
    // The start of the last actor's coordination.
    let mut first = 0;
    for i in 0..actors.len() {
        let (before, rest) = actors.split_at_mut(i);
        let Some(actor) = rest.first_mut() else { break };
        let lead = scene.before(actor.span);
        // “Urges, recognizing that **States** matter, the Office to”: who is asked comes after the reason.
        if actor.span.start < scene.rest.start {
            continue;
        }
        if previous.is_some_and(|last| scene.share_a_noun_of_members(last.span, actor.span)) {
            // «منظمات الشباب **والمرأة**» are one.
            previous = previous.map(|last| Named { span: Span { end: actor.span.end, ..last.span }, ..last });
            continue;
        }
        if scene.lexicon.rules.addressed.is_some() {
            // The language itself has said who is asked. «与开发署**和世界银行**合作»
            let partner =
                previous.filter(|last| last.role == Role::Partner && scene.are_coordinated(*last, actor.span));
            actor.role = match partner {
                _ if actor.is_asked => Role::Addressee,
                Some(_) => Role::Partner,
                None => scene.told_by_cues(actor.span, &lead, asks),
            };
            previous = Some(*actor);
            continue;
        }
        let coordinated = previous.filter(|last| scene.are_coordinated(*last, actor.span));
        if coordinated.is_none() {
            first = i;
        }
        // “that **the parties**, **armed groups** and neighbouring States shall cease”: the verb comes after the last of them.
        let chain = before.get_mut(first..).unwrap_or_default();
        if coordinated.is_some_and(|last| last.role == Role::Mentioned)
            && chain.first().is_some_and(|first| scene.must_act_with(first.span, actor.span, asks))
        {
            let mentioned = chain.iter_mut().filter(|other| other.role == Role::Mentioned);
            mentioned.for_each(|other| other.role = Role::Addressee);
            actor.role = Role::Addressee;
            addressed = true;
            previous = Some(*actor);
            continue;
        }
        let in_reach = asks && actor.span.start < complement && actor.span.start < examples;
        let role = if actor.is_asked
            || in_reach && !addressed && scene.follows_the_verb(&lead) && !scene.is_owner(actor.span)
            || asks && !addressed && scene.is_subject_of_what_is_asked(&lead, actor.span)
            || asks && addressed && scene.is_next_subject_of_what_is_asked(&lead, actor.span)
            || !addressed && scene.is_subject_after_its_verb(&lead)
            || !addressed && scene.is_agent_of_an_order(&lead)
            || addressed && scene.is_next_agent_of_an_order(&lead)
            || !addressed && scene.is_agent_by_its_case(&lead, actor.span)
            || !addressed && scene.reminds() && scene.follows_the_verb(&lead)
        {
            Role::Addressee
        } else if let Some(last) = coordinated.filter(|last| {
            // «…, par l'intermédiaire des autorités, et à l'Office»: the verb's own preposition takes it back.
            last.role != Role::Partner
                || !scene.is_taken_back(&lead) && !scene.leads_elsewhere(last.span, actor.span)
        }) {
            last.role
        } else if in_reach
            && addressed
            && scene.joins_the_addressees(&lead)
            && !scene.is_in_an_adverbial(actor.span)
        {
            Role::Addressee
        } else {
            scene.told_by_cues(actor.span, &lead, asks)
        };
        addressed |= role == Role::Addressee;
        actor.role = role;
        previous = Some(*actor);
    }
    if asks && !addressed && asks_somebody(scene.phrase) && !scene.thanks() {
        scene.address_the_agents(actors);
    }
}

/// Whether the verb has addressees: it asks, authorises, thanks or congratulates.
pub fn asks_somebody(phrase: &Phrase) -> bool {
    phrase.class == ClauseClass::Directive && phrase.action.as_str() != actions::EXPECT
        || matches!(
            phrase.action.as_str(),
            actions::AUTHORIZE
                | actions::INSIST
                | actions::EXPRESS_APPRECIATION
                | actions::COMMEND
                | actions::EXPRESS_SYMPATHY
        )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lexicon::Lexicon;

    /// Marks the actors of a sentence with braces; gives their roles.
    fn check(marked: &str, expected: &[Role]) {
        let mut text = String::new();
        let mut actors = Vec::new();
        for (i, part) in marked.split(['{', '}']).enumerate() {
            let start = text.len();
            text.push_str(part);
            if i % 2 == 1 {
                actors.push(Named { span: Span::new(start, text.len()), role: Role::Mentioned, is_asked: false });
            }
        }
        let language = crate::language::detect(&text);
        let lexicon = Lexicon::of(language);
        let phrase = lexicon.verbs.phrase_at(&text, 0).unwrap();
        let rest = Span { start: phrase.span.end, end: text.len() as u32 };
        let tokens = lexicon.vocabulary.tokens(&text);
        let asks = asks_somebody(&phrase);
        roles(
            &Scene {
                text: &text,
                tokens: &tokens,
                lexicon,
                phrase: &phrase,
                asks,
                rest,
                begins_with_subject: false,
            },
            &mut actors,
        );
        let found: Vec<Role> = actors.iter().map(|actor| actor.role).collect();
        assert_eq!(found, expected, "{text}");
    }

    use Role::{Addressee, Beneficiary, Mentioned, Partner};

    #[test]
    fn the_object_of_the_verb_is_asked() {
        check("Prie l’{Office} de fournir aux {États} une assistance", &[Addressee, Beneficiary]);
        check("Engage les {États Membres} qui ne l’ont pas encore fait à envisager la ratification", &[Addressee]);
        check("Requests the {Secretary-General} to report to the {General Assembly}", &[Addressee, Mentioned]);
        check(
            "Calls upon all {States} and relevant {organizations} to cooperate with the {Office}",
            &[Addressee, Addressee, Mentioned],
        );
    }

    #[test]
    fn all_of_a_coordination_are_asked() {
        check(
            "Demande aux {États Membres}, notamment par l’intermédiaire des {autorités}, et à l’{Office} et aux autres \
             {organismes} compétents qui mènent des activités de partager",
            &[Addressee, Partner, Addressee, Addressee],
        );
    }

    #[test]
    fn an_adverbial_gives_partners() {
        check(
            "Prie l’{Office}, en coopération avec {INTERPOL} et les autres {entités} compétentes, de continuer",
            &[Addressee, Partner, Partner],
        );
        check("Engage l’{Office} à renforcer sa coordination avec le {Bureau}", &[Addressee, Mentioned]);
    }

    #[test]
    fn a_softer_verb_addresses_who_must_act() {
        check("Souligne qu’il importe que les {États Membres} créent des systèmes", &[Addressee]);
        check("Décide que tous les {États} doivent prévenir le financement", &[Addressee]);
        check("Stresses the need for {States} to cooperate and the role of the {Council}", &[Addressee, Mentioned]);
    }

    #[test]
    fn the_agent_of_a_demand_is_an_addressee() {
        check("Demands that all {parties} and {armed groups} comply with the resolution", &[Addressee, Addressee]);
        check(
            "Exige que toutes les {parties} de la région cessent les attaques contre l’{Office}",
            &[Addressee, Mentioned],
        );
        check("Requests that {Member States} be informed of the report", &[Mentioned]);
        check("Demands that the {Council}’s decisions be carried out in full", &[Mentioned]);
    }

    #[test]
    fn a_judgement_addresses_nobody() {
        check("Se félicite de l’élaboration par l’{Office} d’un guide", &[Mentioned]);
        check("Prend note de la coopération entre le {Bureau} et l’{Office}", &[Mentioned, Mentioned]);
    }

    #[test]
    fn the_agent_of_what_is_encouraged_is_asked() {
        check("Encourage la poursuite des efforts déployés par les {États} de la région", &[Addressee]);
    }

    #[test]
    fn thanks_have_an_addressee() {
        check("Remercie les {États Membres} qui ont soutenu les activités de l’{Office}", &[Addressee, Mentioned]);
    }
}
