//! Traverses the body of a Word file: paragraphs, tables, text boxes, headers.

use super::field::{Field, address_of};
use super::foot::{PageTurn, is_at_foot, page_turn};
use super::notes::{NoteKind, WordNotes};
use super::numbering::Numbering;
use super::package::{Package, Relations};
use super::sections::{Headers, sections};
use super::styles::{ParagraphLooks, Purpose, RunLooks};
use super::symbols;
use super::table::{cells, rows};
use super::text::{Look, TextBuilder};
use crate::intake::blocks::{BlockKind, FileBlock, Note, Structured, Warning, WarningKind};
use crate::intake::xml::{Element, Space, XmlContent};
use crate::model::Span;

/// The longest heading that is recognised by its looks alone.
const LONGEST_HEADING: usize = 200;

/// Word itself nests 20 at most.
const MOST_OPEN_FIELDS: usize = 32;

/// Reads the text with its headers and notes.
pub fn read(package: &Package<'_>) -> Structured {
    let body = package.document.root().and_then(|root| root.child("body"));
    let sections = body.map(sections).unwrap_or_default();
    let mut walker = BodyReader {
        package,
        numbering: package.numbering(),
        notes: WordNotes::read(&package.footnotes, &package.endnotes, &package.settings, sections.last().copied()),
        relations: package.relations(),
        found: Structured::default(),
        fields: Vec::new(),
        joined: None,
        boxes: Vec::new(),
        foot: Vec::new(),
        n_tables: 0,
        n_missing: 0,
    };
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

struct BodyReader<'p> {
    package: &'p Package<'p>,
    numbering: Numbering,
    notes: WordNotes<'p>,
    relations: &'p Relations,
    found: Structured,
    fields: Vec<Field>,
    /// The words of paragraphs whose marks were deleted: they continue in the next.
    joined: Option<TextBuilder>,
    /// Text boxes of the paragraph at hand.
    boxes: Vec<Element<'p>>,
    /// What is printed at the foot of the page at hand.
    foot: Vec<FileBlock>,
    n_tables: u16,
    n_missing: u32,
}

