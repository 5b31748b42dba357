//! Traverses the body of a Word file: paragraphs, tables, text boxes, headers.

use super::field::Field;
use super::foot::{PageTurn, is_at_foot, page_turn};
use super::notes::WordNotes;
use super::numbering::Numbering;
use super::package::{Package, Relations};
use super::sections::{Headers, sections};
use super::styles::{ParagraphLooks, Purpose};
use super::table::{cells, rows};
use super::text::TextBuilder;
use crate::intake::blocks::{BlockKind, FileBlock, Note, Structured, Warning, WarningKind};
use crate::intake::xml::{Element, Space};
use crate::model::Span;

/// The longest heading that is recognized by its looks alone.
const LONGEST_HEADING: usize = 200;

/// Reads the text with its headers and notes.
pub fn read(package: &Package<'_>) -> Structured {
    let body = package.document.root().and_then(|root| root.child("body"));
    let sections = body.map(sections).unwrap_or_default();
    let notes = WordNotes::read(&package.footnotes, &package.endnotes, &package.settings, sections.last().copied());
    let mut walker = BodyReader::new(package, package.numbering(), notes, package.relations());
    let headers = Headers::of(&sections);
    for id in &headers.masthead {
        walker.header(id, BlockKind::Masthead);
    }
    if let Some(body) = body {
        walker.blocks(body, Container::Text);
        walker.flush_joined(Container::Text);
        walker.end_page();
    }
    for id in &headers.running {
        walker.header(id, BlockKind::Artifact);
    }
    walker.finish()
}

/// The container of a paragraph.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Container {
    Text,
    Cell(BlockKind),
    Header(BlockKind),
}

pub(super) struct BodyReader<'p> {
    pub(super) package: &'p Package<'p>,
    numbering: Numbering,
    pub(super) notes: WordNotes<'p>,
    pub(super) relations: &'p Relations,
    pub(super) found: Structured,
    pub(super) fields: Vec<Field>,
    /// The words of paragraphs whose marks were deleted: they continue in the next.
    joined: Option<TextBuilder>,
    /// Text boxes of the paragraph at hand.
    pub(super) boxes: Vec<Element<'p>>,
    /// What is printed at the foot of the page at hand.
    foot: Vec<FileBlock>,
    n_tables: u16,
    pub(super) n_missing: u32,
}

impl<'p> BodyReader<'p> {
    fn new(package: &'p Package<'p>, numbering: Numbering, notes: WordNotes<'p>, relations: &'p Relations) -> Self {
        Self {
            package,
            numbering,
            notes,
            relations,
            found: Structured::default(),
            fields: Vec::new(),
            joined: None,
            boxes: Vec::new(),
            foot: Vec::new(),
            n_tables: 0,
            n_missing: 0,
        }
    }

    fn finish(mut self) -> Structured {
        for element in self.notes.uncalled() {
            let note = self.note(element, "");
            if !note.text.is_empty() {
                self.found.notes.push(note);
            }
        }
        if self.n_missing > 0 {
            let kind = WarningKind::NoteMissing;
            self.found.warnings.push(Warning { kind, page: None, count: self.n_missing });
        }
        self.found
    }

    fn header(&mut self, id: &str, kind: BlockKind) {
        let Some((part, relations)) = self.package.part(id) else { return };
        // A header has nothing that outlives it: it is walked by a reader of its own.
        let notes = WordNotes::read(&part, &part, &part, None);
        let mut walker = BodyReader::new(self.package, Numbering::default(), notes, &relations);
        if let Some(root) = part.root() {
            walker.blocks(root, Container::Header(kind));
            walker.flush_joined(Container::Header(kind));
        }
        self.found.blocks.append(&mut walker.found.blocks);
    }

    /// All paragraphs and tables of a container.
    fn blocks(&mut self, container: Element<'p>, within: Container) {
        for element in container.elements() {
            match element.name() {
                (Space::Word, "p") => self.paragraph_on_page(element, within),
                (Space::Word, "tbl") => self.table(element, within),
                (Space::Word, "sdt" | "sdtContent" | "customXml" | "smartTag" | "ins" | "moveTo") => {
                    self.blocks(element, within);
                }
                (Space::Compatibility, "AlternateContent") => {
                    if let Some(chosen) = element.chosen() {
                        self.blocks(chosen, within);
                    }
                }
                _ => {}
            }
        }
    }

