use super::{Clause, ClauseId, NoteMark, ParagraphId, Reference, Span};
use serde::{Deserialize, Serialize};

/// The part of the document that a paragraph is in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Part {
    /// The preamble, with the line that names the organ.
    #[default]
    Preamble,
    /// The operative part, *le dispositif*.
    Operative,
    /// A heading, or a section's number.
    Heading,
    /// An annex of the resolution.
    Annex,
    /// A declaration or another outcome that the operative part adopts and quotes in full.
    Declaration,
    /// The closing formula: meeting, date, vote.
    Closing,
}

impl Part {
    /// Every part, in the order of a document.
    pub const ALL: [Self; 6] =
        [Self::Preamble, Self::Operative, Self::Heading, Self::Annex, Self::Declaration, Self::Closing];

    /// The word used for it in JSON and in links.
    pub fn key(self) -> &'static str {
        match self {
            Self::Preamble => "preamble",
            Self::Operative => "operative",
            Self::Heading => "heading",
            Self::Annex => "annex",
            Self::Declaration => "declaration",
            Self::Closing => "closing",
        }
    }
}

/// One paragraph: the published text, cleaned and complete, without its number and note marks.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Paragraph {
    /// Its id: `pp3`, `op12`, `op12.a`; the organ's line `organ`, headings `h1`, annex paragraphs `an1`, and `at1` where they have no number, those of an embedded declaration `de1` and `dt1`, operative paragraphs without a number among numbered ones `ou1`, closing lines `cl1`.
    pub id: ParagraphId,
    /// The part that it is in.
    pub part: Part,
    /// 1 for a paragraph, 2 for its subparagraphs, down to 5. A heading's level is its depth.
    pub level: u8,
    /// Its number as printed, without the point: `1`, `2 bis`, `a)`, `(ii)`.
    pub number: Option<String>,
    /// Its text.
    pub text: String,
    /// Where the footnotes are called, in order.
    pub marks: Vec<NoteMark>,
    /// The documents and paragraphs that it cites, in order.
    pub references: Vec<Reference>,
    /// The organ's acts. Empty in a heading, and in a subparagraph that only continues a clause.
    pub clauses: Vec<Clause>,
    /// The clause that a subparagraph without a verb of its own belongs to: `a) de …` after « Prie … : ».
    pub continues: Option<ClauseId>,
    /// Words that the extraction from PDF had broken and that were repaired.
    pub mends: Vec<Mend>,
}

impl ParagraphId {
    /// The id of the line that names the organ; with a number after it, of the lines that name it again.
    pub const ORGAN: &str = "organ";

    /// Whether it is that of the first line that names the organ.
    pub fn is_first_organ(&self) -> bool {
        self.as_str() == Self::ORGAN
    }
}

impl Paragraph {
    /// Whether it is the line that names the organ, with which the resolution or one of its parts begins.
    pub fn names_the_organ(&self) -> bool {
        self.part == Part::Heading && self.id.as_str().starts_with(ParagraphId::ORGAN)
    }
}

/// A repaired word: « droi ts » is now « droits ».
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Mend {
    /// The repaired words in the paragraph's text.
    pub span: Span,
    /// The words in the source.
    pub was: String,
}
