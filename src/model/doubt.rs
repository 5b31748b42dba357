use super::{ParagraphId, Span};
use serde::{Deserialize, Serialize};

/// Something read with less than certainty. Nothing failed; a reader may want to look.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Doubt {
    /// What kind.
    pub kind: DoubtKind,
    /// The paragraph, if it is about one.
    pub paragraph: Option<ParagraphId>,
    /// The words, in that paragraph's text.
    pub span: Span,
    /// The words or the name that it is about, to be set into the sentence that [`crate::i18n`] has for the kind.
    pub about: String,
}

/// The kinds of doubt. Each has a sentence in every language of the interface.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum DoubtKind {
    /// No symbol was found.
    #[default]
    NoSymbol,
    /// No line names the organ.
    NoOrgan,
    /// No operative part was found.
    NoOperativePart,
    /// A number is missing in the sequence.
    NumberMissing,
    /// The initiating phrase is not in the tables.
    UnknownPhrase,
    /// A paragraph where a verb was due has none.
    NoPhrase,
    /// A mark without a note.
    NoteMissing,
    /// A note that no mark calls.
    NoteUncalled,
    /// A document is cited that is later than this one.
    LaterReference,
    /// The text does not look like a resolution.
    NotAResolution,
    /// The text has no line breaks where paragraphs begin: they were told by their words.
    RunIn,
    /// On a page, `about` says which, the file does not say which letters some glyphs are.
    LettersUnknown,
    /// A page, `about` says which, has no text: perhaps a picture of one.
    PageWithoutText,
    /// A page, `about` says which, was not read to its end.
    PageCutShort,
    /// On a page, `about` says which, the file does not say where some text belongs: its place on the page told.
    TextUnordered,
    /// The text is in a language that we do not read.
    LanguageUnread,
    /// The text had been read in the wrong encoding before it came here; its letters are restored.
    LettersRestored,
}

impl DoubtKind {
    /// Every kind.
    pub const ALL: [Self; 17] = [
        Self::NoSymbol,
        Self::NoOrgan,
        Self::NoOperativePart,
        Self::NumberMissing,
        Self::UnknownPhrase,
        Self::NoPhrase,
        Self::NoteMissing,
        Self::NoteUncalled,
        Self::LaterReference,
        Self::NotAResolution,
        Self::RunIn,
        Self::LettersUnknown,
        Self::PageWithoutText,
        Self::PageCutShort,
        Self::TextUnordered,
        Self::LanguageUnread,
        Self::LettersRestored,
    ];
}
