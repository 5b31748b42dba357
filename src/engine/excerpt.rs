use serde::{Deserialize, Serialize};

/// What a paragraph's file says around it: the pages that it is on, with what was left out.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Excerpt {
    /// The file's name.
    pub file: String,
    /// The pages, in order; of a file without pages, one stretch of its text.
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

/// A stretch of a page.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ExcerptPiece {
    /// The text.
    pub text: String,
    /// What became of it.
    pub kind: ExcerptKind,
}

/// What became of a stretch of a page.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum ExcerptKind {
    /// It is in the paragraph.
    Paragraph,
    /// It is elsewhere in the resolution, or between two paragraphs.
    #[default]
    Text,
    /// It is a note, or a note's mark.
    Note,
    /// It was left out: a page number, a running head, a link printed alone.
    LeftOut,
}
