//! The glyphs of a page and its marked contents.

/// A letter on a page. Its place is in points from the page's upper left corner.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Glyph {
    pub letter: char,
    pub left: f32,
    pub right: f32,
    /// The line that it sits on, rise included.
    pub base: f32,
    /// The size of its font.
    pub size: f32,
    pub is_italic: bool,
    pub is_bold: bool,
    /// Whether it is upright; sideways text belongs to the page.
    pub is_upright: bool,
    /// Its marked content: an index in [`PageText::contents`].
    pub content: u32,
}

/// A stretch of content that the file has marked.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct MarkedContent {
    /// The form that it is in, by its object's number; 0 for the page itself.
    pub form: u32,
    /// Its number on the page or in the form, by which the structure knows it.
    pub mcid: Option<i32>,
    /// Whether it is no part of the document's content, and whether it repeats on every page.
    pub artifact: Option<Artifact>,
}

/// The declared type of an artifact.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Artifact {
    /// A running head, a page number.
    Pagination,
    /// Anything else.
    Other,
}

/// The text of a page.
#[derive(Debug, Default)]
pub struct PageText {
    pub glyphs: Vec<Glyph>,
    pub contents: Vec<MarkedContent>,
    /// How many letters the file does not define.
    pub n_unknown: u32,
    /// How many letters are not painted: the words of a picture that they are behind.
    pub n_hidden: usize,
    /// Whether something was not read to its end.
    pub is_cut_short: bool,
    /// Whether there is a picture.
    pub has_picture: bool,
    /// Whether something is drawn, such as the outlines of letters.
    pub has_drawing: bool,
    pub width: f32,
    pub height: f32,
}