impl<'p> BodyReader<'p> {
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
        let mut walker = BodyReader {
            package: self.package,
            numbering: Numbering::default(),
            notes: WordNotes::read(&part, &part, &part, None),
            relations: &relations,
            found: Structured::default(),
            fields: Vec::new(),
            joined: None,
            boxes: Vec::new(),
            foot: Vec::new(),
            n_tables: 0,
            n_missing: 0,
        };
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
                    if let Some(chosen) = chosen(element) {
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

    /// The runs of a paragraph, or of something in it.
    fn runs(&mut self, container: Element<'p>, base: &RunLooks, text: &mut TextBuilder) {
        for element in container.elements() {
            match element.name() {
                (Space::Word, "r") => self.run(element, base, text),
                (Space::Word, "hyperlink") => {
                    let start = text.at();
                    self.runs(element, base, text);
                    text.link_from(start, &self.address(element));
                }
                (
                    Space::Word,
                    "ins" | "moveTo" | "smartTag" | "customXml" | "sdt" | "sdtContent" | "fldSimple" | "bdo"
                    | "dir" | "rubyBase",
                ) => self.runs(element, base, text),
                (Space::Math, _) => math(element, text),
                (Space::Compatibility, "AlternateContent") => {
                    if let Some(chosen) = chosen(element) {
                        self.runs(chosen, base, text);
                    }
                }
                _ => {}
            }
        }
    }

    fn address(&self, link: Element<'_>) -> String {
        let anchor = link.attribute("anchor").map(|anchor| ["#", anchor].concat());
        let target = link.attribute("id").and_then(|id| self.relations.target(id));
        [target.unwrap_or_default(), &anchor.unwrap_or_default()].concat()
    }

    fn run(&mut self, run: Element<'p>, base: &RunLooks, text: &mut TextBuilder) {
        let properties = run.child("rPr");
        let mut looks = properties.map(RunLooks::read).unwrap_or_default();
        if let Some(style) = properties.and_then(|properties| properties.value("rStyle")) {
            looks.or(&self.package.styles.run(Some(style)));
        }
        looks.or(base);
        if looks.hidden != Some(true) {
            self.run_contents(run, &looks, base, text);
        }
    }

    fn run_contents(&mut self, run: Element<'p>, looks: &RunLooks, base: &RunLooks, text: &mut TextBuilder) {
        let look = Look {
            is_bold: looks.bold == Some(true),
            is_italic: looks.italic == Some(true),
            is_capitals: looks.capitals == Some(true),
        };
        let mut has_own_mark = false;
        for element in run.elements() {
            match element.name() {
                (Space::Word, "t") if has_own_mark => {}
                (Space::Word, "t") => self.words(element, look, text),
                (Space::Word, "tab" | "ptab" | "br" | "cr") => text.push(" ", look),
                (Space::Word, "noBreakHyphen") => self.sign('-', look, text),
                (Space::Word, "sym") if !has_own_mark => {
                    if let Some(sign) = symbol(element) {
                        self.sign(sign, look, text);
                    }
                }
                (Space::Word, name @ ("footnoteReference" | "endnoteReference")) => {
                    let kind = if name == "endnoteReference" { NoteKind::End } else { NoteKind::Foot };
                    has_own_mark = element.is_on("customMarkFollows");
                    let mark = has_own_mark.then(|| own_mark(run));
                    self.call(kind, element.attribute("id").unwrap_or_default(), mark, text);
                }
                (Space::Word, "fldChar") => self.field_char(element, text),
                (Space::Word, "instrText") => {
                    if let Some(field) = self.fields.last_mut() {
                        field.instruction.push_str(&element.text());
                    }
                }
                (Space::Word, "ruby") => self.runs(element, base, text),
                (Space::Word, "drawing" | "pict" | "object") => find_boxes(element, &mut self.boxes),
                (Space::Compatibility, "AlternateContent") => {
                    if let Some(chosen) = chosen(element) {
                        self.run_contents(chosen, looks, base, text);
                    }
                }
                _ => {}
            }
        }
    }

    fn words(&self, element: Element<'_>, look: Look, text: &mut TextBuilder) {
        if !self.is_in_result() {
            return;
        }
        for content in element.contents() {
            if let XmlContent::Text(words) = content {
                text.push(words, look);
            }
        }
    }

    fn sign(&self, sign: char, look: Look, text: &mut TextBuilder) {
        if self.is_in_result() {
            text.push(sign.encode_utf8(&mut [0; 4]), look);
        }
    }

    fn is_in_result(&self) -> bool {
        self.fields.iter().all(|field| field.in_result)
    }

    fn field_char(&mut self, element: Element<'_>, text: &mut TextBuilder) {
        match element.attribute("fldCharType") {
            Some("begin") => {
                // One that never ends would be looked at for every word to come.
                if self.fields.len() == MOST_OPEN_FIELDS {
                    self.fields.remove(0);
                }
                self.fields.push(Field { in_result: false, instruction: String::new(), from: 0 });
            }
            Some("separate") => {
                if let Some(field) = self.fields.last_mut() {
                    field.in_result = true;
                    field.from = text.at();
                }
            }
            Some("end") => {
                if let Some(field) = self.fields.pop().filter(|field| field.in_result)
                    && let Some(address) = address_of(&field.instruction)
                {
                    text.link_from(field.from, &address);
                }
            }
            _ => {}
        }
    }

    fn call(&mut self, kind: NoteKind, id: &'p str, own_mark: Option<String>, text: &mut TextBuilder) {
        if let Some(index) = self.notes.called(kind, id) {
            let mark = self.found.notes.get(index as usize).map(|note| note.mark.clone());
            text.push_call(&own_mark.or(mark).unwrap_or_default(), index);
            return;
        }
        let mark = own_mark.unwrap_or_else(|| self.notes.next_mark(kind));
        let Some(element) = self.notes.get(kind, id) else {
            self.n_missing += 1;
            text.push(&mark, Look::default());
            return;
        };
        let index = self.found.notes.len() as u32;
        self.notes.set_called(kind, id, index);
        text.push_call(&mark, index);
        let relations = self.package.relations_of_kind(kind.names().0);
        let note = self.note_with(element, &mark, &relations);
        self.found.notes.push(note);
    }

    fn note(&self, element: Element<'p>, mark: &str) -> Note {
        self.note_with(element, mark, &Relations::default())
    }

    /// A note's paragraphs, a line each. A note calls no notes.
    fn note_with(&self, element: Element<'p>, mark: &str, relations: &Relations) -> Note {
        let mut walker = BodyReader {
            package: self.package,
            numbering: Numbering::default(),
            notes: WordNotes::read(&self.package.settings, &self.package.settings, &self.package.settings, None),
            relations,
            found: Structured::default(),
            fields: Vec::new(),
            joined: None,
            boxes: Vec::new(),
            foot: Vec::new(),
            n_tables: 0,
            n_missing: 0,
        };
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

/// The version for newer programs: a text box is in the file again for older ones.
fn chosen(alternatives: Element<'_>) -> Option<Element<'_>> {
    alternatives.child("Choice").or_else(|| alternatives.child("Fallback"))
}

fn find_boxes<'p>(within: Element<'p>, boxes: &mut Vec<Element<'p>>) {
    for element in within.elements() {
        match element.name() {
            (Space::Word, "txbxContent") => boxes.push(element),
            (Space::Compatibility, "AlternateContent") => {
                if let Some(chosen) = chosen(element) {
                    find_boxes(chosen, boxes);
                }
            }
            _ => find_boxes(element, boxes),
        }
    }
}

fn math(element: Element<'_>, text: &mut TextBuilder) {
    if element.is(Space::Math, "t") {
        text.push(&element.text(), Look::default());
    }
    for element in element.elements().filter(|element| element.name().0 == Space::Math) {
        math(element, text);
    }
}

fn symbol(element: Element<'_>) -> Option<char> {
    let code = u32::from_str_radix(element.attribute("char")?, 16).ok()?;
    Some(symbols::of_font(element.attribute("font").unwrap_or("Symbol"), char::from_u32(code)?))
}

/// The mark that follows its call in the same run.
fn own_mark(run: Element<'_>) -> String {
    let mut mark = String::new();
    for element in run.elements() {
        match element.name() {
            (Space::Word, "t") => mark.push_str(&element.text()),
            (Space::Word, "sym") => mark.extend(symbol(element)),
            _ => {}
        }
    }
    mark.trim().to_owned()
}
