use super::{ParagraphId, Span, TopicId};
use serde::{Deserialize, Serialize};

/// A topic of a clause, with its evidence.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct TopicMatch {
    /// The topic.
    pub topic: TopicId,
    /// Its rank in the clause.
    pub rank: TopicRank,
    /// The words that indicate it, in text order; never empty.
    pub evidence: Vec<Evidence>,
}

/// A topic's weight in a clause. Topics are listed in this order.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum TopicRank {
    /// The clause is about it.
    #[default]
    Main,
    /// It is an example, an aim or a condition: after “including”, “with a view to”, “in accordance with”.
    Secondary,
    /// The clause only points back to it (“their protection”); the clause before names it.
    Inherited,
}

impl TopicRank {
    /// Every rank, in order.
    pub const ALL: [Self; 3] = [Self::Main, Self::Secondary, Self::Inherited];

    /// The word used for it in JSON and in links.
    pub fn key(self) -> &'static str {
        match self {
            Self::Main => "main",
            Self::Secondary => "secondary",
            Self::Inherited => "inherited",
        }
    }
}

/// Words that are the evidence for a topic; for an inherited one, the words that point back.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Evidence {
    /// The words.
    pub span: Span,
    /// The subparagraph that they are in, if not the clause's own paragraph.
    pub within: Option<ParagraphId>,
}
