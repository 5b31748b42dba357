use serde::{Deserialize, Serialize};

/// A paragraph in its source file: the pages that it is on, including the text that was left out.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Excerpt {
    /// The file's name.
    pub file: String,
    /// The pages, in order; for a file without pages, one piece of its text.
    pub pages: Vec<ExcerptPage>,
}

/// A page of a file as text.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ExcerptPage {
    /// Its number in the file, from 1; none if the file has no pages.
    pub number: Option<u32>,
    /// Its text, in pieces that tile it.
    pub pieces: Vec<ExcerptPiece>,
}

/// A piece of a page.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ExcerptPiece {
    /// The text.
    pub text: String,
    /// How it was read.
    pub kind: ExcerptKind,
}

/// How a piece of a page was read.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum ExcerptKind {
    /// It is in the paragraph.
    Paragraph,
    /// It is elsewhere in the resolution, or between two paragraphs.
    #[default]
    Text,
    /// It is a note, or a note's mark.
    Note,
    /// It was left out: a page number, a running head, a bare link.
    LeftOut,
}
