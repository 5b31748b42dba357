//! A question in words, for the provenance of files.

use crate::model::ClauseClass;
use crate::query::{Facet, Query, RoleScope, TopicScope};

/// The question: `addressee=unodc; verb=!prier; text=preuve`. Empty without filters and text.
pub fn in_words(query: &Query) -> String {
    let mut words = Vec::new();
    for facet in Facet::ALL {
        for choice in query.choices.iter().filter(|choice| choice.facet == facet) {
            let not = if choice.excluded { "!" } else { "" };
            words.push([name(facet, &choice.value, query.role), "=", not, &choice.value].concat());
        }
    }
    if query.topics == TopicScope::Main && query.choices.iter().any(|choice| choice.facet == Facet::Topic) {
        words.push("topics=main".to_owned());
    }
    if !query.text.trim().is_empty() {
        words.push(["text=", query.text.trim()].concat());
    }
    words.join("; ")
}

/// The command line's name for a facet, where it has one.
fn name(facet: Facet, value: &str, role: RoleScope) -> &'static str {
    match facet {
        Facet::Actor if role == RoleScope::Any => "actor",
        Facet::Actor => "addressee",
        Facet::Action if ClauseClass::from_key(value).is_some() => "class",
        Facet::Action => "verb",
        Facet::Topic => "topic",
        Facet::Part => "part",
        Facet::Annotation => "annotation",
        Facet::Document => "document",
        Facet::Body => "body",
        Facet::Year => "year",
        Facet::Language => "language",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::query::Choice;

    #[test]
    fn a_question_is_said_facet_by_facet_and_then_its_text() {
        let choice = |facet, value: &str, excluded| Choice { facet, value: value.to_owned(), excluded };
        let query = Query {
            choices: vec![
                choice(Facet::Part, "operative", false),
                choice(Facet::Action, "prier", true),
                choice(Facet::Action, "deciding", false),
                choice(Facet::Actor, "unodc", false),
            ],
            role: RoleScope::Addressee,
            topics: TopicScope::Main,
            text: " preuve ".to_owned(),
        };
        assert_eq!(in_words(&query), "addressee=unodc; verb=!prier; class=deciding; part=operative; text=preuve");
        assert_eq!(in_words(&Query { role: RoleScope::Any, ..Query::default() }), "");
    }
}
