use super::expression::expression;
use serde::{Deserialize, Serialize};

/// A dimension that a reader can filter by.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Facet {
    /// Preamble or operative part: the values are [`crate::model::Part`]'s keys.
    Part,
    /// Actors: the values are [`crate::model::ActorId`]s. [`RoleScope`] limits their roles.
    Actor,
    /// Two levels: the keys of [`crate::model::ClauseClass`], and below each its [`crate::model::VerbId`]s.
    Action,
    /// Two levels: the values are [`crate::model::TopicId`]s, some of them below another.
    Topic,
    /// The reader's annotations: see [`super::Index::annotate`].
    Annotation,
    /// The document: the values are [`crate::model::DocumentLink`]s as links write them.
    Document,
    /// The body that adopted the document: [`crate::model::Organ`]'s keys.
    Body,
    /// The year in which the document was adopted.
    Year,
    /// The document's language: [`crate::model::Language`]'s codes.
    Language,
}

/// The value of clauses without any other value in a facet: no addressee, no topic, no known year.
///
/// It is separate from the others ([`super::FacetValues::none`]). The annotation facet has no such value.
pub const NONE: &str = "none";

impl Facet {
    /// Every facet, in the order they are shown.
    pub const ALL: [Self; 9] = [
        Self::Actor,
        Self::Action,
        Self::Topic,
        Self::Part,
        Self::Document,
        Self::Body,
        Self::Year,
        Self::Language,
        Self::Annotation,
    ];

    /// The facets in which clauses of one document differ.
    pub const OF_CLAUSES: [Self; 5] = [Self::Actor, Self::Action, Self::Topic, Self::Part, Self::Annotation];

    /// Whether all clauses of a document have the same values.
    pub fn is_of_documents(self) -> bool {
        !Self::OF_CLAUSES.contains(&self)
    }
}

/// An array indexed by facet.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub(super) struct PerFacet<T>([T; Facet::ALL.len()]);

impl<T> PerFacet<T> {
    pub fn new(of: impl FnMut(Facet) -> T) -> Self {
        use Facet::{Action, Actor, Annotation, Body, Document, Language, Part, Topic, Year};
        Self([Part, Actor, Action, Topic, Annotation, Document, Body, Year, Language].map(of))
    }

    #[expect(clippy::indexing_slicing, reason = "there is a place for each facet")]
    pub fn get(&self, facet: Facet) -> &T {
        &self.0[facet as usize]
    }

    #[expect(clippy::indexing_slicing, reason = "there is a place for each facet")]
    pub fn get_mut(&mut self, facet: Facet) -> &mut T {
        &mut self.0[facet as usize]
    }
}

/// The roles in which an actor counts.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum RoleScope {
    /// Addressees only.
    #[default]
    Addressee,
    /// Every role.
    Any,
}

/// The topics of a clause that count.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum TopicScope {
    /// All, including examples, aims and conditions.
    #[default]
    All,
    /// Only the main topics.
    Main,
}

/// Which of a clause's values count, for actors and topics.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Reach {
    /// Only addressees or main topics.
    Narrow,
    /// All.
    Wide,
}

/// A facet value that is chosen or excluded.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Choice {
    /// The facet.
    pub facet: Facet,
    /// The value.
    pub value: String,
    /// Whether clauses with this value are excluded.
    pub excluded: bool,
}

/// Filters and search text, as a reader sets them.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Query {
    /// The values chosen and excluded, in the order they were chosen.
    pub choices: Vec<Choice>,
    /// The roles in which actors count.
    pub role: RoleScope,
    /// The topics that count.
    pub topics: TopicScope,
    /// The search text: `preuve "droits de l'homme" terror* -prison`; or a regular expression between slashes.
    pub text: String,
}

impl Query {
    /// Whether its text is a regular expression.
    pub fn is_expression(&self) -> bool {
        expression(&self.text).is_some()
    }

    /// Which values of a facet count.
    pub(super) fn reach(&self, facet: Facet) -> Reach {
        let is_narrow = match facet {
            Facet::Actor => self.role == RoleScope::Addressee,
            Facet::Topic => self.topics == TopicScope::Main,
            _ => false,
        };
        if is_narrow { Reach::Narrow } else { Reach::Wide }
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

    /// Adds a choice. A value is either chosen or excluded: an earlier choice of it keeps its place and is flipped.
    pub fn choose(&mut self, choice: Choice) {
        let same = |old: &&mut Choice| old.facet == choice.facet && old.value == choice.value;
        match self.choices.iter_mut().find(same) {
            Some(old) => old.excluded = choice.excluded,
            None => self.choices.push(choice),
        }
    }

    /// Removes a choice, whether it includes or excludes the value.
    pub fn release(&mut self, facet: Facet, value: &str) {
        self.choices.retain(|choice| choice.facet != facet || choice.value != value);
    }
}

/// Whether a query chooses or excludes a value.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Stance {
    /// Neither chosen nor excluded.
    #[default]
    Open,
    /// Chosen.
    Chosen,
    /// Excluded.
    Excluded,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_facet_has_its_own_place() {
        let facets = PerFacet::new(|facet| facet);
        for facet in Facet::ALL {
            assert_eq!(*facets.get(facet), facet);
        }
    }
}
