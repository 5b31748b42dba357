use super::{Action, ClauseId, Due, Mention, Span, TopicMatch, VerbId};
use serde::{Deserialize, Serialize};

/// One act of the organ: an initiating phrase and all that depends on it.
///
/// A paragraph holds one or more: « Encourage les États …, et prie l'Office … » is two clauses with two addressees.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Clause {
    /// The id used in links, the paragraph's id and the clause's number in it: `op1.2`.
    pub id: ClauseId,
    /// All its words, from the initiating phrase to the next one. The clauses of a paragraph do not overlap.
    pub span: Span,
    /// The initiating phrase, set in italics by the UN: « Prie également ».
    pub phrase: Span,
    /// The lemma without modifiers: « prier ».
    pub verb: VerbId,
    /// The verb's effect, one key for all languages.
    pub action: Action,
    /// The kind of action.
    pub class: ClauseClass,
    /// The adverbs that only link it to what comes before: « également », « de nouveau ».
    pub modifiers: Vec<String>,
    /// The actors named, with their roles, in text order.
    pub actors: Vec<Mention>,
    /// Its topics, each with the words that are its evidence.
    pub topics: Vec<TopicMatch>,
    /// Deadlines and reports: one entry for each time named, in text order.
    pub due: Vec<Due>,
}

/// The kinds of action, in the UN's own terms.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum ClauseClass {
    /// Somebody is to act: requests, urges, invites, encourages.
    Directive,
    /// The organ itself acts: decides, approves, adopts.
    Deciding,
    /// The organ takes notice: notes, recognizes, recalls having considered.
    #[default]
    Observing,
    /// The organ repeats or emphasizes: reaffirms, stresses, recalls.
    Reinforcing,
    /// The organ judges: welcomes, commends, deplores, expresses concern.
    Evaluative,
}

impl ClauseClass {
    /// Every class, the most binding first: an editorial order, not the UN's.
    pub const ALL: [Self; 5] =
        [Self::Directive, Self::Deciding, Self::Reinforcing, Self::Evaluative, Self::Observing];

    /// The word used for it in JSON and in links.
    pub fn key(self) -> &'static str {
        match self {
            Self::Directive => "directive",
            Self::Deciding => "deciding",
            Self::Observing => "observing",
            Self::Reinforcing => "reinforcing",
            Self::Evaluative => "evaluative",
        }
    }

    /// The class of a key.
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|class| class.key() == key)
    }
}
