use super::{ParagraphId, Span, TopicId};
use serde::{Deserialize, Serialize};

/// A topic of a clause, with the words that gave it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct TopicMatch {
    /// Which topic.
    pub topic: TopicId,
    /// The words that gave it, in order; never empty.
    pub evidence: Vec<Evidence>,
}

/// Words that are the evidence of a topic.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Evidence {
    /// The words.
    pub span: Span,
    /// The subparagraph that they stand in, if not the clause's own paragraph.
    pub within: Option<ParagraphId>,
}
