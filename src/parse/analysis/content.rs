use crate::lexicon::Lexicon;
use crate::lexicon::vocabulary::Tokens;
use crate::model::{ActorId, Span};
use crate::parse::topics::Topics;

/// An actor as found in a paragraph.
pub(super) struct ParagraphActor {
    pub(super) actor: ActorId,
    pub(super) span: Span,
}

/// A paragraph's words, and what was found in them.
pub(super) struct Content<'a> {
    pub(super) lexicon: &'a Lexicon,
    pub(super) text: &'a str,
    pub(super) tokens: &'a Tokens<'a>,
    pub(super) found: &'a [ParagraphActor],
    pub(super) topics: &'a Topics<'a>,
    /// Whether the text has said who speaks: “We, the Heads of State”.
    pub(super) says_we: bool,
}