    fn table(&mut self, table: Element<'p>, within: Container) {
        let rows: Vec<Vec<(u16, Element<'p>)>> = rows(table).into_iter().map(cells).collect();
        // A frame around text, not a table.
        let is_frame = matches!(rows.as_slice(), [row] if row.len() == 1);
        let number = self.n_tables;
        if !is_frame {
            self.n_tables = self.n_tables.saturating_add(1);
        }
        for (row, cells) in rows.into_iter().enumerate() {
            for (column, cell) in cells {
                let within = match within {
                    Container::Header(_) => within,
                    _ if is_frame => within,
                    _ => Container::Cell(BlockKind::Cell {
                        table: number,
                        row: u16::try_from(row).unwrap_or(u16::MAX),
                        column,
                    }),
                };
                self.blocks(cell, within);
                self.flush_joined(within);
            }
        }
    }

    /// Reads a paragraph, and what is at the foot of a page at the page's end.
    fn paragraph_on_page(&mut self, element: Element<'p>, within: Container) {
        if within == Container::Text && element.child("pPr").is_some_and(is_at_foot) {
            let before = self.found.blocks.len();
            self.paragraph(element, within);
            let mut framed = self.found.blocks.split_off(before);
            self.foot.append(&mut framed);
            return;
        }
        let turn = if self.foot.is_empty() { None } else { page_turn(element) };
        if turn == Some(PageTurn::Before) {
            self.end_page();
        }
        self.paragraph(element, within);
        if turn == Some(PageTurn::After) {
            self.end_page();
        }
    }

    fn end_page(&mut self) {
        self.found.blocks.append(&mut self.foot);
    }

    fn paragraph(&mut self, element: Element<'p>, within: Container) {
        let properties = element.child("pPr");
        let style = properties.and_then(|properties| properties.value("pStyle"));
        let package = self.package;
        let (of_style, listed_by) = package.styles.paragraph(style);
        let mut looks = properties.map(ParagraphLooks::read).unwrap_or_default();
        let listed_by = if looks.list.is_none() { listed_by } else { None };
        let own_list = ParagraphLooks {
            list: looks.list.clone().or_else(|| of_style.list.clone()),
            // The level of a style's list is given by the style, the level of the paragraph's own list by the paragraph.
            list_level: looks.list_level.or(of_style.list_level.filter(|_| listed_by.is_some())),
            ..ParagraphLooks::default()
        };
        let place = self.numbering.place(&own_list, listed_by);
        if let Some(of_list) = place.as_ref().and_then(|place| self.numbering.looks(place)) {
            looks.or(of_list);
        }
        looks.or(&of_style);

        for field in &mut self.fields {
            field.from = 0;
        }
        let mut text = self.joined.take().unwrap_or_default();
        self.runs(element, &package.styles.run(style), &mut text);
        // An instruction does not continue in the next paragraph; a result may.
        self.fields.retain(|field| field.in_result);

        let mark = properties.and_then(|properties| properties.child("rPr"));
        if mark.is_some_and(|mark| mark.child("del").is_some() || mark.child("moveFrom").is_some()) {
            self.joined = Some(text);
        } else {
            let label = place.and_then(|place| self.numbering.count(&place));
            let kind = kind(within, package.styles.purpose(style), &looks, label.as_ref(), &text);
            let indent = looks.left.unwrap_or(0.0) / 20.0;
            let label = label.map(|label| label.text);
            self.push(
                text,
                FileBlock {
                    kind,
                    label,
                    indent,
                    first_indent: indent + looks.first.unwrap_or(0.0) / 20.0,
                    ..FileBlock::default()
                },
            );
        }
        if properties.is_some_and(|properties| properties.child("sectPr").is_some()) {
            self.notes.end_section();
        }
        for text_box in std::mem::take(&mut self.boxes) {
            self.blocks(text_box, within);
        }
    }

    /// Words whose next paragraph does not exist.
    fn flush_joined(&mut self, within: Container) {
        if let Some(text) = self.joined.take() {
            let kind = kind(within, None, &ParagraphLooks::default(), None, &text);
            self.push(text, FileBlock { kind, ..FileBlock::default() });
        }
    }

    fn push(&mut self, mut text: TextBuilder, block: FileBlock) {
        text.trim_end();
        let is_numbered = block.label.is_some() && block.kind != BlockKind::ListItem;
        if !text.text.is_empty() || is_numbered {
            let TextBuilder { text, calls, links, italics, .. } = text;
            self.found.blocks.push(FileBlock { text, calls, links, italics, ..block });
        }
    }

    fn note(&self, element: Element<'p>, mark: &str) -> Note {
        self.note_with(element, mark, &Relations::default())
    }

    /// A note's paragraphs, a line each. A note calls no notes.
    pub(super) fn note_with(&self, element: Element<'p>, mark: &str, relations: &Relations) -> Note {
        let settings = &self.package.settings;
        let notes = WordNotes::read(settings, settings, settings, None);
        let mut walker = BodyReader::new(self.package, Numbering::default(), notes, relations);
        walker.blocks(element, Container::Text);
        walker.flush_joined(Container::Text);
        let mut note = Note { mark: mark.to_owned(), ..Note::default() };
        for block in walker.found.blocks {
            if !note.text.is_empty() {
                note.text.push('\n');
            }
            let typed = block.text.strip_prefix(mark).filter(|_| note.text.is_empty() && !mark.is_empty());
            let words = typed.map_or(block.text.as_str(), str::trim_start);
            let cut = (block.text.len() - words.len()) as u32;
            let at = note.text.len() as u32;
            note.links.extend(block.links.into_iter().filter(|link| link.span.start >= cut).map(|mut link| {
                link.span = Span { start: link.span.start - cut + at, end: link.span.end - cut + at };
                link
            }));
            note.text.push_str(words);
        }
        note
    }
}

fn kind(
    within: Container,
    purpose: Option<Purpose>,
    looks: &ParagraphLooks,
    label: Option<&super::numbering::ListLabel>,
    text: &TextBuilder,
) -> BlockKind {
    match (within, purpose) {
        (Container::Cell(kind) | Container::Header(kind), _) => kind,
        (_, Some(Purpose::Heading(level))) => BlockKind::Heading(level),
        (_, Some(Purpose::Title)) => BlockKind::Title,
        (_, Some(Purpose::Masthead)) => BlockKind::Masthead,
        (_, Some(Purpose::Note)) => BlockKind::Paragraph,
        (_, None | Some(Purpose::Text)) => {
            let looks_so = looks.is_centred == Some(true) && !text.has_light && is_short(&text.text);
            match (looks.outline, label) {
                (Some(level @ ..=8), _) if is_short(&text.text) => BlockKind::Heading((level + 1).min(6)),
                (_, None) if looks_so => BlockKind::Heading(3),
                (_, Some(label)) if !label.is_number => BlockKind::ListItem,
                _ => BlockKind::Paragraph,
            }
        }
    }
}

fn is_short(text: &str) -> bool {
    !text.is_empty() && text.len() <= LONGEST_HEADING && !text.ends_with([';', ',', ':', '.'])
}
