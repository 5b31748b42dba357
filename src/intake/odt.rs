//! OpenDocument texts, as office programs other than Word write them.
//!
//! The file keeps no numbers, only lists and their levels: items are counted by the formats of the list's style.

use super::Refusal;
use super::blocks::{BlockKind, FileBlock, Note, Structured, Warning, WarningKind};
use super::docx::number_format::{Alphabet, NumberFormat};
use super::docx::text::{Look, TextBuilder};
use super::xml::{Element, Space, Tree, XmlContent};
use super::zip::Archive;
use foldhash::fast::FixedState;
use std::collections::HashMap;

/// The text is read up to this size.
const LARGEST: usize = 128 << 20;

/// Reads an OpenDocument text.
///
/// # Errors
///
/// When its text is missing, damaged or too large.
pub fn read(archive: &Archive<'_>) -> Result<Structured, Refusal> {
    let entry = archive.find("content.xml").ok_or(Refusal::Damaged)?;
    let content = Tree::read(&archive.read(entry, LARGEST)?);
    let styles = archive.find("styles.xml").and_then(|entry| archive.read(entry, LARGEST).ok());
    let styles = styles.map(|bytes| Tree::read(&bytes)).unwrap_or_default();
    let mut walker = OdtReader { styles: Styles::of(&[&styles, &content]), ..OdtReader::default() };
    if let Some(text) = content.root().and_then(|root| root.child("body")).and_then(|body| body.child("text")) {
        walker.blocks(text, BlockKind::Paragraph, None);
    }
    let mut found = walker.found;
    if !content.is_whole {
        found.warnings.push(Warning { kind: WarningKind::PartUnreadable, page: None, count: 1 });
    }
    if found.blocks.is_empty() {
        return Err(if content.is_whole { Refusal::Empty } else { Refusal::Damaged });
    }
    Ok(found)
}

#[derive(Clone, Debug, Default)]
struct ListLevel {
    format: Option<NumberFormat>,
    bullet: String,
    prefix: String,
    suffix: String,
    start: u32,
    n_shown: usize,
}

#[derive(Debug, Default)]
struct Styles {
    is_italic: HashMap<String, bool, FixedState>,
    is_title: HashMap<String, bool, FixedState>,
    lists: HashMap<String, Vec<ListLevel>, FixedState>,
    list_of: HashMap<String, String, FixedState>,
}

impl Styles {
    fn of(parts: &[&Tree]) -> Self {
        let mut styles = Self::default();
        let groups = parts.iter().filter_map(|part| part.root()).flat_map(Element::elements);
        for element in groups.flat_map(Element::elements) {
            let Some(name) = element.attribute("name") else { continue };
            match element.name() {
                (Space::OdfStyle, "style") => {
                    let properties = element.child("text-properties");
                    let posture = properties.and_then(|properties| properties.attribute("font-style"));
                    styles.is_italic.insert(name.to_owned(), matches!(posture, Some("italic" | "oblique")));
                    let parent = element.attribute("parent-style-name").unwrap_or_default();
                    styles.is_title.insert(name.to_owned(), name == "Title" || parent == "Title");
                    if let Some(list) = element.attribute("list-style-name") {
                        styles.list_of.insert(name.to_owned(), list.to_owned());
                    }
                }
                (Space::OdfText, "list-style") => {
                    styles.lists.insert(name.to_owned(), element.elements().map(list_level).collect());
                }
                _ => {}
            }
        }
        styles
    }
}

fn list_level(element: Element<'_>) -> ListLevel {
    let word = |name: &str| element.attribute(name).unwrap_or_default().to_owned();
    let number = |name: &str| element.attribute(name).and_then(|value| value.parse().ok());
    let format = match element.attribute("num-format") {
        Some("1") => Some(NumberFormat::Decimal),
        Some("a") => Some(NumberFormat::Letter(Alphabet::Latin)),
        Some("A") => Some(NumberFormat::Letter(Alphabet::LatinUpper)),
        Some("i") => Some(NumberFormat::LowerRoman),
        Some("I") => Some(NumberFormat::UpperRoman),
        Some("а, б, .., аа, бб, ..." | "а, б, .., аа, аб, ...") => {
            Some(NumberFormat::Letter(Alphabet::Russian))
        }
        _ => None,
    };
    ListLevel {
        format,
        bullet: word("bullet-char"),
        prefix: word("num-prefix"),
        suffix: word("num-suffix"),
        start: number("start-value").unwrap_or(1),
        n_shown: number("display-levels").unwrap_or(1) as usize,
    }
}

