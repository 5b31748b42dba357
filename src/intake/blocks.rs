//! The content of a structured file: blocks in reading order, with notes linked to their calls.
//!
//! A PDF and a Word file both become this. A block's text is what the file prints, the marks of its note calls
//! included; everything else about it refers to that text by byte spans.

use crate::model::{Language, Span};

/// A file's contents.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Structured {
    /// The blocks, in reading order.
    pub blocks: Vec<FileBlock>,
    /// The footnotes and endnotes, in the order of their first calls; those that nothing calls come last.
    pub notes: Vec<Note>,
    /// Uncertain readings.
    pub warnings: Vec<Warning>,
    /// How many pages the file has; 0 where it has none of its own.
    pub n_pages: u32,
    /// Whether the words are exact, as in a file made by a program: no word is broken across lines, none is mended.
    pub is_exact: bool,
    /// The symbol, if the file distinguishes it from its text.
    pub symbol: String,
    /// The title, if the file says which words it is.
    pub title: String,
    /// The language, if the file says it.
    pub language: Option<Language>,
}

/// A paragraph, heading, table cell, header…
#[derive(Clone, Debug, Default, PartialEq)]
pub struct FileBlock {
    /// Its kind.
    pub kind: BlockKind,
    /// Its number where the file keeps it apart from the text, as a word processor's automatic numbers: `1.`, `(a)`.
    pub label: Option<String>,
    /// Its text. Line ends inside a paragraph are spaces; there is no white space at either end.
    pub text: String,
    /// Its note calls, in order.
    pub calls: Vec<Call>,
    /// Its links, in order.
    pub links: Vec<Link>,
    /// Its italic spans, in order: the UN sets initiating phrases in italics.
    pub italics: Vec<Span>,
    /// Where it is on its page, if the file says so.
    pub place: Option<PagePlace>,
    /// Where its text continues to a further page: the byte, and the page's number. In order.
    pub turns: Vec<(u32, u32)>,
    /// Where its lines after the first begin, in points from the left edge of the text; for Arabic from the right.
    pub indent: f32,
    /// Where its first line begins.
    pub first_indent: f32,
}

/// The kind of a block.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum BlockKind {
    /// A whole paragraph.
    #[default]
    Paragraph,
    /// A heading, from level 1 down to 6.
    Heading(u8),
    /// The document's title.
    Title,
    /// An item of a list that the file marks as one.
    ListItem,
    /// A paragraph in a table's cell. Rows, columns and tables count from 0.
    Cell {
        /// The table's number in the file.
        table: u16,
        /// The row.
        row: u16,
        /// The column.
        column: u16,
    },
    /// Precedes the resolution and is no part of it: organ, symbol, session, agenda item.
    Masthead,
    /// Belongs to the page and not to the text: running head, page number, job number.
    Artifact,
}

/// Where a block calls a note.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Call {
    /// The mark as printed, in the block's text.
    pub span: Span,
    /// Which note: its index in [`Structured::notes`].
    pub note: u32,
}

/// Where a block links to.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Link {
    /// The link text.
    pub span: Span,
    /// The address.
    pub address: String,
}

/// A footnote or an endnote.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Note {
    /// Its mark as printed: `4`, `*`.
    pub mark: String,
    /// Its text, without its mark; paragraphs are lines. Empty if it is called but missing.
    pub text: String,
    /// Where it links to.
    pub links: Vec<Link>,
    /// Where it is.
    pub place: Option<PagePlace>,
}

/// A rectangle on a page, in points from the page's upper left corner.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct PagePlace {
    /// The page, from 1. A block that continues to the next page is placed on its first.
    pub page: u32,
    /// Left edge.
    pub left: f32,
    /// Upper edge.
    pub top: f32,
    /// Right edge.
    pub right: f32,
    /// Lower edge.
    pub bottom: f32,
}

/// Doubts about the reading.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Warning {
    /// The kind.
    pub kind: WarningKind,
    /// The page, from 1, if it has one.
    pub page: Option<u32>,
    /// The number of occurrences.
    pub count: u32,
}

/// The kinds of warning.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum WarningKind {
    /// Glyphs whose letters the file does not define.
    GlyphsWithoutText,
    /// Elements of the structure for which no text was found.
    ElementsWithoutText,
    /// Text that no element of the structure holds; it was read by its place.
    TextOutsideStructure,
    /// A page that is a picture with its words behind it, as a program recognized them.
    TextBehindPicture,
    /// A page without any text, perhaps a picture of one.
    PageWithoutText,
    /// A page that was not read to its end: it is damaged or does too much.
    PageCutShort,
    /// A note that is called but was not found.
    NoteMissing,
    /// A part of the file that could not be read: an entry of a Word file, an object of a PDF.
    PartUnreadable,
}

