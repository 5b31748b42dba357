use serde::{Deserialize, Serialize};

/// Why a file gives no text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Refusal {
    /// It holds nothing but white space.
    Empty,
    /// It is no text: a program, or a format we do not know.
    NotText,
    /// It opens only with a password.
    Encrypted,
    /// It is of a format that we read, but broken: what is left of it cannot be read.
    Damaged,
    /// Its pages are pictures of text, as a scanner makes them, or letters that no table names.
    Scan,
    /// It is larger than we read, or becomes so when it is unpacked.
    TooLarge,
    /// It is of a format that we know and do not read.
    Unsupported(UnreadFormat),
}

/// Formats that we know and do not read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum UnreadFormat {
    /// `.doc`, `.xls`, `.ppt` of before 2007.
    OldOffice,
    /// `.rtf`
    Rtf,
    /// `.odt`
    OpenDocument,
    /// `.xlsx`, `.pptx`
    OtherOffice,
    /// A photograph or drawing.
    Picture,
    /// An archive that is no zip: `.rar`, `.7z`, `.gz`.
    Archive,
    /// `.epub`
    Epub,
    /// PDF or Word in a build that has no reader for it.
    LeftOut,
}