/// The list at hand: its style and what each level has counted to.
#[derive(Clone, Debug, Default)]
struct List {
    style: String,
    counts: Vec<u32>,
}

#[derive(Default)]
struct OdtReader {
    styles: Styles,
    found: Structured,
    n_tables: u16,
    /// Where lists that others continue left off, by id.
    left_off: HashMap<String, List, FixedState>,
    last_list: String,
}

impl OdtReader {
    fn blocks(&mut self, container: Element<'_>, kind: BlockKind, mut label: Option<String>) {
        for element in container.elements() {
            match element.name() {
                (Space::OdfText, "h") => {
                    let level =
                        element.attribute("outline-level").and_then(|level| level.parse().ok()).unwrap_or(1);
                    let kind = if kind == BlockKind::Paragraph {
                        BlockKind::Heading(u8::clamp(level, 1, 6))
                    } else {
                        kind
                    };
                    self.paragraph(element, kind, label.take());
                }
                (Space::OdfText, "p") => {
                    let is_title =
                        element.attribute("style-name").and_then(|style| self.styles.is_title.get(style));
                    let is_title = is_title == Some(&true) && kind == BlockKind::Paragraph;
                    self.paragraph(element, if is_title { BlockKind::Title } else { kind }, label.take());
                }
                (Space::OdfText, "list") => self.list(element, kind, &mut List::default()),
                (Space::OdfTable, "table") => self.table(element),
                (Space::OdfText, "section" | "index-body" | "index-title" | "table-of-content") => {
                    self.blocks(element, kind, None);
                }
                _ => {}
            }
        }
    }

    fn list(&mut self, list: Element<'_>, kind: BlockKind, state: &mut List) {
        let depth = state.counts.len();
        if depth == 0 {
            if let Some(style) = list.attribute("style-name") {
                style.clone_into(&mut state.style);
            }
            let continued = list.attribute("continue-list").map(str::to_owned);
            let goes_on = list.is_on("continue-numbering").then(|| self.last_list.clone());
            if let Some(before) = continued.or(goes_on).and_then(|id| self.left_off.get(&id)) {
                state.counts.extend(before.counts.first());
            }
        }
        let level = self.level(&state.style, depth);
        let start = level.map_or(1, |level| level.start);
        state.counts.resize(depth + 1, start.saturating_sub(1));
        for item in list.elements() {
            if !matches!(item.name(), (Space::OdfText, "list-item" | "list-header")) {
                continue;
            }
            if let Some(count) = state.counts.get_mut(depth) {
                let own = item.attribute("start-value").and_then(|value| value.parse().ok());
                let holds_text = item.elements().any(|element| matches!(element.name().1, "p" | "h"));
                if item.name().1 == "list-item" && holds_text {
                    *count = own.unwrap_or(count.saturating_add(1));
                }
            }
            let mut label = (item.name().1 == "list-item").then(|| self.label(state, depth)).flatten();
            for element in item.elements() {
                if element.is(Space::OdfText, "list") {
                    self.list(element, kind, state);
                    state.counts.truncate(depth + 1);
                } else {
                    let is_bullet = self.level(&state.style, depth).is_some_and(|level| level.format.is_none());
                    let of_item =
                        if is_bullet && kind == BlockKind::Paragraph { BlockKind::ListItem } else { kind };
                    self.block(element, of_item, label.take());
                }
            }
        }
        if depth == 0 {
            let id = list.attribute("id").unwrap_or_default().to_owned();
            self.last_list.clone_from(&id);
            self.left_off.insert(id, state.clone());
        }
    }

    /// One paragraph of a list's item.
    fn block(&mut self, element: Element<'_>, kind: BlockKind, label: Option<String>) {
        if matches!(element.name(), (Space::OdfText, "p" | "h")) {
            self.paragraph(element, kind, label);
        }
    }

    fn level(&self, style: &str, depth: usize) -> Option<&ListLevel> {
        self.styles.lists.get(style)?.get(depth)
    }