impl Structured {
    /// The text of the whole file with the place of each block and note in it: a paragraph a line, an empty line
    /// between two, a page's notes after its blocks.
    pub fn to_text(&self) -> FlatText {
        let mut laid = FlatText { notes: vec![FlatPiece::default(); self.notes.len()], ..FlatText::default() };
        let mut is_laid = vec![false; self.notes.len()];
        for (i, block) in self.blocks.iter().enumerate() {
            let page = block.place.map(|place| place.page);
            let piece = laid.push(block.label.as_deref().unwrap_or_default(), &block.text);
            laid.turn(piece.label.start, page);
            for (at, page) in &block.turns {
                laid.turn(piece.text.start + at, Some(*page));
            }
            laid.blocks.push(piece);
            let next = self.blocks.get(i + 1).and_then(|block| block.place).map(|place| place.page);
            if page.is_some() && next == page {
                continue;
            }
            self.lay_notes(&mut laid, &mut is_laid, |note| note.is_some_and(|note| Some(note) <= page));
        }
        self.lay_notes(&mut laid, &mut is_laid, |_| true);
        laid
    }

    /// The spans that do not lie in their text, and the calls of notes that are not there: none, whatever the file.
    pub fn faults(&self) -> Vec<Span> {
        let mut faults = Vec::new();
        for block in &self.blocks {
            let calls = block.calls.iter().map(|call| call.span);
            let links = block.links.iter().map(|link| link.span);
            let spans = calls.chain(links).chain(block.italics.iter().copied());
            faults.extend(spans.filter(|span| block.text.get(span.range()).is_none()));
            let unknown = block.calls.iter().filter(|call| call.note as usize >= self.notes.len());
            faults.extend(unknown.map(|call| call.span));
        }
        for note in &self.notes {
            let links = note.links.iter().map(|link| link.span);
            faults.extend(links.filter(|span| note.text.get(span.range()).is_none()));
        }
        faults
    }

    /// Puts the notes that are due.
    fn lay_notes(&self, laid: &mut FlatText, is_laid: &mut [bool], is_due: impl Fn(Option<u32>) -> bool) {
        for (n, (note, is_laid)) in self.notes.iter().zip(is_laid).enumerate() {
            let page = note.place.map(|place| place.page);
            if *is_laid || note.text.is_empty() || !is_due(page) {
                continue;
            }
            *is_laid = true;
            let piece = laid.push(&note.mark, &note.text);
            laid.turn(piece.label.start, page);
            if let Some(slot) = laid.notes.get_mut(n) {
                *slot = piece;
            }
        }
    }
}

/// A structured file as plain text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FlatText {
    /// The text.
    pub text: String,
    /// Each block in it.
    pub blocks: Vec<FlatPiece>,
    /// Each note in it.
    pub notes: Vec<FlatPiece>,
    /// From which byte on it is on which page, in order.
    pub pages: Vec<(u32, u32)>,
}

/// A block's or a note's place in the text of its file.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct FlatPiece {
    /// Its number or mark; empty if it has none apart from its text.
    pub label: Span,
    /// Its own text.
    pub text: Span,
}

impl FlatPiece {
    /// Both.
    pub fn whole(self) -> Span {
        Span { start: self.label.start, end: self.text.end }
    }
}

impl FlatText {
    fn push(&mut self, label: &str, text: &str) -> FlatPiece {
        if !self.text.is_empty() {
            self.text.push_str("\n\n");
        }
        let start = self.text.len();
        self.text.push_str(label);
        let label = Span::new(start, self.text.len());
        if !label.is_empty() {
            self.text.push(' ');
        }
        let start = self.text.len();
        self.text.push_str(text);
        FlatPiece { label, text: Span::new(start, self.text.len()) }
    }

    fn turn(&mut self, at: u32, page: Option<u32>) {
        if let Some(page) = page
            && self.pages.last().is_none_or(|(_, last)| *last != page)
        {
            self.pages.push((at, page));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_pages_notes_come_after_its_blocks() {
        let on = |page| Some(PagePlace { page, ..PagePlace::default() });
        let block = |text: &str, page| FileBlock { text: text.to_owned(), place: on(page), ..FileBlock::default() };
        let note = |mark: &str, text: &str, page| Note {
            mark: mark.to_owned(),
            text: text.to_owned(),
            place: on(page),
            ..Note::default()
        };
        let file = Structured {
            blocks: vec![
                block("One,1", 1),
                FileBlock { label: Some("1.".to_owned()), ..block("Two", 1) },
                block("Three2", 2),
            ],
            notes: vec![note("1", "See A.", 1), note("2", "See B.", 2)],
            ..Structured::default()
        };
        let laid = file.to_text();
        assert_eq!(laid.text, "One,1\n\n1. Two\n\n1 See A.\n\nThree2\n\n2 See B.");
        let words: Vec<&str> =
            laid.blocks.iter().chain(&laid.notes).map(|piece| piece.text.of(&laid.text)).collect();
        assert_eq!(words, ["One,1", "Two", "Three2", "See A.", "See B."]);
        assert_eq!(laid.pages, [(0, 1), (25, 2)]);
    }
}
