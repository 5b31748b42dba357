use super::expression::expression;
use serde::{Deserialize, Serialize};

/// What a reader can filter by.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Facet {
    /// Preamble or operative part: the values are [`crate::model::Part`]'s keys.
    Part,
    /// Who: the values are [`crate::model::ActorId`]s. [`RoleScope`] says in which role.
    Actor,
    /// Two levels: the keys of [`crate::model::ClauseClass`], and beneath each its [`crate::model::VerbId`]s.
    Action,
    /// Two levels: the values are [`crate::model::TopicId`]s, some of them beneath another.
    Topic,
    /// What the reader has put beside clauses: see [`super::Index::annotated`].
    Annotation,
}

impl Facet {
    /// Every facet, in the order they are shown.
    pub const ALL: [Self; 5] = [Self::Actor, Self::Action, Self::Topic, Self::Part, Self::Annotation];
}

/// In which role an actor counts.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum RoleScope {
    /// Only those who are asked to act.
    #[default]
    Addressee,
    /// All who are named.
    Any,
}

/// A value that a reader chose, or excluded.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Choice {
    /// Of which facet.
    pub facet: Facet,
    /// Which value.
    pub value: String,
    /// Whether clauses with this value are to be left out rather than kept.
    pub excluded: bool,
}

/// A reader's question.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Query {
    /// The values chosen and excluded, in the order they were chosen.
    pub choices: Vec<Choice>,
    /// In which role the actors count.
    pub role: RoleScope,
    /// The words searched for: `preuve "droits de l'homme" terror* -prison`; or a regular expression between slashes.
    pub text: String,
}

impl Query {
    /// Whether its text is a regular expression.
    pub fn is_expression(&self) -> bool {
        expression(&self.text).is_some()
    }

    /// Whether a value is chosen, excluded, or neither.
    pub fn stance(&self, facet: Facet, value: &str) -> Stance {
        let choice = self.choices.iter().find(|choice| choice.facet == facet && choice.value == value);
        match choice {
            None => Stance::Open,
            Some(choice) if choice.excluded => Stance::Excluded,
            Some(_) => Stance::Chosen,
        }
    }

    /// Adds a choice. A value has one stance at a time: an earlier choice of it keeps its place and changes its sense.
    pub fn choose(&mut self, choice: Choice) {
        let same = |old: &&mut Choice| old.facet == choice.facet && old.value == choice.value;
        match self.choices.iter_mut().find(same) {
            Some(old) => old.excluded = choice.excluded,
            None => self.choices.push(choice),
        }
    }

    /// Takes a value back, chosen or excluded.
    pub fn release(&mut self, facet: Facet, value: &str) {
        self.choices.retain(|choice| choice.facet != facet || choice.value != value);
    }
}

/// How a reader stands to a value.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Stance {
    /// Nothing is said of it.
    #[default]
    Open,
    /// Clauses with it are wanted.
    Chosen,
    /// Clauses with it are not.
    Excluded,
}
