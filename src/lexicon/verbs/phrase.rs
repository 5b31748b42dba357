use crate::model::{Action, ClauseClass, Span, VerbId};

/// The form of a verb.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mood {
    /// «Prie»: opens an operative clause.
    Finite,
    /// «Rappelant», «Consciente»: opens a preambular one.
    Participle,
}

/// An initiating phrase found in a text.
#[expect(clippy::struct_excessive_bools, reason = "facts that do not depend on each other")]
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Phrase {
    /// Its words, without a pronoun before them.
    pub span: Span,
    /// Where the clause begins: at the pronoun, if there is one.
    pub start: u32,
    /// The form of the verb.
    pub mood: Mood,
    /// The lemma.
    pub verb: VerbId,
    /// Its action.
    pub action: Action,
    /// The kind of action.
    pub class: ClauseClass,
    /// The adverbs taken off the lemma.
    pub modifiers: Vec<String>,
    /// Whether it is a verb only at the head of a paragraph.
    pub head_only: bool,
    /// Whether the tables know it.
    pub known: bool,
    /// Whether it is said in the first person: «We recognize», «nous réaffirmons».
    pub first_person: bool,
    /// Whether it reports what was done, as the text of a decision does: “decided”.
    pub in_past: bool,
}
