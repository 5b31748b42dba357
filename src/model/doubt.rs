use super::{ParagraphId, Span};
use serde::{Deserialize, Serialize};

/// An uncertain reading, to be checked by a person. It is not an error.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Doubt {
    /// Its kind.
    pub kind: DoubtKind,
    /// The paragraph, if it is about one.
    pub paragraph: Option<ParagraphId>,
    /// The words, in that paragraph's text.
    pub span: Span,
    /// The words or the name that it is about, inserted into the sentence that [`crate::i18n`] has for the kind.
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
    /// A paragraph that should open with a verb does not.
    NoPhrase,
    /// A mark without a note.
    NoteMissing,
    /// A note that no mark calls.
    NoteUncalled,
    /// A cited document is later than this one.
    LaterReference,
    /// The text does not look like a resolution.
    NotAResolution,
    /// The text has no line breaks between paragraphs: they were recognized by their words.
    RunIn,
    /// The file does not map some glyphs of a page to letters; `about` is the page number.
    LettersUnknown,
    /// A page has no text and may be a scan; `about` is the page number.
    PageWithoutText,
    /// A page was not read to its end; `about` is the page number.
    PageCutShort,
    /// The file's structure does not place some text of a page: its position on the page was used. `about` is the page number.
    TextUnordered,
    /// The text is in a language that we do not read.
    LanguageUnread,
    /// A page, `about` says which, is a picture, and a program recognized its letters.
    LettersRecognized,
    /// The text had been read in the wrong encoding before it came here; its letters are restored.
    LettersRestored,
    /// The text has no symbol; `about` is the one that the file is named by.
    SymbolFromName,
    /// The file is plain text; its name ends as another format's does, as `about` says.
    NamedOtherwise,
}

impl DoubtKind {
    /// Every kind.
    pub const ALL: [Self; 20] = [
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
        Self::LettersRecognized,
        Self::LettersRestored,
        Self::SymbolFromName,
        Self::NamedOtherwise,
    ];
}
