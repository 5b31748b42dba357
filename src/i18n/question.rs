//! A question in the reader's words, for print and files.

use super::{Texts, UiLanguage};
use crate::model::{ActorId, ClauseClass, Glossary, Organ, Part, TopicId, VerbId};
use crate::query::{Facet, NONE, Query, RoleScope, TopicScope};

impl Texts {
    /// The criteria of a question, facet by facet, and then its text: « Acteurs (destinataires) : ONUDC ».
    pub fn criteria(&self, query: &Query, label: impl Fn(Facet, &str) -> String) -> Vec<String> {
        let mut criteria = Vec::new();
        for facet in Facet::ALL {
            let mut labels = Vec::new();
            for choice in query.choices.iter().filter(|choice| choice.facet == facet) {
                let label = label(facet, &choice.value);
                labels.push(if choice.excluded { [self.except, " ", &label].concat() } else { label });
            }
            let of = match facet {
                Facet::Actor if query.role == RoleScope::Any => self.role_any,
                Facet::Actor => self.role_addressee,
                Facet::Topic if query.topics == TopicScope::Main => self.topics_main,
                _ => "",
            };
            let name = self.facet(facet);
            let of = if of.is_empty() { name.to_owned() } else { [name, " (", of, ")"].concat() };
            if !labels.is_empty() {
                criteria.push(self.criterion.with_all(&[&of, &self.list(&labels)]));
            }
        }
        let words = query.text.trim();
        if !words.is_empty() {
            criteria.push(self.criterion.with_all(&[self.searched_words, words]));
        }
        criteria
    }

    /// A value's usual short name: an acronym, a verb as printed. None for documents, years and annotations, and for a value that
    /// is not in the tables.
    pub fn label(&self, glossary: &Glossary, facet: Facet, key: &str) -> Option<String> {
        let names = self.language.names();
        let own = |name: &str| Some(name.to_owned());
        match facet {
            _ if key == NONE => own(match facet {
                Facet::Actor => self.no_addressee,
                Facet::Topic => self.no_topic,
                Facet::Year => self.no_year,
                Facet::Body => self.no_body,
                Facet::Language => self.no_language,
                _ => "–",
            }),
            Facet::Year | Facet::Document | Facet::Annotation => None,
            Facet::Language => own(UiLanguage::from_code(key)?.name()),
            Facet::Body => own(self.organ(Organ::ALL.into_iter().find(|organ| organ.key() == key)?)),
            Facet::Part => own(self.part(Part::ALL.into_iter().find(|part| part.key() == key)?)),
            Facet::Actor => own(glossary.actor(&ActorId::from(key))?.short(names).0),
            Facet::Action => match ClauseClass::from_key(key) {
                Some(class) => own(self.class(class)),
                None => own(&glossary.verb(&VerbId::from(key))?.label),
            },
            Facet::Topic => own(glossary.topic(&TopicId::from(key))?.name.get(names)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::i18n::texts;
    use crate::query::Choice;

    #[test]
    fn a_question_is_told_facet_by_facet_and_then_its_words() {
        let choice = |facet, value: &str, excluded| Choice { facet, value: value.to_owned(), excluded };
        let query = Query {
            choices: vec![
                choice(Facet::Part, "operative", false),
                choice(Facet::Action, "deciding", true),
                choice(Facet::Actor, "unodc", false),
                choice(Facet::Topic, NONE, false),
            ],
            role: RoleScope::Addressee,
            topics: TopicScope::Main,
            text: " preuve ".to_owned(),
        };
        let french = texts(UiLanguage::French);
        let glossary = Glossary::default();
        let label = |facet, key: &str| french.label(&glossary, facet, key).unwrap_or_else(|| key.to_owned());
        let [actor, action, topic, part, words] = &french.criteria(&query, label)[..] else { panic!("five") };
        assert!(actor.ends_with(": unodc") && actor.contains(french.role_addressee), "{actor}");
        assert!(action.contains(french.except) && action.contains(french.class(ClauseClass::Deciding)), "{action}");
        assert!(topic.contains(french.topics_main) && topic.ends_with(french.no_topic), "{topic}");
        assert!(part.ends_with(french.part(Part::Operative)), "{part}");
        assert!(words.ends_with(": preuve"), "{words}");
    }
}
