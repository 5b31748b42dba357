use serde::{Deserialize, Serialize};

/// The reason why a file cannot be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Refusal {
    /// It is empty or only white space.
    Empty,
    /// It is not a document: a program, or an unknown format.
    NotText,
    /// It needs a password.
    Encrypted,
    /// Its format is supported, but it is too damaged to read.
    Damaged,
    /// Its pages are scanned images, or its glyphs map to no letters.
    Scan,
    /// It is larger than the limit, as it is or unpacked.
    TooLarge,
    /// The tables of its language could not be fetched.
    NoTables,
    /// Its format is known and not supported.
    Unsupported(UnreadFormat),
}

/// Known formats that are not supported.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum UnreadFormat {
    /// `.doc`, `.xls`, `.ppt` from before 2007.
    OldOffice,
    /// `.rtf`: the one small reader, `rtf-parser` 0.4.3, panics on half a surrogate pair, and reads neither code pages nor notes.
    Rtf,
    /// `.xlsx`, `.pptx`, `.ods`, `.odp`
    OtherOffice,
    /// A photograph or drawing.
    Picture,
    /// An archive other than zip: `.rar`, `.7z`, `.gz`.
    Archive,
    /// `.epub`
    Epub,
    /// A message or a saved page in parts: `.eml`, `.mht`
    Mail,
}