    fn label(&self, state: &List, depth: usize) -> Option<String> {
        let level = self.level(&state.style, depth)?;
        if level.format.is_none() {
            return (!level.bullet.is_empty()).then(|| level.bullet.clone());
        }
        let first = (depth + 1).saturating_sub(level.n_shown);
        let numbers: Vec<String> = (first..=depth)
            .filter_map(|at| Some(self.level(&state.style, at)?.format?.write(*state.counts.get(at)?)))
            .collect();
        Some([level.prefix.as_str(), &numbers.join("."), &level.suffix].concat().trim().to_owned())
    }

    fn table(&mut self, table: Element<'_>) {
        let number = self.n_tables;
        self.n_tables = number.saturating_add(1);
        let mut rows = Vec::new();
        push_rows(table, &mut rows);
        for (row, element) in rows.into_iter().enumerate() {
            let row = u16::try_from(row).unwrap_or(u16::MAX);
            for (column, cell) in element.elements().filter(|cell| cell.name().0 == Space::OdfTable).enumerate() {
                let column = u16::try_from(column).unwrap_or(u16::MAX);
                self.blocks(cell, BlockKind::Cell { table: number, row, column }, None);
            }
        }
    }

    fn paragraph(&mut self, element: Element<'_>, kind: BlockKind, label: Option<String>) {
        let mut text = TextBuilder::default();
        let mut boxes = Vec::new();
        self.words(element, self.look(element, Look::default()), &mut text, &mut boxes);
        if !text.text.is_empty() {
            let TextBuilder { text, calls, links, italics, .. } = text;
            self.found.blocks.push(FileBlock { kind, label, text, calls, links, italics, ..FileBlock::default() });
        }
        for text_box in boxes {
            self.blocks(text_box, kind, None);
        }
    }

    fn look(&self, element: Element<'_>, around: Look) -> Look {
        let style = element.attribute("style-name").and_then(|style| self.styles.is_italic.get(style));
        Look { is_italic: style == Some(&true) || around.is_italic, ..around }
    }

    fn words<'t>(
        &mut self,
        container: Element<'t>,
        look: Look,
        text: &mut TextBuilder,
        boxes: &mut Vec<Element<'t>>,
    ) {
        for content in container.contents() {
            let element = match content {
                XmlContent::Text(words) => {
                    text.push(words, look);
                    continue;
                }
                XmlContent::Element(element) => element,
            };
            match element.name() {
                (Space::OdfText, "s" | "tab" | "line-break") => text.push(" ", look),
                (Space::OdfText, "a") => {
                    let start = text.at();
                    self.words(element, look, text, boxes);
                    text.link_from(start, element.attribute("href").unwrap_or_default());
                }
                (Space::OdfText, "note") => self.note(element, text),
                (Space::OdfText, "tracked-changes" | "soft-page-break") | (Space::OdfOffice, _) => {}
                (Space::OdfDraw, "text-box") => boxes.push(element),
                (Space::OdfText | Space::OdfDraw, _) => {
                    let look = self.look(element, look);
                    self.words(element, look, text, boxes);
                }
                _ => {}
            }
        }
    }

    fn note(&mut self, element: Element<'_>, text: &mut TextBuilder) {
        let mark = element.child("note-citation").map(Element::text).unwrap_or_default();
        let index = self.found.notes.len() as u32;
        self.found.notes.push(Note::default());
        text.push_call(mark.trim(), index);
        let mut words = String::new();
        for paragraph in element.child("note-body").into_iter().flat_map(Element::elements) {
            let mut line = TextBuilder::default();
            for content in paragraph.contents() {
                match content {
                    XmlContent::Text(words) => line.push(words, Look::default()),
                    XmlContent::Element(element) if element.is(Space::OdfText, "note") => {}
                    XmlContent::Element(element) if matches!(element.name().1, "s" | "tab" | "line-break") => {
                        line.push(" ", Look::default());
                    }
                    XmlContent::Element(element) => line.push(&element.text(), Look::default()),
                }
            }
            if !words.is_empty() {
                words.push('\n');
            }
            words.push_str(&line.text);
        }
        if let Some(note) = self.found.notes.get_mut(index as usize) {
            *note = Note { mark: mark.trim().to_owned(), text: words, ..Note::default() };
        }
    }
}

fn push_rows<'t>(container: Element<'t>, rows: &mut Vec<Element<'t>>) {
    for element in container.elements() {
        match element.name() {
            (Space::OdfTable, "table-row") => rows.push(element),
            (Space::OdfTable, "table-header-rows" | "table-rows" | "table-row-group") => push_rows(element, rows),
            _ => {}
        }
    }
}
